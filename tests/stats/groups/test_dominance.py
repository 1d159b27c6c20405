"""Pairs of one pupil from each group, ties by half."""

from __future__ import annotations

from math import erf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import NotEnoughData, UnknownOption
from workbench.stats import cliffs_delta, probability_of_superiority, rank_sum

marks = st.integers(0, 12).map(lambda halves: halves / 2)
group = st.lists(marks, min_size=2, max_size=9)
quantiles = st.sampled_from(["t", "normal"])
levels = st.sampled_from([0.5, 0.9, 0.95, 0.99])


@given(group, group, quantiles, levels)
def test_the_interval_holds_the_estimate_keeps_to_the_bounds_and_is_never_a_point(
    x: list[float], y: list[float], quantile: str, level: float
) -> None:
    delta = cliffs_delta(x, y, quantile=quantile, level=level)
    share = probability_of_superiority(x, y, quantile=quantile, level=level)
    if len({*x, *y}) == 1:
        assert (delta.low, delta.high, share.low, share.high) == (None, None, None, None)
        assert delta.undefined == share.undefined == "all pupils of both groups have the same mark"
        return
    assert -1 <= delta.low <= delta.estimate <= delta.high <= 1
    assert delta.low < delta.high
    assert 0 <= share.low <= share.estimate <= share.high <= 1
    assert (share.low, share.high) == pytest.approx(((delta.low + 1) / 2, (delta.high + 1) / 2))


@given(group, group)
def test_pairs_are_counted_and_ties_count_half(x: list[float], y: list[float]) -> None:
    share, delta = probability_of_superiority(x, y), cliffs_delta(x, y)
    higher, level = sum(a > b for a in x for b in y), sum(a == b for a in x for b in y)
    assert (share.higher, share.level_pairs, share.lower, share.pairs) == (higher, level, len(x) * len(y) - higher - level, len(x) * len(y))
    assert share.estimate == (higher + level / 2) / share.pairs
    assert share.strict == higher / share.pairs
    assert delta.estimate == pytest.approx(2 * share.estimate - 1)
    assert rank_sum(x, y, level=None).u == share.estimate * share.pairs or share.estimate * share.pairs == pytest.approx(higher + level / 2)


@given(group, group)
def test_mirroring_turns_delta_and_complements_the_share(x: list[float], y: list[float]) -> None:
    one, other = cliffs_delta(x, y), cliffs_delta(y, x)
    assert (one.estimate, one.variance) == (-other.estimate, other.variance)
    assert (one.low is None) == (other.low is None)
    if one.low is not None:
        assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
    assert probability_of_superiority(x, y).estimate == pytest.approx(1 - probability_of_superiority(y, x).estimate)


@given(group, group, st.integers(1, 4), st.integers(-5, 5))
def test_any_growing_scale_and_any_order_of_pupils_give_the_same(x: list[float], y: list[float], times: int, by: int) -> None:
    plain = cliffs_delta(x, y)
    moved = cliffs_delta([times * mark**3 + by for mark in reversed(x)], [times * mark**3 + by for mark in y])
    assert (plain.estimate, plain.variance, plain.low, plain.high) == (moved.estimate, moved.variance, moved.low, moved.high)


@given(group, group)
def test_the_variance_is_cliffs_unbiased_one(x: list[float], y: list[float]) -> None:
    delta = cliffs_delta(x, y)
    if abs(delta.estimate) == 1:
        return
    m, n, d = len(x), len(y), delta.estimate
    sign = [[(a > b) - (a < b) for b in y] for a in x]
    rows = sum((sum(row) / n - d) ** 2 for row in sign)
    columns = sum((sum(row[j] for row in sign) / m - d) ** 2 for j in range(n))
    each = sum((value - d) ** 2 for row in sign for value in row)
    assert delta.variance == pytest.approx((n * n * rows + m * m * columns - each) / (m * n * (m - 1) * (n - 1)), abs=1e-12)


def test_bell_shaped_shares_stand_beside_the_counted_one() -> None:
    share = probability_of_superiority([7, 9, 10], [4, 5, 8])
    assert share.normal == share.normal_pooled == pytest.approx((1 + erf(1.643167672515498 / 2)) / 2)
    assert sqrt(2) > 1
    level = probability_of_superiority([5, 5], [3, 3])
    assert (level.normal, level.normal_pooled, level.estimate) == (None, None, 1.0)


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(UnknownOption, match="t, normal"):
        cliffs_delta([1, 2], [3, 4], quantile="z")
    with pytest.raises(NotEnoughData):
        probability_of_superiority([1], [3, 4])
