"""Several groups as they come in: blanks left out, marks as whole units, ranks shared between ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import factorial, prod
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats import _moments as moments
from workbench.stats._chance import doubt_of
from workbench.stats._columns import Column, Number, as_list, read_column, show, whole_units

SMALLEST_FLOAT = 5e-324


class Groups(NamedTuple):
    """Groups of marks; ``units[g][i] / scale`` is exactly ``data[g][i]``."""

    data: tuple[tuple[Number, ...], ...]
    units: tuple[Sequence[int], ...]
    scale: int
    missing: int

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many pupils each group has."""
        return tuple(map(len, self.data))

    def told(self) -> dict[str, Any]:
        """Return the fields that every result of several groups keeps of them: ``above`` counts pupils above the ``middle`` of all."""
        everyone = sorted(unit for units in self.units for unit in units)
        middle = everyone[(len(everyone) - 1) // 2] + everyone[len(everyone) // 2]
        return {
            "middle": middle / (2 * self.scale),
            "above": tuple(sum(2 * unit > middle for unit in units) for units in self.units),
            "data": self.data,
            "sizes": self.sizes,
            "medians": tuple(moments.median(units, self.scale) for units in self.units),
            "means": tuple(moments.mean(units, self.scale) for units in self.units),
        }


class Ranked(NamedTuple):
    """Ranks over all groups together, doubled so that a shared rank is whole."""

    groups: tuple[tuple[int, ...], ...]
    ties: tuple[int, ...]
    """How many pupils share each value, from the lowest value to the highest."""


def read_groups(groups: Sequence[Column], *, least: int = 1, least_groups: int = 2) -> Groups:
    """Read one column for each group; blanks are left out.

    Raises:
        BadInput: for text, infinite or complex values.
        NotEnoughData: with fewer than ``least_groups`` groups, or fewer than ``least`` pupils in one of them.
    """
    if len(groups) < least_groups:
        raise NotEnoughData(
            f"This compares {least_groups} groups or more.",
            where="groups",
            seen=f"{len(groups)} group{'' if len(groups) == 1 else 's'}",
            allowed="one list of numbers for each group, such as f([3, 4], [5, 6], [2, 7])",
            do="Give each group as a list of its own.",
        )
    columns, missing = [], 0
    for place, group in enumerate(groups, start=1):
        values = read_column(_flat(group, place), f"group {place}")
        kept = [value for value in values if value is not None]
        missing += len(values) - len(kept)
        if len(kept) < least:
            raise NotEnoughData(
                f"This needs at least {least} pupil{'' if least == 1 else 's'} in each group.",
                where=f"group {place}",
                seen=f"{len(kept)} pupil{'' if len(kept) == 1 else 's'}",
                allowed=f"{least} or more in each group",
                do="Leave this group out, or join it to another that it belongs with.",
            )
        columns.append(kept)
    scale, units = whole_units(*columns)
    return Groups(tuple(map(tuple, columns)), units, scale, missing)


def _flat(group: Column, place: int) -> list[Any]:
    items = as_list(group, f"group {place}")
    if any(isinstance(item, (list, tuple)) for item in items):
        raise BadInput(
            "This compares groups that are given one after the other.",
            where=f"group {place}",
            seen=show(items),
            allowed="one list of numbers for each group, such as f([3, 4], [5, 6], [2, 7])",
            do="Put a star before the list of groups, as in f(*groups).",
        )
    return items


def rank(columns: Sequence[Sequence[int]]) -> Ranked:
    """Return doubled ranks of all values together.

    >>> rank([[3, 5], [5, 9]])
    Ranked(groups=((2, 5), (5, 8)), ties=(1, 2, 1))
    """
    counts = sorted(Counter(value for column in columns for value in column).items())
    doubled, below = {}, 0
    for value, together in counts:
        doubled[value] = 2 * below + together + 1
        below += together
    return Ranked(tuple(tuple(doubled[value] for value in column) for column in columns), tuple(count for _, count in counts))


def tie_excess(ties: Sequence[int]) -> int:
    """Return the sum of t^3 - t over the ties, which corrections for ties share."""
    return sum(t**3 - t for t in ties)


def assignments(sizes: Sequence[int]) -> int:
    """Return in how many ways so many pupils can be dealt to groups of these sizes."""
    return factorial(sum(sizes)) // prod(map(factorial, sizes))


def share(part: int, whole: int) -> float:
    """Return ``part / whole``, never 0 for a part that is not."""
    return float(Fraction(part, whole)) or SMALLEST_FLOAT


def how_counted(p: float, patterns: int, draws: int | None, seed: int, alternative: str = "greater") -> dict[str, Any]:
    """Return the fields that say whether every pattern was counted, or how many were drawn from which seed."""
    return {
        "patterns": patterns,
        "exact": draws is None,
        "draws": draws,
        "seed": None if draws is None else seed,
        "standard_error": None if draws is None else doubt_of(p, patterns, alternative),
    }


def counted_or_drawn(counted: str, drawn: str, draws: int | None, seed: int) -> str:
    """Return the method's name, with how many patterns were drawn where not all were counted."""
    return counted if draws is None else f"{drawn}, {draws:,} draws from seed {seed}"


def refuse_all_alike(ties: Sequence[int], what: str) -> None:
    """Raise when every pupil has the same value, where ``what`` has no value.

    Raises:
        Undefined: when there is one value only.
    """
    if len(ties) == 1:
        raise Undefined(
            f"{what} is undefined when every pupil has the same mark.",
            where="groups",
            seen=f"{ties[0]} equal values",
            allowed="marks with at least two different values",
            do="Say that all marks are alike; there is nothing to compare.",
        )
