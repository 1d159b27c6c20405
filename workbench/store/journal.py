"""The journal of changes: one line each, every line sealed by its own hash and tied to the line before.

A line is a JSON object that ends in ``"check"``, the hash of all the bytes before it, so that a
flipped bit anywhere shows, in the last line too. A line counts once its newline is on the disk.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from workbench.errors import Damaged, NewerFormat
from workbench.store import strict_json

FORMAT = 1
NAME = ".history/journal.jsonl"
LineKind = Literal["record", "table", "table_removed"]
_SEAL = b', "check": "'
_SEAL_LENGTH = len(_SEAL) + 64 + len(b'"}')
_REPAIR = "Nothing was changed. Bring the .history folder back from a backup, or begin a new history from the working copy."


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change: who, when, on which computer, what and why, and the hash of what was saved.

    ``version`` counts the records; a change of a table keeps the record's version of that moment.
    ``sequence`` is the order of changes, whatever the computer's clock said.
    """

    sequence: int
    parent: str
    device: str
    time: datetime
    author: str
    what: str
    why: str
    kind: LineKind
    name: str
    version: int
    sha256: str
    schema_sha256: str


def encode(line: HistoryLine) -> bytes:
    """Return the bytes of one journal line, newline included."""
    fields = {
        "format": FORMAT,
        "sequence": line.sequence,
        "parent": line.parent,
        "device": line.device,
        "time": line.time.isoformat(),
        "author": line.author,
        "what": line.what,
        "why": line.why,
        "kind": line.kind,
        "name": line.name,
        "version": line.version,
        "sha256": line.sha256,
        "schema_sha256": line.schema_sha256,
    }
    strict_json.refuse_half_characters(fields, where="History line")
    body = json.dumps(fields, ensure_ascii=False).encode("utf-8")[:-1]
    return body + _SEAL + digest(body).encode("ascii") + b'"}\n'


def decode(raw: bytes) -> HistoryLine | None:
    """Return the line that ``raw`` (without its newline) holds, or none when it is not whole.

    Raises:
        NewerFormat: When the line is whole and of a newer format.
    """
    body, seal = raw[:-_SEAL_LENGTH], raw[-_SEAL_LENGTH:]
    if seal != _SEAL + digest(body).encode("ascii") + b'"}':
        return None
    fields = json.loads(body + b"}")
    if fields.pop("format") > FORMAT:
        raise NewerFormat(
            "Install the newer workbench to open this enquiry: its history was written by one.",
            where=NAME,
            do="Nothing was changed.",
        )
    fields["time"] = datetime.fromisoformat(fields["time"])
    return HistoryLine(**fields)


class Journal:
    """The journal read so far. Reading is linear; adding keeps only the head in mind."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: list[HistoryLine] = []
        self.tail = b""
        self.newline_missing = False
        self._size = 0
        self._head = ""
        self._last = 0

    @property
    def torn(self) -> bool:
        """Whether bytes stand after the last whole line."""
        return bool(self.tail) or self.newline_missing

    def catch_up(self) -> list[HistoryLine]:
        """Read what was added since, verify it, and return the new lines.

        Raises:
            Damaged: When a whole line is not what was saved, or the journal grew shorter.
        """
        try:
            with self.path.open("rb") as handle:
                handle.seek(self._size - self._last)
                last, data = handle.read(self._last), handle.read()
        except FileNotFoundError:
            if self.lines:
                raise Damaged("The journal of changes is gone.", where=NAME, do=_REPAIR) from None
            return []
        if digest(last.removesuffix(b"\n")) != self._head and self.lines:
            # The line read last is looked at again: a sync program may have put another journal here.
            raise Damaged("The journal of changes is another one than was read before, or has become shorter.", where=NAME, do=_REPAIR)
        if self.newline_missing and data.startswith(b"\n"):
            self._newline_is_there()  # another program mended it
            data = data[1:]
        *whole, tail = data.split(b"\n")
        before = len(self.lines)
        for raw in whole:
            self._take(raw, len(raw) + 1)
        self._look_at_tail(tail)
        return self.lines[before:]

    def _take(self, raw: bytes, size: int) -> None:
        line = decode(raw)
        number = len(self.lines) + 1
        if line is None or line.sequence != number or line.parent != self._head:
            raise Damaged(f"Line {number} of the journal of changes is not what was saved.", where=NAME, do=_REPAIR)
        self.lines.append(line)
        self._head = digest(raw)
        self._size += size
        self._last = size

    def _look_at_tail(self, tail: bytes) -> None:
        self.tail = tail
        if not tail:
            return
        if decode(tail) is not None:
            self._take(tail, len(tail))
            self.tail, self.newline_missing = b"", True
        elif decode(tail[:-1]) is not None:
            # A save cut short never leaves a whole line with another byte after it: this is damage.
            raise Damaged("The end of the journal of changes is not what was saved.", where=NAME, do=_REPAIR)

    def _newline_is_there(self) -> None:
        self._size += 1
        self._last += 1
        self.newline_missing = False

    def mend_tail(self, aside: Path) -> None:
        """Set the torn tail aside in the folder ``aside``, or give a whole last line its newline back."""
        if self.newline_missing:
            with self.path.open("ab") as handle:
                handle.write(b"\n")
                handle.flush()
                os.fsync(handle.fileno())
            self._newline_is_there()
        if self.tail:
            aside.mkdir(exist_ok=True)
            number = 1
            while (target := aside / f"journal-tail-{number}.txt").exists():
                number += 1
            target.write_bytes(self.tail)
            os.truncate(self.path, self._size)
            self.tail = b""

    def nothing_follows(self) -> bool:
        """Whether the file ends where the last line that counts ends."""
        return not self.path.exists() or self.path.stat().st_size == self._size

    def follow(self, **fields: object) -> HistoryLine:
        """Return the line that would come next, tied to the head."""
        return HistoryLine(sequence=len(self.lines) + 1, parent=self._head, **fields)  # type: ignore[arg-type]

    def append(self, line: HistoryLine) -> None:
        """Write ``line`` and wait until the disk has it: the moment from which the change counts.

        When the disk refuses, what was written of the line is taken back and the OSError goes on.
        """
        raw = encode(line)
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o660)
        try:
            view = memoryview(raw)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(handle, self._size)
            raise
        finally:
            os.close(handle)
        self.lines.append(line)
        self._head = digest(raw[:-1])
        self._size += len(raw)
        self._last = len(raw)
