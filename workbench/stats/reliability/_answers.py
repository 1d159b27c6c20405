"""Answers of pupils to items, and how the items vary together: whole numbers, exact until the last square root."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import compress
from math import lcm, sqrt
from operator import mul
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats._columns import Number, as_list, read_column, read_count, show, whole_units
from workbench.stats._tables import Rows, read_rows


class Answers(NamedTuple):
    """Pupils' answers, column by column, in whole numbers of ``1 / scale``; items are counted from 1.

    ``columns`` holds complete rows only, or all rows with ``None`` for a gap when pairs were asked for.
    """

    columns: tuple[tuple[int | None, ...], ...]
    scale: int
    n: int
    missing: int
    dropped: int
    reversed_items: tuple[int, ...]
    by_pairs: bool

    @property
    def whole(self) -> list[list[int]]:
        """The columns, of complete rows."""
        return [[value for value in column if value is not None] for column in self.columns]


class Spread(NamedTuple):
    """Variances and covariances of items: ``table[i][j] / (divisor * scale ** 2)``."""

    table: tuple[tuple[int, ...], ...]
    divisor: int
    scale: int

    @property
    def items(self) -> int:
        """How many items there are."""
        return len(self.table)

    @property
    def total(self) -> int:
        """The variance of the total mark."""
        return sum(map(sum, self.table))

    @property
    def own(self) -> list[int]:
        """Each item's variance."""
        return [row[place] for place, row in enumerate(self.table)]

    def without(self, item: int) -> Spread:
        """Return the same without the item at this place, from 0."""
        rest = [each for each in range(self.items) if each != item]
        return self._replace(table=tuple(tuple(self.table[i][j] for j in rest) for i in rest))

    def sd(self, variance: int) -> float:
        """Return the square root of one of these variances, in marks."""
        return root(Fraction(variance, self.divisor * self.scale**2))


def read_answers(
    items: Rows,
    *,
    least_rows: int = 2,
    least_items: int = 2,
    reversed_items: Iterable[Any] = (),
    scale: Any = None,
    missing: str = "listwise",
) -> Answers:
    """Read a table of answers and turn the items that are scored the other way round.

    Args:
        items: One list for each pupil, one value for each item; ``None`` or NaN where it is missing.
        least_rows: The fewest pupils that will do, after any are left out.
        least_items: The fewest items that will do.
        reversed_items: Numbers of items to turn round, from 1.
        scale: Lowest and highest answer there is; without it, those that were given.
        missing: ``"listwise"`` leaves a pupil with a gap out; ``"pairwise"`` keeps what there is.
    """
    rows = read_rows(items, "items", least_rows=1, least_columns=least_items)
    blank = sum(row.count(None) for row in rows)
    gaps = len(rows[0]) - 1 if missing == "pairwise" else 0
    kept = [row for row in rows if row.count(None) <= gaps]
    if len(kept) < least_rows:
        raise NotEnoughData(
            f"This needs at least {least_rows} pupil{'' if least_rows == 1 else 's'} who answered {'some' if gaps else 'every'} item.",
            where="items",
            seen=f"{len(kept)} of {len(rows)} pupil{'' if len(rows) == 1 else 's'}",
            allowed=f"{least_rows} complete rows or more",
            do="Leave out an item that many left blank, or look at each pupil's own work instead.",
        )
    turned = _item_numbers(reversed_items, len(rows[0]))
    given = [[value for value in row if value is not None] for row in kept]
    ends = _ends(scale, given)
    unit, (*whole, lowest_highest) = whole_units(*given, ends)
    lowest, highest = lowest_highest
    back = [iter(row) for row in whole]
    table = [[None if value is None else next(units) for value in row] for row, units in zip(kept, back, strict=True)]
    columns = []
    for number, column in enumerate(zip(*table, strict=True), start=1):
        columns.append(tuple(None if value is None else lowest + highest - value for value in column) if number in turned else column)
    return Answers(tuple(columns), unit, len(kept), blank, len(rows) - len(kept), turned, blank > 0 and missing == "pairwise")


def _item_numbers(numbers: Iterable[Any], items: int) -> tuple[int, ...]:
    found = []
    for each in as_list(numbers, "reversed_items"):
        number = read_count(each, "reversed_items", least=0)
        if not 1 <= number <= items:
            raise BadInput(
                "There is no item with this number.",
                where="reversed_items",
                seen=show(each),
                allowed=f"1 to {items}, counted from 1 as on the paper",
                do="Give the items' numbers.",
            )
        found.append(number)
    return tuple(sorted(set(found)))


def _ends(scale: Any, given: Sequence[Sequence[Number]]) -> list[Number]:
    lowest, highest = min(map(min, filter(None, given)), default=0), max(map(max, filter(None, given)), default=0)
    if scale is None:
        return [lowest, highest]
    ends = read_column(as_list(scale, "scale"), "scale")
    if len(ends) != 2 or None in ends or not ends[0] <= lowest <= highest <= ends[1] or ends[0] == ends[1]:
        raise BadInput(
            "The scale is the lowest and the highest answer that there is.",
            where="scale",
            seen=f"{show(scale)}, with answers from {lowest:g} to {highest:g}",
            allowed="two numbers with every answer between them, such as (1, 5)",
            do="Look for a slip in the answers, or give the scale's own ends.",
        )
    return ends


def spread(answers: Answers) -> Spread:
    """Return how the items vary together, with divisor n - 1 throughout (pair by pair where there are gaps).

    Raises:
        NotEnoughData: when fewer than two pupils answered both of a pair of items.
    """
    if not answers.by_pairs:
        n, columns = answers.n, answers.whole
        sums = [sum(column) for column in columns]
        table: list[list[Any]] = [[0] * len(columns) for _ in columns]
        for i, first in enumerate(columns):
            for j in range(i + 1):
                joint = n * sum(map(mul, first, columns[j])) - sums[i] * sums[j]
                table[i][j] = table[j][i] = joint
        return Spread(tuple(map(tuple, table)), n * (n - 1), answers.scale)
    table = [[_joint(first, second) for second in answers.columns] for first in answers.columns]
    divisor = lcm(*(each.denominator for row in table for each in row))
    return Spread(tuple(tuple(int(each * divisor) for each in row) for row in table), divisor, answers.scale)


def _joint(first: Sequence[int | None], second: Sequence[int | None]) -> Fraction:
    both = [a is not None and b is not None for a, b in zip(first, second, strict=True)]
    x: list[int] = list(compress(first, both))  # type: ignore[arg-type]
    y: list[int] = list(compress(second, both))  # type: ignore[arg-type]
    n = len(x)
    if n < 2:
        raise NotEnoughData(
            "Two items have too few pupils in common.",
            where="items",
            seen=f"{n} pupil{'' if n == 1 else 's'} who answered both",
            allowed="two pupils or more for every pair of items",
            do="Leave out an item that many left blank.",
        )
    return Fraction(n * sum(map(mul, x, y)) - sum(x) * sum(y), n * (n - 1))


def needs_variation(total: int, n: int) -> None:
    """Refuse totals that are all alike.

    Raises:
        Undefined: when the variance of the total mark is 0.
    """
    if total <= 0:
        raise Undefined(
            "When all pupils have the same total, nothing tells them apart, so there is no reliability.",
            where="items",
            seen=f"{n} equal totals" if total == 0 else "gaps that leave the total mark no spread",
            allowed="totals that vary",
            do="Look at the items one by one, with item_analysis.",
        )


def root(square: Fraction) -> float:
    """Return the square root of a fraction that is not negative."""
    return sqrt(float(square))


def correlation(joint: int, one: int, other: int) -> float | None:
    """Return a correlation from a covariance and two variances, ``None`` when one of them is 0 (or, from gaps, below)."""
    if one <= 0 or other <= 0:
        return None
    size = root(Fraction(joint * joint, one * other))
    return size if joint >= 0 else -size


def rest_correlations(table: Spread) -> tuple[float | None, ...]:
    """Return how each item goes with the total of all the others."""
    total, found = table.total, []
    for place, row in enumerate(table.table):
        with_all, own = sum(row), row[place]
        found.append(correlation(with_all - own, own, total - 2 * with_all + own))
    return tuple(found)


def alpha_of(table: Spread) -> float | None:
    """Return Cronbach's alpha, ``None`` for one item or totals that do not vary."""
    k, total = table.items, table.total
    if k < 2 or total <= 0:
        return None
    return float(Fraction(k * (total - sum(table.own)), (k - 1) * total))
