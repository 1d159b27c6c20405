"""The pupils, and above them what the same pupils would give when drawn again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures._change_dots import MANY, dot_rows, dot_size
from workbench.figures.stacking import same_pairs, stack, widest
from workbench.figures.style import DOWN, FAINT, MEAN, UP, bar_words, interval_bar, new_figure, whole_number_ticks
from workbench.stats.resampling import BootstrapInterval
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ON_THE_MARKS = {"mean", "median", "trimmed_mean", "mean_change", "median_change"}
"""Statistics that stand on the same scale as the pupils' marks or changes below them."""
STACKED = 6.25
"""So many dots stand on one another before they move closer."""
GAP = 0.28
"""Room above each row of dots."""
LABELS = {
    "mean": "mean, in {unit}",
    "median": "median, in {unit}",
    "sd": "spread (SD), in {unit}",
    "trimmed_mean": "trimmed mean, in {unit}",
    "mean_change": "mean change in {unit}",
    "median_change": "median change in {unit}",
    "correlation": "correlation",
    "mean_difference": "difference of means in {unit}, first minus second",
    "median_difference": "difference of medians in {unit}, first minus second",
}


def _bootstrap(result: BootstrapInterval, pupils: bool, unit: str) -> Figure:
    """Draw the hill of resamples with the interval under it, and the pupils below."""
    label = "your own statistic" if result.own else LABELS[result.statistic].format(unit=unit)
    if not pupils:
        return _bar_alone(result, label)
    across = result.statistic == "correlation" or (result.own and result.design == "paired")
    shared = result.statistic in ON_THE_MARKS and not result.own
    rows = [] if across else _heights(result)
    lower = 3.4 if across else (1.6 if result.n <= MANY else 2.2) * (sum(rows) + GAP * len(rows))
    figure = new_figure(7.6, 1.7 + lower + 1.2)
    top, below = figure.subplots(2, 1, height_ratios=[1.7, lower], sharex=shared)
    _hill(top, result)
    hill = "\nhill: the same pupils drawn again and again" if result.bins else ""
    top.set_xlabel(f"{label}{hill}{bar_words(result.low, result.high, result.level)}")
    if across:
        _pairs(below, result, unit)
        return figure
    _rows(below, result, unit, rows)
    if shared:
        top.tick_params(axis="x", labelbottom=True)
        ends = [*below.dataLim.intervalx, *(edge for start, stop, _ in result.bins for edge in (start, stop)), result.estimate]
        room = (max(ends) - min(ends)) * 0.03 or 1.0
        below.set_xlim(min(ends) - room, max(ends) + room)
    return figure


def _bar_alone(result: BootstrapInterval, label: str) -> Figure:
    """Draw the estimate with its interval; with few pupils a hill would stand on their very marks."""
    figure = new_figure(7.6, 1.8)
    axes = figure.subplots()
    shown = [result.estimate, *(end for end in (result.low, result.high) if end is not None)]
    if _from_none(result):
        shown.append(0.0)
        axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    room = (max(shown) - min(shown)) * 0.15 or 1.0
    axes.set_xlim(min(shown) - room, max(shown) + room)
    _interval(axes, result, 0.0)
    axes.set_ylim(-0.3, 0.3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(label + bar_words(result.low, result.high, result.level))
    whole_number_ticks(axes, upright=False)
    return figure


def _from_none(result: BootstrapInterval) -> bool:
    """Return whether 0 stands for no change, no difference or no link."""
    return not result.own and (result.design == "two_groups" or result.statistic.endswith("_change") or result.statistic == "correlation")


def _interval(axes: Axes, result: BootstrapInterval, at: float) -> None:
    """Draw the diamond with its bar; a bar of no length would look like an exact answer."""
    if result.low is None or result.high is None or result.low == result.high:
        interval_bar(axes, result.estimate, None, None, at=at, upright=False)
        _no_interval(axes, result.estimate, at)
    else:
        interval_bar(axes, result.estimate, result.low, result.high, at=at, upright=False)


def _columns(result: BootstrapInterval) -> list[Sequence[float]]:
    """Return what stands below the hill: marks, changes, or the marks of two groups."""
    if result.y is None:
        return [result.x]
    if result.design == "paired":
        return [[round(after - before, 9) for before, after in zip(result.x, result.y, strict=True)]]
    return [result.y, result.x]


def _near(columns: Sequence[Sequence[float]]) -> float:
    values = [value for column in columns for value in column]
    return (max(values) - min(values)) / 60


def _heights(result: BootstrapInterval) -> list[float]:
    """Return how high each row of dots is stacked, in a unit of ``STACKED`` dots; never higher than 1."""
    columns = _columns(result)
    return [min(1.0, widest(stack(column, near=_near(columns))) / STACKED) for column in columns]


def _hill(axes: Axes, result: BootstrapInterval) -> None:
    """Draw the shares of resamples as steps, with the estimate and its interval under them."""
    tallest = max((share for _, _, share in result.bins), default=1.0)
    for start, stop, share in result.bins:
        outside = result.low is not None and result.high is not None and (stop <= result.low or start >= result.high)
        axes.bar(
            start,
            share,
            stop - start,
            align="edge",
            color="white" if outside else FAINT,
            edgecolor=UP,
            linewidth=0.5 if result.n <= MANY else 0.15,
            hatch="////" if outside else None,
            zorder=2,
        )
    if not result.bins:
        axes.set_xlim(result.estimate - 1, result.estimate + 1)
    elif _from_none(result) and result.bins[0][0] <= 0 <= result.bins[-1][1]:
        axes.axvline(0, color=MEAN, linewidth=1, linestyle=":", zorder=5)
    _interval(axes, result, -0.16 * tallest)
    axes.set_ylim(-0.34 * tallest, 1.05 * tallest)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    whole_number_ticks(axes, upright=False)


def _no_interval(axes: Axes, estimate: float, at: float) -> None:
    """Say beside the diamond that no interval is drawn, on the side with more room."""
    left, right = axes.get_xlim()
    outward = 1 if estimate - left < right - estimate else -1
    axes.annotate(
        "no interval",
        xy=(estimate, at),
        xytext=(10 * outward, 0),
        textcoords="offset points",
        horizontalalignment="left" if outward > 0 else "right",
        verticalalignment="center",
        fontsize=9,
        color=MEAN,
    )


def _rows(axes: Axes, result: BootstrapInterval, unit: str, heights: Sequence[float]) -> None:
    """Draw every pupil's mark, or change, as a dot; two groups in two rows."""
    columns = _columns(result)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    if result.design == "paired":
        axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
        dot_rows(axes, columns[0])
    elif result.design == "two_groups":
        second, first = columns
        raised = heights[0] + GAP
        _dots(axes, second, ("^", DOWN), near=_near(columns), base=0.0)
        _dots(axes, first, ("o", UP), near=_near(columns), base=raised)
        axes.set_yticks([raised + 0.05, 0.05], [f"first group\n({result.n_x} pupils)", f"second group\n({result.n_y} pupils)"])
        axes.tick_params(axis="y", length=0)
    else:
        _dots(axes, columns[0], ("o", UP), near=_near(columns), base=0.0)
    axes.set_ylim(-0.08, sum(heights) + GAP * len(heights) - 0.08)
    axes.set_xlabel(f"each pupil's {'change in ' if result.design == 'paired' else ''}{unit}")
    whole_number_ticks(axes, upright=False)


def _dots(axes: Axes, values: Sequence[float], look: tuple[str, str], *, near: float, base: float) -> None:
    """Stack one group's dots upwards."""
    places = stack(values, near=near)
    step = min(1 / STACKED, 1.0 / widest(places))
    marker, colour = look
    axes.scatter(
        values,
        [base + step * place + 0.03 for place in places],
        marker=marker,
        color=colour,
        s=dot_size(len(values), step * 115),
        linewidths=0.3,
        edgecolors="white",
        zorder=3,
    )


def _pairs(axes: Axes, result: BootstrapInterval, unit: str) -> None:
    """Draw every pupil's two marks; pupils with the same two marks share a bigger dot."""
    assert result.y is not None
    shared = same_pairs(result.x, result.y)
    axes.scatter(
        [x for x, _ in shared],
        [y for _, y in shared],
        s=[dot_size(result.n, 12) * count for count in shared.values()],
        color=UP,
        linewidths=0.4,
        edgecolors="white",
        alpha=0.85,
        zorder=3,
    )
    axes.set_xlabel(f"first {unit}")
    axes.set_ylabel(f"second {unit}")
    whole_number_ticks(axes)
    whole_number_ticks(axes, upright=False)


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {BootstrapInterval: _bootstrap}
