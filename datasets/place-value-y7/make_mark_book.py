"""Makes the made-up mark book ``place-value-y7.xlsx``: the same seed gives the same bytes.

Run from anywhere: ``python make_mark_book.py [FOLDER]``. It needs openpyxl, which the workbench itself does not.
"""

from __future__ import annotations

import io
import random
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

SEED = 118_048
YEAR = 118
CHOSEN = 12
OUT_OF = 40
NAME = "place-value-y7.xlsx"


def words(text: str) -> list[str]:
    return text.split()


FORENAMES = words(
    "Aaliyah Adam Aisha Alfie Amara Amelia Anya Archie Ava Ayaan Bella Ben Caleb Callum Chloe Daisy Daniel Dara Dylan Eden "
    "Elif Eliza Ella Emre Ethan Evie Farah Finn Freya Gabriel George Grace Hamza Hana Harley Harvey Ibrahim Imogen Isaac "
    "Isla Jack Jasmine Jay Joel Kacper Kai Keira Kofi Layla Leah Leo Lewis Lily Logan Luca Maja Maryam Max Maya Mia Milo "
    "Mohammed Nadia Niamh Noah Nora Oliver Omar Oscar Owen Poppy Priya Rhys Riley Rosie Ruby Sami Samuel Sana Sofia Tariq "
    "Theo Tilly Toby Umar Willow Yasmin Zac Zara Zoë"
)
SURNAMES = words(
    "Abbott Adeyemi Ahmed Akhtar Allen Asante Bailey Barker Begum Bell Bennett Booth Brookes Campbell Carr Chaudhry Clarke "
    "Coleman Cooper Craig Davies Demir Dixon Doyle Edwards Ellis Evans Farouk Fisher Fletcher Garner Gill Grant Green "
    "Hadley Harris Hassan Hill Holt Hughes Hussain Ingram Iqbal Jackson James Jones Kaur Kelly Khan King Kowalski Lawson "
    "Lee Lloyd Mahmood Malik Marsh Mason Mensah Miah Mills Moore Morgan Nowak O'Brien Okafor Osei Palmer Parker Patel "
    "Pearce Price Quinn Rahman Reid Richards Rossi Said Shah Sharma Singh Smith-Reed Stone Taylor Thorne Usman Walker Ward "
    "Watts White Wood Wright Young Zielinski"
)
FORMS = ("7A", "7B", "7C", "7D", "7E")
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass
class Pupil:
    """One made-up child: the two true scores, and what the mark book says instead of them."""

    surname: str
    forename: str
    upn: str
    form: str
    set: int
    first: float
    second: float
    first_shown: object = None
    second_shown: object = None
    chosen: bool = False
    in_first: bool = True
    in_second: bool = True


def upn(serial: int) -> str:
    """A well-formed UPN of a local authority that does not exist (000), with its true check letter."""
    digits = f"0000000{19:02d}{serial:03d}"
    return CHECK_LETTERS[sum(int(digit) * place for place, digit in enumerate(digits, start=2)) % 23] + digits


def half(score: float) -> float:
    return min(max(round(score * 2) / 2, 1.0), float(OUT_OF))


def make_year(chance: random.Random) -> list[Pupil]:
    names = chance.sample([(surname, forename) for surname in SURNAMES for forename in FORENAMES], YEAR + 1)
    pupils = []
    for number, (surname, forename) in enumerate(names):
        able = chance.gauss(0, 1)
        first = half(22.5 + 7.4 * (0.84 * able + 0.54 * chance.gauss(0, 1)))
        second = half(23.6 + 7.4 * (0.84 * able + 0.54 * chance.gauss(0, 1)))
        group = min(5, max(1, round(3 - 1.3 * able + chance.gauss(0, 0.6))))
        pupils.append(Pupil(surname, forename, upn(101 + 7 * number), FORMS[number % 5], group, first, second))
    return pupils


def choose_and_teach(pupils: list[Pupil], chance: random.Random) -> list[Pupil]:
    """Flag the twelve lowest first marks; the sessions are worth about two marks to them."""
    chosen = sorted(pupils, key=lambda pupil: (pupil.first, pupil.upn))[:CHOSEN]
    for pupil in chosen:
        pupil.chosen = True
        pupil.second = half(pupil.second + chance.gauss(2.4, 1.2))
    return chosen


def spoil(pupils: list[Pupil], chosen: list[Pupil], joiner: Pupil, chance: random.Random) -> None:
    """Everything that makes a mark book a mark book: absences, a zero, halves as text, a leaver, a joiner, two alike."""
    others = [pupil for pupil in pupils if not pupil.chosen]
    chance.shuffle(others)
    for pupil in [*pupils, joiner]:
        pupil.first_shown, pupil.second_shown = plain(pupil.first), plain(pupil.second)
    for pupil, word in zip(others[0:4], ("abs", "abs", "Abs", "N/A"), strict=True):
        pupil.first_shown = word
    for pupil, word in zip(others[4:9], ("abs", "abs", "abs", "ABS", "N/A"), strict=True):
        pupil.second_shown = word
    chosen[7].second_shown = "abs"
    weak = min(others[9:], key=lambda pupil: pupil.second)
    weak.second_shown = 0
    others[9].in_second = False
    joiner.in_first = False
    for pupil in others[10:16]:
        pupil.first_shown = as_text(pupil.first)
    for pupil in others[16:20]:
        pupil.second_shown = as_text(pupil.second)
    alike, twin = chosen[3], next(p for p in others[20:] if p.form != chosen[3].form and p.set != chosen[3].set and 12 < p.first < 30)
    twin.surname, twin.forename = alike.surname, alike.forename


def plain(mark: float) -> float | int:
    return int(mark) if mark == int(mark) else mark


def as_text(mark: float) -> str:
    """Seven and a half as a teacher types it; a whole mark as text, which spreadsheets do behind one's back."""
    return f"{int(mark)}½" if mark % 1 else str(int(mark))


def title(sheet: Worksheet, *lines: str) -> None:
    for number, line in enumerate(lines, start=1):
        sheet.cell(number, 1, line).font = Font(bold=number == 1, size=14 if number == 1 else 11)


def header(sheet: Worksheet, row: int, groups: list[tuple[str, int]], names: list[str]) -> None:
    column = 1
    for text, width in groups:
        sheet.cell(row, column, text).alignment = Alignment(horizontal="center")
        if width > 1:
            sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=column + width - 1)
        column += width
    for number, name in enumerate(names, start=1):
        cell = sheet.cell(row + 1, number, name)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")


def numbers(shown: list[object]) -> list[float]:
    return [float(mark) for mark in shown if isinstance(mark, int | float)]


def first_sheet(sheet: Worksheet, pupils: list[Pupil]) -> None:
    title(
        sheet,
        "Year 7 Mathematics: mark book",
        "Place value and rounding, paper A. Out of 40, half marks given.",
        "Sat in September",
    )
    header(
        sheet,
        5,
        [("Pupil", 5), ("Autumn: place value test 1", 2), ("Support", 2)],
        ["Surname", "Forename", "UPN", "Form", "Maths set", "Mark /40", "%", "Catch-up group", "Comment"],
    )
    rows = sorted((pupil for pupil in pupils if pupil.in_first), key=lambda pupil: (pupil.form, pupil.surname, pupil.forename, pupil.upn))
    for number, pupil in enumerate(rows, start=7):
        mark = pupil.first_shown
        percent = round(100 * pupil.first / OUT_OF) if isinstance(mark, int | float) else None
        comment = f"{pupil.forename} counts on in ones" if pupil.chosen and pupil.set == 4 else None
        flag = "Y" if pupil.chosen else None
        line = [pupil.surname, pupil.forename, pupil.upn, pupil.form, pupil.set, mark, percent, flag, comment]
        for column, value in enumerate(line, start=1):
            sheet.cell(number, column, value)
    marks = numbers([pupil.first_shown for pupil in rows])
    foot = 7 + len(rows) + 1
    for number, (label, value) in enumerate(
        (("Total", sum(marks)), ("Average", round(sum(marks) / len(marks), 1)), ("Number sat", len(marks)))
    ):
        sheet.cell(foot + number, 1, label).font = Font(bold=True)
        sheet.cell(foot + number, 6, value)


def second_sheet(sheet: Worksheet, pupils: list[Pupil], chance: random.Random) -> None:
    title(sheet, "Year 7 Mathematics: mark book", "Place value and rounding, paper A again, last week of the half term")
    header(sheet, 4, [("Pupil", 2), ("Spring: place value test 2", 2)], ["Name", "Maths set", "Mark (out of 40)", "Marked by"])
    rows = [pupil for pupil in pupils if pupil.in_second]
    chance.shuffle(rows)
    rows.sort(key=lambda pupil: pupil.set)
    for number, pupil in enumerate(rows, start=6):
        line = [f"{pupil.surname}, {pupil.forename}", pupil.set, pupil.second_shown, ("RP", "JT")[pupil.set % 2]]
        for column, value in enumerate(line, start=1):
            sheet.cell(number, column, value)
    marks = numbers([pupil.second_shown for pupil in rows])
    for number, (label, value) in enumerate(
        (("Average", round(sum(marks) / len(marks), 1)), ("Highest", max(marks)), ("Lowest", min(marks)))
    ):
        sheet.cell(6 + len(rows) + number, 1, label).font = Font(bold=True)
        sheet.cell(6 + len(rows) + number, 3, value)


def decoys(book: Workbook, pupils: list[Pupil]) -> None:
    notes = book.create_sheet("Notes", 0)
    for number, line in enumerate(
        (
            "About this mark book",
            "Test 1 and Test 2 are the same paper.",
            "abs = not in school on the day.   N/A = the test was not for this pupil (joined or left that week).",
            "A 0 in test 2 is a true mark: the pupil sat the whole hour.",
            "Y in the last column but one: the twelve lowest on test 1, catch-up sessions before registration.",
        ),
        start=1,
    ):
        notes.cell(number, 1, line)
    old = book.create_sheet("Last year")
    old.sheet_state = "hidden"
    old.append(["Name", "Test 1", "Test 2"])
    for number, pupil in enumerate(pupils[:9]):
        old.append([f"{pupil.forename} {pupil.surname}", 10 + number, 12 + number])


def make() -> bytes:
    """Return the workbook's bytes."""
    chance = random.Random(SEED)
    everyone = make_year(chance)
    joiner, pupils = everyone[-1], everyone[:-1]
    chosen = choose_and_teach(pupils, chance)
    spoil(pupils, chosen, joiner, chance)
    book = Workbook()
    book.active.title = "Test 1"
    first_sheet(book.active, pupils)
    second_sheet(book.create_sheet("Test 2"), [*pupils, joiner], chance)
    decoys(book, pupils)
    return packed(book)


def packed(book: Workbook) -> bytes:
    """Save with no trace of when or by whom, so that the bytes depend on the cells alone."""
    loose, out = io.BytesIO(), io.BytesIO()
    book.save(loose)
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-05T08:00:00Z", data)
                data = data.replace(b"openpyxl", b"made up")
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 5, 8, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    (folder / NAME).write_bytes(make())
