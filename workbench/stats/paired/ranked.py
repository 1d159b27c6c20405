"""Could the changes' direction be luck? Wilcoxon's signed ranks, exact with ties and zeros."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nextafter

from workbench.errors import Undefined
from workbench.stats._chance import doubt_of, read_chance
from workbench.stats._columns import Column, Number, Pairs, count_directions, read_choice, read_level, read_pairs
from workbench.stats.paired import _signed_ranks as signed_ranks
from workbench.stats.paired._kept_shifts import End, Ends, kept, walsh_sums
from workbench.stats.result import Result

ALTERNATIVES = ("two_sided", "greater", "less")
ZEROS = ("drop", "pratt")
_METHODS = {
    "drop": "Wilcoxon's signed-rank test, changes of 0 left out before ranking",
    "pratt": "Wilcoxon's signed-rank test, changes of 0 ranked and then left out (Pratt)",
}
_REFERENCES = {
    "drop": "Wilcoxon (1945), Biometrics Bulletin 1, 80-83; Hodges & Lehmann (1963), Ann. Math. Stat. 34, 598-611",
    "pratt": "Pratt (1959), J. Am. Stat. Assoc. 54, 655-667; Hodges & Lehmann (1963), Ann. Math. Stat. 34, 598-611",
}
NONE_KEPT = "at so low a level no shift of the marks fits"
SMALLEST_FLOAT = 5e-324


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRank(Result):
    """An estimate and a test whose interval is the test turned inside out.

    Attributes:
        estimate: Hodges and Lehmann's: the median of the means of every two changes, each with itself too, zeros kept.
        low, high: Between them lie the shifts whose own p, ties and zeros as they then fall, is above
            1 - level. ``None`` where no finite end exists (or none was asked for).
        low_inside, high_inside: Whether the end itself fits. One that does not is given as the next number inside.
        cut: Whether the interval ends at no change because no change is rejected between shifts that are not.
        undefined: Why there is no interval although a level was given and no end is open.
        zeros: ``drop`` or ``pratt``; ``n_zero`` pupils did not change and ``n_changed`` did.
        rank_sum_up, rank_sum_down: Sums of the midranks of the changes above and below 0.
        p_absolute: The same as the two-sided p, because the distribution is symmetric.
        mid_p: Doubled, counting sums equal to the one seen by half.
        smallest_p: The least p that this many pupils could ever give; ``smallest_p_changed`` that
            those who changed could.
        walsh_low, walsh_high: The textbook interval for changes without ties: order statistics of the
            Walsh averages, zeros kept, at the achieved level ``walsh_level``; ``None`` where there is none (nor beyond the
            budget of an exact count).
        exact: Whether all sign patterns were counted; else ``draws`` were, from ``seed``.
    """

    made_by = "signed_rank(before, after, zeros={zeros}, alternative={alternative}, level={level})"

    estimate: float
    low: float | None
    high: float | None
    low_inside: bool
    high_inside: bool
    cut: bool
    undefined: str | None
    level: float | None
    dropped: int
    before: tuple[Number, ...]
    after: tuple[Number, ...]
    alternative: str
    zeros: str
    n_zero: int
    n_changed: int
    rank_sum_up: float
    rank_sum_down: float
    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    smallest_p: float
    smallest_p_changed: float
    walsh_low: float | None
    walsh_high: float | None
    walsh_level: float | None
    up: int
    same: int
    down: int
    exact: bool
    draws: int | None
    seed: int | None
    standard_error: float | None


def signed_rank(
    before: Column,
    after: Column,
    *,
    zeros: str = "drop",
    alternative: str = "two_sided",
    level: float | None = 0.95,
    draws: int = signed_ranks.DRAWS,
    seed: int = signed_ranks.SEED,
) -> SignedRank:
    """Return Wilcoxon's signed-rank test of after minus before, exact with ties, and the shift that fits.

    The ranks are of the sizes of the changes, so one pupil's leap counts for no more than being first.
    The test looks at whether the changes lie evenly about 0: it takes their shape to be the same up
    and down, and does not speak of the mean. Every pattern of signs is counted for the ties that there
    are; no table and no bell curve. Which rule the zeros follow changes the p, so the result names it.

    Args:
        before: One mark for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order. A pair with a blank half is left out whole.
        zeros: ``"drop"`` leaves pupils who did not change out before ranking; ``"pratt"`` ranks them first.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for after above / below before
            (the interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.
        draws: How many patterns to draw when they are too many to count.
        seed: Where those draws start.

    Raises:
        BadInput: for columns of unequal length, or values that are not numbers.
        NotEnoughData: with no complete pair.
        Undefined: when no pupil changed, so that there is nothing to rank.

    Reference:
        [1] Wilcoxon (1945). Individual comparisons by ranking methods. Biometrics Bulletin 1, 80-83.
        [2] Pratt (1959). J. Am. Stat. Assoc. 54, 655-667. [3] Hodges & Lehmann (1963). Ann. Math.
        Stat. 34, 598-611. [4] Fay (2010). The R Journal 2(1), 53-58.

    Example:
        >>> from workbench.words.say import say
        >>> result = signed_rank([5, 6, 7, 5, 8, 9, 4], [7, 9, 7, 9, 9, 8, 9])
        >>> result.p, result.rank_sum_up, result.rank_sum_down
        (0.09375, 19.5, 1.5)
        >>> say(result, form="short").split(". ")[1]
        'The middle change is a gain of 2.0 marks; anything from no change to a gain of 4.0 fits these marks'
    """
    read_choice(zeros, "zeros", ZEROS)
    read_choice(alternative, "alternative", ALTERNATIVES)
    share = None if level is None else read_level(level)
    read_chance(draws, seed, most=1_000_000)
    pairs = read_pairs(before, after, least=1)
    changes, n = pairs.change_units, len(pairs.before)
    if not any(changes):
        raise Undefined(
            "No pupil changed, so there are no changes to rank.",
            seen=f"{n} change{'' if n == 1 else 's'} of 0",
            allowed="at least one pupil with two different marks",
            do="Say that nobody changed, or use permutation_change.",
        )
    test = _Test(changes, zeros, alternative, signed_ranks.Nulls(n, draws=draws, seed=seed))
    sums = walsh_sums(changes)
    ends = Ends(None, None) if share is None else kept(changes, sums, test.keeps(share), alternative=alternative, risk=1 - share)
    return _result(pairs, test, share=share, sums=sums, ends=ends)


class _Test:
    """The test of one set of changes against any shift."""

    def __init__(self, changes: Sequence[int], zeros: str, alternative: str, nulls: signed_ranks.Nulls) -> None:
        self.quarters = [4 * change for change in changes]
        self.zeros, self.alternative, self.nulls = zeros, alternative, nulls

    def ranked(self, shift: int = 0) -> signed_ranks.Ranked:
        return signed_ranks.rank([each - shift for each in self.quarters], self.zeros)

    def p(self, chance: signed_ranks.Chance) -> float:
        if self.alternative == "two_sided":
            return min(1.0, 2 * min(chance.at_least, chance.at_most))
        return chance.at_least if self.alternative == "greater" else chance.at_most

    def keeps(self, level: float) -> _Keeps:
        return _Keeps(self, level)


class _Keeps:
    """Whether the test at this level keeps a shift, each one worked out once."""

    def __init__(self, test: _Test, level: float) -> None:
        self.test, self.level = test, level
        self.known: dict[int, bool] = {}

    def __call__(self, shift: int) -> bool:
        if shift not in self.known:
            self.known[shift] = self.test.p(self.test.nulls.chance(self.test.ranked(shift))) > 1 - self.level
        return self.known[shift]


def _result(pairs: Pairs, test: _Test, *, share: float | None, sums: Sequence[int], ends: Ends) -> SignedRank:
    n, scale = len(pairs.before), pairs.scale
    ranked = test.ranked()
    chance = test.nulls.chance(ranked)
    drawn = test.nulls.drawn
    p = test.p(chance)
    walsh_low, walsh_high, walsh_level = (None,) * 3 if share is None or drawn else _textbook(sums, n, scale, share, test.alternative)
    up, same, down = count_directions(pairs.change_units)
    return SignedRank(
        n=n,
        missing=pairs.missing,
        dropped=pairs.dropped,
        method=_METHODS[test.zeros] + _how(test.nulls),
        reference=_REFERENCES[test.zeros],
        estimate=(sums[(len(sums) - 1) // 2] + sums[len(sums) // 2]) / (4 * scale),
        low=_as_float(ends.low, scale, inf),
        high=_as_float(ends.high, scale, -inf),
        low_inside=ends.low is not None and ends.low.inside,
        high_inside=ends.high is not None and ends.high.inside,
        cut=ends.cut,
        undefined=NONE_KEPT if ends.empty else None,
        level=share,
        before=pairs.before,
        after=pairs.after,
        alternative=test.alternative,
        zeros=test.zeros,
        n_zero=same,
        n_changed=n - same,
        rank_sum_up=ranked.up / 2,
        rank_sum_down=ranked.down / 2,
        p=p or SMALLEST_FLOAT,
        p_greater=chance.at_least or SMALLEST_FLOAT,
        p_less=chance.at_most or SMALLEST_FLOAT,
        p_absolute=min(1.0, 2 * min(chance.at_least, chance.at_most)) or SMALLEST_FLOAT,
        mid_p=min(1.0, 2 * min(chance.at_least, chance.at_most) - chance.equal) or SMALLEST_FLOAT,
        smallest_p=_smallest(n, test.alternative),
        smallest_p_changed=_smallest(n - same, test.alternative),
        walsh_low=walsh_low,
        walsh_high=walsh_high,
        walsh_level=walsh_level,
        up=up,
        same=same,
        down=down,
        exact=drawn is None,
        draws=None if drawn is None else drawn.draws,
        seed=None if drawn is None else drawn.seed,
        standard_error=None if drawn is None else doubt_of(p, drawn.draws, test.alternative),
    )


def _how(nulls: signed_ranks.Nulls) -> str:
    if nulls.drawn is None:
        return "; every pattern of signs counted"
    return f"; Monte Carlo, {nulls.drawn.draws:,} draws from seed {nulls.drawn.seed}"


def _smallest(n: int, alternative: str) -> float:
    return min(1.0, 2.0 ** ((alternative == "two_sided") - n)) or SMALLEST_FLOAT


def _as_float(end: End | None, scale: int, inwards: float) -> float | None:
    if end is None:
        return None
    value = end.halves / (2 * scale)
    return value if end.inside else nextafter(value, inwards)


def _textbook(sums: Sequence[int], n: int, scale: int, share: float, alternative: str) -> tuple[float | None, float | None, float | None]:
    """Return order statistics of the Walsh averages whose level, were there no ties, is at least the one asked for."""
    sides = 2 if alternative == "two_sided" else 1
    place, tail = _untied_place(n, (1 - share) / sides)
    if place == 0:
        return None, None, None
    low, high = sums[place - 1] / (2 * scale), sums[-place] / (2 * scale)
    return None if alternative == "less" else low, None if alternative == "greater" else high, 1 - sides * tail


def _untied_place(n: int, risk: float) -> tuple[int, float]:
    """Return the greatest q with P(W < q) up to ``risk`` for n untied changes, and that P."""
    null = signed_ranks.null_of(tuple(range(2, 2 * n + 1, 2)))
    place = bisect_right(range(n * (n + 1) // 2), risk, key=lambda each: null.chance(2 * each).at_most)
    return place, null.chance(2 * (place - 1)).at_most if place else 0.0
