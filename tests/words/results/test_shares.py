"""Shares, tables, scales and correlations in words: counts first, the range beside the figure, and no range where there is none."""

from __future__ import annotations

import pytest

from workbench.stats import distribution, fisher_exact, kendall, likert_difference, paired_shares, pearson, share, share_difference, shift
from workbench.words.say import say


def test_a_share_is_told_as_a_count_before_it_is_told_in_percent() -> None:
    assert say(share(9, 14)) == (
        "9 of 14 pupils (64%) met the criterion; anything from 39% to 84% fits these answers. "
        "It tells how many, not why. Next, look at the pupils who have not met it yet: what is missing?"
    )


def test_a_share_is_none_or_all_in_words_only_when_it_is() -> None:
    assert "(99.9%)" in say(share(999, 1000))
    assert "(0.1%)" in say(share(1, 1000))
    assert "(100%)" in say(share(14, 14))
    assert "1 of 1 pupil (100%)" in say(share(1, 1))


def test_no_gap_is_said_to_fit_where_it_does() -> None:
    assert "No gap at all fits these answers too." in say(share_difference(18, 28, 11, 27))
    assert "No gap at all" not in say(share_difference(10, 10, 0, 10))


def test_an_empty_box_or_one_answer_for_all_gives_no_figure_for_the_odds() -> None:
    assert "The odds of yes have no figure, as a box of the table is empty; anything from 11.1 times upwards" in say(
        fisher_exact([[10, 0], [0, 10]])
    )
    assert "Everyone gave the same answer, so the odds cannot be compared." in say(fisher_exact([[0, 10], [0, 20]]))
    assert "Everyone gave the same answer" in say(fisher_exact([[10, 0], [20, 0]]))


def test_a_p_that_could_not_have_been_small_says_so() -> None:
    assert "p could not be below 0.1." in say(fisher_exact([[2, 1], [1, 2]]))
    few = "With only 3 pupils who changed no test could tell a real change from luck: if nothing had changed, p could not be below 0.25."
    assert few in say(paired_shares([[8, 0], [3, 12]]))
    assert "With 3 pupils no test could tell a real link from luck" in say(kendall([1, 2, 3], [1, 3, 2]))


def test_nobody_changed_is_said_and_nothing_more_is_made_of_it() -> None:
    assert say(paired_shares([[8, 0], [0, 12]]), form="short") == (
        "Of 20 pupils, 8 said yes before and 8 after: nobody changed. So there is no change to test."
    )
    unmoved = "Both pupils who answered both times gave the same answer twice. So there is no change to test."
    assert unmoved in say(shift([1, 2], [1, 2]))
    assert "luck" not in say(fisher_exact([[0, 10], [0, 20]]))


def test_levels_are_named_as_the_pupils_read_them() -> None:
    text = say(distribution([1, 3, 3], [1, 2, 3], labels=["never", "at times", "often"]))
    assert text.startswith("Of 3 answers, 1 was at 'never', none at 'at times' and 2 at 'often'. The middle answer is 'often'.")


def test_a_difference_says_which_way_it_was_taken() -> None:
    assert "The first group's mean is 1.0 points lower" in say(likert_difference([2, 3, 2], [3, 4, 3], [1, 2, 3, 4]))
    assert "On average they rose by 1.0 points" in say(likert_difference([2, 3, 2], [3, 4, 3], [1, 2, 3, 4], paired=True))


def test_points_on_one_line_give_no_range() -> None:
    assert say(pearson([1, 2, 3, 4], [2, 4, 6, 8]), form="short").startswith(
        "For 4 pupils the two sets of marks go together with r = 1.00: all lie on one line, so these marks give no range."
    )


@pytest.mark.parametrize("alternative", ["two_sided", "greater", "less"])
def test_the_level_is_told_when_it_is_not_the_usual_one(alternative: str) -> None:
    assert "(80% interval)" in say(fisher_exact([[18, 10], [11, 16]], alternative=alternative, level=0.8))
    assert "(80% interval)" in say(shift([1, 2, 3, 1, 2], [2, 3, 4, 2, 1], alternative=alternative, level=0.8))
