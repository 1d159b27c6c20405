"""Pairs of a day before and a day after: counted one by one, mirrored, and never beyond their bounds."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import nap, tau

half_marks = st.integers(0, 12).map(lambda halves: halves / 2)
phase = st.lists(half_marks, min_size=1, max_size=9)
DOCUMENTED = ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])


def by_hand(before: list[float], after: list[float]) -> Fraction:
    pairs = list(product(before, after))
    return Fraction(2 * sum(b > a for a, b in pairs) + sum(b == a for a, b in pairs), 2 * len(pairs))


@given(phase, phase)
def test_every_pair_is_counted_once_and_a_level_pair_as_half(before: list[float], after: list[float]) -> None:
    result = nap(before, after)
    assert result.estimate == float(by_hand(before, after))
    assert result.better + result.same + result.worse == result.pairs == len(before) * len(after)
    assert tau(before, after).estimate == pytest.approx(2 * result.estimate - 1, abs=1e-15)


@given(phase, phase)
def test_less_being_better_mirrors_everything(before: list[float], after: list[float]) -> None:
    more, less = nap(before, after, improvement="increase"), nap(before, after, improvement="decrease")
    assert (more.better, more.same, more.worse) == (less.worse, less.same, less.better)
    assert less.low == pytest.approx(1 - more.high, abs=1e-12)
    assert less.high == pytest.approx(1 - more.low, abs=1e-12)
    assert less.standard_error_hanley == pytest.approx(more.standard_error_hanley)
    turned = nap([-a for a in before], [-b for b in after], improvement="decrease")
    assert turned.estimate == more.estimate


@given(phase, phase, st.integers(-20, 20), st.integers(1, 7))
def test_shifting_scaling_and_reordering_within_a_phase_change_nothing(
    before: list[float], after: list[float], by: int, times: int
) -> None:
    plain = nap(before, after)
    moved = nap([times * a + by for a in reversed(before)], [times * b + by for b in reversed(after)])
    assert moved.estimate == plain.estimate
    assert (moved.low, moved.high, moved.standard_error) == pytest.approx((plain.low, plain.high, plain.standard_error))


@given(phase, phase, st.sampled_from([0.5, 0.8, 0.95, 0.99]))
def test_the_limits_lie_within_bounds_round_the_estimate_and_widen_with_the_level(
    before: list[float], after: list[float], level: float
) -> None:
    result, wider = nap(before, after, level=level), nap(before, after, level=0.999)
    assert 0 <= wider.low <= result.low <= result.estimate <= result.high <= wider.high <= 1
    assert result.low < result.high
    both = tau(before, after, level=level)
    assert -1 <= both.low <= both.estimate <= both.high <= 1


@given(phase, phase)
def test_each_limit_lies_just_as_many_standard_errors_from_the_estimate_as_the_level_says(before: list[float], after: list[float]) -> None:
    result = nap(before, after)
    m, n, half = len(before), len(after), (len(before) + len(after)) / 2 - 1
    for end in (result.low, result.high):
        if 0 < end < 1:
            variance = end * (1 - end) * (1 + half * (1 - end) / (2 - end) + half * end / (1 + end)) / (m * n)
            assert abs(result.estimate - end) == pytest.approx(1.959963984540054 * variance**0.5, rel=1e-6)


def test_it_agrees_with_the_reference_program() -> None:
    # R 4.2.2, SingleCaseES 0.7.4: NAP(A, B, improvement = "increase")  Est .9167, SE .0690, CI .5973 to .9860
    result = nap(*DOCUMENTED)
    assert (result.better, result.same, result.worse) == (38, 1, 3)
    assert result.estimate == pytest.approx(0.9166666666666666)
    assert result.standard_error == pytest.approx(0.06900655593423544)
    assert (result.program_low, result.program_high) == pytest.approx((0.5973406105272776, 0.9860175845900983), rel=1e-9)
    assert (result.low, result.high) == pytest.approx((result.program_low, result.program_high), abs=2e-4)


def test_an_even_table_of_shares_has_limits_at_equal_distances() -> None:
    result = nap([1, 3, 5], [1, 3, 5])
    assert result.estimate == 0.5
    assert result.high - 0.5 == pytest.approx(0.5 - result.low)


def test_one_observation_in_a_phase_has_no_unbiased_standard_error() -> None:
    assert nap([3], [4, 5]).standard_error is None
    assert nap([3, 4], [5, 6]).standard_error is not None


def test_a_blank_is_left_out_but_keeps_its_session() -> None:
    result = nap([3, None, 4], [5, float("nan"), 6])
    assert (result.n, result.missing) == (4, 2)
    assert result.baseline_at == (1, 3)
    assert result.intervention_at == (4, 6)


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="baseline phase needs at least 1 observation"):
        nap([None], [1, 2])
    with pytest.raises(UnknownOption, match="increase, decrease"):
        nap([1, 2], [3, 4], improvement="up")
    with pytest.raises(BadInput, match=r"level=0\.95"):
        nap([1, 2], [3, 4], level=95)
    with pytest.raises(BadInput):
        tau([1, "two"], [3, 4])
