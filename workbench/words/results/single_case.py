"""What is said of one pupil measured many times, and of several such pupils together."""

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
from workbench.words.numbers import count_of, fixed, places_for, plain, probability
from workbench.words.results._one_pupil import better_word, blanks, doubt, fits, note_of, pairs_words, told_of, was, worse_word
from workbench.words.results._one_pupil_drawn import DESCRIBED
from workbench.words.results._one_pupil_shares import NO_RANGE, ird_words, pand_words, pem_words, pnd_words
from workbench.words.results._phrases import cannot_tell, level_note, luck_words

__all__ = ["DESCRIBED", "SAID"]
TENFOLD = 10
NOT_BESIDE_A_CLASS = "It is set against one pupil's own sessions. So it cannot stand beside figures for a class."
ALL_ONE_NAME = "At least four statistics share the name Tau-U, so always say which one this is."


def _nap(result: Nap, form: str, amount: str) -> list[str]:
    if form == "note":
        return [note_of(result, f"; {_errors(result)}"), blanks(result)]
    lead = "With a level pair counted as half, that is a share of" if result.same else "That is a share of"
    return told_of(
        result,
        form,
        [pairs_words(result), f"{lead} {fixed(result.estimate, 2)}; {fits(result.low, result.high, 2, result.level)}."],
    )


def _tau(result: Tau, form: str, amount: str) -> list[str]:
    if form == "note":
        p = "" if result.p_normal is None else f"; if nothing had changed and days were independent, p {probability(result.p_normal)}"
        return [note_of(result, f"; {_errors(result)}{p}"), blanks(result)]
    return told_of(result, form, [pairs_words(result), f"{_less(result)}; {fits(result.low, result.high, 2, result.level)}."])


def _less(result: Any) -> str:
    """Return tau as what it is: pairs one way less pairs the other way, over all."""
    over = "the one pair" if result.pairs == 1 else "all of them"
    return f"{better_word(result).capitalize()} less {worse_word(result)}, over {over}, is {fixed(result.estimate, 2)}"


def _errors(result: Any) -> str:
    unbiased = "none" if result.standard_error is None else fixed(result.standard_error, 4)
    return f"standard error unbiased {unbiased}, Hanley-McNeil {fixed(result.standard_error_hanley, 4)}, both as if days were independent"


def _tau_u(result: TauU, form: str, amount: str) -> list[str]:
    if form == "note":
        parts = (result.s_between, result.s_baseline, result.s_intervention)
        s = "; S between the phases {}, baseline {}, intervention {}".format(*map(plain, parts))
        p = "" if result.p_normal is None else f"; if nothing had changed and days were independent, p {probability(result.p_normal)}"
        return [note_of(result, f"{s}; {plain(result.s)} over {plain(result.denominator)}{p}"), blanks(result)]
    counted = "" if form == "short" else f": {result.numerator_words}; over {result.denominator_words}"
    which = f"Tau-U (variant {result.variant}{counted})"
    said = [pairs_words(result), f"{which} is {fixed(result.estimate, 2)}, with {better_word(result)} as better."]
    beyond = "This variant can go beyond one." if result.can_pass_one else ""
    return told_of(result, form, said, f"No range is given, for none is known to hold for it. {ALL_ONE_NAME}", beyond)


def _corrected(result: BaselineCorrectedTau, form: str, amount: str) -> list[str]:
    if form == "note":
        p = (
            ""
            if result.baseline_p is None
            else f"; if the order before were luck, p {probability(result.baseline_p)} ({result.trend_test})"
        )
        return [note_of(result, f"; Theil-Sen slope {fixed(result.slope, 3)} a session{p}"), blanks(result)]
    pairs = pairs_words(result)
    taken_off = result.corrected and result.baseline_tau is not None
    lead = "With that trend taken off, " if taken_off else ""
    if lead:
        pairs = lead + pairs[0].lower() + pairs[1:]
    said = [_trend_words(result, form), pairs, _corrected_figure(result, form)]
    line = "A line laid through few sessions, and carried far, can take off too much or too little." if taken_off else ""
    return told_of(result, form, said, "" if result.low is not None else NO_RANGE, line or doubt(result))


def _trend_words(result: BaselineCorrectedTau, form: str) -> str:
    if form == "short" and not (result.corrected and result.baseline_tau is not None):
        return "No trend was taken off."
    if result.baseline_tau is None:
        return "The sessions before were all the same, so there is no trend to take off."
    way = "rising" if result.slope > 0 else "falling" if result.slope < 0 else ""
    if result.corrected:
        size = fixed(abs(result.slope), places_for(result.slope))
        return f"Things were already {way} before, by {size} a session." if way else "The line through the sessions before is level."
    return "The sessions before had no trend that stands out from luck, so none was taken off."


def _corrected_figure(result: BaselineCorrectedTau, form: str) -> str:
    other = result.tau_uncorrected if result.corrected else result.tau_corrected
    if result.low is None or result.high is None:
        figure = f"Tau-b is {'then ' if result.corrected and result.baseline_tau is not None else ''}{fixed(result.estimate, 2)}"
    else:
        figure = f"{_less(result)}; {fits(result.low, result.high, 2, result.level)}"
    if other is None or result.baseline_tau is None or form == "short":
        return figure + "."
    if result.low is not None:
        return f"{figure}. {'With the trend left in' if result.corrected else 'With the trend taken off'} it is {fixed(other, 2)}."
    left = f"it was {fixed(other, 2)} with the trend left in" if result.corrected else f"with the trend off it would be {fixed(other, 2)}"
    return f"{figure}; {left}."


def _means(result: Any, amount: str) -> str:
    places = places_for(result.mean_baseline, result.mean_intervention)
    return f"The mean was {fixed(result.mean_baseline, places)} {amount} before and {fixed(result.mean_intervention, places)} after."


def _ratio(result: LogResponseRatio, form: str, amount: str) -> list[str]:
    if form == "note":
        error = "none" if result.standard_error is None else fixed(result.standard_error, 4)
        raised = "; least values for counts used" if result.raised else ""
        return [note_of(result, f" on the log scale, standard error {error}{raised}"), blanks(result)]
    means = _means(result, amount)
    if result.complement:
        means = f"Left to the top, on average, were {means.removeprefix('The mean was ')}"
    places = 1 if result.ratio >= TENFOLD else 2
    size = f"That is {fixed(result.ratio, places)} times as much"
    if result.raised:
        size = f"With noughts raised to the least that counts allow, that is {fixed(result.ratio, places)} times as much"
    if result.ratio_low is None or result.ratio_high is None:
        said = [means, f"{size}; no range can be given, because {(result.undefined or '').partition(', so ')[0]}."]
    else:
        said = [means, f"{size}; {fits(result.ratio_low, result.ratio_high, places, result.level, ends=' times')}."]
    return told_of(result, form, said, "A ratio suits counts or minutes. With test marks it means little.")


def _own_spread(result: WithinCaseSmd, form: str, amount: str) -> list[str]:
    if form == "note":
        spread = f"; SD {fixed(result.sd, 3)} on {result.df} df"
        return [note_of(result, f"{spread}; uncorrected {fixed(result.uncorrected, 3)}; J {fixed(result.correction, 4)}"), blanks(result)]
    sessions = "sessions before" if result.by == "baseline_sd" else "sessions in both phases"
    turn = 1 if result.improvement == "increase" else -1
    low, high = sorted((turn * result.low, turn * result.high))
    if result.difference == 0:
        size = f"There is no difference; in spreads of this pupil's {sessions}"
    else:
        way = "rise" if result.difference > 0 else "fall"
        size = f"The {way} is {fixed(abs(result.estimate), 2)} times the spread of this pupil's {sessions}"
    said = [_means(result, amount), f"{size}{',' if result.difference == 0 else ';'} {_moves(low, high)}{level_note(result.level)}."]
    return told_of(result, form, said, NOT_BESIDE_A_CLASS)


def _moves(low: float, high: float, what: str = "this series") -> str:
    """Return the range as rises and falls."""
    places = 2
    if low > 0 or high < 0:
        ends = (low, high) if low > 0 else (-high, -low)
        return f"anything from {fixed(ends[0], places)} to {fixed(ends[1], places)} fits {what}"
    words = [f"a {'fall' if end < 0 else 'rise'} of {fixed(abs(end), places)}" for end in (low, high)]
    return f"anything from {words[0]} to {words[1]} fits {what}"


def _randomised(result: PhaseRandomisation, form: str, amount: str) -> list[str]:
    if form == "note":
        p = f"; if nothing had changed, p {probability(result.p)}, mid-p {probability(result.mid_p)}"
        return [
            note_of(
                result, f"; {count_of(result.starts, 'possible start')}{p}, smallest possible {probability(result.smallest_p, whole=True)}"
            ),
            blanks(result),
        ]
    way = {"two_sided": "at least this far either way", "greater": "this high or higher", "less": "this low or lower"}[result.alternative]
    small = result.starts >= result.starts_needed
    if small:
        luck = luck_words("if nothing had changed", f"put it {way}", result.p, form)
    else:
        starts = count_of(result.starts, "possible start")
        luck = cannot_tell(starts, "a real change", "if nothing had changed", result.smallest_p, form)
    said = [_drawn_start(result, amount), luck]
    if form == "short":
        return said
    lot = "All this holds only if the start was drawn by lot, before the first session, from those sessions."
    after = "Next, do the same with a second pupil and another draw."
    if not small:
        after = f"Next time, draw from {result.starts_needed} possible starts or more, or take several pupils."
    return [*said, blanks(result), lot, after]


def _drawn_start(result: PhaseRandomisation, amount: str) -> str:
    when = f"from session {result.start} on than before it"
    size = fixed(abs(result.estimate), places_for(result.estimate))
    if result.statistic in {"mean_difference", "median_difference"}:
        what = "mean" if result.statistic == "mean_difference" else "middle mark"
        if result.estimate == 0:
            return f"The {what} was the same from session {result.start} on as before it."
        return f"The {what} was {size} {amount} {'higher' if result.estimate > 0 else 'lower'} {when}."
    if result.statistic == "nap":
        return f"The share of pairs that were higher after was {size} {'above' if result.estimate >= 0 else 'below'} a half."
    return (
        f"The statistic that was chosen is {fixed(result.estimate, places_for(result.estimate))}, with the start at session {result.start}."
    )


def _between(result: BetweenCaseSmd, form: str, amount: str) -> list[str]:
    if form == "note":
        parts = f"; {count_of(result.n_cases, 'pupil')}; SD {fixed(result.sd, 3)} on {fixed(result.df, 1)} df"
        parts += f"; uncorrected {fixed(result.uncorrected, 3)}"
        more = (
            f"; neighbouring sessions correlate {fixed(result.autocorrelation, 2)}; share between pupils {fixed(result.between_share, 2)}"
        )
        return [note_of(result, parts + more), blanks(result)]
    places = places_for(result.difference, result.sd)
    way = "rise" if result.difference > 0 else "fall"
    moved = f"The average {way} was {fixed(abs(result.difference), places)} {amount}." if result.difference else "On average nothing moved."
    turn = 1 if result.improvement == "increase" else -1
    low, high = sorted((turn * result.low, turn * result.high))
    fit = "No change at all fits them too." if low <= 0 <= high else ""
    fitting = _moves(low, high, "these series") + level_note(result.level)
    size = f"That is {fixed(abs(result.estimate), 2)} times the spread of all these pupils; {fitting}."
    said = [_pupils(result), moved, size]
    if form == "short":
        return said
    few = f"With {result.n_cases} pupils the spread between them is hardly known." if result.n_cases <= FEW_PUPILS else ""
    flat = "It takes each phase as level: a line that was rising before would mislead it."
    return [
        *said,
        fit,
        blanks(result),
        few or flat,
        "Next, look at each pupil's chart: does the step come when the change came, and only then?",
    ]


FEW_PUPILS = 5


def _pupils(result: BetweenCaseSmd) -> str:
    ways = [(better_word(result), result.better), ("level", result.same), (worse_word(result), result.worse)]
    only = [way for way, number in ways if number == result.n_cases]
    if only:
        return f"All {result.n_cases} pupils were {only[0]} on average after."
    told = [f"{was(number)} {way}" for way, number in ways if number]
    return f"Of the {result.n_cases} pupils, {', '.join(told[:-1])} and {told[-1]} on average after."


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    Nap: _nap,
    Tau: _tau,
    TauU: _tau_u,
    BaselineCorrectedTau: _corrected,
    Pnd: pnd_words,
    Pem: pem_words,
    Pand: pand_words,
    Ird: ird_words,
    LogResponseRatio: _ratio,
    WithinCaseSmd: _own_spread,
    PhaseRandomisation: _randomised,
    BetweenCaseSmd: _between,
}
