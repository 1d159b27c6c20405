"""Markers compared: a grid of what both gave, every paper's ratings in a column, differences over means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures.stacking import same_pairs
from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, bar_words, interval_bar, new_figure, whole_number_ticks
from workbench.stats.agreement import BlandAltman, CohenKappa, FleissKappa, GwetAC, IntraclassCorrelation, KrippendorffAlpha
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MARKERS = "o^sDvPX*"
COLOURS = (UP, DOWN, MEAN, SAME)
MANY = 60
"""Above so many papers, dots are drawn finer."""
SMALL_GRID = 12
"""Above so many levels, a grid's numbers are drawn finer."""
DIAGONAL = "#dbe5f1"
CLOSE = 0.2
"""Limits nearer to each other than this share of the figure are named together."""
ENDS = "0 luck alone, 1 full agreement"
NAMES: dict[type[Result], str] = {
    CohenKappa: "Cohen's kappa",
    FleissKappa: "Fleiss' kappa",
    GwetAC: "Gwet's AC",
    KrippendorffAlpha: "Krippendorff's alpha",
}


def _scale(axes: Axes, result: Any, name: str) -> None:
    """Draw a coefficient with its interval on the scale from luck to full agreement."""
    values = [each for each in (result.estimate, result.low, result.high) if each is not None]
    axes.set_xlim(min([-0.05, *[value - 0.05 for value in values]]), max([1.05, *[value + 0.05 for value in values]]))
    for place in (0, 1):
        axes.axvline(place, color=FAINT, linewidth=1, zorder=0)
    if result.estimate is None:
        axes.text(0.5, 0, "no value for these papers", horizontalalignment="center", verticalalignment="center", fontsize=9)
    else:
        interval_bar(axes, result.estimate, result.low, result.high, at=0, upright=False)
    axes.set_ylim(-0.3, 0.3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(name + bar_words(result.low, result.high, result.level))
    whole_number_ticks(axes, upright=False)


def _group(result: Any, name: str) -> Figure:
    figure = new_figure(7.6, 1.8)
    _scale(figure.subplots(), result, name)
    return figure


def _cohen(result: CohenKappa, pupils: bool, unit: str) -> Figure:
    """Draw how many papers got each pair of levels, agreement along the shaded diagonal, and kappa below."""
    name = NAMES[CohenKappa] + (f", {result.weights} weights" if result.weights else "")
    if not pupils:
        return _group(result, f"{name}\n{ENDS}")
    size = len(result.levels)
    side = min(7.0, max(3.2, 0.55 * size + 1.6))
    figure = new_figure(max(side, 4.8), side + 1.4)
    grid, below = figure.subplots(2, 1, height_ratios=[side, 1.0])
    _cells(grid, result.table)
    names = [str(level) for level in result.levels]
    long = max(map(len, names)) > 4
    grid.set_xticks(range(size), names, rotation=35 if long else 0, horizontalalignment="right" if long else "center")
    grid.set_yticks(range(size), names)
    grid.tick_params(length=0, labelsize=9 if size <= SMALL_GRID else 6)
    grid.set_xlabel("second marker")
    grid.set_ylabel("first marker")
    _scale(below, result, f"{name}\n{ENDS}")
    return figure


def _cells(axes: Axes, table: Sequence[Sequence[int]]) -> None:
    from matplotlib.patches import Rectangle

    size = len(table)
    for row, numbers in enumerate(table):
        for column, number in enumerate(numbers):
            same = row == column
            axes.add_patch(
                Rectangle(
                    (column - 0.5, row - 0.5),
                    1,
                    1,
                    facecolor=DIAGONAL if same else "white",
                    edgecolor=MEAN if same else FAINT,
                    linewidth=1.2 if same else 0.6,
                    zorder=2 if same else 1,
                )
            )
            if number:
                axes.text(
                    column,
                    row,
                    str(number),
                    horizontalalignment="center",
                    verticalalignment="center",
                    fontsize=11 if size <= SMALL_GRID else 6,
                    fontweight="bold" if same else "normal",
                    zorder=3,
                )
    axes.set_xlim(-0.6, size - 0.4)
    axes.set_ylim(size - 0.4, -0.6)
    axes.set_aspect("equal")
    for spine in axes.spines.values():
        spine.set_visible(False)


def _many(result: FleissKappa | GwetAC | KrippendorffAlpha, pupils: bool, unit: str) -> Figure:
    """Draw every paper's ratings in a column of their own, and the coefficient below."""
    name = f"{NAMES[type(result)]}\n{ENDS}"
    if not pupils:
        return _group(result, name)
    place = {level: spot for spot, level in enumerate(result.levels)}
    rows = [[None if value is None else float(place[value]) for value in row] for row in result.ratings]
    figure, strip = _strip(rows, result, name)
    strip.set_yticks(range(len(result.levels)), [str(level) for level in result.levels])
    strip.set_ylim(-0.5, len(result.levels) - 0.5)
    strip.set_ylabel("level")
    return figure


def _intraclass(result: IntraclassCorrelation, pupils: bool, unit: str) -> Figure:
    """Draw every paper's marks in a column of their own, and the coefficient below."""
    if not pupils:
        return _group(result, result.form)
    figure, strip = _strip([list(row) for row in result.ratings], result, f"{result.form} (1 full agreement)")
    strip.set_ylabel(unit)
    whole_number_ticks(strip)
    return figure


def _strip(rows: Sequence[Sequence[float | None]], result: Any, name: str) -> tuple[Figure, Axes]:
    fine = len(rows) > MANY
    if fine:  # in the order of their averages, so that the band can be read where the columns cannot
        rows = sorted(rows, key=_average)
    figure = new_figure(7.6, 5.0)
    strip, below = figure.subplots(2, 1, height_ratios=[3.4, 1.0])
    raters = len(rows[0])
    every = [(MARKERS[rater % len(MARKERS)], COLOURS[rater % len(COLOURS)]) for rater in range(raters)]
    for place, row in enumerate(rows, start=1):
        known = [value for value in row if value is not None]
        if known and min(known) < max(known):
            strip.plot([place, place], [min(known), max(known)], color=FAINT, linewidth=0.6 if fine else 1.4, zorder=1)
    step = min(0.56 / raters, 9 * len(rows) / (7.0 * 72))  # side by side, yet close to the paper's line
    for rater, (marker, colour) in enumerate(every):
        shift = step * (rater - (raters - 1) / 2)
        known_to = [(place + shift, value) for place, value in enumerate((row[rater] for row in rows), start=1) if value is not None]
        x, y = [spot for spot, _ in known_to], [value for _, value in known_to]
        strip.scatter(x, y, marker=marker, color=colour, s=6 if fine else 20 if len(rows) > 20 else 32, linewidth=0, alpha=0.85, zorder=3)
    strip.set_xlim(0.3, len(rows) + 0.7)
    strip.set_xlabel("papers, lowest average first" if fine else "paper, as listed")
    if len(rows) <= SMALL_GRID:
        strip.set_xticks(range(1, len(rows) + 1))
    if raters <= len(MARKERS):
        _legend(figure, every)
    _scale(below, result, name)
    return figure, strip


def _average(row: Sequence[float | None]) -> float:
    known = [value for value in row if value is not None]
    return sum(known) / len(known) if known else 0.0


def _legend(figure: Figure, every: Sequence[tuple[str, str]]) -> None:
    from matplotlib.lines import Line2D

    keys = [
        Line2D([], [], marker=marker, color=colour, linestyle="none", markersize=6, label=f"marker {rater}")
        for rater, (marker, colour) in enumerate(every, start=1)
    ]
    figure.legend(handles=keys, loc="outside upper left", ncols=4, fontsize=9, handletextpad=0.2)


def _limits(result: BlandAltman, pupils: bool, unit: str) -> Figure:
    """Draw every paper's difference above the mean of its two marks, with the bias, its interval and the limits."""
    figure = new_figure(7.6, 4.4)
    axes = figure.subplots()
    axes.axhline(0, color=FAINT, linewidth=1, zorder=0)
    if result.low is not None and result.high is not None:
        axes.axhspan(result.low, result.high, color="#e6e6e6", zorder=0, linewidth=0)
        for limit in (result.lower_limit, result.upper_limit):
            axes.axhline(limit, color=MEAN, linewidth=1.2, linestyle="--", zorder=2)
    axes.axhline(result.estimate, color=MEAN, linewidth=1.6, zorder=2)
    if pupils:
        shared = same_pairs(result.means, result.differences)
        size = 30 if result.n <= MANY else 10
        axes.scatter(
            [mean for mean, _ in shared],
            [difference for _, difference in shared],
            s=[size * count for count in shared.values()],
            color=UP,
            edgecolor="white",
            linewidth=0.5,
            alpha=0.85,
            zorder=3,
        )
        axes.set_xlabel(f"mean of the two, {unit}")
        whole_number_ticks(axes, upright=False)
    else:
        axes.set_xticks([])
        axes.set_xlabel(f"{result.n} paper{'' if result.n == 1 else 's'}")
    _room(axes, result)
    axes.set_ylabel(f"first minus second, {unit}")
    whole_number_ticks(axes)
    return figure


def _room(axes: Axes, result: BlandAltman) -> None:
    """Make room for every dot and line, and name the lines at the right where they end."""
    ends = [0.0, result.lower_limit, result.upper_limit, *([] if result.low is None or result.high is None else [result.low, result.high])]
    low, high = axes.dataLim.intervaly
    if low <= high:
        ends += [low, high]
    room = (max(ends) - min(ends)) * 0.08 or 1.0
    axes.set_ylim(min(ends) - room, max(ends) + room)
    named = [(result.estimate, "average")]
    if 0 < result.upper_limit - result.lower_limit < CLOSE * (max(ends) - min(ends)):
        named = [(result.estimate, "average\nand limits")]
    elif result.sd:
        named += [(result.lower_limit, "lower limit"), (result.upper_limit, "upper limit")]
    for at, text in named:
        axes.annotate(
            text,
            xy=(1, at),
            xycoords=("axes fraction", "data"),
            xytext=(4, 0),
            textcoords="offset points",
            verticalalignment="center",
            fontsize=9,
            color=MEAN,
        )


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    CohenKappa: _cohen,
    FleissKappa: _many,
    GwetAC: _many,
    KrippendorffAlpha: _many,
    IntraclassCorrelation: _intraclass,
    BlandAltman: _limits,
}
