"""Dots for pupils who went up, stayed the same or went down, wherever changes are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures.stacking import stack, widest
from workbench.figures.style import DOWN, FAINT, SAME, UP, bar_words, interval_bar, new_figure, no_interval, whole_number_ticks

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WAYS = ("up", "same", "down")
MANY = 60
"""Above a class or two, lines and dots are drawn finer."""
MARKERS = {"up": "^", "same": "o", "down": "v"}
COLOURS = {"up": UP, "same": SAME, "down": DOWN}


def way(before: float, after: float) -> str:
    """Return whether a pupil went up, stayed the same or went down."""
    return "up" if after > before else "down" if after < before else "same"


def differences(result: Any) -> list[float]:
    """Return each change as a clean number, so that 0.30000000000000004 shares a row with 0.3."""
    return [round(after - before, 9) for before, after in zip(result.before, result.after, strict=True)]


def dot_size(n: int, room: float) -> float:
    """Return the area of a dot that leaves its neighbours visible, ``room`` points apart."""
    usual = 44 if n <= 20 else 34 if n <= MANY else 12
    return min(usual, (0.9 * room) ** 2)


def dots(axes: Axes, x: Sequence[float], y: Sequence[float], ways: Sequence[str], *, size: float) -> None:
    """Draw dots, a triangle for each that went up or down, of one colour each."""
    import seaborn as sns

    sns.scatterplot(
        x=list(x),
        y=list(y),
        hue=list(ways),
        style=list(ways),
        hue_order=WAYS,
        style_order=WAYS,
        markers=MARKERS,
        palette=COLOURS,
        s=size,
        linewidth=0.4 if size > 15 else 0,
        edgecolor="white",
        legend=False,
        ax=axes,
        zorder=3,
    )


def dot_rows(axes: Axes, changes: Sequence[float]) -> None:
    """Stack dots upwards from the line, as high as the panel allows."""
    places = stack(changes, near=(max(changes) - min(changes)) / 60)
    step = min(0.16, 1.0 / widest(places))
    ways = [way(0, change) for change in changes]
    dots(axes, changes, [step * place + 0.03 for place in places], ways, size=dot_size(len(changes), step * 115))


def stretch(axes: Axes, values: Sequence[float | None], *, upright: bool = False) -> None:
    """Make room for the interval and for the line of no change."""
    wanted = [0.0, *(value for value in values if value is not None)]
    low, high = axes.dataLim.intervaly if upright else axes.dataLim.intervalx
    bottom, top = min([*wanted, low] if low <= high else wanted), max([*wanted, high] if low <= high else wanted)
    room = (top - bottom) * 0.08 or 1.0
    (axes.set_ylim if upright else axes.set_xlim)(bottom - room, top + room)


def row_of_changes(result: Any, pupils: bool, unit: str, below: str) -> Figure:
    """Draw every pupil's change in one row of dots, and below it the figure of all (told by ``below``) with its interval."""
    figure = new_figure(7.6, 3.2 if pupils else 1.8)
    axes = figure.subplots()
    axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    if pupils:
        dot_rows(axes, differences(result))
    stretch(axes, [result.estimate, result.low, result.high])
    interval_bar(axes, result.estimate, result.low, result.high, at=-0.22, upright=False)
    if result.low is None and result.high is None and result.level is not None:
        no_interval(axes, result.estimate, result.level, at=-0.22)
    axes.set_ylim(-0.45, 1.08 if pupils else 0.0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(f"change in {unit}, after minus before{below}{bar_words(result.low, result.high, result.level)}")
    whole_number_ticks(axes, upright=False)
    return figure
