"""The p of a correlation from all arrangements, and the interval that matches it.

The p is exact: if the two columns had nothing to do with each other, every arrangement would have been as likely. For the
interval a correlation other than 0 has to be tried too, and no rearranging can do that. What is tried is that the atanh of the
coefficient moves along with the true one without changing its spread, as Fisher's z takes it to; but the spread, the skew
and the ties are those of the arrangements and not of a normal curve. So 0 lies inside exactly when p is above 1 - level.
"""

from __future__ import annotations

from collections.abc import Callable
from math import atanh, inf, sqrt, tanh
from statistics import NormalDist
from typing import NamedTuple

from workbench.stats._chance import doubt_of
from workbench.stats._columns import exact
from workbench.stats.association._arrangements import Arrangements

ALTERNATIVES = ("two_sided", "greater", "less")
SMALLEST_FLOAT = 5e-324
ONE_LINE = "all points lie on one line"


class Tested(NamedTuple):
    """What the arrangements say."""

    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    smallest_p: float
    standard_error: float | None
    low: float | None
    high: float | None


def infer(found: Arrangements, *, middle: int, times: int, most: int, alternative: str, share: float | None) -> Tested:
    """Return the p of the arrangement seen and the ends of the interval.

    Args:
        found: The statistic over all arrangements.
        middle: What ``times * statistic`` is when the coefficient is 0.
        times: What the statistic is multiplied by before ``middle`` is taken off.
        most: The square of ``times * statistic - middle`` where the coefficient is 1.
        alternative: ``two_sided``, ``greater`` or ``less``.
        share: The level, or ``None`` for no interval.
    """
    at_least, at_most, total = found.at_least, found.at_most, found.total
    either = min(total, 2 * min(at_least, at_most))
    counted = {"two_sided": either, "greater": at_least, "less": at_most}[alternative]
    far = abs(times * found.seen - middle)
    as_far = sum(count for value, count in zip(found.values, found.counts, strict=True) if abs(times * value - middle) >= far)
    p = counted / total or SMALLEST_FLOAT

    def coefficient(value: int) -> float:
        return ratio(times * value - middle, most)

    low, high = (None, None) if share is None else _interval(found, coefficient, share, alternative)
    return Tested(
        p=p,
        p_greater=at_least / total or SMALLEST_FLOAT,
        p_less=at_most / total or SMALLEST_FLOAT,
        p_absolute=as_far / total or SMALLEST_FLOAT,
        mid_p=min(1.0, (2 * min(at_least, at_most) - found.equal) / total or SMALLEST_FLOAT),
        smallest_p=_smallest(found, alternative),
        standard_error=None if found.draws is None else doubt_of(p, found.draws, alternative),
        low=low,
        high=high,
    )


def ratio(joint: int, most: int) -> float:
    """Return joint / sqrt(most), both whole numbers of any size; 1 exactly where it is."""
    size = sqrt(joint * joint / most)
    return size if joint > 0 else -size


def _smallest(found: Arrangements, alternative: str) -> float:
    low, high = (1, 1) if found.draws is not None else (found.counts[0], found.counts[-1])
    ways = {"two_sided": min(found.total, 2 * min(low, high)), "greater": high, "less": low}[alternative]
    return ways / found.total or SMALLEST_FLOAT


def _interval(
    found: Arrangements, coefficient: Callable[[int], float], share: float, alternative: str
) -> tuple[float | None, float | None]:
    """Return both ends; ``None`` for one not asked for, and for one that no p as small as that could set."""
    seen = _z(coefficient(found.seen))
    if abs(seen) == inf:
        return None, None
    outside = 1 - exact(share)
    few = (outside / 2 if alternative == "two_sided" else outside) * found.total
    rank = int(few) + 1
    low = high = None
    if alternative != "less" and found.counts[-1] <= few:
        low = tanh(seen - _z(coefficient(found.from_the_top(rank))))
    if alternative != "greater" and found.counts[0] <= few:
        high = tanh(seen - _z(coefficient(found.from_the_bottom(rank))))
    return low, high


def _z(coefficient: float) -> float:
    return atanh(coefficient) if abs(coefficient) < 1 else inf if coefficient > 0 else -inf


def textbook_interval(estimate: float, spread: float, level: float | None) -> tuple[float | None, float | None]:
    """Return the normal interval on the scale of atanh, given the standard error there."""
    if level is None or abs(estimate) >= 1:
        return None, None
    reach = NormalDist().inv_cdf((1 + level) / 2) * spread
    return tanh(atanh(estimate) - reach), tanh(atanh(estimate) + reach)
