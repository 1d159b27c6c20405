"""What may leave a class: figures of a group from which no single pupil's mark can be worked out.

Two guards. A group below the floor is refused: from the mean and SD of two pupils both marks follow. So is a
group whose list of marks follows from its number, mean and SD all the same, because its pupils are so alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import isqrt

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats._columns import read_count, show

LEAVING = 10
"""The smallest group whose figures leave a school."""
WITHIN = 5
"""The smallest group whose figures are shared within a school: the floor can be no lower."""
ENOUGH_TO_CHOOSE = 2000
"""Whole steps between the lowest and highest mark beyond which so many lists fit that none can be told."""


def read_floor(floor: object) -> int:
    """Return the smallest group that may be shared: ``WITHIN`` a school at least.

    Raises:
        BadInput: for anything below, or not a whole number.
    """
    try:
        return read_count(floor, "floor", least=WITHIN)
    except NotEnoughData:
        raise BadInput(
            "The floor can be raised, and within one school be lowered so far, but no further.",
            where="floor",
            seen=show(floor),
            allowed=f"{WITHIN} within one school, {LEAVING} for what leaves it, or more",
            do=f"Write floor={LEAVING}.",
        ) from None


def refuse_small(n: int, floor: int, name: str = "") -> None:
    """Refuse a group below the floor.

    Raises:
        NotEnoughData: with how many are needed.
    """
    if n < floor:
        raise NotEnoughData(
            "A summary of so few pupils would give single pupils away.",
            where=name,
            seen=f"{n} pupil{'' if n == 1 else 's'}",
            allowed=f"{floor} pupils or more",
            do="Put two classes together first, or share no figures of this one.",
        )


def refuse_transparent(units: Sequence[int], floor: int, what: str) -> None:
    """Refuse marks whose list follows from their number, mean and SD, when a value in it belongs to few pupils.

    Raises:
        Undefined: when all are alike, or no other list has the same mean and SD.
    """
    if min(units) == max(units):
        raise _gives_away(f"every pupil has the same {what}", "the mean is then each pupil's own, and no spread can be combined")
    few = min(Counter(units).values()) < floor
    if few and not has_a_double(units):
        raise _gives_away(
            f"the {what}s are so alike that no other list has their mean and SD", "each pupil's could then be worked out from them"
        )


def has_a_double(units: Sequence[int]) -> bool:
    """Return whether another list of whole numbers, within the same ends, has the same count, sum and sum of squares.

    Three of the numbers are changed for three others with the same sum and squares, in every way there is
    (1, 4, 4 for 2, 2, 5); a list that differs only in more than three at once is not looked for.

    >>> has_a_double([1, 4, 4, 5]), has_a_double([0, 0, 0, 1])
    (True, False)
    """
    low, high, counts = min(units), max(units), Counter(units)
    if high - low > ENOUGH_TO_CHOOSE:
        return len(counts) >= WITHIN
    usable = [value for value, count in counts.items() for _ in range(min(count, 3))]
    return any(_other_three(three, low, high) for three in combinations(usable, 3))


def _other_three(three: tuple[int, ...], low: int, high: int) -> bool:
    """Return whether three other whole numbers have the same sum and sum of squares."""
    total, squares = sum(three), sum(value * value for value in three)
    for least in range(low, total // 3 + 1):
        rest, rest_squares = total - least, squares - least * least
        root = 2 * rest_squares - rest * rest  # the square of how far apart the other two are
        if root < 0 or isqrt(root) ** 2 != root or (rest - isqrt(root)) % 2:
            continue
        other = (least, (rest - isqrt(root)) // 2, (rest + isqrt(root)) // 2)
        if other[1] >= least and other[2] <= high and other != tuple(sorted(three)):
            return True
    return False


def _gives_away(why: str, so: str) -> Undefined:
    return Undefined(
        "These figures would give single pupils away.",
        seen=why,
        allowed=f"marks that differ from pupil to pupil in more than one way: {so}",
        do="Share no figures of this group; tell in words what was done.",
    )
