"""A table of two rows by two with all its totals held fixed: how likely each table is at each odds ratio.

Counts of ways are whole numbers, so that tables that are as likely as the one seen are found to be so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import comb, exp, fsum, log

ROUNDS = 200


@dataclass(frozen=True)
class Conditional:
    """All tables with the totals of one table.

    Attributes:
        least: The smallest first count that the totals allow.
        ways: In how many ways each first count can come about, from ``least`` up.
        seen: The place in ``ways`` of the table seen.
    """

    least: int
    ways: list[int]
    seen: int

    @property
    def total(self) -> int:
        """All ways together."""
        return sum(self.ways)

    @property
    def at_least(self) -> int:
        """Ways with the first count seen or a higher one."""
        return sum(self.ways[self.seen :])

    @property
    def at_most(self) -> int:
        """Ways with the first count seen or a lower one."""
        return sum(self.ways[: self.seen + 1])

    @cached_property
    def logs(self) -> list[float]:
        """The logarithms of the ways, the highest 0."""
        most = log(max(self.ways))
        return [log(each) - most for each in self.ways]

    def odds_with_mean(self) -> float:
        """Return the odds ratio at which the first count seen is the one expected: the likeliest."""
        places = range(len(self.ways))

        def excess(theta: float) -> float:
            weights = self._weights(theta)
            return fsum(place * weight for place, weight in zip(places, weights, strict=True)) / fsum(weights) - self.seen

        return exp(rising_root(excess))

    def odds_with_tail(self, chance: float, *, upper: bool) -> float:
        """Return the odds ratio at which the count seen or one further out has this chance.

        Args:
            chance: Between 0 and 1.
            upper: For the count seen or a higher one, else for it or a lower one.
        """

        def excess(theta: float) -> float:
            weights = self._weights(theta)
            below, here, above = fsum(weights[: self.seen]), weights[self.seen], fsum(weights[self.seen + 1 :])
            # Both sides as logarithms of a small chance over the rest, so that no digits are lost.
            tail, rest = (here + above, below) if upper else (below + here, above)
            risen = _log(tail) - _log(rest) - log(chance) + log(1 - chance)
            return risen if upper else -risen

        return exp(rising_root(excess))

    def _weights(self, theta: float) -> list[float]:
        powers = [way + place * theta for place, way in enumerate(self.logs, start=-self.seen)]
        most = max(powers)
        return [exp(power - most) for power in powers]


def conditional(a: int, b: int, c: int, d: int) -> Conditional:
    """Return all tables with the totals of ((a, b), (c, d))."""
    first, second, yes = a + b, c + d, a + c
    least, most = max(0, yes - second), min(first, yes)
    # Each number of ways comes from the one before it; the division leaves no remainder.
    ways = list(
        accumulate(
            range(least, most),
            lambda way, x: way * ((first - x) * (yes - x)) // ((x + 1) * (second - yes + x + 1)),
            initial=comb(first, least) * comb(second, yes - least),
        )
    )
    return Conditional(least, ways, a - least)


def rising_root(function: Callable[[float], float]) -> float:
    """Return where a rising function of any real number crosses 0, to the last digits."""
    low, high = -1.0, 1.0
    while function(low) > 0:
        low *= 2
    while function(high) < 0:
        high *= 2
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        if function(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def as_unlikely(ways: Sequence[int], seen: int) -> int:
    """Return the ways of all tables that are at most as likely as the one seen."""
    return sum(way for way in ways if way <= ways[seen])


def as_far(table: Conditional, first: int, second: int, yes: int) -> int:
    """Return the ways of all tables whose two shares are at least as far apart, either way, as those seen."""

    def gap(place: int) -> int:
        x = table.least + place
        return abs(x * second - (yes - x) * first)

    seen = gap(table.seen)
    return sum(way for place, way in enumerate(table.ways) if gap(place) >= seen)


def _log(value: float) -> float:
    return log(value) if value > 0 else -1e300
