"""Differences in units of spread, with noncentral intervals."""

from __future__ import annotations

from math import isfinite, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.errors import NotEnoughData, Undefined
from workbench.stats import cohen_d, glass_delta, hedges_g
from workbench.stats.noncentral import noncentral_t_cdf

marks = st.integers(0, 40).map(lambda halves: halves / 2)
group = st.lists(marks, min_size=2, max_size=9)


@given(group, group)
def test_cohen_d_is_hedges_g_uncorrected_and_the_intervals_hold_what_they_should(x: list[float], y: list[float]) -> None:
    assume(len(set(x)) > 1 or len(set(y)) > 1)
    d, g = cohen_d(x, y), hedges_g(x, y)
    assert d == hedges_g(x, y, correct=False)
    assert (g.uncorrected, g.estimate) == (d.estimate, d.estimate * g.correction)
    assert (g.low, g.high) == pytest.approx((d.low * g.correction, d.high * g.correction))
    root = sqrt(1 / len(x) + 1 / len(y))
    assert noncentral_t_cdf(d.estimate / root, d.df, d.low / root) == pytest.approx(0.975, abs=1e-9)
    assert noncentral_t_cdf(d.estimate / root, d.df, d.high / root) == pytest.approx(0.025, abs=1e-9)


@given(group, group, st.integers(1, 5), st.integers(-9, 9))
def test_mirroring_turns_the_sign_and_neither_shift_nor_scale_matters(x: list[float], y: list[float], times: int, by: int) -> None:
    assume(len(set(x)) > 1 or len(set(y)) > 1)
    one, other = hedges_g(x, y), hedges_g(y, x)
    assert (one.estimate, one.low, one.high) == pytest.approx((-other.estimate, -other.high, -other.low), abs=1e-9)
    moved = hedges_g([mark * times + by for mark in x], [mark * times + by for mark in y])
    assert (moved.estimate, moved.low, moved.high) == pytest.approx((one.estimate, one.low, one.high), abs=1e-9)


@given(group, group)
def test_glass_delta_uses_the_spread_of_the_second_group_alone(x: list[float], y: list[float]) -> None:
    assume(len(set(y)) > 1)
    result = glass_delta(x, y)
    assert result.estimate == pytest.approx(result.difference / result.sd_y)
    assert result.low <= result.estimate <= result.high
    assert isfinite(result.low + result.high)
    if len(y) > 2:
        corrected = glass_delta(x, y, correct=True)
        assert corrected.estimate == pytest.approx(result.estimate * corrected.correction)


def test_what_is_undefined_is_refused_and_says_why() -> None:
    with pytest.raises(Undefined, match="within each group every pupil has the same mark"):
        hedges_g([5, 5, 5], [3, 3])
    with pytest.raises(Undefined, match="every pupil of the second group has the same mark"):
        glass_delta([5, 6, 7], [3, 3, 3])
    with pytest.raises(NotEnoughData):
        cohen_d([5], [3, 4, 5])
    with pytest.raises(NotEnoughData, match="at least 3 pupils in the second group"):
        glass_delta([5, 6], [3, 4], correct=True)


def test_groups_far_apart_still_have_finite_limits() -> None:
    result = hedges_g([1000, 1001, 1000], [0, 1, 0])
    assert result.low < result.estimate < result.high


def test_a_spread_that_is_next_to_nothing_beside_the_difference_is_no_unit() -> None:
    with pytest.raises(Undefined, match="next to nothing beside the difference"):
        hedges_g([1e80, 1e80, 1e80], [0, 1e-80, 0])
    wild = glass_delta([2, 3, 1e99], [1e-99, 0, 0])
    assert isfinite(wild.low + wild.estimate + wild.high)
