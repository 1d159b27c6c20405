"""Groups at their edges: what is missing is counted, and one pupil is one pupil."""

from __future__ import annotations

from typing import Any

import pytest

from workbench import stats
from workbench.errors import NotEnoughData

TWO = [
    stats.mean_difference,
    stats.permutation_difference,
    stats.rank_sum,
    stats.hedges_g,
    stats.cohen_d,
    stats.glass_delta,
    stats.cliffs_delta,
    stats.probability_of_superiority,
]


@pytest.mark.parametrize("compute", TWO)
@pytest.mark.parametrize("marks", [int, float])
def test_blanks_of_two_groups_are_counted_and_change_nothing_else(compute: Any, marks: Any) -> None:
    x, y = [marks(each) for each in (12, 15, 9, 14, 11)], [marks(each) for each in (11, 8, 10, 7)]
    whole, gaps = compute(x, y), compute([None, *x, None], [*y[:2], None, *y[2:]])
    assert (whole.missing, gaps.missing) == (0, 3)
    assert (gaps.n, gaps.n_x, gaps.n_y) == (whole.n, whole.n_x, whole.n_y) == (9, 5, 4)
    assert gaps.estimate == whole.estimate


@pytest.mark.parametrize("compute", [stats.kruskal_wallis, stats.jonckheere, stats.dunn])
def test_blanks_of_several_groups_are_counted_and_an_empty_one_is_refused(compute: Any) -> None:
    groups = [[12, 15, 9], [11, 8, 10, 7], [14, 16, 13]]
    assert compute(*groups).missing == 0
    assert compute([None, *groups[0]], groups[1], [*groups[2], None]).missing == 2
    with pytest.raises(NotEnoughData) as caught:
        compute(groups[0], [None], groups[2])
    assert "1 pupils" not in str(caught.value)
