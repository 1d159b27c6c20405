"""Bland and Altman: how far two markers' marks lie apart, in marks."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number, as_list, count_directions, read_column, read_level, read_pairs
from workbench.stats._distributions import t_quantile
from workbench.stats._row_labels import refuse_other_order
from workbench.stats.result import Result

WIDTH = 1.96
"""Standard deviations on either side of the bias, as published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlandAltman(Result):
    """An estimate: the bias, a minus b, with a t interval; and limits within which most differences lie.

    Attributes:
        sd: Of the differences.
        lower_limit, upper_limit: Bias minus and plus 1.96 SD, with ``limit_standard_error`` for either
            and the t intervals ``lower_limit_low`` to ``lower_limit_high``, ``upper_limit_low`` to ``upper_limit_high``.
        prediction_low, prediction_high: Where the next difference lies with the confidence asked for;
            wider than the limits, and right for few pairs.
        above, same, below: On how many units a is above, the same as and below b.
        outside: How many differences lie beyond the two limits.
        widest_gap, widest_place: The widest difference, without sign, and where it stands in the list, from 1.
        differences, means: Unit by unit; the differences are a minus b.
        undefined: Why there are no ranges, where there are none.
    """

    made_by = "bland_altman(a, b, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    sd: float
    lower_limit: float
    upper_limit: float
    limit_standard_error: float | None
    lower_limit_low: float | None
    lower_limit_high: float | None
    upper_limit_low: float | None
    upper_limit_high: float | None
    prediction_low: float | None
    prediction_high: float | None
    above: int
    same: int
    below: int
    outside: int
    widest_gap: float
    widest_place: int
    dropped: int
    a: tuple[Number, ...]
    b: tuple[Number, ...]
    differences: tuple[float, ...]
    means: tuple[float, ...]
    undefined: str | None


def bland_altman(a: Column, b: Column, *, level: float = 0.95) -> BlandAltman:
    """Return the bias of a over b with its interval, the limits of agreement and theirs.

    It tells how far apart two marks of the same paper may be, in marks; whether that is near enough
    is for the markers to say. It takes the differences to be much the same up and down the scale
    and roughly normal: look at the figure. With few papers the prediction limits are the honest ones.

    Args:
        a: One mark for each paper by the first marker; ``None`` or NaN where it is missing.
        b: The same papers in the same order by the second. A pair with a blank half is left out whole.
        level: Between 0 and 1, for the bias, for each limit and for the prediction limits.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with fewer than two complete pairs.

    Reference:
        [1] Bland & Altman (1986). Statistical methods for assessing agreement between two methods of
        clinical measurement. Lancet 327, 307-310. [2] Bland & Altman (1999). Measuring agreement in
        method comparison studies. Stat. Methods Med. Res. 8, 135-160.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(bland_altman([12.5, 9, 15, 7.5, 11], [13, 8.5, 14, 8, 12.5]), form="short"))
        Of the 5 papers, the first marker gave more on 2 and less on 3. \
On average the first gave 0.2 marks less than the second; anything from 1.4 less to 1.0 more fits these papers. \
On one more paper the first may give anything from 3.2 less to 2.8 more.
    """
    share = read_level(level)
    refuse_other_order(a=a, b=b)
    first, second = as_list(a, "a"), as_list(b, "b")
    pairs = read_pairs(first, second, least=2, names=("a", "b"))
    apart = [-change for change in pairs.change_units]
    n, scale = len(apart), pairs.scale
    bias, sd = moments.mean(apart, scale), moments.sd(apart, scale)
    lower, upper = bias - WIDTH * sd, bias + WIDTH * sd
    above, same, below = count_directions(apart)
    widest = max(range(n), key=lambda each: abs(apart[each]))
    return BlandAltman(
        n=n,
        missing=pairs.missing,
        dropped=pairs.dropped,
        method="Bland-Altman bias with its t interval, limits at 1.96 SD, and t prediction limits",
        reference="Bland & Altman (1986), Lancet 327, 307-310; (1999), Stat. Methods Med. Res. 8, 135-160",
        estimate=bias,
        level=share,
        sd=sd,
        lower_limit=lower,
        upper_limit=upper,
        above=above,
        same=same,
        below=below,
        outside=sum(not lower <= each / scale <= upper for each in apart) if sd else 0,
        widest_gap=abs(apart[widest]) / scale,
        widest_place=_places(first, second, pairs.dropped)[widest],
        a=pairs.before,
        b=pairs.after,
        differences=tuple(each / scale for each in apart),
        means=tuple((one + other) / (2 * scale) for one, other in zip(pairs.before_units, pairs.after_units, strict=True)),
        undefined=None if sd else "all the differences are the same",
        **_ranges(bias, sd, n, share),
    )


def _places(first: list[Any], second: list[Any], dropped: int) -> list[int]:
    """Return where the complete pairs stand in the list, from 1."""
    if not dropped:
        return list(range(1, len(first) + 1))
    both = zip(read_column(first, "a"), read_column(second, "b"), strict=True)
    return [place for place, pair in enumerate(both, start=1) if None not in pair]


def _ranges(bias: float, sd: float, n: int, level: float) -> dict[str, Any]:
    names = ["low", "high", "lower_limit_low", "lower_limit_high", "upper_limit_low", "upper_limit_high"]
    names += ["prediction_low", "prediction_high", "limit_standard_error"]
    if sd == 0:
        return dict.fromkeys(names)
    t = t_quantile((1 + level) / 2, n - 1)
    error = sd * sqrt(1 / n + WIDTH * WIDTH / (2 * (n - 1)))
    ends: list[float] = []
    for middle, reach in ((bias, sd / sqrt(n)), (bias - WIDTH * sd, error), (bias + WIDTH * sd, error), (bias, sd * sqrt(1 + 1 / n))):
        ends += [middle - t * reach, middle + t * reach]
    return dict(zip(names, [*ends, error], strict=True))
