"""What is resampled: one group, the same pupils twice, or two groups; and which statistic of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats._columns import Number, as_list, read_column, read_pairs, show, whole_units

ONE, PAIRED, TWO = "one_group", "paired", "two_groups"
NAMED = {
    "mean": ONE,
    "median": ONE,
    "sd": ONE,
    "trimmed_mean": ONE,
    "mean_change": PAIRED,
    "median_change": PAIRED,
    "correlation": PAIRED,
    "mean_difference": TWO,
    "median_difference": TWO,
}
"""The statistics known by name, and what each is a statistic of."""


class Sample(NamedTuple):
    """Complete data: ``columns[0]`` alone, or two columns (in step where the design is ``"paired"``).

    ``units`` are the same as whole numbers of ``1 / scale``.
    """

    design: str
    columns: tuple[tuple[Number, ...], ...]
    units: tuple[Sequence[int], ...]
    scale: int
    missing: int
    dropped: int

    @property
    def n(self) -> int:
        """How many pupils the numbers rest on."""
        return len(self.columns[0]) if self.design == PAIRED else sum(map(len, self.columns))

    @property
    def smallest(self) -> int:
        """How many pupils the smaller group has."""
        return min(map(len, self.columns))

    @property
    def changes(self) -> list[int]:
        """After minus before of each pupil, in whole units."""
        return [after - before for before, after in zip(*self.units, strict=True)]


class Statistic(NamedTuple):
    """A statistic by its name; ``own`` is the caller's function where it has no name of ours."""

    name: str
    design: str
    own: Callable[..., Any] | None


def read_sample(data: Any, statistic: object, paired: bool | None) -> tuple[Sample, Statistic]:
    """Read the data and what is wanted of them.

    Raises:
        UnknownOption: for a statistic that is neither known by name nor a function.
        BadInput: for data of another shape than the statistic needs, or values that are not numbers.
        NotEnoughData: with fewer than two pupils (in each group).
    """
    items = as_list(data, "data")
    columns = [each for each in items if isinstance(each, (list, tuple)) or (hasattr(each, "__len__") and not isinstance(each, str))]
    two = bool(items) and len(columns) == len(items)
    wanted = _read_statistic(statistic, two, paired)
    if two != (wanted.design != ONE) or (two and len(items) != 2):
        raise BadInput(
            "These data do not have the shape that the statistic needs.",
            where="data",
            seen=f"{len(items)} columns" if two else "one column",
            allowed="one column for 'mean' and the like; a pair of columns, such as (before, after), for changes and differences",
            do="Choose a statistic for these data: " + ", ".join(name for name, design in NAMED.items() if (design != ONE) == two) + ".",
        )
    if wanted.design == PAIRED:
        pairs = read_pairs(items[0], items[1], least=2)
        kept = (pairs.before, pairs.after)
        return Sample(PAIRED, kept, (pairs.before_units, pairs.after_units), pairs.scale, pairs.missing, pairs.dropped), wanted
    names = ("first group", "second group") if two else ("data",)
    read = [read_column(column, name) for column, name in zip(items if two else [items], names, strict=True)]
    missing = sum(column.count(None) for column in read)
    complete = tuple(tuple(value for value in column if value is not None) for column in read)
    for column, name in zip(complete, names, strict=True):
        if len(column) < 2:
            raise NotEnoughData(
                "Drawing again from so few pupils shows nothing: this needs at least 2.",
                where=name,
                seen=f"{len(column)} value{'' if len(column) == 1 else 's'}",
                allowed="2 values or more",
                do="Look at each pupil's own work instead.",
            )
    scale, units = whole_units(*complete)
    return Sample(wanted.design, complete, units, scale, missing, 0), wanted


def _read_statistic(statistic: object, two: bool, paired: bool | None) -> Statistic:
    if isinstance(statistic, str) and statistic in NAMED:
        return Statistic(statistic, NAMED[statistic], None)
    if not callable(statistic):
        raise UnknownOption(
            "There is no such statistic.",
            where="statistic",
            seen=show(statistic),
            allowed=", ".join(NAMED) + ", or a function of your own",
            do="Choose one of these.",
        )
    if two and not isinstance(paired, bool):
        raise UnknownOption(
            "With a function of your own, say whether the two columns are the same pupils.",
            where="paired",
            seen=show(paired),
            allowed="True or False",
            do="Write paired=True when a row of both columns is one pupil, paired=False for two groups.",
        )
    name = str(getattr(statistic, "__name__", type(statistic).__name__))
    return Statistic(name if name.isidentifier() else "your_function", (PAIRED if paired else TWO) if two else ONE, statistic)
