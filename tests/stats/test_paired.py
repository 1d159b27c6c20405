"""The mean change: what it gives, what is undefined and said so, and its laws."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import NotEnoughData
from workbench.stats import mean_change

marks = st.integers(min_value=0, max_value=40).map(lambda halves: halves / 2)
pairs_of_marks = st.lists(st.tuples(marks, marks), min_size=2, max_size=35)

SLEEP = ([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])


def test_it_gives_what_student_found_in_1908() -> None:
    # R: t.test(extra ~ group, data = sleep, paired = TRUE); t = 4.0621 (sign by direction), df = 9, p = 0.002833
    result = mean_change(*SLEEP)
    assert result.estimate == 1.58
    assert result.t == pytest.approx(4.062127683382037, rel=1e-12)
    assert result.p == pytest.approx(0.00283289019738427, rel=1e-12)
    assert (result.low, result.high) == (pytest.approx(0.7001142367230175), pytest.approx(2.4598857632769824))
    assert (result.up, result.same, result.down) == (9, 1, 0)


def test_trap_a_constant_group_has_no_t_and_no_interval_and_the_result_says_why() -> None:
    result = mean_change([0.1, 0.2, 0.3], [0.3, 0.4, 0.5])
    assert result.estimate == 0.2
    assert result.sd_change == 0.0
    assert (result.t, result.p, result.low, result.high) == (None, None, None, None)
    assert result.undefined == "every pupil changed by the same amount"


def test_a_column_that_does_not_vary_has_no_correlation() -> None:
    assert mean_change([0, 0, 0], [1, 2, 4]).r is None


def test_one_pupil_has_no_spread_and_so_no_mean_change_with_an_interval() -> None:
    with pytest.raises(NotEnoughData) as caught:
        mean_change([4, None], [6, 7])
    assert str(caught.value) == (
        "This needs at least 2 pupils with both values. Seen: 1 complete pair. Allowed: 2 complete pairs or more. "
        "Look at each pupil's own work instead."
    )


@given(pairs_of_marks)
def test_law_swapping_the_tests_turns_the_sign(pairs: list[tuple[float, float]]) -> None:
    before, after = [b for b, _ in pairs], [a for _, a in pairs]
    one, other = mean_change(before, after), mean_change(after, before)
    assert one.estimate == -other.estimate
    assert one.sd_change == other.sd_change
    assert (one.p, one.p_greater, one.r) == (other.p, other.p_less, other.r)
    if one.low is not None:
        assert other.high == -one.low


@given(pairs_of_marks, st.integers(min_value=-9, max_value=9))
def test_law_the_same_shift_on_both_tests_leaves_the_change(pairs: list[tuple[float, float]], shift: int) -> None:
    one = mean_change([b for b, _ in pairs], [a for _, a in pairs])
    other = mean_change([b + shift for b, _ in pairs], [a + shift for _, a in pairs])
    assert (one.estimate, one.low, one.high, one.t, one.sd_before, one.r) == (
        other.estimate,
        other.low,
        other.high,
        other.t,
        other.sd_before,
        other.r,
    )


@given(pairs_of_marks)
def test_law_the_null_lies_inside_the_t_interval_exactly_when_p_is_above_1_minus_level(pairs: list[tuple[float, float]]) -> None:
    result = mean_change([b for b, _ in pairs], [a for _, a in pairs], level=0.9)
    if result.p is None or abs(result.p - 0.1) < 1e-9:
        return
    assert result.low is not None
    assert result.high is not None
    assert (result.low <= 0 <= result.high) == (result.p > 0.1)


@given(pairs_of_marks)
def test_the_parts_of_a_result_fit_together(pairs: list[tuple[float, float]]) -> None:
    result = mean_change([b for b, _ in pairs], [a for _, a in pairs])
    assert result.up + result.same + result.down == result.n == len(pairs)
    assert result.estimate == pytest.approx(result.mean_after - result.mean_before, abs=1e-12)
    if result.r is not None:
        assert -1 <= result.r <= 1
        spread = result.sd_before**2 + result.sd_after**2 - 2 * result.r * result.sd_before * result.sd_after
        assert result.sd_change == pytest.approx(sqrt(max(spread, 0)), abs=1e-6)


def test_a_result_becomes_plain_data_unrounded() -> None:
    plain = mean_change([4, 6, 5], [6, 7, 9]).to_dict()
    assert plain["estimate"] == 7 / 3
    assert plain["before"] == [4, 6, 5]
    assert plain["reference"] == "Student (1908), Biometrika 6, 1-25"


def test_a_result_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        mean_change([4, 6, 5], [6, 7, 9]).estimate = 0.0  # type: ignore[misc]
