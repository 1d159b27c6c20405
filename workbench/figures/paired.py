"""The same pupils before and after: every pupil's line, and beside them the change with its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from workbench.figures import _paired_ranks
from workbench.figures._change_dots import MANY, MARKERS, WAYS, differences, dot_size, dots, row_of_changes, stretch, way
from workbench.figures.stacking import around, same_pairs, stack, widest
from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, bar_words, interval_bar, new_figure, whole_number_ticks
from workbench.stats.paired import MeanChange, PermutationChange, RegressionToTheMean, StandardisedChange
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LINES: dict[str, dict[str, Any]] = {
    "up": {"color": UP, "linestyle": "-"},
    "same": {"color": SAME, "linestyle": ":"},
    "down": {"color": DOWN, "linestyle": "--"},
}


def _mean_change(result: MeanChange, pupils: bool, unit: str) -> Figure:
    """Draw marks before and after on the left and the changes with their mean and interval on the right."""
    figure = new_figure(7.6, 4.6 if result.n <= MANY or not pupils else 6.4)
    left, right = figure.subplots(1, 2, width_ratios=[1.7, 1])
    if pupils:
        _slopes(left, result.before, result.after)
        left.set_ylabel(unit)
        _changes(right, result, unit)
        _legend(figure, left, result)
        return figure
    left.plot([0, 1], [result.mean_before, result.mean_after], color=MEAN, marker="D", markersize=7, linewidth=2)
    _occasions(left)
    left.set_ylim(*_beside_the_spread(result))
    left.set_ylabel(f"mean {unit}")
    _changes(right, result, unit, pupils=False)
    return figure


def _beside_the_spread(result: MeanChange) -> tuple[float, float]:
    """Return ends that show the means beside a spread of the pupils' marks, in whole marks and more.

    Fitted to the two means alone, every change would look as steep as any other.
    """
    low, high = sorted((result.mean_before, result.mean_after))
    spread = max(1, ceil((result.sd_before + result.sd_after) / 2))
    return floor(low - spread), ceil(high + spread)


def _permutation_change(result: PermutationChange, pupils: bool, unit: str) -> Figure:
    """Draw every pupil's change in one row of dots with the mean and its interval below."""
    return row_of_changes(result, pupils, unit, "; below, the mean" if pupils else ", the mean")


def _standardised_change(result: StandardisedChange, pupils: bool, unit: str) -> Figure:
    """Draw the change in units of the named spread, with its interval; it is a figure of the group."""
    figure = new_figure(7.6, 1.8)
    axes = figure.subplots()
    axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    stretch(axes, [result.estimate, result.low, result.high])
    interval_bar(axes, result.estimate, result.low, result.high, at=0, upright=False)
    axes.set_ylim(-0.3, 0.3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    spread = {"average_sd": "average SD before and after", "before_sd": "SD before", "difference_sd": "SD of the changes"}[result.by]
    axes.set_xlabel(f"change in units of the {spread}{bar_words(result.low, result.high, result.level)}")
    return figure


def _occasions(axes: Axes) -> None:
    axes.set_xticks([0, 1], ["before", "after"])
    axes.set_xlim(-0.45, 1.45)
    whole_number_ticks(axes)


def _slopes(axes: Axes, before: Sequence[float], after: Sequence[float]) -> None:
    """One line for each pupil; pupils with the same two marks share a line that is thicker for it."""
    many = len(before) > MANY
    for (first, second), count in same_pairs(before, after).items():
        width = min(0.5 + 0.6 * count if many else 0.7 + 0.7 * count, 4)
        axes.plot([0, 1], [first, second], linewidth=width, alpha=0.25 if many else 0.75, zorder=1, **_LINES[way(first, second)])
    _occasions(axes)
    ways = [way(first, second) for first, second in zip(before, after, strict=True)]
    for base, side, marks in ((0.0, -1, before), (1.0, 1, after)):
        places = stack(marks, near=_overlap(marks, many))
        step = min(0.05, 0.40 / widest(places))
        dots(axes, [base + side * step * place for place in places], marks, ways, size=dot_size(len(before), step * 148))


def _overlap(values: Sequence[float], many: bool) -> float:
    """Return how close two marks must be for their dots to touch in a panel of usual height."""
    return (max(values) - min(values)) / (70 if many else 34)


def _changes(axes: Axes, result: MeanChange, unit: str, *, pupils: bool = True) -> None:
    axes.axhline(0, color=FAINT, linewidth=1, zorder=0)
    if pupils:
        changes = differences(result)
        places = stack(changes, near=_overlap(changes, result.n > MANY))
        step = min(0.075, 0.9 / widest(places))
        ways = [way(0, change) for change in changes]
        dots(axes, [0.38 + step * offset for offset in around(places)], changes, ways, size=dot_size(result.n, step * 123))
    axes.set_xlim(-0.15, 1.15)
    stretch(axes, [result.estimate, result.low, result.high], upright=True)
    interval_bar(axes, result.estimate, result.low, result.high, at=1.0 if pupils else 0.5)
    axes.set_xticks([0.38, 1.0] if pupils else [0.5], ["each pupil", "mean"] if pupils else ["mean change"])
    axes.set_ylabel(f"change in {unit}{bar_words(result.low, result.high, result.level)}")
    whole_number_ticks(axes)


def _legend(figure: Figure, axes: Axes, result: MeanChange) -> None:
    from matplotlib.lines import Line2D

    counts = {"up": result.up, "same": result.same, "down": result.down}
    keys = [Line2D([], [], marker=MARKERS[way], markersize=6, label=f"{counts[way]} {way}", **_LINES[way]) for way in WAYS if counts[way]]
    figure.legend(handles=keys, loc="outside upper left", ncols=3, fontsize=9, handlelength=2.6)


def _regression(result: RegressionToTheMean, pupils: bool, unit: str) -> Figure:
    """Draw the change to expect with nothing done, and below it the change that was seen."""
    figure = new_figure(7.6, 2.2 if result.gain is not None else 1.6)
    axes = figure.subplots()
    known = result.estimate is not None
    sure = result.low if abs(result.low) < abs(result.high) else result.high
    unsure = result.low + result.high - sure
    axes.barh([1], [sure], height=0.5, color=SAME, edgecolor=MEAN)
    if not known:
        axes.barh([1], [unsure - sure], left=[sure], height=0.5, color="white", edgecolor=MEAN, hatch="///")
    labels = ["expected with\nnothing done"]
    if result.gain is not None:
        axes.barh([0], [result.gain], height=0.5, color=UP, edgecolor=MEAN)
        labels.append("seen")
    axes.axvline(0, color=MEAN, linewidth=1)
    axes.set_yticks([1, 0][: len(labels)], labels)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(f"change in {unit}, after minus before")
    axes.use_sticky_edges = False
    axes.margins(x=0.08)
    return figure


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    MeanChange: _mean_change,
    PermutationChange: _permutation_change,
    StandardisedChange: _standardised_change,
    RegressionToTheMean: _regression,
    **_paired_ranks.DRAWN,
}
