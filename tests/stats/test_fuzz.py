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
        if self.random.random() < 0.3:  # items that go together, as those of a test do
            able = [self.random.randrange(6) for _ in range(self.n)]
            return [[each + self.random.randrange(3) for _ in range(width)] for each in able]
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

    def two_groups(self) -> Any:
        return self.labels() if self.wild else [place % 2 for place in range(self.n)]

    def phases(self) -> Any:
        return self.labels() if self.wild else ["A"] * (self.n // 2) + ["B"] * (self.n - self.n // 2)

    def several(self, each: Callable[[int, int], Any]) -> Any:
        """Make one value for each of four pupils on each of ``n`` occasions."""
        column = [each(pupil, occasion) for pupil in range(4) for occasion in range(self.n)]
        if self.wild and column:
            column[self.random.randrange(len(column))] = self.some(ODD)
        return column

    def count(self) -> Any:
        return self.some(ODD) if self.wild and self.random.random() < 0.4 else self.random.randrange(0, 31)

    def number(self) -> Any:
        return self.some(ODD) if self.wild and self.random.random() < 0.4 else self.some([0, 0.5, 0.8, 1, 1.5, 3.2, 12, 30, -2])

    def share(self) -> Any:
        return self.some(ODD_LEVELS) if self.wild else self.some([0.05, 0.2, 0.5, 0.7, 0.8, 0.9])

    def table(self) -> Any:
        cells = [[self.count(), self.count()], [self.count(), self.count()]]
        return self.some([cells, cells, cells, [cells[0]], [[1, 2, 3], [4, 5, 6]], 7, "table"]) if self.wild else cells


def pick(*known: Any, odd: tuple[Any, ...] = ("other", None, 3)) -> Callable[[Odd], Any]:
    """Return a maker of one of the known options, and now and then of one that is not known."""
    return lambda made: made.some([*known, *(odd if made.wild else ())])


MAKERS: dict[str, Callable[[Odd], Any]] = (
    dict.fromkeys("before after x y a b values baseline intervention series estimates groups".split(), Odd.column)
    | dict.fromkeys("items ratings rows".split(), Odd.rows)
    | dict.fromkeys("k n k1 n1 k2 n2".split(), Odd.count)
    | dict.fromkeys("year_mean chosen_mean gain effect estimate sd within found n_replication".split(), Odd.number)
    | dict.fromkeys("cut_off alpha reliability group_share below power".split(), Odd.share)
    | dict.fromkeys("level confidence".split(), lambda odd: odd.some(ODD_LEVELS) if odd.wild else 0.95)
    | {
        "alternative": pick("two_sided", "greater", "less"),
        "by": pick("average_sd", "before_sd", "difference_sd", "baseline_sd", "pooled_sd"),
        "case": lambda odd: odd.several(lambda pupil, occasion: pupil),
        "time": lambda odd: odd.several(lambda pupil, occasion: occasion),
        "outcome": lambda odd: odd.several(lambda pupil, occasion: odd.random.randrange(9)),
        "group": Odd.two_groups,
        "correct": pick(True, False),
        "data": lambda odd: odd.some([odd.column(), odd.column(), [odd.column(), odd.column()], (odd.column(), odd.column())]),
        "design": pick("paired", "two_groups"),
        "draws": lambda odd: odd.some([0, -1, 2.5, "many"]) if odd.wild and odd.random.random() < 0.2 else 999,
        "each": pick("study", "class", "school"),
        "equal_variances": pick(True, False, odd=("yes",)),
        "floor": pick(5, 10, odd=(0, 4, 5.5, "ten")),
        "improvement": pick("increase", "decrease"),
        "interval": pick("hartung_knapp", "normal", "hartung_knapp_adhoc"),
        "item_max": pick(None, 1, 5, 40, odd=(0, -1, "5", [1, 2])),
        "label": pick("", "Ms O's class", odd=(7, "x" * 99, "a\nb")),
        "labels": pick(None, ["a", "b", "c"], odd=(7, ["a"] * 3, [1, 2])),
        "levels": pick(None, [0, 1, 2, 3], ["A", "B", "C"], odd=([], [1, 1], 5)),
        "measure": pick("marks", "standardised"),
        "missing": pick("listwise", "pairwise"),
        "norms": pick(None, (10, 3, 20, 4), odd=((1,), (1, 2, 3, "x"), (1, 0, 2, 0))),
        "p_values": lambda odd: [odd.share() for _ in range(odd.n)],
        "paired": pick(True, False, odd=("yes",)),
        "phases": Odd.phases,
        "prediction": pick("HTS", "HK", "normal"),
        "quantile": pick("t", "normal"),
        "reversed_items": pick((), (0,), (1, 2), odd=((9,), "0", (-3,))),
        "scale": pick([0, 1, 2, 3, 4, 5], list(range(41)), odd=([], [1], "5", [1, 1], None)),
        "seed": pick(1, 2, odd=("1", -1, 2.5)),
        "sign": pick("lrri", "lrrd"),
        "start": pick(None, (10, 3), odd=((1,), "x")),
        "start_points": lambda odd: odd.some(
            [[odd.n // 2], list(range(1, odd.n)), list(range(2, odd.n - 1)), *([[], [99], "all"] if odd.wild else [])]
        ),
        "statistic": pick("mean", "median", "mean_difference", len),
        "table": Odd.table,
        "ties": pick("half", "strict"),
        "treatment": lambda odd: odd.several(lambda pupil, occasion: int(occasion > odd.n // 3 + pupil % 2)),
        "variances": lambda odd: odd.column() if odd.wild else [odd.some([0.1, 0.5, 1, 4.5]) for _ in range(odd.n)],
        "weights": pick(None, "linear", "quadratic"),
        "zeros": pick("drop", "pratt"),
    }
)
OWN: dict[tuple[str, str], Callable[[Odd], Any]] = {
    ("regression_to_the_mean", "source"): pick("whole_year", "test_reliability", "not_known"),
    ("regression_to_the_mean", "correlation"): pick(None, 0.7, 0, 1, -0.2, odd=(1.2, "r")),
    ("regression_to_the_mean", "correlation_range"): pick((0.5, 0.9), (-1, 1), odd=((0.5,), 0.5, (0.1, 3))),
    ("baseline_corrected_tau", "correct"): pick("if_trend", "always", "never"),
    ("baseline_corrected_tau", "denominator"): pick("tau_b", "pairs"),
    ("baseline_corrected_tau", "trend_test"): pick("exact", "normal"),
    ("bootstrap_interval", "method"): pick("percentile", "basic", "bca"),
    ("between_case_smd", "method"): pick("moments", "reml"),
    ("combine_summaries", "summaries"): lambda odd: (
        [summary(odd) for _ in range(odd.random.randrange(5))] if not odd.wild else odd.column()
    ),
    ("distribution", "labels"): pick(None, list("abcdef"), odd=(["a"], 7)),
    ("intraclass_correlation", "model"): pick("icc1", "icc2", "icc3", "icc2k", "ICC(2,1)"),
    ("krippendorff_alpha", "level"): pick("nominal", "ordinal", "interval", "ratio", odd=(0.95, None)),
    ("log_response_ratio", "scale"): pick("other", "count", "percentage", "proportion"),
    ("phase_randomisation", "statistic"): pick("mean_difference", "median_difference", lambda first, second: max(second) - max(first)),
    ("standard_error_of_measurement", "items"): lambda odd: odd.some([None, odd.rows()]),
    ("tau_u", "variant"): pick("a_b", "a_b_minus_a"),
    ("within_case_smd", "correct"): pick("exact", "approximate", "none"),
} | {(name, "method"): pick("REML", "DL", "PM", "fixed") for name in ("combine", "combine_summaries", "cumulative", "leave_one_out")}


def summary(odd: Odd) -> Any:
    before = [odd.random.randrange(41) for _ in range(12)]
    return stats.change_summary(before, [mark + (place % 5) - 1 + odd.random.randrange(9) for place, mark in enumerate(before)])


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
