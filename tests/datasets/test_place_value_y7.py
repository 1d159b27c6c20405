"""The shipped mark book is what its README says, and its script makes it again."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from workbench.enquiry.import_columns import UPN
from workbench.enquiry.importing import Incoming, plan_import
from workbench.enquiry.plan import Measure
from workbench.enquiry.sheets import Book
from workbench.store.spreadsheet import read_book

FOLDER = Path(__file__).parents[2] / "datasets" / "place-value-y7"
MEASURE = Measure(id="place-value-test", title="Place value test", highest=40)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_mark_book", FOLDER / "make_mark_book.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = kept
    return module


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(FOLDER / "place-value-y7.xlsx")


@pytest.fixture(scope="module")
def pupils(book: Book) -> tuple[Incoming, ...]:
    plan = plan_import(book, MEASURE, json.loads((FOLDER / "decisions.json").read_text(encoding="utf-8"))["answers"])
    assert not plan.missing
    assert not plan.problems
    return plan.people


def test_the_script_makes_the_committed_cells_again(script: ModuleType, book: Book, tmp_path: Path) -> None:
    (tmp_path / "again.xlsx").write_bytes(script.make())
    again = read_book(tmp_path / "again.xlsx")
    assert again.sheets == book.sheets
    assert script.make() == (tmp_path / "again.xlsx").read_bytes()


def test_the_sheets_are_as_told(book: Book) -> None:
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [
        ("Notes", False),
        ("Test 1", False),
        ("Test 2", False),
        ("Last year", True),
    ]
    assert book.sheets[1].merged
    assert [book.sheets[1].cells[row][0] for row in (125, 126, 127)] == ["Total", "Average", "Number sat"]


def test_the_year_has_118_and_the_group_12(pupils: tuple[Incoming, ...]) -> None:
    assert len(pupils) == 119
    assert sum(one.before.status != "not_joined" for one in pupils) == 118
    assert sum(one.chosen for one in pupils) == 12
    first = sorted(one.before.value for one in pupils if one.before.value is not None)
    assert sorted(one.before.value for one in pupils if one.chosen and one.before.value is not None) == first[:12]
    assert first[12] > first[11]


def test_there_are_one_leaver_one_joiner_and_two_namesakes(pupils: tuple[Incoming, ...], book: Book) -> None:
    assert Counter(one.after.status for one in pupils)["left"] == 1
    assert Counter(one.before.status for one in pupils)["not_joined"] == 1
    names = Counter((one.surname, one.forename) for one in pupils)
    (twice,) = [name for name, count in names.items() if count > 1]
    pair = [one for one in pupils if (one.surname, one.forename) == twice]
    assert [one.chosen for one in pair].count(True) == 1
    assert len({one.group for one in pair}) == 2
    rows = [number for number, row in enumerate(book.sheets[2].cells, start=1) if row[0] == ", ".join(twice)]
    assert rows == [57, 109]


def test_upns_are_well_formed_and_of_no_authority(script: ModuleType, pupils: tuple[Incoming, ...]) -> None:
    upns = [one.upn for one in pupils if one.upn]
    assert len(set(upns)) == 118
    for upn in upns:
        assert UPN.fullmatch(upn)
        assert upn[1:4] == "000"
        weighed = sum(int(digit) * place for place, digit in enumerate(upn[1:], start=2))
        assert script.CHECK_LETTERS[weighed % 23] == upn[0]


def test_the_odd_entries_are_there(book: Book) -> None:
    first = Counter(row[5] for row in book.sheets[1].cells[6:124])
    second = Counter(row[2] for row in book.sheets[2].cells[5:123])
    assert first["abs"] + first["Abs"] == 3
    assert first["N/A"] == second["N/A"] == 1
    assert second["0"] == 1
    assert any("½" in mark for mark in [*first, *second])
    assert any(mark.endswith(".5") for mark in [*first, *second])
    assert [row[0] for row in book.sheets[1].cells[6:124]] != [row[0].split(",")[0] for row in book.sheets[2].cells[5:123]]


def test_the_numbers_of_the_readme_hold(pupils: tuple[Incoming, ...]) -> None:
    from statistics import correlation, mean

    both = [
        (one.before.value, one.after.value, one.chosen) for one in pupils if one.before.value is not None and one.after.value is not None
    ]
    r = correlation([first for first, _, _ in both], [second for _, second, _ in both])
    assert 0.65 < r < 0.75
    group = [(first, second) for first, second, chosen in both if chosen]
    gain = mean(second - first for first, second in group)
    drift = (1 - r) * (mean(first for first, _, _ in both) - mean(first for first, _ in group))
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(group) == 11
    assert f"gained {gain:.2f} marks" in told
    assert f"about {drift:.1f} of these" in told


def test_answers_are_in_the_published_form() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((FOLDER.parents[1] / "docs" / "schemas" / "answers.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads((FOLDER / "answers.json").read_text(encoding="utf-8")))


def test_decisions_and_answers_name_no_pupil(pupils: tuple[Incoming, ...]) -> None:
    for name in ("decisions.json", "answers.json", "README.md"):
        text = (FOLDER / name).read_text(encoding="utf-8")
        assert not [one for one in pupils if f"{one.forename} {one.surname}" in text or (one.upn and one.upn in text)]
