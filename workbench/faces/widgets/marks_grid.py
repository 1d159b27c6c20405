"""The sheet of marks as a widget: cells in and out as messages, each edit acknowledged once it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import anywidget
import traitlets

from workbench.words.screens import GRID


class Edit(NamedTuple):
    """One cell as it was typed."""

    pupil: str
    column: str
    text: str


class Cell(NamedTuple):
    """One cell as it is shown: the text, and what to look at (empty when it was taken)."""

    pupil: str
    column: str
    text: str
    message: str


class Column(NamedTuple):
    """One column of the sheet; ``hint`` says which marks it takes. A ``tick`` holds "yes" or nothing."""

    id: str
    label: str
    hint: str
    kind: str = "mark"


Save = Callable[[Sequence[Edit]], tuple[Sequence[Cell], str]]


class MarksGrid(anywidget.AnyWidget):
    """A sheet of marks by pupil code.

    ``save`` takes the edits of one message and returns the cells as they now stand with one sentence
    about them. Pupils' names, where the class list is open, travel as messages and are never a trait:
    a trait could end up in a notebook file.
    """

    _esm = Path(__file__).with_suffix(".js")
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    rows = traitlets.List(traitlets.Unicode()).tag(sync=True)
    cells = traitlets.List(traitlets.List()).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    needs_names = traitlets.Bool(True).tag(sync=True)

    def __init__(
        self,
        *,
        columns: Sequence[Column] = (),
        rows: Sequence[str] = (),
        cells: Sequence[Cell] = (),
        save: Save | None = None,
        names: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        self._save = save
        self._names = tuple(names)
        super().__init__(
            columns=[column._asdict() for column in columns],
            rows=list(rows),
            cells=[list(cell) for cell in cells],
            words=dict(GRID),
            **kwargs,
        )
        self.on_msg(self._on_message)

    def _on_message(self, _: object, content: dict[str, Any], __: object) -> None:
        if content.get("kind") == "ready" and self._names:
            self.send({"kind": "names", "names": dict(self._names), "order": [code for code, _ in self._names]})
        elif content.get("kind") == "edit" and self._save is not None:
            cells, words = self._save([Edit(*map(str, edit)) for edit in content["edits"]])
            newest = {(cell[0], cell[1]): list(cell) for cell in cells}
            self.cells = [newest.pop((cell[0], cell[1]), cell) for cell in self.cells] + list(newest.values())
            kept = not any(cell.message for cell in cells)
            reply = {
                "kind": "saved",
                "sequence": content["sequence"],
                "cells": [list(cell) for cell in cells],
                "words": words,
                "kept": kept,
            }
            self.send(reply)
