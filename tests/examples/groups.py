"""Results of comparing two groups, from three pupils to three hundred, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result


def made(n: int) -> tuple[list[float], list[float]]:
    """Return two groups, ``n`` pupils in all (three each for 3), of whole and half marks."""
    random = Random(n)
    first = max(3, n // 2)
    second = max(3, n - first)
    return (
        [min(40.0, max(0.0, round(random.gauss(22, 7) * 2) / 2)) for _ in range(first)],
        [min(40.0, max(0.0, float(round(random.gauss(19, 7))))) for _ in range(second)],
    )


def long_decimals() -> tuple[list[float], list[float]]:
    random = Random(5)
    return [random.uniform(3, 9) for _ in range(20)], [random.uniform(2, 8) for _ in range(19)]


EXAMPLES: dict[str, Callable[[], Result]] = {
    "mean_difference, nobody varies": lambda: stats.mean_difference([5, 5, 5], [3, 3, 3]),
    "mean_difference, Student, level 0.8, a blank": lambda: stats.mean_difference(
        [7, None, 9, 10], [4, 5, 8], equal_variances=True, level=0.8
    ),
    "mean_difference, level means": lambda: stats.mean_difference([5, 6, 7, 8], [8, 7, 6, 5]),
    "mean_difference, the first lower": lambda: stats.mean_difference([1, 2, 2, 3, 1, 2], [8, 7, 6, 5, 9, 6]),
    "permutation_difference, one pupil each": lambda: stats.permutation_difference([7], [4]),
    "permutation_difference, nobody varies": lambda: stats.permutation_difference([5] * 6, [3] * 6),
    "permutation_difference, all alike": lambda: stats.permutation_difference([5] * 6, [5] * 6),
    "permutation_difference, greater": lambda: stats.permutation_difference(*made(12), alternative="greater"),
    "permutation_difference, less, level 0.8": lambda: stats.permutation_difference(*made(12), alternative="less", level=0.8),
    "permutation_difference, p alone": lambda: stats.permutation_difference(*made(28), level=None),
    "permutation_difference, Monte Carlo": lambda: stats.permutation_difference(*long_decimals(), draws=4_999),
    "permutation_difference, separated": lambda: stats.permutation_difference([8, 9, 9, 10, 9, 8, 9, 10], [1, 2, 3, 2, 1, 2, 3, 1]),
    "rank_sum, all alike": lambda: stats.rank_sum([5] * 6, [5] * 6),
    "rank_sum, nobody varies": lambda: stats.rank_sum([5] * 6, [3] * 6),
    "rank_sum, an end that just misses": lambda: stats.rank_sum([3, 3, 4, 4, 5], [1, 2, 2, 3, 3]),
    "rank_sum, both ends miss": lambda: stats.rank_sum([2, 3, 3, 4, 4, 4, 5], [2, 2, 3, 3, 3, 4, 5], level=0.8),
    "rank_sum, no shift fits": lambda: stats.rank_sum([5] * 20 + [20, 21, 22], [5] * 20 + [-9, -8, -7]),
    "rank_sum, less": lambda: stats.rank_sum(*made(12), alternative="less"),
    "rank_sum, p alone": lambda: stats.rank_sum(*made(28), level=None),
    "hedges_g, level means": lambda: stats.hedges_g([5, 6, 7, 8], [8, 7, 6, 5]),
    "cliffs_delta, all alike": lambda: stats.cliffs_delta([5, 5, 5], [5, 5, 5]),
    "cliffs_delta, separated, normal": lambda: stats.cliffs_delta([7, 8, 9, 8], [1, 2, 3, 2], quantile="normal"),
    "probability_of_superiority, all alike": lambda: stats.probability_of_superiority([5, 5, 5], [5, 5, 5]),
    "probability_of_superiority, separated": lambda: stats.probability_of_superiority([1, 2, 3, 2], [7, 8, 9, 8], level=0.9),
} | {
    f"{name}, {n} pupils": (lambda make=make, n=n: make(*made(n)))
    for n in (3, 12, 28, 300)
    for name, make in (
        ("mean_difference", stats.mean_difference),
        ("permutation_difference", stats.permutation_difference),
        ("hedges_g", stats.hedges_g),
        ("cohen_d", stats.cohen_d),
        ("glass_delta", stats.glass_delta),
        ("cliffs_delta", stats.cliffs_delta),
        ("probability_of_superiority", stats.probability_of_superiority),
        ("rank_sum", lambda x, y: stats.rank_sum(x, y, draws=4_999)),
    )
}
