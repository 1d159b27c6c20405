"""Going on after another program changed a file: the user says which of the two counts; the other is set aside."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from workbench.desk.enquiry import Clock, Workspace, now, open_enquiry
from workbench.enquiry.marks import from_rows
from workbench.errors import UnknownOption
from workbench.store.folder import EnquiryStore

Keep = Literal["history", "working_copy"]


def settle(folder: str | Path, keep: Keep, *, author: str = "", clock: Clock = now) -> Workspace:
    """Go on with the last saved version, or with ``enquiry.json`` as it stands; the other is set aside, never deleted.

    Raises:
        UnknownOption: for anything but ``"history"`` and ``"working_copy"``.
        Damaged: when the one to keep is not whole.
    """
    if keep not in ("history", "working_copy"):
        raise UnknownOption("Say which of the two to go on with.", seen=keep, allowed="history, working_copy")
    return Workspace(
        EnquiryStore.settle(folder, keep=keep, author=author, why="chosen by the user", clock=clock), clock=clock, author=author
    )


def accept_table(folder: str | Path, measure: str, *, author: str = "", clock: Clock = now) -> Workspace:
    """Take a table of marks that another program changed as it stands now.

    Raises:
        UnknownOption: naming the tables there are.
        Damaged: when it is no table of marks any more; nothing is changed.
    """
    ws = open_enquiry(folder, author=author, clock=clock)
    if measure not in ws.store.table_names():
        raise UnknownOption("There is no table of that name.", seen=measure, allowed=", ".join(ws.store.table_names()) or "none yet")
    from_rows(measure, ws.store.table_as_found(measure))
    ws.store.accept_table(measure, what=f"Table '{measure}' taken as another program left it", author=author)
    return ws
