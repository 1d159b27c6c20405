"""Several groups: exact against listing every pattern, drawn where there are too many, and the laws they obey."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product
from math import lcm
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined, UnknownOption
from workbench.stats import analysis_of_variance, dunn, friedman, jonckheere, kruskal_wallis
from workbench.stats.groups import _packed as packed

CASES = {case["id"]: case for case in json.loads((Path(__file__).parents[2] / "oracles" / "public.json").read_text(encoding="utf-8"))}
marks = st.integers(min_value=0, max_value=8).map(lambda halves: halves / 2)
few = st.lists(marks, min_size=1, max_size=3)
three_groups = st.tuples(few, few, few)
some_groups = st.lists(st.lists(marks, min_size=1, max_size=4), min_size=2, max_size=3)
tables = st.integers(min_value=2, max_value=4).flatmap(
    lambda width: st.lists(st.lists(marks, min_size=width, max_size=width), min_size=2, max_size={2: 4, 3: 3, 4: 2}[width])
)
FUNCTIONS = (kruskal_wallis, jonckheere, dunn, analysis_of_variance)


def differ(groups: Sequence[Sequence[float]]) -> bool:
    return len({mark for group in groups for mark in group}) > 1


def every_deal(pupils: list[float], sizes: Sequence[int]) -> Iterator[list[list[float]]]:
    """Yield every way to deal the pupils to groups of these sizes, in the plainest way."""
    if len(sizes) == 1:
        yield [pupils]
        return
    for chosen in combinations(range(len(pupils)), sizes[0]):
        rest = [pupil for place, pupil in enumerate(pupils) if place not in chosen]
        for others in every_deal(rest, sizes[1:]):
            yield [[pupils[place] for place in chosen], *others]


def rank_squares(groups: Sequence[Sequence[float]]) -> Fraction:
    """Return the sum of squared rank sums over sizes, from the definition of a shared rank."""
    everyone = [mark for group in groups for mark in group]

    def rank(mark: float) -> Fraction:
        return sum(other < mark for other in everyone) + Fraction(everyone.count(mark) + 1, 2)

    return sum((sum(map(rank, group)) ** 2 / Fraction(len(group)) for group in groups), Fraction(0))


def pairs_in_order(groups: Sequence[Sequence[float]]) -> Fraction:
    return sum(
        (
            Fraction((a < b) * 2 + (a == b), 2)
            for early, late in combinations(range(len(groups)), 2)
            for a in groups[early]
            for b in groups[late]
        ),
        Fraction(0),
    )


# --- Kruskal-Wallis -----------------------------------------------------------------------------


@settings(max_examples=40)
@given(three_groups)
def test_kruskal_wallis_counts_what_listing_every_deal_counts(groups: tuple[list[float], ...]) -> None:
    if not differ(groups):
        return
    result = kruskal_wallis(*groups)
    seen = rank_squares(groups)
    listed = [rank_squares(deal) for deal in every_deal([m for g in groups for m in g], result.sizes)]
    assert (result.as_far, result.patterns) == (sum(each >= seen for each in listed), len(listed))
    assert result.mid_p == pytest.approx((sum(each > seen for each in listed) + sum(each == seen for each in listed) / 2) / len(listed))
    assert result.exact


@pytest.mark.parametrize(
    "groups", [[[1, 2, 3, 4], [3, 5, 6, 8], [2, 7, 9, 10]], [[1, 4], [2, 6], [3, 5, 8], [7, 9]], [[1, 5, 2], [4, 4, 8, 9]]]
)
def test_the_packed_count_and_the_count_one_by_one_agree(groups: list[list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    one_by_one = kruskal_wallis(*groups)
    monkeypatch.setattr(packed, "SURELY_FEW", 0)
    assert kruskal_wallis(*groups) == one_by_one


@settings(max_examples=40)
@given(some_groups)
def test_kruskal_wallis_knows_only_the_order_of_the_marks(groups: list[list[float]]) -> None:
    if not differ(groups):
        return
    result = kruskal_wallis(*groups)
    stretched = kruskal_wallis(*[[mark**3 + 7 for mark in group] for group in groups])
    turned = kruskal_wallis(*[[-mark for mark in group[::-1]] for group in groups[::-1]])
    for other in (stretched, turned):
        assert (other.p, other.as_far, other.mid_p) == (result.p, result.as_far, result.mid_p)
        assert other.h == pytest.approx(result.h)
    assert result.mid_p <= result.p
    assert 0 <= result.epsilon_squared <= 1 + 1e-12
    assert result.h == pytest.approx(result.epsilon_squared * (result.n - 1))


@pytest.mark.parametrize("sizes", [(3, 3, 3), (2, 3), (1, 1, 1), (1, 4, 2), (2, 2, 3), (1, 2, 1, 2)])
def test_no_marks_of_groups_of_these_sizes_ever_give_less_than_the_least_p(sizes: tuple[int, ...]) -> None:
    n = sum(sizes)
    found = []
    for cuts in product((0, 1), repeat=n - 1):  # every pattern of ties that n pupils can have
        marks = [sum(cuts[:place]) for place in range(n)]
        if any(cuts) and n < 8:
            listed = [rank_squares(deal) for deal in every_deal(marks, sizes)]
            found.append(listed.count(max(listed)) / len(listed))
    alike = [[place] * size for place, size in enumerate(sizes)]
    result = kruskal_wallis(*alike)
    assert not found or min(found) == pytest.approx(result.smallest_p)
    assert result.p >= result.smallest_p * (1 - 1e-12)


def test_the_statistic_is_scipys() -> None:
    from scipy.stats import kruskal

    groups = CASES["kgroups.kruskal.likert3classes"]["inputs"]["groups"]
    theirs = kruskal(*groups)
    result = kruskal_wallis(*groups)
    assert (result.h, result.p_chi_squared) == (pytest.approx(theirs.statistic), pytest.approx(theirs.pvalue))


# --- Jonckheere ---------------------------------------------------------------------------------


@settings(max_examples=40)
@given(three_groups)
def test_jonckheere_counts_what_listing_every_deal_counts(groups: tuple[list[float], ...]) -> None:
    result = jonckheere(*groups)
    seen = pairs_in_order(groups)
    listed = [pairs_in_order(deal) for deal in every_deal([m for g in groups for m in g], result.sizes)]
    total = len(listed)
    middle = Fraction(result.pairs, 2)
    assert result.j == seen
    assert result.patterns == total
    assert result.p_greater == pytest.approx(sum(each >= seen for each in listed) / total)
    assert result.p_less == pytest.approx(sum(each <= seen for each in listed) / total)
    assert result.p_absolute == pytest.approx(sum(abs(each - middle) >= abs(seen - middle) for each in listed) / total)
    assert result.p == pytest.approx(min(1, 2 * min(result.p_greater, result.p_less)))
    tied = listed.count(seen) / total
    assert result.mid_p == pytest.approx(min(1, 2 * min(result.p_greater, result.p_less) - tied))


@settings(max_examples=40)
@given(some_groups)
def test_jonckheere_turned_round_is_its_mirror(groups: list[list[float]]) -> None:
    result, mirror = jonckheere(*groups), jonckheere(*groups[::-1])
    assert (mirror.p_greater, mirror.p_less) == (result.p_less, result.p_greater)
    assert (mirror.p, mirror.p_absolute, mirror.mid_p) == (result.p, result.p_absolute, result.mid_p)
    assert (mirror.pairs_up, mirror.pairs_same, mirror.pairs_down) == (result.pairs_down, result.pairs_same, result.pairs_up)
    assert jonckheere(*groups, alternative="greater").p == result.p_greater
    assert jonckheere(*groups, alternative="less").p == result.p_less
    assert result.p >= result.smallest_p


def test_the_normal_approximation_has_the_variance_of_all_deals() -> None:
    groups = [[1, 2, 2], [2, 3], [3, 5, 1]]
    listed = [pairs_in_order(deal) for deal in every_deal([m for g in groups for m in g], (3, 2, 3))]
    mean = sum(listed) / len(listed)
    variance = float(sum((each - mean) ** 2 for each in listed) / len(listed))
    from statistics import NormalDist

    result = jonckheere(*groups)
    assert mean == result.pairs_by_luck
    assert result.p_normal == pytest.approx(2 * NormalDist().cdf(-abs(result.j - float(mean)) / variance**0.5))


def test_marks_all_alike_show_no_rise_and_have_no_normal_p() -> None:
    result = jonckheere([2, 2], [2, 2])
    assert (result.p, result.p_normal, result.pairs_same) == (1.0, None, 4)


# --- Friedman -----------------------------------------------------------------------------------


@settings(max_examples=40)
@given(tables)
def test_friedman_counts_what_listing_every_order_counts(rows: list[list[float]]) -> None:
    if all(len(set(row)) == 1 for row in rows):
        return
    result = friedman(rows)

    def squares(table: Sequence[Sequence[float]]) -> Fraction:
        ranked = [[sum(o < m for o in row) + Fraction(sum(o == m for o in row) + 1, 2) for m in row] for row in table]
        return sum((sum(column, Fraction(0)) ** 2 for column in zip(*ranked, strict=True)), Fraction(0))

    listed = [squares(table) for table in product(*(set(permutations(row)) for row in rows))]
    assert (result.as_far, result.patterns) == (sum(each >= squares(rows) for each in listed), len(listed))
    assert result.mid_p == pytest.approx(result.p - listed.count(squares(rows)) / len(listed) / 2)
    assert 0 <= result.kendall_w <= 1 + 1e-12


@settings(max_examples=40)
@given(tables, st.randoms(use_true_random=False))
def test_friedman_knows_only_the_order_within_a_pupil(rows: list[list[float]], random: Random) -> None:
    if all(len(set(row)) == 1 for row in rows):
        return
    result = friedman(rows)
    other_rows = [[mark * 2 + place for mark in row] for place, row in enumerate(rows)]
    random.shuffle(other_rows)
    other = friedman([row[::-1] for row in other_rows])
    assert (other.p, other.chi_squared, other.kendall_w) == (result.p, result.chi_squared, result.kendall_w)
    assert other.mean_ranks == result.mean_ranks[::-1]


def test_friedmans_statistic_is_scipys_and_its_least_p_that_of_one_order_for_all() -> None:
    from scipy.stats import friedmanchisquare

    rows = CASES["kgroups.friedman.likert8x4"]["inputs"]["rows_are_pupils"]
    theirs = friedmanchisquare(*zip(*rows, strict=True))
    result = friedman(rows)
    assert (result.chi_squared, result.p_chi_squared) == (pytest.approx(theirs.statistic), pytest.approx(theirs.pvalue))
    agreed = friedman([[1, 2, 3], [4, 7, 9], [0, 1, 5]])
    assert agreed.p == agreed.smallest_p == pytest.approx(1 / 36)
    assert agreed.kendall_w == 1


def test_a_pupil_with_a_gap_is_left_out_whole_and_counted() -> None:
    result = friedman([[1, 2, 4], [2, None, 3], [5, 3, float("nan")], [3, 4, 5]])
    assert (result.n, result.dropped, result.missing) == (2, 2, 2)
    assert result.data == ((1, 2, 4), (3, 4, 5))


# --- drawn, where there are too many to count ---------------------------------------------------


def drawn_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    for budget in ("BUDGET", "FEW"):
        monkeypatch.setattr(packed, budget, 0)


GROUPS = [[3, 4, 4, 6, 2], [5, 5, 7, 3], [6, 8, 5, 9, 9]]
ROWS = [[3, 4, 5, 5], [2, 2, 4, 3], [5, 6, 6, 7], [1, 3, 2, 4], [4, 5, 7, 6]]


@pytest.mark.parametrize(
    ("call", "data"), [(kruskal_wallis, GROUPS), (jonckheere, GROUPS), (friedman, [ROWS])], ids=["kruskal", "jonckheere", "friedman"]
)
def test_drawing_says_so_and_comes_near_the_count(call: Any, data: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = call(*data)
    drawn_instead(monkeypatch)
    result = call(*data, draws=20_000, seed=3)
    assert (result.exact, result.draws, result.seed, result.patterns) == (False, 20_000, 3, 20_001)
    assert "Monte Carlo" in result.method
    assert "20,000 draws from seed 3" in result.method
    assert abs(result.p - counted.p) < 5 * result.standard_error
    assert abs(result.mid_p - counted.mid_p) < 5 * result.standard_error + 0.002
    assert result == call(*data, draws=20_000, seed=3)
    assert counted.standard_error is None


def test_without_a_wish_as_many_are_drawn_as_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MARKS_DRAWN", 300_000)
    drawn_instead(monkeypatch)
    assert kruskal_wallis(*GROUPS).draws == 300_000 // 14 - 1
    assert packed.draws_for(300, None) == 9_999
    assert packed.draws_for(300, 1_234) == 1_234


def test_the_drawn_sums_of_jonckheere_are_the_plain_ones() -> None:
    from workbench.stats.groups import _drawn as drawn

    orders = list(drawn.shuffled([0, 1, 1, 2, 3, 3, 4], 50, 1))
    doubled = list(drawn.doubled_orders(iter(orders), [2, 3, 2], 5))
    for row, found in zip(orders[0].tolist(), doubled[0].tolist(), strict=True):
        assert found == 2 * pairs_in_order([row[:2], row[2:5], row[5:]])


def test_very_uneven_sizes_are_weighed_without_overflow() -> None:
    sizes = [97, 89, 83, 79, 73, 71]
    weights = [lcm(*sizes) // size for size in sizes]
    assert packed.whole_kind(weights, 60_000) == "object"
    assert packed.whole_kind([1, 1, 1], 60_000) == "int64"
    result = kruskal_wallis([1, 2, 3], [2, 4], [5], draws=999)
    assert result.exact


# --- Dunn and the analyses of variance ------------------------------------------------------------


@settings(max_examples=40)
@given(some_groups)
def test_dunn_has_every_two_groups_once_and_its_corrected_p_is_never_below_the_plain_one(groups: list[list[float]]) -> None:
    if not differ(groups):
        return
    result = dunn(*groups)
    assert [(first, second) for first, second, *_ in result.rows] == list(combinations(range(1, len(groups) + 1), 2))
    for first, second, gap, z, p, holm in result.rows:
        assert gap == pytest.approx(result.mean_ranks[first - 1] - result.mean_ranks[second - 1])
        assert (z > 0) == (gap > 0)
        assert 0 < p <= holm <= 1
    if len(groups) == 2:
        assert result.rows[0][4] == pytest.approx(kruskal_wallis(*groups).p_chi_squared)


@pytest.mark.parametrize("equal", [False, True])
def test_the_analyses_of_variance_are_statsmodels(equal: bool) -> None:
    from statsmodels.stats.oneway import anova_oneway

    for groups in (GROUPS, CASES["kgroups.kruskal.plantgrowth"]["inputs"]["groups"]):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = anova_oneway(groups, use_var="equal" if equal else "unequal", welch_correction=True)
        result = analysis_of_variance(*groups, equal_variances=equal)
        assert result.f == pytest.approx(theirs.statistic)
        assert result.df2 == pytest.approx(theirs.df_denom)
        assert result.p == pytest.approx(theirs.pvalue)


@settings(max_examples=30)
@given(some_groups, st.integers(-5, 5), st.integers(1, 4))
def test_shifting_and_scaling_all_marks_changes_no_analysis_of_variance(groups: list[list[float]], shift: int, scale: int) -> None:
    try:
        result = analysis_of_variance(*groups, equal_variances=True)
    except Undefined:
        return
    except NotEnoughData:
        return
    other = analysis_of_variance(*[[scale * mark + shift for mark in group] for group in groups], equal_variances=True)
    assert (other.f, other.p, other.eta_squared) == (pytest.approx(result.f), pytest.approx(result.p), pytest.approx(result.eta_squared))


def test_two_groups_give_the_square_of_welchs_t() -> None:
    from workbench.stats import mean_difference

    x, y = [3, 5, 6, 8], [2, 2, 4]
    assert analysis_of_variance(x, y).p == pytest.approx(mean_difference(x, y).p)
    assert analysis_of_variance(x, y, equal_variances=True).p == pytest.approx(mean_difference(x, y, equal_variances=True).p)


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize("call", FUNCTIONS)
def test_one_group_a_group_of_nobody_and_words_are_refused(call: Any) -> None:
    with pytest.raises(NotEnoughData, match="2 groups or more"):
        call([1, 2, 3])
    with pytest.raises(NotEnoughData, match="2 groups or more"):
        call()
    with pytest.raises(NotEnoughData, match="group 2: This needs at least"):
        call([1, 2, 3], [None, float("nan")])
    with pytest.raises(NotEnoughData, match="group 1"):
        call([], [1, 2])
    with pytest.raises(BadInput, match="group 2, value 1"):
        call([1, 2], ["five", 2])
    with pytest.raises(BadInput, match="Put a star"):
        call([[1, 2], [3, 4]], [[1, 2], [3, 4]])
    with pytest.raises(BadInput):
        call([1, 2], [3, float("inf")])


@pytest.mark.parametrize("call", [kruskal_wallis, dunn, analysis_of_variance])
def test_marks_all_alike_have_nothing_to_compare(call: Any) -> None:
    with pytest.raises(Undefined):
        call([3, 3], [3, 3], [3, 3])


def test_an_analysis_of_variance_needs_a_spread_within_groups() -> None:
    with pytest.raises(Undefined, match="within any group"):
        analysis_of_variance([1, 1], [2, 2], equal_variances=True)
    with pytest.raises(Undefined, match="group 2 do not vary"):
        analysis_of_variance([1, 3], [2, 2])
    with pytest.raises(NotEnoughData, match="2 pupils in each group"):
        analysis_of_variance([1, 3], [2])
    assert analysis_of_variance([1, 3], [2], equal_variances=True).sds[1] is None


def test_friedman_refuses_one_pupil_one_occasion_and_marks_that_never_move() -> None:
    with pytest.raises(NotEnoughData):
        friedman([[1, 2, 3]])
    with pytest.raises(NotEnoughData):
        friedman([[1], [2]])
    with pytest.raises(NotEnoughData, match="1 without a gap"):
        friedman([[1, 2], [None, 3]])
    with pytest.raises(Undefined, match="nothing to compare"):
        friedman([[2, 2], [5, 5]])
    with pytest.raises(BadInput, match="row 2"):
        friedman([[1, 2, 3], [1, 2]])


def test_options_are_read() -> None:
    with pytest.raises(UnknownOption, match="two_sided, greater, less"):
        jonckheere([1], [2], alternative="up")
    for call, data in ((kruskal_wallis, GROUPS), (jonckheere, GROUPS), (friedman, [ROWS])):
        with pytest.raises(BadInput, match="999"):
            call(*data, draws=10)  # type: ignore[operator]


def test_blanks_are_left_out_and_counted() -> None:
    result = kruskal_wallis([1, None, 3], [2, 5, float("nan")])
    assert (result.n, result.missing, result.sizes) == (4, 2, (2, 2))
