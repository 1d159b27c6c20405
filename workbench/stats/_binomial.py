"""A count out of so many: its share with four intervals, and the exact test of one half."""

from __future__ import annotations

from fractions import Fraction
from math import comb, inf, nextafter, sqrt
from statistics import NormalDist
from typing import NamedTuple

from workbench.stats._columns import exact

SMALLEST_FLOAT = 5e-324
Ends = tuple[float, float]


def z_for(level: float) -> float:
    """Return how many standard errors on either side hold this share of a normal distribution."""
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(k: int, n: int, level: float) -> Ends:
    """Return Wilson's score interval of ``k`` out of ``n``."""
    z = z_for(level)
    middle, reach = k + z * z / 2, z * sqrt(k * (n - k) / n + z * z / 4)
    return 0.0 if k == 0 else (middle - reach) / (n + z * z), 1.0 if k == n else (middle + reach) / (n + z * z)


def clopper_pearson(k: int, n: int, outside: float) -> Ends:
    """Return the shares at which ``k`` or more, and ``k`` or fewer, of ``n`` have this chance."""
    low = 0.0 if k == 0 else beta_quantile(outside, k, n - k + 1)
    return low, 1.0 if k == n else 1 - beta_quantile(outside, n - k, k + 1)


def jeffreys(k: int, n: int, level: float) -> Ends:
    """Return the equal-tailed interval from Jeffreys' prior, an end at 0 or 1 when the count is there."""
    outside = (1 - level) / 2
    low = 0.0 if k == 0 else beta_quantile(outside, k + 0.5, n - k + 0.5)
    return low, 1.0 if k == n else 1 - beta_quantile(outside, n - k + 0.5, k + 0.5)


def agresti_coull(k: int, n: int, level: float) -> Ends:
    """Return the interval of Agresti and Coull, cut off at 0 and 1."""
    z = z_for(level)
    more = n + z * z
    share = (k + z * z / 2) / more
    reach = z * sqrt(share * (1 - share) / more)
    return max(0.0, share - reach), min(1.0, share + reach)


def beta_quantile(chance: float, a: float, b: float) -> float:
    """Return the point below which a beta distribution holds this chance."""
    from scipy.special import betaincinv

    return float(betaincinv(a, b, chance))


class SignTest(NamedTuple):
    """The exact test that one way is as likely as the other, and the interval of the share that went up.

    An end is ``None`` where none was asked for, and both are when nobody changed.
    """

    p: float
    p_greater: float
    p_less: float
    mid_p: float
    smallest_p: float
    low: float | None
    high: float | None


def sign_test(up: int, down: int, *, alternative: str, level: float | None) -> SignTest:
    """Return the exact sign test of ``up`` against ``down``, with the interval that matches its p."""
    n, total = up + down, 1 << (up + down)
    at_most = _sum_of_binomials(n, min(up, down))
    equal = comb(n, up)
    tails = (total - at_most + equal, at_most)
    at_least, at_most = tails if up <= down else tails[::-1]
    doubled = min(2 * min(at_least, at_most), total)
    counted = {"two_sided": doubled, "greater": at_least, "less": at_most}[alternative]
    least = min(2, total) if alternative == "two_sided" else 1
    low, high = (None, None) if level is None or n == 0 else _interval(up, n, counted, alternative, level)
    return SignTest(
        p=counted / total or SMALLEST_FLOAT,
        p_greater=at_least / total or SMALLEST_FLOAT,
        p_less=at_most / total or SMALLEST_FLOAT,
        mid_p=min(1.0, (2 * min(at_least, at_most) - equal) / total or SMALLEST_FLOAT),
        smallest_p=least / total or SMALLEST_FLOAT,
        low=low,
        high=high,
    )


def on_its_side(end: float, no_difference: float, *, inside: bool, lower: bool) -> float:
    """Return an end moved, by a rounding at most, to the side of no difference on which its p puts it."""
    above = inside != lower
    beyond = nextafter(no_difference, inf if above else -inf)
    return max(end, beyond) if above else min(end, beyond)


def ends_that_match(
    ends: tuple[float, float], no_difference: float, *, inside: bool, alternative: str, nearer_low: bool
) -> tuple[float | None, float | None]:
    """Return the ends asked for, with no difference inside them exactly when its p says so.

    Args:
        ends: Both ends, as a root finder gave them.
        no_difference: The value that stands for no difference.
        inside: Whether its p is above 1 - level.
        alternative: ``two_sided``, or ``greater`` / ``less`` for the one end that is asked for.
        nearer_low: Whether an interval without it lies above it.
    """
    low: float | None = ends[0]
    high: float | None = ends[1]
    if alternative == "less":
        low = None
    elif inside or alternative == "greater" or nearer_low:
        low = on_its_side(ends[0], no_difference, inside=inside, lower=True)
    if alternative == "greater":
        high = None
    elif inside or alternative == "less" or not nearer_low:
        high = on_its_side(ends[1], no_difference, inside=inside, lower=False)
    return low, high


def _interval(up: int, n: int, counted: int, alternative: str, level: float) -> tuple[float | None, float | None]:
    outside = 1 - exact(level)
    ends = clopper_pearson(up, n, float(outside / 2 if alternative == "two_sided" else outside))
    inside = Fraction(counted, 1 << n) > outside
    return ends_that_match(ends, 0.5, inside=inside, alternative=alternative, nearer_low=2 * up > n)


def _sum_of_binomials(n: int, most: int) -> int:
    total = term = 1
    for place in range(most):
        term = term * (n - place) // (place + 1)
        total += term
    return total
