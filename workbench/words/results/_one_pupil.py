"""Phrases for one pupil measured many times: pairs of days, ways up or down, and what such a series cannot show."""

from __future__ import annotations

from typing import Any

from workbench.words.numbers import count_of, fixed, level_words, listed, plain
from workbench.words.results._phrases import level_note, method_note, spread_of

# Below this many observations before, the words say how much one day weighs: Kratochwill and others (2013) ask for five.
FEW_DAYS = 5


def better_word(result: Any) -> str:
    """Return ``higher`` or ``lower``: the way that is better."""
    return "higher" if result.improvement == "increase" else "lower"


def worse_word(result: Any) -> str:
    """Return the other way."""
    return "lower" if result.improvement == "increase" else "higher"


def was(number: int) -> str:
    """Return a count with its verb."""
    return f"{number:,} {'was' if number == 1 else 'were'}"


def pairs_words(result: Any) -> str:
    """Return what the pairs of a day before and a day after show, in one sentence."""
    ways = [(better_word(result), result.better), ("level", result.same), (worse_word(result), result.worse)]
    only = [way for way, number in ways if number == result.pairs]
    if only and result.pairs == 1:
        return f"The one session after was {only[0]} {'with' if only[0] == 'level' else 'than'} the one before."
    pairs = f"Pair each session before with each after. {'All' if only else 'Of'} {result.pairs:,} pairs"
    if only:
        return f"{pairs} were {only[0]}{'' if only[0] == 'level' else ' after'}."
    ways = [(f"{way} after" if place == 0 else way, number) for place, (way, number) in enumerate(each for each in ways if each[1])]
    told = [f"{was(number)} {way.replace('level after', 'level')}" for way, number in ways]
    return f"{pairs}, {listed(told)}."


def fits(low: float, high: float, places: int, level: float | None, *, ends: str = "") -> str:
    """Return the range that fits, as figures."""
    return f"anything from {fixed(low, places)} to {fixed(high, places)}{ends} fits this series{level_note(level)}"


def blanks(result: Any) -> str:
    """Return how many sessions have no observation."""
    return f"{count_of(result.missing, 'session')} {'was' if result.missing == 1 else 'were'} blank and left out." if result.missing else ""


def already_better(result: Any) -> bool:
    """Return whether most pairs of days before were already going the better way."""
    return bool(result.baseline_better > result.baseline_pairs - result.baseline_better)


def doubt(result: Any) -> str:
    """Return the one reason that weighs most against reading too much into this series."""
    if already_better(result):
        ways = count_of(result.baseline_pairs, "pair")
        return (
            f"Things were already getting better before: of {ways} of those sessions, {was(result.baseline_better)} "
            f"{better_word(result)} later. This figure takes no account of that."
        )
    if result.n_baseline < FEW_DAYS:
        return f"With {count_of(result.n_baseline, 'session')} before, one odd session could change this."
    return "One pupil's series can show that something changed. It cannot show what changed it."


def step(result: Any) -> str:
    """Return what to do next."""
    if already_better(result):
        return "Next, draw the line from before onwards: would it have got there anyway?"
    if result.n_baseline < FEW_DAYS:
        return "Next time, measure in more sessions before you change anything."
    return "Next, keep on measuring for a week or two: does it last?"


def dots_words(result: Any, unit: str) -> str:
    """Return what the chart of the series shows."""
    if result.n_baseline == 1 or result.n_intervention == 1:
        middles = ""
    else:
        middles = f" The middle one is {plain(result.median_baseline)} before and {plain(result.median_intervention)} after."
    return (
        f"A dot for each of {count_of(result.n, 'session')} in {unit}, in order. "
        f"A line parts the {result.n_baseline} before, "
        f"from {spread_of(result.baseline)}, from the {result.n_intervention} after, from {spread_of(result.intervention)}.{middles}"
    )


def told_of(result: Any, form: str, said: list[str], *doubts: str) -> list[str]:
    """Return the short form, or the full one with its doubt and its next step."""
    if form == "short":
        return said
    return [*said, blanks(result), *(doubts or (doubt(result),)), step(result)]


def note_of(result: Any, extra: str) -> str:
    """Return method, phases, figure and source in one line for a reader who checks."""
    at = "" if getattr(result, "n_baseline", None) is None else f"; {result.n_baseline} before and {result.n_intervention} after"
    better = f"; better is {better_word(result)}"
    ends = ""
    if getattr(result, "low", None) is not None:
        ends = f", {level_words(result.level)} interval {fixed(result.low, 4)} to {fixed(result.high, 4)}"
    return method_note(result, f"{at}{better}; estimate {fixed(result.estimate, 4)}{ends}{extra}")
