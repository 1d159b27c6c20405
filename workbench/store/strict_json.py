"""JSON as it must be to be stored: no doubled key, no NaN, nothing that reads back otherwise than it was written."""

from __future__ import annotations

import json
import math
from typing import NoReturn

from workbench.errors import BadInput, Damaged

LARGEST_FILE = 50_000_000
LONGEST_NUMBER = 40
_RESTORE = "Restore this file from a backup or from the folder's .history; it was left as it is."


class _Trap(ValueError):
    """A trap met while parsing; its text says which."""


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Trap("it names the same field twice")
    return found


def _constant(text: str) -> NoReturn:
    raise _Trap(f"it holds {text} where a number belongs")


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _Trap(f"it holds a number of {len(text)} digits")
    return int(text)


def _decimal(text: str) -> float:
    value = float(text)
    if len(text) > LONGEST_NUMBER * 10 or not math.isfinite(value):
        raise _Trap("it holds a number too big to be kept")
    return value


def loads(data: bytes, *, where: str, half_characters: bool = False) -> object:
    """Parse stored bytes, refusing what other readers would understand in different ways.

    Args:
        data: The file's bytes; a byte-order mark at the start is passed over.
        where: The file's name, for the message.
        half_characters: Whether lone surrogates may stand in the text (drafts keep whatever was typed).

    Raises:
        Damaged: With the trap that was met: a doubled key, NaN, endless nesting, a number that
            cannot be kept, half a character, bytes that are not UTF-8, or a file that is too big.
    """
    if len(data) > LARGEST_FILE:
        raise Damaged("This file is far bigger than any enquiry.", where=where, seen=f"{len(data)} bytes", do=_RESTORE)
    try:
        text = data.decode("utf-8-sig")
        value: object = json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_whole, parse_float=_decimal)
        if not half_characters and "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except _Trap as trap:
        raise Damaged(f"This file is not what the workbench saves: {trap}.", where=where, do=_RESTORE) from None
    except RecursionError:
        raise Damaged("This file is not what the workbench saves: it is nested without end.", where=where, do=_RESTORE) from None
    except UnicodeError:
        raise Damaged("This file holds characters that are not whole.", where=where, do=_RESTORE) from None
    except ValueError:
        raise Damaged("This file is not whole: it stops or breaks in the middle.", where=where, do=_RESTORE) from None
    return value


def _place_of_half_character(value: object, place: str = "") -> str | None:
    if isinstance(value, str):
        return place if any("\ud800" <= character <= "\udfff" for character in value) else None
    inner: list[tuple[object, object]] = []
    if isinstance(value, dict):
        if any(_place_of_half_character(key) is not None for key in value):
            return place
        inner = list(value.items())
    elif isinstance(value, (list, tuple)):
        inner = list(enumerate(value, start=1))
    for key, item in inner:
        found = _place_of_half_character(item, f"{place}.{key}" if place else str(key))
        if found is not None:
            return found
    return None


def refuse_half_characters(value: object, *, where: str) -> None:
    """Raise BadInput when a text in ``value`` holds half a character (a lone surrogate), naming its place."""
    place = _place_of_half_character(value)
    if place is not None:
        raise BadInput(
            "Type this text again: it holds half of a character, as a cut-off emoji leaves behind.",
            where=" ".join(part for part in (where, place) if part),
            do="Nothing was saved.",
        )


def dumps(value: object, *, where: str, half_characters: bool = False, indent: int | None = 2) -> bytes:
    """Write plain data as UTF-8 JSON that :func:`loads` reads back as the same value.

    Raises:
        BadInput: When the value holds what JSON cannot keep (NaN, half a character, a type of Python's own).

    >>> dumps({"title": "Größe"}, where="example", indent=None)
    b'{"title": "Gr\\xc3\\xb6\\xc3\\x9fe"}\\n'
    """
    try:
        text = json.dumps(value, ensure_ascii=half_characters, allow_nan=False, indent=indent)
        return (text + "\n").encode("utf-8")
    except UnicodeError:
        refuse_half_characters(value, where=where)
        raise
    except (ValueError, TypeError, RecursionError) as problem:
        raise BadInput(
            "Look at this value again: it cannot be kept as it is.", where=where, seen=problem, do="Nothing was saved."
        ) from None


def newer_than(value: object, supported: int, key: str = "schema_version") -> int | None:
    """Return the version that ``value`` says it has when that is above ``supported``, else none."""
    if isinstance(value, dict):
        version = value.get(key)
        if isinstance(version, int) and not isinstance(version, bool) and version > supported:
            return version
    return None
