"""What a plan can show, in words, before any pupil is tested."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.planning import ExpectedWidth, SmallestP
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, level_words, places_for, plain, probability

IN_SPREADS = "times the usual spread of pupils' changes"


def _expected_width(result: ExpectedWidth, form: str, amount: str) -> list[str]:
    unit = IN_SPREADS if result.sd == 1.0 else amount
    places = places_for(result.half_width, result.width)
    if form == "note":
        method = f"{result.method[0].upper()}{result.method[1:]}, with sd = {fixed(result.sd, places)} at {level_words(result.level)}"
        return [f"{method}: {fixed(result.width, places)} from end to end for {count_of(result.n, 'pupil')}. {result.reference}."]
    wide = (
        f"With {count_of(result.n, 'pupil')} the average change will be known to within about "
        f"{fixed(result.half_width, places)} {unit}, up or down."
    )
    if form == "short":
        return [wide]
    return [wide, _more_pupils(result, unit, places), "A smaller change than that could not be told from no change."]


def _more_pupils(result: ExpectedWidth, unit: str, places: int) -> str:
    more = [(pupils, width) for pupils, width in result.rows if pupils == 2 * result.n]
    return "".join(f"With {pupils} pupils it would be about {fixed(width / 2, places)} {unit}." for pupils, width in more)


def _smallest_p(result: SmallestP, form: str, amount: str) -> list[str]:
    least = probability(result.smallest_p, whole=True)
    if form == "note":
        return [f"{result.method[0].upper()}{result.method[1:]}; n = {result.n}. {result.reference}."]
    if result.n < result.enough:
        said = (
            f"With {count_of(result.n, 'pupil')} no test could tell a real change from luck: "
            f"if nothing had changed, p could not be below {least}."
        )
        step = f"Plan for {result.enough} pupils or more, or describe each pupil's work instead."
    else:
        below = "below 0.000001" if result.smallest_p < 1e-6 else f"as small as {least}"
        said = f"With {count_of(result.n, 'pupil')} a clear change can show: if nothing had changed, p could be {below}."
        step = "That needs nearly every pupil to move the same way."
    return [said] if form == "short" else [said, step]


def _described_expected_width(result: ExpectedWidth, pupils: bool, unit: str) -> list[str]:
    (first, wide), (last, narrow) = result.rows[0], result.rows[-1]
    measure = "SDs of the changes" if result.sd == 1.0 else unit
    here = f"A ring marks {count_of(result.n, 'pupil')}, at {fixed(result.width, 1)}."
    return [
        f"A falling curve of how wide the interval is expected to be: {fixed(wide, 1)} {measure} with {first} pupils, "
        f"{fixed(narrow, 1)} with {last}.",
        here,
    ]


def _described_smallest_p(result: SmallestP, pupils: bool, unit: str) -> list[str]:
    return [
        f"Falling dots of the least possible p for each number of pupils: {probability(result.smallest_p, whole=True)} with {result.n}.",
        f"From {result.enough} pupils on the dots lie below {plain(result.below)}.",
    ]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {ExpectedWidth: _expected_width, SmallestP: _smallest_p}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    ExpectedWidth: _described_expected_width,
    SmallestP: _described_smallest_p,
}
