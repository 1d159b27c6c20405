"""Traps that expose careless handling of several groups, each by its name and with its numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.errors import NotEnoughData, Undefined
from workbench.stats import adjusted_difference, dunn, friedman, jonckheere, kruskal_wallis
from workbench.stats.groups import _packed as packed

CASES = {case["id"]: case for case in json.loads((Path(__file__).parents[2] / "oracles" / "public.json").read_text(encoding="utf-8"))}


def groups_of(name: str) -> list[list[float]]:
    groups: list[list[float]] = CASES[f"kgroups.kruskal.{name}"]["inputs"]["groups"]
    return groups


def test_trap_deals_that_tie_with_the_one_seen_count() -> None:
    groups = groups_of("hollander_wolfe")
    result = kruskal_wallis(*groups)
    assert (result.as_far, result.patterns) == (179294, 252252)
    beyond = 2 * result.mid_p - result.p
    assert beyond < result.p


def test_trap_the_statistic_is_compared_whole_and_not_as_a_float() -> None:
    # Groups of 3, 7 and 11: thirds, sevenths and elevenths of squares have no exact float.
    groups = [[1, 5, 9], [2, 4, 4, 6, 8, 10, 3], [7, 7, 11, 12, 13, 5, 9, 14, 2, 15, 16]]
    again = [groups[1], groups[2], groups[0]]
    assert kruskal_wallis(*groups).p == kruskal_wallis(*again).p
    tenths = [[mark / 10 for mark in group] for group in groups]
    assert kruskal_wallis(*tenths).as_far == kruskal_wallis(*groups).as_far


def test_trap_the_chi_squared_p_of_nine_pupils_is_off_by_more_than_twice() -> None:
    result = kruskal_wallis(*groups_of("tiny333"))
    assert round(result.p, 4) == 0.0179
    assert round(result.p_chi_squared, 4) == 0.0427


def test_trap_a_test_below_its_least_p() -> None:
    result = kruskal_wallis([1], [2], [3])
    assert (result.p, result.smallest_p) == (1.0, 1.0)
    two_each = kruskal_wallis([1, 2], [3, 4], [5, 6])
    assert two_each.p == two_each.smallest_p == pytest.approx(6 / 90)


def test_trap_a_random_test_that_leaves_out_the_deal_that_was_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    for budget in ("BUDGET", "FEW"):
        monkeypatch.setattr(packed, budget, 0)
    apart = [list(range(10)), list(range(20, 30)), list(range(40, 50))]
    for result in (kruskal_wallis(*apart, draws=999), jonckheere(*apart, draws=999, alternative="greater")):
        assert result.p == pytest.approx(1 / 1000)
        assert not result.exact


def test_trap_two_definitions_of_two_sided() -> None:
    result = jonckheere([4, 2, 3], [1, 3], [1])
    assert result.p == min(1, 2 * min(result.p_greater, result.p_less))
    assert (round(result.p, 4), round(result.p_absolute, 4)) == (0.2333, 0.2)


def test_trap_dunns_holm_is_two_sided_and_never_falls_below_the_row_before() -> None:
    # dunn.test's own table gives .41 and .82 here: one-sided, and falling.
    result = dunn(*groups_of("hollander_wolfe"))
    assert [row[5] for row in result.rows] == [1, 1, 1]


def test_trap_ties_within_a_pupil() -> None:
    result = friedman(CASES["kgroups.friedman.likert8x4"]["inputs"]["rows_are_pupils"])
    assert result.patterns < 24**8
    assert round(result.p, 6) == 0.001043
    assert round(result.p_chi_squared, 6) == 0.003219


def test_trap_blanks_dropped_from_each_occasion_separately() -> None:
    rows = [[1, 2, 3], [None, 9, 1], [2, 3, 4], [3, 4, 5]]
    result = friedman(rows)
    assert (result.n, result.dropped, result.missing) == (3, 1, 1)
    assert result.means == (2, 3, 4)


def test_trap_a_mean_of_a_constant_group() -> None:
    with pytest.raises(Undefined):
        kruskal_wallis([4, 4], [4, 4, 4])
    with pytest.raises(NotEnoughData):
        adjusted_difference([1, 2, 3, 4], [2, 2, 3, 5], [0, 0, 0, 1])


def test_trap_the_adjusted_difference_is_neither_the_difference_after_nor_that_of_the_gains() -> None:
    inputs = CASES["two.ancova.class28"]["inputs"]
    result = adjusted_difference(inputs["pre"], inputs["post"], inputs["group"])
    assert [round(each, 3) for each in (result.gain_difference, result.estimate, result.unadjusted)] == [0.786, 1.015, 1.286]


def test_trap_one_slope_taken_for_two_groups_that_have_two() -> None:
    inputs = CASES["two.ancova.anorexiaCBT"]["inputs"]
    result = adjusted_difference(inputs["pre"], inputs["post"], inputs["group"])
    assert round(result.p_interaction, 4) == 0.0045
    assert result.slopes_differ
    assert result.slope_x > 0 > result.slope_y
