"""Marks by pupil code: what one measure's table holds, and how a typed mark is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Occasion = Literal["before", "after"]
Status = Literal["present", "absent", "exempt", "not_attempted", "withdrawn", "left", "not_joined", "blank"]
STATUSES: tuple[Status, ...] = ("present", "absent", "exempt", "not_attempted", "withdrawn", "left", "not_joined", "blank")


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
