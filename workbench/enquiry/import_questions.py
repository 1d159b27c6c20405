"""What an import must ask, and the answers it was given: plain codes, no wording."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbench.errors import BadInput, WorkbenchError


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that the file alone does not say.

    ``required`` is true for a doubt, which must be answered, and false for a guess, which may be overruled.
    ``choices`` are codes; ``also_mark`` says that a mark may be given instead of a choice.
    """

    id: str
    kind: str
    choices: tuple[str, ...]
    suggestion: str | None = None
    required: bool = True
    also_mark: bool = False
    sheet: int | None = None
    rows: tuple[int, ...] = ()
    column: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    answer: str | None = None

    @property
    def open(self) -> bool:
        """Whether it still needs an answer."""
        return self.required and self.answer is None


class Asker:
    """Collects the questions of one import in order and hands each its answer, where there is one.

    Where there is none yet it hands out the suggestion, or the first choice, so that later questions can be seen too.
    """

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = dict(answers)
        self.questions: dict[str, Question] = {}
        self.problems: list[WorkbenchError] = []

    def ask(self, question: Question, *, accept: Callable[[str], bool] = lambda _: False) -> str:
        """Note the question and return its answer, or for now its suggestion or first choice."""
        given = self.answers.get(question.id)
        if given is not None and given not in question.choices and not accept(given):
            self.problems.append(_not_a_choice(question))
            given = None
        known = Question(**{name: getattr(question, name) for name in Question.__slots__ if name != "answer"}, answer=given)
        self.questions[question.id] = known
        return given or question.suggestion or question.choices[0]

    def missing(self) -> tuple[Question, ...]:
        """Return the doubts without an answer."""
        return tuple(question for question in self.questions.values() if question.open)

    def unknown(self) -> tuple[str, ...]:
        """Return the ids that were answered and never asked."""
        return tuple(name for name in self.answers if name not in self.questions)


def plain_id(text: str) -> str:
    """Return an id as it may be shown: what somebody typed into a decisions file could be a name.

    >>> plain_id("token:abs"), plain_id("somebody's name")
    ('token:abs', 'an id of another kind')
    """
    ours = re.fullmatch(
        r"(?:sheet|header|column|before|after|scale|match|alike|missing|chosen|flag|token|zeros|cell|row|differs|codes)(?::.{1,40})?", text
    )
    return text if ours else "an id of another kind"


def _not_a_choice(question: Question) -> BadInput:
    allowed = ", ".join(question.choices[:12]) + (", or a mark" if question.also_mark else "")
    return BadInput(f"Question '{question.id}' was given an answer that it does not offer.", allowed=allowed, do="Choose one of these.")
