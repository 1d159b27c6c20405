"""The question of an enquiry: its parts, its aspects and its versions."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from workbench.enquiry.base import Record


class QuestionParts(Record):
    """The fields that a question can be built from (Q-R2). Empty means not said yet."""

    approach: str = ""
    pupils: str = ""
    year: str = ""
    need: str = ""
    subject_aspect: str = ""
    when: str = ""
    already_tried: str = ""


class Aspect(Record):
    """One part of the question that the enquiry must answer (Q-R5)."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    text: str = Field(min_length=1)


class RuleOverride(Record):
    """The teacher keeps her wording against a rule's advice, and says why; printed in the report."""

    rule: str
    reason: str = Field(min_length=1)
    at: datetime


class QuestionVersion(Record):
    """One wording that was kept, with its date and the reason for the change (CAE-A)."""

    number: int = Field(ge=1)
    text: str
    parts: QuestionParts
    at: datetime
    reason: str


class Question(Record):
    """The working question and every version that was kept."""

    text: str = ""
    parts: QuestionParts = QuestionParts()
    priority: str = ""
    aspects: tuple[Aspect, ...] = ()
    answer_sketch: str = ""
    overrides: tuple[RuleOverride, ...] = ()
    versions: tuple[QuestionVersion, ...] = ()
