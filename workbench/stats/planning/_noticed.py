"""How often a t test would notice a true change: the noncentral t with both tails, and its inverses."""

from __future__ import annotations

from math import ceil, copysign, sqrt
from typing import NamedTuple

from workbench.stats._columns import read_choice, read_real
from workbench.stats._distributions import t_quantile
from workbench.stats.noncentral import find_root, noncentral_t_cdf
from workbench.stats.planning._designs import Sizes

ALTERNATIVES = ("two_sided", "greater", "less")
MOST = 1_000_000
"""Beyond so many pupils in a group no plan is made."""
EMPTY = 40.0


class Test(NamedTuple):
    """The test that will be made: its threshold for p, and which way it looks."""

    alpha: float
    alternative: str

    def crossing(self, df: float) -> float:
        """Return the t beyond which p falls below the threshold."""
        return -t_quantile(self.alpha / 2 if self.alternative == "two_sided" else self.alpha, df)

    def noticed(self, shift: float, df: float) -> float:
        """Return how often t falls beyond the crossing when its noncentrality is ``shift``."""
        beyond = self.crossing(df)
        shift = copysign(min(abs(shift), 1e50), shift)
        # A tail that lies further off than any normal variable strays is empty.
        up = noncentral_t_cdf(-beyond, df, -shift) if self.alternative != "less" and shift > -EMPTY else 0.0
        down = noncentral_t_cdf(-beyond, df, shift) if self.alternative != "greater" and shift < EMPTY else 0.0
        return min(1.0, up + down)


def read_test(alpha: object, alternative: object) -> Test:
    """Read the threshold and the direction.

    Raises:
        BadInput: when ``alpha`` is not a share between 0 and 1.
        UnknownOption: for another alternative.
    """
    share = read_real(alpha, "alpha", low=1e-12, high=0.999, allowed="a share between 0 and 1, such as 0.05")
    return Test(share, read_choice(alternative, "alternative", ALTERNATIVES))


def for_plan(plan: Sizes, effect: float, test: Test) -> float:
    """Return the power of a plan; ``effect`` is in SDs."""
    return test.noticed(effect / plan.error, plan.df)


def least_size(design: str, effect: float, target: float, test: Test) -> tuple[int, float | None] | None:
    """Return the fewest pupils (in each group) that reach ``target``, and the point between whole pupils where it is reached.

    The second is ``None`` when two pupils are enough; both are when ``MOST`` are not.
    """
    groups = 2 if design == "two_groups" else 1

    def gap(n: float) -> float:
        return test.noticed(effect * sqrt(n / groups), groups * (n - 1)) - target

    if gap(2) >= 0:
        return 2, None
    high = 4.0
    while gap(high) < 0:
        high *= 2
        if high > 2 * MOST:
            return None
    exact = find_root(gap, high / 2, high)
    fewest = max(2, ceil(exact) - 1)
    while gap(fewest) < 0:
        fewest += 1
    return (fewest, exact) if fewest <= MOST else None


def least_effect(plan: Sizes, target: float, test: Test) -> float:
    """Return the change in SDs that would be noticed in ``target`` of such studies; below 0 for ``"less"``."""
    way = -1 if test.alternative == "less" else 1

    def gap(shift: float) -> float:
        return test.noticed(way * shift, plan.df) - target

    high = 1.0
    while gap(high) < 0:
        high *= 2
    return way * find_root(gap, 0.0, high) * plan.error


def in_words(share: float) -> tuple[int, int]:
    """Return a share as so many times in ten, or in a hundred where tens would be too coarse.

    >>> in_words(0.81), in_words(0.8), in_words(0.96), in_words(0.03)
    ((8, 10), (8, 10), (96, 100), (3, 100))
    """
    out_of = 10 if 0.095 <= share < 0.945 else 100
    return int(share * out_of + 0.5), out_of
