"""Results of answers on a scale, from three pupils to three hundred, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result

FIVE = [1, 2, 3, 4, 5]
NAMES = ["strongly disagree", "disagree", "neither", "agree", "strongly agree"]


def made(n: int, middle: float = 3.0) -> list[int]:
    random = Random(n * 7 + int(middle))
    return [min(5, max(1, round(random.gauss(middle, 1)))) for _ in range(n)]


EXAMPLES: dict[str, Callable[[], Result]] = {
    "shift, nobody moved": lambda: stats.shift([2, 3, 4], [2, 3, 4]),
    "shift, all up": lambda: stats.shift([1, 2, 3, 1, 2, 3, 1], [2, 3, 4, 3, 4, 5, 5]),
    "shift, one pupil": lambda: stats.shift([2], [4]),
    "shift, a blank and halves": lambda: stats.shift([2, 3.5, None, 4], [3, 3, 2, 4.5]),
    "shift, greater": lambda: stats.shift(made(12), made(12, 4), alternative="greater"),
    "shift, less at 80%": lambda: stats.shift(made(12), made(12, 4), alternative="less", level=0.8),
    "shift, p alone": lambda: stats.shift(made(28), made(28, 4), level=None),
    "distribution, with labels": lambda: stats.distribution(made(28), FIVE, labels=NAMES),
    "distribution, one level used": lambda: stats.distribution([4, 4, 4, None], FIVE),
    "distribution, one answer": lambda: stats.distribution([4], FIVE),
    "distribution, yes and no": lambda: stats.distribution([0, 1, 1, 0, 1, 1], [0, 1], labels=["no", "yes"]),
    "distribution, eleven levels": lambda: stats.distribution([0, 7, 8, 8, 9, 10, 10, 3], range(11)),
    "likert_difference, paired": lambda: stats.likert_difference(made(12), made(12, 4), FIVE, paired=True),
    "likert_difference, paired, too few": lambda: stats.likert_difference([2, 3, 3], [3, 4, 5], FIVE, paired=True),
    "likert_difference, all alike": lambda: stats.likert_difference([3, 3], [3, 3, 3], FIVE),
    "likert_difference, paired, all alike": lambda: stats.likert_difference([3] * 7, [4] * 7, FIVE, paired=True),
    "likert_difference, greater": lambda: stats.likert_difference(made(12, 4), made(11), FIVE, alternative="greater"),
    "likert_difference, less at 80%": lambda: stats.likert_difference(made(12, 4), made(11), FIVE, alternative="less", level=0.8),
    "likert_difference, p alone": lambda: stats.likert_difference(made(12, 4), made(11), FIVE, level=None),
    "likert_difference, one pupil each": lambda: stats.likert_difference([5], [2], FIVE),
} | {
    f"{name}, {n} pupils": (lambda make=make, n=n: make(n))
    for n in (3, 12, 28, 300)
    for name, make in (
        ("shift", lambda n: stats.shift(made(n), made(n, 4))),
        ("distribution", lambda n: stats.distribution(made(n), FIVE)),
        ("likert_difference", lambda n: stats.likert_difference(made(n, 4), made(n), FIVE)),
    )
}
