"""Do the items of a test or a questionnaire hang together, and how far does a mark wobble?"""

from __future__ import annotations

from workbench.stats.reliability.alpha import CronbachAlpha, cronbach_alpha
from workbench.stats.reliability.halves import SplitHalf, split_half
from workbench.stats.reliability.items import ItemAnalysis, ItemRow, item_analysis
from workbench.stats.reliability.omega import McDonaldOmega, mcdonald_omega
from workbench.stats.reliability.precision import StandardErrorOfMeasurement, standard_error_of_measurement
from workbench.stats.reliability.right_wrong import KuderRichardson, kr20

__all__ = [
    "CronbachAlpha",
    "ItemAnalysis",
    "ItemRow",
    "KuderRichardson",
    "McDonaldOmega",
    "SplitHalf",
    "StandardErrorOfMeasurement",
    "cronbach_alpha",
    "item_analysis",
    "kr20",
    "mcdonald_omega",
    "split_half",
    "standard_error_of_measurement",
]
