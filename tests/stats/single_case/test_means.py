"""Means of the phases: as a ratio, and in units of one pupil's own spread."""

from __future__ import annotations

from math import exp, log, sqrt
from statistics import mean, stdev, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined, UnknownOption
from workbench.stats import log_response_ratio, within_case_smd

counts = st.lists(st.integers(1, 30), min_size=3, max_size=8)
DOCUMENTED = ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])


@given(counts, counts)
def test_the_ratio_is_that_of_the_means_with_the_bias_taken_off(before: list[int], after: list[int]) -> None:
    result = log_response_ratio(before, after)
    plain = log(mean(after) / mean(before))
    bias = variance(after) / (2 * len(after) * mean(after) ** 2) - variance(before) / (2 * len(before) * mean(before) ** 2)
    assert result.uncorrected == pytest.approx(plain, abs=1e-12)
    assert result.estimate == pytest.approx(plain + bias, abs=1e-12)
    assert result.ratio == pytest.approx(exp(plain + bias))
    assert log_response_ratio(before, after, correct=False).estimate == pytest.approx(plain, abs=1e-12)


@given(counts, counts, st.integers(1, 9))
def test_signs_say_which_way_is_better_and_the_unit_falls_out(before: list[int], after: list[int], times: int) -> None:
    up = log_response_ratio(before, after)
    for improvement, sign, turn in (("increase", "lrrd", -1), ("decrease", "lrri", -1), ("decrease", "lrrd", 1)):
        other = log_response_ratio(before, after, improvement=improvement, sign=sign)
        assert other.estimate == turn * up.estimate
        assert other.ratio == up.ratio
        if up.low is not None and up.high is not None:
            assert (other.low, other.high) == ((up.low, up.high) if turn == 1 else (-up.high, -up.low))
    scaled = log_response_ratio([times * a for a in before], [times * b for b in after])
    assert scaled.estimate == pytest.approx(up.estimate, abs=1e-12)
    back = log_response_ratio(after, before)
    assert back.estimate == pytest.approx(-up.estimate, abs=1e-12)


def test_the_ratio_agrees_with_the_reference_program() -> None:
    # R 4.2.2, SingleCaseES 0.7.4: LRRi(A, B, scale = "count")  Est .19539617, SE .05557723, CI .08646679 to .30432554
    result = log_response_ratio(*DOCUMENTED)
    assert result.estimate == pytest.approx(0.19539616573514884, rel=1e-12)
    assert result.standard_error == pytest.approx(0.05557723213496618, rel=1e-12)
    assert (result.low, result.high) == pytest.approx((0.08646679239019302, 0.3043255390801047), rel=1e-12)


def test_a_mean_of_nought_is_refused_unless_it_is_a_count() -> None:
    with pytest.raises(Undefined, match="mean of one phase is 0") as refused:
        log_response_ratio([0, 0, 0], [2, 3, 1])
    assert "scale='count'" in refused.value.do
    counted = log_response_ratio([0, 0, 0], [2, 3, 1], scale="count")
    assert counted.raised
    assert counted.mean_baseline == 0
    # half a count over 3 sessions stands for the mean before: log(2 / (1/6)), with the published least variance 1/27
    assert counted.uncorrected == pytest.approx(log(12))


def test_phases_that_do_not_vary_give_a_ratio_without_a_range() -> None:
    result = log_response_ratio([2, 2, 2], [4, 4, 4])
    assert result.ratio == pytest.approx(2)
    assert (result.low, result.high, result.standard_error) == (None, None, None)
    assert "no phase varies" in str(result.undefined)


def test_a_percentage_is_turned_round_where_sign_and_improvement_disagree() -> None:
    result = log_response_ratio([40, 50, 45], [70, 80, 75], sign="lrrd", scale="percentage", correct=False)
    assert result.complement
    assert result.estimate == pytest.approx(log(25 / 55))
    assert not log_response_ratio([40, 50, 45], [70, 80, 75], scale="percentage").complement


def test_values_off_the_scale_are_refused() -> None:
    with pytest.raises(BadInput, match="scale that begins at 0"):
        log_response_ratio([3, -1, 2], [4, 5, 6])
    with pytest.raises(BadInput, match="numbers from 0 to 1"):
        log_response_ratio([0.3, 0.4, 20], [0.5, 0.6, 0.7], scale="proportion")
    with pytest.raises(UnknownOption, match="lrri, lrrd"):
        log_response_ratio([3, 1, 2], [4, 5, 6], sign="up")


def varied(values: list[int]) -> bool:
    return len(set(values)) > 1


@given(counts.filter(varied), counts)
def test_the_difference_in_units_of_the_pupils_own_spread(before: list[int], after: list[int]) -> None:
    apart = mean(after) - mean(before)
    first = within_case_smd(before, after, correct="none")
    assert first.estimate == pytest.approx(apart / stdev(before), abs=1e-12)
    df = len(before) + len(after) - 2
    pooled = sqrt(((len(before) - 1) * variance(before) + (len(after) - 1) * variance(after)) / df)
    both = within_case_smd(before, after, by="pooled_sd", correct="approximate")
    assert both.estimate == pytest.approx((1 - 3 / (4 * df - 1)) * apart / pooled, abs=1e-12)
    assert first.low < first.estimate < first.high


@given(counts.filter(varied), counts, st.integers(-9, 9), st.integers(1, 9), st.sampled_from(["baseline_sd", "pooled_sd"]))
def test_units_and_zero_fall_out_and_the_sign_turns_with_what_is_better(
    before: list[int], after: list[int], by: int, times: int, spread: str
) -> None:
    plain = within_case_smd(before, after, by=spread)
    moved = within_case_smd([times * a + by for a in before], [times * b + by for b in after], by=spread)
    less = within_case_smd(before, after, by=spread, improvement="decrease")
    assert (moved.estimate, moved.low, moved.high) == pytest.approx((plain.estimate, plain.low, plain.high), abs=1e-12)
    assert (less.estimate, less.low, less.high) == pytest.approx((-plain.estimate, -plain.high, -plain.low), abs=1e-12)
    assert less.difference == plain.difference
    assert less.mean_baseline == plain.mean_baseline


def test_the_spread_agrees_with_the_reference_program() -> None:
    # R 4.2.2, SingleCaseES 0.7.4: SMD(A, B)  Est 1.64993188, SE .63409351; SMD(A, B, std_dev = "pool")  Est 1.87624741
    result = within_case_smd(*DOCUMENTED, correct="approximate")
    assert result.estimate == pytest.approx(1.6499318812933734, rel=1e-12)
    assert result.standard_error == pytest.approx(0.6340935086156024, rel=1e-12)
    assert within_case_smd(*DOCUMENTED, by="pooled_sd", correct="approximate").estimate == pytest.approx(1.8762474110705716, rel=1e-12)


def test_a_phase_too_short_for_the_correction_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="at least 3 observations"):
        within_case_smd([1, 2], [3, 4, 5])
    assert within_case_smd([1, 2], [3, 5], correct="none").df == 1
