"""Plans: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import BadInput, NotEnoughData

NOT_OFFERED: dict[str, str] = {}


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (BadInput, NotEnoughData):
        return None


def _field(result: Any, name: str) -> Any:
    return None if result is None else getattr(result, name)


def _power(inputs: dict[str, Any]) -> dict[str, Any]:
    design = "paired" if inputs.get("type") in {"paired", "one.sample"} else "two_groups"
    n = (inputs["n1"], inputs["n2"]) if "n1" in inputs else inputs["n"]
    d, alpha, target = inputs["d"], inputs.get("alpha", 0.05), inputs.get("power", 0.8)
    two_sided = _or_none(lambda: stats.power(design, n, d, alpha=alpha))
    one_sided = _or_none(lambda: stats.power(design, n, d, alpha=alpha, alternative="greater"))
    detectable = _or_none(lambda: stats.smallest_detectable(design, n, target, alpha=alpha))
    needed = _or_none(lambda: stats.pupils_needed(design, d, target, alpha=alpha))
    return {
        "power_two_sided": _field(two_sided, "power"),
        "power_one_sided": _field(one_sided, "power"),
        "minimal_detectable_d_power80": _field(detectable, "effect"),
        "n_needed_power80": _field(needed, "between"),
        "n_needed_power80_rounded_up": _field(needed, "pupils"),
    }


def _replication(of: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def answer(inputs: dict[str, Any]) -> dict[str, Any]:
        result = _or_none(lambda: of(inputs))
        if result is None:
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
