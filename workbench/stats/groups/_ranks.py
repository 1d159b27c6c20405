"""The exact Mann-Whitney test at any shift of the first group, ties and all, and the shifts it accepts.

Shifting the first group up never raises a rank of the second, so each split of the pupils that
reaches the ranks seen at one shift reaches them at every greater one: the one-sided p rises with the
shift, through ties too, and the ends of the interval can be found by halving.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate
from math import comb, gcd
from typing import Any, NamedTuple

from workbench.stats.groups import _swaps as swapping

TIMES = 32
"""How many tests the search for both ends takes at most, about."""
SEARCH_CELLS = 2_500_000_000
"""Cells of all these tests together up to which they are counted: the sums spread less than the bound on them allows."""
ORDERED_CELLS = 4_000_000
"""Up to so many additions the distribution for untied ranks is worked out."""


class End(NamedTuple):
    """One end of an interval: a difference between two pupils, itself inside or not."""

    at: Fraction
    included: bool


def midranks(x: Sequence[int], y: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the pooled midranks of both groups in the coarsest whole numbers that keep them in step."""
    both = sorted([*x, *y])
    ranks = {unit: bisect_left(both, unit) + bisect_right(both, unit) for unit in set(both)}
    lowest = min(ranks.values())
    step = gcd(*(rank - lowest for rank in ranks.values())) or 1
    return [(ranks[unit] - lowest) // step for unit in x], [(ranks[unit] - lowest) // step for unit in y]


def differences(x: Sequence[int], y: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the distinct differences of a pupil of x and one of y, in order, and how many are at or below each."""
    of_y = Counter(y)
    found: Counter[int] = Counter()
    for unit, many in Counter(x).items():
        for other, more in of_y.items():
            found[unit - other] += many * more
    steps = sorted(found)
    return steps, list(accumulate(found[step] for step in steps))


def in_order(steps: Sequence[int], up_to: Sequence[int], place: int) -> int:
    """Return the difference at this place of all, 1 for the smallest."""
    return steps[bisect_left(up_to, place)]


def least_shift(
    x: Sequence[int], y: Sequence[int], steps: Sequence[int], at_least: Callable[[Sequence[int], Sequence[int]], Any], out: Fraction
) -> End | None:
    """Return the least shift of x whose splits as high as the one seen are more than ``out``; ``None`` if it has no end.

    Args:
        x: Whole numbers, one for each pupil of the first group.
        y: The same for the second.
        steps: The distinct differences, in order: the test changes at these and nowhere else.
        at_least: Returns how many splits reach the rank sum of the first of two groups.
        out: How many such splits may be left out.
    """

    def enough(place: int) -> bool:
        # Odd places are the differences themselves, even ones the gaps before, between and after them.
        half, at = divmod(place, 2)
        if at:
            twice = 2 * steps[half]
        elif half in {0, len(steps)}:
            twice = 2 * steps[0] - 1 if half == 0 else 2 * steps[-1] + 1
        else:
            twice = steps[half - 1] + steps[half]
        return bool(at_least([2 * unit - twice for unit in x], [2 * unit for unit in y]) > out)

    if enough(0):
        return None
    place = swapping.first_step(enough, 1, 2 * len(steps), len(steps) // 2)
    half, at = divmod(place, 2)
    return End(Fraction(steps[half if at else half - 1]), bool(at))


def too_many(m: int, n: int) -> bool:
    """Return whether the ends cannot be found within the budget, whatever the ties turn out to be on the way."""
    most = min(m, n)
    widest = sum(size * min(most, size // 2) * (size * (m + n) + 1) for size in (m, n))
    return TIMES * widest > SEARCH_CELLS


def counted_at_least(x: Sequence[int], y: Sequence[int]) -> Any:
    """Return how many splits have a rank sum of the first group at least that of this one, all of them counted."""
    ranks = midranks(x, y)
    swaps = swapping.count_swaps(*ranks)
    assert swaps is not None
    return swaps.up_to([0] * (min(len(x), len(y)) + 1))


class DrawnRanks:
    """Splits drawn once, and how many of them have a rank sum at least that of any two groups."""

    def __init__(self, m: int, n: int, *, draws: int, seed: int) -> None:
        """Draw which pupils change their group."""
        import numpy as np

        from workbench.stats.groups._swap_counts import draw_moved

        moved = list(draw_moved(m, n, draws=draws, seed=seed))
        # Taken out of the first group counts down, put into it counts up.
        self._signs = np.where(np.arange(m + n) < m, -1, 1)
        self._moved = moved
        self.total = draws + 1

    def rises(self, x: Sequence[int], y: Sequence[int]) -> Any:
        """Return by how much each drawn split raises the rank sum of the first group, in the units of ``midranks``."""
        import numpy as np

        first, second = midranks(x, y)
        signed = self._signs * np.array([*first, *second], dtype="float64")
        return np.concatenate([some.astype("float64").dot(signed) for some in self._moved])

    def at_least(self, x: Sequence[int], y: Sequence[int]) -> int:
        """Return how many drawn splits reach the rank sum of the first group, the one seen counted as one more."""
        return int((self.rises(x, y) >= 0).sum()) + 1


def tally_drawn(drawn: DrawnRanks, x: Sequence[int], y: Sequence[int]) -> swapping.Tally:
    """Count the drawn splits by how their rank sum compares with the one seen."""
    rises = drawn.rises(x, y)
    first, second = midranks(x, y)
    n = len(x) + len(y)
    excess = 2 * (sum(first) * n - len(x) * (sum(first) + sum(second)))
    at_least, at_most = int((rises >= 0).sum()) + 1, int((rises <= 0).sum()) + 1
    equal = at_least + at_most - drawn.total
    if excess == 0:
        return swapping.Tally(at_least, at_most, equal, drawn.total, equal, drawn.total)
    opposite, just = (rises * n <= -excess, rises * n == -excess) if excess > 0 else (rises * n >= -excess, rises * n == -excess)
    near = at_least if excess > 0 else at_most
    return swapping.Tally(at_least, at_most, equal, near + int(opposite.sum()), equal + int(just.sum()), drawn.total)


def untied_order(m: int, n: int, out: Fraction) -> tuple[int, float] | None:
    """Return (place, achieved level) of the textbook interval for untied ranks; ``None`` where there is none.

    The place is the least q at which P(U <= q) is ``out`` or more; the interval runs from the q-th
    smallest difference to the q-th largest.
    """
    total = comb(m + n, m)
    if out * total < 1 or m * n * min(m, n) > ORDERED_CELLS:
        return None
    up_to = _untied_counts(m, n, total)
    place = max(1, next(place for place, count in enumerate(up_to) if count >= out * total))
    return place, (total - 2 * up_to[place - 1]) / total


def _untied_counts(m: int, n: int, total: int) -> list[int]:
    """Return how many of the splits without ties have U up to 0, 1, 2, ... m n / 2."""
    import numpy as np

    # Counts wrap around in between, and come out right: they are whole numbers modulo 2^64.
    length = m * n // 2 + 2
    counts = np.zeros(length, dtype="int64" if total < 1 << 63 else object)
    counts[0] = 1
    for each in range(1, min(m, n) + 1):
        over = max(m, n) + each
        if over < length:
            counts[over:] -= counts[: length - over].copy()
        rows = -(-length // each)
        padded = np.zeros(rows * each, dtype=counts.dtype)
        padded[:length] = counts
        counts = padded.reshape(rows, each).cumsum(axis=0).ravel()[:length]
    return [int(count) for count in counts.cumsum()]
