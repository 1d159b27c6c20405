"""Every way to deal pupils to groups, counted: a whole distribution packed into one Python integer.

Place ``e`` of the integer holds how many ways give the exponent ``e``; moving all pupils' sums up is
a shift, and joining two ways of getting there is an addition. Counts stay exact at any size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import comb, isqrt, prod
from typing import Any

Gain = Callable[[int, tuple[int, ...], tuple[int, ...]], int]
BUDGET = 2_000_000_000
"""Bytes that may be moved before patterns are drawn instead of counted (a second or two)."""
LIVE = 256_000_000
"""Bytes that may be held at once."""
CELLS = 4_000_000
"""Places that one distribution may have."""
FEW = 2_000_000
"""Steps that may be taken where sums are kept one by one (a second or two)."""
SURELY_FEW = 1_000_000
"""Tables of groups by marks up to which that is quick."""
MAYBE_FEW = 1_000_000_000
"""Tables of groups by marks beyond which that is not tried."""
STATES = 500_000
"""Stages of dealing that may be kept apart."""
PER_STEP = 3_000
"""What one step costs beside its bytes, in bytes that could have been moved."""
SEED = 20_240
MOST_DRAWS = 999_999
MARKS_DRAWN = 40_000_000


def bits_for(total: int) -> int:
    """Return a width, in whole bytes, in which any count up to ``total`` fits with one bit to spare."""
    return (total.bit_length() + 8) // 8 * 8


def deal(sizes: Sequence[int], ties: Sequence[int], gain: Gain, bits: int) -> int | None:
    """Return the packed distribution over all ways to deal tied blocks of pupils to groups.

    Args:
        sizes: How many pupils each group takes.
        ties: How many pupils share each value, from the lowest value up.
        gain: From the block's place, what each group has already and what it gets, what the exponent grows by.
        bits: The width of one count.

    Returns:
        The packed counts, or ``None`` when they would take more than the budget.
    """
    if prod(size + 1 for size in sizes) > STATES or not _affordable(sizes, ties, gain, bits):
        return None
    states: dict[tuple[int, ...], int] = {(0,) * len(sizes): 1}
    for place, together in enumerate(ties):
        following: dict[tuple[int, ...], int] = {}
        for had, ways in states.items():
            for given, patterns in splits(together, [size - held for size, held in zip(sizes, had, strict=True)]):
                now = tuple(map(sum, zip(had, given, strict=True)))
                following[now] = following.get(now, 0) + (ways * patterns << bits * gain(place, had, given))
        states = following
    return states[tuple(sizes)]


def _affordable(sizes: Sequence[int], ties: Sequence[int], gain: Gain, bits: int) -> bool:
    """Return whether the same walk with nothing but the highest exponents stays within the budget."""
    spent = 0
    highest: dict[tuple[int, ...], int] = {(0,) * len(sizes): 0}
    for place, together in enumerate(ties):
        following: dict[tuple[int, ...], int] = {}
        for had, top in highest.items():
            for given, _ in splits(together, [size - held for size, held in zip(sizes, had, strict=True)]):
                now = tuple(map(sum, zip(had, given, strict=True)))
                reached = top + gain(place, had, given)
                following[now] = max(following.get(now, 0), reached)
                spent += (reached * bits >> 3) + PER_STEP
                if spent > BUDGET:
                    return False
        if sum(following.values()) * bits >> 3 > LIVE:
            return False
        highest = following
    return True


def deal_few(sizes: Sequence[int], ties: Sequence[int], gain: Gain) -> dict[int, int] | None:
    """Return how many ways give each exponent, where few marks are different; ``None`` where they may be too many.

    Takes what ``deal`` takes. With five points on a scale few sums are ever reached, and each is kept by itself.
    """
    if tables(sizes, ties) > MAYBE_FEW:
        return None
    spent = 0
    states: dict[tuple[int, ...], dict[int, int]] = {(0,) * len(sizes): {0: 1}}
    for place, together in enumerate(ties):
        following: dict[tuple[int, ...], dict[int, int]] = {}
        for had, found in states.items():
            for given, patterns in splits(together, [size - held for size, held in zip(sizes, had, strict=True)]):
                grown = gain(place, had, given)
                target = following.setdefault(tuple(map(sum, zip(had, given, strict=True))), {})
                spent += len(found)
                if spent > FEW:
                    return None
                for reached, ways in found.items():
                    target[reached + grown] = target.get(reached + grown, 0) + ways * patterns
        states = following
    return states[tuple(sizes)]


def tables(sizes: Sequence[int], ties: Sequence[int]) -> int:
    """Return a bound on how many tables of groups by values there are."""
    return prod(comb(together + len(sizes) - 1, together) for together in ties[:-1])


def splits(number: int, room: Sequence[int]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield each way to share out so many pupils with no group above its room, and in how many patterns.

    >>> list(splits(2, [1, 2]))
    [((0, 2), 1), ((1, 1), 2)]
    """
    if len(room) == 1:
        if number <= room[0]:
            yield (number,), 1
        return
    for first in range(max(0, number - sum(room[1:])), min(number, room[0]) + 1):
        for rest, patterns in splits(number - first, room[1:]):
            yield (first, *rest), patterns * comb(number, first)


def sum_from(packed: int, place: int, bits: int) -> int:
    """Return the sum of all counts from ``place`` up."""
    return (packed >> bits * max(0, place)) % ((1 << bits) - 1)


def sum_where(packed: int, cells: int, bits: int, chosen: Any) -> int:
    """Return the sum of the counts in the chosen places (a numpy mask over ``cells``)."""
    import numpy as np

    table = np.frombuffer(packed.to_bytes(cells * bits // 8, "little"), dtype=np.uint8).reshape(cells, bits // 8)
    columns = table[chosen].sum(axis=0, dtype=np.uint64).tolist()
    return sum(count << 8 * place for place, count in enumerate(columns))


def grid_at_least(widths: Sequence[int], weights: Sequence[int], total: int, bound: int) -> tuple[Any, Any]:
    """Return masks over a grid of group sums: the weighted squares at ``bound`` or above, and exactly at it.

    Args:
        widths: How many sums each group but the last can have; the first varies fastest.
        weights: What each group's square counts; the last group's sum is what is left of ``total``.
        total: The sum over all groups.
        bound: The value that was seen.
    """
    import numpy as np

    kind = whole_kind(weights, total)
    left = np.full(1, total, dtype=kind)
    squares = np.zeros(1, dtype=kind)
    for width, weight in zip(widths, weights[:-1], strict=True):
        sums = np.arange(width).astype(kind)
        left = (left[None, :] - sums[:, None]).ravel()
        squares = (squares[None, :] + (weight * sums * sums)[:, None]).ravel()
    squares = squares + weights[-1] * left * left
    return np.asarray(squares >= bound, dtype=bool), np.asarray(squares == bound, dtype=bool)


def whole_kind(weights: Sequence[int], total: int) -> Any:
    """Return the numpy type that holds the weighted squares with no overflow: 64 bits, or Python's own integers."""
    return "int64" if isqrt(2**62 // (max(weights) * (len(weights) + 1))) > total * len(weights) else "object"


def draws_for(width: int, wanted: int | None) -> int:
    """Return how many patterns to draw: those asked for, or as many as so wide a row of numbers allows."""
    return wanted if wanted is not None else max(9_999, min(MOST_DRAWS, MARKS_DRAWN // width - 1))
