"""What a plan can show: the width of an interval, the least p, the power; and where a repeat could land."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, interval_bar, new_figure, whole_number_ticks
from workbench.stats.planning import ExpectedWidth, Power, PupilsNeeded, ReplicationInterval, SmallestDetectable, SmallestP
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

RING: dict[str, Any] = {"marker": "o", "markersize": 13, "markerfacecolor": "none", "markeredgewidth": 2, "color": MEAN, "clip_on": False}
TOLD = 1e-6
"""Nobody needs to tell smaller shares apart."""
THING = {"paired": "change", "two_groups": "difference"}


def _measure(result: Any, unit: str) -> str:
    if result.sd != 1.0:
        return unit
    return "SDs of the changes" if result.design == "paired" else "SDs within a group"


def _pupils(result: Any) -> str:
    return "pupils with both marks" if result.n_y is None else "pupils in both groups together"


def _curve(axes: Axes, rows: Sequence[tuple[int, float]], n: int, here: float) -> None:
    """Draw a value for each number of pupils, with a ring around the number planned."""
    import seaborn as sns

    sns.lineplot(x=[row[0] for row in rows], y=[row[1] for row in rows], color=UP, marker="o", markersize=6, ax=axes)
    axes.plot([n], [here], **RING)
    axes.set_xlim(0, rows[-1][0] * 1.04)
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    whole_number_ticks(axes, upright=False)


def _kept_in_view(rows: Sequence[tuple[int, float]], n: int) -> float:
    """Return the greatest value that the axis must show: few pupils give values beyond any mark scale."""
    fewest = min(rows[0][0] * 2, n)
    return max(abs(value) for count, value in rows if count >= fewest) * 1.1


def _expected_width(result: ExpectedWidth, every: bool, unit: str) -> Figure:
    """Draw how the expected width falls as pupils are added; a ring marks the number planned."""
    figure = new_figure(7.6, 3.6)
    axes = figure.subplots()
    _curve(axes, result.rows, result.n, result.width)
    axes.set_ylabel(f"expected width of the\n{result.level * 100:g}% interval, in {_measure(result, unit)}")
    axes.set_xlabel(_pupils(result))
    axes.set_ylim(0, _kept_in_view(result.rows, result.n))
    return figure


def _power(result: Power | PupilsNeeded, every: bool, unit: str) -> Figure:
    """Draw how often the change would be noticed, over the number of pupils; a ring marks the plan."""
    figure = new_figure(7.6, 3.6)
    axes = figure.subplots()
    here, target = (result.power, result.target) if isinstance(result, Power) else (result.reached, result.power)
    axes.axhline(target, color=DOWN, linestyle="--", linewidth=1)
    _curve(axes, result.rows, result.n, here)
    size = f"{result.effect:.3g}".replace("-", "−")
    axes.set_ylabel(f"how often a {THING[result.design]} of\n{size} {_measure(result, unit)} is noticed")
    axes.set_xlabel(_pupils(result))
    axes.set_ylim(0, 1.04)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value * 100:.0f}%")
    return figure


def _smallest_detectable(result: SmallestDetectable, every: bool, unit: str) -> Figure:
    """Draw the least change that would be noticed often enough, over the number of pupils; a ring marks the plan."""
    figure = new_figure(7.6, 3.6)
    axes = figure.subplots()
    _curve(axes, result.rows, result.n, result.effect)
    axes.set_ylabel(f"least {THING[result.design]} noticed {result.power * 100:g}%\nof the time, in {_measure(result, unit)}")
    axes.set_xlabel(_pupils(result))
    far = _kept_in_view(result.rows, result.n)
    axes.set_ylim(*((0, far) if result.effect > 0 else (-far, 0)))
    return figure


def _smallest_p(result: SmallestP, every: bool, unit: str) -> Figure:
    """Draw the least p that each number of pupils could give, down to one in a million."""
    figure = new_figure(7.6, 3.2)
    axes = figure.subplots()
    rows = [row for row in result.rows if row[1] >= TOLD]
    axes.axhline(result.below, color=DOWN, linestyle="--", linewidth=1)
    axes.plot([row[0] for row in rows], [row[1] for row in rows], marker="o", linestyle="none", color=UP)
    axes.annotate(f"p = {result.below:g}", xy=(1, result.below), xycoords=("axes fraction", "data"), ha="right", va="bottom", fontsize=9)
    axes.set_yscale("log")
    if result.smallest_p >= TOLD:
        axes.plot([result.n], [result.smallest_p], **RING)
    else:
        beyond = f"{result.n:,} pupils: below {_decimal(TOLD)}"
        axes.annotate(beyond, xy=(1, 0.03), xycoords="axes fraction", ha="right", va="bottom", fontsize=9, color=MEAN)
        axes.set_ylim(TOLD / 20, 1.6)
    axes.set_xlim(0, max(rows[-1][0], result.n if result.smallest_p >= TOLD else 0) + 1)
    axes.yaxis.set_major_formatter(lambda value, _: _decimal(value))
    axes.minorticks_off()
    unequal = result.n_y is not None and result.n_x != result.n_y
    axes.set_xlabel(_pupils(result) + (" (dots: as many in each)" if unequal else ""))
    axes.set_ylabel("least possible p")
    whole_number_ticks(axes, upright=False)
    return figure


def _decimal(value: float) -> str:
    return f"{value:.9f}".rstrip("0").rstrip(".")


def _replication(result: ReplicationInterval, every: bool, unit: str) -> Figure:
    """Draw the study with its interval, and below it where a repeat could land."""
    figure = new_figure(7.6, 2.3)
    axes = figure.subplots()
    shown = [result.low, result.high, result.estimate, *([] if result.found is None else [result.found])]
    room = (max(shown) - min(shown)) * 0.06
    axes.set_xlim(min(shown) - room, max(shown) + room)
    if axes.get_xlim()[0] < 0 < axes.get_xlim()[1]:
        axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    interval_bar(axes, result.estimate, result.confidence_low, result.confidence_high, at=1, upright=False)
    axes.plot([result.low, result.high], [0, 0], color=SAME, linewidth=5, solid_capstyle="butt", zorder=3)
    axes.plot([result.low, result.high], [0, 0], color=MEAN, marker="|", linestyle="none", markersize=14, markeredgewidth=2, zorder=4)
    if result.found is not None:
        axes.plot([result.found], [0], marker="X", markersize=11, color=MEAN, markeredgecolor="white", zorder=7, linestyle="none")
    repeat = "a repeat" if result.found is None else "the repeat (cross)\nand its range"
    axes.set_yticks([1, 0], [f"this study\n({_sizes(result.pupils)})", f"{repeat}\n({_sizes(result.repeat)})"])
    axes.set_ylim(-0.6, 1.5)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    spread = "the spread within a group" if isinstance(result.pupils, tuple) else "the SD of the changes"
    label = {"mean": f"mean, in {unit}", "difference": f"difference in {unit}, first minus second", "d": f"d, in units of {spread}"}
    axes.set_xlabel(label[result.of])
    whole_number_ticks(axes, upright=False)
    return figure


def _sizes(pupils: int | tuple[int, int]) -> str:
    if isinstance(pupils, tuple):
        return f"{pupils[0]:,} and {pupils[1]:,} pupils"
    return f"{pupils:,} pupil{'' if pupils == 1 else 's'}"


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    ExpectedWidth: _expected_width,
    Power: _power,
    PupilsNeeded: _power,
    ReplicationInterval: _replication,
    SmallestDetectable: _smallest_detectable,
    SmallestP: _smallest_p,
}
