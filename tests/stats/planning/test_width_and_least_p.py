"""What a plan can show: the width of the interval, and the least p."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations, product
from math import sqrt
from random import Random
from statistics import mean, variance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import expected_interval_width, permutation_change, smallest_possible_p

sizes = st.tuples(st.integers(1, 40), st.integers(2, 40))


def test_the_expected_width_is_the_mean_width_over_samples() -> None:
    # 2 t(11, .975) c4(12) / sqrt(12) with t = 2.200985160082949 and c4 = 0.977559351854788 (tables)
    result = expected_interval_width("paired", 12)
    assert result.width == pytest.approx(2 * 2.200985160082949 * 0.977559351854788 / sqrt(12), rel=1e-9)
    assert result.half_width == result.width / 2
    assert expected_interval_width("paired", 12, sd=3).width == pytest.approx(3 * result.width)


def test_the_expected_width_for_two_groups_is_the_mean_width_over_drawn_classes() -> None:
    random = Random(5)
    crossing = 2.364624251592784  # t(7, .975), tables
    widths = []
    for _ in range(5_000):
        x, y = [random.gauss(0, 1) for _ in range(4)], [random.gauss(0, 1) for _ in range(5)]
        pooled = sqrt((3 * variance(x) + 4 * variance(y)) / 7)
        widths.append(2 * crossing * pooled * sqrt(1 / 4 + 1 / 5))
    assert expected_interval_width("two_groups", (4, 5)).width == pytest.approx(mean(widths), rel=0.015)


@pytest.mark.parametrize("design", ["paired", "two_groups"])
@pytest.mark.parametrize("n", [2, 3, 12, 28, 61, 300])
def test_more_pupils_give_a_narrower_interval_in_every_row(design: str, n: int) -> None:
    result = expected_interval_width(design, n)
    assert (result.n, result.width) in result.rows
    assert (result.doubled, 2 * result.half_width_doubled) in result.rows
    assert [count for count, _ in result.rows] == sorted({count for count, _ in result.rows})
    assert [width for _, width in result.rows] == sorted((width for _, width in result.rows), reverse=True)


@given(sizes, st.floats(0.01, 100), st.floats(0.5, 0.99))
@settings(max_examples=30, deadline=None)
def test_the_width_scales_with_the_spread_and_does_not_mind_which_group_is_first(n: tuple[int, int], sd: float, level: float) -> None:
    result = expected_interval_width("two_groups", n, sd=sd, level=level)
    assert result.width == pytest.approx(sd * expected_interval_width("two_groups", n, level=level).width, rel=1e-12)
    assert result.width == pytest.approx(expected_interval_width("two_groups", n[::-1], sd=sd, level=level).width, rel=1e-12)
    assert (result.n, result.width) in result.rows
    assert [width for _, width in result.rows] == sorted((width for _, width in result.rows), reverse=True)


@pytest.mark.parametrize(("n", "least"), [(1, 1.0), (2, 0.5), (3, 0.25), (5, 0.0625), (6, 0.03125)])
def test_the_least_p_is_the_one_the_test_gives_when_everyone_gains(n: int, least: float) -> None:
    assert smallest_possible_p("paired", n).smallest_p == least
    assert smallest_possible_p("sign", n).smallest_p == least
    assert smallest_possible_p("signed_rank", n).smallest_p == least
    assert permutation_change([0] * n, [1] * n, level=None).p == least


def least_by_listing(statistics: list[int], sides: int) -> float:
    """Return the least p over all arrangements that could have been seen."""
    count = len(statistics)
    tails = [(sum(other >= one for other in statistics), sum(other <= one for other in statistics)) for one in statistics]
    return min(min(1.0, sides * Fraction(min(tail) if sides == 2 else tail[0], count)) for tail in tails)


def all_signs(n: int) -> list[int]:
    return [sum(sign * (place + 1) for place, sign in enumerate(signs)) for signs in product((-1, 1), repeat=n)]


def all_splits(n_x: int, n_y: int) -> list[int]:
    return [sum(chosen) for chosen in combinations(range(n_x + n_y), n_x)]


def all_orders(n: int) -> list[int]:
    return [sum(place * value for place, value in enumerate(order)) for order in permutations(range(n))]


@pytest.mark.parametrize("sides", [2, 1])
@pytest.mark.parametrize(
    ("design", "n", "listed"),
    [
        *(("signed_rank", n, lambda n=n: all_signs(n)) for n in (1, 2, 4, 7)),
        *(("rank_sum", n, lambda n=n: all_splits(*n)) for n in ((1, 1), (1, 4), (3, 3), (2, 6))),
        *(("correlation", n, lambda n=n: all_orders(n)) for n in (1, 2, 3, 5)),
    ],
)
def test_the_least_p_is_the_one_found_by_listing_every_arrangement(
    design: str, n: int | tuple[int, int], listed: Callable[[], list[int]], sides: int
) -> None:
    result = smallest_possible_p(design, n, alternative="two_sided" if sides == 2 else "greater")
    assert result.smallest_p == pytest.approx(float(least_by_listing(listed(), sides)), rel=1e-15)
    assert result.arrangements == len(listed())


def test_six_pupils_are_the_fewest_who_could_fall_below_05_or_four_in_each_of_two_groups() -> None:
    assert smallest_possible_p("paired", 4).enough == 6
    assert smallest_possible_p("paired", 4, alternative="greater").enough == 5
    assert smallest_possible_p("two_groups", 12).enough == 4
    assert smallest_possible_p("two_groups", 12, alternative="less").enough == 4  # with three in each it is 1/20: not below
    assert smallest_possible_p("correlation", 4).enough == 5


def test_a_least_p_too_small_for_a_float_is_still_above_0() -> None:
    for design in ("paired", "two_groups", "correlation"):
        result = smallest_possible_p(design, 5000)
        assert float(result) > 0
        assert result.arrangements is None
    assert float(smallest_possible_p("two_groups", (1_000_000, 1_000_000))) > 0
    assert smallest_possible_p("two_groups", (1, 999_999)).smallest_p == pytest.approx(2e-6)


def test_one_number_for_two_groups_means_so_many_in_each() -> None:
    assert smallest_possible_p("two_groups", 5) == smallest_possible_p("two_groups", (5, 5))
    assert expected_interval_width("two_groups", 5) == expected_interval_width("two_groups", [5, 5])
    assert smallest_possible_p("two_groups", (3, 9)).code() == (
        "workbench.stats.smallest_possible_p('two_groups', (3, 9), alternative='two_sided')"
    )


def test_a_plan_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(UnknownOption, match="Allowed: paired, two_groups"):
        expected_interval_width("three_groups", 12)
    with pytest.raises(UnknownOption, match="Allowed: paired, sign, signed_rank, two_groups, rank_sum, correlation"):
        smallest_possible_p("three_groups", 12)
    with pytest.raises(NotEnoughData, match="at least 2 pupils"):
        expected_interval_width("paired", 1)
    with pytest.raises(NotEnoughData, match="at least 3 pupils in the two groups together"):
        expected_interval_width("two_groups", (1, 1))
    with pytest.raises(BadInput, match="whole number"):
        smallest_possible_p("paired", 7.5)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="whole number"):
        smallest_possible_p("paired", (7, 8))
    with pytest.raises(BadInput, match=r"Two groups have two sizes.*\(7, 8, 9\)"):
        smallest_possible_p("two_groups", (7, 8, 9))  # type: ignore[arg-type]
    with pytest.raises(NotEnoughData, match="n, second group"):
        smallest_possible_p("two_groups", (7, 0))
    with pytest.raises(BadInput, match="marks above 0"):
        expected_interval_width("paired", 12, sd=0)
