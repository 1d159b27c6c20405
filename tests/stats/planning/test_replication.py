"""Where a repeat could land."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData
from workbench.stats import replication_interval

marks = st.floats(-50, 50)
spreads = st.floats(0.1, 20)
ones = st.integers(2, 60)
pairs = st.tuples(st.integers(2, 40), st.integers(2, 40))
either = st.one_of(st.tuples(ones, ones), st.tuples(pairs, pairs))


@given(marks, spreads, either, st.floats(0.5, 0.99))
@settings(max_examples=60, deadline=None)
def test_marks_shift_scale_and_mirror(mean: float, sd: float, n: Any, level: float) -> None:
    one = replication_interval(mean, *n, sd=sd, level=level)
    moved = replication_interval(mean * -3 + 7, *n, sd=3 * sd, level=level)
    assert moved.low == pytest.approx(one.high * -3 + 7, rel=1e-9, abs=1e-9)
    assert moved.high == pytest.approx(one.low * -3 + 7, rel=1e-9, abs=1e-9)
    assert one.high - mean == pytest.approx(mean - one.low, rel=1e-9, abs=1e-9)


@given(marks, spreads, either)
@settings(max_examples=60, deadline=None)
def test_a_repeat_can_stray_further_than_the_study_and_less_far_with_more_pupils(mean: float, sd: float, n: Any) -> None:
    result = replication_interval(mean, *n, sd=sd)
    assert result.low < result.confidence_low < mean < result.confidence_high < result.high
    many = replication_interval(mean, n[0], 1_000_000 if isinstance(n[0], int) else (1_000_000, 1_000_000), sd=sd)
    assert many.low == pytest.approx(many.confidence_low, abs=sd * 0.01)
    assert replication_interval(mean, *n, sd=sd, level=0.5).high < result.high


@given(st.floats(-2, 2), either, st.sampled_from([0.8, 0.95]))
@settings(max_examples=30, deadline=None)
def test_a_standardised_difference_mirrors_and_keeps_its_own_interval_inside(d: float, n: Any, level: float) -> None:
    one, other = replication_interval(d, *n, level=level), replication_interval(-d, *n, level=level)
    for name, turned in (("low", "high"), ("confidence_low", "confidence_high")):
        assert getattr(one, name) == pytest.approx(-getattr(other, turned), rel=1e-8, abs=1e-8)
    assert one.low < one.confidence_low < one.confidence_high < one.high
    assert one.of == "d"


def test_an_equal_repeat_strays_by_the_root_of_two() -> None:
    result = replication_interval(1.3, 28, sd=2.9)
    assert result == replication_interval(1.3, 28, 28, sd=2.9)
    assert result.high - 1.3 == pytest.approx(sqrt(2) * (result.confidence_high - 1.3))


def test_the_next_single_pupil_is_a_repeat_of_one() -> None:
    # t(11, .975) = 2.200985160082949 (tables); sd 4, n 12
    result = replication_interval(20, 12, 1, sd=4)
    assert result.high == pytest.approx(20 + 2.200985160082949 * 4 * sqrt(1 + 1 / 12), rel=1e-9)


def test_so_many_repeats_of_drawn_classes_land_inside() -> None:
    import numpy as np

    draw = np.random.default_rng(11)
    first, again = draw.normal(0, 1, (20_000, 6)), draw.normal(0, 1, (20_000, 12))
    reach = replication_interval(0, 6, 12, sd=1).high
    inside = np.abs(again.mean(axis=1) - first.mean(axis=1)) <= reach * first.std(axis=1, ddof=1)
    assert float(np.mean(inside)) == pytest.approx(0.95, abs=0.005)


def test_what_the_repeat_gave_is_inside_or_outside() -> None:
    assert replication_interval(3.2, 12, 15, sd=4, found=1.1).inside is True
    assert replication_interval(3.2, 12, 15, sd=4, found=9).inside is False
    assert replication_interval(3.2, 12, 15, sd=4).inside is None


def test_a_repeat_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="at least 2 pupils"):
        replication_interval(1, 1, sd=1)
    with pytest.raises(NotEnoughData, match="at least 2 pupils"):
        replication_interval(1, 5, 1)
    with pytest.raises(NotEnoughData, match="at least 3 pupils in the two groups"):
        replication_interval(1, (1, 1))
    with pytest.raises(BadInput, match="marks above 0"):
        replication_interval(1, 5, sd=-1)
    with pytest.raises(BadInput, match="its repeat has two"):
        replication_interval(1, 5, (5, 5), sd=1)
    with pytest.raises(BadInput, match="without sd, of SDs"):
        replication_interval(1e6, 5)
    with pytest.raises(BadInput, match=r"level=0\.95"):
        replication_interval(1, 5, sd=1, level=95)
