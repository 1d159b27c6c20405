"""The plan at the desk: its grid, its outlook, its lock, changes after the lock, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from workbench.desk.enquiry import Workspace
from workbench.enquiry.answers import put_value, read_answer, read_words
from workbench.enquiry.forms import LOCKED, FieldSpec
from workbench.enquiry.grid import grid
from workbench.enquiry.names import value_without_names, without_names
from workbench.enquiry.plan import Amendment, Plan, PlanLock
from workbench.enquiry.plan_checks import Gap, gaps
from workbench.enquiry.plan_hash import plan_hash
from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput, Locked, NotReady, SeveralProblems, UnknownOption, WorkbenchError
from workbench.words import plan as words
from workbench.words.timeline import gap_words


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """One row of the grid in words; ``problem`` is empty where the row has no hole."""

    aspect: str
    measure: str
    analysis: str
    section: str
    empty: bool
    problem: str


def grid_rows(ws: Workspace) -> tuple[GridLine, ...]:
    """Return the grid: aspect, measure, analysis, section of the report; holes say what to do."""
    lines = []
    for row in grid(ws.record):
        problem = "" if not row.empty else words.GRID["no_measure" if row.measure is None else "no_aspect"]
        lines.append(
            GridLine(
                aspect=row.aspect.text if row.aspect else "",
                measure=row.measure.title if row.measure else "",
                analysis=words.GRID.get(row.analysis, ""),
                section=words.GRID.get(row.section, ""),
                empty=row.empty,
                problem=problem,
            )
        )
    return tuple(lines)


def missing(ws: Workspace) -> tuple[str, ...]:
    """Return the codes of all that stands between the plan and its lock (words: ``words.timeline.gap_words``)."""
    return tuple(dict.fromkeys(gap.code for gap in gaps(ws.record)))


def missing_sentences(ws: Workspace) -> tuple[str, ...]:
    """Return the same in sentences, each with what to do."""
    return tuple(" ".join(gap_words(gap)) for gap in gaps(ws.record))


def outlook(ws: Workspace, *, spread: float | None = None, level: float = 0.95) -> tuple[str, ...]:
    """Return what the planned number of pupils can show: the width of the range, and the smallest p.

    Args:
        ws: The enquiry.
        spread: A guess at the SD of the pupils' changes, in marks; without one the width is told in spreads.
        level: The level of the range.
    """
    from workbench import stats

    pupils = ws.record.plan.pupils_expected
    if pupils is None:
        return (words.NO_NUMBER,)
    if pupils < 2:
        return (words.ONE_PUPIL,)
    said = []
    if spread is None:
        width = stats.expected_interval_width("paired", pupils, level=level)
        said.append(words.width_in_spreads(pupils, width.half_width, level))
    else:
        width = stats.expected_interval_width("paired", pupils, sd=spread, level=level)
        said.append(words.width_in_marks(pupils, width.half_width, spread))
        if ws.record.plan.smallest_worthwhile is not None:
            said.append(words.worthwhile(width.half_width, ws.record.plan.smallest_worthwhile))
    least = stats.smallest_possible_p("paired", pupils)
    said.append(words.smallest_p(pupils, least.smallest_p, least.enough, least.below))
    return tuple(said)


def lock(ws: Workspace) -> PlanLock:
    """Lock the plan, with the time and the fingerprint of what it holds.

    Raises:
        Locked: when it is locked already.
        SeveralProblems: with everything that is still missing; nothing is changed.
    """
    at = ws.clock()

    def close(record: Enquiry) -> Enquiry:
        if record.plan.lock is not None:
            raise Locked(words.ALREADY_LOCKED[0], do=words.ALREADY_LOCKED[1])
        found = [_not_ready(gap) for gap in gaps(record)]
        if found:
            raise SeveralProblems(found)
        held = PlanLock(at=at, sha256=plan_hash(record), version=ws.store.version + 1)
        return record.model_copy(update={"plan": record.plan.model_copy(update={"lock": held})})

    held = ws.change(close, what="locked the plan").plan.lock
    assert held is not None
    return held


def _not_ready(gap: Gap) -> NotReady:
    what, do = gap_words(gap)
    return NotReady(what, do=do)


def amend(ws: Workspace, changes: Mapping[str, object], reason: str) -> Amendment:
    """Change a locked plan, with a reason; the change is dated and stands in the report.

    Args:
        ws: The enquiry.
        changes: New answers, as typed, by field: of the plan's form, or the question, its aspects, the answer sketch.
        reason: Why.

    Raises:
        NotReady: when the plan is not locked.
        BadInput: without a reason, or when nothing would change.
        SeveralProblems: for answers that cannot be read, or that leave the plan with a hole.
    """
    if ws.record.plan.lock is None:
        raise NotReady(words.NOT_LOCKED[0], do=words.NOT_LOCKED[1])
    if not isinstance(changes, Mapping):
        raise BadInput("Changes of the plan are pairs of field and answer.", seen=type(changes).__name__)
    why, _ = without_names(read_words(reason), ws.names)
    if not why:
        raise BadInput(words.NO_REASON[0], do=words.NO_REASON[1])
    at = ws.clock()

    def change(record: Enquiry) -> Enquiry:
        new, changed = _with_changes(record, {name: value_without_names(raw, ws.names)[0] for name, raw in changes.items()})
        if not changed:
            raise BadInput(words.NO_CHANGE[0], do=words.NO_CHANGE[1])
        return amended(new, changed, why, at)

    return ws.change(change, what="changed the locked plan", why=why).plan.amendments[-1]


def amended(record: Enquiry, changed: Iterable[str], reason: str, at: datetime) -> Enquiry:
    """Return a record whose locked plan was changed, with the amendment that says so."""
    amendment = Amendment(at=at, reason=reason, changed=tuple(changed), sha256=plan_hash(record))
    return record.model_copy(update={"plan": record.plan.model_copy(update={"amendments": (*record.plan.amendments, amendment)})})


def amend_from(ws: Workspace, answers: Mapping[str, object], reason: str) -> Amendment:
    """Change a locked plan from a file of answers, by form and field. Raises as :func:`amend`."""
    changes: dict[str, object] = {}
    for form, fields in answers.items():
        if not isinstance(fields, Mapping):
            raise BadInput("The answers of a form are pairs of field and answer.", where=f"Form '{form}'")
        changes.update(fields)
    return amend(ws, changes, reason)


def _with_changes(record: Enquiry, changes: Mapping[str, object]) -> tuple[Enquiry, list[str]]:
    """Return the record with the answers put in, and the fields that changed; every fault at once."""
    problems: list[WorkbenchError] = []
    new, changed = record, []
    for name, raw in changes.items():
        try:
            spec = _locked_field(name)
            before = new
            new = put_value(new, spec.path, read_answer(spec, raw))
        except WorkbenchError as problem:
            problems.append(problem)
        else:
            changed += [name] if new != before else []
    if not problems:
        problems = [_not_ready(gap) for gap in gaps(new)]
    if problems:
        raise SeveralProblems(problems)
    return new, changed


def _locked_field(name: str) -> FieldSpec:
    if name not in LOCKED:
        raise UnknownOption(words.NOT_A_PLAN_FIELD, seen=name, allowed=", ".join(LOCKED))
    return LOCKED[name][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """One way in which what was done differs from what was planned."""

    code: str
    sentence: str


def departures(ws: Workspace) -> tuple[Departure, ...]:
    """Return what was planned and done otherwise: lock, changes, sessions, pupils, measures, days."""
    found = [*_of_the_lock(ws), *_of_the_work(ws), *_of_the_marks(ws)]
    return tuple(Departure(code=code, sentence=sentence) for code, sentence in found)


def _of_the_lock(ws: Workspace) -> list[tuple[str, str]]:
    from workbench.desk.analysis import any_marks, plan_at_first_marks

    plan = ws.record.plan
    marked = any_marks(ws.tables())
    if plan.lock is None:
        return [("never_locked", words.never_locked())] if marked else []
    found = []
    first = plan_at_first_marks(ws)
    if marked and first is not None and first.lock is None:
        found.append(("locked_late", words.locked_late()))
    found += [
        ("amended", words.amended(each.at, [name.replace("_", " ") for name in each.changed], each.reason)) for each in plan.amendments
    ]
    if plan_hash(ws.record) != (plan.amendments[-1].sha256 if plan.amendments else plan.lock.sha256):
        found.append(("changed_outside", words.changed_outside()))
    return found


def _of_the_work(ws: Workspace) -> list[tuple[str, str]]:
    plan, log = ws.record.plan, ws.record.log
    found = []
    if plan.sessions_planned is not None and len(log) != plan.sessions_planned:
        found.append(("sessions", words.sessions(plan.sessions_planned, len(log))))
    if log and plan.before_on and min(entry.on for entry in log) < plan.before_on:
        found.append(("began_early", words.began_early(min(entry.on for entry in log), plan.before_on)))
    if log and plan.after_on and max(entry.on for entry in log) > plan.after_on:
        found.append(("went_on", words.went_on(max(entry.on for entry in log), plan.after_on)))
    return found


def _of_the_marks(ws: Workspace) -> list[tuple[str, str]]:
    plan, tables = ws.record.plan, ws.tables()
    found = []
    for measure in plan.measures:
        if measure.method != "paired_change":
            continue
        rows = tables[measure.id].chosen() if measure.id in tables else ()
        if not any(row.before.value is not None or row.after.value is not None for row in rows):
            found.append(("no_marks", words.no_marks(measure.title)))
            continue
        for occasion, values in (("before", [row.before.value for row in rows]), ("after", [row.after.value for row in rows])):
            if all(value is None for value in values):
                found.append(("one_occasion", _lacking(ws, plan, measure.title, occasion)))
        if plan.pupils_expected is not None and len(rows) != plan.pupils_expected:
            found.append(("pupils", words.pupils(measure.title, plan.pupils_expected, len(rows))))
    return found


def _lacking(ws: Workspace, plan: Plan, title: str, occasion: str) -> str:
    if occasion == "after" and plan.after_on is not None and ws.clock().date() < plan.after_on:
        return words.not_yet(plan.after_on)
    return words.one_occasion(title, occasion)
