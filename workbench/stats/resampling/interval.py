"""An interval for any statistic, from the pupils drawn again and again; without drawing where that can be done exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import Any

from workbench.errors import UnknownOption
from workbench.stats._chance import read_chance
from workbench.stats._columns import Number, count_directions, read_choice, read_level, show
from workbench.stats._distributions import t_cdf
from workbench.stats.resampling import _draws as draw
from workbench.stats.resampling._found import MEANS, Asked, Found, distribution_of, from_distribution, from_draws
from workbench.stats.resampling._sample import PAIRED, TWO, Sample, Statistic, read_sample
from workbench.stats.result import Result

METHODS = ("percentile", "basic", "bca", "studentised")
TIES = ("half", "strict")
DRAWS = 9999
SEED = 1979
ADVISED = 20
"""With fewer pupils (in the smaller group) these intervals hold the truth less often than they promise."""
_METHODS = {
    "percentile": "percentile bootstrap",
    "basic": "basic bootstrap",
    "bca": "bias-corrected and accelerated bootstrap",
    "studentised": "studentised bootstrap",
}
_REFERENCES = {
    "percentile": "Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13",
    "basic": "Davison & Hinkley (1997), Bootstrap Methods and their Application, section 5.2",
    "bca": "Efron (1987), J. Am. Stat. Assoc. 82, 171-185",
    "studentised": "Hesterberg (2015), Am. Stat. 69, 371-386",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BootstrapInterval(Result):
    """An estimate with an interval from resampling the pupils.

    Attributes:
        low, high: ``None`` when there is no interval; ``undefined`` then says why.
        statistic: Its name; ``own`` says that it is a function of the caller's.
        design: ``"one_group"``, ``"paired"`` or ``"two_groups"``.
        kind: Which interval: ``"percentile"``, ``"basic"``, ``"bca"`` or ``"studentised"``.
        ties: How resamples equal to the estimate count in BCa's correction for bias; ``None`` in other kinds.
        bias, acceleration: BCa's two constants, where they exist.
        standard_error: The SD of the statistic over all resamples; ``None`` when every resample is alike.
        exact: Whether the distribution itself was used; otherwise ``draws`` from ``seed``, of which
            ``without_value`` were left out, and ``low_error``, ``high_error``, the ends' own standard errors.
        few: Whether there are fewer than ``advised`` pupils, so that the interval is likely too short.
        held_percent: For means of so few: how often such an interval would hold the true mean of bell-shaped marks.
        bins: (from, to, share of resamples) of the resampling distribution, for its picture.
    """

    made_by = (
        "bootstrap_interval(data, {statistic}, method={kind}, level={level}, "
        "paired={paired}, ties={ties_asked}, draws={draws}, seed={seed})"
    )

    estimate: float
    low: float | None
    high: float | None
    level: float
    statistic: str
    own: bool
    design: str
    paired: bool | None
    kind: str
    ties: str | None
    ties_asked: str
    bias: float | None
    acceleration: float | None
    standard_error: float | None
    exact: bool
    draws: int | None
    seed: int | None
    without_value: int
    low_error: float | None
    high_error: float | None
    dropped: int
    n_x: int
    n_y: int | None
    x: tuple[Number, ...]
    y: tuple[Number, ...] | None
    up: int | None
    same: int | None
    down: int | None
    few: bool
    advised: int
    held_percent: int | None
    bins: tuple[tuple[float, float, float], ...]
    undefined: str | None

    def code(self) -> str:
        """Return the line of code that makes it; a function of the caller's stands without quotation marks."""
        line = Result.code(self)
        return line.replace(repr(self.statistic), self.statistic, 1) if self.own else line


def bca_interval(
    data: Any,
    statistic: str | Callable[..., Any] = "mean",
    *,
    level: float = 0.95,
    draws: int | None = None,
    seed: int | None = None,
    ties: str = "half",
    paired: bool | None = None,
) -> BootstrapInterval:
    """Return the bias-corrected and accelerated interval: ``bootstrap_interval`` with ``method="bca"``.

    It is a better interval than the percentile one when the statistic leans to one side, but no cure for
    few pupils. On tied marks the limits depend on how resamples equal to the estimate count.

    Args:
        data: One number for each pupil, or a pair of columns.
        statistic: As in ``bootstrap_interval``.
        level: Between 0 and 1.
        draws: How many resamples are drawn where the exact distribution is out of reach; 9,999 if left out.
        seed: Where chance starts.
        ties: ``"half"`` counts half of the resamples that equal the estimate as below it, ``"strict"`` none.
        paired: With a function of your own and two columns: whether they are the same pupils.

    Raises:
        UnknownOption, BadInput, NotEnoughData, Undefined: as in ``bootstrap_interval``.

    Reference:
        [1] Efron (1987). Better bootstrap confidence intervals. J. Am. Stat. Assoc. 82, 171-185.

    Example:
        >>> from workbench.words.say import say
        >>> say(bca_interval([0, 0, 1, 1, 2, 2, 3, 5, 9, 14]), form="short")
        'The mean of 10 pupils is 3.7 marks; anything from 1.7 to 7.5 fits these marks.'
    """
    return bootstrap_interval(data, statistic, method="bca", level=level, draws=draws, seed=seed, ties=ties, paired=paired)


def bootstrap_interval(
    data: Any,
    statistic: str | Callable[..., Any] = "mean",
    *,
    method: str = "percentile",
    level: float = 0.95,
    draws: int | None = None,
    seed: int | None = None,
    ties: str = "half",
    paired: bool | None = None,
) -> BootstrapInterval:
    """Return an interval for a statistic by drawing the pupils again and again, with replacement.

    For means and medians, and differences of them, nothing is drawn: the limits are those of infinitely
    many resamples. Below 20 pupils the interval is too short, by any method: the resamples know only
    the pupils who were there. It says nothing of pupils of another kind.

    Args:
        data: One number for each pupil; or a pair of columns: before and after, or two groups.
        statistic: ``"mean"``, ``"median"``, ``"sd"``, ``"trimmed_mean"`` (a fifth off each end) of one group;
            ``"mean_change"``, ``"median_change"`` (after minus before), ``"correlation"`` of the same pupils;
            ``"mean_difference"``, ``"median_difference"`` (first minus second) of two groups; or a function
            of one array (two for two columns) that returns a number. One that takes ``axis`` is faster.
        method: ``"percentile"``, ``"basic"``, ``"bca"``, or ``"studentised"`` (for means only; always drawn).
        level: Between 0 and 1.
        draws: How many resamples are drawn where the exact distribution is out of reach; 9,999 if left out.
        seed: Where chance starts.
        ties: For BCa: ``"half"`` or ``"strict"``, see ``bca_interval``.
        paired: With a function of your own and two columns: whether they are the same pupils.

    Raises:
        UnknownOption: for another statistic or method.
        BadInput: for values that are not numbers, data of another shape, or a function that stops.
        NotEnoughData: with fewer than two pupils (in each group).
        Undefined: when the statistic has no value for these data.

    Reference:
        [1] Efron & Tibshirani (1993). An Introduction to the Bootstrap. [2] Davison & Hinkley (1997). Bootstrap
        Methods and their Application. [3] Hesterberg (2015). Am. Stat. 69, 371-386.

    Example:
        >>> from workbench.words.say import say
        >>> say(bootstrap_interval([[12, 15, 9, 14], [11, 8, 10, 7, 9]], "mean_difference"), form="short")
        'With 4 and 5 pupils, on average the first group is 3.5 marks higher; anything from 0.9 to 5.9 higher fits these marks.'
    """
    share = read_level(level)
    kind, tied = read_choice(method, "method", METHODS), read_choice(ties, "ties", TIES)
    read_chance(draws, seed, least=99, most=1_000_000, optional=("draws", "seed"))
    count, start = DRAWS if draws is None else int(draws), SEED if seed is None else int(seed)
    sample, wanted = read_sample(data, statistic, paired)
    if kind == "studentised" and wanted.name not in MEANS:
        raise UnknownOption(
            "A studentised interval needs a standard error in every resample.",
            where="statistic",
            seen=show(statistic),
            allowed=", ".join(MEANS),
            do="Choose another method for this statistic.",
        )
    value = draw.estimate(sample, wanted)
    asked = Asked(kind, tied, share)
    exact = None if kind == "studentised" or wanted.own else distribution_of(sample, wanted)
    found = from_distribution(*exact, sample, wanted, asked) if exact else from_draws(value, sample, wanted, asked, (count, start))
    return _result(found, value, (sample, wanted), asked, None if exact else (count, start))


def _result(found: Found, value: float, given: tuple[Sample, Statistic], asked: Asked, chance: tuple[int, int] | None) -> BootstrapInterval:
    sample, wanted = given
    kind, ties, level = asked
    directions = count_directions(sample.changes) if sample.design == PAIRED else (None, None, None)
    few = sample.smallest < ADVISED
    return BootstrapInterval(
        n=sample.n,
        missing=sample.missing,
        method=_method(kind, ties, chance),
        reference=_REFERENCES[kind],
        estimate=value,
        low=found.ends[0] if found.ends else None,
        high=found.ends[1] if found.ends else None,
        level=level,
        statistic=wanted.name,
        own=wanted.own is not None,
        design=sample.design,
        paired=None if wanted.own is None or len(sample.columns) == 1 else sample.design == PAIRED,
        kind=kind,
        ties=ties if kind == "bca" else None,
        ties_asked=ties,
        bias=found.cut.bias,
        acceleration=found.cut.acceleration,
        standard_error=found.error,
        exact=chance is None,
        draws=chance[0] if chance else None,
        seed=chance[1] if chance else None,
        without_value=found.without_value,
        low_error=found.end_errors[0] if found.end_errors else None,
        high_error=found.end_errors[1] if found.end_errors else None,
        dropped=sample.dropped,
        n_x=len(sample.columns[0]),
        n_y=len(sample.columns[1]) if sample.design == TWO else None,
        x=sample.columns[0],
        y=sample.columns[1] if len(sample.columns) > 1 else None,
        up=directions[0],
        same=directions[1],
        down=directions[2],
        few=few,
        advised=ADVISED,
        held_percent=_held(sample, level) if few and wanted.name in {"mean", "mean_change"} and kind != "studentised" else None,
        bins=found.bins,
        undefined=found.undefined,
    )


def _method(kind: str, ties: str, chance: tuple[int, int] | None) -> str:
    counted = {"half": ", resamples equal to the estimate counted half", "strict": ", only resamples below the estimate counted"}
    how = counted[ties] if kind == "bca" else ""
    drawn = f"Monte Carlo with {chance[0]:,} draws, seed {chance[1]}" if chance else "limits of infinitely many resamples, none drawn"
    return f"{_METHODS[kind]}{how}; {drawn}"


def _held(sample: Sample, level: float) -> int:
    """Return how many in 100 of such intervals would hold the mean of bell-shaped marks.

    They are as long as z times the SD with divisor n, where t times the one with divisor n - 1 is due.
    """
    from statistics import NormalDist

    n = sample.n
    reach = NormalDist().inv_cdf((1 + level) / 2) * sqrt((n - 1) / n)
    return round(100 * (1 - 2 * t_cdf(-reach, n - 1)))
