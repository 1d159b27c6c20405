"""What a plan can and cannot show, before any pupil is tested."""

from __future__ import annotations

from workbench.stats.planning.least_p import SmallestP, smallest_possible_p
from workbench.stats.planning.power_results import Power, PupilsNeeded, SmallestDetectable
from workbench.stats.planning.replication import ReplicationInterval, replication_interval
from workbench.stats.planning.t_power import power, pupils_needed, smallest_detectable
from workbench.stats.planning.width import ExpectedWidth, expected_interval_width

__all__ = [
    "ExpectedWidth",
    "Power",
    "PupilsNeeded",
    "ReplicationInterval",
    "SmallestDetectable",
    "SmallestP",
    "expected_interval_width",
    "power",
    "pupils_needed",
    "replication_interval",
    "smallest_detectable",
    "smallest_possible_p",
]
