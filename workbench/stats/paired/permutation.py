"""Could the mean change be luck? Every sign pattern counted, and the interval that matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.stats._chance import doubt_of, read_chance
from workbench.stats._columns import Column, Number, Pairs, count_directions, exact, read_choice, read_level, read_pairs
from workbench.stats._quick import quickly_made
from workbench.stats.paired import _signflip as signflip
from workbench.stats.paired import _subset_means as subset_means
from workbench.stats.result import Result

ALTERNATIVES = ("two_sided", "greater", "less")
SMALLEST_FLOAT = 5e-324
METHOD = "sign-flip (Fisher-Pitman) permutation test of the mean change, every pattern counted"
METHOD_DRAWN = "sign-flip (Fisher-Pitman) permutation test of the mean change, Monte Carlo"
REFERENCE = "Fisher (1935), The Design of Experiments, section 21; Pitman (1937), J. R. Stat. Soc. Suppl. 4, 119-130"


@dataclass(frozen=True, slots=True, kw_only=True)
class PermutationChange(Result):
    """An estimate and a test whose interval is the test turned inside out.

    Attributes:
        p: For the ``alternative`` asked for; the two-sided p is the doubled one-sided p, at most 1.
        p_absolute: By the size of the change in either direction (the same as ``p`` here, for two sides).
        mid_p: Doubled, counting patterns that tie with the one seen by half.
        smallest_p: The least p that this many pupils could ever give.
        as_far: Of ``patterns`` sign patterns, how many stand behind ``p``.
        low, high: ``None`` where no finite end exists at this level (or none was asked for).
        exact: Whether every pattern was counted; else ``draws`` were, from ``seed``, and
            ``standard_error`` is that of ``p``.
    """

    made_by = "permutation_change(before, after, alternative={alternative}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float | None
    dropped: int
    before: tuple[Number, ...]
    after: tuple[Number, ...]
    alternative: str
    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    smallest_p: float
    as_far: int
    patterns: int
    up: int
    same: int
    down: int
    exact: bool
    draws: int | None
    seed: int | None
    standard_error: float | None


_Made = quickly_made(PermutationChange)


def permutation_change(
    before: Column,
    after: Column,
    *,
    alternative: str = "two_sided",
    level: float | None = 0.95,
    draws: int = signflip.DRAWS,
    seed: int = signflip.SEED,
) -> PermutationChange:
    r"""Return the exact sign-flip test of the mean change, and its interval by inversion.

    If nothing had changed, each pupil's change could as well have been the other way round. All
    2^n such patterns are counted, ties and zeros included, so the p is a share of patterns and no
    shape is assumed. A shift of the marks lies inside the interval exactly when its p is above
    1 - level. Above a stated budget of cells patterns are drawn instead, and the result says so.

    Args:
        before: One mark for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order. A pair with a blank half is left out whole.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for after above / below before
            (the interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.
        draws: How many patterns to draw when they are too many to count.
        seed: Where those draws start.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with no complete pair.

    Reference:
        [1] Fisher (1935). The Design of Experiments, section 21. [2] Pitman (1937). J. R. Stat.
        Soc. Suppl. 4, 119-130. [3] Fay (2010). Two-sided exact tests and matching confidence
        intervals for discrete data. The R Journal 2(1), 53-58.

    Example:
        >>> result = permutation_change([3, 5, 2, 6, 4], [5, 6, 6, 9, 5])
        >>> result.p, result.low, result.high
        (0.0625, None, None)
        >>> from workbench.words.say import say
        >>> print(say(result, form="short").replace(". ", ".\n", 2))
        All 5 pupils who sat both tests went up.
        On average they gained 2.2 marks; 5 pupils cannot give a range at 95%.
        If nothing had changed, p could not be below 0.0625.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    share = None if level is None else read_level(level)
    if (draws, seed) != (signflip.DRAWS, signflip.SEED):
        read_chance(draws, seed)
    pairs = read_pairs(before, after, least=1)
    changes = pairs.change_units
    drawn: list[tuple[int, int]] | None = None
    tally = signflip.count(changes) if share is None or subset_means.few_enough(changes) else None
    if tally is None:
        drawn = signflip.draw_subsets(changes, draws=draws, seed=seed)
        tally = signflip.count_drawn(drawn)
    low, high = (None, None) if share is None else _interval(changes, share, alternative, drawn)
    chance = None if drawn is None else (draws, seed)
    return _permutation_result(pairs, alternative, tally, share=share, ends=(low, high), chance=chance)


def _permutation_result(
    pairs: Pairs,
    alternative: str,
    tally: signflip.Tally,
    *,
    share: float | None,
    ends: tuple[Fraction | None, Fraction | None],
    chance: tuple[int, int] | None,
) -> PermutationChange:
    changes, n = pairs.change_units, len(pairs.before)
    at_least, at_most, equal, total = tally
    doubled = 2 * (at_least if at_least < at_most else at_most)
    either_way = doubled if doubled < total else total
    as_far = either_way if alternative == "two_sided" else at_least if alternative == "greater" else at_most
    p = as_far / total or SMALLEST_FLOAT
    up, same, down = count_directions(changes)
    low, high = ends
    draws, seed = (None, None) if chance is None else chance
    return _Made(
        n=n,
        missing=pairs.missing,
        dropped=pairs.dropped,
        method=METHOD if chance is None else f"{METHOD_DRAWN}, {draws:,} draws from seed {seed}",
        reference=REFERENCE,
        estimate=sum(changes) / (n * pairs.scale),
        low=None if low is None else float(low / pairs.scale),
        high=None if high is None else float(high / pairs.scale),
        level=share,
        before=pairs.before,
        after=pairs.after,
        alternative=alternative,
        p=p,
        p_greater=at_least / total or SMALLEST_FLOAT,
        p_less=at_most / total or SMALLEST_FLOAT,
        p_absolute=either_way / total or SMALLEST_FLOAT,
        mid_p=min(1.0, (doubled - equal) / total or SMALLEST_FLOAT),
        smallest_p=smallest_p(n, alternative),
        as_far=as_far,
        patterns=total,
        up=up,
        same=same,
        down=down,
        exact=chance is None,
        draws=draws,
        seed=seed,
        standard_error=None if chance is None else doubt_of(p, chance[0], alternative),
    )


def smallest_p(n: int, alternative: str) -> float:
    """Return the least p that ``n`` pupils could ever give: one pattern of 2^n, or two."""
    if alternative == "two_sided":
        return min(1.0, 2 / (1 << n)) or SMALLEST_FLOAT
    return 1 / (1 << n) or SMALLEST_FLOAT


def _interval(
    changes: Sequence[int], share: float, alternative: str, drawn: Sequence[tuple[int, int]] | None
) -> tuple[Fraction | None, Fraction | None]:
    """Return the ends, in units of the changes; ``None`` for an end that is not finite."""
    subsets = (1 << len(changes)) - 1
    means: list[tuple[int, int]] = []
    if drawn is not None:
        means = sorted(((size, total) for size, total in drawn if size), key=lambda each: each[1] / each[0])
        subsets = len(means)
    patterns = len(drawn) + 1 if drawn is not None else subsets + 1
    sides = 2 if alternative == "two_sided" else 1
    rank = (1 - exact(share)) / sides * patterns // 1 - (patterns - 1 - subsets)
    if rank < 1:
        return None, None
    ranks = {"two_sided": (rank, subsets + 1 - rank), "greater": (rank,), "less": (subsets + 1 - rank,)}[alternative]
    if drawn is not None:
        found = [Fraction(total, size) for size, total in (means[each - 1] for each in ranks)]
    else:
        found = subset_means.at_ranks(changes, ranks)
    if alternative == "two_sided":
        return found[0], found[1]
    return (found[0], None) if alternative == "greater" else (None, found[0])
