from __future__ import annotations

import errno
from pathlib import Path

import pytest

from workbench.errors import CannotSave
from workbench.store import atomic


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "enquiry.json"
    for data in (b"old", b"new" * 100_000, b""):
        atomic.write_bytes(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["write_whole", "replace"])
def test_when_any_step_is_refused_the_old_file_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "enquiry.json"
    path.write_bytes(b"old")

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic, step, refused)
    with pytest.raises(CannotSave) as caught:
        atomic.write_bytes(path, b"new")
    assert str(caught.value) == (
        "enquiry.json: Make some room on this disk, then save again: it is full. Nothing was changed: the last good version is kept."
    )
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "start"),
    [
        (errno.EROFS, "Ask for the right to write here"),
        (errno.EACCES, "Ask for the right to write here"),
        (errno.EIO, "Look whether the disk is still there"),
    ],
)
def test_each_reason_has_its_own_next_step(number: int, start: str) -> None:
    assert atomic.cannot_save(OSError(number, "reason"), "enquiry.json").what.startswith(start)


def test_a_folder_that_is_gone_is_a_plain_message(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="Look whether the disk is still there"):
        atomic.write_bytes(tmp_path / "gone" / "enquiry.json", b"x")


class Busy(OSError):
    """What Windows answers while a virus scanner or a sync program holds the file."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "in use")
        self.winerror = number


class Held:
    def __init__(self, times: int, number: int) -> None:
        self.left, self.number = times, number

    def replace(self, _: object) -> None:
        self.left -= 1
        if self.left >= 0:
            raise Busy(self.number)


@pytest.mark.parametrize("number", [5, 32])
def test_on_windows_a_file_in_use_is_waited_for(tmp_path: Path, number: int) -> None:
    pauses: list[float] = []
    atomic.replace(Held(3, number), tmp_path / "x", pause=pauses.append)  # type: ignore[arg-type]
    assert len(pauses) == 3


def test_on_windows_the_wait_has_an_end(tmp_path: Path) -> None:
    pauses: list[float] = []
    with pytest.raises(Busy):
        atomic.replace(Held(1000, 32), tmp_path / "x", pause=pauses.append)  # type: ignore[arg-type]
    assert 1 <= sum(pauses) <= 3


def test_other_refusals_are_not_waited_for(tmp_path: Path) -> None:
    pauses: list[float] = []
    with pytest.raises(Busy):
        atomic.replace(Held(1, 17), tmp_path / "x", pause=pauses.append)  # type: ignore[arg-type]
    assert pauses == []
