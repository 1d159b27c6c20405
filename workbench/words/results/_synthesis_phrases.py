"""Phrases for what several classes say together."""

from __future__ import annotations

from math import floor, log10
from typing import Any

from workbench.words.numbers import fixed, signed_words


def many(each: str) -> str:
    """Return the plural of what is combined.

    >>> many("class"), many("school")
    ('classes', 'schools')
    """
    return {"study": "studies", "class": "classes"}.get(each, f"{each}s")


def all_of(number: int, each: str) -> str:
    """Return all of them, two as both.

    >>> all_of(2, "class"), all_of(5, "study")
    ('Both classes', 'All 5 studies')
    """
    return f"Both {many(each)}" if number == 2 else f"All {number:,} {many(each)}"


def named(row: Any, each: str) -> str:
    """Return what one of them is called: its label, or its number."""
    return row.label or f"{each} {row.number:,}"


def moved(value: float, places: int, amount: str) -> str:
    """Return a change as gained or lost.

    >>> moved(1.25, 1, "marks"), moved(-0.4, 1, "marks"), moved(0.0, 1, "marks")
    ('gained 1.3 marks', 'lost 0.4 marks', 'neither gained nor lost')
    """
    if fixed(value, places) == fixed(0, places):
        return "neither gained nor lost"
    return f"{'gained' if value > 0 else 'lost'} {fixed(abs(value), places)} {amount}"


def ahead(value: float, places: int, unit: str = "") -> str:
    """Return a difference of two groups as the first sees it.

    >>> ahead(1.7, 1, "marks"), ahead(-0.4, 1), ahead(0.0, 1)
    ('ahead by 1.7 marks', '0.4 behind', 'level')
    """
    if fixed(value, places) == fixed(0, places):
        return "level"
    way, size = "ahead" if value > 0 else "behind", fixed(abs(value), places)
    return f"{way} by {size} {unit}" if unit else f"{size} {way}"


def ends_of(low: float, high: float, places: int, about: str) -> str:
    """Return a range in the words for what was combined: bare numbers, or gains and losses where there are both.

    >>> ends_of(0.6, 1.5, 1, "change"), ends_of(-0.6, 7.0, 1, "change"), ends_of(-0.4, 3.8, 1, "difference")
    ('anything from 0.6 to 1.5', 'anything from a loss of 0.6 to a gain of 7.0', 'anything from 0.4 behind to 3.8 ahead')
    """
    if about == "estimate" or low > 0:
        return f"anything from {fixed(low, places)} to {fixed(high, places)}"
    near, far = fixed(abs(high), places), fixed(abs(low), places)
    all_below = high < 0 and near != fixed(0, places)
    if about == "change":
        if all_below:
            return f"anything from a loss of {near} to one of {far}"
        return f"anything from {signed_words(low, places)} to {signed_words(high, places)}"
    return f"anything from {near} to {far} behind" if all_below else f"anything from {ahead(low, places)} to {ahead(high, places)}"


def figure_places(*values: float | None) -> int:
    """Return how many decimals suit figures of no known unit: two, more for the very small, none for thousands.

    >>> figure_places(0.28, -0.04, 0.6), figure_places(75000.0), figure_places(3e-7, None), figure_places(0.0)
    (2, 0, 8, 2)
    """
    size = max(abs(value) for value in values if value is not None)
    if size >= 1000:
        return 0
    return max(2, 1 - floor(log10(size))) if size else 2
