"""Every arrangement counted: against listing them, against drawing, and each p with the interval that matches it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from math import atanh, tanh
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats import kendall, pearson, spearman
from workbench.stats._columns import exact
from workbench.stats.association import _concordances as concordances
from workbench.stats.association import _products as products
from workbench.stats.association.ranks import doubled_ranks

COEFFICIENTS: list[Callable[..., Any]] = [pearson, spearman, kendall]
mark = st.sampled_from([0, 1, 2, 3, 4.5, 7, 7.25, 0.1])
few = st.lists(st.tuples(mark, mark), min_size=4, max_size=6)
some = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), min_size=4, max_size=11)
levels = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])


def columns(pairs: list[tuple[Any, Any]]) -> tuple[list[Any], list[Any]]:
    return [a for a, _ in pairs], [b for _, b in pairs]


def statistic(function: Callable[..., Any], x: list[Any], y: list[Any]) -> Fraction:
    """Return what rises with the coefficient, worked out in the plainest way."""
    x, y = [exact(a) for a in x], [exact(b) for b in y]
    if function is spearman:
        x, y = doubled_ranks(x), doubled_ranks(y)  # type: ignore[arg-type, assignment]
    if function is kendall:
        n = len(x)
        return sum(
            (Fraction((x[i] > x[j]) - (x[i] < x[j])) * ((y[i] > y[j]) - (y[i] < y[j])) for i in range(n) for j in range(i)), Fraction(0)
        )
    return len(x) * sum((a * b for a, b in zip(x, y, strict=True)), Fraction(0)) - sum(x, Fraction(0)) * sum(y, Fraction(0))


@pytest.mark.parametrize("function", COEFFICIENTS)
@settings(max_examples=40)
@given(pairs=few)
def test_it_agrees_with_listing_every_arrangement(function: Callable[..., Any], pairs: list[tuple[Any, Any]]) -> None:
    x, y = columns(pairs)
    if len(set(x)) == 1 or len(set(y)) == 1:
        return
    every = [statistic(function, x, list(dealt)) for dealt in permutations(y)]
    seen, total = statistic(function, x, y), len(every)
    above, below = Fraction(sum(s >= seen for s in every), total), Fraction(sum(s <= seen for s in every), total)
    result = function(x, y)
    assert result.exact
    assert (result.p_greater, result.p_less, result.p) == (float(above), float(below), min(1.0, float(2 * min(above, below))))
    assert result.p_absolute == float(Fraction(sum(abs(s) >= abs(seen) for s in every), total))
    assert result.mid_p == pytest.approx(min(1.0, 2 * min(above, below) - Fraction(every.count(seen), total)))
    assert result.smallest_p == min(1.0, float(2 * min(Fraction(every.count(max(every)), total), Fraction(every.count(min(every)), total))))


@pytest.mark.parametrize("function", COEFFICIENTS)
@pytest.mark.parametrize("alternative", ["two_sided", "greater", "less"])
@settings(max_examples=40)
@given(pairs=some, level=levels)
def test_law_no_link_lies_inside_exactly_when_p_is_above_1_minus_the_level(
    function: Callable[..., Any], alternative: str, pairs: list[tuple[int, int]], level: float
) -> None:
    x, y = columns(pairs)
    if len(set(x)) == 1 or len(set(y)) == 1:
        return
    result = function(x, y, level=level, alternative=alternative)
    if result.undefined:
        assert (result.low, result.high) == (None, None)
        return
    inside = (result.low is None or result.low <= 0) and (result.high is None or result.high >= 0)
    p = exact(result.p) if result.p != pytest.approx(1 - level, abs=1e-12) else 1 - exact(level)
    assert inside == (p > 1 - exact(level))
    for end in (result.low, result.high):
        assert end is None or -1 <= end <= 1


@pytest.mark.parametrize("function", COEFFICIENTS)
@settings(max_examples=40)
@given(pairs=some)
def test_law_the_order_of_pupils_and_columns_does_not_matter_and_a_turned_column_turns_the_sign(
    function: Callable[..., Any], pairs: list[tuple[int, int]]
) -> None:
    x, y = columns(pairs)
    if len(set(x)) == 1 or len(set(y)) == 1:
        return
    one = function(x, y)
    told = (one.estimate, one.p, one.low, one.high)
    for other in (function(y, x), function(x[::-1], y[::-1]), function([2.5 * a - 7 for a in x], y)):
        assert (other.estimate, other.p, other.low, other.high) == pytest.approx(told, abs=1e-12)
    turned = function(x, [-b for b in y])
    assert turned.estimate == pytest.approx(-one.estimate)
    assert (turned.p, turned.p_greater) == (one.p, one.p_less)
    if one.low is not None and one.high is not None:
        assert (turned.low, turned.high) == pytest.approx((-one.high, -one.low))


@settings(max_examples=40)
@given(pairs=some)
def test_law_a_rank_correlation_sees_the_order_alone(pairs: list[tuple[int, int]]) -> None:
    x, y = columns(pairs)
    if len(set(x)) == 1 or len(set(y)) == 1:
        return
    for function in (spearman, kendall):
        one, other = function(x, y), function([a**3 for a in x], [b * b for b in y])
        assert (one.estimate, one.p, one.low, one.high) == (other.estimate, other.p, other.low, other.high)


@given(pairs=some)
def test_estimates_agree_with_scipy_and_pairs_add_up(pairs: list[tuple[int, int]]) -> None:
    from scipy import stats as theirs

    x, y = columns(pairs)
    if len(set(x)) == 1 or len(set(y)) == 1:
        return
    assert spearman(x, y).estimate == pytest.approx(theirs.spearmanr(x, y).statistic, abs=1e-12)
    result = kendall(x, y)
    assert result.estimate == pytest.approx(theirs.kendalltau(x, y).statistic, abs=1e-12)
    assert result.same_order + result.opposite_order + result.tied == result.pairs == len(x) * (len(x) - 1) // 2


def test_untied_kendall_agrees_with_scipys_exact_p() -> None:
    from scipy.stats import kendalltau

    random = Random(3)
    for n in (5, 12, 30):
        x, y = list(range(n)), random.sample(range(n), n)
        assert kendall(x, y).p == pytest.approx(min(1.0, kendalltau(x, y, method="exact").pvalue), rel=1e-9)


def test_many_ties_stay_exact_where_many_values_are_drawn_and_it_is_said() -> None:
    random = Random(5)
    items = [random.randint(1, 5) for _ in range(20)], [random.randint(1, 5) for _ in range(20)]
    assert all(function(*items).exact for function in COEFFICIENTS)
    marks = [random.randint(0, 40) for _ in range(28)], [random.randint(0, 40) for _ in range(28)]
    drawn = spearman(*marks)
    assert (drawn.exact, drawn.draws, drawn.seed) == (False, 19_999, 1937)
    assert drawn.standard_error == pytest.approx(2 * (drawn.p / 2 * (1 - drawn.p / 2) / 19_999) ** 0.5)
    assert "Monte Carlo, 19,999 draws from seed 1937" in drawn.method
    assert spearman(*marks) == drawn
    assert spearman(*marks, seed=2).p == pytest.approx(drawn.p, abs=5 * drawn.standard_error)


def test_drawing_comes_near_to_counting() -> None:
    x, y = [1, 2, 2, 3, 4, 4, 5, 1], [2, 1, 3, 3, 5, 4, 4, 2]
    counted = products.sums_of_products(x, y, draws=None, seed=1)
    drawn = products._draw_products(x, y, draws=19_999, seed=1)
    assert drawn.at_least / drawn.total == pytest.approx(counted.at_least / counted.total, abs=0.005)
    tallied = concordances.concordances(x, y, draws=None, seed=1)
    again = concordances._draw_concordances(concordances._codes(x), concordances._codes(y), tallied.seen, draws=19_999, seed=1)
    assert again.at_least / again.total == pytest.approx(tallied.at_least / tallied.total, abs=0.005)
    huge = products._draw_products([0, 10**30, 5], [0, 10**30, 7], draws=999, seed=1)
    assert huge.total == 1000


def test_both_ways_of_working_out_drawn_concordances_are_the_plain_count() -> None:
    random = Random(2)
    x = [random.randint(0, 3) for _ in range(9)]
    x[0] = 3
    rows = [random.sample([0, 1, 2, 3, 3, 2, 1, 0, 0], 9) for _ in range(50)]
    plain = [concordances.kendall_s(x, row) for row in rows]
    assert concordances._from_boxes(np.array(x), np.array(rows)).tolist() == plain
    assert concordances._from_orders(np.array(x), np.array(rows)).tolist() == plain


@given(st.integers(0, 10**6), st.integers(2, 70), st.integers(1, 90), st.integers(1, 90))
def test_pairs_of_many_pupils_are_counted_digit_by_digit_as_one_by_one(seed: int, n: int, x_levels: int, y_levels: int) -> None:
    random = Random(seed)
    x, y = [random.randrange(x_levels) for _ in range(n)], [random.randrange(y_levels) for _ in range(n)]
    rows = [random.sample(y, n) for _ in range(5)]
    coded = np.array([concordances._codes(row) for row in rows])
    counted = concordances._from_orders(np.array(concordances._codes(x)), coded).tolist()
    assert counted == [concordances.kendall_s(x, row) for row in rows]
    assert concordances._kendall_s_of_many(x, y) == concordances.kendall_s(x, y)


def test_the_ends_are_those_of_the_arrangements_moved_along_fishers_scale() -> None:
    x, y = [1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 5, 7, 6]
    every = Counter(sum(a * b for a, b in zip(x, dealt, strict=True)) for dealt in permutations(y))
    highest = sorted(every.elements(), reverse=True)[int(0.025 * 5040)]
    there = (7 * highest - 28 * 28) / (7 * 140 - 28 * 28)
    result = pearson(x, y)
    assert result.low == pytest.approx(tanh(atanh(result.estimate) - atanh(there)))


def test_trap_few_pupils_set_no_end_at_95() -> None:
    result = kendall([1, 2, 3, 4], [1, 2, 4, 3])
    assert (result.low, result.high) == (None, None)
    assert result.smallest_p == pytest.approx(2 / 24)
    at_90 = kendall([1, 2, 3, 4], [1, 2, 4, 3], level=0.9)
    assert at_90.low is not None


def test_trap_ties_with_the_arrangement_seen_count_as_they_are_and_not_as_floats() -> None:
    # Tenths: the same sum comes out differently as floats, and the arrangement seen would not tie with itself.
    x, y = [0.1, 0.2, 0.3, 0.4], [0.3, 0.1, 0.2, 0.6]
    result = pearson(x, y)
    whole = pearson([1, 2, 3, 4], [3, 1, 2, 6])
    assert (result.p, result.p_absolute, result.mid_p) == (whole.p, whole.p_absolute, whole.mid_p)


def test_trap_a_randomisation_that_leaves_out_the_arrangement_seen_gives_p_0() -> None:
    x = list(range(40))
    drawn = pearson([a * a for a in x], x, draws=999)
    assert drawn.p == pytest.approx(2 / 1000)


@pytest.mark.parametrize("function", COEFFICIENTS)
def test_what_cannot_be_correlated_is_refused(function: Callable[..., Any]) -> None:
    with pytest.raises(Undefined, match="y: A correlation is undefined"):
        function([1, 2, 3, 4], [5, 5, 5, 5])
    with pytest.raises(NotEnoughData):
        function([1, 2], [2, 1])
    with pytest.raises(BadInput, match="one row for each pupil"):
        function([1, 2, 3, 4], [1, 2, 3])
    for options in ({"draws": 2.5}, {"draws": 10}, {"seed": -1}, {"seed": "x"}, {"alternative": "both"}, {"level": 95}):
        with pytest.raises(BadInput):
            function([1, 2, 3, 4], [2, 1, 4, 3], **options)


@pytest.mark.parametrize("function", COEFFICIENTS)
def test_blanks_drop_the_pair_and_level_none_gives_the_p_alone(function: Callable[..., Any]) -> None:
    x, y = [1, None, 3, 4, 5, 6], [2, 3, float("nan"), 3, 6, 5]
    result = function(x, y, level=None)
    assert (result.x, result.y, result.dropped, result.missing) == ((1, 4, 5, 6), (2, 3, 6, 5), 2, 2)
    assert (result.low, result.high, result.level) == (None, None, None)
    assert result.p == function(x, y).p
