"""A file of answers or decisions that a user or another tool wrote."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import BadInput, Damaged
from workbench.store.strict_json import loads

_LARGEST = 20_000_000
_KINDS = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}


def read_json_object(path: Path) -> dict[str, object]:
    """Return the one JSON object that a file holds.

    Raises:
        BadInput: when there is no such file, it is no JSON, or it holds something else.
    """
    try:
        if path.exists() and not path.is_file():
            raise BadInput("This is no ordinary file.", where=path.name, allowed="a file that holds one JSON object")
        if path.exists() and path.stat().st_size > _LARGEST:
            raise BadInput("This file is far too big for answers.", where=path.name, allowed=f"up to {_LARGEST // 1_000_000} MB")
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
        raise BadInput(
            "This file holds something else.", where=path.name, seen=_KINDS.get(type(value), "a number"), allowed="one JSON object"
        )
    return value
