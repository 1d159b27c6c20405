"""Answers on a scale: counts that add up, the sign test against listing, and what is refused."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData
from workbench.stats import distribution, likert_difference, paired_shares, permutation_change, permutation_difference, shift
from workbench.stats._columns import exact

FIVE = [1, 2, 3, 4, 5]
answer = st.integers(1, 5)
answers = st.lists(answer, min_size=1, max_size=12)
twice = st.lists(st.tuples(answer, answer), min_size=1, max_size=9)
levels = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])


def columns(pairs: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [a for a, _ in pairs], [b for _, b in pairs]


@given(twice)
def test_the_sign_test_agrees_with_turning_every_changed_pupil_either_way(pairs: list[tuple[int, int]]) -> None:
    before, after = columns(pairs)
    result = shift(before, after)
    up, down = sum(b > a for a, b in pairs), sum(b < a for a, b in pairs)
    assert (result.up, result.down, result.same, result.changed) == (up, down, len(pairs) - up - down, up + down)
    turned = [sum(ways) for ways in product((0, 1), repeat=up + down)]
    above, below = (Fraction(sum(test), len(turned)) for test in ([w >= up for w in turned], [w <= up for w in turned]))
    assert (result.p_greater, result.p_less, result.p) == (float(above), float(below), min(1.0, float(2 * min(above, below))))
    assert sum(count for _, count in result.rows) == len(pairs)


@given(st.integers(0, 30), st.integers(0, 30), levels, st.sampled_from(["two_sided", "greater", "less"]))
def test_law_no_shift_lies_inside_exactly_when_p_is_above_1_minus_the_level(up: int, down: int, level: float, alternative: str) -> None:
    if up + down == 0:
        return
    result = shift([2] * (up + down), [3] * up + [1] * down, level=level, alternative=alternative)
    inside = (result.low is None or result.low < 1 / 2) and (result.high is None or result.high > 1 / 2)
    assert inside == (exact(result.p) > 1 - exact(level) if result.p != float(1 - exact(level)) else False)
    same = paired_shares([[4, down], [up, 4]], level=level, alternative=alternative)
    assert (same.p, same.low, same.high) == (result.p, result.low, result.high)


@given(twice)
def test_law_a_shift_does_not_hang_on_the_order_of_pupils_nor_on_how_wide_the_steps_are(pairs: list[tuple[int, int]]) -> None:
    before, after = columns(pairs)
    one = shift(before, after)
    turned = shift(before[::-1], after[::-1])
    assert (one.p, one.low, one.rows) == (turned.p, turned.low, turned.rows)
    wide = {1: 0, 2: 1, 3: 5, 4: 20, 5: 21.5}
    stretched = shift([wide[a] for a in before], [wide[b] for b in after])
    assert (one.p, one.low, one.high, one.up, one.down) == (stretched.p, stretched.low, stretched.high, stretched.up, stretched.down)
    back = shift(after, before)
    assert (one.p, one.p_greater, one.up) == (back.p, back.p_less, back.down)


def test_trap_blanks_drop_the_pair_and_never_one_half() -> None:
    result = shift([1, None, 3, 4], [2, 5, float("nan"), 5])
    assert (result.before, result.after, result.dropped, result.missing) == ((1, 4), (2, 5), 2, 2)


def test_trap_a_level_nobody_used_keeps_its_place() -> None:
    result = distribution([5, 5, 3, None, 3, 1], FIVE)
    assert result.rows == ((1, 1, 0.2), (2, 0, 0.0), (3, 2, 0.4), (4, 0, 0.0), (5, 2, 0.4))
    assert result.unused == (2, 4)
    assert (result.most_common, result.middle_low, result.middle_high, result.missing) == ((3, 5), 3, 3, 1)
    assert likert_difference([1, 5], [3], FIVE).rows[3] == (4, 0, 0, 0.0, 0.0)


def test_the_middle_between_two_levels_is_told_as_both_and_not_averaged() -> None:
    result = distribution([1, 2, 4, 5], FIVE)
    assert (result.middle_low, result.middle_high) == (2, 4)


@given(answers)
def test_law_a_distribution_adds_up_and_counts_floats_and_whole_numbers_alike(values: list[int]) -> None:
    result = distribution(values, FIVE)
    assert sum(count for _, count, _ in result.rows) == result.n == len(values)
    assert sum(share for _, _, share in result.rows) == pytest.approx(1)
    assert distribution(np.array(values, dtype=float), range(1, 6)).rows == result.rows
    assert distribution(sorted(values), FIVE) == result


@given(answers, answers)
def test_law_two_groups_are_first_minus_second_and_carry_the_permutation_test(x: list[int], y: list[int]) -> None:
    result, test = likert_difference(x, y, FIVE), permutation_difference(x, y)
    assert (result.estimate, result.p, result.low, result.high) == (test.estimate, test.p, test.low, test.high)
    assert result.estimate == pytest.approx(result.mean_x - result.mean_y)
    turned = likert_difference(y, x, FIVE)
    assert (turned.estimate, turned.p, turned.x_higher) == (pytest.approx(-result.estimate), result.p, result.y_higher)
    assert result.x_higher + result.equal + result.y_higher == len(x) * len(y)


@given(twice)
def test_law_the_same_pupils_are_after_minus_before(pairs: list[tuple[int, int]]) -> None:
    before, after = columns(pairs)
    result, test = likert_difference(before, after, FIVE, paired=True), permutation_change(before, after)
    assert (result.estimate, result.p, result.low, result.high) == (test.estimate, test.p, test.low, test.high)
    assert result.estimate == pytest.approx(result.mean_y - result.mean_x)
    assert (result.y_higher, result.equal, result.x_higher) == (test.up, test.same, test.down)


@pytest.mark.parametrize("scale", [[1], [], [1, 2, 2], [5, 4, 3, 2, 1], [1, None, 3], "12345", ["1", "2"], 5, None, [1, float("inf")]])
def test_what_is_no_scale_is_refused(scale: object) -> None:
    for call in (lambda: distribution([1, 2], scale), lambda: likert_difference([1], [2], scale)):  # type: ignore[arg-type]
        with pytest.raises(BadInput) as caught:
            call()
        assert caught.value.seen
        assert caught.value.do


def test_an_answer_that_the_scale_lacks_is_named() -> None:
    with pytest.raises(BadInput, match=r"values: This answer is not a level.*Seen: 6.*Allowed: 1, 2, 3, 4, 5"):
        distribution([3, 6], FIVE)
    with pytest.raises(BadInput, match="y: This answer"):
        likert_difference([3], [3, 2.5], FIVE)


def test_labels_are_one_for_each_level() -> None:
    for labels in (["a"], ["a", "b", "c", "d", ""], [1, 2, 3, 4, 5], "abcde"):
        with pytest.raises(BadInput, match=r"label|list"):
            distribution([3], FIVE, labels=labels)  # type: ignore[arg-type]


def test_no_answer_at_all_is_refused() -> None:
    for call in (lambda: distribution([None], FIVE), lambda: likert_difference([], [1], FIVE), lambda: shift([None], [1])):
        with pytest.raises(NotEnoughData):
            call()
    with pytest.raises(BadInput, match="paired"):
        likert_difference([1], [2], FIVE, paired="yes")  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="one row for each pupil"):
        likert_difference([1, 2], [2], FIVE, paired=True)
