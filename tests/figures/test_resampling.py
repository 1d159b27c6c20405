"""Figures of resampling: every pupil a dot under the hill; a report's figure holds no pupil."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.figures.draw import draw
from workbench.stats import bootstrap_interval

X = [3, 3, 4, 7, 7, 7, 9, 12]
Y = [2, 5, 4, 8, 9, 7, 12, 12]


def dots(figure: Any) -> list[tuple[float, float]]:
    return [tuple(point) for axes in figure.axes for each in axes.collections for point in each.get_offsets().tolist()]


@pytest.mark.parametrize(("data", "statistic", "shown"), [(X, "mean", 8), ([X, Y], "mean_change", 8), ([X, Y[:5]], "mean_difference", 13)])
@pytest.mark.parametrize("times", [1, 12])
def test_every_pupil_has_a_place_of_their_own(data: Any, statistic: str, shown: int, times: int) -> None:
    many = [column * times for column in data] if isinstance(data[0], list) else data * times
    found = dots(draw(bootstrap_interval(many, statistic)))
    assert len(found) == len(set(found)) == shown * times


def test_in_a_reports_figure_there_is_no_pupil_and_no_hill_that_stands_on_their_marks() -> None:
    for data, statistic in ((X, "median"), ([X, Y], "mean_change"), ([X, Y], "correlation"), ([X, Y], "mean_difference")):
        figure = draw(bootstrap_interval(data, statistic, draws=200), show="group")
        assert dots(figure) == []
        assert [axes.patches for axes in figure.axes] == [[]] or not list(figure.axes[0].patches)


def test_shares_outside_the_interval_are_hatched_and_its_ends_are_not() -> None:
    result = bootstrap_interval(X)
    for bar in draw(result).axes[0].patches:
        outside = bar.get_x() + bar.get_width() <= result.low or bar.get_x() >= result.high
        assert (bar.get_hatch() is not None) == outside


def test_a_range_that_does_not_exist_is_not_drawn() -> None:
    texts = [text.get_text() for text in draw(bootstrap_interval([6, 6, 6])).axes[0].texts]
    assert texts == ["no interval"]
