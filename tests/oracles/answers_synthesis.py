"""Estimates put together: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import BadInput, NotEnoughData, Undefined

NOT_OFFERED: dict[str, str] = {
    "egger_z_or_t_p": "no test for missing small studies: with the handful of replicates meant here it can show nothing either way",
}
ESTIMATORS = {"dl": "DL", "reml": "REML", "pm": "PM", "ml": "ML", "he": "HE", "sj": "SJ"}


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (BadInput, NotEnoughData, Undefined):  # bad input: a variance of 0
        return None


def _field(result: Any, name: str) -> Any:
    return None if result is None else getattr(result, name)


def _ends(result: Any, low: str = "low", high: str = "high") -> list[float] | None:
    ends = [_field(result, low), _field(result, high)]
    return None if None in ends else ends


def _prediction(result: Any, kind: str) -> list[float] | None:
    found = [] if result is None else [[each.low, each.high] for each in result.predictions if each.kind == kind]
    return found[0] if found and None not in found[0] else None


def _one_method(name: str, y: list[float], v: list[float], level: float) -> dict[str, Any]:
    def by(interval: str) -> Any:
        return _or_none(lambda: stats.combine(y, v, method=ESTIMATORS[name], interval=interval, level=level))

    normal, knapp, adhoc = by("normal"), by("hartung_knapp"), by("hartung_knapp_adhoc")
    answers = {
        "tau2": _field(normal, "tau2"),
        "estimate": _field(normal, "estimate"),
        "se": _field(normal, "standard_error"),
        "ci_z": _ends(normal),
        "I2_percent": _field(normal, "i2_percent"),
        "H2": _field(normal, "h2"),
        "hk_se": _field(knapp, "standard_error"),
        "hk_ci": _ends(knapp),
        "hk_p": _field(knapp, "p"),
        "hk_adhoc_ci": _ends(adhoc),
        "pi_normal": _prediction(normal, "normal"),
        "pi_hk_t_km1": _prediction(normal, "HK"),
        "pi_hts_t_km2": _prediction(normal, "HTS"),
    }
    return {f"{name}_{output}": value for output, value in answers.items()}


def _meta(inputs: dict[str, Any]) -> dict[str, Any]:
    y, v, level = inputs["yi"], inputs["vi"], inputs.get("conf_level", 0.95)
    fixed = _or_none(lambda: stats.combine(y, v, method="fixed", interval="normal", level=level))
    reml = _or_none(lambda: stats.combine(y, v, level=level))
    without = _or_none(lambda: stats.leave_one_out(y, v, method="DL", interval="normal", level=level))
    up_to = _or_none(lambda: stats.cumulative(y, v, method="DL", interval="normal", level=level))
    answers = {
        "fixed_estimate": _field(fixed, "estimate"),
        "fixed_se": _field(fixed, "standard_error"),
        "fixed_ci": _ends(fixed),
        "Q": _field(fixed, "q"),
        "Q_p": _field(fixed, "q_p"),
        "tau2_qprofile_ci": _ends(reml, "tau2_low", "tau2_high"),
        "leave_one_out_dl_estimate": None if without is None else [row.estimate for row in without.rows],
        "leave_one_out_dl_tau2": None if without is None else [row.tau2 for row in without.rows],
        "cumulative_dl_estimate": None if up_to is None else [row.estimate for row in up_to.rows],
        "cumulative_dl_se": None if up_to is None else [row.standard_error for row in up_to.rows],
    }
    for name in ESTIMATORS:
        answers |= _one_method(name, y, v, level)
    return answers


def _estimate_ci(result: Any) -> list[float] | None:
    ends = _ends(result)
    return None if ends is None else [result.estimate, *ends]


def _study(study: dict[str, Any]) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """Return change and variance of one study, in marks and over the spread before."""
    before, after = study["pre"], study["post"]
    shared = _or_none(lambda: stats.change_summary(before, after, floor=5))  # what a school would share, where it may
    if shared is not None:
        return (shared.estimate, shared.variance), (shared.standardised, shared.standardised_variance)
    change = _or_none(lambda: stats.mean_change(before, after))
    over_sd = _or_none(lambda: stats.standardised_change(before, after, by="before_sd"))
    marks = (None, None) if change is None else (change.estimate, change.sd_change**2 / change.n)
    return marks, (_field(over_sd, "estimate"), _field(over_sd, "variance"))


def _from_raw_paired(inputs: dict[str, Any]) -> dict[str, Any]:
    level = inputs.get("conf_level", 0.95)
    studies = [_study(study) for study in inputs["studies"]]
    marks, spreads = ([study[scale] for study in studies] for scale in (0, 1))

    def together(pairs: list[tuple[Any, Any]]) -> Any:
        known = all(None not in pair and pair[1] > 0 for pair in pairs)
        return _or_none(lambda: stats.combine([y for y, _ in pairs], [v for _, v in pairs], level=level)) if known else None

    return {
        "yi": [y for y, _ in spreads],
        "vi": [v for _, v in spreads],
        "reml_hk_estimate_ci": _estimate_ci(together(spreads)),
        "raw_mean_change_reml_hk_estimate_ci": _estimate_ci(together(marks)),
    }


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "meta.": _meta,
    "meta.from_raw_paired.": _from_raw_paired,
}
