"""A form's answer reaches the record when it is right and is kept when it is not."""

from datetime import UTC, datetime

import pytest

from workbench.desk.answers import put, put_many, shown
from workbench.desk.enquiry import new_enquiry, open_enquiry
from workbench.enquiry.plan import PlanLock
from workbench.errors import Locked, SeveralProblems, UnknownOption
from workbench.store.drafts import Drafts


@pytest.fixture
def ws(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "home"))
    return new_enquiry(tmp_path / "Place value", "Place value")


def lock(ws):
    plan = ws.record.plan.model_copy(update={"lock": PlanLock(at=datetime(2026, 9, 1, tzinfo=UTC), sha256="0" * 64, version=1)})
    ws.change(lambda record: record.model_copy(update={"plan": plan}), what="lock")


def test_a_right_answer_is_in_the_record_after_opening_again(ws):
    put(ws, "plan", "pupils_expected", "12")
    assert open_enquiry(ws.path).record.plan.pupils_expected == 12


def test_a_half_typed_answer_is_kept_as_it_is_and_shown_again(ws):
    put(ws, "plan", "pupils_expected", "12")
    answer = put(ws, "plan", "pupils_expected", "14?")
    assert not answer.accepted
    again = shown(open_enquiry(ws.path), "plan")["pupils_expected"]
    assert (again.raw, again.accepted) == ("14?", False)
    assert "14?" in again.message
    assert ws.record.plan.pupils_expected == 12


def test_mending_a_draft_takes_it_away(ws):
    put(ws, "plan", "pupils_expected", "14?")
    put(ws, "plan", "pupils_expected", "14")
    assert Drafts(ws.path).all().get("plan", {}) == {}
    assert shown(ws, "plan")["pupils_expected"].raw == 14


def test_every_accepted_answer_is_one_line_of_history_and_the_same_answer_is_none(ws):
    before = len(ws.store.history())
    put(ws, "frame", "pupils", "the set 4 group")
    put(ws, "frame", "pupils", "the set 4 group")
    assert len(ws.store.history()) == before + 1
    assert ws.store.history()[-1].what == "frame: pupils"


def test_two_windows_that_fill_different_fields_both_keep_their_answers(ws):
    other = open_enquiry(ws.path)
    put(ws, "frame", "pupils", "the set 4 group")
    put(other, "frame", "need", "mix up tens and hundreds")
    parts = open_enquiry(ws.path).record.question.parts
    assert (parts.pupils, parts.need) == ("the set 4 group", "mix up tens and hundreds")


def test_a_locked_plan_stays_as_it_is(ws):
    put(ws, "plan", "pupils_expected", "12")
    lock(ws)
    version = ws.store.version
    with pytest.raises(Locked) as problem:
        put(ws, "plan", "pupils_expected", "13")
    assert "'Change the locked plan' in step 2" in str(problem.value)
    assert (open_enquiry(ws.path).record.plan.pupils_expected, ws.store.version) == (12, version)
    assert put(ws, "plan", "pupils_expected", "12").accepted


def test_a_file_of_answers_is_taken_whole_or_not_at_all(ws):
    with pytest.raises(SeveralProblems) as problem:
        put_many(ws, {"frame": {"pupils": "set 4", "colour": "red"}, "plan": {"pupils_expected": "many"}, "plans": {}, "report": 3})
    text = str(problem.value)
    assert ws.record.question.parts.pupils == ""
    for words in ("colour", "plan.pupils_expected", "many", "Form 'report'"):
        assert words in text
    put_many(ws, {"frame": {"pupils": "set 4"}, "plan": {"pupils_expected": 12}})
    assert (ws.record.question.parts.pupils, ws.record.plan.pupils_expected) == ("set 4", 12)


def test_an_unknown_form_or_field_names_those_there_are(ws):
    with pytest.raises(UnknownOption, match="frame, plan"):
        shown(ws, "plans")
    with pytest.raises(UnknownOption, match="pupils_expected"):
        put(ws, "plan", "pupils", "12")


def test_a_name_that_is_known_is_kept_as_its_code_even_in_a_draft(ws):
    ws.names = {"AB12": ("Zoe", "Bennett")}
    answer = put(ws, "frame", "question", "How can we help Zoe Bennett?")
    assert (answer.raw, answer.accepted) == ("How can we help AB12?", True)
    assert "no name" in answer.message
    put(ws, "collect", "log", [{"on": "someday", "what": "Zoe led"}])
    stored = b"".join(path.read_bytes() for path in ws.path.rglob("*") if path.is_file())
    assert b"Zoe" not in stored
    assert b"AB12 led" in stored
