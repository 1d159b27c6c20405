"""Laws of the intervals from resampling, drawn or not, and what they refuse."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined, UnknownOption
from workbench.stats import bca_interval, bootstrap_interval

GAINS = [3, 3, 4, 2, 4, -4, 4, -1, 2, 4, -3, 2, 3, 3, -5, 0, -2, 2, 3, -1, 1, -3, -2, 1, 3, -2, 3, -1]
BEFORE, AFTER = [12, 15, 9, 14, 11, 8, 10, 7, 9, 13], [14, 15, 12, 13, 15, 9, 10, 11, 12, 17]
whole = st.integers(-20, 40)
columns = st.lists(whole, min_size=3, max_size=12)
kinds = st.sampled_from(["percentile", "basic", "bca"])
ONE_NAMES = ["mean", "median", "sd", "trimmed_mean"]


@given(columns, columns, kinds, st.sampled_from(["mean", "median"]))
@settings(max_examples=30, deadline=None)
def test_exact_limits_mirror_shift_and_scale(x: list[int], y: list[int], method: str, statistic: str) -> None:
    one = bootstrap_interval(x, statistic, method=method)
    turned = bootstrap_interval([7 - 2 * mark for mark in x], statistic, method=method)
    two = bootstrap_interval([x, y], f"{statistic}_difference", method=method)
    swapped = bootstrap_interval([y, x], f"{statistic}_difference", method=method)
    for result, other, change in ((one, turned, lambda end: 7 - 2 * end), (two, swapped, lambda end: -end)):
        assert (result.low is None) == (other.low is None)
        if result.low is not None and result.high is not None:
            assert other.low == pytest.approx(change(result.high), rel=1e-12, abs=1e-12)
            assert other.high == pytest.approx(change(result.low), rel=1e-12, abs=1e-12)


@given(st.permutations(list(zip(BEFORE, AFTER, strict=True))), st.sampled_from(["mean_change", "median_change", "correlation"]), kinds)
@settings(max_examples=12, deadline=None)
def test_the_order_of_the_pupils_makes_no_difference_to_pairs(rows: Any, statistic: str, method: str) -> None:
    one = bootstrap_interval([BEFORE, AFTER], statistic, method=method, draws=500)
    other = bootstrap_interval(list(zip(*rows, strict=True)), statistic, method=method, draws=500)
    assert (one.estimate, one.low, one.high) == (other.estimate, other.low, other.high)


@pytest.mark.parametrize("statistic", [*ONE_NAMES, np.ptp])
@pytest.mark.parametrize("method", ["percentile", "basic", "bca"])
def test_the_order_of_the_pupils_makes_no_difference_to_one_group(statistic: Any, method: str) -> None:
    one = bootstrap_interval(BEFORE, statistic, method=method, draws=500)
    other = bootstrap_interval(BEFORE[::-1], statistic, method=method, draws=500)
    assert (one.low, one.high, one.undefined) == (other.low, other.high, other.undefined)


@pytest.mark.parametrize("statistic", ["sd", "trimmed_mean"])
@pytest.mark.parametrize("method", ["percentile", "basic", "bca"])
def test_drawn_limits_scale_and_shift(statistic: str, method: str) -> None:
    one = bootstrap_interval(GAINS, statistic, method=method)
    scaled = bootstrap_interval([2 * mark + 100 for mark in GAINS], statistic, method=method)
    shift = 0 if statistic == "sd" else 100
    assert (scaled.low, scaled.high) == pytest.approx((2 * one.low + shift, 2 * one.high + shift), rel=1e-9)


@pytest.mark.parametrize(("method", "level"), [("percentile", 0.95), ("basic", 0.8), ("bca", 0.95), ("bca", 0.9)])
def test_drawn_and_exact_limits_agree(method: str, level: float) -> None:
    exact = bootstrap_interval(GAINS, method=method, level=level)
    drawn = bootstrap_interval(GAINS, np.mean, method=method, level=level, draws=40_000)
    assert drawn.low == pytest.approx(exact.low, abs=0.075)
    assert drawn.high == pytest.approx(exact.high, abs=0.075)
    assert drawn.standard_error == pytest.approx(exact.standard_error, rel=0.02)
    if method == "bca":
        assert drawn.acceleration == pytest.approx(exact.acceleration, rel=1e-9)
        assert drawn.bias == pytest.approx(exact.bias, abs=0.02)


def test_changes_are_those_of_the_same_pupils() -> None:
    changes = [after - before for before, after in zip(BEFORE, AFTER, strict=True)]
    for statistic in ("mean", "median"):
        pairs = bootstrap_interval([BEFORE, AFTER], f"{statistic}_change", method="bca")
        one = bootstrap_interval(changes, statistic, method="bca")
        assert (pairs.estimate, pairs.low, pairs.high, pairs.acceleration) == (one.estimate, one.low, one.high, one.acceleration)
    assert (pairs.up, pairs.same, pairs.down) == (7, 2, 1)


def test_a_wider_level_gives_a_wider_interval() -> None:
    for method in ("percentile", "basic", "bca", "studentised"):
        narrow, wide = (bootstrap_interval(GAINS, method=method, level=level) for level in (0.8, 0.99))
        assert wide.low < narrow.low < narrow.high < wide.high


def test_a_studentised_interval_is_wider_for_few_and_agrees_with_t_on_bell_shaped_marks() -> None:
    few = [12, 15, 9, 14, 11, 8]
    assert bootstrap_interval(few, method="studentised").high > bootstrap_interval(few).high
    bell = [round(20 + 5 * z, 2) for z in np.random.default_rng(2).normal(size=28)]
    result = bootstrap_interval(bell, method="studentised", draws=20_000)
    half = 2.0518305164802833 * np.std(bell, ddof=1) / np.sqrt(28)  # t(27, .975), tables
    assert result.high - result.low == pytest.approx(2 * half, rel=0.08)
    both = bootstrap_interval([bell, few], "mean_difference", method="studentised")
    assert both.low < both.estimate < both.high
    paired = bootstrap_interval([BEFORE, AFTER], "mean_change", method="studentised")
    assert paired.low < paired.estimate < paired.high


def test_a_pair_with_a_blank_half_is_left_out_whole_and_a_blank_in_a_group_alone() -> None:
    pairs = bootstrap_interval([[1, 2, None, 4, 6], [2, None, 3, 6, 5]], "mean_change")
    assert (pairs.n, pairs.missing, pairs.dropped) == (3, 2, 2)
    groups = bootstrap_interval([[1, 2, None, 4, 6], [2, None, 3, 6, 5]], "mean_difference")
    assert (groups.n_x, groups.n_y, groups.missing, groups.dropped) == (4, 4, 2, 0)


def test_below_twenty_pupils_it_warns_and_says_how_often_it_would_hold() -> None:
    assert not bootstrap_interval(GAINS).few
    assert bootstrap_interval([GAINS, GAINS[:19]], "mean_difference").few
    ten = bootstrap_interval(BEFORE)
    assert ten.few
    # 1 - 2 P(T9 < -1.96 sqrt(.9)) = .904
    assert ten.held_percent == 90
    assert bootstrap_interval(BEFORE, "sd").held_percent is None


def test_so_many_percentile_intervals_hold_the_mean_as_is_said() -> None:
    draw = np.random.default_rng(3)
    promised = bootstrap_interval([1, 2, 3, 4, 6, 9]).held_percent
    held = 0
    for _ in range(600):
        result = bootstrap_interval([round(mark, 1) for mark in draw.normal(0, 5, 6).tolist()])
        held += result.low <= 0 <= result.high
    assert promised == pytest.approx(held / 6, abs=4)


def test_the_seed_and_the_draws_are_told_and_used() -> None:
    one = bootstrap_interval(GAINS, "sd", draws=999, seed=1)
    assert one == bootstrap_interval(GAINS, "sd", draws=999, seed=1)
    assert one != bootstrap_interval(GAINS, "sd", draws=999, seed=2)
    assert (one.exact, one.draws, one.seed) == (False, 999, 1)
    assert one.low_error > 0
    assert one.code() == (
        "workbench.stats.bootstrap_interval(data, 'sd', method='percentile', level=0.95, paired=None, ties='half', draws=999, seed=1)"
    )
    exact = bootstrap_interval(GAINS, draws=999, seed=1)
    assert (exact.exact, exact.draws, exact.seed, exact.low_error) == (True, None, None, None)


def test_the_ends_own_errors_are_those_seen_over_seeds() -> None:
    lows = [bootstrap_interval(GAINS, "sd", draws=999, seed=seed) for seed in range(40)]
    spread = float(np.std([result.low for result in lows]))
    assert np.mean([result.low_error for result in lows]) == pytest.approx(spread, rel=0.5)


def sum_of_cubes(marks: Any) -> float:
    return float(sum(mark**3 for mark in marks))


def farthest(before: Any, after: Any) -> float:
    return float(max(after - before)) if len(before) == len(after) else 0.0


def test_a_function_of_your_own_is_asked_one_resample_at_a_time_or_all_at_once() -> None:
    slow = bootstrap_interval(BEFORE, sum_of_cubes, draws=300)
    assert slow.own
    assert slow.statistic == "sum_of_cubes"
    assert "data, sum_of_cubes, method" in slow.code()
    fast = bootstrap_interval(BEFORE, np.std, draws=300)
    loop = bootstrap_interval(BEFORE, lambda marks: float(np.std(marks)), draws=300)
    assert (fast.low, fast.high) == pytest.approx((loop.low, loop.high))
    paired = bootstrap_interval([BEFORE, AFTER], farthest, paired=True, draws=300)
    assert (paired.design, paired.paired, paired.estimate) == ("paired", True, 4)
    groups = bootstrap_interval([BEFORE, AFTER[:7]], lambda x, y: x.max() - y.max(), paired=False, draws=300)
    assert (groups.design, groups.n_y) == ("two_groups", 7)


def test_resamples_without_a_value_are_left_out_and_counted_or_too_many() -> None:
    some = bootstrap_interval([[1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]], "correlation")
    assert 0 <= some.without_value < 20
    none = bootstrap_interval([[1, 2, 3], [2, 1, 3]], "correlation")
    assert none.low is None
    assert none.without_value > 500
    assert none.undefined == "too many of the draws give it no value"


def test_what_no_interval_can_be_made_of_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="needs at least 2"):
        bootstrap_interval([5])
    with pytest.raises(NotEnoughData, match="second group"):
        bootstrap_interval([[5, 6], [7, None]], "mean_difference")
    with pytest.raises(BadInput, match="do not have the shape"):
        bootstrap_interval([BEFORE, AFTER])
    with pytest.raises(BadInput, match="do not have the shape"):
        bootstrap_interval(BEFORE, "mean_difference")
    with pytest.raises(BadInput, match="do not have the shape"):
        bootstrap_interval([BEFORE, AFTER, AFTER], "mean_difference")
    with pytest.raises(BadInput, match="equal length"):
        bootstrap_interval([BEFORE, AFTER[:3]], "mean_change")
    with pytest.raises(BadInput, match="'14\\?'"):
        bootstrap_interval([3, "14?", 5])
    with pytest.raises(UnknownOption, match="mean, median, sd"):
        bootstrap_interval(BEFORE, "average")
    with pytest.raises(UnknownOption, match="percentile, basic, bca, studentised"):
        bootstrap_interval(BEFORE, method="BCa")
    with pytest.raises(UnknownOption, match="half, strict"):
        bca_interval(BEFORE, ties="none")
    with pytest.raises(UnknownOption, match="standard error in every resample"):
        bootstrap_interval(BEFORE, "median", method="studentised")
    with pytest.raises(UnknownOption, match="whether the two columns are the same pupils"):
        bootstrap_interval([BEFORE, AFTER], farthest)
    with pytest.raises(BadInput, match="99 to 1,000,000"):
        bootstrap_interval(BEFORE, "sd", draws=10)
    with pytest.raises(BadInput, match="seed"):
        bootstrap_interval(BEFORE, "sd", seed=-1)
    with pytest.raises(Undefined, match="does not vary"):
        bootstrap_interval([[1, 1, 1], [1, 2, 3]], "correlation")
    with pytest.raises(BadInput, match="ZeroDivisionError"):
        bootstrap_interval(BEFORE, lambda marks: 1 / 0)
    with pytest.raises(BadInput, match="not one number"):
        bootstrap_interval(BEFORE, lambda marks: "high")
    with pytest.raises(Undefined, match="no value"):
        bootstrap_interval(BEFORE, lambda marks: float("nan"))


@given(st.lists(st.one_of(st.none(), st.floats(-1e90, 1e90), st.integers(-5, 5)), min_size=0, max_size=9), st.sampled_from(ONE_NAMES))
@settings(max_examples=30, deadline=None)
def test_odd_numbers_end_in_an_interval_or_in_one_of_our_errors(values: Any, statistic: str) -> None:
    for method in ("percentile", "bca"):
        try:
            result = bootstrap_interval(values, statistic, method=method, draws=99)
        except (BadInput, NotEnoughData, Undefined):
            assume(False)
        assert (result.low is None) == bool(result.undefined)
        if result.low is not None and result.high is not None:
            assert result.low <= result.high
