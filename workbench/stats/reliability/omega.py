"""How much of the total mark is what the items share? McDonald's omega from one factor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Any

from workbench.errors import NotEnoughData, Undefined
from workbench.stats._columns import read_level
from workbench.stats._tables import Rows
from workbench.stats.reliability import _answers as answering
from workbench.stats.reliability._answers import Answers, Spread
from workbench.stats.result import Result

NO_SHARE = "the questions' loadings cancel out"


@dataclass(frozen=True, slots=True, kw_only=True)
class McDonaldOmega(Result):
    """An estimate with a delta-method interval on the logit scale.

    Attributes:
        items: How many items, numbered from 1.
        loadings: How many marks each item moves when the shared factor moves by one SD.
        uniquenesses: The variance of each item that the others do not share, in marks squared.
        looks_reversed: Items whose loading is below 0. They are flagged, not turned round.
        reversed_items: Items that were turned round because it was asked for.
        low, high: ``None`` where ``undefined`` says why.
    """

    made_by = "mcdonald_omega(items, reversed_items={reversed_items}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    items: int
    loadings: tuple[float, ...]
    uniquenesses: tuple[float, ...]
    looks_reversed: tuple[int, ...]
    reversed_items: tuple[int, ...]
    undefined: str | None


def mcdonald_omega(items: Rows, *, reversed_items: Iterable[Any] = (), level: float = 0.95) -> McDonaldOmega:
    """Return the share of the total mark's variance that one factor common to all items explains.

    The factor is fitted by maximum likelihood to the items' covariances (divisor n), and the total is the
    plain sum of the items. It does not show that there is but one factor; and from one class
    the fit itself is shaky, which the interval, made for many pupils, understates.

    Args:
        items: One list for each pupil, one value for each item; a pupil with a gap is left out whole.
        reversed_items: Numbers of items that are worded the other way round, from 1; they are turned.
        level: Between 0 and 1.

    Raises:
        BadInput: for a table that is not one, or an item number that is not there.
        NotEnoughData: with fewer than three items, or not more pupils than items.
        Undefined: when an item does not vary, or the fit leaves an item no variance of its own.

    Reference:
        [1] McDonald (1999). Test theory: a unified treatment. [2] Kelley & Pornprasertmanit (2016).
        Psychol. Methods 21, 69-92, for the interval.

    Example:
        >>> from workbench.words.say import say
        >>> answers = [[3, 1, 2], [1, 1, 2], [3, 4, 4], [1, 1, 2], [3, 2, 3], [1, 1, 1], [5, 4, 4], [4, 5, 3]]
        >>> result = mcdonald_omega(answers)
        >>> round(result.estimate, 3)
        0.92
        >>> say(result, form="short")
        'One thread common to the 3 questions makes up 0.92 of the spread of totals; anything from 0.75 to 0.98 fits these answers.'
    """
    share = read_level(level)
    answers = answering.read_answers(items, least_items=3, reversed_items=reversed_items)
    table = answering.spread(answers)
    if 0 in table.own:
        raise Undefined(
            "An item that everyone answered alike shares nothing with the others.",
            where=f"item {table.own.index(0) + 1}",
            seen=f"{answers.n} equal answers",
            allowed="items that vary",
            do="Leave that item out, and say so.",
        )
    if answers.n <= table.items:
        raise NotEnoughData(
            "A factor needs more pupils than items.",
            where="items",
            seen=f"{answers.n} pupils and {table.items} items",
            allowed=f"{table.items + 1} pupils or more",
            do="Use cronbach_alpha, which needs no fit.",
        )
    return _result(answers, table, share)


def _result(answers: Answers, table: Spread, share: float) -> McDonaldOmega:
    import numpy as np

    from workbench.stats.reliability._one_factor import fit

    n = answers.n
    widest = max(table.own)
    unit = table.sd(widest) * sqrt((n - 1) / n)  # in SDs of the widest item, so that nothing overflows on the way
    fitted = fit(np.array([[each / widest for each in row] for row in table.table]))
    if fitted is None:
        raise Undefined(
            "One factor leaves an item no variance of its own, or none can be found, so omega has no value here.",
            where="items",
            seen=f"{n} pupils and {table.items} items",
            allowed="items of which each varies for reasons of its own too",
            do="Use cronbach_alpha.",
        )
    shared, own = float(fitted.loadings.sum()), float(fitted.uniquenesses.sum())
    low = high = None
    if shared > 1e-9:
        slope = np.concatenate([np.full(table.items, 2 / shared), np.full(table.items, -1 / own)])
        from statistics import NormalDist

        reach = NormalDist().inv_cdf((1 + share) / 2) * sqrt(float(slope @ fitted.variance @ slope) / n)
        middle = 2 * log(shared) - log(own)
        low, high = _share(middle - reach), _share(middle + reach)
    return McDonaldOmega(
        n=n,
        missing=answers.missing,
        dropped=answers.dropped,
        method="McDonald's omega of the total mark, one factor by maximum likelihood; delta-method interval on the logit scale",
        reference="McDonald (1999), Test theory: a unified treatment; Kelley & Pornprasertmanit (2016), Psychol. Methods 21, 69-92",
        estimate=shared * shared / (shared * shared + own),
        low=low,
        high=high,
        level=share,
        items=table.items,
        loadings=tuple(float(each) * unit for each in fitted.loadings),
        uniquenesses=tuple(float(each) * unit * unit for each in fitted.uniquenesses),
        looks_reversed=tuple(place for place, each in enumerate(fitted.loadings, start=1) if each < 0),
        reversed_items=answers.reversed_items,
        undefined=None if low is not None else NO_SHARE,
    )


def _share(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds)) if log_odds > -700 else 0.0
