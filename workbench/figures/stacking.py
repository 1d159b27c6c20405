"""Where dots go when several pupils have the same mark: side by side, so that each can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def stack(values: Sequence[float], *, near: float = 0.0) -> list[int]:
    """Return each value's place in its row: 0 for the first pupil there, 1 for the next, and so on.

    Args:
        values: One mark for each pupil.
        near: Marks closer than this would overlap and share a row.

    >>> stack([5, 7, 5, 5])
    [0, 0, 1, 2]
    """
    places = [0] * len(values)
    taken: list[tuple[float, int]] = []
    for index in sorted(range(len(values)), key=lambda each: (values[each], each)):
        value = values[index]
        taken = [(other, place) for other, place in taken if value - other < near or value == other]
        used = {place for _, place in taken}
        places[index] = next(place for place in range(len(values)) if place not in used)
        taken.append((value, places[index]))
    return places


def around(places: Sequence[int]) -> list[float]:
    """Turn places in a row into offsets that open to both sides: 0, 1, -1, 2, -2, ...

    >>> around([0, 1, 2, 3])
    [0.0, 1.0, -1.0, 2.0]
    """
    return [float((place + 1) // 2) * (1 if place % 2 else -1) if place else 0.0 for place in places]


def widest(places: Sequence[int]) -> int:
    """Return how many places the fullest row needs."""
    return max(places, default=0) + 1


def same_pairs(before: Sequence[float], after: Sequence[float]) -> dict[tuple[float, float], int]:
    """Return how many pupils share each line, in order of first appearance."""
    return dict(Counter(zip(before, after, strict=True)))
