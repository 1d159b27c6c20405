"""Laws of agreement: renaming, swapping, shifting and scaling change only what they should."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import stats
from workbench.errors import NotEnoughData, Undefined

SCALES = ("nominal", "ordinal", "interval", "ratio")
levels = st.integers(min_value=1, max_value=5)
pairs = st.lists(st.tuples(levels, levels), min_size=2, max_size=25)
halves = st.integers(min_value=0, max_value=40).map(lambda each: each / 2)


def tables(values: Any) -> Any:
    def of(raters: int) -> Any:
        return st.lists(st.lists(values, min_size=raters, max_size=raters), min_size=2, max_size=12)

    return st.integers(2, 4).flatmap(of)


gappy, marks = tables(st.one_of(levels, st.none())), tables(halves)


def attempt(compute: Any, *args: Any, **options: Any) -> Any:
    try:
        return compute(*args, **options)
    except (NotEnoughData, Undefined) as error:
        return type(error)


def close(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else one == pytest.approx(other, rel=1e-8, abs=1e-8)


@settings(max_examples=80, deadline=None)
@given(pairs, st.sampled_from([None, "linear", "quadratic"]))
def test_kappa_is_the_same_for_swapped_markers_shuffled_papers_and_reversed_levels(
    rated: list[tuple[int, int]], weights: str | None
) -> None:
    a, b = [one for one, _ in rated], [other for _, other in rated]
    names = [f"level {each}" for each in range(1, 6)]
    spelt = [[names[each - 1] for each in column] for column in (a, b)]
    first = attempt(stats.cohen_kappa, a, b, weights=weights)
    others = (
        attempt(stats.cohen_kappa, b, a, weights=weights),
        attempt(stats.cohen_kappa, a[::-1], b[::-1], weights=weights),
        attempt(stats.cohen_kappa, [6 - each for each in a], [6 - each for each in b], weights=weights),
        attempt(stats.cohen_kappa, [7.5 + each / 2 for each in a], [7.5 + each / 2 for each in b], weights=weights),
        attempt(stats.cohen_kappa, *spelt, weights=weights, levels=names),
    )
    for other in others:
        if isinstance(first, type):
            assert other is first
            continue
        assert close(first.estimate, other.estimate)
        assert close(first.standard_error, other.standard_error)
        assert close(first.null_standard_error, other.null_standard_error)
        assert first.agreed == other.agreed
    if not isinstance(first, type):
        assert first.low <= first.estimate <= first.high
        assert first.estimate <= 1
        assert first.agreed + len(first.disagreements) == first.n
        assert sum(map(sum, first.table)) == first.n


@settings(max_examples=60, deadline=None)
@given(pairs)
def test_kappa_is_what_every_reshuffling_of_one_markers_column_says_of_luck(rated: list[tuple[int, int]]) -> None:
    a, b = [one for one, _ in rated], [other for _, other in rated]
    result = attempt(stats.cohen_kappa, a, b)
    if isinstance(result, type):
        return
    by_luck = sum(one == other for one, other in product(a, b)) / len(a)
    assert close(result.agreed_by_luck, by_luck)
    assert close(result.estimate, (result.agreed - by_luck) / (result.n - by_luck))


def test_kappas_standard_errors_are_those_of_their_sampling_models() -> None:
    # The delta method, done numerically on the cell shares of a 3 x 3 table.
    a, b = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 1, 2], [1, 1, 2, 2, 2, 3, 3, 3, 3, 1, 1, 2]
    result = stats.cohen_kappa(a, b, weights="quadratic")
    cells = list(product(range(3), repeat=2))
    shares = [sum((x - 1, y - 1) == cell for x, y in zip(a, b, strict=True)) / 12 for cell in cells]

    def kappa(p: list[float]) -> float:
        weights = [1 - (i - j) ** 2 / 4 for i, j in cells]
        rows = [sum(v for v, (i, _) in zip(p, cells, strict=True) if i == each) for each in range(3)]
        columns = [sum(v for v, (_, j) in zip(p, cells, strict=True) if j == each) for each in range(3)]
        seen = sum(w * v for w, v in zip(weights, p, strict=True))
        luck = sum(w * rows[i] * columns[j] for w, (i, j) in zip(weights, cells, strict=True))
        total = sum(p)
        return (seen / total - luck / total**2) / (1 - luck / total**2)

    step = 1e-6

    def nudged(cell: int, by: float) -> float:
        return kappa([share + by * (place == cell) for place, share in enumerate(shares)])

    slopes = [(nudged(cell, step) - nudged(cell, -step)) / (2 * step) for cell in range(9)]
    mean = sum(s * v for s, v in zip(slopes, shares, strict=True))
    variance = sum(v * (s - mean) ** 2 for s, v in zip(slopes, shares, strict=True)) / 12
    assert result.standard_error == pytest.approx(variance**0.5, rel=1e-5)


@settings(max_examples=60, deadline=None)
@given(gappy, st.sampled_from(SCALES))
def test_alpha_is_its_definition_pair_by_pair_and_its_error_the_jackknife(table: list[list[int | None]], scale: str) -> None:
    result = attempt(stats.krippendorff_alpha, table, scale)
    by_hand = alpha_by_hand(table, scale)
    if isinstance(result, type):
        assert by_hand is None or len([row for row in table if len(row) - row.count(None) >= 2]) < 2
        return
    assert close(result.estimate, by_hand)
    kept = [row for row in table if len(row) - row.count(None) >= 2]
    without = [alpha_by_hand(kept[:place] + kept[place + 1 :], scale) for place in range(len(kept))]
    if result.standard_error is None:
        assert None in without
        assert result.undefined
        return
    known = [each for each in without if each is not None]
    mean = sum(known) / len(known)
    assert close(result.standard_error, ((len(kept) - 1) / len(kept) * sum((each - mean) ** 2 for each in known)) ** 0.5)
    assert result.low <= result.estimate + 1e-12
    assert result.estimate <= result.high + 1e-12 <= 1 + 1e-9


def alpha_by_hand(table: list[list[int | None]], scale: str) -> float | None:
    units = [[value for value in row if value is not None] for row in table]
    units = [row for row in units if len(row) > 1]
    values = sorted(value for row in units for value in row)
    if len(set(values)) < 2:
        return None

    def apart(one: int, other: int) -> float:
        if scale == "nominal":
            return one != other
        if scale == "ordinal":
            low, high = min(one, other), max(one, other)
            between = sum(low <= value <= high for value in values)
            return 0 if one == other else (between - (values.count(low) + values.count(high)) / 2) ** 2
        return (one - other) ** 2 if scale == "interval" else ((one - other) / (one + other)) ** 2

    seen = sum(2 * apart(one, other) / (len(row) - 1) for row in units for one, other in combinations(row, 2)) / len(values)
    luck = sum(2 * apart(one, other) for one, other in combinations(values, 2)) / (len(values) * (len(values) - 1))
    return 1 - seen / luck


@settings(max_examples=60, deadline=None)
@given(gappy)
def test_coefficients_of_several_markers_do_not_mind_order_or_names(table: list[list[int | None]]) -> None:
    turned = [row[::-1] for row in table[::-1]]
    named = [[None if value is None else "abcde"[value - 1] for value in row] for row in table]
    for compute in (stats.fleiss_kappa, stats.gwet_ac, stats.krippendorff_alpha):
        first = attempt(compute, table)
        for other in (attempt(compute, turned), attempt(compute, named)):
            if isinstance(first, type):
                assert other is first
                continue
            for name in ("estimate", "low", "high", "agreed", "pairs", "pairs_agreed", "missing"):
                assert close(getattr(first, name), getattr(other, name)), name


def test_two_markers_without_gaps_make_fleiss_kappa_scotts_pi_and_congers_cohens() -> None:
    a, b = [1, 2, 2, 3, 3, 4, 2, 1, 3, 4], [1, 2, 3, 3, 3, 4, 2, 2, 3, 4]
    kappa, fleiss = stats.cohen_kappa(a, b), stats.fleiss_kappa(list(zip(a, b, strict=True)))
    assert fleiss.estimate == pytest.approx(kappa.scott_pi, rel=1e-12)
    assert fleiss.conger_kappa == pytest.approx(kappa.estimate, rel=1e-12)
    assert fleiss.light_kappa == pytest.approx(kappa.estimate, rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(marks, st.integers(1, 9), st.integers(-20, 20))
def test_intraclass_correlations_do_not_mind_units_or_where_they_start(table: list[list[float]], scale: int, shift: int) -> None:
    first = attempt(stats.intraclass_correlation, table)
    other = attempt(stats.intraclass_correlation, [[shift + scale * mark for mark in row[::-1]] for row in table[::-1]])
    if isinstance(first, type):
        assert other is first
        return
    for mine, yours in zip(first.rows, other.rows, strict=True):
        assert all(close(one, two) for one, two in zip(mine[1:4], yours[1:4], strict=True))
        name, estimate, low, high, why = mine
        assert why or (low is not None and high is not None and low <= estimate <= high <= 1), name
        assert estimate is None or estimate <= 1
    assert first.same <= first.n


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(halves, halves), min_size=2, max_size=20), st.integers(-9, 9))
def test_limits_mirror_when_the_markers_swap_and_follow_a_shift(rated: list[tuple[float, float]], shift: int) -> None:
    a, b = [one for one, _ in rated], [other for _, other in rated]
    one, other, moved = stats.bland_altman(a, b), stats.bland_altman(b, a), stats.bland_altman([each + shift for each in a], b)
    assert close(one.estimate, -other.estimate)
    assert close(one.low, None if other.high is None else -other.high)
    assert close(one.prediction_high, None if other.prediction_low is None else -other.prediction_low)
    assert (one.above, one.same, one.below) == (other.below, other.same, other.above)
    assert close(moved.estimate, one.estimate + shift)
    assert close(moved.sd, one.sd)
    assert one.above + one.same + one.below == one.n
    if one.low is not None:
        assert one.prediction_low < one.low <= one.estimate  # type: ignore[operator]


@settings(max_examples=60, deadline=None)
@given(pairs, st.integers(0, 4))
def test_nearness_only_adds_agreements(rated: list[tuple[int, int]], within: int) -> None:
    a, b = [one for one, _ in rated], [other for _, other in rated]
    result = stats.percent_agreement(a, b, within=within)
    assert result.agreed == sum(abs(one - other) <= within for one, other in rated)
    assert 0 <= result.low <= result.estimate <= result.high <= 1
    assert stats.percent_agreement(rated, within=within).agreed == result.agreed
    assert len(result.disagreements) == result.n - result.agreed
