"""How the figures of several groups, and of two that did not start level, read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.groups import AdjustedDifference, AnalysisOfVariance, Dunn, Friedman, Jonckheere, KruskalWallis
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, level_words, listed, places_for
from workbench.words.results._groups_shared import short
from workbench.words.results._phrases import spread_of


def named(name: str) -> str:
    """Return a group's name as it stands in a sentence: 'group B', but 'Class 7B' as it is.

    >>> named("B"), named("Class B")
    ('group B', 'Class B')
    """
    return name if {"group", "class", "set", "form"} & set(name.lower().split()) else f"group {name}"


def _several(result: Any, pupils: bool, unit: str) -> list[str]:
    values = result.means if isinstance(result, AnalysisOfVariance) else result.medians
    what = "mean" if isinstance(result, AnalysisOfVariance) else "middle mark"
    shown = [place for place, size in enumerate(result.sizes) if pupils or size > 1]
    told = listed([f"{place + 1}: {short(values[place])}" for place in shown] or [""])
    alone = "" if len(shown) == len(values) else " A group of one pupil has no line."
    lines = (
        f"A short line for each group's {what}, group {told} {unit}.{alone}" if shown else "No group has a line, for each is of one pupil."
    )
    everyone = tuple(mark for group in result.data for mark in group)
    dots = f"A dot for each of {count_of(result.n, 'pupil')} in {len(result.sizes)} columns, from {spread_of(everyone)} {unit}."
    sizes = listed([f"{size:,}" for size in result.sizes])
    return [dots, lines] if pupils else [f"{len(result.sizes)} groups, of size {sizes}.", lines]


def _friedman(result: Friedman, pupils: bool, unit: str) -> list[str]:
    told = listed([f"{place}: {short(value)}" for place, value in enumerate(result.medians, start=1)])
    thick = f"A thick line joins the middle marks, occasion {told} {unit}."
    if not pupils:
        return [f"{result.occasions} occasions and {count_of(result.n, 'pupil')}.", thick]
    everyone = tuple(mark for row in result.data for mark in row)
    lines = f"A thin line for each of {count_of(result.n, 'pupil')} over {result.occasions} occasions, from {spread_of(everyone)} {unit}."
    return [lines, thick]


def _adjusted(result: AdjustedDifference, pupils: bool, unit: str) -> list[str]:
    first, second = map(named, result.names)
    places = places_for(result.estimate, result.low, result.high)
    over = "above" if result.estimate >= 0 else "below"
    gap = f"{first[0].upper()}{first[1:]} stands {fixed(abs(result.estimate), places)} {unit} {over} {second}"
    bar = f"{gap}; no interval is drawn."
    if result.low is not None and result.high is not None:
        ends = f"{fixed(result.low, places)} to {fixed(result.high, places)}"
        bar = f"{gap}; its {level_words(result.level)} interval is a bar from {ends}."
    lines = "Two parallel lines, one for each group, lead from marks before to marks after."
    if not pupils:
        return [lines, bar]
    dots = f"A dot for each of {count_of(result.n, 'pupil')}: from {spread_of(result.before)} before and {spread_of(result.after)} after."
    return [f"{dots} Filled circles are {first}, open triangles {second}.", lines, bar]


DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    AdjustedDifference: _adjusted,
    AnalysisOfVariance: _several,
    Dunn: _several,
    Friedman: _friedman,
    Jonckheere: _several,
    KruskalWallis: _several,
}
