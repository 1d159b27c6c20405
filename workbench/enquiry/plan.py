"""The plan: who, what is measured and when, what will be done with it, and its lock."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from workbench.enquiry.base import Record

Design = Literal["one_group_before_after"]
MeasureKind = Literal["test", "work_sample", "observation", "questionnaire", "interview"]
SourceKind = Literal["primary", "secondary"]
ChosenBy = Literal["", "everyone", "lowest_scores", "need", "judgement", "volunteers"]
Consent = Literal["", "ordinary_practice", "opt_out", "opt_in"]
Method = Literal["paired_change", "described_in_words"]
Term = Literal["baseline", "short_term", "medium_term"]

Slug = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")


class Measure(Record):
    """One thing that is collected, and the aspects of the question that it answers."""

    id: str = Slug
    title: str = Field(min_length=1, max_length=200)
    kind: MeasureKind = "test"
    source: SourceKind = "primary"
    aspects: tuple[str, ...] = ()
    lowest: float = 0
    highest: float | None = None
    step: float = Field(default=0.5, gt=0)
    method: Method = "paired_change"
    same_paper: bool | None = None
    minutes: float | None = Field(default=None, ge=0, le=600)
    """Minutes that one sitting takes one pupil; 0 for what takes pupils no time; ``None`` for not said."""


class Occasion(Record):
    """One time that something is collected: where it stands in the enquiry, on what day, with which paper.

    ``measure`` is a :class:`Measure`'s id. An empty ``instrument`` is the measure's own; any other text
    names a different paper, form or set of tasks.
    """

    measure: str = Slug
    term: Term
    on: date | None = None
    instrument: str = Field(default="", max_length=200)


class TeachingTime(Record):
    """A stretch of teaching, such as a half term; what lies between two of them is holiday. Both days are taught."""

    name: str = Field(min_length=1, max_length=100)
    first: date
    last: date


class Ethics(Record):
    """Who may see what, how pupils and parents are told, and when data go."""

    consent: Consent = ""
    who_may_see: str = ""
    withdraw_until: date | None = None
    destroy_on: date | None = None


class PlanLock(Record):
    """The moment from which a change of plan is a departure from it."""

    at: datetime
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    version: int = Field(ge=1)


class Amendment(Record):
    """A change made after the lock: what follows from it is exploratory."""

    at: datetime
    reason: str = Field(min_length=1)
    changed: tuple[str, ...]
    sha256: str


class Plan(Record):
    """What will be done, before any pupil is tested."""

    design: Design = "one_group_before_after"
    pupils_expected: int | None = Field(default=None, ge=1, le=5000)
    year_size: int | None = Field(default=None, ge=1, le=100_000)
    chosen_by: ChosenBy = ""
    chosen_how: str = ""
    measures: tuple[Measure, ...] = ()
    before_on: date | None = None
    after_on: date | None = None
    timeline: tuple[Occasion, ...] = ()
    terms: tuple[TeachingTime, ...] = ()
    action: str = ""
    sessions_planned: int | None = Field(default=None, ge=1, le=2000)
    success: str = ""
    smallest_worthwhile: float | None = Field(default=None, gt=0)
    ethics: Ethics = Ethics()
    lock: PlanLock | None = None
    amendments: tuple[Amendment, ...] = ()
