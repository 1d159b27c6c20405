"""The swaps of two groups, counted: in tables, in lists when decimals are long, or drawn at random."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import comb
from typing import Any, NamedTuple

WHOLE_CELLS = 200_000
"""Up to so many cells counts beyond 64 bits are kept whole as they are, at any number of pupils."""
MODULAR = (1 << 63) * 10**12
"""Fewer splits than this (104 pupils) are counted whole in tables of any size; floats are right to 12 figures."""
WIDE = 2_000
PIECE = 4_096
AT_ONCE = 2_000_000
"""Random numbers held in memory at a time."""


class TabledSwaps:
    """All swaps, from a table of (subset size, sum) for each group.

    Counts beyond 64 bits are added up twice: in whole numbers modulo 2^64 and in floats that say
    which of the numbers with that remainder it is. Beyond that again they are floats alone.
    """

    def __init__(self, x: Sequence[int], y: Sequence[int], work: int) -> None:
        """Build the tables; ``work`` is how many additions each takes."""
        self.total, self.still = comb(len(x) + len(y), len(x)), 1
        fits = self.total < 1 << 63
        small = not fits and work <= WHOLE_CELLS
        whole = fits or small or self.total < MODULAR
        self._whole = _Tables(x, y, object if small else "int64") if whole else None
        self._near = None if fits or small else _Tables(x, y, "float64")

    def up_to(self, bounds: Sequence[int]) -> Any:
        """Return how many swaps of k pupils lower the first group's sum by at most ``bounds[k]``, over all k."""
        if self._near is None or self._whole is None:
            return (self._near or self._whole).up_to(bounds)  # type: ignore[union-attr]
        near = int(self._near.up_to(bounds))
        return near + (self._whole.up_to(bounds) - near + (1 << 63)) % (1 << 64) - (1 << 63)

    def beyond(self, bounds: Sequence[int]) -> Any:
        """Return how many lower it by more."""
        return self._near.beyond(bounds) if self._whole is None and self._near else self.total - self.up_to(bounds)


class _Tables:
    """Both groups' tables in one kind of number."""

    def __init__(self, x: Sequence[int], y: Sequence[int], kind: Any) -> None:
        most = min(len(x), len(y))
        centre_x, low_x, leaving = _subset_table(x, most, kind)
        centre_y, low_y, coming = _subset_table(y, most, kind)
        self._wide, self._reach = leaving.shape[1], coming.shape[1]
        # How many subsets of the second group have at least each sum.
        at_least = coming[:, ::-1].cumsum(axis=1)[:, ::-1]
        self._up_to = _beside(leaving, at_least[:, :1], at_least, 0)
        self._beyond: _Beside | None = None
        self._both = leaving, coming
        self._start, self._slope = low_x - low_y + self._wide, centre_x - centre_y

    def up_to(self, bounds: Sequence[int]) -> Any:
        return self._pairs(self._up_to, bounds)

    def beyond(self, bounds: Sequence[int]) -> Any:
        if self._beyond is None:
            leaving, coming = self._both
            up_to = coming.cumsum(axis=1)
            self._beyond = _beside(leaving, 0, up_to - coming, up_to[:, -1:])
        return self._pairs(self._beyond, bounds)

    def _pairs(self, tables: _Beside, bounds: Sequence[int]) -> Any:
        if bounds.count(bounds[0]) == len(bounds):
            found = self._at_once(tables, bounds[0])
            if found is not None:
                return found
        wide, last = self._wide, self._wide + self._reach
        start, slope = self._start, self._slope
        total: Any = 0
        for (leaving, coming), bound in zip(tables.rows, bounds, strict=True):
            at = start - bound
            at = 0 if at < 0 else last if at > last else at
            one = leaving.dot(coming[at : at + wide])
            total += one if one.__class__ is int else one.item()  # numpy's own sums would warn where they wrap around
            start += slope
        return total

    def _at_once(self, tables: _Beside, bound: int) -> Any:
        """Return the same for one bound: each row's slice begins ``slope`` further along, which is a table of longer rows."""
        import numpy as np

        leaving, padded = self._both[0], tables.padded
        size, length = leaving.shape[0], padded.shape[1] + self._slope
        first = self._start - bound
        ends = first, first + self._slope * (size - 1)
        inside = min(ends) >= 0 and max(ends) <= self._wide + self._reach and first + size * length <= padded.size
        if not inside or length < self._wide or leaving.dtype == object:
            return None
        coming = padded.ravel()[first : first + size * length].reshape(size, length)[:, : self._wide]
        return np.einsum("ij,ij->", leaving, coming).item()


class _Beside(NamedTuple):
    """Two tables of as many rows: row by row, and the second with a row to spare at its end."""

    rows: list[tuple[Any, Any]]
    padded: Any


def _beside(leaving: Any, before: Any, counts: Any, after: Any) -> _Beside:
    """Return both tables, the second with room on both sides: shifted against the first it is a slice."""
    import numpy as np

    wide, reach = leaving.shape[1], counts.shape[1]
    padded = np.empty((len(counts) + 1, 2 * wide + reach), dtype=counts.dtype)
    padded[:-1, :wide], padded[:-1, wide : wide + reach], padded[:-1, wide + reach :] = before, counts, after
    return _Beside(list(zip(leaving, padded[:-1], strict=True)), padded)


def _subset_table(units: Sequence[int], most: int, kind: Any) -> tuple[int, int, Any]:
    """Return (centre, lowest sum, table): subsets by size, up to ``most``, and by the sum of unit - centre.

    Centred on the median the sums spread least. The subsets of more than half the pupils are what
    the smaller ones leave out, so their rows are those of the smaller read backwards.
    """
    import numpy as np

    n = len(units)
    centre = sorted(units)[n // 2]
    apart = [unit - centre for unit in units]
    low = sum(each for each in apart if each < 0)
    wide = sum(map(abs, apart)) + 1
    half = min(most, n // 2)
    table = np.zeros((half + 1, wide), dtype=kind)
    table[0, -low] = 1
    (_fill_narrow if wide <= WIDE else _fill_wide)(table, apart, -low)
    if most > half:
        table = np.concatenate([table, table[n - most : n - half][::-1, ::-1]])
    return centre, low, table


def _fill_narrow(table: Any, apart: Sequence[int], start: int) -> None:
    """Add pupil after pupil: each subset of those before gives one more, a row down and ``each`` along.

    All rows are added in one step; sums stay within their row.
    """
    half, wide = table.shape[0] - 1, table.shape[1]
    flat = table.reshape(-1)
    for filled, each in enumerate(apart, start=1):
        rows = min(filled, half) * wide
        first, last = wide + each, rows + wide + min(each, 0)
        flat[first:last] += flat[: last - first].copy()


def _fill_wide(table: Any, apart: Sequence[int], start: int) -> None:
    """Do the same in pieces that the processor has at hand, and only as wide as the sums so far are spread."""
    half, first, last = table.shape[0] - 1, start, start + 1
    for filled, each in enumerate(sorted(apart, key=abs), start=1):
        rows, at_once = min(filled, half), max(1, PIECE // (last - first))
        while rows > 0:
            top = max(0, rows - at_once)
            table[top + 1 : rows + 1, first + each : last + each] += table[top:rows, first:last].copy()
            rows = top
        first, last = min(first, first + each), max(last, last + each)


class ListedSwaps:
    """All swaps, from a sorted list of sums for each subset size of each group."""

    def __init__(self, x: Sequence[int], y: Sequence[int]) -> None:
        """List both groups' subsets."""
        most = min(len(x), len(y))
        self.total, self.still = comb(len(x) + len(y), len(x)), 1
        self._sums = list(zip(_subset_sums(x, most), _subset_sums(y, most), strict=True))

    def up_to(self, bounds: Sequence[int]) -> int:
        """Return how many swaps of k pupils lower the first group's sum by at most ``bounds[k]``, over all k."""
        return sum(
            len(leaving) * len(coming) - sum(bisect_left(coming, each - bound) for each in leaving)
            for (leaving, coming), bound in zip(self._sums, bounds, strict=True)
        )

    def beyond(self, bounds: Sequence[int]) -> int:
        """Return how many lower it by more."""
        return self.total - self.up_to(bounds)


def _subset_sums(units: Sequence[int], most: int) -> list[list[int]]:
    sums: list[list[int]] = [[0]] + [[] for _ in range(most)]
    for place, unit in enumerate(units, start=1):
        for size in range(min(place, most), 0, -1):
            sums[size] += [total + unit for total in sums[size - 1]]
    return [sorted(each) for each in sums]


class DrawnSwaps:
    """Swaps drawn at random, the one of nobody counted as one more, so that no p is 0."""

    def __init__(self, x: Sequence[int], y: Sequence[int], *, draws: int, seed: int) -> None:
        """Draw splits and keep the size and the sum of each swap."""
        import numpy as np

        everyone = [*x, *(-unit for unit in y)]
        self._limit = 1 << 62
        kind = "int64" if sum(map(abs, everyone)) < self._limit else "object"
        signed = np.array(everyone, dtype=kind)
        sizes, sums = [], []
        for moved in draw_moved(len(x), len(y), draws=draws, seed=seed):
            sizes.append(moved[:, : len(x)].sum(axis=1))
            sums.append(moved.astype(kind).dot(signed))
        self._sizes, self._sums = np.concatenate(sizes), np.concatenate(sums)
        self._kind = kind
        self.total, self.still = draws + 1, int((self._sizes == 0).sum()) + 1

    def up_to(self, bounds: Sequence[int]) -> int:
        """Return how many drawn swaps of k pupils lower the first group's sum by at most ``bounds[k]``, over all k."""
        import numpy as np

        if self._kind == "int64":  # a bound beyond every sum may be beyond 64 bits too
            bounds = [max(-self._limit, min(self._limit, bound)) for bound in bounds]
        return int((self._sums <= np.array(bounds, dtype=self._kind)[self._sizes]).sum()) + int(bounds[0] >= 0)

    def beyond(self, bounds: Sequence[int]) -> int:
        """Return how many lower it by more."""
        return self.total - self.up_to(bounds)


def draw_moved(m: int, n: int, *, draws: int, seed: int) -> Any:
    """Yield random splits, some at a time: for each, which of the m + n pupils change their group."""
    import numpy as np

    random = np.random.Generator(np.random.PCG64(seed))
    first = np.arange(m + n) < m
    left = draws
    while left:
        some = min(left, max(1, AT_ONCE // (m + n)))
        order = np.argpartition(random.random((some, m + n)), m - 1, axis=1)
        chosen = np.zeros((some, m + n), dtype=bool)
        np.put_along_axis(chosen, order[:, :m], True, axis=1)
        yield chosen != first
        left -= some
