"""Intervals from the pupils drawn again and again; exact where no drawing is needed."""

from __future__ import annotations

from workbench.stats.resampling.interval import BootstrapInterval, bca_interval, bootstrap_interval

__all__ = [
    "BootstrapInterval",
    "bca_interval",
    "bootstrap_interval",
]
