"""Days in school and out of it, from the half terms or blocks that were typed; weeks run from Monday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from workbench.enquiry.plan import TeachingTime

Where = Literal["taught", "weekend", "holiday", "beyond", "unknown"]

WHOLE_TERM = 9
"""A stretch of more weeks than this is a whole term (Scottish terms run to eleven), and half of it is half a term."""

HALF_TERM = 5.0
"""Half a term in weeks where none was typed: the shortest that schools in the United Kingdom usually have."""


def where(day: date, terms: Sequence[TeachingTime]) -> Where:
    """Say whether a day is a school day.

    ``unknown`` is a weekday where no terms were typed, ``beyond`` one before the first of them or after the last.

    >>> where(date(2026, 1, 10), ())
    'weekend'
    """
    if day.weekday() >= 5:
        return "weekend"
    known = [term for term in terms if term.first <= term.last]
    if not known:
        return "unknown"
    if any(term.first <= day <= term.last for term in known):
        return "taught"
    inside = min(term.first for term in known) < day < max(term.last for term in known)
    return "holiday" if inside else "beyond"


def school_days(first: date, last: date, terms: Sequence[TeachingTime]) -> int:
    """Count the school days from ``first`` to ``last``, both counted; weekdays where nothing is known of the terms."""
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return sum(where(day, terms) in ("taught", "beyond", "unknown") for day in days)


def half_term(day: date, terms: Sequence[TeachingTime]) -> float:
    """Return how many weeks half a term has at a day: the stretch it falls in, or the next one, or the last.

    >>> half_term(date(2026, 1, 8), ())
    5.0
    """
    known = sorted((term for term in terms if term.first <= term.last), key=lambda term: term.first)
    if not known:
        return HALF_TERM
    here = next((term for term in known if day <= term.last), known[-1])
    weeks = school_days(here.first, here.last, (here,)) / 5
    return weeks / 2 if weeks > WHOLE_TERM else weeks


def holidays(first: date, last: date, terms: Sequence[TeachingTime]) -> tuple[tuple[date, date], ...]:
    """Return the holidays between two days, each with its first and last day; both ends are holiday."""
    known = sorted((term for term in terms if term.first <= term.last), key=lambda term: term.first)
    found = []
    taught_until = known[0].last if known else None
    for term in known[1:]:
        assert taught_until is not None
        start, end = max(taught_until + timedelta(days=1), first), min(term.first - timedelta(days=1), last)
        if start <= end and any((start + timedelta(days=step)).weekday() < 5 for step in range((end - start).days + 1)):
            found.append((start, end))
        taught_until = max(taught_until, term.last)
    return tuple(found)
