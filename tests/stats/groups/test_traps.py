"""Traps that expose a careless small-sample package, two groups: each by its name, with its numbers."""

from __future__ import annotations

import json
from itertools import combinations
from math import comb
from pathlib import Path

import pytest

from workbench.errors import Undefined
from workbench.stats import (
    cliffs_delta,
    cohen_d,
    glass_delta,
    hedges_g,
    mean_difference,
    permutation_difference,
    probability_of_superiority,
    rank_sum,
)

CASES = {case["id"]: case for case in json.loads((Path(__file__).parents[2] / "oracles" / "public.json").read_text(encoding="utf-8"))}


def pupils(name: str) -> tuple[list[float], list[float]]:
    inputs = CASES[f"two.permutation.{name}"]["inputs"]
    return inputs["x"], inputs["y"]


def test_trap_half_marks_are_not_rounded_to_scores_so_that_0178_does_not_become_0213() -> None:
    result = permutation_difference(*pupils("half10v9"))
    assert round(result.p_absolute, 4) == 0.0178
    assert (result.as_far_absolute, result.patterns) == (1645, 92378)
    assert round(result.p, 4) == 0.0192


def test_trap_ties_with_the_observed_difference_count() -> None:
    x, y = pupils("ties5v7")
    result = permutation_difference(x, y)
    pool, m = [*x, *y], len(x)
    sums = [sum(pool[place] for place in chosen) for chosen in combinations(range(len(pool)), m)]
    above = sum(each > sum(x) for each in sums)
    assert (result.as_far, result.patterns) == (84, 792)
    assert (round(result.p, 4), round(2 * above / len(sums), 4)) == (0.1061, 0.0354)


def test_trap_decimals_are_compared_as_whole_numbers_and_not_as_floats() -> None:
    # 0.1 + 0.2 and 0.3 + 0.0 are one sum; as floats they are not, and the tie is lost.
    assert 0.1 + 0.2 != 0.3 + 0.0
    result = permutation_difference([0.1, 0.2], [0.3, 0.0], level=None)
    assert (result.p_greater, result.p_less) == (4 / 6, 4 / 6)


def test_trap_two_separated_groups_of_8_do_not_get_p_0() -> None:
    x, y = [21.1, 22.3, 23.2, 24.7, 25.9, 26.4, 27.8, 28.6], [1.3, 2.2, 3.9, 4.1, 5.6, 6.7, 7.2, 8.8]
    for result in (permutation_difference(x, y), rank_sum(x, y)):
        assert result.p == result.p_absolute == result.smallest_p == 2 / comb(16, 8)
        assert result.p_greater == 1 / 12870


def test_trap_two_definitions_of_two_sided_and_the_interval_matches_the_p_that_is_printed() -> None:
    x, y = [10, 7, 4, 6, 10], [6, 3, 2, 7, 4, 4, 4, 7, 4]
    result = permutation_difference(x, y)
    assert (round(result.p_absolute, 4), round(result.p, 4)) == (0.0385, 0.0619)
    assert (result.low, result.high) == (0.0, 5.5)
    assert result.p > 0.05
    above = permutation_difference([mark - 5.51 for mark in x], y)
    below = permutation_difference([mark + 0.01 for mark in x], y)
    assert above.p <= 0.05
    assert below.p <= 0.05


def test_trap_a_95_interval_is_not_promised_where_none_exists() -> None:
    for result in (permutation_difference([7, 9, 10], [4, 5, 8]), rank_sum([7, 9, 10], [4, 5, 8])):
        assert (result.smallest_p, result.low, result.high) == (0.1, None, None)
    assert permutation_difference([7, 9, 10], [4, 5, 8], level=0.9).low == -1.0
    ranks = rank_sum([7, 9, 10], [4, 5, 8])
    assert (ranks.order_low, ranks.order_high, ranks.order_level) == (None, None, None)


def test_trap_a_p_below_the_smallest_possible_is_never_given() -> None:
    for m in range(1, 7):
        for n in range(1, 7):
            x, y = list(range(50, 50 + m)), list(range(n))
            for result in (permutation_difference(x, y, level=None), rank_sum(x, y, level=None)):
                assert result.p == result.smallest_p == min(1.0, 2 / comb(m + n, m))


def test_trap_ties_in_rank_tests_use_no_table_for_untied_ranks_and_no_normal_curve() -> None:
    result = rank_sum(*pupils("half10v9"))
    assert round(result.p_absolute, 4) == 0.0229  # a table for untied ranks gives 0.0279, a normal curve 0.0271
    assert (result.u, result.level_pairs) == (72.5, 3)
    pg = rank_sum(*pupils("pg_trt1"))
    assert round(pg.p_absolute, 4) == 0.1968  # 0.2176 and 0.1986


def test_trap_the_shift_is_the_median_of_the_differences_with_ties_too() -> None:
    assert rank_sum(*pupils("half10v9")).estimate == 3.0  # not 3.25, and not 3.0000387


def test_trap_the_interval_by_inversion_takes_no_nearest_quantile_and_counts_the_split_that_was_seen() -> None:
    result = permutation_difference(*pupils("pg_trt1"))
    assert (result.low, result.high) == (-1.025, 0.285)  # not -1.026


def test_trap_hedges_j_is_exact_with_3_and_3() -> None:
    result = hedges_g([7, 9, 10], [4, 5, 8])
    assert round(result.estimate, 4) == 1.3111
    assert round(cohen_d([7, 9, 10], [4, 5, 8]).estimate * (1 - 3 / (4 * 4 - 1)), 4) == 1.3145


def test_trap_cliffs_delta_at_one_has_an_interval_that_stays_inside_and_is_no_point() -> None:
    x, y = [21, 22, 23, 24, 25, 26, 27, 28], [1, 2, 3, 4, 5, 6, 7, 8]
    for quantile in ("t", "normal"):
        up, down = cliffs_delta(x, y, quantile=quantile), cliffs_delta(y, x, quantile=quantile)
        assert (up.estimate, up.high, down.estimate, down.low) == (1.0, 1.0, -1.0, -1.0)
        assert up.low is not None
        assert 0 < up.low < 0.5
        assert down.high == -up.low
        assert up.formula_low is not None
        assert up.formula_low > 0.95  # the formula as it stands would claim that much of 8 pupils
    share = probability_of_superiority(x, y)
    assert share.high == 1.0
    assert share.low is not None
    assert 0.5 < share.low < 0.75


def test_trap_groups_that_do_not_vary_have_no_t_no_infinite_d_and_no_interval_of_a_point() -> None:
    result = mean_difference([5, 5, 5], [3, 3, 3])
    assert (result.t, result.low, result.high, result.p) == (None, None, None, None)
    assert result.undefined is not None
    for standardised in (hedges_g, cohen_d, glass_delta):
        with pytest.raises(Undefined):
            standardised([5, 5, 5], [3, 3, 3])
    assert permutation_difference([5, 5, 5, 5], [3, 3, 3, 3]).p == 2 / 70
    assert permutation_difference([3, 3, 3, 3], [3, 3, 3, 3]).p == 1.0
    assert rank_sum([3, 3, 3, 3], [3, 3, 3, 3]).p == 1.0
    assert cliffs_delta([3, 3, 3], [3, 3, 3]).low is None


def test_trap_the_split_that_was_seen_always_counts_when_splits_are_drawn() -> None:
    x, y = [30.123456789 + 1.7 * place for place in range(30)], [0.987654321 + 0.91 * place for place in range(30)]
    result = permutation_difference(x, y, draws=999, level=None)
    assert not result.exact
    assert result.p_greater >= 1 / 1000
