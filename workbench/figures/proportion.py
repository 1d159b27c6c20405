"""Shares, drawn: bars divided into yes and no, and points with their intervals on a line from none to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures.style import DOWN, FAINT, SAME, UP, bar_words, interval_bar, new_figure
from workbench.stats.proportion import FisherExact, PairedShares, Share, ShareDifference
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

YES: dict[str, Any] = {"facecolor": UP, "edgecolor": "white"}
NO: dict[str, Any] = {"facecolor": "white", "edgecolor": SAME, "hatch": "///"}
TO_YES: dict[str, Any] = {"facecolor": "#6fa8dc", "edgecolor": "white", "hatch": "++"}
TO_NO: dict[str, Any] = {"facecolor": DOWN, "edgecolor": "white", "hatch": "xx"}
Part = tuple[str, int, dict[str, Any]]
ENDS = (-2, 102)


def divided(axes: Axes, at: float, parts: Sequence[Part], *, whole: float | None = None) -> None:
    """Draw one bar across, divided into parts; as shares of ``whole``, or of the parts' sum.

    Args:
        axes: Where to draw.
        at: The height of the bar's middle.
        parts: The name, count and look of each part, from the left.
        whole: What all of the line stands for.
    """
    everyone = whole or sum(count for _, count, _ in parts)
    left = 0.0
    for _, count, look in parts:
        wide = 100 * count / everyone
        axes.barh([at], [wide], left=[left], height=0.55, **look)
        left += wide


def keys(figure: Figure, parts: Sequence[Part], *, columns: int = 4) -> None:
    """Write above the figure what the parts are and how many they count, those of nobody too."""
    from matplotlib.patches import Patch

    handles = [Patch(label=f"{count} {name}", **look) for name, count, look in parts]
    figure.legend(handles=handles, loc="outside upper left", ncols=columns, fontsize=9, handlelength=1.6)


def line_of_shares(axes: Axes, what: str) -> None:
    """Make the axis across run from none to all."""
    axes.set_xlim(*ENDS)
    axes.set_xticks([0, 25, 50, 75, 100], ["0%", "25%", "50%", "75%", "100%"])
    axes.set_xlabel(what)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def _bar(axes: Axes, share: float, ends: tuple[float, float], at: float) -> None:
    interval_bar(axes, 100 * share, 100 * ends[0], 100 * ends[1], at=at, upright=False)


def _share(result: Share, pupils: bool, unit: str) -> Figure:
    """Draw how many did and did not, and below it the share with its interval."""
    figure = new_figure(7.6, 2.2)
    axes = figure.subplots()
    parts: list[Part] = [("met the criterion", result.k, YES), ("did not", result.n - result.k, NO)]
    divided(axes, 1, parts)
    line_of_shares(axes, f"share of pupils{bar_words(result.low, result.high, result.level)}")
    _bar(axes, result.estimate, (result.low, result.high), 0.25)
    axes.set_ylim(-0.15, 1.4)
    axes.set_yticks([1, 0.25], ["seen", "what fits"])
    keys(figure, parts)
    return figure


def _share_difference(result: ShareDifference, pupils: bool, unit: str) -> Figure:
    """Draw both shares with their intervals, and below them the difference with its own."""
    figure = new_figure(7.6, 3.0)
    above, below = figure.subplots(2, 1, height_ratios=[1.7, 1])
    line_of_shares(above, "share of pupils")
    _bar(above, result.share_1, result.interval_1, 1)
    _bar(above, result.share_2, result.interval_2, 0)
    above.set_ylim(-0.5, 1.5)
    above.set_yticks([1, 0], [f"first group\n{result.k1} of {result.n1}", f"second group\n{result.k2} of {result.n2}"])
    below.axvline(0, color=FAINT, linewidth=1, zorder=0)
    below.set_xlim(-104, 104)
    interval_bar(below, result.points, result.points_low, result.points_high, at=0, upright=False)
    below.set_xticks([-100, -50, 0, 50, 100], ["−100", "−50", "0", "50", "100"])
    below.set_ylim(-0.5, 0.5)
    below.set_yticks([0], ["difference"])
    below.tick_params(axis="y", length=0)
    below.spines["left"].set_visible(False)
    below.set_xlabel(f"percentage points, first minus second{bar_words(result.low, result.high, result.level)}")
    return figure


def _fisher(result: FisherExact, pupils: bool, unit: str) -> Figure:
    """Draw both groups as bars of equal length, divided into yes and no."""
    figure = new_figure(7.6, 2.4)
    axes = figure.subplots()
    (a, b), (c, d) = result.table
    divided(axes, 1, [("yes", a, YES), ("no", b, NO)])
    divided(axes, 0, [("yes", c, YES), ("no", d, NO)])
    line_of_shares(axes, "share of each group")
    axes.set_ylim(-0.45, 1.45)
    axes.set_yticks([1, 0], [f"first group\n{a} yes, {b} no", f"second group\n{c} yes, {d} no"])
    keys(figure, [("yes", a + c, YES), ("no", b + d, NO)])
    return figure


def _paired(result: PairedShares, pupils: bool, unit: str) -> Figure:
    """Draw all pupils as one bar: yes both times, changed either way, no both times; and the share of changes to yes."""
    figure = new_figure(7.6, 2.6 if result.low is not None and result.high is not None else 2.0)
    axes = figure.subplots()
    parts: list[Part] = [
        ("yes both times", result.both_yes, YES),
        ("changed to yes", result.to_yes, TO_YES),
        ("changed to no", result.to_no, TO_NO),
        ("no both times", result.both_no, NO),
    ]
    divided(axes, 1, parts)
    line_of_shares(axes, "share of pupils")
    axes.set_yticks([1], ["all pupils"])
    axes.set_ylim(0.6, 1.4)
    if result.low is not None and result.high is not None and result.estimate is not None:
        axes.plot([50, 50], [-0.1, 0.45], color=FAINT, linewidth=1, zorder=0)
        _bar(axes, result.estimate, (result.low, result.high), 0.2)
        axes.set_ylim(-0.15, 1.4)
        axes.set_yticks([1, 0.2], ["all pupils", "of the changes,\nto yes"])
    keys(figure, parts)
    return figure


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    FisherExact: _fisher,
    PairedShares: _paired,
    Share: _share,
    ShareDifference: _share_difference,
}
