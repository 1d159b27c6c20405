"""dabest, whose pins conflict with everyone else's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from benchmarks.statistics import data
from benchmarks.statistics.ours import Prepared

SEEDS = count(1)


def estimated(effect: str) -> Prepared:
    import dabest
    import pandas as pd

    x, y = data.two_groups()
    table = pd.DataFrame({"y": pd.Series(y), "x": pd.Series(x)})

    def job() -> Any:
        return getattr(dabest.load(table, idx=("y", "x"), resamples=5_000, random_seed=next(SEEDS)), effect).results

    names = {"difference": "estimate", "bca_low": "low", "bca_high": "high"}
    return job, lambda found: {ours: float(found[theirs].iloc[0]) for theirs, ours in names.items()}


JOBS: dict[str, Callable[[], Prepared]] = {
    "dabest cliff": partial(estimated, "cliffs_delta"),
    "dabest hedges": partial(estimated, "hedges_g"),
    "dabest bca_mean_difference": partial(estimated, "mean_diff"),
}
