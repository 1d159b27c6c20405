"""Markers' agreement: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import BadInput, NotEnoughData, Undefined

NOT_OFFERED: dict[str, str] = {}


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (BadInput, NotEnoughData, Undefined):  # bad input: a ratio of ratings below 0, labels without an order
        return None


def _field(result: Any, name: str) -> Any:
    return None if result is None else getattr(result, name)


def _ends(result: Any, low: str = "low", high: str = "high") -> Any:
    return None if result is None or getattr(result, low) is None else [getattr(result, low), getattr(result, high)]


def _all_alike(result: Any) -> float | None:
    """Return 1 where every rating is the same: agreement of pairs, also if luck is even over the rubric, is then whole."""
    return 1.0 if result is not None and result.estimate == 1 else None


def _kappa(inputs: dict[str, Any]) -> dict[str, Any]:
    a, b, levels, level = inputs["rater_a"], inputs["rater_b"], inputs.get("levels"), inputs.get("conf_level", 0.95)
    exact = _or_none(lambda: stats.percent_agreement(a, b))
    near = _or_none(lambda: stats.percent_agreement(a, b, within=1)) if not isinstance(next(iter(a), None), str) else None
    found: dict[str, Any] = {
        "percent_agreement": _field(exact, "estimate"),
        "percent_agreement_within_1": _field(near, "estimate"),
    }
    # A table of two raters holds complete pairs only.
    pairs = [[one, other] for one, other in zip(a, b, strict=True) if one is not None and other is not None]
    for name, weights in (("unweighted", None), ("linear", "linear"), ("quadratic", "quadratic")):
        kappa = _or_none(lambda weights=weights: stats.cohen_kappa(a, b, weights=weights, levels=levels, level=level))
        found[f"kappa_{name}"] = _field(kappa, "estimate")
        found[f"se_{name}"] = _field(kappa, "standard_error")
        found[f"ci_{name}"] = _ends(kappa)
        found[f"se_null_{name}"] = _field(kappa, "null_standard_error")
        if weights is None:
            even = _field(kappa, "brennan_prediger")
            found |= {"scott_pi": _field(kappa, "scott_pi"), "brennan_prediger": _all_alike(exact) if even is None else even}
        ac = _or_none(lambda weights=weights: stats.gwet_ac(pairs, weights=weights, levels=levels, level=level))
        key = "gwet_ac1" if weights is None else f"gwet_ac2_{weights}"
        found[key] = _field(ac, "estimate")
        found[f"{key}_se"] = _field(ac, "table_standard_error")
        found[f"{key}_ci"] = _ends(ac, "table_low", "table_high")
    return found


def _multirater(inputs: dict[str, Any]) -> dict[str, Any]:
    ratings, level = inputs["subjects_by_raters"], inputs.get("conf_level", 0.95)
    fleiss = _or_none(lambda: stats.fleiss_kappa(ratings, level=level))
    found: dict[str, Any] = {
        "fleiss_kappa": _field(fleiss, "estimate"),
        "fleiss_kappa_se": _field(fleiss, "standard_error"),
        "fleiss_kappa_ci": _ends(fleiss),
        "percent_agreement_pairwise": _all_alike(_or_none(lambda: stats.percent_agreement(ratings))) if fleiss is None else fleiss.observed,
        "fleiss_z_null": _field(fleiss, "null_z"),
        "conger_kappa": _field(fleiss, "conger_kappa"),
        "light_kappa": _field(fleiss, "light_kappa"),
    }
    for weights, key in ((None, "gwet_ac1"), ("linear", "gwet_ac2_linear"), ("quadratic", "gwet_ac2_quadratic")):
        ac = _or_none(lambda weights=weights: stats.gwet_ac(ratings, weights=weights, level=level))
        found |= {key: _field(ac, "estimate"), f"{key}_se": _field(ac, "standard_error"), f"{key}_ci": _ends(ac)}
    for scale in ("nominal", "ordinal", "interval", "ratio"):
        alpha = _or_none(lambda scale=scale: stats.krippendorff_alpha(ratings, scale, confidence=level))
        found[f"krippendorff_alpha_{scale}"] = _field(alpha, "estimate")
        found[f"krippendorff_alpha_{scale}_se_gwet"] = _field(alpha, "linearised_standard_error")
    return found


def _icc(inputs: dict[str, Any]) -> dict[str, Any]:
    ratings, level = inputs["targets_by_raters"], inputs.get("conf_level", 0.95)
    result = _or_none(lambda: stats.intraclass_correlation(ratings, level=level))
    found: dict[str, Any] = {"F_oneway_twoway": _ends(result, "f_one_way", "f_two_way")}
    for place, form in enumerate(("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")):
        row = (form, None, None, None) if result is None else result.rows[place]
        found |= {form: row[1], f"{form}_ci": None if row[2] is None else [row[2], row[3]]}
    return found


def _bland_altman(inputs: dict[str, Any]) -> dict[str, Any]:
    result = _or_none(lambda: stats.bland_altman(inputs["a"], inputs["b"], level=inputs.get("conf_level", 0.95)))
    return {
        "bias": _field(result, "estimate"),
        "sd": _field(result, "sd"),
        "limits": _ends(result, "lower_limit", "upper_limit"),
        "bias_ci": _ends(result),
        "limit_se_exact_var": _field(result, "limit_standard_error"),
        "limits_t_prediction": _ends(result, "prediction_low", "prediction_high"),
    }


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "agreement.kappa.": _kappa,
    "agreement.multirater.": _multirater,
    "agreement.icc.": _icc,
    "agreement.bland_altman.": _bland_altman,
}
