"""Groups at their edges: what is missing is counted, and one pupil is one pupil."""

from __future__ import annotations

from typing import Any

import pytest

from workbench import stats
from workbench.errors import NotEnoughData
from workbench.stats.groups.trend import _draw

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


def test_the_uncorrected_figure_is_cohens_and_the_corrected_one_hedges() -> None:
    x, y = [7, 9, 10], [4, 5, 8]
    assert type(stats.hedges_g(x, y)) is stats.HedgesG
    assert type(stats.hedges_g(x, y, correct=False)) is type(stats.cohen_d(x, y)) is stats.CohenD
    assert stats.hedges_g(x, y, correct=False).estimate == stats.hedges_g(x, y).uncorrected


def test_drawn_ways_that_come_to_what_was_seen_count_on_both_sides() -> None:
    tally = _draw([[0, 1, 1], [0, 1, 0], [1, 1, 0]], 27, 27, 999, 5)
    assert tally.total == 1000
    assert tally.equal > 100
    assert tally.at_least + tally.at_most - tally.equal == tally.total


@pytest.mark.parametrize(
    ("compute", "x", "allowed"), [(stats.permutation_difference, [], "1 value or more"), (stats.hedges_g, [3], "2 values or more")]
)
def test_too_few_in_a_group_are_counted_in_good_grammar(compute: Any, x: list[int], allowed: str) -> None:
    with pytest.raises(NotEnoughData) as caught:
        compute(x, [1, 2, 3])
    assert (caught.value.where, caught.value.allowed) == ("x", allowed)
