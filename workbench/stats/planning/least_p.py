"""The least p that a plan could ever give: below it no exact test can go, whatever the marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from math import comb, factorial, inf

from workbench.stats._columns import read_choice, read_count, read_real
from workbench.stats.planning._designs import Pupils, Sizes, read_sizes
from workbench.stats.result import Result

ALTERNATIVES = ("two_sided", "greater", "less")
SMALLEST_FLOAT = 5e-324
FAR = 1100
MOST_TOLD = 10**15
DESIGNS = ("paired", "sign", "signed_rank", "two_groups", "rank_sum", "correlation")
GROUPS = ("two_groups", "rank_sum")
_TESTS = {
    "paired": ("exact sign-flip test", "Fisher (1935), The Design of Experiments, section 21"),
    "sign": ("exact sign test", "Arbuthnott (1710), Philos. Trans. 27, 186-190"),
    "signed_rank": ("exact signed-rank test", "Wilcoxon (1945), Biometrics Bull. 1, 80-83"),
    "two_groups": ("exact permutation test for two groups", "Pitman (1937), J. R. Stat. Soc. Suppl. 4, 119-130"),
    "rank_sum": ("exact rank-sum test", "Wilcoxon (1945), Biometrics Bull. 1, 80-83"),
    "correlation": ("exact permutation test of a correlation", "Pitman (1937), J. R. Stat. Soc. Suppl. 4, 225-232"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestP(Result):
    """The least exact p that this many pupils could ever give, and a table of it for other numbers.

    Attributes:
        pupils: The plan as it was given; ``n`` counts all pupils.
        arrangements: How many equally likely patterns luck has; ``None`` above 10^15.
        enough: The fewest pupils (in each of two equal groups) with whom a p below ``below`` is possible.
        rows: (pupils in all, least p) for 1, 2, 3 ... pupils, or pupils in each of two groups.
    """

    made_by = "smallest_possible_p({design}, {pupils}, alternative={alternative})"

    design: str
    pupils: Pupils
    n_x: int
    n_y: int | None
    arrangements: int | None
    smallest_p: float
    alternative: str
    below: float
    enough: int
    rows: tuple[tuple[int, float], ...]

    def __float__(self) -> float:
        return self.smallest_p


def smallest_possible_p(design: str, n: Pupils, *, alternative: str = "two_sided", below: float = 0.05) -> SmallestP:
    """Return the least p that an exact test could ever give with so many pupils.

    One pattern among all those that luck could have made is the most extreme; its share is the least p
    (a two-sided p is twice that). Tied marks and pupils who did not move can only make it bigger.

    Args:
        design: ``"paired"``, ``"sign"`` or ``"signed_rank"``: the same pupils before and after;
            ``"two_groups"`` or ``"rank_sum"``: other pupils in each; ``"correlation"``: two marks for each pupil.
        n: How many pupils with both marks, 1 or more; for two groups how many in each, or a pair of sizes.
        alternative: ``"two_sided"``, ``"greater"`` or ``"less"``.
        below: A threshold in use; ``enough`` is the fewest pupils that could fall below it.

    Raises:
        UnknownOption: for another design or alternative.
        NotEnoughData: below one pupil (in each group).

    Reference:
        [1] Fisher (1935). The Design of Experiments, section 21.
        [2] Pitman (1937). J. R. Stat. Soc. Suppl. 4, 119-130 and 225-232.

    Example:
        >>> smallest_possible_p("paired", 5).smallest_p, smallest_possible_p("paired", 5).enough
        (0.0625, 6)
        >>> from workbench.words.say import say
        >>> say(smallest_possible_p("two_groups", 3), form="short")
        'With 3 pupils in each group no test could tell a real difference from luck: if there were no difference, p could not be below 0.1.'
    """
    read_choice(design, "design", DESIGNS)
    read_choice(alternative, "alternative", ALTERNATIVES)
    sizes = read_sizes("two_groups", n, least=1) if design in GROUPS else Sizes(read_count(n, "n", least=1), None)
    threshold = read_real(below, "below", low=1e-12, high=1, allowed="a share between 0 and 1")
    sides = 2 if alternative == "two_sided" else 1
    patterns = _patterns(design)
    counted = patterns(sizes)

    def least(plan: Sizes) -> float:
        return min(1.0, sides / patterns(plan)) or SMALLEST_FLOAT

    def equal(each: int) -> Sizes:
        return Sizes(each, each if design in GROUPS else None)

    enough = next(each for each in count(1) if least(equal(each)) < threshold)
    most = max(enough + 2 if design in GROUPS else 12, min(max(sizes.n_x, sizes.n_y or 0), 40))
    test, reference = _TESTS[design]
    total = {"two_groups": "C(n, n_x)", "rank_sum": "C(n, n_x)", "correlation": "n!"}.get(design, "2^n")
    return SmallestP(
        n=sizes.total,
        missing=0,
        method=f"least p of the {test}: {sides} / {total}",
        reference=reference,
        design=design,
        pupils=sizes.given,
        n_x=sizes.n_x,
        n_y=sizes.n_y,
        arrangements=int(counted) if counted <= MOST_TOLD else None,
        smallest_p=least(sizes),
        alternative=alternative,
        below=threshold,
        enough=enough,
        rows=tuple((equal(each).total, least(equal(each))) for each in range(1, most + 1)),
    )


def _patterns(design: str) -> Callable[[Sizes], int | float]:
    """Return how many equally likely patterns a plan of this design has; infinity where no float could hold one in so many."""
    if design in GROUPS:
        return lambda plan: comb(plan.total, plan.n_x) if min(plan.n_x, plan.n_y or 1) <= FAR else inf
    if design == "correlation":
        return lambda plan: factorial(plan.n_x) if plan.n_x <= FAR else inf
    return lambda plan: 1 << plan.n_x if plan.n_x <= FAR else inf
