"""Two groups: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import NotEnoughData, Undefined

NOT_OFFERED: dict[str, str] = {
    "J_approx": "the exact J is given; the approximation is off in the third figure with 3 pupils",
    "bf10_jzs_r0.707": "no Bayes factors: a figure that hangs on a prior cannot be told to a teacher in one sentence",
    "d_unpooled_average_var": "the spread is that within both groups or the second group's; this one is neither, and has no exact interval",
    "ROM_yi_vi": "a ratio of means needs a scale with a true nought, which marks and five-point items do not have",
}


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (NotEnoughData, Undefined):
        return None


def _ends(result: Any, low: str = "low", high: str = "high") -> list[float | None] | None:
    return None if result is None else [getattr(result, low), getattr(result, high)]


def _ends_or_none(result: Any, low: str = "low", high: str = "high") -> list[float | None] | None:
    ends = _ends(result, low, high)
    return None if ends == [None, None] else ends


def _field(result: Any, name: str) -> Any:
    return None if result is None else getattr(result, name)


def _groups(inputs: dict[str, Any]) -> tuple[Any, Any, float]:
    return inputs["x"], inputs["y"], inputs.get("conf_level", 0.95)


def _two_t(inputs: dict[str, Any]) -> dict[str, Any]:
    x, y, level = _groups(inputs)
    welch = _or_none(lambda: stats.mean_difference(x, y, level=level))
    student = _or_none(lambda: stats.mean_difference(x, y, equal_variances=True, level=level))
    answers = {
        "mean_diff": _field(welch, "estimate"),
        "sd_x_y": _ends(welch, "sd_x", "sd_y"),
        "welch_p_greater": _field(welch, "p_greater"),
    }
    for name, result in (("welch", welch), ("student", student)):
        answers |= {
            f"{name}_t": _field(result, "t"),
            f"{name}_df": _field(result, "df"),
            f"{name}_ci": _ends_or_none(result),
            f"{name}_p_two_sided": _field(result, "p"),
            f"{name}_p_greater": _field(result, "p_greater"),
            f"{name}_p_less": _field(result, "p_less"),
        }
    return answers


def _permutation(inputs: dict[str, Any]) -> dict[str, Any]:
    x, y, _ = _groups(inputs)
    result = _or_none(lambda: stats.permutation_difference(x, y))
    at_90 = _or_none(lambda: stats.permutation_difference(x, y, level=0.9))
    return {
        "p_two_sided": _field(result, "p_absolute"),
        "p_two_sided_doubled": _field(result, "p"),
        "p_greater": _field(result, "p_greater"),
        "p_less": _field(result, "p_less"),
        "midp_two_sided": _field(result, "mid_p_absolute"),
        "p_two_sided_fraction": _ends(result, "as_far_absolute", "patterns"),
        "ci95_by_inversion": _ends(result),
        "ci90_by_inversion": _ends(at_90),
    }


def _mann_whitney(inputs: dict[str, Any]) -> dict[str, Any]:
    x, y, level = _groups(inputs)
    result = _or_none(lambda: stats.rank_sum(x, y, level=level))
    return {
        "U_x": _field(result, "u"),
        "n_tied_pairs": _field(result, "level_pairs"),
        "p_two_sided": _field(result, "p_absolute"),
        "p_two_sided_doubled": _field(result, "p"),
        "p_greater": _field(result, "p_greater"),
        "p_less": _field(result, "p_less"),
        "midp_two_sided": _field(result, "mid_p_absolute"),
        "hodges_lehmann_shift": _field(result, "estimate"),
        "hl_ci": _ends_or_none(result, "order_low", "order_high"),
        "hl_ci_achieved_conf": _field(result, "order_level"),
    }


def _effect(inputs: dict[str, Any]) -> dict[str, Any]:
    x, y, level = _groups(inputs)
    d, g = _or_none(lambda: stats.cohen_d(x, y, level=level)), _or_none(lambda: stats.hedges_g(x, y, level=level))
    glass = _or_none(lambda: stats.glass_delta(x, y, level=level))
    delta = _or_none(lambda: stats.cliffs_delta(x, y, level=level))
    delta_normal = _or_none(lambda: stats.cliffs_delta(x, y, quantile="normal", level=level))
    share = _or_none(lambda: stats.probability_of_superiority(x, y, level=level))
    return {
        "cohen_d_pooled": _field(d, "estimate"),
        "cohen_d_ci": _ends(d),
        "J_exact": _field(g, "correction"),
        "hedges_g": _field(g, "estimate"),
        "hedges_g_ci": _ends(g),
        "SMD_yi_vi": _ends(g, "estimate", "variance"),
        "glass_delta_sd_y": _field(glass, "estimate"),
        "cliff_delta": _field(delta, "estimate"),
        "cliff_delta_var_unbiased": _field(delta, "variance"),
        "cliff_delta_ci": _ends_or_none(delta, "formula_low", "formula_high"),
        "cliff_delta_ci_normal": _ends_or_none(delta_normal, "formula_low", "formula_high"),
        "prob_superiority_ties_half": _field(share, "estimate"),
        "prob_superiority_strict": _field(share, "strict"),
        "cl_normal_pooled": _field(share, "normal_pooled"),
        "cl_mcgraw_wong": _field(share, "normal"),
    }


def _degenerate(inputs: dict[str, Any]) -> dict[str, Any]:
    t, exact = _two_t(inputs), _permutation(inputs)
    return _mann_whitney(inputs) | _effect(inputs) | t | exact | {"t": t["welch_t"], "p_t": t["welch_p_two_sided"], "ci_t": t["welch_ci"]}


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "two.t.": _two_t,
    "two.permutation.": _permutation,
    "two.mannwhitney.": _mann_whitney,
    "two.effect.": _effect,
    "two.degenerate.": _degenerate,
}
