"""Drift back to the mean: whose correlation it rests on, and the range when none is known."""

from __future__ import annotations

from random import Random
from statistics import correlation, mean

import pytest

from workbench.errors import BadInput, UnknownOption
from workbench.stats import regression_to_the_mean


def test_the_drift_of_the_voice_example() -> None:
    result = regression_to_the_mean(22, 15, 0.8, source="whole_year", gain=3.2)
    assert result.estimate == pytest.approx(1.4)
    assert result.beyond == pytest.approx(1.8)
    assert result.source == "whole_year"


def test_without_r_the_drift_is_a_range_and_the_result_says_so() -> None:
    result = regression_to_the_mean(22, 15, gain=3.2)
    assert result.estimate is None
    assert (result.low, result.high) == (pytest.approx(0.7), pytest.approx(3.5))
    assert (result.correlation_low, result.correlation_high, result.source) == (0.5, 0.9, "not_known")
    assert (result.beyond_low, result.beyond_high) == (pytest.approx(-0.3), pytest.approx(2.5))


def test_trap_the_chosen_pupils_own_r_is_refused() -> None:
    with pytest.raises(BadInput, match="cuts it down and inflates the drift"):
        regression_to_the_mean(22, 15, 0.36, source="chosen_pupils")


def test_trap_the_lowest_12_of_118_have_an_own_r_near_36_where_the_year_has_70() -> None:
    random = Random(118)
    own = []
    for _ in range(400):
        first = [random.gauss(0, 1) for _ in range(118)]
        second = [0.7 * mark + (1 - 0.7**2) ** 0.5 * random.gauss(0, 1) for mark in first]
        chosen = sorted(range(118), key=first.__getitem__)[:12]
        own.append(correlation([first[i] for i in chosen], [second[i] for i in chosen]))
    assert mean(own) == pytest.approx(0.36, abs=0.05)
    year = regression_to_the_mean(0, -1.7, 0.7, source="whole_year").estimate
    theirs = regression_to_the_mean(0, -1.7, mean(own), source="whole_year").estimate
    assert year is not None
    assert theirs is not None
    assert theirs / year == pytest.approx(2, abs=0.25)


def test_a_group_chosen_from_the_top_is_expected_to_fall() -> None:
    result = regression_to_the_mean(22, 30, 0.75, source="test_reliability")
    assert result.estimate == pytest.approx(-2.0)


def test_an_r_without_its_source_or_beyond_1_is_refused() -> None:
    with pytest.raises(UnknownOption, match="whole_year, test_reliability"):
        regression_to_the_mean(22, 15, 0.8)
    with pytest.raises(BadInput, match="a correlation from −1 to 1"):
        regression_to_the_mean(22, 15, 1.2, source="whole_year")
    with pytest.raises(BadInput, match="no correlation was given"):
        regression_to_the_mean(22, 15, source="whole_year")
