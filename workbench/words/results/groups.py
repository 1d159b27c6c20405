"""What the difference between two groups says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.groups import CliffsDelta, CohenD, GlassDelta, HedgesG, MeanDifference, PermutationDifference, RankSum, Superiority
from workbench.stats.result import Result
from workbench.words.numbers import fixed, places_for, probability
from workbench.words.results import _groups_figures as drawn_words
from workbench.words.results import _groups_several as several
from workbench.words.results import _groups_shared as shared
from workbench.words.results._groups_shared import STEP, TOO_FEW_STEP, WHY
from workbench.words.results._phrases import level_note, method_note, patterns_drawn

SPREAD = {"pooled_sd": "the spread within the groups", "second_sd": "the spread within the second group"}
FEW = 6


def _mean_difference(result: MeanDifference, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    if form == "note":
        return [method_note(result, f"; groups of {result.n_x} and {result.n_y}{_t_note(result, places)}"), shared.blanks(result)]
    stands = shared.stands(result.estimate, places, amount)
    if result.low is None:
        said = [shared.counts_words(result), stands + ".", shared.ALIKE]
        return said if form == "short" else [*said, shared.blanks(result), WHY, STEP]
    said = [shared.counts_words(result), f"{stands}; {shared.range_of_difference(result, places, result.low, result.high)}."]
    if form == "short":
        return said
    small = min(result.n_x, result.n_y) < FEW
    few = "With groups this small that range is a rough guide; look at each pupil's work too." if small else ""
    return [*said, shared.none_fits(result.low, result.high), few, shared.blanks(result), WHY, STEP]


def _t_note(result: MeanDifference, places: int) -> str:
    places = max(2, places)
    said = f"; means {fixed(result.mean_x, places)} and {fixed(result.mean_y, places)}"
    said += f"; SDs {fixed(result.sd_x, places)} and {fixed(result.sd_y, places)}"
    if result.t is None or result.df is None or result.p is None:
        return said
    return f"{said}; t = {fixed(result.t, 3)}, df = {fixed(result.df, 1)}, if there were no difference p {probability(result.p)}"


def _permutation_difference(result: PermutationDifference, form: str, amount: str) -> list[str]:
    if form == "note":
        return [method_note(result, shared.split_note(result)), shared.blanks(result)]
    places = places_for(result.estimate, result.low, result.high)
    stands = shared.stands(result.estimate, places, amount)
    if result.level is None:
        ranged = stands + "."
    elif shared.nobody_varies(result) and (result.low, result.high) != (None, None):
        ranged = f"{stands}. {shared.ALIKE}"
    else:
        ranged = f"{stands}; {shared.range_of_difference(result, places, result.low, result.high)}."
    said = [shared.counts_words(result), ranged, shared.luck(result, form)]
    return said if form == "short" else [*said, patterns_drawn(result.draws), shared.blanks(result), WHY, _step(result)]


def _step(result: Any) -> str:
    return STEP if shared.could_be_small(result) else TOO_FEW_STEP


def _rank_sum(result: RankSum, form: str, amount: str) -> list[str]:
    if form == "note":
        return [method_note(result, shared.split_note(result) + _order_note(result)), shared.blanks(result)]
    said = [shared.pairs_words(result), _shift(result, amount), _none_missed(result), shared.luck(result, form)]
    return said if form == "short" else [*said, patterns_drawn(result.draws), shared.blanks(result), WHY, _step(result)]


def _shift(result: RankSum, amount: str) -> str:
    places = places_for(result.estimate, result.low_end, result.high_end)
    middle = "The middle gap is nought"
    if result.estimate:
        gap = f"{fixed(abs(result.estimate), places)} {amount}"
        middle = f"The middle gap is {gap}, the first group {'higher' if result.estimate > 0 else 'lower'}"
    if result.level is None:
        return middle + "."
    if result.undefined is not None:
        return f"{middle}. No one range fits these marks, because too many are the same."
    if shared.nobody_varies(result) and (result.low, result.high) != (None, None):
        return f"{middle}. {shared.ALIKE}"
    return f"{middle}; {shared.range_of_difference(result, places, result.low_end, result.high_end)}."


def _none_missed(result: RankSum) -> str:
    """Return that no difference is itself just outside, where the range begins or ends there."""
    ends = ((result.low_end, result.low_included), (result.high_end, result.high_included))
    return "No difference at all just misses." if (0, False) in ends else ""


def _order_note(result: RankSum) -> str:
    said = f"; U = {fixed(result.u, 1)} of {result.pairs} pairs, {result.level_pairs} of them level"
    if result.order_low is None or result.order_high is None or result.order_level is None:
        return said
    places = places_for(result.order_low, result.order_high)
    ends = f"{fixed(result.order_low, places)} to {fixed(result.order_high, places)}"
    return f"{said}; as if no ranks were tied, {ends} at {fixed(result.order_level, 4)}"


def _standardised(result: Any, form: str, amount: str) -> list[str]:
    places = max(2, places_for(result.estimate, result.low, result.high))
    if form == "note":
        more = f"; SD {fixed(result.sd, 2)}; uncorrected {fixed(result.uncorrected, places)}; J {fixed(result.correction, 4)}"
        return [method_note(result, f"; groups of {result.n_x} and {result.n_y}{more}"), shared.blanks(result)]
    stands = shared.stands(result.difference, places_for(result.difference, result.sd), amount)
    size = f"That is {fixed(abs(result.estimate), places)} times {SPREAD[result.by]}"
    said = [
        shared.counts_words(result),
        stands + ".",
        f"{size}; {shared.range_of_difference(result, places, result.low, result.high)}.",
    ]
    if form == "short":
        return said
    alike = "It measures the gap against the spread of these very pupils, so it cannot be set beside other classes' figures."
    step = f"Next, give the difference in {amount.split(' out of ', maxsplit=1)[0]} first wherever you report this."
    return [*said, shared.none_fits(result.low, result.high), shared.blanks(result), alike, step]


def _cliffs_delta(result: CliffsDelta, form: str, amount: str) -> list[str]:
    if form == "note":
        more = f"; groups of {result.n_x} and {result.n_y}; variance {fixed(result.variance, 5)}"
        return [method_note(result, more), shared.blanks(result)]
    return _of_pairs(result, form, "The share higher less the share lower is", level=0)


def _superiority(result: Superiority, form: str, amount: str) -> list[str]:
    if form == "note":
        more = f"; groups of {result.n_x} and {result.n_y}; ties not counted {fixed(result.strict, 3)}"
        if result.normal is not None:
            more += f"; if both were bell-shaped {fixed(result.normal, 3)}"
        return [method_note(result, more), shared.blanks(result)]
    start = "With level pairs counted as half, the share higher is" if result.level_pairs else "The share higher is"
    return _of_pairs(result, form, start, level=0.5)


def _of_pairs(result: Any, form: str, start: str, *, level: float) -> list[str]:
    is_so = f"{start} {fixed(result.estimate, 2)}"
    if result.low is None:
        said = [shared.pairs_words(result), f"{is_so}. {shared.ALIKE}"]
        return said if form == "short" else [*said, shared.blanks(result), WHY, STEP]
    ends = f"anything from {fixed(result.low, 2)} to {fixed(result.high, 2)} fits these marks{level_note(result.level)}"
    said = [shared.pairs_words(result), f"{is_so}; {ends}."]
    if form == "short":
        return said
    even = "Neither group ahead fits these marks too." if result.low <= level <= result.high else ""
    return [*said, even, shared.blanks(result), WHY, STEP]


def _unless_one_mark(branch: Callable[[Any, str, str], list[str]]) -> Callable[[Any, str, str], list[str]]:
    """Return the branch, but where every pupil has one and the same mark that is all there is to say."""

    def said(result: Any, form: str, amount: str) -> list[str]:
        if form == "note" or not shared.one_mark(result):
            return branch(result, form, amount)
        same = f"All {result.n:,} pupils of the two groups have the same mark, so these marks give no range."
        return [same] if form == "short" else [same, shared.blanks(result), "They tell nobody apart.", TOO_FEW_STEP]

    return said


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    MeanDifference: _unless_one_mark(_mean_difference),
    PermutationDifference: _unless_one_mark(_permutation_difference),
    RankSum: _unless_one_mark(_rank_sum),
    HedgesG: _standardised,
    CohenD: _standardised,
    GlassDelta: _standardised,
    CliffsDelta: _unless_one_mark(_cliffs_delta),
    Superiority: _unless_one_mark(_superiority),
    **several.SAID,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    MeanDifference: drawn_words.difference,
    PermutationDifference: drawn_words.difference,
    RankSum: drawn_words.shift,
    HedgesG: drawn_words.standardised,
    CohenD: drawn_words.standardised,
    GlassDelta: drawn_words.standardised,
    CliffsDelta: drawn_words.delta,
    Superiority: drawn_words.share,
    **several.DESCRIBED,
}
