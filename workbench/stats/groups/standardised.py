"""A difference between two groups in units of spread: which spread is said every time."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

from workbench.errors import Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, read_level
from workbench.stats.groups._two import Two, TwoGroups, read_two
from workbench.stats.groups.mean import pooled_sd
from workbench.stats.noncentral import noncentrality_limits
from workbench.stats.paired.standardised import hedges_correction

BEYOND = 1e9
"""A difference of so many SDs is no measure of anything, and its interval cannot be worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardisedDifference(TwoGroups):
    """An estimate in units of one named SD, with a noncentral t interval. A difference is x minus y.

    Attributes:
        estimate: The difference over ``sd``, times ``correction``.
        uncorrected: The difference over ``sd`` alone.
        correction: Hedges' exact J for ``df`` degrees of freedom, or 1 when none was asked for.
        by: Which SD: ``pooled_sd`` or ``second_sd``.
        variance: The usual approximate variance of the estimate, for combining studies; ``None``
            where there is none.
    """

    estimate: float
    low: float
    high: float
    level: float
    by: str
    sd: float
    uncorrected: float
    correction: float
    df: int
    variance: float | None
    difference: float
    sd_x: float
    sd_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgesG(StandardisedDifference):
    """The difference over the SD within both groups, with the small-sample excess taken off."""

    made_by = "hedges_g(x, y, level={level})"


@dataclass(frozen=True, slots=True, kw_only=True)
class CohenD(StandardisedDifference):
    """The difference over the SD within both groups, as it is."""

    made_by = "cohen_d(x, y, level={level})"


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassDelta(StandardisedDifference):
    """The difference over the SD of the second group alone."""

    made_by = "glass_delta(x, y, correct={corrected}, level={level})"

    corrected: bool


def hedges_g(x: Column, y: Column, *, level: float = 0.95, correct: bool = True) -> HedgesG | CohenD:
    """Return the mean of x minus the mean of y in units of the SD within both groups.

    It measures the difference against the spread of these very pupils: groups chosen for being
    alike have a small SD and so a bigger figure. It does not say why the groups differ.

    Args:
        x: One mark for each pupil of the first group; ``None`` or NaN where it is missing.
        y: The same for the second group.
        level: Between 0 and 1.
        correct: Whether to take off the small-sample excess by Hedges' exact J; ``False`` is ``cohen_d``.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with fewer than two values in a group.
        Undefined: when neither group varies within itself, or next to nothing beside the difference.

    Reference:
        [1] Hedges (1981). Distribution theory for Glass's estimator of effect size and related
        estimators. J. Educ. Stat. 6, 107-128. [2] Steiger & Fouladi (1997). Noncentrality interval
        estimation. In Harlow, Mulaik & Steiger (eds), 221-257.

    Example:
        >>> result = hedges_g([7, 9, 10], [4, 5, 8])
        >>> round(result.estimate, 4), round(result.uncorrected, 4)
        (1.3111, 1.6432)
        >>> from workbench.words.say import say
        >>> print(say(hedges_g([7, 9, 10], [4, 5, 8]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The middle mark of all 6 is 7.5. Above it are 2 of 3 in the first group and 1 of 3 in the second. On average
        the first group is 3.0 marks higher. That is 1.31 times the spread within the groups; anything from 0.29 lower
        to 2.81 higher fits these marks.
    """
    share = read_level(level)
    two = read_two(x, y, least=2)
    m, n = len(two.x), len(two.y)
    sd_x, sd_y = moments.sd(two.x_units, two.scale), moments.sd(two.y_units, two.scale)
    unit = pooled_sd(sd_x, m, sd_y, n)
    if unit == 0:
        raise _no_unit("within each group every pupil has the same mark", "0 for both groups")
    df = m + n - 2
    correction = hedges_correction(df) if correct else 1.0
    fields = _fields(two, unit, share, root=sqrt(1 / m + 1 / n), df=df, correction=correction)
    kind = HedgesG if correct else CohenD
    return kind(
        **two.told(),
        **fields,
        method="difference over the pooled SD; noncentral t interval" + ("; Hedges' exact correction" if correct else "; uncorrected"),
        reference="Hedges (1981), J. Educ. Stat. 6, 107-128; Steiger & Fouladi (1997), Noncentrality interval estimation",
        by="pooled_sd",
        variance=1 / m + 1 / n + fields["estimate"] ** 2 / (2 * (m + n)),
        sd_x=sd_x,
        sd_y=sd_y,
    )


def cohen_d(x: Column, y: Column, *, level: float = 0.95) -> HedgesG | CohenD:
    """Return ``hedges_g`` without its correction: too big with few pupils, by a quarter with 3 and 3.

    Args:
        x: One mark for each pupil of the first group; ``None`` or NaN where it is missing.
        y: The same for the second group.
        level: Between 0 and 1.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with fewer than two values in a group.
        Undefined: when neither group varies within itself, or next to nothing beside the difference.

    Reference:
        [1] Cohen (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 66-67.

    Example:
        >>> round(cohen_d([7, 9, 10], [4, 5, 8]).estimate, 4)
        1.6432
        >>> from workbench.words.say import say
        >>> print(say(cohen_d([7, 9, 10], [4, 5, 8]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The middle mark of all 6 is 7.5. Above it are 2 of 3 in the first group and 1 of 3 in the second. On average
        the first group is 3.0 marks higher. That is 1.64 times the spread within the groups; anything from 0.36 lower
        to 3.52 higher fits these marks.
    """
    return hedges_g(x, y, level=level, correct=False)


def glass_delta(x: Column, y: Column, *, level: float = 0.95, correct: bool = False) -> GlassDelta:
    """Return the mean of x minus the mean of y in units of the SD of the second group.

    For when the first group's own spread may have changed too. It rests on the second group's
    spread alone, which a few pupils give poorly. It does not say why the groups differ.

    Args:
        x: One mark for each pupil of the first group; ``None`` or NaN where it is missing.
        y: The same for the second group, whose SD is the unit.
        level: Between 0 and 1.
        correct: Whether to take off the small-sample excess by Hedges' exact J for n_y - 1 degrees of freedom.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with fewer than two values in a group (three in the second with ``correct``).
        Undefined: when the second group does not vary, or next to nothing beside the difference.

    Reference:
        [1] Glass (1976). Primary, secondary, and meta-analysis of research. Educ. Researcher 5(10),
        3-8. [2] Algina, Keselman & Penfield (2006). Confidence intervals for an effect size when
        variances are not equal. J. Mod. Appl. Stat. Methods 5(1), 2-13.

    Example:
        >>> round(glass_delta([7, 9, 10], [4, 5, 8]).estimate, 4)
        1.4412
        >>> from workbench.words.say import say
        >>> print(say(glass_delta([7, 9, 10], [4, 5, 8]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The middle mark of all 6 is 7.5. Above it are 2 of 3 in the first group and 1 of 3 in the second. On average
        the first group is 3.0 marks higher. That is 1.44 times the spread within the second group; anything from 0.54
        lower to 3.29 higher fits these marks.
    """
    share = read_level(level)
    two = read_two(x, y, least=2, least_y=3 if correct else 2)
    m, n = len(two.x), len(two.y)
    sd_x, sd_y = moments.sd(two.x_units, two.scale), moments.sd(two.y_units, two.scale)
    if sd_y == 0:
        raise _no_unit("every pupil of the second group has the same mark", f"0 for {n} pupils")
    root = hypot(sd_x / sd_y / sqrt(m), 1 / sqrt(n))
    fields = _fields(two, sd_y, share, root=root, df=n - 1, correction=hedges_correction(n - 1) if correct else 1.0)
    return GlassDelta(
        **two.told(),
        **fields,
        method="difference over the SD of the second group; noncentral t interval with both variances as they are"
        + ("; Hedges' exact correction" if correct else "; uncorrected"),
        reference="Glass (1976), Educ. Researcher 5(10), 3-8; Algina, Keselman & Penfield (2006), J. Mod. Appl. Stat. Methods 5, 2-13",
        by="second_sd",
        variance=None,
        sd_x=sd_x,
        sd_y=sd_y,
        corrected=correct,
    )


def _fields(two: Two, unit: float, share: float, *, root: float, df: int, correction: float) -> dict[str, Any]:
    """Return the figure and its limits; ``root`` times ``unit`` is the standard error of the difference."""
    difference = two.difference()
    uncorrected = difference / unit
    if abs(uncorrected) > BEYOND * max(1.0, root):
        raise _no_unit(
            "the pupils' spread is next to nothing beside the difference", f"an SD of {unit:g} and a difference of {difference:g}"
        )
    low, high = noncentrality_limits(uncorrected / root, df, share)
    return {
        "estimate": uncorrected * correction,
        "low": low * root * correction,
        "high": high * root * correction,
        "level": share,
        "sd": unit,
        "uncorrected": uncorrected,
        "correction": correction,
        "df": df,
        "difference": difference,
    }


def _no_unit(what: str, seen: str) -> Undefined:
    return Undefined(
        f"A difference in units of spread is undefined here: {what}.",
        where="SD",
        seen=seen,
        allowed="an SD above 0",
        do="Give the difference in marks, by mean_difference or permutation_difference.",
    )
