"""The rank-sum test of two groups: exact with ties at no shift and at any other."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb, inf, nextafter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import NotEnoughData, UnknownOption
from workbench.stats import rank_sum
from workbench.stats._columns import exact
from workbench.stats.groups import _ranks as ranking
from workbench.stats.groups import _swaps as swapping

marks = st.one_of(st.integers(0, 6), st.integers(0, 30).map(lambda halves: halves / 2), st.integers(0, 30).map(lambda tenths: tenths / 10))
group = st.lists(marks, min_size=1, max_size=5)
levels = st.sampled_from([0.5, 0.8, 0.9, 0.95])


def listed(x: list[float], y: list[float], shift: Fraction = Fraction(0)) -> tuple[Fraction, Fraction, Fraction]:
    """Return the shares of splits with a rank sum as high, as low, and as far out, in the plainest way."""
    pool = [exact(mark) - shift for mark in x] + [exact(mark) for mark in y]
    ranks = [sum(other < mark for other in pool) + Fraction(sum(other == mark for other in pool) + 1, 2) for mark in pool]
    seen, expected = sum(ranks[: len(x)]), Fraction(len(x) * (len(pool) + 1), 2)
    sums = [sum(ranks[place] for place in chosen) for chosen in combinations(range(len(pool)), len(x))]
    met = (
        [each >= seen for each in sums],
        [each <= seen for each in sums],
        [abs(each - expected) >= abs(seen - expected) for each in sums],
    )
    high, low, far = (Fraction(sum(each), len(sums)) for each in met)
    return high, low, far


@given(group, group)
def test_it_agrees_with_listing_every_split(x: list[float], y: list[float]) -> None:
    result, (high, low, far) = rank_sum(x, y, level=None), listed(x, y)
    assert (result.p_greater, result.p_less, result.p_absolute) == (float(high), float(low), float(far))
    assert result.p == float(min(Fraction(1), 2 * min(high, low)))


@settings(max_examples=200)
@given(group, group, levels, st.data())
def test_a_shift_is_inside_exactly_when_its_p_is_above_1_minus_level(
    x: list[float], y: list[float], level: float, data: st.DataObject
) -> None:
    differences = sorted({exact(a) - exact(b) for a in x for b in y})
    near = data.draw(st.sampled_from(differences))
    shift = near + data.draw(st.sampled_from([Fraction(0), Fraction(1, 40), Fraction(-1, 40), Fraction(3)]))
    high, low, _ = listed(x, y, shift)
    out = 1 - exact(level)
    accepted = {"two_sided": 2 * min(high, low) > out, "greater": high > out, "less": low > out}
    for alternative, fits in accepted.items():
        result = rank_sum(x, y, alternative=alternative, level=level)
        assert result.undefined is None
        above = result.low is None or result.low <= float(shift)
        below = result.high is None or result.high >= float(shift)
        assert (above and below) == fits


def test_an_end_that_is_itself_rejected_is_told_and_the_number_is_the_next_float_inside() -> None:
    x, y = [3, 3, 4, 4, 5], [1, 2, 2, 3, 3]
    result = rank_sum(x, y)
    assert result.low_end == 0.0
    assert listed(x, y)[0] * 2 <= Fraction(5, 100)
    assert (result.low_included, result.low) == (False, nextafter(0.0, inf))
    assert (result.p <= 0.05, result.low > 0) == (True, True)


@given(group, group)
def test_mirroring_the_groups_turns_the_sign_and_keeps_the_p(x: list[float], y: list[float]) -> None:
    one, other = rank_sum(x, y, level=0.8), rank_sum(y, x, level=0.8)
    assert (one.p, one.p_absolute, one.mid_p, one.p_greater) == (other.p, other.p_absolute, other.mid_p, other.p_less)
    assert (one.estimate, one.u, one.higher) == (-other.estimate, one.pairs - other.u, other.lower)
    turned = [None if end is None else -end for end in (other.high, other.low, other.order_high, other.order_low)]
    assert [one.low, one.high, one.order_low, one.order_high] == turned


@given(group, group, st.integers(-20, 20))
def test_any_order_of_pupils_and_any_growing_scale_give_the_same_p(x: list[float], y: list[float], by: int) -> None:
    plain = rank_sum(x, y, level=None)
    cubed = rank_sum([exact(mark) ** 3 + by for mark in reversed(x)], [exact(mark) ** 3 + by for mark in y], level=None)
    assert (plain.p, plain.mid_p, plain.p_absolute, plain.u) == (cubed.p, cubed.mid_p, cubed.p_absolute, cubed.u)


@given(group, group, st.integers(-20, 20))
def test_moving_the_first_group_moves_the_shift_and_its_interval_by_as_much(x: list[float], y: list[float], by: int) -> None:
    plain, moved = rank_sum(x, y, level=0.8), rank_sum([exact(mark) + by for mark in x], y, level=0.8)
    assert moved.estimate == pytest.approx(plain.estimate + by)
    for before, after in ((plain.low_end, moved.low_end), (plain.high_end, moved.high_end)):
        assert (before is None) == (after is None)
        assert before is None or after == pytest.approx(before + by)


@given(st.integers(1, 5), st.integers(1, 5), levels)
def test_the_textbook_interval_has_the_level_that_counting_gives(m: int, n: int, level: float) -> None:
    found = ranking.untied_order(m, n, (1 - exact(level)) / 2)
    tail = [
        sum(sum(1 for a in chosen for b in range(m + n) if b not in chosen and b < a) <= u for chosen in splits(m, n)) for u in range(m * n)
    ]
    total = comb(m + n, m)
    if Fraction(2, total) > 1 - exact(level):
        assert found is None
    else:
        assert found is not None
        place, achieved = found
        assert achieved == pytest.approx(1 - 2 * tail[place - 1] / total)
        assert achieved >= level - 1e-12
        assert tail[place] * 2 >= (1 - exact(level)) * total


def splits(m: int, n: int) -> list[tuple[int, ...]]:
    return list(combinations(range(m + n), m))


def test_the_textbook_interval_of_untied_ranks_is_the_interval_by_inversion_but_for_its_ends() -> None:
    x, y = [368, 390, 379, 260, 404, 318, 352, 359, 216, 222, 283, 332], [179, 160, 136, 227, 217, 168, 108, 124, 143, 140]
    result = rank_sum(x, y)
    assert (result.order_low, result.order_high) == (108, 223)
    assert (result.low_end, result.high_end) == (108, 223)


def test_no_shift_may_fit_when_most_marks_are_one_and_it_says_so() -> None:
    x, y = [5] * 20 + [20, 21, 22], [5] * 20 + [-9, -8, -7]
    result = rank_sum(x, y)
    assert result.p <= 0.05
    assert (result.low, result.high, result.low_end, result.high_end) == (None, None, None, None)
    assert result.undefined is not None
    for shift in (-0.5, 0.5):
        assert rank_sum([mark - shift for mark in x], y, level=None).p <= 0.05


def test_beyond_the_budget_splits_are_drawn_and_the_interval_is_that_of_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    x, y = [9, 7, 8, 6, 9, 5, 7, 8, 8], [4, 6, 5, 7, 3, 6, 5, 8]
    whole = rank_sum(x, y)
    monkeypatch.setattr(ranking, "SEARCH_CELLS", 0)
    drawn = rank_sum(x, y, draws=5_000)
    assert (whole.exact, drawn.exact, drawn.draws) == (True, False, 5_000)
    assert drawn.standard_error is not None
    for name in ("p", "p_greater", "p_less", "p_absolute", "mid_p", "mid_p_absolute"):
        assert getattr(drawn, name) == pytest.approx(getattr(whole, name), abs=0.02)
    for shift in (-1, 0, 1, 2, 3, 4, 5):
        at = rank_sum([mark - shift for mark in x], y, draws=5_000)
        assert drawn.low is not None
        assert drawn.high is not None
        assert (drawn.low <= shift <= drawn.high) == (at.p > 1 - 0.95)


def test_whatever_the_ties_turn_out_to_be_the_budget_holds() -> None:
    for m, n in ((28, 27), (3, 40), (60, 60)):
        assert not ranking.too_many(m, n)
        bound = sum(size * min(m, n, size // 2) * (size * (m + n) + 1) for size in (m, n))
        apart = ranking.midranks(list(range(0, 2 * m, 2)), list(range(2 * m, 2 * (m + n), 2)))
        assert swapping.cells(*apart) <= bound
    assert ranking.too_many(300, 300)


def test_everyone_level_gives_p_1_and_the_shift_0() -> None:
    result = rank_sum([4, 4, 4, 4], [4, 4, 4, 4])
    assert (result.p, result.mid_p, result.estimate, result.low, result.high) == (1.0, 1.0, 0.0, 0.0, 0.0)


def test_one_sided_intervals_have_one_end() -> None:
    x, y = [7, 9, 10, 8, 9], [4, 5, 8, 6, 5]
    up, down = rank_sum(x, y, alternative="greater"), rank_sum(x, y, alternative="less")
    assert (up.low is not None, up.high, down.low, down.high is not None) == (True, None, None, True)


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(NotEnoughData):
        rank_sum([None], [1, 2])
    with pytest.raises(UnknownOption):
        rank_sum([1], [1, 2], alternative="more")


def test_differences_that_are_one_float_do_not_turn_the_interval_round() -> None:
    result = rank_sum([4.5, 1, 0, 1.0, 1, 1, 1], [1e-50, 3.3, 1e-99, 0], level=1e-12)
    assert result.low is not None
    assert result.high is not None
    assert result.low <= result.high
