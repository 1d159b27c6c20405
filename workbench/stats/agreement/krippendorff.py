"""Krippendorff's alpha: agreement of any number of markers, gaps allowed, for four levels of measurement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.errors import BadInput, UnknownOption
from workbench.stats._columns import Column, read_choice, read_level, show
from workbench.stats._tables import Rows
from workbench.stats.agreement import _coincidence as coincidence
from workbench.stats.agreement._chance import t_ends, why_no_width
from workbench.stats.agreement._coincidence import Units
from workbench.stats.agreement._ratings import Label, need_order, one_level_only, rated_twice, read_table
from workbench.stats.result import Result

SCALES = ("nominal", "ordinal", "interval", "ratio")


@dataclass(frozen=True, slots=True, kw_only=True)
class KrippendorffAlpha(Result):
    """An estimate: 1 where no two ratings of a unit differ, 0 where they differ as much as any two ratings do.

    Attributes:
        scale: The level of measurement, by which a difference is weighed.
        level: The level of confidence; ``None`` when no interval was asked for.
        agreed, differ: Units that all their raters rated alike, and not, of the ``n`` with two ratings or more.
        pairs, pairs_agreed: Pairs of ratings of the same unit, and how many are alike.
        pairs_by_luck: About how many would be if ratings were dealt out anew.
        disagreement, disagreement_by_luck: Observed and expected disagreement, whose ratio is 1 - alpha.
        standard_error: From leaving out one unit at a time (jackknife); the interval rests on it.
        linearised_standard_error: Gwet's, with distances held fixed; ``None`` for ``ordinal``, whose
            distances depend on the ratings.
        dropped: Units with fewer than two ratings, which say nothing of agreement.
        ratings: What was written, unit by unit.
        undefined: Why there is no range, or why it has no width.
    """

    made_by = "krippendorff_alpha(ratings, level={scale}, confidence={level}, levels={rubric})"

    estimate: float
    low: float | None
    high: float | None
    level: float | None
    scale: str
    standard_error: float | None
    linearised_standard_error: float | None
    raters: int
    agreed: int
    differ: int
    pairs: int
    pairs_agreed: int
    pairs_by_luck: float
    disagreement: float
    disagreement_by_luck: float
    dropped: int
    levels: tuple[Label, ...]
    rubric: tuple[Label, ...] | None
    ratings: tuple[tuple[Label | None, ...], ...]
    undefined: str | None


def krippendorff_alpha(
    ratings: Rows, level: str = "nominal", *, confidence: float | None = 0.95, levels: Column | None = None
) -> KrippendorffAlpha:
    """Return Krippendorff's alpha, with an interval from leaving out one unit at a time.

    Luck is what would come of dealing all ratings out anew, so alpha speaks of these units and
    their mix of levels: among papers that are all alike it is low, however well the raters agree.

    Args:
        ratings: Units by raters: numbers or labels, ``None`` or NaN where one is missing. Units with
            fewer than two ratings are left out.
        level: The level of measurement: ``"nominal"`` counts any difference as one, ``"ordinal"`` by
            the ratings that lie between, ``"interval"`` by the square of the difference, ``"ratio"`` by
            the square of the difference over the sum (no ratings below 0).
        confidence: The level of confidence, between 0 and 1; ``None`` gives alpha alone, and fastest.
        levels: The rubric, lowest level first; needed for the order of labels. The level that nobody
            used changes nothing here.

    Raises:
        UnknownOption: for another level of measurement.
        BadInput: for rows of unequal length, mixed kinds of rating, labels where numbers are needed.
        NotEnoughData: with fewer than two units that have two ratings.
        Undefined: when one level was used throughout.

    Reference:
        [1] Krippendorff (2011). Computing Krippendorff's alpha-reliability. [2] Krippendorff (2004).
        Content Analysis, 2nd ed., chapter 11. [3] Efron & Tibshirani (1993). An Introduction to the
        Bootstrap, chapter 11 (jackknife). [4] Gwet (2014). Handbook of Inter-Rater Reliability, 4th ed.

    Example:
        >>> from workbench.words.say import say
        >>> ratings = [[1, 1], [2, 2], [3, 2], [3, 3], [1, 1], [4, 4], [2, 2], [None, 3]]
        >>> print(say(krippendorff_alpha(ratings, "ordinal"), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The two markers agreed on 6 of 7 papers; by luck alone they would have agreed on about 2. With luck alone as
        nought, full agreement as one and near misses in part, that is 0.93; anything from 0.70 to 1.00 fits these
        papers.
    """
    if isinstance(level, float):
        raise UnknownOption(
            "The level here is the level of measurement.",
            where="level",
            seen=show(level),
            allowed=", ".join(SCALES),
            do=f"Write level='ordinal', say, and confidence={level:g}.",
        )
    scale = read_choice(level, "level", SCALES)
    share = None if confidence is None else read_level(confidence)
    units, rubric, rows = _read(ratings, scale, levels)
    point = coincidence.alpha(units, scale)
    error = linear = None
    if share is not None:
        error = coincidence.jackknife_error(units, scale)
        linear = None if scale == "ordinal" else coincidence.linearised_error(units, scale)
    n = len(units.counts)
    low, high = (None, None) if share is None or error is None else t_ends(point.estimate, error, n, share)
    pairs = coincidence.count_pairs(units)
    return KrippendorffAlpha(
        n=n,
        missing=units.missing,
        dropped=len(rows) - n,
        method=f"Krippendorff's alpha, {scale}" + ("" if share is None else "; t interval from the delete-one-unit jackknife"),
        reference="Krippendorff (2004), Content Analysis, chapter 11; Efron & Tibshirani (1993), chapter 11",
        estimate=point.estimate,
        low=low,
        high=high,
        level=share,
        scale=scale,
        standard_error=error,
        linearised_standard_error=linear,
        raters=len(rows[0]),
        agreed=pairs.units_alike,
        differ=n - pairs.units_alike,
        pairs=pairs.pairs,
        pairs_agreed=pairs.alike,
        pairs_by_luck=pairs.pairs * pairs.by_luck,
        disagreement=point.observed,
        disagreement_by_luck=point.expected,
        levels=units.levels,
        rubric=rubric,
        ratings=rows,
        undefined=_why(share, error, pairs.alike == pairs.pairs),
    )


def _why(share: float | None, error: float | None, all_alike: bool) -> str | None:
    if share is not None and error is None and not all_alike:
        return "leaving out one paper can leave a single level"
    return why_no_width(error, all_alike=all_alike)


def _read(ratings: Rows, scale: str, levels: Column | None) -> tuple[Units, tuple[Label, ...] | None, Any]:
    if levels is None:
        quick = coincidence.quick_units(ratings)
        if quick is not None:
            units, rows = quick
            if scale == "ratio" and units.values[0] < 0:
                raise _below_zero(units.levels[0])
            return units, None, rows
    read = read_table(ratings, levels)
    rated_twice(read)
    if scale in {"ordinal", "interval", "ratio"}:
        need_order(read)
    if scale in {"interval", "ratio"}:
        if any(isinstance(each, str) for each in read.levels):
            raise BadInput(
                f"Labels have no distances, as '{scale}' needs.",
                where="level",
                seen=", ".join(map(str, read.levels)),
                allowed="numbers; or level='ordinal' for labels in their order",
                do="Choose level='ordinal' or level='nominal'.",
            )
        if scale == "ratio" and min(float(each) for each in read.levels) < 0:
            raise _below_zero(min(float(each) for each in read.levels))
    units = coincidence.units_of(read)
    if (units.used > 0).sum() < 2:
        raise one_level_only(read)
    return units, read.rubric, read.rows()


def _below_zero(seen: object) -> BadInput:
    return BadInput(
        "A ratio scale starts at 0.",
        where="level",
        seen=show(seen),
        allowed="ratings of 0 and above",
        do="Choose level='interval' for numbers below 0.",
    )
