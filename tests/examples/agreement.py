"""Results of comparing markers, from three papers to three hundred, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result

LEVELS = [1, 2, 3, 4, 5]
NAMES = ["working towards", "emerging", "secure", "beyond"]


def rated(n: int, raters: int = 2, *, gaps: float = 0.0) -> list[list[int | None]]:
    random = Random(n + raters)
    rows: list[list[int | None]] = []
    for place in range(n):
        true = 1 + place % 5
        given = [min(5, max(1, true + random.choice([0, 0, 0, 1, -1]))) for _ in range(raters)]
        rows.append([None if random.random() < gaps else level for level in given])
    return rows


def two(n: int) -> tuple[list[int | None], list[int | None]]:
    rows = rated(n)
    return [row[0] for row in rows], [row[1] for row in rows]


def marked(n: int, raters: int = 3) -> list[list[float]]:
    random = Random(n)
    true = [random.gauss(24, 7) for _ in range(n)]
    return [[min(40.0, max(0.0, round(2 * random.gauss(mark - rater, 2)) / 2)) for rater in range(raters)] for mark in true]


def labelled(n: int) -> tuple[list[str], list[str]]:
    a, b = two(n)
    return [NAMES[min(4, each or 1) - 1] for each in a], [NAMES[min(4, each or 1) - 1] for each in b]


EXAMPLES: dict[str, Callable[[], Result]] = {
    "percent_agreement, within one": lambda: stats.percent_agreement(*two(28), within=1),
    "percent_agreement, three markers": lambda: stats.percent_agreement(rated(12, 3, gaps=0.1)),
    "percent_agreement, none": lambda: stats.percent_agreement([1, 2, 3], [2, 3, 1]),
    "percent_agreement, one paper": lambda: stats.percent_agreement(["secure"], ["secure"], level=0.8),
    "cohen_kappa, labels": lambda: stats.cohen_kappa(*labelled(28), levels=NAMES, weights="linear"),
    "cohen_kappa, a level nobody used": lambda: stats.cohen_kappa([1, 1, 2, 4, 5], [1, 2, 2, 4, 4], weights="quadratic", levels=LEVELS),
    "cohen_kappa, all alike": lambda: stats.cohen_kappa([1, 2, 3, 2], [1, 2, 3, 2]),
    "cohen_kappa, one marker constant": lambda: stats.cohen_kappa([2] * 8, [2, 2, 2, 1, 2, 2, 3, 2], levels=[1, 2, 3]),
    "cohen_kappa, nearly all one level": lambda: stats.cohen_kappa([1] * 95 + [2] * 5, [1] * 90 + [2] * 5 + [1] * 5),
    "cohen_kappa, a blank, level 0.8": lambda: stats.cohen_kappa([1, 2, None, 3, 2, 1], [1, 2, 2, 2, 3, 1], level=0.8),
    "cohen_kappa, never alike": lambda: stats.cohen_kappa([1, 2, 1, 2], [2, 1, 2, 1]),
    "fleiss_kappa, gaps": lambda: stats.fleiss_kappa(rated(28, 4, gaps=0.2)),
    "fleiss_kappa, all alike": lambda: stats.fleiss_kappa([[1, 1, 1], [2, 2, 2], [3, 3, 3]]),
    "gwet_ac, quadratic": lambda: stats.gwet_ac(rated(12, 3), weights="quadratic", levels=LEVELS),
    "gwet_ac, linear, gaps": lambda: stats.gwet_ac(rated(12, 2, gaps=0.2), weights="linear"),
    "gwet_ac, one level of two": lambda: stats.gwet_ac([[1, 1], [1, 1], [1, 1]], levels=[1, 2]),
    "krippendorff_alpha, alone": lambda: stats.krippendorff_alpha(rated(12, 3), "interval", confidence=None),
    "krippendorff_alpha, gaps": lambda: stats.krippendorff_alpha([*rated(28, 3, gaps=0.2), [1, None, None]], "ratio"),
    "krippendorff_alpha, labels": lambda: stats.krippendorff_alpha(list(zip(*labelled(12), strict=True)), "ordinal", levels=NAMES),
    "krippendorff_alpha, all alike": lambda: stats.krippendorff_alpha([[1, 1], [2, 2], [3, 3], [3, 3]], "ordinal"),
    "krippendorff_alpha, no range": lambda: stats.krippendorff_alpha([[1, 1], [1, 2], [1, 1], [1, 1]]),
    "intraclass_correlation, no value": lambda: stats.intraclass_correlation([[2, 4], [4, 0], [1, 5], [0, 2], [5, 0]], model="icc2k"),
    "intraclass_correlation, below 0": lambda: stats.intraclass_correlation([[2, 4], [4, 0], [1, 5], [0, 2], [5, 0]], model="icc1"),
    "intraclass_correlation, all alike": lambda: stats.intraclass_correlation([[2, 2], [3, 3], [5, 5]]),
    "intraclass_correlation, in step": lambda: stats.intraclass_correlation([[2, 3], [3, 4], [5, 6]], model="icc3"),
    "intraclass_correlation, mean of three": lambda: stats.intraclass_correlation(marked(12), model="icc3k", level=0.9),
    "bland_altman, the same difference": lambda: stats.bland_altman([2, 3, 4], [1, 2, 3]),
    "bland_altman, far apart and steady": lambda: stats.bland_altman([12, 13, 14.5, 15], [2, 3, 4, 5]),
    "bland_altman, the same marks": lambda: stats.bland_altman([2, 3, 4], [2, 3, 4]),
    "bland_altman, a blank, level 0.8": lambda: stats.bland_altman([2, 3.5, 4, None], [1, 2, 6, 3], level=0.8),
} | {
    f"{name}, {n} papers": (lambda make=make, n=n: make(n))
    for n in (3, 12, 28, 300)
    for name, make in (
        ("percent_agreement", lambda n: stats.percent_agreement(*two(n))),
        ("cohen_kappa", lambda n: stats.cohen_kappa(*two(n), weights="linear", levels=LEVELS)),
        ("fleiss_kappa", lambda n: stats.fleiss_kappa(rated(n, 3))),
        ("gwet_ac", lambda n: stats.gwet_ac(rated(n, 3))),
        ("krippendorff_alpha", lambda n: stats.krippendorff_alpha(rated(n, 3), "ordinal")),
        ("intraclass_correlation", lambda n: stats.intraclass_correlation(marked(n))),
        ("bland_altman", lambda n: stats.bland_altman([row[0] for row in marked(n)], [row[1] for row in marked(n)])),
    )
}
