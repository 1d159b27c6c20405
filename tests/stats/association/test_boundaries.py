"""Correlations at their edges: the textbook's ends, and what is said of draws."""

from __future__ import annotations

from math import atanh, sqrt, tanh
from statistics import NormalDist
from typing import Any

import pytest

from workbench import stats

X, Y = [3, 5, 8, 7, 12, 15, 19, 4], [2, 1, 4, 3, 5, 9, 7, 6]


def around(estimate: float, spread: float, level: float) -> tuple[float, float]:
    reach = NormalDist().inv_cdf((1 + level) / 2) * spread
    return tanh(atanh(estimate) - reach), tanh(atanh(estimate) + reach)


def test_the_textbooks_ends_are_those_of_their_authors() -> None:
    rho, tau, r = (compute(X, Y, level=0.9) for compute in (stats.spearman, stats.kendall, stats.pearson))
    assert (rho.textbook_low, rho.textbook_high) == pytest.approx(around(rho.estimate, sqrt((1 + rho.estimate**2 / 2) / 5), 0.9))
    assert (tau.textbook_low, tau.textbook_high) == pytest.approx(around(tau.estimate, sqrt(0.437 / 4), 0.9))
    assert (r.fisher_low, r.fisher_high) == pytest.approx(around(r.estimate, sqrt(1 / 5), 0.9))


@pytest.mark.parametrize(("compute", "fewest"), [(stats.spearman, 4), (stats.kendall, 5)])
def test_the_textbooks_ends_begin_where_their_formula_has_a_pupil_to_spare(compute: Any, fewest: int) -> None:
    x, y = [1, 2, 3, 4, 5], [2, 1, 3, 5, 4]
    assert compute(x[: fewest - 1], y[: fewest - 1]).textbook_low is None
    assert compute(x[:fewest], y[:fewest]).textbook_low is not None


@pytest.mark.parametrize("compute", [stats.spearman, stats.kendall, stats.pearson])
def test_a_seed_is_named_only_where_something_was_drawn(compute: Any) -> None:
    counted = compute(X, Y, seed=7)
    assert (counted.exact, counted.draws, counted.seed, counted.standard_error) == (True, None, None, None)
    x = [place + place * place / 977 for place in range(60)]
    drawn = compute(x, [(place * 37 % 61) ** 1.5 for place in range(60)], draws=999, seed=7)
    assert drawn.exact is (compute is stats.kendall)
    if compute is not stats.kendall:  # its values are few enough to count without a list of arrangements
        assert (drawn.draws, drawn.seed) == (999, 7)
        assert drawn.standard_error == pytest.approx(2 * sqrt(drawn.p / 2 * (1 - drawn.p / 2) / 999), rel=1e-12)
