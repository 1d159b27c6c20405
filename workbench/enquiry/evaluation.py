"""How professional learning is judged, prompt by prompt (T5-1 to T5-10): what the plan does not know already.

Nothing of the plan is copied here: what it says is shown beside each prompt, and these are the additions.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from workbench.enquiry.base import Record

Link = Literal["learning", "teaching", "lessons", "terms"]
LINKS: tuple[Link, ...] = ("learning", "teaching", "lessons", "terms")
"""The chain from what teachers learn to what pupils know terms later, in order."""

DataKind = Literal[
    "tests",
    "teacher_assessment",
    "staff_observation",
    "pupil_observation",
    "teaching_quality",
    "lesson_progress",
    "work_samples",
    "questionnaires",
    "interviews",
    "other",
]
Records = Literal["numbers", "words", "both"]
Format = Literal["report", "workshop", "talk", "one_page", "display", "conversation", "other"]

Named = Annotated[str, Field(pattern=r"^(plan|own):[a-z0-9][a-z0-9-]{0,60}$")]
"""A data set: ``plan:ID`` for a measure of the plan, ``own:ID`` for a row of the baseline below."""


class ChainLink(Record):
    """One step from professional learning to pupils' results, and what will show that it happened."""

    link: Link
    what: str = Field(min_length=1)
    data_sets: tuple[Named, ...] = ()
    seen_by: str = ""


class BaselineData(Record):
    """One kind of data that stands at the start, beyond the plan's measures."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    title: str = Field(min_length=1, max_length=200)
    kind: DataKind
    records: Records | None = None
    instrument: str = ""
    on: date | None = None
    minutes: float | None = Field(default=None, ge=0, le=600)


class LaterData(Record):
    """Data gathered again, or something new. An empty ``instrument`` is the one used at the start."""

    data_set: Named | None = None
    title: str = ""
    records: Records | None = None
    instrument: str = ""
    on: date | None = None
    minutes: float | None = Field(default=None, ge=0, le=600)


class Target(Record):
    """What would count as success, and the data in which it would be seen."""

    target: str = Field(min_length=1)
    data_sets: tuple[Named, ...] = ()


class AnalysisLine(Record):
    """What will be done with one data set."""

    data_set: Named
    how: str = Field(min_length=1)


class Telling(Record):
    """To whom, in what form, and what they are asked to do with it."""

    audience: str = Field(min_length=1)
    format: Format | None = None
    response: str = ""
    on: date | None = None


class Step(Record):
    """One thing that follows from the findings."""

    what: str = Field(min_length=1)
    who: str = ""
    by: date | None = None


class EffectSize(Record):
    """An effect size with the range that fits it; without its range it is not kept."""

    what: str = Field(min_length=1)
    size: float
    low: float
    high: float
    pupils: int | None = Field(default=None, ge=1, le=100_000)


class Evaluation(Record):
    """The answers to the evaluation tool. A prompt that asks two things is two fields."""

    points_covered: bool | None = None
    points_notes: str = ""
    stages_covered: bool | None = None
    stages_notes: str = ""
    chain: tuple[ChainLink, ...] = ()
    helps_pupils: bool | None = None
    helps_pupils_notes: str = ""
    helps_teachers: bool | None = None
    helps_teachers_notes: str = ""
    isolates: bool | None = None
    isolates_notes: str = ""
    tests_bearable: bool | None = None
    tests_notes: str = ""
    forms_bearable: bool | None = None
    forms_notes: str = ""
    baseline: tuple[BaselineData, ...] = ()
    short_success: tuple[Target, ...] = ()
    short_on: date | None = None
    short_data: tuple[LaterData, ...] = ()
    short_mirrors: bool | None = None
    short_mirrors_notes: str = ""
    short_blend: bool | None = None
    short_blend_notes: str = ""
    medium_success: tuple[Target, ...] = ()
    medium_on: date | None = None
    medium_data: tuple[LaterData, ...] = ()
    medium_mirrors: bool | None = None
    medium_mirrors_notes: str = ""
    medium_blend: bool | None = None
    medium_blend_notes: str = ""
    analyses: tuple[AnalysisLine, ...] = ()
    telling: tuple[Telling, ...] = ()
    steps_me: tuple[Step, ...] = ()
    steps_others: tuple[Step, ...] = ()
    effect_sizes: tuple[EffectSize, ...] = ()
