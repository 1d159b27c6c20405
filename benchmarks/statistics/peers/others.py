"""Pingouin, krippendorff and arch, which stand in an environment of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from benchmarks.statistics import data
from benchmarks.statistics.ours import Prepared
from benchmarks.statistics.works import FORMS

SEEDS = count(1)


def alpha(scale: str) -> Prepared:
    import krippendorff
    import numpy as np

    table = np.array(data.ratings(), dtype=float).T.copy()
    return partial(krippendorff.alpha, reliability_data=table, level_of_measurement=scale), lambda value: {"estimate": float(value)}


def icc() -> Prepared:
    import pandas as pd
    import pingouin

    table = pd.DataFrame(
        [(paper, marker, mark) for paper, row in enumerate(data.marked()) for marker, mark in enumerate(row)],
        columns=["paper", "marker", "mark"],
    )
    job = partial(pingouin.intraclass_corr, data=table, targets="paper", raters="marker", ratings="mark")
    return job, lambda found: dict(zip(FORMS, map(float, found["ICC"]), strict=True))


def bca_mean() -> Prepared:
    import numpy as np
    from arch.bootstrap import IIDBootstrap

    marks = np.array(data.paired()[1], dtype=float)

    def job() -> Any:
        return IIDBootstrap(marks, seed=np.random.default_rng(next(SEEDS))).conf_int(np.mean, data.DRAWS, method="bca")

    return job, lambda ends: {"low": float(ends[0, 0]), "high": float(ends[1, 0])}


JOBS: dict[str, Callable[[], Prepared]] = {
    **{f"krippendorff alpha_{scale}": partial(alpha, scale) for scale in ("nominal", "ordinal", "interval", "ratio")},
    "pingouin icc": icc,
    "arch bca_mean": bca_mean,
}
