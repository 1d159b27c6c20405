"""Reliability: definitions computed another way, and the laws that hold for any answers."""

from __future__ import annotations

from itertools import combinations
from math import comb
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined, UnknownOption, WorkbenchError
from workbench.stats import cronbach_alpha, item_analysis, kr20, mcdonald_omega, split_half, standard_error_of_measurement

LIKERT = [
    [4, 4, 5, 3, 4],
    [2, 3, 2, 2, 1],
    [5, 4, 5, 5, 4],
    [3, 3, 3, 2, 3],
    [4, 5, 4, 4, 4],
    [1, 2, 2, 1, 2],
    [3, 4, 3, 3, 4],
    [5, 5, 4, 4, 5],
    [2, 2, 3, 3, 2],
    [4, 3, 4, 4, 3],
    [3, 3, 2, 3, 3],
    [4, 4, 4, 5, 5],
]


def tables(top: int) -> Any:
    sizes = st.tuples(st.integers(2, 9), st.integers(2, 6))
    return sizes.flatmap(
        lambda size: st.lists(st.lists(st.integers(0, top), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
    ).filter(lambda rows: len({sum(row) for row in rows}) > 1)


def covariance(rows: list[list[int]]) -> Any:
    return np.atleast_2d(np.cov(np.array(rows, dtype=float).T))


@given(tables(6))
def test_alpha_by_its_definition_with_and_without_each_item(rows: list[list[int]]) -> None:
    result = cronbach_alpha(rows)
    table = covariance(rows)
    k = len(table)
    assert result.estimate == pytest.approx(k / (k - 1) * (1 - np.trace(table) / table.sum()), abs=1e-9)
    assert result.lambda2 >= result.estimate - 1e-9
    for item, alpha in enumerate(result.if_dropped):
        rest = [row[:item] + row[item + 1 :] for row in rows]
        if k == 2 or len({sum(row) for row in rest}) == 1:
            assert alpha is None
        else:
            assert alpha == pytest.approx(cronbach_alpha(rest).estimate, abs=1e-9)


@given(tables(6))
def test_item_rest_correlations_by_their_definition(rows: list[list[int]]) -> None:
    columns = np.array(rows, dtype=float).T
    result = cronbach_alpha(rows)
    for place, (column, r) in enumerate(zip(columns, result.item_rest_r, strict=True), start=1):
        rest = columns.sum(axis=0) - column
        if len(set(column)) == 1 or len(set(rest)) == 1:
            assert r is None
        else:
            assert r == pytest.approx(np.corrcoef(column, rest)[0, 1], abs=1e-9)
            assert (place in result.looks_reversed) == (r < 0)


@given(tables(6), st.integers(-5, 5), st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_zero_the_unit_and_the_order_of_pupils_and_items_do_not_matter(
    rows: list[list[int]], shift: int, unit: int, random: Random
) -> None:
    order = random.sample(range(len(rows[0])), len(rows[0]))
    moved = [[row[item] * unit + shift for item in order] for row in random.sample(rows, len(rows))]
    plain, other = cronbach_alpha(rows), cronbach_alpha(moved)
    assert (other.estimate, other.low, other.high) == (plain.estimate, plain.low, plain.high)
    assert other.lambda2 == pytest.approx(plain.lambda2)
    assert other.item_rest_r == tuple(plain.item_rest_r[item] for item in order)
    assert standard_error_of_measurement(moved).estimate == pytest.approx(unit * standard_error_of_measurement(rows).estimate)


@given(tables(4), st.data())
def test_turning_an_item_round_twice_changes_nothing(rows: list[list[int]], data: st.DataObject) -> None:
    item = data.draw(st.integers(1, len(rows[0])))
    turned = [[4 - mark if place == item else mark for place, mark in enumerate(row, start=1)] for row in rows]
    assume(len({sum(row) for row in turned}) > 1)
    result = cronbach_alpha(turned, reversed_items=[item], scale=(0, 4))
    assert result.estimate == cronbach_alpha(rows).estimate
    assert result.total_mean == cronbach_alpha(rows).total_mean
    assert result.reversed_items == (item,)
    assert cronbach_alpha(turned, reversed_items=[item]).estimate == result.estimate  # the scale moves means alone


@given(tables(1))
def test_kr20_is_alpha_and_kr21_is_never_above_it(rows: list[list[int]]) -> None:
    result = kr20(rows)
    alpha = cronbach_alpha(rows)
    assert (result.estimate, result.low, result.high) == (alpha.estimate, alpha.low, alpha.high)
    assert result.kr21 <= result.estimate + 1e-9
    shares = np.mean(rows, axis=0)
    totals = np.var(np.sum(rows, axis=1))
    k = len(rows[0])
    assert result.estimate == pytest.approx(k / (k - 1) * (1 - float(shares @ (1 - shares)) / totals), abs=1e-9)


@given(tables(5).filter(lambda rows: len(rows[0]) % 2 == 0))
def test_every_split_into_equal_halves_is_tried_and_their_mean_is_alpha(rows: list[list[int]]) -> None:
    result = split_half(rows)
    k = len(rows[0])
    table = covariance(rows)
    found = []
    for half in combinations(range(k), k // 2):
        other = [item for item in range(k) if item not in half]
        found.append(4 * table[np.ix_(half, other)].sum() / table.sum())
    assert result.splits == comb(k, k // 2) // 2 == len(found) / 2
    assert (result.highest, result.lowest) == (pytest.approx(max(found), abs=1e-9), pytest.approx(min(found), abs=1e-9))
    assert np.mean(found) == pytest.approx(result.mean, abs=1e-9)
    assert result.mean == cronbach_alpha(rows).estimate


def test_splits_beyond_the_budget_are_drawn_and_said_to_be() -> None:
    random = Random(2)
    rows = [[random.randrange(2) for _ in range(24)] for _ in range(20)]
    result = split_half(rows, draws=999)
    assert (result.exact, result.draws, result.splits) == (False, 999, comb(24, 12) // 2)
    assert "999 splits drawn" in result.method
    assert result.mean == cronbach_alpha(rows).estimate
    assert result.lowest is not None
    assert result.highest is not None
    assert result.lowest <= result.mean <= result.highest


def test_an_odd_number_of_items_has_no_equal_halves() -> None:
    result = split_half(LIKERT)
    assert (result.splits, result.highest, result.mean, result.lowest) == (0, None, None, None)
    assert result.guttman == pytest.approx(0.8962795941375423)


@pytest.mark.parametrize("seed", range(60))
def test_omega_of_three_items_agrees_with_its_closed_form_or_says_that_there_is_none(seed: int) -> None:
    random = Random(seed)
    able = [random.gauss(0, 1) for _ in range(random.choice([6, 12, 28]))]
    rows = [[round(3 + skill + random.gauss(0, 1)) for _ in range(3)] for skill in able]
    table = covariance(rows) * (len(rows) - 1) / len(rows)
    a, b, c = table[0, 1], table[0, 2], table[1, 2]
    squares = np.array([a * b / c, a * c / b, b * c / a]) if a * b * c else np.zeros(3)
    if min(squares) > 0 and all(squares < np.diag(table) * (1 - 2e-4)):
        result = mcdonald_omega(rows)
        assert np.square(result.loadings) == pytest.approx(squares, rel=1e-6)
        shared = sum(result.loadings) ** 2
        assert result.estimate == pytest.approx(shared / (shared + sum(result.uniquenesses)))
        assert result.low < result.estimate < result.high <= 1
    else:
        with pytest.raises(Undefined):
            mcdonald_omega(rows)


def test_omega_does_not_change_with_the_unit_and_flags_an_item_the_other_way_round() -> None:
    plain, big = mcdonald_omega(LIKERT), mcdonald_omega([[7 * mark - 3 for mark in row] for row in LIKERT])
    assert (big.estimate, big.low, big.high) == pytest.approx((plain.estimate, plain.low, plain.high))
    assert big.loadings == pytest.approx([7 * each for each in plain.loadings])
    against = [[6 - row[0], *row[1:]] for row in LIKERT]
    assert mcdonald_omega(against).looks_reversed == (1,)
    assert mcdonald_omega(against, reversed_items=[1]).estimate == pytest.approx(plain.estimate)


def test_feldts_interval_holds_the_true_alpha_as_often_as_it_says() -> None:
    random = np.random.default_rng(7)
    k, n, held = 5, 12, 0
    true = k * 1.0 / (k * 1.0 + 1)  # one factor and error of the same spread
    for _ in range(400):
        rows = random.normal(size=(n, 1)) + random.normal(size=(n, k))
        result = cronbach_alpha(rows.tolist(), level=0.8)
        held += result.low <= true <= result.high
    assert 0.74 < held / 400 < 0.86


@given(tables(5))
def test_the_standard_error_and_its_interval_go_with_alpha(rows: list[list[int]]) -> None:
    result, alpha = standard_error_of_measurement(rows), cronbach_alpha(rows)
    figures = standard_error_of_measurement(sd=alpha.total_sd, reliability=alpha.estimate) if 0 <= alpha.estimate <= 1 else result
    assert result.estimate == pytest.approx(alpha.total_sd * (1 - alpha.estimate) ** 0.5)
    assert figures.estimate == pytest.approx(result.estimate)
    if result.low is not None:
        assert result.low <= result.estimate <= result.high
    assert result.smallest_difference == pytest.approx(2**0.5 * result.wobble)


@given(tables(4), st.randoms(use_true_random=False))
def test_discrimination_shares_tied_places_so_that_the_order_of_pupils_does_not_matter(rows: list[list[int]], random: Random) -> None:
    plain, other = item_analysis(rows, item_max=4), item_analysis(random.sample(rows, len(rows)), item_max=4)
    assert plain.rows == other.rows
    assert all(0 <= row.facility <= 1 and -1 <= row.discrimination <= 1 for row in plain.rows)
    assert sum(row.gained for row in plain.rows) == pytest.approx(plain.total_mean * plain.n)


def test_discrimination_by_hand() -> None:
    rows = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0]]  # totals 3, 2, 1, 1, 0; two at each end
    result = item_analysis(rows, group_share=0.4)
    assert result.group_size == 2
    # Bottom two: the pupil with 0, and half of each of the two with 1.
    assert [row.discrimination for row in result.rows] == [1 - 0.25, 1 - 0, 0.5 - 0.25]


def test_items_out_of_different_marks_have_facilities_of_their_own() -> None:
    result = item_analysis([[2, 4.5], [1, 3], [0, 6]], item_max=[2, 6])
    assert [row.facility for row in result.rows] == [0.5, 0.75]
    assert result.total_max == 8


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: cronbach_alpha([[1, 2], [2, 3]], missing="mean"), UnknownOption, "listwise, pairwise"),
        (lambda: cronbach_alpha([[1], [2]]), NotEnoughData, "at least 2 items"),
        (lambda: cronbach_alpha([[1, 2]]), NotEnoughData, "at least 2 pupils who answered every item"),
        (lambda: cronbach_alpha([[1, 2], [None, 3]]), NotEnoughData, "1 of 2 pupils"),
        (lambda: cronbach_alpha([[1, 2], [2, 1]]), Undefined, "2 equal totals"),
        (lambda: cronbach_alpha([[1, 2], [2, 3]], reversed_items=[0]), BadInput, "counted from 1"),
        (lambda: cronbach_alpha([[1, 2], [2, 3]], reversed_items=[3]), BadInput, "1 to 2"),
        (lambda: cronbach_alpha([[1, 2], [2, 6]], reversed_items=[1], scale=(1, 5)), BadInput, "answers from 1 to 6"),
        (lambda: cronbach_alpha([[1, None], [None, 2], [3, 4]], missing="pairwise"), NotEnoughData, "too few pupils in common"),
        (lambda: kr20([[1, 0], [2, 1]]), BadInput, "right or wrong"),
        (lambda: mcdonald_omega([[1, 2, 3]] * 2), Undefined, "equal answers"),
        (lambda: mcdonald_omega([[1, 2, 3], [2, 1, 3], [3, 3, 1]]), NotEnoughData, "4 pupils or more"),
        (lambda: item_analysis([[1, 5], [2, 3]]), BadInput, "what each item is out of"),
        (lambda: item_analysis([[1, 5], [2, 3]], item_max=4), BadInput, "outside what an item is out of"),
        (lambda: item_analysis([[1, 5], [2, 3]], item_max=[5]), BadInput, "1 for 2 items"),
        (lambda: item_analysis([[1, 5], [2, 3]], item_max=5, reversed_items=[1]), BadInput, "its scale must be known"),
        (lambda: item_analysis([[1, 0], [0, 1]], group_share=0.6), BadInput, "up to 0.5"),
        (standard_error_of_measurement, BadInput, "neither"),
        (lambda: standard_error_of_measurement([[1, 2], [2, 4]], sd=3), BadInput, "one or the other"),
        (lambda: standard_error_of_measurement(sd=3, reliability=84), BadInput, "from 0 to 1"),
    ],
)
def test_what_cannot_be_computed_is_refused_with_its_reason(call: Any, error: type[WorkbenchError], words: str) -> None:
    with pytest.raises(error, match=words) as seen:
        call()
    assert seen.value.do
    assert seen.value.seen
