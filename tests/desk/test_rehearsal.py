"""The rehearsal: the planned analysis on invented marks."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from workbench.desk.enquiry import new_enquiry
from workbench.desk.rehearsal import rehearse
from workbench.errors import NotReady


def test_the_planned_analysis_runs_before_any_pupil_is_tested_and_says_that_it_is_invented(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "e", marks=False)
    (found,) = rehearse(ws)
    assert found.invented
    assert [type(result).__name__ for result in found.results] == [
        *("MeanChange", "PermutationChange", "StandardisedChange", "RegressionToTheMean"),
    ]
    assert len(found.sentences) == len(found.results)
    assert found.pairing.n_chosen == 12


def test_nothing_is_saved(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "e", marks=False)
    before = {path: path.read_bytes() for path in ws.path.rglob("*") if path.is_file()}
    rehearse(ws)
    assert {path: path.read_bytes() for path in ws.path.rglob("*") if path.is_file()} == before
    assert ws.tables() == {}


def test_the_same_seed_gives_the_same_rehearsal(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "e", marks=False)
    assert rehearse(ws, seed=5) == rehearse(ws, seed=5)
    assert rehearse(ws, seed=5) != rehearse(ws, seed=6)


def test_marks_that_are_there_already_are_not_touched_or_used(made: ModuleType, tmp_path: Path) -> None:
    empty, full = made.make(tmp_path / "a", marks=False), made.make(tmp_path / "b")
    assert rehearse(empty)[0].sentences == rehearse(full)[0].sentences


def test_without_a_measure_there_is_nothing_to_rehearse(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="Nothing is planned"):
        rehearse(new_enquiry(tmp_path / "e", "Empty"))
