"""A change in units of spread: which spread, the exact correction, and what is undefined."""

from __future__ import annotations

from math import gamma, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import NotEnoughData, Undefined, UnknownOption
from workbench.stats import standardised_change
from workbench.stats.paired.standardised import hedges_correction

# Two columns with equal SDs, r = .9 and a mean change of half an SD: x and 0.9 x + sqrt(.19) e + .5 with e orthogonal to x.
_X = [1.0, -1.0, 1.0, -1.0]
_E = [1.0, 1.0, -1.0, -1.0]
_SD = sqrt(4 / 3)


def test_trap_the_sd_of_differences_turns_half_an_sd_into_more_than_one() -> None:
    after = [0.9 * x + sqrt(0.19) * e + 0.5 * _SD for x, e in zip(_X, _E, strict=True)]
    by_average = standardised_change(_X, after, by="average_sd", correct=False)
    by_difference = standardised_change(_X, after, by="difference_sd", correct=False)
    assert round(by_average.estimate, 2) == 0.5
    assert round(by_difference.estimate, 2) == 1.12
    assert "SD of the changes" in by_difference.method


def test_trap_hedges_correction_is_exact_so_that_13145_stays_13111() -> None:
    # Three against three: 4 degrees of freedom; the approximate J gives 1.3145 for the exact 1.3111.
    d = 1.643167672515498
    assert round(d * (1 - 3 / (4 * 4 - 1)), 4) == 1.3145
    assert round(d * hedges_correction(4), 4) == 1.3111


@given(st.integers(min_value=2, max_value=300))
def test_hedges_correction_agrees_with_its_definition(df: int) -> None:
    assert hedges_correction(df) == pytest.approx(gamma(df / 2) / (sqrt(df / 2) * gamma((df - 1) / 2)), rel=1e-12)


def test_hedges_correction_runs_on_smoothly_where_the_series_takes_over() -> None:
    below, above = hedges_correction(499.999999), hedges_correction(500)
    assert below == pytest.approx(above, abs=1e-11)
    assert hedges_correction(10**7) < 1


@pytest.mark.parametrize(
    ("by", "before", "after", "why"),
    [
        ("difference_sd", [2, 4, 6], [4, 6, 8], "every pupil changed by the same amount"),
        ("before_sd", [2, 2, 2], [4, 6, 8], "every pupil had the same mark before"),
        ("average_sd", [2, 2, 2], [4, 4, 4], "the marks do not vary, before or after"),
    ],
)
def test_trap_a_spread_of_0_is_undefined_and_never_infinite(by: str, before: list[int], after: list[int], why: str) -> None:
    with pytest.raises(Undefined) as caught:
        standardised_change(before, after, by=by)
    assert str(caught.value) == (
        f"by: A change in units of spread is undefined here: {why}. Seen: {by} = 0 for 3 pupils. "
        "Allowed: an SD above 0. Give the change in marks, by mean_change."
    )


def test_an_interval_that_does_not_exist_is_said_while_the_estimate_stands() -> None:
    result = standardised_change([2, 4, 6], [4, 6, 8])
    assert result.uncorrected == pytest.approx(1.0)
    assert (result.low, result.high) == (None, None)
    assert result.undefined == "every pupil changed by the same amount"


def test_two_pupils_have_no_exact_correction() -> None:
    with pytest.raises(NotEnoughData, match="at least 3 pupils"):
        standardised_change([1, 2], [2, 5])
    assert standardised_change([1, 2], [2, 5], by="difference_sd", correct=False).low is not None


def test_an_unknown_spread_lists_those_that_exist() -> None:
    with pytest.raises(UnknownOption, match="Allowed: average_sd, before_sd, difference_sd"):
        standardised_change([1, 2, 3], [2, 3, 5], by="pooled")


@pytest.mark.parametrize("by", ["average_sd", "before_sd", "difference_sd"])
@given(pairs=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=4, max_size=30), factor=st.sampled_from([0.5, 3, 10]))
def test_law_the_unit_of_marking_does_not_matter_and_swapping_mirrors(by: str, pairs: list[tuple[int, int]], factor: float) -> None:
    before, after = [b for b, _ in pairs], [a for _, a in pairs]
    try:
        one = standardised_change(before, after, by=by)
        swapped = standardised_change(after, before, by=by)
    except Undefined:
        return
    other = standardised_change([factor * mark for mark in before], [factor * mark for mark in after], by=by)
    assert one.estimate == pytest.approx(other.estimate, rel=1e-9, abs=1e-12)
    if one.low is None or one.high is None:
        assert one.undefined
        return
    assert other.low == pytest.approx(one.low, rel=1e-6, abs=1e-9)
    assert one.low <= one.uncorrected * one.correction <= one.high
    if by != "before_sd":
        assert swapped.low == pytest.approx(-one.high, rel=1e-6, abs=1e-9)
