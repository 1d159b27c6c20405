"""Results of before-and-after statistics, from three pupils to three hundred, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result


def made(n: int) -> tuple[list[float], list[float]]:
    random = Random(n)
    before = [float(min(40, max(0, round(random.gauss(20, 7))))) for _ in range(n)]
    return before, [min(40.0, max(0.0, mark + round(random.gauss(2, 4)))) for mark in before]


EXAMPLES: dict[str, Callable[[], Result]] = {
    "mean_change, all alike": lambda: stats.mean_change([2, 4, 6, 8], [4, 6, 8, 10]),
    "mean_change, a blank": lambda: stats.mean_change([2, 4, None, 8], [4, 6, 8, 5]),
    "permutation_change, one pupil": lambda: stats.permutation_change([5], [7]),
    "permutation_change, greater": lambda: stats.permutation_change(*made(12), alternative="greater"),
    "permutation_change, p alone": lambda: stats.permutation_change(*made(28), level=None),
    "regression_to_the_mean, r not known": lambda: stats.regression_to_the_mean(22, 15, gain=3.2),
    "regression_to_the_mean, whole year": lambda: stats.regression_to_the_mean(22, 15, 0.7, source="whole_year", gain=3.2),
} | {
    f"{name}, {n} pupils": (lambda make=make, n=n: make(*made(n)))
    for n in (3, 12, 28, 300)
    for name, make in (
        ("mean_change", stats.mean_change),
        ("permutation_change", stats.permutation_change),
        ("standardised_change", stats.standardised_change),
    )
}
