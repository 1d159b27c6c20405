"""Kendall's S for short series, with ties: the normal approximation, and the exact chance for a trend in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import erfc, sqrt
from typing import NamedTuple


class Kendall(NamedTuple):
    """Kendall's S, its tied denominator and its variance.

    Attributes:
        tau: Tau-b; ``None`` when one side does not vary.
        z, p: Normal approximation without a continuity correction; ``None`` with no spread or fewer than three.
    """

    s: int
    denominator: float
    tau: float | None
    z: float | None
    p: float | None


def kendall(x: Sequence[int], y: Sequence[int]) -> Kendall:
    """Return Kendall's S of two columns of whole units in step, with tau-b and its normal p."""
    n = len(x)
    s = sum(
        ((x[later] > x[place]) - (x[later] < x[place])) * ((y[later] > y[place]) - (y[later] < y[place]))
        for place in range(n)
        for later in range(place + 1, n)
    )
    groups = [list(Counter(column).values()) for column in (x, y)]
    untied = [n * (n - 1) // 2 - sum(t * (t - 1) // 2 for t in group) for group in groups]
    denominator = sqrt(untied[0] * untied[1])
    tau = s / denominator if denominator else None
    variance = _variance(n, *groups) if n > 2 else 0.0
    if tau is None or variance <= 0:
        return Kendall(s, denominator, tau, None, None)
    z = s / sqrt(variance)
    return Kendall(s, denominator, tau, z, erfc(abs(z) / sqrt(2)))


def _variance(n: int, x_groups: Sequence[int], y_groups: Sequence[int]) -> float:
    one = [sum(t * (t - 1) * (2 * t + 5) for t in group) for group in (x_groups, y_groups)]
    two = [sum(t * (t - 1) for t in group) for group in (x_groups, y_groups)]
    three = [sum(t * (t - 1) * (t - 2) for t in group) for group in (x_groups, y_groups)]
    base = (n * (n - 1) * (2 * n + 5) - one[0] - one[1]) / 18
    return base + two[0] * two[1] / (2 * n * (n - 1)) + three[0] * three[1] / (9 * n * (n - 1) * (n - 2))


def trend_p_exact(units: Sequence[int]) -> float:
    """Return the two-sided chance of so strong a trend if the same values had come in any order.

    All orders are counted, ties included: the number of falls in the orders of a multiset has the
    Gaussian multinomial coefficients for its distribution. Doubled one-sided, at most 1.
    """
    falls = sum(units[later] < units[place] for place in range(len(units)) for later in range(place + 1, len(units)))
    ways = [1]
    so_far = 0
    for count in Counter(units).values():
        for each in range(1, count + 1):
            so_far += 1
            ways = _over(_times(ways, so_far), each)
    total = sum(ways)
    return min(1.0, 2 * min(sum(ways[: falls + 1]), sum(ways[falls:])) / total)


def _times(ways: list[int], top: int) -> list[int]:
    """Multiply a polynomial by 1 - q^top."""
    longer = ways + [0] * top
    for place in range(len(ways)):
        longer[place + top] -= ways[place]
    return longer


def _over(ways: list[int], bottom: int) -> list[int]:
    """Divide a polynomial by 1 - q^bottom, which divides it."""
    for place in range(bottom, len(ways)):
        ways[place] += ways[place - bottom]
    return ways[: len(ways) - bottom]
