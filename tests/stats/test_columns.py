"""What may be given: anything else becomes an error of ours that says what to do."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import stats
from workbench.errors import BadInput, WorkbenchError
from workbench.stats._columns import exact

PAIRED: list[Callable[..., Any]] = [stats.mean_change, stats.permutation_change, stats.standardised_change, stats.pearson]
rubbish = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=4),
    st.complex_numbers(),
    st.decimals(),
    st.fractions(),
    st.lists(st.integers(), max_size=2),
    st.binary(max_size=2),
)


def attempt(function: Callable[..., Any], *columns: list[Any]) -> Any:
    try:
        return function(*columns)
    except WorkbenchError as error:
        return error


@pytest.mark.parametrize("function", PAIRED)
@given(first=st.lists(rubbish, max_size=6), second=st.lists(rubbish, max_size=6))
def test_rubbish_gives_numbers_or_one_of_our_errors_and_never_a_nan(
    function: Callable[..., Any], first: list[Any], second: list[Any]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = attempt(function, first, second)
    if isinstance(result, WorkbenchError):
        assert result.what.endswith(".")
        assert all([result.seen, result.allowed, result.do])
        return
    for value in result.to_dict().values():
        assert not isinstance(value, float) or math.isfinite(value)


@pytest.mark.parametrize("function", PAIRED)
@pytest.mark.parametrize("level", [95, 0, 1, -0.1, float("nan"), "0.95", True, None, float("inf"), 1 + 0j])
def test_a_level_outside_0_to_1_is_refused(function: Callable[..., Any], level: Any) -> None:
    if level is None and function in {stats.permutation_change, stats.pearson}:
        return
    with pytest.raises(BadInput, match="The level is a share"):
        function([1, 2, 4, 3, 5], [2, 4, 5, 5, 7], level=level)


@pytest.mark.parametrize("column", ["12345", b"12345", {1, 2, 3, 4, 5}, {1: 2}, 5, None, np.float64(3)])
def test_what_is_no_column_is_refused(column: Any) -> None:
    with pytest.raises(BadInput, match="A column is a list with one number for each pupil"):
        stats.mean_change([1, 2, 3, 4, 5], column)


@pytest.mark.parametrize(
    "value", ["7", "14?", True, 1 + 2j, float("inf"), -math.inf, [7], 10**200, 1e-200, np.bool_(True), Decimal("Infinity")]
)
def test_what_is_no_number_is_named_with_its_place(value: Any) -> None:
    with pytest.raises(BadInput) as caught:
        stats.mean_change([1, 2, 3], [4, value, 6])
    assert caught.value.where == "after, value 2"
    assert caught.value.do == "Type the number, or leave it blank."


def test_columns_of_unequal_length_are_refused_with_both_lengths() -> None:
    with pytest.raises(BadInput) as caught:
        stats.permutation_change([1, 2, 3], [1, 2])
    assert str(caught.value) == (
        "The two columns must have one row for each pupil, in the same order. Seen: 3 values in 'before' and 2 in 'after'. "
        "Allowed: two columns of equal length, with None where a mark is missing. Put both marks of a pupil in the same row."
    )


@pytest.mark.parametrize(
    "make",
    [
        list,
        tuple,
        np.array,
        pd.Series,
        lambda values: pd.Series(values, dtype="Float64"),
        lambda values: (value for value in values),
        lambda values: [Fraction(value) for value in values],
        lambda values: [Decimal(str(value)) for value in values],
        lambda values: [np.float64(value) for value in values],
    ],
)
def test_any_kind_of_column_gives_the_same_answer(make: Callable[[list[float]], Any]) -> None:
    result = stats.permutation_change(make([7.5, 9, 12.5, 10, 5.5, 11]), make([9, 9, 15, 12.5, 5, 10.5]))
    assert result.p == stats.permutation_change([7.5, 9, 12.5, 10, 5.5, 11], [9, 9, 15, 12.5, 5, 10.5]).p
    assert result.before == (7.5, 9, 12.5, 10, 5.5, 11)


@pytest.mark.parametrize("blank", [None, float("nan"), np.nan, pd.NA, pd.NaT, Decimal("NaN")])
def test_every_kind_of_blank_drops_its_pair(blank: Any) -> None:
    result = stats.mean_change([1, blank, 3, 5], [2, 9, 5, 6])
    assert (result.n, result.missing, result.dropped) == (3, 1, 1)


def test_a_pandas_column_with_gaps_is_read_like_a_list() -> None:
    before = pd.Series([1, None, 3, 5], dtype="Int64")
    assert stats.mean_change(before, [2, 9, 5, 6]).before == (1, 3, 5)


@given(st.integers(-(10**6), 10**6), st.integers(0, 4))
def test_a_decimal_is_read_as_it_was_typed(digits: int, places: int) -> None:
    assert exact(float(f"{digits}e-{places}")) == Fraction(digits, 10**places)


@given(st.floats(min_value=1e-90, max_value=1e90))
def test_an_exact_number_is_stored_as_the_very_same_float(value: float) -> None:
    assert float(exact(value)) == value


def test_the_callers_lists_are_left_alone() -> None:
    before, after = [3, None, 5.5], [4, 2, 7]
    stats.permutation_change(before, after)
    assert before == [3, None, 5.5]
    assert after == [4, 2, 7]
