"""The traps that expose careless code for one pupil's series, each with its numbers."""

from __future__ import annotations

import math
from random import Random
from typing import Any

import pytest

from workbench import stats
from workbench.errors import BadInput, NotEnoughData, Undefined, WorkbenchError
from workbench.stats.single_case.trend_in_tau import VARIANTS
from workbench.words.say import say

DOCUMENTED = ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])


def test_trap_a_randomisation_test_that_leaves_out_the_observed_assignment_gives_p_nought() -> None:
    series = [4, 5, 4, 6, 7, 5]
    # R 4.2.2, scan 0.67.1: rand_test(..., exclude.equal = TRUE) gives p = 0 here; with the start that was drawn it is 1 of 3
    result = stats.phase_randomisation(series, ["A"] * 3 + ["B"] * 3, [3, 4, 5], alternative="greater")
    assert (result.as_far, result.starts) == (1, 3)
    assert result.p == result.smallest_p == 1 / 3
    with pytest.raises(BadInput, match="began at session 4, which is not in the list"):
        stats.phase_randomisation(series, ["A"] * 3 + ["B"] * 3, [3, 5])


def test_trap_an_exact_test_below_its_smallest_possible_p_says_that_it_could_not_be_small() -> None:
    result = stats.phase_randomisation([4, 5, 4, 6, 7, 5], ["A"] * 3 + ["B"] * 3, [3, 4, 5])
    assert result.p == result.smallest_p == 2 / 3
    assert "If nothing had changed, p could not be below 0.67." in say(result, form="short")


def test_trap_tau_u_is_at_least_four_statistics_and_each_says_which_it_is() -> None:
    given = {variant: stats.tau_u(*DOCUMENTED, variant=variant) for variant in VARIANTS}
    assert {variant: round(result.estimate, 4) for variant, result in given.items()} == {
        "a_b": 0.8333,
        "a_b_minus_a": 0.7381,  # SingleCaseES 0.7.4 Tau_U(); scan 0.67.1 tau_u(method = "parker")
        "a_b_plus_b": 0.6825,
        "a_b_plus_b_minus_a": 0.5,  # scan 0.67.1 tau_u(method = "parker"), "A vs. B + Trend B - Trend A"
        "a_b_minus_a_all_pairs": 0.5439,
        "a_b_minus_a_tau_b": 0.4741,  # scan 0.67.1 tau_u(), its default: 0.47412585
    }
    assert {variant: result.denominator for variant, result in given.items() if variant != "a_b_minus_a_tau_b"} == {
        "a_b": 42,
        "a_b_minus_a": 42,
        "a_b_plus_b": 63,
        "a_b_plus_b_minus_a": 78,
        "a_b_minus_a_all_pairs": 57,
    }
    for variant, result in given.items():
        assert variant in result.method
        for form in ("full", "short"):
            text = say(result, form=form)
            assert f"variant {variant}" in text
            assert "with higher as better" in text


def test_trap_the_direction_that_is_better_turns_every_part() -> None:
    before, after = [8.07, 21.86, 19.6, 20.98, 17.75], [9.96, 4.02, 10.8, 9.57, 0.04, 5.57, 24.52]
    # R 4.2.2, SingleCaseES 0.7.4: Tau_U(A, B, improvement = "decrease") .5428571; scan's raw direction gives it with a minus
    assert stats.tau_u(before, after, improvement="decrease").estimate == pytest.approx(0.5428571428571428)
    assert stats.tau_u(before, after).estimate == pytest.approx(-0.5428571428571428)


def test_trap_the_mean_of_a_constant_phase_gives_no_infinite_difference_and_no_standard_error_of_nought() -> None:
    with pytest.raises(Undefined, match="the baseline does not vary"):
        stats.within_case_smd([5, 5, 5], [6, 7, 8])
    with pytest.raises(Undefined, match="neither phase varies"):
        stats.within_case_smd([5, 5, 5], [6, 6, 6], by="pooled_sd")
    assert stats.log_response_ratio([5, 5, 5], [6, 6, 6]).standard_error is None
    alike = stats.nap([5, 5, 5], [5, 5, 5])
    assert alike.standard_error is not None
    assert alike.standard_error > 0


def test_trap_an_interval_for_no_overlap_is_neither_beyond_one_nor_a_point() -> None:
    # SingleCaseES 0.7.4 gives 1 to 1 here: its search for a root stops at the estimate. The other root is .707.
    result = stats.nap([3, 4, 5, 6, 7, 8], [9, 9, 10, 11, 10, 12, 12])
    assert (result.estimate, result.high) == (1, 1)
    assert result.low == pytest.approx(0.70733, abs=1e-5)
    assert (result.program_low, result.program_high) == (1, 1)
    assert say(result, form="short") == (
        "Pair each session before with each after. All 42 pairs were higher after. "
        "That is a share of 1.00; anything from 0.71 to 1.00 fits this series."
    )


def test_trap_hedges_j_is_exact_unless_the_other_is_asked_for() -> None:
    exact, rough = (stats.within_case_smd([4, 5, 4], [6, 7, 5], correct=correct) for correct in ("exact", "approximate"))
    assert exact.correction == pytest.approx(math.gamma(1) / (math.gamma(0.5) * math.sqrt(1)), rel=1e-12)
    assert rough.correction == pytest.approx(1 - 3 / 7)


def test_trap_ties_are_counted_as_ties_however_they_are_stored() -> None:
    # 0.1 + 0.2 is not stored as 0.3; marks in tenths that were typed as the same number are the same.
    assert stats.nap([0.3, 0.3, 0.3], [0.3, 0.3]).same == 6
    series = [7.5, 8.1, 7.8, 8.1, 7.5, 7.8, 8.1, 7.8, 7.5]
    result = stats.phase_randomisation(series, [0] * 4 + [1] * 5, [4, 5, 6, 7])
    thirds = stats.phase_randomisation([each * 10 for each in (75, 81, 78, 81, 75, 78, 81, 78, 75)], [0] * 4 + [1] * 5, [4, 5, 6, 7])
    assert (result.p_greater, result.p_less, result.p_absolute) == (thirds.p_greater, thirds.p_less, thirds.p_absolute)


def test_trap_a_zero_in_a_ratio_is_refused_and_a_count_of_nought_says_what_stood_in() -> None:
    with pytest.raises(Undefined):
        stats.log_response_ratio([3, 4, 5], [0, 0, 0])
    assert "raised to the least that counts allow" in say(stats.log_response_ratio([3, 4, 5], [0, 0, 0], scale="count"))


FUNCTIONS = (
    "nap tau tau_u pnd pem pand ird baseline_corrected_tau log_response_ratio within_case_smd".split()  # each takes two phases
)
ODD: list[Any] = [0, 1, 2, 2.5, -3, 1e-7, 1e9, None, float("nan"), 0.1, 1 / 3]
WORSE: list[Any] = ["7", float("inf"), 1j, True, [1], b"x"]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_thousands_of_odd_inputs_end_in_a_lawful_result_or_an_error_of_ours(name: str) -> None:
    random, function = Random(11), getattr(stats, name)
    refused = []
    for _ in range(150):
        pool = ODD if random.random() < 0.8 else ODD + WORSE
        phases = [[random.choice(pool) for _ in range(random.randint(0, 7))] for _ in range(2)]
        try:
            result = function(*phases, improvement=random.choice(["increase", "decrease"]))
        except WorkbenchError as error:
            refused.append(error)
            continue
        assert math.isfinite(result.estimate)
        assert result.low is None or result.low <= result.estimate + 1e-12 <= result.high + 2e-12
        assert "nan" not in say(result)
    assert refused
    assert all(error.what and error.do for error in refused)


def test_the_same_for_the_series_with_a_drawn_start_and_for_several_pupils() -> None:
    random = Random(12)
    refused: list[WorkbenchError] = []
    for _ in range(150):
        pool = ODD if random.random() < 0.8 else ODD + WORSE
        n = random.randint(0, 9)
        series = [random.choice(pool) for _ in range(n)]
        start = random.randint(0, n)
        starts = sorted({start + 1, *random.choices(range(-1, n + 2), k=3)})
        try:
            assert 0 < stats.phase_randomisation(series, [0] * start + [1] * (n - start), starts).p <= 1
        except WorkbenchError as error:
            refused.append(error)
    for _ in range(60):
        rows = [(case, time, int(time > 2 + case % 3), random.choice([0, 1, 2, 2.5, None])) for case in range(4) for time in range(1, 8)]
        kept = [row for row in rows if random.random() < random.choice([0.4, 0.9])]
        columns = [list(column) for column in zip(*kept, strict=True)] if kept else [[], [], [], []]
        try:
            result = stats.between_case_smd(*columns, method=random.choice(["moments", "reml"]))
            assert result.low < result.estimate < result.high
        except (NotEnoughData, Undefined) as error:
            refused.append(error)
    assert all(error.what and error.do for error in refused)
