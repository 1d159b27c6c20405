"""Phrases for two groups of different pupils: which stands higher, by how much, and what fits these marks."""

from __future__ import annotations

from typing import Any

from workbench.words.numbers import count_of, fixed, least_probability, level_words, listed, plain, probability
from workbench.words.results._phrases import cannot_tell, level_note, luck_words

WHY = "Unless chance decided who was in which group, this cannot say why they differ."
STEP = "Next, set both groups' earlier marks side by side: were they level at the start?"
ALIKE = "Within each group all have the same mark, so these marks give no range."
TOO_FEW_STEP = "Look at each pupil's work instead."


def counts_words(result: Any) -> str:
    """Return how many of each group are above the middle of all."""
    if min(result.n_x, result.n_y) == 1:
        return f"The first group has {count_of(result.n_x, 'pupil')} and the second {result.n_y:,}."
    first, second = _how_many(result.above_x, result.n_x), _how_many(result.above_y, result.n_y)
    middle = f"The middle mark of all {result.n:,} is {short(result.middle)}."
    return f"{middle} Above it are {first} in the first group and {second} in the second."


def one_mark(result: Any) -> bool:
    """Return whether all pupils of both groups have one and the same mark."""
    return len({*result.x, *result.y}) == 1


def nobody_varies(result: Any) -> bool:
    """Return whether within each group all have the same mark."""
    return len(set(result.x)) == len(set(result.y)) == 1


def _how_many(number: int, size: int) -> str:
    if number == size > 2:
        return f"all {size:,}"
    return f"{f'{number:,}' if number else 'none'} of {size:,}"


def short(value: float) -> str:
    """Return a mark as it was typed, or to two places where it is longer.

    >>> short(7.5), short(17.75), short(6.143851647)
    ('7.5', '17.75', '6.14')
    """
    typed = plain(value)
    return typed if len(typed.split(".")[-1]) <= 2 or "." not in typed else fixed(value, 2)


def pairs_words(result: Any) -> str:
    """Return in how many pairs the pupil of the first group is higher, level and lower."""
    ways = [("higher", result.higher), ("level", result.level_pairs), ("lower", result.lower)]
    only = [way for way, number in ways if number == result.pairs]
    if result.pairs == 1:
        return f"The first group's one pupil is {only[0]}{' with' if only[0] == 'level' else ' than'} the second's."
    told = f"{only[0]} in all" if only else listed([f"{way} in {number:,}" for way, number in ways if number])
    pairs = f"Of {result.pairs:,} pairs, the first is {told}."
    return f"Pair each pupil of the first group with each of the second. {pairs}"


def blanks(result: Any) -> str:
    """Return how many values were left out, if any."""
    return f"{count_of(result.missing, 'blank')} {'is' if result.missing == 1 else 'are'} left out." if result.missing else ""


def stands(estimate: float, places: int, amount: str) -> str:
    """Return where the first group's average stands beside the second's."""
    if estimate == 0:
        return "On average the two groups are level"
    return f"On average the first group is {fixed(abs(estimate), places)} {amount} {'higher' if estimate > 0 else 'lower'}"


def range_of_difference(result: Any, places: int, low: float | None, high: float | None) -> str:
    """Return what differences fit; with one end, or with none, that is said."""
    note = level_note(result.level)
    if low is not None and high is not None:
        return f"anything from {_from_to(low, high, places)} fits these marks{note}"
    if low is not None:
        return f"anything from {end_words(low, places)} upwards fits these marks{note}"
    if high is not None:
        return f"anything up to {end_words(high, places)} fits these marks{note}"
    return f"groups of {result.n_x:,} and {result.n_y:,} cannot give a range at {level_words(result.level)}"


def _from_to(low: float, high: float, places: int) -> str:
    near, far = sorted((low, high), key=abs)
    if low * high > 0 and fixed(abs(near), places) != fixed(0, places):
        return f"{fixed(abs(near), places)} to {end_words(far, places)}"
    return f"{end_words(low, places)} to {end_words(high, places)}"


def end_words(value: float, places: int) -> str:
    """Return a difference as so much higher or lower, or as none where its digits are all noughts."""
    if fixed(value, places) == fixed(0, places):
        return "no difference"
    return f"{fixed(abs(value), places)} {'higher' if value > 0 else 'lower'}"


def none_fits(low: float | None, high: float | None) -> str:
    """Return that no difference fits too, where it does."""
    fits = low is not None and high is not None and low <= 0 <= high
    return "No difference at all fits these marks too." if fits else ""


def luck(result: Any, form: str) -> str:
    """Return how often luck alone would do as much; a p that could not have been small says so."""
    if not could_be_small(result):
        who = f"groups of {result.n_x:,} and {result.n_y:,}"
        return cannot_tell(who, "a real difference", "if there were no difference", result.smallest_p, form)
    ahead = result.estimate >= 0
    would = {
        "two_sided": "set the groups at least this far apart",
        "greater": "put the first at least this far ahead" if ahead else "put the first no further behind than this",
        "less": "put the first no further ahead than this" if ahead else "put the first at least this far behind",
    }[result.alternative]
    return luck_words("if there were no difference", would, result.p, form)


def could_be_small(result: Any) -> bool:
    """Return whether groups of these sizes could ever give a p small enough for the result's level (0.95 if none)."""
    least: float = result.smallest_p
    return least <= 1 - (result.level or 0.95) + 1e-12


def split_note(result: Any) -> str:
    """Return the p-values for a reader who checks."""
    error = "" if result.standard_error is None else f", standard error of p {fixed(result.standard_error, 5)}"
    return (
        f"; groups of {result.n_x} and {result.n_y}; if there were no difference, p {probability(result.p)} "
        f"({result.alternative.replace('_', '-')}), by size of difference {probability(result.p_absolute)}, "
        f"mid-p {probability(result.mid_p)}, smallest possible {least_probability(result.smallest_p, whole=True)}{error}"
    )
