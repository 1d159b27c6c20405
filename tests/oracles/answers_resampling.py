"""Resampling: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import NotEnoughData, Undefined, UnknownOption

NOT_OFFERED: dict[str, str] = {}
STATISTICS = {"mean(x) - mean(y)": "mean_difference", "median(x) - median(y)": "median_difference", "cor(x, y)": "correlation"}


def _bootstrap(inputs: dict[str, Any]) -> dict[str, Any]:
    asked = inputs.get("statistic", "mean_difference" if "y" in inputs else "mean")
    data = [inputs["x"], inputs["y"]] if "y" in inputs else inputs["x"]
    level = inputs.get("conf_level", 0.95)

    def by(method: str, ties: str = "half") -> Any:
        try:
            return stats.bootstrap_interval(data, STATISTICS.get(asked, asked), method=method, ties=ties, level=level)
        except (NotEnoughData, Undefined, UnknownOption):
            return None

    def ends(result: Any) -> list[float] | None:
        return None if result is None or result.low is None else [result.low, result.high]

    percentile, strict = by("percentile"), by("bca", "strict")
    return {
        "estimate": None if percentile is None else percentile.estimate,
        # R's boot counts only resamples below the estimate in the correction for bias.
        "bca_ci": ends(strict),
        "percentile_ci": ends(percentile),
        "basic_ci": ends(by("basic")),
        "boot_se": None if percentile is None else percentile.standard_error,
        "jackknife_acceleration": None if strict is None else strict.acceleration,
        "ideal_boot_se": None if percentile is None else percentile.standard_error,
        "ideal_percentile_ci": ends(percentile),
        "ideal_bca_ci_strict_below": ends(strict),
        "ideal_bca_ci_ties_half": ends(by("bca")),
    }


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"bootstrap.": _bootstrap}
