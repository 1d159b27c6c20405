"""Has one group changed? The same pupils before and after."""

from __future__ import annotations

from workbench.stats.paired.mean import MeanChange, mean_change
from workbench.stats.paired.permutation import PermutationChange, permutation_change
from workbench.stats.paired.regression import RegressionToTheMean, regression_to_the_mean
from workbench.stats.paired.standardised import StandardisedChange, standardised_change

__all__ = [
    "MeanChange",
    "PermutationChange",
    "RegressionToTheMean",
    "StandardisedChange",
    "mean_change",
    "permutation_change",
    "regression_to_the_mean",
    "standardised_change",
]
