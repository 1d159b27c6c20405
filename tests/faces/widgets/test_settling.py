"""After another program changed a file the form asks which counts, and goes on with that."""

import pytest

from workbench.desk.answers import put
from workbench.desk.class_list import exists
from workbench.desk.enquiry import new_enquiry, open_enquiry
from workbench.desk.mark_table import put_table
from workbench.enquiry.marks import Mark, MarkRow, MarkTable
from workbench.faces.widgets.class_list import ClassListPart
from workbench.faces.widgets.framing import Framing
from workbench.faces.widgets.private_form import PrivateForm
from workbench.faces.widgets.settling import opened
from workbench.words.screens import CLASS_LIST, SETTLE


def change(ws):
    path = ws.path / "enquiry.json"
    path.write_text(path.read_text(encoding="utf-8").replace(f'"title": "{ws.record.title}"', '"title": "Mine"', 1), encoding="utf-8")


@pytest.mark.parametrize("keep", ["history", "working_copy"])
def test_the_one_that_is_chosen_is_gone_on_with(ws, screen, keep):
    title = ws.record.title
    change(ws)
    page = screen(opened("framing", ws.path, Framing))
    assert "another program" in page.words()
    assert set(page.buttons()) == {SETTLE["history"], SETTLE["working_copy"]}
    page.press(SETTLE[keep])
    assert open_enquiry(ws.path).record.title == {"history": title, "working_copy": "Mine"}[keep]
    assert page.field("Name of the enquiry").value == open_enquiry(ws.path).record.title


def test_a_file_that_cannot_be_read_is_not_offered(ws, screen):
    (ws.path / "enquiry.json").write_text("{", encoding="utf-8")
    assert screen(opened("framing", ws.path, Framing)).buttons() == [SETTLE["history"]]


def test_a_table_that_another_program_changed_is_taken_on_purpose(ws, screen):
    put(ws, "plan", "measures", [{"title": "Place value test", "highest": "40"}])
    mark = Mark(value=12, status="present")
    row = MarkRow(pupil="AB12", chosen=True, before=mark, after=mark)
    put_table(ws, ws.record.plan.measures[0], MarkTable(measure="place-value-test", rows=(row,)), what="marks")
    table = ws.path / "data" / "place-value-test.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("12,present", "13,present", 1), encoding="utf-8")
    page = screen(opened("framing", ws.path, Framing))
    assert page.buttons() == [SETTLE["table"].format(name="place-value-test"), SETTLE["later"]]
    page.press(SETTLE["table"].format(name="place-value-test"))
    assert open_enquiry(ws.path).tables()["place-value-test"].rows[0].before.value == 13


def press(page, label, values, files=()):
    """Send a private form as the browser does."""
    form = next(one for one in page.of(PrivateForm) if one.button == label)
    form._on_message(None, {"kind": "send", "values": values}, list(files))


def test_the_sealed_list_goes_to_another_computer_through_the_form(ws, screen, tmp_path, monkeypatch):
    from workbench.desk.class_list import make

    begun = make(ws, "Amy Ash\nBen Beech", "counters and paired talk")
    here = screen(ClassListPart(ws, begun.class_list, lambda _: None))
    press(here, CLASS_LIST["copy"], {"place": str(tmp_path / "list.sealed")})
    assert "list.sealed" in here.words()
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "another computer"))
    assert not exists(ws)
    there = screen(ClassListPart(ws, None, lambda _: None))
    press(there, CLASS_LIST["take_button"], {}, [(tmp_path / "list.sealed").read_bytes()])
    assert exists(ws)
    assert CLASS_LIST["sealed"] in there.words()


def test_what_is_no_sealed_list_is_not_taken_in(tmp_path, screen, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "home"))
    ws = new_enquiry(tmp_path / "Place value", "Place value")
    there = screen(ClassListPart(ws, None, lambda _: None))
    press(there, CLASS_LIST["take_button"], {}, [b"Amy Ash"])
    assert not exists(ws)
