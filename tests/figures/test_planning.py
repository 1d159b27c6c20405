"""Figures of plans: the plan stands on its own curve; a repeat stands under its study."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.figures.draw import draw
from workbench.stats import (
    expected_interval_width,
    power,
    pupils_needed,
    replication_interval,
    smallest_detectable,
    smallest_possible_p,
)


def rings(axes: Any) -> list[tuple[float, float]]:
    return [(float(line.get_xdata()[0]), float(line.get_ydata()[0])) for line in axes.lines if line.get_markersize() == 13]


@pytest.mark.parametrize("design", ["paired", "two_groups"])
def test_a_ring_marks_the_plan_on_its_curve_and_within_the_axes(design: str) -> None:
    plan = power(design, 12, 0.6)
    needed = pupils_needed(design, 0.6)
    least = smallest_detectable(design, 12)
    width = expected_interval_width(design, 12)
    rarest = smallest_possible_p(design, 4)
    for result, here in (
        (plan, plan.power),
        (needed, needed.reached),
        (least, least.effect),
        (width, width.width),
        (rarest, rarest.smallest_p),
    ):
        axes = draw(result).axes[0]
        assert rings(axes) == [(result.n, here)]
        assert axes.get_ylim()[0] <= here <= axes.get_ylim()[1]
        assert (result.n, here) in result.rows


def test_a_least_p_below_one_in_a_million_is_told_and_not_drawn() -> None:
    axes = draw(smallest_possible_p("paired", 300)).axes[0]
    assert rings(axes) == []
    assert "300 pupils: below 0.000001" in [text.get_text() for text in axes.texts]


def test_a_repeat_that_is_known_is_a_cross_on_its_line_and_in_view() -> None:
    axes = draw(replication_interval(3.2, 12, 15, sd=4, found=9.5)).axes[0]
    crosses = [line for line in axes.lines if line.get_marker() == "X"]
    assert [(float(line.get_xdata()[0]), float(line.get_ydata()[0])) for line in crosses] == [(9.5, 0)]
    assert axes.get_xlim()[1] > 9.5
    assert [line for line in draw(replication_interval(3.2, 12, 15, sd=4)).axes[0].lines if line.get_marker() == "X"] == []
