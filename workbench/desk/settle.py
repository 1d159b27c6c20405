"""Going on after another program changed a file: the user says which of the two counts; the other is set aside."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Literal

from workbench.desk.enquiry import Clock, Workspace, now, open_enquiry
from workbench.enquiry.marks import MarkTable, from_rows, is_code
from workbench.enquiry.plan import Measure
from workbench.enquiry.reading import bad_mark, fits
from workbench.errors import BadInput, SeveralProblems, UnknownOption, WorkbenchError
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
    """Take a table of marks that another program changed as it stands now; one that is gone is taken as gone.

    Raises:
        UnknownOption: naming the tables there are.
        Damaged: when it is no table of marks any more; nothing is changed.
        SeveralProblems: naming each line with a mark that the measure does not have, or without a pupil's code.
    """
    ws = open_enquiry(folder, author=author, clock=clock)
    if measure not in ws.store.table_names():
        raise UnknownOption("There is no table of that name.", seen=measure, allowed=", ".join(ws.store.table_names()) or "none yet")
    if not (ws.store.path / "data" / f"{measure}.csv").exists():
        ws.store.remove_table(measure, what=f"Table '{measure}' taken as gone: another program removed it", author=author)
        return ws
    found = from_rows(measure, ws.store.table_as_found(measure))
    problems = _doubts(found, next((one for one in ws.record.plan.measures if one.id == measure), None))
    if problems:
        raise SeveralProblems(problems)
    ws.store.accept_table(measure, what=f"Table '{measure}' taken as another program left it", author=author)
    return ws


def _doubts(table: MarkTable, measure: Measure | None) -> list[WorkbenchError]:
    """Return what another program wrote that neither the mark sheet nor an import would have taken."""
    found: list[WorkbenchError] = []
    do = "Mend this line in the file, then try again. The file was left as it is."
    for line, row in enumerate(table.rows, start=2):
        where = f"data/{table.measure}.csv, line {line}"
        if not is_code(row.pupil):
            found.append(BadInput("Here stands no pupil's code.", where=where, allowed="a code such as K7M4T", do=do))
        for name, mark in (("before", row.before), ("after", row.after)):
            if measure is not None and mark.value is not None and not fits(Fraction(str(mark.value)), measure):
                found.append(bad_mark(f"{mark.value:g}", measure, where=f"{where}, '{name}'", do=do))
    return found
