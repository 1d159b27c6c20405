"""When another program changed a file of the enquiry, the teacher says which of the two counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import reacton

from workbench.desk.enquiry import Workspace, open_enquiry
from workbench.desk.settle import Keep, accept_table, settle
from workbench.faces.widgets.pieces import Element, Noticed, button, note, page, row, use_any
from workbench.faces.widgets.plain import attempt
from workbench.store.folder import UnknownWorkingCopy
from workbench.words.screens import SETTLE

Choice = tuple[str, Callable[[], Any]]
"""What a button says, and what gives the form to go on with."""


@reacton.component
def Settling(stage: str, words: str, choices: Sequence[Choice]) -> Element:
    """What happened and one button for each way on; once one is chosen the stage's own form takes its place."""
    form, set_form = use_any(None)
    trouble, set_trouble = reacton.use_state("")

    def choose(make: Callable[[], Any]) -> None:
        made, sentence = attempt(make)
        set_trouble(sentence)
        if made is not None:
            set_form(made)

    if form is not None:
        return form
    buttons = [button(label, lambda make=make: choose(make)) for label, make in choices]  # type: ignore[misc]
    return page(stage, [note(words, "message"), row(buttons), note(trouble, "message")])


def opened(stage: str, enquiry: str | Path, form: Callable[[Workspace], Any]) -> Element:
    """Return a stage's form for the enquiry in a folder, or what stands in its way with the ways on."""
    try:
        ws = open_enquiry(enquiry)
    except UnknownWorkingCopy as problem:
        return Settling(stage, str(problem), _ways_on(problem, enquiry, form))
    return _with_notices(stage, ws, form)


def _ways_on(problem: UnknownWorkingCopy, enquiry: str | Path, form: Callable[[Workspace], Any]) -> list[Choice]:
    stage_form: dict[Keep, Callable[[], Any]] = {
        "history": lambda: form(settle(enquiry, "history")),
        "working_copy": lambda: form(settle(enquiry, "working_copy")),
    }
    there = {"history": problem.last_saved, "working_copy": problem.working_copy}
    return [(SETTLE[keep], make) for keep, make in stage_form.items() if there[keep] is not None]


def _with_notices(stage: str, ws: Workspace, form: Callable[[Workspace], Any]) -> Element:
    notices = ws.store.notices()
    changed = [Path(notice.where).stem for notice in notices if notice.kind == "table_changed"]
    if changed:
        choices: list[Choice] = [(SETTLE["table"].format(name=name), partial(_accepted, ws.path, name, form)) for name in changed]
        words = "\n".join(str(notice) for notice in notices)
        return Settling(stage, words, [*choices, (SETTLE["later"], lambda: form(ws))])
    return Noticed([str(notice) for notice in notices], form(ws))


def _accepted(folder: Path, name: str, form: Callable[[Workspace], Any]) -> Any:
    return form(accept_table(folder, name))
