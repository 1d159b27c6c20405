"""A spreadsheet as plain text cells: what the reader hands over and the importer looks at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet from cell A1: every cell as text, empty cells as ``""``.

    ``merged`` lists ranges as (top, left, bottom, right), counted from 0, both ends included.
    """

    name: str
    hidden: bool
    cells: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A whole file: its content hash, the kind it was found to be, its sheets in order, and remarks by code."""

    sha256: str
    kind: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def letter(column: int) -> str:
    """Return a column's letters as a spreadsheet shows them.

    >>> letter(0), letter(26)
    ('A', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        letters = chr(65 + left) + letters
    return letters
