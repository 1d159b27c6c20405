"""What is said of a test's items and of ranked changes, sentence by sentence where the sentence matters."""

from __future__ import annotations

import pytest

from workbench.stats import (
    cronbach_alpha,
    item_analysis,
    kr20,
    rank_biserial_change,
    reliable_change,
    signed_rank,
    standard_error_of_measurement,
)
from workbench.words.describe import describe
from workbench.words.say import say

QUIZ = [[1, 1, 1, 0], [1, 0, 1, 1], [0, 0, 1, 0], [0, 0, 0, 0], [1, 1, 1, 1], [1, 1, 0, 0]]
SURVEY = [[4, 4, 5], [2, 3, 2], [5, 4, 5], [3, 3, 3], [1, 2, 2]]


def test_counts_come_before_shares_where_items_are_right_or_wrong() -> None:
    assert say(item_analysis(QUIZ), form="short") == (
        "Of 4 questions, questions 1 and 3 were the easiest (4 of 6 pupils right each) and question 4 the hardest (2 of 6)."
    )
    assert say(item_analysis(SURVEY, item_max=5), form="short") == (
        "Of 3 questions, question 3 was the easiest (68% of its marks) and question 1 the hardest (60% of its marks)."
    )


def test_a_pupil_with_a_blank_is_counted_as_left_out() -> None:
    assert "1 pupil with a blank is left out." in say(cronbach_alpha([*SURVEY, [3, None, 2]]))
    assert "2 pupils with a blank are left out." in say(kr20([*QUIZ, [1, None, 1, 0], [None, 1, 1, 0]]))


def test_an_item_that_would_be_better_away_is_named_with_alpha_without_it() -> None:
    result = cronbach_alpha([[*row, odd] for row, odd in zip(SURVEY, (3, 3, 4, 4, 2), strict=True)])
    assert "Without question 4 alpha would be 0.94." in say(result)
    assert say(result).endswith("Next, read question 4 with a colleague: does it ask what the others ask?")


def test_how_far_a_mark_wobbles_comes_with_what_not_to_do() -> None:
    text = say(standard_error_of_measurement(sd=5, reliability=0.84))
    assert text.startswith("A mark may stand up to 3.9 marks above or below what the pupil would usually get.")
    assert text.endswith("Do not rank two pupils whose marks lie closer than 5.5 marks.")


def test_luck_is_counted_beside_those_who_moved() -> None:
    result = reliable_change([9, 12, 7, 10], [15, 13, 8, 4], reliability=0.78, sd=3.8, norms=(14, 3))
    assert say(result).startswith(
        "Of the 4 pupils who sat both tests, 1 rose and 1 fell by more than the 4.9 marks that the test itself can wobble; "
        "for 2 it cannot tell. The test's wobble alone would put about 0.2 of 4 beyond that."
    )
    assert "1 pupil crossed the line of" in say(result)


def test_the_picture_of_the_group_tells_of_no_single_pupil() -> None:
    result = reliable_change([9, 12, 7, 10], [15, 13, 8, 4], reliability=0.78, sd=3.8)
    assert describe(result, show="group") == "Three bars count the pupils: 1 up, 2 not clear and 1 down."


def test_pupils_who_did_not_change_are_said_to_be_left_out_of_the_ranking() -> None:
    text = say(signed_rank([5, 6, 7, 5, 8, 9, 4, 6, 7, 8], [5, 6, 7, 5, 8, 10, 5, 7, 6, 10]))
    assert "5 pupils with the same mark twice are left out before ranking." in text
    few = "With only 5 pupils who moved no test could tell a real change from luck: if nothing had changed, p could not be below 0.0625."
    assert few in text
    assert "ranked first and then left out" in say(signed_rank([5, 6, 7, 3], [5, 8, 9, 9], zeros="pratt"))


def test_an_end_that_is_no_change_but_does_not_fit_is_told_as_just_beside_it() -> None:
    up = [3, 1, 1, 2, 1, 3, 0, -1, 1]
    text = say(signed_rank([0] * 9, up))
    assert "anything from just above no change to a gain of 2.0 fits these marks." in text
    assert "No change at all fits these marks too." not in text
    down = say(signed_rank(up, [0] * 9))
    assert "anything from a loss of 2.0 to just below no change fits these marks." in down


def test_a_single_shift_that_fits_is_not_told_as_a_range() -> None:
    text = say(signed_rank([0] * 21, [2] * 20 + [3]), form="short")
    assert "The middle change is a gain of 2.0 marks; no other shift fits these marks, because so many changes are alike." in text


@pytest.mark.parametrize("changes", [[2, 1, 4], [-2, -1, -4]])
def test_the_rank_biserial_has_its_range_in_its_sentence(changes: list[int]) -> None:
    result = rank_biserial_change([5, 5, 5], [5 + change for change in changes])
    sign = "" if changes[0] > 0 else "−"
    assert f"ups less downs come to {sign}1.00, where all up is one; anything from" in say(result, form="short")
