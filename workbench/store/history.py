"""The .history folder: the journal, the numbered snapshots, and the one writer at a time."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from workbench.errors import BadInput, Conflict, Damaged
from workbench.store import atomic, strict_json
from workbench.store.journal import HistoryLine, Journal, LineKind, digest
from workbench.store.notices import Notice
from workbench.store.places import Clock, moment

FOLDER = ".history"
WAIT = 10.0
LONGEST_NOTE = 2_000
_CLOCK_SLACK = timedelta(hours=1)


@contextlib.contextmanager
def one_writer(folder: Path, name: str = "lock", *, wait: float = WAIT) -> Iterator[None]:
    """Hold the folder's lock, which the system releases even when the program is killed.

    Raises:
        Conflict: When another program holds it for longer than ``wait`` seconds.
        CannotSave: When the folder cannot be written.
    """
    import filelock

    lock = filelock.FileLock(str(folder / FOLDER / name), timeout=wait, poll_interval=0.01)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise Conflict(
            "Close the other window or program that is saving this enquiry, then save again.", do="Nothing was changed."
        ) from None
    except OSError as problem:
        raise atomic.cannot_save(problem, folder.name) from None
    try:
        yield
    finally:
        lock.release()


class History:
    """What was saved, in order, and the only door through which more is saved."""

    def __init__(self, folder: Path, clock: Clock, device: str) -> None:
        self.folder = folder
        self.clock = clock
        self.device = device
        self.notes: list[Notice] = []
        self.forget()

    def forget(self) -> None:
        """Drop what was read, so that the next look reads all of it again."""
        self.journal = Journal(self.folder / FOLDER / "journal.jsonl")
        self.records: list[HistoryLine] = []
        self.tables: dict[str, HistoryLine] = {}
        self.known: set[str] = set()
        self._taken = 0

    @property
    def aside(self) -> Path:
        """Where what must not be lost and is not in use is put."""
        return self.folder / FOLDER / "set-aside"

    @property
    def head(self) -> HistoryLine:
        """The line of the newest record."""
        return self.records[-1]

    def catch_up(self) -> None:
        """Read what other programs added to the journal since the last look."""
        self.journal.catch_up()
        self._take_new_lines()

    def _take_new_lines(self) -> None:
        # Counted rather than handed over: an interrupt just after a line was written must not make us forget it.
        for line in self.journal.lines[self._taken :]:
            if line.kind == "record":
                self.records.append(line)
                self.known.add(line.sha256)
            else:
                self.tables[line.name] = line
            self._taken = line.sequence

    def snapshot_path(self, version: int) -> Path:
        """Return where the record of ``version`` is kept."""
        return self.folder / FOLDER / f"{version:06d}.json"

    def snapshot(self, version: int) -> bytes:
        """Return the bytes of the record of ``version``, verified.

        Raises:
            BadInput: When there is no such version.
            Damaged: When the snapshot is gone or not what was saved.
        """
        if not 1 <= version <= len(self.records):
            raise BadInput("Choose a version that exists.", seen=version, allowed=f"1 to {len(self.records)}")
        path = self.snapshot_path(version)
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        if digest(data) != self.records[version - 1].sha256:
            raise Damaged(
                f"Version {version} in the history is gone or not what was saved.",
                where=f"{FOLDER}/{path.name}",
                do="Bring this file back from a backup. The other versions do not need it.",
            )
        return data

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer, with the journal read to its end and its torn tail set aside.

        Raises:
            Conflict, CannotSave, Damaged: As their names say; nothing was changed.
        """
        with one_writer(self.folder):
            try:
                self.catch_up()
                self._mend()
                yield
            except OSError as problem:
                raise atomic.cannot_save(problem, self.folder.name) from None

    def _mend(self) -> None:
        if not self.journal.torn:
            return
        torn = bool(self.journal.tail)
        self.journal.mend_tail(self.aside)
        if torn:
            what = "A save was cut short before it counted. What there was of its line in the journal is set aside."
            where = f"{FOLDER}/{self.aside.name}"
        else:
            what, where = "A save was cut short just after its line was written. It is whole and was kept.", f"{FOLDER}/journal.jsonl"
        self.notes.append(Notice(kind="torn_tail", where=where, what=what, do="Look whether your last change is there."))

    def add(
        self, kind: LineKind, *, name: str, version: int, sha256: str, schema_sha256: str, what: str, why: str, author: str
    ) -> HistoryLine:
        """Append one line to the journal: the commit point. Call inside :meth:`writing`."""
        line = self.journal.follow(
            device=self.device,
            time=moment(self.clock),
            author=author,
            what=what,
            why=why,
            kind=kind,
            name=name,
            version=version,
            sha256=sha256,
            schema_sha256=schema_sha256,
        )
        self.journal.append(line)
        self._take_new_lines()
        return line

    def commit_record(self, data: bytes, *, what: str, why: str, author: str) -> HistoryLine:
        """Keep ``data`` as the next version: the snapshot first, then the journal line that makes it count."""
        version = len(self.records) + 1
        path = self.snapshot_path(version)
        first = not self.journal.path.exists()
        try:
            atomic.write_whole(path, data)
            atomic.fsync_folder(path.parent)
            line = self.add(
                "record", name="enquiry", version=version, sha256=digest(data), schema_sha256="", what=what, why=why, author=author
            )
        except OSError:
            # Give the room back, but only when it is sure that the line does not count.
            with contextlib.suppress(OSError):
                if self.journal.nothing_follows():
                    path.unlink()
            raise
        if first:
            atomic.fsync_folder(path.parent)
        return line

    def clock_notice(self) -> list[Notice]:
        """Say so when the computer's clock went back between two changes; their order is by number, not by time."""
        lines = self.journal.lines
        for before, after in itertools.pairwise(lines):
            if before.time - after.time > _CLOCK_SLACK:
                return [
                    Notice(
                        kind="clock_back",
                        where=f"Change {after.sequence}",
                        what=f"The computer's clock said {after.time:%d %B %Y}, earlier than the change before. Their order is kept.",
                        do="Set the computer's clock.",
                    )
                ]
        return []

    def begin_anew(self) -> None:
        """Move journal and snapshots aside, all of them, so that a new history can begin."""
        number = 1
        while (target := self.aside / f"history-{number}").exists():
            number += 1
        target.mkdir(parents=True)
        for path in sorted((self.folder / FOLDER).iterdir()):
            if path.is_file() and path.suffix in {".json", ".jsonl"}:
                path.replace(target / path.name)
        self.forget()


def check_note(what: str, why: str, author: str) -> None:
    """Raise BadInput unless the words that go into the journal can be kept.

    Raises:
        BadInput: When ``what`` is empty, one is very long, or holds half a character.
    """
    if not what.strip():
        raise BadInput("Say in a few words what was changed.", do="Nothing was saved.")
    for name, text in (("what", what), ("why", why), ("author", author)):
        if len(text) > LONGEST_NOTE:
            raise BadInput(
                "Say this more shortly.", where=f"History, {name}", seen=f"{len(text)} characters", allowed=f"up to {LONGEST_NOTE}"
            )
        strict_json.refuse_half_characters(text, where=f"History, {name}")
