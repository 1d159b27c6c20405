"""Pearson's r with Fisher's interval, and what has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import NotEnoughData, Undefined
from workbench.stats import pearson


def test_it_agrees_with_r() -> None:
    # R 4: cor.test(mtcars$mpg[1:8], mtcars$wt[1:8]) is cor = -0.8434 to four places
    mpg = [21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4]
    wt = [2.620, 2.875, 2.320, 3.215, 3.440, 3.460, 3.570, 3.190]
    from scipy.stats import pearsonr

    theirs = pearsonr(mpg, wt)
    ours = pearson(mpg, wt)
    assert ours.estimate == pytest.approx(theirs.statistic, rel=1e-12)
    assert (ours.fisher_low, ours.fisher_high) == pytest.approx(tuple(theirs.confidence_interval(0.95)), rel=1e-10)


def test_points_on_one_line_have_no_interval_and_it_is_said() -> None:
    result = pearson([1, 2, 3, 4], [2, 4, 6, 8])
    assert (result.estimate, result.low, result.high) == (1.0, None, None)
    assert result.undefined == "all points lie on one line"


def test_a_constant_column_and_three_pupils_are_refused() -> None:
    with pytest.raises(Undefined, match="x: A correlation is undefined when one column does not vary"):
        pearson([3, 3, 3, 3], [1, 2, 3, 4])
    with pytest.raises(NotEnoughData, match="at least 4"):
        pearson([1, 2, 3], [2, 1, 3])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=4, max_size=35))
def test_law_r_is_the_same_both_ways_round_and_under_any_scale(pairs: list[tuple[int, int]]) -> None:
    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    try:
        one = pearson(x, y)
    except Undefined:
        return
    assert one.estimate == pearson(y, x).estimate
    assert pearson([2.5 * value - 3 for value in x], y).estimate == pytest.approx(one.estimate, abs=1e-14)
    assert pearson([-value for value in x], y).estimate == -one.estimate
