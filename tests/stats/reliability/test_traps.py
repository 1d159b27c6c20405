"""The traps that a careless library falls into when the items of a test are set side by side."""

from __future__ import annotations

import pytest

from workbench.errors import Undefined
from workbench.stats import cronbach_alpha, item_analysis, kr20, mcdonald_omega, split_half, standard_error_of_measurement
from workbench.words.say import say

QUIZ = [
    [1, 0, 1, 1, 1, 1, 0, 0, 1, 1],
    [1, 0, 1, 1, 1, 1, 0, 1, 0, 0],
    [1, 1, 1, 0, 1, 0, 0, 1, 0, 0],
    [1, 1, 0, 1, 1, 0, 0, 0, 0, 0],
    [1, 1, 0, 0, 1, 1, 0, 0, 1, 0],
    [1, 0, 1, 1, 0, 0, 0, 1, 0, 0],
    [0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
    [1, 1, 1, 0, 0, 1, 1, 1, 0, 0],
    [1, 1, 1, 1, 1, 1, 0, 1, 1, 0],
    [1, 0, 0, 1, 1, 1, 1, 0, 0, 0],
    [1, 1, 1, 1, 0, 1, 0, 1, 0, 1],
    [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 0],
    [1, 1, 1, 1, 0, 1, 1, 1, 1, 0],
]
GAPS = [
    [4, 4, 5, 3, 4],
    [2, 3, None, 2, 1],
    [5, 4, 5, 5, 4],
    [3, 3, 3, 2, 3],
    [4, 5, 4, 4, 4],
    [1, 2, 2, 1, 2],
    [None, 4, 3, 3, 4],
    [5, 5, 4, 4, 5],
    [2, 2, 3, 3, 2],
    [4, 3, 4, 4, 3],
    [3, 3, 2, 3, 3],
    [4, 4, 4, 5, 5],
]


def test_trap_kr20_with_mixed_denominators_gives_669_for_635() -> None:
    result = kr20(QUIZ)
    n, k = len(QUIZ), len(QUIZ[0])
    own = sum(share * (1 - share) for share in result.shares_right)
    assert round(k / (k - 1) * (1 - own / result.total_sd**2), 4) == 0.6689  # items by n, the total by n - 1
    assert round(k / (k - 1) * (1 - own / (result.total_sd**2 * (n - 1) / n)), 4) == round(result.estimate, 4) == 0.6349
    assert result.estimate == cronbach_alpha(QUIZ).estimate


def test_trap_a_constant_item_is_neither_dropped_in_silence_nor_half_kept() -> None:
    rows = [[*row, 1] for row in QUIZ]
    result = cronbach_alpha(rows)
    assert (result.items, result.constant_items) == (11, (11,))
    assert result.estimate == pytest.approx(11 / 10 * 9 / 10 * cronbach_alpha(QUIZ).estimate)  # k / (k - 1) with every item that was asked
    assert result.without_constant == result.if_dropped[10] == cronbach_alpha(QUIZ).estimate
    assert result.item_rest_r[10] is None
    assert (result.standardised, result.mean_inter_item_r) == (None, None)  # no r with an item that does not vary
    assert "question 11 alike" in say(result)
    assert kr20(rows).all_right == (11,)
    assert item_analysis(rows).constant_items == (11,)
    with pytest.raises(Undefined, match="item 11"):
        mcdonald_omega(rows)


def test_trap_equal_totals_have_no_alpha_and_not_one_of_0_or_without_end() -> None:
    for compute in (cronbach_alpha, split_half, standard_error_of_measurement, kr20):
        with pytest.raises(Undefined, match="equal totals"):
            compute([[1, 0, 1], [0, 1, 1], [1, 1, 0]])
        with pytest.raises(Undefined, match="equal totals"):
            compute([[1, 1], [1, 1]])


def test_trap_items_in_step_have_alpha_1_and_no_interval_that_is_a_point() -> None:
    result = cronbach_alpha([[1, 1, 1], [2, 2, 2], [4, 4, 4]])
    assert (result.estimate, result.low, result.high) == (1, None, None)
    assert result.undefined is not None
    assert "anything from" not in say(result)
    assert standard_error_of_measurement([[1, 1], [2, 2]]).low is None


def test_trap_blanks_are_not_dropped_from_each_column_by_itself() -> None:
    whole, pairs = cronbach_alpha(GAPS), cronbach_alpha(GAPS, missing="pairwise")
    assert (whole.n, whole.dropped, whole.missing) == (10, 2, 2)
    assert whole.estimate == cronbach_alpha([row for row in GAPS if None not in row]).estimate == pytest.approx(0.941717791411043)
    assert (pairs.n, pairs.dropped, pairs.estimate) == (12, 0, pytest.approx(0.93802172241085))
    assert (whole.handling, pairs.handling) == ("listwise", "pairwise")
    assert (pairs.low, pairs.high, pairs.total_mean) == (None, None, None)  # Feldt's interval is of complete rows


def test_trap_a_blank_is_not_a_wrong_answer() -> None:
    rows = [[1, 1, None], *QUIZ_OF_THREE]
    assert item_analysis(rows).rows == item_analysis(QUIZ_OF_THREE).rows
    assert kr20(rows).dropped == 1


QUIZ_OF_THREE = [row[:3] for row in QUIZ]


def test_trap_an_item_the_other_way_round_is_flagged_and_not_turned_in_silence() -> None:
    complete = [row for row in GAPS if None not in row]
    against = [[6 - row[0], *row[1:]] for row in complete]
    result = cronbach_alpha(against)
    assert result.looks_reversed == (1,)
    assert result.estimate < 0.6 < cronbach_alpha(complete).estimate
    assert "It has not been turned." in say(result)
    turned = cronbach_alpha(against, reversed_items=[1], scale=(1, 5))
    assert turned.estimate == cronbach_alpha(complete).estimate
    assert "Question 1 was turned round, as you asked." in say(turned)
    assert turned.looks_reversed == ()


def test_trap_alpha_below_0_is_given_as_it_is_and_not_set_to_0() -> None:
    result = cronbach_alpha([[1, 5, 2], [5, 1, 3], [2, 4, 4], [4, 3, 1]])
    assert result.estimate < -10
    assert result.low < result.estimate < result.high
