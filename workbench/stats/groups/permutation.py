"""Could the difference between two groups be luck? Every split counted, and the interval that matches."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import comb, isqrt
from typing import Any

from workbench.stats import _moments as moments
from workbench.stats._chance import doubt_of, read_chance
from workbench.stats._columns import Column, exact, read_choice, read_level
from workbench.stats.groups import _swaps as swapping
from workbench.stats.groups._two import Two, TwoGroups, read_two

ALTERNATIVES = ("two_sided", "greater", "less")
SMALLEST_FLOAT = 5e-324
DRAWS = 99_999
SEED = 1935
DRAWN_CELLS = 200_000_000
"""Pupils times draws that are drawn at most."""
METHOD = "permutation (Fisher-Pitman) test of the difference between two means"
REFERENCE = "Pitman (1937), J. R. Stat. Soc. Suppl. 4, 119-130; Fisher (1935), The Design of Experiments, section 21"


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitTest(TwoGroups):
    """A test that compares the split of the pupils that was seen with every other.

    Attributes:
        p: For the ``alternative`` asked for; the two-sided p is the doubled one-sided p, at most 1.
        p_absolute: By the size of the difference in either direction; where the splits are not
            symmetrical it is another number than ``p``, and the interval matches ``p``.
        mid_p: Doubled, counting splits that tie with the one seen by half; ``mid_p_absolute`` likewise.
        smallest_p: The least p that groups of these sizes could ever give.
        as_far, as_far_absolute: Of ``patterns`` splits, how many stand behind ``p`` and
            ``p_absolute``; ``None`` when they are too many for whole numbers (the p-values are then
            right to 12 figures).
        exact: Whether every split was counted; else ``draws`` were, from ``seed``, and
            ``standard_error`` is that of ``p``.
    """

    alternative: str
    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    mid_p_absolute: float
    smallest_p: float
    as_far: int | None
    as_far_absolute: int | None
    patterns: int
    exact: bool
    draws: int | None
    seed: int | None
    standard_error: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PermutationDifference(SplitTest):
    """An estimate and a test whose interval is the test turned inside out. A difference is x minus y.

    ``low`` and ``high`` are ``None`` where no finite end exists at this level, or none was asked for.
    """

    made_by = "permutation_difference(x, y, alternative={alternative}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float | None


def permutation_difference(
    x: Column,
    y: Column,
    *,
    alternative: str = "two_sided",
    level: float | None = 0.95,
    draws: int = DRAWS,
    seed: int = SEED,
) -> PermutationDifference:
    """Return the exact permutation test of the mean of x minus the mean of y, and its interval by inversion.

    If the group made no difference, these pupils could as well have been split into two such groups
    in any other way. All the splits are counted, ties included, so the p is a share of splits and
    no shape is assumed. A shift of the marks lies inside the interval exactly when its p is above
    1 - level. It does not say why the groups differ. Above a stated budget of cells splits are drawn
    instead, and the result says so.

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
        [1] Pitman (1937). J. R. Stat. Soc. Suppl. 4, 119-130. [2] Fisher (1935). The Design of
        Experiments, section 21. [3] Streitberg & Röhmel (1986). Exact distributions for
        permutation and rank tests. Statistical Software Newsletter 12(1), 10-17.

    Example:
        >>> result = permutation_difference([7, 9, 10], [4, 5, 8], level=0.9)
        >>> result.p, result.low, result.high
        (0.2, -1.0, 6.0)
        >>> from workbench.words.say import say
        >>> print(say(permutation_difference([7, 9, 10], [4, 5, 8], level=0.9), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The middle mark of all 6 is 7.5. Above it are 2 of 3 in the first group and 1 of 3 in the second. On average
        the first group is 3.0 marks higher; anything from 1.0 lower to 6.0 higher fits these marks (90% interval). If
        there were no difference, p = 0.20.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    share = None if level is None else read_level(level)
    read_chance(draws, seed)
    two = read_two(x, y, least=1)
    swaps = swapping.count_swaps(two.x_units, two.y_units)
    chance = None
    if swaps is None:
        from workbench.stats.groups._swap_counts import DrawnSwaps

        chance = (affordable(draws, len(two.x) + len(two.y)), seed)
        swaps = DrawnSwaps(two.x_units, two.y_units, draws=chance[0], seed=seed)
    counted = swapping.tally(swaps, two.x_units, two.y_units)
    low, high = (None, None) if share is None else _interval(two, swaps, share, alternative)
    return PermutationDifference(
        **two.told(),
        **p_values(counted, len(two.x), len(two.y), alternative, chance),
        method=f"{METHOD}, {how_counted(chance)}",
        reference=REFERENCE,
        estimate=two.difference(),
        low=None if low is None else float(low / two.scale),
        high=None if high is None else float(high / two.scale),
        level=share,
    )


def affordable(draws: int, pupils: int) -> int:
    """Return how many splits are drawn: fewer than asked for when the pupils are thousands."""
    return min(draws, max(999, DRAWN_CELLS // pupils))


def how_counted(chance: tuple[int, int] | None) -> str:
    """Return how the splits were counted, for a method."""
    return "every split counted" if chance is None else f"Monte Carlo, {chance[0]:,} draws from seed {chance[1]}"


def p_values(counted: swapping.Tally, m: int, n: int, alternative: str, chance: tuple[int, int] | None) -> dict[str, Any]:
    """Return the fields of ``SplitTest`` for a tally of splits."""
    total = counted.total
    doubled = 2 * min(counted.at_least, counted.at_most)
    behind = {"two_sided": min(doubled, total), "greater": counted.at_least, "less": counted.at_most}[alternative]

    def share(count: Any) -> float:
        return min(1.0, count / total) or SMALLEST_FLOAT

    p = share(behind)
    whole = isinstance(counted.at_least, int)
    return {
        "alternative": alternative,
        "p": p,
        "p_greater": share(counted.at_least),
        "p_less": share(counted.at_most),
        "p_absolute": share(counted.as_far),
        "mid_p": share(doubled - counted.equal),
        "mid_p_absolute": min(1.0, (2 * counted.as_far - counted.just_as_far) / (2 * total)) or SMALLEST_FLOAT,
        "smallest_p": smallest_p(m, n, alternative),
        "as_far": behind if whole else None,
        "as_far_absolute": counted.as_far if whole else None,
        "patterns": total,
        "exact": chance is None,
        "draws": None if chance is None else chance[0],
        "seed": None if chance is None else chance[1],
        "standard_error": None if chance is None else doubt_of(p, chance[0], alternative),
    }


def smallest_p(m: int, n: int, alternative: str = "two_sided") -> float:
    """Return the least p that groups of these sizes could ever give: one split of all, or two."""
    return min(1.0, (2 if alternative == "two_sided" else 1) / comb(m + n, m)) or SMALLEST_FLOAT


def _interval(two: Two, swaps: swapping.Swaps, share: float, alternative: str) -> tuple[Fraction | None, Fraction | None]:
    """Return the ends in units; ``None`` for an end that is not finite or was not asked for."""
    from statistics import NormalDist

    tail = (1 - exact(share)) / (2 if alternative == "two_sided" else 1)
    x, y = two.x_units, two.y_units
    m, n = len(x), len(y)
    middle = Fraction(sum(x) * n - sum(y) * m, m * n)
    within = Fraction(moments.squares(x), m) + Fraction(moments.squares(y), n)
    # Only where to start looking: the ends of a normal interval.
    squared = within * (m + n) / (max(1, m + n - 2) * m * n)
    reach = Fraction(NormalDist().inv_cdf(1 - float(tail))) * isqrt(int(squared * 2**20)) / 2**10
    low, high = swapping.shift_limits(swaps, tail, x, y, (middle - reach, middle + reach))
    if alternative == "two_sided":
        return low, high
    return (low, None) if alternative == "greater" else (None, high)
