"""Cutting a text into questions and what stands around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.question_reading import find, read


def _questions(text: str) -> list[str]:
    return [span.text for span in read(text).questions]


def test_sentences_that_ask_are_told_from_those_that_tell() -> None:
    reading = read("Year 7 drop the zero. How can we help them? It is a pity.")
    assert [span.text for span in reading.questions] == ["How can we help them?"]
    assert [span.text for span in reading.context] == ["Year 7 drop the zero.", "It is a pity."]


def test_dots_in_the_middle_of_a_question_do_not_cut_it() -> None:
    for text in (
        "How can we use tools, e.g. Numicon, in Year 2?",
        "How can Mr. Bell's set read 2.5 as a decimal?",
        "How can St. Mary's help 8B?",
    ):
        assert _questions(text) == [text]


def test_a_question_without_its_mark_is_still_a_question() -> None:
    assert _questions("How can we help 8B explain graphs") == ["How can we help 8B explain graphs"]


@given(st.text(max_size=300))
def test_every_span_stands_in_the_text_where_it_says(text: str) -> None:
    reading = read(text)
    for span in (*reading.questions, *reading.context):
        assert text[span.start : span.end] == span.text


def test_whole_words_are_found_over_any_run_of_spaces() -> None:
    assert find(("place value", "art", "attain*"), "Part of  place \n value and attainment") == ("place \n value", "attainment")
