"""What several classes or studies say together, and what a class shares; and how their figures read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.result import Result
from workbench.stats.synthesis import ChangeSummary, Combined, Cumulative, DifferenceSummary, LeaveOneOut
from workbench.words.numbers import count_of, fixed, listed, places_for, probability, range_words
from workbench.words.results._phrases import left_out, level_note, method_note
from workbench.words.results._synthesis_figures import described_combined, described_cumulative, described_left_out
from workbench.words.results._synthesis_phrases import ahead, all_of, ends_of, figure_places, many, moved, named

COUNTS = {
    "change": ("gained", "stayed the same", "lost"),
    "difference": ("had the first group ahead", "had both level", "had the second ahead"),
    "estimate": ("came out above zero", "came out at zero", "came out below zero"),
}
CANNOT = {
    "change": "Classes measured twice can show a change, not its cause.",
    "difference": "Groups that were not made by drawing lots may have differed from the start.",
    "estimate": "It does not show why they differ. Any left in a drawer are missing.",
}


def _places(result: Combined) -> int:
    if result.measure == "marks":
        return places_for(result.estimate, result.low, result.high)
    return figure_places(result.estimate, result.low, result.high)


def counts_words(result: Combined) -> str:
    """Return how many lie above, at and below zero, in one sentence."""
    ways = [(way, number) for way, number in zip(COUNTS[result.about], (result.above, result.at, result.below), strict=True) if number]
    if result.n == 1:
        return f"There is {count_of(result.n, result.each)} only, and it {ways[0][0]}."
    if len(ways) == 1:
        return f"{all_of(result.n, result.each)} {ways[0][0]}."
    told = [f"{number:,} {way}" for way, number in ways]
    if result.about == "estimate":
        told[1:] = [each.replace(" came out", "") for each in told[1:]]
        told[-1] = told[-1].replace("below zero", "below")
    return f"Of the {count_of(result.n, result.each, many(result.each))}, {listed(told)}."


def together(result: Combined, amount: str) -> str:
    """Return the combined figure with its range, in one sentence."""
    places = _places(result)
    start = _came_to(result, places, amount)
    if result.low is None or result.high is None:
        why = "They all have the same figure, so their differences give no range."
        if result.adhoc_low is None or result.adhoc_high is None:
            return f"{start}. {why}"
        return f"{start}; by the doubt within each, {ends_of(result.adhoc_low, result.adhoc_high, places, result.about)} fits. {why}"
    these = f"this {result.each}" if result.n == 1 else f"these {many(result.each)}"
    return f"{start}; {ends_of(result.low, result.high, places, result.about)} fits {these}{level_note(result.level)}."


def _came_to(result: Combined, places: int, amount: str) -> str:
    if result.about == "estimate":
        return f"{'It comes' if result.n == 1 else 'Together they come'} to {fixed(result.estimate, places)}"
    unit = amount if result.measure == "marks" else f"times the spread of their marks{' before' if result.about == 'change' else ''}"
    if result.about == "change":
        return f"{'It' if result.n == 1 else 'On average they'} {moved(result.estimate, places, unit)}"
    return f"{'In it' if result.n == 1 else 'On average'} the first group is {ahead(result.estimate, places, unit)}"


def _combined(result: Combined, form: str, amount: str) -> list[str]:
    if form == "note":
        return [_note(result), _left_out(result)]
    counts, all_told = counts_words(result), together(result, amount)
    if form == "short":
        return [counts, all_told]
    safer = _safer(result)
    cannot = "A single one cannot show how much others would differ." if result.n == 1 else CANNOT[result.about]
    told = [_each_one(result, amount), all_told, safer, _between(result, amount, told=bool(safer)), _one_more(result)]
    return [counts, *told, _left_out(result), cannot, *_next(result)]


def _left_out(result: Any) -> str:
    dropped: int = result.dropped
    if not dropped:
        return ""
    return f"{count_of(dropped, result.each, many(result.each))} without both numbers {'is' if dropped == 1 else 'are'} left out."


def _each_one(result: Combined, amount: str) -> str:
    """Return each class's own gain, where they are few and have names."""
    if result.about != "change" or result.measure != "marks" or not 1 < result.n <= 3 or not all(each.label for each in result.studies):
        return ""
    places = max(places_for(each.estimate) for each in result.studies)
    told = listed([f"{each.label} {moved(each.estimate, places, amount)}" for each in result.studies])
    return f"{told[0].upper()}{told[1:]}."


def _safer(result: Combined) -> str:
    places = _places(result)
    if result.tau2 > 0 or result.low is None or result.high is None or result.adhoc_low is None or result.adhoc_high is None:
        return ""
    ends = ends_of(result.adhoc_low, result.adhoc_high, places, result.about)
    if ends == ends_of(result.low, result.high, places, result.about):
        return ""
    return f"They agree more closely than luck would have them, so that range may be too narrow. A safer one is {ends}."


def _between(result: Combined, amount: str, *, told: bool) -> str:
    """Return how far they differ beyond luck; ``told`` when it was said already that they agree closely."""
    every = many(result.each)
    if result.n < 2:
        return ""
    if result.estimator == "fixed":
        return f"This takes all {every} to have one and the same true figure."
    unit = f" {amount}" if result.measure == "marks" else ""
    places = max(_places(result), places_for(result.tau or result.tau_high)) if unit else figure_places(result.tau, result.tau_high)
    if result.tau2_undefined:
        return "" if told else f"The {every} differ less than luck would usually make them."
    if result.tau == 0:
        missed = f"rue differences of about {fixed(result.tau_high, places)}{unit} could be missed." if result.tau_high else ""
        if told:
            return missed and f"T{missed}"
        return f"The {every} differ no more than luck would make them{f'; t{missed}' if missed else '.'}"
    one = f"From {result.each} to {result.each} it differs by about {fixed(result.tau, places)}{unit} beyond luck"
    if result.tau_low is None or result.tau_high is None:
        return f"{one}."
    return f"{one}; anything from {fixed(result.tau_low, places)} to {fixed(result.tau_high, places)} fits."


def _one_more(result: Combined) -> str:
    if result.estimator == "fixed" or result.n < 2:
        return ""
    if result.prediction_low is None or result.prediction_high is None:
        return f"So few {many(result.each)} cannot tell where one more would land."
    ends = ends_of(result.prediction_low, result.prediction_high, _places(result), result.about)
    return f"The true figure of one more {result.each} like these could be {ends}."


def _next(result: Combined) -> list[str]:
    if result.tau2 > 0 and result.n > 2:
        furthest = named(result.furthest, result.each)
        return [f"{furthest[0].upper()}{furthest[1:]} lies furthest from the rest.", "Next, ask what was different there."]
    return [f"Next, ask a colleague to repeat it with one more {result.each}."]


def _note(result: Combined) -> str:
    places = max(3, _places(result))
    ends = "" if result.tau2_low is None else _ends(result.tau2_low, result.tau2_high, places)
    parts = [f"; estimate {fixed(result.estimate, places)}{_ends(result.low, result.high, places)}"]
    if result.p is not None:
        parts.append(f", p {probability(result.p)} if the true average were zero")
    if result.n > 1:
        parts.append(f"; tau² {fixed(result.tau2, places)}{ends}; Q {fixed(result.q, 2)} on {result.q_df} df")
    if result.q_p is not None:
        parts.append(f", p {probability(result.q_p)} if all had one value")
    if result.i2_percent is not None:
        parts.append(f"; I² {fixed(result.i2_percent, 1)}%")
    if result.other_tau2:
        parts.append(f"; the likelihood has another peak at tau² {listed([fixed(each, places) for each in result.other_tau2])}")
    if result.prediction_low is not None:
        parts.append(f"; prediction interval{_ends(result.prediction_low, result.prediction_high, places)}")
    if result.undefined:
        parts.append(f"; no interval, because {result.undefined}")
    return method_note(result, "".join(parts))


def _ends(low: float | None, high: float | None, places: int) -> str:
    return "" if low is None or high is None else f" ({fixed(low, places)} to {fixed(high, places)})"


def _leave_one_out(result: LeaveOneOut, form: str, amount: str) -> list[str]:
    places = figure_places(result.most, result.least)
    every = many(result.each)
    least, most = fixed(result.least, places), fixed(result.most, places)
    if form == "note":
        return [method_note(result, f"; estimates from {least} to {most}"), _left_out(result)]
    ends = f"{least} every time" if least == most else f"between {least} and {most}"
    rest = f"Without any one of the {count_of(result.n, result.each, every)}, the rest come to {ends}."
    said = [rest if result.n > 2 else f"Alone, the {result.n} {every} come to {least} and {most}.", together(result.together, "")]
    if form == "short":
        return said
    without = fixed(result.moves_most.estimate, places)
    cannot = f"It does not show which {result.each} is right: the odd one out may be the one done best."
    if without == fixed(result.together.estimate, places):
        return [*said, _left_out(result), cannot, f"Next, ask a colleague to repeat it with one more {result.each}."]
    furthest = named(result.moves_most, result.each)
    moves = f"It moves most without {furthest}, to {without}." if result.n > 2 else ""
    return [*said, moves, _left_out(result), cannot, f"Next, read again how {furthest} was done."]


def _cumulative(result: Cumulative, form: str, amount: str) -> list[str]:
    places = figure_places(result.first, result.together.estimate)
    every = many(result.each)
    if form == "note":
        return [method_note(result, f"; the first alone {fixed(result.first, places)}"), _left_out(result)]
    first = f"The first of the {count_of(result.n, result.each, every)} alone gave {fixed(result.first, places)}."
    said = [first, together(result.together, "")]
    if form == "short":
        return said
    cannot = "Stopping as soon as the answer pleases would make it look surer than it is."
    return [*said, _left_out(result), cannot, f"Next, agree now how many {every} you will wait for."]


def _change_summary(result: ChangeSummary, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    if form == "note":
        spread = f"; SD of the changes {fixed(result.sd_change, 2)}; r {fixed(result.r, 2)}"
        over_sd = f"; over the SD before {fixed(result.standardised, 3)}, variance {fixed(result.standardised_variance, 4)}"
        return [method_note(result, spread + over_sd), left_out(result)]
    who = f"{count_of(result.n, 'pupil')} sat both tests"
    ends = f"{range_words(result.low, result.high, places)}{level_note(result.level)}"
    said = [
        f"In {result.label}, {who}." if result.label else f"{who}.",
        f"On average they {moved(result.estimate, places, amount)}; {ends}.",
    ]
    if form == "short":
        return said
    hidden = "How many rose and fell is left out, because small counts give pupils away."
    cause = "One group measured twice can show a change, not its cause."
    return [*said, hidden, left_out(result), cause, "Next, ask a colleague to share theirs, and put the two together."]


def _difference_summary(result: DifferenceSummary, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    if form == "note":
        spread = f"; SDs {fixed(result.sd_x, 2)} and {fixed(result.sd_y, 2)}"
        over_sd = f"; over the pooled SD {fixed(result.standardised, 3)}, variance {fixed(result.standardised_variance, 4)}"
        return [method_note(result, spread + over_sd)]
    who = f"{count_of(result.n_x, 'pupil')} are in the first group and {result.n_y:,} in the second"
    ends = f"{ends_of(result.low, result.high, places, 'difference')} fits these marks{level_note(result.level)}"
    said = [
        f"In {result.label}, {who}." if result.label else f"{who}.",
        f"On average the first is {ahead(result.estimate, places, amount)}; {ends}.",
    ]
    if form == "short":
        return said
    start = "Groups that were not made by drawing lots may have differed from the start."
    return [*said, start, "Next, ask a colleague to share theirs, and put the two together."]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    ChangeSummary: _change_summary,
    Combined: _combined,
    Cumulative: _cumulative,
    DifferenceSummary: _difference_summary,
    LeaveOneOut: _leave_one_out,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    Combined: described_combined,
    Cumulative: described_cumulative,
    LeaveOneOut: described_left_out,
}
