"""Do the items hang together? Cronbach's alpha, and what becomes of it without each item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Any

from workbench.stats._columns import read_choice, read_level
from workbench.stats._tables import Rows
from workbench.stats.reliability import _answers as answering
from workbench.stats.reliability._answers import Answers, Spread
from workbench.stats.reliability._feldt import feldt_interval
from workbench.stats.result import Result

MISSING = ("listwise", "pairwise")
_METHODS = {
    "listwise": "Cronbach's alpha of the total mark, complete rows only; Feldt's F interval",
    "pairwise": "Cronbach's alpha from covariances of all pupils who answered both items of a pair; no interval",
}
ALL_AS_ONE = "the questions rise and fall together without a slip"
BY_PAIRS = "its numbers rest on different pupils for different questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class CronbachAlpha(Result):
    """An estimate with Feldt's interval.

    Items are numbered from 1. ``low`` and ``high`` are ``None`` where ``undefined`` says why.

    Attributes:
        items: How many items.
        standardised: Alpha if every item had the same spread; ``None`` when an item does not vary.
        mean_inter_item_r: The mean correlation of two items.
        lambda2: Guttman's second lower bound, never below alpha.
        if_dropped: Alpha without each item in turn; ``None`` where that leaves one item or no variation.
        item_rest_r: Each item's correlation with the total of the others.
        looks_reversed: Items whose item-rest correlation is below 0. They are flagged, not turned round.
        reversed_items: Items that were turned round because it was asked for.
        constant_items: Items that everyone answered alike. They are kept, and count among ``items``.
        without_constant: Alpha of the items that vary, when some do not.
        total_mean, total_sd: Of the total mark; ``None`` where rows have gaps.
        handling: What was done with missing answers, ``listwise`` or ``pairwise``; ``dropped`` counts pupils left out.
    """

    made_by = "cronbach_alpha(items, reversed_items={reversed_items}, missing={handling}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    items: int
    standardised: float | None
    mean_inter_item_r: float | None
    lambda2: float
    if_dropped: tuple[float | None, ...]
    item_rest_r: tuple[float | None, ...]
    looks_reversed: tuple[int, ...]
    reversed_items: tuple[int, ...]
    constant_items: tuple[int, ...]
    without_constant: float | None
    total_mean: float | None
    total_sd: float
    handling: str
    undefined: str | None


def cronbach_alpha(
    items: Rows, *, reversed_items: Iterable[Any] = (), scale: Sequence[float] | None = None, missing: str = "listwise", level: float = 0.95
) -> CronbachAlpha:
    """Return Cronbach's alpha of a table of answers, with Feldt's interval.

    Alpha says how far pupils' totals would keep their order if other items of the same kind were
    asked. It does not say that the items measure one thing, nor the right thing; more items of the same kind make it bigger. An
    item that everyone answered alike stays in, as part of the test that was given, and is named.

    Args:
        items: One list for each pupil, one value for each item; ``None`` or NaN where it is missing.
        reversed_items: Numbers of items that are worded the other way round, from 1; they are turned.
        scale: Lowest and highest answer there is, for turning items round. It moves means, not alpha.
        missing: ``"listwise"`` leaves a pupil with a gap out whole; ``"pairwise"`` uses for each
            pair of items the pupils who answered both, and then has no interval.
        level: Between 0 and 1.

    Raises:
        BadInput: for a table that is not one, or an item number that is not there.
        NotEnoughData: with fewer than two pupils or two items.
        Undefined: when all totals are alike.

    Reference:
        [1] Cronbach (1951). Psychometrika 16, 297-334. [2] Feldt (1965). Psychometrika 30, 357-370.
        [3] Guttman (1945). Psychometrika 10, 255-282.

    Example:
        >>> from workbench.words.say import say
        >>> result = cronbach_alpha([[4, 4, 5], [2, 3, 2], [5, 4, 5], [3, 3, 3], [1, 2, 2]])
        >>> round(result.estimate, 4)
        0.9426
        >>> say(result, form="short")
        'The 3 questions hang together with alpha = 0.94 for 5 pupils; anything from 0.71 to 0.99 fits these answers.'
    """
    read_choice(missing, "missing", MISSING)
    share = read_level(level)
    answers = answering.read_answers(items, reversed_items=reversed_items, scale=scale, missing=missing)
    table = answering.spread(answers)
    answering.needs_variation(table.total, answers.n)
    return _result(answers, table, share, "pairwise" if missing == "pairwise" else "listwise")


def _result(answers: Answers, table: Spread, share: float, handling: str) -> CronbachAlpha:
    estimate = answering.alpha_of(table)
    assert estimate is not None  # totals vary and there are two items or more
    undefined = BY_PAIRS if answers.by_pairs else ALL_AS_ONE if estimate == 1 else None
    low, high = (None, None) if undefined else feldt_interval(estimate, answers.n, table.items, share)
    rest = answering.rest_correlations(table)
    constant = tuple(place for place, own in enumerate(table.own, start=1) if own == 0)
    varying = table
    for item in reversed(constant):
        varying = varying.without(item - 1)
    standardised, between = _standardised(table)
    return CronbachAlpha(
        n=answers.n,
        missing=answers.missing,
        dropped=answers.dropped,
        method=_METHODS["pairwise" if answers.by_pairs else "listwise"],
        reference="Cronbach (1951), Psychometrika 16, 297-334; Feldt (1965), Psychometrika 30, 357-370",
        estimate=estimate,
        low=low,
        high=high,
        level=share,
        items=table.items,
        standardised=standardised,
        mean_inter_item_r=between,
        lambda2=_lambda2(table),
        if_dropped=tuple(answering.alpha_of(table.without(item)) for item in range(table.items)),
        item_rest_r=rest,
        looks_reversed=tuple(place for place, r in enumerate(rest, start=1) if r is not None and r < 0),
        reversed_items=answers.reversed_items,
        constant_items=constant,
        without_constant=answering.alpha_of(varying) if constant else None,
        total_mean=None if answers.by_pairs else sum(map(sum, answers.whole)) / (answers.n * answers.scale),
        total_sd=table.sd(table.total),
        handling=handling,
        undefined=undefined,
    )


def _standardised(table: Spread) -> tuple[float | None, float | None]:
    k = table.items
    found = [answering.correlation(table.table[i][j], table.own[i], table.own[j]) for i in range(k) for j in range(i)]
    known = [r for r in found if r is not None]
    if len(known) < len(found):
        return None, None
    mean = sum(known) / len(known)
    whole = 1 + (k - 1) * mean
    return (k * mean / whole if whole > 1e-12 else None), mean


def _lambda2(table: Spread) -> float:
    k, total = table.items, table.total
    off = total - sum(table.own)
    squares = sum(each * each for i, row in enumerate(table.table) for j, each in enumerate(row) if i != j)
    return float(Fraction(off, total)) + sqrt(float(Fraction(k * squares, (k - 1) * total * total)))
