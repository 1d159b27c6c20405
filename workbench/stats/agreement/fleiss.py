"""Fleiss' kappa: how far three markers or more agree beyond luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from workbench.stats._columns import Column, read_level
from workbench.stats._tables import Rows
from workbench.stats.agreement._chance import as_weights, corrected, pairs_of, t_ends, tally, why_no_width
from workbench.stats.agreement._ratings import Label, distances, one_level_only, rated_twice, read_table
from workbench.stats.agreement.kappa import against_luck
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class FleissKappa(Result):
    """An estimate: agreement of several raters on a scale where luck alone is 0 and full agreement 1.

    Attributes:
        agreed, differ: Units that all their raters rated alike, and not, of ``rated_twice`` with two ratings or more.
        pairs, pairs_agreed, pairs_by_luck: Pairs of ratings of the same unit, how many are alike, and
            about how many would be by luck alone.
        observed, expected: Agreement of pairs, every unit counting once, as seen and by luck.
        null_z: Kappa over its standard error if there were only luck (Fleiss, Nee & Landis 1979);
            ``None`` with gaps, as are ``conger_kappa`` (each rater's own use of the levels) and
            ``light_kappa`` (the mean of Cohen's kappa over all pairs of raters).
        ratings: What was written, unit by unit.
        undefined: Why the range has no width, where it has none.
    """

    made_by = "fleiss_kappa(ratings, levels={rubric}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    standard_error: float | None
    raters: int
    rated_twice: int
    agreed: int
    differ: int
    pairs: int
    pairs_agreed: int
    pairs_by_luck: float
    observed: float
    expected: float
    null_z: float | None
    conger_kappa: float | None
    light_kappa: float | None
    levels: tuple[Label, ...]
    rubric: tuple[Label, ...] | None
    ratings: tuple[tuple[Label | None, ...], ...]
    undefined: str | None


def fleiss_kappa(ratings: Rows, *, levels: Column | None = None, level: float = 0.95) -> FleissKappa:
    """Return Fleiss' kappa of two raters or more, with its interval for a sample of units.

    It takes the raters for exchangeable: luck is drawn from how all of them together use the levels.
    Near misses count as misses; ``gwet_ac`` and ``krippendorff_alpha`` can count them in part. When
    nearly every unit gets the same level it can be low though the raters hardly ever differ.

    Args:
        ratings: Units by raters: numbers or labels, ``None`` where one is missing. Units with a single
            rating say how the levels are used and nothing of agreement.
        levels: The rubric, so that a rating outside it is found. A level that nobody used changes nothing.
        level: Between 0 and 1.

    Raises:
        BadInput: for rows of unequal length, mixed kinds of rating, or one that is not a level.
        NotEnoughData: with fewer than two units that have two ratings.
        Undefined: when one level was used throughout.

    Reference:
        [1] Fleiss (1971). Measuring nominal scale agreement among many raters. Psychol. Bull. 76,
        378-382. [2] Gwet (2008). Computing inter-rater reliability and its variance in the presence of
        high agreement. Br. J. Math. Stat. Psychol. 61, 29-48. [3] Fleiss, Nee & Landis (1979). Large
        sample variance of kappa in the case of different sets of raters. Psychol. Bull. 86, 974-977.
        [4] Conger (1980). Psychol. Bull. 88, 322-328. [5] Light (1971). Psychol. Bull. 76, 365-377.

    Example:
        >>> from workbench.words.say import say
        >>> ratings = [[1, 1, 1], [2, 2, 3], [3, 3, 3], [1, 2, 1], [2, 2, 2], [3, 3, 3]]
        >>> print(say(fleiss_kappa(ratings), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The markers all agreed on 4 of 6 papers. Of 18 pairs of ratings, 14 are alike; by luck alone about 6 would
        be. With luck alone as nought and full agreement as one, that is 0.66; anything from 0.13 to 1.00 fits these
        papers.
    """
    share = read_level(level)
    read = read_table(ratings, levels)
    twice = rated_twice(read)
    counts = tally(read.places, len(read.levels))
    apart = distances(read, None)
    found = None if len(read.levels) < 2 else corrected(counts, as_weights(apart), gwet=False)
    if found is None:
        raise one_level_only(read)
    pairs = pairs_of(counts)
    low, high = t_ends(found.estimate, found.standard_error, len(counts), share)
    whole = all(None not in row for row in read.places)
    places = [[place for place in row if place is not None] for row in read.places]
    return FleissKappa(
        n=len(counts),
        missing=read.missing,
        method="Fleiss' kappa; t interval for a sample of units, linearised",
        reference="Fleiss (1971), Psychol. Bull. 76, 378-382; Gwet (2008), Br. J. Math. Stat. Psychol. 61, 29-48",
        estimate=found.estimate,
        low=low,
        high=high,
        level=share,
        standard_error=found.standard_error,
        raters=len(read.places[0]),
        rated_twice=twice,
        agreed=pairs.units_alike,
        differ=pairs.units - pairs.units_alike,
        pairs=pairs.pairs,
        pairs_agreed=pairs.alike,
        pairs_by_luck=pairs.pairs * found.expected,
        observed=found.observed,
        expected=found.expected,
        null_z=_null_z(counts, found.estimate) if whole else None,
        conger_kappa=_conger(places, apart, found.observed) if whole else None,
        light_kappa=_light(places, apart) if whole else None,
        levels=read.levels,
        rubric=read.rubric,
        ratings=read.rows(),
        undefined=why_no_width(found.standard_error, all_alike=pairs.alike == pairs.pairs),
    )


def _null_z(counts: Sequence[Sequence[int]], kappa: float) -> float:
    n, raters = len(counts), sum(counts[0])
    use = [sum(column) / (n * raters) for column in zip(*counts, strict=True)]
    even = sum(share * (1 - share) for share in use)
    skew = sum(share * (1 - share) * (1 - 2 * share) for share in use)
    return float(kappa * even * sqrt(n * raters * (raters - 1)) / sqrt(2 * (even * even - skew)))


def _tables(places: Sequence[Sequence[int]], levels: int) -> list[list[list[int]]]:
    """Return the table of counts of every two raters."""
    tables = []
    for one, other in combinations(range(len(places[0])), 2):
        table = [[0] * levels for _ in range(levels)]
        for row in places:
            table[row[one]][row[other]] += 1
        tables.append(table)
    return tables


def _conger(places: Sequence[Sequence[int]], apart: Sequence[Sequence[int]], observed: float) -> float | None:
    tables = _tables(places, len(apart))
    n = len(places)
    lucky = sum(sum(sum(row) * sum(column) for row, column in zip(table, zip(*table, strict=True), strict=True)) for table in tables)
    expected = lucky / (n * n * len(tables))
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _light(places: Sequence[Sequence[int]], apart: Sequence[Sequence[int]]) -> float | None:
    found = [against_luck(table, apart) for table in _tables(places, len(apart))]
    known = [each.kappa for each in found if each is not None]
    return sum(known) / len(known) if len(known) == len(found) else None
