"""Taking a table that another program changed: what it holds is looked at as strictly as what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.desk.enquiry import Workspace, new_enquiry, open_enquiry
from workbench.desk.marks import put_mark, table
from workbench.desk.settle import accept_table
from workbench.enquiry.plan import Measure, Plan
from workbench.errors import Damaged, SeveralProblems, WorkbenchError


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    made = new_enquiry(tmp_path / "enquiry", "Numbers")
    plan = Plan(measures=(Measure(id="test", title="Number test", highest=40),))
    made.change(lambda record: record.model_copy(update={"plan": plan}), what="plan")
    put_mark(made, "test", "K7M4T", "before", "12")
    put_mark(made, "test", "R3D5F", "before", "13")
    return made


def another_program_writes(ws: Workspace, old: str, new: str) -> Path:
    path = ws.path / "data" / "test.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_a_mark_that_was_mended_in_a_spreadsheet_is_taken(ws: Workspace) -> None:
    another_program_writes(ws, "K7M4T,yes,12,", "K7M4T,yes,14.5,")
    accept_table(ws.path, "test")
    assert table(open_enquiry(ws.path)).rows[0].before.text == "14.5"


@pytest.mark.parametrize("mark", ["999", "-5", "12.3"])
def test_a_mark_that_the_measure_does_not_have_is_refused_with_its_line(ws: Workspace, mark: str) -> None:
    path = another_program_writes(ws, "K7M4T,yes,12,", f"K7M4T,yes,{mark},")
    before = path.read_bytes()
    with pytest.raises(SeveralProblems, match=f"line 2, 'before': the mark is '{mark}'. Marks here are 0 to 40"):
        accept_table(ws.path, "test")
    assert path.read_bytes() == before


@pytest.mark.parametrize("mark", ["nan", "inf", "1e999"])
def test_what_is_no_number_is_refused(ws: Workspace, mark: str) -> None:
    another_program_writes(ws, "K7M4T,yes,12,", f"K7M4T,yes,{mark},")
    with pytest.raises(Damaged, match="line 2"):
        accept_table(ws.path, "test")


def test_a_name_in_the_place_of_a_code_is_refused_and_not_repeated(ws: Workspace) -> None:
    another_program_writes(ws, "K7M4T", "Zoe Bennett")
    with pytest.raises(SeveralProblems, match="no pupil's code") as refused:
        accept_table(ws.path, "test")
    assert "Zoe" not in str(refused.value)


def test_two_lines_for_one_pupil_are_refused(ws: Workspace) -> None:
    another_program_writes(ws, "R3D5F", "K7M4T")
    with pytest.raises(WorkbenchError, match="line 3: This pupil has a line already"):
        accept_table(ws.path, "test")


def test_a_table_that_is_gone_can_be_taken_as_gone_and_marks_come_in_again(ws: Workspace) -> None:
    (ws.path / "data" / "test.csv").unlink()
    with pytest.raises(Damaged, match="settle FOLDER --accept-table test"):
        table(open_enquiry(ws.path))
    accept_table(ws.path, "test")
    again = open_enquiry(ws.path)
    assert again.tables() == {}
    assert put_mark(again, "test", "K7M4T", "before", "12").accepted
