"""How closely two columns put the same pupils in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Pairs
from workbench.stats.association import _arrangements as arrangements
from workbench.stats.association import _concordances as concordances
from workbench.stats.association import _inference as inference
from workbench.stats.association import _products as products
from workbench.stats.association.product_moment import ArrangedCorrelation, how_counted, no_variation, read_columns, told


@dataclass(frozen=True, slots=True, kw_only=True)
class RankCorrelation(ArrangedCorrelation):
    """What both rank correlations have: an estimate and a permutation test, with the interval that matches it.

    Attributes:
        low, high: From the same arrangements as ``p``, on the scale of atanh: 0 is inside exactly when p is above
            1 - level. ``None`` where so few pupils set no end, or none was asked for, or both columns have the very
            same order (``undefined`` says so).
        textbook_low, textbook_high: The usual large-sample interval; it belongs to no p here. ``None`` with too few.
    """

    textbook_low: float | None
    textbook_high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpearmanCorrelation(RankCorrelation):
    """Spearman's rho: Pearson's r of the ranks, tied pupils sharing the mean of their ranks."""

    made_by = "spearman(x, y, alternative={alternative}, level={level})"


@dataclass(frozen=True, slots=True, kw_only=True)
class KendallCorrelation(RankCorrelation):
    """Kendall's tau-b, which counts pairs of pupils.

    Attributes:
        pairs: How many pairs of pupils there are.
        same_order, opposite_order: How many pairs stand in the same order in both columns, and in the opposite one.
        tied: How many pairs are level in a column, or in both.
    """

    made_by = "kendall(x, y, alternative={alternative}, level={level})"

    pairs: int
    same_order: int
    opposite_order: int
    tied: int


SAME_ORDER = "the two columns put every pupil in the very same order, or the very opposite"


def spearman(
    x: Column,
    y: Column,
    *,
    alternative: str = "two_sided",
    level: float | None = 0.95,
    draws: int | None = None,
    seed: int = arrangements.SEED,
) -> SpearmanCorrelation:
    """Return Spearman's rho of two columns, its permutation test and the interval that matches it.

    It asks whether pupils who stand higher in one column stand higher in the other, on a line or on
    a curve. It does not say by how much, nor what drives what.

    ``low`` and ``high`` come from the arrangements that ``p`` counts, on the scale of atanh.
    ``textbook_low`` and ``textbook_high`` are Bonett and Wright's, for many pupils and few ties.

    Args:
        x: One number for each pupil; ``None`` or NaN where it is missing.
        y: The same pupils in the same order. A pair with a blank half is left out whole.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for rho above / below 0 (the
            interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.
        draws: How many arrangements to draw when they are too many to count (19,999 if not told).
        seed: Where those draws start.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with fewer than three complete pairs.
        Undefined: when one column does not vary.

    Reference:
        [1] Spearman (1904). The proof and measurement of association between two things. Am. J.
        Psychol. 15, 72-101. [2] Bonett & Wright (2000). Sample size requirements for estimating
        Pearson, Kendall and Spearman correlations. Psychometrika 65, 23-28. [3] Fieller, Hartley &
        Pearson (1957). Tests for rank correlation coefficients. I. Biometrika 44, 470-481.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(spearman([3, 5, 8, 8, 12, 15, 19], [2, 1, 4, 3, 5, 9, 7]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        For 7 pupils the two orders go together with rho = 0.92; anything from 0.53 to 0.99 fits these marks. If
        there were no link, p = 0.0063.
    """
    pairs, share = read_columns(x, y, least=3, alternative=alternative, level=level, draws=draws, seed=seed)
    one, other = doubled_ranks(pairs.before_units), doubled_ranks(pairs.after_units)
    n, most = len(pairs.before), moments.squares(one) * moments.squares(other)
    if most == 0:
        raise no_variation(pairs)
    found = products.sums_of_products(one, other, draws=draws, seed=seed)
    rho = inference.ratio(n * found.seen - sum(one) * sum(other), most)
    tested = inference.infer(found, middle=sum(one) * sum(other), times=n, most=most, alternative=alternative, share=share)
    textbook = (None, None) if n < 4 else inference.textbook_interval(rho, sqrt((1 + rho * rho / 2) / (n - 3)), share)
    return SpearmanCorrelation(
        method=f"Spearman's rho; permutation test, {how_counted(found.draws, seed)}, and its interval on atanh's scale",
        reference="Spearman (1904), Am. J. Psychol. 15, 72-101; Bonett & Wright (2000), Psychometrika 65, 23-28",
        undefined=SAME_ORDER if abs(rho) >= 1 else None,
        textbook_low=textbook[0],
        textbook_high=textbook[1],
        **told(pairs, found, tested, estimate=rho, level=share, alternative=alternative, seed=seed),
    )


def kendall(
    x: Column,
    y: Column,
    *,
    alternative: str = "two_sided",
    level: float | None = 0.95,
    draws: int | None = None,
    seed: int = arrangements.SEED,
) -> KendallCorrelation:
    """Return Kendall's tau-b of two columns, its permutation test and the interval that matches it.

    It counts pairs of pupils: those in the same order in both columns less those in the opposite
    order, over as many as there could be with these ties. It does not say how far apart they are.

    ``low`` and ``high`` come from the arrangements that ``p`` counts, on the scale of atanh.
    ``textbook_low`` and ``textbook_high`` are Fieller, Hartley and Pearson's, for many pupils and few ties.

    Args:
        x: One number for each pupil; ``None`` or NaN where it is missing.
        y: The same pupils in the same order. A pair with a blank half is left out whole.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for tau above / below 0 (the
            interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.
        draws: How many arrangements to draw when they are too many to count (19,999 if not told, or
            1,999 where each takes long).
        seed: Where those draws start.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with fewer than three complete pairs.
        Undefined: when one column does not vary.

    Reference:
        [1] Kendall (1945). The treatment of ties in ranking problems. Biometrika 33, 239-251. [2]
        Fieller, Hartley & Pearson (1957). Tests for rank correlation coefficients. I. Biometrika 44,
        470-481.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(kendall([3, 5, 8, 8, 12, 15, 19], [2, 1, 4, 3, 5, 9, 7]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Of 21 pairs of pupils, 18 kept the same order and 2 were the other way round. 1 more was level. That is a
        tau of 0.78; anything from 0.36 to 0.94 fits these marks. If there were no link, p = 0.017.
    """
    pairs, share = read_columns(x, y, least=3, alternative=alternative, level=level, draws=draws, seed=seed)
    one, other = pairs.before_units, pairs.after_units
    most = concordances.pairs_apart(one) * concordances.pairs_apart(other)
    if most == 0:
        raise no_variation(pairs)
    n = len(pairs.before)
    found = concordances.concordances(one, other, draws=draws, seed=seed)
    tau = inference.ratio(found.seen, most)
    tested = inference.infer(found, middle=0, times=1, most=most, alternative=alternative, share=share)
    textbook = (None, None) if n < 5 else inference.textbook_interval(tau, sqrt(0.437 / (n - 4)), share)
    return KendallCorrelation(
        method=f"Kendall's tau-b; permutation test, {how_counted(found.draws, seed)}, and its interval on atanh's scale",
        reference="Kendall (1945), Biometrika 33, 239-251; Fieller, Hartley & Pearson (1957), Biometrika 44, 470-481",
        undefined=SAME_ORDER if abs(tau) >= 1 else None,
        textbook_low=textbook[0],
        textbook_high=textbook[1],
        **_pairs_of_pupils(pairs, found.seen),
        **told(pairs, found, tested, estimate=tau, level=share, alternative=alternative, seed=seed),
    )


def doubled_ranks(units: Sequence[int]) -> list[int]:
    """Return twice each value's rank, tied values sharing the mean of their ranks: whole numbers.

    >>> doubled_ranks([7, 3, 7])
    [5, 2, 5]
    """
    ordered = sorted(units)
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for place, value in enumerate(ordered, start=1):
        first.setdefault(value, place)
        last[value] = place
    return [first[value] + last[value] for value in units]


def _pairs_of_pupils(pairs: Pairs, more: int) -> dict[str, Any]:
    n = len(pairs.before)
    in_x, in_y = concordances.pairs_apart(pairs.before_units), concordances.pairs_apart(pairs.after_units)
    both = concordances.pairs_apart(list(zip(pairs.before_units, pairs.after_units, strict=True)))
    everyone = n * (n - 1) // 2
    ordered = in_x + in_y - both  # apart in x and in y
    return {
        "pairs": everyone,
        "same_order": (ordered + more) // 2,
        "opposite_order": (ordered - more) // 2,
        "tied": everyone - ordered,
    }
