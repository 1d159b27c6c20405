"""What classes say together, word for word, and what a summary keeps to itself."""

from __future__ import annotations

from workbench.stats import change_summary, combine, combine_summaries, leave_one_out
from workbench.words.say import say

BEFORE = [4, 6, 5, 3, 8, 7, 5, 9, 2, 6]
YOURS = change_summary(BEFORE, [6, 7, 9, 3, 9, 9, 8, 9, 4, 8], label="your class")
HERS = change_summary(BEFORE, [5, 7, 5, 4, 9, 6, 7, 9, 2, 8], label="Ms O's class")


def test_a_repeat_stands_beside_ones_own_class_by_name() -> None:
    assert say(combine_summaries([YOURS, HERS]), out_of=10).startswith(
        "Both classes gained. Your class gained 1.7 marks out of 10 and Ms O's class gained 0.7 marks out of 10. "
        "On average they gained 1.2 marks out of 10; anything from a loss of 5.2 to a gain of 7.5 fits these classes."
    )


def test_classes_and_schools_are_not_called_studies() -> None:
    for each, many in (("class", "classes"), ("school", "schools"), ("group", "groups")):
        text = say(combine([0.4, -0.1, 0.3], [0.1, 0.1, 0.2], each=each))
        assert many in text
        assert "stud" not in text
        assert "stud" not in say(leave_one_out([0.4, -0.1, 0.3], [0.1, 0.1, 0.2], each=each))


def test_figures_of_no_known_unit_are_not_called_marks() -> None:
    assert "marks" not in say(combine([0.4, -0.1, 0.3], [0.1, 0.1, 0.2]))
    assert "times the spread of their marks before" in say(combine_summaries([YOURS, HERS], measure="standardised"))


def test_a_range_that_agrees_too_well_is_told_with_a_safer_one() -> None:
    alike = say(combine([0.3, 0.28, 0.35, 0.31, 0.26, 0.33], [0.06, 0.07, 0.05, 0.08, 0.06, 0.07]))
    assert "anything from 0.27 to 0.34 fits these studies" in alike
    assert "so that range may be too narrow. A safer one is anything from 0.04 to 0.57." in alike


def test_the_same_figure_everywhere_is_not_told_as_if_nothing_were_in_doubt() -> None:
    text = say(combine([0.3, 0.3, 0.3], [0.1, 0.2, 0.1]))
    assert "from 0.30 to 0.30" not in text
    assert "Together they come to 0.30; by the doubt within each, anything from −0.56 to 1.16 fits." in text
    assert "so their differences give no range." in text


def test_two_classes_cannot_tell_where_a_third_would_land() -> None:
    assert "So few classes cannot tell where one more would land." in say(combine([0.4, -0.1], [0.1, 0.1], each="class"))


def test_the_note_names_the_kind_of_prediction_interval() -> None:
    kinds = {"HTS": "by t(k - 2)", "HK": "by t(k - 1) with the Hartung-Knapp", "normal": "by the normal distribution"}
    for kind, named in kinds.items():
        assert f"prediction interval {named}" in say(combine([0.4, -0.1, 0.3], [0.1, 0.1, 0.2], prediction=kind), form="note")


def test_very_small_and_very_big_figures_keep_digits_that_tell() -> None:
    assert "Together they come to 0.00000015; anything from −0.00000034 to 0.00000065" in say(
        combine([3e-7, -1e-7, 2e-7], [1e-14, 2e-14, 1e-14])
    )
    assert "Together they come to 75,000;" in say(combine([-1e6, 0.0, 1e6, 3e5], [1e-3, 1e-3, 2e-3, 1e-3]))


def test_a_summary_tells_no_counts_of_pupils_who_rose_or_fell() -> None:
    text = say(YOURS)
    assert "How many rose and fell is left out, because small counts give pupils away." in text
    assert "went up" not in text


def test_the_code_of_a_combination_of_summaries_is_its_own_call() -> None:
    assert combine_summaries([YOURS, HERS], measure="standardised").code() == (
        "workbench.stats.combine_summaries(summaries, measure='standardised', method='REML', interval='hartung_knapp', "
        "prediction='HTS', level=0.95, each='class')"
    )
