"""What all families read and reckon with, at its edges."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from workbench import stats
from workbench.errors import BadInput
from workbench.stats._columns import read_level
from workbench.stats._distributions import f_quantile


def test_a_level_that_rounds_to_certainty_is_refused_and_the_next_one_down_is_not() -> None:
    nearest = nextafter(1, 0)
    with pytest.raises(BadInput, match="No interval is as good as certain") as caught:
        read_level(nearest)
    assert caught.value.seen == "0.9999999999999999"
    assert caught.value.where == "level"
    assert read_level(nextafter(nearest, 0)) == 1 - 2**-52
    for compute in (stats.mean_change, stats.spearman, stats.cohen_kappa, stats.hedges_g):
        with pytest.raises(BadInput, match="No interval is as good as certain"):
            compute([1, 2, 4, 3, 5], [2, 4, 5, 5, 7], level=nearest)


def test_an_f_beyond_all_floats_is_infinite_and_not_an_error() -> None:
    assert f_quantile(0.975, 2, 1e-30) == inf
    assert f_quantile(0.5, 2, 2) == pytest.approx(1, rel=1e-14)
    assert f_quantile(0.95, 1, 1) == pytest.approx(161.4476387975881, rel=1e-12)
