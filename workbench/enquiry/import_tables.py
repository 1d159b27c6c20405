"""Where the table is on a sheet: its heading rows, its columns, its pupils, and the rows that are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.enquiry.import_columns import IDENTITY, UPN, Column, Role, column, is_number, numbers_as_marks, role_by_heading
from workbench.enquiry.sheets import Sheet

_LOOK = 30  # heading rows are looked for this far down
_FOOT = re.compile(
    r"(?:class |year |group |grand |overall )?"
    r"(?:total|sum|average|mean|median|mode|max(?:imum)?|min(?:imum)?|highest|lowest|count|range|sd|st\.? ?dev|standard deviation"
    r"|number (?:sat|absent|present|of pupils)|no\.? (?:sat|absent|present)|out of|possible|top mark|pass(?:es)?|%|percentage)"
    r"(?: (?:marks?|scores?|possible))?s?:?",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:year |class |form |set )?[0-9]{1,2}[a-z]{0,3}[0-9]?|set \w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One pupil's row: sheet number and row number as the teacher sees them, from 1, and the cells."""

    sheet: int
    row: int
    surname: str = ""
    forename: str = ""
    split: bool = False
    upn: str = ""
    group: str = ""
    set: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What one sheet holds: heading rows (first and last, from 1), columns, pupils' rows, and rows left out with the reason."""

    sheet: int
    name: str
    header: tuple[int, int]
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[tuple[int, str], ...]
    titles: str

    def of_role(self, role: Role) -> tuple[Column, ...]:
        """Return the columns of one role."""
        return tuple(column for column in self.columns if column.role == role)


def header_candidates(sheet: Sheet) -> tuple[tuple[int, int], ...]:
    """Return the places where the headings may stand, best first, as (first row, last row) from 1."""
    scored = []
    for last in range(min(_LOOK, len(sheet.cells))):
        for first in (last, last - 1):
            if first >= 0:
                score = _score(sheet, first, last)
                if score > 0:
                    scored.append((-score, last, last - first, (first + 1, last + 1)))
    return tuple(place for *_, place in sorted(scored)[:6])


def _score(sheet: Sheet, first: int, last: int) -> float:
    own = sheet.cells[last]
    words = [text for text in own if text]
    if len(words) < 2 or sum(is_number(text) or UPN.fullmatch(text) is not None for text in words) > len(words) / 3:
        return 0
    if first != last and not _is_upper_heading(sheet, first, last):
        return 0
    columns = columns_under(sheet, first, last)
    identity = sum(one.role in IDENTITY for one in columns)
    named = sum(one.role in IDENTITY or one.role in {"group", "set"} for one in columns)
    marks = sum(one.role == "mark" for one in columns)
    if not identity and not (named and marks):
        return 0
    return 3 * identity + 2 * marks + named + (_gain_of_two(sheet, first, own) if first != last else 0) - last * 0.01


def _gain_of_two(sheet: Sheet, first: int, own: Sequence[str]) -> float:
    """Return what a second heading row is worth: it groups columns, or tells apart headings that are empty or alike."""
    filled = [text for text in own if text]
    grouped = any(top <= first <= bottom and 0 < right - left < len(own) - 1 for top, left, bottom, right in sheet.merged)
    return 0.5 if grouped or len(set(filled)) < len(filled) or len(filled) < len(own) else -0.5


def _is_upper_heading(sheet: Sheet, first: int, last: int) -> bool:
    """Say whether a row groups the headings below it: something stands beyond column A, and it is no pupil's row."""
    row = sheet.cells[first]
    filled = [index for index, text in enumerate(row) if text]
    if not filled or any(is_number(row[index]) for index in filled):
        return False
    width = max((index for index, text in enumerate(sheet.cells[last]) if text), default=0) + 1
    if filled == [0]:
        return any(top <= first <= bottom and left == 0 and right < width - 1 and right > 0 for top, left, bottom, right in sheet.merged)
    return True


def _spread(sheet: Sheet, first: int, last: int) -> list[list[str]]:
    """Return the heading rows with merged cells filled in, and group headings carried to the right."""
    width = max((len(row) for row in sheet.cells[first : last + 40]), default=0)
    rows = [list(sheet.cells[number]) + [""] * (width - len(sheet.cells[number])) for number in range(first, last + 1)]
    covered = set()
    for top, left, bottom, right in sheet.merged:
        for number in range(max(top, first), min(bottom, last) + 1):
            for index in range(left, min(right, width - 1) + 1):
                covered.add((number, index))
                if top < len(sheet.cells) and left < len(sheet.cells[top]):
                    rows[number - first][index] = sheet.cells[top][left]
    if first != last and not any(number == first for number, _ in covered):
        carried = ""
        for index in range(width):
            carried = rows[0][index] or carried
            rows[0][index] = carried
    return rows


def columns_under(sheet: Sheet, first: int, last: int) -> tuple[Column, ...]:
    """Return what each column is under headings in rows ``first`` to ``last``, counted from 0.

    Where pupils are named and no heading speaks of marks, columns of numbers count as marks.
    """
    rows = _spread(sheet, first, last)
    sample = [row for row in sheet.cells[last + 1 : last + 2001] if sum(map(bool, row)) > 1]
    found: list[Column] = []
    for index in range(len(rows[0]) if rows else 0):
        values = [row[index] if index < len(row) else "" for row in sample]
        lines = [row[index] for row in rows]
        if any(lines) or any(values):
            found.append(column(index, lines, values))
    if any(one.role in IDENTITY for one in found) and not any(one.role == "mark" for one in found):
        found = [numbers_as_marks(one, [row[one.index] if one.index < len(row) else "" for row in sample]) for one in found]
    return _one_name(found)


def _legal(column: Column) -> bool:
    return "legal" in column.heading.casefold()


def _one_name(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Keep one column for each part of a name: legal before preferred, else the first."""
    kept: dict[Role, Column] = {}
    for one in columns:
        if one.role in IDENTITY and (one.role not in kept or _legal(one) > _legal(kept[one.role])):
            kept[one.role] = one
    if "surname" in kept and "forename" in kept:
        kept.pop("name", None)
    return tuple(one if one.role not in IDENTITY or kept.get(one.role) is one else replace(one, role="other") for one in columns)


def read_table(sheet: Sheet, number: int, header: tuple[int, int], columns: tuple[Column, ...], keep: dict[int, bool]) -> Table:
    """Return the table under a heading.

    Args:
        sheet: The sheet.
        number: Its number in the file, from 1.
        header: First and last heading row, from 1.
        columns: What the columns are.
        keep: Rows whose fate was decided: true for a pupil, false for none.
    """
    at: dict[str, int | None] = {
        role: next((one.index for one in columns if one.role == role), None) for role in (*IDENTITY, "group", "set")
    }
    marks = [one.index for one in columns if one.role == "mark"]
    entries, left_out = [], []
    foot = False
    for row in range(header[1], len(sheet.cells)):
        cells = sheet.cells[row]
        if not any(cells):
            continue
        entry = _entry(cells, number, row + 1, at)
        reason = _no_pupil(entry, cells, at, marks, foot)
        if row + 1 in keep:
            reason = "" if keep[row + 1] else reason or "decided"
        if reason:
            foot = (foot or reason == "foot") and reason != "heading"
            left_out.append((row + 1, reason))
        else:
            entries.append(entry)
    last = max((entry.row for entry in entries), default=0)
    left_out = [
        (row, "doubtful" if reason == "foot" and row < last and _could_be_named(sheet.cells[row - 1]) else reason)
        for row, reason in left_out
    ]
    titles = " ".join(text for cells in sheet.cells[: header[0] - 1] for text in cells if text)
    return Table(
        sheet=number, name=sheet.name, header=header, columns=columns, entries=tuple(entries), left_out=tuple(left_out), titles=titles
    )


def _could_be_named(cells: Sequence[str]) -> bool:
    """Say whether a total's label could also be somebody's name, as Max could."""
    return any(re.match(r"(?:max|min)\b", text, re.IGNORECASE) for text in cells)


def _entry(cells: tuple[str, ...], sheet: int, row: int, at: dict[str, int | None]) -> Entry:
    def cell(role: str) -> str:
        index = at[role]
        return " ".join(cells[index].split()) if index is not None and index < len(cells) else ""

    surname, forename, split = cell("surname"), cell("forename"), at["surname"] is not None and at["forename"] is not None
    if at["name"] is not None and not split:
        surname, forename, split = _divide(cell("name"))
    upn = cell("upn").upper()
    return Entry(
        sheet=sheet,
        row=row,
        surname=surname,
        forename=forename,
        split=split,
        upn=upn if UPN.fullmatch(upn) else "",
        group=cell("group"),
        set=cell("set"),
        cells=cells,
    )


def _divide(name: str) -> tuple[str, str, bool]:
    """Return surname, forename, and whether the order is certain, which only a comma makes it."""
    if "," in name:
        surname, _, forename = name.partition(",")
        return surname.strip(), forename.strip(), True
    forename, _, surname = name.rpartition(" ")
    return surname, forename, False


def _no_pupil(entry: Entry, cells: tuple[str, ...], at: dict[str, int | None], marks: Sequence[int], foot: bool) -> str:
    """Return why a row is no pupil's: ``foot``, ``out_of``, ``section``, ``note``, ``heading`` or nothing."""
    named = " ".join(part for part in (entry.surname, entry.forename) if part)
    others = [text for index, text in enumerate(cells) if text and index not in {at["surname"], at["forename"], at["name"], at["upn"]}]
    written = [cells[index] for index in (at["name"], at["surname"], at["forename"]) if index is not None and index < len(cells)]
    label = " ".join(text for text in written if text) or next((text for text in cells if text), "")
    if not entry.upn and _FOOT.fullmatch(label) and not (entry.surname and entry.forename and entry.split):
        return "foot"
    marked = any(index < len(cells) and cells[index][:1].isdigit() for index in marks)
    if not marked and not entry.upn and role_by_heading(named) in IDENTITY:
        return "heading"
    if not named and not entry.upn:
        shown = [cells[index] for index in marks if index < len(cells) and cells[index]]
        if not shown:
            return "note"
        return "foot" if foot or any(_FOOT.search(text) for text in cells if text) else "nameless"
    if (
        not others
        and not entry.upn
        and (foot or re.fullmatch(r"(?:year |class |form |set )?[0-9]{1,2}[a-z]{0,3}[0-9]?|set \w+", named, re.IGNORECASE))
    ):
        return "note" if foot else "section"
    if not others and len(named) > 40:
        return "note"
    return ""
