"""How many of how many: one share, two shares, and the same pupils asked twice."""

from __future__ import annotations

from workbench.stats.proportion.fisher import FisherExact, fisher_exact
from workbench.stats.proportion.paired import PairedShares, paired_shares
from workbench.stats.proportion.shares import Share, ShareDifference, share, share_difference

__all__ = [
    "FisherExact",
    "PairedShares",
    "Share",
    "ShareDifference",
    "fisher_exact",
    "paired_shares",
    "share",
    "share_difference",
]
