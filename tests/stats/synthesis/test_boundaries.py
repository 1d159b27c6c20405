"""Combining at its edges: each estimate's own range, estimates that are all the same, and a group of one."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import pytest

from workbench.errors import BadInput, NotEnoughData
from workbench.stats import change_summary, combine, combine_summaries, cumulative, difference_summary, leave_one_out
from workbench.stats.synthesis._floor import refuse_small


@pytest.mark.parametrize("method", ["REML", "fixed"])
def test_each_estimate_stands_in_the_middle_of_its_own_normal_range(method: str) -> None:
    variances = [0.09, 1.44, 0.25]
    result = combine([0.4, -0.2, 0.7], variances, method=method, level=0.9)
    for study, variance in zip(result.studies, variances, strict=True):
        reach = NormalDist().inv_cdf(0.95) * sqrt(variance)
        assert (study.low, study.high) == pytest.approx((study.estimate - reach, study.estimate + reach), rel=1e-12)


@pytest.mark.parametrize("method", ["REML", "fixed", "DL"])
def test_estimates_that_are_all_the_same_leave_nothing_beyond_chance(method: str) -> None:
    result = combine([0.3, 0.3, 0.3], [0.1, 0.2, 0.4], method=method)
    assert (result.i2_percent, result.tau2, result.q) == (0, 0, 0)
    assert result.h2 == (0 if method == "fixed" else 1)


@pytest.mark.parametrize(("n", "seen"), [(0, "0 pupils"), (1, "1 pupil"), (9, "9 pupils")])
def test_a_group_below_the_floor_is_counted_in_words(n: int, seen: str) -> None:
    with pytest.raises(NotEnoughData, match="would give single pupils away") as caught:
        refuse_small(n, 10)
    assert caught.value.seen == seen
    refuse_small(10, 10)


@pytest.mark.parametrize("method", ["REML", "ML"])
def test_a_likelihood_with_one_peak_has_no_other_tau_squared_and_0_is_no_peak_where_it_rises(method: str) -> None:
    apart = combine([0.1, 0.9, -0.7, 1.6], [0.04, 0.05, 0.04, 0.06], method=method)
    assert apart.tau2 > 0.1
    assert apart.other_tau2 == ()
    alike = combine([0.1, 0.12, 0.09], [0.4, 0.5, 0.4], method=method)
    assert (alike.tau2, alike.other_tau2) == (0, ())


def test_too_few_are_told_what_to_do_with_what_there_is() -> None:
    with pytest.raises(NotEnoughData) as none:
        combine([None], [None])
    assert none.value.do == "Give the estimates with their variances."
    with pytest.raises(NotEnoughData) as one:
        combine([0.3], [0.1])
    assert one.value.do == "Tell each one's own figure instead."
    assert one.value.seen == "1 with both an estimate and its variance"


def test_estimates_above_at_and_below_0_are_counted_and_the_furthest_is_named() -> None:
    result = combine([0.4, 0, -0.2, 0.1, 2.5], [0.1, 0.1, 0.2, 0.1, 0.3])
    assert (result.above, result.at, result.below) == (3, 1, 1)
    assert result.furthest.number == 5
    assert result.q_df == 4


def test_the_tables_say_which_step_moved_the_whole_and_in_how_many_0_lies_inside() -> None:
    estimates, variances = [0.5, 0.55, 0.45, 0.52, -1.5], [0.01, 0.01, 0.01, 0.01, 0.01]
    table = leave_one_out(estimates, variances, interval="normal", method="DL")
    assert table.moves_most.number == 5
    assert (table.least, table.most) == (min(row.estimate for row in table.rows), max(row.estimate for row in table.rows))
    inside = [row.number for row in table.rows if row.low is not None and row.high is not None and row.low <= 0 <= row.high]
    assert (table.zero_inside, inside) == (4, [1, 2, 3, 4])
    one_by_one = cumulative([None, *estimates], [0.1, *variances])
    assert (one_by_one.first, one_by_one.dropped, one_by_one.missing) == (0.5, 1, 1)
    assert [row.n for row in one_by_one.rows] == [1, 2, 3, 4, 5]


def test_blanks_of_both_groups_are_counted_together() -> None:
    x, y = [6, 7, 9, 3, 9, 9, 8, 9, 4, 8], [4, 6, 5, 3, 8, 7, 5, 9, 2, 6]
    assert difference_summary([*x, None, None], [*y, None, None, None]).missing == 5
    assert difference_summary([*x, None], y).missing == 1
    assert difference_summary(x, y).missing == 0


def test_what_is_no_summary_is_shown_as_it_is_and_the_other_kind_by_its_name() -> None:
    x, y = [6, 7, 9, 3, 9, 9, 8, 9, 4, 8], [4, 6, 5, 3, 8, 7, 5, 9, 2, 6]
    change, difference = change_summary(x, y), difference_summary(x, y)
    for odd, seen in ((1.5, "1.5"), (difference, "DifferenceSummary")):
        with pytest.raises(BadInput, match="not all of one kind") as caught:
            combine_summaries([change, odd])  # type: ignore[list-item]
        assert (caught.value.where, caught.value.seen) == ("summaries, value 2", seen)
