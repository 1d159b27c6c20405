"""What is gathered, and when: the plan's measures with its timeline, and what the evaluation adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.enquiry.burden import burden as plan_burden
from workbench.enquiry.evaluation import BaselineData, DataKind, LaterData, Records
from workbench.enquiry.plan import Measure, MeasureKind, Occasion, Plan, Term
from workbench.enquiry.record import Enquiry

LATER_TERMS: tuple[Term, Term] = ("short_term", "medium_term")
_KINDS: dict[MeasureKind, DataKind] = {
    "test": "tests",
    "work_sample": "work_samples",
    "observation": "pupil_observation",
    "questionnaire": "questionnaires",
    "interview": "interviews",
}
TESTS: frozenset[DataKind] = frozenset({"tests"})
FORMS: frozenset[DataKind] = frozenset({"questionnaires", "interviews"})
"""Kinds that take pupils' own time: the others are looked at without them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """One data set that stands at the start: ``code`` is ``plan:ID`` or ``own:ID``."""

    code: str
    title: str
    kind: DataKind
    records: Records | None
    instrument: str
    minutes: float | None
    analysis: str

    @property
    def from_plan(self) -> bool:
        """Whether the plan names it."""
        return self.code.startswith("plan:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One gathering of data; ``code`` is empty where nothing like it stood at the start.

    ``same`` says whether it uses the paper, form or tasks of the start (``None`` where there is no start).
    """

    code: str
    title: str
    term: Term
    on: date | None
    instrument: str
    records: Records | None
    minutes: float | None
    kind: DataKind
    same: bool | None
    from_plan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """What is asked of one pupil over the whole enquiry; ``unsaid`` are the titles whose minutes nobody gave."""

    tests: int
    forms: int
    minutes: float
    unsaid: tuple[str, ...]


def data_sets(enquiry: Enquiry) -> tuple[DataSet, ...]:
    """Return every data set: the plan's measures, then the rows that were added here."""
    planned = [_planned(measure) for measure in enquiry.plan.measures]
    hows = {line.data_set: line.how for line in enquiry.evaluation.analyses}
    own = [
        DataSet(
            code=f"own:{row.id}",
            title=row.title,
            kind=row.kind,
            records=row.records,
            instrument=row.instrument,
            minutes=row.minutes,
            analysis=hows.get(f"own:{row.id}", ""),
        )
        for row in enquiry.evaluation.baseline
    ]
    return (*planned, *own)


def _planned(measure: Measure) -> DataSet:
    return DataSet(
        code=f"plan:{measure.id}",
        title=measure.title,
        kind=_KINDS[measure.kind],
        records="words" if measure.method == "described_in_words" else "numbers",
        instrument="",
        minutes=measure.minutes,
        analysis=measure.method,
    )


def gathered(enquiry: Enquiry, term: Term) -> tuple[Gathered, ...]:
    """Return what is gathered at one point of the enquiry, the plan's first."""
    planned = [each for measure in enquiry.plan.measures for each in _from_plan(enquiry.plan, measure, term)]
    if term == "baseline":
        return (*planned, *(_at_start(row) for row in enquiry.evaluation.baseline))
    rows = enquiry.evaluation.short_data if term == "short_term" else enquiry.evaluation.medium_data
    started = {each.code: each for each in gathered(enquiry, "baseline")}
    known = {each.code: each for each in data_sets(enquiry)}
    return (*planned, *(_later(row, term, known, started) for row in rows))


def _from_plan(plan: Plan, measure: Measure, term: Term) -> list[Gathered]:
    base = _planned(measure)
    occasions = _occasions(plan, measure)
    first = next((each.instrument for each in occasions if each.term == "baseline"), None)
    return [
        Gathered(
            code=base.code,
            title=base.title,
            term=term,
            on=each.on,
            instrument=each.instrument,
            records=base.records,
            minutes=base.minutes,
            kind=base.kind,
            same=None if first is None else _alike(first, each.instrument) and measure.same_paper is not False,
            from_plan=True,
        )
        for each in occasions
        if each.term == term
    ]


def _occasions(plan: Plan, measure: Measure) -> list[Occasion]:
    """Return when a measure is taken; without a line in the timeline, on the plan's first and second day if its change is wanted."""
    found = [each for each in plan.timeline if each.measure == measure.id]
    if found or measure.method == "described_in_words":
        return found
    return [
        Occasion(measure=measure.id, term="baseline", on=plan.before_on),
        Occasion(measure=measure.id, term="short_term", on=plan.after_on),
    ]


def _at_start(row: BaselineData) -> Gathered:
    return Gathered(
        code=f"own:{row.id}",
        title=row.title,
        term="baseline",
        on=row.on,
        instrument=row.instrument,
        records=row.records,
        minutes=row.minutes,
        kind=row.kind,
        same=True,
        from_plan=False,
    )


def _later(row: LaterData, term: Term, known: dict[str, DataSet], started: dict[str, Gathered]) -> Gathered:
    base, first = known.get(row.data_set or ""), started.get(row.data_set or "")
    return Gathered(
        code=row.data_set or "",
        title=row.title or (base.title if base else ""),
        term=term,
        on=row.on,
        instrument=row.instrument or (first.instrument if first else ""),
        records=row.records or (base.records if base else None),
        minutes=row.minutes if row.minutes is not None or base is None else base.minutes,
        kind=base.kind if base else "other",
        same=None if first is None else not row.instrument.strip() or _alike(first.instrument, row.instrument),
        from_plan=False,
    )


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def unplaced(enquiry: Enquiry) -> tuple[str, ...]:
    """Return the titles of the plan's measures that are gathered at no time that anyone said."""
    return tuple(each.title for each in enquiry.plan.measures if not _occasions(enquiry.plan, each))


def burden(enquiry: Enquiry) -> Burden:
    """Count what one pupil is asked to do: tests, forms and talks, and their minutes as far as they are said.

    The plan's part is counted as on the plan's own page.
    """
    planned = plan_burden(enquiry.plan)
    terms: tuple[Term, ...] = ("baseline", *LATER_TERMS)
    own = [each for term in terms for each in gathered(enquiry, term) if not each.from_plan]
    asked = [(_KINDS[measure.kind], share.sittings) for measure, share in zip(enquiry.plan.measures, planned.shares, strict=True)]
    asked += [(each.kind, 1) for each in own]
    timeless = [(_KINDS[measure.kind], measure.title) for measure in enquiry.plan.measures if measure.minutes is None]
    timeless += [(each.kind, each.title) for each in own if each.minutes is None]
    return Burden(
        tests=sum(times for kind, times in asked if kind in TESTS),
        forms=sum(times for kind, times in asked if kind in FORMS),
        minutes=planned.minutes + sum(each.minutes or 0 for each in own),
        unsaid=tuple(dict.fromkeys(title for kind, title in timeless if kind in TESTS | FORMS)),
    )
