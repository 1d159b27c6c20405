"""The r-th smallest mean over all non-empty subsets of pupils: the ends of the sign-flip interval.

A shift t of the marks lies inside the interval exactly when the sign-flip test of the shifted
changes does not reject it. Turning the signs of a subset of pupils changes the sum of (change - t)
by minus twice the subset's own sum, so the pattern reaches the one seen exactly when the subset's
mean is at most t. The test's p at t is therefore a count of subset means up to t, and the interval's
ends are subset means at a known rank (Tukey; Maritz 1979; Fay & Shaw 2010 for the doubled p).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate
from math import comb, lcm
from struct import unpack

EXACT_CELLS = 400_000_000
"""Cells of 64 bits up to which the table of (size, sum) is built: about a second's work."""


LISTED = 16
"""With so few pupils every subset is listed when the table would be bigger, however long the decimals."""


def cells(changes: Sequence[int]) -> int:
    """Return how many 64-bit cells the table of (subset size, sum) would touch."""
    n, span = len(changes), max(changes) - min(changes)
    half = n // 2
    tabled = half * (half + 1) // 2 * span  # each costs a Python number of its own in the end
    return n * half * (half * span // 2 + 1) * (n // 64 + 1) // 2 + 150 * tabled


def few_enough(changes: Sequence[int]) -> bool:
    """Return whether the ends can be found exactly within the budget."""
    return len(changes) <= LISTED or cells(changes) <= EXACT_CELLS


def at_ranks(changes: Sequence[int], ranks: Sequence[int]) -> list[Fraction]:
    """Return the subset means at these ranks (1 is the smallest), exactly.

    Args:
        changes: Whole numbers, one for each pupil.
        ranks: Each from 1 to 2^n - 1.
    """
    n, lowest = len(changes), min(changes)
    if n <= LISTED and cells(changes) > 1 << LISTED:
        return enumerated(changes, ranks)
    span = max(changes) - lowest
    grid = n * n  # two different subset means lie more than 1/grid apart
    up_to = _counter([change - lowest for change in changes], grid)
    found = []
    for rank in ranks:
        step = bisect_left(range(span * grid), rank, key=up_to)
        found.append(lowest + _mean_in_cell(step, grid, n))
    return found


def enumerated(changes: Sequence[int], ranks: Sequence[int]) -> list[Fraction]:
    """As ``at_ranks``, by listing every subset: for a few pupils with long decimals."""
    common = lcm(*range(1, len(changes) + 1))
    subsets = [(0, 0)]
    for change in changes:
        subsets += [(size + 1, total + change) for size, total in subsets]
    means = sorted(total * (common // size) for size, total in subsets[1:])
    return [Fraction(means[rank - 1], common) for rank in ranks]


def _mean_in_cell(step: int, grid: int, n: int) -> Fraction:
    """Return the one fraction with a denominator up to n in (step - 1, step] / grid."""
    for size in range(1, n + 1):
        total = size * step // grid
        if total * grid > size * (step - 1):
            return Fraction(total, size)
    raise AssertionError("every rank has a subset mean")


def _counter(changes: Sequence[int], grid: int) -> Callable[[int], int]:
    """Return the function step -> how many non-empty subsets have a mean up to step / grid.

    Only subsets of up to half the pupils are tabled: the rest are their complements.
    """
    n, everyone = len(changes), sum(changes)
    half = n // 2
    tables = _cumulative_sums(changes, half)
    sizes = [(size, comb(n, size), tables[size], size == n - size) for size in range(1, half + 1)]

    def up_to(step: int) -> int:
        total = int(everyone * grid <= n * step)
        for size, how_many, table, own_complement in sizes:
            reach = size * step // grid
            total += table[reach] if reach < len(table) else how_many
            if not own_complement:
                left = everyone - (n - size) * step // grid - 1
                total += how_many - (0 if left < 0 else table[left] if left < len(table) else how_many)
        return total

    return up_to


def _cumulative_sums(changes: Sequence[int], most: int) -> list[list[int]]:
    """Return for each subset size how many subsets have a sum up to 0, 1, 2, ...

    Each size's counts stand side by side in one integer while pupils are added one by one.
    """
    n = len(changes)
    size_of_field = 4 if n < 32 else 8 if n < 64 else n // 8 + 1
    width = 8 * size_of_field
    packed = [1] + [0] * most
    for place, change in enumerate(sorted(changes)):
        shift = change * width
        for size in range(min(place + 1, most), 0, -1):
            packed[size] += packed[size - 1] << shift
    return [list(accumulate(_fields(value, size_of_field))) for value in packed]


def _fields(packed: int, size: int) -> Sequence[int]:
    length = (packed.bit_length() + 8 * size - 1) // (8 * size)
    raw = packed.to_bytes(length * size, "little")
    if size in {4, 8}:
        return unpack(f"<{length}{'I' if size == 4 else 'Q'}", raw)
    return [int.from_bytes(raw[start : start + size], "little") for start in range(0, len(raw), size)]
