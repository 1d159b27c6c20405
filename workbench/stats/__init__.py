"""Statistics for classes of 3 to 35 pupils: exact first, ties and halves as they come, never a silent NaN.

A library in its own right. Importing it loads nothing; each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.stats.association import Correlation, pearson
    from workbench.stats.paired import (
        MeanChange,
        PermutationChange,
        RegressionToTheMean,
        StandardisedChange,
        mean_change,
        permutation_change,
        regression_to_the_mean,
        standardised_change,
    )
    from workbench.stats.planning import ExpectedWidth, SmallestP, expected_interval_width, smallest_possible_p
    from workbench.stats.result import Result

_NAMES = {
    "Correlation": "association",
    "ExpectedWidth": "planning",
    "MeanChange": "paired",
    "PermutationChange": "paired",
    "RegressionToTheMean": "paired",
    "Result": "result",
    "SmallestP": "planning",
    "StandardisedChange": "paired",
    "expected_interval_width": "planning",
    "mean_change": "paired",
    "pearson": "association",
    "permutation_change": "paired",
    "regression_to_the_mean": "paired",
    "smallest_possible_p": "planning",
    "standardised_change": "paired",
}

__all__ = [
    "Correlation",
    "ExpectedWidth",
    "MeanChange",
    "PermutationChange",
    "RegressionToTheMean",
    "Result",
    "SmallestP",
    "StandardisedChange",
    "expected_interval_width",
    "mean_change",
    "pearson",
    "permutation_change",
    "regression_to_the_mean",
    "smallest_possible_p",
    "standardised_change",
]


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        value = getattr(import_module(f"workbench.stats.{_NAMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'workbench.stats' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
