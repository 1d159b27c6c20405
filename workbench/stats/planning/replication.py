"""Where a repeat of a study could land, by the luck of the draw alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.errors import BadInput
from workbench.stats._columns import BIGGEST, read_level, read_real, show
from workbench.stats._distributions import t_quantile
from workbench.stats.noncentral import noncentrality_limits
from workbench.stats.planning._designs import Pupils, Sizes, read_sizes
from workbench.stats.result import Result

REFERENCE = "Spence & Stanley (2016), PLoS ONE 11(9), e0162874"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplicationInterval(Result):
    """An estimate with the interval that a repeat's estimate would fall in, and its own interval beside it.

    Attributes:
        estimate: What the first study gave: a mean, a difference of means, or a standardised one.
        low, high: Between these the repeat would land, in ``level`` of all pairs of studies.
        confidence_low, confidence_high: The first study's own interval, narrower.
        of: ``"mean"``, ``"difference"`` or ``"d"``.
        pupils, repeat: The sizes of the two studies, as they were given; ``n`` and ``n_repeat`` count all.
        found: What the repeat gave, if it is known; ``inside`` says whether that lies in the interval.
    """

    made_by = "replication_interval({estimate}, {pupils}, {repeat}, sd={sd}, level={level})"

    estimate: float
    low: float
    high: float
    level: float
    confidence_low: float
    confidence_high: float
    of: str
    pupils: Pupils
    repeat: Pupils
    n_repeat: int
    sd: float | None
    found: float | None
    inside: bool | None


def replication_interval(
    estimate: float,
    n: Pupils,
    n_replication: Pupils | None = None,
    *,
    sd: float | None = None,
    level: float = 0.95,
    found: float | None = None,
) -> ReplicationInterval:
    """Return where a repeat of a study would land if only the luck of the draw differed.

    A repeat outside the study's own interval need not disagree with it: the repeat has luck of its own.
    The interval says nothing of a repeat with other teaching, other tests or pupils of another kind.

    Args:
        estimate: With ``sd``: a mean, a mean change, or a difference of two means, in marks. Without: a
            standardised one (d).
        n: How many pupils the study had; a pair of sizes when it compared two groups.
        n_replication: The same of the repeat; as many as in the study when it is left out.
        sd: The SD of the marks or of the changes; for two groups the pooled SD within them.
        level: How often a repeat should fall inside, between 0 and 1.
        found: What the repeat gave, if it is known.

    Raises:
        NotEnoughData: below two pupils (two groups: three); one will do in the repeat of a mean.
        BadInput: for what is not a number, an SD that is not above 0, or a repeat with more groups than the study.

    Reference:
        [1] Spence & Stanley (2016). Prediction interval: what to expect when you're expecting a replication.
        PLoS ONE 11(9), e0162874.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(replication_interval(1.3, 28, sd=2.9), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The mean of 28 pupils was 1.3 marks; anything from 0.2 to 2.4 fits these marks.
        A repeat with 28 others like them could land anywhere from −0.3 to 2.9.
    """
    first = read_sizes(_design(n), n)
    second = first if n_replication is None else _read_repeat(first, n_replication, of_a_mean=sd is not None)
    furthest = BIGGEST if sd is not None else 1000.0
    value = read_real(estimate, "estimate", low=-furthest, high=furthest, allowed="a number of marks; without sd, of SDs")
    share = read_level(level)
    spread = None if sd is None else read_real(sd, "sd", low=1e-100, allowed="a number of marks above 0")
    seen = None if found is None else read_real(found, "found")
    if spread is None:
        low, high, own_low, own_high = _standardised(value, first, second, share)
    else:
        reach = t_quantile((1 + share) / 2, first.df) * spread
        own, both = reach * first.error, reach * sqrt(first.error**2 + second.error**2)
        low, high, own_low, own_high = value - both, value + both, value - own, value + own
    of = "d" if spread is None else "mean" if first.n_y is None else "difference"
    return ReplicationInterval(
        n=first.total,
        missing=0,
        method=_METHODS[of],
        reference=REFERENCE,
        estimate=value,
        low=low,
        high=high,
        level=share,
        confidence_low=own_low,
        confidence_high=own_high,
        of=of,
        pupils=first.given,
        repeat=second.given,
        n_repeat=second.total,
        sd=spread,
        found=seen,
        inside=None if seen is None else low <= seen <= high,
    )


_METHODS = {
    "mean": "prediction interval for the mean of a repeat, by Student's t",
    "difference": "prediction interval for the difference of means in a repeat, by Student's t with the pooled SD",
    "d": "prediction interval for d in a repeat, from the noncentral t intervals of both sizes",
}


def _design(n: object) -> str:
    return "two_groups" if isinstance(n, (list, tuple)) or hasattr(n, "__len__") else "paired"


def _read_repeat(first: Sizes, n: Pupils, *, of_a_mean: bool) -> Sizes:
    """Read the repeat's size; one number will do for two equal groups."""
    if first.n_y is None and _design(n) == "two_groups":
        raise BadInput(
            "The study had one group and its repeat has two.",
            where="n_replication",
            seen=show(n),
            allowed="as many groups in the repeat as in the study",
            do="Give one number of pupils for the repeat.",
        )
    if first.n_y is None:
        return read_sizes("paired", n, least=1 if of_a_mean else 2)
    return read_sizes("two_groups", n)


def _standardised(d: float, first: Sizes, second: Sizes, level: float) -> tuple[float, float, float, float]:
    """Return the ends for a repeat's d and for d itself; each side adds the two intervals' reach as squares (Zou 2007)."""
    own_low, own_high = (limit * first.error for limit in noncentrality_limits(d / first.error, first.df, level))
    its_low, its_high = (limit * second.error for limit in noncentrality_limits(d / second.error, second.df, level))
    low = d - sqrt((d - own_low) ** 2 + (its_high - d) ** 2)
    high = d + sqrt((own_high - d) ** 2 + (d - its_low) ** 2)
    return low, high, own_low, own_high
