"""The sums behind Krippendorff's alpha, unit by unit, in numpy.

With c the counts of a unit's m ratings over the levels, the unit adds c'Dc / (m - 1) to the observed
disagreement, D being the distances between levels; the expected one is N'DN / (N - 1) from all N
ratings together. Ordinal and interval distances are squared differences of scores (mid-ranks, values).
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.stats.agreement._ratings import Label, Ratings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST_CODES = 64
"""Whole numbers within this range are counted by their distance from the lowest."""


class Units(NamedTuple):
    """Counts of units with two ratings or more (rows) over levels (columns), and the ratings in each."""

    counts: Array
    sizes: Array
    values: Array
    levels: tuple[Label, ...]
    missing: int


class Point(NamedTuple):
    """Alpha, and the disagreements whose ratio is 1 - alpha."""

    estimate: float
    observed: float
    expected: float


class PairCount(NamedTuple):
    """Pairs of ratings of the same unit: how many, how many alike, the share alike by luck, units alike throughout."""

    pairs: int
    alike: int
    by_luck: float
    units_alike: int


def quick_units(ratings: Any) -> tuple[Units, tuple[tuple[Label | None, ...], ...]] | None:
    """Return the units of an array of small whole numbers with NaN for gaps; ``None`` for anything out of the ordinary."""
    if type(ratings).__name__ != "ndarray" or ratings.ndim != 2 or ratings.dtype.kind not in "fi" or min(ratings.shape) < 2:
        return None
    import numpy as np

    table = np.asarray(ratings, dtype=np.float64)
    known = ~np.isnan(table)
    if not known.any():
        return None
    flat = table[known]
    lowest, highest = float(flat.min()), float(flat.max())
    if not (lowest > -1e9 and highest < lowest + MOST_CODES and highest < 1e9) or lowest == highest:
        return None
    codes = (flat - lowest).astype(np.intp)
    if not (codes == flat - lowest).all() or not lowest.is_integer():
        return None
    width = int(highest - lowest) + 1
    rows = np.repeat(np.arange(len(table)), known.sum(axis=1))
    counts = np.bincount(rows * width + codes, minlength=len(table) * width).reshape(len(table), width).astype(np.float64)
    sizes = counts.sum(axis=1)
    twice = sizes >= 2
    if twice.sum() < 2:
        return None
    counts, sizes = counts[twice], sizes[twice]
    used = counts.sum(axis=0) > 0
    if used.sum() < 2:
        return None
    values: Array = lowest + np.flatnonzero(used).astype(np.float64)
    written = [tuple([None if isnan(value) else int(value) for value in row]) for row in table.tolist()]
    levels = tuple(map(int, values.tolist()))
    return Units(counts[:, used], sizes, values, levels, int(known.size - len(flat))), tuple(written)


def units_of(read: Ratings) -> Units:
    """Return the units of ratings that were read."""
    import numpy as np

    q = len(read.levels)
    counts = np.zeros((len(read.places), q))
    for unit, row in enumerate(read.places):
        for place in row:
            if place is not None:
                counts[unit, place] += 1
    sizes = counts.sum(axis=1)
    labels = any(isinstance(each, str) for each in read.levels)
    values = np.arange(q, dtype=np.float64) if labels else np.array([float(each) for each in read.levels])
    return Units(counts[sizes >= 2], sizes[sizes >= 2], values, read.levels, read.missing)


def count_pairs(units: Units) -> PairCount:
    """Count pairs of ratings of the same unit, and those alike."""
    counts, sizes = units.counts, units.sizes
    total = float(sizes.sum())
    used = counts.sum(axis=0)
    count = int(sizes @ (sizes - 1)) // 2
    squares = (counts * counts).sum(axis=1)
    alike = int(squares.sum() - total) // 2
    return PairCount(count, alike, float(used @ (used - 1)) / (total * (total - 1)), int((squares == sizes * sizes).sum()))


def _alike(units: Units) -> NDArray[np.bool_]:
    """Return which units all their raters rated alike."""
    alike: NDArray[np.bool_] = (units.counts * units.counts).sum(axis=1) == units.sizes * units.sizes
    return alike


def alpha(units: Units, scale: str) -> Point:
    """Return alpha with its two disagreements, each per pair of ratings."""
    own, luck = _disagreements(units, scale)
    total = float(units.sizes.sum())
    observed, expected = float(own.sum()) / total, luck / (total * (total - 1))
    return Point(1 - observed / expected, observed, expected)


def _disagreements(units: Units, scale: str) -> tuple[Array, float]:
    """Return what each unit adds to the observed disagreement, and the sum over all pairs of ratings."""
    counts, sizes = units.counts, units.sizes
    used = counts.sum(axis=0)
    total = float(sizes.sum())
    if scale == "nominal":
        return (sizes * sizes - (counts * counts).sum(axis=1)) / (sizes - 1), total * total - float(used @ used)
    if scale == "ratio":
        apart = _ratio(units.values)
        return (counts @ apart * counts).sum(axis=1) / (sizes - 1), float(used @ apart @ used)
    spots = _scores(units.values, used, scale)
    squares = spots * spots
    own = 2 * (sizes * (counts @ squares) - (counts @ spots) ** 2) / (sizes - 1)
    own[_alike(units)] = 0.0
    return own, 2 * (total * float(used @ squares) - float(used @ spots) ** 2)


def _scores(values: Array, used: Array, scale: str) -> Array:
    """Return scores about their mean, so that nothing is lost when the squares are subtracted."""
    spots = used.cumsum() - used / 2 if scale == "ordinal" else values
    middle: Array = spots - float(used @ spots) / float(used.sum())
    return middle


def _ratio(values: Array) -> Array:
    import numpy as np

    both = values[:, None] + values[None, :]
    apart: Array = (np.subtract.outer(values, values) / np.where(both == 0, 1, both)) ** 2
    return apart


def _fixed(units: Units, scale: str) -> Array:
    """Return the distances between levels, those of ``ordinal`` left out."""
    import numpy as np

    if scale == "nominal":
        return 1 - np.eye(len(units.values))
    if scale == "ratio":
        return _ratio(units.values)
    squared: Array = np.subtract.outer(units.values, units.values) ** 2
    return squared


def jackknife_error(units: Units, scale: str) -> float | None:
    """Return the standard error of alpha from leaving out each unit in turn; ``None`` if that leaves one level once."""
    import numpy as np

    counts, sizes = units.counts, units.sizes
    n, used = len(counts), counts.sum(axis=0)
    if ((used - counts > 0).sum(axis=1) < 2).any():
        return None
    if _alike(units).all():
        return 0.0
    left = sizes.sum() - sizes
    if scale == "ordinal":
        seen, luck = _ordinal_without(counts, sizes, used)
    else:
        own, all_luck = _disagreements(units, scale)
        apart = _fixed(units, scale)
        seen = own.sum() - own
        luck = all_luck - 2 * counts @ (apart @ used) + (counts @ apart * counts).sum(axis=1)
    each = 1 - (left - 1) * seen / luck
    spread = each - each.mean()
    return float(np.sqrt((n - 1) / n * (spread @ spread)))


def _ordinal_without(counts: Array, sizes: Array, used: Array) -> tuple[Array, Array]:
    """Return both disagreements with each unit left out, the ranks taken anew."""
    without = used - counts
    spots = without.cumsum(axis=1) - without / 2
    left = without.sum(axis=1)
    spots = spots - ((without * spots).sum(axis=1) / left)[:, None]
    squares = spots * spots
    share = 1 / (sizes - 1)
    first = (sizes * share) @ counts
    second = (counts * share[:, None]).T @ counts
    seen = squares @ first - (spots @ second * spots).sum(axis=1)
    seen -= share * (sizes * (counts * squares).sum(axis=1) - (counts * spots).sum(axis=1) ** 2)
    luck = left * (without * squares).sum(axis=1) - (without * spots).sum(axis=1) ** 2
    return 2 * seen, 2 * luck


def linearised_error(units: Units, scale: str) -> float | None:
    """Return Gwet's standard error of alpha, distances held fixed."""
    import numpy as np

    counts, sizes = units.counts, units.sizes
    n, mean = len(counts), float(sizes.mean())
    apart = _fixed(units, scale)
    used = counts.sum(axis=0) / (n * mean)
    luck = float(used @ apart @ used)
    own = (counts @ apart * counts).sum(axis=1) / (mean * (sizes - 1))
    pull = counts @ (apart @ used) / mean
    ratio = float(own.mean()) / luck
    bend = (own - ratio * (2 * pull - sizes / mean * luck)) / luck
    spread = bend - bend.mean()
    return float(np.sqrt(spread @ spread / (n * (n - 1))))
