"""The levels of a scale, used or not, and how many answers stand at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from workbench.errors import BadInput
from workbench.stats._columns import Column, Number, as_list, exact, read_column, show

AN_EXAMPLE = "the levels from lowest to highest, such as [1, 2, 3, 4, 5]"


def read_scale(scale: Column) -> tuple[Number, ...]:
    """Return the levels of a scale.

    Raises:
        BadInput: when there are fewer than two, or they do not rise.
    """
    levels: list[Any] = read_column(scale, "scale")
    if None in levels or len(levels) < 2:
        raise BadInput(
            "A scale names each level that could have been ticked.",
            where="scale",
            seen=show(levels),
            allowed=AN_EXAMPLE,
            do="List every level, those that nobody ticked too.",
        )
    if any(exact(one) >= exact(next_one) for one, next_one in pairwise(levels)):
        raise BadInput(
            "The levels of a scale rise, and each stands there once.",
            where="scale",
            seen=show(levels),
            allowed=AN_EXAMPLE,
            do="Put the lowest level first.",
        )
    return tuple(levels)


def read_labels(labels: Sequence[str] | None, levels: Sequence[Number]) -> tuple[str, ...] | None:
    """Return the levels' labels, if there are any.

    Raises:
        BadInput: when they are not one text for each level.
    """
    if labels is None:
        return None
    texts = as_list(labels, "labels")
    if len(texts) != len(levels) or not all(isinstance(text, str) and text.strip() for text in texts):
        raise BadInput(
            "Each level of the scale has one label, or none has.",
            where="labels",
            seen=show(texts),
            allowed=f"{len(levels)} texts, the lowest level's first",
            do="Give as many labels as there are levels, or leave them out.",
        )
    return tuple(" ".join(text.split()) for text in texts)


def count_levels(values: Sequence[Number], levels: Sequence[Number], name: str) -> list[int]:
    """Return how many of the values stand at each level, in the scale's order.

    Raises:
        BadInput: for a value that the scale does not have.
    """
    known: dict[Fraction, int] = {exact(level): 0 for level in levels}
    for value, count in Counter(values).items():
        place = exact(value)
        if place not in known:
            raise BadInput(
                "This answer is not a level of the scale.",
                where=name,
                seen=show(value),
                allowed=", ".join(show(level) for level in levels),
                do="Add the level to the scale, or correct the answer.",
            )
        known[place] += count
    return list(known.values())


def at_the_middle(counts: Sequence[int], levels: Sequence[Number]) -> tuple[Number, Number]:
    """Return the lower and the upper middle answer; they are one unless the answers divide there."""
    ticked = [level for level, count in zip(levels, counts, strict=True) for _ in range(count)]
    return ticked[(len(ticked) - 1) // 2], ticked[len(ticked) // 2]
