"""How often a pupil of one group is higher than a pupil of the other: pairs counted, ties by half."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Any

from workbench.stats import _moments as moments
from workbench.stats._columns import Column, read_choice, read_level
from workbench.stats._distributions import t_quantile
from workbench.stats.groups._two import Pairings, TwoGroups, pairings, read_two
from workbench.stats.groups.mean import pooled_sd

QUANTILES = ("t", "normal")
ALL_LEVEL = "all pupils of both groups have the same mark"
REFERENCE = "Cliff (1993), Psychol. Bull. 114, 494-509; Feng & Cliff (2004), J. Mod. Appl. Stat. Methods 3, 322-332"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dominance(TwoGroups):
    """An estimate from the pairs of one pupil of each group.

    Attributes:
        low, high: Always within the bounds; ``None`` when every mark is the same (``undefined`` says so).
        pairs: How many pairs there are; in ``higher`` the pupil of x is higher, in ``level_pairs``
            both are level, in ``lower`` the pupil of y is higher.
        quantile: Whose quantile the interval uses: ``t`` with n - 2 degrees of freedom, or ``normal``.
    """

    estimate: float
    low: float | None
    high: float | None
    level: float
    quantile: str
    pairs: int
    higher: int
    level_pairs: int
    lower: int
    undefined: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CliffsDelta(Dominance):
    """From -1 (every pupil of y higher) to 1 (every pupil of x higher).

    Attributes:
        variance: Cliff's unbiased variance of the estimate; for two separated groups that of the
            greatest delta short of 1.
        formula_low, formula_high: The asymmetric interval as the formula has it, to be set beside other
            software. The same as ``low`` and ``high`` but for separated groups, where it is far too
            short, and where the variance comes out at 0 or below.
    """

    made_by = "cliffs_delta(x, y, quantile={quantile}, level={level})"

    variance: float
    formula_low: float | None
    formula_high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Superiority(Dominance):
    """The share of pairs in which the pupil of x is higher, ties counted half: from 0 to 1.

    Attributes:
        strict: The share of pairs in which the pupil of x is higher, ties not counted.
        normal, normal_pooled: What the share would be if both groups were bell-shaped with these means and
            SDs (McGraw & Wong), and with one SD for both; ``None`` when neither group varies.
    """

    made_by = "probability_of_superiority(x, y, quantile={quantile}, level={level})"

    strict: float
    normal: float | None
    normal_pooled: float | None


def cliffs_delta(x: Column, y: Column, *, quantile: str = "t", level: float = 0.95) -> CliffsDelta:
    """Return the share of pairs in which x is higher minus the share in which y is, with an interval within -1 to 1.

    Ties count for neither: a tie is half a pair to each. It uses the order of the marks only and says nothing
    of how far apart they are, nor why the groups differ.

    Args:
        x: One mark for each pupil of the first group; ``None`` or NaN where it is missing.
        y: The same for the second group.
        quantile: ``"t"`` as recommended for few pupils, or ``"normal"``.
        level: Between 0 and 1.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with fewer than two values in a group.

    Reference:
        [1] Cliff (1993). Dominance statistics: ordinal analyses to answer ordinal questions.
        Psychol. Bull. 114, 494-509. [2] Feng & Cliff (2004). Monte Carlo evaluation of ordinal d
        with improved confidence interval. J. Mod. Appl. Stat. Methods 3(2), 322-332.

    Example:
        >>> round(cliffs_delta([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8]).estimate, 4)
        0.6286
        >>> from workbench.words.say import say
        >>> print(say(cliffs_delta([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Pair each pupil of the first group with each of the second. Of 35 pairs, the first is higher in 26, level in 5
        and lower in 4. The share higher less the share lower is 0.63; anything from −0.05 to 0.91 fits these marks.
    """
    fields, more = _delta(x, y, quantile, level)
    return CliffsDelta(**fields, **more, method=_method("Cliff's delta", quantile), reference=REFERENCE)


def probability_of_superiority(x: Column, y: Column, *, quantile: str = "t", level: float = 0.95) -> Superiority:
    """Return in what share of pairs, one pupil from each group, the one of x is higher, ties counted half.

    Half a tie goes to each group, so that two groups alike give one half. It uses the order of the marks only and
    says nothing of how far apart they are, nor why the groups differ. The interval is that of
    ``cliffs_delta``, moved to the scale of shares.

    Args:
        x: One mark for each pupil of the first group; ``None`` or NaN where it is missing.
        y: The same for the second group.
        quantile: ``"t"`` as recommended for few pupils, or ``"normal"``.
        level: Between 0 and 1.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with fewer than two values in a group.

    Reference:
        [1] Vargha & Delaney (2000). A critique and improvement of the CL common language effect
        size statistics. J. Educ. Behav. Stat. 25, 101-132. [2] McGraw & Wong (1992). A common
        language effect size statistic. Psychol. Bull. 111, 361-365. [3] Feng & Cliff (2004).

    Example:
        >>> result = probability_of_superiority([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8])
        >>> round(result.estimate, 4), round(result.strict, 4)
        (0.8143, 0.7429)
        >>> from workbench.words.say import say
        >>> print(say(probability_of_superiority([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Pair each pupil of the first group with each of the second. Of 35 pairs, the first is higher in 26, level in 5
        and lower in 4. With level pairs counted as half, the share higher is 0.81; anything from 0.47 to 0.96 fits
        these marks.
    """
    fields, _ = _delta(x, y, quantile, level)
    for name in ("estimate", "low", "high"):
        fields[name] = None if fields[name] is None else (fields[name] + 1) / 2
    fields["estimate"] = (2 * fields["higher"] + fields["level_pairs"]) / (2 * fields["pairs"])
    normal, pooled = _normal_theory(fields["x"], fields["y"])
    return Superiority(
        **fields,
        method=_method("share of pairs in which x is higher, ties counted half", quantile),
        reference="Vargha & Delaney (2000), J. Educ. Behav. Stat. 25, 101-132; Feng & Cliff (2004), J. Mod. Appl. Stat. Methods 3, 322-332",
        strict=fields["higher"] / fields["pairs"],
        normal=normal,
        normal_pooled=pooled,
    )


def _method(what: str, quantile: str) -> str:
    return f"{what}; asymmetric interval of Feng & Cliff with a {'Student t' if quantile == 't' else 'normal'} quantile"


def _delta(x: Column, y: Column, quantile: str, level: float) -> tuple[dict[str, Any], dict[str, Any]]:
    from statistics import NormalDist

    read_choice(quantile, "quantile", QUANTILES)
    share = read_level(level)
    two = read_two(x, y, least=2)
    m, n = len(two.x), len(two.y)
    counted = pairings(two.x_units, two.y_units)
    delta = Fraction(counted.higher - counted.lower, m * n)
    variance = _variance(two.x_units, two.y_units, counted)
    times = t_quantile((1 + share) / 2, m + n - 2) if quantile == "t" else NormalDist().inv_cdf((1 + share) / 2)
    formula = _asymmetric(_short_of_one(delta, m * n), float(variance), times)
    if formula and abs(delta) == 1:
        formula = (formula[0], 1.0) if delta > 0 else (-1.0, formula[1])
    low, high = _within(delta, float(variance), times, m, n)
    level_all = counted.level == m * n
    fields = {
        **two.told(),
        "estimate": float(delta),
        "low": None if level_all else low,
        "high": None if level_all else high,
        "level": share,
        "quantile": quantile,
        "pairs": m * n,
        "higher": counted.higher,
        "level_pairs": counted.level,
        "lower": counted.lower,
        "undefined": ALL_LEVEL if level_all else None,
    }
    ends = formula or (None, None)
    return fields, {"variance": float(variance), "formula_low": ends[0], "formula_high": ends[1]}


def _short_of_one(delta: Fraction, pairs: int) -> Fraction:
    """Return delta, moved in by the share of one pair where the groups are separated."""
    return delta * (pairs - 1) / pairs if abs(delta) == 1 else delta


def _variance(x: Sequence[int], y: Sequence[int], counted: Pairings) -> Fraction:
    """Return Cliff's unbiased variance, exactly."""
    m, n = len(x), len(y)
    delta = _short_of_one(Fraction(counted.higher - counted.lower, m * n), m * n)
    ordered_x, ordered_y = sorted(x), sorted(y)
    by_x = sum((Fraction(_over(unit, ordered_y), n) - delta) ** 2 for unit in x)
    by_y = sum((Fraction(-_over(unit, ordered_x), m) - delta) ** 2 for unit in y)
    by_pair = counted.higher * (1 - delta) ** 2 + counted.level * delta**2 + counted.lower * (1 + delta) ** 2
    return (n * n * by_x + m * m * by_y - by_pair) / (m * n * (m - 1) * (n - 1))


def _over(unit: int, ordered: Sequence[int]) -> int:
    return bisect_left(ordered, unit) + bisect_right(ordered, unit) - len(ordered)


def _asymmetric(delta: Fraction, variance: float, times: float) -> tuple[float, float] | None:
    if variance < 0:
        return None
    d, spread = float(delta), times * times * variance
    below_one = float(1 - delta * delta)
    reach = sqrt(spread) * sqrt(below_one * below_one + spread)
    return (d * below_one - reach) / (below_one + spread), (d * below_one + reach) / (below_one + spread)


def _within(delta: Fraction, variance: float, times: float, m: int, n: int) -> tuple[float, float]:
    """Return an interval that keeps to -1..1 and is never a point.

    Separated groups say little of how far beyond each other they are: the smaller group's size sets
    the near end (Feng & Cliff). Elsewhere a variance of 0 or below gives way to the least that it can be.
    """
    if abs(delta) == 1:
        fewest = min(m, n)
        near = (fewest - times * times) / (fewest + times * times)
        return (near, 1.0) if delta > 0 else (-1.0, -near)
    least = float(1 - delta * delta) / (m * n - 1)
    ends = _asymmetric(delta, variance if variance > 0 else least, times)
    assert ends is not None
    return max(-1.0, ends[0]), min(1.0, ends[1])


def _normal_theory(x: Sequence[Any], y: Sequence[Any]) -> tuple[float | None, float | None]:
    from statistics import NormalDist

    two = read_two(x, y, least=2)
    sd_x, sd_y = moments.sd(two.x_units, two.scale), moments.sd(two.y_units, two.scale)
    if sd_x == 0 and sd_y == 0:
        return None, None
    difference, cdf = two.difference(), NormalDist().cdf
    pooled = pooled_sd(sd_x, len(x), sd_y, len(y))
    return cdf(difference / sqrt(sd_x * sd_x + sd_y * sd_y)), cdf(difference / (pooled * sqrt(2)))
