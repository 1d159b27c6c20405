"""Scipy and statsmodels, which stand in the product's own environment. Whatever draws starts from a new seed each time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import numpy as np
from scipy import stats

from benchmarks.statistics import data
from benchmarks.statistics.ours import Answer, Prepared, spread_of_logs

SEEDS = count(1)


def _random() -> np.random.Generator:
    return np.random.default_rng(next(SEEDS))


def _p(result: Any) -> Answer:
    return {"p": float(result.pvalue)}


def _drawn_p(samples: tuple[Any, ...], kind: str, statistic: Callable[..., Any]) -> Prepared:
    def job() -> Any:
        return stats.permutation_test(samples, statistic, permutation_type=kind, n_resamples=data.DRAWS, vectorized=True, rng=_random())

    return job, _p


def paired_p() -> Prepared:
    before, after = map(np.array, data.paired())
    return _drawn_p((after - before,), "samples", np.mean)


def two_p(size: tuple[int, int] = (28, 27), top: int = 20) -> Prepared:
    def difference(x: Any, y: Any, axis: int) -> Any:
        return np.mean(x, axis=axis) - np.mean(y, axis=axis)

    return _drawn_p(tuple(map(np.array, data.two_groups(*size, top=top))), "independent", difference)


def paired_t() -> Prepared:
    before, after = map(np.array, data.paired())

    def job() -> Any:
        result = stats.ttest_rel(after, before)
        return result, result.confidence_interval(0.95)

    return job, lambda found: {"p": float(found[0].pvalue), "low": float(found[1].low), "high": float(found[1].high)}


def bca(statistic: Callable[..., Any], *columns: data.Marks, vectorized: bool = True, paired: bool = False) -> Prepared:
    arrays = tuple(map(np.array, columns))

    def job() -> Any:
        return stats.bootstrap(
            arrays, statistic, n_resamples=data.DRAWS, method="BCa", vectorized=vectorized, paired=paired, rng=_random()
        ).confidence_interval

    return job, lambda ends: {"low": float(ends.low), "high": float(ends.high)}


def bca_sd() -> Prepared:
    return bca(lambda x, axis: np.std(x, axis=axis, ddof=1), data.paired()[1])


def bca_trimmed_mean() -> Prepared:
    return bca(lambda x, axis: stats.trim_mean(x, 0.2, axis=axis), data.paired()[1])


def bca_correlation() -> Prepared:
    return bca(lambda x, y, axis: stats.pearsonr(x, y, axis=axis).statistic, *data.paired(), paired=True)


def bca_mean_difference() -> Prepared:
    return bca(lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis), *data.two_groups())


def combine_pm() -> Prepared:
    from statsmodels.stats.meta_analysis import combine_effects

    estimates, variances = map(np.array, data.studies())

    def told(result: Any) -> Answer:
        return {"estimate": float(result.mean_effect_re)}

    return partial(combine_effects, estimates, variances, method_re="iterated", use_t=True), told


JOBS: dict[str, Callable[[], Prepared]] = {
    "scipy paired_p": paired_p,
    "scipy paired_t": paired_t,
    "scipy two_p": two_p,
    "scipy two_p_100": partial(two_p, (100, 100), 100),
    "scipy bca_mean": partial(bca, np.mean, data.paired()[1]),
    "scipy bca_mean_difference": bca_mean_difference,
    "scipy bca_median": partial(bca, np.median, data.paired()[1]),
    "scipy bca_sd": bca_sd,
    "scipy bca_trimmed_mean": bca_trimmed_mean,
    "scipy bca_correlation": bca_correlation,
    "scipy bca_own": partial(bca, spread_of_logs, data.paired()[1]),
    "statsmodels combine_pm": combine_pm,
}
