"""Two groups side by side: every pupil a dot, and beside them the difference with its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures import _groups_several as several
from workbench.figures.stacking import around, stack, widest
from workbench.figures.style import DOWN, FAINT, MEAN, UP, bar_words, interval_bar, new_figure, whole_number_ticks
from workbench.stats.groups import CliffsDelta, CohenD, GlassDelta, HedgesG, MeanDifference, PermutationDifference, RankSum, Superiority
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MANY = 60
"""Above a class or two, dots are drawn finer."""
PLACES = (0.0, 1.0)
_LOOKS = (("o", UP), ("^", DOWN))


def _mean_difference(result: MeanDifference | PermutationDifference, pupils: bool, unit: str) -> Figure:
    """Draw the pupils and, on the same scale with nought at the second group's mean, the difference."""
    if not pupils:
        return _bar_alone(result, result.low, result.high, f"difference in {unit}, first minus second")
    figure, left, right = _panels(result)
    _dots(left, result, unit)
    left.set_ylabel(f"{unit} (line: mean)")
    for place, mean in zip(PLACES, (result.mean_x, result.mean_y), strict=True):
        left.plot([place - 0.3, place + 0.3], [mean, mean], color=MEAN, linewidth=2, zorder=2)  # behind the pupils
    _room(left, [result.mean_y + end for end in (result.low, result.high) if end is not None])
    right.set_ylim(*(end - result.mean_y for end in left.get_ylim()))
    left.plot([1.0, 1.5], [result.mean_y, result.mean_y], color=FAINT, linewidth=1, zorder=0)
    right.axhline(0, color=FAINT, linewidth=1, zorder=0)
    _difference(right, result, result.low, result.high, f"difference in {unit}, first minus second", none=0.0)
    return figure


def _beside(what: str, none: float, ends: tuple[str, str] = ("low", "high")) -> Callable[[Any, bool, str], Figure]:
    """Return the drawing of a figure of another scale than the marks' beside the pupils.

    Args:
        what: The label of that scale; ``{unit}`` and ``{sd}`` stand for what they say.
        none: Where neither group stands higher.
        ends: The fields of the interval's ends.
    """

    def drawn(result: Any, pupils: bool, unit: str) -> Figure:
        low, high = (getattr(result, end) for end in ends)
        label = what.format(unit=unit)
        if not pupils:
            return _bar_alone(result, low, high, label, none)
        figure, left, right = _panels(result)
        _dots(left, result, unit)
        known = [value for value in (result.estimate, low, high, none) if value is not None]
        room = (max(known) - min(known)) * 0.12 or 1.0
        right.set_ylim(min(known) - room, max(known) + room)
        right.axhline(none, color=FAINT, linewidth=1, zorder=0)
        _difference(right, result, low, high, label, none=none)
        return figure

    return drawn


def _panels(result: Any) -> tuple[Figure, Axes, Axes]:
    figure = new_figure(7.6, 4.6 if result.n <= MANY else 6.4)
    left, right = figure.subplots(1, 2, width_ratios=[2.4, 1])
    return figure, left, right


def _dots(axes: Axes, result: Any, unit: str) -> None:
    """Draw each pupil beside others with about the same mark, so that none hides another."""
    both = [*result.x, *result.y]
    near = (max(both) - min(both)) / (70 if result.n > MANY else 34)
    rows = [stack(values, near=near) for values in (result.x, result.y)]
    step = min(0.08, 0.84 / max(map(widest, rows)))
    size = min(44 if result.n <= 20 else 34 if result.n <= MANY else 12, (0.9 * step * 145) ** 2)
    for place, values, places, (marker, colour) in zip(PLACES, (result.x, result.y), rows, _LOOKS, strict=True):
        across = [place + step * each for each in around(places)]
        axes.scatter(
            across, list(values), s=size, marker=marker, color=colour, linewidth=0.4 if size > 15 else 0, edgecolor="white", zorder=3
        )
    axes.set_xlim(-0.5, 1.5)
    axes.set_xticks(PLACES, [f"first group\n({result.n_x:,})", f"second group\n({result.n_y:,})"])
    axes.set_ylabel(unit)
    _room(axes, both)
    whole_number_ticks(axes)


def _room(axes: Axes, values: Sequence[float]) -> None:
    """Make the axis reach a little beyond all these values and what is drawn already."""
    drawn = axes.dataLim.intervaly
    wanted = [*values, *drawn]
    room = (max(wanted) - min(wanted)) * 0.06 or 1.0
    axes.set_ylim(min(wanted) - room, max(wanted) + room)


def _difference(axes: Axes, result: Any, low: float | None, high: float | None, label: str, *, none: float) -> None:
    axes.set_xlim(-0.5, 0.5)
    axes.set_xticks([0], [bar_words(low, high, result.level, lead="").replace(": ", ":\n").replace(", ", ",\n")])
    axes.tick_params(axis="x", length=0)
    axes.yaxis.tick_right()
    axes.yaxis.set_label_position("right")
    axes.spines["right"].set_visible(True)
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_visible(False)
    axes.set_ylabel(label)
    interval_bar(axes, result.estimate, low, high, at=0.0)
    if result.level is not None and (low is None and high is None):
        over = result.estimate >= none
        axes.annotate(
            f"no {result.level * 100:g}%\ninterval",
            xy=(0, result.estimate),
            xytext=(0, 10 if over else -10),
            textcoords="offset points",
            horizontalalignment="center",
            verticalalignment="bottom" if over else "top",
            fontsize=9,
            color=MEAN,
        )
    whole_number_ticks(axes)


def _bar_alone(result: Any, low: float | None, high: float | None, label: str, none: float = 0.0) -> Figure:
    """Draw the difference with its interval and nothing of single pupils."""
    figure = new_figure(7.6, 1.8)
    axes = figure.subplots()
    axes.axvline(none, color=FAINT, linewidth=1, zorder=0)
    known = [value for value in (result.estimate, low, high, none) if value is not None]
    room = (max(known) - min(known)) * 0.08 or 1.0
    axes.set_xlim(min(known) - room, max(known) + room)
    interval_bar(axes, result.estimate, low, high, at=0, upright=False)
    if result.level is not None and low is None and high is None:
        axes.annotate(
            f"no {result.level * 100:g}% interval",
            xy=(result.estimate, 0),
            xytext=(0, 10),
            textcoords="offset points",
            horizontalalignment="center",
            fontsize=9,
            color=MEAN,
        )
    axes.set_ylim(-0.3, 0.3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(label + bar_words(low, high, result.level))
    whole_number_ticks(axes, upright=False)
    return figure


_POOLED = "difference in units of the SD within groups"
DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    MeanDifference: _mean_difference,
    PermutationDifference: _mean_difference,
    RankSum: _beside("middle gap in {unit}, first minus second", 0.0, ("low_end", "high_end")),
    HedgesG: _beside(_POOLED, 0.0),
    CohenD: _beside(_POOLED, 0.0),
    GlassDelta: _beside("difference in units of the second group's SD", 0.0),
    CliffsDelta: _beside("share of pairs higher less share lower", 0.0),
    Superiority: _beside("share of pairs with first group higher", 0.5),
    **several.DRAWN,
}
