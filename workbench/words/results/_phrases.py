"""Phrases that the words for several kinds of result share."""

from __future__ import annotations

from typing import Any

from workbench.words.numbers import count_of, fixed, level_words, plain


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
    """Return so many pupils, pointed at."""
    return "the pupil" if number == 1 else f"the {number}"


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
