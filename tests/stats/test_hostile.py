"""What a caller with frames, labels, computed marks and odd units meets: the right answer, or an error that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from workbench import stats
from workbench.errors import BadInput
from workbench.stats._columns import meant
from workbench.words.say import say

MARKS = [7.5, 9.0, 12.5, 10.0, 5.5, 11.0, 8.0, 6.5, 10.5, 9.5]
LATER = [9.0, 9.0, 15.0, 12.5, 5.0, 10.5, 9.5, 8.0, 10.5, 11.0]
IN_STEP: dict[str, Callable[[Any, Any], Any]] = {
    "mean_change": stats.mean_change,
    "reliable_change": lambda first, second: stats.reliable_change(first, second, reliability=0.8),
    "adjusted_difference": lambda first, second: stats.adjusted_difference(first, second, [0, 1] * 5),
    "spearman": stats.spearman,
    "bland_altman": stats.bland_altman,
    "cohen_kappa": stats.cohen_kappa,
    "percent_agreement": stats.percent_agreement,
    "likert_difference": lambda first, second: stats.likert_difference(first, second, [each / 2 for each in range(41)], paired=True),
    "change_summary": stats.change_summary,
    "bca_interval": lambda first, second: stats.bca_interval((first, second), "mean_change"),
    "combine": stats.combine,
}
PUPILS = [f"P{each:02}" for each in range(10)]


@pytest.mark.parametrize("name", IN_STEP)
def test_columns_that_name_the_same_pupils_in_another_order_are_not_paired_by_place(name: str) -> None:
    first, second = pd.Series(MARKS, index=PUPILS), pd.Series(LATER, index=PUPILS)
    assert IN_STEP[name](first, second) == IN_STEP[name](MARKS, LATER)
    with pytest.raises(BadInput, match="not in step") as caught:
        IN_STEP[name](first, second.sort_values())
    assert caught.value.seen == "other labels from row 1 on"
    with pytest.raises(BadInput, match="not in step"):
        IN_STEP[name](first, pd.Series(LATER, index=[*PUPILS[:-1], "P99"]))


def test_the_two_halves_of_a_long_table_are_paired_by_place() -> None:
    table = pd.DataFrame({"time": [1] * 10 + [2] * 10, "mark": MARKS + LATER})
    before, after = (table.loc[table["time"] == time, "mark"] for time in (1, 2))
    assert stats.mean_change(before, after) == stats.mean_change(MARKS, LATER)


@pytest.mark.parametrize(
    "call",
    [
        stats.bca_interval,
        lambda table: stats.mean_change(table, [3, 4]),
        lambda table: stats.kruskal_wallis(table, [3, 4], [5, 6]),
        lambda table: stats.nap(table, [3, 4]),
        lambda table: stats.distribution(table, [0, 1]),
        lambda table: stats.cohen_kappa(table, [3, 4]),
    ],
)
def test_a_data_frame_is_never_read_as_its_headings(call: Callable[[Any], Any]) -> None:
    with pytest.raises(BadInput, match="This is a whole table") as caught:
        call(pd.DataFrame([[3, 4], [5, 6], [2, 2]]))
    assert caught.value.seen == "a table of 3 rows and 2 columns"


@pytest.mark.parametrize("table", [{"Q1": [1, 0], "Q2": [1, 1]}, "1011", 7, None, {1, 2}])
def test_what_is_no_table_is_told_what_a_table_is(table: Any) -> None:
    for function in (stats.cronbach_alpha, stats.friedman, stats.fleiss_kappa):
        with pytest.raises(BadInput, match="A table has one list for each"):
            function(table)


def test_a_tie_stays_a_tie_when_the_marks_were_computed() -> None:
    weighed = [0.1 + 0.2, 0.7 + 0.1, 1.1 + 2.2, 24.6, 7.1 + 8.2 + 9.3]
    typed = [0.3, 0.8, 3.3, 24.6, 24.6]
    assert weighed != typed
    zeros = stats.shift(weighed, typed)
    assert (zeros.up, zeros.same, zeros.down) == (0, 5, 0)
    other = [0.8, 0.3, 24.6, 3.3, 0.8]
    assert stats.rank_sum(weighed, other).p == stats.rank_sum(typed, other).p
    assert stats.permutation_change(weighed, other).p == stats.permutation_change(typed, other).p
    assert stats.kendall(weighed, other).estimate == stats.kendall(typed, other).estimate


@pytest.mark.parametrize(
    ("value", "fraction"),
    [
        (0.1 + 0.2, Fraction(3, 10)),
        (np.nextafter(22 / 3, 99), Fraction(22, 3)),
        (np.nextafter(0.123456789, 1), Fraction(123456789, 10**9)),
        (0.12345678901234567, Fraction(repr(0.12345678901234567))),
        (1e-90, Fraction("1e-90")),
        (123456789.00000003, Fraction("123456789.00000003")),
        (7, Fraction(7)),
    ],
)
def test_only_a_slip_of_the_last_digits_is_taken_off(value: float, fraction: Fraction) -> None:
    assert meant(float(value) if isinstance(value, float) else value) == fraction


@pytest.mark.parametrize("unit", [2.0**-300, 2.0**-40, 2.0**40, 2.0**300])
def test_the_unit_of_the_marks_changes_no_degrees_of_freedom_and_no_intraclass_range(unit: float) -> None:
    def scaled(values: list[float]) -> list[float]:
        return [unit * value for value in values]

    plain, other = stats.difference_summary(MARKS, LATER), stats.difference_summary(scaled(MARKS), scaled(LATER))
    assert other.df == pytest.approx(plain.df, rel=1e-12)
    assert other.low / unit == pytest.approx(plain.low, rel=1e-9)
    rows = [list(pair) for pair in zip(MARKS, LATER, strict=True)]
    seen, again = stats.intraclass_correlation(rows), stats.intraclass_correlation([scaled(row) for row in rows])
    assert (again.estimate, again.low, again.high) == pytest.approx((seen.estimate, seen.low, seen.high), rel=1e-9)


@pytest.mark.parametrize("function", [stats.krippendorff_alpha, stats.fleiss_kappa, stats.gwet_ac])
@pytest.mark.parametrize(
    "ratings",
    [
        [[1, 0, 1, 1, 1, 0, 0, 1], [1, 1, 1, 0, 1, 0, 0, 1]],  # a table of two markers lying on its side
        [[1, 2], [2, 1], [1, 2], [2, 1]],
    ],
)
def test_a_range_of_no_width_is_not_told_as_a_range(function: Callable[..., Any], ratings: Any) -> None:
    result = function(ratings)
    assert result.high - result.low < 1e-9
    assert result.undefined == "the papers all say the same of it"
    for form in ("short", "full"):
        assert "anything from" not in say(result, form=form)
        assert "no range can be given, because the papers all say the same of it" in say(result, form=form)


def test_a_cross_tabulation_that_sorted_no_before_yes_is_not_read_the_wrong_way_round() -> None:
    asked = pd.DataFrame({"group": list("AAAABBBB"), "before": [1, 0, 1, 1, 0, 0, 1, 0], "right": [1, 1, 1, 0, 0, 0, 1, 0]})
    table = pd.crosstab(asked["group"], asked["right"])
    with pytest.raises(BadInput, match="the other way round") as caught:
        stats.fisher_exact(table)
    assert caught.value.seen == "0, 1"
    assert stats.fisher_exact(table.iloc[:, ::-1]) == stats.fisher_exact([[3, 1], [1, 3]])
    assert stats.fisher_exact(pd.DataFrame([[3, 1], [1, 3]])) == stats.fisher_exact([[3, 1], [1, 3]])
    twice = pd.crosstab(asked["before"], asked["right"])
    for half_turned in (twice, twice.iloc[:, ::-1]):
        with pytest.raises(BadInput, match="the other way round"):
            stats.paired_shares(half_turned)
    assert stats.paired_shares(twice.iloc[::-1, ::-1]) == stats.paired_shares([[3, 1], [1, 3]])


@pytest.mark.parametrize(
    ("statistic", "seen"),
    [
        (lambda before, after: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda before: 1, "positional argument"),
        (lambda before, after: Fraction(10**400), "Fraction("),
        (lambda before, after: float("nan"), "nan"),
        (lambda before, after: "higher", "'higher'"),
    ],
)
def test_a_statistic_of_the_callers_that_stops_is_told_as_such(statistic: Callable[..., Any], seen: str) -> None:
    with pytest.raises(BadInput) as caught:
        stats.phase_randomisation([1, 2, 3, 4, 5, 6], "A A A B B B".split(), [3, 4, 5], statistic=statistic)
    assert seen in str(caught.value.seen)
    assert caught.value.where == "statistic"
