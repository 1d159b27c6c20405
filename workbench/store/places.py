"""Where things are kept outside the enquiry folder, and which computer and which moment this is."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

Clock = Callable[[], datetime]
DATA_HOME = "WORKBENCH_DATA_HOME"


def utc_now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def moment(clock: Clock) -> datetime:
    """Return what ``clock`` says, in UTC; a time without a zone is taken to be UTC."""
    now = clock()
    return now.replace(tzinfo=UTC) if now.tzinfo is None else now.astimezone(UTC)


def data_home() -> Path:
    """Return the user's own data folder for the workbench; the environment may name another."""
    named = os.environ.get(DATA_HOME)
    if named:
        return Path(named)
    from platformdirs import user_data_dir

    return Path(user_data_dir("enquiry-workbench", appauthor=False))


def device_id(home: Path | None = None, *, token: Callable[[], str] = lambda: secrets.token_hex(8)) -> str:
    """Return this computer's own random id, made on first use; it says nothing of the computer or the user.

    Where the data folder cannot be written the id lasts as long as the call.
    """
    path = (home or data_home()) / "device"
    for _ in range(2):
        try:
            kept = path.read_text("ascii").strip()
        except (OSError, UnicodeError):
            kept = ""
        if re.fullmatch(r"[0-9a-f]{16}", kept):
            return kept
        fresh = token()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # A file with other contents is no id: it is replaced. Two programs that start at once agree on the second turn.
            with path.open("w" if kept or path.exists() else "x", encoding="ascii") as handle:
                handle.write(fresh)
        except FileExistsError:
            continue
        except OSError:
            return fresh
    return fresh
