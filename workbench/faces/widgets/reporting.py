"""Step 7: what is claimed, what happens next, and the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import reacton

from workbench.desk.enquiry import Workspace
from workbench.faces.widgets.busy import soon
from workbench.faces.widgets.class_list import LookingForNames
from workbench.faces.widgets.form import Form
from workbench.faces.widgets.pieces import Element, button, heading, markup, note, opens, page
from workbench.faces.widgets.plain import Later, attempt
from workbench.words.screens import REPORT

MakeReport = Callable[[Path, str], Path]


@reacton.component
def Reporting(ws: Workspace, make_report: MakeReport) -> Element:
    """The whole of step 7; ``make_report`` is given, because forms do not know how reports are made."""
    message, set_message = reacton.use_state("")
    busy, set_busy = reacton.use_state(False)
    made, set_made = reacton.use_state("")
    later = reacton.use_memo(Later, [])

    def make() -> None:
        later.flush()
        set_made("")
        set_busy(True)
        set_message(REPORT["working"])
        soon(work)

    def work() -> None:
        path, words = attempt(lambda: make_report(ws.path, "colleagues"))
        set_message(words)
        set_busy(False)
        if path is not None:
            set_made(path.resolve().relative_to(ws.path.resolve()).as_posix())

    parts = [
        Form(ws, "report", later=later),
        LookingForNames(ws),
        heading(REPORT["title"]),
        note(REPORT["help"], "plain"),
        button(REPORT["make"], make, main=True, disabled=busy),
        note(message, "good" if busy else "message"),
    ]
    if made:
        parts.append(note(REPORT["made"].format(path=made), "good"))
        parts.append(markup(f"<p>{opens(made, REPORT['open'])}</p>"))
    return page("reporting", parts)
