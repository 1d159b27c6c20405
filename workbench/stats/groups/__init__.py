"""Do two groups, or several, differ? Pupils of different groups, each measured once. A difference is first minus second."""

from __future__ import annotations

from workbench.stats.groups.ancova import AdjustedDifference, adjusted_difference
from workbench.stats.groups.dominance import CliffsDelta, Superiority, cliffs_delta, probability_of_superiority
from workbench.stats.groups.kruskal import KruskalWallis, kruskal_wallis
from workbench.stats.groups.mean import MeanDifference, mean_difference
from workbench.stats.groups.pairwise import Dunn, dunn
from workbench.stats.groups.permutation import PermutationDifference, permutation_difference
from workbench.stats.groups.rank import RankSum, rank_sum
from workbench.stats.groups.repeated import Friedman, friedman
from workbench.stats.groups.standardised import CohenD, GlassDelta, HedgesG, cohen_d, glass_delta, hedges_g
from workbench.stats.groups.trend import Jonckheere, jonckheere
from workbench.stats.groups.variance import AnalysisOfVariance, analysis_of_variance

__all__ = [
    "AdjustedDifference",
    "AnalysisOfVariance",
    "CliffsDelta",
    "CohenD",
    "Dunn",
    "Friedman",
    "GlassDelta",
    "HedgesG",
    "Jonckheere",
    "KruskalWallis",
    "MeanDifference",
    "PermutationDifference",
    "RankSum",
    "Superiority",
    "adjusted_difference",
    "analysis_of_variance",
    "cliffs_delta",
    "cohen_d",
    "dunn",
    "friedman",
    "glass_delta",
    "hedges_g",
    "jonckheere",
    "kruskal_wallis",
    "mean_difference",
    "permutation_difference",
    "probability_of_superiority",
    "rank_sum",
]
