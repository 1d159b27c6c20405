"""Once the class list is open, names in everything that was typed before become codes."""

import pytest

from workbench.desk.answers import put
from workbench.desk.class_list import make
from workbench.desk.enquiry import new_enquiry, open_enquiry
from workbench.desk.names import look_for_names
from workbench.desk.plan import departures, lock
from workbench.desk.start import start
from workbench.store.drafts import Drafts
from workbench.store.shipped import shipped


@pytest.fixture
def ws(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "home"))
    return new_enquiry(tmp_path / "Place value", "Place value")


def test_names_typed_while_the_list_was_sealed_are_put_as_codes(ws):
    put(ws, "analyse", "what_i_see", "Luis Moreno slower; Luis tried.")
    put(ws, "plan", "pupils_expected", "ask Luis")
    begun = make(ws, "Luis Moreno\nAda Okoro", "counters and paired talk")
    code = next(pupil.code for pupil in begun.class_list.pupils if pupil.forename == "Luis")
    assert look_for_names(ws, begun.class_list).startswith("3 names were found")
    again = open_enquiry(ws.path)
    assert again.record.what_i_see == f"{code} slower; {code} tried."
    assert Drafts(ws.path).all()["plan"]["pupils_expected"].raw == f"ask {code}"
    assert b"Luis" not in (ws.path / "enquiry.json").read_bytes() + (ws.path / "drafts.json").read_bytes()


def test_names_in_the_rows_of_a_draft_are_put_as_codes_too(ws):
    put(ws, "collect", "log", [{"on": "someday", "what": "Luis led"}])
    begun = make(ws, "Luis Moreno", "counters and paired talk")
    assert look_for_names(ws, begun.class_list).startswith("1 name was found")
    assert b"Luis" not in (ws.path / "drafts.json").read_bytes()


def test_nothing_is_saved_when_no_name_stands_there(ws):
    begun = make(ws, "Luis Moreno", "counters and paired talk")
    version = ws.store.version
    assert look_for_names(ws, begun.class_list).startswith("No name")
    assert ws.store.version == version
    assert look_for_names(ws, None) == ""
    assert ws.names == {}


def test_a_name_in_a_locked_plan_is_an_amendment_with_its_reason(tmp_path, monkeypatch):
    import json

    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "home"))
    answers = json.loads(shipped("datasets", "place-value-y7", "answers.json").read_text(encoding="utf-8"))
    answers["plan"]["action"] += " Luis Moreno hands out the counters."
    ws = start(tmp_path / "Place value", answers={form: answers[form] for form in ("frame", "plan")})
    lock(ws)
    look_for_names(ws, make(ws, "Luis Moreno", "counters and paired talk").class_list)
    assert "Luis" not in ws.record.plan.action
    assert [departure.code for departure in departures(ws)][:1] == ["amended"]
    assert "changed_outside" not in {departure.code for departure in departures(ws)}
