"""One pupil's series, and several, at the edges of what they read and count."""

from __future__ import annotations

from typing import Any

import pytest

from workbench import stats
from workbench.errors import BadInput

CASE = ["P1"] * 6 + ["P2"] * 6 + ["P3"] * 6
TIME = [1, 2, 3, 4, 5, 6] * 3
PHASE = [0, 0, 0, 1, 1, 1] * 3
SCORE = [3, 4, 5, 6, 7, 5, 5, 7, 6, 4, 3, 5, 4, 6, 5, 6, 4, 5]


@pytest.mark.parametrize("blank", [None, float("nan")])
def test_a_row_without_a_phase_is_named_and_not_taken_for_a_third_phase(blank: Any) -> None:
    with pytest.raises(BadInput, match="Every observation belongs to one of two phases") as caught:
        stats.between_case_smd(CASE, TIME, [0, blank, *PHASE[2:]], SCORE)
    assert (caught.value.where, caught.value.seen) == ("row 2", "a blank")


def test_pupils_whose_mean_rose_stayed_and_fell_are_told_apart() -> None:
    result = stats.between_case_smd(CASE, TIME, PHASE, SCORE)
    assert (result.better, result.same, result.worse) == (1, 1, 1)
    fewer = stats.between_case_smd(CASE, TIME, [0, 0, 1, 1, 1, 1] * 3, [4, 4, 3, 3, 3, 3, 2, 2, 1, 1, 1, 1, 5, 6, 1, 2, 1, 3])
    assert (fewer.better, fewer.worse) == (0, 3)
