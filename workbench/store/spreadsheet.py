"""Spreadsheets from outside: read in a child process under limits, known by their bytes, every cell as text."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.enquiry.sheets import Book, Sheet
from workbench.errors import BadInput, UnreadableFile, WorkbenchError

_CHILD = "workbench.store._spreadsheet_child"
_ROOT = Path(__file__).resolve().parents[2]
_WORKBOOK_ENDINGS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
_SAVE_AGAIN = "Open it in your spreadsheet programme, save it again as an Excel workbook (.xlsx), then bring that file in."
_FETCH_AGAIN = "Copy or download it again, then bring it in. Nothing has been changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost: seconds, bytes of memory, bytes of file, bytes unfolded, cells a sheet, parts."""

    seconds: int = 60
    memory: int = 3_000_000_000
    file: int = 60_000_000
    unfolded: int = 600_000_000
    cells: int = 5_000_000
    members: int = 2_000


# By the child's code: what it is, and what to do next.
_PROBLEMS: dict[str, tuple[str, str]] = {
    "empty": ("This file is empty.", _FETCH_AGAIN),
    "zeros": ("This file holds nothing but zeros: the copy did not finish.", _FETCH_AGAIN),
    "half": ("Only part of this file is here: its end is missing or damaged.", _FETCH_AGAIN),
    "damaged": ("This workbook is damaged, or was not made by a spreadsheet programme.", _SAVE_AGAIN),
    "password": (
        "This workbook is locked with a password.",
        "Open it, take the password off with Save As, bring the copy in, then delete the copy.",
    ),
    "word": (
        "This is a word-processor document, not a spreadsheet.",
        "Copy the table into a spreadsheet, save it, then bring that file in.",
    ),
    "pdf": ("This is a PDF, not a spreadsheet.", "Ask for the marks as a spreadsheet (.xlsx or .csv)."),
    "picture": ("This is a picture, not a spreadsheet.", "Ask for the marks as a spreadsheet (.xlsx or .csv)."),
    "html": ("This is a web page that was given a spreadsheet's name.", _SAVE_AGAIN),
    "xml": ("This is an XML file, not a workbook.", _SAVE_AGAIN),
    "other_zip": ("This is a zip pack, not a spreadsheet.", "Unpack it, then bring in the spreadsheet that is inside."),
    "nul": ("This text file holds bytes that no text has: it is damaged, or something else under a text file's name.", _SAVE_AGAIN),
    "too_many_parts": ("This workbook is made of more parts than a mark book has.", "Copy the sheet with the marks into a new workbook."),
    "too_big_unfolded": ("This workbook unfolds to more than a mark book holds.", "Copy the sheet with the marks into a new workbook."),
    "too_much_memory": ("This workbook needs more memory than a mark book does.", "Copy the sheet with the marks into a new workbook."),
    "too_slow": ("Reading this file took too long and was stopped.", "Copy the sheet with the marks into a new workbook."),
    "claims_unknown": (
        "This sheet claims far more cells than a mark book has.",
        "Delete empty rows/columns and save again. Nothing has been changed.",
    ),
}


def read_book(path: str | Path, *, limits: Limits | None = None) -> Book:
    """Return the sheets of a spreadsheet as text.

    .xlsx, .xls, .xlsb, .ods and .csv are known by their content. A file whose name promises a workbook and whose
    content is plain text is refused: somebody renamed it, and what else happened to it is not known.

    Args:
        path: The file. Its name is not kept.
        limits: What reading may cost.

    Raises:
        UnreadableFile: The file is missing, too big, not whole, or no spreadsheet; the message says which.
    """
    limits = limits or Limits()
    path = Path(path)
    data = _bytes(path, limits)
    answer = _ask_child(data, limits)
    if "problem" in answer:
        raise _refusal(answer["problem"], answer.get("numbers", {}))
    if answer["kind"] == "csv" and path.suffix.lower() in _WORKBOOK_ENDINGS:
        raise UnreadableFile(
            f"This file's name ends in {path.suffix.lower()}, but it is a text file (.csv) that was renamed.",
            do="Change its name to end in .csv, or open it and save it as an Excel workbook. Nothing has been changed.",
        )
    sheets = tuple(
        Sheet(
            name=sheet["name"],
            hidden=sheet["hidden"],
            cells=tuple(map(tuple, sheet["cells"])),
            merged=tuple((one[0], one[1], one[2], one[3]) for one in sheet["merged"]),
        )
        for sheet in answer["sheets"]
    )
    if not any(any(row) for sheet in sheets for row in sheet.cells):
        raise _refusal("empty", {})
    return Book(sha256=hashlib.sha256(data).hexdigest(), kind=answer["kind"], sheets=sheets, notes=tuple(answer["notes"]))


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise BadInput("This is a folder, not a file.", do="Choose the spreadsheet inside it.")
        if path.exists() and not path.is_file():
            raise UnreadableFile("This is no ordinary file.", do="Save the marks as a spreadsheet and choose that.")
        size = path.stat().st_size
        if size > limits.file:
            raise UnreadableFile(
                "This file is bigger than a mark book.",
                seen=f"{size // 1_000_000} MB",
                allowed=f"up to {limits.file // 1_000_000} MB",
                do="Copy the sheet with the marks into a new workbook.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("There is no file of that name here.", do="Check the name and the folder, then try again.") from None
    except (OSError, ValueError):  # a ValueError is a name with signs that no file's name may hold
        raise UnreadableFile("This file cannot be opened.", do="Close it in other programmes and check that you may read it.") from None


def _ask_child(data: bytes, limits: Limits) -> dict[str, Any]:
    names = ("seconds", "memory", "unfolded", "cells", "members")
    asked = json.dumps({name: getattr(limits, name) for name in names})
    command = [sys.executable, "-P", "-X", "utf8", "-m", _CHILD, asked]
    here = {**os.environ, "PYTHONPATH": str(_ROOT)}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.seconds, check=False, env=here)
    except subprocess.TimeoutExpired:
        return {"problem": "too_slow"}
    if done.returncode != 0:
        # The reader aborts the whole process when it cannot make room for what a sheet claims to hold.
        return {"problem": "claims_unknown" if b"memory allocation" in done.stderr or done.returncode == -6 else "damaged"}
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _refusal(code: str, numbers: dict[str, Any]) -> WorkbenchError:
    if code == "claims":
        return UnreadableFile(
            f"This sheet claims {in_words(int(numbers['cells']))} cells.",
            do="Delete empty rows/columns and save again. Nothing has been changed.",
        )
    if code == "open_quote":
        return UnreadableFile(
            f"A quotation mark near line {numbers['line']} is opened and never closed.",
            do="Close it or take it out, then bring the file in again.",
        )
    what, do = _PROBLEMS[code]
    return UnreadableFile(what, do=do)


def in_words(number: int) -> str:
    """Return a big count as people say it.

    >>> in_words(17_179_869_184), in_words(6_000_000), in_words(1200)
    ('17 thousand million', '6 million', '1,200')
    """
    if number >= 10**9:
        return f"{number // 10**9} thousand million"
    return f"{number // 10**6} million" if number >= 10**6 else f"{number:,}"
