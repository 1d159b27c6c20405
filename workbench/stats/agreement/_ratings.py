"""What markers wrote, as places on a rubric: numbers or labels, blanks kept, levels in their order."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats._columns import Column, Number, as_list, exact, read_choice, read_column, show, whole_units
from workbench.stats._row_labels import refuse_other_order
from workbench.stats._tables import Rows, as_rows, read_rows

Label = Number | str
WEIGHTS = ("linear", "quadratic")


class Ratings(NamedTuple):
    """``places[u][r]`` is where the rating of unit u by rater r stands in ``levels``; ``None`` for a blank."""

    places: list[list[int | None]]
    levels: tuple[Label, ...]
    rubric: tuple[Label, ...] | None
    missing: int

    def rows(self) -> tuple[tuple[Label | None, ...], ...]:
        """Return the ratings as they were written."""
        return tuple(tuple(None if place is None else self.levels[place] for place in row) for row in self.places)


def read_two(a: Column, b: Column, levels: Column | None) -> Ratings:
    """Read two raters' columns in step."""
    refuse_other_order(a=a, b=b)
    first, second = as_list(a, "a"), as_list(b, "b")
    if len(first) != len(second):
        raise BadInput(
            "The two columns must have one row for each paper, in the same order.",
            seen=f"{len(first)} values in 'a' and {len(second)} in 'b'",
            allowed="two columns of equal length, with None where a rating is missing",
            do="Put both ratings of a paper in the same row.",
        )
    if not any(isinstance(each, str) for each in first + second):
        first, second = read_column(first, "a"), read_column(second, "b")
    return read_table([list(pair) for pair in zip(first, second, strict=True)], levels, name="ratings", least_rows=0)


def read_table(ratings: Rows, levels: Column | None, *, name: str = "ratings", least_rows: int = 2) -> Ratings:
    """Read a table of units by raters; numbers, or one label for each rating."""
    rubric = None if levels is None else read_rubric(levels)
    rows, labels = _numbered(ratings, name, least_rows)
    written: list[list[Any]] = [[None if value is None else labels[int(value)] for value in row] for row in rows] if labels else rows
    used = {_key(value): value for row in written for value in row if value is not None}
    order = rubric or tuple(used[key] for key in sorted(used))
    known = {_key(value): place for place, value in enumerate(order)}
    for row, each in enumerate(written, start=1):
        for column, value in enumerate(each, start=1):
            if value is not None and _key(value) not in known:
                raise BadInput(
                    "This rating is not one of the levels.",
                    where=f"{name}, row {row}, rater {column}",
                    seen=show(value),
                    allowed=", ".join(map(str, order)),
                    do="Mend the rating, or add the level to 'levels'.",
                )
    places = [[None if value is None else known[_key(value)] for value in row] for row in written]
    return Ratings(places, order, rubric, sum(row.count(None) for row in places))


def read_rubric(levels: Column) -> tuple[Label, ...]:
    """Return the rubric's levels in the order given: all numbers or all labels, two or more, none twice."""
    items = as_list(levels, "levels")
    order: list[Any] = [_label(each, "levels") for each in items] if any(isinstance(each, str) for each in items) else []
    order = order or read_column(items, "levels")
    if None in order or len(order) < 2 or len({_key(value) for value in order}) < len(order):
        raise BadInput(
            "The levels of a rubric are two or more, each named once, from lowest to highest.",
            where="levels",
            seen=show(items),
            allowed="a list such as [1, 2, 3, 4] or ['emerging', 'secure']",
            do="List every level of the rubric, also one that nobody used.",
        )
    return tuple(order)


def _numbered(ratings: Rows, name: str, least_rows: int) -> tuple[list[list[Number | None]], list[str]]:
    """Return the table in numbers, and the labels that they stand for where it holds labels."""
    outer = as_rows(ratings, name, row="unit", column="rater")
    rows: list[Any] = [each.tolist() if hasattr(each, "tolist") else each for each in outer]
    labels: dict[str, int] = {}
    if any(isinstance(each, (list, tuple)) and any(isinstance(value, str) for value in each) for each in rows):
        for place, each in enumerate(rows):
            if isinstance(each, (list, tuple)):
                read = [_label(value, f"{name}, row {place + 1}") for value in each]
                rows[place] = [None if label is None else labels.setdefault(label, len(labels)) for label in read]
    return read_rows(rows, name, least_rows=least_rows, least_columns=2 if rows else 0, row="unit", column="rater"), list(labels)


def _label(value: Any, where: str) -> str | None:
    if value is None or type(value).__name__ in {"NAType", "NaTType"} or (isinstance(value, float) and isnan(value)):
        return None
    if isinstance(value, str) and value.strip():
        return str(value)
    raise BadInput(
        "Ratings are all numbers or all labels.",
        where=where,
        seen=show(value),
        allowed="one kind throughout, with None where a rating is missing",
        do="Write every rating in the same way.",
    )


def _key(value: Label) -> Any:
    return exact(value) if isinstance(value, float) else value


def complete(read: Ratings, *, least: int) -> tuple[list[list[int]], int]:
    """Return the units that every rater rated, and how many were left out.

    Raises:
        NotEnoughData: when fewer than ``least`` are left.
    """
    kept = [[place for place in row if place is not None] for row in read.places if None not in row]
    if len(kept) < least:
        raise NotEnoughData(
            f"This needs at least {least} unit{'' if least == 1 else 's'} that every rater rated.",
            seen=f"{len(kept)} complete",
            allowed=f"{least} or more",
            do="Rate a few more papers together.",
        )
    return kept, len(read.places) - len(kept)


def rated_twice(read: Ratings, *, least: int = 2) -> int:
    """Return how many units have two ratings or more.

    Raises:
        NotEnoughData: when fewer than ``least`` have.
    """
    twice = sum(len(row) - row.count(None) >= 2 for row in read.places)
    if twice < least:
        raise NotEnoughData(
            f"This needs at least {least} units with two ratings or more.",
            seen=f"{twice} of {len(read.places)}",
            allowed=f"{least} or more",
            do="Let a second marker rate a few of the papers.",
        )
    return twice


def distances(read: Ratings, weights: str | None) -> list[list[int]]:
    """Return how far apart every two levels are, in whole numbers: 0 or 1, steps, or steps squared.

    With a rubric the steps are its levels; without, the numbers themselves.

    Raises:
        BadInput: when labels come without a rubric, so that their order is not known.
    """
    if weights is None:
        return [[int(one != other) for other in range(len(read.levels))] for one in range(len(read.levels))]
    read_choice(weights, "weights", WEIGHTS)
    steps = scores(read)[1]
    power = 1 if weights == "linear" else 2
    return [[abs(one - other) ** power for other in steps] for one in steps]


def scores(read: Ratings) -> tuple[int, Sequence[int]]:
    """Return a scale and where each level stands in whole numbers of ``1 / scale``: its step on the rubric, or its own number."""
    if read.rubric is not None:
        return 1, range(len(read.levels))
    need_order(read)
    scale, (places,) = whole_units([value for value in read.levels if not isinstance(value, str)])
    return scale, places


def need_order(read: Ratings) -> None:
    """Raise when the order of the levels is not known."""
    if read.rubric is None and any(isinstance(level, str) for level in read.levels):
        raise BadInput(
            "The order of these labels is not known.",
            where="levels",
            seen=", ".join(map(str, read.levels)),
            allowed="levels=[...] with every level, lowest first",
            do="Give the rubric's levels in 'levels'.",
        )


def one_level_only(read: Ratings) -> Undefined:
    """Return the error for data in which one level was used throughout."""
    used = {place for row in read.places for place in row if place is not None}
    return Undefined(
        "Agreement beyond luck is undefined when every rating is the same level: luck alone would agree every time.",
        seen=f"only {read.levels[used.pop()]!r}" if used else "no rating",
        allowed="ratings of two levels or more",
        do="Give the count of agreements by itself, or rate papers that differ more.",
    )
