"""Signed ranks of a set of changes, and every way that their signs could have fallen. Exact, whatever the ties.

Ranks are doubled, so that a midrank is a whole number. The 2^n patterns of signs are counted by one
polynomial, the product of (1 + x^rank): packed into one Python integer for a class or two, as
probabilities in an array for more, and beyond a stated budget drawn at random.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import gcd
from typing import Any, NamedTuple, Protocol

PACKED = 64
"""Up to so many changes the patterns are counted in one Python integer; above it, as probabilities."""
EXACT_CELLS = 64_000_000
"""Cells up to which the distribution is exact: 400 pupils, about a tenth of a second for one shift."""
DRAWS = 9_999
SEED = 1945


class Ranked(NamedTuple):
    """Doubled midranks of the changes that are not 0, in order of size, and the sums of those up and down."""

    ranks: tuple[int, ...]
    up: int
    down: int


class Chance(NamedTuple):
    """How likely a sum of the upward ranks at least, at most and exactly as big as the one seen is."""

    at_least: float
    at_most: float
    equal: float


class Null(Protocol):
    """The distribution of the sum of the upward ranks when each sign could as well have been the other."""

    def chance(self, up: int) -> Chance:
        """Return the chances of a doubled sum ``up``."""


def rank(changes: Sequence[int], zeros: str) -> Ranked:
    """Rank the changes by size, ties at their mean rank.

    Args:
        changes: Whole numbers, one for each pupil.
        zeros: ``"drop"`` leaves a change of 0 out before ranking; ``"pratt"`` ranks it and then leaves it out.

    >>> rank([0, 1, -1, 3], "drop"), rank([0, 1, -1, 3], "pratt")
    (Ranked(ranks=(3, 3, 6), up=9, down=3), Ranked(ranks=(5, 5, 8), up=13, down=5))
    """
    below = 0
    doubled = {}
    ranks: list[int] = []
    for size, count in sorted(Counter(map(abs, changes)).items()):
        if size:
            doubled[size] = 2 * below + count + 1
            ranks += [doubled[size]] * count
        if size or zeros == "pratt":
            below += count
    up = sum([doubled[change] for change in changes if change > 0])
    return Ranked(tuple(ranks), up, sum(ranks) - up)


class Nulls:
    """The distributions that have been needed so far, one for each pattern of ties."""

    def __init__(self, n: int, *, draws: int, seed: int) -> None:
        self.drawn = _Signs(n, draws, seed) if n * n * (n + 1) > EXACT_CELLS else None
        self._known: dict[tuple[int, ...], Null] = {}

    def chance(self, ranked: Ranked) -> Chance:
        """Return the chances of what was seen, given the sizes of the changes."""
        if not ranked.ranks:
            return Chance(1.0, 1.0, 1.0)
        null = self._known.get(ranked.ranks)
        if null is None:
            null = null_of(ranked.ranks) if self.drawn is None else _Drawn(ranked.ranks, self.drawn)
            self._known[ranked.ranks] = null
        return null.chance(ranked.up)


def null_of(ranks: tuple[int, ...]) -> Null:
    """Return the exact distribution for these doubled ranks."""
    return _Packed(ranks) if len(ranks) <= PACKED else _Array(ranks)


class _Packed:
    def __init__(self, ranks: Sequence[int]) -> None:
        self.common = gcd(*ranks)
        self.width = len(ranks) + 2  # a field holds up to 2^n, and (all ones) must be more than that
        self.total = 1 << len(ranks)
        self.packed = 1
        for each in ranks:
            self.packed += self.packed << each // self.common * self.width

    def chance(self, up: int) -> Chance:
        # Fields of one packed integer add up to its remainder by (all ones), as digits do by nine.
        ones = (1 << self.width) - 1
        tail = self.packed >> up // self.common * self.width
        at_least, equal = tail % ones, tail & ones
        return Chance(at_least / self.total, (self.total - at_least + equal) / self.total, equal / self.total)


class _Array:
    def __init__(self, ranks: Sequence[int]) -> None:
        import numpy as np

        self.common = gcd(*ranks)
        self.shares: Any = np.zeros(sum(ranks) // self.common + 1)
        self.shares[0] = 1.0
        end = 1
        for each in ranks:
            step = each // self.common
            half = self.shares[:end] * 0.5
            self.shares[:end] = half
            self.shares[step : end + step] += half
            end += step

    def chance(self, up: int) -> Chance:
        place = up // self.common
        at_least, at_most = self.shares[place:].sum(), self.shares[: place + 1].sum()
        return Chance(min(1.0, float(at_least)), min(1.0, float(at_most)), float(self.shares[place]))


class _Signs:
    """Signs drawn once, so that every shift is judged by the same draws."""

    def __init__(self, n: int, draws: int, seed: int) -> None:
        import numpy as np

        self.draws, self.seed = draws, seed
        self.ups: Any = np.random.default_rng(seed).integers(0, 2, size=(draws, n), dtype=np.int8).astype(np.float32)


class _Drawn:
    def __init__(self, ranks: Sequence[int], signs: _Signs) -> None:
        import numpy as np

        self.sums: Any = signs.ups[:, : len(ranks)] @ np.array(ranks, dtype=np.float32)  # whole numbers below 2^24 for 2,800 pupils
        self.patterns = signs.draws + 1

    def chance(self, up: int) -> Chance:
        # The signs that were seen count as one more draw, so that no p is 0.
        at_least, at_most = int((self.sums >= up).sum()) + 1, int((self.sums <= up).sum()) + 1
        return Chance(at_least / self.patterns, at_most / self.patterns, (at_least + at_most - self.patterns) / self.patterns)
