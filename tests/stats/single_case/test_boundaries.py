"""One pupil's series, and several, at the edges of what they read and count."""

from __future__ import annotations

from itertools import combinations, permutations
from math import erfc, log, sqrt
from typing import Any

import pytest

from workbench import stats
from workbench.errors import BadInput, Undefined
from workbench.stats.single_case.trend_in_tau import VARIANTS

CASE = ["P1"] * 6 + ["P2"] * 6 + ["P3"] * 6
TIME = [1, 2, 3, 4, 5, 6] * 3
PHASE = [0, 0, 0, 1, 1, 1] * 3
SCORE = [3, 4, 5, 6, 7, 5, 5, 7, 6, 4, 3, 5, 4, 6, 5, 6, 4, 5]


@pytest.mark.parametrize("blank", [None, float("nan")])
def test_a_row_without_a_phase_is_named_and_not_taken_for_a_third_phase(blank: Any) -> None:
    with pytest.raises(BadInput, match="Every observation belongs to one of two phases") as caught:
        stats.between_case_smd(CASE, TIME, [0, blank, *PHASE[2:]], SCORE)
    assert (caught.value.where, caught.value.seen) == ("row 2", "a blank")


def test_pupils_whose_mean_rose_stayed_and_fell_are_told_apart() -> None:
    result = stats.between_case_smd(CASE, TIME, PHASE, SCORE)
    assert (result.better, result.same, result.worse) == (1, 1, 1)
    fewer = stats.between_case_smd(CASE, TIME, [0, 0, 1, 1, 1, 1] * 3, [4, 4, 3, 3, 3, 3, 2, 2, 1, 1, 1, 1, 5, 6, 1, 2, 1, 3])
    assert (fewer.better, fewer.worse) == (0, 3)


def test_the_method_says_whether_the_trend_was_taken_off() -> None:
    baseline, intervention = [3, 4, 5, 6, 7, 8], [9, 9, 10, 11, 10, 12, 12]
    off, left = (stats.baseline_corrected_tau(baseline, intervention, correct=correct) for correct in ("always", "never"))
    assert (off.corrected, left.corrected) == (True, False)
    assert off.method.endswith(", less the Theil-Sen trend of the baseline")
    assert left.method.endswith(", without taking off the Theil-Sen trend of the baseline")
    assert (off.estimate, left.estimate) == (off.tau_corrected, left.tau_uncorrected)


def test_a_trend_whose_p_is_the_limit_itself_is_taken_off() -> None:
    baseline, intervention = [3, 4, 4, 6, 5, 8], [9, 9, 10, 11, 10, 12, 12]
    p = stats.baseline_corrected_tau(baseline, intervention).baseline_p
    assert p is not None
    assert stats.baseline_corrected_tau(baseline, intervention, alpha=p).corrected
    assert not stats.baseline_corrected_tau(baseline, intervention, alpha=p * (1 - 1e-9)).corrected


def test_counts_of_0_stand_as_half_a_count_with_the_least_variance_published() -> None:
    result = stats.log_response_ratio([0, 0, 0], [2, 3, 1], scale="count", correct=False)
    assert result.raised
    assert result.estimate == pytest.approx(log(2 / (1 / 6)), rel=1e-12)
    assert result.standard_error == pytest.approx(sqrt((1 / 27) / (3 * (1 / 6) ** 2) + 1 / (3 * 2**2)), rel=1e-12)


def test_a_mean_of_0_is_told_from_a_mean_at_the_top_of_the_scale() -> None:
    for columns, seen in ((([0, 0], [3, 4]), "a mean of 0"), (([100, 100], [70, 80]), "a mean of 0 missing to the top of the scale")):
        with pytest.raises(Undefined, match="the mean of one phase is 0") as caught:
            stats.log_response_ratio(*columns, sign="lrri" if columns[0] == [0, 0] else "lrrd", scale="percentage")
        assert caught.value.seen == seen


def test_tau_b_less_a_trend_names_no_level_since_it_has_no_interval() -> None:
    baseline, intervention = [3, 4, 5, 6, 7, 8], [9, 9, 10, 11, 10, 12, 12]
    by_pairs = stats.baseline_corrected_tau(baseline, intervention, denominator="pairs", level=0.8)
    tau_b = stats.baseline_corrected_tau(baseline, intervention, denominator="tau_b", level=0.8)
    assert (tau_b.level, tau_b.low, tau_b.high) == (None, None, None)
    assert by_pairs.level == 0.8
    assert by_pairs.low is not None
    assert by_pairs.high is not None
    assert by_pairs.low <= by_pairs.estimate <= by_pairs.high


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_normal_p_has_the_spread_that_all_orders_of_the_series_have(variant: str) -> None:
    baseline, intervention = [2, 4, 3], [5, 4, 6, 7]
    at = [3, 2, 1] if "minus_a" in variant else [0] * 3
    at += [4, 5, 6, 7] if "plus_b" in variant else [4] * 4

    def s_of(series: tuple[int, ...]) -> int:
        pairs = combinations(zip(series, at, strict=True), 2)
        return sum(((x > y) - (x < y)) * ((s > t) - (s < t)) for (x, s), (y, t) in pairs)

    orders = [s_of(order) for order in permutations([*baseline, *intervention])]
    z = s_of((*baseline, *intervention)) / sqrt(sum(s * s for s in orders) / len(orders))
    result = stats.tau_u(baseline, intervention, variant=variant)
    assert result.p_normal == pytest.approx(erfc(abs(z) / sqrt(2)), rel=1e-9)
