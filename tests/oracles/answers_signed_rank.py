"""Wilcoxon's signed ranks: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import NotEnoughData, Undefined

NOT_OFFERED: dict[str, str] = {}


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (NotEnoughData, Undefined):
        return None


def _field(result: Any, name: str) -> Any:
    return None if result is None else getattr(result, name)


def _signed_rank(inputs: dict[str, Any]) -> dict[str, Any]:
    before, after = inputs["pre"], inputs["post"]
    level = inputs.get("conf_level", 0.95)
    dropped = _or_none(lambda: stats.signed_rank(before, after, level=level))
    pratt = _or_none(lambda: stats.signed_rank(before, after, zeros="pratt", level=None))
    ranks = _or_none(lambda: stats.rank_biserial_change(before, after, level=level))
    counted = _or_none(lambda: stats.permutation_change(before, after, level=None))
    walsh = None if dropped is None or dropped.walsh_low is None else [dropped.walsh_low, dropped.walsh_high]
    answers = {
        "n_zero": _field(counted, "same"),
        "W_plus_zeros_dropped": _field(dropped, "rank_sum_up"),
        "W_minus_zeros_dropped": _field(dropped, "rank_sum_down"),
        "hodges_lehmann": _field(dropped, "estimate"),
        "hl_ci_walsh": walsh,
        "hl_ci_walsh_achieved_conf": _field(dropped, "walsh_level"),
        "rank_biserial_matched": _field(ranks, "estimate"),
    }
    for name, result in (("zeros_dropped", dropped), ("pratt", pratt)):
        answers |= {
            f"p_two_sided_{name}": _field(result, "p"),
            f"p_greater_{name}": _field(result, "p_greater"),
            f"p_less_{name}": _field(result, "p_less"),
        }
    return answers


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"paired.signedrank.": _signed_rank}
