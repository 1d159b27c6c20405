"""Ranked changes at their edges."""

from __future__ import annotations

import pytest

from workbench import stats
from workbench.stats.paired._signflip import count

CHANGES = [10, 11, 13, 14, 18, 19]


@pytest.mark.parametrize("by", [100, 1000, 12345])
@pytest.mark.parametrize("alternative", ["two_sided", "greater", "less"])
def test_ends_move_with_the_changes_however_far_from_0_they_lie(alternative: str, by: int) -> None:
    before = [0] * len(CHANGES)
    near = stats.signed_rank(before, CHANGES, alternative=alternative)
    far = stats.signed_rank(before, [change + by for change in CHANGES], alternative=alternative)
    fallen = stats.signed_rank(before, [change - by for change in CHANGES], alternative=alternative)
    for one in (far, fallen):
        assert (one.low is None, one.high is None) == (alternative == "less", alternative == "greater")
    for one, moved in ((far, by), (fallen, -by)):
        assert near.low is None or one.low == near.low + moved
        assert near.high is None or one.high == near.high + moved


def test_counting_of_patterns_is_given_up_before_it_is_begun_and_only_beyond_its_budget() -> None:
    long_decimals = [10**9 + place * place for place in range(60)]
    assert count(long_decimals) is None
    assert count(long_decimals[:12]) is not None  # few enough to list
    whole_marks = [(-1) ** place * (place % 7) for place in range(60)]
    tally = count(whole_marks)
    assert tally is not None
    assert tally.total == 2**60
    assert tally.at_least + tally.at_most - tally.equal == tally.total
