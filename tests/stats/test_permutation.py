"""The sign-flip test: exact against listing every pattern, and one with its interval."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import chain, combinations, product
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import permutation_change
from workbench.stats._columns import exact
from workbench.stats.paired import _signflip as signflip
from workbench.stats.paired import _subset_means as subset_means

CASES = {case["id"]: case for case in json.loads((Path(__file__).parents[1] / "oracles" / "public.json").read_text(encoding="utf-8"))}
marks = st.integers(min_value=0, max_value=40).map(lambda halves: halves / 2)
changes = st.lists(st.integers(min_value=-6, max_value=8), min_size=1, max_size=9)
pairs_of_marks = st.lists(st.tuples(marks, marks), min_size=1, max_size=9)
levels = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])


def pupils(name: str) -> tuple[list[float], list[float]]:
    inputs = CASES[f"paired.signflip.{name}"]["inputs"]
    return inputs["pre"], inputs["post"]


def by_listing(differences: list[Fraction]) -> tuple[Fraction, Fraction]:
    """Count every sign pattern in the plainest way: (share at least as high, share at least as low)."""
    seen = sum(differences)
    sums = [
        sum(sign * abs(value) for sign, value in zip(signs, differences, strict=True))
        for signs in product((1, -1), repeat=len(differences))
    ]
    return Fraction(sum(s >= seen for s in sums), len(sums)), Fraction(sum(s <= seen for s in sums), len(sums))


# --- traps, each with its numbers -------------------------------------------------------------


def test_trap_ties_with_the_observed_sum_count_so_that_1384_does_not_become_1052() -> None:
    before, after = pupils("class28")
    result = permutation_change(before, after, level=None)
    assert (result.as_far, result.patterns) == (37145924, 2**28)
    assert round(result.p, 4) == 0.1384
    tally = signflip.count([int(b - a) for a, b in zip(before, after, strict=True)])
    assert tally is not None
    without_ties = 2 * (min(tally.at_least, tally.at_most) - tally.equal) / tally.total
    assert round(without_ties, 4) == 0.1052


def test_trap_decimals_are_compared_as_whole_numbers_and_not_as_floats() -> None:
    # 0.3 + 0.6 and 0.9 are one sum; as floats they are not, and the tie is lost.
    before, after = [0.0, 0.0, 0.0], [0.3, 0.6, -0.9]
    assert 0.3 + 0.6 != 0.9
    result = permutation_change(before, after)
    assert result.p_greater == 5 / 8
    assert result.p == 1.0


def test_trap_the_mean_of_three_markers_is_a_third_and_ties_like_one() -> None:
    before, after = [19 / 3, 17 / 3, 5.0], [22 / 3, 22 / 3, 5.0 - 8 / 3]
    assert sum(b - a for a, b in zip(before, after, strict=True)) != 0
    result = permutation_change(before, after)
    assert result.estimate == 0
    assert result.p == 1.0


def test_trap_five_pupils_who_all_gain_have_no_finite_interval_at_95() -> None:
    before, after = pupils("five")
    result = permutation_change(before, after)
    assert (result.p, result.smallest_p) == (0.0625, 0.0625)
    assert (result.low, result.high) == (None, None)
    at_90 = permutation_change(before, after, level=0.9)
    assert (at_90.low, at_90.high) == (1.0, 4.0)


def test_trap_blanks_drop_the_pair_and_never_one_half() -> None:
    before = [4, None, 6, 5, 9.0]
    after = [6, 9, float("nan"), 9, 8.5]
    result = permutation_change(before, after, level=None)
    assert result.before == (4, 5, 9.0)
    assert result.after == (6, 9, 8.5)
    assert (result.n, result.missing, result.dropped) == (3, 2, 2)


def test_trap_the_observed_pattern_always_counts_so_p_is_never_0() -> None:
    result = permutation_change([0] * 1200, [1] * 1200, level=None)
    assert result.p > 0
    drawn = signflip.count_drawn([(1, 5)] * 99)
    assert (drawn.at_least, drawn.at_most, drawn.equal, drawn.total) == (1, 100, 1, 100)


def test_trap_a_p_below_the_smallest_possible_is_never_given() -> None:
    for n in range(1, 12):
        result = permutation_change([0] * n, list(range(1, n + 1)), level=None)
        assert result.p == result.smallest_p == min(1.0, 2 / 2**n)


def test_nobody_changes_gives_p_1_and_an_interval_of_one_point() -> None:
    result = permutation_change([2, 4, 6, 8, 9, 3, 5], [2, 4, 6, 8, 9, 3, 5])
    assert (result.p, result.mid_p, result.low, result.high) == (1.0, 1.0, 0.0, 0.0)


# --- agreement with listing -------------------------------------------------------------------


@given(changes)
def test_it_agrees_with_listing_every_pattern(values: list[int]) -> None:
    greater, less = by_listing([Fraction(value) for value in values])
    result = permutation_change([0] * len(values), values, level=None)
    assert (result.p_greater, result.p_less) == (float(greater), float(less))
    assert result.p == min(1.0, float(2 * min(greater, less)))
    assert result.patterns == 2 ** len(values)


@given(pairs_of_marks, levels)
def test_the_interval_ends_are_the_subset_means_at_the_right_rank(pairs: list[tuple[float, float]], level: float) -> None:
    differences = [Fraction(after) - Fraction(before) for before, after in pairs]
    n = len(differences)
    subsets = chain.from_iterable(combinations(differences, size) for size in range(1, n + 1))
    means = sorted(sum(subset, Fraction(0)) / len(subset) for subset in subsets)
    rank = int((1 - exact(level)) / 2 * 2**n)
    expected = (float(means[rank - 1]), float(means[-rank])) if rank else (None, None)
    result = permutation_change([before for before, _ in pairs], [after for _, after in pairs], level=level)
    assert (result.low, result.high) == expected


@given(st.lists(st.integers(min_value=-9, max_value=9), min_size=2, max_size=9), st.integers(min_value=0, max_value=10**6))
def test_the_table_and_the_listing_give_the_same_ranks(values: list[int], number: int) -> None:
    rank = 1 + number % (2 ** len(values) - 1)
    assert subset_means.at_ranks(values, [rank]) == subset_means.enumerated(values, [rank])


@given(changes)
def test_the_polynomial_and_the_listing_give_the_same_tally(values: list[int]) -> None:
    assert signflip.count(values) == signflip.enumerate_patterns(values)


def test_long_decimals_of_a_few_pupils_are_still_exact() -> None:
    after = [0.1234567890123, -0.2345678901234, 0.3456789012345, 0.4567890123456, 0.5678901234567]
    greater, less = by_listing([Fraction(repr(value)) for value in after])
    result = permutation_change([0] * 5, after)
    assert result.exact
    assert (result.p_greater, result.p_less) == (float(greater), float(less))


# --- laws ------------------------------------------------------------------------------------


@given(pairs_of_marks, levels, st.integers(min_value=-12, max_value=12).map(lambda halves: halves / 2))
def test_law_a_shift_lies_inside_the_interval_exactly_when_its_p_is_above_1_minus_level(
    pairs: list[tuple[float, float]], level: float, shift: float
) -> None:
    before, after = [before for before, _ in pairs], [after for _, after in pairs]
    for alternative in ("two_sided", "greater", "less"):
        result = permutation_change(before, after, level=level, alternative=alternative)
        moved = permutation_change([mark + shift for mark in before], after, level=None, alternative=alternative)
        inside = (result.low is None or result.low <= shift) and (result.high is None or shift <= result.high)
        assert inside == (Fraction(moved.as_far, moved.patterns) > 1 - exact(level))


@given(pairs_of_marks)
def test_law_swapping_before_and_after_mirrors_everything(pairs: list[tuple[float, float]]) -> None:
    before, after = [before for before, _ in pairs], [after for _, after in pairs]
    one, other = permutation_change(before, after, level=0.8), permutation_change(after, before, level=0.8)
    assert one.estimate == -other.estimate
    assert (one.p, one.mid_p) == (other.p, other.mid_p)
    assert (one.p_greater, one.up) == (other.p_less, other.down)
    assert (one.low, one.high) == (None if other.high is None else -other.high, None if other.low is None else -other.low)


@given(pairs_of_marks, st.integers(min_value=-20, max_value=20))
def test_law_more_marks_for_everyone_on_both_tests_changes_nothing(pairs: list[tuple[float, float]], more: int) -> None:
    before, after = [before for before, _ in pairs], [after for _, after in pairs]
    one = permutation_change(before, after, level=0.8)
    other = permutation_change([mark + more for mark in before], [mark + more for mark in after], level=0.8)
    assert (one.p, one.low, one.high, one.estimate) == (other.p, other.low, other.high, other.estimate)


@given(pairs_of_marks)
def test_law_marking_out_of_ten_times_as_much_scales_the_marks_and_leaves_the_p(pairs: list[tuple[float, float]]) -> None:
    before, after = [before for before, _ in pairs], [after for _, after in pairs]
    one = permutation_change(before, after, level=0.8)
    other = permutation_change([10 * mark for mark in before], [10 * mark for mark in after], level=0.8)
    assert one.p == other.p
    assert other.estimate == pytest.approx(10 * one.estimate)
    assert other.low == (None if one.low is None else pytest.approx(10 * one.low))


@given(pairs_of_marks, st.randoms(use_true_random=False))
def test_law_the_order_of_the_pupils_does_not_matter(pairs: list[tuple[float, float]], random: object) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one = permutation_change([b for b, _ in pairs], [a for _, a in pairs], level=0.8)
    other = permutation_change([b for b, _ in shuffled], [a for _, a in shuffled], level=0.8)
    assert (one.p, one.low, one.high) == (other.p, other.low, other.high)


# --- whole classes, year groups and drawing ----------------------------------------------------


def test_a_year_group_of_118_is_still_counted_whole() -> None:
    after = [((7 * pupil * pupil) % 23 - 9) / 2 for pupil in range(118)]
    result = permutation_change([0] * 118, after)
    assert result.exact
    assert result.patterns == 2**118
    assert result.low is not None
    assert result.high is not None
    assert result.low < result.estimate < result.high


@pytest.fixture
def small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signflip, "EXACT_CELLS", -1)
    monkeypatch.setattr(signflip, "LISTED", -1)
    monkeypatch.setattr(signflip, "SMALL_CELLS", -1)


@pytest.mark.usefixtures("small_budget")
def test_above_the_budget_it_says_that_it_is_monte_carlo_with_its_own_error() -> None:
    before, after = pupils("class28")
    result = permutation_change(before, after, draws=20_000)
    assert not result.exact
    assert "Monte Carlo, 20,000 draws from seed 1935" in result.method
    assert result.standard_error is not None
    assert abs(result.p - 0.13837935030460358) < 5 * result.standard_error * 2
    assert result == permutation_change(before, after, draws=20_000)
    assert result.p != permutation_change(before, after, draws=20_000, seed=7).p
    assert result.low == pytest.approx(-0.235, abs=0.1)
    assert result.high == pytest.approx(1.875, abs=0.1)


@pytest.mark.usefixtures("small_budget")
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])  # the fixture lowers two constants
@given(st.lists(st.integers(min_value=-2, max_value=4), min_size=5, max_size=9), levels)
def test_law_drawn_patterns_keep_p_and_interval_together_too(values: list[int], level: float) -> None:
    result = permutation_change([0] * len(values), values, level=level, draws=999)
    assert not result.exact
    inside = (result.low is None or result.low <= 0) and (result.high is None or result.high >= 0)
    assert inside == (Fraction(result.as_far, result.patterns) > 1 - exact(level))


# --- what is refused ---------------------------------------------------------------------------


def test_an_unknown_alternative_lists_those_that_exist() -> None:
    with pytest.raises(UnknownOption) as caught:
        permutation_change([1, 2], [2, 3], alternative="two-sided")
    assert str(caught.value) == (
        "alternative: There is no such choice for 'alternative'. Seen: 'two-sided'. Allowed: two_sided, greater, less. Choose one of these."
    )


def test_a_level_of_95_is_named_as_the_slip_that_it_is() -> None:
    with pytest.raises(BadInput) as caught:
        permutation_change([1, 2], [2, 3], level=95)
    assert str(caught.value) == (
        "level: The level is a share, not a percentage. Seen: 95. Allowed: a number between 0 and 1, such as 0.95. Write level=0.95."
    )


def test_no_pair_at_all_is_not_enough() -> None:
    with pytest.raises(NotEnoughData, match="at least 1 pupil with both values"):
        permutation_change([1, None], [None, 2])


@given(
    st.integers(0, 3),
    st.lists(st.one_of(st.integers(-50, 50), st.integers(-(10**40), 10**40)), min_size=8, max_size=120),
)
def test_the_draws_for_hundreds_of_pupils_are_the_same_as_one_by_one(seed: int, changes: list[int]) -> None:
    random = Random(seed)
    patterns = [random.getrandbits(len(changes)) for _ in range(20)]
    assert signflip._many_subset_sums(changes, iter(patterns)) == signflip._subset_sums(changes, patterns)
