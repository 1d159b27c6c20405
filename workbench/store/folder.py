"""The enquiry folder: one record, its tables, and every version that was ever saved.

A save counts from the moment its journal line is on the disk. Before that, nothing happened;
after it, nothing can be lost: if the working copy ``enquiry.json`` could not be brought up to
date, it is when the folder is opened next.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Self

from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput, CannotSave, Conflict, Damaged
from workbench.store import atomic, record_file
from workbench.store.folder_tables import FolderTables
from workbench.store.history import FOLDER, History, check_note
from workbench.store.journal import HistoryLine, digest
from workbench.store.notices import Notice, conflict_copies
from workbench.store.places import Clock, device_id, utc_now
from workbench.store.standing import UnknownWorkingCopy, begun, reading, standing, whole_path
from workbench.store.table_shelf import TableShelf

RECORD = "enquiry.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a save did. When ``working_copy_updated`` is false it is kept in history all the same."""

    version: int
    sha256: str
    at: datetime
    working_copy_updated: bool


class EnquiryStore(FolderTables):
    """One enquiry folder, opened. Make it with :meth:`create` or :meth:`open`."""

    def __init__(self, path: Path, clock: Clock, device: str | None) -> None:
        self.path = path
        self._history = History(path, clock, device or device_id())
        self._tables = TableShelf(self._history)
        self._record: Enquiry
        self._line: HistoryLine

    @classmethod
    def create(
        cls,
        path: Path | str,
        record: Enquiry,
        *,
        author: str = "",
        clock: Clock = utc_now,
        device: str | None = None,
        what: str = "Began the enquiry",
        why: str = "",
    ) -> Self:
        """Begin an enquiry in the folder ``path``, which is made when it is not there.

        Raises:
            BadInput: When the folder already holds an enquiry, or a file stands in its place.
            CannotSave: When it cannot be written.
        """
        folder = whole_path(path)
        data = record_file.encode(record)
        check_note(what, why, author)
        try:
            if folder.exists() and not folder.is_dir():
                raise BadInput("Choose another name for the folder: a file of this name is already there.", where=folder.name)
            if (folder / RECORD).exists():
                raise _already(folder)
            (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise atomic.cannot_save(problem, folder.name) from None
        store = cls(folder, clock, device)
        with store._history.writing():
            if store._history.records:
                raise _already(folder)
            line = store._history.commit_record(data, what=what, why=why, author=author)
            store._take(record, line)
            store._update_working_copy(data)
        return store

    def _take(self, record: Enquiry, line: HistoryLine) -> None:
        # The two go together: a version number that runs ahead of the record would let a later save overwrite another's.
        self._record, self._line = record, line

    @classmethod
    def open(cls, path: Path | str, *, clock: Clock = utc_now, device: str | None = None) -> Self:
        """Open the enquiry in ``path``, finishing what a crash left half done.

        Raises:
            NotAnEnquiry: When there is none.
            NewerFormat: When a newer workbench wrote it; nothing was changed.
            Damaged: When the history is not whole.
            UnknownWorkingCopy: (a Damaged) when ``enquiry.json`` is none of the saved versions; it is never overwritten.
        """
        folder = begun(path)
        store = cls(folder, clock, device)
        store.reload()
        return store

    @property
    def record(self) -> Enquiry:
        """The newest record that was saved, as far as this store has looked."""
        return self._record

    @property
    def version(self) -> int:
        """The number of the version that :attr:`record` is, from 1."""
        return self._line.version

    @property
    def sha256(self) -> str:
        """The hash of that version's bytes."""
        return self._line.sha256

    def reload(self) -> Enquiry:
        """Look at the folder again, take what others saved, and return the record.

        Raises:
            As :meth:`open`.
        """
        with reading(self.path):
            return self._reload()

    def _reload(self) -> Enquiry:
        self._history.notes.clear()
        try:
            whole = self._read()
        except Damaged:
            if not (self.path / FOLDER).is_dir():
                raise  # a copy without its hidden files: looking at it must not begin a new history
            whole = False  # perhaps another program is in the middle of a save: look again as the one writer
        if not whole:
            try:
                with self._history.writing():
                    self._read()
                    self._repair()
            except CannotSave:
                if not self._read():
                    self._note_behind()
        self._take(record_file.decode(self._newest_bytes(), where=RECORD), self._history.head)
        self._tables.look()
        return self._record

    def _read(self) -> bool:
        """Read the whole journal and say whether nothing is left half done."""
        self._history.forget()
        self._history.catch_up()
        whole = standing(self._history) == "whole"
        return whole and not (self._history.journal.torn or self._tables.unfinished() or atomic.leftovers(self.path, RECORD))

    def _repair(self) -> None:
        for path in atomic.leftovers(self.path, RECORD):
            path.unlink(missing_ok=True)
        if self._tables.unfinished():
            self._tables.finish()
        if standing(self._history) == "behind":
            atomic.put_in_place(self.path / RECORD, self._history.snapshot(self._history.head.version))
            what = "This file was older than the last save, or gone. It was brought up to date from the history."
            self._history.notes.append(Notice(kind="rolled_forward", where=RECORD, what=what))

    def _newest_bytes(self) -> bytes:
        """Return the newest record's bytes, from the working copy or from the history, whichever is whole."""
        history = self._history
        try:
            return history.snapshot(history.head.version)
        except Damaged as problem:
            with contextlib.suppress(OSError):
                data = (self.path / RECORD).read_bytes()
                if digest(data) == history.head.sha256:
                    do = "The enquiry itself is whole. Bring this file back from a backup if you can."
                    history.notes.append(Notice(kind="damaged_snapshot", where=problem.where, what=problem.what, do=do))
                    return data
            raise

    def save(self, record: Enquiry, *, expected_version: int, what: str, why: str = "", author: str = "") -> Saved:
        """Save ``record`` as the next version, if ``expected_version`` is still the newest.

        Args:
            record: The whole record.
            expected_version: The version that the change was made to.
            what: What was changed, in a few words; goes into the history.
            why: The reason, where there is one.
            author: Who made the change.

        Raises:
            Conflict: When another window or program saved in between; :meth:`reload` shows its version.
            CannotSave: When the disk is full or the folder cannot be written; the last version stands.
            BadInput: When the record cannot be kept as it is, or is that of another enquiry.
            UnknownWorkingCopy: When ``enquiry.json`` was changed by another program; it is not overwritten.
        """
        data = record_file.encode(record)
        check_note(what, why, author)
        if record.id != self._record.id:
            raise BadInput("This record belongs to another enquiry.", seen=record.id, allowed=self._record.id, do="Nothing was saved.")
        with self._history.writing():
            newest = self._history.head.version
            if expected_version != newest:
                raise Conflict(
                    "Open the enquiry again to see what was saved in between: another window or program changed it.",
                    seen=f"version {newest}",
                    allowed=f"version {expected_version}",
                    do="Nothing was overwritten.",
                )
            standing(self._history)
            line = self._history.commit_record(data, what=what, why=why, author=author)
            self._take(record, line)
            updated = self._update_working_copy(data)
        return Saved(version=line.version, sha256=line.sha256, at=line.time, working_copy_updated=updated)

    def _update_working_copy(self, data: bytes) -> bool:
        self._history.notes = [note for note in self._history.notes if note.kind != "working_copy_behind"]
        try:
            atomic.put_in_place(self.path / RECORD, data)
        except OSError:
            self._note_behind()
            return False
        return True

    def _note_behind(self) -> None:
        what = "Your change is kept in history; the working copy could not be updated."
        do = "Make room, or make the folder one that can be written to, then open the enquiry again."
        self._history.notes.append(Notice(kind="working_copy_behind", where=RECORD, what=what, do=do))

    @classmethod
    def settle(
        cls,
        path: Path | str,
        *,
        keep: Literal["history", "working_copy"],
        author: str = "",
        why: str = "",
        clock: Clock = utc_now,
        device: str | None = None,
    ) -> Self:
        """Decide what to go on with when :meth:`open` raised Damaged; the other one is set aside, never deleted.

        ``keep="history"`` goes back to the last saved version; ``keep="working_copy"`` takes ``enquiry.json``
        as a new version, and where the history itself is damaged begins a new one with it.
        """
        folder = begun(path)
        store = cls(folder, clock, device)
        from workbench.store.settling import settle

        settle(store._history, store._tables, keep=keep, author=author, why=why)
        store.reload()
        return store

    def history(self) -> tuple[HistoryLine, ...]:
        """Return every change, oldest first."""
        return tuple(self._history.journal.lines)

    def record_at(self, version: int) -> Enquiry:
        """Return the record as it was at ``version``.

        Raises:
            BadInput: When there is no such version.
            Damaged: When its snapshot is not what was saved.
        """
        return record_file.decode(self._history.snapshot(version), where=f"{FOLDER}/{version:06d}.json")

    def notices(self) -> tuple[Notice, ...]:
        """Return what the user should know: copies of a sync program, what was finished or set aside on opening, a clock gone back."""
        return (
            *self._history.notes,
            *conflict_copies(self.path, self._tables.names()),
            *self._tables.notices(),
            *self._history.clock_notice(),
        )

    def verify(self) -> tuple[Notice, ...]:
        """Look at every snapshot too, and return all there is to know. Linear in the number of versions."""
        found = list(self.notices())
        for line in self._history.records:
            try:
                self._history.snapshot(line.version)
            except Damaged as problem:
                if not any(note.where == problem.where for note in found):
                    found.append(Notice(kind="damaged_snapshot", where=problem.where, what=problem.what, do=problem.do))
        return tuple(found)


def _already(folder: Path) -> BadInput:
    return BadInput("Choose another folder, or open this one: it already holds an enquiry.", where=folder.name, do="Nothing was changed.")


__all__ = ["EnquiryStore", "HistoryLine", "Notice", "Saved", "UnknownWorkingCopy"]
