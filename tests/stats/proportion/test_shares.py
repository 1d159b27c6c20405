"""Shares and their differences: published numbers, mirrors, and what is refused."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData
from workbench.stats import share, share_difference
from workbench.stats._binomial import z_for

counts = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
levels = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])


def test_the_four_intervals_of_newcombes_81_of_263() -> None:
    # Newcombe (1998), Stat. Med. 17, 857-872, table I: 81/263, score .2553 to .3662, exact .2527 to .3676
    result = share(81, 263)
    assert (round(result.low, 4), round(result.high, 4)) == (0.2553, 0.3662)
    assert tuple(round(end, 4) for end in result.clopper_pearson) == (0.2527, 0.3676)


@given(counts, levels)
def test_law_swapping_met_and_not_met_mirrors_every_interval(pair: tuple[int, int], level: float) -> None:
    k, n = pair
    one, other = share(k, n, level=level), share(n - k, n, level=level)
    for low, high, mirrored in (
        (one.low, one.high, (other.low, other.high)),
        (*one.clopper_pearson, other.clopper_pearson),
        (*one.jeffreys, other.jeffreys),
        (*one.agresti_coull, other.agresti_coull),
    ):
        assert (1 - high, 1 - low) == pytest.approx(mirrored, abs=1e-12)
        assert 0 <= low <= k / n <= high <= 1


@given(counts, levels)
def test_law_wilsons_ends_are_the_shares_just_so_many_standard_errors_away(pair: tuple[int, int], level: float) -> None:
    k, n = pair
    result = share(k, n, level=level)
    for end in (result.low, result.high):
        if 0 < end < 1:
            assert abs(k / n - end) == pytest.approx(z_for(level) * sqrt(end * (1 - end) / n), rel=1e-6, abs=1e-9)


@given(counts, levels)
def test_law_clopper_and_pearsons_ends_leave_half_of_the_rest_on_each_side(pair: tuple[int, int], level: float) -> None:
    from scipy.special import bdtr, bdtrc

    k, n = pair
    low, high = share(k, n, level=level).clopper_pearson
    assert low == 0 if k == 0 else bdtrc(k - 1, n, low) == pytest.approx((1 - level) / 2, rel=1e-8)
    assert high == 1 if k == n else bdtr(k, n, high) == pytest.approx((1 - level) / 2, rel=1e-8)


@given(counts, counts, levels)
def test_law_swapping_the_groups_turns_the_difference_round(one: tuple[int, int], other: tuple[int, int], level: float) -> None:
    here, there = share_difference(*one, *other, level=level), share_difference(*other, *one, level=level)
    assert here.estimate == -there.estimate
    assert (here.low, here.high) == pytest.approx((-there.high, -there.low), abs=1e-12)
    assert -1 <= here.low <= here.estimate <= here.high <= 1
    missed = share_difference(one[1] - one[0], one[1], other[1] - other[0], other[1], level=level)
    assert (missed.low, missed.high) == pytest.approx((-here.high, -here.low), abs=1e-12)


@pytest.mark.parametrize(
    ("k", "n"), [(15, 14), (-1, 14), (3.5, 14), ("9", 14), (True, 14), (9, None), (9, float("nan")), (9, 10**9), (9, 1 + 0j)]
)
def test_what_cannot_be_a_count_is_refused(k: object, n: object) -> None:
    with pytest.raises(BadInput) as caught:
        share(k, n)  # type: ignore[arg-type]
    assert caught.value.seen
    assert caught.value.do


def test_a_part_of_more_than_the_whole_names_the_pair_and_asks_for_a_recount() -> None:
    with pytest.raises(BadInput, match=r"Seen: 15 of 14.*Recount the list"):
        share(15, 14)


def test_a_share_of_nobody_is_refused() -> None:
    with pytest.raises(NotEnoughData):
        share(0, 0)
    with pytest.raises(NotEnoughData, match="n2"):
        share_difference(1, 3, 0, 0)


def test_counts_may_come_from_numpy_or_as_whole_floats() -> None:
    assert share(np.int64(9), np.float64(14.0)) == share(9, 14)


def test_a_percentage_for_a_level_is_named_as_the_slip_that_it_is() -> None:
    with pytest.raises(BadInput, match=r"level=0\.95"):
        share(9, 14, level=95)
