"""How often a change would be noticed, and the two ways back: pupils for a change, a change for pupils."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import power, pupils_needed, smallest_detectable

plans = st.one_of(
    st.tuples(st.just("paired"), st.integers(2, 60)),
    st.tuples(st.just("two_groups"), st.tuples(st.integers(1, 40), st.integers(2, 40))),
)
effects = st.floats(0.05, 3)
alphas = st.sampled_from([0.001, 0.01, 0.05, 0.1, 0.2])
ways = st.sampled_from(["two_sided", "greater", "less"])


@given(plans, effects, alphas, ways)
@settings(max_examples=25, deadline=None)
def test_turning_the_change_round_turns_the_direction_round(plan: Any, effect: float, alpha: float, way: str) -> None:
    turned = {"greater": "less", "less": "greater"}.get(way, way)
    one, other = power(*plan, effect, alpha=alpha, alternative=way), power(*plan, -effect, alpha=alpha, alternative=turned)
    assert one.power == pytest.approx(other.power, rel=1e-12)
    assert one.noncentrality == -other.noncentrality


@given(plans, alphas, ways)
@settings(max_examples=25, deadline=None)
def test_with_no_change_one_is_noticed_as_often_as_alpha_says(plan: Any, alpha: float, way: str) -> None:
    assert power(*plan, 0, alpha=alpha, alternative=way).power == pytest.approx(alpha, rel=1e-9)
    assert power(*plan, 1e-9, alpha=alpha, alternative=way).power == pytest.approx(alpha, rel=1e-6)


@given(plans, effects, st.floats(0.01, 1000))
@settings(max_examples=20, deadline=None)
def test_marks_on_another_scale_make_no_difference(plan: Any, effect: float, factor: float) -> None:
    assert power(*plan, effect * factor, sd=factor).power == pytest.approx(power(*plan, effect).power, rel=1e-10)
    least = smallest_detectable(*plan, sd=factor)
    assert least.effect == pytest.approx(factor * smallest_detectable(*plan).effect, rel=1e-10)
    assert least.standardised == pytest.approx(least.effect / factor, rel=1e-12)


@given(st.tuples(st.integers(1, 40), st.integers(2, 40)), effects)
@settings(max_examples=15, deadline=None)
def test_it_does_not_matter_which_group_comes_first(n: tuple[int, int], effect: float) -> None:
    assert power("two_groups", n, effect).power == pytest.approx(power("two_groups", n[::-1], effect).power, rel=1e-12)


@given(plans, effects)
@settings(max_examples=20, deadline=None)
def test_more_pupils_or_a_bigger_change_are_noticed_more_often(plan: Any, effect: float) -> None:
    result = power(*plan, effect)
    assert (result.n, result.power) in result.rows
    shares = [share for _, share in result.rows]
    assert all(later >= sooner - 1e-12 for sooner, later in pairwise(shares))
    assert power(*plan, effect * 1.1).power >= result.power


@given(st.sampled_from(["paired", "two_groups"]), st.floats(0.1, 4), st.floats(0.3, 0.99), alphas, ways)
@settings(max_examples=25, deadline=None)
def test_the_pupils_needed_are_the_fewest_that_will_do(design: str, effect: float, target: float, alpha: float, way: str) -> None:
    effect = -effect if way == "less" else effect
    result = pupils_needed(design, effect, target, alpha=alpha, alternative=way)
    assert result.reached >= target
    assert result.reached == power(design, result.pupils, effect, alpha=alpha, alternative=way).power
    if result.pupils > 2:
        assert power(design, result.pupils - 1, effect, alpha=alpha, alternative=way).power < target
        assert result.between is not None
        assert result.pupils - 1 <= result.between <= result.pupils + 1e-9
    else:
        assert result.between is None or result.between <= 2 + 1e-9
    assert (result.n, result.reached) in result.rows


@given(plans, st.floats(0.25, 0.99), alphas, ways)
@settings(max_examples=25, deadline=None)
def test_the_smallest_detectable_change_is_the_one_with_that_power(plan: Any, target: float, alpha: float, way: str) -> None:
    result = smallest_detectable(*plan, target, alpha=alpha, alternative=way)
    assert power(*plan, result.effect, alpha=alpha, alternative=way).power == pytest.approx(target, rel=1e-9)
    assert (result.effect < 0) == (way == "less")
    assert (result.n, result.effect) in result.rows


def test_power_agrees_with_a_count_over_drawn_classes() -> None:
    import numpy as np

    draw = np.random.default_rng(7)
    changes = draw.normal(0.6, 1, (40_000, 8))
    t = changes.mean(axis=1) / (changes.std(axis=1, ddof=1) / np.sqrt(8))
    crossing = 2.364624251592784  # t(7, .975), tables
    assert power("paired", 8, 0.6).power == pytest.approx(float(np.mean(np.abs(t) > crossing)), abs=0.01)
    assert power("paired", 8, 0.6, alternative="less").power == pytest.approx(float(np.mean(t < -1.894578605061305)), abs=0.002)


def test_power_says_how_many_would_reach_the_usual_share() -> None:
    assert power("paired", 28, 0.5).needed == pupils_needed("paired", 0.5).pupils == 34
    assert power("two_groups", (28, 27), 0.5).needed == 64
    assert power("paired", 28, 0).needed is None
    assert power("paired", 28, 0.5, alternative="less").needed is None
    assert power("paired", 28, 0.0001).needed is None
    assert int(pupils_needed("paired", 0.5)) == 34
    assert float(power("paired", 12, 0.9)) == power("paired", 12, 0.9).power


def test_far_out_plans_have_a_power_too() -> None:
    assert power("two_groups", (1, 1_000_000), 1e40).power == 1
    assert power("paired", 1_000_000, 0.001).power == pytest.approx(0.17007, abs=1e-5)
    assert 0 < power("paired", 5, 40, alternative="less").power < 1e-100 or power("paired", 5, 40, alternative="less").power == 0
    assert pupils_needed("paired", 1e40).pupils == 2
    assert smallest_detectable("paired", 2, 0.99, alpha=1e-12).effect > 1e11


def test_a_plan_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(UnknownOption, match="Allowed: paired, two_groups"):
        power("pairs", 12, 0.5)
    with pytest.raises(UnknownOption, match="two_sided, greater, less"):
        power("paired", 12, 0.5, alternative="both")
    with pytest.raises(BadInput, match="alpha: This is not a number"):
        power("paired", 12, 0.5, alpha=5)
    with pytest.raises(BadInput, match="effect: This is not a number"):
        power("paired", 12, "big")  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="marks above 0"):
        power("paired", 12, 0.5, sd=0)
    with pytest.raises(NotEnoughData, match="at least 2 pupils"):
        power("paired", 1, 0.5)
    for effect, way in ((0, "two_sided"), (-1, "greater"), (1, "less"), (1e-7, "two_sided")):
        with pytest.raises(BadInput, match="Not even 1,000,000 pupils would show this change often enough"):
            pupils_needed("paired", effect, alternative=way)
    with pytest.raises(BadInput, match=r"a share above alpha, which is 0\.05"):
        smallest_detectable("paired", 12, 0.04)
    with pytest.raises(BadInput, match=r"such as 0\.8"):
        pupils_needed("paired", 0.5, 80)
