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


PromptId = Literal["T5-1", "T5-2", "T5-3", "T5-4", "T5-5", "T5-6", "T5-7", "T5-8", "T5-9", "T5-10", "T5-ES"]
Cell = str | float | tuple[str, ...] | None


class PublishedPromptField(Record):
    """One question of the evaluation tool: yes or no, words, a date as text, rows by column, or null for not answered."""

    field: str
    question: str
    answer: bool | str | tuple[dict[str, Cell], ...] | None


class PublishedFinding(Record):
    """One thing that is open below a prompt, or in order (``good``)."""

    code: str
    sentence: str
    do: str
    good: bool


class PublishedPrompt(Record):
    """One prompt: its questions one by one, what the plan says already, and what is still open."""

    id: PromptId
    title: str
    from_plan: tuple[str, ...]
    questions: tuple[PublishedPromptField, ...]
    findings: tuple[PublishedFinding, ...]


class PublishedGathering(Record):
    """One time that a data set is gathered; ``same`` is null where there is no start to compare with."""

    term: Literal["baseline", "short_term", "medium_term"]
    data_set: str
    title: str
    on: str | None
    instrument: str
    records: Literal["numbers", "words", "both"] | None
    same: bool | None
    from_plan: bool


class PublishedBurden(Record):
    """What is asked of one pupil in all; ``unsaid`` names what has no minutes yet."""

    tests: int
    forms: int
    minutes: float
    unsaid: tuple[str, ...]


class PublishedEvaluation(Record):
    """What ``workbench evaluate --json`` prints."""

    schema_version: Literal[1] = 1
    enquiry: PublishedEnquiry
    prompts: tuple[PublishedPrompt, ...]
    gatherings: tuple[PublishedGathering, ...]
    burden: PublishedBurden
    left_out: int
