"""Newcombe's limits for a share of pairs: the exact roots, and what the reference program prints for them.

That program (SingleCaseES 0.7.4) stops its search within 0.00012 of a root, and where every pair went one
way it stops at the estimate itself, so that its interval closes to a point. Both are given, under their own names.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import NormalDist
from typing import NamedTuple

_HALVES = 60
_PROGRAM_TOLERANCE = 2.0**-13
"""The fourth root of the spacing of floats at 1: that program's usual step at which to stop."""
_SPACING = 2.0**-52


class Limits(NamedTuple):
    """The roots, and the program's figures for them."""

    low: float
    high: float
    program_low: float
    program_high: float


def newcombe_limits(m: int, n: int, estimate: float, share: float) -> Limits:
    """Return the limits for a share of m times n pairs, always within 0 and 1."""
    z = NormalDist().inv_cdf((1 + share) / 2)
    printed = _equation(m, n, estimate, z)
    return Limits(
        low=_lower(m, n, estimate, z),
        high=1 - _lower(m, n, 1 - estimate, z),
        program_low=_program_root(printed, 0.0, estimate) if estimate > 0 else 0.0,
        program_high=_program_root(printed, estimate, 1.0) if estimate < 1 else 1.0,
    )


def _equation(m: int, n: int, estimate: float, z: float) -> Callable[[float], float]:
    """Return what is 0 where the estimate lies z standard errors from x."""
    half = (m + n) / 2 - 1

    def beyond(x: float) -> float:
        spread = x * (1 - x) * (2 + half + (1 + 2 * half) * x * (1 - x))
        return m * n * (estimate - x) ** 2 * (2 - x) * (1 + x) - z * z * spread

    return beyond


def _lower(m: int, n: int, estimate: float, z: float) -> float:
    if estimate == 0:
        return 0.0
    half = (m + n) / 2 - 1

    def without_the_end(x: float) -> float:  # with an estimate of 1, 1 itself is a root and no answer; it is divided out
        return m * n * (1 - x) * (2 - x) * (1 + x) - z * z * x * (2 + half + (1 + 2 * half) * x * (1 - x))

    beyond = without_the_end if estimate == 1 else _equation(m, n, estimate, z)
    low, high = 0.0, estimate
    for _ in range(_HALVES):
        middle = (low + high) / 2
        low, high = (middle, high) if beyond(middle) > 0 else (low, middle)
    return (low + high) / 2


def _program_root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return the root as Brent's search leaves it at the program's tolerance (Brent 1973, chapter 4)."""
    last, best, other = low, high, low
    f_last, f_best, f_other = function(low), function(high), function(low)
    if 0 in (f_last, f_best):
        return low if f_last == 0 else high
    while True:
        before = best - last
        if abs(f_other) < abs(f_best):
            last, best, other = best, other, best
            f_last, f_best, f_other = f_best, f_other, f_best
        least = 2 * _SPACING * abs(best) + _PROGRAM_TOLERANCE / 2
        step = (other - best) / 2
        if abs(step) <= least or f_best == 0:
            return best
        if abs(before) >= least and abs(f_last) > abs(f_best):
            p, q = _interpolated((last, f_last), (best, f_best), (other, f_other))
            if p < 0.75 * (other - best) * q - abs(least * q) / 2 and p < abs(before * q / 2):
                step = p / q
        if abs(step) < least:
            step = least if step > 0 else -least
        last, f_last = best, f_best
        best += step
        f_best = function(best)
        if (f_best > 0) == (f_other > 0):
            other, f_other = last, f_last


def _interpolated(last: tuple[float, float], best: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return the step to the root of a line or a curve through the points, as a fraction with a positive top."""
    across = other[0] - best[0]
    to_last = best[1] / last[1]
    if last[0] == other[0]:
        p, q = across * to_last, 1 - to_last
    else:
        ratio, to_other = last[1] / other[1], best[1] / other[1]
        p = to_last * (across * ratio * (ratio - to_other) - (best[0] - last[0]) * (to_other - 1))
        q = (ratio - 1) * (to_other - 1) * (to_last - 1)
    return (p, -q) if p > 0 else (-p, q)
