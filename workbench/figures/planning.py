"""What a plan can show: the width of an interval, the least p."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.figures.style import DOWN, FAINT, MEAN, UP, new_figure, whole_number_ticks
from workbench.stats.planning import ExpectedWidth, SmallestP
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def _expected_width(result: ExpectedWidth, every: bool, unit: str) -> Figure:
    """Draw how the expected width falls as pupils are added; a ring marks the number planned."""
    import seaborn as sns

    figure = new_figure(7.6, 3.6)
    axes = figure.subplots()
    pupils, widths = [row[0] for row in result.rows], [row[1] for row in result.rows]
    sns.lineplot(x=pupils, y=widths, color=UP, marker="o", markersize=6, ax=axes)
    axes.plot([result.n], [result.width], marker="o", markersize=13, markerfacecolor="none", markeredgewidth=2, color=MEAN)
    measure = "SDs of the changes" if result.sd == 1.0 else unit
    axes.set_ylabel(f"expected width of the\n{result.level * 100:g}% interval, in {measure}")
    axes.set_xlabel("pupils with both marks")
    # Two or three pupils give widths beyond any mark scale: the axis stays with numbers a plan could use.
    axes.set_ylim(0, max(width for count, width in result.rows if count >= min(4, result.n)) * 1.1)
    axes.set_xlim(0, None)
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    return figure


def _smallest_p(result: SmallestP, every: bool, unit: str) -> Figure:
    """Draw the least p that each number of pupils could give."""
    figure = new_figure(7.6, 3.2)
    axes = figure.subplots()
    pupils = list(range(1, max(12, min(result.n, 40)) + 1))
    sides = 2 if result.alternative == "two_sided" else 1
    able = [min(1.0, sides / 2**count) for count in pupils]
    axes.axhline(result.below, color=DOWN, linestyle="--", linewidth=1)
    axes.plot(pupils, able, marker="o", linestyle="none", color=UP)
    axes.plot([result.n], [result.smallest_p], marker="o", markersize=13, markerfacecolor="none", markeredgewidth=2, color=MEAN)
    axes.annotate(f"p = {result.below:g}", xy=(1, result.below), xycoords=("axes fraction", "data"), ha="right", va="bottom", fontsize=9)
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel("pupils with both marks")
    axes.set_ylabel("least possible p")
    whole_number_ticks(axes, upright=False)
    return figure


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {ExpectedWidth: _expected_width, SmallestP: _smallest_p}
