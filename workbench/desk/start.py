"""Starting an enquiry in a new folder, with first answers and its seven notebooks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from workbench.desk.answers import with_answers
from workbench.desk.enquiry import Clock, Workspace, new_enquiry, now
from workbench.desk.notebooks import place


def start(
    folder: str | Path, title: str = "", *, answers: Mapping[str, object] | None = None, author: str = "", clock: Clock = now
) -> Workspace:
    """Make an enquiry folder with its notebooks and return it open.

    Args:
        folder: Where to make it.
        title: What to call it; without one, the title in ``answers``, else the folder's name.
        answers: First answers, by form and field, as in ``docs/schemas/answers.json``.
        author: Who is writing, as initials.
        clock: Tells the time, in UTC.

    Raises:
        SeveralProblems: every fault of the answers in one go; no folder is made.
        CannotSave: when something is in the way or the disk does not take it.
    """
    given = dict(answers or {})
    frame = given.get("frame")
    name = (
        title
        or (str(frame.get("title") or "") if isinstance(frame, Mapping) else "")
        or Path(os.path.normpath(Path(folder).absolute())).name
    )
    if title and isinstance(frame, Mapping):
        given["frame"] = {field: answer for field, answer in frame.items() if field != "title"}
    ws = new_enquiry(folder, name, author=author, clock=clock, fill=lambda record: with_answers(record, given))
    place(ws.path)
    return ws
