"""What to expect: the drift back, the width of an interval, the least p."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, new_figure, whole_number_ticks

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from workbench.stats.association import Correlation
    from workbench.stats.planning import ExpectedWidth, SmallestP
    from workbench.stats.regression import RegressionToTheMean


def draw_regression(result: RegressionToTheMean, *, unit: str) -> Figure:
    """Draw the change to expect with nothing done, and below it the change that was seen."""
    figure = new_figure(7.6, 2.2 if result.gain is not None else 1.6)
    axes = figure.subplots()
    known = result.drift is not None
    sure = result.drift_low if abs(result.drift_low) < abs(result.drift_high) else result.drift_high
    unsure = result.drift_low + result.drift_high - sure
    axes.barh([1], [sure], height=0.5, color=SAME, edgecolor=MEAN)
    if not known:
        axes.barh([1], [unsure - sure], left=[sure], height=0.5, color="white", edgecolor=MEAN, hatch="///")
    labels = ["expected with\nnothing done"]
    if result.gain is not None:
        axes.barh([0], [result.gain], height=0.5, color=UP, edgecolor=MEAN)
        labels.append("seen")
    axes.axvline(0, color=MEAN, linewidth=1)
    axes.set_yticks([1, 0][: len(labels)], labels)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(f"change in {unit}, after minus before")
    axes.use_sticky_edges = False
    axes.margins(x=0.08)
    return figure


def draw_expected_width(result: ExpectedWidth, *, unit: str) -> Figure:
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


def draw_smallest_p(result: SmallestP) -> Figure:
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


def draw_correlation(result: Correlation, *, pupils: bool) -> Figure:
    """Draw a dot for each pupil, pupils with the same two marks as one bigger dot; or r with its interval alone."""
    from workbench.figures.stacking import same_pairs
    from workbench.figures.style import interval_bar

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
