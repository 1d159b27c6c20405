"""Text tables (.csv and its cousins) to text cells; part of the reading child process."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from workbench.store._spreadsheet_sniff import Problem, clean

csv.field_size_limit(1_000_000)


def read_text(data: bytes, limits: dict[str, int]) -> dict[str, Any]:
    """Return the kind, the one sheet and the remarks of a text file's bytes."""
    text, notes = _decode(data)
    lines = text.lstrip("\ufeff")
    delimiter = ""
    told = re.match(r'"?sep=(.)"?[ \t]*\r?\n', lines, re.IGNORECASE)
    if told:
        delimiter, lines = told[1], lines[told.end() :]
    if not lines.strip():
        raise Problem("empty")
    rows = _rows(lines, delimiter or _delimiter(lines))
    if told:
        rows.insert(0, [])  # so that row numbers stay those of the file
    if len(rows) * max(map(len, rows)) > limits["cells"]:
        raise Problem("claims", cells=len(rows) * max(map(len, rows)))
    return {"kind": "csv", "sheets": [{"name": "", "hidden": False, "cells": rows, "merged": []}], "notes": notes}


def _decode(data: bytes) -> tuple[str, list[str]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ["utf-16"]
        except UnicodeDecodeError as error:
            raise Problem("half") from error
    if b"\x00" in data:
        guess = _unmarked_utf16(data)
        if guess is None:
            raise Problem("nul", position=data.index(b"\x00") + 1)
        return guess, ["utf-16"]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), ["cp1252"]


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the text of UTF-16 that came without its mark: every second byte of plain English is then a NUL."""
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[start::2]
        if len(data) % 2 == 0 and half.count(0) > 0.8 * len(half):
            text = data.decode(encoding, "replace")
            return None if "\x00" in text else text
    return None


def _delimiter(text: str) -> str:
    """Return the sign that cuts the most lines into the same number of cells, two or more."""
    best, score = ",", 0.0
    sample = text[:200_000]
    for sign in (",", ";", "\t", "|"):
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=sign) if any(row)]
        usual = max(set(widths), key=widths.count) if widths else 1
        wide = [width for width in widths if width > 1]
        vote = (widths.count(usual) + len(wide)) / len(widths) if usual > 1 else len(wide) / max(len(widths), 1) / 2
        if vote > score:
            best, score = sign, vote
    return best


def _rows(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    for strict in (True, False):
        rows = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        begun = 0
        try:
            for row in reader:
                begun = reader.line_num
                rows.append([clean(cell) for cell in row])
        except csv.Error as error:
            if "unexpected end" in str(error) or "field larger" in str(error):
                raise Problem("open_quote", line=begun + 1) from error
            continue
        break
    return rows
