"""What is said of one pupil measured many times."""

from __future__ import annotations

import re

import pytest

from workbench import stats
from workbench.words.describe import describe
from workbench.words.say import say

DOCUMENTED = ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
TALKING_OUT = ([8, 21, 19, 20, 17], [9, 4, 10, 9, 0, 5, 24])


def test_pairs_come_before_the_share_and_the_range_is_in_its_sentence() -> None:
    assert say(stats.nap([2, 1, 3, 2, 2], [3, 4, 3, 5, 4, 5, 4, 5])) == (
        "Pair each session before with each after. Of 40 pairs, 38 were higher after and 2 were level. "
        "With a level pair counted as half, that is a share of 0.98; anything from 0.66 to 1.00 fits this series. "
        "One pupil's series can show that something changed. It cannot show what changed it. "
        "Next, keep on measuring for a week or two: does it last?"
    )


def test_where_less_is_better_lower_comes_first() -> None:
    assert say(stats.tau(*TALKING_OUT, improvement="decrease"), form="short").startswith(
        "Pair each session before with each after. Of 35 pairs, 27 were lower after and 8 were higher. "
        "Lower less higher, over all of them, is 0.54;"
    )
    assert say(stats.pnd(*TALKING_OUT, improvement="decrease"), form="short").startswith(
        "Of the 7 sessions after, 3 were below the lowest of the 5 before, which was 8."
    )


def test_a_baseline_that_was_rising_is_the_doubt_that_is_told() -> None:
    text = say(stats.nap([3, 4, 5, 6, 7, 8], [9, 9, 10, 11, 10, 12, 12]))
    assert "Things were already getting better before: of 15 pairs of those sessions, 15 were higher later." in text
    assert "It cannot show what changed it" not in text


def test_a_short_baseline_is_the_doubt_that_is_told() -> None:
    assert "With 3 sessions before, one odd session could change this." in say(stats.nap([4, 5, 4], [6, 7, 5]))
    assert "With 1 session before, one odd session could change this." in say(stats.nap([4], [6, 7, 5]))


def test_one_pair_and_a_blank_are_spoken_of_as_one() -> None:
    assert say(stats.nap([4], [6]), form="short").startswith("The one session after was higher than the one before.")
    assert "1 session was blank and left out." in say(stats.nap([4, None, 3], [6, 7]))


def test_a_share_without_an_interval_says_so() -> None:
    for function in (stats.pnd, stats.pem, stats.pand, stats.ird):
        assert "No range is given: none is known that holds" in say(function(*DOCUMENTED))


def test_a_fall_and_a_rise_are_told_apart_in_the_range() -> None:
    better_by_less = say(stats.within_case_smd(*TALKING_OUT, improvement="decrease"), form="short")
    assert re.search(r"The fall is [\d.]+ times .*; anything from a fall of [\d.]+ to a rise of [\d.]+ fits this series", better_by_less)


def test_what_was_taken_off_is_told_before_the_figure() -> None:
    assert say(stats.baseline_corrected_tau([10, 8, 6, 4, 2, 1], [6, 7, 8]), form="short") == (
        "Things were already falling before, by 2.0 a session. With that trend taken off, pair each session before with each after. "
        "All 18 pairs were higher after. Tau-b is then 0.83."
    )
    assert "Tau-b is then 0.83; it was 0.24 with the trend left in." in say(stats.baseline_corrected_tau([10, 8, 6, 4, 2, 1], [6, 7, 8]))


def test_where_nothing_varied_before_no_trend_is_spoken_of_as_taken_off() -> None:
    text = say(stats.baseline_corrected_tau([3, 3, 3], [4, 5, 6], correct="always"))
    assert "so there is no trend to take off." in text
    assert "taken off," not in text
    assert " then " not in text


def test_a_luck_of_the_draw_that_could_be_small_says_nothing_of_its_least() -> None:
    series, phases = [*range(40)], [0] * 20 + [1] * 20
    many = say(stats.phase_randomisation(series, phases, range(3, 39)))
    assert "could not be below" in many
    assert "could not be below" not in say(stats.phase_randomisation(series, phases, range(3, 39), alternative="greater"))


@pytest.mark.parametrize("unit", ["marks", "minutes"])
def test_the_group_is_told_of_without_any_pupils_observations(unit: str) -> None:
    single = describe(stats.nap(*DOCUMENTED), show="group", unit=unit)
    assert single == "A diamond for the share of pairs that were better, at 0.92; its 95% interval is a bar from 0.60 to 0.99."
    assert unit in describe(stats.nap(*DOCUMENTED), unit=unit)
