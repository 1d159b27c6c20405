"""How the figures of markers' agreement read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.agreement import BlandAltman, CohenKappa, FleissKappa, GwetAC, IntraclassCorrelation, KrippendorffAlpha
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, level_words, places_for, plain

Many = FleissKappa | GwetAC | KrippendorffAlpha


def _point(result: Any, what: str) -> str:
    if result.estimate is None:
        return f"{what} has no value here, so none is drawn."
    places = max(2, places_for(result.estimate))
    point = f"{what} is a point at {fixed(result.estimate, places)}"
    if result.low is None or result.high is None or result.low == result.high:
        return f"{point}; no interval is drawn."
    return f"{point}; its {level_words(result.level)} interval is a bar from {fixed(result.low, places)} to {fixed(result.high, places)}."


def _cohen(result: CohenKappa, pupils: bool, unit: str) -> list[str]:
    if not pupils:
        return [_point(result, f"Kappa of {count_of(result.n, 'paper')}")]
    size = len(result.levels)
    return [
        f"A grid of {count_of(size, 'level')}, one row for each the first marker gave and one column for each the second gave.",
        f"Each cell shows how many papers: {result.agreed:,} of {result.n:,} lie on the diagonal, where both gave the same level.",
        _point(result, "Kappa"),
    ]


def _many(result: Many, pupils: bool, unit: str) -> list[str]:
    name = {FleissKappa: "Fleiss' kappa", GwetAC: "Gwet's AC", KrippendorffAlpha: "Krippendorff's alpha"}[type(result)]
    if not pupils:
        return [_point(result, f"{name} of {count_of(result.n, 'paper')}")]
    rated = result.n if isinstance(result, KrippendorffAlpha) else result.rated_twice
    return [
        f"A column for each of {count_of(len(result.ratings), 'paper')} with one dot for each rating, a line joining those that differ.",
        f"On {result.agreed:,} of {rated:,} with two ratings or more all the dots stand together.",
        _point(result, name),
    ]


def _intraclass(result: IntraclassCorrelation, pupils: bool, unit: str) -> list[str]:
    if not pupils:
        return [_point(result, f"{result.form} of {count_of(result.n, 'paper')} and {result.raters} markers")]
    marks = [mark for row in result.ratings for mark in row]
    return [
        f"A column for each of {count_of(result.n, 'paper')} with a dot for each marker.",
        f"The dots go from {plain(min(marks))} to {plain(max(marks))} {unit}.",
        f"The longest line between dots of one paper spans {fixed(result.widest_gap, places_for(result.widest_gap))} {unit}."
        if result.widest_gap
        else "",
        _point(result, result.form),
    ]


def _limits(result: BlandAltman, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    bias = f"a line at {fixed(result.estimate, places)} {unit} for the average"
    if result.sd:
        bias += f", and dashed lines at {fixed(result.lower_limit, places)} and {fixed(result.upper_limit, places)} for the limits"
    if not pupils:
        return [f"The difference between two markers, first minus second, on {count_of(result.n, 'paper')}: {bias}."]
    dots = f"A dot for each of {count_of(result.n, 'paper')}: the difference, first minus second, above the mean of the two marks."
    outside = f"{result.outside:,} of the dots lie beyond the limits." if result.outside else "No dot lies beyond the limits."
    return [dots, f"There is {bias}.", outside if result.sd else ""]


DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    CohenKappa: _cohen,
    FleissKappa: _many,
    GwetAC: _many,
    KrippendorffAlpha: _many,
    IntraclassCorrelation: _intraclass,
    BlandAltman: _limits,
}
