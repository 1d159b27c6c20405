"""Patterns drawn at random, where there are too many to count: how many reach what was seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.stats.groups._packed import whole_kind

CHUNK = 2_000_000


def shuffled(values: Sequence[int], draws: int, seed: int) -> Iterator[Any]:
    """Yield tables with one random order of ``values`` in each row, ``draws`` rows in all."""
    import numpy as np

    rng = np.random.default_rng(seed)
    row = np.asarray(values, dtype=np.int32)
    for rows in _chunks(draws, len(values)):
        yield rng.permuted(np.broadcast_to(row, (rows, len(row))), axis=1)


def shuffled_within(rows: Sequence[Sequence[int]], draws: int, seed: int) -> Iterator[Any]:
    """Yield tables of column sums after each row's values are put in a random order, ``draws`` in all."""
    import numpy as np

    rng = np.random.default_rng(seed)
    scores = np.asarray(rows, dtype=np.int32)
    for many in _chunks(draws, scores.size):
        yield rng.permuted(np.broadcast_to(scores, (many, *scores.shape)), axis=2).sum(axis=1, dtype=np.int64)


def _chunks(draws: int, width: int) -> Iterator[int]:
    most = max(1, CHUNK // width)
    while draws > 0:
        yield min(most, draws)
        draws -= most


def group_sums(tables: Iterator[Any], sizes: Sequence[int]) -> Iterator[Any]:
    """Yield, for each table of shuffled values, the sum of each group's share of every row."""
    import numpy as np

    starts = np.cumsum([0, *sizes[:-1]])
    for table in tables:
        yield np.add.reduceat(table, starts, axis=1, dtype=np.int64)


def count_at_least(sums: Iterator[Any], weights: Sequence[int], total: int, bound: int) -> tuple[int, int]:
    """Return how many rows of sums have weighted squares at ``bound`` or above, and how many exactly at it."""
    import numpy as np

    kind = whole_kind(weights, total)
    each = np.asarray(weights, dtype=kind)
    reached = equal = 0
    for table in sums:
        squares = (table.astype(kind) ** 2 * each).sum(axis=1)
        reached += int(np.sum(squares >= bound))
        equal += int(np.sum(squares == bound))
    return reached, equal


def doubled_orders(tables: Iterator[Any], sizes: Sequence[int], values: int) -> Iterator[Any]:
    """Yield, for each table of shuffled places of values, twice the Jonckheere sum of each row."""
    for table in tables:
        yield _doubled_orders(table, sizes, values)


def _doubled_orders(table: Any, sizes: Sequence[int], values: int) -> Any:
    """Return twice the Jonckheere sum of each row: a pair in order counts two, a tie one."""
    import numpy as np

    rows = len(table)
    base = (np.arange(rows) * values)[:, None]
    earlier = np.zeros((rows, values), dtype=np.int64)
    doubled = np.zeros(rows, dtype=np.int64)
    start = 0
    for size in sizes:
        places = (base + table[:, start : start + size]).ravel()
        here = np.bincount(places, minlength=rows * values).reshape(rows, values)
        below = np.cumsum(earlier, axis=1) - earlier
        doubled += ((2 * below + earlier) * here).sum(axis=1)
        earlier += here
        start += size
    return doubled
