"""How many of how many, and how far apart two such shares are."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.stats import _binomial as binomial
from workbench.stats._columns import exact, read_level
from workbench.stats._counts import read_part
from workbench.stats.result import Result

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Result):
    """An estimate of a share; ``low`` and ``high`` are Wilson's.

    Attributes:
        k: How many of the ``n``.
        clopper_pearson: The interval that never covers too seldom; wider than need be on average.
        jeffreys: The equal-tailed interval from Jeffreys' prior.
        agresti_coull: Wilson's middle with a plain standard error, cut off at 0 and 1.
    """

    made_by = "share({k}, {n}, level={level})"

    estimate: float
    low: float
    high: float
    level: float
    k: int
    clopper_pearson: Ends
    jeffreys: Ends
    agresti_coull: Ends


def share(k: int, n: int, *, level: float = 0.95) -> Share:
    """Return the share ``k`` of ``n`` with Wilson's interval, and three others by their names.

    It takes the pupils as independent answers to one question. It does not say why some met it, and
    a class is no random sample of pupils elsewhere.

    Args:
        k: How many met the criterion.
        n: How many could have.
        level: Between 0 and 1.

    Raises:
        BadInput: when k is not between 0 and n, or either is not a whole number.
        NotEnoughData: when n is 0.

    Reference:
        [1] Wilson (1927). Probable inference, the law of succession, and statistical inference.
        J. Am. Stat. Assoc. 22, 209-212. [2] Newcombe (1998). Two-sided confidence intervals for
        the single proportion: comparison of seven methods. Stat. Med. 17, 857-872. [3] Brown, Cai
        & DasGupta (2001). Interval estimation for a binomial proportion. Stat. Sci. 16, 101-133.

    Example:
        >>> from workbench.words.say import say
        >>> say(share(9, 14), form="short")
        '9 of 14 pupils (64%) met the criterion; anything from 39% to 84% fits these answers.'
    """
    part, whole = read_part(k, n)
    certain = read_level(level)
    low, high = binomial.wilson(part, whole, certain)
    return Share(
        n=whole,
        missing=0,
        method="share of pupils; Wilson's score interval",
        reference="Wilson (1927), J. Am. Stat. Assoc. 22, 209-212; Newcombe (1998), Stat. Med. 17, 857-872",
        estimate=part / whole,
        low=low,
        high=high,
        level=certain,
        k=part,
        clopper_pearson=binomial.clopper_pearson(part, whole, float((1 - exact(certain)) / 2)),
        jeffreys=binomial.jeffreys(part, whole, certain),
        agresti_coull=binomial.agresti_coull(part, whole, certain),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareDifference(Result):
    """An estimate of a difference between two shares, first minus second.

    Attributes:
        share_1, share_2: ``k1 / n1`` and ``k2 / n2``.
        interval_1, interval_2: Wilson's interval of each, from which the difference's is made.
        points, points_low, points_high: The difference and its ends in percentage points.
    """

    made_by = "share_difference({k1}, {n1}, {k2}, {n2}, level={level})"

    estimate: float
    low: float
    high: float
    level: float
    k1: int
    n1: int
    k2: int
    n2: int
    share_1: float
    share_2: float
    interval_1: Ends
    interval_2: Ends
    points: float
    points_low: float
    points_high: float


def share_difference(k1: int, n1: int, k2: int, n2: int, *, level: float = 0.95) -> ShareDifference:
    """Return the first share minus the second, with Newcombe's interval.

    The two groups are different pupils; for the same pupils asked twice use ``paired_shares``. The
    interval comes with no p of its own: ``fisher_exact`` has a p and the interval that matches it.

    Args:
        k1: How many of the first group met the criterion.
        n1: How many are in the first group.
        k2: How many of the second group met it.
        n2: How many are in the second group.
        level: Between 0 and 1.

    Raises:
        BadInput: when a part is more than its whole, or is not a whole number.
        NotEnoughData: when a group has nobody in it.

    Reference:
        [1] Newcombe (1998). Interval estimation for the difference between independent proportions:
        comparison of eleven methods. Stat. Med. 17, 873-890 (its method 10).

    Example:
        >>> from workbench.words.say import say
        >>> print(say(share_difference(18, 28, 11, 27), form="short"))
        18 of 28 (64%) in the first group met the criterion, and 11 of 27 (41%) in the second. \
That is 24 percentage points more in the first; anything from 3 less to 46 more fits these answers.
    """
    first, of_first = read_part(k1, n1, ("k1", "n1"))
    second, of_second = read_part(k2, n2, ("k2", "n2"))
    certain = read_level(level)
    p1, p2 = first / of_first, second / of_second
    one, two = binomial.wilson(first, of_first, certain), binomial.wilson(second, of_second, certain)
    difference = (first * of_second - second * of_first) / (of_first * of_second)
    low = difference - sqrt((p1 - one[0]) ** 2 + (two[1] - p2) ** 2)
    high = difference + sqrt((one[1] - p1) ** 2 + (p2 - two[0]) ** 2)
    return ShareDifference(
        n=of_first + of_second,
        missing=0,
        method="difference between two independent shares, first minus second; Newcombe's interval from the two Wilson intervals",
        reference="Newcombe (1998), Stat. Med. 17, 873-890, method 10",
        estimate=difference,
        low=low,
        high=high,
        level=certain,
        k1=first,
        n1=of_first,
        k2=second,
        n2=of_second,
        share_1=p1,
        share_2=p2,
        interval_1=one,
        interval_2=two,
        points=100 * difference,
        points_low=100 * low,
        points_high=100 * high,
    )
