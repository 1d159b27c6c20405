"""How every figure looks: readable in grey, nothing from the machine it is drawn on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Colours that stay apart in grey and for colour-blind readers; lines and marks differ in form as well.
UP = "#0b5394"
SAME = "#8a8a8a"
DOWN = "#c55a11"
MEAN = "#111111"
FAINT = "#c8c8c8"
RC = {
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
    style = {"color": MEAN, "linewidth": 2, "zorder": 6}
    point = {"marker": "D", "markersize": 7, "color": MEAN, "zorder": 7, "linestyle": "none"}
    if low is not None and high is not None:
        along = [low, high]
        for end in along:
            cap = ([at - 0.05, at + 0.05], [end, end])
            axes.plot(*(cap if upright else cap[::-1]), **style)
        axes.plot(*(([at, at], along) if upright else (along, [at, at])), **style)
    elif low is not None or high is not None:
        end = low if low is not None else high
        bottom, top = axes.get_ylim() if upright else axes.get_xlim()
        open_end = top if low is not None else bottom
        start, stop = ((at, end), (at, open_end)) if upright else ((end, at), (open_end, at))
        axes.annotate("", xy=stop, xytext=start, arrowprops={"arrowstyle": "->", "color": MEAN, "linewidth": 2, "shrinkA": 0, "shrinkB": 2})
    axes.plot(*(([at], [estimate]) if upright else ([estimate], [at])), **point)


def whole_number_ticks(axes: Axes, *, upright: bool = True) -> None:
    """Keep tick marks at readable, at most half-mark, numbers."""
    from matplotlib.ticker import MaxNLocator

    (axes.yaxis if upright else axes.xaxis).set_major_locator(MaxNLocator(nbins=7, steps=[1, 2, 5, 10]))
