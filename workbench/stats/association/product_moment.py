"""How closely two columns of the same pupils lie to a straight line."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

from workbench.errors import Undefined
from workbench.stats import _moments as moments
from workbench.stats._chance import read_chance
from workbench.stats._columns import Column, Number, Pairs, read_choice, read_level, read_pairs
from workbench.stats.association import _arrangements as arrangements
from workbench.stats.association import _inference as inference
from workbench.stats.association import _products as products
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangedCorrelation(Result):
    """What every correlation has: an estimate, and a permutation test with the interval that matches it.

    Attributes:
        p: For the ``alternative`` asked for; for two sides the doubled one-sided p.
        p_absolute: By the size of the coefficient, either way.
        mid_p: Doubled, counting arrangements that tie with the one seen by half.
        smallest_p: The least p that these two columns could give, however they were arranged.
        exact: Whether every arrangement was counted; else ``draws`` were, from ``seed``, and ``standard_error`` is
            that of ``p``.
    """

    estimate: float
    low: float | None
    high: float | None
    level: float | None
    dropped: int
    x: tuple[Number, ...]
    y: tuple[Number, ...]
    undefined: str | None
    alternative: str
    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    smallest_p: float
    exact: bool
    draws: int | None
    seed: int | None
    standard_error: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation(ArrangedCorrelation):
    """An estimate and a permutation test, with the interval that matches it.

    Attributes:
        low, high: From the same arrangements as ``p``, on Fisher's z scale: 0 is inside exactly when p is above
            1 - level. ``None`` where so few pupils set no end, or none was asked for, or all points lie on one
            line (``undefined`` says so).
        fisher_low, fisher_high: Fisher's z interval, for columns from a normal distribution; it belongs to no p here.
    """

    made_by = "pearson(x, y, alternative={alternative}, level={level})"

    fisher_low: float | None
    fisher_high: float | None


def pearson(
    x: Column,
    y: Column,
    *,
    alternative: str = "two_sided",
    level: float | None = 0.95,
    draws: int | None = None,
    seed: int = arrangements.SEED,
) -> Correlation:
    """Return Pearson's r of two columns, its permutation test and the interval that matches it.

    It speaks of a straight line only, and one pupil far out can make it or break it. From a group
    that was chosen by one of the columns it comes out too small.

    There are two intervals and one p. ``low`` and ``high`` come from the arrangements that ``p``
    counts: exact about r = 0, ties and all, and elsewhere resting on what Fisher's z rests on, that
    the spread of atanh(r) is the same whatever the true r. ``fisher_low`` and ``fisher_high`` are the
    textbook interval, which takes both columns to be normal; no p printed here belongs to it.

    Args:
        x: One number for each pupil; ``None`` or NaN where it is missing.
        y: The same pupils in the same order. A pair with a blank half is left out whole.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for r above / below 0 (the
            interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.
        draws: How many arrangements to draw when they are too many to count (19,999 if not told).
        seed: Where those draws start.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with fewer than four complete pairs.
        Undefined: when one column does not vary.

    Reference:
        [1] Pitman (1937). Significance tests which may be applied to samples from any populations. II.
        The correlation coefficient test. J. R. Stat. Soc. Suppl. 4, 225-232. [2] Fisher (1921). On the
        'probable error' of a coefficient of correlation. Metron 1, 3-32.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(pearson([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 5, 7, 6]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        For 7 pupils the two sets of marks go together with r = 0.89; anything from 0.43 to 0.98 fits these marks.
        If there were no link, p = 0.012.
    """
    pairs, share = read_columns(x, y, least=4, alternative=alternative, level=level, draws=draws, seed=seed)
    n, one, other = len(pairs.before), pairs.before_units, pairs.after_units
    most = moments.squares(one) * moments.squares(other)
    if most == 0:
        raise no_variation(pairs)
    found = products.sums_of_products(one, other, draws=draws, seed=seed)
    r = inference.ratio(n * found.seen - sum(one) * sum(other), most)
    tested = inference.infer(found, middle=sum(one) * sum(other), times=n, most=most, alternative=alternative, share=share)
    fisher = inference.textbook_interval(r, 1 / sqrt(n - 3), share)
    return Correlation(
        method=f"Pearson's correlation; permutation test, {how_counted(found.draws, seed)}, and its interval on Fisher's z scale",
        reference="Pitman (1937), J. R. Stat. Soc. Suppl. 4, 225-232; Fisher (1921), Metron 1, 3-32",
        undefined=inference.ONE_LINE if abs(r) >= 1 else None,
        fisher_low=fisher[0],
        fisher_high=fisher[1],
        **told(pairs, found, tested, estimate=r, level=share, alternative=alternative, seed=seed),
    )


def read_columns(
    x: Column, y: Column, *, least: int, alternative: str, level: float | None, draws: int | None, seed: int
) -> tuple[Pairs, float | None]:
    """Read two columns in step and the options that all correlations share."""
    read_choice(alternative, "alternative", inference.ALTERNATIVES)
    share = None if level is None else read_level(level)
    read_chance(draws, seed, optional=("draws",))
    return read_pairs(x, y, least=least, names=("x", "y")), share


def told(
    pairs: Pairs,
    found: arrangements.Arrangements,
    tested: inference.Tested,
    *,
    estimate: float,
    level: float | None,
    alternative: str,
    seed: int,
) -> dict[str, Any]:
    """Return the fields that every correlation fills alike."""
    return {
        "n": len(pairs.before),
        "missing": pairs.missing,
        "dropped": pairs.dropped,
        "estimate": estimate,
        "level": level,
        "x": pairs.before,
        "y": pairs.after,
        "alternative": alternative,
        "exact": found.draws is None,
        "draws": found.draws,
        "seed": None if found.draws is None else seed,
        **tested._asdict(),
    }


def no_variation(pairs: Pairs) -> Undefined:
    """Return the error for a column of equal values."""
    still = "x" if moments.squares(pairs.before_units) == 0 else "y"
    return Undefined(
        "A correlation is undefined when one column does not vary.",
        where=still,
        seen=f"{len(pairs.before)} equal values",
        allowed="a column with at least two different values",
        do="Look at the other column by itself.",
    )


def how_counted(draws: int | None, seed: int) -> str:
    """Return how the arrangements were come by."""
    return "every arrangement counted" if draws is None else f"Monte Carlo, {draws:,} draws from seed {seed}"
