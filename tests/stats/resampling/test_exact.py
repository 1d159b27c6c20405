"""The limits of infinitely many resamples, against every resample listed one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import sqrt
from statistics import NormalDist, median
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.stats import BootstrapInterval, bootstrap_interval

NORMAL = NormalDist()
halves = st.integers(0, 40).map(lambda units: units / 2)
small = st.lists(halves, min_size=2, max_size=5).filter(lambda values: len(set(values)) > 1)
pair = st.tuples(st.lists(halves, min_size=2, max_size=3), st.lists(halves, min_size=2, max_size=4))
levels = st.sampled_from([0.5, 0.75, 0.8, 0.9, 0.95])


def mean(values: Any) -> Fraction:
    return Fraction(sum(map(Fraction, values)), len(values))


def middle(values: Any) -> Fraction:
    return Fraction(median(values))


def every_resample(values: list[float]) -> Iterator[tuple[float, ...]]:
    return product(values, repeat=len(values))


def listed(statistic: str, data: Any) -> tuple[list[Fraction], Fraction]:
    """Return the statistic of every resample, in order, and of the data."""
    function = middle if statistic.startswith("median") else mean
    if not statistic.endswith("difference"):
        return sorted(map(function, every_resample(data))), function(data)
    first, second = (list(map(function, every_resample(column))) for column in data)
    return sorted(a - b for a in first for b in second), function(data[0]) - function(data[1])


def ends(ordered: list[Fraction], low: float, high: float) -> tuple[Fraction, Fraction]:
    """Return the least value with a share ``low`` up to it and the greatest with a share ``high`` from it upwards."""
    total = len(ordered)
    at = next(i for i in range(total) if Fraction(i + 1, total) >= Fraction(low) - Fraction(1, 10**12))
    to = next(i for i in range(total) if Fraction(i + 1, total) >= Fraction(high) - Fraction(1, 10**12))
    return ordered[at], ordered[total - 1 - to]


def same(result: BootstrapInterval, expected: tuple[Fraction, Fraction]) -> None:
    assert result.exact
    assert (result.low, result.high) == (float(expected[0]), float(expected[1]))


@pytest.mark.parametrize("statistic", ["mean", "median"])
@given(values=small, level=levels)
@settings(max_examples=20, deadline=None)
def test_one_group_agrees_with_every_resample_listed(statistic: str, values: list[float], level: float) -> None:
    ordered, here = listed(statistic, values)
    result = bootstrap_interval(values, statistic, level=level)
    assert result.estimate == float(here)
    centre = mean(ordered)
    assert result.standard_error == pytest.approx(sqrt(mean([(each - centre) ** 2 for each in ordered])), rel=1e-12)
    low, high = ends(ordered, (1 - level) / 2, (1 - level) / 2)
    same(result, (low, high))
    same(bootstrap_interval(values, statistic, level=level, method="basic"), (2 * here - high, 2 * here - low))


@pytest.mark.parametrize("statistic", ["mean_difference", "median_difference"])
@given(data=pair, level=levels)
@settings(max_examples=20, deadline=None)
def test_two_groups_agree_with_every_pair_of_resamples_listed(statistic: str, data: Any, level: float) -> None:
    ordered, here = listed(statistic, data)
    result = bootstrap_interval(data, statistic, level=level)
    assert result.estimate == pytest.approx(float(here), rel=1e-15, abs=1e-15)
    if ordered[0] == ordered[-1]:
        assert result.low is None
        assert result.undefined == "drawing these pupils again always gives the same value"
        return
    same(result, ends(ordered, (1 - level) / 2, (1 - level) / 2))


def bca_by_listing(ordered: list[Fraction], here: Fraction, without: list[list[Fraction]], level: float, ties: str) -> Any:
    """Return the BCa ends by the book, or ``None``."""
    total = len(ordered)
    share = Fraction(sum(each < here for each in ordered), total)
    share += Fraction(sum(each == here for each in ordered), 2 * total) if ties == "half" else 0
    influence = [[Fraction(len(group) - 1, len(group)) * (mean(group) - each) for each in group] for group in without]
    squares = sum(each**2 for group in influence for each in group)
    if not 0 < share < 1 or squares == 0:
        return None
    a = float(sum(each**3 for group in influence for each in group)) / (6 * float(squares) ** 1.5)
    z0, z = NORMAL.inv_cdf(float(share)), NORMAL.inv_cdf((1 - level) / 2)
    low = NORMAL.cdf(z0 + (z0 + z) / (1 - a * (z0 + z)))
    high = NORMAL.cdf(-(z0 + (z0 - z) / (1 - a * (z0 - z))))
    return ends(ordered, low, high)


def one_left_out(statistic: str, data: Any) -> list[list[Fraction]]:
    function: Callable[[Any], Fraction] = middle if statistic.startswith("median") else mean
    if not statistic.endswith("difference"):
        return [[function(data[:i] + data[i + 1 :]) for i in range(len(data))]]
    x, y = data
    return [
        [function(x[:i] + x[i + 1 :]) - function(y) for i in range(len(x))],
        [function(x) - function(y[:i] + y[i + 1 :]) for i in range(len(y))],
    ]


@pytest.mark.parametrize("statistic", ["mean", "median", "mean_difference", "median_difference"])
@given(values=small, data=pair, level=levels, ties=st.sampled_from(["half", "strict"]))
@settings(max_examples=20, deadline=None)
def test_bca_agrees_with_the_book_over_every_resample(statistic: str, values: list[float], data: Any, level: float, ties: str) -> None:
    given_data = data if statistic.endswith("difference") else values
    ordered, here = listed(statistic, given_data)
    expected = bca_by_listing(ordered, here, one_left_out(statistic, given_data), level, ties)
    result = bootstrap_interval(given_data, statistic, method="bca", level=level, ties=ties)
    if expected is None or ordered[0] == ordered[-1]:
        assert result.low is None
        assert result.high is None
        assert result.undefined
    else:
        same(result, expected)


@given(st.lists(halves, min_size=3, max_size=30), levels)
@settings(max_examples=20, deadline=None)
def test_a_picture_holds_nearly_all_resamples(values: list[float], level: float) -> None:
    result = bootstrap_interval(values, level=level)
    shares = [share for _, _, share in result.bins]
    assert len(shares) <= 41
    assert all(share >= 0 for share in shares)
    assert all(one[1] == other[0] for one, other in zip(result.bins, result.bins[1:], strict=False))
    assert not shares or 0.998 <= sum(shares) <= 1 + 1e-9


def test_long_decimals_are_listed_when_few_and_drawn_when_many() -> None:
    values = [0.1234567, 3.7654321, 2.2222221, 9.1357913, 4.4]
    few = bootstrap_interval(values)
    assert few.exact
    same(few, ends(*[listed("mean", [Fraction(str(value)) for value in values])[0]], 0.025, 0.025))  # type: ignore[arg-type]
    many = bootstrap_interval([*values, *(value * 1.0371 for value in values)])
    assert not many.exact
    assert many.draws == 9999
    assert "Monte Carlo with 9,999 draws, seed 1979" in many.method


def test_a_big_class_and_a_fine_scale_are_still_exact() -> None:
    values = [round((place * 7919 % 1000) / 10, 1) for place in range(300)]
    result = bootstrap_interval(values, level=0.9)
    assert result.exact
    drawn = bootstrap_interval(values, np.mean, level=0.9)
    assert result.low == pytest.approx(drawn.low, abs=0.3)
    assert result.high == pytest.approx(drawn.high, abs=0.3)
    assert bootstrap_interval(values, "median").exact
    assert bootstrap_interval([values, values[:299]], "mean_difference").exact
