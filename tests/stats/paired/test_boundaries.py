"""Ranked changes at their edges."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest

from workbench import stats
from workbench.errors import Undefined
from workbench.stats.paired._signflip import count

CHANGES = [10, 11, 13, 14, 18, 19]


@pytest.mark.parametrize("by", [100, 1000, 12345])
@pytest.mark.parametrize("alternative", ["two_sided", "greater", "less"])
def test_ends_move_with_the_changes_however_far_from_0_they_lie(alternative: str, by: int) -> None:
    before = [0] * len(CHANGES)
    near = stats.signed_rank(before, CHANGES, alternative=alternative)
    far = stats.signed_rank(before, [change + by for change in CHANGES], alternative=alternative)
    fallen = stats.signed_rank(before, [change - by for change in CHANGES], alternative=alternative)
    for one in (near, far, fallen):
        assert not one.cut
        assert (one.low is None, one.high is None) == (alternative == "less", alternative == "greater")
    for one, moved in ((far, by), (fallen, -by)):
        assert one.low == (None if near.low is None else near.low + moved)
        assert one.high == (None if near.high is None else near.high + moved)


def test_counting_of_patterns_is_given_up_before_it_is_begun_and_only_beyond_its_budget() -> None:
    long_decimals = [10**9 + place * place for place in range(60)]
    assert count(long_decimals) is None
    assert count(long_decimals[:12]) is not None  # few enough to list
    whole_marks = [(-1) ** place * (place % 7) for place in range(60)]
    tally = count(whole_marks)
    assert tally is not None
    assert tally.total == 2**60
    assert tally.at_least + tally.at_most - tally.equal == tally.total


@pytest.mark.parametrize("changes", [[1, -1], [3, -1, 2, 2], [-4, -5, 1, 0, 2], [1, 2, 3, 4, 5]])
def test_the_two_sided_p_of_ranks_is_twice_the_smaller_side_and_never_above_1(changes: list[int]) -> None:
    for alternative in ("two_sided", "greater", "less"):
        result = stats.signed_rank([0] * len(changes), changes, alternative=alternative)
        assert result.p_absolute == min(1.0, 2 * min(result.p_greater, result.p_less))
        assert result.p == {"two_sided": result.p_absolute, "greater": result.p_greater, "less": result.p_less}[alternative]
    assert stats.signed_rank([0, 0], [1, -1]).p_absolute == 1


@pytest.mark.parametrize("compute", [stats.signed_rank, stats.rank_biserial_change])
def test_rank_sums_up_and_down_are_all_the_ranks_and_change_places_in_the_mirror(compute: Any) -> None:
    zero, changes = [0] * 6, [3, -1, 2, 5, -4, 6]
    one, mirror = compute(zero, changes), compute(changes, zero)
    assert (one.rank_sum_up, one.rank_sum_down) == (16, 5)
    assert (mirror.rank_sum_up, mirror.rank_sum_down) == (5, 16)


def test_drawn_patterns_leave_the_doubt_of_a_share_and_ends_where_the_drawn_p_turns() -> None:
    before = [0.0] * 60
    after = [100000.001 * place * (-1) ** (place % 3) + 900000.017 for place in range(60)]
    options: dict[str, Any] = {"draws": 999, "seed": 7}
    result = stats.permutation_change(before, after, **options)
    assert not result.exact
    assert result.standard_error == pytest.approx(2 * sqrt(result.p / 2 * (1 - result.p / 2) / 999), rel=1e-12)
    assert result.low is not None
    assert result.high is not None
    for end, inwards in ((result.low, 1), (result.high, -1)):
        inside, outside = (
            stats.permutation_change(before, [each - end - by for each in after], level=None, **options).p for by in (inwards, -inwards)
        )
        assert outside <= 0.05 < inside


def test_luck_calls_the_rest_of_the_level_and_a_test_without_wobble_is_named() -> None:
    before, after = [9, 12, 7, 8], [15, 13, 8, 8]
    assert stats.reliable_change(before, after, reliability=0.8, level=0.9).by_luck == pytest.approx(0.4, rel=1e-12)
    for marks, reliability, where, seen in ((before, 1, "reliability", "1"), ([7, 7, 7, 7], 0.8, "before", "4 equal marks")):
        with pytest.raises(Undefined, match="no wobble") as caught:
            stats.reliable_change(marks, after, reliability=reliability)
        assert (caught.value.where, caught.value.seen) == (where, seen)
