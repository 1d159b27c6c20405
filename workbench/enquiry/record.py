"""The central record: one enquiry."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from workbench.enquiry.base import Record
from workbench.enquiry.evaluation import Evaluation
from workbench.enquiry.plan import Plan
from workbench.enquiry.question import Question

SCHEMA_VERSION = 1


class LogEntry(Record):
    """One line of the action log: what was done, with whom, how it went, and what else happened."""

    on: date
    what: str = Field(min_length=1)
    with_whom: str = ""
    how_it_went: str = ""
    other_events: str = ""


class ImportNote(Record):
    """What came in, from which file (by hash, never by name), and what was decided."""

    at: datetime
    measure: str
    file_sha256: str
    rows_read: int
    decisions: dict[str, str] = Field(default_factory=dict)


class ThreatAnswer(Record):
    """The teacher's answer to one threat, printed in the report."""

    threat: str = Field(pattern=r"^M[0-9]{1,2}$")
    answer: str = Field(min_length=1)
    at: datetime


class Claim(Record):
    """A finding in the teacher's words, other explanations considered, and how far it has come."""

    text: str = Field(min_length=1)
    status: Literal["hunch", "supported", "replicated", "local_theory"] = "hunch"
    other_explanations: str = ""


class Origin(Record):
    """Where a cloned enquiry came from: a colleague's repeat, or the next cycle of one's own."""

    kind: Literal["replicate", "next_cycle"]
    enquiry: str
    title: str
    plan_sha256: str = ""
    at: datetime
    what_differs: str = ""


class NextStep(Record):
    """What will be done, stopped or adapted because of the enquiry (CAE-F3)."""

    what: str = Field(min_length=1)
    who: str = ""
    by: date | None = None


class Enquiry(Record):
    """Everything that is known about one enquiry, save its marks and its pupils' names."""

    schema_version: Literal[1] = 1
    id: str = Field(pattern=r"^[0-9a-f]{32}$")
    title: str = Field(min_length=1, max_length=120)
    created: datetime
    cycle: int = Field(default=1, ge=1)
    question: Question = Question()
    plan: Plan = Plan()
    log: tuple[LogEntry, ...] = ()
    imports: tuple[ImportNote, ...] = ()
    what_i_see: str = ""
    claims: tuple[Claim, ...] = ()
    threat_answers: tuple[ThreatAnswer, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    context: str = ""
    origin: Origin | None = None
    evaluation: Evaluation = Evaluation()
