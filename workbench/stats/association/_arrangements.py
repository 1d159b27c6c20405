"""Every way in which one column could have been dealt out to the pupils: how often each value of a statistic comes about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import factorial, prod
from typing import Any, NamedTuple

EXACT_CELLS = 300_000_000
"""Steps of 30 bits up to which every arrangement is counted: about a third of a second's work."""
STEP = 300
"""What one step of the count costs beside its long addition, in the same measure."""
LISTED = 8
"""With so few pupils every arrangement is counted, however long the decimals."""
DRAWS = 19_999
BATCH = 2_000_000
SEED = 1937


class Arrangements(NamedTuple):
    """How often each value of a statistic comes about, in rising order.

    Attributes:
        values: The statistic's values, whole numbers.
        counts: Of ``total`` arrangements, how many give each.
        seen: The value of the arrangement seen, which is one of them.
        total: All arrangements.
        draws: How many were drawn, or ``None`` when all were counted.
    """

    values: list[int]
    counts: list[int]
    seen: int
    total: int
    draws: int | None

    @property
    def at_least(self) -> int:
        """Arrangements with the value seen or a higher one."""
        return sum(count for value, count in zip(self.values, self.counts, strict=True) if value >= self.seen)

    @property
    def at_most(self) -> int:
        """Arrangements with the value seen or a lower one."""
        return sum(count for value, count in zip(self.values, self.counts, strict=True) if value <= self.seen)

    @property
    def equal(self) -> int:
        """Arrangements with the value seen."""
        return self.counts[self.values.index(self.seen)]

    def from_the_top(self, rank: int) -> int:
        """Return the value of this rank, 1 being the highest."""
        return _at_rank(self.values[::-1], self.counts[::-1], rank)

    def from_the_bottom(self, rank: int) -> int:
        """Return the value of this rank, 1 being the lowest."""
        return _at_rank(self.values, self.counts, rank)


def _at_rank(values: Sequence[int], counts: Sequence[int], rank: int) -> int:
    return next(value for value, so_far in zip(values, accumulate(counts), strict=True) if so_far >= rank)


def tallied(tally: dict[int, int], seen: int, draws: int | None = None) -> Arrangements:
    """Return a tally of values in order."""
    values = sorted(value for value, count in tally.items() if count)
    return Arrangements(values, [tally[value] for value in values], seen, sum(tally.values()), draws)


def multinomial(sizes: Iterable[int]) -> int:
    """Return in how many orders things of so many kinds can stand."""
    sizes = list(sizes)
    return factorial(sum(sizes)) // prod(map(factorial, sizes))


def fields(packed: int, size: int, how_many: int) -> list[int]:
    """Return the numbers that stand side by side in one, each in ``size`` bytes."""
    raw = packed.to_bytes(size * how_many, "little")
    return [int.from_bytes(raw[start : start + size], "little") for start in range(0, len(raw), size)]


def dealt_out(y: Sequence[int], draws: int, seed: int, cells: int = 0) -> Iterable[Any]:
    """Yield arrays of arrangements of y, one in each row, ``draws`` rows in all."""
    import numpy as np

    random = np.random.default_rng(seed)
    batch = max(1, BATCH // max(cells, len(y)))
    for start in range(0, draws, batch):
        rows = min(batch, draws - start)
        yield random.permuted(np.tile(np.array(y, dtype=np.int64), (rows, 1)), axis=1)
