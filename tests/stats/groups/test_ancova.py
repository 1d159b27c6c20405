"""Two groups, allowing for where they began: against statsmodels, its laws, and what it refuses."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats import adjusted_difference

mark = st.integers(min_value=0, max_value=40).map(lambda halves: halves / 2)
pupil = st.tuples(mark, mark)
two_classes = st.tuples(st.lists(pupil, min_size=2, max_size=12), st.lists(pupil, min_size=2, max_size=12))
Classes = tuple[list[tuple[float, float]], list[tuple[float, float]]]


def columns(classes: Classes) -> tuple[list[float], list[float], list[int]]:
    pupils = [*classes[0], *classes[1]]
    return [b for b, _ in pupils], [a for _, a in pupils], [0] * len(classes[0]) + [1] * len(classes[1])


def adjusted(before: Any, after: Any, group: Any, **options: Any) -> Any:
    try:
        return adjusted_difference(before, after, group, **options)
    except Undefined:
        return None


@pytest.mark.parametrize("seed", range(6))
def test_the_model_is_that_of_statsmodels(seed: int) -> None:
    import numpy as np
    from statsmodels.regression.linear_model import OLS

    random = Random(seed)
    n = 6 + 5 * seed
    before = [random.randint(0, 40) / 2 for _ in range(n)]
    group = [int(place % 3 == 0) for place in range(n)]
    after = [round(3 + 0.6 * b + 2 * g + random.gauss(0, 2)) for b, g in zip(before, group, strict=True)]
    ones, x, g, y = np.ones(n), np.array(before), np.array(group), np.array(after)
    fit = OLS(y, np.column_stack([ones, x, g])).fit()
    result = adjusted_difference(before, after, group, level=0.9)
    assert result.estimate == pytest.approx(fit.params[2])
    assert result.slope == pytest.approx(fit.params[1])
    assert (result.standard_error, result.t, result.p) == pytest.approx((fit.bse[2], fit.tvalues[2], fit.pvalues[2]))
    assert (result.low, result.high) == pytest.approx(tuple(fit.conf_int(0.1)[2]))
    assert (result.r_squared, result.residual_sd, result.df) == pytest.approx((fit.rsquared, fit.mse_resid**0.5, fit.df_resid))
    robust = fit.get_robustcov_results("HC3", use_t=True)
    assert result.hc3_standard_error == pytest.approx(robust.bse[2])
    assert (result.hc3_low, result.hc3_high) == pytest.approx(tuple(robust.conf_int(0.1)[2]))
    for value, name in ((1, "x"), (0, "y")):
        at = fit.t_test(np.array([1, x.mean(), value]))
        assert getattr(result, f"adjusted_{name}") == pytest.approx(at.effect[0])
        assert getattr(result, f"adjusted_{name}_error") == pytest.approx(at.sd[0, 0])
    both = OLS(y, np.column_stack([ones, x, g, x * g])).fit()
    assert result.p_interaction == pytest.approx(both.pvalues[3])
    assert (result.slope_y, result.slope_x) == pytest.approx((both.params[1], both.params[1] + both.params[3]))


@settings(max_examples=60)
@given(two_classes)
def test_swapping_the_names_turns_the_sign_and_nothing_else(classes: Classes) -> None:
    before, after, group = columns(classes)
    result, mirror = adjusted(before, after, group), adjusted(before, after, [1 - g for g in group])
    if result is None:
        assert mirror is None
        return
    assert mirror.estimate == -result.estimate
    assert (mirror.p, mirror.standard_error, mirror.p_interaction) == (result.p, result.standard_error, result.p_interaction)
    assert mirror.hc3_standard_error == pytest.approx(result.hc3_standard_error)
    if result.low is not None:
        assert (mirror.low, mirror.high) == (pytest.approx(-result.high), pytest.approx(-result.low))


@settings(max_examples=60)
@given(two_classes, st.integers(-9, 9), st.integers(-9, 9), st.sampled_from([0.5, 2, 3]), st.randoms(use_true_random=False))
def test_easier_tests_longer_tests_and_another_order_of_pupils(
    classes: Classes, easier: int, harder: int, scale: float, random: Random
) -> None:
    before, after, group = columns(classes)
    result = adjusted(before, after, group)
    if result is None:
        return
    rows = [(b * 2 + easier, a * scale + harder, g) for b, a, g in zip(before, after, group, strict=True)]
    random.shuffle(rows)
    other = adjusted(*zip(*rows, strict=True))
    assert other.estimate == pytest.approx(scale * result.estimate)
    assert other.slope == pytest.approx(scale * result.slope / 2)
    assert (other.p is None) == (result.p is None)
    if result.p is not None:
        assert other.p == pytest.approx(result.p)
    if result.p_interaction is not None:
        assert other.p_interaction == pytest.approx(result.p_interaction)


@settings(max_examples=60)
@given(two_classes, st.sampled_from([0.5, 0.8, 0.95, 0.99]))
def test_no_difference_lies_inside_the_interval_exactly_when_p_is_above_one_minus_the_level(classes: Classes, level: float) -> None:
    result = adjusted(*columns(classes), level=level)
    if result is None or result.p is None or abs(result.p - (1 - level)) < 1e-9:
        return
    assert (result.low <= 0 <= result.high) == (result.p > 1 - level)
    assert result.low <= result.estimate <= result.high


@settings(max_examples=60)
@given(two_classes)
def test_the_difference_stands_between_what_it_is_made_of(classes: Classes) -> None:
    result = adjusted(*columns(classes))
    if result is None:
        return
    assert result.estimate == pytest.approx(result.unadjusted - result.slope * result.difference_before)
    assert result.gain_difference == pytest.approx(result.unadjusted - result.difference_before)
    assert result.estimate == pytest.approx(result.adjusted_x - result.adjusted_y)
    assert result.r_squared is None or -1e-12 <= result.r_squared <= 1


def test_the_later_label_comes_first() -> None:
    before, after = [1, 2, 3, 4, 5, 6], [2, 2, 4, 6, 5, 8]
    by_number = adjusted_difference(before, after, [0, 0, 0, 1, 1, 1])
    by_name = adjusted_difference(before, after, ["A", "A", "A", "B", "B", "B"])
    by_truth = adjusted_difference(before, after, [False, False, False, True, True, True])
    assert by_number.names == by_truth.names == ("1", "0")
    assert by_name.names == ("B", "A")
    assert by_number.estimate == by_name.estimate == by_truth.estimate
    assert by_name.group == ("A", "A", "A", "B", "B", "B")


def test_a_blank_in_any_column_leaves_the_pupil_out_whole() -> None:
    result = adjusted_difference([1, 2, 3, None, 4, 5, 6, 1], [2, 2, 4, 9, 6, 5, 8, None], [0, 0, 0, 0, 1, 1, 1, None])
    assert (result.n, result.dropped, result.missing, result.n_x, result.n_y) == (6, 2, 3, 3, 3)


# --- what has no number, and why ------------------------------------------------------------------


def test_pupils_exactly_on_two_parallel_lines_give_a_difference_and_no_range() -> None:
    result = adjusted_difference([1, 2, 3, 1, 2, 3], [2, 4, 6, 5, 7, 9], [0, 0, 0, 1, 1, 1])
    assert result.estimate == 3
    assert (result.low, result.high, result.p, result.standard_error, result.hc3_standard_error) == (None,) * 5
    assert result.undefined == "all pupils lie exactly on two parallel lines"
    assert result.residual_sd == 0


def test_a_pupil_who_alone_holds_a_line_in_place_leaves_no_robust_error() -> None:
    result = adjusted_difference([3, 3, 2, 5], [4, 6, 5, 7], [0, 0, 1, 1])
    assert result.standard_error is not None
    assert (result.hc3_standard_error, result.hc3_undefined) == (None, "one pupil alone holds a line in place")
    assert result.interaction_undefined == "the marks before do not vary in one of the groups"


def test_two_slopes_need_five_pupils() -> None:
    result = adjusted_difference([1, 2, 3, 5], [2, 5, 4, 7], [0, 0, 1, 1])
    assert (result.p_interaction, result.interaction_undefined) == (None, "two slopes need five pupils or more")


def test_two_groups_each_on_a_line_of_its_own_leave_the_slopes_uncompared() -> None:
    result = adjusted_difference([1, 2, 3, 1, 2, 3], [2, 4, 6, 5, 6, 7], [0, 0, 0, 1, 1, 1])
    assert (result.p_interaction, result.slope_x, result.slope_y) == (None, 1, 2)
    assert result.p is not None


def test_marks_after_all_alike_show_no_difference_and_no_share() -> None:
    result = adjusted_difference([1, 2, 3, 1, 2, 4], [5] * 6, [0, 0, 0, 1, 1, 1])
    assert (result.estimate, result.p, result.r_squared) == (0, None, None)


@pytest.mark.parametrize(("before", "why"), [([4] * 6, "6 equal marks"), ([4, 4, 4, 7, 7, 7], "one mark before for each group")])
def test_marks_before_that_do_not_vary_within_a_group_cannot_be_allowed_for(before: list[int], why: str) -> None:
    with pytest.raises(Undefined, match=why):
        adjusted_difference(before, [1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1])


def test_one_group_three_groups_and_one_pupil_are_refused() -> None:
    with pytest.raises(NotEnoughData, match="one group"):
        adjusted_difference([1, 2, 3], [2, 3, 4], ["A", "A", "A"])
    with pytest.raises(NotEnoughData, match="no pupil with both marks"):
        adjusted_difference([None, 2], [2, None], [0, 1])
    with pytest.raises(BadInput, match="3 groups"):
        adjusted_difference([1, 2, 3], [2, 3, 4], ["A", "B", "C"])
    with pytest.raises(NotEnoughData, match="1 in 'B' and 3 in 'A'"):
        adjusted_difference([1, 2, 3, 4], [2, 3, 4, 5], ["A", "A", "A", "B"])
    with pytest.raises(BadInput, match="3 values in 'before', 3 in 'after' and 2 in 'group'"):
        adjusted_difference([1, 2, 3], [2, 3, 4], [0, 1])
    with pytest.raises(BadInput, match="named by a word or a number"):
        adjusted_difference([1, 2, 3, 4], [2, 3, 4, 5], [0, 1, 0, [1]])
    with pytest.raises(BadInput, match="a share"):
        adjusted_difference([1, 2, 3, 4], [2, 3, 4, 5], [0, 1, 0, 1], level=95)


def test_marks_far_from_zero_lose_no_figures() -> None:
    before, after, group = [4, 6, 7, 5, 8, 6, 7, 3, 5, 6], [5, 8, 8, 7, 10, 6, 7, 4, 5, 8], [1] * 5 + [0] * 5
    near = adjusted_difference(before, after, group)
    far = adjusted_difference([10**12 + b for b in before], [10**12 + a for a in after], group)
    assert (far.estimate, far.standard_error, far.p, far.hc3_standard_error) == (
        near.estimate,
        near.standard_error,
        near.p,
        near.hc3_standard_error,
    )
