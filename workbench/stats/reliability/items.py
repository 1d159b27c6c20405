"""Which items are hard, and which tell the stronger pupils from the weaker? A row for each item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from workbench.errors import BadInput
from workbench.stats._columns import SMALLEST, as_list, exact, read_real
from workbench.stats._tables import Rows
from workbench.stats.reliability import _answers as answering
from workbench.stats.reliability._answers import Answers
from workbench.stats.result import Result

SHARE = 0.27
"""Kelley (1939): the share of pupils in the top group, and in the bottom group, that tells items apart best."""


class ItemRow(NamedTuple):
    """One item, numbered from 1.

    ``gained`` is the sum of its marks over the pupils, ``mean`` their mean and ``facility`` that mean over
    ``item_max``. ``discrimination`` is the facility in the top group less that in the bottom
    group. ``item_rest_r`` is the correlation with the total of the other items, ``item_total_r`` with the total
    that holds the item itself; both are ``None`` when one side does not vary.
    """

    item: int
    item_max: float
    gained: float
    mean: float
    sd: float
    facility: float
    discrimination: float
    item_rest_r: float | None
    item_total_r: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnalysis(Result):
    """A table: one ``ItemRow`` for each item.

    Attributes:
        rows: The items, in their order.
        columns: What stands in a row.
        items: How many items.
        item_max: What each item is out of; one number when it is the same for all.
        right_or_wrong: Whether every item is worth 1 mark, all or nothing.
        group_size: How many pupils make up the top group, and the bottom group, by total mark.
            Pupils who tie for the last place share it in equal parts.
        easiest, hardest: Numbers of the items of highest and of lowest facility.
        looks_reversed: Items whose item-rest correlation is below 0. They are flagged, not turned round.
        reversed_items: Items that were turned round because it was asked for.
        constant_items: Items that everyone answered alike.
        total_mean, total_sd, total_max: Of the total mark.
    """

    made_by = "item_analysis(items, item_max={item_max}, reversed_items={reversed_items}, scale={scale}, group_share={group_share})"

    rows: tuple[ItemRow, ...]
    columns: tuple[str, ...]
    dropped: int
    items: int
    item_max: float | tuple[float, ...]
    right_or_wrong: bool
    group_share: float
    group_size: int
    easiest: tuple[int, ...]
    hardest: tuple[int, ...]
    looks_reversed: tuple[int, ...]
    reversed_items: tuple[int, ...]
    scale: tuple[float, ...] | None
    constant_items: tuple[int, ...]
    total_mean: float
    total_sd: float
    total_max: float


def item_analysis(
    items: Rows,
    *,
    item_max: Any = None,
    reversed_items: Iterable[Any] = (),
    scale: Sequence[float] | None = None,
    group_share: float = SHARE,
) -> ItemAnalysis:
    """Return for each item how easy it was and how well it tells stronger pupils from weaker.

    An item that everyone got right tells nobody apart, and may still be worth asking. With one class
    these figures jump about from year to year; a pupil with a gap is left out whole, for a blank is not a wrong answer.

    Args:
        items: One list for each pupil, one value for each item; ``None`` or NaN where it is missing.
        item_max: The highest mark of an item: one number for all, or one for each. Items of 0 and 1 need none.
        reversed_items: Numbers of items that are worded the other way round, from 1; they are turned.
        scale: Lowest and highest answer there is, needed to turn items round.
        group_share: The share of pupils in the top and in the bottom group, above 0 and up to 0.5.

    Raises:
        BadInput: for a table that is not one, marks beyond ``item_max``, or no ``item_max`` where it is needed.
        NotEnoughData: with fewer than two pupils or two items.

    Reference:
        [1] Kelley (1939). The selection of upper and lower groups for the validation of test items.
        J. Educ. Psychol. 30, 17-24. [2] Henrysson (1963). Psychometrika 28, 211-218.

    Example:
        >>> from workbench.words.say import say
        >>> result = item_analysis([[1, 1, 1, 0], [1, 0, 1, 1], [1, 0, 1, 0], [1, 0, 0, 0], [1, 1, 1, 1], [1, 1, 0, 0]])
        >>> [row.facility for row in result.rows][:2], result.constant_items
        ([1.0, 0.5], (1,))
        >>> say(result, form="short")
        'Of 4 questions, question 1 was the easiest (6 of 6 pupils right) and question 4 the hardest (2 of 6).'
    """
    share = read_real(group_share, "group_share", low=SMALLEST, high=0.5, allowed="a share above 0 and up to 0.5, such as 0.27")
    answers = answering.read_answers(items, reversed_items=reversed_items, scale=scale)
    if answers.reversed_items and scale is None:
        raise BadInput(
            "To turn an item round, its scale must be known.",
            where="scale",
            seen="none",
            allowed="the lowest and the highest answer, such as (1, 5)",
            do="Give scale.",
        )
    maxima = _maxima(item_max, answers)
    ends = None if scale is None else tuple(float(each) for each in scale)
    return _result(answers, maxima, share, ends)


def _maxima(item_max: Any, answers: Answers) -> tuple[float, ...]:
    k = len(answers.whole)
    tops = [max(column) / answers.scale for column in answers.whole]
    seen = {value for column in answers.whole for value in column}
    lowest = min(seen) / answers.scale
    if item_max is None:
        if seen <= {0, answers.scale}:
            return (1.0,) * k
        raise _beyond("Say what each item is out of.", "none, with marks up to " + f"{max(tops):g}")
    given = [item_max] * k if not hasattr(item_max, "__len__") else as_list(item_max, "item_max")
    maxima = [read_real(each, "item_max", low=SMALLEST, allowed="a number above 0") for each in given]
    if len(maxima) != k:
        raise _beyond("There must be one highest mark for each item, or one for all.", f"{len(maxima)} for {k} items")
    for number, (top, most) in enumerate(zip(tops, maxima, strict=True), start=1):
        if top > most or lowest < 0:
            raise _beyond("A mark lies outside what an item is out of.", f"{lowest:g} to {top:g} in item {number}, out of {most:g}")
    return tuple(maxima)


def _beyond(what: str, seen: str) -> BadInput:
    return BadInput(
        what,
        where="item_max",
        seen=seen,
        allowed="one number, or one for each item, and marks from 0 to it",
        do="Give item_max, such as 5.",
    )


def _result(answers: Answers, maxima: tuple[float, ...], share: float, ends: tuple[float, ...] | None) -> ItemAnalysis:
    table = answering.spread(answers)
    n, k, unit = answers.n, table.items, answers.scale
    totals = [sum(pupil) for pupil in zip(*answers.whole, strict=True)]
    size = max(1, round(share * n))
    top, bottom = _weights(totals, size), _weights([-total for total in totals], size)
    rest = answering.rest_correlations(table)
    rows = []
    for place, (column, most) in enumerate(zip(answers.whole, maxima, strict=True)):
        gap = sum((high - low) * value for high, low, value in zip(top, bottom, column, strict=True))
        rows.append(
            ItemRow(
                item=place + 1,
                item_max=most,
                gained=sum(column) / unit,
                mean=sum(column) / (n * unit),
                sd=table.sd(table.own[place]),
                facility=float(Fraction(sum(column), n * unit) / exact(most)),
                discrimination=float(gap / (size * unit) / exact(most)),
                item_rest_r=rest[place],
                item_total_r=answering.correlation(sum(table.table[place]), table.own[place], table.total),
            )
        )
    facilities = [row.facility for row in rows]
    return ItemAnalysis(
        n=n,
        missing=answers.missing,
        dropped=answers.dropped,
        method=f"item analysis: facility, discrimination between the top and the bottom {size} of {n} by total; complete rows",
        reference="Kelley (1939), J. Educ. Psychol. 30, 17-24; Henrysson (1963), Psychometrika 28, 211-218",
        rows=tuple(rows),
        columns=ItemRow._fields,
        items=k,
        item_max=maxima[0] if len(set(maxima)) == 1 else maxima,
        right_or_wrong=all(value in {0, unit} for column in answers.whole for value in column) and set(maxima) == {1.0},
        group_share=share,
        group_size=size,
        easiest=tuple(row.item for row in rows if row.facility == max(facilities)),
        hardest=tuple(row.item for row in rows if row.facility == min(facilities)),
        looks_reversed=tuple(place for place, r in enumerate(rest, start=1) if r is not None and r < 0),
        reversed_items=answers.reversed_items,
        scale=ends,
        constant_items=tuple(place for place, own in enumerate(table.own, start=1) if own == 0),
        total_mean=sum(totals) / (n * unit),
        total_sd=table.sd(table.total),
        total_max=sum(maxima),
    )


def _weights(totals: Sequence[int], size: int) -> list[Fraction]:
    """Return each pupil's part in the group of the highest totals; those who tie for the last place share it.

    >>> [str(each) for each in _weights([5, 3, 3, 1], 2)]
    ['1', '1/2', '1/2', '0']
    """
    last = sorted(totals, reverse=True)[size - 1]
    above, level = sum(total > last for total in totals), totals.count(last)
    part = Fraction(size - above, level)
    return [Fraction(1) if total > last else part if total == last else Fraction(0) for total in totals]
