"""PND, PEM, PAND and IRD from their definitions."""

from __future__ import annotations

from itertools import combinations
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.stats import ird, pand, pem, pnd

half_marks = st.integers(0, 10).map(lambda halves: halves / 2)
phase = st.lists(half_marks, min_size=1, max_size=5)


def most_that_can_stay(before: list[float], after: list[float]) -> int:
    rows = [(0, value) for value in before] + [(1, value) for value in after]
    for size in range(len(rows), 0, -1):
        for kept in combinations(rows, size):
            if all(a < b for late, a in kept if not late for later, b in kept if later):
                return size
    return 0


@given(phase, phase)
def test_pand_is_the_most_that_can_stay_of_all_subsets(before: list[float], after: list[float]) -> None:
    result = pand(before, after)
    assert result.count == most_that_can_stay(before, after)
    assert result.removed == result.n - result.count
    assert result.estimate == result.count / result.n


@given(phase, phase)
def test_ird_is_the_difference_of_rates_with_the_overlap_shared_equally(before: list[float], after: list[float]) -> None:
    result = ird(before, after)
    half = result.removed / 2
    assert result.estimate == pytest.approx((len(after) - half) / len(after) - half / len(before), abs=1e-12)
    assert (result.removed == 0) == (result.estimate == 1)


@given(phase, phase)
def test_pnd_and_pem_count_what_they_say(before: list[float], after: list[float]) -> None:
    assert pnd(before, after).estimate == sum(b > max(before) for b in after) / len(after)
    middle = median(before)
    assert pem(before, after).estimate == pytest.approx(sum((b > middle) + (b == middle) / 2 for b in after) / len(after))


@pytest.mark.parametrize("function", [pnd, pem, pand, ird])
@given(before=phase, after=phase, by=st.integers(-9, 9), times=st.integers(1, 5))
def test_less_is_better_is_the_mirror_image_and_shifting_or_scaling_changes_nothing(
    function: type, before: list[float], after: list[float], by: int, times: int
) -> None:
    plain = function(before, after)
    assert function([-a for a in before], [-b for b in after], improvement="decrease").estimate == plain.estimate
    assert function([times * a + by for a in before], [times * b + by for b in after]).estimate == plain.estimate


@pytest.mark.parametrize("function", [pnd, pem, pand, ird])
def test_none_of_them_claims_an_interval(function: type) -> None:
    result = function([1, 2, 3], [4, 5, 6])
    assert result.low is None
    assert result.high is None
    assert "no interval is published" in result.undefined


def test_ird_never_falls_below_nought_even_where_everything_got_worse() -> None:
    assert ird([5, 6], [1, 2, 3, 4, 1, 2]).estimate == pytest.approx(1 / 3)
    assert ird([5, 6, 7], [1, 2, 3]).estimate == 0
