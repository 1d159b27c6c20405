"""Reliability of a test of right and wrong answers: Kuder and Richardson's formulas 20 and 21."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from workbench.errors import BadInput
from workbench.stats._columns import read_level
from workbench.stats._tables import Rows
from workbench.stats.reliability import _answers as answering
from workbench.stats.reliability._feldt import feldt_interval
from workbench.stats.result import Result

ALL_AS_ONE = "every pupil has either all questions right or all wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class KuderRichardson(Result):
    """An estimate with Feldt's interval: alpha for items that are right or wrong.

    Attributes:
        estimate: KR-20, with divisor n for the items' variances and the total's alike.
        kr21: KR-21, which takes every item to be as easy as the next, and so is never above KR-20.
        shares_right: The share of pupils who had each item right.
        all_right, all_wrong: Numbers, from 1, of items that everyone had right or wrong; they are kept.
        total_mean, total_sd: Of the number right (SD with divisor n - 1).
    """

    made_by = "kr20(items, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    items: int
    kr21: float
    shares_right: tuple[float, ...]
    all_right: tuple[int, ...]
    all_wrong: tuple[int, ...]
    total_mean: float
    total_sd: float
    undefined: str | None


def kr20(items: Rows, *, level: float = 0.95) -> KuderRichardson:
    """Return KR-20 (and KR-21) of a table of right and wrong answers, with Feldt's interval.

    KR-20 is alpha for such items: how far the pupils' order would hold if other items like these were
    asked. It does not say that the items test one thing. A blank is not a wrong answer: a pupil with a
    gap is left out whole.

    Args:
        items: One list for each pupil, 1 for right and 0 for wrong.
        level: Between 0 and 1.

    Raises:
        BadInput: for a table that is not one, or a value other than 0 and 1.
        NotEnoughData: with fewer than two pupils or two items.
        Undefined: when all totals are alike.

    Reference:
        [1] Kuder & Richardson (1937). Psychometrika 2, 151-160. [2] Feldt (1965). Psychometrika 30, 357-370.

    Example:
        >>> from workbench.words.say import say
        >>> result = kr20([[1, 1, 1, 0], [1, 0, 1, 1], [0, 0, 1, 0], [0, 0, 0, 0], [1, 1, 1, 1], [1, 1, 0, 0]])
        >>> round(result.estimate, 4), round(result.kr21, 4)
        (0.6564, 0.6)
        >>> say(result, form="short")
        'The 4 questions, right or wrong, hang together with alpha = 0.66 for 6 pupils; anything from −0.23 to 0.95 fits these answers.'
    """
    share = read_level(level)
    answers = answering.read_answers(items)
    odd = sorted({value for column in answers.whole for value in column} - {0, answers.scale})
    if odd:
        raise BadInput(
            "KR-20 is for items that are right or wrong.",
            where="items",
            seen=f"{odd[0] / answers.scale:g}",
            allowed="1 for right, 0 for wrong, None for a gap",
            do="Use cronbach_alpha for items with more marks.",
        )
    table = answering.spread(answers)
    answering.needs_variation(table.total, answers.n)
    estimate = answering.alpha_of(table)
    assert estimate is not None  # totals vary and there are two items or more
    n, k = answers.n, table.items
    right = [sum(column) for column in answers.whole]
    squared = Fraction(table.total, n * n)  # with divisor n: the table holds n times the sums of squares
    mean = Fraction(sum(right), n)
    low, high = (None, None) if estimate == 1 else feldt_interval(estimate, n, k, share)
    return KuderRichardson(
        n=n,
        missing=answers.missing,
        dropped=answers.dropped,
        method="Kuder-Richardson formula 20, divisor n throughout; Feldt's F interval",
        reference="Kuder & Richardson (1937), Psychometrika 2, 151-160; Feldt (1965), Psychometrika 30, 357-370",
        estimate=estimate,
        low=low,
        high=high,
        level=share,
        items=k,
        kr21=float(Fraction(k, k - 1) * (1 - mean * (k - mean) / (k * squared))),
        shares_right=tuple(count / n for count in right),
        all_right=tuple(place for place, count in enumerate(right, start=1) if count == n),
        all_wrong=tuple(place for place, count in enumerate(right, start=1) if count == 0),
        total_mean=float(mean),
        total_sd=table.sd(table.total),
        undefined=None if low is not None else ALL_AS_ONE,
    )
