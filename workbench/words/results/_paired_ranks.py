"""What ranked changes say, and which pupils moved by more than the test's own wobble."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.paired import RankBiserialChange, ReliableChange, SignedRank
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
from workbench.words.results._paired_shared import ALL_ALIKE, NOT_ITS_CAUSE, counts_words, dots_words
from workbench.words.results._phrases import (
    cannot_tell,
    everyone,
    interval_bar_words,
    left_out,
    level_note,
    luck_words,
    method_note,
    next_step,
    patterns_drawn,
    those,
    zero_fits,
)

NOBODY_ELSE = "Look at each pupil's work instead."
ABOUT_WHOLE = 10
BARELY = 1e-9
"""An end this close to no change is no change that does not itself fit."""


def _places(result: SignedRank) -> int:
    return places_for(result.estimate, *(None if end is None or abs(end) < BARELY else end for end in (result.low, result.high)))


def _signed_rank(result: SignedRank, form: str, amount: str) -> list[str]:
    if form == "note":
        return [_ranks_note(result), _ends_note(result), _zeros_note(result), left_out(result)]
    said = [counts_words(result), _shift_range(result, amount), _luck(result, form)]
    if form == "short":
        return said
    fits = zero_fits(result.low, result.high) if result.low is not None and result.high is not None else ""
    step = next_step(result) if could_be_small(result) else NOBODY_ELSE
    return [*said, fits, _zeros_note(result), patterns_drawn(result.draws), left_out(result), NOT_ITS_CAUSE, step]


def _ranks_note(result: SignedRank) -> str:
    drawn = "" if result.standard_error is None else f"; standard error of p {fixed(result.standard_error, 5)}"
    sums = f"; rank sums {plain(result.rank_sum_up)} up and {plain(result.rank_sum_down)} down"
    ps = f"; if nothing had changed, p {probability(result.p)}, mid-p {probability(result.mid_p)}"
    least = f", smallest possible {least_probability(result.smallest_p_changed, whole=True)} with {result.n_changed} who changed"
    return method_note(result, f"{sums}{ps}{least}{drawn}")


def _ends_note(result: SignedRank) -> str:
    parts = []
    if result.cut:
        parts.append("The interval ends at no change, which its own test rejects between shifts that it keeps.")
    if result.walsh_level is not None and result.low is not None and result.high is not None:
        ends = [fixed(end, 2) for end in (result.walsh_low, result.walsh_high) if end is not None]
        parts.append(f"Textbook interval for changes without ties: {' to '.join(ends)}, achieved level {fixed(result.walsh_level, 4)}.")
    return " ".join(parts)


def _shift_range(result: SignedRank, amount: str) -> str:
    places = _places(result)
    middle = f"The middle change is {signed_words(result.estimate, places)}"
    if result.estimate and fixed(result.estimate, places) != fixed(0, places):
        middle += f" {amount}"
    if result.level is None or result.undefined:
        return middle + "."
    if result.n > 1 and len({round(after - before, 9) for before, after in zip(result.before, result.after, strict=True)}) == 1:
        return f"{middle}. {ALL_ALIKE}"
    if result.n == 1 or (result.low is None and result.high is None):
        return f"{middle}; {count_of(result.n, 'pupil')} cannot give a range at {level_words(result.level)}."
    if result.low == result.high:
        return f"{middle}; no other shift fits these marks, because so many changes are alike{level_note(result.level)}."
    return f"{middle}; {_range(result.low, result.high, places)}{level_note(result.level)}."


def _range(low: float | None, high: float | None, places: int) -> str:
    barely = [end for end in (low, high) if end and fixed(end, places) == fixed(0, places)]
    if low is not None and high is not None and not barely:
        return range_words(low, high, places)
    if low is None:
        return f"anything up to {_end(high, places)} fits these marks"
    if high is None:
        return f"anything from {_end(low, places)} upwards fits these marks"
    return f"anything from {_end(low, places)} to {_end(high, places)} fits these marks"


def _end(end: float | None, places: int) -> str:
    if end and fixed(end, places) == fixed(0, places):
        return f"just {'above' if end > 0 else 'below'} no change"
    return signed_words(end or 0.0, places)


def _luck(result: SignedRank, form: str) -> str:
    if not could_be_small(result):
        who = count_of(result.n_changed, "pupil")
        if result.n_zero:
            who = f"only {who} who moved"
        return cannot_tell(who, "a real change", "if nothing had changed", result.smallest_p_changed, form)
    would = {
        "two_sided": "tip the changes at least this far either way",
        "greater": "tip the changes this far up or further",
        "less": "tip the changes this far down or further",
    }[result.alternative]
    if result.alternative != "two_sided" and (result.alternative == "greater") != (result.rank_sum_up >= result.rank_sum_down):
        would = f"tip the changes no further {'down' if result.alternative == 'greater' else 'up'} than this"
    return luck_words("if nothing had changed", would, result.p, form)


def could_be_small(result: SignedRank) -> bool:
    """Return whether those who changed could ever have given a p small enough for the result's level (0.95 if none)."""
    return result.smallest_p_changed <= 1 - (result.level or 0.95) + 1e-12


def _zeros_note(result: SignedRank) -> str:
    if not result.n_zero:
        return ""
    rule = "left out before ranking" if result.zeros == "drop" else "ranked first and then left out"
    return f"{count_of(result.n_zero, 'pupil')} with the same mark twice {'is' if result.n_zero == 1 else 'are'} {rule}."


def _rank_biserial(result: RankBiserialChange, form: str, amount: str) -> list[str]:
    if form == "note":
        return [
            method_note(result, f"; rank sums {plain(result.rank_sum_up)} up and {plain(result.rank_sum_down)} down"),
            left_out(result),
        ]
    range_ = f"anything from {fixed(result.low, 2)} to {fixed(result.high, 2)} fits these marks{level_note(result.level)}"
    said = [counts_words(result), f"Ranked by size, ups less downs come to {fixed(result.estimate, 2)}, where all up is one; {range_}."]
    if form == "short":
        return said
    meaning = "This says how one-sided the changes are, not how many marks they are worth."
    return [*said, zero_fits(result.low, result.high), left_out(result), meaning, next_step(result)]


def _reliable_change(result: ReliableChange, form: str, amount: str) -> list[str]:
    places = places_for(result.smallest_reliable_change)
    if form == "note":
        source = "given" if result.sd_from == "given" else "of the marks before"
        size = f"; reliability {plain(result.reliability)}, SD {fixed(result.sd, 2)} ({source}), standard error of one mark"
        both = f" {fixed(result.sem, 2)} and of a change {fixed(result.standard_error_of_difference, 2)}"
        return [method_note(result, size + both), _limits_note(result), left_out(result)]
    said = [_who_moved(result, f"{fixed(result.smallest_reliable_change, places)} {amount}")]
    if form == "short":
        return said
    about = fixed(result.by_luck, 0 if result.by_luck >= ABOUT_WHOLE else 1)
    luck = f"The test's wobble alone would put about {about} of {result.n} beyond that." if result.n > 1 else ""
    doubt = "A pupil in between may well have moved; this test cannot tell." if 0 < result.unclear < result.n else ""
    return [*said, luck, _crossed(result, amount), left_out(result), doubt, _whose_work(result)]


def _who_moved(result: ReliableChange, far: str) -> str:
    beyond = f"by more than the {far} that the test itself can wobble"
    if result.unclear == result.n:
        who = "the one pupil" if result.n == 1 else f"any of the {result.n} pupils"
        return f"The test cannot tell whether {who} who sat both tests moved: it can itself wobble by {far}."
    ways = [("rose", result.went_up), ("fell", result.went_down)]
    moved = listed([f"{number} {way}" for way, number in ways if number])
    if result.n in {result.went_up, result.went_down}:
        return f"{everyone(result.n)} who sat both tests {'rose' if result.went_up else 'fell'} {beyond}."
    rest = f"; for {result.unclear} it cannot tell" if result.unclear else ""
    return f"Of the {count_of(result.n, 'pupil')} who sat both tests, {moved} {beyond}{rest}."


def _crossed(result: ReliableChange, amount: str) -> str:
    for limit, number in ((result.cut_off_c, result.crossed_c), (result.cut_off_b, result.crossed_b)):
        if limit is not None and number is not None:
            places = places_for(limit)
            who = count_of(number, "pupil") if number else "No pupil"
            return f"{who} crossed the line of {fixed(limit, places)} {amount} towards the usual group."
    return ""


def _limits_note(result: ReliableChange) -> str:
    limits = (("a", result.cut_off_a), ("b", result.cut_off_b), ("c", result.cut_off_c))
    named = [f"{name} {fixed(limit, 2)}" for name, limit in limits if limit is not None]
    return f"Cut-offs: {listed(named)}." if named else ""


def _whose_work(result: ReliableChange) -> str:
    if result.went_down:
        return f"Look next at {those(result.went_down)} who fell: what was different?"
    if result.went_up:
        return f"Look next at the work of {those(result.went_up)} who rose: does it show the same?"
    return NOBODY_ELSE


def _described_signed_rank(result: SignedRank, pupils: bool, unit: str) -> list[str]:
    dots = (
        f"The change of each pupil in {unit}, as a dot: {dots_words(result)}."
        if pupils
        else f"The middle change of {count_of(result.n, 'pupil')} in {unit}."
    )
    bar = interval_bar_words(result.estimate, result.low, result.high, result.level, _places(result))
    return [dots, bar.replace("The mean change", "The middle change")]


def _described_reliable_change(result: ReliableChange, pupils: bool, unit: str) -> list[str]:
    ways = [("up", result.went_up), ("not clear", result.unclear), ("down", result.went_down)]
    counts = listed([f"{number} {way}" for way, number in ways])
    if not pupils:
        return [f"Three bars count the pupils: {counts}."]
    places = places_for(result.smallest_reliable_change)
    band = f"a band of {fixed(result.smallest_reliable_change, places)} {unit} either way around no change"
    line = [f"A line marks {fixed(result.cut_off_c, places_for(result.cut_off_c))} {unit} after."] if result.cut_off_c is not None else []
    return [f"Each pupil's mark before, across, and after, up, with {band}: {counts}.", *line]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    SignedRank: _signed_rank,
    RankBiserialChange: _rank_biserial,
    ReliableChange: _reliable_change,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    SignedRank: _described_signed_rank,
    ReliableChange: _described_reliable_change,
}
