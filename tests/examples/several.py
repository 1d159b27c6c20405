"""Results of several groups, of several occasions, and of two groups that did not start level."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result


def made(n: int, k: int = 3, top: int = 40) -> list[list[float]]:
    """Return ``k`` groups of ``n`` pupils with half marks and ties."""
    random = Random(n + k)
    return [[min(top, max(0, round(2 * random.gauss(top / 2 + place, top / 6)) / 2)) for _ in range(n)] for place in range(k)]


def occasions(n: int, k: int = 3) -> list[list[float]]:
    return [list(row) for row in zip(*made(n, k, 20), strict=True)]


def classes(n: int, *, steep: float = 0.6) -> tuple[list[float], list[float], list[str]]:
    random = Random(n)
    before = [float(random.randint(4, 36)) for _ in range(n)]
    group = ["B" if place % 2 else "A" for place in range(n)]
    after = [
        float(round(min(40, max(0, 8 + (steep if g == "B" else 0.6) * b + 2 * (g == "B") + random.gauss(0, 3)))))
        for b, g in zip(before, group, strict=True)
    ]
    return before, after, group


EXAMPLES: dict[str, Callable[[], Result]] = {
    "adjusted_difference, 5 pupils": lambda: stats.adjusted_difference([3, 6, 4, 5, 8], [4, 8, 6, 5, 9], [0, 1, 0, 0, 1]),
    "adjusted_difference, 12 pupils": lambda: stats.adjusted_difference(*classes(12)),
    "adjusted_difference, 28 pupils": lambda: stats.adjusted_difference(*classes(28)),
    "adjusted_difference, 300 pupils": lambda: stats.adjusted_difference(*classes(300)),
    "adjusted_difference, level 0.8": lambda: stats.adjusted_difference(*classes(28), level=0.8),
    "adjusted_difference, two slopes": lambda: stats.adjusted_difference(*classes(60, steep=0.1)),
    "adjusted_difference, on the lines": lambda: stats.adjusted_difference(
        [1, 2, 3, 1, 2, 3], [2, 4, 6, 5, 7, 9], ["left"] * 3 + ["right"] * 3
    ),
    "adjusted_difference, no robust error": lambda: stats.adjusted_difference([3, 3, 2, 5, None], [4, 6, 5, 7, 2], [0, 0, 1, 1, 1]),
    "adjusted_difference, after all alike": lambda: stats.adjusted_difference([1, 2, 3, 1, 2, 4], [5] * 6, [0, 0, 0, 1, 1, 1]),
    "kruskal_wallis, 1 pupil each": lambda: stats.kruskal_wallis([3], [5], [4]),
    "kruskal_wallis, with ties": lambda: stats.kruskal_wallis([2, 3, 3], [4, 5, 6], [5, 7, 9]),
    "kruskal_wallis, uneven with blanks": lambda: stats.kruskal_wallis([2, None, 3, 3], [4], [5, 7, 9, 1, 2, float("nan")]),
    "kruskal_wallis, two groups": lambda: stats.kruskal_wallis([2, 3, 3, 6], [4, 5, 6]),
    "kruskal_wallis, drawn": lambda: stats.kruskal_wallis(*made(12, 4), draws=9_999),
    "kruskal_wallis, 300 pupils": lambda: stats.kruskal_wallis(*made(100), draws=9_999),
    "kruskal_wallis, eight classes": lambda: stats.kruskal_wallis(*made(28, 8), draws=9_999),
    "jonckheere, with ties": lambda: stats.jonckheere([2, 3, 3], [4, 5, 6], [5, 7, 9]),
    "jonckheere, greater": lambda: stats.jonckheere(*made(10), alternative="greater"),
    "jonckheere, less": lambda: stats.jonckheere(*made(4), alternative="less"),
    "jonckheere, all alike": lambda: stats.jonckheere([3, 3], [3, 3], [3]),
    "jonckheere, drawn": lambda: stats.jonckheere(*made(40, 4), draws=9_999),
    "jonckheere, 1 pupil each": lambda: stats.jonckheere([1], [2]),
    "friedman, 3 pupils": lambda: stats.friedman(occasions(3)),
    "friedman, 12 pupils": lambda: stats.friedman(occasions(12)),
    "friedman, 28 pupils on 4 occasions": lambda: stats.friedman(occasions(28, 4), draws=9_999),
    "friedman, 300 pupils": lambda: stats.friedman(occasions(300), draws=9_999),
    "friedman, two pupils": lambda: stats.friedman([[2, 3], [4, 4]]),
    "friedman, a gap": lambda: stats.friedman([[2, 3, 5], [4, 4, 6], [1, None, 2], [3, 5, 5]]),
    "friedman, seven occasions": lambda: stats.friedman(occasions(9, 7), draws=9_999),
    "dunn, with ties": lambda: stats.dunn([2, 3, 3], [4, 5, 6], [5, 7, 9]),
    "dunn, two groups": lambda: stats.dunn([2, 3, 3, 8], [4, 5, 6]),
    "dunn, no difference": lambda: stats.dunn([2, 3], [3, 2], [2, 3]),
    "dunn, eight classes": lambda: stats.dunn(*made(28, 8)),
    "analysis_of_variance, 9 pupils": lambda: stats.analysis_of_variance([2, 3, 3], [4, 5, 6], [5, 7, 9]),
    "analysis_of_variance, classic": lambda: stats.analysis_of_variance(*made(12), equal_variances=True),
    "analysis_of_variance, 28 in each class": lambda: stats.analysis_of_variance(*made(28)),
    "analysis_of_variance, a group of one": lambda: stats.analysis_of_variance([2, 3], [4], [5, 7], equal_variances=True),
    "analysis_of_variance, eight classes": lambda: stats.analysis_of_variance(*made(28, 8)),
}
