"""Agreement is told as counts first, with what luck alone would give, and what to settle before counting."""

from __future__ import annotations

from workbench.stats import bland_altman, cohen_kappa, intraclass_correlation, krippendorff_alpha
from workbench.words.say import say


def test_counts_and_luck_come_before_any_coefficient_and_the_papers_to_settle_last() -> None:
    first = [1, 2, 2, 3, 3, 4, 2, 1, 3, 4, 4, 2, 3, 3, 1, 2, 4, 3, 2, 3]
    second = [1, 2, 3, 3, 3, 4, 2, 2, 3, 4, 3, 2, 3, 4, 1, 1, 4, 3, 2, 2]
    assert say(cohen_kappa(first, second, levels=[1, 2, 3, 4])) == (
        "The two markers agreed on 14 of 20 papers; by luck alone they would have agreed on about 6. "
        "With luck alone as nought and full agreement as one, that is 0.59; anything from 0.31 to 0.87 fits these papers. "
        "That markers agree does not show that they are right. Settle papers 3, 8, 11, 14, 16 and 20 before you count."
    )


def test_a_range_without_width_is_not_told_as_if_nothing_were_in_doubt() -> None:
    text = say(cohen_kappa([1, 2, 3, 2], [1, 2, 3, 2]), form="short")
    assert "from 1.00 to 1.00" not in text
    assert text.endswith("Anything from 51% to 100% fits these papers.")
    constant = say(cohen_kappa([2] * 8, [2, 2, 2, 1, 2, 2, 3, 2]), form="short")
    assert "no range can be given, because one of the two gave the same level throughout" in constant


def test_a_range_is_not_spoken_of_where_none_was_asked_for() -> None:
    assert "range" not in say(krippendorff_alpha([[1, 1], [2, 2], [3, 2], [3, 3]], confidence=None))


def test_a_coefficient_without_a_value_says_so_and_gives_no_number() -> None:
    text = say(intraclass_correlation([[2, 4], [4, 0], [1, 5], [0, 2], [5, 0]], model="icc2k"))
    assert "has no figure here" in text
    assert "take some that differ more" in text
    assert "33" not in text


def test_differences_are_told_in_marks_with_who_gave_more() -> None:
    assert say(bland_altman([12.5, 9, 15, 7.5, 11], [13, 8.5, 14, 8, 12.5]), form="short") == (
        "Of the 5 papers, the first marker gave more on 2 and less on 3. On average the first gave 0.2 marks less than the second; "
        "anything from 1.4 less to 1.0 more fits these papers. On one more paper the first may give anything from 3.2 less to 2.8 more."
    )
