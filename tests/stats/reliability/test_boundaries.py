"""Reliability at its edges: the halves' range, items that go with nothing, and how blanks were handled."""

from __future__ import annotations

from math import atanh, sqrt, tanh
from statistics import NormalDist

import pytest

from workbench import stats
from workbench.errors import BadInput, NotEnoughData

RIGHT = [[1, 1, 1, 0], [1, 0, 1, 1], [0, 0, 1, 0], [0, 0, 0, 0], [1, 1, 1, 1], [1, 1, 0, 0]]


@pytest.mark.parametrize("level", [0.8, 0.95])
def test_the_halves_range_is_fishers_stepped_up_like_the_estimate(level: float) -> None:
    result = stats.split_half(RIGHT, level=level)
    assert result.r is not None
    reach = NormalDist().inv_cdf((1 + level) / 2) / sqrt(result.n - 3)
    low, high = (tanh(atanh(result.r) + by) for by in (-reach, reach))
    assert result.estimate == pytest.approx(2 * result.r / (1 + result.r), rel=1e-12)
    assert (result.low, result.high) == pytest.approx((2 * low / (1 + low), 2 * high / (1 + high)), rel=1e-12)
    assert result.undefined is None


def test_halves_of_three_pupils_have_an_estimate_and_of_four_a_range() -> None:
    three, four = stats.split_half(RIGHT[:3]), stats.split_half(RIGHT[:4])
    assert three.estimate is not None
    assert (three.low, three.high) == (None, None)
    assert three.undefined is not None
    assert four.low is not None
    assert four.high is not None


def test_an_item_that_goes_with_nothing_does_not_look_turned_round() -> None:
    result = stats.cronbach_alpha([[1, 1, 1], [2, 2, 2], [1, 1, 2], [2, 2, 1]])
    assert result.item_rest_r[2] == 0
    assert result.looks_reversed == ()
    assert stats.cronbach_alpha([[1, 1, 1, 2], [2, 2, 2, 1], [3, 3, 3, 1], [1, 1, 2, 2]]).looks_reversed == (4,)


def test_the_method_says_how_blanks_were_handled() -> None:
    answers = [[4, 4, 5], [2, 3, None], [5, 4, 5], [3, 3, 3], [1, 2, 2]]
    whole, by_pairs = stats.cronbach_alpha(answers), stats.cronbach_alpha(answers, missing="pairwise")
    assert (whole.n, whole.dropped, whole.missing, whole.low is None) == (4, 1, 1, False)
    assert (by_pairs.low, by_pairs.high) == (None, None)
    assert whole.method != by_pairs.method
    assert "pair" in by_pairs.method
    assert "pair" not in whole.method


def test_no_pupils_are_too_few_in_good_grammar() -> None:
    with pytest.raises(NotEnoughData, match="This needs at least 1 pupil\\.") as caught:
        stats.cronbach_alpha([])
    assert (caught.value.seen, caught.value.allowed) == ("0 pupils", "1 pupil or more")


def test_a_wobble_from_two_figures_rests_on_no_pupils_and_says_so() -> None:
    figures, answers = stats.standard_error_of_measurement(sd=5, reliability=0.84), stats.standard_error_of_measurement(RIGHT)
    assert (figures.n, figures.missing, figures.dropped, figures.items) == (0, 0, 0, None)
    assert figures.method == "standard error of measurement, sd * sqrt(1 - reliability)"
    assert answers.method.startswith(figures.method + ", with Cronbach's alpha")
    assert (answers.n, answers.items) == (6, 4)
    gap = stats.standard_error_of_measurement([*RIGHT, [1, None, 0, None]])
    assert (gap.n, gap.missing, gap.dropped) == (6, 2, 1)


@pytest.mark.parametrize("reliability", [-0.01, 1.01, 1.9])
def test_a_reliability_is_a_share(reliability: float) -> None:
    with pytest.raises(BadInput) as caught:
        stats.standard_error_of_measurement(sd=5, reliability=reliability)
    assert caught.value.where == "reliability"
    assert stats.standard_error_of_measurement(sd=5, reliability=1).estimate == 0


def test_questions_that_all_or_none_got_right_are_named() -> None:
    result = stats.kr20([[1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 0], [1, 0, 0, 0]])
    assert (result.all_right, result.all_wrong) == ((1,), (4,))
    assert result.shares_right == (1, 0.5, 0.5, 0)
