"""One pupil's series, phase by phase, with what was computed below it; and small series of several pupils."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, interval_bar, new_figure, whole_number_ticks
from workbench.stats.result import Result
from workbench.stats.single_case import (
    BaselineCorrectedTau,
    BetweenCaseSmd,
    Ird,
    LogResponseRatio,
    Nap,
    Pand,
    Pem,
    PhaseRandomisation,
    Pnd,
    Tau,
    TauU,
    WithinCaseSmd,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MANY = 60
LEAST_SEEN = 1e-9
"""Above this many observations dots are drawn finer."""
_BEFORE: dict[str, Any] = {"color": SAME, "marker": "o", "markerfacecolor": "white"}
_AFTER: dict[str, Any] = {"color": UP, "marker": "o"}
_DIAMOND: dict[str, Any] = {"marker": "D", "markersize": 7, "color": MEAN, "zorder": 7, "linestyle": "none"}
_SCALES: dict[type[Result], tuple[str, float | None, tuple[float, float] | None]] = {
    Nap: ("share of pairs that were better (half: no difference)", 0.5, (0, 1)),
    Tau: ("tau: pairs better less pairs worse, over all pairs", 0, (-1, 1)),
    TauU: ("Tau-U", 0, (-1, 1)),
    Pnd: ("share beyond the best session before", None, (0, 1)),
    Pem: ("share beyond the middle session before (half: no difference)", 0.5, (0, 1)),
    Pand: ("share that can stay without overlap", None, (0, 1)),
    Ird: ("difference of improvement rates", 0, (-1, 1)),
    LogResponseRatio: ("mean after over mean before", 1, None),
    WithinCaseSmd: ("difference over this pupil's own spread", 0, None),
    BaselineCorrectedTau: ("tau with the trend before allowed for", 0, (-1, 1)),
}
"""For each result: what its bar measures, where no difference lies, and the ends of its scale."""


def _series(result: Any, pupils: bool, unit: str) -> Figure:
    """Draw every observation with the phases' middles, and the figure with its interval below."""
    if not pupils:
        figure = new_figure(7.6, 1.6)
        _measure(figure.subplots(), result)
        return figure
    figure = new_figure(7.6, 4.8)
    top, bottom = figure.subplots(2, 1, height_ratios=[3.4, 1])
    _observations(top, result, unit)
    _middles(top, result)
    top.set_xlabel("session (dotted: the middle of each phase)")
    if isinstance(result, BaselineCorrectedTau):
        _carried(top, result)
    _measure(bottom, result)
    return figure


def _observations(axes: Axes, result: Any, unit: str) -> None:
    """Draw both phases, each its own line, parted where the change came."""
    size = 6 if result.n <= MANY else 3
    for places, values, style in (
        (result.baseline_at, result.baseline, _BEFORE),
        (result.intervention_at, result.intervention, _AFTER),
    ):
        axes.plot(places, values, markersize=size, linewidth=1 if result.n <= MANY else 0.5, zorder=3, clip_on=False, **style)
    change = (result.baseline_at[-1] + result.intervention_at[0]) / 2
    axes.axvline(change, color=MEAN, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
    last = result.intervention_at[-1]
    axes.set_xlim(0.5, last + 0.5)
    axes.margins(y=0.1)
    if len({*result.baseline, *result.intervention}) == 1:
        axes.set_ylim(result.baseline[0] - 1, result.baseline[0] + 1)
    _phase_names(axes, change, last, (result.n_baseline, result.n_intervention))
    axes.set_xlabel("session")
    axes.set_ylabel(unit)
    whole_number_ticks(axes)
    _session_ticks(axes, last)


def _session_ticks(axes: Axes, last: int) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(nbins=min(12, max(last, 2)), integer=True, steps=[1, 2, 5, 10]))


def _phase_names(axes: Axes, change: float, last: int, counts: tuple[int, int]) -> None:
    """Write the phases above the panel, beside the line between them, or at the panel's ends where a phase is narrow."""
    narrow = min(change - 0.5, last + 0.5 - change) < 0.18 * last
    ends = ((0.5, "left"), (last + 0.5, "right")) if narrow else ((change, "right"), (change, "left"))
    for (at, side), word, count in zip(ends, ("before", "after"), counts, strict=True):
        away = 0 if narrow else -5 if side == "right" else 5
        axes.annotate(
            f"{word} ({count})",
            xy=(at, 1),
            xycoords=("data", "axes fraction"),
            xytext=(away, 4),
            textcoords="offset points",
            horizontalalignment=side,
            verticalalignment="bottom",
            fontsize=9,
        )


def _middles(axes: Axes, result: Any) -> None:
    """Draw the middle observation of each phase as a level line."""
    for places, middle in ((result.baseline_at, result.median_baseline), (result.intervention_at, result.median_intervention)):
        axes.plot([places[0] - 0.3, places[-1] + 0.3], [middle, middle], color=DOWN, linewidth=1.6, linestyle=":", zorder=2)


def _carried(axes: Axes, result: BaselineCorrectedTau) -> None:
    """Draw the line through the baseline, carried on through the intervention, as far as the panel shows it."""
    bottom, top = axes.get_ylim()
    ends = (result.baseline_at[0], result.intervention_at[-1])
    axes.plot(ends, [result.intercept + result.slope * at for at in ends], color=MEAN, linewidth=1.2, linestyle="--", zorder=2)
    axes.set_ylim(bottom, top)


def _measure(axes: Axes, result: Any) -> None:
    """Draw the estimate and its interval on the statistic's own scale."""
    label, nothing, ends = _SCALES[type(result)]
    estimate, low, high = _shown(result)
    if nothing is not None:
        axes.axvline(nothing, color=FAINT, linewidth=1, zorder=0)
    wanted = [value for value in (estimate, low, high, nothing, *(ends or ())) if value is not None]
    room = (max(wanted) - min(wanted)) * 0.05 or 0.1
    axes.set_xlim(min(wanted) - room, max(wanted) + room)
    interval_bar(axes, estimate, low, high, at=0, upright=False)
    if low is None:
        _without_interval(axes, estimate)
    axes.set_ylim(-0.3, 0.3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(_named(result, label))


def _named(result: Any, label: str) -> str:
    """Return the label, with the level of the interval or the variant."""
    if isinstance(result, TauU):
        return f"Tau-U, variant {result.variant}"
    if isinstance(result, WithinCaseSmd):
        label += _falls(result)
    return label if result.low is None else f"{label}; bar: {result.level * 100:g}% interval"


def _falls(result: Any) -> str:
    """Return that a fall counts as above nought, where less is better."""
    return ", a fall as above 0" if result.improvement == "decrease" else ""


def _without_interval(axes: Axes, estimate: float) -> None:
    """Say beside the diamond that there is no interval, so that its absence is not taken for exactness."""
    left, right = axes.get_xlim()
    outward = 1 if estimate - left < right - estimate else -1
    axes.annotate(
        "no interval",
        xy=(estimate, 0),
        xytext=(10 * outward, 0),
        textcoords="offset points",
        ha="left" if outward > 0 else "right",
        va="center",
        fontsize=9,
        color=MEAN,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )


def _shown(result: Any) -> tuple[float, float | None, float | None]:
    if isinstance(result, LogResponseRatio):
        return result.ratio, result.ratio_low, result.ratio_high
    return result.estimate, result.low, result.high


def _randomised(result: PhaseRandomisation, pupils: bool, unit: str) -> Figure:
    """Draw the series, and below it what each start that could have been drawn would give."""
    figure = new_figure(7.6, 5.2 if pupils else 1.6)
    if not pupils:
        axes = figure.subplots()
        axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
        axes.plot([result.estimate], [0], **_DIAMOND)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.set_xlabel(_statistic(result, unit))
        axes.margins(x=0.4)
        return figure
    top, bottom = figure.subplots(2, 1, height_ratios=[1.6, 1], sharex=True)
    _observations(top, result, unit)
    top.set_xlabel("")
    top.tick_params(labelbottom=False)
    bottom.axhline(0, color=FAINT, linewidth=1, zorder=0)
    bottom.plot(
        result.start_points, result.statistics, color=SAME, marker="o", markersize=4 if result.n <= MANY else 2, linewidth=0.8, zorder=2
    )
    bottom.plot([result.start], [result.estimate], **_DIAMOND)
    bottom.axhline(result.estimate, color=MEAN, linewidth=0.8, linestyle=":", zorder=1)
    bottom.set_xlabel("session at which the change could have come (diamond: came)")
    bottom.set_ylabel(_statistic(result, unit, short=True))
    bottom.margins(y=0.2)
    if max(abs(value) for value in result.statistics) < LEAST_SEEN:
        bottom.set_ylim(-1, 1)
    _session_ticks(bottom, result.intervention_at[-1])
    figure.align_ylabels()
    return figure


def _statistic(result: PhaseRandomisation, unit: str, *, short: bool = False) -> str:
    names = {
        "mean_difference": (f"mean after less mean before, in {unit}", "difference\nof means"),
        "median_difference": (f"middle after less middle before, in {unit}", "difference\nof middles"),
        "nap": ("share of pairs higher after, less a half", "pairs higher,\nless a half"),
    }
    return names.get(result.statistic, ("the statistic that was chosen", "statistic"))[short]


def _several(result: BetweenCaseSmd, pupils: bool, unit: str) -> Figure:
    """Draw each pupil's series in a small chart of its own, and the common figure with its interval below."""
    if not pupils:
        figure = new_figure(7.6, 1.6)
        _common(figure.subplots(), result)
        return figure
    wide = 1 if result.n_cases <= 4 else 2 if result.n_cases <= 8 else 3 if result.n_cases <= 15 else 4
    tall = -(-result.n_cases // wide)
    height = 1.25 if wide < 3 else 1.1
    figure = new_figure(7.6, height * tall + 1.7)
    grid = figure.add_gridspec(tall + 1, wide, height_ratios=[height] * tall + [0.7])
    first: Axes | None = None
    for place in range(result.n_cases):
        axes = figure.add_subplot(grid[place // wide, place % wide], sharex=first, sharey=first)
        first = first or axes
        _one_of_several(axes, result, place)
        axes.tick_params(labelleft=place % wide == 0, labelbottom=place + wide >= result.n_cases)
        if place + wide >= result.n_cases:
            axes.set_xlabel("session", fontsize=9)
    figure.supylabel(f"{unit} (hollow: before)", fontsize=10)
    _common(figure.add_subplot(grid[tall, :]), result)
    return figure


def _one_of_several(axes: Axes, result: BetweenCaseSmd, place: int) -> None:
    times, after, outcomes = result.times[place], result.after[place], result.outcomes[place]
    for phase, style in enumerate((_BEFORE, _AFTER)):
        chosen = [(at, value) for at, late, value in zip(times, after, outcomes, strict=True) if late == phase]
        axes.plot(
            [at for at, _ in chosen], [value for _, value in chosen], markersize=4 if result.n_cases <= 8 else 3, linewidth=0.8, **style
        )
    begun = after.index(1)
    axes.axvline((times[begun - 1] + times[begun]) / 2, color=MEAN, linewidth=0.8, linestyle=(0, (4, 3)), zorder=1)
    axes.margins(y=0.15)
    _session_ticks(axes, 4 if result.n_cases > 8 else 8)
    _few_marks(axes)
    axes.set_title(_cut(result.cases[place]), fontsize=8, loc="left", pad=2)


def _few_marks(axes: Axes) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(nbins=3, steps=[1, 2, 5, 10]))


def _cut(name: str) -> str:
    return name if len(name) <= 12 else name[:11] + "…"


def _common(axes: Axes, result: BetweenCaseSmd) -> None:
    axes.axvline(0, color=FAINT, linewidth=1, zorder=0)
    wanted: Sequence[float] = (0, result.low, result.high)
    room = (max(wanted) - min(wanted)) * 0.08 or 0.1
    axes.set_xlim(min(wanted) - room, max(wanted) + room)
    interval_bar(axes, result.estimate, result.low, result.high, at=0, upright=False)
    axes.set_ylim(-0.3, 0.3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(f"difference over the spread of all pupils{_falls(result)}; bar: {result.level * 100:g}% interval")


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {
    **dict.fromkeys(_SCALES, _series),
    PhaseRandomisation: _randomised,
    BetweenCaseSmd: _several,
}
