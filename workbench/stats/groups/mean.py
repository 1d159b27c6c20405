"""The difference between two means, in marks."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.errors import BadInput
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, read_level, show
from workbench.stats._distributions import t_cdf, t_quantile
from workbench.stats.groups._two import TwoGroups, read_two

NO_SPREAD = "within each group every pupil has the same mark"
_METHODS = {
    False: ("Welch t interval for the mean of x minus the mean of y", "Welch (1947), Biometrika 34, 28-35"),
    True: ("Student t interval for the mean of x minus the mean of y, equal variances", "Student (1908), Biometrika 6, 1-25"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanDifference(TwoGroups):
    """An estimate with its t interval. A difference is always x minus y.

    ``t``, ``df``, the p-values and the interval are ``None`` when neither group varies within
    itself; ``undefined`` then says so.
    """

    made_by = "mean_difference(x, y, equal_variances={equal_variances}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    equal_variances: bool
    sd_x: float
    sd_y: float
    t: float | None
    df: float | None
    p: float | None
    p_greater: float | None
    p_less: float | None
    undefined: str | None


def mean_difference(x: Column, y: Column, *, equal_variances: bool = False, level: float = 0.95) -> MeanDifference:
    """Return the mean of x minus the mean of y, with Welch's t interval.

    It does not say why the groups differ: unless chance decided who was in which, they may have
    differed from the start. The interval leans on marks not far from a bell shape;
    ``permutation_difference`` does without that.

    Args:
        x: One mark for each pupil of the first group; ``None`` or NaN where it is missing.
        y: The same for the second group; it may be of another size.
        equal_variances: ``True`` for Student's interval, which assumes one spread for both groups.
        level: Share of such intervals that hold the true difference, between 0 and 1.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with fewer than two values in a group.

    Reference:
        [1] Welch (1947). The generalization of 'Student's' problem when several different
        population variances are involved. Biometrika 34, 28-35. [2] Student (1908). The probable
        error of a mean. Biometrika 6, 1-25.

    Example:
        >>> from workbench.words.say import say
        >>> say(mean_difference([7, 9, 10, 9, 8], [4, 5, 8, 6, 6]), form="short").split(". ")[1]
        'Above it are 4 of 5 in the first group and 1 of 5 in the second'
    """
    if not isinstance(equal_variances, bool):
        raise BadInput(
            "Equal variances are assumed or not.",
            where="equal_variances",
            seen=show(equal_variances),
            allowed="True or False",
            do="Leave it out, unless both groups are known to spread alike.",
        )
    share = read_level(level)
    two = read_two(x, y, least=2)
    m, n = len(two.x), len(two.y)
    sd_x, sd_y = moments.sd(two.x_units, two.scale), moments.sd(two.y_units, two.scale)
    estimate = two.difference()
    low = high = t = df = p = greater = less = None
    if sd_x > 0 or sd_y > 0:
        error, df = _error(sd_x, m, sd_y, n, equal_variances)
        t = estimate / error
        reach = t_quantile((1 + share) / 2, df) * error
        low, high = estimate - reach, estimate + reach
        less, greater = t_cdf(t, df), t_cdf(-t, df)
        p = min(1.0, 2 * min(less, greater))
    method, reference = _METHODS[equal_variances]
    return MeanDifference(
        **two.told(),
        method=method,
        reference=reference,
        estimate=estimate,
        low=low,
        high=high,
        level=share,
        equal_variances=equal_variances,
        sd_x=sd_x,
        sd_y=sd_y,
        t=t,
        df=df,
        p=p,
        p_greater=greater,
        p_less=less,
        undefined=NO_SPREAD if t is None else None,
    )


def _error(sd_x: float, m: int, sd_y: float, n: int, equal_variances: bool) -> tuple[float, float]:
    """Return the standard error of the difference and its degrees of freedom."""
    if equal_variances:
        return pooled_sd(sd_x, m, sd_y, n) * sqrt(1 / m + 1 / n), m + n - 2
    of_x, of_y = sd_x * sd_x / m, sd_y * sd_y / n
    share = of_x / (of_x + of_y)
    return sqrt(of_x + of_y), 1 / (share**2 / (m - 1) + (1 - share) ** 2 / (n - 1))


def pooled_sd(sd_x: float, m: int, sd_y: float, n: int) -> float:
    """Return the SD within both groups, as if they had one."""
    return sqrt(((m - 1) * sd_x * sd_x + (n - 1) * sd_y * sd_y) / (m + n - 2))
