"""Phrases for two groups of different pupils: which stands higher, by how much, and what fits these marks."""

from __future__ import annotations

from typing import Any

from workbench.stats.groups.permutation import SplitTest
from workbench.words.numbers import chance, count_of, fixed, least_probability, level_words, listed, plain, probability
from workbench.words.results._phrases import level_note

WHY = "Unless chance decided who was in which group, this cannot say why they differ."
STEP = "Next, set both groups' earlier marks side by side: were they level at the start?"
ALIKE = "Within each group all have the same mark, so these marks give no range."
TOO_FEW_STEP = "Look at each pupil's work instead."


def counts_words(result: Any) -> str:
    """Return how many of each group are above the middle of all."""
    if min(result.n_x, result.n_y) == 1:
        return f"The first group has {count_of(result.n_x, 'pupil')} and the second {result.n_y:,}."
    first, second = _how_many(result.above_x, result.n_x), _how_many(result.above_y, result.n_y)
    where = f"above {short(result.middle)}, the middle of all {result.n:,}"
    return f"In the first group {first} pupils were {where}; in the second {second}."


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
    told = listed([f"{way} in {number:,}" for way, number in ways if number])
    return f"Set each pupil of the first group beside each of the second: the first was {told} of {count_of(result.pairs, 'pair')}."


def blanks(result: Any) -> str:
    """Return how many values were left out, if any."""
    return f"{count_of(result.missing, 'blank')} {'is' if result.missing == 1 else 'are'} left out." if result.missing else ""


def stands(estimate: float, places: int, amount: str) -> str:
    """Return where the first group's average stands beside the second's."""
    if estimate == 0:
        return "On average both groups are level"
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


def luck(result: SplitTest) -> str:
    """Return how often luck alone would do as much; a p that could not have been small says so."""
    if not could_be_small(result):
        return (
            f"With groups of {result.n_x:,} and {result.n_y:,} no test could tell a real difference from luck: "
            f"if there were no difference, p could not be below {probability(result.smallest_p, whole=True)}."
        )
    way = {
        "two_sided": "set the groups this far apart",
        "greater": "put the first group this far above",
        "less": "put the first group this far below",
    }[result.alternative]
    return f"If there were no difference, luck would {way} {chance(result.p)}."


def could_be_small(result: Any) -> bool:
    """Return whether groups of these sizes could ever give a p small enough for the result's level (0.95 if none)."""
    least: float = result.smallest_p
    return least <= 1 - (result.level or 0.95) + 1e-12


def drawn(result: SplitTest) -> str:
    """Return that splits were drawn, where they were."""
    if result.draws is None:
        return ""
    return f"There are too many possible splits to count, so {result.draws:,} were drawn at random."


def split_note(result: SplitTest) -> str:
    """Return the p-values for a reader who checks."""
    error = "" if result.standard_error is None else f", standard error of p {fixed(result.standard_error, 5)}"
    return (
        f"; groups of {result.n_x} and {result.n_y}; if there were no difference, p {probability(result.p)} "
        f"({result.alternative.replace('_', '-')}), by size of difference {probability(result.p_absolute)}, "
        f"mid-p {probability(result.mid_p)}, smallest possible {least_probability(result.smallest_p, whole=True)}{error}"
    )
