"""What is wrong with a timeline, or worth a second look: order, days out of school, what is not mirrored.

``stop`` is an order in which nothing could be found out, and the lock refuses it. ``ask`` is a day that
may well be a slip. ``note`` is what a reader of the report will ask about. The words are in ``words.timeline``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from workbench.enquiry.plan import Measure, Occasion, Plan
from workbench.enquiry.teaching_time import half_term, school_days, where

Grade = Literal["stop", "ask", "note"]
LONGEST_STRETCH = 20
"""No school teaches for more weeks than this without a holiday; a year that was mistyped does."""
SLACK = 5
"""A test in the first week of a half term and one in its last week still make half a term: school days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at: a code, how far it goes, and what it is about.

    Attributes:
        code: Leads to its words.
        grade: ``stop``, ``ask`` or ``note``.
        about: The title of a measure, or the name of a term, or nothing.
        term: Where in the enquiry the occasion stands, or nothing.
        on: The days in question, the one to mend first.
        numbers: Counts that the words name.
    """

    code: str
    grade: Grade
    about: str = ""
    term: str = ""
    on: tuple[date, ...] = ()
    numbers: tuple[float, ...] = ()


def findings(plan: Plan, *, today: date) -> tuple[Finding, ...]:
    """Return everything to look at in a plan's days: what stops the lock first, then questions, then notes.

    Args:
        plan: The plan.
        today: The day of planning. A locked plan is judged by the day of its lock.
    """
    planned_on = plan.lock.at.date() if plan.lock is not None else today
    found = [*stops(plan), *_days(plan, planned_on), *_terms(plan), *_mirror(plan), *_whole(plan)]
    order: dict[Grade, int] = {"stop": 0, "ask": 1, "note": 2}
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: order[finding.grade]))


def stops(plan: Plan) -> tuple[Finding, ...]:
    """Return what stands between the timeline and the lock: lines that lead nowhere, and days in an impossible order."""
    titles = {measure.id: measure.title for measure in plan.measures}
    astray = [each.measure for each in plan.timeline if each.measure not in titles]
    found = [Finding(code="occasion_of_no_measure", grade="stop", about=name) for name in astray]
    for measure in plan.measures:
        found += _order(measure, [each for each in plan.timeline if each.measure == measure.id], plan)
    found += [
        Finding(code="term_backwards", grade="stop", about=term.name, on=(term.last, term.first))
        for term in plan.terms
        if term.last < term.first
    ]
    return tuple(dict.fromkeys(found))


def _order(measure: Measure, occasions: Sequence[Occasion], plan: Plan) -> list[Finding]:
    baseline, short, medium = (_dates(occasions, term) for term in ("baseline", "short_term", "medium_term"))
    later = sorted([*((day, "short_term") for day in short), *((day, "medium_term") for day in medium)])
    title = measure.title
    if baseline and later and later[0][0] <= baseline[-1]:
        return [Finding(code="later_not_after_baseline", grade="stop", about=title, term=later[0][1], on=(later[0][0], baseline[-1]))]
    found = []
    if short and medium and medium[0] <= short[-1]:
        found.append(Finding(code="medium_not_after_short", grade="stop", about=title, term="medium_term", on=(medium[0], short[-1])))
    if baseline and plan.after_on and baseline[-1] >= plan.after_on:
        found.append(Finding(code="baseline_after_work", grade="stop", about=title, term="baseline", on=(baseline[-1], plan.after_on)))
    if later and plan.before_on and later[0][0] <= plan.before_on:
        found.append(Finding(code="later_before_work", grade="stop", about=title, term=later[0][1], on=(later[0][0], plan.before_on)))
    return found


def _dates(occasions: Sequence[Occasion], term: str) -> list[date]:
    return sorted(each.on for each in occasions if each.term == term and each.on is not None)


def planned_days(plan: Plan) -> tuple[tuple[str, str, date], ...]:
    """Return every day on which something is collected as (title of the measure, term, day), in order of days.

    The days of the first and second measure stand in with an empty title where no line of the timeline has that day.
    """
    titles = {measure.id: measure.title for measure in plan.measures}
    found = [(titles[each.measure], str(each.term), each.on) for each in plan.timeline if each.on is not None and each.measure in titles]
    taken = {day for _, _, day in found}
    ends = (("baseline", plan.before_on), ("short_term", plan.after_on))
    found += [("", term, day) for term, day in ends if day is not None and day not in taken]
    return tuple(sorted(found, key=lambda item: item[2]))


def _days(plan: Plan, today: date) -> list[Finding]:
    codes = {"weekend": "on_weekend", "holiday": "in_holiday", "beyond": "beyond_terms"}
    found: list[Finding] = []
    for title, term, day in planned_days(plan):
        place = where(day, plan.terms)
        if place in codes:
            found.append(Finding(code=codes[place], grade="ask", about=title, term=term, on=(day,)))
        if day < today:
            found.append(Finding(code="in_past", grade="ask", about=title, term=term, on=(day,)))
    seen: set[tuple[str, date]] = set()
    for each in plan.timeline:
        if each.on is not None and (each.measure, each.on) in seen:
            title = next((measure.title for measure in plan.measures if measure.id == each.measure), each.measure)
            found.append(Finding(code="twice_on_one_day", grade="ask", about=title, on=(each.on,)))
        if each.on is not None:
            seen.add((each.measure, each.on))
    return found


def _terms(plan: Plan) -> list[Finding]:
    known = sorted((term for term in plan.terms if term.first <= term.last), key=lambda term: term.first)
    found = []
    for term in known:
        weeks = ((term.last - term.first).days + 1) / 7
        if weeks > LONGEST_STRETCH:
            found.append(Finding(code="term_long", grade="ask", about=term.name, on=(term.first, term.last), numbers=(round(weeks),)))
    for one, other in pairwise(known):
        if other.first <= one.last:
            found.append(Finding(code="terms_overlap", grade="ask", about=other.name, on=(other.first, one.last)))
    return found


def _mirror(plan: Plan) -> list[Finding]:
    """Return where what is collected later does not mirror what was collected at the start."""
    if not plan.timeline:
        return [Finding(code="no_timeline", grade="note")] if plan.measures else []
    found: list[Finding] = []
    for measure in plan.measures:
        own = [each for each in plan.timeline if each.measure == measure.id]
        first = [each for each in own if each.term == "baseline"]
        later = [each for each in own if each.term != "baseline"]
        if not own:
            found.append(Finding(code="measure_not_in_timeline", grade="note", about=measure.title))
        elif not first:
            found.append(Finding(code="no_baseline", grade="note", about=measure.title))
        elif not later:
            found.append(Finding(code="no_later", grade="note", about=measure.title))
        else:
            found += _papers(measure, first, later)
    return found


def _papers(measure: Measure, first: Sequence[Occasion], later: Sequence[Occasion]) -> list[Finding]:
    at_first = {_paper(each) for each in first}
    other = [each for each in later if _paper(each) not in at_first]
    found = [Finding(code="other_instrument", grade="note", about=measure.title, term=each.term) for each in other]
    if measure.same_paper is False and not other:
        found.append(Finding(code="paper_not_named", grade="note", about=measure.title))
    return found


def _paper(occasion: Occasion) -> str:
    return " ".join(occasion.instrument.casefold().split())


def _whole(plan: Plan) -> list[Finding]:
    found: list[Finding] = []
    undated = sum(each.on is None for each in plan.timeline)
    if undated:
        found.append(Finding(code="no_day", grade="note", numbers=(undated,)))
    if plan.timeline and not any(each.term == "medium_term" for each in plan.timeline):
        found.append(Finding(code="no_medium_term", grade="note"))
    found += _length(plan)
    for code, term, day in (("before_on_differs", "baseline", plan.before_on), ("after_on_differs", "short_term", plan.after_on)):
        days = _dates(plan.timeline, term)
        if day is not None and days and not days[0] <= day <= days[-1]:
            found.append(Finding(code=code, grade="note", term=term, on=(day, days[0])))
    return found


def _length(plan: Plan) -> list[Finding]:
    """Return a note when all of it takes less than half a term (five weeks where no terms were typed)."""
    days = [day for _, _, day in planned_days(plan)]
    if len(days) < 2 or days[0] == days[-1]:
        return []
    needed = half_term(days[0], plan.terms)
    known = any(term.first <= term.last for term in plan.terms)
    taken = school_days(days[0], days[-1], plan.terms) / 5 if known else (days[-1] - days[0]).days / 7
    if taken >= needed - (SLACK / 5 if known else 0):
        return []
    return [Finding(code="too_short", grade="note", on=(days[0], days[-1]), numbers=(taken, needed))]
