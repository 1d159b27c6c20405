"""Tables of numbers: one row for each pupil (or unit), one column for each item (or rater)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import Number, as_list, read_column, show

Rows = Any
"""Anything with rows of numbers: a list of lists, a two-dimensional array, a data frame."""


def read_rows(
    values: Rows, name: str, *, least_rows: int, least_columns: int, row: str = "pupil", column: str = "item"
) -> list[list[Number | None]]:
    """Return the table as lists of Python numbers, ``None`` where a value is missing.

    Args:
        values: One inner list for each row; all of one length.
        name: What to call the table in an error.
        least_rows: The fewest rows that will do (counted before any is left out).
        least_columns: The fewest columns that will do.
        row: What a row stands for, in the singular.
        column: What a column stands for, in the singular.

    Raises:
        BadInput: for text, infinite or complex values, a flat list, or rows of unequal length.
        NotEnoughData: when there are too few rows or columns.
    """
    rows = []
    for place, each in enumerate(as_rows(values, name, row=row, column=column), start=1):
        if not isinstance(each, (list, tuple)) and not hasattr(each, "tolist"):
            raise _no_table(each, f"{name}, row {place}", row, column)
        rows.append(read_column(each, f"{name}, row {place}"))
    widths = {len(each) for each in rows}
    if len(widths) > 1:
        odd = next(place for place, each in enumerate(rows, start=1) if len(each) != len(rows[0]))
        raise BadInput(
            f"Every {row} needs a place for every {column}.",
            where=f"{name}, row {odd}",
            seen=f"{len(rows[odd - 1])} values, where row 1 has {len(rows[0])}",
            allowed="rows of equal length, with None where a value is missing",
            do="Put None where a value is missing, so that columns stay in step.",
        )
    for count, least, what in ((len(rows), least_rows, row), (widths.pop() if widths else 0, least_columns, column)):
        if count < least:
            raise NotEnoughData(
                f"This needs at least {least} {what}{'' if least == 1 else 's'}.",
                where=name,
                seen=f"{count} {what}{'' if count == 1 else 's'}",
                allowed=f"{least} {what}{'' if least == 1 else 's'} or more",
                do=f"Add {what}s, or look at what there is by itself.",
            )
    return rows


def as_rows(values: Rows, name: str, *, row: str, column: str) -> list[Any]:
    """Return the rows of any table, each as it stands.

    Raises:
        BadInput: for text, a dictionary, or what has no rows at all.
    """
    plain = values.to_numpy() if hasattr(values, "to_numpy") else values
    if isinstance(plain, (str, bytes, Mapping, Set)) or not isinstance(plain, Iterable):
        raise _no_table(values, name, row, column)
    return as_list(plain, name)


def _no_table(seen: object, where: str, row: str, column: str) -> BadInput:
    return BadInput(
        f"A table has one list for each {row}, with one value for each {column}.",
        where=where,
        seen=show(seen),
        allowed="a list of lists, such as [[1, 0, 1], [1, 1, 1]], with None where a value is missing; an array; a data frame",
        do=f"Put the values of each {row} in a list of their own.",
    )


def complete_rows(rows: list[list[Number | None]]) -> tuple[list[list[Number]], int]:
    """Return the rows without a gap, and how many single values are missing in all."""
    missing = sum(each.count(None) for each in rows)
    return [[value for value in each if value is not None] for each in rows if None not in each], missing
