"""One item of a questionnaire in two groups, or before and after: counts at each level first, means after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.errors import BadInput, NotEnoughData
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number, read_column, read_pairs, show, whole_units
from workbench.stats.ordinal._scale import count_levels, read_scale
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class LikertDifference(Result):
    """Counts at each level, and the difference of the means with the permutation test that matches its interval.

    Attributes:
        paired: Whether the same pupils answered twice. Then a difference is after minus before, else first minus second.
        rows: For each level, lowest first: the level, how many in x and in y, and their two shares.
        n_x, n_y: How many answers each column has.
        mean_x, mean_y: The means, as if every step of the scale were as wide.
        x_higher, equal, y_higher: Of all pairs of one answer from each group (of the pupils, when paired), how many
            have x higher, the same, y higher.
        estimate, low, high: The difference of the means in points of the scale, and its interval by inversion of the test.
        p: By all splits of the pupils into two such groups (all sign patterns, when paired); for two sides doubled.
        exact: Whether all were counted; else ``draws`` were, from ``seed``, and ``standard_error`` is that of ``p``.
    """

    made_by = "likert_difference(x, y, {scale}, paired={paired}, alternative={alternative}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float | None
    dropped: int
    scale: tuple[Number, ...]
    paired: bool
    rows: tuple[tuple[Number, int, int, float, float], ...]
    n_x: int
    n_y: int
    mean_x: float
    mean_y: float
    x_higher: int
    equal: int
    y_higher: int
    alternative: str
    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    smallest_p: float
    exact: bool
    draws: int | None
    seed: int | None
    standard_error: float | None


TESTED = ("alternative", "p", "p_greater", "p_less", "p_absolute", "mid_p", "smallest_p", "exact", "draws", "seed", "standard_error")


def likert_difference(
    x: Column,
    y: Column,
    scale: Column,
    *,
    paired: bool = False,
    alternative: str = "two_sided",
    level: float | None = 0.95,
) -> LikertDifference:
    """Return the counts of one item in two columns, and how far apart their means are.

    Two groups: x is the first group and y the second, and the difference is **first minus second**.
    The same pupils twice (``paired=True``): x is before and y is after, and the difference is
    **after minus before**. The counts at each level come first and take no step to be as wide as
    another; the means do, and say nothing of how the answers are spread.

    Args:
        x: One answer for each pupil of the first group (or before); ``None`` or NaN where it is missing.
        y: The second group, which may be of another size (or the same pupils after, in the same order).
        scale: Every level that could have been ticked, lowest first.
        paired: Whether the same pupils answered twice; a pair with a blank half is then left out whole.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for a difference above / below 0
            (the interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.

    Raises:
        BadInput: for an answer that the scale does not have, or paired columns of unequal length.
        NotEnoughData: with a column that has no answer.

    Reference:
        [1] Likert (1932). A technique for the measurement of attitudes. Arch. Psychol. 140, 5-55. [2]
        Pitman (1937). J. R. Stat. Soc. Suppl. 4, 119-130. [3] Fisher (1935). The Design of
        Experiments, section 21.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(likert_difference([4, 5, 4, 3, 5, 4], [3, 2, 4, 3, 1], [1, 2, 3, 4, 5]), form="short"))
        From 1 up to 5, the counts are 0, 0, 1, 3 and 2 in the first group; 1, 1, 2, 1 and 0 in the second. \
The first group's mean is 1.6 points higher; anything from no gap to 3.0 higher fits these answers.
    """
    if not isinstance(paired, bool):
        raise BadInput(
            "'paired' is a yes or a no.",
            where="paired",
            seen=show(paired),
            allowed="True, False",
            do="Write paired=True for the same pupils twice.",
        )
    levels = read_scale(scale)
    if paired:
        pairs = read_pairs(x, y, least=1, names=("x", "y"))
        one, other, missing, dropped = list(pairs.before), list(pairs.after), pairs.missing, pairs.dropped
    else:
        one, gaps_in_x = _answers(x, "x")
        other, gaps_in_y = _answers(y, "y")
        missing, dropped = gaps_in_x + gaps_in_y, 0
    in_x, in_y = count_levels(one, levels, "x"), count_levels(other, levels, "y")
    test = _test(one, other, paired=paired, alternative=alternative, level=level)
    x_higher, equal, y_higher = _which_is_higher(one, other, paired=paired)
    unit, (x_units, y_units) = whole_units(one, other)
    return LikertDifference(
        n=len(one) if paired else len(one) + len(other),
        missing=missing,
        dropped=dropped,
        method=f"counts at each level; {test.method}",
        reference=f"Likert (1932), Arch. Psychol. 140, 5-55; {test.reference}",
        estimate=test.estimate,
        low=test.low,
        high=test.high,
        level=test.level,
        scale=levels,
        paired=paired,
        rows=tuple(
            (each, count_x, count_y, count_x / len(one), count_y / len(other))
            for each, count_x, count_y in zip(levels, in_x, in_y, strict=True)
        ),
        n_x=len(one),
        n_y=len(other),
        mean_x=moments.mean(x_units, unit),
        mean_y=moments.mean(y_units, unit),
        x_higher=x_higher,
        equal=equal,
        y_higher=y_higher,
        **{name: getattr(test, name) for name in TESTED},
    )


def _answers(values: Column, name: str) -> tuple[list[Number], int]:
    answers = read_column(values, name)
    given = [answer for answer in answers if answer is not None]
    if not given:
        raise NotEnoughData(
            "There is no answer to count.",
            where=name,
            seen=f"{len(answers)} blanks",
            allowed="1 answer or more",
            do="Enter the answers first.",
        )
    return given, len(answers) - len(given)


def _test(x: list[Number], y: list[Number], *, paired: bool, alternative: str, level: float | None) -> Any:
    if paired:
        from workbench.stats.paired import permutation_change

        return permutation_change(x, y, alternative=alternative, level=level)
    from workbench.stats.groups import permutation_difference

    return permutation_difference(x, y, alternative=alternative, level=level)


def _which_is_higher(x: list[Number], y: list[Number], *, paired: bool) -> tuple[int, int, int]:
    pairs = list(zip(x, y, strict=True)) if paired else [(one, other) for one in x for other in y]
    higher, lower = sum(one > other for one, other in pairs), sum(one < other for one, other in pairs)
    return higher, len(pairs) - higher - lower, lower
