"""How the figures of one pupil's series, and of several pupils' series, read to someone who cannot see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
from workbench.words.numbers import count_of, fixed, level_words, places_for
from workbench.words.results._one_pupil import dots_words

MEASURES: dict[type[Result], str] = {
    Nap: "the share of pairs that were better",
    Tau: "tau, pairs better less pairs worse",
    TauU: "Tau-U",
    Pnd: "the share beyond the best session before",
    Pem: "the share beyond the middle session before",
    Pand: "the share that can stay without overlap",
    Ird: "the difference of improvement rates",
    LogResponseRatio: "the mean after over the mean before",
    WithinCaseSmd: "the difference over this pupil's own spread",
    BaselineCorrectedTau: "tau with the trend before allowed for",
}
"""What the bar below a series measures; the figure has the same words."""


def _series(result: Any, pupils: bool, unit: str) -> list[str]:
    bar = _bar(MEASURES[type(result)], *_shown(result))
    if not pupils:
        return [bar]
    trend = ""
    if isinstance(result, BaselineCorrectedTau):
        slope = fixed(result.slope, places_for(result.slope))
        trend = f"A dashed line carries the trend from before on through both phases, at {slope} a session."
    return [dots_words(result, unit), trend, f"Below the dots: {bar[0].lower()}{bar[1:]}"]


def _shown(result: Any) -> tuple[float, float | None, float | None, float | None]:
    """Return estimate, ends and level as they are drawn: a ratio as a ratio."""
    if isinstance(result, LogResponseRatio):
        return result.ratio, result.ratio_low, result.ratio_high, result.level
    return result.estimate, result.low, result.high, result.level


def _bar(what: str, estimate: float, low: float | None, high: float | None, level: float | None) -> str:
    middle = f"A diamond for {what}, at {fixed(estimate, 2)}"
    if low is None or high is None or low == high:
        return f"{middle}; no interval is drawn."
    return f"{middle}; its {level_words(level or 0)} interval is a bar from {fixed(low, 2)} to {fixed(high, 2)}."


def _starts(result: PhaseRandomisation, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.estimate)
    seen = f"a diamond for the start that was drawn, session {result.start}, at {fixed(result.estimate, places)}"
    if not pupils:
        return [f"The statistic that was tested: {seen}."]
    parted = (
        f"A dot for each of {count_of(result.n, 'session')} in {unit}, in order, with a line where the phase changed, "
        f"before session {result.start}."
    )
    return [parted, f"Below them a dot for what each of {count_of(result.starts, 'possible start')} gives, and {seen}."]


def _pupils(result: BetweenCaseSmd, pupils: bool, unit: str) -> list[str]:
    bar = _bar("the difference over the spread of all pupils", result.estimate, result.low, result.high, result.level)
    if not pupils:
        return [bar]
    small = f"One small chart for each of {result.n_cases} pupils, with {count_of(result.n, 'dot')} in {unit} in all, in order of session."
    line = "A line in each parts before from after: "
    line += f"{result.better} went the better way, {result.same} stayed level, {result.worse} the other way."
    return [small, line, f"Below the charts: {bar[0].lower()}{bar[1:]}"]


DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    **dict.fromkeys(MEASURES, _series),
    PhaseRandomisation: _starts,
    BetweenCaseSmd: _pupils,
}
