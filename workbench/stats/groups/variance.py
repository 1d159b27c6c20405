"""Do the means of several groups differ? Welch's analysis of variance, or the classic one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from workbench.errors import Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number
from workbench.stats._distributions import f_above
from workbench.stats.groups._several_groups import SMALLEST_FLOAT, Groups, read_groups
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisOfVariance(Result):
    """A test of whether the means of several groups differ.

    Attributes:
        f: The statistic, on ``df1`` and ``df2`` degrees of freedom.
        equal_variances: Whether one spread was taken for all groups (the classic F), or each group's own (Welch's).
        eta_squared: The share of all spread that lies between the groups; in groups with nothing between them
            it is above 0 too.
        smallest_p: ``None``: this method sets no least p.
    """

    made_by = "analysis_of_variance(*groups, equal_variances={equal_variances})"

    p: float
    alternative: str
    smallest_p: float | None
    f: float
    df1: int
    df2: float
    eta_squared: float
    equal_variances: bool
    data: tuple[tuple[Number, ...], ...]
    sizes: tuple[int, ...]
    middle: float
    above: tuple[int, ...]
    means: tuple[float, ...]
    medians: tuple[float, ...]
    sds: tuple[float | None, ...]
    lowest_mean: float
    highest_mean: float


def analysis_of_variance(*groups: Column, equal_variances: bool = False) -> AnalysisOfVariance:
    """Return Welch's analysis of variance of two groups or more; the classic one with ``equal_variances=True``.

    It asks whether the means differ at all, not which, nor by how much. The p rests on marks that
    spread like a normal curve; ``kruskal_wallis`` makes no such claim and is exact in small groups.

    Args:
        groups: One column of marks for each group; blanks (``None`` or NaN) are left out.
        equal_variances: Whether to take one spread for all groups.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with one group only; with fewer than two pupils in a group (Welch), or none (classic).
        Undefined: when the marks do not vary within a group (Welch), or within any group (classic).

    Reference:
        [1] Welch (1951). On the comparison of several mean values. Biometrika 38, 330-336. [2]
        Fisher (1925). Statistical Methods for Research Workers.

    Example:
        >>> from workbench.words.say import say
        >>> result = analysis_of_variance([2, 3, 3], [4, 5, 6], [5, 7, 9])
        >>> round(result.f, 3), result.df1, round(result.df2, 3), round(result.p, 4)
        (9.282, 2, 3.425, 0.0414)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        In 3 groups of 3 pupils, 0, 1 and 2 were above 5, the middle of all 9. The mean marks of the 3 groups are
        2.7, 5.0 and 7.0. If there were no difference between the groups, p = 0.041.
    """
    read = read_groups(groups, least=1 if equal_variances else 2)
    n, k = sum(read.sizes), len(read.sizes)
    within = [Fraction(moments.squares(units), len(units)) for units in read.units]
    everyone = [unit for units in read.units for unit in units]
    total = Fraction(moments.squares(everyone), n)
    between = total - sum(within)
    f, df2 = _classic(between, sum(within, Fraction(0)), n, k) if equal_variances else _welch(read, within)
    means = tuple(moments.mean(units, read.scale) for units in read.units)
    return AnalysisOfVariance(
        n=n,
        missing=read.missing,
        method="analysis of variance with one spread for all groups" if equal_variances else "Welch's analysis of variance",
        reference="Fisher (1925), Statistical Methods for Research Workers" if equal_variances else "Welch (1951), Biometrika 38, 330-336",
        p=f_above(f, k - 1, df2) or SMALLEST_FLOAT,
        alternative="two_sided",
        smallest_p=None,
        f=f,
        df1=k - 1,
        df2=df2,
        eta_squared=float(between / total),
        equal_variances=bool(equal_variances),
        **read.told(),
        sds=tuple(moments.sd(units, read.scale) if len(units) > 1 else None for units in read.units),
        lowest_mean=min(means),
        highest_mean=max(means),
    )


def _classic(between: Fraction, within: Fraction, n: int, k: int) -> tuple[float, float]:
    if within == 0:
        raise _no_spread("the marks do not vary within any group")
    return float((between / (k - 1)) / (within / (n - k))), float(n - k)


def _welch(read: Groups, within: list[Fraction]) -> tuple[float, float]:
    if not all(within):
        raise _no_spread(f"the marks of group {within.index(Fraction(0)) + 1} do not vary")
    sizes, k = read.sizes, len(read.sizes)
    weights = [size * (size - 1) / squares for size, squares in zip(sizes, within, strict=True)]
    means = [Fraction(sum(units), len(units)) for units in read.units]
    whole = sum(weights)
    middle = sum(weight * mean for weight, mean in zip(weights, means, strict=True)) / whole
    apart = sum(weight * (mean - middle) ** 2 for weight, mean in zip(weights, means, strict=True)) / (k - 1)
    unsure = sum((1 - weight / whole) ** 2 / (size - 1) for weight, size in zip(weights, sizes, strict=True))
    return float(apart / (1 + 2 * unsure * (k - 2) / (k**2 - 1))), float((k**2 - 1) / (3 * unsure))


def _no_spread(why: str) -> Undefined:
    return Undefined(
        f"This comparison of means is undefined here: {why}.",
        where="groups",
        seen="a spread of 0",
        allowed="marks that vary",
        do="Use kruskal_wallis, which needs no spread within groups.",
    )
