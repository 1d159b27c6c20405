"""Paired marks: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench import stats
from workbench.errors import NotEnoughData, Undefined

NOT_OFFERED: dict[str, str] = {
    "J_approx": "the exact J is given; the approximation is off in the third figure with 3 pupils",
    "d_av_mean_sd": "the average SD is the root mean square of the two (Cumming 2012), the one with a published interval",
    "d_rm": "the spread is named and measured (before, average or of the changes); d_rm divides by one that is neither",
    "bf10_jzs_r0.707": "no Bayes factors: a figure that hangs on a prior cannot be told to a teacher in one sentence",
}


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (NotEnoughData, Undefined):
        return None


def _ends(result: Any) -> list[float | None] | None:
    return None if result is None else [result.low, result.high]


def _ends_or_none(result: Any) -> list[float | None] | None:
    ends = _ends(result)
    return None if ends == [None, None] else ends


def _field(result: Any, name: str) -> Any:
    return None if result is None else getattr(result, name)


def _paired_t(inputs: dict[str, Any]) -> dict[str, Any]:
    before, after = inputs["pre"], inputs["post"]
    level = inputs.get("conf_level", 0.95)
    result = _or_none(lambda: stats.mean_change(before, after, level=level))
    at_90 = _or_none(lambda: stats.mean_change(before, after, level=0.9))
    names = {
        "n": "n",
        "mean_diff": "estimate",
        "sd_diff": "sd_change",
        "median_diff": "median_change",
        "t": "t",
        "df": "df",
        "p_two_sided": "p",
        "p_greater": "p_greater",
        "p_less": "p_less",
        "r_pre_post": "r",
    }
    return {name: _field(result, field) for name, field in names.items()} | {"ci": _ends_or_none(result), "ci90": _ends_or_none(at_90)}


def _signflip(inputs: dict[str, Any]) -> dict[str, Any]:
    before, after = inputs["pre"], inputs["post"]
    result = _or_none(lambda: stats.permutation_change(before, after))
    at_90 = _or_none(lambda: stats.permutation_change(before, after, level=0.9))
    return {
        "p_two_sided": _field(result, "p"),
        "p_greater": _field(result, "p_greater"),
        "p_less": _field(result, "p_less"),
        "p_two_sided_fraction": None if result is None else [result.as_far, result.patterns],
        "ci95_by_inversion": _ends(result),
        "ci90_by_inversion": _ends(at_90),
    }


def _effect(inputs: dict[str, Any]) -> dict[str, Any]:
    before, after = inputs["pre"], inputs["post"]
    level = inputs.get("conf_level", 0.95)

    def by(which: str, *, correct: bool) -> Any:
        return _or_none(lambda: stats.standardised_change(before, after, by=which, level=level, correct=correct))

    plain, corrected = by("difference_sd", correct=False), by("difference_sd", correct=True)
    average, first, first_corrected = by("average_sd", correct=False), by("before_sd", correct=False), by("before_sd", correct=True)
    return {
        "d_z": _field(plain, "estimate"),
        "d_z_ci": _ends_or_none(plain),
        "J_exact": _field(corrected, "correction"),
        "g_z": _field(corrected, "estimate"),
        "g_z_ci": _ends_or_none(corrected),
        "d_av_rms": _field(average, "estimate"),
        "d_av_ci_algina_keselman": _ends_or_none(average),
        "d_pre_glass": _field(first, "estimate"),
        "SMCC_yi_vi": None if corrected is None else [corrected.estimate, corrected.variance],
        "SMCR_yi_vi": None if first_corrected is None else [first_corrected.estimate, first_corrected.variance],
    }


def _degenerate(inputs: dict[str, Any]) -> dict[str, Any]:
    exact = _signflip(inputs)
    t, effect = _paired_t(inputs), _effect(inputs)
    permuted = _or_none(lambda: stats.permutation_change(inputs["pre"], inputs["post"], level=None))
    return (
        effect
        | t
        | exact
        | {
            "mean_diff": _field(permuted, "estimate"),
            "p_two_sided_signflip": exact["p_two_sided"],
            "p_greater_signflip": exact["p_greater"],
            "p_less_signflip": exact["p_less"],
            "p_t": t["p_two_sided"],
            "p_two_sided_t": t["p_two_sided"],
            "ci_t": t["ci"],
        }
    )


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "paired.t.": _paired_t,
    "paired.signflip.": _signflip,
    "paired.effect.": _effect,
    "paired.degenerate.": _degenerate,
}
