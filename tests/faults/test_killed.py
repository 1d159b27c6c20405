from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_a_program_killed_while_saving_loses_nothing_that_it_said_was_saved(
    scenario: Callable[..., dict[str, Any]], tmp_path: Path, long_run: bool
) -> None:
    rounds = 500 if long_run else 40
    found = scenario("kill_rounds", tmp_path / "enquiry", rounds)
    assert found["rounds"] == rounds
    assert found["saves"] >= rounds
    assert (found["unreadable"], found["lost"], found["too_many"]) == (0, 0, 0), found
    assert found["notices"] == []


def test_writers_at_once_see_every_conflict_and_keep_every_update(
    scenario: Callable[..., dict[str, Any]], tmp_path: Path, long_run: bool
) -> None:
    each = 100 if long_run else 20
    found = scenario("writers", tmp_path / "enquiry", 4, each)
    assert found["codes"] == [0, 0, 0, 0]
    assert sorted(found["kept"]) == sorted(f"writer {name}, line {number}" for name in range(4) for number in range(each))
    assert found["version"] == 1 + 4 * each, "each save that was acknowledged is a version of its own"
    assert sum(found["conflicts"]) > 0
    assert found["verify"] == []
