"""Cohen's kappa: how far two markers agree beyond what luck alone would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, NamedTuple

from workbench.stats._columns import Column, read_level
from workbench.stats.agreement._ratings import Label, Ratings, complete, distances, one_level_only, read_two
from workbench.stats.agreement.percent import whole_places, wilson
from workbench.stats.result import Result

REFERENCE = "Cohen (1960), Educ. Psychol. Meas. 20, 37-46; Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72, 323-327"


class Luck(NamedTuple):
    """Kappa and its variances, from whole numbers throughout."""

    observed: float
    expected: float
    kappa: float
    standard_error: float
    null_standard_error: float | None
    scott_pi: float
    brennan_prediger: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CohenKappa(Result):
    """An estimate: agreement on a scale where luck alone is 0 and full agreement 1.

    Attributes:
        agreed, agreed_by_luck: On how many of the ``n`` units the two gave the same level, and on how
            many they would have by luck, each keeping to its own use of the levels.
        observed, expected: Both as shares, weighted where ``weights`` is given.
        standard_error: For the interval (Fleiss, Cohen & Everitt 1969).
        null_standard_error, null_z: If there were only luck; ``None`` when one rater used a single level.
        scott_pi, brennan_prediger: The same agreement, corrected with pooled and with even use of levels.
        percent_low, percent_high: Wilson's interval of exact agreement, for every hundred units.
        most_common, most_common_count: The level that was given most often, and how often, of ``ratings_in_all``.
        disagreements: Units on which the two differ: place in the list from 1, first rating, second rating.
        undefined: Why the range has no width, where it has none.
    """

    made_by = "cohen_kappa(a, b, weights={weights}, levels={rubric}, level={level})"

    estimate: float
    low: float
    high: float
    level: float
    weights: str | None
    agreed: int
    agreed_by_luck: float
    observed: float
    expected: float
    standard_error: float
    null_standard_error: float | None
    null_z: float | None
    scott_pi: float
    brennan_prediger: float
    percent_low: float
    percent_high: float
    dropped: int
    levels: tuple[Label, ...]
    rubric: tuple[Label, ...] | None
    table: tuple[tuple[int, ...], ...]
    most_common: Label
    most_common_count: int
    ratings_in_all: int
    disagreements: tuple[tuple[int, Label, Label], ...]
    undefined: str | None


def cohen_kappa(a: Column, b: Column, *, weights: str | None = None, levels: Column | None = None, level: float = 0.95) -> CohenKappa:
    """Return Cohen's kappa of two raters, plain or weighted, with its interval.

    It depends on how the levels are used: when nearly every paper gets the same level, luck alone
    agrees nearly always and kappa can be low, even below 0, though the two hardly ever differ. That
    two markers agree does not show that they are right. The interval rests on many papers; below
    20 or so it is a rough guide.

    Args:
        a: One rating for each unit by the first rater: numbers or labels; ``None`` where it is missing.
        b: The same units in the same order by the second rater. A pair with a blank half is left out whole.
        weights: ``None`` counts exact agreement; ``"linear"`` and ``"quadratic"`` count a near miss in
            part, by the distance or its square.
        levels: The rubric, lowest level first. Distances are then its steps, a level that nobody used
            included; without it, differences of the numbers. Needed for weights between labels.
        level: Between 0 and 1.

    Raises:
        BadInput: for columns of unequal length, mixed kinds of rating, or one that is not a level.
        NotEnoughData: with fewer than two complete pairs.
        Undefined: when both raters gave one and the same level throughout.

    Reference:
        [1] Cohen (1960). A coefficient of agreement for nominal scales. Educ. Psychol. Meas. 20, 37-46.
        [2] Cohen (1968). Weighted kappa. Psychol. Bull. 70, 213-220. [3] Fleiss, Cohen & Everitt (1969).
        Large sample standard errors of kappa and weighted kappa. Psychol. Bull. 72, 323-327.

    Example:
        >>> from workbench.words.say import say
        >>> first, second = [1, 2, 2, 3, 3, 4, 2, 1, 3, 4], [1, 2, 3, 3, 3, 4, 2, 2, 3, 4]
        >>> print(say(cohen_kappa(first, second, levels=[1, 2, 3, 4]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The two markers agreed on 8 of 10 papers; by luck alone they would have agreed on about 3. With luck alone
        as nought and full agreement as one, that is 0.73; anything from 0.39 upwards fits these papers.
    """
    share = read_level(level)
    read = read_two(a, b, levels)
    kept, dropped = complete(read, least=2)
    apart = distances(read, weights)
    table = [[0] * len(read.levels) for _ in read.levels]
    for first, second in kept:
        table[first][second] += 1
    luck = against_luck(table, apart)
    if luck is None:
        raise one_level_only(read)
    from statistics import NormalDist

    reach = NormalDist().inv_cdf((1 + share) / 2) * luck.standard_error
    return CohenKappa(
        n=len(kept),
        missing=read.missing,
        dropped=dropped,
        method=f"Cohen's kappa, {weights or 'no'} weights; interval from the Fleiss-Cohen-Everitt standard error",
        reference=REFERENCE,
        estimate=luck.kappa,
        low=luck.kappa - reach,
        high=luck.kappa + reach,
        level=share,
        weights=weights,
        observed=luck.observed,
        expected=luck.expected,
        standard_error=luck.standard_error,
        null_standard_error=luck.null_standard_error,
        null_z=None if luck.null_standard_error is None else luck.kappa / luck.null_standard_error,
        scott_pi=luck.scott_pi,
        brennan_prediger=luck.brennan_prediger,
        levels=read.levels,
        rubric=read.rubric,
        table=tuple(map(tuple, table)),
        undefined=_point(table) if luck.standard_error == 0 else None,
        **_counts(read, kept, table, share),
    )


def _counts(read: Ratings, kept: list[list[int]], table: list[list[int]], level: float) -> dict[str, Any]:
    n, levels = len(kept), range(len(table))
    agreed = sum(table[each][each] for each in levels)
    first, second = map(sum, table), map(sum, zip(*table, strict=True))
    given = list(zip(first, second, strict=True))
    most = max(levels, key=lambda each: sum(given[each]))
    share = wilson(agreed, n, level)
    return {
        "agreed": agreed,
        "agreed_by_luck": sum(one * other for one, other in given) / n,
        "percent_low": 100 * share.low,
        "percent_high": 100 * share.high,
        "most_common": read.levels[most],
        "most_common_count": sum(given[most]),
        "ratings_in_all": 2 * n,
        "disagreements": tuple(
            (place, read.levels[one], read.levels[other])
            for place, (one, other) in zip(whole_places(read), kept, strict=True)
            if one != other
        ),
    }


def _point(table: list[list[int]]) -> str:
    if all(number == 0 or row == column for row, numbers in enumerate(table) for column, number in enumerate(numbers)):
        return "the two agreed on every one"
    if 1 in (sum(map(any, table)), sum(map(any, zip(*table, strict=True)))):
        return "one of the two gave the same level throughout, so nothing the other does goes beyond luck"
    return "the two differ in the same way throughout"


def against_luck(table: Sequence[Sequence[int]], apart: Sequence[Sequence[int]]) -> Luck | None:
    """Return kappa of a square table of counts; ``None`` when one level was used throughout.

    With weights ``1 - apart / most``, everything is counted in whole numbers: what is 0 is exactly 0.
    """
    levels = range(len(table))
    n, most = sum(map(sum, table)), max(map(max, apart))
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    alike = [[most - each for each in row] for row in apart]
    cells = [(i, j) for i in levels for j in levels]
    seen = sum(table[i][j] * alike[i][j] for i, j in cells)
    luck = sum(rows[i] * columns[j] * alike[i][j] for i, j in cells)
    room = n * n * most - luck
    if room == 0:
        return None
    across = [sum(columns[j] * alike[i][j] for j in levels) for i in levels]
    down = [sum(rows[i] * alike[i][j] for i in levels) for j in levels]
    short = n * most - seen
    bends = [(table[i][j], alike[i][j] * room - (across[i] + down[j]) * short) for i, j in cells]
    spread = n * sum(number * bend * bend for number, bend in bends) - sum(number * bend for number, bend in bends) ** 2
    chances = [(rows[i] * columns[j], n * alike[i][j] - across[i] - down[j]) for i, j in cells]
    null = n * n * sum(number * bend * bend for number, bend in chances) - sum(number * bend for number, bend in chances) ** 2
    pooled = [row + column for row, column in zip(rows, columns, strict=True)]
    scott = sum(pooled[i] * pooled[j] * alike[i][j] for i, j in cells)
    even = sum(map(sum, alike))
    q = len(table)
    return Luck(
        observed=seen / (n * most),
        expected=luck / (n * n * most),
        kappa=(n * seen - luck) / room,
        standard_error=sqrt(spread * n / room**4),
        null_standard_error=sqrt(null / (n**3 * room**2)) or None,
        scott_pi=(4 * n * seen - scott) / (4 * n * n * most - scott),
        brennan_prediger=(q * q * seen - n * even) / (n * (q * q * most - even)),
    )
