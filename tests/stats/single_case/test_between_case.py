"""Several pupils, each measured many times: agreement with scdhlm, and what changes nothing."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from workbench.errors import BadInput, NotEnoughData, Undefined, UnknownOption
from workbench.stats import BetweenCaseSmd, between_case_smd

CASE = ["P1"] * 6 + ["P2"] * 6 + ["P3"] * 6 + ["P4"] * 6
TIME = [1, 2, 3, 4, 5, 6] * 4
PHASE = [0, 0, 1, 1, 1, 1] + [0, 0, 0, 1, 1, 1] * 2 + [0, 0, 0, 0, 1, 1]
SCORE = [3, 4, 6, 7, 5, 7, 2, 2, 3, 5, 6, 5, 4, 6, 5, 5, 8, 9, 3, 5, 4, 4, 6, 5]


def figures(result: BetweenCaseSmd) -> tuple[float, ...]:
    return result.estimate, result.low, result.high, result.df, result.autocorrelation, result.between_share


def test_the_moment_estimator_agrees_with_scdhlm() -> None:
    # R 4.2.2, scdhlm 0.7.4.9999: effect_size_MB(outcome, treatment, case, time)
    result = between_case_smd(CASE, TIME, PHASE, SCORE)
    assert result.difference == pytest.approx(2.3958333333333, rel=1e-12)
    assert result.sd**2 == pytest.approx(1.9479166666667, rel=1e-12)
    assert result.estimate == pytest.approx(1.5658389288024, rel=1e-12)
    assert result.variance == pytest.approx(0.2961465099890, rel=1e-12)
    assert result.df == pytest.approx(8.7892000086930, rel=1e-12)
    assert result.autocorrelation == pytest.approx(-0.0100254303599, rel=1e-10)
    assert result.between_share == pytest.approx(0.4341286102303, rel=1e-12)
    assert result.scaled_error == pytest.approx(0.3151011237800, rel=1e-12)


def test_the_model_agrees_with_nlme_and_scdhlm() -> None:
    # R 4.2.2, nlme 3.1: lme(outcome ~ treatment, ~ 1 | case, corAR1(, ~ time | case)); scdhlm 0.7.4.9999: g_REML(, c(0, 1), c(1, 0, 1))
    result = between_case_smd(CASE, TIME, PHASE, SCORE, method="reml")
    assert result.difference == pytest.approx(2.42468700765, rel=1e-7)
    assert result.sd**2 == pytest.approx(1.76072547678, rel=1e-6)
    assert result.df == pytest.approx(9.89088328907, rel=1e-6)
    assert result.estimate == pytest.approx(1.68514759578, rel=1e-7)
    assert result.variance == pytest.approx(0.29008289079, rel=1e-7)
    assert result.autocorrelation == pytest.approx(-0.04307701012, abs=1e-6)


@pytest.mark.parametrize("method", ["moments", "reml"])
def test_order_of_rows_names_unit_and_direction(method: str) -> None:
    plain = between_case_smd(CASE, TIME, PHASE, SCORE, method=method)
    rows = list(zip(CASE, TIME, PHASE, SCORE, strict=True))
    Random(3).shuffle(rows)
    columns: list[list[Any]] = [list(column) for column in zip(*rows, strict=True)]
    assert figures(between_case_smd(*columns, method=method)) == pytest.approx(figures(plain), rel=1e-6, abs=1e-9)
    named = between_case_smd(columns[0], columns[1], ["B" if phase else "A" for phase in columns[2]], columns[3], method=method)
    assert named.estimate == pytest.approx(plain.estimate, rel=1e-6)
    scaled = between_case_smd(CASE, TIME, PHASE, [10 * each + 7 for each in SCORE], method=method)
    assert figures(scaled) == pytest.approx(figures(plain), rel=1e-5, abs=1e-6)
    assert scaled.difference == pytest.approx(10 * plain.difference, rel=1e-6)
    less = between_case_smd(CASE, TIME, PHASE, SCORE, method=method, improvement="decrease")
    assert (less.estimate, less.low, less.high) == (-plain.estimate, -plain.high, -plain.low)
    assert (less.better, less.worse) == (plain.worse, plain.better)


def test_pupils_are_counted_before_anything_is_averaged() -> None:
    result = between_case_smd(CASE, TIME, PHASE, SCORE)
    assert (result.n_cases, result.better, result.same, result.worse) == (4, 4, 0, 0)
    assert result.n == 24


def test_the_interval_widens_with_the_level_and_a_blank_row_is_left_out() -> None:
    wide, narrow = (between_case_smd(CASE, TIME, PHASE, SCORE, level=level) for level in (0.95, 0.8))
    assert wide.low < narrow.low < narrow.estimate < narrow.high < wide.high
    gap = between_case_smd(CASE, TIME, PHASE, [None, *SCORE[1:]])
    assert (gap.n, gap.missing) == (23, 1)


@pytest.mark.parametrize(
    ("columns", "match"),
    [
        ((CASE[:-1], TIME, PHASE, SCORE), "one row for each observation"),
        ((CASE, [1.5, *TIME[1:]], PHASE, SCORE), "whole number"),
        ((CASE, [2, *TIME[1:]], PHASE, SCORE), "a session that comes twice"),
        ((CASE, TIME, [1, 0, 1, *PHASE[3:]], SCORE), "one baseline and then one intervention"),
        ((CASE, TIME, [*PHASE[:-1], 2], SCORE), "a third phase"),
        ((CASE, TIME, [None, *PHASE[1:]], SCORE), "one of two phases"),
        ((CASE, TIME, PHASE, ["high", *SCORE[1:]]), "cannot be counted as a number"),
    ],
)
def test_rows_that_do_not_fit_the_design_are_refused(columns: tuple[Any, Any, Any, Any], match: str) -> None:
    with pytest.raises(BadInput, match=match):
        between_case_smd(*columns)


def test_too_few_pupils_or_no_shared_session_or_no_spread_is_said() -> None:
    with pytest.raises(NotEnoughData, match="at least 3"):
        between_case_smd(CASE[:12], TIME[:12], PHASE[:12], SCORE[:12])
    with pytest.raises(NotEnoughData, match="both phases"):
        between_case_smd(CASE, TIME, [0] * 18 + PHASE[18:], SCORE)
    with pytest.raises(NotEnoughData, match="too few of them were measured in the same session"):
        between_case_smd(CASE, [time + 100 * int(who[1]) for who, time in zip(CASE, TIME, strict=True)], PHASE, SCORE)
    for method in ("moments", "reml"):
        with pytest.raises(Undefined):
            between_case_smd(CASE, TIME, PHASE, [5] * 24, method=method)
        with pytest.raises(Undefined):
            between_case_smd(CASE, TIME, PHASE, [3 + 2 * phase for phase in PHASE], method=method)
    with pytest.raises(UnknownOption, match="moments, reml"):
        between_case_smd(CASE, TIME, PHASE, SCORE, method="bayes")
