"""One pupil of a class list, and the random code that stands for her everywhere else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, fields

from workbench.errors import BadInput, Damaged
from workbench.store import strict_json

_LETTERS, _DIGITS = "BCDFGHJKMNPQRTVWXZ", "23456789"
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Pupil:
    """One pupil of the class list. Printed, she is her code and nothing else."""

    code: str
    surname: str
    forename: str
    upn: str = ""
    tutor_group: str = ""
    note: str = ""

    def __repr__(self) -> str:
        return f"Pupil({self.code})"

    __str__ = __repr__


def random_code() -> str:
    """Return a code such as ``K7M4T``: no vowels to make words of, no E to make a number of, no letter like a digit."""
    return "".join(secrets.choice(kind) for kind in (_LETTERS, _DIGITS, _LETTERS, _DIGITS, _LETTERS))


def checked(pupil: Pupil) -> Pupil:
    """Return ``pupil`` when her texts can be kept; raise BadInput without repeating them."""
    if not (pupil.surname.strip() or pupil.forename.strip()):
        raise BadInput("Give the pupil a surname or a forename.", where=pupil.code, do="Nothing was changed.")
    for field in fields(Pupil):
        text = getattr(pupil, field.name)
        where = f"{pupil.code}, {field.name}"
        strict_json.refuse_half_characters(text, where=where)
        if len(text) > LONGEST_TEXT or any(ord(character) < 32 for character in text if field.name != "note"):
            raise BadInput("Type this again on one line.", where=where, seen=f"{len(text)} characters", allowed=f"up to {LONGEST_TEXT}")
    return pupil


def encode(pupils: tuple[Pupil, ...], used: frozenset[str]) -> bytes:
    """Return the bytes that are sealed."""
    rows = [{field.name: getattr(pupil, field.name) for field in fields(Pupil)} for pupil in pupils]
    return strict_json.dumps({"pupils": rows, "used_codes": sorted(used)}, where="Class list")


def decode(data: bytes, *, where: str) -> tuple[tuple[Pupil, ...], frozenset[str]]:
    """Return the pupils and every code that was ever given."""
    value = strict_json.loads(data, where=where)
    try:
        return tuple(Pupil(**row) for row in value["pupils"]), frozenset(value["used_codes"])  # type: ignore[index]
    except (KeyError, TypeError):
        raise Damaged("The class list does not hold what it should.", where=where, do="Bring it back from a copy.") from None
