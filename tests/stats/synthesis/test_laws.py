"""Laws of combining: order, unit and origin do not matter; intervals and tests say one thing; tau squared is the best there is."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.stats import combine, cumulative, leave_one_out
from workbench.stats._distributions import chi2_quantile_above
from workbench.stats.synthesis._fit import INTERVALS, METHODS
from workbench.stats.synthesis._heterogeneity import log_likelihood, weigh

near = {"rel": 1e-8, "abs": 1e-9}
figures = st.integers(min_value=-400, max_value=400).map(lambda value: value / 100)
doubts = st.integers(min_value=1, max_value=3000).map(lambda value: value / 1000)
studies = st.lists(st.tuples(figures, doubts), min_size=2, max_size=14)
methods = st.sampled_from(METHODS)
intervals = st.sampled_from(INTERVALS)

TOLD = ("estimate", "low", "high", "standard_error", "prediction_low", "prediction_high", "tau2", "tau2_low", "tau2_high", "q", "p")


def columns(pairs: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [y for y, _ in pairs], [v for _, v in pairs]


def same(one: object, other: object, *, size: float = 1.0) -> bool:
    if one is None or other is None:
        return one is other
    return one == pytest.approx(other, rel=1e-8, abs=1e-9 * size)


@settings(max_examples=80)
@given(studies, methods, intervals, st.randoms(use_true_random=False))
def test_the_order_of_studies_changes_nothing(pairs: list[tuple[float, float]], method: str, interval: str, random: Random) -> None:
    shuffled = random.sample(pairs, len(pairs))
    one, other = combine(*columns(pairs), method=method, interval=interval), combine(*columns(shuffled), method=method, interval=interval)
    for name in TOLD:
        assert same(getattr(one, name), getattr(other, name)), name


@settings(max_examples=80)
@given(studies, methods, intervals, st.integers(min_value=-50, max_value=50))
def test_moving_every_estimate_moves_the_answer_and_no_width(pairs: list[tuple[float, float]], method: str, interval: str, by: int) -> None:
    one = combine(*columns(pairs), method=method, interval=interval)
    other = combine(*columns([(y + by, v) for y, v in pairs]), method=method, interval=interval)
    for name in ("estimate", "low", "high", "prediction_low", "prediction_high"):
        moved = getattr(one, name)
        assert same(None if moved is None else moved + by, getattr(other, name), size=100), name
    for name in ("standard_error", "tau2", "tau2_low", "tau2_high", "q", "i2_percent"):
        assert same(getattr(one, name), getattr(other, name), size=100), name


@settings(max_examples=80)
@given(studies, methods, intervals, st.sampled_from([0.01, 0.3, 7.0, 1e6, 2.0**-90, -1.0]))
def test_another_unit_scales_the_answer(pairs: list[tuple[float, float]], method: str, interval: str, by: float) -> None:
    one = combine(*columns(pairs), method=method, interval=interval)
    other = combine(*columns([(y * by, v * by * by) for y, v in pairs]), method=method, interval=interval)
    ends = ("low", "high", "prediction_low", "prediction_high")
    turned = dict(zip(ends, ("high", "low", "prediction_high", "prediction_low"), strict=True)) if by < 0 else {}
    for name in ("estimate", *ends):
        scaled = getattr(one, name)
        assert same(None if scaled is None else scaled * by, getattr(other, turned.get(name, name)), size=abs(by)), name
    for name in ("tau2", "tau2_low", "tau2_high"):
        assert same(getattr(one, name) * by * by, getattr(other, name), size=by * by), name
    for name in ("q", "p", "i2_percent", "h2"):
        assert same(getattr(one, name), getattr(other, name)), name


@settings(max_examples=80)
@given(studies, methods)
def test_where_tau_squared_is_0_every_method_is_the_fixed_one(pairs: list[tuple[float, float]], method: str) -> None:
    close = columns([(y / 20, v) for y, v in pairs])
    one, fixed = combine(*close, method=method), combine(*close, method="fixed")
    if one.tau2 > 0:
        return
    for name in ("estimate", "low", "high", "standard_error", "p", "q"):
        assert getattr(one, name) == getattr(fixed, name)


@settings(max_examples=150)
@given(studies, methods, intervals, st.sampled_from([0.5, 0.8, 0.95, 0.99]))
def test_0_is_inside_exactly_when_p_is_above_1_minus_the_level(
    pairs: list[tuple[float, float]], method: str, interval: str, level: float
) -> None:
    result = combine(*columns(pairs), method=method, interval=interval, level=level)
    if result.low is None or result.high is None or result.p is None:
        assert result.undefined
        return
    assume(abs(result.p - (1 - level)) > 1e-9)
    assert (result.low <= 0 <= result.high) == (result.p > 1 - level)


@settings(max_examples=80)
@given(studies, st.floats(min_value=0, max_value=60), st.sampled_from([0.8, 0.95]))
def test_a_tau_squared_is_inside_its_interval_exactly_when_q_there_is_within_the_limits(
    pairs: list[tuple[float, float]], tau2: float, level: float
) -> None:
    y, v = columns(pairs)
    result = combine(y, v, level=level)
    q, tail = weigh(y, v, tau2).q, (1 - level) / 2
    least, most = chi2_quantile_above(1 - tail, len(y) - 1), chi2_quantile_above(tail, len(y) - 1)
    assume(abs(q - least) > 1e-7 and abs(q - most) > 1e-7)
    assert result.tau2_low is not None
    assert result.tau2_high is not None
    if result.tau2_undefined:
        assert weigh(y, v, 0.0).q < least
        assert (result.tau2_low, result.tau2_high) == (0, 0)
        return
    assert (result.tau2_low <= tau2 <= result.tau2_high) == (least <= q <= most)


@settings(max_examples=60)
@given(studies, st.sampled_from(["REML", "ML"]))
def test_no_other_tau_squared_is_likelier(pairs: list[tuple[float, float]], method: str) -> None:
    y, v = columns(pairs)
    result = combine(y, v, method=method)
    best = log_likelihood(y, v, result.tau2, restricted=method == "REML")
    for tau2 in [0.0, *(10 ** (power / 20) for power in range(-100, 61))]:
        assert log_likelihood(y, v, tau2, restricted=method == "REML") <= best + 1e-9
    for other in result.other_tau2:
        assert log_likelihood(y, v, other, restricted=method == "REML") <= best + 1e-12


@settings(max_examples=80)
@given(studies)
def test_paule_mandel_makes_q_what_it_is_expected_to_be(pairs: list[tuple[float, float]]) -> None:
    y, v = columns(pairs)
    tau2 = combine(y, v, method="PM").tau2
    q = weigh(y, v, tau2).q
    assert q == pytest.approx(len(y) - 1, rel=1e-9) if tau2 > 0 else q <= len(y) - 1 + 1e-9


@settings(max_examples=40)
@given(figures, figures, doubts)
def test_with_equal_variances_every_estimator_but_ml_and_sj_agrees(first: float, second: float, v: float) -> None:
    expected = max(0.0, (first - second) ** 2 / 2 - v)
    for method in ("REML", "DL", "PM", "HE"):
        assert combine([first, second], [v, v], method=method).tau2 == pytest.approx(expected, rel=1e-9, abs=1e-9)


@settings(max_examples=40)
@given(studies, methods, intervals)
def test_weights_are_shares_and_every_number_is_plain_and_finite(pairs: list[tuple[float, float]], method: str, interval: str) -> None:
    result = combine(*columns(pairs), method=method, interval=interval)
    assert sum(study.weight for study in result.studies) == pytest.approx(1)
    assert result.above + result.at + result.below == result.n
    assert result.tau2 >= 0
    assert result.tau == pytest.approx(sqrt(result.tau2))
    assert result.adhoc_low is None or (result.low is None or result.adhoc_low <= result.low)


@settings(max_examples=40)
@given(studies, methods, intervals)
def test_each_row_of_the_tables_is_a_combination_of_its_own(pairs: list[tuple[float, float]], method: str, interval: str) -> None:
    left = leave_one_out(*columns(pairs), method=method, interval=interval)
    grown = cumulative(*columns(pairs), method=method, interval=interval)
    assert [row.n for row in left.rows] == [len(pairs) - 1] * len(pairs)
    assert [row.n for row in grown.rows] == list(range(1, len(pairs) + 1))
    for place in range(2, len(pairs)):
        part = combine(*columns(pairs[: place + 1]), method=method, interval=interval)
        assert (grown.rows[place].estimate, grown.rows[place].low, grown.rows[place].p) == (part.estimate, part.low, part.p)
    if len(pairs) > 2:
        part = combine(*columns(pairs[1:]), method=method, interval=interval)
        assert (left.rows[0].estimate, left.rows[0].tau2, left.rows[0].high) == (part.estimate, part.tau2, part.high)
    assert grown.rows[-1].estimate == grown.together.estimate
    assert left.least <= left.moves_most.estimate <= left.most


def test_a_higher_level_gives_a_wider_interval() -> None:
    y, v = [0.42, 0.15, 0.61, -0.08, 0.33], [0.071, 0.066, 0.082, 0.075, 0.069]
    levels = [combine(y, v, level=level) for level in (0.5, 0.8, 0.95, 0.99)]
    for narrow, wide in pairwise(levels):
        assert wide.low < narrow.low < narrow.high < wide.high  # type: ignore[operator]
        assert wide.prediction_low < narrow.prediction_low  # type: ignore[operator]
        assert wide.tau2_high > narrow.tau2_high  # type: ignore[operator]
