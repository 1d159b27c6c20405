"""Several groups, and two groups adjusted: what the library answers under the oracle's own output names."""

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


def _fields(result: Any, *names: str) -> list[Any] | None:
    return None if result is None else [getattr(result, name) for name in names]


def _column(result: Any, place: int) -> list[Any] | None:
    return None if result is None else [row[place] for row in result.rows]


def _ancova(inputs: dict[str, Any]) -> dict[str, Any]:
    level = inputs.get("conf_level", 0.95)
    result = _or_none(lambda: stats.adjusted_difference(inputs["pre"], inputs["post"], inputs["group"], level=level))
    names = {
        "adjusted_diff": "estimate",
        "se": "standard_error",
        "t": "t",
        "df": "df",
        "p_two_sided": "p",
        "slope_pre": "slope",
        "residual_sd": "residual_sd",
        "r_squared": "r_squared",
        "p_interaction": "p_interaction",
        "gain_score_diff": "gain_difference",
        "unadjusted_diff": "unadjusted",
        "se_HC3": "hc3_standard_error",
    }
    return {name: _field(result, field) for name, field in names.items()} | {
        "ci": _fields(result, "low", "high"),
        "ci_HC3": _fields(result, "hc3_low", "hc3_high"),
        "adjusted_means_0_1": _fields(result, "adjusted_y", "adjusted_x"),
        "adjusted_means_se": _fields(result, "adjusted_y_error", "adjusted_x_error"),
    }


def _kruskal(inputs: dict[str, Any]) -> dict[str, Any]:
    groups = inputs["groups"]
    result, pairs = _or_none(lambda: stats.kruskal_wallis(*groups)), _or_none(lambda: stats.dunn(*groups))
    ordered = _or_none(lambda: stats.jonckheere(*groups))
    welch = _or_none(lambda: stats.analysis_of_variance(*groups))
    classic = _or_none(lambda: stats.analysis_of_variance(*groups, equal_variances=True))
    return {
        "H_tie_corrected": _field(result, "h"),
        "H_uncorrected": _field(result, "h_uncorrected"),
        "df": _field(result, "df"),
        "p_chi2": _field(result, "p_chi_squared"),
        "epsilon2": _field(result, "epsilon_squared"),
        "p_exact": _field(result, "p"),
        "p_permutation_mc": _field(result, "p"),
        "p_exact_numerator_denominator": _fields(result, "as_far", "patterns"),
        "dunn_comparisons": None if pairs is None else [f"{row[0]}-{row[1]}" for row in pairs.rows],
        "dunn_z": _column(pairs, 3),
        "dunn_p_two_sided_unadjusted": _column(pairs, 4),
        "dunn_p_holm": _column(pairs, 5),
        "jonckheere_J": _field(ordered, "j"),
        "jonckheere_p_exact": _field(ordered, "p"),
        "anova_F_df1_df2_p": _fields(classic, "f", "df1", "df2", "p"),
        "welch_anova_F_df2_p": _fields(welch, "f", "df2", "p"),
    }


def _friedman(inputs: dict[str, Any]) -> dict[str, Any]:
    result = _or_none(lambda: stats.friedman(inputs["rows_are_pupils"]))
    return {
        "chi2_tie_corrected": _field(result, "chi_squared"),
        "df": _field(result, "df"),
        "p_chi2": _field(result, "p_chi_squared"),
        "kendall_W": _field(result, "kendall_w"),
        "p_exact": _field(result, "p"),
        "p_permutation_mc": _field(result, "p"),
    }


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "two.ancova.": _ancova,
    "kgroups.kruskal.": _kruskal,
    "kgroups.friedman.": _friedman,
}
