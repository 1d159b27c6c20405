"""Rule Q-R1: whether a question is about pupils' learning, and says that it should grow or be understood."""

from __future__ import annotations

import re
from functools import cache

from workbench.enquiry import question_patterns as pt
from workbench.enquiry import question_vocabulary as more
from workbench.enquiry import question_words as data
from workbench.enquiry.question_finding import Finding, Looked, quoted
from workbench.enquiry.question_forms import strip_lead_in
from workbench.enquiry.question_pupils import subject_part, subjects_named
from workbench.enquiry.question_reading import find, phrases, plain

# Marks and grades name learning only where nothing plainer does.
_ONLY_MARKS = frozenset({"marks", "scores", "grades", "results", "outcomes", "work", "read", "write"})
_ASKS_HOW = frozenset({"how", "can_we", "should", "causal", "evidence", "best"})
_AIMS = (*data.AIM_VERBS, "let", "bring", "keep", "settle", "tighten", "lead", "lower", "show", "master", "learn", "practise", "refine")
_GAINS = (
    "better",
    "more",
    "progress",
    "learn",
    "learns",
    "gain",
    "gains",
    "fewer",
    "less",
    "can",
    "able to",
    "so that",
    "so they",
    "so pupils",
)
_TAIL = r"(?:\s+(?:in|with|about|of|for|towards|to|when|at|during|on|after|before|between|among|around|within)\b[^,;?]*)?"


@cache
def _listed(words: tuple[str, ...]) -> str:
    return phrases(words).pattern


@cache
def _with_tail(words: tuple[str, ...], tail: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_listed(words)}){tail}", re.IGNORECASE)


_CONDUCT_TAIL = _TAIL.replace("|to|", "|")
_DOING = (
    r"(?:give|greet|use|run|mark|return|reply|plan|introduce|stick|pause|wait|circulate|thank|put|fit|hold|organise|set|share|send|"
    r"write|keep|"
    r"have|do|manage|cover|finish|arrange|display|collect|track|record|visit|meet|ask|see|try|hand|get\s+through|sort|update|upload|"
    r"print|photocopy|report|spend|start|begin|stand|cold-call)"
)
_LIKE = re.compile(
    rf"\b(?:choos\w+|opt\w*\s+for|tak\w+\s+up|pick\w*)\s+(?:the\s+)?(?:{'|'.join(map(re.escape, data.SUBJECTS))})\b[^,?]*|"
    r"\b(?:do|does)\b[^?,]{1,40}?\b(?:like|love)\b[^,?]*",
    re.IGNORECASE,
)
_NOT_PARTS = phrases(
    (
        *more.NO_SIGN,
        *more.OUT_OF_REACH,
        "culture",
        "stakeholders",
        "embed",
        "county",
        "end",
        "number of",
        "numbers of",
        "teacher listens",
        "listens to",
        "listen to",
    )
)
_PUPILS_FIRST = re.compile(pt.PUPILS, re.IGNORECASE)
_FEELING_TAIL = r"(?:(?!\s+to\s+(?!be\b|feel|go\b|come\b|attend))\s+[^\s,;?]+)*"
_ADULT_ACTS = re.compile(
    r"\b(?:make\s+sure|ensure|get|help|encourage|persuade|train|support|enable|remind|ask|urge|can|could|might|should)\s+(?:that\s+)?"
    rf"(?:(?!young\b)[\w-]+\s+){{0,2}}?(?<!young\s)(?:{'|'.join(map(re.escape, more.ADULTS))})(?![\w-])(?!\s+(?:across|in|at|of|from|"
    rf"with|who|and|throughout)\b)(?:\s+(?:best\s+)?(?:to\s+)?(?P<verb>\w+))?",
    re.IGNORECASE,
)
_ADULTS_HELPED = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, more.ADULTS))})\s+(?:best\s+)?be\s+(?:best\s+)?(?:helped|supported|trained|encouraged|enabled|"
    rf"persuaded|reminded|got)\s+to\s+(?P<verb>\w+)|"
    r"\b(?:stop|keep|remind|train|get|help)\s+(?P<self>myself|ourselves)\b",
    re.IGNORECASE,
)
_ADULT_ASKED = re.compile(
    r"^\W*(?:(?:why|how|what|which|when|where|how\s+\w+|what\s+\w+)\s+)?(?:do|does|did|don'?t|doesn'?t|are|is|can|will|have|has)\s+"
    rf"(?:our|the|my|some|most|many|so\s+many|more|all)?\s*(?:[\w-]+\s+)?(?:{'|'.join(map(re.escape, more.ADULTS))})(?![\w-])",
    re.IGNORECASE,
)
_TEACHING = frozenset("support help improve teach develop raise strengthen model lead boost use scaffold deepen be".split())


def aim(looked: Looked) -> Finding:
    """Return the finding of Q-R1: learning named, and a direction.

    Args:
        looked: The question, read.
    """
    form = looked.forms[0]
    target, purpose = _target(looked)
    other = _other_ends(target) or (_other_ends(form.y) if form.kind in {"how", "can_we"} and not purpose and not form.x else ())
    named = _learning(_without(target, other), bool(other) or _only_done(looked))
    adult = "" if purpose else _adult(looked)
    if adult:
        return Finding(rule="Q-R1", answer="no", reason="about_adults", words=quoted(looked, adult))
    if not named and other:
        return _elsewhere(looked, other)
    word = _aim_word(looked, target)
    if not named:
        return Finding(rule="Q-R1", answer="no", reason="no_outcome" if word else "no_aim", words=quoted(looked, word))
    if form.kind == "statement" or not word:
        return Finding(rule="Q-R1", answer="no", reason="no_aim", words=quoted(looked, *named[:1]))
    return Finding(rule="Q-R1", answer="yes", reason="aim_and_outcome", words=quoted(looked, word, *named[:2]))


def _target(looked: Looked) -> tuple[str, bool]:
    """Return the stretch in which learning is to be named, and whether it is what the rest is done for."""
    form = looked.forms[0]
    if form.kind not in _ASKS_HOW:
        return strip_lead_in(" ".join(looked.asked)), False
    outcome = looked.where.outcome
    if form.kind in {"causal", "best"} and not outcome.strip():
        return form.x if form.reason in {"best_way", "better_than", "would_have"} else "", False
    if form.reason == "would_have":
        outcome = f"{form.x} {outcome}"
    if form.kind in {"how", "can_we"} and not looked.where.purpose and not form.x and form.reason != "objective":
        outcome = re.sub(r"^\s*(?!best\b|better\b)[a-z]+\s+", "", outcome) if not _PUPILS_FIRST.match(plain(outcome)) else outcome
    return outcome, looked.where.purpose


def _only_done(looked: Looked) -> bool:
    """Say whether a wish begins with something that we do ("give feedback"), so that only plain words of learning count."""
    form = looked.forms[0]
    if form.kind not in {"how", "can_we"} or form.x or looked.where.purpose or _PUPILS_FIRST.match(plain(form.y)):
        return False
    first = (form.y.split() or [""])[0].lower()
    return bool(re.fullmatch(_DOING, first)) and not find(_GAINS, form.y)


def _other_ends(target: str) -> tuple[tuple[str, str], ...]:
    """Return what is named that is not learning: attitudes, conduct, the work of adults, each with its kind."""
    flat = plain(target)
    kinds = (
        ("near", more.ATTITUDES, _TAIL),
        ("near", more.ATTITUDE_VERBS, _FEELING_TAIL),
        ("conduct", more.CONDUCT, _CONDUCT_TAIL),
        ("conduct", (*more.ADULT_WORK, *more.BETTER_SELF, *data.NOT_LEARNING_PHRASES), _CONDUCT_TAIL),
    )
    liked = tuple(("near", target[m.start() : m.end()]) for m in _LIKE.finditer(flat))
    return liked + tuple((kind, target[m.start() : m.end()]) for kind, words, tail in kinds for m in _with_tail(words, tail).finditer(flat))


def _without(target: str, other: tuple[tuple[str, str], ...]) -> str:
    for _, piece in other:
        target = target.replace(piece, " ", 1)
    return target


def _learning(text: str, others: bool) -> tuple[str, ...]:
    """Return the words that name learning; where other ends are named too, only words that plainly do."""
    text = _NOT_PARTS.sub(" ", plain(text))
    whole = find(data.LEARNING_PHRASES, text)
    single = tuple(word for word in find(data.LEARNING_NOUNS, text) if not any(word in phrase for phrase in whole))
    found = whole + single
    plainer = tuple(word for word in found if word.lower() not in _ONLY_MARKS)
    part = () if others else subject_part(text)
    return plainer or part or found or (() if others else subjects_named(text))


def _adult(looked: Looked) -> str:
    """Return the words that say what adults are to do, where that is all that is asked."""
    asked = plain(looked.asked[0])
    match = _ADULT_ASKED.match(asked)
    if match and looked.forms[0].kind not in {"causal", "best", "evidence", "how"}:
        return looked.asked[0][match.start() : match.end()]
    asked = pt.PARTS.split(asked, maxsplit=1)[0]
    how = looked.forms[0].kind in {"how", "can_we"}
    acts = (_ADULTS_HELPED.search(asked) or _ADULT_ACTS.search(asked)) if how else None
    if acts and (acts["verb"] or "").lower() not in _TEACHING and not re.search(r"\bwhich\s+(?:gets?|helps?|lets?)\b", asked):
        return looked.asked[0][acts.start() : acts.end()]
    return ""


def _elsewhere(looked: Looked, other: tuple[tuple[str, str], ...]) -> Finding:
    kind = other[0][0]
    words = [" ".join(piece.split()[:4]) for _, piece in other[:2]]
    reason = "near_learning" if kind == "near" else "not_learning"
    return Finding(rule="Q-R1", answer="no", reason=reason, words=quoted(looked, *words))


def _aim_word(looked: Looked, target: str) -> str:
    """Return the word that gives the direction: a wish for more, or a wish to know."""
    form = looked.forms[0]
    text = f"{form.y} {target}" if form.kind in {"how", "can_we", "should"} else looked.asked[0]
    verbs = find((*_AIMS, *(_ing(verb) for verb in _AIMS), *(verb + "s" for verb in _AIMS)), text)
    gains = find(_GAINS, text)
    if verbs or gains:
        return (verbs or gains)[0]
    if form.kind == "statement":
        return ""
    return form.trigger or (text.split() or [""])[0]


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") else verb) + "ing"
