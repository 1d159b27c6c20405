"""Several classes or studies together: a row for each with its range, and all of them as a diamond below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, new_figure, whole_number_ticks
from workbench.stats.result import Result
from workbench.stats.synthesis import Combined, Cumulative, LeaveOneOut

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MANY = 40
"""Above so many rows there are no names, and rows are in order of their figure, so that the shape can be seen."""
ROW = 0.27
LONGEST = 28


def _combined(result: Combined, pupils: bool, unit: str) -> Figure:  # classes are drawn, never a pupil
    """Draw the forest plot."""
    rows = list(result.studies)
    many = len(rows) > MANY
    if many:
        rows.sort(key=lambda row: -row.estimate)
    figure, axes = _stage(len(rows) + (3 if many else 2), many)
    places = [-float(place) for place in range(len(rows))]
    heaviest = max(row.weight for row in rows)
    colour, width = (SAME, 0.6) if many else (UP, 1.4)
    axes.hlines(places, [row.low for row in rows], [row.high for row in rows], color=colour, linewidth=width, zorder=2)
    sizes = [(4 if many else 18) + (8 if many else 70) * row.weight / heaviest for row in rows]
    axes.scatter([row.estimate for row in rows], places, s=sizes, marker="s", color=UP, zorder=3, linewidth=0)
    step = max(1.0, 0.035 * len(rows)) if many else 1.0
    at = places[-1] - 1.2 * step
    _diamond(axes, result, at, 0.36 * step)
    ticks = [(at, "all together")]
    if result.prediction_low is not None and result.prediction_high is not None:
        lower = at - step
        axes.plot(
            [result.prediction_low, result.prediction_high], [lower, lower], color=MEAN, linestyle=(0, (3, 2)), linewidth=1.8, marker="|"
        )
        ticks.append((lower, f"one more {result.each}"))
    _rows_of(axes, result, rows, places, many=many, below=ticks)
    axes.set_ylim(ticks[-1][0] - 0.8 * step, 0.8 * (step if many else 1.0))
    _line_of_none(axes)
    axes.set_xlabel(_what(result, unit))
    return figure


def _stage(rows: int, many: bool) -> tuple[Figure, Axes]:
    figure = new_figure(7.6, 7.6 if many else max(2.0, 0.9 + ROW * rows))
    axes = figure.subplots()
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    return figure, axes


def _line_of_none(axes: Axes) -> None:
    """Draw the line of no difference where it falls within what is shown; it is not worth squeezing the rest for."""
    low, high = axes.get_xlim()
    if low <= 0 <= high:
        axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    whole_number_ticks(axes, upright=False)


def _diamond(axes: Axes, result: Combined, at: float, half: float) -> None:
    """Draw the combined figure as a diamond over its interval; without one, as a point."""
    if result.low is None or result.high is None:
        axes.plot([result.estimate], [at], marker="D", markersize=7, color=MEAN, zorder=5, linestyle="none")
        axes.annotate("no interval", (result.estimate, at), (10, 0), textcoords="offset points", fontsize=9, verticalalignment="center")
        return
    x = [result.low, result.estimate, result.high, result.estimate]
    axes.fill(x, [at, at + half, at, at - half], facecolor=MEAN, edgecolor=MEAN, linewidth=1, zorder=5)
    axes.plot([result.estimate] * 2, [at, 0.6], color=MEAN, linewidth=0.8, linestyle=":", zorder=1)


def _rows_of(
    axes: Axes, result: Any, rows: Sequence[Any], places: Sequence[float], *, many: bool, below: Sequence[tuple[float, str]] = ()
) -> None:
    """Name each row; of many, say only how many and in what order."""
    if many:
        middle = (places[0] + places[-1]) / 2
        order = "in the\norder given" if isinstance(result, Cumulative) else "in order\nof figure"
        named = [(middle, f"{len(rows):,} {_many(result.each)},\n{order}")]
    else:
        named = [(at, _short(row.label) or f"{result.each} {row.number}") for row, at in zip(rows, places, strict=True)]
    ticks = [*named, *below]
    axes.set_yticks([at for at, _ in ticks], [text for _, text in ticks])


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 3]}..."


def _many(each: str) -> str:
    return {"study": "studies", "class": "classes"}.get(each, f"{each}s")


def _what(result: Combined, unit: str) -> str:
    if result.about == "estimate":
        return f"figure of each {result.each}, with its range"
    of = "change, after minus before" if result.about == "change" else "difference, first group minus second"
    if result.measure == "marks":
        return f"{of}, in {unit}"
    return f"{of}, over the spread of marks"


def _left_out(result: LeaveOneOut, pupils: bool, unit: str) -> Figure:
    """Draw the combination without each in turn, beside that of all."""
    return _steps(result, list(result.rows), f"all the others together, without this {result.each}")


def _cumulative(result: Cumulative, pupils: bool, unit: str) -> Figure:
    """Draw the combination as each is added, from the top."""
    return _steps(result, list(result.rows), f"together with this {result.each} added, from the top")


def _steps(result: LeaveOneOut | Cumulative, rows: list[Any], label: str) -> Figure:
    many = len(rows) > MANY
    if many and isinstance(result, LeaveOneOut):
        rows.sort(key=lambda row: -row.estimate)
    figure, axes = _stage(len(rows) + 1, many)
    places = [-float(place) for place in range(len(rows))]
    low, high = _ends(rows, result.together)
    colour, width = (SAME, 0.6) if many else (UP, 1.4)
    drawn = [(at, row.low, row.high) for row, at in zip(rows, places, strict=True) if row.low is not None and row.high is not None]
    starts, stops = [max(start, low) for _, start, _ in drawn], [min(stop, high) for _, _, stop in drawn]
    axes.hlines([at for at, _, _ in drawn], starts, stops, color=colour, linewidth=width, zorder=2)
    arrows = {"<": (low, [at for at, start, _ in drawn if start < low]), ">": (high, [at for at, _, stop in drawn if stop > high])}
    for arrow, (end, rows_cut) in arrows.items():
        inward = end + 0.006 * ((low + high) - 2 * end)
        axes.plot([inward] * len(rows_cut), rows_cut, marker=arrow, markersize=3 if many else 6, color=colour, linestyle="none")
    axes.scatter([row.estimate for row in rows], places, s=8 if many else 30, marker="o", color=UP, zorder=3, linewidth=0)
    axes.axvline(result.together.estimate, color=DOWN, linewidth=1.2, linestyle="--", zorder=1)
    axes.text(
        result.together.estimate,
        1.0,
        "all together",
        transform=axes.get_xaxis_transform(),
        ha="center",
        va="bottom",
        fontsize=9,
        color=DOWN,
    )
    _rows_of(axes, result, rows, places, many=many)
    axes.set_xlim(low, high)
    axes.set_ylim(places[-1] - 0.8, 0.8)
    _line_of_none(axes)
    axes.set_xlabel(label)
    return figure


def _ends(rows: Sequence[Any], together: Combined) -> tuple[float, float]:
    """Return ends that hold every dot; the first steps' very wide ranges, which would squeeze all the others, go beyond."""
    ranges = [end for row in rows for end in (row.low, row.high) if end is not None]
    points = [row.estimate for row in rows] + [end for end in (together.low, together.high) if end is not None]
    room = 3 * (max(points) - min(points)) or 1.0
    low, high = max(min([*ranges, *points]), min(points) - room), min(max([*ranges, *points]), max(points) + room)
    pad = 0.05 * (high - low) or 1.0
    return low - pad, high + pad


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    Combined: _combined,
    Cumulative: _cumulative,
    LeaveOneOut: _left_out,
}
