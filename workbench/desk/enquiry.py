"""Starting and opening an enquiry; every change of its record goes through ``Workspace.change``."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from workbench.enquiry.answers import read_answer
from workbench.enquiry.forms import FieldSpec
from workbench.enquiry.marks import MarkTable, from_rows
from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput, Conflict, Damaged
from workbench.store.folder import EnquiryStore

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the present moment, in UTC and to the second."""
    return datetime.now(UTC).replace(microsecond=0)


class Workspace:
    """An open enquiry: its folder, its record, and the one way to change it.

    ``names`` holds (forename, surname) by code while the class list is unlocked in this process,
    so that free text can be checked as it is saved; it is never written.
    """

    def __init__(self, store: EnquiryStore, *, clock: Clock = now, author: str = "") -> None:
        self.store = store
        self.clock = clock
        self.author = author
        self.names: Mapping[str, tuple[str, str]] = {}

    @property
    def path(self) -> Path:
        """The enquiry's folder."""
        return self.store.path

    @property
    def record(self) -> Enquiry:
        """The record as it stands on disk, as far as this process has read it."""
        return self.store.record

    def change(self, make: Callable[[Enquiry], Enquiry], *, what: str, why: str = "") -> Enquiry:
        """Apply ``make`` to the newest record and save the result with a line of history.

        When another window saved in between, the newest record is read and ``make`` is
        applied to that; what the other window wrote stays.

        Raises:
            Conflict: when it keeps happening.
            CannotSave: when the disk is full or the folder cannot be written.
        """
        for _ in range(5):
            before = self.store.record
            after = make(before)
            if after == before:
                return before
            try:
                self.store.save(after, expected_version=self.store.version, what=what, why=why, author=self.author)
            except Conflict:
                self.store.reload()
            else:
                return after
        raise Conflict("Another window keeps saving this enquiry.", do="Close the other window, then try again. Nothing was lost.")

    def tables(self) -> dict[str, MarkTable]:
        """Return the marks that are stored, by measure, as they stand on the disk now.

        Raises:
            Damaged: when another program than this one changed a table.
        """
        try:
            return self._tables()
        except Damaged:
            # Another window of ours may have saved a table since this one last looked.
            self.store.reload()
            return self._tables()

    def _tables(self) -> dict[str, MarkTable]:
        return {name: from_rows(name, self.store.read_table(name)) for name in self.store.table_names() if self._is_measure(name)}

    def _is_measure(self, name: str) -> bool:
        return any(measure.id == name for measure in self.record.plan.measures)


def new_enquiry(
    folder: str | Path,
    title: str,
    *,
    author: str = "",
    clock: Clock = now,
    fill: Callable[[Enquiry], Enquiry] = lambda record: record,
    new_id: Callable[[], str] = lambda: secrets.token_hex(16),
) -> Workspace:
    """Make an enquiry folder and return it open.

    Args:
        folder: Where to make it; it must not exist yet, or be empty.
        title: What to call it, 1 to 120 characters.
        author: Who is writing, as initials; stands in the history.
        clock: Tells the time, in UTC.
        fill: Puts first answers in; whatever it refuses, no folder is made.
        new_id: Makes the enquiry's id.

    Raises:
        BadInput: when the title is empty or too long.
        CannotSave: when something is in the way or the disk does not take it.
    """
    text = str(read_answer(FieldSpec(name="title", kind="line"), title))
    if not text or len(text) > 120:
        raise BadInput(
            "Give the enquiry a short title.", seen=(len(text) and f"{len(text)} characters") or None, allowed="1 to 120 characters"
        )
    record = fill(Enquiry(id=new_id(), title=text, created=clock()))
    store = EnquiryStore.create(folder, record, author=author, clock=clock)
    return Workspace(store, clock=clock, author=author)


def open_enquiry(folder: str | Path = ".", *, author: str = "", clock: Clock = now) -> Workspace:
    """Open the enquiry in a folder.

    Raises:
        NotAnEnquiry: when the folder holds none.
        NewerFormat: when it was written by a newer version.
        Damaged: when a file is not whole.
    """
    return Workspace(EnquiryStore.open(folder, clock=clock), clock=clock, author=author)
