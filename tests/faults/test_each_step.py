"""Every call by which a save touches the disk is refused once, refused from then on, or the last thing the program ever does."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from workbench.enquiry.record import Enquiry
from workbench.errors import CannotSave
from workbench.store.drafts import Drafts
from workbench.store.folder import EnquiryStore
from workbench.store.sealed import ClassList

COLUMNS = ("pupil", "before")
FIELDS = ({"name": "pupil", "type": "string"}, {"name": "before", "type": "number"})
OLD = [{"pupil": "K7M4T", "before": "1"}]
NEW = [{"pupil": "K7M4T", "before": "2"}, {"pupil": "X7D9P", "before": "3"}]
WAYS = ["once", "from then on", "half a write", "dies"]


class Dies(BaseException):
    """The program ends here: no handler of ours may count on running to its end."""


@contextmanager
def refusing(number: int, way: str, patch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let the ``number``-th call to the disk go wrong; yield the names of the calls that were made."""
    made: list[str] = []

    def wrap(name: str, whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            made.append(name)
            if len(made) == number and way == "half a write" and name == "write":
                whole(args[0], bytes(args[1])[: len(args[1]) // 2])
            if len(made) == number or (len(made) > number and way in {"from then on", "dies"}):
                raise Dies if way == "dies" else OSError(errno.ENOSPC, "No space left on device")
            return whole(*args, **kwargs)

        return call

    with patch.context() as inner:
        for name in ("write", "fsync", "ftruncate", "truncate"):
            inner.setattr(os, name, wrap(name, getattr(os, name)))
        for name in ("replace", "unlink", "mkdir"):
            inner.setattr(Path, name, wrap(name, getattr(Path, name)))
        yield made


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    folder = tmp_path / "whole"
    record = Enquiry(id="0" * 31 + "a", title="Place value in Year 7", created=datetime(2026, 9, 7, tzinfo=UTC), context="old")
    store = EnquiryStore.create(folder, record)
    store.write_table("number-test", COLUMNS, OLD, FIELDS, what="Marks")
    Drafts(folder).put("plan", "a", "old")
    return folder


def each_step(whole: Path, way: str, patch: pytest.MonkeyPatch, act: Callable[[Path], object]) -> Iterator[tuple[Path, str]]:
    """Do ``act`` on copies of the folder, with another step going wrong each time; yield the copy and ``done``, ``refused`` or ``died``."""
    for number in itertools.count(1):
        folder = whole.parent / f"copy-{number}"
        shutil.copytree(whole, folder)
        with refusing(number, way, patch) as made:
            try:
                act(folder)
                ended = "done"
            except CannotSave:
                ended = "refused"
            except Dies:
                ended = "died"
        yield folder, ended
        if len(made) < number:
            assert number > 4, "the act did not touch the disk as often as a save must"
            return


@pytest.mark.parametrize("way", WAYS)
def test_a_record_is_the_old_or_the_new_whichever_step_goes_wrong(whole: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def act(folder: Path) -> None:
        store = EnquiryStore.open(folder)
        changed = store.record.model_copy(update={"context": "new"})
        store.save(changed, expected_version=1, what="New")

    for folder, ended in each_step(whole, way, monkeypatch, act):
        store = EnquiryStore.open(folder)
        assert store.record.context in {"old", "new"}
        if ended == "done":
            assert store.record.context == "new", "a save that was acknowledged is there"
        if ended == "refused" and way in {"once", "half a write"}:
            assert store.record.context == "old", "a save that was refused is not"
        store.save(store.record.model_copy(update={"context": "next"}), expected_version=store.version, what="Next")
        again = EnquiryStore.open(folder)
        assert again.record.context == "next"
        assert again.verify() == ()


@pytest.mark.parametrize("way", WAYS)
def test_a_table_is_the_old_or_the_new_whichever_step_goes_wrong(whole: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def act(folder: Path) -> None:
        EnquiryStore.open(folder).write_table("number-test", COLUMNS, NEW, FIELDS, what="New")

    for folder, ended in each_step(whole, way, monkeypatch, act):
        store = EnquiryStore.open(folder)
        rows = store.read_table("number-test")
        assert rows in (OLD, NEW)
        if ended == "done":
            assert rows == NEW
        if ended == "refused" and way in {"once", "half a write"}:
            assert rows == OLD
        store.write_table("number-test", COLUMNS, [], FIELDS, what="Next")
        again = EnquiryStore.open(folder)
        assert again.read_table("number-test") == []
        assert again.verify() == ()
        assert not list((folder / "data").glob(".*")), "no rows are left behind under another name"


@pytest.mark.parametrize("way", WAYS)
def test_drafts_are_the_old_or_the_new_whichever_step_goes_wrong(whole: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, ended in each_step(whole, way, monkeypatch, lambda folder: Drafts(folder).put("plan", "a", "new")):
        raw = Drafts(folder).all()["plan"]["a"].raw
        assert raw == "new" if ended == "done" else raw in {"old", "new"}
        Drafts(folder).put("plan", "a", "next")
        assert Drafts(folder).all()["plan"]["a"].raw == "next"
        assert not list(folder.glob(".drafts.json*"))


@pytest.mark.parametrize("way", WAYS)
def test_an_enquiry_is_begun_whole_or_can_be_begun_again(tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Enquiry(id="0" * 31 + "a", title="Place value in Year 7", created=datetime(2026, 9, 7, tzinfo=UTC))
    (tmp_path / "whole").mkdir()
    for folder, ended in each_step(tmp_path / "whole", way, monkeypatch, lambda folder: EnquiryStore.create(folder, record)):
        if (folder / ".history" / "journal.jsonl").exists() and (folder / ".history" / "journal.jsonl").read_bytes().endswith(b"\n"):
            assert EnquiryStore.open(folder).record == record
        else:
            assert ended != "done"
            EnquiryStore.create(folder, record)
        assert EnquiryStore.open(folder).verify() == ()


@pytest.mark.parametrize("way", WAYS)
def test_a_class_list_is_the_old_or_the_new_whichever_step_goes_wrong(tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "whole").mkdir()
    names, _ = ClassList.create("a" * 32, "kettle violet tram", home=tmp_path / "whole", work=14)
    names.add("Bennett", "Zoe")
    names.save()

    def act(folder: Path) -> None:
        opened = ClassList.open("a" * 32, "kettle violet tram", home=folder)
        opened.add("Novak", "Tomas")
        opened.save()

    for folder, ended in each_step(tmp_path / "whole", way, monkeypatch, act):
        found = {pupil.surname for pupil in ClassList.open("a" * 32, "kettle violet tram", home=folder).pupils}
        assert found == {"Bennett", "Novak"} if ended == "done" else found in ({"Bennett"}, {"Bennett", "Novak"})
        act(folder)
        left = [path.name for path in folder.iterdir() if path.suffix not in {".sealed", ".lock"}]
        assert left == [], "no second copy of the list is left behind"
