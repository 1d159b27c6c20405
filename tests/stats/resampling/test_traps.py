"""Traps that a careless package falls into, each with its numbers."""

from __future__ import annotations

import pytest

from workbench.stats import bca_interval, bootstrap_interval

SKEWED = [0, 0, 1, 1, 2, 2, 3, 5, 9, 14]
DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]


@pytest.mark.parametrize(
    ("values", "strict", "half"),
    [
        # by exact convolution; R's boot counts strictly below, scipy ties half
        (SKEWED, (1.6, 7.3), (1.7, 7.5)),
        (DARWIN, (-1.7333333333333334, 36.266666666666666), (-1.6, 36.333333333333336)),
    ],
)
def test_strict_and_half_tie_bias_constants_move_the_limits_of_bca_and_are_named(
    values: list[int], strict: tuple[float, float], half: tuple[float, float]
) -> None:
    below, tied = bca_interval(values, ties="strict"), bca_interval(values)
    assert (below.low, below.high) == pytest.approx(strict)
    assert (tied.low, tied.high) == pytest.approx(half)
    assert below.bias < tied.bias
    assert (below.ties, tied.ties) == ("strict", "half")
    assert "only resamples below the estimate counted" in below.method
    assert "resamples equal to the estimate counted half" in tied.method
    assert bootstrap_interval(values).ties is None


@pytest.mark.parametrize("statistic", ["mean", "median", "sd", "trimmed_mean", lambda marks: marks.mean()])
def test_bca_of_equal_marks_is_refused_with_its_reason(statistic: object) -> None:
    result = bca_interval([7, 7, 7, 7], statistic)  # type: ignore[arg-type]
    assert (result.low, result.high, result.acceleration, result.standard_error) == (None, None, None, None)
    assert result.undefined == "drawing these pupils again always gives the same value"


def test_bca_of_a_tied_median_has_an_acceleration_of_0_over_0_and_says_so() -> None:
    tied = [3, 5, 5, 5, 8]
    result = bca_interval(tied, "median")
    assert (result.low, result.acceleration) == (None, None)
    assert result.undefined == "leaving out any one pupil changes nothing, so its acceleration is undefined"
    plain = bootstrap_interval(tied, "median")
    assert (plain.low, plain.high) == (3, 8)


def test_a_strict_bias_constant_without_a_resample_below_is_refused() -> None:
    result = bca_interval([4, 4, 4, 5, 9], "median", ties="strict")
    assert result.low is None
    assert result.undefined == "none of the draws lies below it (ties are not counted)"


def test_two_pupils_give_no_more_than_their_own_marks() -> None:
    result = bca_interval([3, 9])
    assert (result.low, result.high) == (3, 9)
    assert result.few
    assert bca_interval([3, 9], "sd").low is None


def test_no_interval_of_a_constant_group_has_a_standard_error_of_0() -> None:
    for method in ("percentile", "basic", "bca", "studentised"):
        result = bootstrap_interval([6, 6, 6], method=method)
        assert (result.low, result.standard_error) == (None, None)
        assert result.estimate == 6


def test_a_difference_of_two_constant_groups_is_not_told_as_certain() -> None:
    result = bootstrap_interval([[6, 6, 6], [4, 4]], "mean_difference")
    assert (result.estimate, result.low, result.high) == (2, None, None)


def test_an_end_beyond_the_last_draw_is_refused() -> None:
    result = bootstrap_interval(SKEWED, "sd", level=0.999, draws=99)
    assert result.low is None
    assert result.undefined == "its ends lie beyond the draws that were made"


def test_a_studentised_interval_of_three_pupils_is_refused() -> None:
    result = bootstrap_interval([3, 5, 9], method="studentised")
    assert result.low is None
    assert "hold one mark only" in (result.undefined or "")
