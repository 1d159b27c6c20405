"""Has one group changed? The same pupils before and after."""

from __future__ import annotations

from workbench.stats.paired.mean import MeanChange, mean_change
from workbench.stats.paired.permutation import PermutationChange, permutation_change
from workbench.stats.paired.rank_biserial import RankBiserialChange, rank_biserial_change
from workbench.stats.paired.ranked import SignedRank, signed_rank
from workbench.stats.paired.regression import RegressionToTheMean, regression_to_the_mean
from workbench.stats.paired.reliable import CutOffs, PupilChange, ReliableChange, reliable_change
from workbench.stats.paired.standardised import StandardisedChange, standardised_change

__all__ = [
    "CutOffs",
    "MeanChange",
    "PermutationChange",
    "PupilChange",
    "RankBiserialChange",
    "RegressionToTheMean",
    "ReliableChange",
    "SignedRank",
    "StandardisedChange",
    "mean_change",
    "permutation_change",
    "rank_biserial_change",
    "regression_to_the_mean",
    "reliable_change",
    "signed_rank",
    "standardised_change",
]
