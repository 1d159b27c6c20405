from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NewerFormat, NotAnEnquiry
from workbench.store.drafts import Draft, Drafts
from workbench.store.folder import EnquiryStore

WHY = "Marks here are 0 to 40, halves allowed."


def test_a_half_typed_answer_is_kept_and_seen_by_another_window(store: EnquiryStore, folder: Path) -> None:
    Drafts(folder).put("marks", "number-test:K7M4T:before", "14?", WHY)
    assert Drafts(folder).all() == {"marks": {"number-test:K7M4T:before": Draft(raw="14?", message=WHY)}}
    assert EnquiryStore.open(folder).notices() == (), "the file of drafts belongs in the folder"


def test_a_later_draft_takes_the_place_of_the_earlier_and_leaves_the_others(store: EnquiryStore, folder: Path) -> None:
    drafts = Drafts(folder)
    drafts.put("plan", "before_on", "31/2")
    drafts.put("plan", "after_on", "x")
    drafts.put("plan", "before_on", "31/02/2026", "February has 28 days.")
    assert drafts.all() == {
        "plan": {"before_on": Draft(raw="31/02/2026", message="February has 28 days."), "after_on": Draft(raw="x", message="")}
    }


def test_a_dropped_draft_is_gone_and_dropping_it_twice_writes_nothing(store: EnquiryStore, folder: Path) -> None:
    drafts = Drafts(folder)
    drafts.put("plan", "before_on", "x")
    drafts.drop("plan", "before_on")
    assert drafts.all() == {}
    before = (folder / "drafts.json").stat().st_mtime_ns
    drafts.drop("plan", "before_on")
    assert (folder / "drafts.json").stat().st_mtime_ns == before


def test_two_windows_do_not_lose_each_others_drafts(store: EnquiryStore, folder: Path) -> None:
    one, two = Drafts(folder), Drafts(folder)
    one.put("plan", "a", 1)
    two.put("plan", "b", 2)
    one.put("question", "c", 3)
    assert {form: set(fields) for form, fields in two.all().items()} == {"plan": {"a", "b"}, "question": {"c"}}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"drafts": {"plan": 3}}', b'{"drafts": {"plan": {"a": {}}}}', b"[" * 200_000]
)
def test_a_damaged_file_is_set_aside_never_a_crash_and_never_lost(store: EnquiryStore, folder: Path, damage: bytes) -> None:
    (folder / "drafts.json").write_bytes(damage)
    drafts = Drafts(folder)
    assert drafts.all() == {}
    assert (folder / "drafts.json").read_bytes() == damage, "looking changes nothing"
    assert [note.kind for note in drafts.notices()] == ["drafts_set_aside"]
    drafts.put("plan", "a", "new")
    assert drafts.all() == {"plan": {"a": Draft(raw="new", message="")}}
    assert (folder / ".history" / "set-aside" / "drafts-1.txt").read_bytes() == damage
    assert [note.where for note in drafts.notices()] == [".history/set-aside/drafts-1.txt"]


def test_drafts_of_a_newer_format_are_refused_without_a_change(store: EnquiryStore, folder: Path) -> None:
    data = json.dumps({"format": 2, "drafts": {}})
    (folder / "drafts.json").write_text(data)
    for act in (lambda: Drafts(folder).all(), lambda: Drafts(folder).put("plan", "a", 1)):
        with pytest.raises(NewerFormat, match="Install the newer workbench"):
            act()
    assert (folder / "drafts.json").read_text() == data


def test_what_is_not_json_is_refused(store: EnquiryStore, folder: Path) -> None:
    for raw in (float("nan"), {1: 2}, (1, 2), object(), {"a": 10**60}):
        with pytest.raises(BadInput):
            Drafts(folder).put("plan", "a", raw)
    assert Drafts(folder).all() == {}


def test_drafts_are_not_kept_where_there_is_no_enquiry(tmp_path: Path) -> None:
    with pytest.raises(NotAnEnquiry):
        Drafts(tmp_path).put("plan", "a", 1)
    assert list(tmp_path.iterdir()) == []
    assert Drafts(tmp_path).all() == {}


any_text = st.text(alphabet=st.characters(exclude_categories=())) | st.text()
any_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False) | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60)
@given(any_json, st.text(max_size=20))
def test_whatever_was_typed_comes_back_half_characters_too(raw: object, message: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / ".history").mkdir()
        Drafts(name).put("form", "field", raw, message)
        kept = Drafts(name).all()["form"]["field"]
    assert kept == Draft(raw=raw, message=message)
    assert json.dumps(kept.raw) == json.dumps(raw)
