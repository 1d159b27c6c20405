"""How many splits of the pupils into two groups give a difference as far out as the one seen.

Another split of the same pupils is a swap: some k pupils leave the first group and k of the second
take their places. Whether it reaches the difference that was seen depends on the sums of those who
leave and of those who come alone, and, when the first group's marks are shifted by t, on k t as
well. One table per group, of how many subsets there are of each size and sum, therefore gives the
p-value at every shift, with ties counted as the ties they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, comb, floor
from typing import Any, NamedTuple, Protocol

EXACT_CELLS = 250_000_000
"""Cells (additions of two counts) up to which every split is counted: about a second's work."""
EXACT_PUPILS = 1_000
"""Above this a float cannot hold the number of splits."""
LISTED = 20_000
"""Groups with no more subsets than this have them listed when a table would be bigger, however long the decimals."""
LISTED_CELLS = 2_000_000


class Swaps(Protocol):
    """Every way of swapping equally many pupils, or as many as were drawn.

    Attributes:
        total: How many there are, the swap of nobody included.
        still: How many of them swap nobody.
    """

    total: int
    still: int

    def up_to(self, bounds: Sequence[int]) -> Any:
        """Return how many swaps of k pupils lower the first group's sum by at most ``bounds[k]``, over all k."""

    def beyond(self, bounds: Sequence[int]) -> Any:
        """Return how many lower it by more: the rest, without the rounding that taking it from the total would bring."""


class Tally(NamedTuple):
    """Of ``total`` splits, how many give a difference at least, at most and exactly the one seen.

    ``as_far`` counts those at least as far out as the one seen, in either direction, and
    ``just_as_far`` those exactly as far.
    """

    at_least: Any
    at_most: Any
    equal: Any
    as_far: Any
    just_as_far: Any
    total: int


def cells(x: Sequence[int], y: Sequence[int]) -> int:
    """Return how many additions the two tables take."""
    most = min(len(x), len(y))
    return sum(len(units) * min(most, len(units) // 2) * (_spread(units) + 1) for units in (x, y))


def count_swaps(x: Sequence[int], y: Sequence[int], *, times: int = 1) -> Swaps | None:
    """Return the count of every swap, or ``None`` when that is beyond the budget.

    Args:
        x: Whole numbers, one for each pupil of the first group.
        y: The same for the second.
        times: How many such counts the answer will take.
    """
    from workbench.stats.groups._swap_counts import ListedSwaps, TabledSwaps

    if len(x) + len(y) > EXACT_PUPILS:
        return None
    work = cells(x, y)
    if work > LISTED_CELLS and max(_subsets_of(x, y), _subsets_of(y, x)) <= LISTED:
        return ListedSwaps(x, y)
    return None if work * times > EXACT_CELLS else TabledSwaps(x, y, work)


def tally(swaps: Swaps, x: Sequence[int], y: Sequence[int]) -> Tally:
    """Count the splits by how their difference compares with the one seen."""
    n, sizes = len(x) + len(y), min(len(x), len(y)) + 1

    def up_to(bound: int) -> Any:
        return swaps.up_to([bound] * sizes)

    def beyond(bound: int) -> Any:
        return swaps.beyond([bound] * sizes)

    at_least, at_most = up_to(0), beyond(-1)
    equal = at_least - up_to(-1) if at_least <= at_most else at_most - beyond(0)
    # The first group's sum stands this far from its expected value, times n; a swap that lowers it by
    # twice as much ends as far out on the other side.
    excess = 2 * (sum(x) * n - len(x) * (sum(x) + sum(y)))
    if excess == 0:
        return Tally(at_least, at_most, equal, swaps.total, equal, swaps.total)
    mirrored, left = divmod(excess, n)
    if excess > 0:
        opposite = beyond(mirrored - (left == 0))
        just = 0 if left else opposite - beyond(mirrored)
        return Tally(at_least, at_most, equal, at_least + opposite, equal + just, swaps.total)
    opposite = up_to(mirrored)
    just = 0 if left else opposite - up_to(mirrored - 1)
    return Tally(at_least, at_most, equal, at_most + opposite, equal + just, swaps.total)


def shift_limits(
    swaps: Swaps, tail: Fraction, x: Sequence[int], y: Sequence[int], guesses: tuple[Fraction, Fraction]
) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the greatest shift whose one-sided p is above ``tail``, exactly.

    A swap of k pupils that lowers the first group's sum by d ties with what was seen when the first
    group is shifted by d / k, so both ends are such fractions, at a known rank. ``None`` stands for an
    end that is not finite.

    Args:
        swaps: Those of ``x`` and ``y``.
        tail: Share of splits that each side may leave out.
        x: Whole numbers, one for each pupil of the first group.
        y: The same for the second.
        guesses: Near the two ends, to start from.
    """
    out = tail * swaps.total
    if swaps.still > out:
        return None, None
    sizes = min(len(x), len(y))
    bounds = (min(x) - max(y), max(x) - min(y))
    low = _shift_where(swaps, floor(out) + 1, sizes, bounds, guesses[0])
    high = _shift_where(swaps, ceil(swaps.total - out) + swaps.still, sizes, bounds, guesses[1])
    return low, high


def _shift_where(swaps: Swaps, wanted: int, sizes: int, bounds: tuple[int, int], guess: Fraction) -> Fraction:
    """Return the least shift at which ``wanted`` swaps reach what was seen.

    Two different shifts at which swaps tie lie more than 1 / sizes^2 apart, so a search on that grid
    finds the one fraction.
    """
    grid = sizes * sizes

    def enough(step: int) -> bool:
        return bool(swaps.up_to([size * step // grid for size in range(sizes + 1)]) >= wanted)

    step = first_step(enough, bounds[0] * grid, bounds[1] * grid, round(guess * grid))
    for size in range(1, sizes + 1):
        total = size * step // grid
        if total * grid > size * (step - 1):
            return Fraction(total, size)
    raise AssertionError("every rank has its shift")


def first_step(enough: Callable[[int], bool], low: int, high: int, guess: int) -> int:
    """Return the first whole number in low..high that is enough; ``high`` is known to be.

    Starts at ``guess`` and strides away from it, twice as far each time, before it halves.
    """
    below, above = low - 1, high
    at, stride = min(max(guess, low), high), max(1, (high - low) // 64)
    while above - below > 1:
        if enough(at):
            above, at = at, at - stride
        else:
            below, at = at, at + stride
        stride *= 2
        if not below < at < above or stride > above - below:
            at = (below + above) // 2
    return above


def _spread(units: Sequence[int]) -> int:
    centre = sorted(units)[len(units) // 2]
    return sum(abs(unit - centre) for unit in units)


def _subsets_of(units: Sequence[int], others: Sequence[int]) -> int:
    return sum(comb(len(units), size) for size in range(min(len(units), len(others)) + 1))
