"""What the words for a change between two occasions share."""

from __future__ import annotations

from typing import Any

from workbench.words.numbers import listed
from workbench.words.results._phrases import everyone

ALL_ALIKE = "They all changed by the same amount, so these marks give no range."
NOBODY_CHANGED = "So these marks give no range."
NOT_ITS_CAUSE = "One group measured twice can show a change, not its cause."


def counts_words(result: Any) -> str:
    """Return how many went up, stayed and went down, in one sentence."""
    who = "who sat both tests"
    ways = [("went up", result.up), ("had the same mark twice", result.same), ("went down", result.down)]
    only = [way for way, number in ways if number == result.n]
    if only:
        return f"{everyone(result.n)} {who} {only[0]}."
    ways[1] = ("stayed the same", result.same)
    return f"Of the {result.n:,} pupils {who}, {listed([f'{number:,} {way}' for way, number in ways if number])}."


def dots_words(result: Any) -> str:
    """Return how many dots lie above, on and below the line of no change."""
    ways = [("above", result.up), ("on", result.same), ("below", result.down)]
    return listed([f"{number} {where} the line of no change" for where, number in ways if number])
