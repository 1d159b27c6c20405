"""Several groups and occasions drawn, and told to a reader who cannot see them."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.figures.draw import draw
from workbench.stats import adjusted_difference, analysis_of_variance, friedman, kruskal_wallis
from workbench.words.describe import describe

GROUPS = [[2, 3, 3], [7.5], [5, 7, 9, 12]]


def drawn_points(figure: Any) -> int:
    return sum(len(each.get_offsets()) for axes in figure.axes for each in axes.collections)


def test_every_pupil_is_a_dot_of_the_group() -> None:
    assert drawn_points(draw(kruskal_wallis(*GROUPS))) == 8
    assert drawn_points(draw(kruskal_wallis(*GROUPS), show="group")) == 0


def test_a_group_of_one_pupil_has_no_line_in_the_figure_of_the_groups() -> None:
    def lines(figure: Any) -> int:
        return sum(line.get_linewidth() == 2.2 for line in figure.axes[0].lines)

    result = kruskal_wallis(*GROUPS)
    assert (lines(draw(result)), lines(draw(result, show="group"))) == (3, 2)
    assert "7.5" in describe(result)
    assert "7.5" not in describe(result, show="group").replace("middle 7.5", "")
    assert describe(result, show="group").endswith("A group of one pupil has no line.")


def test_no_pupils_line_is_drawn_for_the_group_alone() -> None:
    result = friedman([[1, 2, 3], [2, 4, 3], [1, 5, 2]])
    assert len(draw(result).axes[0].lines) == 4
    assert len(draw(result, show="group").axes[0].lines) == 1
    assert describe(result) == (
        "A thin line for each of 3 pupils over 3 occasions, from 1 to 5 marks. "
        "A thick line joins the middle marks, occasion 1: 1, 2: 4 and 3: 3 marks."
    )


def test_the_two_lines_are_parallel_and_as_far_apart_as_the_difference() -> None:
    result = adjusted_difference([1, 2, 3, 2, 4, 5], [2, 2, 4, 6, 5, 8], list("AAABBB"))
    left, right = draw(result).axes
    (x0, x1), first = left.lines[0].get_xdata(), left.lines[0].get_ydata()
    second = left.lines[1].get_ydata()
    assert first[0] - second[0] == pytest.approx(result.estimate)
    assert first[1] - second[1] == pytest.approx(result.estimate)
    assert (first[1] - first[0]) / (x1 - x0) == pytest.approx(result.slope)
    assert left.get_ylim()[0] - right.get_ylim()[0] == pytest.approx(result.adjusted_y)


def test_the_means_are_drawn_where_means_are_compared() -> None:
    assert "mean, group 1: 2.67, 2: 5 and 3: 7 marks" in describe(analysis_of_variance([2, 3, 3], [4, 5, 6], [5, 7, 9]))
