"""Each pupil's change beside the test's own wobble."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats import reliable_change

marks = st.integers(min_value=0, max_value=80).map(lambda each: each / 2)
classes = st.lists(st.tuples(marks, marks), min_size=1, max_size=20)


def test_jacobson_and_truaxs_own_example() -> None:
    result = reliable_change([32.5], [47.5], reliability=0.8, sd=7.5, norms=(60, 7.5), start=(40, 7.5))
    (row,) = result.rows
    assert (round(result.sem, 2), round(result.standard_error_of_difference, 2), round(row.rci, 2)) == (3.35, 4.74, 3.16)
    assert (result.cut_off_a, result.cut_off_b, result.cut_off_c) == (55, 45, 50)
    assert (row.way, row.crossed) == ("up", "b")  # 47.5 is past b (45), not past c (50) or a (55)
    assert (result.crossed_a, result.crossed_b, result.crossed_c) == (0, 1, 0)


@given(classes)
def test_exchanging_before_and_after_turns_every_pupil_round(pairs: list[tuple[float, float]]) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    there = reliable_change(first, second, reliability=0.8, sd=5)
    back = reliable_change(second, first, reliability=0.8, sd=5)
    assert [row.rci for row in there.rows] == [-row.rci for row in back.rows]
    assert (there.went_up, there.unclear, there.went_down) == (back.went_down, back.unclear, back.went_up)
    assert there.went_up + there.unclear + there.went_down == there.n == len(there.rows)


@given(classes, st.integers(min_value=-9, max_value=9), st.integers(min_value=1, max_value=5))
def test_the_scale_of_the_marks_does_not_matter(pairs: list[tuple[float, float]], shift: int, unit: int) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    plain = reliable_change(first, second, reliability=0.8, sd=5, norms=(30, 4), start=(12, 6))
    moved = reliable_change(
        [unit * a + shift for a in first],
        [unit * b + shift for b in second],
        reliability=0.8,
        sd=5 * unit,
        norms=(30 * unit + shift, 4 * unit),
        start=(12 * unit + shift, 6 * unit),
    )
    assert [row.way for row in moved.rows] == [row.way for row in plain.rows]
    assert [row.rci for row in moved.rows] == pytest.approx([row.rci for row in plain.rows])
    assert moved.cut_off_c == pytest.approx(plain.cut_off_c * unit + shift)


def test_a_norm_below_the_start_is_crossed_downwards() -> None:
    result = reliable_change([30, 20], [12, 30], reliability=0.8, sd=5, norms=(10, 4), start=(30, 6))
    assert (result.cut_off_a, result.cut_off_b, result.cut_off_c) == (18, 18, 18)
    assert [row.crossed for row in result.rows] == ["abc", ""]


def test_a_pupil_with_a_blank_is_left_out_and_the_others_keep_their_places() -> None:
    result = reliable_change([4, None, 9, 12], [6, 7, None, 20], reliability=0.8)
    assert [row.pupil for row in result.rows] == [1, 4]
    assert (result.n, result.missing, result.dropped, result.sd_from) == (2, 2, 2, "before")


def test_with_one_pupil_and_no_start_only_the_cut_off_of_the_norm_is_known() -> None:
    result = reliable_change([9], [15], reliability=0.8, sd=3.8, norms=(14, 3))
    assert (result.cut_off_a, result.cut_off_b, result.cut_off_c) == (None, 8, None)


def test_what_tells_nobody_apart_is_refused() -> None:
    with pytest.raises(Undefined, match="nothing can be told apart"):
        reliable_change([4, 6], [6, 7], reliability=1)
    with pytest.raises(Undefined, match="nothing can be told apart"):
        reliable_change([4, 4], [6, 7], reliability=0.8)
    with pytest.raises(NotEnoughData, match="no spread of their own"):
        reliable_change([4], [6], reliability=0.8)
    with pytest.raises(BadInput, match="from 0 to below 1"):
        reliable_change([4, 6], [6, 7], reliability=80)
    with pytest.raises(BadInput, match="a mean and an SD"):
        reliable_change([4, 6], [6, 7], reliability=0.8, norms=(14, 0))
    with pytest.raises(BadInput, match="no mark lies between"):
        reliable_change([4, 6], [6, 7], reliability=0.8, norms=(5, 2))
