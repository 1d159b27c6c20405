"""What a plan says: how often a change would be noticed, how many pupils that takes, where a repeat could land."""

from __future__ import annotations

import pytest

from workbench.stats import (
    expected_interval_width,
    power,
    pupils_needed,
    replication_interval,
    smallest_detectable,
    smallest_possible_p,
)
from workbench.words.describe import describe
from workbench.words.say import say


def test_a_plan_says_in_plain_words_how_often_a_change_would_be_noticed() -> None:
    assert say(power("paired", 12, 0.9), form="short") == (
        "With 12 pupils a true change of 0.9 times the usual spread of pupils' changes would be noticed about 8 times in 10."
    )
    assert say(power("two_groups", (12, 15), 3, sd=6.5), form="short") == (
        "With 12 and 15 pupils a true difference of 3 marks would be noticed about 2 times in 10."
    )
    assert say(power("two_groups", 9, 3, sd=6.5), unit="points").startswith("With 9 pupils in each group a true difference of 3 points")


@pytest.mark.parametrize(
    ("effect", "often"),
    [(0, "about 5 times in 100"), (0.9, "about 8 times in 10"), (1.2, "about 97 times in 100"), (4, "nearly every time")],
)
def test_chances_near_the_ends_are_told_in_hundreds(effect: float, often: str) -> None:
    assert say(power("paired", 12, effect), form="short").endswith(f"{often}.")


def test_a_gain_looked_for_as_a_loss_is_hardly_ever_noticed_and_no_number_of_pupils_is_promised() -> None:
    text = say(power("paired", 12, 0.8, alternative="less"))
    assert "a true gain of 0.8 times the usual spread of pupils' changes would be noticed hardly ever." in text
    assert "plan for" not in text


def test_a_plan_that_is_too_small_is_told_how_many_would_do_and_one_that_is_not_what_to_write_down() -> None:
    assert say(power("paired", 12, 0.5)).endswith("To notice it about 8 times in 10, plan for 34 pupils.")
    assert say(power("two_groups", 12, 0.5)).endswith("plan for 64 pupils in each group.")
    assert say(power("paired", 28, 0.9)).endswith("Next, write down how small a change would still be worth having.")


def test_what_is_not_noticed_can_still_be_there() -> None:
    for text in (say(power("paired", 12, 0.5)), say(smallest_detectable("paired", 12))):
        assert "if nothing had changed" in text
        assert "there can still be a change" in text or "can be there and go unseen" in text
    assert "if there were no difference between the groups" in say(power("two_groups", 12, 0.5))


def test_pupils_needed_and_the_least_change_are_one_line_in_a_table() -> None:
    assert say(pupils_needed("paired", 1.5, 0.9, sd=3.3), form="short") == (
        "To notice a true change of 1.5 marks about 9 times in 10 takes 53 pupils."
    )
    assert say(smallest_detectable("paired", 28), form="short") == (
        "With 28 pupils the least true change that would be noticed about 8 times in 10 is 0.55 times the usual spread of pupils' changes."
    )
    assert "the least true loss that" in say(smallest_detectable("paired", 12, alternative="less"))


def test_the_notes_give_the_numbers_behind_the_words() -> None:
    note = say(power("paired", 28, 0.5), form="note")
    assert "both tails counted" in note
    assert "noncentrality 2.646; power 0.7227; 0.8 from 34 pupils on." in note
    assert "reached at 33.37" in say(pupils_needed("paired", 0.5), form="note")


def test_two_groups_and_correlations_that_cannot_show_anything_say_so() -> None:
    assert say(smallest_possible_p("two_groups", 3)) == (
        "With 3 pupils in each group no test could tell a real difference from luck: "
        "if there were no difference, p could not be below 0.1. "
        "Plan for 4 pupils or more in each group, or describe each pupil's work instead."
    )
    assert "if the two marks had no link, p could not be below 0.083" in say(smallest_possible_p("correlation", 4))
    assert "could not be below 0.17" in say(smallest_possible_p("two_groups", (1, 5), alternative="greater"))


def test_the_width_for_two_groups_counts_both() -> None:
    assert "With 54 pupils in all it would be about 3.3 marks." in say(expected_interval_width("two_groups", (12, 15), sd=6))


def test_a_repeat_is_set_beside_where_it_could_have_landed() -> None:
    beside = say(replication_interval(3.2, 12, 15, sd=4, found=1.1), form="short")
    assert beside == (
        "The mean of 12 pupils was 3.2 marks; anything from 0.7 to 5.7 fits these marks. "
        "A repeat with 15 others like them could land anywhere from −0.2 to 6.6. The repeat gave 1.1, so the two do not disagree."
    )
    outside = say(replication_interval(3.2, 12, 15, sd=4, found=9.5))
    assert "The repeat gave 9.5, which is more than the luck of the draw would usually do." in outside
    assert outside.endswith("Next, write down what differed between the two: pupils, tests or time.")
    assert say(replication_interval(3.2, 12, sd=4)).endswith("Next, ask a colleague to repeat it with a class like yours.")
    assert "A repeat with 1 other like them" in say(replication_interval(20, 12, 1, sd=4))


def test_the_words_for_the_figures_name_the_ring_and_the_cross() -> None:
    assert describe(power("paired", 12, 0.9)).endswith("A dashed line lies at 0.80. A ring marks 12 pupils, at 0.81.")
    assert describe(replication_interval(3.2, 12, 15, sd=4, found=1.1)).endswith("A cross marks what the repeat gave, 1.1.")
    assert "with 4 pupils in both groups together" in describe(expected_interval_width("two_groups", 12))
