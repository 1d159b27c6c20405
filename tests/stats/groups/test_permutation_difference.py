"""The permutation test of two groups: exact against listing every split, and one with its interval."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import permutation_difference
from workbench.stats._columns import exact
from workbench.stats.groups import _swap_counts as counts
from workbench.stats.groups import _swaps as swapping
from workbench.stats.groups import permutation

marks = st.one_of(st.integers(0, 9), st.integers(0, 30).map(lambda halves: halves / 2), st.integers(0, 30).map(lambda tenths: tenths / 10))
group = st.lists(marks, min_size=1, max_size=5)
levels = st.sampled_from([0.5, 0.8, 0.9, 0.95])
shifts = st.builds(Fraction, st.integers(-40, 40), st.sampled_from([1, 2, 3, 4, 10]))


def listed(x: list[float], y: list[float], shift: Fraction = Fraction(0)) -> dict[str, Fraction]:
    """Count every split in the plainest way, with the first group's marks moved down by ``shift``."""
    pool = [exact(mark) - shift for mark in x] + [exact(mark) for mark in y]
    seen, expected = sum(pool[: len(x)]), Fraction(len(x) * sum(pool), len(pool))
    sums = [sum(pool[place] for place in chosen) for chosen in combinations(range(len(pool)), len(x))]

    def share(met: list[bool]) -> Fraction:
        return Fraction(sum(met), len(sums))

    return {
        "p_greater": share([each >= seen for each in sums]),
        "p_less": share([each <= seen for each in sums]),
        "equal": share([each == seen for each in sums]),
        "p_absolute": share([abs(each - expected) >= abs(seen - expected) for each in sums]),
        "just_as_far": share([abs(each - expected) == abs(seen - expected) for each in sums]),
    }


def doubled(shares: dict[str, Fraction]) -> Fraction:
    return min(Fraction(1), 2 * min(shares["p_greater"], shares["p_less"]))


@given(group, group)
def test_it_agrees_with_listing_every_split(x: list[float], y: list[float]) -> None:
    result, shares = permutation_difference(x, y, level=None), listed(x, y)
    assert (result.p_greater, result.p_less) == (float(shares["p_greater"]), float(shares["p_less"]))
    assert result.p == float(doubled(shares))
    assert result.mid_p == float(min(Fraction(1), 2 * min(shares["p_greater"], shares["p_less"]) - shares["equal"]))
    assert result.p_absolute == float(shares["p_absolute"])
    assert result.mid_p_absolute == float(shares["p_absolute"] - shares["just_as_far"] / 2)
    assert result.as_far == doubled(shares) * result.patterns
    assert result.as_far_absolute == shares["p_absolute"] * result.patterns


@settings(max_examples=150)
@given(group, group, levels, shifts)
def test_a_shift_is_inside_exactly_when_its_p_is_above_1_minus_level(x: list[float], y: list[float], level: float, shift: Fraction) -> None:
    out = 1 - exact(level)
    at = listed(x, y, shift)
    accepted = {"two_sided": doubled(at) > out, "greater": at["p_greater"] > out, "less": at["p_less"] > out}
    for alternative, fits in accepted.items():
        result = permutation_difference(x, y, alternative=alternative, level=level)
        above = result.low is None or Fraction(result.low) <= shift or result.low == float(shift)
        below = result.high is None or Fraction(result.high) >= shift or result.high == float(shift)
        assert (above and below) == fits


@given(group, group, st.sampled_from(["two_sided", "greater", "less"]), levels)
def test_no_difference_is_inside_exactly_when_p_is_above_1_minus_level(x: list[float], y: list[float], way: str, level: float) -> None:
    result = permutation_difference(x, y, alternative=way, level=level)
    inside = (result.low is None or result.low <= 0) and (result.high is None or result.high >= 0)
    # One less level is a float such as 0.09999999999999998: the p is compared with the tenth that was meant.
    assert inside == (Fraction(result.as_far, result.patterns) > 1 - exact(level))


@given(group, group)
def test_mirroring_the_groups_turns_the_sign_and_keeps_the_p(x: list[float], y: list[float]) -> None:
    one, other = permutation_difference(x, y, level=0.8), permutation_difference(y, x, level=0.8)
    assert (one.p, one.p_absolute, one.mid_p, one.p_greater) == (other.p, other.p_absolute, other.mid_p, other.p_less)
    assert one.estimate == -other.estimate
    ends = [None if end is None else -end for end in (other.high, other.low)]
    assert [one.low, one.high] == ends


@given(group, group, st.integers(-20, 20), st.sampled_from([2, 3, 10]), st.randoms(use_true_random=False))
def test_shifting_scaling_and_reordering_pupils_change_only_what_they_should(
    x: list[float], y: list[float], by: int, times: int, random: object
) -> None:
    plain = permutation_difference(x, y, level=0.8)
    both = permutation_difference([exact(m) * times + by for m in x], [exact(m) * times + by for m in y], level=0.8)
    assert (plain.p, plain.mid_p, plain.p_absolute) == (both.p, both.mid_p, both.p_absolute)
    for before, after in ((plain.low, both.low), (plain.high, both.high), (plain.estimate, both.estimate)):
        assert (before is None) == (after is None)
        assert before is None or after == pytest.approx(times * before)
    turned = permutation_difference(x[::-1], sorted(y), level=0.8)
    assert (turned.p, turned.low, turned.high) == (plain.p, plain.low, plain.high)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=9), st.lists(st.integers(0, 60), min_size=1, max_size=9), st.integers(-30, 30))
def test_tables_lists_and_the_pieces_of_wide_tables_count_alike(x: list[int], y: list[int], bound: int) -> None:
    bounds = [bound * size for size in range(min(len(x), len(y)) + 1)]
    table, by_list = counts.TabledSwaps(x, y, 0), counts.ListedSwaps(x, y)
    assert table.up_to(bounds) == by_list.up_to(bounds)
    assert table.beyond(bounds) == by_list.beyond(bounds)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counts, "WIDE", 0)
        patch.setattr(counts, "PIECE", 7)
        assert counts.TabledSwaps(x, y, 0).up_to(bounds) == by_list.up_to(bounds)


def test_counts_beyond_64_bits_are_whole_and_those_in_floats_right_to_twelve_figures_in_both_tails() -> None:
    x, y = [mark % 23 + 6 for mark in range(0, 400, 10)], [mark % 19 for mark in range(0, 300, 9)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counts, "WHOLE_CELLS", 10**9)
        whole = permutation_difference(x, y, level=0.9)
        patch.setattr(counts, "WHOLE_CELLS", 0)
        modular = permutation_difference(x, y, level=0.9)
        patch.setattr(counts, "MODULAR", 0)
        floats = permutation_difference(x, y, level=0.9)
        turned = permutation_difference(y, x, level=None)
    assert modular == whole
    assert whole.patterns > 2**64
    assert whole.as_far is not None
    assert floats.as_far is None
    for name in ("p", "p_greater", "p_less", "p_absolute", "mid_p", "mid_p_absolute"):
        assert getattr(floats, name) == pytest.approx(getattr(whole, name), rel=1e-12)
    assert (floats.low, floats.high) == (whole.low, whole.high)
    assert turned.p_less == pytest.approx(whole.p_greater, rel=1e-12)


def test_long_decimals_of_a_few_pupils_are_still_exact() -> None:
    x, y = [0.1234567890123, 0.4567890123456, 0.3456789012345, 0.9], [0.2345678901234, 0.5678901234567, 0.1]
    result, shares = permutation_difference(x, y, level=0.8), listed(x, y)
    assert result.exact
    assert result.p == float(doubled(shares))
    assert isinstance(swapping.count_swaps([10**15, 3, 7], [5, 2 * 10**15]), counts.ListedSwaps)


def test_beyond_the_budget_splits_are_drawn_and_the_interval_is_that_of_the_draws() -> None:
    x = [round(7 + 0.731234567 * (place * 37 % 29), 9) for place in range(28)]
    y = [round(4 + 0.912345678 * (place * 31 % 27), 9) for place in range(27)]
    result = permutation_difference(x, y, draws=9_999, seed=7)
    assert (result.exact, result.draws, result.seed) == (False, 9_999, 7)
    assert "Monte Carlo, 9,999 draws from seed 7" in result.method
    assert result == permutation_difference(x, y, draws=9_999, seed=7)
    assert result.standard_error is not None
    assert 0 < result.standard_error < 0.01
    assert result.low is not None
    assert result.high is not None
    assert (result.low <= 0 <= result.high) == (result.p > 1 - 0.95)
    for end in (result.low, result.high):
        inside, outside = end * (1 - 1e-6), end * (1 + 1e-6)
        if abs(end - result.estimate) < abs(outside - result.estimate):
            inside, outside = outside, inside
        at = permutation_difference([mark - outside for mark in x], y, draws=9_999, seed=7, level=None)
        nearer = permutation_difference([mark - inside for mark in x], y, draws=9_999, seed=7, level=None)
        assert {at.p <= 0.05, nearer.p <= 0.05} == {True, False}


def test_drawn_splits_come_near_the_exact_ones() -> None:
    x, y = [9, 7, 8, 6, 9, 5, 7, 8], [4, 6, 5, 7, 3, 6, 5, 8]
    drawn = counts.DrawnSwaps(x, y, draws=20_000, seed=3)
    tally, whole = swapping.tally(drawn, x, y), swapping.tally(counts.TabledSwaps(x, y, 0), x, y)
    for one, other in zip(tally[:5], whole[:5], strict=True):
        assert one / tally.total == pytest.approx(other / whole.total, abs=0.012)
    assert tally.at_least >= 1


def test_marks_beyond_what_64_bits_hold_are_still_compared_exactly() -> None:
    result = permutation_difference([10**60, 10**60 + 1, 3, 10**59], [5, 10**60, 2, 7], level=0.5)
    assert result.p == float(doubled(listed([10**60, 10**60 + 1, 3, 10**59], [5, 10**60, 2, 7])))
    drawn = counts.DrawnSwaps([10**60, 4], [5, 10**61], draws=999, seed=1)
    assert drawn.up_to([10**70] * 3) == 1000


def test_one_sided_intervals_have_one_end() -> None:
    x, y = [7, 9, 10, 8, 9], [4, 5, 8, 6, 5]
    up, down = permutation_difference(x, y, alternative="greater"), permutation_difference(x, y, alternative="less")
    assert (up.low is not None, up.high, down.low, down.high is not None) == (True, None, None, True)
    assert (up.p, down.p) == (up.p_greater, up.p_less)


def test_blanks_are_left_out_of_each_group_and_counted() -> None:
    result = permutation_difference([7, None, 9, 10], [float("nan"), 4, 5, 8], level=0.9)
    assert (result.n, result.n_x, result.n_y, result.missing) == (6, 3, 3, 2)
    assert (result.x, result.low, result.high) == ((7, 9, 10), -1.0, 6.0)


def test_what_cannot_be_used_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(NotEnoughData, match="at least 1 pupil in each group"):
        permutation_difference([], [1, 2])
    with pytest.raises(BadInput, match=r"Write level=0\.95"):
        permutation_difference([1, 2], [3, 4], level=95)
    with pytest.raises(UnknownOption, match="two_sided, greater, less"):
        permutation_difference([1, 2], [3, 4], alternative="two-sided")
    with pytest.raises(BadInput, match="draws"):
        permutation_difference([1, 2], [3, 4], draws=10)
    with pytest.raises(BadInput, match="seed"):
        permutation_difference([1, 2], [3, 4], seed=-1)
    for odd in (["a", 2], [1, 1j], [float("inf"), 1], "12", [[1], [2]], [True, False]):
        with pytest.raises(BadInput):
            permutation_difference(odd, [1, 2])


def test_thousands_of_pupils_are_drawn_fewer_times_and_it_says_so() -> None:
    assert permutation.affordable(99_999, 55) == 99_999
    assert permutation.affordable(99_999, 10_000) == 20_000
