"""Welch's and Student's intervals for the difference between two means."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData
from workbench.stats import mean_difference
from workbench.stats.groups.mean import NO_SPREAD

marks = st.integers(0, 80).map(lambda halves: halves / 2)
group = st.lists(marks, min_size=2, max_size=12)


@given(group, group, st.booleans())
def test_mirroring_the_groups_turns_the_sign(x: list[float], y: list[float], equal: bool) -> None:
    one, other = mean_difference(x, y, equal_variances=equal), mean_difference(y, x, equal_variances=equal)
    assert one.estimate == -other.estimate
    if one.low is not None and one.high is not None:
        assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
        assert (one.p, one.p_greater) == pytest.approx((other.p, other.p_less))


@given(group, group, st.sampled_from([0.5, 0.8, 0.9, 0.95]), st.booleans())
def test_no_difference_is_inside_exactly_when_p_is_above_1_minus_level(x: list[float], y: list[float], level: float, equal: bool) -> None:
    result = mean_difference(x, y, equal_variances=equal, level=level)
    assume(result.p is not None)
    assert abs(result.p - (1 - level)) < 1e-9 or (result.low <= 0 <= result.high) == (result.p > 1 - level)


@given(group, group, st.integers(-20, 20), st.sampled_from([2, 10]))
def test_shifting_both_groups_changes_nothing_and_scaling_scales(x: list[float], y: list[float], by: int, times: int) -> None:
    plain = mean_difference(x, y)
    moved = mean_difference([mark * times + by for mark in reversed(x)], [mark * times + by for mark in y])
    assert moved.estimate == pytest.approx(plain.estimate * times)
    assert (plain.low is None) == (moved.low is None)
    if plain.low is not None:
        assert (moved.low, moved.high) == pytest.approx((plain.low * times, plain.high * times))
        assert moved.p == pytest.approx(plain.p)


@given(group)
def test_groups_of_one_size_and_spread_get_one_interval_from_welch_and_student(x: list[float]) -> None:
    y = [mark + 3 for mark in x]
    welch, student = mean_difference(x, y), mean_difference(x, y, equal_variances=True)
    assert (welch.df is None) == (student.df is None)
    if welch.df is not None:
        assert (welch.low, welch.df) == pytest.approx((student.low, student.df))


def test_one_group_that_varies_is_enough_for_welch() -> None:
    result = mean_difference([5, 5, 5], [3, 4, 5, 6])
    assert result.df == pytest.approx(3)
    assert result.undefined is None


def test_very_big_and_very_small_marks_do_not_break_it() -> None:
    assert mean_difference([1e90, 2e90], [3e90, 5e90]).df == pytest.approx(1.4705882)
    assert mean_difference([1e-90, 2e-90], [3e-90, 5e-90]).df == pytest.approx(1.4705882)


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="at least 2 pupils in each group"):
        mean_difference([1], [2, 3])
    with pytest.raises(BadInput, match="True or False"):
        mean_difference([1, 2], [2, 3], equal_variances="yes")  # type: ignore[arg-type]
    with pytest.raises(BadInput):
        mean_difference([1, 2], [2, 3], level=0)


def test_blanks_are_left_out_of_each_group_and_the_counts_above_the_middle_are_told() -> None:
    result = mean_difference([7, None, 9, 10], [4, 5, 8])
    assert (result.n, result.n_x, result.n_y, result.missing) == (6, 3, 3, 1)
    assert (result.middle, result.above_x, result.above_y) == (7.5, 2, 1)


def test_two_groups_that_do_not_vary_have_a_difference_and_no_interval() -> None:
    result = mean_difference([5, 5, 5], [3, 3])
    assert (result.estimate, result.low, result.high, result.t, result.p) == (2.0, None, None, None, None)
    assert result.undefined == NO_SPREAD
