"""The sheet of marks of one measure, between the desk and the grid."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets
import reacton

from workbench.desk import marks as desk
from workbench.desk.enquiry import Workspace
from workbench.faces.widgets.class_list import holder
from workbench.faces.widgets.marks_grid import Cell, Column, Edit, MarksGrid
from workbench.faces.widgets.pieces import Element, column, heading, note
from workbench.faces.widgets.plain import attempt
from workbench.store.sealed import ClassList
from workbench.words.marks import OCCASION
from workbench.words.screens import GRID, SHEET


@reacton.component
def MarkSheetPart(ws: Workspace, class_list: ClassList | None, seen: int) -> Element:
    """Choose a measure, then its sheet; ``seen`` counts what makes the sheet anew (names, an import)."""
    chosen, set_chosen = reacton.use_state("")
    rest, set_rest = reacton.use_state(False)
    measures = [measure for measure in ws.record.plan.measures if measure.method == "paired_change"]
    current = chosen or (measures[0].id if measures else "")

    def make() -> tuple[MarksGrid | None, str, int]:
        sheet, words = attempt(lambda: _newest(ws, current, class_list))
        if sheet is None:
            return None, words, 0
        rows = [row for row in sheet.rows if rest or row.chosen]
        return _grid(ws, sheet, rows, class_list), words, len(sheet.rows) - sum(row.chosen for row in sheet.rows)

    grid, words, others = reacton.use_memo(make, [current, rest, seen, class_list])
    parts: list[Element] = [heading(SHEET["title"])]
    if len(measures) > 1:
        names = [(measure.title, measure.id) for measure in measures]
        parts.append(
            ipywidgets.Dropdown.element(
                description=SHEET["measure"], options=names, value=current, on_value=set_chosen, _dom_classes=["ew-input"]
            )
        )
    parts.append(note(words, "message"))
    if grid is not None and not grid.rows:
        parts.append(note(SHEET["empty"], "plain"))
    elif grid is not None:
        parts.append(holder(grid))
    if others or rest:
        tick = ipywidgets.Checkbox.element(
            value=rest, on_value=set_rest, description=SHEET["rest"].format(count=others), indent=False, _dom_classes=["ew-tick"]
        )
        parts.append(tick)
    return column(parts)


def _grid(ws: Workspace, sheet: desk.MarkSheet, rows: Sequence[desk.RowShown], class_list: ClassList | None) -> MarksGrid:
    columns = [Column(occasion, OCCASION[occasion], sheet.allowed) for occasion in desk.OCCASIONS]
    columns.append(Column("chosen", GRID["in_group"], "", "tick"))
    cells = [_cell(cell) for row in rows for cell in (row.before, row.after)]
    cells += [Cell(row.pupil, "chosen", "yes" if row.chosen else "", "") for row in rows]

    def save(edits: Sequence[Edit]) -> tuple[Sequence[Cell], str]:
        saved, words = attempt(lambda: _saved(ws, sheet.measure, edits, class_list))
        return saved if saved is not None else ([Cell(*edit, words) for edit in edits], words)

    names = [(row.pupil, row.name) for row in rows] if class_list is not None else []
    return MarksGrid(columns=columns, rows=[row.pupil for row in rows], cells=cells, save=save, names=names)


def _newest(ws: Workspace, measure: str, class_list: ClassList | None) -> desk.MarkSheet:
    ws.store.reload()
    return desk.table(ws, measure or None, class_list=class_list)


def _saved(ws: Workspace, measure: str, edits: Sequence[Edit], class_list: ClassList | None) -> tuple[Sequence[Cell], str]:
    ws.store.reload()  # the plan may have been changed in another window: its full marks hold here at once
    marks = [desk.Edit(pupil=edit.pupil, occasion=edit.column, text=edit.text) for edit in edits if edit.column != "chosen"]  # type: ignore[arg-type]
    cells = [_cell(cell) for cell in desk.put_marks(ws, measure, marks)] if marks else []
    for edit in edits:
        if edit.column == "chosen":
            desk.add_rows(ws, measure, [edit.pupil], chosen=bool(edit.text))
            desk.put_chosen(ws, measure, edit.pupil, bool(edit.text))
            cells.append(Cell(edit.pupil, "chosen", edit.text, ""))
    waiting = any(cell.message for cell in cells)
    return cells, GRID["look"] if waiting else f"{GRID['saved']} {desk.table(ws, measure, class_list=class_list).pairing}"


def _cell(cell: desk.CellShown) -> Cell:
    return Cell(cell.pupil, cell.occasion, cell.text, cell.message)
