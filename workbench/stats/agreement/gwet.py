"""Gwet's AC1 and AC2: agreement beyond luck that holds up when nearly every paper gets the same level."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.stats._columns import Column, read_level
from workbench.stats._tables import Rows
from workbench.stats.agreement._chance import as_weights, corrected, pairs_of, t_ends, tally, why_no_width
from workbench.stats.agreement._ratings import Label, distances, one_level_only, rated_twice, read_table
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class GwetAC(Result):
    """An estimate: agreement of two raters or more on a scale where luck alone is 0 and full agreement 1.

    Attributes:
        weights: ``None`` for AC1; ``"linear"`` or ``"quadratic"`` for AC2.
        agreed, differ: Units that all their raters rated alike, and not, of ``rated_twice`` with two ratings or more.
        pairs, pairs_agreed, pairs_by_luck: Pairs of ratings of the same unit, how many are alike, and
            about how many Gwet's model puts down to luck (``None`` with weights).
        observed, expected: Agreement of pairs, every unit counting once, as seen and by luck; weighted with weights.
        standard_error: For a sample of units, divisor n - 1; the interval rests on it.
        table_standard_error, table_low, table_high: The same with divisor n, as in Gwet's formula for a
            table of two raters; the two forms are both published.
        ratings: What was written, unit by unit.
        undefined: Why the range has no width, where it has none.
    """

    made_by = "gwet_ac(ratings, weights={weights}, levels={rubric}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    standard_error: float | None
    table_standard_error: float | None
    table_low: float | None
    table_high: float | None
    weights: str | None
    raters: int
    rated_twice: int
    agreed: int
    differ: int
    pairs: int
    pairs_agreed: int
    pairs_by_luck: float | None
    observed: float
    expected: float
    levels: tuple[Label, ...]
    rubric: tuple[Label, ...] | None
    ratings: tuple[tuple[Label | None, ...], ...]
    undefined: str | None


def gwet_ac(ratings: Rows, *, weights: str | None = None, levels: Column | None = None, level: float = 0.95) -> GwetAC:
    """Return Gwet's AC1, or AC2 with weights, with its interval for a sample of units.

    Luck is taken to strike only where a rating is hard to make, so that it agrees less often the more
    one level prevails. That is a model, and another than kappa's: the two are not to be compared.

    Args:
        ratings: Units by raters: numbers or labels, ``None`` where one is missing.
        weights: ``None`` counts exact agreement (AC1); ``"linear"`` and ``"quadratic"`` count a near
            miss in part (AC2).
        levels: The rubric, lowest level first. It changes the answer: levels that nobody used count
            among those that luck could have given. Without it, the levels seen are all there are.
        level: Between 0 and 1.

    Raises:
        BadInput: for rows of unequal length, mixed kinds of rating, or one that is not a level.
        NotEnoughData: with fewer than two units that have two ratings.
        Undefined: when one level was used throughout and no rubric says what else there was.

    Reference:
        [1] Gwet (2008). Computing inter-rater reliability and its variance in the presence of high
        agreement. Br. J. Math. Stat. Psychol. 61, 29-48. [2] Gwet (2014). Handbook of Inter-Rater
        Reliability, 4th ed., chapters 4 and 5.

    Example:
        >>> from workbench.words.say import say
        >>> ratings = [[1, 1], [1, 1], [1, 2], [1, 1], [1, 1], [2, 2], [1, 1], [1, 1]]
        >>> print(say(gwet_ac(ratings), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The two markers agreed on 7 of 8 papers; by luck alone they would have agreed on about 2. With luck alone as
        nought and full agreement as one, that is 0.82; anything from 0.35 to 1.00 fits these papers.
    """
    share = read_level(level)
    read = read_table(ratings, levels)
    twice = rated_twice(read)
    apart = distances(read, weights)
    if len(read.levels) < 2:
        raise one_level_only(read)
    counts = tally(read.places, len(read.levels))
    n = len(counts)
    found = corrected(counts, as_weights(apart), gwet=True)
    if found is None or found.standard_error is None:  # Gwet's expected agreement never reaches 1, and n is 2 or more
        raise one_level_only(read)
    pairs = pairs_of(counts)
    table_error = found.standard_error * sqrt((n - 1) / n)
    low, high = t_ends(found.estimate, found.standard_error, n, share)
    table_low, table_high = t_ends(found.estimate, table_error, n, share)
    return GwetAC(
        n=n,
        missing=read.missing,
        method=f"Gwet's {'AC1' if weights is None else f'AC2, {weights} weights'}; t interval for a sample of units",
        reference="Gwet (2008), Br. J. Math. Stat. Psychol. 61, 29-48",
        estimate=found.estimate,
        low=low,
        high=high,
        level=share,
        standard_error=found.standard_error,
        table_standard_error=table_error,
        table_low=table_low,
        table_high=table_high,
        weights=weights,
        raters=len(read.places[0]),
        rated_twice=twice,
        agreed=pairs.units_alike,
        differ=pairs.units - pairs.units_alike,
        pairs=pairs.pairs,
        pairs_agreed=pairs.alike,
        pairs_by_luck=pairs.pairs * found.expected if weights is None else None,
        observed=found.observed,
        expected=found.expected,
        levels=read.levels,
        rubric=read.rubric,
        ratings=read.rows(),
        undefined=why_no_width(found.standard_error, all_alike=pairs.alike == pairs.pairs),
    )
