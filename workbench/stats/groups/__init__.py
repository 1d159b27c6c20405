"""Do two groups, or several, differ? Pupils of different groups, each measured once. A difference is first minus second."""

from __future__ import annotations

from workbench.stats.groups.dominance import CliffsDelta, Superiority, cliffs_delta, probability_of_superiority
from workbench.stats.groups.mean import MeanDifference, mean_difference
from workbench.stats.groups.permutation import PermutationDifference, permutation_difference
from workbench.stats.groups.rank import RankSum, rank_sum
from workbench.stats.groups.standardised import CohenD, GlassDelta, HedgesG, cohen_d, glass_delta, hedges_g

__all__ = [
    "CliffsDelta",
    "CohenD",
    "GlassDelta",
    "HedgesG",
    "MeanDifference",
    "PermutationDifference",
    "RankSum",
    "Superiority",
    "cliffs_delta",
    "cohen_d",
    "glass_delta",
    "hedges_g",
    "mean_difference",
    "permutation_difference",
    "probability_of_superiority",
    "rank_sum",
]
