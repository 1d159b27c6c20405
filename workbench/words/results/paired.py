"""What a change between two occasions says, and how its figure reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.paired import MeanChange, PermutationChange, RegressionToTheMean, StandardisedChange
from workbench.stats.result import Result
from workbench.words.numbers import (
    count_of,
    fixed,
    least_probability,
    level_words,
    listed,
    places_for,
    plain,
    probability,
    range_words,
    signed_words,
)
from workbench.words.results import _paired_ranks
from workbench.words.results._paired_shared import ALL_ALIKE, NOBODY_CHANGED, NOT_ITS_CAUSE, counts_words, dots_words
from workbench.words.results._phrases import (
    cannot_tell,
    interval_bar_words,
    left_out,
    level_note,
    luck_words,
    method_note,
    next_step,
    patterns_drawn,
    spread_of,
    zero_fits,
)

SPREAD = {
    "average_sd": "the average spread of their marks before and after",
    "before_sd": "the spread of their marks before",
    "difference_sd": "the spread of their changes",
}


def _moved(estimate: float, places: int, amount: str, n: int) -> str:
    who = "That pupil" if n == 1 else "On average they"
    if estimate == 0:
        return f"{who} neither gained nor lost"
    return f"{who} {'gained' if estimate > 0 else 'lost'} {fixed(abs(estimate), places)} {amount}"


def _few(result: MeanChange) -> str:
    if result.n >= 6:
        return ""
    return f"With {result.n} pupils that range is a rough guide; look at each pupil's work too."


def _mean_change(result: MeanChange, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    if form == "note":
        spread = f"; SD of the changes {fixed(result.sd_change, max(places, 2))}"
        r = "" if result.r is None else f"; r before and after {fixed(result.r, 2)}"
        return [method_note(result, spread + r), left_out(result)]
    moved = _moved(result.estimate, places, amount, result.n)
    if result.low is None or result.high is None:
        said = [counts_words(result), *([NOBODY_CHANGED] if result.same == result.n else [moved + ".", ALL_ALIKE])]
        return said if form == "short" else [*said, left_out(result), NOT_ITS_CAUSE, next_step(result)]
    said = [counts_words(result), f"{moved}; {range_words(result.low, result.high, places)}{level_note(result.level)}."]
    if form == "short":
        return said
    return [*said, zero_fits(result.low, result.high), _few(result), left_out(result), NOT_ITS_CAUSE, next_step(result)]


def _permutation_change(result: PermutationChange, form: str, amount: str) -> list[str]:
    if form == "note":
        drawn = "" if result.standard_error is None else f"; standard error of p {fixed(result.standard_error, 5)}"
        mid = f"; if nothing had changed, p {probability(result.p)}, mid-p {probability(result.mid_p)}"
        return [
            method_note(result, f"{mid}, smallest possible {least_probability(result.smallest_p, whole=True)}{drawn}"),
            left_out(result),
        ]
    said = [counts_words(result), _permutation_range(result, amount)]
    if form == "short":
        return [*said, _luck(result, form)]
    return [*said, _luck(result, form), patterns_drawn(result.draws), left_out(result), NOT_ITS_CAUSE, _permutation_step(result)]


def _permutation_range(result: PermutationChange, amount: str) -> str:
    low, high = result.low, result.high
    places = places_for(result.estimate, low, high)
    moved = _moved(result.estimate, places, amount, result.n)
    if result.level is not None and (low is not None or high is not None) and _all_alike(result):
        return NOBODY_CHANGED if result.same == result.n else f"{moved}. {ALL_ALIKE}"
    if low is not None and high is not None:
        return f"{moved}; {range_words(low, high, places)}{level_note(result.level)}."
    if low is not None:
        return f"{moved}; anything from {signed_words(low, places)} upwards fits these marks{level_note(result.level)}."
    if high is not None:
        return f"{moved}; anything up to {signed_words(high, places)} fits these marks{level_note(result.level)}."
    if result.level is None:
        return moved + "."
    return f"{moved}; {count_of(result.n, 'pupil')} cannot give a range at {level_words(result.level)}."


def _all_alike(result: PermutationChange) -> bool:
    """Return whether every change is the same: the range is then a point, and would say that nothing is in doubt."""
    return len({round(after - before, 9) for before, after in zip(result.before, result.after, strict=True)}) == 1


def _luck(result: PermutationChange, form: str) -> str:
    if not could_be_small(result):
        return cannot_tell(count_of(result.n, "pupil"), "a real change", "if nothing had changed", result.smallest_p, form)
    if result.same == result.n:
        return ""
    would = {
        "two_sided": "move the average at least this far either way",
        "greater": "put the average change this high or higher",
        "less": "put the average change this low or lower",
    }[result.alternative]
    return luck_words("if nothing had changed", would, result.p, form)


def could_be_small(result: PermutationChange) -> bool:
    """Return whether this many pupils could ever have given a p small enough for the result's level (0.95 if none)."""
    return result.smallest_p <= 1 - (result.level or 0.95) + 1e-12


def _permutation_step(result: PermutationChange) -> str:
    return next_step(result) if could_be_small(result) else "Look at each pupil's work instead."


def _standardised_change(result: StandardisedChange, form: str, amount: str) -> list[str]:
    places = max(2, places_for(result.estimate, result.low, result.high))
    if form == "note":
        correction = f"; SD {fixed(result.sd, 2)}; uncorrected {fixed(result.uncorrected, places)}; J {fixed(result.correction, 4)}"
        return [method_note(result, correction), left_out(result)]
    moved = _moved(result.change, places_for(result.change, result.sd_change), amount, result.n)
    size = f"That is {fixed(abs(result.estimate), places)} times {SPREAD[result.by]}"
    if result.low is None or result.high is None:
        rest = f"{size}; no range can be given, because {result.undefined}."
    else:
        rest = f"{size}; {range_words(result.low, result.high, places)}{level_note(result.level)}."
    said = [counts_words(result), moved + ".", rest]
    if form == "short":
        return said
    alike = "It measures the change against the spread in this group, so it cannot be set beside other classes' figures."
    fits = "" if result.low is None or result.high is None else zero_fits(result.low, result.high)
    return [*said, fits, left_out(result), alike, "Next, give the change in marks first wherever you report this."]


def _regression(result: RegressionToTheMean, form: str, amount: str) -> list[str]:
    gap = result.year_mean - result.chosen_mean
    if form == "note":
        r = fixed(result.correlation_low, 2)
        if result.correlation is None:
            r += f" to {fixed(result.correlation_high, 2)}, because none is known"
        return [f"{result.method[0].upper()}{result.method[1:]}, with r = {r}. {result.reference}."]
    if gap == 0:
        return ["These pupils' average was the same as the whole year's, so no drift back is expected."]
    low, other = ("low", "higher") if gap > 0 else ("high", "lower")
    places = places_for(result.chosen_mean, result.year_mean)
    scored = (
        f"These pupils scored {low}: {fixed(result.chosen_mean, places)} on average, and the whole year {fixed(result.year_mean, places)}."
    )
    chosen = "Pupils chosen that way" if form == "full" else f"Pupils chosen for {low} marks"
    usual = f"{chosen} usually score {other} next time with no special teaching: here {_drift(result, amount)}."
    if form == "short":
        return [usual]
    return [scored, usual, _drift_source(result), _drift_step(result)]


def _drift(result: RegressionToTheMean, amount: str) -> str:
    ends = sorted([abs(result.low), abs(result.high)])
    places = places_for(ends[1], result.gain)
    size = f"about {fixed(ends[0], places)}"
    if result.estimate is None:
        size = f"anything from {fixed(ends[0], places)} to {fixed(ends[1], places)}"
    if result.gain is None:
        return f"{size} {amount}"
    moved = fixed(abs(result.gain), places)
    if ends[1] <= abs(result.gain) and result.gain * (result.year_mean - result.chosen_mean) > 0:
        return f"{size} of the {moved} {amount}"
    if moved == fixed(0, places):
        return f"{size} {amount}, and they neither gained nor lost"
    return f"{size} {amount}, and they {'gained' if result.gain > 0 else 'lost'} {moved}"


def _drift_source(result: RegressionToTheMean) -> str:
    low, high = fixed(result.correlation_low, 2), fixed(result.correlation_high, 2)
    helped = result.beyond is not None and 0 < result.low < result.low + result.beyond
    less = " If teaching helped these pupils, that r is too low and the drift somewhat less." if helped else ""
    return {
        "whole_year": f"This rests on how closely the whole year's two sets of marks agree (r = {low}).{less}",
        "test_reliability": f"This rests on the test's published reliability (r = {low}).",
    }.get(result.source, f"How closely two such tests agree is not known here; the range is for r from {low} to {high}.")


def _drift_step(result: RegressionToTheMean) -> str:
    if result.source == "not_known":
        return "Next, bring in both marks of the whole year, so that the range becomes one number."
    return "Next, look at pupils who just missed being chosen: did they move too?"


def _lines(result: MeanChange | PermutationChange | StandardisedChange) -> str:
    ways = [("rise", "rises", result.up), ("stay level", "stays level", result.same), ("fall", "falls", result.down)]
    return listed([f"{number} {one if number == 1 else many}" for many, one, number in ways if number])


def _pupil_panel(result: Any, unit: str) -> str:
    if result.n == 1:
        return f"One line goes from {plain(result.before[0])} {unit} before to {plain(result.after[0])} after."
    return (
        f"One line for each of {result.n} pupils, from {spread_of(result.before)} {unit} before "
        f"to {spread_of(result.after)} after: {_lines(result)}."
    )


def _described_mean_change(result: MeanChange, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    bar = interval_bar_words(result.estimate, result.low, result.high, result.level, places)
    if pupils:
        return [_pupil_panel(result, unit), "Beside the lines each pupil's change is a dot.", bar]
    means = f"A line from a mean of {fixed(result.mean_before, places)} {unit} before to {fixed(result.mean_after, places)} after"
    return [f"{means}, for {count_of(result.n, 'pupil')}.", bar]


def _described_permutation_change(result: PermutationChange, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    dots = (
        f"The change of each pupil in {unit}, as a dot: {dots_words(result)}."
        if pupils
        else f"The mean change of {count_of(result.n, 'pupil')} in {unit}."
    )
    return [dots, interval_bar_words(result.estimate, result.low, result.high, result.level, places)]


def _described_standardised_change(result: StandardisedChange, pupils: bool, unit: str) -> list[str]:  # the figure is of the group
    places = max(2, places_for(result.estimate, result.low, result.high))
    return [
        f"The change of {count_of(result.n, 'pupil')} in units of one spread of {fixed(result.sd, 1)} {unit}.",
        interval_bar_words(result.estimate, result.low, result.high, result.level, places),
    ]


def _described_regression(result: RegressionToTheMean, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.high, result.low, result.gain)
    low, high = fixed(result.low, places), fixed(result.high, places)
    drift = f"from {low} to {high} {unit}" if result.estimate is None else f"of {low} {unit}"
    gain = "" if result.gain is None else f" Below it, a bar for the change that was seen, {fixed(result.gain, places)} {unit}."
    return [f"A bar for the change to expect with nothing done, {drift}.{gain}"]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    MeanChange: _mean_change,
    PermutationChange: _permutation_change,
    StandardisedChange: _standardised_change,
    RegressionToTheMean: _regression,
    **_paired_ranks.SAID,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    MeanChange: _described_mean_change,
    PermutationChange: _described_permutation_change,
    StandardisedChange: _described_standardised_change,
    RegressionToTheMean: _described_regression,
    **_paired_ranks.DESCRIBED,
}
