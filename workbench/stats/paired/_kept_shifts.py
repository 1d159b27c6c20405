"""The ends of the interval that a signed-rank test leaves standing, ties, zeros and all.

A shift is kept when the very test whose p is shown does not reject it. The p changes only where the
shift meets a mean of two changes (a Walsh average): there, changes tie or vanish. So each such mean
and each gap between two of them is judged by itself. Far out, Hoeffding's bound settles them all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, log, sqrt
from typing import NamedTuple

Keeps = Callable[[int], bool]
"""Whether a shift, in quarters of the changes' unit, is kept."""


class End(NamedTuple):
    """An end in halves of the changes' unit; ``inside`` when the end itself is kept."""

    halves: int
    inside: bool


class Ends(NamedTuple):
    """``None`` for an end that is not finite; ``empty`` when no shift at all is kept."""

    low: End | None
    high: End | None
    empty: bool = False
    cut: bool = False


def walsh_sums(changes: Sequence[int]) -> list[int]:
    """Return the sums of every two changes, each with itself too, in order: twice the Walsh averages."""
    return sorted([first + second for place, first in enumerate(changes) for second in changes[place:]])


def kept(changes: Sequence[int], sums: Sequence[int], keeps: Keeps, *, alternative: str, risk: float) -> Ends:
    """Return the ends of the stretch of shifts that are kept.

    Where no change is itself rejected between shifts that are kept, the stretch ends at no change, on
    the side of the estimate, so that the interval never holds a value that its own test rejects.

    Args:
        changes: Whole numbers, one for each pupil.
        sums: Their ``walsh_sums``.
        keeps: Whether a shift is kept.
        alternative: ``"greater"`` has a lower end only, ``"less"`` an upper end only.
        risk: 1 - level, the whole of it for one side.
    """
    side = risk / 2 if alternative == "two_sided" else risk
    up, down = _Side(changes, sums, keeps, side), _mirrored(changes, sums, keeps, side)
    low = high = None
    if alternative != "less" and not keeps(2 * sums[0] - 1):
        low = up.first()
        if low is None:
            return Ends(None, None, empty=True)
    if alternative != "greater" and not keeps(2 * sums[-1] + 1):
        high = down.first()
        if high is None:
            return Ends(None, None, empty=True)
        high = End(-high.halves, high.inside)
    before = low is None or low.halves < 0 or (low.halves == 0 and low.inside)
    beyond = high is None or high.halves > 0 or (high.halves == 0 and high.inside)
    if not (before and beyond) or keeps(0):
        return Ends(low, high)
    return _cut_at_no_change(up, down, Ends(low, high), sums[(len(sums) - 1) // 2] + sums[len(sums) // 2])


def _cut_at_no_change(up: _Side, down: _Side, ends: Ends, centre: int) -> Ends:
    above, below = up.first(beyond=0), down.first(beyond=0)
    if above is not None and (centre >= 0 or below is None):
        return Ends(above, ends.high, cut=True)
    if below is not None:
        return Ends(ends.low, End(-below.halves, below.inside), cut=True)
    return Ends(None, None, empty=True)


def _mirrored(changes: Sequence[int], sums: Sequence[int], keeps: Keeps, side: float) -> _Side:
    return _Side([-change for change in changes], [-each for each in reversed(sums)], lambda shift: keeps(-shift), side)


class _Side:
    """One end: the lowest shift that is kept, looked for from below."""

    def __init__(self, changes: Sequence[int], sums: Sequence[int], keeps: Keeps, side: float) -> None:
        self.sums, self.keeps = sums, keeps
        self.points = sorted(set(sums))
        self.start = self._surely_rejected(len(changes), _most_alike(changes), side)
        # With no ties among the changes, a mean of two of them lies in p between the gaps on either side.
        self.plain = _single(sums) - {2 * change for change in changes} if _most_alike(changes) == 1 else set()
        self.centre = sums[len(sums) // 2]

    def first(self, beyond: int | None = None) -> End | None:
        """Return the lowest end of what is kept, above ``beyond`` (in halves) where that is given."""
        if beyond is not None:
            after = [point for point in self.points if point > beyond]
            if self.keeps(beyond + after[0] if after else 2 * beyond + 1):
                return End(beyond, inside=False)
        else:
            after = [point for point in self.points if point >= self.start]
        for place, point in enumerate(after):
            following = point + after[place + 1] if place + 1 < len(after) else 2 * point + 1
            if point in self.plain and point < self.centre and not self.keeps(following):
                continue
            if self.keeps(2 * point):
                return End(point, inside=True)
            if self.keeps(following):
                return End(point, inside=False)
        return None

    def _surely_rejected(self, n: int, alike: int, side: float) -> int:
        """Return the first point that Hoeffding's bound does not show to be rejected already.

        Below it the sum of upward ranks is at least ``reach`` above its middle, even when all changes
        that are alike vanish at once.
        """
        pairs = len(self.sums)
        reach = pairs / 2 + sqrt(-log(side) / 2 * n * (n + 1) * (2 * n + 1) / 6) + alike * n + 1
        return self.sums[pairs - ceil(reach)] if reach < pairs else self.sums[0]


def _most_alike(changes: Sequence[int]) -> int:
    most = run = 0
    last = None
    for change in sorted(changes):
        run = run + 1 if change == last else 1
        most, last = max(most, run), change
    return most


def _single(sums: Sequence[int]) -> set[int]:
    """Return the values that stand in the ordered list once."""
    padded = [None, *sums, None]
    return {each for place, each in enumerate(sums, start=1) if padded[place - 1] != each != padded[place + 1]}
