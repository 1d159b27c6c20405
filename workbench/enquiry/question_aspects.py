"""Suggesting the aspects of a question: the parts that the enquiry will have to answer (Q-R5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from workbench.enquiry.question_forms import read_form
from workbench.enquiry.question_preamble import trim
from workbench.enquiry.question_pupils import regions
from workbench.enquiry.question_reading import plain, read

_AND = re.compile(r"\s*(?:,\s*and\s+|,\s+|;\s*|\s+and\s+|\s+as\s+well\s+as\s+)", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:in|of|for|when|with|during|at|who)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectHint:
    """One suggested aspect: what is to change, what is done, or a question of its own; its words as typed."""

    kind: Literal["outcome", "approach", "question"]
    words: str


def split_aspects(text: str) -> tuple[AspectHint, ...]:
    """Return suggested aspects; none for a text that cannot be read.

    >>> [h.words for h in split_aspects("How can we use bar models to improve accuracy and confidence in fractions for 5B?")]
    ['accuracy', 'confidence in fractions for 5B', 'use bar models']
    """
    reading = read(text)
    if not text.strip() or not reading.readable or not reading.questions:
        return ()
    if len(reading.questions) > 1:
        return tuple(AspectHint(kind="question", words=span.text) for span in reading.questions[:6])
    form = read_form(trim(reading.main.text).question)
    where = regions(form)
    hints = [AspectHint(kind="outcome", words=piece) for piece in _pieces(_without_aim(where.outcome.rstrip(" ?.")))]
    if where.approach.strip():
        hints.append(AspectHint(kind="approach", words=where.approach.strip(" ,")))
    return tuple(hint for hint in hints if hint.words in text)


def _without_aim(outcome: str) -> str:
    return re.sub(
        r"^(?:best\s+|better\s+)?(?:improve|raise|develop|increase|strengthen|deepen|boost|enhance|support|improving|raising|build)\s+",
        "",
        outcome,
        flags=re.IGNORECASE,
    )


def _pieces(outcome: str) -> list[str]:
    """Split at "and" where both sides are short enough to be things rather than clauses."""
    head = _TAIL.split(plain(outcome), maxsplit=1)[0]
    pieces, start = [], 0
    for match in _AND.finditer(plain(outcome)):
        if match.end() > len(head) + 1 or match.start() == 0:
            break
        pieces.append(outcome[start : match.start()].strip())
        start = match.end()
    pieces.append(outcome[start:].strip())
    return [piece for piece in pieces if piece]
