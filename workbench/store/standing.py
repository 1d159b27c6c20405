"""How the working copy stands to the history: whole, behind, unknown; and what each means for the user."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput, Damaged, NewerFormat, NotAnEnquiry, OlderFormat, WorkbenchError
from workbench.store import record_file, strict_json
from workbench.store.history import FOLDER, History
from workbench.store.journal import digest

RECORD = "enquiry.json"


class UnknownWorkingCopy(Damaged):
    """``enquiry.json`` is none of the versions that were saved. Both are here to be shown; neither was touched.

    Attributes:
        working_copy: The record as it stands in ``enquiry.json``, or none when that is not a whole record.
        last_saved: The newest record in the history, or none when there is no whole one.
    """

    def __init__(
        self, what: str, *, working_copy: Enquiry | None, last_saved: Enquiry | None, seen: str | None = None, do: str = ""
    ) -> None:
        super().__init__(what, where=RECORD, seen=seen, do=do)
        self.working_copy = working_copy
        self.last_saved = last_saved


def whole_path(path: Path | str) -> Path:
    """Return ``path`` from the root, so that it stays right when the program moves to another folder.

    Raises:
        BadInput: When it cannot be the name of a folder.
    """
    try:
        usable = Path(path).absolute()
        named = os.fsencode(usable)
    except (TypeError, UnicodeError):
        named = b"\x00"
    if b"\x00" in named:
        raise BadInput("Choose another name for the folder: it holds a sign that no name may hold.")
    return usable


@contextlib.contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turn a file that the system will not let us read into a plain Damaged."""
    try:
        yield
    except OSError as problem:
        name = Path(problem.filename).name if problem.filename else folder.name
        raise Damaged(
            "Look whether the disk is there and you may read this: it cannot be read.",
            where=name[:100],
            seen=problem.strerror,
            do="Nothing was changed.",
        ) from None


def begun(path: Path | str) -> Path:
    """Return the folder at ``path`` when it holds an enquiry of a format that can be read.

    Raises:
        NotAnEnquiry: When there is no such folder, it is a file, or nothing in it is an enquiry.
        NewerFormat: When a newer workbench wrote the record; nothing was changed.
    """
    folder = whole_path(path)
    with reading(folder):
        return _begun(folder)


def _begun(folder: Path) -> Path:
    choose = "Choose the folder that holds enquiry.json."
    if not folder.exists():
        raise NotAnEnquiry("There is no folder of this name.", where=folder.name, do=choose)
    if not folder.is_dir():
        raise NotAnEnquiry("This is a file, not the folder of an enquiry.", where=folder.name, do=choose)
    record, journal = folder / RECORD, folder / FOLDER / "journal.jsonl"
    if not record.is_file() and (not journal.is_file() or journal.stat().st_size == 0):
        raise NotAnEnquiry("This folder holds no enquiry.", where=folder.name or str(folder), do=choose)
    if record.is_file():
        with contextlib.suppress(Damaged):
            record_file.refuse_newer(strict_json.loads(record.read_bytes(), where=RECORD), where=RECORD)
    return folder


def standing(history: History) -> Literal["whole", "behind"]:
    """Say whether the working copy is the newest version or one that may be brought up to date.

    Raises:
        UnknownWorkingCopy: When it is neither: another program changed it.
        Damaged: When the journal has lost its end.
    """
    path = history.folder / RECORD
    found = path.read_bytes() if path.exists() else None
    if not history.records:
        raise _no_history(found)
    head, sha256 = history.head, digest(found) if found is not None else ""
    _refuse_lost_end(history, sha256)
    if sha256 == head.sha256:
        return "whole"
    if found is None or sha256 in history.known:
        return "behind"
    raise _unknown(history, found)


def _refuse_lost_end(history: History, sha256: str) -> None:
    """A snapshot after the head is of a save that never counted, unless the working copy shows that it did."""
    version = history.head.version
    after, beyond = (history.snapshot_path(version + step) for step in (1, 2))
    lost = beyond.exists()
    if not lost and sha256 != history.head.sha256 and after.exists():
        lost = digest(after.read_bytes()) == sha256
    if lost:
        raise Damaged(
            "The journal of changes has lost its end: versions were saved that it does not name.",
            where=f"{FOLDER}/journal.jsonl",
            do="Nothing was changed. Bring the .history folder back from a backup, or begin a new history from the working copy.",
        )


def _record(data: bytes) -> Enquiry | None:
    try:
        return record_file.decode(data, where=RECORD)
    except (NewerFormat, OlderFormat):
        raise
    except WorkbenchError:
        return None


def _no_history(found: bytes | None) -> Damaged:
    if found is None:
        return Damaged("The record and its history are both gone.", where=RECORD, do="Bring the folder back from a backup.")
    record = _record(found)
    if record is None:
        what, do = "This file is not a whole record, and its history is gone.", "Bring the folder back from a backup."
    else:
        what = "The history of this enquiry is gone, as when a folder is copied without its hidden files."
        do = "Copy the whole folder again with .history, or begin a new history from this record."
    return UnknownWorkingCopy(what, working_copy=record, last_saved=None, do=do)


def _unknown(history: History, found: bytes) -> UnknownWorkingCopy:
    version, saved = history.head.version, None
    with contextlib.suppress(WorkbenchError):
        saved = record_file.decode(history.snapshot(version), where=RECORD)
    working = _record(found)
    state = "It can be read." if working is not None else "It cannot be read as a record."
    kept = (
        f"Version {version} is whole in {FOLDER}/{version:06d}.json."
        if saved is not None
        else "The last version in the history is not whole either."
    )
    return UnknownWorkingCopy(
        f"This file was changed by another program, or damaged, since version {version} was saved. {state}",
        working_copy=working,
        last_saved=saved,
        do=f"{kept} Choose which of the two to go on with, in any step's form or with 'workbench settle'. Neither was overwritten.",
    )
