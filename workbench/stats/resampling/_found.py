"""The interval that was asked for: from the distribution itself where there is one, from draws otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, sqrt
from typing import Any, NamedTuple

from workbench.stats import _moments as moments
from workbench.stats.resampling import _draws as draw
from workbench.stats.resampling import _exact as exactly
from workbench.stats.resampling import _limits as limits
from workbench.stats.resampling._sample import PAIRED, Sample, Statistic

MOST_LOST = 20
"""At most one resample in so many may have no value."""
BINS = 40
MEANS = ("mean", "mean_change", "mean_difference")
MEDIANS = ("median", "median_change", "median_difference")


class Asked(NamedTuple):
    """Which interval is wanted."""

    kind: str
    ties: str
    level: float


class Found(NamedTuple):
    """An interval before it is told."""

    cut: limits.Cut
    ends: tuple[float, float] | None
    error: float | None
    bins: tuple[tuple[float, float, float], ...]
    end_errors: tuple[float, float] | None
    without_value: int
    undefined: str | None


def distribution_of(sample: Sample, wanted: Statistic) -> tuple[exactly.Distribution, int] | None:
    """Return the exact distribution and the estimate on its grid; ``None`` where it has to be drawn."""
    of = exactly.sums if wanted.name in MEANS else exactly.medians if wanted.name in MEDIANS else None
    if of is None:
        return None
    columns = [sample.changes] if sample.design == PAIRED else list(sample.units)
    parts = [part for part in map(of, columns) if part is not None]
    if len(parts) < len(columns):
        return None
    means = wanted.name in MEANS
    here = [sum(column) if means else draw.twice_median(column) for column in columns]
    sizes = [len(column) if means else 2 for column in columns]
    if len(parts) == 1:
        return exactly.of_one(parts[0], sizes[0] * sample.scale), here[0]
    factors = (sizes[1], sizes[0]) if means else (1, 1)
    over = sizes[0] * (sizes[1] if means else 1) * sample.scale
    distribution = exactly.of_difference(parts[0], parts[1], factors, over)
    return None if distribution is None else (distribution, factors[0] * here[0] - factors[1] * here[1])


def from_distribution(distribution: exactly.Distribution, here: int, sample: Sample, wanted: Statistic, asked: Asked) -> Found:
    kind, ties, level = asked
    if distribution.low == distribution.high:
        return Found(limits.plain_cut(level), None, None, (), None, 0, limits.ALL_ALIKE)
    cut = limits.plain_cut(level)
    if kind == "bca":
        acceleration = limits.acceleration_of(_without_one(sample, wanted))
        cut = limits.accelerated_cut(level, *distribution.below_and_at(here), ties, acceleration)
    ends = None if cut.undefined else limits.exact_ends(distribution, here, cut, kind)
    return Found(cut, ends, distribution.sd, _exact_bins(distribution), None, 0, cut.undefined)


def from_draws(value: float, sample: Sample, wanted: Statistic, asked: Asked, chance: tuple[int, int]) -> Found:
    import numpy as np

    kind, ties, level = asked
    function = draw.with_error(wanted.name) if kind == "studentised" else draw.by_rows(wanted)
    drawn = np.concatenate(list(draw.drawn(sample, function, draws=chance[0], seed=chance[1])))
    values = drawn[:, 0] if kind == "studentised" else drawn
    able = np.isfinite(values)
    lost = int(values.size - np.count_nonzero(able))
    cut = limits.plain_cut(level)
    if lost * MOST_LOST > values.size:
        return Found(cut, None, None, (), None, lost, limits.NO_VALUE)
    values = values[able]
    spread = float(np.ptp(values))
    if spread <= limits.SAME * float(np.max(np.abs(values))):
        return Found(cut, None, None, (), None, lost, limits.ALL_ALIKE)
    if kind == "bca":
        with np.errstate(invalid="ignore"):
            acceleration = limits.acceleration_of(draw.left_out_once(sample, function))
        cut = limits.accelerated_cut(level, *limits.below_and_at(values, value), ties, acceleration)
    error, bins = float(np.std(values)), _drawn_bins(values)
    if cut.undefined:
        return Found(cut, None, error, bins, None, lost, cut.undefined)
    ordered = np.sort(values)
    if kind == "basic":
        ordered = (2 * value - ordered)[::-1]
    if kind == "studentised":
        ordered = limits.studentised(drawn, value, _standard_error(sample, wanted))
    found = limits.drawn_ends(ordered, cut)
    if found is None:
        return Found(cut, None, error, bins, None, lost, limits.MORE_DRAWS)
    if not all(map(isfinite, found[0])):
        return Found(cut, None, error, bins, None, lost, limits.ALIKE_RESAMPLES)
    return Found(cut, found[0], error, bins, found[1], lost, None)


def _without_one(sample: Sample, wanted: Statistic) -> list[Any]:
    """Return the statistic without each pupil in turn, for each group; of means less a constant, exactly 0 where nothing changes."""
    import numpy as np

    if wanted.name not in MEANS:
        return draw.left_out_once(sample, draw.by_rows(wanted))
    columns: list[Sequence[int]] = [sample.changes] if sample.design == PAIRED else list(sample.units)
    totals = [(column, len(column), sum(column)) for column in columns]
    signs = (-1, 1)
    return [
        np.array([sign * (n * unit - total) / (n * (n - 1)) for unit in column], dtype=float)
        for sign, (column, n, total) in zip(signs, totals, strict=False)
    ]


def _standard_error(sample: Sample, wanted: Statistic) -> float:
    """Return the standard error of the mean, the mean change, or the difference (a spread for each group)."""
    columns: list[Sequence[int]] = [sample.changes] if wanted.name == "mean_change" else list(sample.units)
    return sqrt(sum(moments.sd(column, sample.scale) ** 2 / len(column) for column in columns))


def _exact_bins(distribution: exactly.Distribution) -> tuple[tuple[float, float, float], ...]:
    """Return the picture of a distribution: a bin for each value where there are few, without the empty far tails."""
    low, high = distribution.lowest_reaching(0.0005), distribution.highest_leaving(0.0005)
    step = max(1, -(-(high - low + 1) // BINS))
    edges = list(range(low, high + step + 1, step))
    so_far = [distribution.up_to(edge - 1) for edge in edges]
    over = distribution.denominator
    return tuple(
        ((2 * edges[i] - 1) / (2 * over), (2 * edges[i + 1] - 1) / (2 * over), max(0.0, so_far[i + 1] - so_far[i]))
        for i in range(len(edges) - 1)
    )


def _drawn_bins(values: Any) -> tuple[tuple[float, float, float], ...]:
    import numpy as np

    low, high = np.quantile(values, [0.0005, 0.9995])
    if not low < high:
        low, high = np.min(values), np.max(values)
    counts, edges = np.histogram(values, BINS, (low, high))
    return tuple((float(edges[i]), float(edges[i + 1]), int(count) / values.size) for i, count in enumerate(counts))
