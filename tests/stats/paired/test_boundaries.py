"""Ranked changes at their edges."""

from __future__ import annotations

import pytest

from workbench import stats

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
