"""Do the pupils of one group stand higher than those of the other? Ranks only, with ties as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf, nextafter
from typing import Any, NamedTuple

from workbench.stats._chance import read_chance
from workbench.stats._columns import Column, exact, read_choice, read_level
from workbench.stats.groups import _ranks as ranking
from workbench.stats.groups import _swaps as swapping
from workbench.stats.groups._two import Two, pairings, read_two
from workbench.stats.groups.permutation import (
    ALTERNATIVES,
    DRAWS,
    SEED,
    SplitTest,
    affordable,
    how_counted,
    p_values,
)

METHOD = "Mann-Whitney (Wilcoxon rank-sum) test with midranks"
REFERENCE = "Mann & Whitney (1947), Ann. Math. Stat. 18, 50-60; Hodges & Lehmann (1963), Ann. Math. Stat. 34, 598-611"
NO_SHIFT = "no shift of the first group's marks gives a p above 1 - level"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankSum(SplitTest):
    """A test of ranks, with the shift that would make the groups level and its interval by inversion.

    Attributes:
        estimate: The Hodges-Lehmann shift: the median of all differences of a pupil of x and one of y.
        low, high: The shifts that the very test accepts, ties and all. Where the difference at an end
            is itself rejected (``low_included`` or ``high_included`` is ``False``), the number here is the
            next float inside it; ``low_end`` and ``high_end`` are the differences themselves.
        u: In how many pairs of one pupil from each group the one of x is higher, ties counted half.
        higher, level_pairs, lower: The pairs behind ``u``, out of ``pairs``.
        order_low, order_high: The textbook interval between two ordered differences, made for ranks
            without ties, with the level that it would then achieve in ``order_level``. ``None``
            where there is none at this level, or the groups are too big to work it out.
        undefined: Why there is no interval though one was asked for, when ends are not merely infinite.
    """

    made_by = "rank_sum(x, y, alternative={alternative}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float | None
    low_end: float | None
    high_end: float | None
    low_included: bool | None
    high_included: bool | None
    order_low: float | None
    order_high: float | None
    order_level: float | None
    u: float
    pairs: int
    higher: int
    level_pairs: int
    lower: int
    undefined: str | None


def rank_sum(
    x: Column,
    y: Column,
    *,
    alternative: str = "two_sided",
    level: float | None = 0.95,
    draws: int = DRAWS,
    seed: int = SEED,
) -> RankSum:
    """Return the exact Mann-Whitney test of two groups with ties, and the Hodges-Lehmann shift with its interval.

    Only the order of the marks counts, so that one mark far out weighs no more than any other. All
    splits of the pupils are counted with the midranks that these marks have. It does not compare
    two medians: two groups with one median can differ in ranks. The shift speaks of two groups whose marks
    are spread alike. Above a stated budget of cells splits are drawn instead, and the result says so.

    Args:
        x: One mark for each pupil of the first group; ``None`` or NaN where it is missing.
        y: The same for the second group; it may be of another size.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for x above / below y
            (the interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.
        draws: How many splits to draw when they are too many to count.
        seed: Where those draws start.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with an empty group.

    Reference:
        [1] Mann & Whitney (1947). Ann. Math. Stat. 18, 50-60. [2] Hodges & Lehmann (1963). Estimates
        of location based on rank tests. Ann. Math. Stat. 34, 598-611. [3] Streitberg & Röhmel
        (1986). Statistical Software Newsletter 12(1), 10-17. [4] Hollander, Wolfe & Chicken (2014).
        Nonparametric Statistical Methods, section 4.3.

    Example:
        >>> result = rank_sum([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8])
        >>> round(result.p, 4), result.estimate, result.u
        (0.0985, 2.0, 28.5)
        >>> from workbench.words.say import say
        >>> print(say(rank_sum([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Pair each pupil of the first group with each of the second. Of 35 pairs, the first is higher in 26, level in 5
        and lower in 4. The middle gap is 2.0 marks, the first group higher; anything from no difference to 3.0 higher
        fits these marks. If there were no difference, p = 0.098.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    share = None if level is None else read_level(level)
    read_chance(draws, seed)
    two = read_two(x, y, least=1)
    counted, counting, chance = _test(two, draws, seed, interval=share is not None)
    steps, up_to = ranking.differences(two.x_units, two.y_units)
    compared = pairings(two.x_units, two.y_units)
    every = len(two.x) * len(two.y)
    middle = Fraction(ranking.in_order(steps, up_to, (every + 1) // 2) + ranking.in_order(steps, up_to, every // 2 + 1), 2 * two.scale)
    return RankSum(
        **two.told(),
        **p_values(counted, len(two.x), len(two.y), alternative, chance),
        **_interval(two, steps, counting, share, alternative),
        **_textbook(two, steps, up_to, share),
        method=f"{METHOD}, {how_counted(chance)}",
        reference=REFERENCE,
        estimate=float(middle),
        level=share,
        u=compared.higher + compared.level / 2,
        pairs=every,
        higher=compared.higher,
        level_pairs=compared.level,
        lower=compared.lower,
    )


class Counting(NamedTuple):
    """What counts splits at any shift of either group: those of ``total`` with a rank sum as high, and as low."""

    at_least: Callable[[Sequence[int], Sequence[int]], Any]
    at_most: Callable[[Sequence[int], Sequence[int]], Any]
    total: int


def _test(two: Two, draws: int, seed: int, *, interval: bool) -> tuple[swapping.Tally, Counting, tuple[int, int] | None]:
    """Return the tally at no shift, what counts at others, and how splits were drawn if they were."""
    first, second = ranking.midranks(two.x_units, two.y_units)
    too_many = interval and ranking.too_many(len(first), len(second))
    swaps = None if too_many else swapping.count_swaps(first, second)
    if swaps is not None:
        counted = swapping.tally(swaps, first, second)
        return counted, Counting(ranking.counted_at_least, ranking.counted_at_least, counted.total), None
    chance = (affordable(draws, 10 * (len(first) + len(second))), seed)  # each end takes several tests
    drawn = ranking.DrawnRanks(len(first), len(second), draws=chance[0], seed=seed)

    def at_most(y: Sequence[int], x: Sequence[int]) -> int:
        return drawn.at_least([-unit for unit in x], [-unit for unit in y])

    return ranking.tally_drawn(drawn, two.x_units, two.y_units), Counting(drawn.at_least, at_most, drawn.total), chance


def _interval(two: Two, steps: Sequence[int], counting: Counting, share: float | None, alternative: str) -> dict[str, Any]:
    low = high = None
    empty = False
    if share is not None:
        out = (1 - exact(share)) / (2 if alternative == "two_sided" else 1) * counting.total
        x, y = two.x_units, two.y_units
        if alternative != "less":
            low = ranking.least_shift(x, y, steps, counting.at_least, out)
        if alternative != "greater":
            # The greatest shift of x is the least shift of y, turned round.
            turned = ranking.least_shift(y, x, [-step for step in reversed(steps)], counting.at_most, out)
            high = None if turned is None else ranking.End(-turned.at, turned.included)
        if low is not None and high is not None:
            empty = low.at > high.at or (low.at == high.at and not (low.included and high.included))
    if empty:
        low = high = None
    least, most = _inside(low, two.scale, inf), _inside(high, two.scale, -inf)
    if least is not None and most is not None and least > most:  # two ends that are one float
        least = most = float(low.at / two.scale) if low else None
    return {
        "low": least,
        "high": most,
        "low_end": None if low is None else float(low.at / two.scale),
        "high_end": None if high is None else float(high.at / two.scale),
        "low_included": None if low is None else low.included,
        "high_included": None if high is None else high.included,
        "undefined": NO_SHIFT if empty else None,
    }


def _inside(end: ranking.End | None, scale: int, towards: float) -> float | None:
    if end is None:
        return None
    at = float(end.at / scale)
    return at if end.included else nextafter(at, towards)


def _textbook(two: Two, steps: Sequence[int], up_to: Sequence[int], share: float | None) -> dict[str, Any]:
    every = len(two.x) * len(two.y)
    found = None if share is None else ranking.untied_order(len(two.x), len(two.y), (1 - exact(share)) / 2)
    if found is None:
        return {"order_low": None, "order_high": None, "order_level": None}
    place, achieved = found
    return {
        "order_low": ranking.in_order(steps, up_to, place) / two.scale,
        "order_high": ranking.in_order(steps, up_to, every + 1 - place) / two.scale,
        "order_level": achieved,
    }
