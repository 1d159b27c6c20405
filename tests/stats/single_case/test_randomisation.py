"""The draw of the starting session: every start counted, the one that was drawn among them."""

from __future__ import annotations

from fractions import Fraction
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import phase_randomisation

half_marks = st.integers(0, 12).map(lambda halves: halves / 2)


@st.composite
def designs(draw: st.DrawFn) -> tuple[list[float], list[str], list[int]]:
    series = draw(st.lists(half_marks, min_size=4, max_size=14))
    starts = sorted(draw(st.sets(st.integers(2, len(series)), min_size=1)))
    start = draw(st.sampled_from(starts))
    return series, ["before"] * (start - 1) + ["after"] * (len(series) - start + 1), starts


def mean_apart(before: list[float], after: list[float]) -> Fraction:
    return sum(map(Fraction, after), Fraction()) / len(after) - sum(map(Fraction, before), Fraction()) / len(before)


@given(designs())
def test_p_is_the_share_of_starts_that_give_as_much_by_brute_force(design: tuple[list[float], list[str], list[int]]) -> None:
    series, phases, starts = design
    every = [mean_apart(series[: start - 1], series[start - 1 :]) for start in starts]
    seen = every[starts.index(phases.index("after") + 1)]
    result = phase_randomisation(series, phases, starts)
    up, down = sum(each >= seen for each in every), sum(each <= seen for each in every)
    assert result.estimate == pytest.approx(float(seen), abs=1e-12)
    assert (result.p_greater, result.p_less) == (up / len(every), down / len(every))
    assert result.p == min(1, 2 * min(up, down) / len(every))
    assert result.p_absolute == sum(abs(each) >= abs(seen) for each in every) / len(every)
    assert 1 / len(every) <= min(result.p_greater, result.p_less)
    assert result.mid_p <= result.p
    for alternative in ("two_sided", "greater", "less"):
        one = phase_randomisation(series, phases, starts, alternative=alternative)
        assert 0 < one.smallest_p <= one.p <= 1


@given(designs(), st.integers(-9, 9), st.integers(1, 5))
def test_shifting_and_scaling_change_no_p_and_turning_swaps_the_sides(
    design: tuple[list[float], list[str], list[int]], by: int, times: int
) -> None:
    series, phases, starts = design
    for statistic in ("mean_difference", "median_difference", "nap"):
        plain = phase_randomisation(series, phases, starts, statistic=statistic)
        moved = phase_randomisation([times * each + by for each in series], phases, starts, statistic=statistic)
        turned = phase_randomisation([-each for each in series], phases, starts, statistic=statistic, improvement="decrease")
        assert (moved.p, moved.p_greater, moved.p_less) == (plain.p, plain.p_greater, plain.p_less)
        assert (turned.p_less, turned.p_greater) == (plain.p_greater, plain.p_less)
        assert turned.p_improvement == plain.p_improvement
        assert turned.estimate == pytest.approx(-plain.estimate, abs=1e-12)


@given(designs())
def test_a_function_of_ones_own_gives_what_the_named_statistic_gives(design: tuple[list[float], list[str], list[int]]) -> None:
    series, phases, starts = design
    named = phase_randomisation(series, phases, starts, statistic="median_difference")
    own = phase_randomisation(series, phases, starts, statistic=lambda before, after: median(after) - median(before))
    assert (own.p, own.p_greater, own.p_less, own.p_absolute) == (named.p, named.p_greater, named.p_less, named.p_absolute)


def test_every_start_by_chance_has_a_p_of_at_most_its_level_no_more_often_than_that() -> None:
    series = [2, 5, 3, 6, 4, 8, 5, 9, 6, 7, 9, 4]
    starts = list(range(3, 12))
    ps = [phase_randomisation(series, [0] * (s - 1) + [1] * (13 - s), starts, alternative="greater").p for s in starts]
    for level in sorted(set(ps)):
        assert sum(p <= level for p in ps) / len(ps) <= level + 1e-12


def test_it_agrees_with_the_reference_program() -> None:
    # R 4.2.2, SCRT 1.3.1: pvalue.systematic(design = "AB", statistic = "B-A", limit = 3)  3 of 8 starts
    series = [20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29]
    result = phase_randomisation(series, [0] * 6 + [1] * 7, range(4, 12), alternative="greater")
    assert (result.as_far, result.starts, result.p, result.smallest_p) == (3, 8, 0.375, 0.125)


def test_a_blank_keeps_its_session() -> None:
    result = phase_randomisation([3, None, 4, 5, 6, 7], [0, 0, 0, 1, 1, 1], [3, 4, 5])
    assert result.baseline_at == (1, 3)
    assert result.missing == 1


@pytest.mark.parametrize(
    ("phases", "starts", "match"),
    [
        ([0, 0, 1, 1, 1], [3], "5 labels for 6 values"),
        ([0, 0, 1, 1, 0, 0], [3], "2 changes of phase"),
        ([0] * 6, [3], "0 changes of phase"),
        ([0, 0, 0, 1, 1, 1], [3, 5], "began at session 4, which is not in the list"),
        ([0, 0, 0, 1, 1, 1], [1, 4], "whole numbers from 2 to 6"),
        ([0, 0, 0, 1, 1, 1], [4, 4.5], "4.5"),
        ([0, 0, 0, 1, 1, 1], [], "not in the list"),
    ],
)
def test_a_design_that_could_not_have_been_drawn_is_refused(phases: list[int], starts: list[Any], match: str) -> None:
    with pytest.raises(BadInput, match=match):
        phase_randomisation([1, 2, 3, 4, 5, 6], phases, starts)


def test_a_statistic_that_gives_no_number_is_refused() -> None:
    with pytest.raises(BadInput, match="must give a number for every possible start"):
        phase_randomisation([1, 2, 3, 4], [0, 0, 1, 1], [2, 3], statistic=lambda before, after: float("nan"))
    with pytest.raises(UnknownOption, match="mean_difference"):
        phase_randomisation([1, 2, 3, 4], [0, 0, 1, 1], [2, 3], statistic="t")
    with pytest.raises(NotEnoughData, match="leaves 0 before"):
        phase_randomisation([None, 2, 3, 4], [0, 0, 1, 1], [2, 3])
