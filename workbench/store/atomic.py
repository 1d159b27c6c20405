"""Files that are either the old one or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
import time
from collections.abc import Callable
from pathlib import Path

from workbench.errors import CannotSave

TEMPORARY = ".tmp"
_WINDOWS_BUSY = {5, 32}
_TRIES = 40
_PAUSE = 0.05
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_NOT_ALLOWED = {errno.EROFS, errno.EACCES, errno.EPERM}
_KEPT = "Nothing was changed: the last good version is kept."


def cannot_save(problem: OSError, where: str) -> CannotSave:
    """Return what to tell the user about a file that could not be written."""
    if problem.errno in _FULL:
        return CannotSave("Make some room on this disk, then save again: it is full.", where=where, do=_KEPT)
    if problem.errno in _NOT_ALLOWED:
        return CannotSave(
            "Ask for the right to write here, or copy the folder to a place of your own: it can only be read.", where=where, do=_KEPT
        )
    reason = problem.strerror or type(problem).__name__
    return CannotSave(
        "Look whether the disk is still there, then save again: the file could not be written.", where=where, seen=reason, do=_KEPT
    )


def fsync_folder(folder: Path) -> None:
    """Make a new name in ``folder`` survive a power cut (Windows does so by itself)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes, *, mode: int = 0o660) -> None:
    """Write ``data`` to ``path`` itself and wait until the disk has it; OSError is left to the caller."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(source: Path, target: Path, *, pause: Callable[[float], None] = time.sleep) -> None:
    """Put ``source`` in the place of ``target``; on Windows wait, up to a bound, while another program holds it."""
    for attempt in range(_TRIES):
        try:
            source.replace(target)
            return
        except OSError as problem:
            if getattr(problem, "winerror", None) not in _WINDOWS_BUSY or attempt == _TRIES - 1:
                raise
            pause(_PAUSE)


def put_in_place(path: Path, data: bytes, *, mode: int = 0o660) -> None:
    """Do what :func:`write_bytes` does, but leave an OSError to the caller."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    try:
        write_whole(temporary, data, mode=mode)
        replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    fsync_folder(path.parent)


def write_bytes(path: Path, data: bytes, *, mode: int = 0o660) -> None:
    """Replace the file at ``path`` by one that holds ``data``, wholly or not at all.

    The new bytes go to a temporary file in the same folder and reach the disk before the name
    moves over to them, so that a crash leaves either the old file or the new one.

    Raises:
        CannotSave: When the disk is full or the folder cannot be written; the old file stands.
    """
    try:
        put_in_place(path, data, mode=mode)
    except OSError as problem:
        raise cannot_save(problem, path.name) from None


def leftovers(folder: Path, name: str = "*") -> list[Path]:
    """Return temporary files for ``name`` in ``folder``: of a killed program, or of one that is writing now."""
    return sorted(folder.glob(f".{name}.*{TEMPORARY}")) if folder.is_dir() else []
