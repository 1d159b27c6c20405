"""A block of marks pasted from a spreadsheet onto the mark sheet, with names, with codes, or by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.desk.enquiry import Workspace
from workbench.desk.mark_table import measure_of
from workbench.desk.marks import OCCASIONS, CellShown, Edit, put_marks, table
from workbench.enquiry.import_columns import UPN
from workbench.enquiry.import_people import words_of
from workbench.enquiry.marks import Occasion
from workbench.enquiry.pasting import Block, PastedRow, parts_of, read_block
from workbench.errors import BadInput, NotReady
from workbench.store.pupils import random_code
from workbench.store.sealed import ClassList, Pupil
from workbench.words.marks import pasted


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a block did: every cell as it now stands, and lines that found no pupil, by number."""

    cells: tuple[CellShown, ...]
    n_rows: int
    n_saved: int
    to_look_at: tuple[CellShown, ...]
    left_out: tuple[str, ...]
    sentence: str


def paste_block(
    ws: Workspace,
    measure_id: str | None,
    block: str,
    *,
    class_list: ClassList | None = None,
    start: str | None = None,
    occasion: Occasion = "before",
) -> Pasted:
    """Paste a block of marks: each good cell is saved, each other kept as a draft with its message.

    Args:
        ws: The enquiry.
        measure_id: Whose marks these are.
        block: The text of the clipboard. Two columns of marks are first and second test.
        class_list: The open class list, needed for a block with names. An empty one is filled from the block.
        start: For marks alone: the code of the first pupil they belong to, else the top row of the sheet. Where
            the sheet has no row yet, each line gets a fresh code.
        occasion: For one column of marks: which test.

    Raises:
        BadInput: The block has other columns, or nothing.
        NotReady: It has names and the class list is sealed.
    """
    measure = measure_of(ws, measure_id)
    parts = read_block(block)
    if parts.mark_columns == 0:
        raise BadInput("There are no marks in this block.", do="Paste names into the class list, and marks here.")
    sheet = [row.pupil for row in table(ws, measure.id, class_list=class_list).rows]
    if parts.rows[0].who:
        owners, left_out = _by_label(parts.rows, sheet, class_list)
    else:
        owners, left_out = _in_order(parts.rows, sheet, start)
    edits = _edits(parts, owners, occasion)
    cells = put_marks(ws, measure.id, edits) if edits else ()
    bad = tuple(cell for cell in cells if not cell.accepted)
    saved = len(cells) - len(bad)
    sentence = pasted(len(parts.rows), saved, len(bad), len(left_out), heading=parts.heading)
    return Pasted(cells=cells, n_rows=len(parts.rows), n_saved=saved, to_look_at=bad, left_out=tuple(left_out), sentence=sentence)


def _edits(block: Block, owners: dict[int, str], occasion: Occasion) -> list[Edit]:
    """Return the cells to save; an empty cell of a block leaves what is there."""
    occasions = OCCASIONS if block.mark_columns == 2 else (occasion,)
    return [
        Edit(pupil=owners[row.line], occasion=which, text=text)
        for row in block.rows
        if row.line in owners
        for which, text in zip(occasions, row.marks, strict=True)
        if text
    ]


def _in_order(rows: Sequence[PastedRow], sheet: Sequence[str], start: str | None) -> tuple[dict[int, str], list[str]]:
    if not sheet:
        drawn: dict[int, str] = {}
        for row in rows:
            code = random_code()
            while code in drawn.values():
                code = random_code()
            drawn[row.line] = code
        return drawn, []
    first = sheet.index(start) if start in sheet else 0
    below = list(sheet[first:])
    owners = {row.line: code for row, code in zip(rows, below, strict=False)}
    return owners, [f"Line {row.line}: the sheet has no more pupils." for row in rows[len(below) :]]


def _by_label(rows: Sequence[PastedRow], sheet: Sequence[str], class_list: ClassList | None) -> tuple[dict[int, str], list[str]]:
    """Return whose line each is, by code, UPN or name; lines that fit nobody or several are left out, by number."""
    codes = set(sheet)
    named = [row for row in rows if not any(part.upper() in codes for part in row.who)]
    if named and class_list is None:
        raise NotReady("This block has names, and the class list is sealed.", do="Open the class list, or paste the marks alone.")
    if named and class_list is not None and not class_list.pupils:
        _fill(class_list, named)
    owners: dict[int, str] = {}
    left_out = []
    for row in rows:
        code = next((part.upper() for part in row.who if part.upper() in codes), None)
        found = [code] if code else [pupil.code for pupil in (class_list.pupils if class_list else ()) if _is(pupil, row)]
        if len(found) == 1 and found[0] not in owners.values():
            owners[row.line] = found[0]
        elif not found:
            left_out.append(f"Line {row.line}: no pupil of the class list has this name.")
        else:
            left_out.append(f"Line {row.line}: two lines or two pupils go by this name. Type these marks by hand.")
    return owners, left_out


def _fill(class_list: ClassList, rows: Sequence[PastedRow]) -> None:
    keys = [tuple(sorted(words_of(" ".join(row.who)))) for row in rows]
    twice = [str(row.line) for row, key in zip(rows, keys, strict=True) if keys.count(key) > 1]
    if twice:
        raise BadInput("These lines carry the same name.", where=f"Lines {' and '.join(twice)}", do="Keep one line for each pupil.")
    for row in rows:
        surname, forename = _split(row)
        class_list.add(surname, forename, next((part for part in row.who if UPN.fullmatch(part)), ""))
    class_list.save()


def _split(row: PastedRow) -> tuple[str, str]:
    names = [part for part in row.who if part and not UPN.fullmatch(part)]
    return (names[0], names[1]) if len(names) > 1 else parts_of(names[0] if names else "-")


def _is(pupil: Pupil, row: PastedRow) -> bool:
    if pupil.upn and pupil.upn in row.who:
        return True
    names = " ".join(part for part in row.who if not UPN.fullmatch(part))
    return bool(names) and sorted(words_of(names)) == sorted(words_of(f"{pupil.surname} {pupil.forename}"))
