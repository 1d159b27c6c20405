"""Do the same pupils stand differently on several occasions? Friedman's test, every order within each pupil counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial, gcd, prod
from typing import NamedTuple

from workbench.errors import NotEnoughData, Undefined
from workbench.stats import _moments as moments
from workbench.stats._chance import read_chance
from workbench.stats._columns import Number, whole_units
from workbench.stats._distributions import chi2_above
from workbench.stats._tables import Rows, complete_rows, read_rows
from workbench.stats.groups import _drawn as drawn
from workbench.stats.groups import _packed as packed
from workbench.stats.groups._several_groups import SMALLEST_FLOAT, counted_or_drawn, how_counted, rank, share, tie_excess
from workbench.stats.result import Result

METHOD = "Friedman rank test with ties, every order within each pupil counted"
METHOD_DRAWN = "Friedman rank test with ties, Monte Carlo"
REFERENCE = "Friedman (1937), J. Am. Stat. Assoc. 32, 675-701; Kendall & Babington Smith (1939), Ann. Math. Stat. 10, 275-287"


@dataclass(frozen=True, slots=True, kw_only=True)
class Friedman(Result):
    """A test of whether the same pupils' marks differ between occasions (or tasks).

    Attributes:
        p: The share of all ways to order each pupil's own marks that set the occasions at least this far apart.
        mid_p: The same, counting ways that tie with the one seen by half.
        p_chi_squared: From the chi-squared approximation, for comparison; rough with few pupils.
        smallest_p: The least p that so many pupils and occasions could ever give.
        chi_squared: The statistic, corrected for ties.
        kendall_w: How alike the pupils order the occasions: 0 when not at all, 1 when all in the same order.
        mean_ranks: Each occasion's mean rank within a pupil, rank 1 for that pupil's lowest mark.
        highest: For each occasion, for how many pupils it was their highest mark (shared or alone);
            ``top_count`` is the most of these, on ``top_occasions`` (from 1).
        as_far: Of ``patterns`` ways, how many stand behind ``p``.
        exact: Whether every way was counted; else ``draws`` were, from ``seed``, and ``standard_error``
            is that of ``p``.
        data: One tuple of marks for each pupil without a gap; ``dropped`` pupils had one.
    """

    made_by = "friedman(rows)"

    p: float
    alternative: str
    smallest_p: float
    mid_p: float
    p_chi_squared: float
    chi_squared: float
    df: int
    kendall_w: float
    dropped: int
    occasions: int
    data: tuple[tuple[Number, ...], ...]
    medians: tuple[float, ...]
    means: tuple[float, ...]
    mean_ranks: tuple[float, ...]
    highest: tuple[int, ...]
    top_occasions: tuple[int, ...]
    top_count: int
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


def friedman(rows: Rows, *, draws: int | None = None, seed: int = packed.SEED) -> Friedman:
    """Return the exact Friedman test of two occasions or more.

    If nothing had changed, each pupil's own marks could as well have come in any other order. All
    such orders of all pupils are counted, ties as they come. It does not say which occasions
    differ, nor by how many marks, and later tests may have been easier. Above a stated budget
    orders are drawn instead, and the result says so.

    Args:
        rows: One list for each pupil, with one mark for each occasion; a pupil with a gap is left out whole.
        draws: How many ways to draw when they are too many to count; as many as is quick by default.
        seed: Where those draws start.

    Raises:
        BadInput: for values that are not numbers, or rows of unequal length.
        NotEnoughData: with fewer than two pupils without a gap, or one occasion only.
        Undefined: when every pupil has the same mark on all occasions.

    Reference:
        [1] Friedman (1937). The use of ranks to avoid the assumption of normality. J. Am. Stat.
        Assoc. 32, 675-701. [2] Kendall & Babington Smith (1939). Ann. Math. Stat. 10, 275-287.

    Example:
        >>> from workbench.words.say import say
        >>> result = friedman([[3, 4, 5], [2, 2, 4], [5, 6, 6], [1, 3, 2], [4, 5, 7]])
        >>> result.as_far, result.patterns
        (42, 1944)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Of 5 pupils, 4 had their highest mark, or shared it, on occasion 3. The middle marks on the 3 occasions were
        3, 4 and 5. If nothing had changed, p = 0.022.
    """
    read_chance(draws, seed, optional=("draws",))
    kept, missing, dropped = _read(rows)
    scale, units = whole_units(*kept)
    ranks = [rank([[unit] for unit in row]) for row in units]
    if all(len(each.ties) == 1 for each in ranks):
        raise _all_alike(len(kept), len(kept[0]))
    doubled = [[group[0] for group in each.groups] for each in ranks]
    n, k = len(kept), len(kept[0])
    chi = _statistic(doubled, sum(tie_excess(each.ties) for each in ranks))
    scores = _scores(doubled)
    counted = _count(scores)
    many = None if counted else packed.draws_for(n * k, draws)
    tally = counted or _draw(scores, many or 0, seed)
    p = share(tally.reached, tally.total)
    columns = list(zip(*units, strict=True))
    highest = tuple(sum(row[place] == max(row) for row in units) for place in range(k))
    return Friedman(
        n=n,
        missing=missing,
        method=counted_or_drawn(METHOD, METHOD_DRAWN, many, seed),
        reference=REFERENCE,
        p=p,
        alternative="two_sided",
        smallest_p=share(1, factorial(k) ** (n - 1)),
        mid_p=share(2 * tally.reached - tally.equal, 2 * tally.total),
        p_chi_squared=chi2_above(float(chi), k - 1) or SMALLEST_FLOAT,
        chi_squared=float(chi),
        df=k - 1,
        kendall_w=float(chi / (n * (k - 1))),
        dropped=dropped,
        occasions=k,
        data=tuple(map(tuple, kept)),
        medians=tuple(moments.median(column, scale) for column in columns),
        means=tuple(moments.mean(column, scale) for column in columns),
        mean_ranks=tuple(moments.mean(column, 2) for column in zip(*doubled, strict=True)),
        highest=highest,
        top_occasions=tuple(place for place, count in enumerate(highest, start=1) if count == max(highest)),
        top_count=max(highest),
        as_far=tally.reached,
        **how_counted(p, tally.total, many, seed),
    )


def _read(rows: Rows) -> tuple[list[list[Number]], int, int]:
    """Return the pupils without a gap, how many marks are missing, and how many pupils are left out."""
    table = read_rows(rows, "rows", least_rows=2, least_columns=2, column="occasion")
    kept, missing = complete_rows(table)
    if len(kept) < 2:
        raise NotEnoughData(
            "This needs at least 2 pupils with a mark on every occasion.",
            where="rows",
            seen=f"{len(kept)} without a gap",
            allowed="2 or more",
            do="Leave out the occasion that most pupils missed.",
        )
    return kept, missing, len(table) - len(kept)


def _statistic(doubled: Sequence[Sequence[int]], excess: int) -> Fraction:
    """Return Friedman's chi-squared, corrected for ties, exactly."""
    n, k = len(doubled), len(doubled[0])
    spread = sum((sum(column) - n * (k + 1)) ** 2 for column in zip(*doubled, strict=True))
    return Fraction(3 * spread * (k - 1), n * (k**3 - k) - excess)


def _scores(doubled: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the ranks from 0 up in their common unit."""
    low = [min(row) for row in doubled]
    unit = gcd(*(rank - least for row, least in zip(doubled, low, strict=True) for rank in row))
    return [[(rank - least) // unit for rank in row] for row, least in zip(doubled, low, strict=True)]


def orders(scores: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield each different order of the scores once.

    >>> list(orders([0, 1, 1]))
    [(0, 1, 1), (1, 0, 1), (1, 1, 0)]
    """
    if not scores:
        yield ()
    for first in sorted(set(scores)):
        rest = list(scores)
        rest.remove(first)
        for others in orders(rest):
            yield (first, *others)


def _count(scores: Sequence[Sequence[int]]) -> Tally | None:
    """Count every order within every pupil, or return ``None`` when they are too many."""
    k, total = len(scores[0]), sum(map(sum, scores))
    ways = prod(_orders_of(row) for row in scores)
    bits = packed.bits_for(ways)
    width = sum(map(max, scores)) + 1
    cells = width ** (k - 1)
    if cells > packed.CELLS or sum(map(_orders_of, scores)) * packed.PER_STEP > packed.BUDGET:
        return None
    steps = [width**place for place in range(k - 1)]
    counts, spent = 1, 0
    for row in scores:
        following = 0
        for order in orders(row):
            following += counts << bits * sum(map(int.__mul__, order, steps))
            spent += (following.bit_length() >> 3) + packed.PER_STEP
            if spent > packed.BUDGET:
                return None
        counts = following
    seen = sum(sum(column) ** 2 for column in zip(*scores, strict=True))
    reached, equal = packed.grid_at_least([width] * (k - 1), [1] * k, total, seen)
    return Tally(packed.sum_where(counts, cells, bits, reached), packed.sum_where(counts, cells, bits, equal), ways)


def _orders_of(row: Sequence[int]) -> int:
    return factorial(len(row)) // prod(map(factorial, Counter(row).values()))


def _draw(scores: Sequence[Sequence[int]], draws: int, seed: int) -> Tally:
    """Draw orders within every pupil; the way that was seen always counts as one more."""
    k, total = len(scores[0]), sum(map(sum, scores))
    seen = sum(sum(column) ** 2 for column in zip(*scores, strict=True))
    reached, equal = drawn.count_at_least(drawn.shuffled_within(scores, draws, seed), [1] * k, total, seen)
    return Tally(reached + 1, equal + 1, draws + 1)


def _all_alike(n: int, k: int) -> Undefined:
    return Undefined(
        "This comparison is undefined when every pupil has the same mark on all occasions.",
        where="rows",
        seen=f"{n} pupils, each with {k} equal marks",
        allowed="at least one pupil whose marks differ",
        do="Say that nobody's marks moved; there is nothing to compare.",
    )
