"""Clones carry the plan and nothing of the pupils."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from workbench.desk.enquiry import Workspace, open_enquiry
from workbench.desk.replication import clone_for_colleague, next_cycle
from workbench.errors import BadInput


@pytest.fixture
def ws(made: ModuleType, tmp_path: Path) -> Workspace:
    return made.make(tmp_path / "old")


def everything(folder: Path) -> str:
    return "".join(path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_repeat_has_the_question_the_plan_and_the_measures(ws: Workspace, tmp_path: Path) -> None:
    repeat = clone_for_colleague(ws, tmp_path / "new").record
    assert repeat.question.text == ws.record.question.text
    assert repeat.question.aspects == ws.record.question.aspects
    assert repeat.plan.measures == ws.record.plan.measures
    assert repeat.plan.action == ws.record.plan.action


def test_a_repeat_is_unlocked_undated_and_keeps_the_hash_of_the_plan_it_repeats(ws: Workspace, tmp_path: Path) -> None:
    repeat = clone_for_colleague(ws, tmp_path / "new").record
    assert (repeat.plan.lock, repeat.plan.before_on, repeat.plan.after_on, repeat.plan.pupils_expected) == (None, None, None, None)
    assert repeat.origin is not None
    assert (repeat.origin.kind, repeat.origin.plan_sha256) == ("replicate", "ab" * 32)
    assert repeat.id != ws.record.id
    assert repeat.cycle == 1


def test_nothing_of_the_first_class_is_anywhere_in_the_new_folder(ws: Workspace, tmp_path: Path) -> None:
    repeat = clone_for_colleague(ws, tmp_path / "new")
    text = everything(tmp_path / "new")
    for row in ws.tables()["place-value"].rows:
        assert row.pupil not in text
    for words in ("Noisy but busy", "K7M4T", "Snow day", "zeros aloud", "went with a gain", "Maths team", "test the whole year again"):
        assert words not in text
    assert repeat.record.question.parts.already_tried == repeat.record.plan.chosen_how == ""
    assert repeat.tables() == {}
    assert not list((tmp_path / "new").rglob("*.csv"))


def test_the_next_cycle_counts_on_and_carries_what_was_learned(ws: Workspace, tmp_path: Path) -> None:
    following = next_cycle(ws, tmp_path / "new").record
    assert following.cycle == 2
    assert following.title == "Place value Y7, cycle 2"
    assert "Paired talk went with a gain." in following.context
    assert "Try it with the other half of the year" in following.context
    assert (following.log, following.claims, following.threat_answers, following.plan.lock) == ((), (), (), None)
    assert following.origin is not None
    assert following.origin.enquiry == ws.record.id


def test_the_old_enquiry_is_not_changed(ws: Workspace, tmp_path: Path) -> None:
    before = everything(ws.path)
    clone_for_colleague(ws, tmp_path / "a")
    next_cycle(ws, tmp_path / "b")
    assert everything(ws.path) == before


@pytest.mark.parametrize("clone", [clone_for_colleague, next_cycle])
def test_a_folder_with_something_in_it_is_refused_and_left_alone(clone, ws: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "new"
    target.mkdir()
    (target / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(BadInput, match="Choose a new folder"):
        clone(ws, target)
    assert [path.name for path in target.iterdir()] == ["notes.txt"]


def test_an_empty_folder_is_taken_and_opens_as_an_enquiry(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    clone_for_colleague(ws, tmp_path / "new")
    assert open_enquiry(tmp_path / "new").record.origin is not None
