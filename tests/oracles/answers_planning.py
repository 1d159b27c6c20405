"""Plans: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import BadInput, NotEnoughData

NOT_OFFERED: dict[str, str] = {}


def _power(inputs: dict[str, Any]) -> dict[str, Any]:
    design = "paired" if inputs.get("type") in {"paired", "one.sample"} else "two_groups"
    n = (inputs["n1"], inputs["n2"]) if "n1" in inputs else inputs["n"]
    d, alpha, target = inputs["d"], inputs.get("alpha", 0.05), inputs.get("power", 0.8)
    answered = {
        "power_two_sided": stats.power(design, n, d, alpha=alpha).power,
        "power_one_sided": stats.power(design, n, d, alpha=alpha, alternative="greater").power,
        "minimal_detectable_d_power80": stats.smallest_detectable(design, n, target, alpha=alpha).effect,
    }
    try:
        needed = stats.pupils_needed(design, d, target, alpha=alpha)
        answered |= {"n_needed_power80": needed.between, "n_needed_power80_rounded_up": needed.pupils}
    except BadInput:
        answered |= {"n_needed_power80": None, "n_needed_power80_rounded_up": None}
    return answered


def _replication(of: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def answer(inputs: dict[str, Any]) -> dict[str, Any]:
        try:
            result = of(inputs)
        except NotEnoughData:
            return {"prediction_interval": None, "confidence_interval": None}
        return {
            "prediction_interval": [result.low, result.high],
            "confidence_interval": [result.confidence_low, result.confidence_high],
        }

    return answer


def _mean(inputs: dict[str, Any]) -> Any:
    return stats.replication_interval(inputs["mean"], inputs["n"], inputs["n_replication"], sd=inputs["sd"], level=inputs.get("prob", 0.95))


def _d(inputs: dict[str, Any]) -> Any:
    sizes = (inputs["n1"], inputs["n2"]), (inputs["rep_n1"], inputs["rep_n2"])
    return stats.replication_interval(inputs["d"], *sizes, level=inputs.get("prob", 0.95))


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "power.": _power,
    "replication.mean": _replication(_mean),
    "replication.d": _replication(_d),
}
