"""The shapes that other tools read: ``status --json`` and ``check --json``. Changed only by adding."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from workbench.enquiry.base import Record

Number = int | float | str | bool | None


class PublishedEnquiry(Record):
    """Which enquiry, and which version of its record."""

    id: str
    title: str
    cycle: int
    created: datetime
    version: int
    sha256: str


class PublishedRule(Record):
    """One rule's verdict on the question, with the very words that decided it."""

    rule: Literal["Q-R1", "Q-R2", "Q-R3", "Q-R4", "Q-R5"]
    verdict: Literal["yes", "no", "look here"]
    words: tuple[str, ...]
    sentence: str
    next_step: str
    rewrite: str
    overridden_because: str


class PublishedQuestion(Record):
    """The working question and what the rules say of it."""

    text: str
    versions: int
    rules: tuple[PublishedRule, ...]


class PublishedPlan(Record):
    """Whether the plan is locked, with the hash that was locked and what was changed since."""

    locked: bool
    locked_at: datetime | None
    sha256: str | None
    amendments: int
    missing: tuple[str, ...]


class PublishedTable(Record):
    """One table of marks, counted; for the teacher's own screen."""

    measure: str
    sha256: str
    pupils: int
    chosen: int
    pairs: int


class PublishedStage(Record):
    """How far one stage is."""

    stage: Literal["frame", "plan", "collect", "analyse", "check", "replicate", "report"]
    state: Literal["not started", "under way", "done"]
    missing: tuple[str, ...]


class PublishedDraft(Record):
    """An answer that is kept but not yet right."""

    form: str
    field: str
    message: str


class PublishedNotice(Record):
    """Something about the files themselves."""

    kind: str
    file: str
    sentence: str


class Status(Record):
    """What ``workbench status --json`` prints."""

    schema_version: Literal[1] = 1
    enquiry: PublishedEnquiry
    stage: str
    stages: tuple[PublishedStage, ...]
    question: PublishedQuestion
    plan: PublishedPlan
    data: tuple[PublishedTable, ...]
    drafts: tuple[PublishedDraft, ...]
    whole: bool
    notices: tuple[PublishedNotice, ...]


class PublishedThreat(Record):
    """One catalogued mistake. ``found`` is null when it cannot be told yet; the sentence says why."""

    id: str
    title: str
    grade: Literal["stop", "caution", "note"]
    found: bool | None
    numbers: dict[str, Number]
    sentence: str
    offers: tuple[str, ...]
    answer: str


class Check(Record):
    """What ``workbench check --json`` prints."""

    schema_version: Literal[1] = 1
    enquiry: PublishedEnquiry
    threats: tuple[PublishedThreat, ...]
