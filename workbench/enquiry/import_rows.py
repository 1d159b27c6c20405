"""One row of a mark book: whose it is, or why it is no pupil's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.enquiry.import_columns import IDENTITY, UPN, role_by_heading

_FOOT = re.compile(
    r"(?:class |year |group |grand |overall )?"
    r"(?:total|sum|average|mean|median|mode|max(?:imum)?|min(?:imum)?|highest|lowest|count|range|sd|st\.? ?dev|standard deviation"
    r"|number (?:sat|absent|present|of pupils)|no\.? (?:sat|absent|present)|out of|possible|available|full"
    r"|top mark|pass(?:es)?|%|percentage)"
    r"(?: (?:marks?|scores?|possible|available)){0,2}s?:?",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:year |class |form |set )?[0-9]{1,2}[a-z]{0,3}[0-9]?|set \w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One pupil's row: sheet number and row number as the teacher sees them, from 1, and the cells."""

    sheet: int
    row: int
    surname: str = ""
    forename: str = ""
    split: bool = False
    upn: str = ""
    group: str = ""
    set: str = ""
    cells: tuple[str, ...] = ()


def entry_of(cells: tuple[str, ...], sheet: int, row: int, at: dict[str, int | None]) -> Entry:
    """Return the pupil of a row; ``at`` says in which column each part of her name stands."""

    def cell(role: str) -> str:
        index = at[role]
        return " ".join(cells[index].split()) if index is not None and index < len(cells) else ""

    surname, forename, split = cell("surname"), cell("forename"), at["surname"] is not None and at["forename"] is not None
    if at["name"] is not None and not split:
        surname, forename, split = _divide(cell("name"))
    upn = cell("upn").upper()
    return Entry(
        sheet=sheet,
        row=row,
        surname=surname,
        forename=forename,
        split=split,
        upn=upn if UPN.fullmatch(upn) else "",
        group=cell("group"),
        set=cell("set"),
        cells=cells,
    )


def _divide(name: str) -> tuple[str, str, bool]:
    """Return surname, forename, and whether the order is certain, which only a comma makes it."""
    if "," in name:
        surname, _, forename = name.partition(",")
        return surname.strip(), forename.strip(), True
    forename, _, surname = name.rpartition(" ")
    return surname, forename, False


def no_pupil(entry: Entry, cells: tuple[str, ...], at: dict[str, int | None], marks: Sequence[int], foot: bool) -> str:
    """Return why a row is no pupil's: ``foot``, ``out_of``, ``section``, ``note``, ``heading`` or nothing."""
    named = " ".join(part for part in (entry.surname, entry.forename) if part)
    others = [text for index, text in enumerate(cells) if text and index not in {at["surname"], at["forename"], at["name"], at["upn"]}]
    written = [cells[index] for index in (at["name"], at["surname"], at["forename"]) if index is not None and index < len(cells)]
    label = " ".join(text for text in written if text) or next((text for text in cells if text), "")
    if not entry.upn and _FOOT.fullmatch(label) and not (entry.surname and entry.forename and entry.split):
        return "foot"
    marked = any(index < len(cells) and cells[index][:1].isdigit() for index in marks)
    repeated = role_by_heading(named) in IDENTITY or sum(role_by_heading(text) in IDENTITY for text in cells if text) > 1
    if not marked and not entry.upn and repeated:
        return "heading"
    if not named and not entry.upn:
        shown = [cells[index] for index in marks if index < len(cells) and cells[index]]
        if not shown:
            return "note"
        return "foot" if foot or any(_FOOT.search(text) for text in cells if text) else "nameless"
    if not others and not entry.upn and (foot or _SECTION.fullmatch(named)):
        return "note" if foot else "section"
    if not others and len(named) > 40:
        return "note"
    return ""


def could_be_named(cells: Sequence[str]) -> bool:
    """Say whether a total's label could also be somebody's name, as Max could."""
    return any(re.match(r"(?:max|min)\b", text, re.IGNORECASE) for text in cells)
