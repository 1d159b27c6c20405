from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from workbench.store import places


def test_the_environment_may_name_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path))
    assert places.data_home() == tmp_path
    monkeypatch.delenv("WORKBENCH_DATA_HOME")
    assert places.data_home().name == "enquiry-workbench"


def test_a_computer_keeps_its_random_id(tmp_path: Path) -> None:
    first = places.device_id(tmp_path / "new")
    assert len(first) == 16
    assert places.device_id(tmp_path / "new") == first
    assert places.device_id(tmp_path / "other") != first


@pytest.mark.parametrize("kept", [b"", b"the head's laptop", b"\xff" * 16, b"0" * 17])
def test_an_id_that_is_none_is_made_anew(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "device").write_bytes(kept)
    made = places.device_id(tmp_path)
    assert len(made) == 16
    assert places.device_id(tmp_path) == made


def test_where_the_data_folder_cannot_be_written_there_is_an_id_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert places.device_id(tmp_path / "file" / "home", token=lambda: "ab" * 8) == "ab" * 8


def test_a_moment_is_in_utc() -> None:
    assert places.moment(lambda: datetime(2026, 9, 7, 10, tzinfo=timezone(timedelta(hours=1)))) == datetime(2026, 9, 7, 9, tzinfo=UTC)
    assert places.moment(lambda: datetime(2026, 9, 7, 10)) == datetime(2026, 9, 7, 10, tzinfo=UTC)  # noqa: DTZ001, RUF100 - the case tested
    assert places.utc_now().tzinfo is UTC
