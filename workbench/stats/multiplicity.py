"""Many looks at the same pupils: p values that allow for how many there were, and the chance of a false alarm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import expm1, log1p
from numbers import Integral

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import Column, read_column, read_real, show
from workbench.stats.result import Result

__all__ = ["FalseAlarm", "Holm", "chance_of_a_false_alarm", "holm"]

MOST_LOOKS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Holm(Result):
    """A table with one row for each p, in the order given.

    Attributes:
        n: How many p values there were, blanks not counted.
        rows: The place in the list (from 1), the p as given, and the p after Holm's correction; ``None``
            twice where it was blank.
        cut_off: The p below which a difference would be looked at further.
        below_alone: How many p values are below ``cut_off`` (or at it) by themselves.
        below_together: How many still are after the correction.
        least_p, least_corrected: The smallest p, before and after.
    """

    made_by = "holm(p_values, cut_off={cut_off})"

    rows: tuple[tuple[int, float | None, float | None], ...]
    cut_off: float
    below_alone: int
    below_together: int
    least_p: float
    least_corrected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseAlarm(Result):
    """An estimate: the chance that at least one of so many looks raises an alarm when there is nothing to find.

    Attributes:
        n: How many looks there are.
        estimate: The chance when the looks have nothing to do with each other.
        least, most: The chance when the looks are copies of one another, and the most that it could be.
        expected: How many false alarms to expect on average.
        cut_off: The p at which each look raises an alarm.
        fair_cut_off: The cut-off for each look that keeps the chance of any false alarm at ``cut_off`` or less,
            however the looks hang together (Bonferroni).
        fair_cut_off_apart: The same for looks that have nothing to do with each other (Šidák).
    """

    made_by = "chance_of_a_false_alarm({n}, cut_off={cut_off})"

    estimate: float
    least: float
    most: float
    expected: float
    cut_off: float
    fair_cut_off: float
    fair_cut_off_apart: float


def holm(p_values: Column, *, cut_off: float = 0.05) -> Holm:
    """Return the p values after Holm's correction for their number.

    The smallest p is multiplied by how many there are, the next by one fewer, and so on; none may
    fall below the one before it. Whatever the looks have to do with each other, the chance of one
    false alarm or more then stays at ``cut_off``. It only knows of the p values that it is given:
    those that were looked at and left out count as well.

    Args:
        p_values: All p values of one question; ``None`` or NaN where there is none.
        cut_off: The p below which a difference would be looked at further, between 0 and 1.

    Raises:
        BadInput: for a p outside 0 to 1, or what is not a number.
        NotEnoughData: with no p at all.

    Reference:
        [1] Holm (1979). A simple sequentially rejective multiple test procedure. Scandinavian
        Journal of Statistics 6, 65-70.

    Example:
        >>> from workbench.words.say import say
        >>> result = holm([0.01, 0.04, 0.03])
        >>> [(place, p, round(corrected, 4)) for place, p, corrected in result.rows]
        [(1, 0.01, 0.03), (2, 0.04, 0.06), (3, 0.03, 0.06)]
        >>> say(result, form="short")
        'Of the 3 p values, 3 are 0.05 or less taken alone, and 1 is once all 3 are allowed for.'
    """
    bar = read_real(cut_off, "cut_off", low=0.0001, high=1, allowed="a number from 0.0001 to 1, such as 0.05")
    values = read_column(p_values, "p_values")
    for place, p in enumerate(values, start=1):
        if p is not None and not 0 <= p <= 1:
            raise BadInput(
                "A p is a chance, between 0 and 1.",
                where=f"p_values, value {place}",
                seen=show(p),
                allowed="0 to 1, or a blank",
                do="Write 5% as 0.05." if 1 < p <= 100 else "Copy the p again from where it was worked out.",
            )
    known = [float(p) for p in values if p is not None]
    if not known:
        raise NotEnoughData(
            "This needs at least 1 p value.",
            where="p_values",
            seen="none",
            allowed="a list of p values, such as [0.01, 0.04]",
            do="Give every p value that belongs to the question.",
        )
    corrected = adjusted(known)
    following = iter(corrected)
    return Holm(
        n=len(known),
        missing=len(values) - len(known),
        method="Holm's step-down correction of p values for their number",
        reference="Holm (1979), Scand. J. Stat. 6, 65-70",
        rows=tuple((place, None, None) if p is None else (place, float(p), next(following)) for place, p in enumerate(values, start=1)),
        cut_off=bar,
        below_alone=sum(p <= bar for p in known),
        below_together=sum(p <= bar for p in corrected),
        least_p=min(known),
        least_corrected=min(corrected),
    )


def adjusted(p_values: Sequence[float]) -> list[float]:
    """Return each p after Holm's correction, in the order given.

    >>> adjusted([0.5, 0.25])
    [0.5, 0.5]
    """
    corrected = [0.0] * len(p_values)
    reached = 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=lambda each: p_values[each])):
        reached = max(reached, min(1.0, (len(p_values) - rank) * p_values[place]))
        corrected[place] = reached
    return corrected


def chance_of_a_false_alarm(k: int, *, cut_off: float = 0.05) -> FalseAlarm:
    """Return how likely ``k`` looks are to raise at least one alarm when there is nothing to find.

    The one number holds for looks that have nothing to do with each other; items of one test, or
    two tests of the same pupils, hang together and give less. How much less is not known from ``k``
    alone, so the least and the most stand beside it.

    Args:
        k: How many p values, items, sub-groups or occasions were (or will be) looked at.
        cut_off: The p at which each look raises an alarm, between 0 and 1.

    Raises:
        BadInput: when ``k`` is not a whole number, or ``cut_off`` is not between 0 and 1.
        NotEnoughData: when ``k`` is below 1.

    Reference:
        [1] Šidák (1967). Rectangular confidence regions. J. Am. Stat. Assoc. 62, 626-633. [2] Dunn
        (1961). Multiple comparisons among means. J. Am. Stat. Assoc. 56, 52-64.

    Example:
        >>> from workbench.words.say import say
        >>> result = chance_of_a_false_alarm(20)
        >>> round(result.estimate, 4), result.expected
        (0.6415, 1.0)
        >>> say(result, form="short")
        'With 20 looks and nothing to find, there is a 64% chance that at least one seems to show something.'
    """
    looks = _read_looks(k)
    bar = read_real(cut_off, "cut_off", low=0.0001, high=1, allowed="a number from 0.0001 to 1, such as 0.05")
    apart = bar == 1 or looks == 1
    return FalseAlarm(
        n=looks,
        missing=0,
        method="chance of one false alarm or more in several looks, if they have nothing to do with each other",
        reference="Šidák (1967), J. Am. Stat. Assoc. 62, 626-633; Dunn (1961), J. Am. Stat. Assoc. 56, 52-64",
        estimate=bar if apart else -expm1(looks * log1p(-bar)),
        least=bar,
        most=min(1.0, looks * bar),
        expected=looks * bar,
        cut_off=bar,
        fair_cut_off=bar / looks,
        fair_cut_off_apart=bar if apart else -expm1(log1p(-bar) / looks),
    )


def _read_looks(k: object) -> int:
    looks = int(k) if isinstance(k, Integral) and not isinstance(k, bool) else None
    if looks is None or looks > MOST_LOOKS:
        raise BadInput(
            "How many looks there were is a whole number.",
            where="k",
            seen=show(k),
            allowed=f"1 to {MOST_LOOKS:,}",
            do="Count every p value, item, sub-group or occasion that was looked at.",
        )
    if looks < 1:
        raise NotEnoughData(
            "A false alarm needs at least 1 look.",
            where="k",
            seen=show(k),
            allowed="1 or more",
            do="Count every p value, item, sub-group or occasion that was looked at.",
        )
    return looks
