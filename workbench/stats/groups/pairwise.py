"""Which of several groups differ? Dunn's comparison of every two, with Holm's correction."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import erfc, sqrt

from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number
from workbench.stats.groups._several_groups import SMALLEST_FLOAT, rank, read_groups, refuse_all_alike, tie_excess
from workbench.stats.multiplicity import adjusted
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Dunn(Result):
    """A table with one row for each two groups.

    Attributes:
        rows: First group, second group (numbered from 1), mean rank of the first minus the second, z, two-sided p of
            these two alone, p after Holm's correction for having looked at all of them.
        least_p: The least corrected p in the table.
        mean_ranks: Each group's mean rank among all pupils, rank 1 for the lowest mark.
        comparisons: How many rows there are.
    """

    made_by = "dunn(*groups)"

    rows: tuple[tuple[int, int, float, float, float, float], ...]
    comparisons: int
    least_p: float
    data: tuple[tuple[Number, ...], ...]
    sizes: tuple[int, ...]
    middle: float
    above: tuple[int, ...]
    medians: tuple[float, ...]
    means: tuple[float, ...]
    mean_ranks: tuple[float, ...]


def dunn(*groups: Column) -> Dunn:
    """Return Dunn's comparisons of every two of the groups, corrected for ties and, by Holm, for their number.

    The mean ranks come from all groups together, so two groups' row depends on the others too. The
    p values rest on the normal curve and are rough with very few pupils; ``rank_sum`` of two groups
    is exact. They do not say by how many marks the groups differ.

    Args:
        groups: One column of marks for each group; blanks (``None`` or NaN) are left out.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: with one group only, or a group with no marks.
        Undefined: when every pupil has the same mark.

    Reference:
        [1] Dunn (1964). Multiple comparisons using rank sums. Technometrics 6, 241-252. [2] Holm
        (1979). A simple sequentially rejective multiple test procedure. Scand. J. Stat. 6, 65-70.

    Example:
        >>> from workbench.words.say import say
        >>> result = dunn([2, 3, 3], [4, 5, 6], [5, 7, 9])
        >>> [(first, second, round(p, 3)) for first, second, _, _, _, p in result.rows]
        [(1, 2, 0.229), (1, 3, 0.039), (2, 3, 0.367)]
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Among 3 pairs of groups, groups 3 and 1 stand furthest apart, with group 3 higher. If there were no
        difference between the groups, p = 0.039.
    """
    read = read_groups(groups)
    ranked = rank(read.units)
    refuse_all_alike(ranked.ties, "This comparison")
    n = sum(read.sizes)
    spread = n * (n + 1) / 12 - tie_excess(ranked.ties) / (12 * (n - 1))
    pairs = list(combinations(range(len(read.sizes)), 2))
    gaps, scores = [], []
    for one, other in pairs:
        a, b = ranked.groups[one], ranked.groups[other]
        gap = (sum(a) * len(b) - sum(b) * len(a)) / (2 * len(a) * len(b))
        gaps.append(gap)
        scores.append(gap / sqrt(spread * (1 / len(a) + 1 / len(b))))
    ps = [erfc(abs(z) / sqrt(2)) or SMALLEST_FLOAT for z in scores]
    corrected = adjusted(ps)
    return Dunn(
        n=n,
        missing=read.missing,
        method="Dunn's comparisons of mean ranks, corrected for ties, two-sided, with Holm's correction",
        reference="Dunn (1964), Technometrics 6, 241-252; Holm (1979), Scand. J. Stat. 6, 65-70",
        rows=tuple(
            (one + 1, other + 1, gap, z, p, holm) for (one, other), gap, z, p, holm in zip(pairs, gaps, scores, ps, corrected, strict=True)
        ),
        comparisons=len(pairs),
        least_p=min(corrected),
        **read.told(),
        mean_ranks=tuple(moments.mean(ranks, 2) for ranks in ranked.groups),
    )
