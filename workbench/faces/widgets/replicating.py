"""Step 6: the same plan for a colleague's class, or one's own next cycle. No pupil's marks go along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ipywidgets
import reacton

from workbench.desk import replication
from workbench.desk.enquiry import Workspace
from workbench.desk.folder_names import folder_name
from workbench.faces.widgets.form import Form
from workbench.faces.widgets.pieces import Element, button, column, heading, markup, note, opens, page
from workbench.faces.widgets.plain import Later, attempt
from workbench.words.screens import REPLICATE, STAGES

Make = Callable[[Workspace, Path], object]


@reacton.component
def Replicating(ws: Workspace) -> Element:
    """The whole of step 6."""
    later = reacton.use_memo(Later, [])
    return page(
        "replicating",
        [
            Form(ws, "replicate", later=later),
            Copy(ws, "colleague", replication.clone_for_colleague, later),
            Copy(ws, "next", replication.next_cycle, later),
        ],
    )


@reacton.component
def Copy(ws: Workspace, kind: str, make: Make, later: Later) -> Element:
    """One way to go on: a name for the new folder, which is made beside this one."""
    name, set_name = reacton.use_state(REPLICATE[f"{kind}_name"].format(title=ws.record.title, cycle=ws.record.cycle + 1))
    message, set_message = reacton.use_state("")
    made, set_made = reacton.use_state("")

    def copy() -> None:
        later.flush()
        folder = folder_name(name)
        if not name.strip():
            set_message(REPLICATE["name_first"])
            return
        done, words = attempt(lambda: make(ws, ws.path.resolve().parent / folder))
        set_message(words)
        set_made(folder if done is not None else "")

    box = ipywidgets.Text.element(description=REPLICATE["folder"], value=name, on_value=set_name, _dom_classes=["ew-input"])
    parts = [heading(REPLICATE[f"{kind}_title"]), note(REPLICATE[f"{kind}_help"], "plain"), box]
    parts += [button(REPLICATE[f"{kind}_make"], copy), note(message, "message")]
    if made:
        first = STAGES["framing"].file
        parts.append(note(REPLICATE["made"].format(name=made), "good"))
        parts.append(markup(f"<p>{opens(f'../{made}/{first}.ipynb', REPLICATE['open'])}</p>"))
    return column(parts)
