"""Where the table is on a sheet: its heading rows, its columns, its pupils, and the rows that are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.enquiry.import_columns import IDENTITY, UPN, Column, Role, column, is_number, numbers_as_marks
from workbench.enquiry.import_people import words_of
from workbench.enquiry.import_rows import Entry, could_be_named, entry_of, no_pupil
from workbench.enquiry.sheets import Sheet

_LOOK = 30  # heading rows are looked for this far down
_FULL_ANYWHERE = re.compile(r"(?:marks? |score )?(?:out of|possible|available)(?: marks?| score)?:?", re.IGNORECASE)
_FULL = re.compile(
    _FULL_ANYWHERE.pattern + r"|(?:max(?:imum)?|total|full)\.?(?: (?:possible|available|marks?|scores?)){0,2}:?", re.IGNORECASE
)
_TITLE_FULL = re.compile(r"\bout of ([0-9]{1,4})\b", re.IGNORECASE)
_MARKS_DOWN_THE_SIDE = re.compile(
    r".*\b(?:tests?|marks?|scores?|assessments?|quiz|papers?|totals?|baseline|pre|post|autumn|spring|summer|before|after)\b.*",
    re.IGNORECASE,
)


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

    def name_words(self) -> frozenset[str]:
        """Return every word that stands in a column of names, whatever that column was then taken for."""
        at = [one.index for one in self.columns if one.names]
        texts = {entry.cells[index] for entry in self.entries for index in at if index < len(entry.cells)}
        return frozenset(word for text in texts for word in words_of(text))

    def of_role(self, role: Role) -> tuple[Column, ...]:
        """Return the columns of one role."""
        return tuple(column for column in self.columns if column.role == role)


def on_its_side(table: Table) -> bool:
    """Say whether the tests stand where pupils should: few rows, each called a test, and a column for each pupil."""
    others = [one for one in table.columns if one.role not in IDENTITY and one.heading]
    labels = [f"{entry.forename} {entry.surname}" for entry in table.entries]
    return 0 < len(labels) < len(others) - 1 and all(_MARKS_DOWN_THE_SIDE.fullmatch(label) for label in labels)


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


def pupils_above(sheet: Sheet, places: Sequence[tuple[int, int]]) -> bool:
    """Say whether pupils' rows stand above the best place for the headings, under headings of their own."""
    best = places[0]
    tops = [last for first, last in places[1:] if last < best[0] - 1]
    between = sheet.cells[min(tops) : best[0] - 1] if tops else ()
    return any(any(is_number(text) for text in row) and any(text[:1].isalpha() for text in row) for row in between)


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
            one = column(index, lines, values)
            found.append(replace(one, names=one.role in IDENTITY))
    if any(one.role in IDENTITY for one in found) and not any(one.role == "mark" for one in found):
        found = [numbers_as_marks(one, [row[one.index] if one.index < len(row) else "" for row in sample]) for one in found]
    return _beside(_one_name(found), found, sample)


def _beside(kept: Sequence[Column], found: Sequence[Column], sample: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Mark columns of other people's names that have marks on both sides: a second table beside the first."""
    marks = [one.index for one in kept if one.role == "mark"]
    names = [one.index for one in kept if one.role in IDENTITY]

    def others(index: int) -> bool:
        told = [(row[index] if index < len(row) else "", {row[name] for name in names if name < len(row)}) for row in sample]
        return 2 * sum(bool(text) and text not in ours for text, ours in told) > len(told)

    def second(one: Column, was: Column) -> bool:
        between = any(max(names, default=0) < mark < one.index for mark in marks)
        return was.role in IDENTITY and one.role == "other" and between and one.index < max(marks) and others(one.index)

    return tuple(replace(one, beside=True) if second(one, was) else one for one, was in zip(kept, found, strict=True))


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
        entry = entry_of(cells, number, row + 1, at)
        reason = no_pupil(entry, cells, at, marks, foot)
        if row + 1 in keep:
            reason = "" if keep[row + 1] else reason or "decided"
        if reason:
            foot = (foot or reason == "foot") and reason != "heading"
            left_out.append((row + 1, reason))
        else:
            entries.append(entry)
    last = max((entry.row for entry in entries), default=0)
    left_out = [
        (row, "doubtful" if reason == "foot" and row < last and could_be_named(sheet.cells[row - 1]) else reason)
        for row, reason in left_out
    ]
    left_out = [
        (row, "other_headings" if reason == "heading" and _differs(sheet, header, row, columns) else reason) for row, reason in left_out
    ]
    titles = " ".join(text for cells in sheet.cells[: header[0] - 1] for text in cells if text)
    first = min((entry.row for entry in entries), default=0)
    columns = _full_marks(sheet, columns, [row for row, reason in left_out if reason in {"foot", "doubtful"}], first, titles)
    return Table(
        sheet=number, name=sheet.name, header=header, columns=columns, entries=tuple(entries), left_out=tuple(left_out), titles=titles
    )


def _differs(sheet: Sheet, header: tuple[int, int], row: int, columns: Sequence[Column]) -> bool:
    """Say whether headings that come again name other columns than the first time."""

    def told(number: int, index: int) -> str:
        cells = sheet.cells[number - 1]
        return " ".join(cells[index].casefold().split()) if index < len(cells) else ""

    used = [one.index for one in columns if one.role in IDENTITY or one.role == "mark"]
    return any(told(row, index) not in {told(number, index) for number in range(header[0], header[1] + 1)} for index in used)


def _full_marks(sheet: Sheet, columns: Sequence[Column], rows: Sequence[int], first: int, titles: str) -> tuple[Column, ...]:
    """Return the columns with the full marks that a row under the headings tells, or else the title."""
    titled = _TITLE_FULL.search(titles)
    told: dict[int, float] = {}
    for row in rows:
        cells = sheet.cells[row - 1]
        label = next((text for text in cells if text and not is_number(text)), "")
        if _FULL.fullmatch(label) if row < first else _FULL_ANYWHERE.fullmatch(label):
            told.update({index: float(text) for index, text in enumerate(cells) if re.fullmatch(r"[0-9]{1,4}(?:\.5)?", text)})

    def full(one: Column) -> float | None:
        return one.out_of or told.get(one.index) or (float(titled[1]) if titled else None)

    return tuple(replace(one, out_of=full(one)) if one.role == "mark" else one for one in columns)
