"""An answer that is a list of rows: a card for each, with buttons to add, move and take away."""

from __future__ import annotations

from typing import Any

import ipywidgets
import reacton

from workbench.enquiry.forms import FieldSpec
from workbench.faces.widgets.inputs import Choices, Take, one_input
from workbench.faces.widgets.pieces import Element, button, column, heading, markup, note, row
from workbench.words.labels import label_of
from workbench.words.screens import FORM

Row = dict[str, Any]


@reacton.component
def Rows(*, form: str, spec: FieldSpec, raw: object, take: Take, choices: Choices, locked: bool) -> Element:
    """The rows of one field; ``take`` gets the whole list at each change."""
    rows: list[Row] = [dict(item) for item in raw] if isinstance(raw, list | tuple) else []
    # Every card keeps its own widgets when others move: a number that goes with the row, not with its place.
    marks = reacton.use_ref([0, *range(1, len(rows) + 1)])  # the first holds the highest number given so far
    tags: list[int] = marks.current
    while len(tags) - 1 < len(rows):
        tags.append(max(tags) + 1)
    del tags[len(rows) + 1 :]
    tags[0] = max(tags)
    # Answers that follow each other faster than the form is drawn must each start from the one before, not from what was drawn.
    latest = reacton.use_ref(rows)
    latest.current = rows

    def change(index: int, name: str, value: object) -> None:
        latest.current = [{**item, name: value} if at == index else item for at, item in enumerate(latest.current)]
        take(latest.current)

    def add() -> None:
        take([*rows, {}])

    def remove(index: int) -> None:
        del tags[index + 1]
        take([item for at, item in enumerate(rows) if at != index])

    def move(index: int, by: int) -> None:
        to = index + by
        tags[index + 1], tags[to + 1] = tags[to + 1], tags[index + 1]
        moved = list(rows)
        moved[index], moved[to] = moved[to], moved[index]
        take(moved)

    def cell(index: int, item: Row, part: FieldSpec) -> Element:
        words = label_of(form, spec.name, part.name)
        box = one_input(
            part,
            item.get(part.name),
            lambda value: change(index, part.name, value),
            label=words.label,
            words=(form, spec.name, part.name),
            choices=choices.get(f"{spec.name}.{part.name}"),
            locked=locked,
        )
        width = ["ew-wide"] if part.kind in ("line", "text", "choices") else []
        return column([box, note(words.help)], "ew-field", *width)

    def card(index: int, item: Row) -> Element:
        tag = tags[index + 1]
        boxes = [cell(index, item, part).key(f"{tag}.{part.name}") for part in spec.columns if part.name != "id"]
        tips = {name: FORM[f"{name}_tip"].format(number=index + 1) for name in ("up", "down", "remove")}
        buttons = [
            button(FORM["up"], lambda: move(index, -1), disabled=index == 0, tooltip=tips["up"]),
            button(FORM["down"], lambda: move(index, 1), disabled=index == len(rows) - 1, tooltip=tips["down"]),
            button(FORM["remove"], lambda: remove(index), tooltip=tips["remove"]),
        ]
        title = markup(f"<h4>{index + 1}</h4>")
        grid = ipywidgets.VBox.element(children=boxes, _dom_classes=["ew-columns"])
        return column([title, grid, *([] if locked else [row(buttons)])], "ew-card").key(str(tag))

    words = label_of(form, spec.name)
    cards = [card(index, item) for index, item in enumerate(rows)]
    parts = [heading(words.label), note(words.help), *cards]
    return column([*parts, *([] if locked else [button(FORM["add"].format(what=words.label.lower()), add)])], "ew-rows")
