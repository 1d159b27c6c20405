"""Every pupil is in the figure, a group's figure holds no pupil, and the bytes are the same each time."""

from __future__ import annotations

import subprocess
import sys
from random import Random
from typing import Any

import pytest

from workbench.errors import UnknownOption
from workbench.figures.draw import draw
from workbench.figures.save import png, svg
from workbench.figures.stacking import around, stack
from workbench.stats import (
    expected_interval_width,
    mean_change,
    pearson,
    permutation_change,
    regression_to_the_mean,
    smallest_possible_p,
    standardised_change,
)


def made(n: int) -> tuple[list[float], list[float]]:
    random = Random(n)
    before = [float(min(40, max(0, round(random.gauss(20, 7))))) for _ in range(n)]
    return before, [min(40.0, max(0.0, mark + round(random.gauss(2, 4)))) for mark in before]


def dots(axes: Any) -> list[tuple[float, float]]:
    return [tuple(point) for collection in axes.collections for point in collection.get_offsets()]


@pytest.mark.parametrize("n", [2, 3, 12, 28, 300])
def test_every_pupil_is_a_dot_of_its_own_before_after_and_in_the_changes(n: int) -> None:
    before, after = made(n)
    left, right = draw(mean_change(before, after)).axes
    assert sorted(y for _, y in dots(left)) == sorted(before + after)
    assert sorted(y for _, y in dots(right)) == sorted(b - a for a, b in zip(before, after, strict=True))
    assert len({(round(x, 6), y) for x, y in dots(left)}) == 2 * n
    assert len({(round(x, 6), y) for x, y in dots(right)}) == n


@pytest.mark.parametrize("n", [1, 3, 28, 300])
def test_every_change_is_a_dot_of_its_own_above_the_interval(n: int) -> None:
    before, after = made(n)
    (axes,) = draw(permutation_change(before, after, level=None)).axes
    assert len({(x, round(y, 6)) for x, y in dots(axes)}) == n
    assert min(y for _, y in dots(axes)) > 0


def test_a_groups_figure_holds_no_pupil() -> None:
    before, after = made(12)
    result = mean_change(before, after)
    figure = draw(result, show="group")
    assert all(dots(axes) == [] for axes in figure.axes)
    assert not figure.legends
    drawn = {float(y) for axes in figure.axes for line in axes.lines for y in line.get_ydata()}
    assert drawn <= {0.0, 1.0, result.mean_before, result.mean_after, result.estimate, result.low, result.high}
    assert dots(draw(permutation_change(before, after), show="group").axes[0]) == []
    assert dots(draw(pearson(before, after), show="group").axes[0]) == []


def all_results() -> list[Any]:
    before, after = made(12)
    return [
        mean_change(before, after),
        mean_change([2, 4, 6, 8], [4, 6, 8, 10]),
        mean_change([2, 2, 2], [2, 2, 2]),
        permutation_change(before, after),
        permutation_change(before, after, alternative="greater"),
        permutation_change([4, 6, 5], [6, 7, 9]),
        standardised_change(before, after),
        regression_to_the_mean(22, 15, gain=3.2),
        regression_to_the_mean(22, 25, 0.7, source="whole_year"),
        expected_interval_width("paired", 12),
        expected_interval_width("paired", 2, sd=3),
        smallest_possible_p("paired", 5),
        smallest_possible_p("paired", 300),
        pearson(before, after),
    ]


@pytest.mark.parametrize("show", ["pupils", "group"])
def test_the_same_result_gives_the_same_svg(show: str) -> None:
    for result in all_results():
        one = svg(draw(result, show=show))
        assert one == svg(draw(result, show=show))
        assert "<dc:date>" not in one


def test_another_process_gives_the_same_svg() -> None:
    script = (
        "from workbench.stats import mean_change; from workbench.figures.draw import draw; from workbench.figures.save import svg;"
        "import hashlib; print(hashlib.sha256(svg(draw(mean_change([4, 6, 5], [6, 7, 9]))).encode()).hexdigest())"
    )
    runs = {subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert len(runs) == 1


def test_the_readers_own_settings_are_neither_used_nor_changed() -> None:
    import matplotlib as mpl

    result = mean_change(*made(12))
    plain = svg(draw(result))
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "black", "svg.hashsalt": "other"}):
        assert svg(draw(result)) == plain
        assert mpl.rcParams["font.size"] == 30


def test_drawing_leaves_no_figure_behind_in_pyplot() -> None:
    import matplotlib.pyplot as plt

    for result in all_results():
        draw(result)
    assert plt.get_fignums() == []


def test_a_png_is_a_png() -> None:
    assert png(draw(mean_change(*made(12))), dpi=40).startswith(b"\x89PNG")


def test_importing_the_module_loads_no_plotting_library() -> None:
    script = "import workbench.figures.draw, workbench.figures.save, sys; print('matplotlib' in sys.modules, 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split() == ["False", "False"]


def test_ties_are_stacked_and_neighbours_that_would_touch_too() -> None:
    assert stack([3, 3, 3]) == [0, 1, 2]
    assert stack([3.0, 3.1, 3.2, 5], near=0.15) == [0, 1, 0, 0]
    assert around([0, 1, 2, 3, 4]) == [0.0, 1.0, -1.0, 2.0, -2.0]


def test_another_figure_is_refused() -> None:
    with pytest.raises(UnknownOption, match="pupils, group"):
        draw(mean_change([1, 2], [2, 4]), show="class")
    with pytest.raises(UnknownOption, match="There is no figure for this"):
        draw(3)  # type: ignore[arg-type]


def test_a_groups_means_stand_beside_the_spread_of_marks_so_that_a_small_change_looks_small() -> None:
    def steepness(gain: float) -> float:
        before, _ = made(28)
        result = mean_change(before, [mark + gain + (0.5 if place % 2 else -0.5) for place, mark in enumerate(before)])
        bottom, top = draw(result, show="group").axes[0].get_ylim()
        assert (bottom, top) == (int(bottom), int(top))
        assert bottom <= result.mean_before - result.sd_before / 2
        return (result.mean_after - result.mean_before) / (top - bottom)

    assert steepness(1) < 0.1
    assert steepness(8) > 3 * steepness(1)


@pytest.mark.parametrize("pair", [([5], [8]), ([8], [5]), ([4, 6, 5], [9, 11, 10])])
def test_the_words_beside_a_mean_without_an_interval_stay_inside_the_figure(pair: tuple[list[float], list[float]]) -> None:
    for show in ("pupils", "group"):
        figure = draw(permutation_change(*pair), show=show)
        figure.canvas.draw()
        axes = figure.axes[0]
        (words,) = axes.texts
        assert axes.bbox.x0 <= words.get_window_extent().x0
        assert words.get_window_extent().x1 <= axes.bbox.x1


def test_a_range_that_is_a_single_point_is_not_drawn_as_an_exact_answer() -> None:
    result = permutation_change([1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 7, 8])
    assert (result.low, result.high) == (2, 2)
    assert not [line for line in draw(result).axes[0].lines if line.get_marker() == "|"]
