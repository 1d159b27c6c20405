"""The work, as done by workbench.stats: each entry makes a call ready and says which of its numbers are compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.statistics import data
from benchmarks.statistics.works import FORMS

Answer = dict[str, float | None]
Job = Callable[[], Any]
Prepared = tuple[Job, Callable[[Any], Answer]]


def _fields(*names: str) -> Callable[[Any], Answer]:
    return lambda result: {name: getattr(result, name) for name in names}


P = _fields("p", "p_absolute")
ENDS = _fields("estimate", "low", "high")


def paired_p() -> Prepared:
    from workbench.stats import permutation_change

    return partial(permutation_change, *data.paired(), level=None), P


def paired_interval(n: int, top: int) -> Prepared:
    from workbench.stats import permutation_change

    return partial(permutation_change, *data.paired(n, top=top)), _fields("p", "low", "high")


def paired_t() -> Prepared:
    from workbench.stats import mean_change

    return partial(mean_change, *data.paired()), _fields("p", "low", "high")


def two_p(size: tuple[int, int] = (28, 27), top: int = 20) -> Prepared:
    from workbench.stats import permutation_difference

    return partial(permutation_difference, *data.two_groups(*size, top=top), level=None), P


def two_interval(size: tuple[int, int] = (28, 27), top: int = 20) -> Prepared:
    from workbench.stats import permutation_difference

    return partial(permutation_difference, *data.two_groups(*size, top=top)), _fields("p_absolute", "low", "high")


def bca(statistic: Any, sample: str) -> Prepared:
    from workbench.stats import bca_interval

    given = {"one": data.paired()[1], "pairs": [*data.paired()], "groups": [*data.two_groups()]}[sample]
    return partial(bca_interval, given, statistic), ENDS


def spread_of_logs(values: Any, axis: int = -1) -> Any:
    """A statistic of one's own."""
    import numpy as np

    return np.log1p(values).std(axis=axis)


def alpha(scale: str, *, interval: bool) -> Prepared:
    import numpy as np

    from workbench.stats import krippendorff_alpha

    table = np.array(data.ratings(), dtype=float)
    return partial(krippendorff_alpha, table, scale, confidence=0.95 if interval else None), _fields("estimate")


def icc() -> Prepared:
    from workbench.stats import intraclass_correlation

    def told(result: Any) -> Answer:
        return {name: value for name, (_, value, *_) in zip(FORMS, result.rows, strict=True)}

    return partial(intraclass_correlation, data.marked()), told


def combined(method: str) -> Prepared:
    from workbench.stats import combine

    return partial(combine, *data.studies(), method=method), ENDS


def cliff() -> Prepared:
    from workbench.stats import cliffs_delta

    return partial(cliffs_delta, *data.two_groups()), ENDS


def hedges() -> Prepared:
    from workbench.stats import hedges_g

    return partial(hedges_g, *data.two_groups()), ENDS


JOBS: dict[str, Callable[[], Prepared]] = {
    "paired_p": paired_p,
    "paired_interval": partial(paired_interval, 28, 20),
    "paired_interval_35": partial(paired_interval, 35, 100),
    "paired_interval_118": partial(paired_interval, 118, 40),
    "paired_t": paired_t,
    "two_p": two_p,
    "two_interval": two_interval,
    "two_p_100": partial(two_p, (100, 100), 100),
    "two_interval_100": partial(two_interval, (100, 100), 100),
    "bca_mean": partial(bca, "mean", "one"),
    "bca_mean_difference": partial(bca, "mean_difference", "groups"),
    "bca_median": partial(bca, "median", "one"),
    "bca_sd": partial(bca, "sd", "one"),
    "bca_trimmed_mean": partial(bca, "trimmed_mean", "one"),
    "bca_correlation": partial(bca, "correlation", "pairs"),
    "bca_own": partial(bca, spread_of_logs, "one"),
    **{f"alpha_{scale}": partial(alpha, scale, interval=False) for scale in ("nominal", "ordinal", "interval", "ratio")},
    **{f"alpha_{scale}_with_interval": partial(alpha, scale, interval=True) for scale in ("nominal", "ordinal", "interval", "ratio")},
    "icc": icc,
    "combine_reml": partial(combined, "REML"),
    "combine_pm": partial(combined, "PM"),
    "cliff": cliff,
    "hedges": hedges,
}
