"""Trend within the phases: the statistics called Tau-U, and tau with the trend before taken off."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import NotEnoughData, Undefined, UnknownOption
from workbench.stats import baseline_corrected_tau, tau, tau_u
from workbench.stats.single_case._kendall import kendall, trend_p_exact

whole_marks = st.integers(0, 6)
phase = st.lists(whole_marks, min_size=3, max_size=8)
VARIANTS = ("a_b", "a_b_minus_a", "a_b_plus_b", "a_b_plus_b_minus_a", "a_b_minus_a_all_pairs")
RISING = ([3, 4, 5, 6, 7, 8], [9, 9, 10, 11, 10, 12, 12])


def s_of(pairs: list[tuple[float, float]]) -> int:
    return sum((b > a) - (b < a) for a, b in pairs)


@given(phase, phase)
def test_each_variant_is_made_of_its_parts(before: list[int], after: list[int]) -> None:
    m, n = len(before), len(after)
    across = s_of([(a, b) for a in before for b in after])
    first = s_of([(before[i], before[j]) for i in range(m) for j in range(i + 1, m)])
    then = s_of([(after[i], after[j]) for i in range(n) for j in range(i + 1, n)])
    expected = {
        "a_b": Fraction(across, m * n),
        "a_b_minus_a": Fraction(across - first, m * n),
        "a_b_plus_b": Fraction(across + then, m * n + n * (n - 1) // 2),
        "a_b_plus_b_minus_a": Fraction(across + then - first, (m + n) * (m + n - 1) // 2),
        "a_b_minus_a_all_pairs": Fraction(across - first, m * n + m * (m - 1) // 2),
    }
    for variant, value in expected.items():
        result = tau_u(before, after, variant=variant)
        assert result.estimate == pytest.approx(float(value), abs=1e-15)
        assert (result.s_between, result.s_baseline, result.s_intervention) == (across, first, then)
        assert tau_u(before, after, variant=variant, improvement="decrease").estimate == -result.estimate
    assert tau_u(before, after, variant="a_b").estimate == tau(before, after).estimate


@given(phase, phase)
def test_only_the_variant_that_says_so_goes_beyond_one(before: list[int], after: list[int]) -> None:
    for variant in (*VARIANTS, "a_b_minus_a_tau_b"):
        if len({*before, *after}) == 1 and variant == "a_b_minus_a_tau_b":
            with pytest.raises(Undefined):
                tau_u(before, after, variant=variant)
            continue
        result = tau_u(before, after, variant=variant)
        assert result.can_pass_one or abs(result.estimate) <= 1 + 1e-12


def test_a_falling_baseline_takes_the_usual_variant_beyond_one() -> None:
    result = tau_u([3, 2, 1], [7, 8, 9])
    assert result.estimate == pytest.approx(12 / 9)
    assert result.can_pass_one


@pytest.mark.parametrize("values", [[1, 2, 3, 4], [2, 1, 3, 2, 2], [5, 5, 1, 1, 3], [1, 4, 2, 3, 6, 5], [2, 2, 2]])
def test_the_chance_of_a_trend_counts_every_order(values: list[int]) -> None:
    def falls(order: tuple[int, ...]) -> int:
        return sum(order[j] < order[i] for i in range(len(order)) for j in range(i + 1, len(order)))

    every = [falls(order) for order in permutations(values)]
    seen = falls(tuple(values))
    tail = min(sum(each <= seen for each in every), sum(each >= seen for each in every))
    assert trend_p_exact(values) == pytest.approx(min(1, 2 * tail / len(every)))


@given(st.lists(st.tuples(whole_marks, whole_marks), min_size=3, max_size=12))
def test_tau_b_agrees_with_scipy(pairs: list[tuple[int, int]]) -> None:
    from scipy.stats import kendalltau

    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    ours = kendall(x, y)
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert ours.tau is None
        return
    theirs = kendalltau(x, y, method="asymptotic")
    assert ours.tau == pytest.approx(theirs.statistic, abs=1e-12)
    assert ours.p == pytest.approx(theirs.pvalue, rel=1e-9)


@given(phase, phase, st.integers(-4, 4))
def test_a_straight_line_laid_over_the_whole_series_is_taken_off_again(before: list[int], after: list[int], slope: int) -> None:
    try:
        plain = baseline_corrected_tau(before, after, correct="always", denominator="pairs")
    except Undefined:
        return
    tilted = [value + slope * at for at, value in enumerate(before + after)]
    moved = baseline_corrected_tau(tilted[: len(before)], tilted[len(before) :], correct="always", denominator="pairs")
    assert moved.estimate == plain.estimate
    assert moved.slope == pytest.approx(plain.slope + slope)


@given(phase, phase, st.integers(-9, 9), st.integers(1, 5))
def test_turning_shifting_and_scaling_the_marks(before: list[int], after: list[int], by: int, times: int) -> None:
    try:
        plain = baseline_corrected_tau(before, after, correct="always")
    except Undefined:
        return
    turned = baseline_corrected_tau([-a for a in before], [-b for b in after], correct="always", improvement="decrease")
    moved = baseline_corrected_tau([times * a + by for a in before], [times * b + by for b in after], correct="always")
    assert turned.estimate == plain.estimate == moved.estimate
    assert turned.slope == -plain.slope
    assert turned.baseline_p == plain.baseline_p == moved.baseline_p


def test_the_trend_is_taken_off_only_where_it_stands_out() -> None:
    # R 4.2.2, scan 0.67.1: corrected_tau() on these: baseline 1, uncorrected .7483315, corrected -.7630270, correction applied
    rising = baseline_corrected_tau(*RISING)
    assert rising.corrected
    assert rising.estimate == rising.tau_corrected == pytest.approx(-0.7630270261187353)
    assert rising.tau_uncorrected == pytest.approx(0.7483314773547882)
    assert not baseline_corrected_tau([20, 20, 26, 25, 22, 23], [28, 25, 24, 27]).corrected
    assert baseline_corrected_tau(*RISING, correct="never").estimate == rising.tau_uncorrected


def test_four_rising_days_are_too_few_for_the_exact_rule_but_not_for_the_normal_one() -> None:
    short = ([1, 2, 3, 4], [6, 5, 7, 8])
    exact, normal = baseline_corrected_tau(*short), baseline_corrected_tau(*short, trend_test="normal")
    assert exact.baseline_p == pytest.approx(2 / 24)
    assert not exact.corrected
    assert normal.baseline_p == pytest.approx(0.04154, abs=1e-4)
    assert normal.corrected


def test_a_session_without_an_observation_keeps_its_place_in_the_line() -> None:
    assert baseline_corrected_tau([1, None, 3, 4], [5, 6], correct="always", denominator="pairs").slope == 1
    assert baseline_corrected_tau([1, 3, 4], [5, 6], correct="always", denominator="pairs").slope == 1.5


def test_residuals_that_tie_are_ties_however_the_slope_is_stored() -> None:
    # Every observation lies on a line of slope 0.1: with the line taken off nothing is left, where floats leave dust.
    series = [at / 10 for at in range(1, 13)]
    result = baseline_corrected_tau(series[:6], series[6:], correct="always", denominator="pairs")
    assert (result.better, result.same, result.worse) == (0, 36, 0)
    with pytest.raises(Undefined, match="every observation is the same"):
        baseline_corrected_tau(series[:6], series[6:], correct="always")


def test_an_interval_is_given_for_pairs_only() -> None:
    pairs = baseline_corrected_tau(*RISING, denominator="pairs")
    assert pairs.low is not None
    assert pairs.high is not None
    assert -1 <= pairs.low <= pairs.estimate <= pairs.high <= 1
    both = baseline_corrected_tau(*RISING)
    assert (both.low, both.high) == (None, None)
    assert both.undefined is not None
    assert baseline_corrected_tau(*RISING, denominator="pairs", level=None).low is None


def test_a_long_baseline_says_that_its_orders_were_not_counted() -> None:
    long = baseline_corrected_tau([at % 7 for at in range(160)], [9, 9, 8])
    assert long.trend_test == "normal"


def test_what_has_no_trend_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="at least 2 observations"):
        tau_u([1], [2, 3])
    with pytest.raises(NotEnoughData, match="at least 3 observations"):
        baseline_corrected_tau([1, 2], [3, 4])
    with pytest.raises(UnknownOption, match="a_b_plus_b_minus_a"):
        tau_u([1, 2], [3, 4], variant="tau-u")
