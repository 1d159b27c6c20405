"""Do marks rise from group to group, in an order set beforehand? Jonckheere's test, every way to deal the pupils counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt
from typing import Any, NamedTuple

from workbench.stats._chance import read_chance
from workbench.stats._columns import Column, Number, read_choice
from workbench.stats.groups import _drawn as drawn
from workbench.stats.groups import _packed as packed
from workbench.stats.groups._several_groups import SMALLEST_FLOAT, assignments, counted_or_drawn, how_counted, rank, read_groups, share
from workbench.stats.result import Result

ALTERNATIVES = ("two_sided", "greater", "less")
METHOD = "Jonckheere-Terpstra test of ordered groups with ties, every way to deal the pupils counted"
METHOD_DRAWN = "Jonckheere-Terpstra test of ordered groups with ties, Monte Carlo"
REFERENCE = "Jonckheere (1954), Biometrika 41, 133-145; Terpstra (1952), Indag. Math. 14, 327-333"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jonckheere(Result):
    """A test of whether marks rise (or fall) along groups that stand in an order.

    Attributes:
        j: Pairs of pupils of different groups in which the later group's pupil has the higher mark, ties counting half.
        pairs: How many such pairs there are; ``pairs_up``, ``pairs_same`` and ``pairs_down`` add up to it.
        pairs_by_luck: What ``j`` would be on average if there were no difference between the groups.
        p: For the ``alternative`` asked for; the two-sided p is the doubled one-sided p, at most 1.
        p_absolute: By the distance from ``pairs_by_luck`` in either direction.
        mid_p: Doubled, counting ways that tie with the one seen by half.
        p_normal: Two-sided, from the normal approximation corrected for ties; ``None`` when all marks are alike.
        smallest_p: The least p that groups of these sizes could ever give.
        as_far: Of ``patterns`` ways to deal the pupils, how many stand behind ``p``.
        exact: Whether every way was counted; else ``draws`` were, from ``seed``, and ``standard_error``
            is that of ``p``.
    """

    made_by = "jonckheere(*groups, alternative={alternative})"

    p: float
    alternative: str
    smallest_p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    p_normal: float | None
    j: float
    pairs: int
    pairs_up: int
    pairs_same: int
    pairs_down: int
    pairs_by_luck: float
    data: tuple[tuple[Number, ...], ...]
    sizes: tuple[int, ...]
    middle: float
    above: tuple[int, ...]
    medians: tuple[float, ...]
    means: tuple[float, ...]
    as_far: int
    patterns: int
    exact: bool
    draws: int | None
    seed: int | None
    standard_error: float | None


class Tally(NamedTuple):
    """Patterns with a sum at least as high, at most as high, equally high, as far from the middle; and all."""

    at_least: int
    at_most: int
    equal: int
    as_far: int
    total: int


def jonckheere(*groups: Column, alternative: str = "two_sided", draws: int | None = None, seed: int = packed.SEED) -> Jonckheere:
    """Return the exact Jonckheere-Terpstra test of two groups or more, given in their order.

    The order must have been set before the marks were seen: weeks of practice, sets, year groups.
    If there were no difference between the groups, every way to deal these same marks to groups of
    these sizes would be as likely as the one seen; they are all counted, ties as they come. It does
    not say by how many marks the groups differ, nor that each step is a rise. Above a stated budget
    ways are drawn instead, and the result says so.

    Args:
        groups: One column of marks for each group, in their order; blanks (``None`` or NaN) are left out.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for marks that rise / fall along the order.
        draws: How many ways to draw when they are too many to count; as many as is quick by default.
        seed: Where those draws start.

    Raises:
        BadInput: for values that are not numbers, or another alternative.
        NotEnoughData: with one group only, or a group with no marks.

    Reference:
        [1] Jonckheere (1954). A distribution-free k-sample test against ordered alternatives.
        Biometrika 41, 133-145. [2] Terpstra (1952). Indagationes Mathematicae 14, 327-333.

    Example:
        >>> from workbench.words.say import say
        >>> result = jonckheere([2, 3, 3], [4, 5, 6], [5, 7, 9])
        >>> result.j, result.pairs
        (25.5, 27)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Of 27 pairs of pupils from different groups, the one from the later group is ahead in 25, level in 1 and
        behind in 1. If there were no difference between the groups, p = 0.0060.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    read_chance(draws, seed, optional=("draws",))
    read = read_groups(groups)
    sizes, n = read.sizes, sum(read.sizes)
    ties = rank(read.units).ties
    up, same, down = _pairs(read.units)
    pairs = up + same + down
    counted = _count(sizes, ties, 2 * up + same, pairs)
    many = None if counted else packed.draws_for(n + 2 * len(sizes) * len(ties), draws)
    tally = counted or _draw(read.units, 2 * up + same, pairs, many or 0, seed)
    sides = {"two_sided": min(2 * min(tally.at_least, tally.at_most), tally.total), "greater": tally.at_least, "less": tally.at_most}
    as_far = sides[alternative]
    p = share(as_far, tally.total)
    least = share(1, assignments(sizes))
    return Jonckheere(
        n=n,
        missing=read.missing,
        method=counted_or_drawn(METHOD, METHOD_DRAWN, many, seed),
        reference=REFERENCE,
        p=p,
        alternative=alternative,
        smallest_p=min(1.0, 2 * least) if alternative == "two_sided" else least,
        p_greater=share(tally.at_least, tally.total),
        p_less=share(tally.at_most, tally.total),
        p_absolute=share(tally.as_far, tally.total),
        mid_p=min(1.0, share(2 * min(tally.at_least, tally.at_most) - tally.equal, tally.total)),
        p_normal=_normal(sizes, ties, up - down),
        j=up + same / 2,
        pairs=pairs,
        pairs_up=up,
        pairs_same=same,
        pairs_down=down,
        pairs_by_luck=pairs / 2,
        as_far=as_far,
        **read.told(),
        **how_counted(p, tally.total, many, seed, alternative),
    )


def _pairs(columns: Sequence[Sequence[int]]) -> tuple[int, int, int]:
    """Return in how many pairs the later group is ahead, level and behind."""
    up = same = down = 0
    for place, later in enumerate(columns):
        for earlier in columns[:place]:
            for mark in later:
                ahead, level = sum(other < mark for other in earlier), sum(other == mark for other in earlier)
                up, same, down = up + ahead, same + level, down + len(earlier) - ahead - level
    return up, same, down


def _count(sizes: Sequence[int], ties: Sequence[int], doubled: int, pairs: int) -> Tally | None:
    """Count every way to deal the pupils, or return ``None`` when they are too many."""
    ways = assignments(sizes)
    bits = packed.bits_for(ways)
    counts = packed.deal(sizes, ties, _gain, bits)
    if counts is None:
        return None
    at_least, above = packed.sum_from(counts, doubled, bits), packed.sum_from(counts, doubled + 1, bits)
    distance = abs(doubled - pairs)
    nearer = packed.sum_from(counts, pairs - distance + 1, bits) - packed.sum_from(counts, pairs + distance, bits) if distance else 0
    return Tally(at_least, ways - above, at_least - above, ways - nearer, ways)


def _gain(place: int, had: tuple[int, ...], given: tuple[int, ...]) -> int:
    """Return what twice the sum grows by: two for each lower mark in an earlier group, one for each equal one."""
    earlier = grown = 0
    for lower, now in zip(had, given, strict=True):
        grown += earlier * now
        earlier += 2 * lower + now
    return grown


def _draw(columns: Sequence[Sequence[int]], doubled: int, pairs: int, draws: int, seed: int) -> Tally:
    """Draw ways to deal the pupils; the way that was seen always counts as one more."""
    values = sorted({value for column in columns for value in column})
    places = {value: place for place, value in enumerate(values)}
    everyone = [places[value] for column in columns for value in column]
    distance = abs(doubled - pairs)

    def seen(found: Any) -> tuple[int, int, int, int]:
        far = abs(found - pairs) >= distance
        return int((found >= doubled).sum()), int((found <= doubled).sum()), int((found == doubled).sum()), int(far.sum())

    sizes = [len(column) for column in columns]
    tallies = [seen(each) for each in drawn.doubled_orders(drawn.shuffled(everyone, draws, seed), sizes, len(values))]
    at_least, at_most, equal, as_far = (1 + sum(each) for each in zip(*tallies, strict=True))
    return Tally(at_least, at_most, equal, as_far, draws + 1)


def _normal(sizes: Sequence[int], ties: Sequence[int], ahead: int) -> float | None:
    """Return the two-sided p of the normal approximation, its variance corrected for ties (Hollander & Wolfe, 6.2)."""
    n = sum(sizes)

    def first(numbers: Sequence[int]) -> int:
        return sum(t * (t - 1) * (2 * t + 5) for t in numbers)

    def second(numbers: Sequence[int]) -> int:
        return sum(t * (t - 1) * (t - 2) for t in numbers)

    def third(numbers: Sequence[int]) -> int:
        return sum(t * (t - 1) for t in numbers)

    variance = (first([n]) - first(sizes) - first(ties)) / 72 + third(sizes) * third(ties) / (8 * n * (n - 1))
    if n > 2:
        variance += second(sizes) * second(ties) / (36 * n * (n - 1) * (n - 2))
    if len(ties) == 1 or variance <= 0:
        return None
    return erfc(abs(ahead / 2) / sqrt(2 * variance)) or SMALLEST_FLOAT
