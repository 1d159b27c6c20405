"""What a class or a school shares instead of pupils' rows: number, means, SDs, and what a combination needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from workbench.errors import BadInput
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, read_column, read_level, read_pairs, show, whole_units
from workbench.stats.paired.standardised import hedges_correction
from workbench.stats.result import Result
from workbench.stats.synthesis._fit import quantile
from workbench.stats.synthesis._floor import LEAVING, read_floor, refuse_small, refuse_transparent
from workbench.stats.synthesis._reading import LONGEST_LABEL


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSummary(Result):
    """An estimate, and all that another school needs to combine it. No pupil's mark is in it.

    Attributes:
        label: What the group is called; never a pupil's name.
        estimate, variance: The mean of after minus before in marks, and the square of its standard error.
        low, high: Student's t interval with ``df`` degrees of freedom.
        standardised, standardised_variance: The change over the SD before, times Hedges' exact J, and its
            asymptotic variance.
        r: The correlation of before and after.
        floor: The smallest group for which such a summary was to be made.
    """

    made_by = "change_summary(before, after, label={label}, level={level}, floor={floor})"

    label: str
    estimate: float
    low: float
    high: float
    level: float
    df: float
    dropped: int
    variance: float
    standardised: float
    standardised_variance: float
    mean_before: float
    mean_after: float
    sd_before: float
    sd_after: float
    sd_change: float
    r: float
    floor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceSummary(Result):
    """An estimate, and all that another school needs to combine it. No pupil's mark is in it.

    Attributes:
        label: What the comparison is called; never a pupil's name.
        n_x, n_y: How many pupils are in the first and in the second group.
        estimate, variance: The mean of the first less that of the second, and the square of its standard error.
        low, high: Welch's interval with ``df`` degrees of freedom.
        standardised, standardised_variance: The difference over the pooled SD, times Hedges' exact J, and its
            asymptotic variance.
        floor: The smallest group for which such a summary was to be made.
    """

    made_by = "difference_summary(x, y, label={label}, level={level}, floor={floor})"

    label: str
    n_x: int
    n_y: int
    estimate: float
    low: float
    high: float
    level: float
    df: float
    variance: float
    standardised: float
    standardised_variance: float
    mean_x: float
    mean_y: float
    sd_x: float
    sd_y: float
    floor: int


def change_summary(before: Column, after: Column, *, label: str = "", level: float = 0.95, floor: int = LEAVING) -> ChangeSummary:
    """Return what a class shares of its change: no pupil's mark, and nothing from which one follows.

    From the mean and SD of two pupils both marks can be worked out, so below the floor nothing is given. Nor
    is it when pupils are so alike that their marks follow from mean and SD, whatever their number. How many
    rose and fell is not in it: small counts give pupils away. Each column is weighed by itself. It
    cannot see what else was shared: two summaries of one class, with and without a pupil, tell that pupil's mark.

    Args:
        before: One mark for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order. A pair with a blank half is left out whole.
        label: A short name for the group, such as ``"Ms O's class"``; never a pupil's.
        level: Between 0 and 1.
        floor: The smallest group: 10 for what leaves a school, 5 within one, or more.

    Raises:
        BadInput: for columns of unequal length, values that are not numbers, or a floor below 5.
        NotEnoughData: for fewer pupils than the floor.
        Undefined: when all pupils are alike, or so alike that their marks follow.

    Reference:
        [1] Becker (1988). Synthesizing standardized mean-change measures. Br. J. Math. Stat. Psychol. 41, 257-278.
        [2] Sweeney (2002). k-anonymity. Int. J. Uncertain. Fuzziness Knowl.-Based Syst. 10, 557-570.

    Example:
        >>> from workbench.words.say import say
        >>> before, after = [4, 6, 5, 3, 8, 7, 5, 9, 2, 6], [6, 7, 9, 3, 9, 9, 8, 9, 4, 8]
        >>> say(change_summary(before, after, label="Ms O's class"), form="short")
        "In Ms O's class, 10 pupils sat both tests. On average they gained 1.7 marks; anything from 0.8 to 2.6 fits these marks."
    """
    share, least, name = read_level(level), read_floor(floor), _read_label(label)
    pairs = read_pairs(before, after, least=0)
    n, scale = len(pairs.before), pairs.scale
    refuse_small(n, least)
    for units, what in (
        (pairs.before_units, "the marks before"),
        (pairs.after_units, "the marks after"),
        (pairs.change_units, "the changes"),
    ):
        refuse_transparent(units, least, what)
    estimate, spread = moments.mean(pairs.change_units, scale), moments.sd(pairs.change_units, scale)
    sd_before = moments.sd(pairs.before_units, scale)
    r = moments.correlation(pairs.before_units, pairs.after_units) or 0.0
    variance = spread * spread / n
    reach = quantile(share, n - 1) * sqrt(variance)
    standardised = estimate / sd_before * hedges_correction(n - 1)
    return ChangeSummary(
        n=n,
        missing=pairs.missing,
        dropped=pairs.dropped,
        method="mean of after minus before with its t interval; standardised by the SD before, exact correction",
        reference="Becker (1988), Br. J. Math. Stat. Psychol. 41, 257-278",
        label=name,
        estimate=estimate,
        low=estimate - reach,
        high=estimate + reach,
        level=share,
        df=n - 1,
        variance=variance,
        standardised=standardised,
        standardised_variance=2 * (1 - r) / n + standardised * standardised / (2 * n),
        mean_before=moments.mean(pairs.before_units, scale),
        mean_after=moments.mean(pairs.after_units, scale),
        sd_before=sd_before,
        sd_after=moments.sd(pairs.after_units, scale),
        sd_change=spread,
        r=r,
        floor=least,
    )


def difference_summary(x: Column, y: Column, *, label: str = "", level: float = 0.95, floor: int = LEAVING) -> DifferenceSummary:
    """Return what a school shares of two groups: no pupil's mark, and nothing from which one follows.

    A difference is the first less the second. Each group must reach the floor. It does not say what made
    the groups differ: without chance deciding who was where, they may have differed from the start.

    Args:
        x: One number for each pupil of the first group; blanks are left out.
        y: One number for each pupil of the second.
        label: A short name for the comparison; never a pupil's.
        level: Between 0 and 1.
        floor: The smallest group: 10 for what leaves a school, 5 within one, or more.

    Raises:
        BadInput: for values that are not numbers, or a floor below 5.
        NotEnoughData: when a group is smaller than the floor.
        Undefined: when a group's pupils are all alike, or so alike that their marks follow.

    Reference:
        [1] Welch (1947). Biometrika 34, 28-35. [2] Hedges (1981). J. Educ. Stat. 6, 107-128.

    Example:
        >>> from workbench.words.say import say
        >>> x, y = [6, 7, 9, 3, 9, 9, 8, 9, 4, 8], [4, 6, 5, 3, 8, 7, 5, 9, 2, 6]
        >>> print(say(difference_summary(x, y, label="Year 7"), form="short").replace(". ", ".\\n"))
        In Year 7, 10 pupils are in the first group and 10 in the second.
        On average the first is ahead by 1.7 marks; anything from 0.4 behind to 3.8 ahead fits these marks.
    """
    share, least, name = read_level(level), read_floor(floor), _read_label(label)
    first, second = _present(x, "x"), _present(y, "y")
    missing = first[1] + second[1]
    for values, where in ((first[0], "x"), (second[0], "y")):
        refuse_small(len(values), least, where)
    scale, (x_units, y_units) = whole_units(first[0], second[0])
    for units, what in ((x_units, "the marks of the first group"), (y_units, "the marks of the second group")):
        refuse_transparent(units, least, what)
    n_x, n_y = len(x_units), len(y_units)
    sd_x, sd_y = moments.sd(x_units, scale), moments.sd(y_units, scale)
    part_x, part_y = sd_x * sd_x / n_x, sd_y * sd_y / n_y
    variance = part_x + part_y
    of_x = part_x / variance
    df = 1 / (of_x**2 / (n_x - 1) + (1 - of_x) ** 2 / (n_y - 1))
    mean_x, mean_y = moments.mean(x_units, scale), moments.mean(y_units, scale)
    estimate = (n_y * sum(x_units) - n_x * sum(y_units)) / (n_x * n_y * scale)
    reach = quantile(share, df) * sqrt(variance)
    pooled = sqrt(((n_x - 1) * sd_x * sd_x + (n_y - 1) * sd_y * sd_y) / (n_x + n_y - 2))
    standardised = estimate / pooled * hedges_correction(n_x + n_y - 2)
    return DifferenceSummary(
        n=n_x + n_y,
        missing=missing,
        method="difference of two means with Welch's interval; standardised by the pooled SD, exact correction",
        reference="Welch (1947), Biometrika 34, 28-35; Hedges (1981), J. Educ. Stat. 6, 107-128",
        label=name,
        n_x=n_x,
        n_y=n_y,
        estimate=estimate,
        low=estimate - reach,
        high=estimate + reach,
        level=share,
        df=df,
        variance=variance,
        standardised=standardised,
        standardised_variance=1 / n_x + 1 / n_y + standardised * standardised / (2 * (n_x + n_y)),
        mean_x=mean_x,
        mean_y=mean_y,
        sd_x=sd_x,
        sd_y=sd_y,
        floor=least,
    )


def _present(values: Column, name: str) -> tuple[Sequence[float], int]:
    read = read_column(values, name)
    present = [value for value in read if value is not None]
    return present, len(read) - len(present)


def _read_label(label: object) -> str:
    if isinstance(label, str) and len(label) <= LONGEST_LABEL and label.isprintable():
        return label.strip()
    raise BadInput(
        "A label is a short name.",
        where="label",
        seen=show(label),
        allowed=f"text of at most {LONGEST_LABEL} characters, such as 'Ms O's class'",
        do="Type a short name for the group; never a pupil's.",
    )
