"""A randomisation test of one pupil's series: the day the intervention began was drawn, so other days could have been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from numbers import Real
from typing import Any

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import BIGGEST, Column, Number, as_list, read_choice, read_column, show, whole_units
from workbench.stats._row_labels import refuse_other_order
from workbench.stats.result import Result
from workbench.stats.single_case._phases import IMPROVEMENTS, tally

ALTERNATIVES = ("two_sided", "greater", "less")
STATISTICS = ("mean_difference", "median_difference", "nap")
Statistic = Callable[[Sequence[Number], Sequence[Number]], float]
_NAMES = {
    "mean_difference": "mean after less mean before",
    "median_difference": "median after less median before",
    "nap": "share of pairs higher after, level pairs as half, less a half",
}
_CLOSE = 1e-9
"""Figures of a statistic of the caller's own that lie this close, for their size, count as tied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRandomisation(Result):
    """A test that rests on the draw of the starting session alone.

    Attributes:
        estimate: The statistic for the starting session that was drawn, after minus before.
        start: That session; ``start_points`` are all that could have been drawn, and ``statistics`` what each gives.
        p: For the ``alternative`` asked for: ``"greater"`` is higher after than before. Two-sided p is doubled, at most 1.
        p_improvement: One-sided, in the direction called better. Choose the side before looking.
        p_absolute: By the size of the statistic, either way.
        mid_p: Doubled, counting starts that tie with the one drawn by half.
        smallest_p: The least p that so many starting sessions could ever give.
        starts_needed: How many possible starts it would take for a p of 0.05 or less.
        as_far: Of ``starts`` starting sessions, how many stand behind ``p``.
    """

    made_by = (
        "phase_randomisation(series, phases, {start_points}, statistic={statistic}, alternative={alternative}, improvement={improvement})"
    )

    estimate: float
    statistic: str
    alternative: str
    improvement: str
    p: float
    p_greater: float
    p_less: float
    p_improvement: float
    p_absolute: float
    mid_p: float
    smallest_p: float
    starts_needed: int
    as_far: int
    starts: int
    start: int
    start_points: tuple[int, ...]
    statistics: tuple[float, ...]
    n_baseline: int
    n_intervention: int
    baseline: tuple[Number, ...]
    intervention: tuple[Number, ...]
    baseline_at: tuple[int, ...]
    intervention_at: tuple[int, ...]


def phase_randomisation(
    series: Column,
    phases: Column,
    start_points: Column,
    *,
    statistic: str | Statistic = "mean_difference",
    alternative: str = "two_sided",
    improvement: str = "increase",
) -> PhaseRandomisation:
    """Return the randomisation test of when the intervention began.

    It holds only if the starting session was really drawn at random from ``start_points``, before the
    first observation. The start that was drawn is one of them and always counts, so p is never 0; with
    few possible starts it cannot be small whatever the pupil does.

    Args:
        series: Every observation in order, both phases; ``None`` or NaN for a session without one.
        phases: The phase of each: two labels, such as ``"A"`` and ``"B"`` or 0 and 1, the baseline's first.
        start_points: The sessions, counted from 1, at which the intervention could have begun.
        statistic: ``"mean_difference"``, ``"median_difference"``, ``"nap"``, or a function of the observations
            before and those after that is larger the further these lie above the others.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for higher / lower after than before.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is; for ``p_improvement``.

    Raises:
        BadInput: for columns of unequal length, more or fewer than two phases, phases that go back and forth,
            a start outside the series or without the one that was drawn, or a statistic that gives no number.
        NotEnoughData: when a possible start would leave a phase without observations.

    Reference:
        [1] Edgington & Onghena (2007). Randomization Tests, 4th edition, chapter 11. [2] Onghena (1992).
        Randomization tests for extensions and variations of ABAB designs. Behavioral Assessment 14, 153-171.

    Example:
        >>> from workbench.words.say import say
        >>> series = [2, 1, 3, 2, 2, 3, 4, 3, 5, 4, 5, 4, 5]
        >>> result = phase_randomisation(series, "A A A A A B B B B B B B B".split(), range(4, 12), alternative="greater")
        >>> result.p, result.smallest_p
        (0.125, 0.125)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The mean was 2.1 marks higher from session 6 on than before it. If nothing had changed, p could not be below
        0.125.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    read_choice(improvement, "improvement", IMPROVEMENTS)
    refuse_other_order(series=series, phases=phases)
    values = read_column(series, "series")
    start = _observed_start(as_list(phases, "phases"), len(values))
    points = _read_points(start_points, start, len(values))
    if not callable(statistic):
        read_choice(statistic, "statistic", STATISTICS)
    splits = [_split(values, point) for point in points]
    figures: list[Any] = _own(statistic, splits) if callable(statistic) else _built_in(str(statistic), splits)
    seen = figures[points.index(start)]
    near = _CLOSE * max(map(abs, figures)) if callable(statistic) else 0
    counts = (
        sum(figure >= seen - near for figure in figures),
        sum(figure <= seen + near for figure in figures),
        sum(abs(figure - seen) <= near for figure in figures),
        sum(abs(figure) >= abs(seen) - near for figure in figures),
    )
    name = "a function of the caller's" if callable(statistic) else str(statistic)
    return _result(values, start=start, points=points, figures=figures, counts=counts, options=(name, alternative, improvement))


def _result(
    values: Sequence[Number | None],
    *,
    start: int,
    points: list[int],
    figures: Sequence[Fraction | float],
    counts: tuple[int, int, int, int],
    options: tuple[str, str, str],
) -> PhaseRandomisation:
    at_least, at_most, equal, as_big = counts
    name, alternative, improvement = options
    total = len(points)
    doubled = 2 * min(at_least, at_most)
    as_far = {"two_sided": min(doubled, total), "greater": at_least, "less": at_most}[alternative]
    kept = [(value, at) for at, value in enumerate(values, start=1) if value is not None]
    before, after = [each for each in kept if each[1] < start], [each for each in kept if each[1] >= start]
    return PhaseRandomisation(
        n=len(kept),
        missing=len(values) - len(kept),
        method=f"randomisation test over the possible starts, the one drawn counted; statistic: {_NAMES.get(name, name)}",
        reference="Edgington & Onghena (2007), Randomization Tests, chapter 11",
        estimate=float(figures[points.index(start)]),
        statistic=name,
        alternative=alternative,
        improvement=improvement,
        p=as_far / total,
        p_greater=at_least / total,
        p_less=at_most / total,
        p_improvement=(at_least if improvement == "increase" else at_most) / total,
        p_absolute=as_big / total,
        mid_p=min(1.0, (doubled - equal) / total),
        smallest_p=min(1.0, (2 if alternative == "two_sided" else 1) / total),
        starts_needed=40 if alternative == "two_sided" else 20,
        as_far=as_far,
        starts=total,
        start=start,
        start_points=tuple(points),
        statistics=tuple(map(float, figures)),
        n_baseline=len(before),
        n_intervention=len(after),
        baseline=tuple(value for value, _ in before),
        intervention=tuple(value for value, _ in after),
        baseline_at=tuple(at for _, at in before),
        intervention_at=tuple(at for _, at in after),
    )


def _observed_start(labels: list[Any], n: int) -> int:
    """Return the first session of the second phase, counted from 1."""
    changes = [place for place in range(1, len(labels)) if labels[place] != labels[place - 1]]
    if len(labels) != n or len(changes) != 1:
        seen = f"{len(labels)} labels for {n} values" if len(labels) != n else f"{len(changes)} changes of phase"
        raise BadInput(
            "The phases need one label for each value, and one change: from the baseline to the intervention.",
            where="phases",
            seen=seen,
            allowed="labels such as A, A, A, B, B, B",
            do="Give each session its phase, in order.",
        )
    return changes[0] + 1


def _read_points(start_points: Column, start: int, n: int) -> list[int]:
    """Return the possible starts in order, the one that was drawn among them."""
    points = [point for point in read_column(start_points, "start_points") if point is not None]
    whole = sorted({int(point) for point in points if point == int(point) and 1 < point <= n})
    odd = [point for point in points if point not in whole]
    if odd or start not in whole:
        raise BadInput(
            "The possible starts are sessions of this series, and the one that was drawn is among them.",
            where="start_points",
            seen=f"{show(odd[0])}" if odd else f"the intervention began at session {start}, which is not in the list",
            allowed=f"whole numbers from 2 to {n}, with {start} among them",
            do="List every session at which the intervention could have begun, counted from 1.",
        )
    return whole


def _split(values: Sequence[Number | None], point: int) -> tuple[list[Number], list[Number]]:
    before = [value for value in values[: point - 1] if value is not None]
    after = [value for value in values[point - 1 :] if value is not None]
    if not before or not after:
        raise NotEnoughData(
            "Every possible start must leave observations in both phases.",
            where="start_points",
            seen=f"session {point} leaves {len(before)} before and {len(after)} after",
            allowed="1 observation or more in each phase",
            do="Leave that start out only if it could not have been drawn; else this test cannot be made.",
        )
    return before, after


def _built_in(name: str, splits: Sequence[tuple[list[Number], list[Number]]]) -> list[Fraction]:
    """Return a statistic for every start, as exact fractions, so that a tie is a tie."""
    scale, (units,) = whole_units([value for side in splits[0] for value in side])
    return [_figure(name, units[: len(before)], units[len(before) :], scale) for before, _ in splits]


def _figure(name: str, before: Sequence[int], after: Sequence[int], scale: int) -> Fraction:
    if name == "mean_difference":
        return (Fraction(sum(after), len(after)) - Fraction(sum(before), len(before))) / scale
    if name == "median_difference":
        return (_twice_median(after) - _twice_median(before)) / Fraction(2 * scale)
    counted = tally([(a, b) for a in before for b in after])
    return Fraction(counted.s, 2 * counted.total)


def _twice_median(units: Sequence[int]) -> int:
    ordered = sorted(units)
    return ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]


def _own(statistic: Statistic, splits: Sequence[tuple[list[Number], list[Number]]]) -> list[float]:
    """Return the caller's statistic for every start."""
    figures = [_asked(statistic, before, after) for before, after in splits]
    for figure in figures:
        number = isinstance(figure, Real) and not isinstance(figure, bool)
        if not number or not abs(figure) <= BIGGEST:
            raise BadInput(
                "The statistic must give a number for every possible start.",
                where="statistic",
                seen=show(figure),
                allowed="a function of two lists of numbers that returns a number",
                do="Choose a statistic that is defined for every split, such as 'mean_difference'.",
            )
    return [float(figure) for figure in figures]


def _asked(statistic: Statistic, before: list[Number], after: list[Number]) -> Any:
    try:
        return statistic(list(before), list(after))
    except Exception as error:
        raise BadInput(
            "Your function stopped before it gave a number.",
            where="statistic",
            seen=f"{type(error).__name__}: {error}",
            allowed="a function of two lists of numbers that returns a number, whatever the split",
            do="Try the function on two short lists first.",
        ) from error
