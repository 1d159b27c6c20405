from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, Damaged
from workbench.store import strict_json


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": 1, "a": 2}', "it names the same field twice"),
        (b'{"a": {"b": 1, "b": 1}}', "it names the same field twice"),
        (b"[NaN]", "it holds NaN where a number belongs"),
        (b"[-Infinity]", "it holds -Infinity where a number belongs"),
        (b"[" + b"9" * 5000 + b"]", "it holds a number of 5000 digits"),
        (b"[1e999]", "it holds a number too big to be kept"),
        (b"[" * 200_000, "it is nested without end"),
        (b'["\\ud800"]', "characters that are not whole"),
        (b'["\xff"]', "characters that are not whole"),
        (b'{"a": ', "it stops or breaks in the middle"),
        (b"", "it stops or breaks in the middle"),
        (b"[1] [2]", "it stops or breaks in the middle"),
    ],
)
def test_each_trap_is_named_in_plain_words(data: bytes, words: str) -> None:
    with pytest.raises(Damaged) as caught:
        strict_json.loads(data, where="enquiry.json")
    assert str(caught.value).startswith("enquiry.json: This file ")
    assert words in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_file_that_is_far_too_big_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "LARGEST_FILE", 10)
    with pytest.raises(Damaged, match=r"far bigger than any enquiry\. Seen: 11 bytes"):
        strict_json.loads(b"[" * 11, where="x")


def test_a_byte_order_mark_is_passed_over() -> None:
    assert strict_json.loads(b"\xef\xbb\xbf[1]", where="x") == [1]


def test_half_a_character_is_kept_where_it_is_asked_for() -> None:
    assert strict_json.loads(strict_json.dumps(["\ud83d"], where="x", half_characters=True), where="x", half_characters=True) == ["\ud83d"]


@pytest.mark.parametrize(
    ("value", "place"), [({"a": {"b": ["x", "\ud83d"]}}, "form a.b.2"), ({"\ud83d": 1}, "form"), (["\udc00"], "form 1"), ("\ud83d", "form")]
)
def test_half_a_character_is_refused_by_its_place(value: object, place: str) -> None:
    with pytest.raises(BadInput, match="half of a character") as caught:
        strict_json.dumps(value, where="form")
    assert caught.value.where == place


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"x"])
def test_what_json_cannot_keep_is_refused(value: object) -> None:
    with pytest.raises(BadInput, match="it cannot be kept as it is"):
        strict_json.dumps({"a": value}, where="x")


@pytest.mark.parametrize(
    ("value", "newer"), [({"schema_version": 2}, 2), ({"schema_version": 1}, None), ({"schema_version": True}, None), ([], None)]
)
def test_a_newer_version_is_seen(value: object, newer: int | None) -> None:
    assert strict_json.newer_than(value, 1) == newer


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    )
)
def test_save_then_load_is_identity(value: object) -> None:
    assert strict_json.loads(strict_json.dumps(value, where="x"), where="x") == value
