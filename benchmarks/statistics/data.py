"""The made-up marks that ours and every peer are given. Nothing here is a pupil's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

Marks = list[int]
DRAWS = 9_999


@cache
def paired(n: int = 28, *, top: int = 20) -> tuple[Marks, Marks]:
    """Whole marks with ties and zeros, before and after."""
    random = Random(n)
    before = [_mark(random.gauss(top / 2, top / 6), top) for _ in range(n)]
    return before, [_mark(mark + random.gauss(0, top / 8), top) for mark in before]


@cache
def two_groups(m: int = 28, n: int = 27, *, top: int = 20) -> tuple[Marks, Marks]:
    """Whole marks with ties of two groups."""
    random = Random(m * 1_000 + n)
    return tuple([_mark(random.gauss(centre * top, top / 6), top) for _ in range(size)] for centre, size in ((0.58, m), (0.5, n)))  # type: ignore[return-value]


@cache
def ratings(units: int = 500, raters: int = 3) -> list[list[int | None]]:
    """Levels 1 to 5; about every tenth rating is missing."""
    random = Random(500)
    rows: list[list[int | None]] = []
    for _ in range(units):
        level = random.randint(1, 5)
        rows.append([None if random.random() < 0.1 else min(5, max(1, level + random.choice((-1, 0, 0, 0, 1)))) for _ in range(raters)])
    return rows


@cache
def marked(papers: int = 30, markers: int = 3) -> list[Marks]:
    """Marks of the same papers by several markers, one of them severe."""
    random = Random(30)
    worth = [random.gauss(12, 3) for _ in range(papers)]
    return [[_mark(paper + random.gauss(-1 if marker == 0 else 0, 1.5), 20) for marker in range(markers)] for paper in worth]


@cache
def studies(count: int = 10) -> tuple[list[float], list[float]]:
    """Estimates that differ by more than chance, and their variances."""
    random = Random(10)
    variances = [round(random.uniform(0.02, 0.12), 4) for _ in range(count)]
    return [round(random.gauss(random.gauss(0.3, 0.25), variance**0.5), 4) for variance in variances], variances


def _mark(value: float, top: int) -> int:
    return min(top, max(0, round(value)))


def for_r() -> str:
    """The same as R code."""
    columns: dict[str, Sequence[float]] = {
        "before": paired()[0],
        "after": paired()[1],
        "x": two_groups()[0],
        "y": two_groups()[1],
        "marked": [mark for row in marked() for mark in row],
        "estimates": studies()[0],
        "variances": studies()[1],
    }
    return "".join(f"{name} <- c({', '.join(map(repr, values))})\n" for name, values in columns.items())
