"""One pupil measured many times: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import BadInput, NotEnoughData, Undefined

NOT_OFFERED: dict[str, str] = {}


def _or_none(compute: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute(*args, **options)
    except (BadInput, NotEnoughData, Undefined):  # bad input: a ratio of means below 0, a start that was not possible
        return None


def _field(result: Any, *names: str) -> Any:
    if result is None:
        return None
    values = [getattr(result, name) for name in names]
    return values[0] if len(names) == 1 else None if None in values else values


def _overlap(inputs: dict[str, Any]) -> dict[str, Any]:
    series = (inputs["A"], inputs["B"])
    way = {"improvement": inputs["improvement"]}
    level = {"level": inputs.get("conf_level", 0.95)}
    nap, tau = _or_none(stats.nap, *series, **way, **level), _or_none(stats.tau, *series, **way, **level)
    program = ("program_low", "program_high")
    return (
        {
            "nap": _field(nap, "estimate"),
            "nap_se_unbiased": _field(nap, "standard_error"),
            "nap_se_hanley": _field(nap, "standard_error_hanley"),
            "nap_ci": _field(nap, *program),
            "tau": _field(tau, "estimate"),
            "tau_se_unbiased": _field(tau, "standard_error"),
            "tau_ci": _field(tau, *program),
        }
        | {name: _field(_or_none(getattr(stats, name), *series, **way), "estimate") for name in ("pnd", "pem", "pand", "ird", "tau_u")}
        | _spread(series, way, level)
        | _ratios(series, way, level)
        | _with_trend(series, way)
    )


def _spread(series: tuple[Any, Any], way: dict[str, str], level: dict[str, float]) -> dict[str, Any]:
    first, pooled = (
        _or_none(stats.within_case_smd, *series, **way, **level, by=by, correct="approximate") for by in ("baseline_sd", "pooled_sd")
    )
    return {
        "smd_baseline_sd_bias_corrected": _field(first, "estimate"),
        "smd_se": _field(first, "standard_error"),
        "smd_pooled_bias_corrected": _field(pooled, "estimate"),
    }


def _ratios(series: tuple[Any, Any], way: dict[str, str], level: dict[str, float]) -> dict[str, Any]:
    found = {}
    for sign in ("lrri", "lrrd"):
        result = _or_none(stats.log_response_ratio, *series, **way, **level, sign=sign, scale="count")
        found |= {
            sign: _field(result, "estimate"),
            f"{sign}_se": _field(result, "standard_error"),
            f"{sign}_ci": _field(result, "low", "high"),
        }
        plain = _or_none(stats.log_response_ratio, *series, **way, **level, sign=sign, scale="count", correct=False)
        found[f"{sign}_no_bias_correction"] = _field(plain, "estimate")
    return found


def _with_trend(series: tuple[Any, Any], way: dict[str, str]) -> dict[str, Any]:
    plain, less_trend, full = (_or_none(stats.tau_u, *series, variant=variant) for variant in ("a_b", "a_b_minus_a", "a_b_plus_b_minus_a"))
    always = _or_none(stats.baseline_corrected_tau, *series, **way, correct="always", denominator="pairs")
    by_rule = _or_none(stats.baseline_corrected_tau, *series, denominator="pairs", trend_test="normal")
    tarlow = _or_none(stats.baseline_corrected_tau, *series, correct="never")
    return {
        "tau_bc_theilsen": _field(always, "estimate"),
        "scan_parker_S_pairs": _field(plain, "s_between", "pairs", "s_baseline"),
        "scan_parker_tau_AvsB_minus_trendA_raw_direction": _field(less_trend, "estimate"),
        "scan_parker_tau_full_raw_direction": _field(full, "estimate"),
        "scan_parker_p_AvsB": _field(plain, "p_normal"),
        "tarlow_baseline_tau": _field(by_rule, "baseline_tau"),
        "tarlow_tau_uncorrected": _field(tarlow, "tau_uncorrected"),
        "tarlow_tau_corrected": _field(tarlow, "tau_corrected"),
        "tarlow_correction_applied": None if by_rule is None else int(by_rule.corrected),
    }


def _randomisation(inputs: dict[str, Any]) -> dict[str, Any]:
    before, after, shortest = inputs["A"], inputs["B"], inputs["min_phase_length"]
    series = [*before, *after]
    starts = range(shortest + 1, len(series) - shortest + 2)
    phases = ["A"] * len(before) + ["B"] * len(after)
    result = _or_none(stats.phase_randomisation, series, phases, starts, alternative="greater")
    return {
        "n_start_points": _field(result, "starts"),
        "observed": _field(result, "estimate"),
        "p_increase": _field(result, "p_greater"),
        "p_decrease": _field(result, "p_less"),
        "p_two_sided_abs": _field(result, "p_absolute"),
        "smallest_possible_p": _field(result, "smallest_p"),
    }


def _between(inputs: dict[str, Any]) -> dict[str, Any]:
    columns = (inputs["case"], inputs["time"], inputs["treatment"], inputs["outcome"])
    moments, reml = (_or_none(stats.between_case_smd, *columns, method=method) for method in ("moments", "reml"))
    return {
        "delta_hat": _field(moments, "estimate"),
        "delta_hat_unadj": _field(moments, "uncorrected"),
        "V_delta_hat": _field(moments, "variance"),
        "nu": _field(moments, "df"),
        "phi": _field(moments, "autocorrelation"),
        "rho": _field(moments, "between_share"),
        "g_reml_AR1": _field(reml, "estimate"),
        "g_reml_AR1_se": _field(reml, "standard_error"),
    }


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "singlecase.overlap.": _overlap,
    "singlecase.randomization.": _randomisation,
    "singlecase.between_case.": _between,
}
