"""Phrases that the words for several kinds of result share."""

from __future__ import annotations

from typing import Any

from workbench.words.numbers import chance, count_of, fixed, level_words, p_words, plain, probability

FEW_TO_LOOK_AT = 10
"""More pupils than this cannot all be looked at on Monday."""


def left_out(result: Any) -> str:
    """Return how many pairs were left out, if any."""
    dropped: int = result.dropped
    return f"{count_of(dropped, 'pupil')} without both marks {'is' if dropped == 1 else 'are'} left out." if dropped else ""


def level_note(level: float | None) -> str:
    """Return the level, where it is not the usual 95%."""
    return "" if level is None or level == 0.95 else f" ({level_words(level)} interval)"


def zero_fits(low: float, high: float) -> str:
    """Return that no change fits too, where it does."""
    return "No change at all fits these marks too." if low <= 0 <= high else ""


def next_step(result: Any) -> str:
    """Return what to look at next."""
    if 0 < result.down < result.n:
        return f"Look next at {those(result.down)} who went down: what was different?"
    if result.same and result.up:
        return f"Look next at {those(result.same)} who stayed the same: what would help?"
    return "Next, ask a colleague to mark a few of the papers again without seeing the names."


def those(number: int) -> str:
    """Return so many pupils, pointed at; of many, a few.

    >>> those(1), those(4), those(95)
    ('the pupil', 'the 4', 'a few of the 95')
    """
    if number == 1:
        return "the pupil"
    return f"the {number:,}" if number <= FEW_TO_LOOK_AT else f"a few of the {number:,}"


def everyone(number: int, one: str = "pupil") -> str:
    """Return all of them, at the beginning of a sentence.

    >>> everyone(1), everyone(2), everyone(28)
    ('The one pupil', 'Both pupils', 'All 28 pupils')
    """
    return f"The one {one}" if number == 1 else f"Both {one}s" if number == 2 else f"All {number:,} {one}s"


def luck_words(premise: str, would: str, p: float, form: str = "full") -> str:
    """Return how often luck alone would do as much, after the 'if' that a p needs; for a table the p alone.

    >>> luck_words("if nothing had changed", "go at least this far", 0.0039)
    'If nothing had changed, luck alone would go at least this far about 4 times in 1,000 (p = 0.0039).'
    >>> luck_words("if nothing had changed", "go at least this far", 0.0039, "short")
    'If nothing had changed, p = 0.0039.'
    """
    start = f"{premise[0].upper()}{premise[1:]}"
    if form == "short":
        return f"{start}, {p_words(p)}."
    return f"{start}, luck alone would {'do at least as much' if p == 1 else would} {chance(p)}."


def cannot_tell(who: str, real: str, premise: str, least: float, form: str = "full") -> str:
    """Return that the p could not have been small, after its 'if'.

    >>> cannot_tell("3 pupils", "a real change", "if nothing had changed", 0.25)
    'With 3 pupils no test could tell a real change from luck: if nothing had changed, p could not be below 0.25.'
    >>> cannot_tell("1 pupil", "a real change", "if nothing had changed", 1.0, "short")
    'If nothing had changed, p could only be 1.'
    """
    could = f"p could only be {probability(least)}" if least == 1 else f"p could not be below {probability(least, whole=True)}"
    if form == "short":
        return f"{premise[0].upper()}{premise[1:]}, {could}."
    return f"With {who} no test could tell {real} from luck: {premise}, {could}."


def patterns_drawn(draws: int | None) -> str:
    """Return that patterns were drawn, where they were."""
    return "" if draws is None else f"There are too many possible patterns to count, so {draws:,} were drawn at random."


def method_note(result: Any, extra: str) -> str:
    """Return method, number of pupils and source in one line for a reader who checks."""
    level = "" if getattr(result, "level", None) is None else f", level {level_words(result.level)}"
    return f"{result.method[0].upper()}{result.method[1:]}; n = {result.n}{level}{extra}. {result.reference}."


def spread_of(values: tuple[float, ...]) -> str:
    """Return the smallest and largest value."""
    return f"{plain(min(values))} to {plain(max(values))}"


def interval_bar_words(estimate: float, low: float | None, high: float | None, level: float | None, places: int) -> str:
    """Return what a mean and its interval look like in a figure."""
    middle = f"The mean change is {fixed(estimate, places)}"
    if low == high:  # none, or a single point, which is not drawn as a range
        return f"{middle}; no interval is drawn."
    ends = f"from {fixed(low, places)}" if low is not None else "with no lower end"
    ends += f" to {fixed(high, places)}" if high is not None else " with no upper end"
    return f"{middle}; its {level_words(level or 0.95)} interval is a bar {ends}."
