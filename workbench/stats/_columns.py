"""What may be given to a statistic: columns of numbers, shares, choices; and numbers kept exact.

Marks are compared as whole numbers of a common unit, never as floats, so that a tie is a tie.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from fractions import Fraction
from math import hypot, inf, isfinite, isnan, lcm, nan, ulp
from numbers import Integral, Real
from operator import sub
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats._row_labels import refuse_other_order

Number = int | float
Column = Iterable[Any]
BIGGEST = 1e100
SMALLEST = 1e-100
ONLY_INTS = {int}
NUMBERS = "numbers such as 7, 7.5 or a blank (None or NaN)"


class Pairs(NamedTuple):
    """Complete pairs: ``before[i]`` is ``before_units[i] / scale`` (a slip of a float's last digits taken off), and so on."""

    before: tuple[Number, ...]
    after: tuple[Number, ...]
    before_units: Sequence[int]
    after_units: Sequence[int]
    change_units: Sequence[int]
    scale: int
    missing: int
    dropped: int


def read_pairs(first: Column, second: Column, *, least: int, names: tuple[str, str] = ("before", "after")) -> Pairs:
    """Read two columns in step; a pair with a blank half is left out whole.

    Args:
        first: One number per pupil, in the pupils' order.
        second: The same pupils in the same order.
        least: The fewest complete pairs that will do.
        names: What to call the columns in an error.

    Raises:
        BadInput: for text, infinite or complex values, nested columns, or unequal lengths.
        NotEnoughData: when fewer than ``least`` complete pairs are left.
    """
    if type(first) is list and type(second) is list and len(first) == len(second) >= least and _small_whole(first + second):
        # The usual case, whole marks with none missing, takes a third of the time this way.
        return Pairs(tuple(first), tuple(second), first, second, list(map(sub, second, first)), 1, 0, 0)
    refuse_other_order(**{names[0]: first, names[1]: second})
    x, y = read_column(first, names[0]), read_column(second, names[1])
    if len(x) != len(y):
        raise BadInput(
            "The two columns must have one row for each pupil, in the same order.",
            seen=f"{len(x)} values in '{names[0]}' and {len(y)} in '{names[1]}'",
            allowed="two columns of equal length, with None where a mark is missing",
            do="Put both marks of a pupil in the same row.",
        )
    missing = dropped = 0
    if None in x or None in y:
        missing = x.count(None) + y.count(None)
        kept = [(a, b) for a, b in zip(x, y, strict=True) if a is not None and b is not None]
        dropped = len(x) - len(kept)
        x, y = [a for a, _ in kept], [b for _, b in kept]
    if len(x) < least:
        raise NotEnoughData(
            f"This needs at least {least} pupil{'' if least == 1 else 's'} with both values.",
            seen=f"{len(x)} complete pair{'' if len(x) == 1 else 's'}",
            allowed=f"{least} complete pair{'' if least == 1 else 's'} or more",
            do="Look at each pupil's own work instead.",
        )
    scale, (before_units, after_units) = whole_units(x, y)
    return Pairs(tuple(x), tuple(y), before_units, after_units, list(map(sub, after_units, before_units)), scale, missing, dropped)


def _small_whole(items: list[Any]) -> bool:
    try:
        return ONLY_INTS.issuperset(map(type, items)) and hypot(*items) < BIGGEST  # no item is further from 0 than all together
    except OverflowError:
        return False


def read_column(values: Column, name: str) -> list[Any]:
    """Return the values as Python ints and floats, ``None`` where one is missing."""
    items = as_list(values, name)
    kinds = set(map(type, items))
    if kinds == ONLY_INTS and min(items) > -BIGGEST and max(items) < BIGGEST:
        return items
    if kinds <= {int, float} and all(-BIGGEST < item < BIGGEST and (not item or abs(item) > SMALLEST) for item in items):
        return items
    return [_read_number(item, f"{name}, value {place}") for place, item in enumerate(items, start=1)]


def as_list(values: Any, name: str) -> list[Any]:
    """Return the items of any ordered collection; text, sets and mappings are refused."""
    if isinstance(values, (list, tuple)):
        return list(values)
    if hasattr(values, "columns"):  # a data frame would hand over its headings
        raise BadInput(
            "This is a whole table, and one column is wanted.",
            where=name,
            seen=f"a table of {len(values)} rows and {len(values.columns)} columns",
            allowed=NUMBERS + ", in one column",
            do="Take one column of it, such as table['mark'].",
        )
    unordered = isinstance(values, (str, bytes, Mapping, Set))
    if not unordered:
        plain = values.tolist() if hasattr(values, "tolist") else values
        if isinstance(plain, Iterable):
            return list(plain)
    raise BadInput(
        "A column is a list with one number for each pupil.",
        where=name,
        seen=show(values),
        allowed=NUMBERS + ", in a list, a tuple or an array",
        do="Put the numbers in a list, in the pupils' order.",
    )


def _read_number(value: Any, where: str) -> Number | None:
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return None
    number: Number | None = None
    if isinstance(value, Integral) and not isinstance(value, bool):
        number = int(value)
    elif isinstance(value, (Real, Decimal)) and not isinstance(value, bool):
        number = _as_float(value)
        if isnan(number):
            return None
    if number is None or not -BIGGEST < number < BIGGEST or 0 < abs(number) <= SMALLEST:
        raise BadInput(
            "This value cannot be counted as a number.",
            where=where,
            seen=show(value),
            allowed=NUMBERS,
            do="Type the number, or leave it blank.",
        )
    return number


def _as_float(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:  # a whole number or fraction beyond what a float can hold
        return inf
    except ValueError:  # a decimal's signalling NaN
        return nan


def show(value: object) -> str:
    """Return a value as it stands in an error, cut short where it is long."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def exact(value: Number) -> Fraction:
    """Return the fraction that a float was typed as.

    The simplest fraction with a denominator up to 1,000 that is stored as this very float, so that
    0.1 is a tenth and the mean of three markers a third; failing that, its shortest decimal.

    >>> exact(0.1), exact(22 / 3)
    (Fraction(1, 10), Fraction(22, 3))
    """
    return _fraction(value, slips=0)


def meant(value: Number) -> Fraction:
    """Return the fraction that a computed mark stands for: a slip in a float's last digits does not untie a tie.

    Only below a million, and only to thousandths, simple fractions or nine decimals.

    >>> meant(0.1 + 0.2), meant(0.12345678901234567)
    (Fraction(3, 10), Fraction(6172839450617283, 50000000000000000))
    """
    return _fraction(value, slips=4)


def _fraction(value: Number, *, slips: int) -> Fraction:
    if isinstance(value, int) or value.is_integer():
        return Fraction(int(value))
    thousandths = round(value * 1000) if abs(value) < 1e12 else 0
    if thousandths / 1000 == value:
        return Fraction(thousandths, 1000)
    slack = slips * ulp(value) if abs(value) < 1e6 else 0.0
    near = Fraction(value).limit_denominator(1000)
    if abs(float(near) - value) <= slack:
        return near
    plain = round(value, 9)
    return Fraction(repr(plain if slack and abs(plain - value) <= slack else value))


def whole_units(*columns: Sequence[Number]) -> tuple[int, tuple[Sequence[int], ...]]:
    """Return a scale and each column as whole numbers of ``1 / scale``, exactly.

    >>> whole_units([7.5, 8], [9, 10.5])
    (2, ([15, 16], [18, 21]))
    """
    if all(set(map(type, column)) == ONLY_INTS for column in columns):
        return 1, tuple(columns)  # type: ignore[arg-type]
    if all((value + value) % 1 == 0 for column in columns for value in column):
        halves = tuple([int(value + value) for value in column] for column in columns)
        if any(unit & 1 for column in halves for unit in column):
            return 2, halves
        return 1, tuple([unit // 2 for unit in column] for column in halves)
    fractions = [[meant(value) for value in column] for column in columns]
    scale = lcm(*(value.denominator for column in fractions for value in column))
    return scale, tuple([int(value * scale) for value in column] for column in fractions)


def read_level(level: object) -> float:
    """Return the level of confidence as a share strictly between 0 and 1.

    Raises:
        BadInput: for anything else; 95 is named as the slip that it is, and a level that rounds to certainty is told so.
    """
    share = _as_float(level) if isinstance(level, (Real, Decimal)) and not isinstance(level, bool) else nan
    if share < 1 <= (1 + share) / 2:
        raise BadInput(
            "No interval is as good as certain.",
            where="level",
            seen=repr(share),
            allowed="a number between 0 and 1, such as 0.95",
            do="Write level=0.99.",
        )
    if not 0 < share < 1:
        likely = isfinite(share) and 1 < share < 100
        raise BadInput(
            "The level is a share, not a percentage.",
            where="level",
            seen=show(level),
            allowed="a number between 0 and 1, such as 0.95",
            do=f"Write level={share / 100:g}." if likely else "Write level=0.95.",
        )
    return share


def read_choice(value: object, name: str, allowed: Sequence[str]) -> str:
    """Return ``value`` when it is one of ``allowed``.

    Raises:
        UnknownOption: when it is not; the error lists those that are.
    """
    if isinstance(value, str) and value in allowed:
        return value
    raise UnknownOption(
        f"There is no such choice for '{name}'.",
        where=name,
        seen=show(value),
        allowed=", ".join(allowed),
        do="Choose one of these.",
    )


def read_real(value: object, name: str, *, low: float = -BIGGEST, high: float = BIGGEST, allowed: str = "a number") -> float:
    """Return one finite number within ``low`` and ``high``.

    Raises:
        BadInput: when it is not one.
    """
    if isinstance(value, (Real, Decimal)) and not isinstance(value, bool) and low <= _as_float(value) <= high:
        return float(value)
    raise BadInput("This is not a number that can be used here.", where=name, seen=show(value), allowed=allowed, do="Type the number.")


def read_count(value: object, name: str, *, least: int, most: int = 1_000_000) -> int:
    """Return a whole number of pupils.

    Raises:
        BadInput: when it is not a whole number.
        NotEnoughData: when it is below ``least``.
    """
    count = int(value) if isinstance(value, Integral) and not isinstance(value, bool) else None
    if count is None or count > most:
        raise BadInput(
            "A number of pupils is a whole number.",
            where=name,
            seen=show(value),
            allowed=f"{least} to {most:,}",
            do="Type how many pupils there are.",
        )
    if count < least:
        raise NotEnoughData(
            f"This needs at least {least} pupil{'' if least == 1 else 's'}.",
            where=name,
            seen=show(value),
            allowed=f"{least} or more",
            do="Look at each pupil's own work instead." if count > 0 else "Type how many pupils there are.",
        )
    return count


def count_directions(changes: Sequence[int]) -> tuple[int, int, int]:
    """Return how many changes are above, at and below 0."""
    up = len([True for change in changes if change > 0])
    same = changes.count(0)
    return up, same, len(changes) - up - same
