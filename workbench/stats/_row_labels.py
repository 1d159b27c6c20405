"""Columns of a data frame carry row labels: the same pupils in another order must not be paired by place."""

from __future__ import annotations

from typing import Any

from workbench.errors import BadInput


def refuse_other_order(**columns: Any) -> None:
    """Refuse columns whose row labels overlap without being the same, row by row.

    Lists and arrays have no labels and pass. So do labels that have nothing in common, as the two halves of
    a long table have.

    Raises:
        BadInput: when a column names the same rows as the first one, in another order or not all of them.
    """
    labelled = [(name, column.index) for name, column in columns.items() if hasattr(getattr(column, "index", None), "isin")]
    for name, labels in labelled[1:]:
        first, expected = labelled[0]
        if not labels.equals(expected) and labels.isin(expected).any():
            raise BadInput(
                "These columns carry row labels, and the labels are not in step: values of different pupils would be paired.",
                where=f"{first} and {name}",
                seen=_odd_row(list(expected), list(labels)),
                allowed="columns of one table, or labels in the same order",
                do="Join the two tables by the pupil's code first. If the order is right as it is, pass column.tolist().",
            )


def _odd_row(first: list[Any], other: list[Any]) -> str:
    if len(first) != len(other):
        return f"{len(first)} rows and {len(other)} rows"
    place = next(place for place, (one, two) in enumerate(zip(first, other, strict=True), start=1) if one != two)
    return f"other labels from row {place} on"
