"""How closely two columns of the same pupils go together."""

from __future__ import annotations

from workbench.stats.association.product_moment import Correlation, pearson

__all__ = [
    "Correlation",
    "pearson",
]
