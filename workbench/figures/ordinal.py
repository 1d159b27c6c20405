"""Answers on a scale, drawn: every level has its bar, those that nobody ticked too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from textwrap import fill
from typing import TYPE_CHECKING, Any

from workbench.figures.proportion import divided, keys, line_of_shares
from workbench.figures.style import DOWN, FAINT, SAME, UP, bar_words, interval_bar, new_figure, no_interval
from workbench.stats.ordinal import Distribution, LikertDifference, Shift
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOOKS: dict[str, dict[str, Any]] = {
    "up": {"facecolor": UP, "edgecolor": "white"},
    "same": {"facecolor": "#e3e3e3", "edgecolor": SAME, "hatch": ".."},
    "down": {"facecolor": DOWN, "edgecolor": "white", "hatch": "xx"},
}
FIRST: dict[str, Any] = {"facecolor": UP, "edgecolor": "white"}
SECOND: dict[str, Any] = {"facecolor": "white", "edgecolor": DOWN, "hatch": "///"}
MOST_STEPS = 15


def _shift(result: Shift, pupils: bool, unit: str) -> Figure:
    """Draw the pupils as one bar in three parts, and below it how far how many moved."""
    sizes = pupils and result.changed > 0 and len(result.rows) <= MOST_STEPS
    figure = new_figure(7.6, 4.6 if sizes else 2.4)
    above, below = figure.subplots(2, 1, height_ratios=[1, 1.3]) if sizes else (figure.subplots(), None)
    parts = [("up", result.up, LOOKS["up"]), ("stayed the same", result.same, LOOKS["same"]), ("down", result.down, LOOKS["down"])]
    divided(above, 1, parts)
    line_of_shares(above, "share of pupils")
    above.set_yticks([1], ["all pupils"])
    above.set_ylim(0.6, 1.4)
    if result.estimate is not None and result.low is not None and result.high is not None:
        above.plot([50, 50], [-0.15, 0.5], color=FAINT, linewidth=1, zorder=0)
        interval_bar(above, 100 * result.estimate, 100 * result.low, 100 * result.high, at=0.2, upright=False)
        above.set_ylim(-0.15, 1.4)
        above.set_yticks([1, 0.2], ["all pupils", "of the moves,\nupwards"])
    keys(figure, parts)
    if below is not None:
        _moves(below, result)
    return figure


def _moves(axes: Axes, result: Shift) -> None:
    changes, counts = [change for change, _ in result.rows], [count for _, count in result.rows]
    gaps = [later - earlier for earlier, later in pairwise(changes)]
    wide = 0.7 * min([1.0, *gaps])
    for change, count in result.rows:
        axes.bar([change], [count], width=wide, **LOOKS["up" if change > 0 else "down" if change < 0 else "same"])
        _above(axes, change, count)
    axes.set_xticks(changes, [f"{change:+g}".replace("-", "−") if change else "0" for change in changes])
    axes.set_xlim(min(changes) - max(wide, 0.6), max(changes) + max(wide, 0.6))
    _count_axis(axes, counts)
    axes.set_xlabel("steps moved, after minus before")
    axes.set_ylabel("pupils")


def _above(axes: Axes, place: float, count: int, height: float | None = None) -> None:
    axes.annotate(
        f"{count}",
        xy=(place, count if height is None else height),
        xytext=(0, 3),
        textcoords="offset points",
        horizontalalignment="center",
        fontsize=9,
    )


def _count_axis(axes: Axes, counts: Sequence[float]) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True, steps=[1, 2, 5, 10]))
    axes.set_ylim(0, max([*counts, 1]) * 1.18)


def _distribution(result: Distribution, pupils: bool, unit: str) -> Figure:
    """Draw a bar for each level, with its count; along the foot, or down the side where levels have names."""
    counts, places = [row[1] for row in result.rows], range(len(result.rows))
    if result.labels is not None:
        figure = new_figure(7.6, 1.0 + 0.42 * len(counts))
        axes = figure.subplots()
        axes.barh(places, counts, height=0.7, **FIRST)
        for place, count in zip(places, counts, strict=True):
            axes.annotate(f"{count}", xy=(count, place), xytext=(4, 0), textcoords="offset points", verticalalignment="center", fontsize=9)
        axes.set_yticks(places, [fill(label, 26) for label in result.labels])
        axes.tick_params(axis="y", length=0)
        axes.set_xlim(0, max(counts) * 1.1)
        axes.set_xlabel("answers")
        _whole_across(axes)
        return figure
    figure = new_figure(7.6 if len(counts) > 6 else 5.6, 3.4)
    axes = figure.subplots()
    axes.bar(places, counts, width=0.7, **FIRST)
    for place, count in zip(places, counts, strict=True):
        _above(axes, place, count)
    axes.set_xticks(places, [_plain(level) for level in result.scale])
    axes.tick_params(axis="x", length=0)
    _count_axis(axes, counts)
    axes.set_xlabel("level of the scale")
    axes.set_ylabel("answers")
    return figure


def _whole_across(axes: Axes) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True, steps=[1, 2, 5, 10]))


def _plain(level: float) -> str:
    return f"{level:g}".replace("-", "−")


def _likert(result: LikertDifference, pupils: bool, unit: str) -> Figure:
    """Draw two bars at each level, as shares of their columns, each with its count; below, the difference of the means."""
    figure = new_figure(7.6, 4.6)
    above, below = figure.subplots(2, 1, height_ratios=[3, 1])
    shares = [100 * share for row in result.rows for share in row[3:5]]
    for place, (_, count_x, count_y, share_x, share_y) in enumerate(result.rows):
        above.bar([place - 0.2], [100 * share_x], width=0.36, **FIRST)
        above.bar([place + 0.2], [100 * share_y], width=0.36, **SECOND)
        _above(above, place - 0.2, count_x, 100 * share_x)
        _above(above, place + 0.2, count_y, 100 * share_y)
    above.set_xticks(range(len(result.rows)), [_plain(level) for level in result.scale])
    above.tick_params(axis="x", length=0)
    _count_axis(above, shares)
    above.set_ylabel("% of answers")
    above.set_xlabel("level of the scale")
    names = ("before", "after") if result.paired else ("first group", "second group")
    keys(figure, [(f"answers, {names[0]}", result.n_x, FIRST), (f"answers, {names[1]}", result.n_y, SECOND)])
    _difference(below, result)
    return figure


def _difference(axes: Axes, result: LikertDifference) -> None:
    known = [value for value in (0.0, result.estimate, result.low, result.high) if value is not None]
    room = 0.12 * (max(known) - min(known)) or 1.0
    axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    axes.set_xlim(min(known) - room, max(known) + room)
    interval_bar(axes, result.estimate, result.low, result.high, at=0, upright=False)
    if result.low is None and result.high is None and result.level is not None:
        no_interval(axes, result.estimate, result.level, at=0)
    axes.set_ylim(-0.5, 0.5)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    taken = "after minus before" if result.paired else "first minus second"
    axes.set_xlabel(f"difference of the means in points, {taken}{bar_words(result.low, result.high, result.level)}")


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    Distribution: _distribution,
    LikertDifference: _likert,
    Shift: _shift,
}
