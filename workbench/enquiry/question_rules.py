"""The five rules of a clear, focused enquiry question (Q-R1 to Q-R5), judged from its words.

Each rule answers "yes", "no" or "look here", quotes the words that decided it, and gives a reason
code; ``workbench.words.rules`` says it in sentences. Nothing here knows what a question means:
the rules read forms and words, which are data, and say "look here" where those do not decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.enquiry.plan import Measure
from workbench.enquiry.question import Aspect, QuestionParts
from workbench.enquiry.question_aim import aim
from workbench.enquiry.question_answerable import answerable
from workbench.enquiry.question_aspects import split_aspects
from workbench.enquiry.question_finding import Finding, Looked, quoted
from workbench.enquiry.question_forms import read_form
from workbench.enquiry.question_preamble import background_context, is_small_talk, stands_alone, trim
from workbench.enquiry.question_pupils import regions, who_is_named
from workbench.enquiry.question_reading import Reading, once, read
from workbench.enquiry.question_specific import named_pupils, pupils_and_part

RULES = ("Q-R1", "Q-R2", "Q-R3", "Q-R4", "Q-R5")


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
        aim(looked),
        pupils_and_part(looked, parts),
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


# Q-R3
def _preamble(looked: Looked) -> Finding:
    main = looked.reading.main
    trimmed = trim(main.text)
    beside = background_context(looked.reading)
    later = tuple(gone for span in looked.reading.questions[1:5] for gone in trim(span.text).removed)
    removed = once([*trimmed.removed, *beside, *later])
    if removed:
        found = trimmed.priority or trim(f"{beside[0].rstrip('. ')}, {_SAMPLE}").priority if trimmed.removed or beside else removed[0]
        whole = stands_alone(trimmed.question) or not beside
        rewrite = trimmed.question if whole and not later else ""
        return Finding(
            rule="Q-R3", answer="no", reason="preamble", words=quoted(looked, *removed), rewrite=rewrite, priority=found or removed[0]
        )
    if looked.reading.long:
        return Finding(rule="Q-R3", answer="no", reason="long", words=(main.text[:200],), rewrite=main.text if len(main.text) < 400 else "")
    idle = _not_needed(looked)
    if idle:
        offered = main.text if main.text.endswith("?") else ""
        return Finding(rule="Q-R3", answer="no", reason="context", words=idle, rewrite=offered, priority=idle[0])
    if looked.reading.context:
        return Finding(rule="Q-R3", answer="yes", reason="context_needed", words=tuple(s.text for s in looked.reading.context[:1]))
    if len(main.text.split()) > 80:
        return Finding(rule="Q-R3", answer="look here", reason="wordy", words=(main.text[:200],))
    return Finding(rule="Q-R3", answer="yes", reason="to_the_point", words=())


def _not_needed(looked: Looked) -> tuple[str, ...]:
    """Return sentences before a question that says pupils and part by itself, and points back to nothing."""
    main = looked.reading.main
    narrow, broad = named_pupils(main.text)
    if not stands_alone(main.text) or not (narrow or len(broad) > 1) or looked.forms[0].kind not in _ASKING:
        return ()
    before = (span.text for span in looked.reading.context if span.start < main.start)
    return tuple(text for text in before if len(text.split()) > 4 and text.rstrip().endswith((".", "!", ";")) and not is_small_talk(text))[
        :2
    ]


_ASKING = frozenset({"how", "can_we", "causal", "describes", "compares", "best", "link", "should", "evidence"})
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
