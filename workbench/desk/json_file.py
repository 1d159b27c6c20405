"""A file of answers or decisions that a user or another tool wrote."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import BadInput, Damaged
from workbench.store.strict_json import loads


def read_json_object(path: Path) -> dict[str, object]:
    """Return the one JSON object that a file holds.

    Raises:
        BadInput: when there is no such file, it is no JSON, or it holds something else.
    """
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise BadInput(
            "This file cannot be read.", where=path.name, seen=problem.strerror or "no file", do="Check the name and try again."
        ) from None
    try:
        value = loads(data, where=path.name)
    except Damaged as problem:
        raise BadInput(problem.what, where=path.name, allowed="one JSON object", do="Mend the file, then try again.") from None
    if not isinstance(value, dict):
        raise BadInput("This file holds something else.", where=path.name, seen=type(value).__name__, allowed="one JSON object")
    return value
