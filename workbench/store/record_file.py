"""The record as bytes, and back."""

from __future__ import annotations

from pydantic import ValidationError

from workbench.enquiry.record import SCHEMA_VERSION, Enquiry
from workbench.errors import BadInput, Damaged, NewerFormat, OlderFormat
from workbench.store import strict_json


def encode(record: Enquiry) -> bytes:
    """Return the bytes that are saved for ``record``.

    Raises:
        BadInput: When the record would not come back the same (NaN, half a character, a value past its bounds).
    """
    data = strict_json.dumps(plain(record), where="")
    try:
        back = decode(data, where="This answer")
    except Damaged as problem:
        raise BadInput("Look at this answer again: it cannot be kept as it is.", seen=problem.seen, do="Nothing was saved.") from None
    if back != record:
        raise BadInput("Look at this answer again: it would not come back as it was given.", do="Nothing was saved.")
    return data


def plain(record: Enquiry) -> dict[str, object]:
    """Return ``record`` as plain data, whatever stands in it."""
    import warnings

    from pydantic_core import PydanticSerializationError

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return record.model_dump(mode="json")
        except (PydanticSerializationError, UserWarning, UnicodeError):
            strict_json.refuse_half_characters(record.model_dump(warnings=False), where="")
            raise BadInput("Look at this answer again: it cannot be kept as it is.", do="Nothing was saved.") from None


def decode(data: bytes, *, where: str) -> Enquiry:
    """Return the record that ``data`` holds.

    Raises:
        NewerFormat: When a newer workbench wrote it.
        OlderFormat: When its format is older than any that can be read.
        Damaged: When it is not a whole record; ``seen`` names the fields, never their contents.
    """
    value = strict_json.loads(data, where=where)
    refuse_newer(value, where=where)
    try:
        # The JSON mode of pydantic knows that a list stands for a tuple and a text for a date.
        return Enquiry.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as problem:
        places = sorted({".".join(str(part) for part in error["loc"]) or "the whole file" for error in problem.errors(include_input=False)})
        raise Damaged(
            "This file is not a whole enquiry record.",
            where=where,
            seen=", ".join(places[:5]),
            do="It was left as it is. The versions saved before are in .history.",
        ) from None


def refuse_newer(value: object, *, where: str) -> None:
    """Raise NewerFormat or OlderFormat when ``value`` says it is of another format than this one."""
    newer = strict_json.newer_than(value, SCHEMA_VERSION)
    if newer is not None:
        raise NewerFormat(
            "Install the newer workbench to open this enquiry.",
            where=where,
            seen=f"format {newer}",
            allowed=f"format {SCHEMA_VERSION}",
            do="Nothing was changed.",
        )
    version = value.get("schema_version") if isinstance(value, dict) else None
    if isinstance(version, int) and version < SCHEMA_VERSION:
        raise OlderFormat(
            "This enquiry is of a format from before the first one that was published.",
            where=where,
            seen=f"format {version}",
            allowed=f"format {SCHEMA_VERSION}",
            do="Nothing was changed.",
        )
