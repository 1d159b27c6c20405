"""A block of cells pasted from a spreadsheet, or a list of names: taken apart, nothing judged yet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.enquiry.import_columns import UPN, is_number, role_by_heading
from workbench.enquiry.reading import is_token
from workbench.errors import BadInput

_HEADING = re.compile(
    r"test|mark|score|before|after|pre|post|first|second|autumn|spring|summer|name|pupil|student|upn|form|tutor|code", re.IGNORECASE
)
MOST_LINES = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedRow:
    """One line of a block: its number from 1, what stands before the marks, and the mark cells as they came."""

    line: int
    who: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A pasted block: its rows, how many columns of marks they have, and whether a heading was passed over."""

    rows: tuple[PastedRow, ...]
    mark_columns: int
    heading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPupil:
    """One pupil of a pasted list; ``line`` is the only way in which messages speak of her."""

    line: int
    surname: str
    forename: str
    upn: str = ""
    group: str = ""


def cells_of(text: str) -> list[tuple[int, list[str]]]:
    """Return the lines of a block with their numbers, down to the last filled one, cut at tabs, else at semicolons or commas.

    A comma between digits is a decimal comma, and one in ``Surname, Forename`` belongs to the name, so commas
    cut only where a block has no tab and no semicolon and every line has the same number of them, two or more.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n\t ").split("\n")
    if len(lines) > MOST_LINES:
        raise BadInput("Paste fewer lines at a time.", seen=f"{len(lines):,} lines", allowed=f"up to {MOST_LINES:,}")
    sign = "\t" if "\t" in text else (";" if ";" in text else "")
    commas = {line.count(",") for line in lines if line.strip()}
    if not sign and len(commas) == 1 and commas.pop() >= 2:
        sign = ","
    cut = [line.split(sign) if sign else [line] for line in lines]
    return [(number, [" ".join(cell.strip().strip('"').split()) for cell in cells]) for number, cells in enumerate(cut, start=1)]


def read_block(text: str) -> Block:
    """Take a pasted block of marks apart.

    Accepted: one or two columns of marks; before them, if at all, a code, a name, or surname and forename; a heading line.

    Raises:
        BadInput: Nothing was pasted, or there are more columns than that.

    >>> read_block("Name\\tTest 1\\tTest 2\\nKhan, Ava\\t7½\\tabs").rows
    (PastedRow(line=2, who=('Khan, Ava',), marks=('7½', 'abs')),)
    """
    lines = cells_of(text)
    if not text.strip():
        raise BadInput("Nothing was pasted.", do="Copy the marks in your spreadsheet, then paste them here.")
    heading = _is_heading(lines[0][1]) and len(lines) > 1
    body = lines[1:] if heading else lines
    width = max(len(cells) for _, cells in body)
    padded = [(number, cells + [""] * (width - len(cells))) for number, cells in body]
    labels = 0
    while labels < width and _is_label([cells[labels] for _, cells in padded]):
        labels += 1
    marks = width - labels
    if marks > 2 or labels > 3:
        raise BadInput(
            "Paste one or two columns of marks, with names or codes before them or alone.",
            seen=f"{width} columns",
            do="Leave out totals and other columns. Nothing has been saved yet.",
        )
    rows = tuple(PastedRow(line=number, who=tuple(cells[:labels]), marks=tuple(cells[labels:])) for number, cells in padded)
    if labels:  # an empty line between names is nobody; one between marks alone is a pupil without a mark
        rows = tuple(row for row in rows if any(row.who) or any(row.marks))
    return Block(rows=rows, mark_columns=marks, heading=heading)


def _is_heading(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    if any(is_number(cell) or UPN.fullmatch(cell) for cell in filled):
        return False
    return any(role_by_heading(cell) is not None for cell in filled) or (len(filled) > 0 and all(_HEADING.search(cell) for cell in filled))


def _is_label(column: list[str]) -> bool:
    """Say whether a column holds names or codes: mostly texts that are neither a mark nor a word for none."""
    filled = [cell for cell in column if cell]
    texts = sum(not is_number(cell) and not is_token(cell) for cell in filled)
    return bool(filled) and texts > len(filled) / 2


def read_names(text: str) -> tuple[ListedPupil, ...]:
    """Take a pasted class list apart: a name a line, or columns with surname first, then forename, UPN, tutor group.

    Raises:
        BadInput: Nothing was pasted, or a line has no name; lines are named by number.

    >>> [(pupil.surname, pupil.forename) for pupil in read_names("Khan, Ava\\nBo O'Neil")]
    [('Khan', 'Ava'), ("O'Neil", 'Bo')]
    """
    lines = [(number, cells) for number, cells in cells_of(text) if any(cells)]
    roles: list[str | None] = []
    if lines and any(role_by_heading(cell) is not None for cell in lines[0][1]) and len(lines) > 1:
        roles = [role_by_heading(cell) for cell in lines[0][1]]
        lines = lines[1:]
    if not lines:
        raise BadInput("Nothing was pasted.", do="Copy the names from your class list, one pupil a line, then paste them here.")
    pupils = tuple(_listed(number, cells, roles) for number, cells in lines)
    nameless = [str(pupil.line) for pupil in pupils if not (pupil.surname or pupil.forename)]
    if nameless:
        raise BadInput("These lines have no name.", where=f"Line {', '.join(nameless)}", do="Put the name in, or take the line out.")
    return pupils


def _listed(line: int, cells: list[str], roles: list[str | None]) -> ListedPupil:
    told: dict[str, str] = {}
    free = []
    for index, cell in enumerate(cells):
        role = roles[index] if index < len(roles) else None
        if UPN.fullmatch(cell):
            told["upn"] = cell.upper()
        elif role in {"surname", "forename", "group", "name"}:
            told[str(role)] = cell
        elif cell and not roles:
            free.append(cell)
    if free and len(free) > 1 and "," not in free[0]:
        told.setdefault("surname", free.pop(0))
        told.setdefault("forename", free.pop(0))
    elif free:
        told.setdefault("name", free.pop(0))
    if free:
        told.setdefault("group", free.pop(0))
    surname, forename = told.get("surname", ""), told.get("forename", "")
    if told.get("name") and not (surname and forename):
        surname, forename = parts_of(told["name"])
    return ListedPupil(line=line, surname=surname, forename=forename, upn=told.get("upn", ""), group=told.get("group", ""))


def parts_of(name: str) -> tuple[str, str]:
    """Return surname and forename of a name in one cell, with a comma or without."""
    if "," in name:
        surname, _, forename = name.partition(",")
    else:
        forename, _, surname = name.rpartition(" ")
    return surname.strip(), forename.strip()
