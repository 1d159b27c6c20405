"""What is said of a question: one sentence and one next step for each finding of each rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Found(Protocol):
    """A finding of ``enquiry.question_rules``, as far as its words are concerned."""

    @property
    def rule(self) -> str:
        """The rule's id."""

    @property
    def answer(self) -> str:
        """Yes, no or look here."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words that decided it."""

    @property
    def reason(self) -> str:
        """The reason code."""

    @property
    def rewrite(self) -> str:
        """The question offered instead."""

    @property
    def priority(self) -> str:
        """The priority trimmed off."""

    @property
    def detail(self) -> tuple[str, ...]:
        """The aspects meant."""


TITLES = {
    "Q-R1": "Says what pupils will learn better",
    "Q-R2": "Says which pupils and which part of the subject",
    "Q-R3": "Holds only what helps to answer it",
    "Q-R4": "Can be answered by you, in your class",
    "Q-R5": "Each part has something that answers it",
}
"""A heading for each rule."""

_ANY = {
    "empty": ("There is no question yet.", "Type it as you would say it to a colleague. It need not be right first time."),
    "cannot_read": (
        "The checks cannot read this; they know English only.",
        "Check it yourself against the five headings. Everything else works in any language.",
    ),
}

_WORDS: dict[tuple[str, str], tuple[str, str]] = {
    ("Q-R1", "aim_and_outcome"): ("It says what is to get better or be understood: {words}.", ""),
    ("Q-R1", "no_aim"): (
        "It does not say what pupils should learn better{seen}.",
        "Ask yourself why you want to know, and put that in: to improve …, or to understand why pupils …",
    ),
    ("Q-R1", "no_outcome"): (
        "Something is to get better{seen}, but no learning is named.",
        "Name what pupils will know or do: recall, explanations, accuracy in …",
    ),
    ("Q-R1", "near_learning"): (
        "{words} can go with learning, but it is not learning itself.",
        "Keep it if you like, and add what pupils will learn better because of it.",
    ),
    ("Q-R1", "not_learning"): (
        "{words} may be worth doing, but it is not pupils' learning.",
        "If learning is behind it, say which. If not, this may be a task to plan rather than an enquiry.",
    ),
    ("Q-R1", "about_adults"): (
        "It asks about adults{seen}, not about pupils' learning.",
        "Ask what you would see in pupils' work if the adults' answer were the one you hope for.",
    ),
    ("Q-R2", "specific"): ("A colleague could tell which pupils and what in the subject: {words}.", ""),
    ("Q-R2", "year_only"): (
        "A colleague could tell which pupils and what in the subject: {words}.",
        "Is it all of them? If you have some in mind, say what they have in common.",
    ),
    ("Q-R2", "no_pupils"): (
        "It does not say which pupils{vague}.",
        "Name the year or class, and what they have in common: Year 7 pupils who …",
    ),
    ("Q-R2", "no_part"): (
        "It does not say which part of the subject{vague}.",
        "Name the part where they get stuck, as you would in a lesson plan.",
    ),
    ("Q-R2", "no_pupils_no_part"): (
        "It says neither which pupils nor which part of the subject{vague}.",
        "Start with three pupils you have in mind. What year are they, and what do they get stuck on?",
    ),
    ("Q-R2", "wide_part"): (
        "{words} is wide.",
        "Which part of it? One kind of text, one kind of task or one kind of slip is enough.",
    ),
    ("Q-R2", "in_the_parts"): (
        "You have filled in the parts, but the question itself leaves some of them out{vague}.",
        "Put them in, or let the workbench build the question from the parts.",
    ),
    ("Q-R3", "to_the_point"): ("Nothing stands in it that does not help to answer it.", ""),
    ("Q-R3", "preamble"): (
        "{words} says why it is asked. It will not help you to answer the question.",
        "Take it off. The workbench keeps it as the priority that this enquiry belongs to.",
    ),
    ("Q-R3", "context"): (
        "Something stands beside the question that it does not lean on: {words}.",
        "Take it off, and keep it as the reason for asking.",
    ),
    ("Q-R3", "context_needed"): ("What stands beside the question says who is meant, or what is hard: {words}.", ""),
    ("Q-R3", "wordy"): ("The question is long.", "Read it aloud once. Keep what you would say in one breath."),
    ("Q-R3", "long"): (
        "Much is written here, and only part of it is the question.",
        "Keep the question here. The rest can go into the notes for colleagues in step 6.",
    ),
    ("Q-R4", "how_can_we"): ("It asks how ({words}), and you can find that out in your own class.", ""),
    ("Q-R4", "can_we"): (
        "It asks what you yourselves can do ({words}), which you can find out.",
        "“How can we …” would also tell you what to change along the way.",
    ),
    ("Q-R4", "describes"): ("It asks what is there to be seen ({words}). You can find that out by looking.", ""),
    ("Q-R4", "compares"): (
        "It sets two things side by side ({words}). You can find out what these pupils do.",
        "Why they differ would need far more pupils.",
    ),
    ("Q-R4", "why"): (
        "It asks why, about pupils you teach. You can watch and ask them.",
        "That gives ideas of what gets in their way. It cannot settle which of them is right.",
    ),
    ("Q-R4", "objective"): ("It is something to do ({words}), and you can see whether it came about.", ""),
    ("Q-R4", "evidence"): (
        "It asks what would show it ({words}). You can say that before you start.",
        "Name what you will look at, and what you would see if it had not worked.",
    ),
    ("Q-R4", "evidence_of_whom"): (
        "It asks what would show it ({words}), but not in whom.",
        "Name the pupils, and what you would look at in their work.",
    ),
    ("Q-R4", "link"): (
        "It asks whether two things go together ({words}). One class can hint at that, and not more.",
        "Ask what you could change: how can we help the pupils whom you have in mind?",
    ),
    ("Q-R4", "would_have"): (
        "It asks what would have happened ({words}). That cannot be run again.",
        "Ask what these pupils can do now, or what you could change next.",
    ),
    ("Q-R4", "in_general"): (
        "It asks about people in general: {words}. One class cannot speak for them.",
        "Ask it of pupils you teach, in one task that you can watch.",
    ),
    ("Q-R4", "no_sign"): (
        "{words} has no sign by which you could tell that it had come about.",
        "Say what you would see pupils do, or yourself do, in one lesson.",
    ),
    ("Q-R4", "too_many"): (
        "It ties too many things together: {words}.",
        "Choose one thing to try and one thing to look at. The others can wait.",
    ),
    ("Q-R4", "two_enquiries"): (
        "There are two enquiries here: {words}.",
        "Keep the one you most want answered, and keep the other for the next round.",
    ),
    ("Q-R4", "wide"): (
        "It says that something is to be done ({words}), but not for whom or in what.",
        "Say for whom, and in which part of the subject.",
    ),
    ("Q-R4", "should"): (
        "It asks what ought to be done ({words}). Marks alone cannot settle that.",
        "Ask how to do it well for these pupils, and decide afterwards.",
    ),
    ("Q-R4", "not_a_question"): ("This is a topic, or a statement, rather than a question.", "Turn it round: how can we …?"),
    ("Q-R4", "too_big"): (
        "{words} is more than one teacher's enquiry can answer for.",
        "Choose the pupils you teach, and one part of what they learn.",
    ),
    ("Q-R4", "does_it_work"): (
        "It asks whether something works ({words}). To answer that you would need many classes.",
        "You can find out how to make it work for these pupils.",
    ),
    ("Q-R4", "claim"): (
        "It says that something works ({words}). To show that you would need many classes.",
        "You can find out how to make it work for these pupils.",
    ),
    ("Q-R4", "causal_how"): (
        "It starts with how, but asks what one thing does to another ({words}). That would need many classes.",
        "You can find out how to make it work for these pupils.",
    ),
    ("Q-R4", "impact_of"): (
        "It asks what difference something makes ({words}). To answer that you would need classes with it and without.",
        "You can find out how to make it work for these pupils.",
    ),
    ("Q-R4", "how_effective"): (
        "It asks how well something works ({words}). To answer that you would need many classes.",
        "You can find out how to make it work for these pupils.",
    ),
    ("Q-R4", "is_effective"): (
        "It asks whether something works ({words}). To answer that you would need many classes.",
        "You can find out how to make it work for these pupils.",
    ),
    ("Q-R4", "better_than"): (
        "It asks which of two things is better ({words}). To answer that you would need many classes of each.",
        "Choose one of them, and find out how to make it work for these pupils.",
    ),
    ("Q-R4", "best_way"): (
        "It asks what is best ({words}). You would have to try every way, in many classes.",
        "Choose one way that you believe in, and find out how to make it work for these pupils.",
    ),
    ("Q-R5", "name_aspects"): (
        "The parts of the question are not listed yet.",
        "List below each thing you will have to answer{ideas}.",
    ),
    ("Q-R5", "no_measures"): (
        "The parts are listed. Nothing is planned yet that will answer them.",
        "In step 2, choose what you will collect for each.",
    ),
    ("Q-R5", "aspect_without_measure"): (
        "Nothing you plan to collect will tell you about {detail}.",
        "Add a measure for it in step 2, or take that part out of the question.",
    ),
    ("Q-R5", "every_aspect_measured"): (
        "Each part has something that answers it.",
        "Write the answer you might give. Could a colleague do the same from it?",
    ),
}

REASONS = frozenset(_WORDS)
"""Every rule and reason that has words; a test holds it to what the rules can find."""


def verdict_words(finding: Found) -> tuple[str, str]:
    """Return the sentence and the next step for one finding.

    Args:
        finding: A finding of any of the five rules.
    """
    sentence, step = _ANY.get(finding.reason) or _WORDS[finding.rule, finding.reason]
    quoted = _quote(finding.words)
    filled = {
        "words": quoted,
        "seen": f" ({quoted})" if quoted else "",
        "vague": f": {quoted} could be many things" if quoted else "",
        "detail": _quote(finding.detail),
        "ideas": f", for instance {quoted}" if quoted else "",
    }
    sentence, step = _fill(sentence, filled), _fill(step, filled)
    return sentence[0].upper() + sentence[1:], step


def _fill(text: str, filled: dict[str, str]) -> str:
    for name, words in filled.items():
        empty = f" ({{{name}}})"
        text = text.replace(empty, f" ({words})" if words else "").replace(
            f"{{{name}}}", words or ("this" if name in {"words", "detail"} else "")
        )
    return text


def _quote(words: Sequence[str]) -> str:
    """Return the words in quotation marks, long ones cut, three at the most."""
    shown = [f"“{_cut(word)}”" for word in words[:3]]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _cut(word: str) -> str:
    flat = " ".join(word.split())
    return flat if len(flat) <= 90 else f"{flat[:80].rsplit(' ', 1)[0]} …"


REFUSALS = {
    "no_reason": ("Say why, in a few words.", "The reason is kept with the date, and colleagues will read it."),
    "unchanged": ("The question has not changed since it was last kept.", "Change the wording first, then keep it."),
    "no_question": ("There is no question to keep yet.", "Type one first."),
    "rule_kept": ("That rule is content with your question.", "Nothing needs to be kept against it."),
}
"""What is said when a wording or a reason cannot be kept: what, and what to do."""

ASPECT = {"outcome": "{words}", "approach": "how it was done: {words}", "question": "{words}"}
"""How a suggested aspect is worded."""
