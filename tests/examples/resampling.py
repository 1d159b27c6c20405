"""Intervals from resampling: two pupils to three hundred, exact and drawn, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from workbench import stats
from workbench.stats import Result


def made(n: int, seed: int = 0) -> list[float]:
    random = Random(n + seed)
    return [float(min(40, max(0, round(random.gauss(20, 7))))) for _ in range(n)]


def later(marks: list[float]) -> list[float]:
    random = Random(len(marks) + 50)
    return [min(40.0, max(0.0, mark + round(random.gauss(2, 4)))) for mark in marks]


def spread_of_the_middle(marks: Any) -> float:
    ordered = sorted(marks)
    return float(ordered[-len(ordered) // 4] - ordered[len(ordered) // 4])


def pairs(n: int) -> list[list[float]]:
    return [made(n), later(made(n))]


EXAMPLES: dict[str, Callable[[], Result]] = {
    "a tied median": lambda: stats.bca_interval([3, 5, 5, 5, 8], "median"),
    "all alike": lambda: stats.bootstrap_interval([6, 6, 6, 6]),
    "nearly all alike": lambda: stats.bootstrap_interval([*[6] * 20, 7], "median"),
    "two pupils": lambda: stats.bca_interval([3, 9]),
    "skewed counts, strict ties": lambda: stats.bca_interval([0, 0, 1, 1, 2, 2, 3, 5, 9, 14], ties="strict"),
    "level 0.8, basic": lambda: stats.bootstrap_interval(made(28), method="basic", level=0.8),
    "studentised": lambda: stats.bootstrap_interval(made(12), method="studentised", draws=999),
    "studentised, three pupils": lambda: stats.bootstrap_interval([3, 5, 9], method="studentised", draws=999),
    "ends beyond the draws": lambda: stats.bootstrap_interval(made(12), "sd", draws=99, level=0.999),
    "half marks below 0 and blanks": lambda: stats.bootstrap_interval([-2.5, None, 0, 1.5, 3, -1, 4]),
    "trimmed mean": lambda: stats.bootstrap_interval(made(28), "trimmed_mean", method="bca", draws=999),
    "a function of your own": lambda: stats.bootstrap_interval(made(28), spread_of_the_middle, draws=300),
    "a correlation of three": lambda: stats.bootstrap_interval([[1, 2, 3], [2, 1, 3]], "correlation", draws=300),
    "changes with a blank": lambda: stats.bootstrap_interval([[4, 6, None, 5, 8], [5, 9, 7, 4, 11]], "mean_change"),
    "changes all alike": lambda: stats.bootstrap_interval([[4, 6, 5, 8], [5, 7, 6, 9]], "mean_change"),
    "unequal groups": lambda: stats.bca_interval([made(28), made(9)], "mean_difference"),
} | {
    f"{statistic}, {method}, {n} pupils": (
        lambda statistic=statistic, method=method, data=data, n=n: stats.bootstrap_interval(data(n), statistic, method=method, draws=999)
    )
    for statistic, method, data, sizes in (
        ("mean", "bca", made, (3, 12, 28, 300)),
        ("median", "percentile", made, (12, 28)),
        ("sd", "percentile", made, (3, 28)),
        ("mean_change", "percentile", pairs, (3, 12, 28, 300)),
        ("median_change", "percentile", pairs, (12, 300)),
        ("correlation", "percentile", pairs, (12, 28, 300)),
        ("mean_difference", "bca", lambda n: [made(n), made(n, seed=1)], (3, 12, 28, 300)),
        ("median_difference", "percentile", lambda n: [made(n), made(n, seed=1)], (12, 28)),
    )
    for n in sizes
}
