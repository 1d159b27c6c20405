"""A test's items: how hard and how telling each is, and what alpha would be without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.figures.style import DOWN, FAINT, MEAN, SAME, UP, new_figure
from workbench.stats.reliability import CronbachAlpha, ItemAnalysis, ItemRow
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE, TALL = 7.2, 4.8
FAR = 1.0
"""How far below the dots a band is followed: with two pupils it goes down without end."""
DIGIT, LINE = 0.011, 0.032
"""Room that a digit of an item's number takes across, and a line upwards, as shares of the panel."""


def _alpha(result: CronbachAlpha, pupils: bool, unit: str) -> Figure:
    """Draw alpha without each item as a dot, beside alpha of all and its band."""
    figure = new_figure(7.2, max(2.4, 1.3 + 0.24 * result.items))
    axes = figure.subplots()
    known = [alpha for alpha in result.if_dropped if alpha is not None]
    values = [*known, result.estimate]
    room = max((max(values) - min(values)) * 0.25, 0.02)
    low, high = min(values) - room, max(values) + room
    if result.low is not None and result.high is not None:
        axes.axvspan(result.low, result.high, color=FAINT, alpha=0.4, linewidth=0, zorder=0, label=f"{result.level * 100:g}% interval")
        low, high = min(low, max(result.low, min(values) - FAR) - room), max(high, result.high + room)
    axes.axvline(result.estimate, color=MEAN, linewidth=1.2, zorder=1, label="alpha of all questions")
    _dropped(axes, result, reversed_=False)
    _dropped(axes, result, reversed_=True)
    axes.set_xlim(low, high)
    axes.set_ylim(result.items + 0.7, 0.3)
    axes.set_yticks(range(1, result.items + 1), [f"question {place}" for place in range(1, result.items + 1)], fontsize=9)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color=FAINT, linewidth=0.4)
    axes.set_axisbelow(True)
    axes.set_xlabel("alpha without the question")
    figure.legend(loc="outside upper left", ncols=2, fontsize=9)
    return figure


def _dropped(axes: Axes, result: CronbachAlpha, *, reversed_: bool) -> None:
    chosen = [
        (alpha, place)
        for place, alpha in enumerate(result.if_dropped, start=1)
        if alpha is not None and (place in result.looks_reversed) == reversed_
    ]
    if not chosen:
        return
    style: dict[str, Any] = (
        {"marker": "v", "color": DOWN, "label": "looks reversed"} if reversed_ else {"marker": "o", "color": UP, "label": "question"}
    )
    axes.scatter([alpha for alpha, _ in chosen], [place for _, place in chosen], s=42, zorder=3, **style)


def _item_map(result: ItemAnalysis, pupils: bool, unit: str) -> Figure:
    """Draw each item's number where its facility and its discrimination put it."""
    figure = new_figure(WIDE, TALL)
    axes = figure.subplots()
    lowest = min(0.0, *(row.discrimination for row in result.rows))
    axes.set_xlim(-0.04, 1.04)
    axes.set_ylim(lowest - 0.08, 1.08)
    axes.axhline(0, color=FAINT, linewidth=1, zorder=0)
    groups = _same_places(result.rows)
    for (facility, discrimination), rows in groups.items():
        flagged = any(row.item in result.looks_reversed for row in rows)
        style: dict[str, Any] = {"marker": "v", "color": DOWN} if flagged else {"marker": "o", "color": UP}
        axes.scatter([facility], [discrimination], s=26, zorder=3, **style)
    _labels(axes, groups, lowest)
    axes.set_xlabel("hard   ←   facility: share of the marks that were gained   →   easy")
    axes.set_ylabel(f"discrimination: top {result.group_size} less bottom {result.group_size}")
    return figure


def _same_places(rows: Sequence[ItemRow]) -> dict[tuple[float, float], list[ItemRow]]:
    """Return the items that stand on one spot together, so that their numbers share a label."""
    groups: dict[tuple[float, float], list[ItemRow]] = {}
    for row in rows:
        groups.setdefault((row.facility, row.discrimination), []).append(row)
    return groups


def _labels(axes: Axes, groups: dict[tuple[float, float], list[ItemRow]], lowest: float) -> None:
    """Put every number beside its dot, at the nearest place where it covers no dot and no other number."""
    height = 1.16 - lowest
    dots = [((x + 0.04) / 1.08, (y - lowest + 0.08) / height) for x, y in groups]
    taken = [(x - 0.008, y - 0.012, x + 0.008, y + 0.012) for x, y in dots]
    for (x, y), rows in zip(dots, groups.values(), strict=True):
        text = ", ".join(str(row.item) for row in rows)
        box = _free_place(x, y, DIGIT * len(text) + 0.006, taken)
        taken.append(box)
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if abs(middle[0] - x) + abs(middle[1] - y) > 0.08 + DIGIT * len(text) / 2:
            axes.plot([x, middle[0]], [y, middle[1]], color=SAME, linewidth=0.6, zorder=1, transform=axes.transAxes)
        axes.text(*middle, text, fontsize=8, ha="center", va="center", zorder=4, transform=axes.transAxes)


def _free_place(x: float, y: float, wide: float, taken: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    from math import cos, pi, sin

    for ring in range(40):
        for turn in range(12):
            angle = pi / 6 * turn
            away = 1 + ring * 0.6
            left = x + cos(angle) * away * (0.012 + wide / 2) - wide / 2
            bottom = y + sin(angle) * away * (0.016 + LINE / 2) - LINE / 2
            box = left, bottom, left + wide, bottom + LINE
            if left < 0.002 or bottom < 0.002 or box[2] > 0.998 or box[3] > 0.998:
                continue
            if all(box[2] <= a or box[0] >= c or box[3] <= b or box[1] >= d for a, b, c, d in taken):
                return box
    return x, y, x + wide, y + LINE


DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {CronbachAlpha: _alpha, ItemAnalysis: _item_map}
