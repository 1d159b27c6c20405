"""Which pupil moved by more than the test's own wobble? Jacobson and Truax, pupil by pupil."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import SMALLEST, Column, Number, Pairs, as_list, read_column, read_level, read_pairs, read_real, show
from workbench.stats._row_labels import refuse_other_order
from workbench.stats.result import Result

UP, UNCLEAR, DOWN = "up", "unclear", "down"


class PupilChange(NamedTuple):
    """One pupil's row.

    ``pupil`` is the place in the columns as they were given, from 1. ``rci``, the reliable change index, is the change over the
    standard error of a difference. ``way`` is ``up`` or ``down`` when that is beyond the test's wobble, else
    ``unclear``. ``crossed`` names the cut-offs that lie between the two marks, in the direction of the norm.
    """

    pupil: int
    before: Number
    after: Number
    change: float
    rci: float
    way: str
    crossed: str


class CutOffs(NamedTuple):
    """Marks that part the starting group from the usual one; ``None`` where a group's SD is not known."""

    a: float | None
    b: float
    c: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliableChange(Result):
    """A table: one row for each pupil with both marks.

    Attributes:
        rows: A ``PupilChange`` for each pupil, in their order.
        columns: What stands in a row.
        sem: The standard error of one mark, sd * sqrt(1 - reliability).
        standard_error_of_difference: That of a change, sqrt(2) times as much.
        smallest_reliable_change: The change beyond which a pupil is called up or down, in marks.
        sd: The spread used; ``sd_from`` is ``given``, or ``before`` for this group's own marks before.
        by_luck: How many of these pupils luck alone would call up or down, n * (1 - level).
        went_up, went_down, unclear: How many pupils of each kind.
        usual, start: Mean and SD of the usual group and of the starting group, where norms were given.
        cut_off_a, cut_off_b, cut_off_c: a: two SDs beyond the starting mean; b: two SDs short of the
            usual mean; c: between the two means, each weighted by the other's SD.
        crossed_a, crossed_b, crossed_c: How many pupils crossed each; ``None`` where there is no such cut-off.
    """

    made_by = "reliable_change(before, after, reliability={reliability}, sd={sd}, norms={usual}, start={start}, level={level})"

    rows: tuple[PupilChange, ...]
    columns: tuple[str, ...]
    level: float
    reliability: float
    sd: float
    sd_from: str
    sem: float
    standard_error_of_difference: float
    smallest_reliable_change: float
    by_luck: float
    went_up: int
    unclear: int
    went_down: int
    dropped: int
    usual: tuple[float, float] | None
    start: tuple[float, float | None] | None
    cut_off_a: float | None
    cut_off_b: float | None
    cut_off_c: float | None
    crossed_a: int | None
    crossed_b: int | None
    crossed_c: int | None


def reliable_change(
    before: Column,
    after: Column,
    *,
    reliability: float,
    sd: float | None = None,
    norms: Sequence[float] | None = None,
    start: Sequence[float] | None = None,
    level: float = 0.95,
) -> ReliableChange:
    """Return for each pupil whether the change is more than the test's own wobble.

    No test gives the same pupil the same mark twice. From its reliability follows how far a mark
    wobbles, and so how big a change must be before wobble alone would rarely make it. A pupil called
    ``unclear`` may well have moved: the test cannot tell. One called ``up`` moved, for whatever reason;
    of those chosen for low marks some move up with nothing done. Among many pupils luck alone calls a few.

    Args:
        before: One mark for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order. A pair with a blank half is left out whole.
        reliability: The test's, from its manual or from ``cronbach_alpha``, from 0 to below 1.
        sd: The spread of marks in the group that the reliability comes from; by default that of these marks before.
        norms: Mean and SD of pupils who are where these should get to, for the cut-offs.
        start: Mean and SD of pupils who are where these begin; by default these marks before.
        level: The share of pupils with no true change that are not called up or down, between 0 and 1.

    Raises:
        BadInput: for columns of unequal length, values that are not numbers, a reliability outside 0 to 1,
            or norms with the same mean as the start.
        NotEnoughData: with no complete pair, or one alone and no ``sd``.
        Undefined: when the reliability is 1 or the marks before are all alike, so that nothing wobbles.

    Reference:
        [1] Jacobson & Truax (1991). Clinical significance: a statistical approach to defining meaningful
        change in psychotherapy research. J. Consult. Clin. Psychol. 59, 12-19.

    Example:
        >>> from workbench.words.say import say
        >>> result = reliable_change([9, 12, 7], [15, 13, 8], reliability=0.78, sd=3.8)
        >>> [row.way for row in result.rows]
        ['up', 'unclear', 'unclear']
        >>> say(result, form="short")
        'Of the 3 pupils who sat both tests, 1 rose by more than the 4.9 marks that the test itself can wobble; for 2 it cannot tell.'
    """
    share = read_level(level)
    steady = read_real(reliability, "reliability", low=0.0, high=1.0, allowed="a number from 0 to below 1, such as 0.8")
    refuse_other_order(before=before, after=after)
    first, second = as_list(before, "before"), as_list(after, "after")
    pairs = read_pairs(first, second, least=1)
    spread, sd_from = _spread(sd, pairs)
    if steady == 1 or spread == 0:
        raise Undefined(
            "With no wobble in the test every change would count, so nothing can be told apart.",
            where="reliability" if steady == 1 else "before",
            seen="1" if steady == 1 else f"{len(pairs.before)} equal marks",
            allowed="a reliability below 1 and marks that vary",
            do="Give the reliability and the SD from the test's manual.",
        )
    places = _places(first, second)
    return _result(pairs, places, share=share, reliability=steady, spread=(spread, sd_from), groups=_norms(norms, start, pairs))


def _places(first: list[Any], second: list[Any]) -> list[int]:
    """Return where in the columns the complete pairs stand, from 1."""
    both = zip(read_column(first, "before"), read_column(second, "after"), strict=True)
    return [place for place, (a, b) in enumerate(both, start=1) if a is not None and b is not None]


def _spread(sd: float | None, pairs: Pairs) -> tuple[float, str]:
    if sd is not None:
        return read_real(sd, "sd", low=SMALLEST, allowed="an SD above 0"), "given"
    if len(pairs.before) < 2:
        raise NotEnoughData(
            "One pupil's marks have no spread of their own.",
            where="sd",
            seen="1 pupil and no sd",
            allowed="two pupils or more, or sd from the test's manual",
            do="Give sd.",
        )
    return moments.sd(pairs.before_units, pairs.scale), "before"


def _norms(norms: Any, start: Any, pairs: Pairs) -> tuple[tuple[float, float] | None, tuple[float, float | None] | None]:
    if norms is None:
        return None, None
    usual = _mean_and_sd(norms, "norms")
    first: tuple[float, float | None]
    if start is not None:
        first = _mean_and_sd(start, "start")
    else:
        own_sd = moments.sd(pairs.before_units, pairs.scale) if len(pairs.before) > 1 else None
        first = moments.mean(pairs.before_units, pairs.scale), own_sd or None
    if usual[0] == first[0]:
        raise BadInput(
            "The pupils begin where the norm already is, so no mark lies between.",
            where="norms",
            seen=f"a mean of {usual[0]:g} for both",
            allowed="two different means",
            do="Leave norms out.",
        )
    return usual, first


def _mean_and_sd(pair: Any, name: str) -> tuple[float, float]:
    values = read_column(as_list(pair, name), name)
    if len(values) != 2 or None in values or not values[1] > SMALLEST:
        raise BadInput(
            "Norms are a mean and an SD.",
            where=name,
            seen=show(pair),
            allowed="two numbers, the second above 0, such as (14, 3)",
            do="Give the mean first, then the SD.",
        )
    return float(values[0]), float(values[1])


def cut_offs(usual: tuple[float, float], start: tuple[float, float | None]) -> CutOffs:
    """Return Jacobson and Truax's three cut-offs.

    >>> cut_offs((60, 7.5), (40, 7.5))
    CutOffs(a=55.0, b=45.0, c=50.0)
    """
    (mean_usual, sd_usual), (mean_start, sd_start) = usual, start
    towards = 1 if mean_usual > mean_start else -1
    b = mean_usual - towards * 2 * sd_usual
    if sd_start is None:
        return CutOffs(None, b, None)
    return CutOffs(mean_start + towards * 2 * sd_start, b, (sd_usual * mean_start + sd_start * mean_usual) / (sd_usual + sd_start))


def _row(pairs: Pairs, place: int, pupil: int, *, error: float, reach: float, limits: dict[str, float], upwards: bool) -> PupilChange:
    first, second, change = pairs.before[place], pairs.after[place], pairs.change_units[place] / pairs.scale
    way = UNCLEAR if abs(change / error) <= reach else UP if change > 0 else DOWN
    crossed = [name for name, limit in limits.items() if (first < limit <= second if upwards else first > limit >= second)]
    return PupilChange(pupil, first, second, change, change / error, way, "".join(crossed))


def _result(
    pairs: Pairs,
    places: Sequence[int],
    *,
    share: float,
    reliability: float,
    spread: tuple[float, str],
    groups: tuple[tuple[float, float] | None, tuple[float, float | None] | None],
) -> ReliableChange:
    from statistics import NormalDist

    n = len(pairs.before)
    sem = spread[0] * sqrt(1 - reliability)
    error = sqrt(2) * sem
    reach = NormalDist().inv_cdf((1 + share) / 2)
    usual, start = groups
    limits = {} if usual is None or start is None else cut_offs(usual, start)._asdict()
    named = {name: limit for name, limit in limits.items() if limit is not None}
    upwards = usual is None or start is None or usual[0] > start[0]
    rows = [_row(pairs, place, pupil, error=error, reach=reach, limits=named, upwards=upwards) for place, pupil in enumerate(places)]
    ways = [row.way for row in rows]
    return ReliableChange(
        n=n,
        missing=pairs.missing,
        dropped=pairs.dropped,
        method="Jacobson-Truax reliable change index, the change over sqrt(2) * sd * sqrt(1 - reliability)",
        reference="Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12-19",
        rows=tuple(rows),
        columns=PupilChange._fields,
        level=share,
        reliability=reliability,
        sd=spread[0],
        sd_from=spread[1],
        sem=sem,
        standard_error_of_difference=error,
        smallest_reliable_change=reach * error,
        by_luck=n * (1 - share),
        went_up=ways.count(UP),
        unclear=ways.count(UNCLEAR),
        went_down=ways.count(DOWN),
        usual=usual,
        start=start,
        cut_off_a=named.get("a"),
        cut_off_b=named.get("b"),
        cut_off_c=named.get("c"),
        crossed_a=_how_many(rows, "a", named),
        crossed_b=_how_many(rows, "b", named),
        crossed_c=_how_many(rows, "c", named),
    )


def _how_many(rows: Sequence[PupilChange], name: str, limits: dict[str, float]) -> int | None:
    return sum(name in row.crossed for row in rows) if name in limits else None
