"""Where sealed class lists are kept: in the user's own data folder, and nowhere near an enquiry folder."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from workbench.errors import BadInput, Conflict, Damaged, NotReady
from workbench.store import atomic, places

_ID = re.compile(r"[0-9a-f]{32}")


def class_lists(home: Path | None = None) -> Path:
    """Return the folder of sealed class lists; raise BadInput when it stands inside an enquiry folder."""
    folder = Path(home) if home is not None else places.data_home() / "class-lists"
    refuse_enquiry_folder(folder)
    return folder


def refuse_enquiry_folder(path: Path) -> None:
    """Raise BadInput when ``path`` or a folder around it holds an enquiry."""
    whole = path.resolve()
    for folder in (whole, *whole.parents):
        if (folder / "enquiry.json").exists() or (folder / ".history" / "journal.jsonl").exists():
            raise BadInput(
                "Choose a place outside the enquiry folder: the class list with the names must not travel with it.",
                where=folder.name,
                allowed="a folder of your own that nobody shares",
                do="Nothing was saved.",
            )


def file_of(enquiry_id: str, home: Path | None) -> Path:
    """Return where the class list of an enquiry is kept."""
    if not _ID.fullmatch(enquiry_id):
        raise BadInput("This is not the id of an enquiry.", seen=enquiry_id[:40], allowed="32 of the signs 0-9 and a-f")
    return class_lists(home) / f"{enquiry_id}.sealed"


def wipe(file: Path) -> None:
    """Overwrite and delete ``file``."""
    try:
        # Overwriting helps on some disks only; that is why nothing is promised of it.
        with contextlib.suppress(OSError), file.open("r+b") as handle:
            handle.write(secrets.token_bytes(file.stat().st_size))
            handle.flush()
            os.fsync(handle.fileno())
        file.unlink()
        atomic.fsync_folder(file.parent)
    except OSError as problem:
        raise atomic.cannot_save(problem, file.name) from None


def read(file: Path) -> bytes:
    """Return the bytes of a sealed file; raise NotReady when there is none."""
    try:
        return file.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise NotReady(
            "There is no class list here for this enquiry.",
            where=file.name,
            do="Make one, or bring it over from the computer on which it was made.",
        ) from None
    except OSError as problem:
        raise Damaged(
            "The class list cannot be read.", where=file.name, seen=problem.strerror, do="Look whether you may read this file."
        ) from None


@contextlib.contextmanager
def one_writer(file: Path) -> Iterator[None]:
    """Hold the lock of one class list; its folder is made when it is not there."""
    import filelock

    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = filelock.FileLock(str(file.with_suffix(".lock")), timeout=10, poll_interval=0.01, mode=0o600)
        lock.acquire()
    except filelock.Timeout:
        raise Conflict("Close the other window that is saving the class list, then try again.", do="Nothing was changed.") from None
    except OSError as problem:
        raise atomic.cannot_save(problem, file.name) from None
    try:
        for path in atomic.leftovers(file.parent, file.name):
            # A save that was cut short left a sealed copy; destroying the list must not miss it.
            with contextlib.suppress(OSError):
                path.unlink()
        yield
    finally:
        lock.release()
