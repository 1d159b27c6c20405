"""Pupil tables as CSV with a Table Schema each: plain files in which no cell can turn into a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from workbench.errors import BadInput, Damaged
from workbench.store import strict_json

LONGEST_CELL = 20_000
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_COLUMN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,60}")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def check_name(name: str) -> None:
    """Raise BadInput unless ``name`` can name a file on every computer."""
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise BadInput(
            "Choose another short name for this table.",
            seen=repr(name[:80]),
            allowed="small letters, digits and hyphens, no name that Windows keeps for itself",
        )


def _looks_like_formula(cell: str) -> bool:
    return bool(_FORMULA.match(cell)) and not _PLAIN_NUMBER.fullmatch(cell)


def neutralised(cell: str) -> str:
    """Return ``cell`` so that a spreadsheet shows it and does not run it; plain numbers stay as they are.

    >>> [neutralised(cell) for cell in ("=1+1", "-3.5", "K7M4T", "@SUM(A1)")]
    ["'=1+1", '-3.5', 'K7M4T', "'@SUM(A1)"]
    """
    return "'" + cell if _looks_like_formula(cell) else cell


def restored(cell: str) -> str:
    """Undo :func:`neutralised`.

    >>> restored(neutralised("'=1+1"))
    "'=1+1"
    """
    return cell[1:] if cell.startswith("'") and _looks_like_formula(cell) else cell


def encode(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return ``rows`` as CSV bytes (UTF-8, comma, one header line); a column that a row lacks is empty there.

    Raises:
        BadInput: Naming the row by its number, never by its contents.
    """
    if not columns or len(set(columns)) != len(columns) or not all(_COLUMN.fullmatch(column) for column in columns):
        raise BadInput("Name every column of this table once, in plain letters.", seen=", ".join(columns) or "no columns")
    known = set(columns)
    lines = [",".join(columns)]
    for number, row in enumerate(rows, start=1):
        if not set(row) <= known:
            extra = ", ".join(sorted(set(row) - known))
            raise BadInput("This row has a column that the table has not.", where=f"Row {number}", seen=extra, allowed=", ".join(columns))
        cells = [_quoted(neutralised(_cell(row.get(column, ""), number, column))) for column in columns]
        lines.append(",".join(cells) or '""')  # an empty line would be no row
    return ("\n".join(lines) + "\n").encode("utf-8")


def _quoted(cell: str) -> str:
    # By hand, because csv.writer leaves a lone carriage return bare when lines end in a newline, and readers then break the row there.
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ',"\r\n') else cell


def _cell(value: object, number: int, column: str) -> str:
    where = f"Row {number}, {column}"
    if not isinstance(value, str):
        raise BadInput("A cell of a table is kept as text.", where=where, seen=type(value).__name__)
    strict_json.refuse_half_characters(value, where=where)
    if "\x00" in value or len(value) > LONGEST_CELL:
        raise BadInput(
            f"Shorten this cell to {LONGEST_CELL} characters or fewer, none of them empty.", where=where, seen=f"{len(value)} characters"
        )
    return value


def decode(data: bytes, *, where: str) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Return the columns and rows that CSV bytes hold, every cell as text.

    Raises:
        Damaged: When it is not a table with one header line and as many cells in every row.
    """
    left = "The file was left as it is."
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeError, csv.Error):
        raise Damaged("This table is not whole.", where=where, do=left) from None
    if not lines or not lines[0] or len(set(lines[0])) != len(lines[0]):
        raise Damaged("This table has no line of column names, or names one twice.", where=where, do=left)
    columns = tuple(lines[0])
    rows = []
    for number, cells in enumerate(lines[1:], start=1):
        if len(cells) != len(columns):
            raise Damaged(f"Row {number} of this table has {len(cells)} cells.", where=where, allowed=f"{len(columns)} cells", do=left)
        rows.append({column: restored(cell) for column, cell in zip(columns, cells, strict=True)})
    return columns, rows


def encode_schema(columns: Sequence[str], fields: Sequence[Mapping[str, object]]) -> bytes:
    """Return the Table Schema beside a table; ``fields`` describe the columns, in their order.

    Raises:
        BadInput: When the fields are not those of the table.
    """
    names = [field.get("name") for field in fields]
    if names != list(columns):
        raise BadInput("Describe each column of the table once, in its order.", seen=", ".join(map(str, names)), allowed=", ".join(columns))
    schema = {"fields": [dict(field) for field in fields], "missingValues": [""]}
    return strict_json.dumps(schema, where="Table schema")


def decode_schema(data: bytes, *, where: str) -> list[dict[str, object]]:
    """Return the fields that a Table Schema describes.

    Raises:
        Damaged: When it is not a Table Schema.
    """
    value = strict_json.loads(data, where=where)
    fields = value.get("fields") if isinstance(value, dict) else None
    if not isinstance(fields, list) or not all(isinstance(field, dict) and isinstance(field.get("name"), str) for field in fields):
        raise Damaged("This description of a table is not whole.", where=where, do="The file was left as it is.")
    return fields
