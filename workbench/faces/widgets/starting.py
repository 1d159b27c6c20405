"""The first screen: a name, and the folder with its seven notebooks is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ipywidgets
import reacton

from workbench.desk.enquiry import Workspace
from workbench.desk.folder_names import folder_name
from workbench.desk.start import start
from workbench.faces.widgets.pieces import Element, button, column, markup, note, opens, page
from workbench.faces.widgets.plain import attempt
from workbench.words.labels import label_of
from workbench.words.screens import STAGES, START

Begin = Callable[[Path, str], Workspace]


def _begin(folder: Path, title: str) -> Workspace:
    return start(folder, title=title)


@reacton.component
def Starting(folder: Path, begin: Begin = _begin) -> Element:
    """Ask for a name and make the enquiry in ``folder``; then lead to its first step."""
    title, set_title = reacton.use_state("")
    message, set_message = reacton.use_state("")
    made, set_made = reacton.use_state("")

    def make() -> None:
        name = folder_name(title)
        if not title.strip():
            set_message(START["name_first"])
        elif (folder / name).exists():
            set_message(START["already"].format(name=name))
        else:
            ws, words = attempt(lambda: begin(folder / name, title))
            set_message(words)
            if ws is not None:
                set_made(name)

    def afresh() -> None:
        set_title("")
        set_made("")

    words = label_of("frame", "title")
    box = ipywidgets.Text.element(
        value=title, description=words.label, on_value=set_title, disabled=bool(made), continuous_update=True, _dom_classes=["ew-input"]
    )
    parts = [column([box, note(words.help), note(message, "message")], "ew-field")]
    if made:
        first = STAGES["framing"]
        parts.append(note(START["made"].format(name=made), "good"))
        parts.append(markup(f"<p>{opens(f'{made}/{first.file}.ipynb', START['go_on'].format(step=first.file))}</p>"))
        parts.append(button(START["another"], afresh))
    else:
        parts.append(button(START["make"], make, main=True))
    return page("starting", parts)
