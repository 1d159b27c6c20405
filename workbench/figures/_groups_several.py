"""Several groups side by side, the same pupils on several occasions, and two groups that did not start level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import stdev
from typing import TYPE_CHECKING, Any

from workbench.figures.stacking import around, same_pairs, stack, widest
from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, interval_bar, new_figure, whole_number_ticks
from workbench.stats.groups import AdjustedDifference, AnalysisOfVariance, Dunn, Friedman, Jonckheere, KruskalWallis
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MANY = 60
"""Above a class or two, dots and lines are drawn finer."""
WIDE = 6
"""With more columns than this their sizes stand below their numbers in smaller type."""


def _several(result: Any, pupils: bool, unit: str) -> Figure:
    """Draw every pupil as a dot in the column of the group, with a short line for its middle mark (or mean)."""
    means = isinstance(result, AnalysisOfVariance)
    values = result.means if means else result.medians
    figure = new_figure(7.6, 4.4 if result.n <= MANY or not pupils else 5.4)
    axes = figure.subplots()
    columns = len(result.sizes)
    for place, value in enumerate(values):
        if not pupils and result.sizes[place] == 1:  # the line would be that pupil's own mark
            continue
        axes.plot([place - 0.38, place + 0.38], [value, value], color=MEAN, linewidth=2.2, zorder=2, solid_capstyle="butt")
    everyone = [mark for group in result.data for mark in group]
    if pupils:
        for place, group in enumerate(result.data):
            _column(axes, place, group, everyone, columns=columns)
    shown = everyone if pupils else _with_spread([*values, result.middle], everyone)
    axes.axhline(result.middle, color=FAINT, linewidth=1, linestyle="--", zorder=0)
    _room(axes, shown)
    axes.set_xlim(-0.6, columns - 0.4)
    small = columns > WIDE
    names = [f"{place}\n({size:,})" if small else f"group {place}\n({size:,})" for place, size in enumerate(result.sizes, start=1)]
    axes.set_xticks(range(columns), names, fontsize=8 if small else 10)
    axes.set_xlabel("group, with how many pupils" if small else "")
    axes.set_ylabel(unit if pupils else f"mean {unit}" if means else f"middle {unit}")
    whole_number_ticks(axes)
    _keys(figure, [_line(MEAN, "-", "mean" if means else "middle mark"), _line(FAINT, "--", "middle of all")])
    return figure


def _column(axes: Axes, place: int, group: Sequence[float], everyone: Sequence[float], *, columns: int) -> None:
    n = len(everyone)
    near = (max(everyone) - min(everyone)) / (70 if n > MANY else 34)
    places = stack(group, near=near)
    step = min(0.1, 0.76 / widest(places))
    width = 470 / (columns + 0.2)  # points between two columns
    size = min(44 if n <= 20 else 30 if n <= MANY else 12, (0.95 * step * width) ** 2)
    across = [place + step * each for each in around(places)]
    axes.scatter(across, list(group), s=size, color=UP, linewidth=0.4 if size > 15 else 0, edgecolor="white", zorder=3)


def _with_spread(values: Sequence[float], everyone: Sequence[float]) -> list[float]:
    """Return ends that show the values beside a spread of the marks; fitted to them alone, any step would look steep."""
    spread = max(1.0, stdev(everyone))
    return [min(values) - spread, max(values) + spread]


def _room(axes: Axes, values: Sequence[float]) -> None:
    """Make the axis reach a little beyond all these values."""
    room = (max(values) - min(values)) * 0.06 or 1.0
    axes.set_ylim(min(values) - room, max(values) + room)


def _line(colour: str, style: Any, label: str, marker: str = "", **options: Any) -> Any:
    from matplotlib.lines import Line2D

    return Line2D([], [], color=colour, linestyle=style, label=label, marker=marker, **options)


def _keys(figure: Figure, keys: list[Any]) -> None:
    figure.legend(handles=keys, loc="outside upper left", ncols=len(keys), fontsize=9, handlelength=2.6)


def _friedman(result: Friedman, pupils: bool, unit: str) -> Figure:
    """Draw a thin line for each pupil over the occasions and a thick one for the middle marks."""
    figure = new_figure(7.6, 4.4)
    axes = figure.subplots()
    places = range(result.occasions)
    if pupils:
        many = result.n > MANY
        for (marks, count), style in zip(_shared(result.data).items(), _styles(), strict=False):
            axes.plot(
                places,
                marks,
                color=SAME,
                linewidth=min((0.5 if many else 0.8) * count**0.5, 4),
                alpha=0.3 if many else 0.8,
                marker="" if many else "o",
                markersize=4,
                linestyle=style if result.n <= 12 else "-",
                zorder=1,
            )
    axes.plot(places, result.medians, color=MEAN, linewidth=2.6, marker="D", markersize=7, zorder=3)
    everyone = [mark for row in result.data for mark in row]
    _room(axes, everyone if pupils else _with_spread(result.medians, everyone))
    axes.set_xlim(-0.3, result.occasions - 0.7)
    axes.set_xticks(places, [str(place + 1) for place in places])
    axes.set_xlabel("occasion")
    axes.set_ylabel(unit if pupils else f"middle {unit}")
    whole_number_ticks(axes)
    keys = [_line(MEAN, "-", "middle mark", "D", linewidth=2.6)]
    if pupils:
        keys.append(_line(SAME, "-", f"each of {result.n:,} pupils"))
    _keys(figure, keys)
    return figure


def _shared(rows: Sequence[tuple[float, ...]]) -> dict[tuple[float, ...], int]:
    """Return how many pupils share each line, in order of first appearance."""
    counted: dict[tuple[float, ...], int] = {}
    for row in rows:
        counted[row] = counted.get(row, 0) + 1
    return counted


def _styles() -> Any:
    from itertools import cycle

    return cycle(["-", "--", ":", "-."])


def _adjusted(result: AdjustedDifference, pupils: bool, unit: str) -> Figure:
    """Draw both groups' marks with two parallel lines, and beside them the adjusted difference on the same scale."""
    figure = new_figure(7.6, 4.6)
    left, right = figure.subplots(1, 2, width_ratios=[3.0, 1])
    ends = _ends(result, pupils)
    for mean_before, mean_after, style in (
        (result.mean_before_x, result.mean_after_x, "-"),
        (result.mean_before_y, result.mean_after_y, "--"),
    ):
        left.plot(
            ends, [mean_after + result.slope * (end - mean_before) for end in ends], color=MEAN, linestyle=style, linewidth=2, zorder=2
        )
    if pupils:
        _clouds(left, result)
    drawn = left.dataLim.intervaly
    wanted = [*drawn, *(result.adjusted_y + end for end in (result.low, result.high) if end is not None)]
    _room(left, wanted)
    left.axvline(result.mean_before, color=FAINT, linewidth=1, zorder=0)
    left.set_xlabel(f"{unit} before")
    left.set_ylabel(f"{unit} after")
    whole_number_ticks(left)
    whole_number_ticks(left, upright=False)
    _gap(left, right, result, unit)
    names = [_named(name) for name in result.names]
    marks = [("o", UP, "-", names[0], result.n_x), ("^", DOWN, "--", names[1], result.n_y)]
    keys = [
        _line(MEAN, style, f"{name} ({n:,} pupils)", marker if pupils else "", markerfacecolor=colour, markeredgecolor=colour, markersize=6)
        for marker, colour, style, name, n in marks
    ]
    keys[1].set_markerfacecolor("white")
    _keys(figure, keys)
    return figure


def _named(name: str) -> str:
    """Return a group's name as it stands in a key: 'group B', but 'Class 7B' as it is, and not endless."""
    told = name if {"group", "class", "set", "form"} & set(name.lower().split()) else f"group {name}"
    return _short(told)


def _short(name: str) -> str:
    return name if len(name) <= 24 else name[:23] + "…"


def _ends(result: AdjustedDifference, pupils: bool) -> list[float]:
    """Return where the lines begin and end: at the outermost pupils, or near the means when no pupil is drawn."""
    if pupils:
        return [min(result.before), max(result.before)]
    apart = abs(result.difference_before)
    reach = max(1.0, apart, 2 * result.residual_sd)
    return [result.mean_before - reach, result.mean_before + reach]


def _clouds(axes: Axes, result: AdjustedDifference) -> None:
    """Draw each group's pupils; pupils with the same two marks as one bigger mark."""
    usual = 34 if result.n <= MANY else 12
    for name, marker, colour, filled in ((result.names[0], "o", UP, True), (result.names[1], "^", DOWN, False)):
        rows = [(b, a) for b, a, g in zip(result.before, result.after, result.group, strict=True) if g == name]
        shared = same_pairs([b for b, _ in rows], [a for _, a in rows])
        axes.scatter(
            [b for b, _ in shared],
            [a for _, a in shared],
            s=[usual * count for count in shared.values()],
            marker=marker,
            facecolor=colour if filled else "none",
            edgecolor="white" if filled else colour,
            linewidth=0.4 if filled else 1.1,
            alpha=0.9,
            zorder=3,
        )


def _gap(left: Axes, right: Axes, result: AdjustedDifference, unit: str) -> None:
    """Draw the adjusted difference with its interval, with nought at the second group's line."""
    low, high = left.get_ylim()
    right.set_ylim(low - result.adjusted_y, high - result.adjusted_y)
    right.set_xlim(-0.5, 0.5)
    right.set_xticks([])
    right.yaxis.tick_right()
    right.yaxis.set_label_position("right")
    right.spines["right"].set_visible(True)
    right.spines["left"].set_visible(False)
    right.spines["bottom"].set_visible(False)
    right.axhline(0, color=FAINT, linewidth=1, zorder=0)
    right.set_ylabel(f"difference in {unit}, same mark before\n({_short(result.names[0])} minus {_short(result.names[1])})")
    interval_bar(right, result.estimate, result.low, result.high, at=0)
    if result.low is None:
        _no_interval(right, result.estimate)
    whole_number_ticks(right)


def _no_interval(axes: Axes, estimate: float) -> None:
    """Say above the difference that it has no interval, so that its absence is not taken for exactness."""
    axes.annotate(
        "no interval",
        xy=(0, estimate),
        xytext=(0, 10),
        textcoords="offset points",
        horizontalalignment="center",
        fontsize=9,
        color=MEAN,
    )


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    AdjustedDifference: _adjusted,
    AnalysisOfVariance: _several,
    Dunn: _several,
    Friedman: _friedman,
    Jonckheere: _several,
    KruskalWallis: _several,
}
