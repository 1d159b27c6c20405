"""What the store noticed and the user should know, and the copies that sync programs leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

NoticeKind = Literal[
    "conflict_copy",
    "torn_tail",
    "unfinished_save",
    "rolled_forward",
    "working_copy_behind",
    "clock_back",
    "damaged_snapshot",
    "table_changed",
    "table_missing",
    "drafts_set_aside",
    "began_anew",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to know about the folder: what it is, where, and what to do. Nothing was lost or overwritten."""

    kind: NoticeKind
    where: str
    what: str
    do: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.where}: {self.what}", self.do) if part)


_SNAPSHOT = re.compile(r"[0-9]{6,}\.json")
_WATCHED = (".json", ".csv", ".jsonl")
# What Dropbox, Nextcloud, Syncthing and others put into the name of any kind of file when two versions met.
_CONFLICT_NAME = re.compile(r"conflicted copy|conflicting copy|sync-conflict|case conflict", re.IGNORECASE)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []  # not there, not a folder, or not for us to read: nothing to say of it


def _unexpected(folder: Path, expected: Iterable[str], snapshots: bool) -> list[Path]:
    known = set(expected)
    found = []
    for path in _inside(folder):
        name = path.name
        if name in known or name.startswith(".") or not name.lower().endswith(_WATCHED):
            continue
        if not (snapshots and _SNAPSHOT.fullmatch(name)):
            found.append(path)
    return found


def _named_as_conflict(folder: Path) -> list[Path]:
    near = [path for path in _inside(folder) if not path.name.startswith(".")]
    inside = [path for place in near for path in _inside(place)]
    return [path for path in (*near, *inside) if _CONFLICT_NAME.search(path.name)]


def conflict_copies(folder: Path, tables: Iterable[str]) -> list[Notice]:
    """Return a notice for every .json or .csv that the enquiry did not put where it is.

    A sync program that met two versions leaves both, under a name of its own, and each names it
    differently; so whatever is not expected is shown.
    """
    data = [f"{name}{end}" for name in tables for end in (".csv", ".schema.json")]
    found = [
        *_unexpected(folder, ("enquiry.json", "drafts.json"), snapshots=False),
        *_unexpected(folder / "data", data, snapshots=False),
        *_unexpected(folder / ".history", ("journal.jsonl",), snapshots=True),
    ]
    found += [path for path in _named_as_conflict(folder) if path not in found]
    return [
        Notice(
            kind="conflict_copy",
            where=path.relative_to(folder).as_posix(),
            what="This file is not one that the enquiry saved. It may be a second version that a sync program left here.",
            do="Compare it with yours, then move it out of the folder. The workbench does not read it.",
        )
        for path in found
    ]
