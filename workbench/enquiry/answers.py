"""From what was typed to what the record holds, and back."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from workbench.enquiry.effect_sizes import refuse_bare_sizes
from workbench.enquiry.form_spec import FieldSpec
from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput

_YES = {"yes": True, "true": True, "no": False, "false": False}


def read_answer(spec: FieldSpec, raw: object) -> object:
    """Return the value that ``raw`` stands for under ``spec``; empty answers give the field's empty value.

    Raises:
        BadInput: with what was typed, what is allowed and what to do.
    """
    readers = {
        "line": _text,
        "text": _text,
        "whole": _whole,
        "number": _number,
        "date": _date,
        "choice": _choice,
        "choices": _choices,
        "yes_no": _yes_no,
        "rows": _rows,
    }
    return readers[spec.kind](spec, raw)


def read_words(raw: object) -> str:
    """Return a reason, or another text that belongs to no form, as it may be kept.

    Raises:
        BadInput: It is no text, too long, or holds characters that no file takes.
    """
    return _text(FieldSpec(name="words", kind="text"), raw).strip()


def _text(spec: FieldSpec, raw: object) -> str:
    if raw is None:
        return ""
    if not isinstance(raw, str):
        raise BadInput("Type words here.", seen=_short(raw), allowed="text")
    text = unicodedata.normalize("NFC", raw)
    if any(unicodedata.category(char) == "Cs" or (unicodedata.category(char) == "Cc" and char not in "\n\t\r") for char in text):
        raise BadInput("Some characters here cannot be kept.", allowed="letters, numbers and punctuation", do="Type the words again.")
    limit = 20_000 if spec.kind == "text" else 500
    if len(text) > limit:
        raise BadInput("Shorten this a little.", seen=f"{len(text):,} characters", allowed=f"up to {limit:,} characters")
    if spec.whole_sizes:
        refuse_bare_sizes(text)
    return text if spec.kind == "text" else " ".join(text.split())


def _whole(spec: FieldSpec, raw: object) -> int | None:
    value = _number(spec, raw)
    if value is None:
        return None
    if not float(value).is_integer():
        raise BadInput("Type a whole number.", seen=_short(raw), allowed=_range(spec))
    return int(value)


def _number(spec: FieldSpec, raw: object) -> float | None:
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    try:
        if isinstance(raw, bool) or not isinstance(raw, str | int | float):
            raise ValueError
        value = float(raw.strip().replace("\u2212", "-") if isinstance(raw, str) else raw)
        if not math.isfinite(value) or (isinstance(raw, str) and "_" in raw):
            raise ValueError
    except (ValueError, OverflowError):
        raise BadInput("Type a number here.", seen=_short(raw), allowed=_range(spec)) from None
    if (spec.minimum is not None and value < spec.minimum) or (spec.maximum is not None and value > spec.maximum):
        raise BadInput("Look at this number again.", seen=_short(raw), allowed=_range(spec))
    return value


def _date(spec: FieldSpec, raw: object) -> date | None:
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    text = raw.strip() if isinstance(raw, str) else ""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"):
        try:
            found = datetime.strptime(text, pattern).date()
        except ValueError:
            continue
        if 1990 <= found.year <= 2100:
            return found
    raise BadInput("Type the date as day/month/year, the year with four figures.", seen=_short(raw), allowed="a date such as 14/09/2026")


def _choice(spec: FieldSpec, raw: object) -> str | None:
    if raw is None or raw == "":
        return None
    if not isinstance(raw, str) or (spec.choices and raw not in spec.choices):
        raise BadInput("Choose one from the list.", seen=_short(raw), allowed=", ".join(spec.choices))
    return raw


def _choices(spec: FieldSpec, raw: object) -> tuple[str, ...]:
    if raw is None or raw == "":
        return ()
    items = [raw] if isinstance(raw, str) else raw
    if not isinstance(items, Sequence) or not all(isinstance(item, str) for item in items):
        raise BadInput("Choose from the list.", seen=_short(raw), allowed=", ".join(spec.choices) or "a list of names")
    unknown = [item for item in items if spec.choices and item not in spec.choices]
    if unknown:
        raise BadInput("Choose from the list.", seen=", ".join(unknown), allowed=", ".join(spec.choices))
    return tuple(dict.fromkeys(items))


def _yes_no(spec: FieldSpec, raw: object) -> bool | None:
    if raw is None or raw == "":
        return None
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in _YES:
        return _YES[raw.strip().lower()]
    raise BadInput("Answer yes or no.", seen=_short(raw), allowed="yes, no, or empty")


def _rows(spec: FieldSpec, raw: object) -> tuple[dict[str, object], ...]:
    if raw is None or raw == "":
        return ()
    if not isinstance(raw, Sequence) or isinstance(raw, str) or not all(isinstance(row, Mapping) for row in raw):
        raise BadInput("This answer is a list of rows.", seen=_short(raw), allowed=f"rows of {_names(spec)}")
    rows = [_row(spec, number, row) for number, row in enumerate(raw, start=1) if not _is_blank(row)]
    return tuple(_with_ids(spec, rows))


def _row(spec: FieldSpec, number: int, raw: Mapping[str, object]) -> dict[str, object]:
    known = {column.name: column for column in spec.columns}
    unknown = [name for name in raw if name not in known]
    if unknown:
        raise BadInput("This row has a column that the form does not have.", where=f"Row {number}", seen=unknown[0], allowed=_names(spec))
    values: dict[str, object] = {}
    for name, column in known.items():
        try:
            value = read_answer(column, raw.get(name))
        except BadInput as problem:
            where = f"Row {number}, {name.replace('_', ' ')}"
            raise BadInput(problem.what, where=where, seen=problem.seen, allowed=problem.allowed, do=problem.do) from None
        if column.required and value in ("", None, ()):
            raise BadInput("Fill this in, or take the row away.", where=f"Row {number}, {name.replace('_', ' ')}")
        if value is not None and value != "":
            values[name] = value
    return values


def _with_ids(spec: FieldSpec, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    if not any(column.name == "id" for column in spec.columns):
        return rows
    taken: set[str] = set()
    for number, row in enumerate(rows, start=1):
        given = str(row.get("id", ""))
        if given and given in taken:
            raise BadInput(
                "Two rows have the same id.", where=f"Row {number}", seen=given, do="Give each row an id of its own, or leave it empty."
            )
        taken.add(given)
    for row in rows:
        if not row.get("id"):
            row["id"] = _fresh_id(str(row.get("title") or row.get("text") or "row"), taken)
            taken.add(str(row["id"]))
    return [{"id": row["id"], **row} for row in rows]


def _fresh_id(text: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "row"
    return next(name for name in (base, *(f"{base}-{count}" for count in range(2, 10_000))) if name not in taken)


def put_value(enquiry: Enquiry, path: str, value: object) -> Enquiry:
    """Return a new record with ``value`` at a dotted ``path``; ``None`` gives the field's own default.

    Raises:
        BadInput: when the record does not take the value, with the first reason.
    """
    data = enquiry.model_dump()
    target: dict[str, Any] = data
    *parents, last = path.split(".")
    for name in parents:
        target = target[name]
    if value is None:
        target.pop(last)
    else:
        target[last] = value
    try:
        return Enquiry.model_validate(data)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        place = " ".join(str(part + 1 if isinstance(part, int) else part) for part in first["loc"][len(parents) + 1 :])
        raise BadInput(_plain(first), where=place.replace("_", " ").capitalize(), seen=_short(first.get("input"))) from None


def get_value(enquiry: Enquiry, path: str) -> object:
    """Return what the record holds at a dotted ``path``, as plain data that a form can show."""
    value: Any = enquiry.model_dump(mode="json")
    for name in path.split("."):
        value = value[name]
    return value


def _plain(problem: Mapping[str, Any]) -> str:
    context = problem.get("ctx") or {}
    words = {
        "string_too_short": "Type something here.",
        "string_too_long": f"Shorten this to {context.get('max_length')} characters or fewer.",
        "string_pattern_mismatch": "Use small letters, numbers and hyphens only.",
        "greater_than": f"Type a number above {context.get('gt')}.",
        "greater_than_equal": f"Type a number of {context.get('ge')} or more.",
        "less_than_equal": f"Type a number of {context.get('le')} or less.",
        "missing": "Fill this in.",
    }
    return words.get(str(problem["type"]), "Look at this answer again.")


def _is_blank(row: Mapping[str, object]) -> bool:
    return all(value in (None, "", [], ()) for name, value in row.items() if name != "id")


def _names(spec: FieldSpec) -> str:
    return ", ".join(column.name for column in spec.columns)


def _range(spec: FieldSpec) -> str:
    if spec.minimum is not None and spec.maximum is not None:
        return f"{spec.minimum:g} to {spec.maximum:,.0f}"
    return f"{spec.minimum:g} or more" if spec.minimum is not None else "a number such as 12 or 7.5"


def _short(raw: object) -> str:
    text = str(raw)
    return text if len(text) <= 60 else text[:57] + "…"
