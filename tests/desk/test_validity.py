"""Threats at the desk, and what the teacher says to them."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from workbench.desk.enquiry import new_enquiry, open_enquiry
from workbench.desk.validity import answer, check
from workbench.errors import BadInput, UnknownOption


def test_every_threat_has_its_words_and_the_teachers_answer_beside_it(made: ModuleType, tmp_path: Path) -> None:
    found = {threat.id: threat for threat in check(made.make(tmp_path / "e"))}
    assert list(found) == ["M1", "M2", "M4", "M5", "M9", "M10"]
    assert found["M1"].found is True
    assert found["M1"].answer == "I will test the whole year again."
    assert "special teaching" in found["M1"].sentence
    assert len(found["M1"].offers) >= 3
    assert all(threat.offers == () for threat in found.values() if not threat.found)


def test_before_marks_what_cannot_be_told_says_so(made: ModuleType, tmp_path: Path) -> None:
    found = {threat.id: threat.found for threat in check(made.make(tmp_path / "e", marks=False))}
    assert found == {"M1": True, "M2": True, "M4": None, "M5": False, "M9": None, "M10": None}


def test_an_answer_is_kept_and_a_new_one_takes_its_place(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "e")
    answer(ws, "M2", "The rest of the year sat both tests.")
    answer(ws, "M2", "The other half of the year sat both tests.")
    kept = open_enquiry(ws.path).record.threat_answers
    assert [(each.threat, each.answer) for each in kept] == [
        ("M1", "I will test the whole year again."),
        ("M2", "The other half of the year sat both tests."),
    ]


def test_an_empty_answer_and_an_unknown_threat_are_refused(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "e")
    with pytest.raises(BadInput, match="Write what you have considered"):
        answer(ws, "M1", "  ")
    with pytest.raises(UnknownOption, match="not one of the points"):
        answer(ws, "M99", "x")


def test_names_in_an_answer_are_kept_as_codes(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "e")
    ws.names = {"K7QF": ("Zoe", "Bennett")}
    assert answer(ws, "M10", "Zoe Bennett moved away.").answer == "K7QF moved away."


@pytest.mark.parametrize("text", ["x" * 20_001, "half a \ud800 character", "a\x00b", None, 7, ["why"]])
def test_an_answer_that_cannot_be_kept_is_refused_and_nothing_changes(tmp_path: Path, text: object) -> None:
    ws = new_enquiry(tmp_path / "e", "Talk")
    with pytest.raises(BadInput):
        answer(ws, "M1", text)  # type: ignore[arg-type]
    with pytest.raises(UnknownOption):
        answer(ws, ["M1"], "text")  # type: ignore[arg-type]
    assert ws.store.version == 1
