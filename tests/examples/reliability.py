"""Results of reliability and of ranked changes, from three pupils to three hundred, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result


def quiz(n: int, k: int = 10) -> list[list[int]]:
    """Return right and wrong answers to items that get harder."""
    random = Random(n * k)
    able = [random.gauss(0, 1) for _ in range(n)]
    return [[int(skill + random.gauss(0, 1) > place / k * 2 - 1) for place in range(k)] for skill in able]


def survey(n: int, k: int = 5) -> list[list[int]]:
    """Return answers from 1 to 5 to items of one kind."""
    random = Random(n + k)
    leaning = [random.gauss(0, 1) for _ in range(n)]
    return [[min(5, max(1, round(3 + lean + random.gauss(0, 0.9)))) for _ in range(k)] for lean in leaning]


def marks(n: int) -> tuple[list[float], list[float]]:
    random = Random(n)
    before = [random.randrange(10, 70) / 2 for _ in range(n)]
    return before, [max(0.0, mark + random.randrange(-6, 9) / 2) for mark in before]


def with_reversed(n: int) -> list[list[int]]:
    return [[6 - row[0], *row[1:]] for row in survey(n)]


def with_gaps(n: int) -> list[list[int | None]]:
    rows: list[list[int | None]] = [list(row) for row in survey(n)]
    rows[1][2] = rows[4][0] = rows[4][1] = None
    return rows


def with_constant(n: int) -> list[list[int]]:
    return [[*row, 4] for row in survey(n)]


SIZES = (3, 12, 28, 300)
EXAMPLES: dict[str, Callable[[], Result]] = {
    "cronbach_alpha, an item worded the other way": lambda: stats.cronbach_alpha(with_reversed(28)),
    "cronbach_alpha, that item turned": lambda: stats.cronbach_alpha(with_reversed(28), reversed_items=[1], scale=(1, 5)),
    "cronbach_alpha, two items reversed": lambda: stats.cronbach_alpha([[row[0], 6 - row[1], 6 - row[2], *row[3:]] for row in survey(28)]),
    "cronbach_alpha, blanks": lambda: stats.cronbach_alpha(with_gaps(12)),
    "cronbach_alpha, blanks by pairs": lambda: stats.cronbach_alpha(with_gaps(12), missing="pairwise"),
    "cronbach_alpha, a constant item": lambda: stats.cronbach_alpha(with_constant(12), level=0.8),
    "cronbach_alpha, two items": lambda: stats.cronbach_alpha([[1, 2], [2, 2], [3, 4], [5, 4]]),
    "cronbach_alpha, two pupils": lambda: stats.cronbach_alpha([[1, 2, 3], [2, 2, 5]]),
    "cronbach_alpha, below zero": lambda: stats.cronbach_alpha([[1, 5, 2], [5, 1, 3], [2, 4, 4], [4, 3, 1]]),
    "cronbach_alpha, items in step": lambda: stats.cronbach_alpha([[1, 1, 1], [2, 2, 2], [4, 4, 4]]),
    "cronbach_alpha, forty items": lambda: stats.cronbach_alpha(quiz(28, 40)),
    "mcdonald_omega, 12 pupils": lambda: stats.mcdonald_omega(survey(12, 4)),
    "mcdonald_omega, 28 pupils": lambda: stats.mcdonald_omega(survey(28)),
    "mcdonald_omega, 300 pupils": lambda: stats.mcdonald_omega(survey(300)),
    "mcdonald_omega, an item worded the other way": lambda: stats.mcdonald_omega(with_reversed(28), level=0.9),
    "split_half, three items": lambda: stats.split_half(survey(12, 3)),
    "split_half, two items": lambda: stats.split_half(survey(12, 2)),
    "split_half, three pupils": lambda: stats.split_half(survey(3, 4)),
    "split_half, one half still": lambda: stats.split_half([[1, 0], [0, 0], [1, 0], [1, 0]]),
    "split_half, on a line": lambda: stats.split_half([[1, 1], [0, 0], [1, 1], [0, 0]]),
    "split_half, mirrored": lambda: stats.split_half([[1, 5], [2, 3], [3, 1], [1, 5]]),
    "split_half, splits drawn": lambda: stats.split_half(quiz(28, 24)),
    "kr20, 12 pupils": lambda: stats.kr20(quiz(12)),
    "kr20, everyone right": lambda: stats.kr20([[1, *row, 0] for row in quiz(14, 4)]),
    "kr20, all or nothing": lambda: stats.kr20([[1, 1], [0, 0], [1, 1]]),
    "item_analysis, questionnaire": lambda: stats.item_analysis(survey(12), item_max=5),
    "item_analysis, an item worded the other way": lambda: stats.item_analysis(with_reversed(28), item_max=5),
    "item_analysis, that item turned": lambda: stats.item_analysis(with_reversed(28), item_max=5, reversed_items=[1], scale=(1, 5)),
    "item_analysis, marks of several sizes": lambda: stats.item_analysis(
        [[2, 4.5, 1], [1, 3, 0], [2, 6, 1], [0, 2.5, 1]], item_max=[2, 6, 1]
    ),
    "item_analysis, all as hard": lambda: stats.item_analysis([[1, 0], [0, 1], [1, 0], [0, 1]]),
    "item_analysis, forty items": lambda: stats.item_analysis(quiz(28, 40)),
    "item_analysis, a blank and a constant": lambda: stats.item_analysis([[*row, 4] for row in with_gaps(12)], item_max=5),
    "standard_error_of_measurement, from figures": lambda: stats.standard_error_of_measurement(sd=5.2, reliability=0.84),
    "standard_error_of_measurement, items in step": lambda: stats.standard_error_of_measurement([[1, 1], [2, 2], [4, 4]]),
    "standard_error_of_measurement, level 0.8": lambda: stats.standard_error_of_measurement(quiz(28), level=0.8),
    "reliable_change, own spread": lambda: stats.reliable_change(*marks(12), reliability=0.8),
    "reliable_change, one pupil": lambda: stats.reliable_change([9], [15], reliability=0.78, sd=3.8, norms=(14, 3), start=(9, 3.8)),
    "reliable_change, one pupil unclear": lambda: stats.reliable_change([9], [11], reliability=0.78, sd=3.8),
    "reliable_change, one pupil and no start": lambda: stats.reliable_change([9], [15], reliability=0.78, sd=3.8, norms=(14, 3)),
    "reliable_change, downwards": lambda: stats.reliable_change(*marks(28), reliability=0.95, norms=(5, 2), level=0.8),
    "reliable_change, a blank": lambda: stats.reliable_change([4, None, 9, 12], [6, 7, 12, 11], reliability=0.6),
    "signed_rank, pratt": lambda: stats.signed_rank(*marks(28), zeros="pratt"),
    "signed_rank, greater": lambda: stats.signed_rank(*marks(12), alternative="greater"),
    "signed_rank, less": lambda: stats.signed_rank(*marks(12), alternative="less", level=0.8),
    "signed_rank, p alone": lambda: stats.signed_rank(*marks(28), level=None),
    "signed_rank, one pupil": lambda: stats.signed_rank([5], [7]),
    "signed_rank, all alike": lambda: stats.signed_rank([1, 2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8, 9]),
    "signed_rank, half did not change": lambda: stats.signed_rank([5, 6, 7, 5, 8, 9, 4, 6, 7, 8], [5, 6, 7, 5, 8, 10, 5, 7, 6, 10]),
    "signed_rank, a blank": lambda: stats.signed_rank([5, None, 7, 5, 8, 3], [7, 3, 9, None, 8, 5]),
    "signed_rank, open at no change": lambda: stats.signed_rank([0] * 9, [3, 1, 1, 2, 1, 3, 0, -1, 1]),
    "signed_rank, no other shift fits": lambda: stats.signed_rank([0] * 21, [2] * 20 + [3]),
    "signed_rank, drawn": lambda: stats.signed_rank(*marks(420), draws=999),
    "rank_biserial_change, all up": lambda: stats.rank_biserial_change([4, 6, 5], [6, 7, 9]),
    "rank_biserial_change, level 0.8": lambda: stats.rank_biserial_change(*marks(28), level=0.8),
} | {
    f"{name}, {n} pupils": (lambda make=make, n=n: make(n))
    for n in SIZES
    for name, make in (
        ("cronbach_alpha", lambda n: stats.cronbach_alpha(survey(n))),
        ("split_half", lambda n: stats.split_half(quiz(n, 8))),
        ("item_analysis", lambda n: stats.item_analysis(quiz(n))),
        ("standard_error_of_measurement", lambda n: stats.standard_error_of_measurement(survey(n))),
        ("reliable_change", lambda n: stats.reliable_change(*marks(n), reliability=0.95, sd=5, norms=(28, 6))),
        ("signed_rank", lambda n: stats.signed_rank(*marks(n))),
        ("rank_biserial_change", lambda n: stats.rank_biserial_change(*marks(n))),
    )
}
