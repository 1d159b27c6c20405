"""What a rule finds, and what the rules share: the question read once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.enquiry.question_form import Form
from workbench.enquiry.question_pupils import Regions, Who
from workbench.enquiry.question_reading import Reading, once, plain

Answer = Literal["yes", "no", "look here"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule found.

    ``words`` are stretches of the text, verbatim. ``rewrite`` is a whole question, or empty.
    ``priority`` (Q-R3) is the plan's priority that was trimmed off; ``detail`` (Q-R5) the aspects meant.
    """

    rule: str
    answer: Answer
    words: tuple[str, ...] = ()
    reason: str = ""
    rewrite: str = ""
    priority: str = ""
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the rules share: each question with its form, trimmed, and the pupils named anywhere."""

    reading: Reading
    asked: tuple[str, ...]
    forms: tuple[Form, ...]
    where: Regions
    who: Who
    text: str


def quoted(looked: Looked, *words: str) -> tuple[str, ...]:
    """Keep those words that stand in the text as typed, finding them whatever their capitals."""
    whole = looked.reading.text
    flat = plain(whole).lower()
    found = []
    for word in words:
        at = flat.find(plain(word).lower()) if word else -1
        if at >= 0:
            found.append(whole[at : at + len(word)])
    return once(found)


def any_said(*texts: str) -> bool:
    """Say whether any of the fields is filled in."""
    return any(text.strip() for text in texts)
