"""The forest plot has a row for everything that was combined, and stays readable with three hundred."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from workbench.figures.draw import draw
from workbench.stats import combine, cumulative, leave_one_out


def made(k: int) -> tuple[list[float], list[float]]:
    random = Random(k)
    variances = [round(random.uniform(0.02, 0.4), 3) for _ in range(k)]
    return [round(random.gauss(0.3, (0.05 + each) ** 0.5), 2) for each in variances], variances


def points_of(axes: Any) -> list[tuple[float, float]]:
    from matplotlib.collections import PathCollection

    (dots,) = [each for each in axes.collections if isinstance(each, PathCollection)]
    return [(float(x), float(at)) for x, at in dots.get_offsets()]


@pytest.mark.parametrize("k", [3, 12, 28, 300])
def test_every_study_is_a_square_on_a_row_of_its_own(k: int) -> None:
    y, v = made(k)
    (axes,) = draw(combine(y, v)).axes
    points = points_of(axes)
    assert sorted(x for x, _ in points) == sorted(y)
    assert len({at for _, at in points}) == k
    named = [label.get_text() for label in axes.get_yticklabels()]
    assert named[-2:] == ["all together", "one more study"]
    assert len(named) == (k + 2 if k <= 40 else 3)


def test_the_figure_of_three_hundred_is_no_taller_than_a_page() -> None:
    assert draw(combine(*made(300))).get_size_inches()[1] < 9
    assert draw(combine(*made(28))).get_size_inches()[1] < 10


def test_many_studies_are_drawn_in_order_of_their_figure() -> None:
    (axes,) = draw(combine(*made(300))).axes
    points = sorted((at, x) for x, at in points_of(axes))
    assert [x for _, x in points] == sorted(x for _, x in points)
    (axes,) = draw(cumulative(*made(300))).axes
    assert [at for _, at in points_of(axes)] == [-place for place in range(300)]


def test_a_range_too_wide_for_the_figure_is_cut_with_an_arrow() -> None:
    (axes,) = draw(cumulative(*made(28))).axes
    arrows = [line.get_marker() for line in axes.lines if line.get_marker() in {"<", ">"} and len(line.get_xdata())]
    assert sorted(arrows) == ["<", ">"]


def test_what_rests_on_pupils_is_not_drawn_so_the_groups_figure_is_the_same() -> None:
    for result in (combine(*made(12)), leave_one_out(*made(12)), cumulative(*made(12))):
        one, other = draw(result), draw(result, show="group")
        assert len(one.axes[0].lines) == len(other.axes[0].lines)
