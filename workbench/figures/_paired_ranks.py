"""Ranked changes as dots, and each pupil's change beside the test's own wobble."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.figures._change_dots import COLOURS, MARKERS, row_of_changes
from workbench.figures.stacking import same_pairs
from workbench.figures.style import FAINT, MEAN, new_figure, whole_number_ticks
from workbench.stats.paired import PupilChange, ReliableChange, SignedRank
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_KINDS = {"up": "up", "unclear": "same", "down": "down"}
_LABELS = {"up": "up", "unclear": "not clear", "down": "down"}


def _signed_rank(result: SignedRank, pupils: bool, unit: str) -> Figure:
    """Draw every pupil's change in one row of dots with the middle change and its interval below."""
    return row_of_changes(result, pupils, unit, "; below, the middle change" if pupils else ", the middle of it")


def _reliable_change(result: ReliableChange, pupils: bool, unit: str) -> Figure:
    """Draw each pupil's mark after above the mark before, with the band that the test itself may wobble by."""
    counts = {"up": result.went_up, "unclear": result.unclear, "down": result.went_down}
    if not pupils:
        return _counts(counts)
    figure = new_figure(5.6, 5.2)
    axes = figure.subplots()
    marks = [mark for row in result.rows for mark in (row.before, row.after)]
    room = max((max(marks) - min(marks)) * 0.06, result.smallest_reliable_change * 0.4)
    ends = min(marks) - room, max(marks) + room
    _band(axes, result, ends)
    for way, kind in _KINDS.items():
        _points(axes, [row for row in result.rows if row.way == way], kind, label=f"{counts[way]} {_LABELS[way]}")
    if result.cut_off_c is not None:
        axes.axhline(result.cut_off_c, color=MEAN, linestyle="--", linewidth=1, zorder=1, label="line between the two groups")
    axes.set_xlim(*ends)
    low, high = ends if result.cut_off_c is None else (min(ends[0], result.cut_off_c - room), max(ends[1], result.cut_off_c + room))
    axes.set_ylim(low, high)
    axes.set_xlabel(f"{unit} before")
    axes.set_ylabel(f"{unit} after")
    whole_number_ticks(axes)
    whole_number_ticks(axes, upright=False)
    figure.legend(loc="outside upper left", ncols=2, fontsize=9, handlelength=1.8)
    return figure


def _band(axes: Axes, result: ReliableChange, ends: tuple[float, float]) -> None:
    far = result.smallest_reliable_change
    axes.fill_between(
        ends,
        [end - far for end in ends],
        [end + far for end in ends],
        color=FAINT,
        alpha=0.45,
        linewidth=0,
        zorder=0,
        label="the test's own wobble",
    )
    axes.plot(ends, ends, color=MEAN, linewidth=0.8, zorder=1)


def _points(axes: Axes, rows: list[PupilChange], kind: str, *, label: str) -> None:
    if not rows:
        return
    shared = same_pairs([row.before for row in rows], [row.after for row in rows])
    sizes = [(34 if len(rows) < 100 else 16) * count for count in shared.values()]
    style: dict[str, Any] = {"facecolors": "white", "edgecolors": COLOURS[kind]} if kind == "same" else {"color": COLOURS[kind]}
    before, after = [first for first, _ in shared], [second for _, second in shared]
    axes.scatter(before, after, s=sizes, marker=MARKERS[kind], label=label, linewidths=1, alpha=0.85, zorder=3, **style)


def _counts(counts: dict[str, int]) -> Figure:
    figure = new_figure(7.6, 2.2)
    axes = figure.subplots()
    for place, (way, count) in enumerate(reversed(counts.items())):
        hatch = {"up": "", "unclear": "....", "down": "////"}[way]
        axes.barh([place], [count], height=0.6, color="white" if hatch else COLOURS["up"], edgecolor=MEAN, hatch=hatch)
        axes.annotate(f"{count}", xy=(count, place), xytext=(4, 0), textcoords="offset points", va="center", fontsize=9)
    axes.set_yticks(range(3), [_LABELS[way] for way in reversed(counts)])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlim(0, max(counts.values()) * 1.08 + 0.2)
    axes.set_xlabel("pupils")
    whole_number_ticks(axes, upright=False)
    return figure


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {SignedRank: _signed_rank, ReliableChange: _reliable_change}
