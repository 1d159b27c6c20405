"""How the figures of two groups read."""

from __future__ import annotations

from typing import Any

from workbench.words.numbers import count_of, fixed, level_words, places_for
from workbench.words.results._groups_shared import short


def difference(result: Any, pupils: bool, unit: str) -> list[str]:
    """Return the text alternative for a difference between means."""
    places = places_for(result.estimate, result.low, result.high)
    means = f"A line marks the mean of each: {fixed(result.mean_x, places)} and {fixed(result.mean_y, places)}." if pupils else ""
    return [_who(result, pupils, unit), means, _bar(result, "difference between the means", result.low, result.high, places)]


def shift(result: Any, pupils: bool, unit: str) -> list[str]:
    """Return the text alternative for a shift of ranks."""
    places = places_for(result.estimate, result.low_end, result.high_end)
    return [_who(result, pupils, unit), _bar(result, "middle gap", result.low_end, result.high_end, places)]


def standardised(result: Any, pupils: bool, unit: str) -> list[str]:
    """Return the text alternative for a difference in units of spread."""
    places = max(2, places_for(result.estimate, result.low, result.high))
    spread = f"difference in units of one spread of {fixed(result.sd, 1)} {unit}"
    return [_who(result, pupils, unit), _bar(result, spread, result.low, result.high, places)]


def delta(result: Any, pupils: bool, unit: str) -> list[str]:
    """Return the text alternative for the share higher less the share lower."""
    return [_who(result, pupils, unit), _bar(result, "share of pairs higher less the share lower", result.low, result.high, 2)]


def share(result: Any, pupils: bool, unit: str) -> list[str]:
    """Return the text alternative for the share of pairs in which the first group is higher."""
    return [_who(result, pupils, unit), _bar(result, "share of pairs in which the first group is higher", result.low, result.high, 2)]


def _who(result: Any, pupils: bool, unit: str) -> str:
    if not pupils:
        return f"{count_of(result.n_x, 'pupil')} in the first group and {result.n_y:,} in the second."
    first = f"{count_of(result.n_x, 'pupil')} of the first group, {_reach(result.x)} {unit}"
    return f"A dot for each of {first}, and of {result.n_y:,} of the second, {_reach(result.y)}."


def _reach(values: tuple[float, ...]) -> str:
    low, high = short(min(values)), short(max(values))
    return f"at {low}" if low == high else f"from {low} to {high}"


def _bar(result: Any, what: str, low: float | None, high: float | None, places: int) -> str:
    middle = f"The {what} is {fixed(result.estimate, places)}"
    if low == high:  # none, or a single point, which is not drawn as a range
        return f"{middle}; no interval is drawn."
    ends = f"from {fixed(low, places)}" if low is not None else "with no lower end"
    ends += f" to {fixed(high, places)}" if high is not None else " with no upper end"
    return f"{middle}; its {level_words(result.level)} interval is a bar {ends}."
