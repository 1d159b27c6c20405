"""What is typed stays text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.words.markdown import paragraphs, picture, quote, table, typed


@given(st.text())
def test_typed_text_is_one_line_in_which_no_mark_of_punctuation_stands_unescaped(text: str) -> None:
    shown = typed(text)
    assert "\n" not in shown
    assert not re.search(r"[!-/:-@\[-`{-~]", re.sub(r"\\[!-/:-@\[-`{-~]", "", shown))


@given(st.text(alphabet=st.characters(whitelist_categories=("L", "N", "P", "Zs"))))
def test_nothing_that_can_be_read_is_lost(text: str) -> None:
    assert re.sub(r"\\(.)", r"\1", typed(text)).split() == text.split()


def test_direction_overrides_and_controls_are_left_out() -> None:
    assert typed("a\u202eb\x00c\u200b") == "abc"


def test_paragraphs_stay_apart_and_quotes_are_marked_on_each_line() -> None:
    assert paragraphs("one\ntwo\n\nthree") == "one two\n\nthree"
    assert quote("one\n\ntwo") == "> one\n>\n> two"


def test_a_table_has_a_header_and_keeps_its_columns() -> None:
    assert table(("A", "B"), [(typed("x|y"), "")]).splitlines() == ["| A | B |", "| --- | --- |", r"| x\|y |   |"]


def test_a_picture_carries_its_words() -> None:
    assert picture(b"\x89PNG", "A [chart]") == r"![A \[chart\]](data:image/png;base64,iVBORw==)"
