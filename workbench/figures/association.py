"""How closely two columns go together, drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.figures.style import FAINT, UP, interval_bar, new_figure, whole_number_ticks
from workbench.stats.association import Correlation
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def _correlation(result: Correlation, pupils: bool, unit: str) -> Figure:
    """Draw a dot for each pupil, pupils with the same two marks as one bigger dot; or r with its interval alone."""
    from workbench.figures.stacking import same_pairs

    if not pupils:
        figure = new_figure(7.6, 1.8)
        axes = figure.subplots()
        axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
        axes.set_xlim(-1.05, 1.05)
        interval_bar(axes, result.estimate, result.low, result.high, at=0, upright=False)
        axes.set_ylim(-0.3, 0.3)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.set_xlabel("correlation r")
        return figure
    import seaborn as sns

    figure = new_figure(4.8, 4.4)
    axes = figure.subplots()
    shared = same_pairs(result.x, result.y)
    sizes = [30 * count for count in shared.values()]
    sns.scatterplot(
        x=[x for x, _ in shared], y=[y for _, y in shared], s=sizes, color=UP, edgecolor="white", linewidth=0.5, alpha=0.85, ax=axes
    )
    whole_number_ticks(axes)
    whole_number_ticks(axes, upright=False)
    axes.set_xlabel("first")
    axes.set_ylabel("second")
    return figure


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {Correlation: _correlation}
