"""Who moved up, who stayed and who moved down: counts, and the exact sign test."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workbench.stats import _binomial as binomial
from workbench.stats._columns import Column, Number, count_directions, read_choice, read_level, read_pairs
from workbench.stats.result import Result

ALTERNATIVES = ("two_sided", "greater", "less")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Result):
    """Counts, and the exact sign test with the interval that matches it.

    Attributes:
        up, same, down: How many pupils moved each way.
        changed: ``up + down``.
        rows: For each size of move that occurs, lowest first: after minus before, and how many pupils.
        estimate: Of those who changed, the share who moved up; one half is no shift. ``None`` when nobody
            changed (``undefined`` says so).
        low, high: Clopper and Pearson's interval of that share, which matches ``p``.
        p: For the ``alternative`` asked for; for two sides the doubled one-sided p.
        mid_p: Doubled, the split seen counting by half.
        smallest_p: The least p that so many changed pupils could ever give.
    """

    made_by = "shift(before, after, alternative={alternative}, level={level})"

    estimate: float | None
    low: float | None
    high: float | None
    level: float | None
    dropped: int
    before: tuple[Number, ...]
    after: tuple[Number, ...]
    up: int
    same: int
    down: int
    changed: int
    rows: tuple[tuple[float, int], ...]
    alternative: str
    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    smallest_p: float
    undefined: str | None


def shift(before: Column, after: Column, *, alternative: str = "two_sided", level: float | None = 0.95) -> Shift:
    """Return how many moved up, stayed and moved down, with the exact sign test of those who moved.

    It asks only which way each pupil moved: a step of one counts like a step of four, so that no
    level need be as far from the next as another. Those who stayed the same tell nothing of a
    direction and are counted, but not tested.

    Args:
        before: One answer for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order. A pair with a blank half is left out whole.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for moves up / down (the interval
            then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with no complete pair.

    Reference:
        [1] Dixon & Mood (1946). The statistical sign test. J. Am. Stat. Assoc. 41, 557-566. [2] Clopper
        & Pearson (1934). The use of confidence or fiducial limits illustrated in the case of the
        binomial. Biometrika 26, 404-413.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(shift([2, 3, 3, 1, 4, 2, 3, 2, 1], [3, 4, 3, 3, 5, 4, 2, 3, 2]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Of the 9 pupils who answered both times, 7 went up, 1 stayed the same and 1 went down. Of those who moved,
        88% went up; anything from 47% to 99.7% fits these answers. If nothing had changed, p = 0.070.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    share = None if level is None else read_level(level)
    pairs = read_pairs(before, after, least=1)
    up, same, down = count_directions(pairs.change_units)
    test = binomial.sign_test(up, down, alternative=alternative, level=share)
    either = binomial.sign_test(up, down, alternative="two_sided", level=None)
    return Shift(
        n=len(pairs.before),
        missing=pairs.missing,
        dropped=pairs.dropped,
        method="exact sign test, two-sided p doubled; Clopper-Pearson interval of the share of moves that were up",
        reference="Dixon & Mood (1946), J. Am. Stat. Assoc. 41, 557-566; Clopper & Pearson (1934), Biometrika 26, 404-413",
        estimate=up / (up + down) if up + down else None,
        low=test.low,
        high=test.high,
        level=share,
        before=pairs.before,
        after=pairs.after,
        up=up,
        same=same,
        down=down,
        changed=up + down,
        rows=tuple((change / pairs.scale, count) for change, count in sorted(Counter(pairs.change_units).items())),
        alternative=alternative,
        p=test.p,
        p_greater=test.p_greater,
        p_less=test.p_less,
        p_absolute=either.p,
        mid_p=test.mid_p,
        smallest_p=test.smallest_p,
        undefined=None if up + down else "nobody changed",
    )
