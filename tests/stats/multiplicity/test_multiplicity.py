"""Many looks: Holm's correction against its definition and statsmodels, and the chance of a false alarm."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData
from workbench.stats import chance_of_a_false_alarm, holm

ps = st.lists(st.floats(min_value=0, max_value=1), min_size=1, max_size=12)


def corrected(p_values: Any, **options: Any) -> list[float]:
    return [row[2] for row in holm(p_values, **options).rows]  # type: ignore[misc]


@pytest.mark.parametrize("p_values", [[0.01, 0.04, 0.03], [0.5, 0.5], [1.0, 0.0, 0.2, 0.02], [0.0125, 0.0125, 0.9, 0.04, 0.001]])
def test_holm_is_statsmodels(p_values: list[float]) -> None:
    from statsmodels.stats.multitest import multipletests

    assert corrected(p_values) == pytest.approx(list(multipletests(p_values, method="holm")[1]))


@given(ps, st.sampled_from([0.01, 0.05, 0.2]))
def test_what_is_left_is_what_stepping_down_leaves(p_values: list[float], cut_off: float) -> None:
    p_values = [round(p, 3) for p in p_values]
    left = 0
    for tried, p in enumerate(sorted(p_values)):
        if p * (len(p_values) - tried) > cut_off:
            break
        left += 1
    result = holm(p_values, cut_off=cut_off)
    assert result.below_together == left
    assert result.below_alone == sum(p <= cut_off for p in p_values)
    assert result.below_together <= result.below_alone


@given(ps, st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter_and_no_p_gets_smaller(p_values: list[float], random: Any) -> None:
    p_values = [round(p, 6) for p in p_values]
    shuffled = list(p_values)
    random.shuffle(shuffled)
    assert sorted(corrected(shuffled)) == sorted(corrected(p_values))
    for plain, fixed in zip(p_values, corrected(p_values), strict=True):
        assert plain <= fixed <= 1


def test_one_p_stays_as_it_is_and_a_blank_keeps_its_place() -> None:
    assert corrected([0.03]) == [0.03]
    result = holm([0.04, None, 0.01])
    assert result.rows == ((1, 0.04, 0.04), (2, None, None), (3, 0.01, 0.02))
    assert (result.n, result.missing, result.least_p, result.least_corrected) == (2, 1, 0.01, 0.02)


@pytest.mark.parametrize("wrong", [1.2, -0.01, 5, "0.04", float("inf"), True])
def test_a_p_outside_nought_to_one_is_refused_with_its_place(wrong: object) -> None:
    with pytest.raises(BadInput, match="p_values, value 2"):
        holm([0.5, wrong])


def test_nothing_to_correct_is_said() -> None:
    for empty in ([], [None, float("nan")]):
        with pytest.raises(NotEnoughData, match="at least 1 p value"):
            holm(empty)
    with pytest.raises(BadInput, match="cut_off"):
        holm([0.1], cut_off=5)


def by_listing(k: int, cut_off: Fraction) -> Fraction:
    """Add up the chances of every way in which at least one of ``k`` looks raises an alarm."""
    total = Fraction(0)
    for alarms in product((True, False), repeat=k):
        chance = Fraction(1)
        for alarm in alarms:
            chance *= cut_off if alarm else 1 - cut_off
        total += chance if any(alarms) else 0
    return total


@pytest.mark.parametrize("k", [1, 2, 3, 7])
@pytest.mark.parametrize("tenths", [1, 5, 10])
def test_the_chance_is_the_sum_over_all_ways_to_raise_an_alarm(k: int, tenths: int) -> None:
    result = chance_of_a_false_alarm(k, cut_off=tenths / 10)
    assert result.estimate == pytest.approx(float(by_listing(k, Fraction(tenths, 10))))
    assert result.least <= result.estimate <= result.most


@given(st.integers(1, 90), st.sampled_from([0.01, 0.05, 0.5, 1]))
def test_more_looks_are_never_safer_and_the_fair_cut_off_makes_up_for_them(k: int, cut_off: float) -> None:
    result = chance_of_a_false_alarm(k, cut_off=cut_off)
    assert chance_of_a_false_alarm(k + 1, cut_off=cut_off).estimate >= result.estimate
    assert 0 < result.least <= result.estimate * (1 + 1e-12) <= result.most * (1 + 1e-9) <= 1 + 1e-9
    assert result.expected == k * cut_off
    assert result.fair_cut_off <= result.fair_cut_off_apart * (1 + 1e-12)
    if cut_off < 1:
        assert chance_of_a_false_alarm(k, cut_off=result.fair_cut_off_apart).estimate == pytest.approx(cut_off)
        assert chance_of_a_false_alarm(k, cut_off=result.fair_cut_off).estimate <= cut_off * (1 + 1e-12)


def test_one_look_is_the_cut_off_itself() -> None:
    result = chance_of_a_false_alarm(1)
    assert (result.estimate, result.least, result.most, result.fair_cut_off) == (0.05, 0.05, 0.05, 0.05)


@pytest.mark.parametrize("wrong", [2.5, "3", True, 10**9, None])
def test_how_many_looks_is_a_whole_number(wrong: Any) -> None:
    with pytest.raises(BadInput, match="whole number"):
        chance_of_a_false_alarm(wrong)


def test_no_look_is_no_alarm() -> None:
    with pytest.raises(NotEnoughData, match="at least 1 look"):
        chance_of_a_false_alarm(0)
    with pytest.raises(BadInput, match="cut_off"):
        chance_of_a_false_alarm(3, cut_off=95)
