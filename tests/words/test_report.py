"""The report's sentences."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.words import report, report_findings
from workbench.words.numbers import fixed

marks = st.floats(min_value=-40, max_value=40, allow_nan=False)


@given(low=marks, middle=marks, high=marks, out_of=st.sampled_from([None, 20.0, 40.0]))
def test_every_number_spoken_comes_from_the_result(low: float, middle: float, high: float, out_of: float | None) -> None:
    low, middle, high = sorted((low, middle, high))
    said = report_findings.change_sentence(middle, low, high, out_of)
    allowed = {fixed(abs(value), 1) for value in (low, middle, high)} | ({f"{out_of:g}"} if out_of else set())
    assert set(re.findall(r"\d+(?:\.\d+)?", said)) <= allowed


@given(low=marks, middle=marks, high=marks)
def test_turning_the_marks_round_turns_gains_into_losses(low: float, middle: float, high: float) -> None:
    low, middle, high = sorted((low, middle, high))
    there = report_findings.change_sentence(middle, low, high, 40)
    back = report_findings.change_sentence(-middle, -high, -low, 40)
    assert there.count("gain") == back.count("loss")
    assert there.count("loss") == back.count("gain")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.9, 5.5, "Any gain from 0.9 to 5.5 marks"),
        (-5.5, -0.9, "Any loss from 0.9 to 5.5 marks"),
        (-0.6, 7.0, "Anything from a loss of 0.6 to a gain of 7.0 marks"),
        (0.01, 7.0, "Anything from no change to a gain of 7.0 marks"),
    ],
)
def test_what_fits_is_said_as_a_teacher_would(low: float, high: float, said: str) -> None:
    assert report_findings.change_sentence((low + high) / 2, low, high, None).startswith(said)


def test_a_band_is_told_with_its_reason_and_never_says_that_anyone_is_missing() -> None:
    said = report_findings.group_sentence(10, 14)
    assert "between 10 and 14" in said
    assert "could" in said


def test_no_sentence_uses_a_word_that_the_voice_forbids() -> None:
    kept = [value for module in (report, report_findings) for name, value in vars(module).items() if name.isupper()]
    said = " ".join(map(str, kept)).lower()
    for word in ("significant", "invalid", "failed", "subjects", "participants", "impact", "effective", "proves", "null"):
        assert not re.search(rf"\b{word}\b", said), word


def test_dates_are_written_out() -> None:
    assert report.day(date(2026, 3, 9)) == "9 March 2026"
    assert report.timetable_sentence(None, date(2026, 3, 9)) == "One group was measured before and after."


def test_a_threat_without_a_sentence_of_its_own_is_told_by_its_title() -> None:
    assert report_findings.limit_sentence("M99", "Something *else*") == "Something \\*else\\*."


def test_one_mark_is_spoken_of_as_one() -> None:
    said = [
        report_findings.short_change(1.0, -4.2, 6.1, digits=0),
        report_findings.short_change(-0.6, -1.4, -0.5, digits=0),
        report_findings.change_sentence(0.2, -2.0, 1.3, None, digits=0),
        report_findings.drift_sentence(1.2, 1.2, 0.8, digits=0),
        report_findings.drift_sentence(0.8, 0.8, 1.2, digits=0),
    ]
    assert not [one for one in said if re.search(r"\b1 marks|no change marks", one)], said
    assert said[0].startswith("an average gain of 1 mark; anything from a loss of 4 to a gain of 6 marks fits")
