"""Answers on a scale of levels: counts at each, who moved which way, and two columns side by side."""

from __future__ import annotations

from workbench.stats.ordinal.levels import Distribution, distribution
from workbench.stats.ordinal.likert import LikertDifference, likert_difference
from workbench.stats.ordinal.moves import Shift, shift

__all__ = ["Distribution", "LikertDifference", "Shift", "distribution", "likert_difference", "shift"]
