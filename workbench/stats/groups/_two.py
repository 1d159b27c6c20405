"""Two groups of pupils as they are given: each with its own blanks left out, in whole units of one scale."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from workbench.errors import NotEnoughData
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number, read_column, whole_units
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoGroups(Result):
    """What every result for two groups of different pupils keeps. A difference is x minus y.

    Attributes:
        n_x, n_y: How many pupils of each group the numbers rest on; ``n`` is both together.
        x, y: Their values, the blanks left out.
        middle: The median of all pupils together.
        above_x, above_y: How many of each group are above ``middle``.
    """

    n_x: int
    n_y: int
    x: tuple[Number, ...]
    y: tuple[Number, ...]
    mean_x: float
    mean_y: float
    middle: float
    above_x: int
    above_y: int


class Two(NamedTuple):
    """Two groups: ``x[i] == x_units[i] / scale`` exactly, and so on."""

    x: tuple[Number, ...]
    y: tuple[Number, ...]
    x_units: Sequence[int]
    y_units: Sequence[int]
    scale: int
    missing: int

    def difference(self) -> float:
        """Return the mean of x minus the mean of y, correctly rounded."""
        m, n = len(self.x), len(self.y)
        return (sum(self.x_units) * n - sum(self.y_units) * m) / (m * n * self.scale)

    def told(self) -> dict[str, Any]:
        """Return the fields of ``TwoGroups`` but for method and reference."""
        both = sorted([*self.x_units, *self.y_units])
        twice = both[(len(both) - 1) // 2] + both[len(both) // 2]
        return {
            "n": len(both),
            "missing": self.missing,
            "n_x": len(self.x),
            "n_y": len(self.y),
            "x": self.x,
            "y": self.y,
            "mean_x": moments.mean(self.x_units, self.scale),
            "mean_y": moments.mean(self.y_units, self.scale),
            "middle": twice / (2 * self.scale),
            "above_x": sum(2 * unit > twice for unit in self.x_units),
            "above_y": sum(2 * unit > twice for unit in self.y_units),
        }


class Pairings(NamedTuple):
    """Of all pairs of one pupil from each group, in how many the first is higher, level and lower."""

    higher: int
    level: int
    lower: int


def pairings(x: Sequence[int], y: Sequence[int]) -> Pairings:
    """Compare every pupil of the first group with every pupil of the second."""
    others = sorted(y)
    higher = sum(bisect_left(others, unit) for unit in x)
    at_or_above = sum(bisect_right(others, unit) for unit in x)
    return Pairings(higher, at_or_above - higher, len(x) * len(y) - at_or_above)


def read_two(x: Column, y: Column, *, least: int, least_y: int | None = None) -> Two:
    """Read two groups of different pupils; they may differ in number.

    Args:
        x: One number for each pupil of the first group; a blank is left out.
        y: The same for the second group.
        least: The fewest pupils that will do in each group.
        least_y: The fewest in the second, where that is another number.

    Raises:
        BadInput: for text, infinite or complex values, or nested columns.
        NotEnoughData: when a group has fewer than ``least`` values.
    """
    first, second = read_column(x, "x"), read_column(y, "y")
    missing = 0
    if None in first or None in second:
        missing = first.count(None) + second.count(None)
        first, second = [value for value in first if value is not None], [value for value in second if value is not None]
    for name, values, fewest in (("x", first, least), ("y", second, least_y or least)):
        if len(values) < fewest:
            raise NotEnoughData(
                f"This needs at least {fewest} pupil{'' if fewest == 1 else 's'} in {'each' if fewest == least else 'the second'} group.",
                where=name,
                seen=f"{len(values)} value{'' if len(values) == 1 else 's'}",
                allowed=f"{fewest} value{'' if fewest == 1 else 's'} or more",
                do="Look at each pupil's own work instead.",
            )
    scale, (x_units, y_units) = whole_units(first, second)
    return Two(tuple(first), tuple(second), x_units, y_units, scale, missing)
