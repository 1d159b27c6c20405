"""Going on after damage, by the user's choice: what is not kept is set aside, never deleted."""

from __future__ import annotations

from typing import Literal

from workbench.errors import Damaged
from workbench.store import atomic, record_file
from workbench.store.history import FOLDER, History, one_writer
from workbench.store.journal import digest
from workbench.store.notices import Notice
from workbench.store.standing import RECORD, UnknownWorkingCopy, standing
from workbench.store.table_shelf import TableShelf


def settle(history: History, shelf: TableShelf, *, keep: Literal["history", "working_copy"], author: str, why: str) -> None:
    """Bring folder and history together again, keeping the one that the user chose.

    Raises:
        Damaged: When the one to be kept is not whole.
    """
    try:
        (history.folder / FOLDER).mkdir(exist_ok=True)
    except OSError as problem:
        raise atomic.cannot_save(problem, history.folder.name) from None
    with one_writer(history.folder):
        try:
            if keep == "history":
                _back_to_history(history)
            else:
                _take_working_copy(history, shelf, author=author, why=why)
        except OSError as problem:
            raise atomic.cannot_save(problem, history.folder.name) from None


def _set_aside(history: History) -> None:
    path = history.folder / RECORD
    if not path.exists():
        return
    history.aside.mkdir(exist_ok=True)
    number = 1
    while (target := history.aside / f"enquiry-{number}.json").exists():
        number += 1
    atomic.write_whole(target, path.read_bytes())


def _back_to_history(history: History) -> None:
    history.catch_up()
    try:
        standing(history)
    except UnknownWorkingCopy:
        data = history.snapshot(history.head.version) if history.records else None
        if data is None:
            raise
        _set_aside(history)
        atomic.put_in_place(history.folder / RECORD, data)


def _take_working_copy(history: History, shelf: TableShelf, *, author: str, why: str) -> None:
    path = history.folder / RECORD
    if not path.exists():
        raise Damaged("There is no working copy to go on with.", where=RECORD, do="Go back to the last saved version.")
    found = path.read_bytes()
    data = record_file.encode(record_file.decode(found, where=RECORD))
    try:
        history.catch_up()
        standing(history)
        return
    except UnknownWorkingCopy as problem:
        anew = problem.last_saved is None
    except Damaged:
        anew = True
    _set_aside(history)
    if anew:
        history.begin_anew()
        history.notes.append(
            Notice(kind="began_anew", where=".history", what="A new history was begun; the old one is in .history/set-aside.")
        )
    else:
        history.journal.mend_tail(history.aside)
    what = "Began a new history from the working copy" if anew else "Took the working copy that another program changed"
    history.commit_record(data, what=what, why=why, author=author)
    if digest(found) != digest(data):
        atomic.put_in_place(path, data)
    if anew:
        shelf.adopt(author=author, why=why)
