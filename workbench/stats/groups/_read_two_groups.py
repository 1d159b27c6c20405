"""Marks before and after in two groups, read in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from numbers import Real
from typing import Any

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import Column, Number, as_list, read_column, show, whole_units
from workbench.stats._row_labels import refuse_other_order


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoGroups:
    """Pupils with both marks and a group; the difference is the first named group's minus the second's."""

    names: tuple[str, str]
    before: tuple[Number, ...]
    after: tuple[Number, ...]
    in_first: tuple[bool, ...]
    before_units: Sequence[int]
    after_units: Sequence[int]
    before_scale: int
    after_scale: int
    missing: int
    dropped: int


def read_two_groups(before: Column, after: Column, group: Column) -> TwoGroups:
    """Read three columns in step; a pupil with a blank in any of them is left out whole.

    Raises:
        BadInput: for values that are not numbers, columns of unequal length, or more than two groups.
        NotEnoughData: with one group only, fewer than two pupils in a group, or fewer than four in all.
    """
    refuse_other_order(before=before, after=after, group=group)
    x, y = read_column(before, "before"), read_column(after, "after")
    labels = [_label(value, place) for place, value in enumerate(as_list(group, "group"), start=1)]
    if not len(x) == len(y) == len(labels):
        raise BadInput(
            "The three columns must have one row for each pupil, in the same order.",
            seen=f"{len(x)} values in 'before', {len(y)} in 'after' and {len(labels)} in 'group'",
            allowed="three columns of equal length, with None where a mark is missing",
            do="Put both marks and the group of a pupil in the same row.",
        )
    kept = [row for row in zip(x, y, labels, strict=True) if None not in row]
    names = _names({label for _, _, label in kept})
    first = [label == names[0] for _, _, label in kept]
    shown = (_shown(names[0]), _shown(names[1]))
    _enough(shown, first)
    earlier, later = [row[0] for row in kept], [row[1] for row in kept]
    (before_scale, (before_units,)), (after_scale, (after_units,)) = whole_units(earlier), whole_units(later)
    return TwoGroups(
        names=shown,
        before=tuple(earlier),
        after=tuple(later),
        in_first=tuple(first),
        before_units=before_units,
        after_units=after_units,
        before_scale=before_scale,
        after_scale=after_scale,
        missing=sum(column.count(None) for column in (x, y, labels)),
        dropped=len(x) - len(kept),
    )


def _label(value: Any, place: int) -> Any:
    if value is None or value == "" or type(value).__name__ in {"NAType", "NaTType"}:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, Real):
        number = float(value)
        return None if isnan(number) else int(number) if number.is_integer() else number
    raise BadInput(
        "A group is named by a word or a number.",
        where=f"group, value {place}",
        seen=show(value),
        allowed="two names, such as 'A' and 'B', or 0 and 1",
        do="Give each pupil the name of the group.",
    )


def _names(labels: set[Any]) -> tuple[Any, Any]:
    """Return the two labels, the later one first: the difference is 1 minus 0, B minus A."""
    if len(labels) < 2:
        raise NotEnoughData(
            "This compares two groups.",
            where="group",
            seen="no pupil with both marks" if not labels else f"one group, {show(labels.pop())}",
            allowed="two groups with at least 2 pupils each",
            do="Use mean_change for one group.",
        )
    if len(labels) > 2:
        raise BadInput(
            "This compares two groups, no more.",
            where="group",
            seen=f"{len(labels)} groups",
            allowed="two names, such as 'A' and 'B', or 0 and 1",
            do="Choose two of them.",
        )
    earlier, later = sorted(labels, key=lambda label: (isinstance(label, str), label))
    return later, earlier


def _shown(label: Any) -> str:
    return label if isinstance(label, str) else f"{label:,g}"


def _enough(names: tuple[str, str], first: Sequence[bool]) -> None:
    sizes = (sum(first), len(first) - sum(first))
    if min(sizes) < 2:
        raise NotEnoughData(
            "This needs at least 2 pupils in each group.",
            where="group",
            seen=f"{sizes[0]} in {show(names[0])} and {sizes[1]} in {show(names[1])}",
            allowed="2 or more in each group",
            do="Look at each pupil's own work instead.",
        )
