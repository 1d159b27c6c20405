"""What of an analysis reaches a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations_with_replacement
from statistics import mean, stdev
from types import ModuleType

import pytest

from workbench.enquiry.analysis import Analysed, analyse_tables
from workbench.enquiry.record import Enquiry
from workbench.enquiry.shown import show_analysis
from workbench.enquiry.small_numbers import INSIDE


def analysed(made: ModuleType, **how: object) -> Analysed:
    enquiry = made.made_record(Enquiry(id="0" * 32, title="T", created=made.START))
    (found,) = analyse_tables(enquiry, {"place-value": made.made_table(**how)})
    return found


@pytest.mark.parametrize("pupils", [2, 3, 4])
def test_a_group_below_five_is_withheld_as_a_whole(pupils: int, made: ModuleType) -> None:
    shown = show_analysis(analysed(made, chosen=pupils, missing=0), (), INSIDE)
    assert shown.withheld == "too_few"
    assert (shown.group, shown.change, shown.split, shown.odds, shown.standardised, shown.drift) == (None,) * 6


def test_pupils_who_all_changed_alike_are_withheld_since_the_mean_is_each_ones_own(made: ModuleType) -> None:
    shown = show_analysis(analysed(made, chosen=8, missing=0, changes=(3.0,) * 8), (), INSIDE)
    assert shown.withheld == "all_alike"
    assert shown.change is None


def test_beside_the_number_chosen_only_a_band_is_told_and_nothing_the_number_follows_from(made: ModuleType) -> None:
    shown = show_analysis(analysed(made), {12}, INSIDE)
    assert shown.group is not None
    assert (shown.group.low, shown.group.high) == (10, 14)
    assert shown.standardised is None
    assert shown.split is not None
    assert not shown.split.whole


def test_without_it_the_number_itself_is_told(made: ModuleType) -> None:
    shown = show_analysis(analysed(made), (), INSIDE)
    assert shown.group is not None
    assert shown.group.low == shown.group.high == 11
    assert shown.standardised is not None


def test_after_a_withdrawal_averages_are_told_in_whole_marks(made: ModuleType) -> None:
    found = analysed(made)
    gone = replace(found, pairing=replace(found.pairing, withdrawn=1))
    shown = show_analysis(gone, (), INSIDE)
    assert shown.change is not None
    assert shown.change.digits == 0
    assert shown.standardised is None


@pytest.mark.parametrize(("pupils", "digits"), [(5, 0), (9, 0), (10, 1), (12, 1)])
def test_of_few_pupils_averages_are_told_in_whole_marks_and_nothing_finer_beside_them(pupils: int, digits: int, made: ModuleType) -> None:
    shown = show_analysis(analysed(made, chosen=pupils, missing=0), (), INSIDE)
    assert shown.change is not None
    assert shown.change.digits == digits
    assert (shown.standardised is None) == (digits == 0)
    assert shown.odds is not None
    assert ((shown.odds.times, shown.odds.below) == (None, None)) == (digits == 0)


def test_whole_marks_go_by_the_band_so_that_they_do_not_tell_the_number_in_it(made: ModuleType) -> None:
    for pupils in range(5, 10):
        shown = show_analysis(analysed(made, chosen=pupils, missing=0), {7}, INSIDE)
        assert shown.change is not None
        assert shown.change.digits == 0


def test_whole_marks_leave_few_sets_of_five_changes_alone_with_what_is_printed() -> None:
    """Every set of five changes from -4 to 8: how many are the only one with their printed average and interval?"""

    def alone(digits: int) -> float:
        printed: Counter[tuple[float, ...]] = Counter()
        for changes in combinations_with_replacement(range(-4, 9), 5):
            reach = 2.776445105 * stdev(changes) / 5**0.5
            printed[tuple(round(mean(changes) + side * reach, digits) for side in (-1, 0, 1))] += 1
        return sum(number for number in printed.values() if number == 1) / sum(printed.values())

    assert alone(0) < alone(1) / 4
    assert alone(0) < 0.03
