"""How often markers gave the same rating: the count that comes before every coefficient."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from workbench.stats._columns import Column, exact, read_level, read_real
from workbench.stats._tables import Rows
from workbench.stats.agreement._ratings import Label, Ratings, complete, read_table, read_two, scores
from workbench.stats.result import Result


class Share(NamedTuple):
    """A share with its Wilson interval, also for every hundred."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentAgreement(Result):
    """An estimate: the share of units on which the raters agreed, with Wilson's interval.

    Attributes:
        agreed: On how many of the ``n`` units.
        within: How far apart two ratings may be and still count.
        percent, percent_low, percent_high: The estimate and its ends for every hundred units.
        dropped: Units that not every rater rated.
        ratings: What was written, unit by unit, for the complete units.
        disagreements: Those units on which they did not agree, as places in the list, from 1.
    """

    made_by = "percent_agreement(a, b, within={within}, levels={rubric}, level={level})"

    estimate: float
    low: float
    high: float
    level: float
    agreed: int
    within: float
    percent: float
    percent_low: float
    percent_high: float
    raters: int
    dropped: int
    levels: tuple[Label, ...]
    rubric: tuple[Label, ...] | None
    ratings: tuple[tuple[Label, ...], ...]
    disagreements: tuple[int, ...]


def percent_agreement(
    a: Column | Rows, b: Column | None = None, *, within: float = 0, levels: Column | None = None, level: float = 0.95
) -> PercentAgreement:
    """Return on what share of units the raters agreed, or came within a step or two of each other.

    It counts agreement that luck alone would bring too; with few levels, or one that most papers
    get, that is a good part of it. ``cohen_kappa`` says how many.

    Args:
        a: One rating for each unit by the first rater: numbers or labels, ``None`` where it is
            missing. Or a table of units by two raters or more, when ``b`` is left out.
        b: The same units in the same order by the second rater.
        within: How far apart counts as agreeing: 1 for one level. Steps of the rubric where
            ``levels`` is given, else differences of the numbers.
        levels: The rubric, lowest level first; needed for labels when ``within`` is above 0.
        level: Between 0 and 1.

    Raises:
        BadInput: for columns of unequal length, mixed kinds of rating, or one that is not a level.
        NotEnoughData: when no unit was rated by every rater.

    Reference:
        [1] Wilson (1927). Probable inference, the law of succession, and statistical inference.
        J. Am. Stat. Assoc. 22, 209-212.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(percent_agreement([1, 2, 2, 3, 3, 4], [1, 2, 3, 3, 3, 2]), form="short"))
        The two markers agreed on 4 of 6 papers (67%); anything from 30% to 90% fits these papers.
    """
    share = read_level(level)
    steps = read_real(within, "within", low=0, allowed="0 or more: 1 for one level apart")
    read = read_table(a, levels) if b is None else read_two(a, b, levels)
    kept, dropped = complete(read, least=1)
    scale, places = scores(read) if steps else (1, range(len(read.levels)))
    reach = exact(steps) * scale
    apart = [max(spots) - min(spots) for spots in ([places[each] for each in row] for row in kept)]
    agreed = sum(gap <= reach for gap in apart)
    found = wilson(agreed, len(kept), share)
    return PercentAgreement(
        n=len(kept),
        missing=read.missing,
        method="share of units on which all raters agree" + (f" within {steps:g}" if steps else "") + "; Wilson's interval",
        reference="Wilson (1927), J. Am. Stat. Assoc. 22, 209-212",
        estimate=found.share,
        low=found.low,
        high=found.high,
        level=share,
        agreed=agreed,
        within=steps,
        percent=100 * found.share,
        percent_low=100 * found.low,
        percent_high=100 * found.high,
        raters=len(kept[0]),
        dropped=dropped,
        levels=read.levels,
        rubric=read.rubric,
        ratings=tuple(tuple(read.levels[place] for place in row) for row in kept),
        disagreements=tuple(place for place, gap in zip(whole_places(read), apart, strict=True) if gap > reach),
    )


def whole_places(read: Ratings) -> list[int]:
    """Return where the units that every rater rated stand in the list, from 1."""
    return [place for place, row in enumerate(read.places, start=1) if None not in row]


def wilson(k: int, n: int, level: float) -> Share:
    """Return k of n as a share with Wilson's score interval."""
    from statistics import NormalDist

    z = NormalDist().inv_cdf((1 + level) / 2)
    share, pull = k / n, z * z / n
    middle = (share + pull / 2) / (1 + pull)
    reach = z * sqrt(share * (1 - share) / n + pull / (4 * n)) / (1 + pull)
    return Share(share, 0.0 if k == 0 else middle - reach, 1.0 if k == n else middle + reach)
