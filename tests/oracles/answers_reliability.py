"""Reliability of tests and of single pupils' changes: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import BadInput, NotEnoughData, Undefined

NOT_OFFERED: dict[str, str] = {
    "kr20_mixed_denominators": "a wrong value, listed to be recognised: item variances by n over a total variance by n - 1",
}


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (NotEnoughData, Undefined):
        return None


def _field(result: Any, name: str) -> Any:
    return None if result is None else getattr(result, name)


def _ends(result: Any) -> list[float] | None:
    return None if result is None or result.low is None else [result.low, result.high]


def _column(result: Any, name: str) -> Any:
    return None if result is None else [getattr(row, name) for row in result.rows]


def _reliability(inputs: dict[str, Any]) -> dict[str, Any]:
    items = inputs["items_by_pupil"]
    level = inputs.get("conf_level", 0.95)
    alpha = _or_none(lambda: stats.cronbach_alpha(items, level=level))
    halves = _or_none(lambda: stats.split_half(items, level=level))
    omega = _or_none(lambda: stats.mcdonald_omega(items, level=level))
    error = _or_none(lambda: stats.standard_error_of_measurement(items, level=level))
    splits = [_field(halves, name) for name in ("highest", "mean", "lowest")]
    answers = {
        "alpha": _field(alpha, "estimate"),
        "alpha_listwise": _field(alpha, "estimate"),
        "alpha_pairwise": _field(_or_none(lambda: stats.cronbach_alpha(items, missing="pairwise", level=level)), "estimate"),
        "n_complete": _field(alpha, "n"),
        "alpha_standardised": _field(alpha, "standardised"),
        "mean_inter_item_r": _field(alpha, "mean_inter_item_r"),
        "alpha_feldt_ci": _ends(alpha),
        "alpha_if_item_dropped": None if alpha is None else list(alpha.if_dropped),
        "item_rest_r": None if alpha is None else list(alpha.item_rest_r),
        "total_mean_sd": None if alpha is None else [alpha.total_mean, alpha.total_sd],
        "lambda2": _field(alpha, "lambda2"),
        "sem": _field(error, "estimate"),
        "odd_even_r": _field(halves, "r"),
        "odd_even_spearman_brown": _field(halves, "estimate"),
        "odd_even_guttman": _field(halves, "guttman"),
        "guttman_lambda4_max_mean_min_all_equal_splits": None if None in splits else splits,
        "n_equal_splits": _field(halves, "splits"),
        "omega_total_1factor_ml_cov": _field(omega, "estimate"),
        "omega_1factor_ml_loadings": None if omega is None else list(omega.loadings),
    }
    return answers | _items(items, inputs.get("item_max")) | _right_or_wrong(items, level)


def _items(items: Any, item_max: Any) -> dict[str, Any]:
    names = {"item_mean": "mean", "item_facility": "facility", "item_sd": "sd", "item_total_r_uncorrected": "item_total_r"}
    try:
        table = _or_none(lambda: stats.item_analysis(items, item_max=item_max))
    except BadInput:  # no highest mark is given for items of more than one mark: it serves the facility alone
        highest = max(mark for row in items for mark in row if mark is not None)
        table = _or_none(lambda: stats.item_analysis(items, item_max=highest))
        return {name: _column(table, field) for name, field in names.items()} | {"item_facility": None}
    return {name: _column(table, field) for name, field in names.items()}


def _right_or_wrong(items: Any, level: float) -> dict[str, Any]:
    try:
        kr = _or_none(lambda: stats.kr20(items, level=level))
    except BadInput:  # not a test of right and wrong answers
        kr = None
    return {"kr20_population_variances": _field(kr, "estimate"), "kr21": _field(kr, "kr21")}


def _reliable_change(inputs: dict[str, Any]) -> dict[str, Any]:
    def listed(value: Any) -> list[Any]:
        return value if isinstance(value, list) else [value]

    def change() -> Any:
        return stats.reliable_change(
            listed(inputs["pre"]),
            listed(inputs["post"]),
            reliability=inputs["r"],
            sd=inputs["sd"],
            norms=(inputs["M0"], inputs["S0"]) if "M0" in inputs else None,
            start=(inputs["M1"], inputs["S1"]) if "M1" in inputs else None,
        )

    try:
        result = _or_none(change)
    except BadInput:  # a reliability below 0, or an SD of 0
        result = None
    indices = _column(result, "rci")
    one = not isinstance(inputs["pre"], list)
    return {
        "sem": _field(result, "sem"),
        "s_diff": _field(result, "standard_error_of_difference"),
        "rci": indices[0] if one and indices else indices,
        "smallest_reliable_change_95": _field(result, "smallest_reliable_change"),
        "cutoff_a": _field(result, "cut_off_a"),
        "cutoff_b": _field(result, "cut_off_b"),
        "cutoff_c": _field(result, "cut_off_c"),
    }


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "reliability.": _reliability,
    "reliable_change.": _reliable_change,
}
