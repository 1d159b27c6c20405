"""Charts of one pupil's series: every observation is there, the change is where it came, and a group shows nobody's days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench import stats
from workbench.figures.draw import draw

BEFORE, AFTER = [20, None, 20, 26, 25, 22, 23], [28, 25, 24, None, 27, 30, 30, 29]
PUPILS = (
    ["a"] * 5 + ["b"] * 5 + ["c"] * 5,
    [1, 2, 3, 4, 5] * 3,
    [0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1],
    [3, 2, 5, 6, 5, 2, 4, 3, 6, 7, 1, 2, 2, 4, 3],
)


def points(axes: Any) -> set[tuple[float, float]]:
    """Return what is drawn with round marks."""
    lines = [line for line in axes.lines if line.get_marker() == "o"]
    return {(float(x), float(y)) for line in lines for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)}


@pytest.mark.parametrize("function", [stats.nap, stats.tau_u, stats.pem, stats.baseline_corrected_tau, stats.within_case_smd])
def test_every_observation_stands_at_its_session(function: Callable[..., Any]) -> None:
    figure = draw(function(BEFORE, AFTER))
    expected = {(float(at), float(value)) for at, value in enumerate(BEFORE + AFTER, start=1) if value is not None}
    assert points(figure.axes[0]) == expected


def test_the_line_of_the_change_stands_between_the_phases() -> None:
    axes = draw(stats.nap(BEFORE, AFTER)).axes[0]
    upright = [line for line in axes.lines if list(line.get_ydata()) == [0, 1]]
    assert [float(line.get_xdata()[0]) for line in upright] == [7.5]


def test_every_possible_start_is_drawn_and_the_one_that_was_drawn_is_a_diamond() -> None:
    series = [2, 1, 3, 2, 2, 3, 4, 3, 5, 4, 5, 4, 5]
    result = stats.phase_randomisation(series, [0] * 5 + [1] * 8, range(4, 12))
    below = draw(result).axes[1]
    assert points(below) == set(zip(map(float, result.start_points), result.statistics, strict=True))
    diamonds = [line for line in below.lines if line.get_marker() == "D"]
    assert [(line.get_xdata()[0], line.get_ydata()[0]) for line in diamonds] == [(6, result.estimate)]


def test_each_pupil_has_a_chart_of_their_own() -> None:
    figure = draw(stats.between_case_smd(*PUPILS))
    assert len(figure.axes) == 4
    assert set.union(*(points(axes) for axes in figure.axes)) == set(zip(map(float, PUPILS[1]), map(float, PUPILS[3]), strict=True))


def test_a_group_shows_nobodys_days() -> None:
    results: list[Any] = [stats.nap(BEFORE, AFTER), stats.between_case_smd(*PUPILS)]
    results.append(stats.phase_randomisation([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1], [3, 4, 5]))
    for result in results:
        figure = draw(result, show="group")
        assert all(points(axes) == set() for axes in figure.axes)
