"""Intraclass correlation: how much of the spread in marks comes from the papers and not from the marking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt
from typing import NamedTuple

from workbench.errors import NotEnoughData, Undefined, UnknownOption
from workbench.stats._columns import Number, read_level, show, whole_units
from workbench.stats._distributions import f_quantile
from workbench.stats._tables import Rows, complete_rows, read_rows
from workbench.stats.result import Result

FORMS = {
    "icc1": "ICC(1,1)",
    "icc2": "ICC(2,1)",
    "icc3": "ICC(3,1)",
    "icc1k": "ICC(1,k)",
    "icc2k": "ICC(2,k)",
    "icc3k": "ICC(3,k)",
}
"""The six forms, and what Shrout and Fleiss call them."""
PUNCTUATION = str.maketrans("", "", "(), ")
SAME_MARKS = "the markers gave every paper the same mark"
IN_STEP = "the markers rank and space the papers in exactly the same way"
NO_VALUE = "the papers differ so little beside the markers' differences that the formula divides by 0 or less"
NO_RANGE = "the papers differ so little beside the markers' differences that the formula gives no range"


class Squares(NamedTuple):
    """Mean squares of units, raters, what is left, and within units; n units and k raters."""

    units: float
    raters: float
    rest: float
    within: float
    n: int
    k: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IntraclassCorrelation(Result):
    """An estimate, for the form asked for, and a table of all six.

    ``None`` stands where a form has no value or no range; ``undefined`` says why, for the form asked for.

    Attributes:
        rows: For each form its name, estimate, low, high, and why something is missing.
        model: The form asked for; ``form`` is Shrout and Fleiss's name of it; ``counts_severity`` whether a
            rater who is severe throughout counts against agreement.
        f_one_way, f_two_way: Mean squares of units over those within units, and over what raters leave.
        mean_squares: Of units, raters, what is left, and within units.
        error_sd: The typical distance of one rater's mark from the unit's mean (SD within units).
        same, widest_gap, widest_place: On how many units all raters gave the same mark; the widest gap
            between two raters on one unit, and where that unit stands in the list, from 1.
        ratings: The complete units.
    """

    made_by = "intraclass_correlation(ratings, model={model}, level={level})"

    estimate: float | None
    low: float | None
    high: float | None
    level: float
    model: str
    form: str
    counts_severity: bool
    rows: tuple[tuple[str, float | None, float | None, float | None, str | None], ...]
    raters: int
    f_one_way: float | None
    f_two_way: float | None
    mean_squares: tuple[float, float, float, float]
    error_sd: float
    same: int
    widest_gap: float
    widest_place: int
    dropped: int
    ratings: tuple[tuple[Number, ...], ...]
    undefined: str | None


def intraclass_correlation(ratings: Rows, *, model: str = "icc2", level: float = 0.95) -> IntraclassCorrelation:
    """Return an intraclass correlation with its F interval, and all six forms beside it.

    ``"icc1"`` is for raters who differ from unit to unit, ``"icc2"`` for these raters as some of many,
    with a severe rater counted against agreement, ``"icc3"`` for these very raters, severity left out.
    A ``k`` at the end is for the mean of all raters' marks instead of one rater's. The number depends
    on how much the units differ: the same marking gives a lower one on papers of similar quality. An
    estimate below 0 says that units differ less than the marking does.

    Args:
        ratings: Units by raters, numbers; a unit with a blank is left out whole.
        model: ``"icc1"``, ``"icc2"``, ``"icc3"``, ``"icc1k"``, ``"icc2k"`` or ``"icc3k"``, or as Shrout
            and Fleiss write it, such as ``"ICC(2,1)"``.
        level: Between 0 and 1.

    Raises:
        UnknownOption: for another form.
        BadInput: for text, infinite values, or rows of unequal length.
        NotEnoughData: with fewer than two complete units or two raters.
        Undefined: when no mark differs from any other.

    Reference:
        [1] Shrout & Fleiss (1979). Intraclass correlations: uses in assessing rater reliability.
        Psychol. Bull. 86, 420-428. [2] McGraw & Wong (1996). Forming inferences about some intraclass
        correlation coefficients. Psychol. Methods 1, 30-46.

    Example:
        >>> from workbench.words.say import say
        >>> marks = [[12.5, 13], [9, 8.5], [15, 14], [7.5, 8], [11, 12.5], [14, 13.5], [16.5, 17], [8, 7]]
        >>> print(say(intraclass_correlation(marks), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The markers gave the same mark to none of 8 papers; the widest gap on one paper is 1.5 marks. Of the spread
        in one marker's marks, a share of 0.97 comes from the papers; anything from 0.86 to 0.99 fits these papers.
    """
    chosen = _read_model(model)
    share = read_level(level)
    table = read_rows(ratings, "ratings", least_rows=2, least_columns=2, row="unit", column="rater")
    kept, missing = complete_rows(table)
    if len(kept) < 2:
        raise NotEnoughData(
            "This needs at least 2 units that every rater marked.",
            seen=f"{len(kept)} complete",
            allowed="2 or more",
            do="Mark a few more papers together.",
        )
    scale, units = whole_units(*kept)
    squares = mean_squares(units, scale)
    if squares.units == squares.within == 0:
        raise Undefined(
            "Agreement of marks is undefined when every mark is the same.",
            seen=f"{len(kept)} units, all {kept[0][0]:g}",
            allowed="marks that differ",
            do="Mark papers that differ more.",
        )
    rows = _six(squares, share)
    asked = next(row for row in rows if row[0] == FORMS[chosen])
    gaps = [max(row) - min(row) for row in units]
    whole = [place for place, row in enumerate(table, start=1) if None not in row]
    return IntraclassCorrelation(
        n=len(kept),
        missing=missing,
        dropped=len(table) - len(kept),
        method=f"intraclass correlation {FORMS[chosen]} from mean squares, F interval",
        reference="Shrout & Fleiss (1979), Psychol. Bull. 86, 420-428; McGraw & Wong (1996), Psychol. Methods 1, 30-46",
        estimate=asked[1],
        low=asked[2],
        high=asked[3],
        level=share,
        model=chosen,
        form=FORMS[chosen],
        counts_severity="3" not in chosen,
        rows=rows,
        raters=squares.k,
        f_one_way=None if squares.within == 0 else squares.units / squares.within,
        f_two_way=None if squares.rest == 0 else squares.units / squares.rest,
        mean_squares=squares[:4],
        error_sd=sqrt(squares.within),
        same=gaps.count(0),
        widest_gap=max(gaps) / scale,
        widest_place=whole[gaps.index(max(gaps))],
        ratings=tuple(map(tuple, kept)),
        undefined=asked[4],
    )


def _read_model(model: object) -> str:
    plain = model.lower().translate(PUNCTUATION) if isinstance(model, str) else ""
    plain = plain.removesuffix("1") if len(plain) == 5 else plain
    if plain in FORMS:
        return plain
    raise UnknownOption(
        "There is no such form of intraclass correlation.",
        where="model",
        seen=show(model),
        allowed=", ".join(FORMS),
        do="Choose 'icc2' for one marker's mark, 'icc2k' for the mean of all markers.",
    )


def mean_squares(units: Sequence[Sequence[int]], scale: int) -> Squares:
    """Return the mean squares of a two-way table, from whole numbers: what is 0 is exactly 0."""
    n, k = len(units), len(units[0])
    totals = [sum(row) for row in units]
    middle = sum(totals) ** 2
    of_units = n * sum(total * total for total in totals) - middle
    of_raters = k * sum(sum(column) ** 2 for column in zip(*units, strict=True)) - middle
    in_all = n * k * sum(mark * mark for row in units for mark in row) - middle
    size = n * k * scale * scale
    return Squares(
        units=of_units / (size * (n - 1)),
        raters=of_raters / (size * (k - 1)),
        rest=(in_all - of_units - of_raters) / (size * (n - 1) * (k - 1)),
        within=(in_all - of_units) / (size * n * (k - 1)),
        n=n,
        k=k,
    )


Row = tuple[str, float | None, float | None, float | None, str | None]
Ends = tuple[float | None, float | None]


def _six(squares: Squares, level: float) -> tuple[Row, ...]:
    between, raters, rest, within, n, k = squares
    upper = (1 + level) / 2
    two = _over(between - rest, between + (k - 1) * rest + k * (raters - rest) / n)
    ends_one = _f_ends(between, within, n - 1, n * (k - 1), upper)
    ends_two = _agreement_ends(squares, two, upper)
    ends_three = _f_ends(between, rest, n - 1, (n - 1) * (k - 1), upper)
    found: dict[str, tuple[float | None, Ends]] = {
        "icc1": (_over(between - within, between + (k - 1) * within), _of_one(ends_one, k)),
        "icc2": (two, ends_two),
        "icc3": (_over(between - rest, between + (k - 1) * rest), _of_one(ends_three, k)),
        "icc1k": (_over(between - within, between), _of_mean(ends_one)),
        "icc2k": (_over(between - rest, between + (raters - rest) / n), _stepped_up(ends_two, k)),
        "icc3k": (_over(between - rest, between), _of_mean(ends_three)),
    }
    in_step = SAME_MARKS if within == 0 else IN_STEP
    rows: list[Row] = []
    for form, (estimate, (low, high)) in found.items():
        if estimate is None:
            rows.append((FORMS[form], None, None, None, NO_VALUE))
        elif within == 0 or (rest == 0 and "3" in form):
            rows.append((FORMS[form], estimate, None, None, in_step))
        elif low is None or low == high:
            rows.append((FORMS[form], estimate, None, None, NO_RANGE))
        else:
            rows.append((FORMS[form], estimate, low, high, None))
    return tuple(rows)


def _over(top: float, bottom: float) -> float | None:
    """Return the quotient; with a bottom of 0 or less, estimates of spread have crossed and it means nothing."""
    return top / bottom if bottom > 0 else None


def _f_ends(top: float, bottom: float, df_top: int, df_bottom: int, upper: float) -> Ends:
    """Return the ends of the ratio of two mean squares."""
    if bottom <= 0:
        return None, None
    ratio, over, under = top / bottom, f_quantile(upper, df_top, df_bottom), f_quantile(upper, df_bottom, df_top)
    return (None, None) if inf in (over, under) else (ratio / over, ratio * under)


def _of_one(ends: Ends, k: int) -> Ends:
    low, high = ends
    return (None, None) if low is None or high is None else ((low - 1) / (low + k - 1), (high - 1) / (high + k - 1))


def _of_mean(ends: Ends) -> Ends:
    low, high = ends
    return (None, None) if low is None or high is None or low <= 0 else (1 - 1 / low, 1 - 1 / high)


def _stepped_up(ends: Ends, k: int) -> Ends:
    """Return what one rater's ends become for the mean of k (Spearman and Brown)."""
    low, high = ends
    if low is None or high is None or 1 + (k - 1) * low <= 0:
        return None, None
    return k * low / (1 + (k - 1) * low), k * high / (1 + (k - 1) * high)


def _agreement_ends(squares: Squares, estimate: float | None, upper: float) -> Ends:
    """Return the ends for ICC(2,1), with Satterthwaite's degrees of freedom for raters and rest together."""
    between, raters, rest, within, n, k = squares
    if estimate is None or within == 0:
        return None, None
    pull = n * (1 + (k - 1) * estimate) - k * estimate
    of_raters, of_rest = k * estimate * raters, pull * rest
    if of_raters + of_rest == 0:
        return None, None
    from_raters = of_raters / (of_raters + of_rest)
    df = (k - 1) * (n - 1) / ((n - 1) * from_raters**2 + (1 - from_raters) ** 2)
    most, least = f_quantile(upper, n - 1, df), f_quantile(upper, df, n - 1)
    if most == inf:  # hardly a degree of freedom: both ends fall together, away from the estimate
        return None, None
    others = k * raters + (k * n - k - n) * rest
    low = n * (between - most * rest) / (most * others + n * between)
    high = n * (least * between - rest) / (others + n * least * between)
    return (low, high) if low <= estimate <= high else (None, None)
