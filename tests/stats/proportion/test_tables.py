"""Fisher's and McNemar's exact tests: against listing every arrangement, and each p with the interval that matches it."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import fisher_exact, paired_shares
from workbench.stats._columns import exact

small = st.integers(0, 4)
cells = st.integers(0, 12)
levels = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])
alternatives = st.sampled_from(["two_sided", "greater", "less"])
tables = st.tuples(cells, cells, cells, cells).filter(lambda t: t[0] + t[1] > 0 and t[2] + t[3] > 0)
INSIDE = 1.0


def fisher(t: tuple[int, int, int, int], **options: object):
    return fisher_exact([t[:2], t[2:]], **options)  # type: ignore[arg-type]


@given(st.tuples(small, small, small, small).filter(lambda t: t[0] + t[1] > 0 and t[2] + t[3] > 0))
def test_it_agrees_with_dealing_the_yes_to_every_set_of_pupils(t: tuple[int, int, int, int]) -> None:
    a, b, c, d = t
    first, everyone, yes = a + b, a + b + c + d, a + c
    dealt = [sum(pupil < first for pupil in chosen) for chosen in combinations(range(everyone), yes)]
    result = fisher(t)
    assert result.p_greater == float(Fraction(sum(x >= a for x in dealt), len(dealt)))
    assert result.p_less == float(Fraction(sum(x <= a for x in dealt), len(dealt)))
    assert result.p == min(
        1.0, float(2 * min(Fraction(sum(x >= a for x in dealt), len(dealt)), Fraction(sum(x <= a for x in dealt), len(dealt))))
    )
    often = {x: dealt.count(x) for x in dealt}
    assert result.p_minlike == float(Fraction(sum(n for n in often.values() if n <= often[a]), len(dealt)))

    def gap(x: int) -> Fraction:
        return abs(Fraction(x, first) - Fraction(yes - x, everyone - first))

    assert result.p_absolute == float(Fraction(sum(gap(x) >= gap(a) for x in dealt), len(dealt)))


@given(tables, levels, alternatives)
def test_law_no_difference_lies_inside_exactly_when_p_is_above_1_minus_the_level(
    t: tuple[int, int, int, int], level: float, alternative: str
) -> None:
    result = fisher(t, level=level, alternative=alternative)
    a, b, c, d = t
    ways = [comb(a + b, x) * comb(c + d, a + c - x) for x in range(max(0, a - d), min(a + b, a + c) + 1)]
    place = a - max(0, a - d)
    above, below = Fraction(sum(ways[place:]), sum(ways)), Fraction(sum(ways[: place + 1]), sum(ways))
    p = {"two_sided": min(Fraction(1), 2 * min(above, below)), "greater": above, "less": below}[alternative]
    inside = (result.low is None or result.low < INSIDE) and (result.high is None or result.high > INSIDE)
    assert inside == (p > 1 - exact(level))


@given(tables, levels)
def test_law_at_each_end_the_table_seen_or_one_further_out_has_half_of_the_rest(t: tuple[int, int, int, int], level: float) -> None:
    a, b, c, d = t
    result = fisher(t, level=level)
    places = range(max(0, a - d), min(a + b, a + c) + 1)

    def chance(odds: float, *, upper: bool) -> float:
        weights = {x: comb(a + b, x) * comb(c + d, a + c - x) * odds ** (x - a) for x in places}
        return sum(w for x, w in weights.items() if (x >= a if upper else x <= a)) / sum(weights.values())

    if result.low:
        assert chance(result.low, upper=True) == pytest.approx((1 - level) / 2, rel=1e-9)
    if result.high is not None:
        assert chance(result.high, upper=False) == pytest.approx((1 - level) / 2, rel=1e-9)
    if result.estimate:
        weights = {x: comb(a + b, x) * comb(c + d, a + c - x) * result.estimate ** (x - a) for x in places}
        assert sum(x * w for x, w in weights.items()) / sum(weights.values()) == pytest.approx(a, rel=1e-9)


@given(tables, levels)
def test_law_swapping_the_groups_turns_the_odds_over_and_transposing_changes_nothing(t: tuple[int, int, int, int], level: float) -> None:
    a, b, c, d = t
    here, swapped = fisher(t, level=level), fisher((c, d, a, b), level=level)
    assert (here.p, here.p_greater, here.p_minlike, here.mid_p) == (swapped.p, swapped.p_less, swapped.p_minlike, swapped.mid_p)
    if here.low and here.high is not None:
        assert (1 / here.high, 1 / here.low) == pytest.approx((swapped.low, swapped.high), rel=1e-9)
    if a + c > 0 and b + d > 0:
        turned = fisher((a, c, b, d), level=level)
        assert turned.p == here.p
        for end, same in ((turned.low, here.low), (turned.high, here.high)):
            assert end == (same if same is None else pytest.approx(same, rel=1e-12))


@given(tables)
def test_law_p_is_never_below_the_least_that_the_totals_allow(t: tuple[int, int, int, int]) -> None:
    for alternative in ("two_sided", "greater", "less"):
        result = fisher(t, alternative=alternative)
        assert 0 < result.smallest_p <= result.p <= 1
        assert result.mid_p <= result.p or alternative != "two_sided"


def test_empty_boxes_leave_ends_out_and_say_why() -> None:
    apart = fisher_exact([[10, 0], [0, 10]])
    assert (apart.estimate, apart.high, apart.sample_odds_ratio) == (None, None, None)
    assert apart.low == pytest.approx(11.135840592560431)
    assert apart.undefined == "a box of the table is empty, so no odds ratio is too high"
    other = fisher_exact([[0, 10], [10, 0]])
    assert (other.estimate, other.low, other.undefined) == (0.0, 0.0, None)
    nobody = fisher_exact([[0, 10], [0, 20]])
    assert (nobody.estimate, nobody.low, nobody.high, nobody.p) == (None, 0.0, None, 1.0)
    assert nobody.undefined == "everyone gave the same answer, so every odds ratio fits alike"


def test_a_whole_school_is_still_exact() -> None:
    result = fisher_exact([[2600, 2400], [2400, 2600]])
    assert 0 < result.p < 0.001
    assert result.low is not None
    assert 1 < result.low < result.estimate < result.high  # type: ignore[operator]


@pytest.mark.parametrize(
    "table",
    [
        [[1, 2, 3], [4, 5, 6]],
        [[1, 2]],
        [1, 2, 3, 4],
        7,
        "table",
        [[1, -2], [3, 4]],
        [[1.5, 2], [3, 4]],
        [[1, None], [3, 4]],
        [["1", 2], [3, 4]],
        [[True, 1], [1, 1]],
        [[20_000, 1], [1, 1]],
        [[10**400, 1], [1, 1]],
        None,
        {},
    ],
)
def test_what_is_no_table_of_counts_is_refused(table: object) -> None:
    for function in (fisher_exact, paired_shares):
        with pytest.raises(BadInput) as caught:
            function(table)
        assert caught.value.seen
        assert caught.value.do


def test_an_empty_group_or_an_empty_table_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="first group"):
        fisher_exact([[0, 0], [3, 4]])
    for function in (fisher_exact, paired_shares):
        with pytest.raises(NotEnoughData):
            function([[0, 0], [0, 0]])
        with pytest.raises(UnknownOption, match="two_sided, greater, less"):
            function([[1, 2], [3, 4]], alternative="both")


def test_level_none_gives_the_p_alone() -> None:
    alone, with_range = fisher_exact([[3, 1], [1, 3]], level=None), fisher_exact([[3, 1], [1, 3]])
    assert (alone.low, alone.high, alone.p) == (None, None, with_range.p)
    twice = paired_shares([[3, 1], [4, 3]], level=None)
    assert (twice.low, twice.high, twice.odds_ratio_low, twice.difference_low) == (None, None, None, None)


# --- the same pupils twice -----------------------------------------------------------------------


@given(small, small, st.integers(0, 5), st.integers(0, 5))
def test_mcnemar_agrees_with_turning_every_changed_pupil_either_way(both: int, neither: int, to_no: int, to_yes: int) -> None:
    if both + neither + to_no + to_yes == 0:
        return
    turned = [sum(ways) for ways in product((0, 1), repeat=to_no + to_yes)]
    above = Fraction(sum(ways >= to_yes for ways in turned), len(turned))
    below = Fraction(sum(ways <= to_yes for ways in turned), len(turned))
    result = paired_shares([[both, to_no], [to_yes, neither]])
    assert (result.p_greater, result.p_less) == (float(above), float(below))
    assert result.p == result.p_absolute == min(1.0, float(2 * min(above, below)))
    assert result.p >= result.smallest_p


@given(cells, cells, levels, alternatives)
def test_law_an_even_split_lies_inside_exactly_when_p_is_above_1_minus_the_level(
    to_no: int, to_yes: int, level: float, alternative: str
) -> None:
    result = paired_shares([[3, to_no], [to_yes, 3]], level=level, alternative=alternative)
    changed = to_no + to_yes
    if changed == 0:
        assert (result.estimate, result.low, result.high, result.p, result.undefined) == (None, None, None, 1.0, "nobody changed")
        return
    above = Fraction(sum(comb(changed, x) for x in range(to_yes, changed + 1)), 2**changed)
    below = Fraction(sum(comb(changed, x) for x in range(to_yes + 1)), 2**changed)
    p = {"two_sided": min(Fraction(1), 2 * min(above, below)), "greater": above, "less": below}[alternative]
    inside = (result.low is None or result.low < 1 / 2) and (result.high is None or result.high > 1 / 2)
    assert inside == (p > 1 - exact(level))


@given(cells, cells, levels)
def test_law_swapping_before_and_after_mirrors_the_share_and_the_difference(to_no: int, to_yes: int, level: float) -> None:
    one, other = paired_shares([[3, to_no], [to_yes, 5]], level=level), paired_shares([[3, to_yes], [to_no, 5]], level=level)
    assert (one.p, one.mid_p, one.difference) == (other.p, other.mid_p, -other.difference)
    assert (one.difference_low, one.difference_high) == pytest.approx((-other.difference_high, -other.difference_low), abs=1e-12)  # type: ignore[operator]
    if one.estimate is not None:
        assert (1 - one.high, 1 - one.low) == pytest.approx((other.low, other.high), abs=1e-9)  # type: ignore[operator]
    assert (one.yes_before, one.yes_after) == (other.yes_after, other.yes_before)
