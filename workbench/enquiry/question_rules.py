"""The five rules of a clear, focused enquiry question (Q-R1 to Q-R5), judged from its words.

Each rule answers "yes", "no" or "look here", quotes the words that decided it, and gives a reason
code; ``workbench.words.rules`` says it in sentences. Nothing here knows what a question means:
the rules read forms and words, which are data, and say "look here" where those do not decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.enquiry import question_words as data
from workbench.enquiry.plan import Measure
from workbench.enquiry.question import Aspect, QuestionParts
from workbench.enquiry.question_answerable import answerable
from workbench.enquiry.question_aspects import split_aspects
from workbench.enquiry.question_finding import Answer, Finding, Looked, any_said, quoted
from workbench.enquiry.question_forms import read_form, strip_lead_in
from workbench.enquiry.question_preamble import policy_context, trim
from workbench.enquiry.question_pupils import regions, subject_part, subjects_named, who_is_named, wide_part
from workbench.enquiry.question_reading import Reading, find, once, read

RULES = ("Q-R1", "Q-R2", "Q-R3", "Q-R4", "Q-R5")
# Marks and grades name learning only where nothing plainer does.
_ONLY_MARKS = frozenset({"marks", "scores", "grades", "results", "outcomes", "work", "read", "write"})
_IMPLIED_AIMS = frozenset({"teach", "scaffold", "get", "make", "move", "stretch", "challenge"})


def check_question(
    text: str, parts: QuestionParts | None = None, *, aspects: Sequence[Aspect] = (), measures: Sequence[Measure] = ()
) -> tuple[Finding, ...]:
    """Return one finding for each rule, in order, for any text whatever.

    Args:
        text: The question as typed; may be empty, long, or in another language.
        parts: The fields filled in beside it; used to complete a rewrite, and to say what the text leaves out.
        aspects: The parts the question was split into.
        measures: What will be collected.

    >>> [f.answer for f in check_question("Does paired talk improve mental calculation?")]
    ['yes', 'no', 'yes', 'no', 'look here']
    """
    parts = parts or QuestionParts()
    if not text.strip():
        return tuple(Finding(rule=rule, answer="look here", reason="empty") for rule in RULES)
    reading = read(text)
    if not reading.readable or not reading.questions:
        return tuple(Finding(rule=rule, answer="look here", reason="cannot_read") for rule in RULES)
    looked = _look(reading)
    return (
        _aim(looked),
        _pupils_and_part(looked, parts),
        _preamble(looked),
        answerable(looked, parts),
        _aspects_measured(text, aspects, measures),
    )


def _look(reading: Reading) -> Looked:
    asked = tuple(trim(span.text).question[:1500] for span in reading.questions[:5])
    forms = tuple(read_form(question) for question in asked)
    text = " ".join([*asked, *(span.text[:600] for span in reading.context[:4])])
    where = regions(forms[0])
    return Looked(reading=reading, asked=asked, forms=forms, where=where, who=who_is_named(text), text=text)


# Q-R1
def _aim(looked: Looked) -> Finding:
    form, outcome = looked.forms[0], looked.where.outcome
    aim, implied = _aim_words(looked)
    astray = find(data.NOT_LEARNING_PHRASES, outcome)
    learning = _learning(outcome)
    if form.kind not in {"how", "can_we", "causal", "best", "should"}:
        learning = _learning(looked.text)
    if astray and not set(learning) - {word for phrase in astray for word in phrase.split()}:
        return Finding(rule="Q-R1", answer="no", reason="not_learning", words=quoted(looked, *astray[:2]))
    plainer = tuple(word for word in learning if word.lower() not in _ONLY_MARKS)
    named = plainer[:2] or subject_part(outcome)[:2] or learning[:2]
    near = find(data.NEAR_LEARNING, outcome)
    if near and not learning:
        return Finding(rule="Q-R1", answer="look here", reason="near_learning", words=quoted(looked, *near[:2]))
    if not named:
        whole = subjects_named(outcome)
        reason = "only_subject" if whole and aim else "no_outcome" if aim else "no_aim"
        return Finding(rule="Q-R1", answer="look here" if whole and aim else "no", reason=reason, words=quoted(looked, aim, *whole[:1]))
    if not aim:
        adults = find(data.ADULTS, looked.text)
        reason = "about_adults" if adults and not looked.who.specific and not looked.who.general else "no_aim"
        return Finding(
            rule="Q-R1", answer="no", reason=reason, words=quoted(looked, *(adults[:1] if reason == "about_adults" else named[:1]))
        )
    if implied:
        return Finding(rule="Q-R1", answer="look here", reason="aim_implied", words=quoted(looked, aim, *named[:1]))
    return Finding(rule="Q-R1", answer="yes", reason="aim_and_outcome", words=quoted(looked, aim, *named[:2]))


def _learning(text: str) -> tuple[str, ...]:
    """Return the words that name learning; a phrase stands for the words in it."""
    whole = find(data.LEARNING_PHRASES, text)
    single = [word for word in find(data.LEARNING_NOUNS, text) if not any(word in phrase for phrase in whole)]
    return whole + tuple(single)


def _aim_words(looked: Looked) -> tuple[str, bool]:
    """Return the word that states the aim, and whether it only implies it."""
    form = looked.forms[0]
    text = form.y if form.kind in {"how", "can_we", "should"} else looked.asked[0]
    gerunds = tuple(_ing(verb) for verb in data.AIM_VERBS)
    thirds = tuple(verb + "s" for verb in data.AIM_VERBS)
    verbs = find((*data.AIM_VERBS, *gerunds, *thirds), text)
    plainly = [verb for verb in verbs if verb.lower() not in _IMPLIED_AIMS]
    if plainly:
        return plainly[0], False
    gains = find(("better", "more", "progress", "learn", "learns", "gain", "gains", "fewer", "so that", "so they", "so pupils"), text)
    gains = gains or find(
        ("find out which", "find out what", "find out why", "find out how", "understand why", "understand how", "work out why"), text
    )
    if gains or form.kind in {"causal", "best"}:
        return (gains[0] if gains else form.v if form.v not in {"", "when", "if", "passive"} else form.trigger), False
    understanding = find(data.UNDERSTAND_FORMS, looked.asked[0]) or (
        (form.trigger,) if form.kind in {"describes", "compares", "link"} else ()
    )
    if understanding and form.kind not in {"how", "can_we", "should"} and (looked.who.specific or looked.who.general):
        return understanding[0], False
    return (verbs[0], True) if verbs else ("", False)


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") else verb) + "ing"


# Q-R2
def _pupils_and_part(looked: Looked, parts: QuestionParts) -> Finding:
    who = looked.who
    part = _part_named(looked)
    wide = wide_part(looked.where.outcome) if not part else ()
    said_elsewhere = (not who.specific and any_said(parts.pupils, parts.year, parts.need)) or (
        not (part or wide) and bool(parts.subject_aspect.strip())
    )
    missing_who = not who.specific
    missing_part = not part and not wide
    named = (*who.years[:1], *who.groups[:1], *part[:3])
    if missing_who or missing_part:
        reason = "no_pupils_no_part" if missing_who and missing_part else "no_pupils" if missing_who else "no_part"
        vague = (*(who.general[:2] if missing_who else ()), *(_vague_part(looked) if missing_part else ()))
        answer: Answer = "no"
        if (
            said_elsewhere
            and (not missing_who or any_said(parts.pupils, parts.year, parts.need))
            and (not missing_part or parts.subject_aspect.strip())
        ):
            answer, reason = "look here", "in_the_parts"
        return Finding(rule="Q-R2", answer=answer, reason=reason, words=quoted(looked, *vague))
    if wide:
        return Finding(rule="Q-R2", answer="look here", reason="wide_part", words=quoted(looked, *wide[:2]))
    reason = "specific" if who.groups else "year_only"
    return Finding(rule="Q-R2", answer="yes", reason=reason, words=quoted(looked, *named))


def _part_named(looked: Looked) -> tuple[str, ...]:
    form = looked.forms[0]
    outcome = looked.where.outcome
    if form.kind in {"describes", "compares", "link", "why", "statement"}:
        outcome = strip_lead_in(looked.asked[0])
    found = subject_part(outcome)
    if not found and form.kind == "causal" and form.v in {"work", "works", "effective", "better than"}:
        return ()
    return found


def _vague_part(looked: Looked) -> tuple[str, ...]:
    outcome = looked.where.outcome or looked.asked[0]
    generic = find(
        ("progress", "attainment", "achievement", "learning", "results", "outcomes", "standards", "grades", "performance"), outcome
    )
    return (*generic[:1], *subjects_named(outcome)[:1])


# Q-R3
def _preamble(looked: Looked) -> Finding:
    main = looked.reading.main
    trimmed = trim(main.text)
    policy = policy_context(looked.reading)
    if trimmed.removed or policy:
        removed = once([*trimmed.removed, *policy])
        found = trimmed.priority or trim(f"{policy[0].rstrip('. ')}, {_SAMPLE}").priority if removed else ""
        return Finding(
            rule="Q-R3",
            answer="no",
            reason="preamble",
            words=quoted(looked, *removed),
            rewrite=trimmed.question,
            priority=found or removed[0],
        )
    if looked.reading.long:
        return Finding(rule="Q-R3", answer="no", reason="long", words=(main.text[:200],), rewrite=main.text if len(main.text) < 400 else "")
    if looked.reading.context:
        beside = tuple(span.text for span in looked.reading.context[:2])
        return Finding(
            rule="Q-R3", answer="look here", reason="context", words=beside, rewrite=main.text if main.text.endswith("?") else ""
        )
    if len(main.text.split()) > 60:
        return Finding(rule="Q-R3", answer="look here", reason="wordy", words=(main.text[:200],))
    return Finding(rule="Q-R3", answer="yes", reason="to_the_point", words=())


_SAMPLE = "how can we help?"


# Q-R5
def _aspects_measured(text: str, aspects: Sequence[Aspect], measures: Sequence[Measure]) -> Finding:
    base = Finding(rule="Q-R5", answer="look here")
    if not aspects:
        return replace(base, reason="name_aspects", words=tuple(w for w in split_words(text) if w in text)[:4])
    if not measures:
        return replace(base, reason="no_measures", detail=tuple(aspect.text for aspect in aspects))
    answered = {aspect for measure in measures for aspect in measure.aspects}
    bare = tuple(aspect.text for aspect in aspects if aspect.id not in answered)
    if bare:
        return replace(base, answer="no", reason="aspect_without_measure", detail=bare, words=tuple(w for w in bare if w in text))
    return replace(base, answer="yes", reason="every_aspect_measured", detail=tuple(a.text for a in aspects))


def split_words(text: str) -> tuple[str, ...]:
    """Return the stretches of a question that may each be an aspect, as typed."""
    return tuple(hint.words for hint in split_aspects(text))
