"""How every figure looks: readable in grey, nothing from the machine it is drawn on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Colours that stay apart in grey and for colour-blind readers; lines and marks differ in form as well.
UP = "#0b5394"
SAME = "#8a8a8a"
DOWN = "#c55a11"
MEAN = "#111111"
FAINT = "#c8c8c8"
RC: dict[Any, Any] = {
    "svg.hashsalt": "enquiry-workbench",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 10,
    "axes.unicode_minus": True,
    "legend.frameon": False,
}


@contextmanager
def styled() -> Iterator[None]:
    """Draw with the house style, whatever the reader's own settings, and leave those as they were."""
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(RC)
        yield


def new_figure(width: float, height: float) -> Figure:
    """Return an empty figure that belongs to no window and to no global state."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def interval_bar(axes: Axes, estimate: float, low: float | None, high: float | None, *, at: float, upright: bool = True) -> None:
    """Draw a mean with its interval; an arrow where there is no end on that side, nothing where there is none at all."""
    style: dict[str, Any] = {"color": MEAN, "linewidth": 2, "zorder": 6, "markersize": 12, "markeredgewidth": 2}
    point: dict[str, Any] = {"marker": "D", "markersize": 7, "color": MEAN, "zorder": 7, "linestyle": "none"}
    cap = "_" if upright else "|"
    if low is not None and high is not None and low < high:  # a point would look like an exact answer
        ends = [low, high]
        axes.plot(*(([at, at], ends) if upright else (ends, [at, at])), marker=cap, **style)
    end = low if high is None else high if low is None else None
    if end is not None:
        bottom, top = axes.get_ylim() if upright else axes.get_xlim()
        open_end = top if high is None else bottom
        start, stop = ((at, end), (at, open_end)) if upright else ((end, at), (open_end, at))
        axes.plot([start[0]], [start[1]], marker=cap, **style)
        axes.annotate("", xy=stop, xytext=start, arrowprops={"arrowstyle": "->", "color": MEAN, "linewidth": 2, "shrinkA": 0, "shrinkB": 2})
    axes.plot(*(([at], [estimate]) if upright else ([estimate], [at])), **point)


def bar_words(low: float | None, high: float | None, level: float | None, *, lead: str = "; ") -> str:
    """Return what the bar is, for the label of its axis; why there is none where its ends are one; else nothing.

    >>> bar_words(1.0, 2.5, 0.95), bar_words(2.0, 2.0, 0.95), bar_words(None, None, 0.95)
    ('; bar: 95% interval', '; no interval, marks too alike', '')
    """
    if level is None or (low is None and high is None):
        return ""
    return f"{lead}no interval, marks too alike" if low == high else f"{lead}bar: {level * 100:g}% interval"


def whole_number_ticks(axes: Axes, *, upright: bool = True) -> None:
    """Keep tick marks at readable, at most half-mark, numbers."""
    from matplotlib.ticker import MaxNLocator

    (axes.yaxis if upright else axes.xaxis).set_major_locator(MaxNLocator(nbins=7, steps=[1, 2, 5, 10]))


def no_interval(axes: Axes, estimate: float, level: float, *, at: float) -> None:
    """Say beside the mean that it has no interval, so that its absence is not taken for exactness.

    The words stand on the side with more room: past the edge they would push the axis out of its place.
    """
    left, right = axes.get_xlim()
    outward = 1 if estimate - left < right - estimate else -1
    axes.annotate(
        f"no {level * 100:g}% interval with so few",
        xy=(estimate, at),
        xytext=(10 * outward, 0),
        textcoords="offset points",
        horizontalalignment="left" if outward > 0 else "right",
        verticalalignment="center",
        fontsize=9,
        color=MEAN,
    )
