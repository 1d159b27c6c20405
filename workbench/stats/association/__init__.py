"""How closely two columns of the same pupils go together."""

from __future__ import annotations

from workbench.stats.association.product_moment import Correlation, pearson
from workbench.stats.association.ranks import KendallCorrelation, SpearmanCorrelation, kendall, spearman

__all__ = [
    "Correlation",
    "KendallCorrelation",
    "SpearmanCorrelation",
    "kendall",
    "pearson",
    "spearman",
]
