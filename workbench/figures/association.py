"""How closely two columns go together: a dot for each pupil, and the coefficient with its interval."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Any

from workbench.figures.stacking import same_pairs
from workbench.figures.style import FAINT, UP, bar_words, interval_bar, new_figure, no_interval, whole_number_ticks
from workbench.stats.association import Correlation, KendallCorrelation
from workbench.stats.association.ranks import RankCorrelation
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GOLDEN = pi * (3 - sqrt(5))
"""The turn from one dot to the next in a head of seeds: dots of one place open like that around it."""
FEW, MANY = 20, 60


def _correlation(result: Correlation | RankCorrelation, pupils: bool, unit: str) -> Figure:
    """Draw a dot for each pupil, and below them the coefficient with its interval; or the latter alone."""
    if not pupils:
        figure = new_figure(7.6, 1.8)
        _coefficient(figure.subplots(), result)
        return figure
    figure = new_figure(5.4, 5.8)
    dots, line = figure.subplots(2, 1, height_ratios=[6, 1])
    _dots(dots, result, unit)
    _coefficient(line, result)
    return figure


def _coefficient(axes: Axes, result: Correlation | RankCorrelation) -> None:
    axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    axes.set_xlim(-1.05, 1.05)
    interval_bar(axes, result.estimate, result.low, result.high, at=0, upright=False)
    if result.low is None and result.high is None and result.level is not None and not result.undefined:
        no_interval(axes, result.estimate, result.level, at=0)
    axes.set_ylim(-0.3, 0.3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    name = "tau" if isinstance(result, KendallCorrelation) else "r" if isinstance(result, Correlation) else "rho"
    axes.set_xlabel(f"correlation {name}{bar_words(result.low, result.high, result.level)}")


def _dots(axes: Axes, result: Correlation | RankCorrelation, unit: str) -> None:
    """Draw pupils with the same two marks side by side, around the place that is theirs."""
    import seaborn as sns

    size = 44.0 if result.n <= FEW else 30.0 if result.n <= MANY else 10.0
    wide, tall = max(result.x) - min(result.x), max(result.y) - min(result.y)
    step = 0.0165 if result.n <= MANY else 0.0085
    across, upwards = [], []
    for (x, y), count in same_pairs(result.x, result.y).items():
        for place in range(count):
            reach = step * sqrt(place + 0.4) if count > 1 else 0.0
            across.append(x + reach * wide * cos(place * GOLDEN))
            upwards.append(y + reach * tall * sin(place * GOLDEN))
    sns.scatterplot(x=across, y=upwards, s=size, color=UP, edgecolor="white", linewidth=0.4, ax=axes)
    axes.margins(0.07)
    whole_number_ticks(axes)
    whole_number_ticks(axes, upright=False)
    axes.set_xlabel(f"first set of {unit}")
    axes.set_ylabel(f"second set of {unit}")


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {Correlation: _correlation, RankCorrelation: _correlation}
