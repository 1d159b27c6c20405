"""How closely two columns of the same pupils go together."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, sqrt, tanh

from workbench.errors import Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number, read_level, read_pairs
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation(Result):
    """An estimate; ``low`` and ``high`` are ``None`` when all points lie on one line (``undefined`` says so)."""

    made_by = "pearson(x, y, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    x: tuple[Number, ...]
    y: tuple[Number, ...]
    undefined: str | None


def pearson(x: Column, y: Column, *, level: float = 0.95) -> Correlation:
    """Return Pearson's r of two columns, with Fisher's z interval.

    It speaks of a straight line only, and one pupil far out can make it or break it. From a group
    that was chosen by one of the columns it comes out too small.

    Args:
        x: One number for each pupil; ``None`` or NaN where it is missing.
        y: The same pupils in the same order. A pair with a blank half is left out whole.
        level: Between 0 and 1.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with fewer than four complete pairs (Fisher's z divides by n - 3).
        Undefined: when one column does not vary.

    Reference:
        [1] Fisher (1921). On the 'probable error' of a coefficient of correlation. Metron 1, 3-32.

    Example:
        >>> round(pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]).estimate, 4)
        0.8
    """
    share = read_level(level)
    pairs = read_pairs(x, y, least=4, names=("x", "y"))
    r = moments.correlation(pairs.before_units, pairs.after_units)
    if r is None:
        still = "x" if moments.squares(pairs.before_units) == 0 else "y"
        raise Undefined(
            "A correlation is undefined when one column does not vary.",
            where=still,
            seen=f"{len(pairs.before)} equal values",
            allowed="a column with at least two different values",
            do="Look at the other column by itself.",
        )
    low = high = None
    if abs(r) < 1:
        from statistics import NormalDist

        reach = NormalDist().inv_cdf((1 + share) / 2) / sqrt(len(pairs.before) - 3)
        low, high = tanh(atanh(r) - reach), tanh(atanh(r) + reach)
    return Correlation(
        n=len(pairs.before),
        missing=pairs.missing,
        dropped=pairs.dropped,
        method="Pearson's product-moment correlation; Fisher's z interval",
        reference="Fisher (1921), Metron 1, 3-32",
        estimate=r,
        low=low,
        high=high,
        level=share,
        x=pairs.before,
        y=pairs.after,
        undefined=None if low is not None else "all points lie on one line",
    )
