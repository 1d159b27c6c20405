"""How many sign patterns of the changes give a sum as far out as the one seen. Exact, whatever the ties.

The changes come as whole numbers of a common unit. Turning the sign of each change or not gives
2^n patterns; all of them are counted by one polynomial, the product of (1 + x^|change|), whose
coefficients stand side by side in one Python integer. Multiplying by a factor is a shift and an add.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from math import gcd
from random import Random
from typing import NamedTuple

EXACT_CELLS = 400_000_000
"""Cells (coefficient updates of 64 bits) up to which the count is exact: about a second's work."""
LISTED = 16
"""With so few pupils every pattern is listed when that is less work, however long the decimals."""
SMALL_CELLS = 65_536
MANY = 100
"""From so many pupils on numpy is the faster one; the numbers are the same."""
CHOSEN_CELLS = 2_000_000
DRAWS = 99_999
SEED = 1935


class Tally(NamedTuple):
    """Of ``total`` patterns, how many have a sum at least, at most and exactly the one seen."""

    at_least: int
    at_most: int
    equal: int
    total: int


def count(changes: Sequence[int]) -> Tally | None:
    """Count every sign pattern, the one seen included.

    Args:
        changes: After minus before, in whole units; zeros and ties as they come.

    Returns:
        The tally, or ``None`` when counting would take more than ``EXACT_CELLS`` cells.
    """
    units = list(map(abs, changes))  # a zero doubles every count, as it should: its sign may turn too
    n, far = len(units), sum(units)
    if n * (far + 1) > SMALL_CELLS:  # not the small case that a class of whole marks is
        common = gcd(*units)
        if common > 1:
            return count([change // common for change in changes])
        if n <= LISTED:
            return enumerate_patterns(changes)
        if n * (far + 1) * (n // 64 + 1) > EXACT_CELLS:
            return None
    width = n + 2  # a field holds up to 2^n, and (all ones) must be more than that
    packed = 1
    for unit in units:
        packed += packed << unit * width
    # Fields of one packed integer add up to its remainder by (all ones), as digits do by nine.
    ones = (1 << width) - 1
    tail = packed >> (sum(changes) + far) // 2 * width
    at_least, equal, total = tail % ones, tail & ones, 1 << n
    return Tally(at_least, total - at_least + equal, equal, total)


def enumerate_patterns(changes: Sequence[int]) -> Tally:
    """Count by listing every pattern: for a few pupils with long decimals."""
    sums = [0]
    for change in changes:
        sums += [total + change for total in sums]
    # Turning the signs of a subset lowers the sum by twice the subset's own sum.
    return Tally(sum(s <= 0 for s in sums), sum(s >= 0 for s in sums), sums.count(0), len(sums))


def draw_subsets(changes: Sequence[int], *, draws: int, seed: int) -> list[tuple[int, int]]:
    """Draw subsets of pupils at random and return (size, sum of their changes) of each.

    The subset's size and sum say both how a sign pattern compares with the one seen and at which
    shift it would tie with it, so that one set of draws serves the p and the interval.
    """
    random = Random(seed)
    patterns = (random.getrandbits(len(changes)) for _ in range(draws))
    return _subset_sums(changes, patterns) if len(changes) < MANY else _many_subset_sums(changes, patterns)


def _subset_sums(changes: Sequence[int], patterns: Iterable[int]) -> list[tuple[int, int]]:
    tables = []
    for start in range(0, len(changes), 8):
        sums = [(0, 0)]
        for change in changes[start : start + 8]:
            sums += [(size + 1, total + change) for size, total in sums]
        tables.append(sums)
    drawn = []
    for pattern in patterns:
        bits, size, total = pattern, 0, 0
        for sums in tables:
            more, change = sums[bits & (len(sums) - 1)]
            size += more
            total += change
            bits >>= 8
        drawn.append((size, total))
    return drawn


def _many_subset_sums(changes: Sequence[int], patterns: Iterable[int]) -> list[tuple[int, int]]:
    """Return the same for hundreds of pupils: 32 binary digits at a time, so that every sum of floats is exact."""
    import numpy as np

    n = len(changes)
    places = range(0, max(map(int.bit_length, changes)) + 1, 32)
    columns = [[change >> place & 0xFFFFFFFF for change in changes] for place in places[:-1]]
    columns += [[change >> places[-1] for change in changes], [1] * n]  # the highest digits carry the sign
    digits = np.array(columns, dtype=np.float64).T
    drawn = []
    while batch := [bits.to_bytes(n // 8 + 1, "little") for bits in islice(patterns, CHOSEN_CELLS // n + 1)]:
        packed = np.frombuffer(b"".join(batch), dtype=np.uint8).reshape(len(batch), -1)
        chosen = np.unpackbits(packed, axis=1, count=n, bitorder="little").astype(np.float64)
        for *parts, size in (chosen @ digits).astype(np.int64).tolist():
            drawn.append((size, sum(part << place for part, place in zip(parts, places, strict=True))))
    return drawn


def count_drawn(drawn: Sequence[tuple[int, int]]) -> Tally:
    """Count over drawn subsets; the pattern seen counts as one more."""
    at_least = 1 + sum(total <= 0 for _, total in drawn)
    at_most = 1 + sum(total >= 0 for _, total in drawn)
    equal = 1 + sum(total == 0 for _, total in drawn)
    return Tally(at_least, at_most, equal, len(drawn) + 1)
