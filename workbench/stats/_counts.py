"""Counts that may be given to a statistic: so many of so many, and tables of two rows by two."""

from __future__ import annotations

from typing import Any

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import as_list, read_real, show

MOST = 1_000_000
"""Beyond this a count is taken for a slip."""
MOST_IN_A_TABLE = 10_000
"""Exact sums over tables are made of whole numbers with as many binary digits as there are pupils."""

Table = tuple[tuple[int, int], tuple[int, int]]


def read_whole(value: object, name: str) -> int:
    """Return a count: a whole number, 0 or more.

    Raises:
        BadInput: for anything else.
    """
    allowed = f"a whole number from 0 to {MOST:,}"
    number = read_real(value, name, low=0, high=MOST, allowed=allowed)
    if number != int(number):
        raise BadInput("A count is a whole number.", where=name, seen=show(value), allowed=allowed, do="Recount the list.")
    return int(number)


def read_part(k: object, n: object, names: tuple[str, str] = ("k", "n")) -> tuple[int, int]:
    """Return how many of how many.

    Raises:
        BadInput: when either is not a count, or the part is more than the whole.
        NotEnoughData: when there is nobody at all.
    """
    part, whole = read_whole(k, names[0]), read_whole(n, names[1])
    if part > whole:
        raise BadInput(
            "The part cannot be more than the whole.",
            where=f"{names[0]} and {names[1]}",
            seen=f"{part} of {whole}",
            allowed=f"0 to {whole} of {whole}",
            do="Recount the list.",
        )
    if whole == 0:
        raise NotEnoughData("A share of nobody says nothing.", where=names[1], seen="0", allowed="1 or more", do="Count the list first.")
    return part, whole


def read_table(values: Any, *, rows: str, columns: str) -> Table:
    """Return a table of two rows by two as whole numbers.

    Args:
        values: Two lists of two counts.
        rows: What the rows stand for, as an error tells it.
        columns: What the columns stand for.

    Raises:
        BadInput: for another shape, for what is not a count, or for more pupils than can be summed over.
        NotEnoughData: when all four counts are 0.
    """
    _refuse_no_first(values, "columns", columns)
    if rows.startswith("yes"):
        _refuse_no_first(values, "index", rows)
    plain = values.to_numpy() if hasattr(values, "to_numpy") else values
    lists = [as_list(each, f"table, row {place}") for place, each in enumerate(as_list(plain, "table"), start=1)]
    if [len(each) for each in lists] != [2, 2]:
        raise BadInput(
            f"The table has two rows ({rows}) of two counts ({columns}).",
            where="table",
            seen=show(lists),
            allowed="two rows of two counts, such as [[9, 3], [5, 7]]",
            do="Count the pupils in each of the four boxes.",
        )
    counts = [
        read_whole(value, f"table, row {row}, count {place}")
        for row, each in enumerate(lists, start=1)
        for place, value in enumerate(each, start=1)
    ]
    if sum(counts) == 0:
        raise NotEnoughData(
            "A table of nobody says nothing.",
            where="table",
            seen="all four counts are 0",
            allowed="1 pupil or more",
            do="Count the pupils in each box.",
        )
    if sum(counts) > MOST_IN_A_TABLE:
        raise BadInput(
            "Exact sums are made here for a school, not for a nation.",
            where="table",
            seen=f"{sum(counts):,} pupils",
            allowed=f"up to {MOST_IN_A_TABLE:,} pupils in all",
            do="Compare the two shares by share_difference instead.",
        )
    return (counts[0], counts[1]), (counts[2], counts[3])


def _refuse_no_first(values: Any, side: str, order: str) -> None:
    """Refuse a cross-tabulation of a data frame whose own labels put no before yes, as sorting does."""
    labels = getattr(values, side, None)
    if labels is None or callable(labels) or type(labels).__name__ == "RangeIndex":
        return
    told = [str(label).strip().casefold() for label in labels]
    if told in [["0", "1"], ["0.0", "1.0"], ["false", "true"], ["no", "yes"], ["n", "y"]]:
        raise BadInput(
            f"The table's own labels stand the other way round: here it is {order}.",
            where=f"table, {side}",
            seen=", ".join(map(str, labels)),
            allowed="yes first, then no",
            do="Turn them round: table.iloc[:, ::-1] for columns, table.iloc[::-1] for rows.",
        )
