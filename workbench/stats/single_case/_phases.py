"""One pupil, measured many times: a baseline phase, then an intervention phase, and what pairs of observations show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypedDict

from workbench.errors import NotEnoughData
from workbench.stats._columns import Column, Number, read_choice, read_column, whole_units
from workbench.stats._moments import median
from workbench.stats.result import Result

IMPROVEMENTS = ("increase", "decrease")


class Tally(NamedTuple):
    """How many pairs of an earlier and a later observation were better later, level, and worse."""

    better: int
    level: int
    worse: int

    @property
    def total(self) -> int:
        """Every pair."""
        return self.better + self.level + self.worse

    @property
    def s(self) -> int:
        """Kendall's S: pairs better less pairs worse."""
        return self.better - self.worse


class Phases(NamedTuple):
    """Two phases without their blanks; the sessions count blanks, so that time keeps its places.

    ``baseline_units[i] * sign / scale == baseline[i]`` exactly: turned so that more is better.
    """

    baseline: tuple[Number, ...]
    intervention: tuple[Number, ...]
    baseline_at: tuple[int, ...]
    intervention_at: tuple[int, ...]
    baseline_units: Sequence[int]
    intervention_units: Sequence[int]
    scale: int
    sign: int
    missing: int
    improvement: str


class PhaseFields(TypedDict):
    """The fields of ``PhaseComparison`` that are the same whatever is computed."""

    n: int
    missing: int
    n_baseline: int
    n_intervention: int
    improvement: str
    baseline: tuple[Number, ...]
    intervention: tuple[Number, ...]
    baseline_at: tuple[int, ...]
    intervention_at: tuple[int, ...]
    median_baseline: float
    median_intervention: float
    baseline_pairs: int
    baseline_better: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseComparison(Result):
    """What every comparison of two phases of one pupil keeps.

    Attributes:
        n: How many observations there are in both phases, ``n_baseline`` and ``n_intervention`` of them.
        improvement: Whether more (``"increase"``) or less (``"decrease"``) is better.
        baseline, intervention: The observations in their order, without blanks.
        baseline_at, intervention_at: The session of each, counted from 1 through both phases, blanks included.
        median_baseline, median_intervention: The middle observation of each phase.
        baseline_pairs: How many pairs of an earlier and a later observation the baseline has.
        baseline_better: How many of these were already better later.
    """

    n_baseline: int
    n_intervention: int
    improvement: str
    baseline: tuple[Number, ...]
    intervention: tuple[Number, ...]
    baseline_at: tuple[int, ...]
    intervention_at: tuple[int, ...]
    median_baseline: float
    median_intervention: float
    baseline_pairs: int
    baseline_better: int


def read_phases(baseline: Column, intervention: Column, improvement: str, *, least: tuple[int, int] = (1, 1)) -> Phases:
    """Read two phases of one series.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` or ``"decrease"``.
        least: The fewest observations of each phase that will do.

    Raises:
        BadInput: for text, infinite or complex values, or nested columns.
        NotEnoughData: for a phase with fewer than ``least`` observations.
        UnknownOption: for another ``improvement``.
    """
    read_choice(improvement, "improvement", IMPROVEMENTS)
    names = ("baseline", "intervention")
    columns = [read_column(column, name) for column, name in zip((baseline, intervention), names, strict=True)]
    first = [(value, at) for at, value in enumerate(columns[0], start=1) if value is not None]
    second = [(value, at) for at, value in enumerate(columns[1], start=1 + len(columns[0])) if value is not None]
    for name, kept, fewest in zip(names, (first, second), least, strict=True):
        if len(kept) < fewest:
            raise NotEnoughData(
                f"The {name} phase needs at least {fewest} observation{'' if fewest == 1 else 's'}.",
                where=name,
                seen=f"{len(kept)} observation{'' if len(kept) == 1 else 's'}",
                allowed=f"{fewest} or more",
                do="Measure on more days, or show the series as it is.",
            )
    before, after = tuple(value for value, _ in first), tuple(value for value, _ in second)
    scale, (before_units, after_units) = whole_units(before, after)
    sign = 1 if improvement == "increase" else -1
    return Phases(
        baseline=before,
        intervention=after,
        baseline_at=tuple(at for _, at in first),
        intervention_at=tuple(at for _, at in second),
        baseline_units=[sign * unit for unit in before_units],
        intervention_units=[sign * unit for unit in after_units],
        scale=scale,
        sign=sign,
        missing=sum(map(len, columns)) - len(first) - len(second),
        improvement=improvement,
    )


def between(phases: Phases) -> Tally:
    """Return what the pairs of one baseline and one intervention observation show."""
    after = sorted(phases.intervention_units)
    places = [(bisect_left(after, a), bisect_right(after, a)) for a in phases.baseline_units]
    return _tally_of_places(places, len(after) * len(places), sum(len(after) - higher for _, higher in places))


def within(units: Sequence[int]) -> Tally:
    """Return what the pairs of an earlier and a later observation of one phase show."""
    later: list[int] = []
    places = []
    better = 0
    for a in reversed(units):
        places.append((bisect_left(later, a), bisect_right(later, a)))
        better += len(later) - places[-1][1]
        insort(later, a)
    return _tally_of_places(places, len(units) * (len(units) - 1) // 2, better)


def _tally_of_places(places: Sequence[tuple[int, int]], total: int, better: int) -> Tally:
    level = sum(higher - lower for lower, higher in places)
    return Tally(better, level, total - better - level)


def tally(pairs: Sequence[tuple[int, int]]) -> Tally:
    """Count pairs that were better in their second half, level and worse."""
    better = len([True for a, b in pairs if b > a])
    level = len([True for a, b in pairs if a == b])
    return Tally(better, level, len(pairs) - better - level)


def fields_of(phases: Phases) -> PhaseFields:
    """Return what the result keeps of its phases."""
    trend = within(phases.baseline_units)
    return {
        "n": len(phases.baseline) + len(phases.intervention),
        "missing": phases.missing,
        "n_baseline": len(phases.baseline),
        "n_intervention": len(phases.intervention),
        "improvement": phases.improvement,
        "baseline": phases.baseline,
        "intervention": phases.intervention,
        "baseline_at": phases.baseline_at,
        "intervention_at": phases.intervention_at,
        "median_baseline": phases.sign * median(phases.baseline_units, phases.scale),
        "median_intervention": phases.sign * median(phases.intervention_units, phases.scale),
        "baseline_pairs": trend.total,
        "baseline_better": trend.better,
    }
