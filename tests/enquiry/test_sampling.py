"""Fair samples and two groups by lot: the same again from the same seed, and everyone as likely as anyone."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.sampling import allocate, draw_sample
from workbench.errors import BadInput, NotEnoughData, WorkbenchError

BOOKS = [f"BOOK-{number:02}" for number in range(1, 29)]
SETS = {code: "set 1" if number < 7 else "set 2" if number < 16 else "set 3" for number, code in enumerate(BOOKS)}
LISTS = st.lists(st.text("ABCDEFGHJK23456789-é", min_size=1, max_size=6).map(str.strip).filter(bool), unique=True, min_size=2, max_size=30)
SEEDS = st.integers(0, 2**63 - 1)


def test_a_draw_is_the_same_on_every_computer_and_can_be_done_by_hand() -> None:
    drawn = draw_sample(BOOKS, 5, seed=20260105)
    by_hand = sorted(BOOKS, key=lambda code: hashlib.sha256(f"20260105\nsample\n{code}".encode()).hexdigest())[:5]
    assert drawn.chosen == tuple(sorted(by_hand))
    assert drawn.chosen == ("BOOK-02", "BOOK-04", "BOOK-23", "BOOK-25", "BOOK-27")
    assert drawn.list_sha256 == hashlib.sha256("\n".join(BOOKS).encode()).hexdigest()
    assert drawn.to_dict()["seed"] == 20260105


@given(LISTS, SEEDS, st.randoms(), st.data())
def test_the_order_of_the_list_and_spaces_around_a_code_do_not_matter(
    codes: list[str], seed: int, random: Random, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, len(codes)))
    drawn = draw_sample(codes, count, seed=seed)
    mixed = [f" {code} " for code in codes]
    random.shuffle(mixed)
    assert draw_sample(mixed, count, seed=seed) == drawn
    assert len(set(drawn.chosen)) == count
    assert set(drawn.chosen) <= set(codes)
    assert draw_sample(codes, len(codes), seed=seed).chosen == tuple(sorted(codes))


@given(LISTS, SEEDS, st.data())
def test_a_greater_sample_holds_the_smaller_one(codes: list[str], seed: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, len(codes) - 1))
    assert set(draw_sample(codes, count, seed=seed).chosen) < set(draw_sample(codes, count + 1, seed=seed).chosen)


def test_every_pair_of_six_is_drawn_as_often_as_any_other() -> None:
    codes, rounds = BOOKS[:6], 6000
    counts = Counter(draw_sample(codes, 2, seed=seed).chosen for seed in range(rounds))
    assert set(counts) == set(combinations(codes, 2))
    expected = rounds / 15
    # Chi squared with 14 degrees of freedom lies below 36 in all but 1 of 1,000 fair series; the seeds are fixed.
    assert sum((count - expected) ** 2 / expected for count in counts.values()) < 36


@given(LISTS, SEEDS, st.data())
def test_each_part_gives_its_share_to_within_one(codes: list[str], seed: int, data: st.DataObject) -> None:
    strata = {code: data.draw(st.sampled_from(["a", "b", "c"])) for code in codes}
    count = data.draw(st.integers(1, len(codes)))
    drawn = draw_sample(codes, count, seed=seed, strata=strata)
    assert sum(part.drawn for part in drawn.strata) == count == len(drawn.chosen)
    for part in drawn.strata:
        assert sum(strata[code] == part.name for code in drawn.chosen) == part.drawn
        assert abs(part.drawn - count * part.size / len(codes)) < 1


def test_where_two_parts_could_give_the_odd_one_lot_decides_and_not_the_alphabet() -> None:
    strata = {code: "ab"[number % 2] for number, code in enumerate(BOOKS[:4])}
    odd = Counter(draw_sample(BOOKS[:4], 1, seed=seed, strata=strata).strata[0].drawn for seed in range(400))
    assert 150 < odd[0] < 250


@given(LISTS, SEEDS, st.data())
def test_two_groups_hold_everyone_once_and_are_as_equal_as_can_be(codes: list[str], seed: int, data: st.DataObject) -> None:
    strata = {code: data.draw(st.sampled_from(["a", "b", "c"])) for code in codes}
    scores = {code: data.draw(st.integers(0, 5)) for code in codes}
    for made in (allocate(codes, seed=seed), allocate(codes, seed=seed, strata=strata), allocate(codes, seed=seed, scores=scores)):
        assert sorted((*made.first, *made.second)) == sorted(codes)
        assert abs(len(made.first) - len(made.second)) == len(codes) % 2
    within = allocate(codes, seed=seed, strata=strata)
    for part in "abc":
        counts = [sum(strata[code] == part for code in group) for group in (within.first, within.second)]
        assert abs(counts[0] - counts[1]) <= 1
    paired = allocate(codes, seed=seed, scores=scores)
    assert sorted(code for pair in paired.pairs for code in pair) == sorted(codes)
    for pair in paired.pairs[:-1]:
        assert (pair[0] in paired.first, pair[1] in paired.second) == (True, True)
    ordered = [sorted(scores[code] for code in pair) for pair in paired.pairs]
    assert all(one[-1] <= other[0] for one, other in pairwise(ordered))


@pytest.mark.parametrize("odd", [3, 4])
def test_everyone_is_as_likely_to_come_into_the_first_group(odd: int) -> None:
    codes, rounds = BOOKS[:odd], 2000
    for balance in ({}, {"strata": SETS}, {"scores": {code: float(place) for place, code in enumerate(codes)}}):
        counts = Counter(code for seed in range(rounds) for code in allocate(codes, seed=seed, **balance).first)
        assert all(abs(counts[code] - rounds / 2) < 4 * math.sqrt(rounds) / 2 for code in codes), balance


def test_a_sample_and_groups_from_one_seed_are_not_the_same_lot() -> None:
    same = sum(
        draw_sample(BOOKS, 14, seed=seed).chosen in (allocate(BOOKS, seed=seed).first, allocate(BOOKS, seed=seed).second)
        for seed in range(50)
    )
    assert same == 0


@pytest.mark.parametrize(
    ("codes", "count", "more", "kind"),
    [
        (BOOKS, 29, {}, NotEnoughData),
        (BOOKS, 0, {}, BadInput),
        (BOOKS, -3, {}, BadInput),
        (BOOKS, 2.5, {}, BadInput),
        (BOOKS, True, {}, BadInput),
        ([], 1, {}, NotEnoughData),
        ([*BOOKS, " BOOK-01"], 3, {}, BadInput),
        (["é", "e\u0301"], 1, {}, BadInput),
        (["A", " "], 1, {}, BadInput),
        (["A", None], 1, {}, BadInput),
        ("ABC", 1, {}, BadInput),
        (BOOKS, 3, {"seed": -1}, BadInput),
        (BOOKS, 3, {"seed": 2**63}, BadInput),
        (BOOKS, 3, {"seed": "7"}, BadInput),
        (BOOKS, 3, {"strata": {"BOOK-01": "set 1"}}, BadInput),
    ],
)
def test_a_draw_that_cannot_be_is_refused_plainly(
    codes: list[str], count: int, more: dict[str, object], kind: type[WorkbenchError]
) -> None:
    with pytest.raises(kind):
        draw_sample(codes, count, **{"seed": 1, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "more",
    [
        {"scores": {"A": 1.0}},
        {"scores": {"A": 1.0, "B": math.nan}},
        {"scores": {"A": 1.0, "B": "2"}},
        {"strata": {"A": "x", "B": "y"}, "scores": {"A": 1.0, "B": 2.0}},
        {"strata": {"A": "x", "B": " "}},
    ],
)
def test_groups_that_cannot_be_balanced_are_refused_plainly(more: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        allocate(["A", "B"], seed=1, **more)  # type: ignore[arg-type]
    with pytest.raises(NotEnoughData):
        allocate(["A"], seed=1)


def test_a_name_typed_in_place_of_a_code_is_never_repeated_in_the_message() -> None:
    for more in ({"strata": {"B": "x"}}, {"strata": None}):
        with pytest.raises(BadInput) as caught:
            draw_sample(["Zoe Bennett", "B", *(["Zoe Bennett"] if more["strata"] is None else [])], 1, seed=1, **more)
        assert "Zoe" not in str(caught.value)
