"""What a plan can and cannot show, before any pupil is tested."""

from __future__ import annotations

from workbench.stats.planning.before_data import ExpectedWidth, SmallestP, expected_interval_width, smallest_possible_p

__all__ = [
    "ExpectedWidth",
    "SmallestP",
    "expected_interval_width",
    "smallest_possible_p",
]
