"""The traps that a careless library falls into when the same pupils are ranked twice."""

from __future__ import annotations

from math import erfc, sqrt

import pytest

from workbench.stats import rank_biserial_change, signed_rank
from workbench.stats.paired import _signed_ranks as signed_ranks

TIED = [-1, -1, *[0] * 11, *[1] * 7, 2, 2, 3, 3]
ZEROS_BEFORE, ZEROS_AFTER = [5, 6, 7, 5, 8, 9, 4, 6, 7, 8], [5, 6, 7, 5, 8, 10, 5, 7, 6, 10]


def test_trap_a_table_for_untied_ranks_gives_0_143_where_ties_and_zeros_give_0_0122() -> None:
    result = signed_rank([0] * 24, TIED, zeros="pratt", level=None)
    assert result.p == 25 / 2048  # 0.0122
    untied = signed_ranks.null_of(tuple(range(2, 2 * 24 + 1, 2)))
    assert round(2 * untied.chance(int(2 * result.rank_sum_up)).at_least, 3) == 0.143


def test_trap_a_normal_approximation_gives_0_20_where_every_pattern_gives_0_31() -> None:
    result = signed_rank(ZEROS_BEFORE, ZEROS_AFTER, level=None)
    assert (result.p, result.n_zero, result.rank_sum_up, result.rank_sum_down) == (0.3125, 5, 12.5, 2.5)
    ranks = (2.5, 2.5, 2.5, 2.5, 5)
    z = (12.5 - sum(ranks) / 2 - 0.5) / sqrt(sum(rank * rank for rank in ranks) / 4)
    assert round(erfc(z / sqrt(2)), 2) == 0.20


def test_trap_the_two_rules_for_zeros_differ_and_the_result_names_its_own() -> None:
    before = [7.5, 9, 12.5, 10, 5.5, 11, 8, 14.5, 9, 10, 6.5, 13]
    after = [9, 9, 15, 12.5, 5, 10.5, 11, 15, 12, 10, 9.5, 14]
    drop, pratt = signed_rank(before, after), signed_rank(before, after, zeros="pratt")
    assert (drop.p, pratt.p) == (0.015625, 0.017578125)
    assert "left out before ranking" in drop.method
    assert "(Pratt)" in pratt.method


def test_trap_half_marks_that_tie_are_ties_though_their_floats_differ() -> None:
    before, after = [0.1, 0.2, 0.3, 1.1, 5.0], [0.4, 0.5, 0.0, 1.4, 5.3]  # all changes are 0.3 in size
    result = signed_rank(before, after, level=None)
    assert (result.rank_sum_up, result.rank_sum_down) == (12, 3)
    assert result.p == 2 * 6 / 32


def test_trap_a_blank_takes_its_whole_pair_away() -> None:
    result = signed_rank([5, None, 7, 5, 8, 3, 2], [7, 3, 9, None, 8, 5, 7])
    alone = signed_rank([5, 7, 8, 3, 2], [7, 9, 8, 5, 7])
    assert (result.p, result.estimate, result.n, result.missing, result.dropped) == (alone.p, alone.estimate, 5, 2, 2)


@pytest.mark.parametrize("zeros", ["drop", "pratt"])
def test_trap_an_interval_is_not_promised_where_none_exists(zeros: str) -> None:
    result = signed_rank([3, 5, 2, 6, 4], [5, 6, 6, 9, 5], zeros=zeros)
    assert (result.p, result.smallest_p, result.low, result.high) == (0.0625, 0.0625, None, None)


def test_trap_zeros_take_pupils_away_from_what_could_have_shown() -> None:
    result = signed_rank(ZEROS_BEFORE, ZEROS_AFTER)
    assert (result.smallest_p, result.smallest_p_changed) == (2 / 2**10, 2 / 2**5)


def test_trap_the_interval_matches_the_p_that_is_printed_and_the_textbook_one_need_not() -> None:
    before = [10, 13, 8, 12, 12, 16, 13, 11, 15, 10, 13, 8, 17, 5, 10, 10, 8, 11, 8, 3, 10, 14, 10, 5, 14, 5, 13, 11]
    after = [13, 16, 12, 14, 16, 12, 17, 10, 17, 14, 10, 10, 20, 8, 5, 10, 6, 13, 11, 2, 11, 11, 8, 6, 17, 3, 16, 10]
    result = signed_rank(before, after)
    assert (result.walsh_low, result.walsh_high) == (0, 2.5)
    assert (result.low, result.high_inside) == (0, False)  # a shift of 2.5 is rejected by its own p
    assert signed_rank(before, [mark - 2.5 for mark in after], level=None).p <= 0.05


def test_trap_at_one_the_rank_biserial_interval_neither_passes_1_nor_shrinks_to_it() -> None:
    result = rank_biserial_change([4, 6, 5], [6, 7, 9])
    assert (result.estimate, result.high) == (1, 1)
    assert -1 < result.low < 0


def test_trap_an_interval_that_holds_no_change_beside_a_p_that_rejects_it() -> None:
    result = signed_rank([0] * 9, [3, 1, 1, 2, 1, 3, 0, -1, 1])
    assert result.p == 0.046875
    assert result.walsh_low == 0  # the textbook's interval, which knows of no ties
    assert 0 < result.low < 1e-300
    assert not result.low_inside
