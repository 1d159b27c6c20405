"""From a resampling distribution to an interval: percentile, basic, bias-corrected and accelerated, studentised."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.stats.resampling._exact import Distribution

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

NORMAL = NormalDist()
SAME = 1e-10
"""Two drawn values closer than this, beside their own size, are the same value added up in another order."""
NO_ACCELERATION = "leaving out any one pupil changes nothing, so its acceleration is undefined"
TOO_STRONG = "single pupils sway it too strongly for this level"
ALL_ALIKE = "drawing these pupils again always gives the same value"
MORE_DRAWS = "its ends lie beyond the draws that were made"
ALIKE_RESAMPLES = "too many of the draws hold one mark only"
NO_VALUE = "too many of the draws give it no value"


class Cut(NamedTuple):
    """How much of the distribution lies outside on each side, or why that cannot be said."""

    low: float
    high: float
    bias: float | None = None
    acceleration: float | None = None
    undefined: str | None = None


def plain_cut(level: float) -> Cut:
    """Return the same share on each side."""
    return Cut((1 - level) / 2, (1 - level) / 2)


def accelerated_cut(level: float, below: float, at: float, ties: str, acceleration: float | None) -> Cut:
    """Return the shares outside a BCa interval.

    Args:
        level: Between 0 and 1.
        below: The share of resamples below the estimate.
        at: The share at the estimate; half of it counts as below with ``ties="half"``, none with ``"strict"``.
        ties: ``"half"`` or ``"strict"``.
        acceleration: From the values without one pupil each; ``None`` when those are all alike.
    """
    share = below + (at / 2 if ties == "half" else 0.0)
    if not 0 < share < 1:
        where = "below" if share <= 0 else "above"
        counted = "ties count half" if ties == "half" else "ties are not counted"
        return Cut(0, 0, None, acceleration, f"none of the draws lies {where} it ({counted})")
    bias = NORMAL.inv_cdf(share)
    if acceleration is None:
        return Cut(0, 0, bias, None, NO_ACCELERATION)
    outside = []
    for z, side in ((NORMAL.inv_cdf((1 - level) / 2), 1), (-NORMAL.inv_cdf((1 - level) / 2), -1)):
        stretch = 1 - acceleration * (bias + z)
        if stretch <= 0:
            return Cut(0, 0, bias, acceleration, TOO_STRONG)
        outside.append(NORMAL.cdf(side * (bias + (bias + z) / stretch)))
    return Cut(outside[0], outside[1], bias, acceleration)


def acceleration_of(samples: Sequence[Matrix]) -> float | None:
    """Return the skewness of the values without one pupil each, over 6; several groups are pooled.

    ``None`` when no pupil's absence changes anything.
    """
    import numpy as np

    influences = [(values.size - 1) * (values.mean() - values) / values.size for values in samples]
    biggest = max(float(np.max(np.abs(each))) for each in influences)
    about = max(float(np.max(np.abs(values))) for values in samples)
    if not isfinite(biggest) or biggest <= SAME * about:
        return None
    scaled = [each / biggest for each in influences]
    cubes, squares = sum(float(np.sum(each**3)) for each in scaled), sum(float(np.sum(each**2)) for each in scaled)
    return cubes / (6 * squares * sqrt(squares))


def exact_ends(distribution: Distribution, here: int, cut: Cut, kind: str) -> tuple[float, float]:
    """Return both ends from the distribution itself; ``here`` is the estimate on its grid."""
    low, high = distribution.lowest_reaching(cut.low), distribution.highest_leaving(cut.high)
    if kind == "basic":
        low, high = 2 * here - high, 2 * here - low
    return low / distribution.denominator, high / distribution.denominator


def drawn_ends(ordered: Matrix, cut: Cut) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return both ends from drawn values in rising order, and the standard error of each; ``None`` beyond the last value.

    The end stands at the (draws + 1) * share-th value; its error is read from the values around it.
    """
    last = ordered.size + 1
    places = last * cut.low, last * (1 - cut.high)
    if places[0] < 1 or places[1] > ordered.size:
        return None
    ends, errors = [], []
    for place, share in zip(places, (cut.low, cut.high), strict=True):
        step = sqrt(last * share * (1 - share))
        ends.append(_at(ordered, place))
        around = [_at(ordered, min(max(1.0, place + side * step), float(ordered.size))) for side in (-1, 1)]
        errors.append((around[1] - around[0]) / 2 if isfinite(around[1] - around[0]) else 0.0)
    return (ends[0], ends[1]), (errors[0], errors[1])


def _at(ordered: Matrix, place: float) -> float:
    """Return the place-th value (the first is 1), between two values where it falls between."""
    under = int(place)
    lower = float(ordered[under - 1])
    if under in {place, ordered.size}:
        return lower
    upper = float(ordered[under])
    return lower if lower == upper else lower + (place - under) * (upper - lower) if isfinite(upper - lower) else upper


def below_and_at(values: Matrix, estimate: float) -> tuple[float, float]:
    """Return the shares of drawn values below the estimate and at it."""
    import numpy as np

    near = SAME * max(abs(estimate), float(np.max(np.abs(values))))
    at = float(np.mean(np.abs(values - estimate) <= near))
    return float(np.mean(values < estimate - near)), at


def studentised(pairs: Matrix, estimate: float, error: float) -> Matrix:
    """Return, in rising order, what the estimate would be under each resample's own t.

    Args:
        pairs: Each resample's value and standard error.
        estimate: That of the data.
        error: Its standard error.
    """
    import numpy as np

    apart, own = pairs[:, 0] - estimate, pairs[:, 1]
    near = SAME * max(abs(estimate), float(np.max(np.abs(pairs[:, 0]))))
    apart = np.where(np.abs(apart) <= near, 0.0, apart)
    alike = own == 0
    t = np.where(alike, np.where(apart == 0, 0.0, np.copysign(inf, apart)), apart / np.where(alike, 1.0, own))
    return np.sort(estimate - t * error)
