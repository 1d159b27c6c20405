"""Answers on a scale at their edges."""

from __future__ import annotations

import pytest

from workbench import stats
from workbench.errors import NotEnoughData


def test_two_columns_without_one_pupil_in_both_are_refused_in_good_grammar() -> None:
    with pytest.raises(NotEnoughData, match="This needs at least 1 pupil with both values") as caught:
        stats.likert_difference([None, 2], [3, None], [1, 2, 3], paired=True)
    assert (caught.value.seen, caught.value.allowed) == ("0 complete pairs", "1 complete pair or more")


def test_moves_keep_their_half_steps_and_say_when_there_are_none() -> None:
    result = stats.shift([1, 2, 2.5, 3, 3], [1.5, 2.5, 1, 3, 5])
    assert result.rows == ((-1.5, 1), (0, 1), (0.5, 2), (2, 1))
    assert (result.undefined, result.estimate) == (None, 0.75)
    still = stats.shift([1, 2, 3], [1, 2, 3])
    assert (still.undefined, still.estimate, still.low, still.high) == ("nobody changed", None, None, None)
