"""Chance-corrected agreement among several raters, with the standard error for a sample of units (Gwet 2008, 2014)."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from workbench.stats._distributions import t_quantile

NO_WIDTH = 1e-12
"""A standard error below this is 0 but for rounding."""


class Corrected(NamedTuple):
    """A coefficient ``(observed - expected) / (1 - expected)`` and its standard error."""

    estimate: float
    standard_error: float | None
    observed: float
    expected: float


class PairCount(NamedTuple):
    """The pairs of ratings of the same unit: how many, how many alike, and how many units are rated alike throughout."""

    pairs: int
    alike: int
    units: int
    units_alike: int


def tally(places: Sequence[Sequence[int | None]], levels: int) -> list[list[int]]:
    """Return for every unit with a rating how often each level was given."""
    rows = []
    for row in places:
        counts = [0] * levels
        for place in row:
            if place is not None:
                counts[place] += 1
        if any(counts):
            rows.append(counts)
    return rows


def pairs_of(counts: Sequence[Sequence[int]]) -> PairCount:
    """Count pairs of ratings of the same unit."""
    twice = [row for row in counts if sum(row) >= 2]
    alike = sum(number * (number - 1) // 2 for row in twice for number in row)
    return PairCount(sum(sum(row) * (sum(row) - 1) // 2 for row in twice), alike, len(twice), sum(max(row) == sum(row) for row in twice))


def use_of_levels(counts: Sequence[Sequence[int]]) -> list[float]:
    """Return the average share of ratings at each level, every unit counting once."""
    return [sum(row[level] / sum(row) for row in counts) / len(counts) for level in range(len(counts[0]))]


def corrected(counts: Sequence[Sequence[int]], weights: Sequence[Sequence[float]], *, gwet: bool) -> Corrected | None:
    """Return Gwet's AC, or Fleiss' kappa generalised to weights and gaps; ``None`` where luck alone would always agree.

    The agreement expected by luck comes from ``use_of_levels``: for Fleiss as the weighted chance that two
    ratings drawn from it agree, for Gwet from how evenly the levels are used.
    """
    n, q = len(counts), len(weights)
    use = use_of_levels(counts)
    even = sum(map(sum, weights)) / (q * (q - 1))
    pull = [even * (1 - share) for share in use] if gwet else [sum(w * share for w, share in zip(row, use, strict=True)) for row in weights]
    expected = sum(share * each for share, each in zip(use, pull, strict=True))
    if expected >= 1 - 1e-12:
        return None
    agreed = [_agreed(row, weights) for row in counts]
    known = [each for each in agreed if each is not None]
    observed = sum(known) / len(known)
    estimate = (observed - expected) / (1 - expected)
    total = 0.0
    for row, each in zip(counts, agreed, strict=True):
        own = 0.0 if each is None else n / len(known) * (each - expected) / (1 - expected)
        luck = sum(number * at for number, at in zip(row, pull, strict=True)) / sum(row)
        total += (own - 2 * (1 - estimate) * (luck - expected) / (1 - expected) - estimate) ** 2
    return Corrected(estimate, sqrt(total / (n * (n - 1))) if n > 1 else None, observed, expected)


def _agreed(row: Sequence[int], weights: Sequence[Sequence[float]]) -> float | None:
    size = sum(row)
    if size < 2:
        return None
    seen = [(level, number) for level, number in enumerate(row) if number]
    return (sum(a * b * weights[i][j] for i, a in seen for j, b in seen) - size) / (size * (size - 1))


def as_weights(apart: Sequence[Sequence[int]]) -> list[list[float]]:
    """Turn distances between levels into weights of agreement, 1 for the same level and 0 for the farthest."""
    most = max(map(max, apart))
    return [[(most - each) / most for each in row] for row in apart]


def why_no_width(standard_error: float | None, *, all_alike: bool) -> str | None:
    """Return why the range has no width, as a clause; ``None`` where it has one, or none was asked for."""
    if all_alike:
        return "the markers agreed on every one"
    return "the papers all say the same of it" if standard_error is not None and standard_error < NO_WIDTH else None


def t_ends(estimate: float, standard_error: float | None, n: int, level: float) -> tuple[float | None, float | None]:
    """Return the t interval, no higher than 1, which is the highest that agreement can be."""
    if standard_error is None:
        return None, None
    reach = t_quantile((1 + level) / 2, n - 1) * standard_error
    return estimate - reach, min(1.0, estimate + reach)
