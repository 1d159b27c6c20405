"""The sums behind Krippendorff's alpha, unit by unit, in numpy.

With c the counts of a unit's m ratings over the levels, the unit adds c'Dc / (m - 1) to the observed
disagreement, D being the distances between levels; the expected one is N'DN / (N - 1) from all N
ratings together. Ordinal and interval distances are squared differences of mid-ranks and of values.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.stats.agreement._ratings import Label, Ratings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST_CODES = 64
"""Whole numbers within this range are counted by their distance from the lowest."""
FAR = 1e9
PLAIN = {int, float, type(None)}


class Units(NamedTuple):
    """Counts of units with two ratings or more (rows) over levels (columns), and what is summed from them.

    ``sizes`` holds the ratings in each unit, ``squares`` the sum of its squared counts, ``used`` the uses
    of each level, ``total`` all ratings.
    """

    counts: Array
    sizes: Array
    squares: Array
    used: Array
    total: float
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
    """Return the units of a table of small whole numbers, and its rows; ``None`` for anything out of the ordinary.

    The long way round gives the same; a class's worth of ratings takes a tenth of the time this way.
    """
    import numpy as np

    table = _as_array(ratings)
    if table is None or min(table.shape) < 2:
        return None
    lowest, highest = float(np.fmin.reduce(table, axis=None)), float(np.fmax.reduce(table, axis=None))
    if not (-FAR < lowest < highest < FAR and highest < lowest + MOST_CODES and lowest.is_integer()):
        return None
    width = int(highest - lowest) + 1
    spots = np.where(np.isnan(table), width, table - lowest)
    codes = spots.astype(np.intp)
    if not (codes == spots).all():
        return None
    n, raters = table.shape
    # One row of counts for each level and a last one for gaps: sums over long rows are quick.
    counts = np.bincount((codes * n + np.arange(n)[:, None]).ravel(), minlength=n * (width + 1)).reshape(width + 1, n)
    missing = int(counts[-1].sum())
    sizes: Array = (raters - counts[-1]).astype(np.float64)
    levels = [*range(int(lowest), int(highest) + 1)]
    rows = tuple(zip(*np.array([*levels, None], dtype=object)[codes.T].tolist(), strict=True))
    if missing:
        twice = np.flatnonzero(sizes >= 2)
        counts, sizes = counts.take(twice, axis=1), sizes.take(twice)
    seen = np.flatnonzero(counts[:-1].sum(axis=1))
    if len(sizes) < 2 or len(seen) < 2:
        return None
    values: Array = (seen + lowest).astype(np.float64)
    kept = counts[seen].astype(np.float64).T
    return _summed(kept, sizes, values, tuple([levels[place] for place in seen]), missing), rows


def _as_array(ratings: Any) -> Any:
    """Return an array, or a list of equal lists, of plain numbers as an array of floats; else ``None``."""
    import numpy as np

    if type(ratings).__name__ == "ndarray":
        return ratings.astype(np.float64, copy=False) if ratings.ndim == 2 and ratings.dtype.kind in "fi" else None
    if type(ratings) is not list or not ratings or not {list, tuple}.issuperset(map(type, ratings)):
        return None
    if len(set(map(len, ratings))) > 1 or not PLAIN.issuperset(map(type, chain.from_iterable(ratings))):
        return None
    try:
        return np.array(ratings, dtype=np.float64)
    except OverflowError:
        return None


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
    return _summed(counts[sizes >= 2], sizes[sizes >= 2], values, read.levels, read.missing)


def _summed(counts: Array, sizes: Array, values: Array, levels: tuple[Label, ...], missing: int) -> Units:
    import numpy as np

    squares: Array = np.einsum("ij,ij->i", counts, counts)
    used: Array = counts.sum(axis=0)
    return Units(counts, sizes, squares, used, float(used.sum()), values, levels, missing)


def count_pairs(units: Units) -> PairCount:
    """Count pairs of ratings of the same unit, and those alike."""
    import numpy as np

    sizes, used, total = units.sizes, units.used, units.total
    count, alike = (int(sizes @ sizes) - int(total)) // 2, (int(units.squares.sum()) - int(total)) // 2
    return PairCount(count, alike, float(used @ (used - 1)) / (total * (total - 1)), int(np.count_nonzero(_alike(units))))


def _alike(units: Units) -> NDArray[np.bool_]:
    """Return which units all their raters rated alike."""
    alike: NDArray[np.bool_] = units.squares == units.sizes * units.sizes
    return alike


def alpha(units: Units, scale: str) -> Point:
    """Return alpha with its two disagreements, each per pair of ratings."""
    import numpy as np

    apart = _ordinal(units.used) if scale == "ordinal" else _fixed(units, scale)
    coincidences = (units.counts.T / (units.sizes - 1)) @ units.counts
    observed = float(np.vdot(coincidences, apart)) / units.total
    expected = float(units.used @ apart @ units.used) / (units.total * (units.total - 1))
    return Point(1 - observed / expected, observed, expected)


def _ordinal(used: Array) -> Array:
    """Return the distances between levels by the ratings that lie between: squared differences of mid-ranks."""
    import numpy as np

    ranks = used.cumsum() - used / 2
    squared: Array = np.subtract.outer(ranks, ranks) ** 2
    return squared


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
    n, used = len(counts), units.used
    if ((used - counts > 0).sum(axis=1) < 2).any():
        return None
    if _alike(units).all():
        return 0.0
    left = units.total - sizes
    if scale == "ordinal":
        seen, luck = _ordinal_without(counts, sizes, used)
    else:
        apart = _fixed(units, scale)
        within = (counts @ apart * counts).sum(axis=1)
        own = within / (sizes - 1)
        seen = own.sum() - own
        luck = used @ apart @ used - 2 * counts @ (apart @ used) + within
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
    used = units.used / (n * mean)
    luck = float(used @ apart @ used)
    own = (counts @ apart * counts).sum(axis=1) / (mean * (sizes - 1))
    pull = counts @ (apart @ used) / mean
    ratio = float(own.mean()) / luck
    bend = (own - ratio * (2 * pull - sizes / mean * luck)) / luck
    spread = bend - bend.mean()
    return float(np.sqrt(spread @ spread / (n * (n - 1))))
