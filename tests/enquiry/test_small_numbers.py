"""Brute force: every table that would print the same page is listed, by a reader who knows the rules."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from workbench.enquiry.small_numbers import (
    INSIDE,
    OUTSIDE,
    Floors,
    count_may_be_shown,
    group_shown,
    group_sizes_told,
    keep_back_counts,
    odds_shown,
    split_shown,
)

FLOORS = pytest.mark.parametrize("floors", [INSIDE, OUTSIDE], ids=["inside", "outside"])


def given_away(values: set[int], floors: Floors) -> bool:
    """A hidden count is given away when it is pinned, or known to be small."""
    return len(values) == 1 or values <= set(range(1, floors.cell))


@FLOORS
def test_no_hidden_part_of_a_split_can_be_worked_out_by_a_reader_who_knows_the_rules(floors: Floors) -> None:
    for total in range(floors.group, 41):
        printed = defaultdict(list)
        for up in range(total + 1):
            for same in range(total - up + 1):
                down = total - up - same
                printed[split_shown(up, same, down, floors)].append((up, same, down))
        for shown, tables in printed.items():
            if shown.whole:
                assert tables == [(shown.up, shown.same, shown.down)]
                assert all(count == 0 or count >= floors.cell for count in tables[0])
                assert total not in tables[0], "all or none says something of every pupil"
                continue
            for cell in range(3):
                values = {table[cell] for table in tables}
                assert not given_away(values, floors), (total, shown, cell, values)


def test_nine_up_one_same_two_down_is_not_shown_and_not_recoverable() -> None:
    shown = split_shown(9, 1, 2, INSIDE)
    assert (shown.up, shown.same, shown.down) == (None, None, None)
    assert shown.direction == "up"


@pytest.mark.parametrize("split", [(12, 0, 0), (0, 0, 12), (0, 12, 0)])
def test_that_everyone_went_the_same_way_is_not_shown_since_it_speaks_of_each(split: tuple[int, int, int]) -> None:
    assert not split_shown(*split, INSIDE).whole


def test_a_split_of_big_counts_is_shown() -> None:
    assert (split_shown(20, 6, 9, INSIDE).up, split_shown(20, 0, 10, INSIDE).same) == (20, 0)


@FLOORS
def test_the_number_without_a_pair_cannot_be_worked_out_from_the_number_chosen(floors: Floors) -> None:
    for chosen in range(floors.group, 41):
        printed = defaultdict(set)
        for n in range(floors.group, chosen + 1):
            printed[group_shown(n, [chosen], floors)].add(chosen - n)
        for shown, missing in printed.items():
            if shown.exact:
                assert missing == {chosen - shown.low}
                assert min(missing) >= floors.cell
            else:
                assert not missing <= set(range(1, floors.cell)), (chosen, shown, missing)


@FLOORS
def test_an_exact_number_leaves_the_missing_open_when_nothing_tells_how_many_were_chosen(floors: Floors) -> None:
    for n in range(floors.group, 30):
        assert group_shown(n, [], floors).exact


def test_a_share_is_shown_only_when_neither_it_nor_the_rest_is_small() -> None:
    shown = [count for count in range(13) if count_may_be_shown(count, 12, INSIDE)]
    assert shown == [5, 6, 7]


def _exact_two_sided(changes: list[float]) -> float:
    total = abs(sum(changes))
    size = [abs(change) for change in changes]
    as_far = sum(
        abs(sum(sign * one for sign, one in zip(signs, size, strict=True))) >= total - 1e-9 for signs in product((1, -1), repeat=len(size))
    )
    return float(as_far / 2 ** len(size))


@pytest.mark.parametrize("n", [5, 6, 7, 8])
def test_odds_never_say_that_every_pupil_went_the_same_way(n: int) -> None:
    smallest = 2 / 2**n
    all_up = odds_shown(_exact_two_sided([1.0 + i for i in range(n)]), smallest)
    one_down = odds_shown(_exact_two_sided([-1.0] + [2.0 + i for i in range(n - 1)]), smallest)
    assert all_up == one_down


def test_odds_of_a_middling_p_are_said_per_hundred() -> None:
    assert odds_shown(0.3719, 2 / 4096).times == 37


def test_small_counts_in_the_teachers_own_words_are_replaced() -> None:
    text = "Nine of the twelve went up. Two pupils were away for 3 weeks, and 1 left. In groups of 3 pupils they sat it."
    kept = keep_back_counts(text, INSIDE, instead="[…]", groups=[12])
    assert kept == "[…] of the twelve went up. […] pupils were away for 3 weeks, and […] left. In groups of 3 pupils they sat it."


@pytest.mark.parametrize(
    "text",
    [
        "How can I help my Year 7 pupils with place value in 6 weeks?",
        "Three lessons a week, 20 minutes each.",
        "They gained 3 marks out of 40, or 14 out of 20.",
        "All 118 pupils sat it; 60 of the 118 went up.",
        "No one was away.",
        "A cover teacher took one of the three sessions.",
        "In talk one says it, the other writes it; two questions each.",
    ],
)
def test_numbers_that_count_no_pupils_or_many_stay(text: str) -> None:
    assert keep_back_counts(text, INSIDE, instead="[…]", groups=[12, 118]) == text


def test_group_sizes_are_found_in_figures_and_in_words() -> None:
    assert group_sizes_told(["my 12 low-scoring pupils", "a group of eleven", "9 of the 13", "40 marks in 6 weeks"]) >= {11, 12, 13}
    assert not {40, 6} & group_sizes_told(["40 marks in 6 weeks"])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("22 went up", "[…] went up"),
        ("25 pupils sat both", "25 pupils sat both"),
        ("22 of the 25 went up", "[…] of the 25 went up"),
        ("15 of the 25 went up", "15 of the 25 went up"),
        ("all but one went up", "all but […] went up"),
        ("28 were there", "[…] were there"),
    ],
)
def test_a_number_goes_when_its_difference_from_those_chosen_or_analysed_counts_a_few(text: str, kept: str) -> None:
    assert keep_back_counts(text, INSIDE, instead="[…]", groups=[30, 25], analysed=[25]) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Most went up, two or three by a long way.", "Most went up, […] by a long way."),
        ("One or two of them read it aloud; three or four went down.", "[…] of them read it aloud; […] went down."),
        ("It took two or three lessons, with one or two questions each.", "It took two or three lessons, with one or two questions each."),
        ("They wrote one or two digits too many.", "They wrote one or two digits too many."),
    ],
)
def test_two_or_three_goes_where_it_counts_pupils(text: str, kept: str) -> None:
    assert keep_back_counts(text, INSIDE, instead="[…]", groups=[12]) == kept
