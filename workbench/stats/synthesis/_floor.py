"""What may leave a class: figures of a group from which no single pupil's mark can be worked out.

Two guards. A group below the floor is refused: from the mean and SD of two pupils both marks follow. So is a
group whose list of marks follows from its number, mean and SD all the same, because its pupils are so alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
        raise _gives_away(f"all pupils are alike in {what}, so the mean is each pupil's own")
    few = min(Counter(units).values()) < floor
    if few and not has_a_double(units):
        raise _gives_away(f"{what} are so alike that no other list has their mean and SD")


def has_a_double(units: Sequence[int]) -> bool:
    """Return whether another list of whole numbers, within the same ends, has the same count, sum and sum of squares.

    Three, and then four, of the numbers are changed for others with the same sum and squares, in every way
    there is (1, 4, 4 for 2, 2, 5); a list that differs in more than four at once is not looked for.

    >>> has_a_double([1, 4, 4, 5]), has_a_double([0, 0, 0, 1])
    (True, False)
    """
    low, high, counts = min(units), max(units), Counter(units)
    if high - low > ENOUGH_TO_CHOOSE:
        return len(counts) >= WITHIN
    for size in (3, 4):
        usable = [value for value, count in sorted(counts.items()) for _ in range(min(count, size))]
        for chosen in combinations(usable, size):
            sums = sum(chosen), sum(value * value for value in chosen)
            if any(other != chosen for other in _lists(size, *sums, low, high)):
                return True
    return False


def _lists(size: int, total: int, squares: int, low: int, high: int) -> Iterator[tuple[int, ...]]:
    """Yield every rising list of so many whole numbers within the ends with this sum and this sum of squares."""
    if size * squares < total * total:
        return
    if size > 2:
        for least in range(low, total // size + 1):
            for rest in _lists(size - 1, total - least, squares - least * least, least, high):
                yield (least, *rest)
        return
    apart_squared = 2 * squares - total * total
    apart = isqrt(apart_squared)
    if apart * apart == apart_squared and (total - apart) % 2 == 0:
        first, second = (total - apart) // 2, (total + apart) // 2
        if low <= first and second <= high:
            yield first, second


def _gives_away(why: str) -> Undefined:
    return Undefined(
        "These figures would give single pupils away.",
        seen=why,
        allowed="marks that several lists could have for their mean and SD",
        do="Share no figures of this group; tell in words what was done.",
    )
