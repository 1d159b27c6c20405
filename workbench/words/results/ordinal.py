"""What answers on a scale say, and how their figures read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.ordinal import Distribution, LikertDifference, Shift
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, least_probability, level_words, listed, places_for, plain, probability
from workbench.words.results._groups_shared import WHY
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
)
from workbench.words.results._share_phrases import percent, share_range

NOT_ITS_CAUSE = "One group asked twice can show a change, not its cause."
STEPS = "The means take every step of the scale to be as wide as the next."


# --- who moved which way -------------------------------------------------------------------------


def _ways(result: Shift) -> str:
    who = "who answered both times"
    ways = [("went up", result.up), ("gave the same answer twice", result.same), ("went down", result.down)]
    only = [way for way, number in ways if number == result.n]
    if only:
        return f"{everyone(result.n)} {who} {only[0]}."
    ways[1] = ("stayed the same", result.same)
    return f"Of the {result.n:,} pupils {who}, {listed([f'{number:,} {way}' for way, number in ways if number])}."


def _shift(result: Shift, form: str, amount: str) -> list[str]:
    if form == "note":
        numbers = f"; {result.up} up, {result.same} same, {result.down} down; if nothing had changed, p {probability(result.p)}"
        least = least_probability(result.smallest_p, whole=True)
        return [method_note(result, f"{numbers}, mid-p {probability(result.mid_p)}, smallest possible {least}"), left_out(result)]
    said = [_ways(result), _share_of_moves(result), _shift_luck(result, form)]
    if form == "short":
        return said
    alike = "It counts every move alike, a long one or a short one." if result.changed > 1 else ""
    step = next_step(result) if result.down else "Next, ask a few pupils what stood behind their answers."
    return [*said, left_out(result), alike, NOT_ITS_CAUSE, step]


def _share_of_moves(result: Shift) -> str:
    if result.estimate is None:
        return "So there is no change to test."
    if result.changed == 1:
        return ""
    fits = share_range(result.low, result.high)
    return f"Of those who moved, {percent(result.estimate)} went up{fits and f'; {fits}{level_note(result.level)}'}."


def _shift_luck(result: Shift, form: str) -> str:
    if result.estimate is None:
        return ""
    if result.smallest_p > 1 - (result.level or 0.95) + 1e-12:
        who = f"only {count_of(result.changed, 'pupil')} who moved"
        return cannot_tell(who, "a real change", "if nothing had changed", result.smallest_p, form)
    would = {
        "two_sided": "split them at least this unevenly",
        "greater": "send this many or more of them up",
        "less": "send this many or fewer of them up",
    }[result.alternative]
    return luck_words("if nothing had changed", would, result.p, form)


# --- counts at each level ------------------------------------------------------------------------


def _distribution(result: Distribution, form: str, amount: str) -> list[str]:
    if form == "note":
        blanks = f"; {count_of(result.missing, 'blank')}" if result.missing else ""
        return [method_note(result, f"; scale {listed([plain(level) for level in result.scale])}{blanks}")]
    said = [_levels(result)]
    if form == "short":
        return said
    low, high = _name(result, result.middle_low), _name(result, result.middle_high)
    middle = f"The middle answer is {low}." if low == high else f"The middle lies between {low} and {high}."
    blanks = f"{count_of(result.missing, 'blank')} {'is' if result.missing == 1 else 'are'} left out." if result.missing else ""
    return [
        *said,
        middle if result.n > 1 else "",
        blanks,
        "It shows what was ticked, not why.",
        "Next, ask a few pupils why they ticked what they did.",
    ]


def _levels(result: Distribution) -> str:
    if result.n == 1:
        return f"The one answer was at {_name(result, result.most_common[0])}."
    only = [level for level, count, _ in result.rows if count == result.n]
    if only:
        return f"{everyone(result.n, 'answer')} were at {_name(result, only[0])}."
    parts = [f"{'none' if count == 0 else f'{count:,}'} at {_name(result, level)}" for level, count, _ in result.rows]
    first, count = parts[0], result.rows[0][1]
    parts[0] = first.replace(" at ", " was at " if count < 2 else " were at ", 1)
    return f"Of {result.n:,} answers, {listed(parts)}."


def _name(result: Distribution, level: float) -> str:
    return plain(level) if result.labels is None else f"'{result.labels[result.scale.index(level)]}'"


# --- two columns of answers ----------------------------------------------------------------------


def _likert(result: LikertDifference, form: str, amount: str) -> list[str]:
    places = max(2, places_for(result.estimate, result.low, result.high))
    if form == "note":
        numbers = f"; means {fixed(result.mean_x, places)} and {fixed(result.mean_y, places)}, difference {fixed(result.estimate, places)}"
        numbers += f"; {IF_ALIKE[result.paired]}, p {probability(result.p)}, mid-p {probability(result.mid_p)}"
        return [method_note(result, f"{numbers}, smallest possible {least_probability(result.smallest_p, whole=True)}"), left_out(result)]
    said = [_counts(result), _means(result)]
    if form == "short":
        return said
    step = "Next, read what pupils wrote beside their ticks." if result.paired else "Next, look at the level where the two differ most."
    cause = NOT_ITS_CAUSE if result.paired else WHY
    return [*said, _likert_luck(result), patterns_drawn(result.draws), left_out(result), STEPS, cause, step]


IF_ALIKE = {True: "if nothing had changed", False: "if there were no difference between the groups"}


def _counts(result: LikertDifference) -> str:
    first, second = ("before", "after") if result.paired else ("in the first group", "in the second")
    levels = f"From {plain(result.scale[0])} up to {plain(result.scale[-1])}, the counts are "
    one, other = (listed([f"{row[place]:,}" for row in result.rows]) for place in (1, 2))
    return f"{levels}{one} {first}; {other} {second}."


def _means(result: LikertDifference) -> str:
    low, high = result.low, result.high
    places = places_for(result.estimate, low, high)
    if result.estimate == 0:
        moved = "The two means are the same"
    elif result.paired:
        moved = f"On average they {'rose' if result.estimate > 0 else 'fell'} by {fixed(abs(result.estimate), places)} points"
    else:
        which = "first group's mean is" if result.n_x > 1 else "first pupil is"
        moved = f"The {which} {fixed(abs(result.estimate), places)} points {'higher' if result.estimate > 0 else 'lower'}"
    note = level_note(result.level)
    if result.level is None:
        return f"{moved}."
    if low is not None and low == high:
        return f"{moved}; with answers this alike no range can be given."
    if low is not None and high is not None:
        return f"{moved}; anything from {_ends(result, low, high)} fits these answers{note}."
    if low is not None:
        return f"{moved}; anything from {_end(result, low)} upwards fits these answers{note}."
    if high is not None:
        return f"{moved}; anything up to {_end(result, high)} fits these answers{note}."
    return f"{moved}; {count_of(result.n, 'pupil')} cannot give a range at {level_words(result.level)}."


def _ends(result: LikertDifference, low: float, high: float) -> str:
    near, far = sorted((low, high), key=abs)
    size = fixed(abs(near), places_for(result.estimate, low, high))
    if low * high > 0 and size != fixed(0, places_for(result.estimate, low, high)):
        return (
            f"a {'fall' if near < 0 else 'rise'} of {size} to one of {_end(result, far).split()[-1]}"
            if result.paired
            else (f"{size} to {_end(result, far)}")
        )
    return f"{_end(result, low)} to {_end(result, high)}"


def _end(result: LikertDifference, value: float) -> str:
    """Return an end of the range in the words of the difference: a rise or a fall, or so much higher or lower."""
    size = fixed(abs(value), places_for(result.estimate, result.low, result.high))
    if size == fixed(0, places_for(result.estimate, result.low, result.high)):
        return "no change" if result.paired else "no gap"
    if result.paired:
        return f"a {'fall' if value < 0 else 'rise'} of {size}"
    return f"{size} {'lower' if value < 0 else 'higher'}"


def _likert_luck(result: LikertDifference) -> str:
    alike = IF_ALIKE[result.paired]
    if result.smallest_p > 1 - (result.level or 0.95) + 1e-12:
        real = "a real change" if result.paired else "a real difference"
        return cannot_tell(count_of(result.n, "pupil"), real, alike, result.smallest_p)
    ahead = "put the average change" if result.paired else "put the first group's lead"
    would = {
        "two_sided": "set the means at least this far apart either way",
        "greater": f"{ahead} this high or higher",
        "less": f"{ahead} this low or lower",
    }[result.alternative]
    return luck_words(alike, would, result.p)


# --- figures -------------------------------------------------------------------------------------


def _described_shift(result: Shift, pupils: bool, unit: str) -> list[str]:
    ways = [("up", result.up), ("same", result.same), ("down", result.down)]
    bar = f"One bar of {count_of(result.n, 'pupil')} in three parts: {listed([f'{number} {way}' for way, number in ways])}."
    if result.estimate is not None and result.low is not None and result.high is not None:
        range_ = f"its interval from {percent(result.low)} to {percent(result.high)}"
        bar += f" Of the moves, {percent(result.estimate)} are upwards: a point, with {range_}."
    if not pupils or not result.changed:
        return [bar]
    moves = [f"{count_of(count, 'pupil')} by {fixed(change, 0 if change == int(change) else 1)}" for change, count in result.rows if change]
    return [bar, f"Below it a bar for each size of move: {listed(moves)}."]


def _described_distribution(result: Distribution, pupils: bool, unit: str) -> list[str]:
    bars = listed([f"{count} at {_name(result, level)}" for level, count, _ in result.rows])
    return [f"A bar for each level of the scale, {count_of(result.n, 'answer')} in all: {bars}."]


def _described_likert(result: LikertDifference, pupils: bool, unit: str) -> list[str]:
    first, second = ("before", "after") if result.paired else ("the first group", "the second")
    bars = listed([f"{one} and {other} at {plain(level)}" for level, one, other, _, _ in result.rows])
    places = places_for(result.estimate, result.low, result.high)
    gap = interval_bar_words(result.estimate, result.low, result.high, result.level, places).replace(
        "mean change", "difference of the means"
    )
    return [f"Two bars for each level of the scale, for {first} and for {second}: {bars}.", gap]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    Distribution: _distribution,
    LikertDifference: _likert,
    Shift: _shift,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    Distribution: _described_distribution,
    LikertDifference: _described_likert,
    Shift: _described_shift,
}
