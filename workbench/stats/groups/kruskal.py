"""Do several groups differ? Kruskal and Wallis's rank test, with every way to deal the pupils counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial, gcd, lcm, prod
from typing import NamedTuple

from workbench.stats import _moments as moments
from workbench.stats._chance import read_chance
from workbench.stats._columns import Column, Number
from workbench.stats._distributions import chi2_above
from workbench.stats.groups import _drawn as drawn
from workbench.stats.groups import _packed as packed
from workbench.stats.groups._several_groups import (
    SMALLEST_FLOAT,
    Ranked,
    assignments,
    counted_or_drawn,
    how_counted,
    rank,
    read_groups,
    refuse_all_alike,
    share,
    tie_excess,
)
from workbench.stats.result import Result

METHOD = "Kruskal-Wallis rank test with ties, every way to deal the pupils to the groups counted"
METHOD_DRAWN = "Kruskal-Wallis rank test with ties, Monte Carlo"
REFERENCE = "Kruskal & Wallis (1952), J. Am. Stat. Assoc. 47, 583-621; Tomczak & Tomczak (2014), Trends Sport Sci. 1, 19-25"


@dataclass(frozen=True, slots=True, kw_only=True)
class KruskalWallis(Result):
    """A test of whether several groups differ in any way that moves their ranks.

    Attributes:
        p: The share of all ways to deal the pupils that set the groups at least this far apart.
        mid_p: The same, counting ways that tie with the one seen by half.
        p_chi_squared: From the chi-squared approximation, for comparison; rough with few pupils.
        smallest_p: The least p that groups of these sizes could ever give, whatever their marks.
        h: The statistic, corrected for ties; ``h_uncorrected`` before that.
        epsilon_squared: ``h / (n - 1)``: 0 when the mean ranks are equal, 1 when the groups are all told apart.
        mean_ranks: Each group's mean rank among all pupils, rank 1 for the lowest mark.
        as_far: Of ``patterns`` ways to deal the pupils, how many stand behind ``p``.
        exact: Whether every way was counted; else ``draws`` were, from ``seed``, and ``standard_error``
            is that of ``p``.
    """

    made_by = "kruskal_wallis(*groups)"

    p: float
    alternative: str
    smallest_p: float
    mid_p: float
    p_chi_squared: float
    h: float
    h_uncorrected: float
    df: int
    epsilon_squared: float
    data: tuple[tuple[Number, ...], ...]
    sizes: tuple[int, ...]
    middle: float
    above: tuple[int, ...]
    medians: tuple[float, ...]
    means: tuple[float, ...]
    mean_ranks: tuple[float, ...]
    as_far: int
    patterns: int
    exact: bool
    draws: int | None
    seed: int | None
    standard_error: float | None


class Tally(NamedTuple):
    """Patterns at least as far out as the one seen, those that tie with it, and all of them."""

    reached: int
    equal: int
    total: int


def kruskal_wallis(*groups: Column, draws: int | None = None, seed: int = packed.SEED) -> KruskalWallis:
    """Return the exact Kruskal-Wallis test of two groups or more.

    If there were no difference between the groups, every way to deal these same marks to groups
    of these sizes would be as likely as the one seen. They are all counted, ties as they come. It
    does not say which groups differ (``dunn`` does), nor by how many marks, and groups that were
    taught apart differ in more than what was tried. Above a stated budget ways are drawn instead,
    and the result says so.

    Args:
        groups: One column of marks for each group; blanks (``None`` or NaN) are left out.
        draws: How many ways to draw when they are too many to count; as many as is quick by default.
        seed: Where those draws start.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with one group only, or a group with no marks.
        Undefined: when every pupil has the same mark.

    Reference:
        [1] Kruskal & Wallis (1952). Use of ranks in one-criterion variance analysis. J. Am. Stat.
        Assoc. 47, 583-621. [2] Tomczak & Tomczak (2014). Trends in Sport Sciences 1, 19-25.

    Example:
        >>> from workbench.words.say import say
        >>> result = kruskal_wallis([2, 3, 3], [4, 5, 6], [5, 7, 9])
        >>> result.as_far, result.patterns
        (30, 1680)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        In 3 groups of 3 pupils, 0, 1 and 2 were above 5, the middle of all 9. If there were no difference between
        the groups, p = 0.018.
    """
    read_chance(draws, seed, optional=("draws",))
    read = read_groups(groups)
    ranked = rank(read.units)
    refuse_all_alike(ranked.ties, "This comparison")
    n, sizes = sum(read.sizes), read.sizes
    raw = h_statistic(ranked, sizes)
    corrected = raw / (1 - Fraction(tie_excess(ranked.ties), n**3 - n))
    counted = _count(ranked)
    many = None if counted else packed.draws_for(n, draws)
    tally = counted or _draw(ranked, sizes, many or 0, seed)
    p = share(tally.reached, tally.total)
    return KruskalWallis(
        n=n,
        missing=read.missing,
        method=counted_or_drawn(METHOD, METHOD_DRAWN, many, seed),
        reference=REFERENCE,
        p=p,
        alternative="two_sided",
        smallest_p=share(least_alike(sizes), assignments(sizes)),
        mid_p=share(2 * tally.reached - tally.equal, 2 * tally.total),
        p_chi_squared=chi2_above(float(corrected), len(sizes) - 1) or SMALLEST_FLOAT,
        h=float(corrected),
        h_uncorrected=float(raw),
        df=len(sizes) - 1,
        epsilon_squared=float(corrected / (n - 1)),
        mean_ranks=tuple(moments.mean(ranks, 2) for ranks in ranked.groups),
        as_far=tally.reached,
        **read.told(),
        **how_counted(p, tally.total, many, seed),
    )


def h_statistic(ranked: Ranked, sizes: Sequence[int]) -> Fraction:
    """Return Kruskal and Wallis's H before its correction for ties, exactly."""
    n = sum(sizes)
    squares = sum((Fraction(sum(ranks) ** 2, len(ranks)) for ranks in ranked.groups), Fraction(0))
    return Fraction(3, n * (n + 1)) * squares - 3 * (n + 1)


def _scores(ranked: Ranked) -> tuple[list[int], list[list[int]]]:
    """Return a score for each distinct value and each group's scores: the ranks from 0 up in their common unit."""
    values = sorted({value for ranks in ranked.groups for value in ranks})
    unit = gcd(*(value - values[0] for value in values))
    return [(value - values[0]) // unit for value in values], [[(v - values[0]) // unit for v in ranks] for ranks in ranked.groups]


def _weights(sizes: Sequence[int]) -> list[int]:
    common = lcm(*sizes)
    return [common // size for size in sizes]


class _Layout(NamedTuple):
    """Groups with the smallest first, and how the sums of all but the last are laid out in one exponent."""

    scores: list[int]
    groups: list[list[int]]
    sizes: list[int]
    widths: list[int]
    steps: list[int]
    cells: int

    @classmethod
    def of(cls, ranked: Ranked) -> _Layout:
        scores, groups = _scores(ranked)
        groups.sort(key=len)
        sizes = [len(group) for group in groups]
        highest = sorted(score for group in groups for score in group)
        widths = [sum(highest[-size:]) + 1 for size in sizes[:-1]]
        steps, cells = [], 1
        for width in widths:
            steps.append(cells)
            cells *= width
        return cls(scores, groups, sizes, widths, steps, cells)

    def gain(self, place: int, had: tuple[int, ...], given: tuple[int, ...]) -> int:
        """Return what the exponent grows by when the groups get so many pupils with this score."""
        return self.scores[place] * sum(step * taken for step, taken in zip(self.steps, given, strict=False))

    def sums(self, reached: int) -> list[int]:
        """Return each group's sum from its exponent."""
        total = sum(map(sum, self.groups))
        firsts = [reached // step % width for step, width in zip(self.steps, self.widths, strict=True)]
        return [*firsts, total - sum(firsts)]


def _count(ranked: Ranked) -> Tally | None:
    """Count every way to deal the pupils, or return ``None`` when they are too many."""
    layout = _Layout.of(ranked)
    ways, weights = assignments(layout.sizes), _weights(layout.sizes)
    seen = _apart(weights, map(sum, layout.groups))
    quick = packed.tables(layout.sizes, ranked.ties) <= packed.SURELY_FEW
    few = packed.deal_few(layout.sizes, ranked.ties, layout.gain) if quick else None
    if few is None:
        bits = packed.bits_for(ways)
        counts = None if layout.cells > packed.CELLS else packed.deal(layout.sizes, ranked.ties, layout.gain, bits)
        if counts is not None:
            masks = packed.grid_at_least(layout.widths, weights, sum(map(sum, layout.groups)), seen)
            reached, equal = (packed.sum_where(counts, layout.cells, bits, chosen) for chosen in masks)
            return Tally(reached, equal, ways)
        few = packed.deal_few(layout.sizes, ranked.ties, layout.gain)
    if few is None:
        return None
    apart = [(_apart(weights, layout.sums(reached)), count) for reached, count in few.items()]
    return Tally(sum(count for far, count in apart if far >= seen), sum(count for far, count in apart if far == seen), ways)


def _apart(weights: Sequence[int], sums: Iterable[int]) -> int:
    return sum(weight * each * each for weight, each in zip(weights, sums, strict=True))


def _draw(ranked: Ranked, sizes: Sequence[int], draws: int, seed: int) -> Tally:
    """Draw ways to deal the pupils; the way that was seen always counts as one more."""
    _, groups = _scores(ranked)
    weights = _weights(sizes)
    seen = _apart(weights, map(sum, groups))
    everyone = [score for group in groups for score in group]
    sums = drawn.group_sums(drawn.shuffled(everyone, draws, seed), sizes)
    reached, equal = drawn.count_at_least(sums, weights, sum(everyone), seen)
    return Tally(reached + 1, equal + 1, draws + 1)


def least_alike(sizes: Sequence[int]) -> int:
    """Return how many ways to deal pupils set groups of these sizes farthest apart, where the marks let one way alone do so.

    Groups of one size can always change places, so there are at least as many ways as that; and with all marks
    alike within each group and none between them there are no more.

    >>> least_alike([3, 3, 3]), least_alike([2, 3])
    (6, 1)
    """
    return prod(factorial(count) for count in Counter(sizes).values())
