"""The mean of after minus before, in marks."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number, count_directions, read_level, read_pairs
from workbench.stats._distributions import t_cdf, t_quantile
from workbench.stats.result import Result

NO_SPREAD = "every pupil changed by the same amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanChange(Result):
    """An estimate with its t interval. A difference is always after minus before.

    ``t``, the p-values and the interval are ``None`` when every pupil changed by the same amount;
    ``undefined`` then says so. ``r`` is ``None`` when one of the two columns does not vary.
    ``dropped`` counts the pairs left out because a half was blank.
    """

    made_by = "mean_change(before, after, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    before: tuple[Number, ...]
    after: tuple[Number, ...]
    mean_before: float
    mean_after: float
    sd_before: float
    sd_after: float
    sd_change: float
    median_change: float
    t: float | None
    df: int
    p: float | None
    p_greater: float | None
    p_less: float | None
    r: float | None
    up: int
    same: int
    down: int
    undefined: str | None


def mean_change(before: Column, after: Column, *, level: float = 0.95) -> MeanChange:
    """Return the mean of after minus before, with Student's t interval.

    It does not say what brought the change about, and the interval leans on changes that
    are not far from a bell shape; ``permutation_change`` does without that.

    Args:
        before: One mark for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order. A pair with a blank half is left out whole.
        level: Share of such intervals that hold the true mean change, between 0 and 1.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with fewer than two complete pairs.

    Reference:
        [1] Student (1908). The probable error of a mean. Biometrika 6, 1-25.

    Example:
        >>> from workbench.words.say import say
        >>> say(mean_change([4, 6, 5, 3], [6, 7, 9, 6]), form="short")
        'All 4 pupils who sat both tests went up. On average they gained 2.5 marks; anything from 0.4 to 4.6 fits these marks.'
    """
    share = read_level(level)
    pairs = read_pairs(before, after, least=2)
    changes, scale, n = pairs.change_units, pairs.scale, len(pairs.before)
    estimate = moments.mean(changes, scale)
    spread = moments.sd(changes, scale)
    up, same, down = count_directions(changes)
    low = high = t = p = greater = less = None
    if spread > 0:
        error = spread / sqrt(n)
        t = estimate / error
        reach = t_quantile((1 + share) / 2, n - 1) * error
        low, high = estimate - reach, estimate + reach
        less, greater = t_cdf(t, n - 1), t_cdf(-t, n - 1)
        p = min(1.0, 2 * min(less, greater))
    return MeanChange(
        n=n,
        missing=pairs.missing,
        dropped=pairs.dropped,
        method="paired t interval for the mean of after minus before",
        reference="Student (1908), Biometrika 6, 1-25",
        estimate=estimate,
        low=low,
        high=high,
        level=share,
        before=pairs.before,
        after=pairs.after,
        mean_before=moments.mean(pairs.before_units, scale),
        mean_after=moments.mean(pairs.after_units, scale),
        sd_before=moments.sd(pairs.before_units, scale),
        sd_after=moments.sd(pairs.after_units, scale),
        sd_change=spread,
        median_change=moments.median(changes, scale),
        t=t,
        df=n - 1,
        p=p,
        p_greater=greater,
        p_less=less,
        r=moments.correlation(pairs.before_units, pairs.after_units),
        up=up,
        same=same,
        down=down,
        undefined=None if spread > 0 else NO_SPREAD,
    )
