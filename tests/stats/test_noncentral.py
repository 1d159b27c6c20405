"""The noncentral t, far tail included."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.stats.noncentral import noncentral_t_cdf, noncentrality_limits


def test_trap_far_out_there_is_a_number_where_scipy_has_none() -> None:
    # scipy 1.17: stats.nct.cdf(-2, 53, 20) is nan
    assert 0 <= noncentral_t_cdf(-2, 53, 20) < 1e-80


@pytest.mark.parametrize(
    ("t", "df", "shift"), [(0.3, 1, 0.5), (2, 2, 1), (3, 5, 2), (-1, 10, 0.5), (8, 34, 6), (40, 34, 30), (1.5, 27, 0), (200, 3, 15)]
)
def test_it_agrees_with_scipy_where_scipy_has_a_number(t: float, df: float, shift: float) -> None:
    from scipy.stats import nct

    assert noncentral_t_cdf(t, df, shift) == pytest.approx(nct.cdf(t, df, shift), abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(st.floats(-60, 60), st.integers(1, 300), st.floats(-40, 40))
def test_it_is_always_a_probability_and_mirrors(t: float, df: int, shift: float) -> None:
    value = noncentral_t_cdf(t, df, shift)
    assert isfinite(value)
    assert -1e-15 <= value <= 1 + 1e-12
    assert value == pytest.approx(1 - noncentral_t_cdf(-t, df, -shift), abs=1e-11)


@settings(max_examples=40, deadline=None)
@given(st.floats(-400, 400), st.integers(1, 120), st.sampled_from([0.5, 0.9, 0.95, 0.999]))
def test_the_limits_put_t_at_the_edges_of_the_level(t: float, df: int, level: float) -> None:
    low, high = noncentrality_limits(t, df, level)
    assert low < high
    assert noncentral_t_cdf(t, df, low) == pytest.approx((1 + level) / 2, abs=1e-9)
    assert noncentral_t_cdf(t, df, high) == pytest.approx((1 - level) / 2, abs=1e-9)
