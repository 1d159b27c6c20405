"""Marks by pupil code: what one measure's table holds, and how a typed mark is read."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.errors import Damaged

Occasion = Literal["before", "after"]
Status = Literal["present", "absent", "exempt", "not_attempted", "withdrawn", "left", "not_joined", "blank"]
STATUSES: tuple[Status, ...] = ("present", "absent", "exempt", "not_attempted", "withdrawn", "left", "not_joined", "blank")


_CODE = re.compile(r"(?=.*[0-9])[A-Z0-9-]{2,12}")


def is_code(pupil: object) -> bool:
    """Say whether this is a pupil's code; anything else could be a name, which must not come into the enquiry's folder.

    >>> is_code("K7M4T"), is_code("Zoe"), is_code("ZOE")
    (True, False, False)
    """
    return isinstance(pupil, str) and _CODE.fullmatch(pupil) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One pupil's mark on one occasion: a number when ``status`` is ``present``, else none."""

    value: float | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One pupil, by code, and whether she is in the group that the enquiry is about."""

    pupil: str
    chosen: bool
    before: Mark
    after: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkTable:
    """All rows of one measure; rows are in the order of the codes, which says nothing of the pupils."""

    measure: str
    rows: tuple[MarkRow, ...]

    def chosen(self) -> tuple[MarkRow, ...]:
        """Return the rows of the enquiry's own group."""
        return tuple(row for row in self.rows if row.chosen)

    def others(self) -> tuple[MarkRow, ...]:
        """Return the rows of the rest of the year."""
        return tuple(row for row in self.rows if not row.chosen)


def pairs(rows: tuple[MarkRow, ...]) -> tuple[list[float | None], list[float | None]]:
    """Return the before and after columns in step, ``None`` where there is no mark."""
    return [row.before.value for row in rows], [row.after.value for row in rows]


COLUMNS: tuple[str, ...] = ("pupil", "chosen", "before", "before_status", "after", "after_status")


def to_rows(table: MarkTable) -> list[dict[str, str]]:
    """Return the table as text cells under ``COLUMNS``, the form that is stored."""
    return [
        {
            "pupil": row.pupil,
            "chosen": "yes" if row.chosen else "no",
            "before": _number_text(row.before.value),
            "before_status": row.before.status,
            "after": _number_text(row.after.value),
            "after_status": row.after.status,
        }
        for row in table.rows
    ]


def from_rows(measure: str, rows: Iterable[Mapping[str, str]]) -> MarkTable:
    """Read a stored table back.

    Raises:
        Damaged: when a column is missing or a cell is not what ``to_rows`` writes.
    """
    read: dict[str, MarkRow] = {}
    for number, row in enumerate(rows, start=2):
        if row.get("pupil") in read:
            where = f"data/{measure}.csv, line {number}"
            raise Damaged("This pupil has a line already.", where=where, do="Keep one line for each pupil, then try again.")
        try:
            read[row["pupil"]] = MarkRow(
                pupil=row["pupil"],
                chosen={"yes": True, "no": False}[row["chosen"]],
                before=_mark(row["before"], row["before_status"]),
                after=_mark(row["after"], row["after_status"]),
            )
        except (KeyError, ValueError):
            raise Damaged(
                "This table of marks is not as it was saved.",
                where=f"data/{measure}.csv, line {number}",
                allowed=f"the columns {', '.join(COLUMNS)}",
                do="Put the file back from a copy, or bring the mark book in again.",
            ) from None
    return MarkTable(measure=measure, rows=tuple(read.values()))


def _number_text(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _mark(value: str, status: str) -> Mark:
    if status not in STATUSES or (status == "present") != (value != ""):
        raise ValueError(status)
    number = float(value) if value else None
    if number is not None and not math.isfinite(number):
        raise ValueError(status)
    return Mark(value=number, status=status)
