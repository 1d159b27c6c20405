"""What an interval from resampling says, and what it does not hide."""

from __future__ import annotations

import re

import pytest

from workbench.stats import bca_interval, bootstrap_interval
from workbench.words.describe import describe
from workbench.words.say import say

SKEWED = [0, 0, 1, 1, 2, 2, 3, 5, 9, 14]
BEFORE, AFTER = [12, 15, 9, 14, 11, 8, 10, 7, 9, 13], [14, 15, 12, 13, 15, 9, 10, 11, 12, 17]


def test_with_few_pupils_the_words_say_that_the_range_is_too_short_and_by_how_much() -> None:
    assert say(bca_interval(SKEWED)) == (
        "The mean of 10 pupils is 3.7 marks; anything from 1.7 to 7.5 fits these marks. "
        "With 10 pupils ranges of this kind come out too short: they hold the true mean about 90% of the time, not 95%. "
        "It knows only these pupils: another class may differ by more. "
        "Next, look at each pupil's marks: would one pupil fewer change the picture?"
    )
    assert "With fewer than 20 pupils ranges of this kind come out too short." in say(bootstrap_interval(SKEWED, "median"))
    assert "With fewer than 20 pupils in a group" in say(bootstrap_interval([BEFORE * 3, AFTER], "mean_difference"))
    assert "too short" not in say(bootstrap_interval(SKEWED * 3))


def test_counts_come_first_where_pupils_were_tested_twice() -> None:
    assert say(bootstrap_interval([BEFORE, AFTER], "mean_change"), form="short") == (
        "Of the 10 pupils who sat both tests, 7 went up, 2 stayed the same and 1 went down. "
        "On average they gained 2.0 marks; anything from 0.9 to 3.1 fits these marks."
    )
    assert "The middle change is a gain of 2.5 marks" in say(bootstrap_interval([BEFORE, AFTER], "median_change"))
    assert say(bootstrap_interval([[1, 2, 3], [3, 4, 5]], "mean_change")).startswith("All 3 pupils who sat both tests went up.")


def test_a_range_that_does_not_exist_says_why_and_what_to_do() -> None:
    assert say(bca_interval([3, 5, 5, 5, 8], "median")) == (
        "The median of 5 pupils is 5.0 marks; no range can be given, because leaving out any one pupil changes nothing. "
        "It knows only these pupils: another class may differ by more. Next, ask for the plain percentile range."
    )
    assert "its acceleration is undefined" in say(bca_interval([3, 5, 5, 5, 8], "median"), form="note")
    assert "no range can be given, because drawing these pupils again always gives the same value." in say(bootstrap_interval([6, 6, 6]))


def test_a_range_that_is_one_point_is_not_told_as_if_nothing_were_in_doubt() -> None:
    text = say(bootstrap_interval([*[6] * 20, 7], "median"))
    assert "from 6.0 to 6.0" not in text
    assert "so these marks give no range" in text
    assert "no interval is drawn" in describe(bootstrap_interval([*[6] * 20, 7], "median"))


def test_ends_that_are_close_get_decimals_enough_to_be_told_apart() -> None:
    x = list(range(12))
    text = say(bootstrap_interval([x, [2 * mark + (mark == 5) for mark in x]], "correlation"), form="short")
    low, high = re.findall(r"from ([\d.]+) to ([\d.]+)", text)[0]
    assert low < high


def test_draws_are_owned_up_to_and_exact_limits_are_not_called_draws() -> None:
    assert "It rests on 999 draws of these pupils by chance." in say(bootstrap_interval(SKEWED, "sd", draws=999))
    assert "draws" not in say(bootstrap_interval(SKEWED))
    note = say(bootstrap_interval(SKEWED, "sd", draws=999, seed=4), form="note")
    assert "Monte Carlo with 999 draws, seed 4" in note
    assert "out by the luck of the draws" in note


def test_the_group_figure_and_its_words_hold_no_single_mark() -> None:
    assert describe(bootstrap_interval([3, 5, 9, 11]), show="group") == (
        "The mean of 4 pupils. A diamond marks 7.0; its 95% interval is a bar from 4.0 to 10.0."
    )
    assert "a dot" not in describe(bootstrap_interval([BEFORE, AFTER], "mean_difference"), show="group")


@pytest.mark.parametrize("method", ["percentile", "basic", "bca", "studentised"])
def test_each_kind_of_interval_is_named_in_the_note(method: str) -> None:
    named = {"bca": "Bias-corrected and accelerated"}.get(method, method.capitalize())
    note = say(bootstrap_interval(SKEWED, method=method, draws=999), form="note")
    assert note.startswith(named)
    assert f"method='{method}'" in note
