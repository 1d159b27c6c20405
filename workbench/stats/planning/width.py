"""How wide the interval is expected to be, before any pupil is tested."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.stats._columns import read_level, read_real
from workbench.stats._distributions import t_quantile
from workbench.stats.paired.standardised import hedges_correction
from workbench.stats.planning._designs import Pupils, Sizes, nearby, read_sizes
from workbench.stats.result import Result

_METHODS = {
    "paired": "expected width of the paired t interval, 2 t c4 sd / sqrt(n)",
    "two_groups": "expected width of Student's t interval for two groups, 2 t c4 sd sqrt(1 / n_x + 1 / n_y)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedWidth(Result):
    """A table: how wide the t interval for the mean change, or the difference, is expected to be.

    Attributes:
        pupils: The plan as it was given: how many, or the sizes of two groups; ``n`` counts all.
        width: From end to end, in the units of ``sd``.
        half_width: From the mean to either end.
        doubled: Twice as many pupils in all, and ``half_width_doubled`` what that would give.
        rows: (pupils in all, expected width) for fewer and for more pupils, in order, ``n`` among them.
    """

    made_by = "expected_interval_width({design}, {pupils}, sd={sd}, level={level})"

    design: str
    pupils: Pupils
    n_x: int
    n_y: int | None
    width: float
    half_width: float
    doubled: int
    half_width_doubled: float
    sd: float
    level: float
    rows: tuple[tuple[int, float], ...]


def expected_interval_width(design: str, n: Pupils, *, sd: float = 1.0, level: float = 0.95) -> ExpectedWidth:
    """Return how wide the interval for the mean change, or the difference, is expected to be.

    The expected SD of a small sample is below the true one; that is reckoned in. It is an average:
    about half of such intervals come out wider. For two groups one spread is taken to hold in both.

    Args:
        design: ``"paired"``: the same pupils before and after; ``"two_groups"``: other pupils in each.
        n: How many pupils with both marks, 2 or more; for two groups how many in each, or a pair of sizes.
        sd: The SD of the *changes*, or of the marks within a group (1.0 gives the width in such SDs).
        level: Between 0 and 1.

    Raises:
        UnknownOption: for another design.
        NotEnoughData: below two pupils, or three in two groups.
        BadInput: when ``n`` is not a whole number or ``sd`` not a number above 0.

    Reference:
        [1] Cumming (2012). Understanding The New Statistics, chapter 13.

    Example:
        >>> from workbench.words.say import say
        >>> say(expected_interval_width("two_groups", (12, 15), sd=6), form="short")
        'With 12 and 15 pupils the difference will be known to within about 4.7 marks, up or down.'
    """
    sizes = read_sizes(design, n)
    share = read_level(level)
    spread = read_real(sd, "sd", low=1e-100, allowed="a number of marks above 0")
    width = _expected_width(sizes, spread, share)
    doubled = sizes.times(2)
    return ExpectedWidth(
        n=sizes.total,
        missing=0,
        method=_METHODS[design],
        reference="Cumming (2012), Understanding The New Statistics, chapter 13",
        design=design,
        pupils=sizes.given,
        n_x=sizes.n_x,
        n_y=sizes.n_y,
        width=width,
        half_width=width / 2,
        doubled=doubled.total,
        half_width_doubled=_expected_width(doubled, spread, share) / 2,
        sd=spread,
        level=share,
        rows=tuple((plan.total, _expected_width(plan, spread, share)) for plan in nearby(sizes)),
    )


def _expected_width(plan: Sizes, sd: float, level: float) -> float:
    # E(s) = c4 * sigma, and c4 for df degrees of freedom is Hedges' J one degree up, times sqrt((df + 1) / df).
    c4 = hedges_correction(plan.df + 1) * sqrt((plan.df + 1) / plan.df)
    return 2 * t_quantile((1 + level) / 2, plan.df) * c4 * sd * plan.error
