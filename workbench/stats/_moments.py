"""Means, spreads and correlations from whole units, exact until the last square root."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt


def mean(units: Sequence[int], scale: int) -> float:
    """Return the mean of ``units / scale``, correctly rounded."""
    return sum(units) / (len(units) * scale)


def squares(units: Sequence[int]) -> int:
    """Return n times the sum of squared deviations: a whole number, 0 exactly when all are equal."""
    return len(units) * sum(unit * unit for unit in units) - sum(units) ** 2


def sd(units: Sequence[int], scale: int) -> float:
    """Return the standard deviation (divisor n - 1) of ``units / scale``; needs two values or more."""
    n = len(units)
    return _root(squares(units), n * (n - 1) * scale * scale)


def correlation(x: Sequence[int], y: Sequence[int]) -> float | None:
    """Return Pearson's r, or ``None`` when one column does not vary."""
    both = squares(x) * squares(y)
    if both == 0:
        return None
    joint = len(x) * sum(a * b for a, b in zip(x, y, strict=True)) - sum(x) * sum(y)
    size = _root(joint * joint, both)
    return size if joint > 0 else -size


def median(units: Sequence[int], scale: int) -> float:
    """Return the median of ``units / scale``."""
    ordered = sorted(units)
    n = len(ordered)
    return (ordered[(n - 1) // 2] + ordered[n // 2]) / (2 * scale)


def _root(top: int, bottom: int) -> float:
    """Return the square root of a fraction, with no overflow or underflow on the way."""
    shift = max(0, 160 - top.bit_length() + bottom.bit_length())
    shift += shift % 2
    root: int = isqrt((top << shift) // bottom)
    return root / (1 << (shift // 2))
