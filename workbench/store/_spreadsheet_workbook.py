"""Workbooks (.xlsx, .xls, .xlsb, .ods) to text cells; part of the reading child process."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from workbench.store._spreadsheet_sniff import Problem, clean

_CELL = re.compile(rb'\sr=["\']([A-Z]{0,7})([0-9]{1,10})["\']')
_FAR = re.compile(rb'\sr=["\'](?:[A-Z]{2,}|[A-Z]*[0-9]{7})')
_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br=["\']([0-9]{1,10})["\']')
_ODD_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*?[^/])>(.*?)</(?:\w+:)?c>", re.DOTALL)


def read_workbook(data: bytes, kind: str, limits: dict[str, int]) -> dict[str, Any]:
    """Return the kind, the sheets and the remarks of a workbook's bytes."""
    if kind != "xls":
        _weigh(data, limits)
    odd = _prescan(data, limits) if kind == "xlsx" else {}
    return {"kind": kind, "sheets": _workbook(data, odd, limits), "notes": []}


def _weigh(data: bytes, limits: dict[str, int]) -> None:
    """Refuse a pack that would unfold beyond the limit, before anything is unfolded."""
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        members = pack.infolist()
    if len(members) > limits["members"]:
        raise Problem("too_many_parts", parts=len(members))
    unfolded = sum(member.file_size for member in members)
    if unfolded > limits["unfolded"]:
        raise Problem("too_big_unfolded", megabytes=unfolded // 1_000_000)
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise Problem("damaged")
    if any(member.flag_bits & 1 for member in members):
        raise Problem("password")


def _prescan(data: bytes, limits: dict[str, int]) -> dict[int, dict[tuple[int, int], str]]:
    """Return, by sheet index, the cells whose text the reader would drop: errors, and formulas never worked out.

    Sheets that claim too many cells are refused here, with their count, before anyone makes room for them.
    """
    odd: dict[int, dict[tuple[int, int], str]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            for index, part in enumerate(_sheet_parts(pack)):
                xml = pack.read(part) if part else b""
                if b"<!DOCTYPE" in xml[:2000] or b"<!ENTITY" in xml[:2000]:
                    raise Problem("damaged")
                _count_claimed(xml, limits)
                odd[index] = _odd_cells(xml)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, ValueError, NotImplementedError, zlib.error) as error:
        raise Problem("damaged") from error
    return odd


def _sheet_parts(pack: zipfile.ZipFile) -> list[str]:
    """Return the members that hold the sheets, in the workbook's own order."""
    from xml.etree import ElementTree

    roots = []
    for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        xml = pack.read(name)
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
            raise Problem("damaged")
        try:
            roots.append(ElementTree.fromstring(xml))
        except ElementTree.ParseError as error:
            raise Problem("damaged") from error
    targets = {rel.get("Id"): rel.get("Target", "") for rel in roots[1]}
    parts = []
    for sheet in roots[0].iter():
        if sheet.tag.endswith("}sheet"):
            ref = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
            target = targets.get(ref, "")
            full = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            parts.append(full if full in pack.NameToInfo else "")
    return parts


def _count_claimed(xml: bytes, limits: dict[str, int]) -> None:
    """Refuse a sheet whose cells reach too far; look at every cell only where something hints that they do."""
    if not _FAR.search(xml) and 26 * max((int(row) for row in _ROW.findall(xml)), default=0) <= limits["cells"]:
        return
    rows = columns = 0
    for letters, row in set(_CELL.findall(xml)):
        rows, columns = max(rows, int(row)), max(columns, _column(letters))
    if rows * max(columns, 1) > limits["cells"]:
        raise Problem("claims", cells=rows * max(columns, 1))


def _odd_cells(xml: bytes) -> dict[tuple[int, int], str]:
    odd: dict[tuple[int, int], str] = {}
    if b't="e"' not in xml and b"<f" not in xml and b":f>" not in xml:
        return odd
    for attributes, inside in _ODD_CELL.findall(xml):
        place = _CELL.search(b" " + attributes)
        if place is None:
            continue
        value = re.search(rb"<(?:\w+:)?v>([^<]*)</", inside)
        shown = value[1].decode("utf-8", "replace") if value else ""
        if b't="e"' in attributes:
            text = shown or "#ERROR"
        elif b"<f" in inside and not shown and b't="str"' not in attributes:
            text = "=no value"
        else:
            continue
        odd[int(place[2]) - 1, _column(place[1]) - 1] = text
    return odd


def _column(letters: bytes) -> int:
    number = 0
    for one in letters:
        number = number * 26 + one - 64
    return number


def _workbook(data: bytes, odd: dict[int, dict[tuple[int, int], str]], limits: dict[str, int]) -> list[dict[str, Any]]:
    import python_calamine as calamine

    sheets = []
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for index, about in enumerate(book.sheets_metadata):
            if about.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(index)
            height, width = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
            if height * width > limits["cells"]:
                raise Problem("claims", cells=height * width)
            cells = [[_as_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            _put_odd(cells, odd.get(index, {}))
            hidden = about.visible != calamine.SheetVisibleEnum.Visible
            merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
            sheets.append({"name": about.name, "hidden": hidden, "cells": cells, "merged": merged})
    except calamine.PasswordError as error:
        raise Problem("password") from error
    except (calamine.CalamineError, OSError, ValueError, IndexError) as error:
        raise Problem("damaged") from error
    except BaseException as error:  # a panic of the reader arrives as its own kind, outside Exception
        if isinstance(error, Problem | MemoryError | KeyboardInterrupt):
            raise
        raise Problem("damaged") from error
    return sheets


def _put_odd(cells: list[list[str]], odd: dict[tuple[int, int], str]) -> None:
    for (row, column), text in odd.items():
        if row >= len(cells):
            continue
        line = cells[row]
        line.extend("" for _ in range(column + 1 - len(line)))
        if not line[column]:
            line[column] = text


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, int | timedelta) else ""
