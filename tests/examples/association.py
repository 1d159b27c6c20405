"""Correlations, from three pupils to three hundred, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result


def made(n: int, top: int = 40) -> tuple[list[int], list[int]]:
    random = Random(n)
    first = [min(top, max(0, round(random.gauss(top / 2, top / 6)))) for _ in range(n)]
    return first, [min(top, max(0, round(mark + random.gauss(1, top / 8)))) for mark in first]


COEFFICIENTS = {"pearson": stats.pearson, "spearman": stats.spearman, "kendall": stats.kendall}
EXAMPLES: dict[str, Callable[[], Result]] = {
    f"{name}, {told}": (lambda make=make, call=call: call(make))
    for name, make in COEFFICIENTS.items()
    for told, call in {
        "4 pupils": lambda make: make([1, 2, 3, 4], [2, 1, 4, 3]),
        "12 pupils": lambda make: make(*made(12)),
        "28 pupils": lambda make: make(*made(28)),
        "300 pupils": lambda make: make(*made(300, 10)),
        "one line": lambda make: make([1, 2, 3, 4], [2, 4, 6, 8]),
        "no link": lambda make: make([1, 2, 3, 4, 5, 6], [3, 1, 2, 2, 1, 3]),
        "the other way": lambda make: make([1, 2, 3, 4, 5, 6, 7], [9, 7, 8, 6, 4, 4, 1]),
        "greater": lambda make: make(*made(12), alternative="greater"),
        "less at 80%": lambda make: make(*made(12), alternative="less", level=0.8),
        "p alone": lambda make: make(*made(12), level=None),
        "a blank": lambda make: make([1, 2, None, 4, 5, 7], [2, 1, 3, 3, 6, 6]),
        "yes and no": lambda make: make([0, 0, 1, 1, 1, 0, 1], [0, 1, 1, 1, 1, 0, 0]),
    }.items()
} | {
    "spearman, 3 pupils": lambda: stats.spearman([1, 2, 3], [1, 3, 2]),
    "kendall, 3 pupils": lambda: stats.kendall([1, 2, 3], [1, 3, 2]),
}
