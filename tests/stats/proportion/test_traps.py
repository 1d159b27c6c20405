"""The traps for shares and tables, each with its numbers."""

from __future__ import annotations

import pytest

from workbench.stats import fisher_exact, paired_shares


def test_trap_two_definitions_of_two_sided_the_interval_matches_the_doubled_p_and_not_the_one_by_likelihood() -> None:
    result = fisher_exact([[18, 10], [11, 16]])
    assert result.p == pytest.approx(0.13870002395842346)
    assert result.p_minlike == pytest.approx(0.10780874722857897)
    between = 1 - (result.p + result.p_minlike) / 2
    at_that_level = fisher_exact([[18, 10], [11, 16]], level=between)
    assert at_that_level.low is not None
    assert at_that_level.low < 1  # the p by likelihood alone would have put 1 outside


def test_trap_tables_as_likely_as_the_one_seen_are_found_by_whole_numbers() -> None:
    # Both tails of the tea tasting have the same 1 + 16 ways of 70: as floats one of them is easily lost.
    assert fisher_exact([[3, 1], [1, 3]]).p_minlike == 34 / 70


def test_trap_a_p_of_just_1_minus_the_level_puts_no_difference_outside() -> None:
    # 3 v 3, wholly apart: p is 2/20 = .1 exactly, and the root for the end is 1 to the last digit.
    at_90 = fisher_exact([[3, 0], [0, 3]], level=0.9)
    assert at_90.p == 0.1
    assert at_90.low is not None
    assert 1 < at_90.low < 1 + 1e-9
    just_above = fisher_exact([[3, 0], [0, 3]], level=0.9001)
    assert just_above.low is not None
    assert just_above.low < 1


def test_trap_a_test_that_could_not_have_been_small_carries_its_least_p() -> None:
    assert fisher_exact([[2, 1], [1, 2]]).smallest_p == 0.1
    assert paired_shares([[8, 0], [3, 12]]).smallest_p == 0.25


def test_trap_nobody_changed_is_a_p_of_1_and_no_division_by_nought() -> None:
    result = paired_shares([[8, 0], [0, 12]])
    assert (result.p, result.mid_p, result.mid_p_published, result.odds_ratio) == (1.0, 1.0, 1.0, None)


def test_trap_as_many_each_way_has_two_mid_ps_in_print() -> None:
    # Doubling gives 1; the published formula takes off the chance of that split, comb(8, 4) / 2^8 = .2734.
    result = paired_shares([[5, 4], [4, 5]])
    assert result.mid_p == 1.0
    assert result.mid_p_published == pytest.approx(1 - 70 / 256)


def test_trap_the_root_finders_usual_tolerance_moves_a_wide_end_by_a_percent() -> None:
    # R's fisher.test gives 621.93 for the tea tasting's upper end; solved to the last digits it is 626.24.
    assert fisher_exact([[3, 1], [1, 3]]).high == pytest.approx(626.2435305888145, rel=1e-9)
