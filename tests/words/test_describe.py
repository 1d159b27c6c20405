"""The text alternative tells what the figure shows, and no more than it shows."""

from __future__ import annotations

import pytest

from workbench.errors import UnknownOption
from workbench.stats import (
    expected_interval_width,
    mean_change,
    pearson,
    permutation_change,
    regression_to_the_mean,
    smallest_possible_p,
    standardised_change,
)
from workbench.words.describe import describe

BEFORE, AFTER = [4, 6, 5, 9, 2.5], [6, 7, 9, 8, 2.5]


def test_every_pupils_line_is_told() -> None:
    assert describe(mean_change(BEFORE, AFTER)) == (
        "One line for each of 5 pupils, from 2.5 to 9 marks before to 2.5 to 9 after: 3 rise, 1 stays level and 1 falls. "
        "Beside the lines each pupil's change is a dot. The mean change is 1.2; its 95% interval is a bar from −1.2 to 3.6."
    )


def test_of_a_group_only_means_are_told() -> None:
    text = describe(mean_change(BEFORE, AFTER), show="group")
    assert text == (
        "A line from a mean of 5.3 marks before to 6.5 after, for 5 pupils. "
        "The mean change is 1.2; its 95% interval is a bar from −1.2 to 3.6."
    )
    assert "9" not in text.replace("95%", "")


def test_an_interval_that_is_not_drawn_is_not_told() -> None:
    assert describe(permutation_change(BEFORE, AFTER)).endswith("The mean change is 1.2; no interval is drawn.")
    one_sided = describe(permutation_change(BEFORE, AFTER, alternative="greater", level=0.8))
    assert "with no upper end" in one_sided
    assert describe(permutation_change([1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 7, 8])).endswith("The mean change is 2.0; no interval is drawn.")


@pytest.mark.parametrize("show", ["pupils", "group"])
def test_every_result_with_a_figure_has_its_alternative(show: str) -> None:
    for result in (
        standardised_change(BEFORE, AFTER),
        regression_to_the_mean(22, 15, gain=3.2),
        regression_to_the_mean(22, 15, 0.8, source="whole_year"),
        expected_interval_width("paired", 12),
        smallest_possible_p("paired", 5),
        pearson(BEFORE, AFTER),
        mean_change([2, 2, 2], [4, 4, 4]),
        permutation_change([2], [4]),
    ):
        text = describe(result, show=show)
        assert text.endswith(".")
        assert "None" not in text
        assert "1 pupils" not in text


def test_another_figure_is_refused() -> None:
    with pytest.raises(UnknownOption, match="pupils, group"):
        describe(mean_change(BEFORE, AFTER), show="class")
    with pytest.raises(UnknownOption, match="There are no words for this"):
        describe(3)  # type: ignore[arg-type]
