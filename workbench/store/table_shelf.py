"""The pupil tables of one enquiry: their hashes are in the journal, their contents are not.

A table's history keeps no contents, so that a withdrawn pupil's rows really leave. The new table
waits beside the old one as a pending file until the journal line counts, then takes its place; a
crash in between is finished, or undone, when the folder is opened next.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.errors import BadInput, Conflict, Damaged, UnknownOption
from workbench.store import atomic, tables
from workbench.store.history import History, check_note
from workbench.store.journal import HistoryLine, digest
from workbench.store.notices import Notice

PENDING = ".pending"
_ENDS = (".csv", ".schema.json")


class TableShelf:
    """Reads and writes ``data/NAME.csv`` with ``data/NAME.schema.json``."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._folder = history.folder / "data"
        self._seen: dict[str, str] = {}

    def look(self) -> None:
        """Take the tables as the journal has them now for what the user has seen."""
        self._seen = {name: line.sha256 for name, line in self._history.tables.items()}

    def names(self) -> tuple[str, ...]:
        """Return the names of the tables, in alphabetical order."""
        return tuple(sorted(name for name, line in self._history.tables.items() if line.kind == "table"))

    def line(self, name: str) -> HistoryLine:
        """Return the last history line of a table; raise UnknownOption when there is none."""
        if name not in self.names():
            raise UnknownOption("There is no table of this name in the enquiry.", seen=name, allowed=", ".join(self.names()) or "none yet")
        return self._history.tables[name]

    def write(
        self,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Mapping[str, str]],
        schema_fields: Sequence[Mapping[str, object]],
        *,
        what: str,
        why: str,
        author: str,
    ) -> str:
        """Write a table and its schema; return the hash of its CSV. See ``EnquiryStore.write_table``."""
        tables.check_name(name)
        check_note(what, why, author)
        contents = tables.encode(columns, rows), tables.encode_schema(columns, schema_fields)
        with self._history.writing():
            self._refuse_unseen(name)
            self._refuse_changed(name)
            self._put(name, contents, what=what, why=why, author=author)
        return digest(contents[0])

    def _refuse_unseen(self, name: str) -> None:
        line = self._history.tables.get(name)
        if line is not None and line.sha256 != self._seen.get(name):
            raise Conflict(
                "Open this table again to see what was saved in between: another window or program changed it.",
                where=f"data/{name}.csv",
                do="Nothing was changed.",
            )

    def _refuse_changed(self, name: str) -> None:
        line = self._history.tables.get(name)
        path = self._folder / f"{name}.csv"
        if not path.exists() or (line is not None and line.kind == "table" and self._whole(line, 0) is not None):
            return
        raise _changed(name)

    def _put(self, name: str, contents: tuple[bytes, bytes], *, what: str, why: str, author: str) -> None:
        self._folder.mkdir(exist_ok=True)
        pending = [self._pending(name, end) for end in _ENDS]
        try:
            for path, data in zip(pending, contents, strict=True):
                atomic.write_whole(path, data)
            atomic.fsync_folder(self._folder)
            hashes = [digest(data) for data in contents]
            version = self._history.head.version
            self._history.add(
                "table", name=name, version=version, sha256=hashes[0], schema_sha256=hashes[1], what=what, why=why, author=author
            )
        except OSError:
            # Give the room back, but only when it is sure that the line does not count.
            with contextlib.suppress(OSError):
                if self._history.journal.nothing_follows():
                    for path in pending:
                        path.unlink(missing_ok=True)
            raise
        self._seen[name] = hashes[0]
        with contextlib.suppress(OSError):
            self.finish()

    def _pending(self, name: str, end: str) -> Path:
        return self._folder / f".{name}{end}{PENDING}"

    def unfinished(self) -> bool:
        """Whether a pending file waits: a crash left it, or another program writes just now."""
        return self._folder.is_dir() and any(self._folder.glob(f".*{PENDING}"))

    def finish(self) -> None:
        """Put pending files that count into their places and remove the others. Call only as the one writer."""
        for path in sorted(self._folder.glob(f".*{PENDING}")):
            target = path.with_name(path.name.removeprefix(".").removesuffix(PENDING))
            number = _ENDS.index(".schema.json" if target.name.endswith(".schema.json") else ".csv")
            line = self._history.tables.get(target.name.removesuffix(_ENDS[number]))
            if line is not None and digest(path.read_bytes()) == (line.sha256, line.schema_sha256)[number]:
                atomic.replace(path, target)
            else:
                path.unlink()
        atomic.fsync_folder(self._folder)

    def _whole(self, line: HistoryLine, number: int) -> bytes | None:
        end, wanted = _ENDS[number], (line.sha256, line.schema_sha256)[number]
        for path in (self._folder / f"{line.name}{end}", self._pending(line.name, end)):
            with contextlib.suppress(OSError):
                data = path.read_bytes()
                if digest(data) == wanted:
                    return data
        return None

    def contents(self, name: str) -> tuple[bytes, bytes]:
        """Return the bytes of a table and of its schema, verified.

        Raises:
            UnknownOption: When there is no table of this name.
            Damaged: When one of them is not what was saved.
        """
        line = self.line(name)
        csv, schema = self._whole(line, 0), self._whole(line, 1)
        if csv is None:
            raise _changed(name) if (self._folder / f"{name}.csv").exists() else _gone(name, ".csv")
        if schema is None:
            raise _changed(name, ".schema.json") if (self._folder / f"{name}.schema.json").exists() else _gone(name, ".schema.json")
        self._seen[name] = line.sha256
        return csv, schema

    def found(self, name: str) -> tuple[tuple[str, ...], list[dict[str, str]]]:
        """Return columns and rows as they are on the disk now, whether or not they are what was saved."""
        try:
            data = (self._folder / f"{name}.csv").read_bytes()
        except OSError:
            raise _gone(name, ".csv") from None
        return tables.decode(data, where=f"data/{name}.csv")

    def accept(self, name: str, *, what: str, why: str, author: str) -> str:
        """Take a table that another program changed as it is now; return its hash."""
        tables.check_name(name)
        check_note(what, why, author)
        with self._history.writing():
            return self._accept(name, what=what, why=why, author=author)

    def _accept(self, name: str, *, what: str, why: str, author: str) -> str:
        columns, rows = self.found(name)
        where = f"{name}.schema.json"
        try:
            fields: list[dict[str, object]] = tables.decode_schema((self._folder / where).read_bytes(), where=f"data/{where}")
        except FileNotFoundError:
            fields = [{"name": column, "type": "string"} for column in columns]
        contents = tables.encode(columns, rows), tables.encode_schema(columns, fields)
        self._put(name, contents, what=what, why=why, author=author)
        return digest(contents[0])

    def adopt(self, *, author: str, why: str) -> None:
        """Take every whole table in the folder into a new history. Call only as the one writer."""
        for path in sorted(self._folder.glob("*.csv")):
            with contextlib.suppress(BadInput, Damaged):
                tables.check_name(path.stem)
                self._accept(path.stem, what="Taken as found into the new history", why=why, author=author)

    def remove(self, name: str, *, what: str, why: str, author: str) -> None:
        """Delete a table from the disk; the journal keeps that it was there, and not what was in it."""
        check_note(what, why, author)
        with self._history.writing():
            self.line(name)
            self._refuse_unseen(name)
            version = self._history.head.version
            self._history.add("table_removed", name=name, version=version, sha256="", schema_sha256="", what=what, why=why, author=author)
            self._seen[name] = ""
            for end in _ENDS:
                (self._folder / f"{name}{end}").unlink(missing_ok=True)

    def notices(self) -> list[Notice]:
        """Return a notice for every table that is not what was saved."""
        found = []
        for name in self.names():
            seen = self._seen.get(name)
            try:
                self.contents(name)
            except Damaged as problem:
                kind = "table_changed" if (self._folder / f"{name}.csv").exists() else "table_missing"
                found.append(Notice(kind=kind, where=problem.where, what=problem.what, do=problem.do))  # type: ignore[arg-type]
            if seen is not None:
                self._seen[name] = seen
        return found


def _changed(name: str, end: str = ".csv") -> Damaged:
    return Damaged(
        "This table was changed by another program since it was saved.",
        where=f"data/{name}{end}",
        do="Look at it, then take it as it is now, or bring the saved one back from a backup. It was left as it is.",
    )


def _gone(name: str, end: str) -> Damaged:
    return Damaged(
        "This table is no longer in the folder.",
        where=f"data/{name}{end}",
        do="Bring it back from a backup; or take it as gone (`workbench settle FOLDER --accept-table "
        f"{name}`), then bring the marks in again.",
    )
