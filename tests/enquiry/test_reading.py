from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.plan import Measure
from workbench.enquiry.reading import BadMark, read_mark, scale_words

TEST = Measure(id="test", title="Number test", highest=40)
WHOLE = Measure(id="whole", title="Whole marks", highest=20, step=1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", 14),
        (" 14 ", 14),
        ("7.5", 7.5),
        ("7,5", 7.5),
        ("7½", 7.5),
        ("7 ½", 7.5),
        ("7 1/2", 7.5),
        ("½", 0.5),
        ("0", 0),
        ("14/40", 14),
        ("14 / 40", 14),
        ("14.5 out of 40", 14.5),
        ("28.00 / 40", 28),
        ("12.500000000000002", 12.5),
        ("40", 40),
    ],
)
def test_a_mark_is_read_however_it_is_written(text: str, value: float) -> None:
    mark = read_mark(text, TEST)
    assert (mark.value, mark.status) == (value, "present")


@pytest.mark.parametrize(
    "text",
    ["14?", "-3", "−3", "41", "7.25", "14/20", "12*", "<10", "1,234", "35%", "7..5", "1e1", "nan", "inf", "٧", "=1+1", "x", "N/A", "-"],
)
def test_what_is_no_mark_here_is_refused_with_what_marks_are(text: str) -> None:
    with pytest.raises(BadMark) as refusal:
        read_mark(text, TEST, where="Row 14, 'Test 2'")
    said = str(refusal.value)
    assert said.startswith(f"Row 14, 'Test 2': the mark is '{text}'. Marks here are 0 to 40, halves allowed. ")
    assert said.endswith("Type the mark, or choose absent. Nothing has been saved yet.")


@pytest.mark.parametrize(
    ("text", "status"),
    [("abs", "absent"), ("Absent", "absent"), ("A", "absent"), ("ex", "exempt"), ("left", "left"), ("", "blank"), ("  ", "blank")],
)
def test_a_plain_word_for_no_mark_is_one(text: str, status: str) -> None:
    mark = read_mark(text, TEST)
    assert (mark.value, mark.status) == (None, status)


def test_steps_are_the_measures_own() -> None:
    assert scale_words(WHOLE) == "0 to 20, whole marks only"
    assert scale_words(Measure(id="q", title="Q", step=0.25)) == "0 or more, quarters allowed"
    assert read_mark("7.25", Measure(id="q", title="Q", highest=10, step=0.25)).value == 7.25
    with pytest.raises(BadMark, match="whole marks only"):
        read_mark("7½", WHOLE)


@given(st.integers(0, 80))
def test_every_mark_of_the_scale_reads_back(halves: int) -> None:
    assert read_mark(f"{halves / 2:g}", TEST).value == halves / 2


@given(st.text(max_size=12))
def test_no_text_at_all_gives_anything_but_a_mark_or_a_plain_refusal(text: str) -> None:
    try:
        mark = read_mark(text, TEST)
    except BadMark:
        return
    assert (mark.value is None) != (mark.status == "present")
    assert mark.value is None or 0 <= mark.value <= 40
