from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Scenario = Callable[..., dict[str, Any]]
READ_ONLY = "Ask for the right to write here, or copy the folder to a place of your own: it can only be read."
FULL = "Make some room on this disk, then save again: it is full."
KEPT = "Nothing was changed: the last good version is kept."


def test_on_a_full_disk_the_last_good_version_is_kept_and_saving_works_again_when_there_is_room(
    scenario_on_own_disk: Scenario, tmp_path: Path, long_run: bool
) -> None:
    sizes = range(240, 1100, 20 if long_run else 172)
    all_found = [scenario_on_own_disk("full_disk", tmp_path, f"{size}k") for size in sizes]
    for found in all_found:
        assert found["full"]["version"] == found["saved"]
        assert found["full"]["context"] == f"note {found['saved']}"
        assert found["messages"], "the disk was never full"
        assert all(message.endswith(f"{FULL} {KEPT}") for message in found["messages"]), found["messages"]
        assert found["after"] == [found["saved"] + 1, "room again", True]
        assert set(found["kinds"]) <= {"rolled_forward"}
        assert found["list_whole"]
    assert sum(found["refused"]["save"] for found in all_found) > 0
    assert sum(found["refused"]["table"] for found in all_found) > 0
    assert any("working_copy_behind" in found["full"]["notices"] for found in all_found if found["behind"]), (
        "kept in history only, and said so"
    )


def test_a_folder_mounted_read_only_can_be_read_and_says_plainly_that_it_cannot_be_written(
    scenario_on_own_disk: Scenario, tmp_path: Path
) -> None:
    found = scenario_on_own_disk("read_only", tmp_path)
    assert found["seen"] == {"context": "before", "rows": [{"pupil": "K7M4T", "before": ""}], "notices": ["working_copy_behind"]}
    assert set(found["messages"]) == {"save", "table", "draft", "create", "class list", "export", "destroy", "settle"}
    assert {name for name, message in found["messages"].items() if not message.endswith(f"{READ_ONLY} {KEPT}")} == set(), found["messages"]
    assert found["drafts"] == "14?"
    assert found["unchanged"]
    assert found["after"] == "works again"
