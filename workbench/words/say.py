"""What a result says, to a teacher: counts first, the range beside the mean, and what it cannot show.

One branch for each kind of result. Every number spoken comes from the result.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.errors import UnknownOption
from workbench.stats.association import Correlation
from workbench.stats.paired import MeanChange, PermutationChange, RegressionToTheMean, StandardisedChange
from workbench.stats.planning import ExpectedWidth, SmallestP
from workbench.stats.result import Result
from workbench.words import say_planning
from workbench.words.numbers import (
    chance,
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

FORMS = ("full", "short", "note")
ALL_ALIKE = "They all changed by the same amount, so these marks give no range."
NOT_ITS_CAUSE = "One group measured twice can show a change, not its cause."
SPREAD = {
    "average_sd": "the average spread of their marks before and after",
    "before_sd": "the spread of their marks before",
    "difference_sd": "the spread of their changes",
}


def say(result: Result, *, form: str = "full", unit: str = "marks", out_of: float | None = None) -> str:
    """Return what the result says.

    Args:
        result: Any result of ``workbench.stats`` that is told in words.
        form: ``"full"`` with what it cannot show and a next step, ``"short"`` for a table or a
            caption, ``"note"`` with the method and its source, for a reader who checks.
        unit: What is counted, in the plural.
        out_of: The highest mark there is, if it should be told.

    Raises:
        UnknownOption: for another form, or a result that has no words.
    """
    if form not in FORMS:
        raise UnknownOption("There is no such form of words.", where="form", seen=form, allowed=", ".join(FORMS), do="Choose one of these.")
    branch = next((words for kind, words in _BRANCHES.items() if isinstance(result, kind)), None)
    if branch is None:
        raise UnknownOption(
            "There are no words for this yet.",
            where="result",
            seen=type(result).__name__,
            allowed=", ".join(kind.__name__ for kind in _BRANCHES),
            do="Give a result of workbench.stats.",
        )
    amount = unit if out_of is None else f"{unit} out of {plain(out_of)}"
    return " ".join(sentence for sentence in branch(result, form, amount) if sentence)


def counts_words(result: MeanChange | PermutationChange | StandardisedChange) -> str:
    """Return how many went up, stayed and went down, in one sentence."""
    who = "who sat both tests"
    ways = [("went up", result.up), ("had the same mark twice", result.same), ("went down", result.down)]
    only = [way for way, number in ways if number == result.n]
    if only:
        return f"{'The' if result.n < 3 else 'All'} {count_of(result.n, 'pupil')} {who} {only[0]}."
    ways[1] = ("stayed the same", result.same)
    return f"Of the {result.n:,} pupils {who}, {listed([f'{number:,} {way}' for way, number in ways if number])}."


def _moved(estimate: float, places: int, amount: str, n: int) -> str:
    who = "That pupil" if n == 1 else "On average they"
    if estimate == 0:
        return f"{who} neither gained nor lost"
    return f"{who} {'gained' if estimate > 0 else 'lost'} {fixed(abs(estimate), places)} {amount}"


def _left_out(result: Any) -> str:
    dropped: int = result.dropped
    return f"{count_of(dropped, 'pupil')} without both marks {'is' if dropped == 1 else 'are'} left out." if dropped else ""


def _level(level: float | None) -> str:
    return "" if level is None or level == 0.95 else f" ({level_words(level)} interval)"


def _zero_fits(low: float, high: float) -> str:
    return "No change at all fits these marks too." if low <= 0 <= high else ""


def _next_step(result: Any) -> str:
    if 0 < result.down < result.n:
        return f"Look next at {_those(result.down)} who went down: what was different?"
    if result.same and result.up:
        return f"Look next at {_those(result.same)} who stayed the same: what would help?"
    return "Next, ask a colleague to mark a few of the papers again without seeing the names."


def _those(number: int) -> str:
    return "the pupil" if number == 1 else f"the {number}"


def _few(result: MeanChange) -> str:
    if result.n >= 6:
        return ""
    return f"With {result.n} pupils that range is a rough guide; look at each pupil's work too."


def _method_note(result: Any, extra: str) -> str:
    level = "" if getattr(result, "level", None) is None else f", level {level_words(result.level)}"
    return f"{result.method[0].upper()}{result.method[1:]}; n = {result.n}{level}{extra}. {result.reference}."


def _mean_change(result: MeanChange, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    if form == "note":
        spread = f"; SD of the changes {fixed(result.sd_change, max(places, 2))}"
        r = "" if result.r is None else f"; r before and after {fixed(result.r, 2)}"
        return [_method_note(result, spread + r), _left_out(result)]
    moved = _moved(result.estimate, places, amount, result.n)
    if result.low is None or result.high is None:
        said = [counts_words(result), moved + ".", ALL_ALIKE]
        return said if form == "short" else [*said, _left_out(result), NOT_ITS_CAUSE, _next_step(result)]
    said = [counts_words(result), f"{moved}; {range_words(result.low, result.high, places)}{_level(result.level)}."]
    if form == "short":
        return said
    return [*said, _zero_fits(result.low, result.high), _few(result), _left_out(result), NOT_ITS_CAUSE, _next_step(result)]


def _permutation_change(result: PermutationChange, form: str, amount: str) -> list[str]:
    if form == "note":
        drawn = "" if result.standard_error is None else f"; standard error of p {fixed(result.standard_error, 5)}"
        mid = f"; if nothing had changed, p {probability(result.p)}, mid-p {probability(result.mid_p)}"
        return [
            _method_note(result, f"{mid}, smallest possible {least_probability(result.smallest_p, whole=True)}{drawn}"),
            _left_out(result),
        ]
    said = [counts_words(result), _permutation_range(result, amount)]
    if form == "short":
        return [*said, _luck(result)]
    return [*said, _luck(result), _drawn(result), _left_out(result), NOT_ITS_CAUSE, _permutation_step(result)]


def _permutation_range(result: PermutationChange, amount: str) -> str:
    low, high = result.low, result.high
    places = places_for(result.estimate, low, high)
    moved = _moved(result.estimate, places, amount, result.n)
    if result.level is not None and (low is not None or high is not None) and _all_alike(result):
        return f"{moved}. {ALL_ALIKE}"
    if low is not None and high is not None:
        return f"{moved}; {range_words(low, high, places)}{_level(result.level)}."
    if low is not None:
        return f"{moved}; anything from {signed_words(low, places)} upwards fits these marks{_level(result.level)}."
    if high is not None:
        return f"{moved}; anything up to {signed_words(high, places)} fits these marks{_level(result.level)}."
    if result.level is None:
        return moved + "."
    return f"{moved}; {count_of(result.n, 'pupil')} cannot give a range at {level_words(result.level)}."


def _all_alike(result: PermutationChange) -> bool:
    """Return whether every change is the same: the range is then a point, and would say that nothing is in doubt."""
    return len({round(after - before, 9) for before, after in zip(result.before, result.after, strict=True)}) == 1


def _luck(result: PermutationChange) -> str:
    if not could_be_small(result):
        return (
            f"With {count_of(result.n, 'pupil')} no test could tell a real change from luck: "
            f"if nothing had changed, p could not be below {probability(result.smallest_p, whole=True)}."
        )
    way = {"two_sided": "this far either way", "greater": "this far up", "less": "this far down"}[result.alternative]
    return f"If nothing had changed, luck alone would move the average {way} {chance(result.p)}."


def could_be_small(result: PermutationChange) -> bool:
    """Return whether this many pupils could ever have given a p small enough for the result's level (0.95 if none)."""
    return result.smallest_p <= 1 - (result.level or 0.95) + 1e-12


def _drawn(result: PermutationChange) -> str:
    if result.draws is None:
        return ""
    return f"There are too many possible patterns to count, so {result.draws:,} were drawn at random."


def _permutation_step(result: PermutationChange) -> str:
    return _next_step(result) if could_be_small(result) else "Look at each pupil's work instead."


def _standardised_change(result: StandardisedChange, form: str, amount: str) -> list[str]:
    places = max(2, places_for(result.estimate, result.low, result.high))
    if form == "note":
        correction = f"; SD {fixed(result.sd, 2)}; uncorrected {fixed(result.uncorrected, places)}; J {fixed(result.correction, 4)}"
        return [_method_note(result, correction), _left_out(result)]
    moved = _moved(result.change, places_for(result.change, result.sd_change), amount, result.n)
    size = f"That is {fixed(abs(result.estimate), places)} times {SPREAD[result.by]}"
    if result.low is None or result.high is None:
        rest = f"{size}; no range can be given, because {result.undefined}."
    else:
        rest = f"{size}; {range_words(result.low, result.high, places)}{_level(result.level)}."
    said = [counts_words(result), moved + ".", rest]
    if form == "short":
        return said
    alike = "It measures the change against the spread in this group, so it cannot be set beside other classes' figures."
    return [*said, _left_out(result), alike, "Next, give the change in marks first wherever you report this."]


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
    usual = f"Pupils chosen that way usually score {other} next time with no special teaching: here {_drift(result, amount)}."
    if form == "short":
        return [usual]
    return [scored, usual, _drift_source(result), _drift_step(result)]


def _drift(result: RegressionToTheMean, amount: str) -> str:
    ends = sorted([abs(result.drift_low), abs(result.drift_high)])
    places = places_for(ends[1], result.gain)
    size = f"about {fixed(ends[0], places)}"
    if result.drift is None:
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
    helped = result.beyond is not None and 0 < result.drift_low < result.drift_low + result.beyond
    less = " If teaching helped these pupils, that r is too low and the drift somewhat less." if helped else ""
    return {
        "whole_year": f"This rests on how closely the whole year's two sets of marks agree (r = {low}).{less}",
        "test_reliability": f"This rests on the test's published reliability (r = {low}).",
    }.get(result.source, f"How closely two such tests agree is not known here; the range is for r from {low} to {high}.")


def _drift_step(result: RegressionToTheMean) -> str:
    if result.source == "not_known":
        return "Next, bring in both marks of the whole year, so that the range becomes one number."
    return "Next, look at pupils who just missed being chosen: did they move too?"


def _correlation(result: Correlation, form: str, amount: str) -> list[str]:
    if form == "note":
        return [_method_note(result, ""), _left_out(result)]
    start = f"For {count_of(result.n, 'pupil')} the two sets of marks go together with r = {fixed(result.estimate, 2)}"
    if result.low is None or result.high is None:
        said = [f"{start}: all lie on one line, so these marks give no range."]
    else:
        said = [f"{start}; anything from {fixed(result.low, 2)} to {fixed(result.high, 2)} fits these marks{_level(result.level)}."]
    if form == "short":
        return said
    return [*said, _left_out(result), "It speaks of a straight line only, and says nothing of what drives what.", "Next, look at the dots."]


_BRANCHES: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    MeanChange: _mean_change,
    PermutationChange: _permutation_change,
    StandardisedChange: _standardised_change,
    RegressionToTheMean: _regression,
    Correlation: _correlation,
    ExpectedWidth: say_planning.expected_width,
    SmallestP: say_planning.smallest_p,
}
