"""What all families read and reckon with, at its edges."""

from __future__ import annotations

from inspect import Parameter, isfunction, signature
from math import inf, nextafter
from statistics import mean, stdev
from typing import Any

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


def test_what_tunes_a_statistic_is_given_by_name() -> None:
    by_place = {
        "krippendorff_alpha": ["level"],
        "percent_agreement": ["b"],
        "bootstrap_interval": ["statistic"],
        "bca_interval": ["statistic"],
    }
    by_place |= {"pupils_needed": ["power"], "smallest_detectable": ["power"], "regression_to_the_mean": ["correlation"]}
    by_place |= {"replication_interval": ["n_replication"], "standard_error_of_measurement": ["items"]}
    for name in stats.__all__:
        function = getattr(stats, name)
        if isfunction(function):
            given = signature(function).parameters.values()
            tuned = [each.name for each in given if each.kind is not Parameter.KEYWORD_ONLY and each.default is not Parameter.empty]
            assert tuned == by_place.get(name, []), name
            assert not any(each.kind is Parameter.POSITIONAL_ONLY for each in given), name


def _drawn_by_one_seed(alternative: str, seed: int) -> list[Any]:
    options: dict[str, Any] = {"alternative": alternative, "draws": 999, "seed": seed}
    x = [place + place * place / 977 for place in range(40)]
    y = [float((place * 37 % 41) ** 1.5) + place for place in range(40)]
    changes = [100000.001 * place * (-1) ** (place % 3) - 600000.017 for place in range(60)]
    return [stats.pearson(x, y, level=None, **options), stats.permutation_change([0.0] * 60, changes, level=None, **options)]


@pytest.mark.parametrize("alternative", ["two_sided", "greater"])
def test_the_standard_error_of_a_drawn_p_is_how_far_it_wanders_from_seed_to_seed(alternative: str) -> None:
    for runs in zip(*(_drawn_by_one_seed(alternative, seed) for seed in range(1, 31)), strict=True):
        middle = mean(each.p for each in runs)
        assert not any(each.exact for each in runs)
        wandered = stdev(each.p for each in runs) / mean(each.standard_error for each in runs)
        assert 0.1 < middle < 0.8, (type(runs[0]).__name__, middle)
        assert 0.6 < wandered < 1.4, (type(runs[0]).__name__, wandered)


@pytest.mark.parametrize("name", ["permutation_change", "signed_rank", "permutation_difference", "rank_sum", "pearson", "kendall"])
def test_a_seed_is_a_number_so_that_the_same_call_gives_the_same_draws(name: str) -> None:
    with pytest.raises(BadInput, match="seed"):
        getattr(stats, name)([3, 5, 2, 6, 4], [5, 6, 6, 9, 5], seed=None)


@pytest.mark.parametrize("name", ["permutation_change", "signed_rank", "permutation_difference", "rank_sum"])
def test_a_number_of_draws_is_not_left_open_where_there_is_a_usual_one(name: str) -> None:
    with pytest.raises(BadInput, match="draws"):
        getattr(stats, name)([3, 5, 2, 6, 4], [5, 6, 6, 9, 5], draws=None)
