"""Thousands of odd calls: each ends in a result that obeys its law, or in one of our own errors that says what to do."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from workbench import stats
from workbench.errors import WorkbenchError
from workbench.words.say import say

BLANKS = [None, float("nan"), np.nan, Decimal("NaN")]
ENDLESS = [float("inf"), -float("inf"), 1e308, -1e308, 10**400, 2**63, 1e15, 1e-320]
NOT_NUMBERS = ["7", "", "14?", 3 + 2j, True, b"4", [3], {}, object()]
NUMBERS = [Fraction(7, 3), Decimal("6.5"), np.float64(4.5), np.int64(6), -0.0, 0.1, -7]
ODD: list[Any] = [*BLANKS, *ENDLESS, *NOT_NUMBERS, *NUMBERS]
ODD_LEVELS: list[Any] = [0.95, 0.8, 0.5, 0.999, 95, 0, 1, -0.1, "0.95", None, float("nan"), True, [0.95]]
ODD_COLUMNS: list[Any] = [
    None,
    7,
    "marks",
    [],
    [[]],
    [None, None, None],
    {3: 4},
    {1, 2, 3},
    [[1, 2], [3, 4]],
    np.array([[1.0, 2.0]]),
    np.array([]),
]
SIZES = [0, 1, 2, 3, 3, 4, 5, 7, 12, 28]


class Odd:
    """Random arguments by the parameter's name, mostly sensible, some of them not."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.n = random.choice(SIZES)
        self.wild = random.random() < 0.3

    def some(self, choices: list[Any]) -> Any:
        return self.random.choice(choices)

    def value(self) -> Any:
        kind = self.random.randrange(5)
        return [self.random.randrange(6), self.random.randrange(41), self.random.randrange(81) / 2, self.random.gauss(0, 3), 3][kind]

    def column(self, n: int | None = None) -> Any:
        if self.wild and self.random.random() < 0.15:
            return self.some(ODD_COLUMNS)
        n = self.n if n is None else n
        n += self.some([0] * 12 + [1, -1]) if self.wild else 0
        style = self.random.randrange(6)
        fixed = self.value()
        column = [
            fixed
            if style == 0
            else self.random.randrange(4)
            if style == 1
            else self.random.randrange(41) / 2
            if style == 2
            else self.value()
            for _ in range(max(0, n))
        ]
        for place in range(len(column)):
            if self.random.random() < (0.1 if style > 3 else 0):
                column[place] = None
            if self.wild and self.random.random() < 0.08:
                column[place] = self.some(ODD)
        return self.some([column, tuple(column), column, np.array(column, dtype=object)])

    def rows(self) -> Any:
        width = self.random.randrange(0, 7)
        if self.wild and self.random.random() < 0.1:
            return self.some(ODD_COLUMNS)
        top = self.some([1, 2, 5, 40])
        full = [[self.random.randrange(top + 1) for _ in range(width)] for _ in range(self.n)]
        for row in full:
            for place in range(len(row)):
                if self.random.random() < 0.05:
                    row[place] = None  # type: ignore[call-overload]
                if self.wild and self.random.random() < 0.05:
                    row[place] = self.some(ODD)
            if self.wild and self.random.random() < 0.03:
                row.append(3)
        return full

    def labels(self) -> Any:
        if self.wild and self.random.random() < 0.2:
            return self.column()
        kinds = self.some([[0, 1], ["A", "B"], [1], [0, 1, 2], ["a", "b", "c"]])
        return [self.some(kinds) for _ in range(self.n)]

    def count(self) -> Any:
        return self.some(ODD) if self.wild and self.random.random() < 0.4 else self.random.randrange(0, 31)

    def number(self) -> Any:
        return self.some(ODD) if self.wild and self.random.random() < 0.4 else self.some([0, 0.5, 0.8, 1, 1.5, 3.2, 12, 30, -2])

    def share(self) -> Any:
        return self.some(ODD_LEVELS) if self.wild else self.some([0.05, 0.2, 0.5, 0.7, 0.8, 0.9])

    def table(self) -> Any:
        cells = [[self.count(), self.count()], [self.count(), self.count()]]
        return self.some([cells, cells, cells, [cells[0]], [[1, 2, 3], [4, 5, 6]], 7, "table"]) if self.wild else cells


MAKERS: dict[str, Callable[[Odd], Any]] = (
    dict.fromkeys("before after x y".split(), Odd.column)
    | dict.fromkeys("level".split(), lambda odd: odd.some(ODD_LEVELS) if odd.wild else 0.95)
    | {
        "alternative": lambda odd: odd.some(["two_sided", "greater", "less", *(["both", None, 2] if odd.wild else [])]),
        "draws": lambda odd: odd.some([0, -1, 2.5, "many"]) if odd.wild and odd.random.random() < 0.2 else 999,
        "seed": lambda odd: odd.some([1, 2]),
        "n": Odd.count,
        "by": lambda odd: odd.some(["average_sd", "before_sd", "difference_sd", "sd", None]),
        "correct": lambda odd: odd.some([True, False]),
    }
)
OWN: dict[tuple[str, str], Callable[[Odd], Any]] = {
    ("regression_to_the_mean", "source"): lambda odd: odd.some(["whole_year", "test_reliability", "not_known", "guess"]),
    ("regression_to_the_mean", "year_mean"): Odd.number,
    ("regression_to_the_mean", "chosen_mean"): Odd.number,
    ("regression_to_the_mean", "correlation"): lambda odd: odd.some([None, 0.7, 0, 1, -0.2, 1.2, "r"]),
    ("regression_to_the_mean", "gain"): Odd.number,
}
FUNCTIONS = [name for name in stats.__all__ if name[0].islower()]


def arguments(name: str, odd: Odd) -> tuple[list[Any], dict[str, Any]]:
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in inspect.signature(getattr(stats, name)).parameters.values():
        maker = OWN.get((name, parameter.name)) or MAKERS.get(parameter.name)
        assert maker is not None, f"teach the fuzz a maker for '{parameter.name}' of {name}"
        if parameter.kind is parameter.VAR_POSITIONAL:
            positional += [maker(odd) for _ in range(odd.random.randrange(0, 5))]
        elif parameter.kind is parameter.KEYWORD_ONLY:
            if parameter.default is parameter.empty or parameter.name == "draws" or odd.random.random() < 0.4:
                named[parameter.name] = maker(odd)
        elif parameter.default is parameter.empty or odd.random.random() < 0.6:
            positional.append(maker(odd))
        else:
            break
    return positional, named


def obeys(result: Any) -> None:
    plain = result.to_dict()
    json.dumps(plain, allow_nan=False)
    low, high, estimate = plain.get("low"), plain.get("high"), plain.get("estimate")
    if isinstance(low, float) and isinstance(high, float):
        assert low <= high, plain
    assert estimate is None or abs(estimate) < float("inf")
    p = plain.get("p")
    if p is not None:
        assert 0 < p <= 1, plain
        least = plain.get("smallest_p")
        assert least is None or plain.get("exact") is False or p >= least * (1 - 1e-9), plain
    for form in ("full", "short", "note"):
        words = say(result, form=form).split(" Code: ")[0]
        assert not re.search(r"\bnan\b|\binf\b|\bNone\b", words), words


def helps(error: WorkbenchError) -> None:
    assert error.what
    assert error.seen
    assert error.do


@pytest.mark.parametrize("name", FUNCTIONS)
def test_odd_input_ends_in_a_lawful_result_or_in_an_error_that_helps(name: str, long_run: bool) -> None:
    answered = refused = 0
    for seed in range(1000 if long_run else 60):
        odd = Odd(Random(f"{name} {seed}"))
        positional, named = arguments(name, odd)
        try:
            result = getattr(stats, name)(*positional, **named)
        except WorkbenchError as error:
            refused += 1
            helps(error)
            continue
        answered += 1
        obeys(result)
    assert refused > 0, "nothing odd was refused"
    assert answered > 0, "everything was refused, so nothing was tried"
