"""A change in units of spread: which spread is said every time, and it is never called an effect."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, sqrt

from workbench.errors import Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number, Pairs, count_directions, read_choice, read_level, read_pairs
from workbench.stats.noncentral import noncentrality_limits
from workbench.stats.result import Result

BY = ("average_sd", "before_sd", "difference_sd")
_METHODS = {
    "average_sd": "mean change over the root mean square of the SDs before and after; Algina-Keselman interval",
    "before_sd": "mean change over the SD before; asymptotic normal interval",
    "difference_sd": "mean change over the SD of the changes; noncentral t interval",
}
_REFERENCES = {
    "average_sd": "Cumming (2012), Understanding The New Statistics; Algina & Keselman (2003), Educ. Psychol. Meas. 63, 537-553",
    "before_sd": "Becker (1988), Br. J. Math. Stat. Psychol. 41, 257-278",
    "difference_sd": "Steiger & Fouladi (1997), Noncentrality interval estimation, in Harlow, Mulaik & Steiger (eds), 221-257",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardisedChange(Result):
    """An estimate in units of one named SD.

    Attributes:
        estimate: The change over ``sd``, times ``correction``.
        uncorrected: The change over ``sd`` alone.
        correction: Hedges' exact J for n - 1 degrees of freedom, or 1 when none was asked for.
        by: Which SD: ``average_sd``, ``before_sd`` or ``difference_sd``.
        variance: The published asymptotic variance of the estimate, where there is one for ``by``.
        low, high: ``None`` when the interval does not exist; ``undefined`` then says why.
    """

    made_by = "standardised_change(before, after, by={by}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    before: tuple[Number, ...]
    after: tuple[Number, ...]
    by: str
    sd: float
    uncorrected: float
    correction: float
    variance: float | None
    change: float
    sd_before: float
    sd_after: float
    sd_change: float
    r: float | None
    up: int
    same: int
    down: int
    undefined: str | None


def standardised_change(
    before: Column, after: Column, *, by: str = "average_sd", level: float = 0.95, correct: bool = True
) -> StandardisedChange:
    r"""Return the mean of after minus before in units of one SD, with its interval.

    It measures the change against the spread in this very group: a group chosen for being alike
    has a small SD and so a bigger figure. It cannot be set beside another study's effect size, and
    the SD of the changes turns half an SD into more than one whole when the two tests agree well.

    Args:
        before: One mark for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order. A pair with a blank half is left out whole.
        by: ``"average_sd"`` (root mean square of both SDs), ``"before_sd"`` or ``"difference_sd"``.
        level: Between 0 and 1.
        correct: Whether to take off the small-sample excess by Hedges' exact J (n - 1 df).

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with fewer than three complete pairs (J needs two degrees of freedom).
        Undefined: when the SD asked for is 0.

    Reference:
        [1] Algina & Keselman (2003). Educ. Psychol. Meas. 63, 537-553. [2] Hedges (1981).
        J. Educ. Stat. 6, 107-128. [3] Becker (1988). Br. J. Math. Stat. Psychol. 41, 257-278.

    Example:
        >>> result = standardised_change([4, 6, 5], [6, 7, 9], by="difference_sd")
        >>> round(result.estimate, 4), round(result.uncorrected, 4)
        (0.8618, 1.5275)
        >>> from workbench.words.say import say
        >>> print(say(result, form="short").replace(". ", ".\n", 2))
        All 3 pupils who sat both tests went up.
        On average they gained 2.3 marks.
        That is 0.86 times the spread of their changes; anything from a loss of 0.17 to a gain of 1.84 fits these marks.
    """
    read_choice(by, "by", BY)
    share = read_level(level)
    pairs = read_pairs(before, after, least=3 if correct else 2)
    n, scale = len(pairs.before), pairs.scale
    change = moments.mean(pairs.change_units, scale)
    sd_before, sd_after = moments.sd(pairs.before_units, scale), moments.sd(pairs.after_units, scale)
    sd_change = moments.sd(pairs.change_units, scale)
    unit = {"average_sd": sqrt((sd_before**2 + sd_after**2) / 2), "before_sd": sd_before, "difference_sd": sd_change}[by]
    if unit == 0:
        raise _no_unit(by, pairs)
    correction = hedges_correction(n - 1) if correct else 1.0
    uncorrected = change / unit
    estimate = uncorrected * correction
    r = moments.correlation(pairs.before_units, pairs.after_units)
    up, same, down = count_directions(pairs.change_units)
    variance = _variance(by, n, estimate, r)
    low, high, undefined = _interval(
        by, n=n, share=share, estimate=estimate, variance=variance, parts=(change, sd_change, unit / correction)
    )
    return StandardisedChange(
        n=n,
        missing=pairs.missing,
        dropped=pairs.dropped,
        method=_METHODS[by] + ("; Hedges' exact correction" if correct else "; uncorrected"),
        reference=_REFERENCES[by] + ("; Hedges (1981), J. Educ. Stat. 6, 107-128" if correct else ""),
        estimate=estimate,
        low=low,
        high=high,
        level=share,
        before=pairs.before,
        after=pairs.after,
        by=by,
        sd=unit,
        uncorrected=uncorrected,
        correction=correction,
        variance=variance,
        change=change,
        sd_before=sd_before,
        sd_after=sd_after,
        sd_change=sd_change,
        r=r,
        up=up,
        same=same,
        down=down,
        undefined=undefined,
    )


def hedges_correction(df: float) -> float:
    """Return Hedges' J, exactly: what an SD from ``df`` degrees of freedom makes a standardised figure too big by.

    Example:
        >>> round(hedges_correction(4), 4)
        0.7979
    """
    if df < 500:
        return exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
    # Far out the two logarithms are big and nearly equal; the asymptotic series is exact to rounding there.
    return 1 - 3 / (4 * df) - 7 / (32 * df**2) - 9 / (128 * df**3)


def _variance(by: str, n: int, estimate: float, r: float | None) -> float | None:
    if by == "difference_sd":
        return 1 / n + estimate**2 / (2 * n)
    if by == "before_sd" and r is not None:
        return 2 * (1 - r) / n + estimate**2 / (2 * n)
    return None


def _interval(
    by: str, *, n: int, share: float, estimate: float, variance: float | None, parts: tuple[float, float, float]
) -> tuple[float | None, float | None, str | None]:
    change, sd_change, unit = parts
    if by == "before_sd":
        if variance is None:
            return None, None, "every pupil had the same mark after, so the two tests have no correlation"
        from statistics import NormalDist

        reach = NormalDist().inv_cdf((1 + share) / 2) * sqrt(variance)
        return estimate - reach, estimate + reach, None
    if sd_change == 0:
        return None, None, "every pupil changed by the same amount"
    error = sd_change / sqrt(n)
    low, high = noncentrality_limits(change / error, n - 1, share)
    return low * error / unit, high * error / unit, None


def _no_unit(by: str, pairs: Pairs) -> Undefined:
    what = {
        "average_sd": "the marks do not vary, before or after",
        "before_sd": "every pupil had the same mark before",
        "difference_sd": "every pupil changed by the same amount",
    }[by]
    return Undefined(
        f"A change in units of spread is undefined here: {what}.",
        where="by",
        seen=f"{by} = 0 for {len(pairs.before)} pupils",
        allowed="an SD above 0",
        do="Give the change in marks, by mean_change.",
    )
