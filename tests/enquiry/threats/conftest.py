"""Small enquiries and classes to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from workbench.enquiry.marks import Mark, MarkRow, MarkTable
from workbench.enquiry.plan import Measure, Plan
from workbench.enquiry.record import Enquiry

Pair = tuple[float | None, float | None]


def _enquiry(**plan: Any) -> Enquiry:
    measure = plan.pop("measure", Measure(id="test", title="Place value test", highest=40))
    return Enquiry(id="0" * 32, title="x", created=datetime(2026, 1, 5, tzinfo=UTC), plan=Plan(measures=(measure,), **plan))


def _mark(value: float | None) -> Mark:
    return Mark(value=value, status="absent" if value is None else "present")


def _table(chosen: Sequence[Pair], others: Sequence[Pair] = ()) -> dict[str, MarkTable]:
    rows = tuple(
        MarkRow(pupil=f"C{index:03d}", chosen=index < len(chosen), before=_mark(before), after=_mark(after))
        for index, (before, after) in enumerate([*chosen, *others])
    )
    return {"test": MarkTable(measure="test", rows=rows)}


def _year(random: Random, *, size: int = 118, r: float = 0.7, gain: float = 0.0) -> list[tuple[float, float]]:
    """A year whose two tests go together at r, SD 6 round 20, with the same gain for everyone."""
    pupils = []
    for _ in range(size):
        ability = random.gauss(0, 6 * r**0.5)
        noise = 6 * (1 - r) ** 0.5
        pupils.append((20 + ability + random.gauss(0, noise), 20 + gain + ability + random.gauss(0, noise)))
    return pupils


@pytest.fixture
def enquiry() -> Callable[..., Enquiry]:
    """Make an enquiry from fields of its plan."""
    return _enquiry


@pytest.fixture
def table() -> Callable[..., dict[str, MarkTable]]:
    """Make tables from the pairs of the chosen and of the others."""
    return _table


@pytest.fixture
def year() -> Callable[..., list[tuple[float, float]]]:
    """Make a year of pairs."""
    return _year
