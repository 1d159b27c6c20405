"""Signed ranks: against every pattern listed, and by the laws that hold for any marks."""

from __future__ import annotations

from itertools import pairwise, product
from math import comb, nextafter
from random import Random
from statistics import median

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, Undefined, UnknownOption
from workbench.stats import SignedRank, rank_biserial_change, signed_rank
from workbench.stats.paired import _signed_ranks as signed_ranks
from workbench.stats.paired._kept_shifts import walsh_sums

changes = st.lists(st.integers(min_value=-5, max_value=5), min_size=1, max_size=9).filter(any)
halves = st.lists(st.integers(min_value=-40, max_value=40).map(lambda each: each / 2), min_size=2, max_size=12).filter(any)
levels = st.sampled_from([0.5, 0.75, 0.8, 0.9, 0.95, 0.99])
ways = st.sampled_from(["two_sided", "greater", "less"])
rules = st.sampled_from(["drop", "pratt"])


def of(differences: list[float], **options: object) -> SignedRank:
    return signed_rank([0] * len(differences), differences, **options)  # type: ignore[arg-type]


def by_hand(differences: list[float], zeros: str) -> tuple[list[float], float]:
    """Return midranks of the changes that are not 0, and the sum of those above it, by counting who is smaller."""
    ranked = differences if zeros == "pratt" else [each for each in differences if each]
    ranks, up = [], 0.0
    for each in differences:
        if each:
            smaller = sum(abs(other) < abs(each) for other in ranked)
            alike = sum(abs(other) == abs(each) for other in ranked)
            ranks.append(smaller + (alike + 1) / 2)
            up += ranks[-1] if each > 0 else 0
    return ranks, up


def listed(differences: list[float], zeros: str) -> tuple[float, float, float]:
    """Return P(W >= w), P(W <= w) and P(W = w) over all patterns of signs, one by one."""
    ranks, up = by_hand(differences, zeros)
    sums = [sum(rank for rank, sign in zip(ranks, signs, strict=True) if sign) for signs in product((0, 1), repeat=len(ranks))]
    return sum(s >= up for s in sums) / len(sums), sum(s <= up for s in sums) / len(sums), sums.count(up) / len(sums)


def inside(result: SignedRank, value: float = 0) -> bool:
    return result.undefined is None and (result.low is None or result.low <= value) and (result.high is None or value <= result.high)


def test_five_hundred_classes_with_many_ties_and_zeros_agree_with_every_pattern_listed() -> None:
    random = Random(500)
    tried = 0
    while tried < 500:
        differences = [random.choice([-2, -1, 0, 0, 1, 1, 2, 3]) for _ in range(random.randrange(1, 9))]
        if not any(differences):
            continue
        tried += 1
        for zeros in ("drop", "pratt"):
            greater, less, equal = listed(differences, zeros)
            result = of(differences, zeros=zeros, level=None)
            assert (result.p_greater, result.p_less) == (greater, less), (differences, zeros)
            assert result.p == min(1, 2 * min(greater, less))
            assert result.mid_p == min(1, 2 * min(greater, less) - equal)
            assert result.rank_sum_up == by_hand(differences, zeros)[1]


@settings(max_examples=300)
@given(changes, rules, ways, levels)
def test_no_change_lies_inside_the_interval_exactly_when_p_is_above_1_minus_the_level(
    differences: list[float], zeros: str, alternative: str, level: float
) -> None:
    result = of(differences, zeros=zeros, alternative=alternative, level=level)
    assert inside(result) == (result.p > 1 - level)


@settings(max_examples=60)
@given(halves, rules, ways, levels)
def test_any_shift_lies_inside_exactly_when_its_own_p_is_above_1_minus_the_level(
    differences: list[float], zeros: str, alternative: str, level: float
) -> None:
    result = of(differences, zeros=zeros, alternative=alternative, level=level)
    assume(not result.cut and result.undefined is None)
    kept = []
    shifts = sorted({each / 4 for each in walsh_sums([int(2 * each) for each in differences])})
    for shift in sorted([*shifts, *((a + b) / 2 for a, b in pairwise(shifts)), shifts[0] - 1, shifts[-1] + 1]):
        moved = [each - shift for each in differences]
        p = of(moved, zeros=zeros, alternative=alternative, level=None).p if any(moved) else 1.0
        kept += [shift] if p > 1 - level else []
        if p > 1 - level:
            assert inside(result, shift)
    # Between the ends every shift is kept, but for those rare levels at which the kept shifts are not one stretch.
    if result.low is not None:
        assert result.low <= kept[0]
        assert result.low_inside == (result.low == kept[0])
    if result.high is not None:
        assert result.high >= kept[-1]
        assert result.high_inside == (result.high == kept[-1])


@settings(max_examples=60)
@given(halves, rules, levels)
def test_after_and_before_exchanged_turns_everything_round(differences: list[float], zeros: str, level: float) -> None:
    result, mirror = of(differences, zeros=zeros, level=level), of([-each for each in differences], zeros=zeros, level=level)
    assert result.p == mirror.p
    assert (result.p_greater, result.p_less) == (mirror.p_less, mirror.p_greater)
    assert result.estimate == -mirror.estimate
    assert (result.low, result.walsh_low) == tuple(None if end is None else -end for end in (mirror.high, mirror.walsh_high))


@settings(max_examples=40)
@given(halves, rules, st.integers(min_value=1, max_value=7), st.randoms(use_true_random=False))
def test_the_unit_and_the_order_of_pupils_do_not_matter(differences: list[float], zeros: str, unit: int, random: Random) -> None:
    result = of(differences, zeros=zeros)
    moved = [each * unit for each in differences]
    random.shuffle(moved)
    scaled = of(moved, zeros=zeros)
    assert (scaled.p, scaled.walsh_level) == (result.p, result.walsh_level)
    assert scaled.estimate == result.estimate * unit
    for end, other in ((result.low, scaled.low), (result.high, scaled.high)):
        assert (end is None) == (other is None)
        assert end is None or other == pytest.approx(end * unit, abs=1e-12)


@given(halves)
def test_the_estimate_is_the_median_of_the_means_of_every_two_changes(differences: list[float]) -> None:
    means = [(a + b) / 2 for place, a in enumerate(differences) for b in differences[place:]]
    assert of(differences).estimate == median(means)


def test_an_end_that_does_not_fit_is_the_next_number_inside() -> None:
    differences = [1.5, 0, 2.5, 2.5, -0.5, -0.5, 3, 0.5, 3, 0, 3, 1]
    result = of(differences)
    assert (result.low, result.low_inside, result.high_inside) == (0.25, True, False)
    assert result.high == nextafter(2.5, 0)
    assert of([each - 2.5 for each in differences]).p <= 0.05 < of([each - 2.49 for each in differences]).p


def test_a_rejected_no_change_between_kept_shifts_cuts_the_interval_there() -> None:
    random = Random(3)
    cut = []
    while len(cut) < 3:
        differences = [random.randrange(-3, 4) for _ in range(random.randrange(4, 10))]
        if any(differences):
            result = of(differences, level=random.choice([0.3, 0.4, 0.5, 0.6]))
            cut += [result] if result.cut else []
    assert all(not inside(result) and result.p <= 1 - (result.level or 0) for result in cut)


def test_the_three_ways_of_counting_agree() -> None:
    random = Random(8)
    ranks = tuple(sorted(random.choice([3, 3, 6, 9, 9, 9, 14, 20, 21]) for _ in range(30)))
    packed, array = signed_ranks._Packed(ranks), signed_ranks._Array(ranks)
    drawn = signed_ranks._Drawn(ranks, signed_ranks._Signs(30, 20_000, 1))
    for up in (sum(ranks[:10]), sum(ranks[:20]), sum(ranks)):
        assert array.chance(up) == pytest.approx(packed.chance(up), rel=1e-12)
        assert drawn.chance(up) == pytest.approx(packed.chance(up), abs=0.015)


def test_beyond_the_budget_it_says_that_signs_were_drawn() -> None:
    random = Random(1)
    before = [random.randrange(40) for _ in range(401)]
    after = [mark + random.randrange(-4, 5) for mark in before]
    result = signed_rank(before, after, draws=999)
    assert (result.exact, result.draws, result.seed) == (False, 999, signed_ranks.SEED)
    assert "Monte Carlo, 999 draws" in result.method
    assert result.standard_error is not None
    assert result.walsh_low is None
    assert inside(result) == (result.p > 0.05)


def test_the_textbook_interval_has_the_level_of_untied_ranks() -> None:
    result = of([1, 2, 4, 8, 16, 32, 64, -3])
    sums = sorted((a + b) / 2 for place, a in enumerate([1, 2, 4, 8, 16, 32, 64, -3]) for b in [1, 2, 4, 8, 16, 32, 64, -3][place:])
    # 9 of the 256 patterns of 8 signs have a rank sum of at most 5 - 1 - 1 = 3 or less by the untied table: 1 + 1 + 1 + 2 = 5.
    assert (result.walsh_low, result.walsh_high) == (sums[3], sums[-4])
    assert result.walsh_level == 1 - 2 * 5 / 256


@pytest.mark.parametrize("n", [3, 5])
def test_pupils_too_few_for_the_level_have_no_interval_of_either_kind(n: int) -> None:
    result = of(list(range(1, n + 1)))
    assert (result.low, result.high, result.walsh_low, result.walsh_level) == (None, None, None, None)
    assert result.p == result.smallest_p == 2 / 2**n


def test_what_cannot_be_ranked_is_refused() -> None:
    for zeros in ("drop", "pratt"):
        with pytest.raises(Undefined, match="no changes to rank"):
            signed_rank([3, 4, 5], [3, 4, 5], zeros=zeros)
    with pytest.raises(NotEnoughData):
        signed_rank([None, 3], [4, None])
    with pytest.raises(UnknownOption, match="drop, pratt"):
        signed_rank([1, 2], [2, 3], zeros="split")
    with pytest.raises(BadInput, match=r"level=0\.95"):
        signed_rank([1, 2], [2, 3], level=95)
    with pytest.raises(Undefined, match="No pupil changed"):
        rank_biserial_change([1, 2], [1, 2])


@given(halves, levels)
def test_the_rank_biserial_stays_within_1_and_mirrors(differences: list[float], level: float) -> None:
    zero = [0] * len(differences)
    result = rank_biserial_change(zero, differences, level=level)
    mirror = rank_biserial_change(zero, [-each for each in differences], level=level)
    assert -1 <= result.low <= result.estimate + 1e-9
    assert result.estimate - 1e-9 <= result.high <= 1
    assert (mirror.estimate, mirror.low, mirror.high) == pytest.approx((-result.estimate, -result.high, -result.low), abs=1e-9)
    assert result.share_up == pytest.approx((1 + result.estimate) / 2)


def test_with_one_pupil_who_changed_the_score_interval_is_wilsons_for_1_of_1() -> None:
    result = rank_biserial_change([0, 0], [3, 0])
    z2 = 1.959963984540054**2
    assert (result.low, result.high) == (pytest.approx(2 / (1 + z2) - 1, abs=1e-9), 1)


def test_at_no_change_the_spread_is_that_of_the_signed_rank_sum() -> None:
    from workbench.stats.paired.rank_biserial import _share_up

    for n in (1, 4, 28):
        total = comb(n + 1, 2)
        assert _share_up(0, n) == pytest.approx((0.5, (n * (n + 1) * (2 * n + 1) / 24) ** 0.5 / total))


@pytest.mark.parametrize("whole", [False, True])
def test_the_score_interval_holds_the_value_as_often_as_it_says(whole: bool) -> None:
    random = Random(11)

    def drawn() -> list[float]:
        while True:
            differences = [round(random.gauss(1.6, 2)) if whole else random.gauss(0.8, 1) for _ in range(8)]
            if any(differences):
                return differences

    zero = [0] * 8
    truth = sum(rank_biserial_change(zero, drawn()).estimate for _ in range(600)) / 600
    results = [rank_biserial_change(zero, drawn(), level=0.9) for _ in range(400)]
    held = sum(result.low <= truth <= result.high for result in results) / 400
    assert 0.86 < held < 0.97
