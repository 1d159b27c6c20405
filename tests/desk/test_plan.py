"""The plan at the desk: its outlook, its lock, changes after the lock, departures."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workbench.desk import plan
from workbench.desk.answers import put, put_many
from workbench.desk.enquiry import Workspace, new_enquiry, open_enquiry
from workbench.enquiry.marks import COLUMNS
from workbench.enquiry.plan_hash import plan_hash
from workbench.errors import BadInput, Locked, NotReady, SeveralProblems

ANSWERS = {
    "frame": {
        "question": "How can we use paired talk to improve Year 7's subtraction?",
        "aspects": [{"id": "accuracy", "text": "accuracy"}],
    },
    "plan": {
        "action": "Paired talk, ten minutes a lesson",
        "pupils_expected": "12",
        "chosen_by": "everyone",
        "measures": [{"id": "test", "title": "Test", "aspects": ["accuracy"], "highest": "40"}],
        "before_on": "2026-01-08",
        "after_on": "2026-03-05",
        "sessions_planned": "3",
        "success": "Most gain three marks",
        "consent": "ordinary_practice",
    },
}


@pytest.fixture
def clock():
    moment = [datetime(2026, 1, 5, tzinfo=UTC)]

    def read() -> datetime:
        return moment[0]

    read.moment = moment  # type: ignore[attr-defined]
    return read


@pytest.fixture
def ws(tmp_path, clock) -> Workspace:
    ws = new_enquiry(tmp_path / "e", "Talk", clock=clock)
    put_many(ws, ANSWERS)
    return ws


def _marks(ws: Workspace, *rows: tuple[str, str]) -> None:
    cells = [
        {
            "pupil": f"C{index}",
            "chosen": "yes",
            "before": before,
            "before_status": "present" if before else "absent",
            "after": after,
            "after_status": "present" if after else "absent",
        }
        for index, (before, after) in enumerate(rows)
    ]
    ws.store.write_table("test", COLUMNS, cells, [{"name": name, "type": "string"} for name in COLUMNS], what="marks")


def test_a_lock_is_refused_with_everything_that_is_missing_and_changes_nothing(tmp_path, clock) -> None:
    empty = new_enquiry(tmp_path / "empty", "Empty", clock=clock)
    with pytest.raises(SeveralProblems) as refused:
        plan.lock(empty)
    assert len(refused.value.problems) == 10
    assert "How the pupils were chosen is not said." in str(refused.value)
    assert empty.record.plan.lock is None
    assert len(plan.missing(empty)) == len(plan.missing_sentences(empty)) == 10


def test_a_locked_plan_carries_time_and_fingerprint_and_the_version_it_stands_in(ws: Workspace) -> None:
    held = plan.lock(ws)
    assert held.at == datetime(2026, 1, 5, tzinfo=UTC)
    assert held.sha256 == plan_hash(ws.record)
    assert held.version == ws.store.version
    assert open_enquiry(ws.path).record.plan.lock == held


def test_locking_twice_and_changing_a_locked_plan_in_the_form_are_refused(ws: Workspace) -> None:
    plan.lock(ws)
    with pytest.raises(Locked, match="locked already"):
        plan.lock(ws)
    with pytest.raises(Locked):
        put(ws, "plan", "success", "Anything will do")
    assert ws.record.plan.success == "Most gain three marks"


def test_an_amendment_changes_the_plan_with_its_reason_and_a_new_fingerprint(ws: Workspace) -> None:
    held = plan.lock(ws)
    amendment = plan.amend(ws, {"after_on": "2026-03-12", "sessions_planned": "3"}, "Snow")
    assert ws.record.plan.after_on.isoformat() == "2026-03-12"
    assert (amendment.changed, amendment.reason) == (("after_on",), "Snow")
    assert amendment.sha256 == plan_hash(ws.record) != held.sha256
    assert ws.record.plan.lock == held


def test_the_question_is_locked_with_the_plan_and_changed_the_same_way(ws: Workspace) -> None:
    plan.lock(ws)
    with pytest.raises(Locked):
        put(ws, "frame", "question", "Another question?")
    assert plan.amend(ws, {"question": "Another question?"}, "A slip of the pen").changed == ("question",)
    assert ws.record.question.text == "Another question?"


def test_an_amendment_needs_a_lock_a_reason_and_a_change(ws: Workspace) -> None:
    with pytest.raises(NotReady, match="not locked"):
        plan.amend(ws, {"success": "x"}, "why")
    plan.lock(ws)
    with pytest.raises(BadInput, match="Say why"):
        plan.amend(ws, {"success": "x"}, " ")
    with pytest.raises(BadInput, match="Nothing would change"):
        plan.amend(ws, {"sessions_planned": "3"}, "why")


def test_an_amendment_that_would_leave_a_hole_or_cannot_be_read_changes_nothing(ws: Workspace) -> None:
    plan.lock(ws)
    before = ws.record
    with pytest.raises(SeveralProblems) as refused:
        plan.amend(ws, {"pupils_expected": "many", "title": "x"}, "why")
    assert len(refused.value.problems) == 2
    with pytest.raises(SeveralProblems, match="Nothing is planned to be collected"):
        plan.amend(ws, {"measures": []}, "why")
    assert ws.record == before


def test_the_grid_is_told_in_words_with_what_to_do_about_a_hole(ws: Workspace) -> None:
    (row,) = plan.grid_rows(ws)
    assert (row.aspect, row.measure, row.analysis, row.section, row.problem) == (
        "accuracy",
        "Test",
        "each pupil's change",
        "What we found",
        "",
    )
    put(ws, "frame", "aspects", [{"id": "accuracy", "text": "accuracy"}, {"id": "talk", "text": "how they talk"}])
    assert [(each.aspect, each.empty) for each in plan.grid_rows(ws)] == [("accuracy", False), ("how they talk", True)]
    assert "Add a measure" in plan.grid_rows(ws)[1].problem


def test_the_outlook_speaks_of_spreads_until_a_spread_in_marks_is_guessed(ws: Workspace) -> None:
    width, least = plan.outlook(ws)
    assert "12 pupils" in width
    assert "spreads" in width
    assert "0.00049" in least
    put(ws, "plan", "smallest_worthwhile", "3")
    in_marks, worth, _ = plan.outlook(ws, spread=3.5)
    assert "2.2 marks either way" in in_marks
    assert "could be told" in worth


@pytest.mark.parametrize(("pupils", "words"), [("", "Say how many"), ("1", "With one pupil"), ("5", "No result could come below")])
def test_the_outlook_of_very_few_says_so(ws: Workspace, pupils: str, words: str) -> None:
    put(ws, "plan", "pupils_expected", pupils)
    assert words in " ".join(plan.outlook(ws))


def test_a_plan_kept_as_planned_has_no_departures(ws: Workspace) -> None:
    plan.lock(ws)
    put(ws, "collect", "log", [{"on": f"2026-01-{day}", "what": "Session"} for day in (12, 19, 26)])
    _marks(ws, *[("10", "12")] * 12)
    assert plan.departures(ws) == ()


def test_everything_done_otherwise_is_a_departure(ws: Workspace) -> None:
    plan.lock(ws)
    plan.amend(ws, {"success": "Most gain two marks"}, "The test is shorter")
    put(ws, "collect", "log", [{"on": "2026-01-06", "what": "Session"}, {"on": "2026-03-20", "what": "Session"}])
    _marks(ws, *[("10", "")] * 9)
    codes = {departure.code: departure.sentence for departure in plan.departures(ws)}
    assert set(codes) == {"amended", "sessions", "began_early", "went_on", "one_occasion", "pupils"}
    assert codes["pupils"] == "12 pupils were planned, and “Test” lists 9."
    assert "has not come yet" in codes["one_occasion"]


def test_a_missing_second_measure_is_plain_once_its_day_has_passed(ws: Workspace, clock) -> None:
    plan.lock(ws)
    _marks(ws, *[("10", "")] * 12)
    clock.moment[0] = datetime(2026, 4, 1, tzinfo=UTC)
    sentences = [departure.sentence for departure in plan.departures(ws) if departure.code == "one_occasion"]
    assert sentences == ["“Test” has no marks from the second measure."]


def test_marks_before_the_lock_and_no_lock_at_all_are_departures(ws: Workspace) -> None:
    _marks(ws, *[("10", "12")] * 12)
    assert "never_locked" in {departure.code for departure in plan.departures(ws)}
    plan.lock(ws)
    assert "locked_late" in {departure.code for departure in plan.departures(ws)}


def test_a_plan_changed_behind_the_lock_is_seen(ws: Workspace) -> None:
    plan.lock(ws)
    ws.change(lambda record: record.model_copy(update={"plan": record.plan.model_copy(update={"success": "x"})}), what="by hand")
    assert "changed_outside" in {departure.code for departure in plan.departures(ws)}


@pytest.mark.parametrize("reason", ["x" * 20_001, "half a \ud800 character", "a\x00b", None, 7])
def test_a_reason_for_an_amendment_that_cannot_be_kept_is_refused(ws: Workspace, reason: object) -> None:
    plan.lock(ws)
    version = ws.store.version
    with pytest.raises(BadInput):
        plan.amend(ws, {"success": "x"}, reason)  # type: ignore[arg-type]
    with pytest.raises(BadInput):
        plan.amend(ws, ["success"], "why")  # type: ignore[arg-type]
    assert ws.store.version == version


def test_a_pupils_name_in_an_amendment_or_in_answers_from_a_file_is_kept_as_a_code(ws: Workspace) -> None:
    ws.names = {"K7M4T": ("Zoe", "Bennett")}
    put_many(ws, {"frame": {"need": "Zoe Bennett forgets the zero"}})
    plan.lock(ws)
    plan.amend(ws, {"success": "Zoe Bennett can do it"}, "Zoe was away")
    assert ws.record.plan.success == "K7M4T can do it"
    assert not any(b"Zoe" in file.read_bytes() for file in ws.path.rglob("*") if file.is_file())
