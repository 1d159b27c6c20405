"""The designs that a plan can have: how many pupils, and how precisely they would speak."""

from __future__ import annotations

from math import sqrt
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import as_list, read_choice, read_count, show

DESIGNS = ("paired", "two_groups")
Pupils = int | tuple[int, int]
"""A number of pupils, of pupils in each of two equal groups, or the sizes of two groups."""


class Sizes(NamedTuple):
    """A plan's pupils: ``n_x`` who are tested twice, or ``n_x`` and ``n_y`` in two groups."""

    n_x: int
    n_y: int | None

    @property
    def total(self) -> int:
        """How many pupils in all."""
        return self.n_x + (self.n_y or 0)

    @property
    def df(self) -> int:
        """Degrees of freedom of the t test: one mean is taken off for each group."""
        return self.n_x - 1 if self.n_y is None else self.total - 2

    @property
    def given(self) -> Pupils:
        """The sizes as they are typed."""
        return self.n_x if self.n_y is None else (self.n_x, self.n_y)

    @property
    def error(self) -> float:
        """The standard error of the mean change or the difference, in SDs."""
        return sqrt(1 / self.n_x + (0 if self.n_y is None else 1 / self.n_y))

    def times(self, factor: float) -> Sizes:
        """Return a plan with so many times the pupils in each group, to the nearest whole pupil."""
        return Sizes(round(self.n_x * factor), None if self.n_y is None else round(self.n_y * factor))


def read_sizes(design: str, n: Any, *, least: int = 2) -> Sizes:
    """Read a plan's pupils.

    Args:
        design: ``"paired"`` or ``"two_groups"``.
        n: A whole number; for two groups the number in each, or a pair of sizes.
        least: The fewest pupils tested twice; two groups need one more between them.

    Raises:
        UnknownOption: for another design.
        BadInput: when ``n`` is neither a whole number nor, for two groups, a pair of them.
        NotEnoughData: when there are too few.
    """
    if read_choice(design, "design", DESIGNS) == "paired":
        return Sizes(read_count(n, "n", least=least), None)
    if not isinstance(n, (list, tuple)) and not hasattr(n, "__len__"):
        each = read_count(n, "n", least=least)
        return Sizes(each, each)
    pair = as_list(n, "n")
    if len(pair) != 2:
        raise BadInput(
            "Two groups have two sizes.",
            where="n",
            seen=show(n),
            allowed="a whole number of pupils for each group, or a pair such as (12, 15)",
            do="Type one number for each group.",
        )
    sizes = Sizes(read_count(pair[0], "n, first group", least=1), read_count(pair[1], "n, second group", least=1))
    if sizes.total < least + 1:
        raise NotEnoughData(
            f"This needs at least {least + 1} pupils in the two groups together.",
            where="n",
            seen=show(n),
            allowed=f"{least + 1} pupils or more in all",
            do="Look at each pupil's own work instead.",
        )
    return sizes


def nearby(sizes: Sizes, *, least: int = 2) -> list[Sizes]:
    """Return plans with fewer and with more pupils, from few to twice as many, the plan itself among them."""
    few = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60)
    plans = {sizes, *(sizes.times(factor) for factor in (0.5, 0.75, 1.25, 1.5, 2))}
    if sizes.n_y is None or sizes.n_x == sizes.n_y:
        if sizes.n_x <= 60:
            plans |= {Sizes(count, None if sizes.n_y is None else count) for count in few if count <= max(2 * sizes.n_x, 12)}
    elif sizes.total <= 60:
        plans |= {sizes.times(factor) for factor in (0.25, 0.35, 0.6, 0.9, 1.1, 1.75)}
    fewest = min(least, _smaller(sizes))
    able = [plan for plan in plans if _smaller(plan) >= fewest and plan.df >= 1]
    return sorted(able, key=lambda plan: (plan.total, plan.n_x))


def _smaller(sizes: Sizes) -> int:
    return sizes.n_x if sizes.n_y is None else min(sizes.n_x, sizes.n_y)
