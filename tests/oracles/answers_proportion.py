"""Shares and tables of two by two: what the library answers under the oracle's own output names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.errors import BadInput, NotEnoughData, Undefined
from workbench.stats import proportion

NOT_OFFERED: dict[str, str] = {
    "agresti_caffo_ci": "one interval for a difference of shares is given, Newcombe's; a second would leave the reader to choose",
    "miettinen_nurminen_ci": "one interval for a difference of shares is given, Newcombe's; a second would leave the reader to choose",
    "boschloo_p_two_sided": "no unconditional tests: their p hangs on how two-sided is defined, and no interval here would match it",
    "barnard_zpooled_p_two_sided": "no unconditional tests: their p hangs on how two-sided is defined, and no interval here would match it",
    "chi2_p_uncorrected": "an approximation for big counts; the exact p and the mid-p are given for any counts",
    "chi2_p_yates": "an approximation for big counts; the exact p and the mid-p are given for any counts",
    "chi2_p_corrected": "an approximation for big counts; the exact p and the mid-p are given for any counts",
    "log_or_haldane_anscombe": "adding a half to each box invents half a pupil; the conditional odds ratio needs none",
    "log_or_haldane_ci": "adding a half to each box invents half a pupil; the conditional interval needs none",
    "tango_score_ci_post_minus_pre": "the exact interval of those who changed matches the exact p; beside it stands Agresti and Min's",
}
INFINITY = float("inf")
OF_A_TABLE = (
    *(f"fisher_{name}" for name in ("p_two_sided_minlike", "p_greater", "p_less", "p_central", "midp_two_sided_minlike", "midp_central")),
    *("odds_ratio_conditional_mle", "odds_ratio_ci_central", "odds_ratio_sample", "risk_difference", "newcombe_ci"),
    *(f"{name}_ci_{place}" for name in ("wilson", "clopper_pearson", "jeffreys", "agresti_coull") for place in (1, 2)),
)
OF_PAIRED_SHARES = ("exact_p", "midp", "odds_ratio_b_over_c_ci", "diff_post_minus_pre", "bonett_price_or_agresti_min_ci_post_minus_pre")


def _or_none(compute: Callable[[], Any]) -> Any:
    """Return the result, or ``None`` where the library refuses with a reason."""
    try:
        return compute()
    except (BadInput, NotEnoughData, Undefined):  # bad input: a table of a nation
        return None


def _conditional_odds_ratio(result: proportion.FisherExact) -> float | None:
    """Return the estimate in the oracle's notation.

    Ours is ``None`` where it has no finite value. The oracle writes an infinite one as such, and where every odds
    ratio fits alike (``low`` 0 and no ``high``) it gives the least of them.
    """
    if result.estimate is None:
        return 0.0 if result.low == 0 else INFINITY
    return result.estimate


def _sample_odds_ratio(result: proportion.FisherExact) -> float | None:
    if result.sample_odds_ratio is None and result.estimate is None and result.low:
        return INFINITY
    return result.sample_odds_ratio


def _table(inputs: dict[str, Any]) -> dict[str, Any]:
    a, b, c, d = inputs["a_b_c_d"]
    level = inputs.get("conf_level", 0.95)
    found: dict[str, Any] = dict.fromkeys(OF_A_TABLE)
    fisher = _or_none(lambda: proportion.fisher_exact([[a, b], [c, d]], level=level))
    if fisher is not None:
        found |= {
            "fisher_p_two_sided_minlike": fisher.p_minlike,
            "fisher_p_greater": fisher.p_greater,
            "fisher_p_less": fisher.p_less,
            "fisher_p_central": fisher.p,
            "fisher_midp_two_sided_minlike": fisher.mid_p_minlike,
            "fisher_midp_central": fisher.mid_p,
            "odds_ratio_conditional_mle": _conditional_odds_ratio(fisher),
            "odds_ratio_ci_central": [fisher.low, INFINITY if fisher.high is None else fisher.high],
            "odds_ratio_sample": _sample_odds_ratio(fisher),
        }
    difference = _or_none(lambda: proportion.share_difference(a, a + b, c, c + d, level=level))
    if difference is not None:
        found |= {"risk_difference": difference.estimate, "newcombe_ci": [difference.low, difference.high]}
    for place, (yes, no) in enumerate(((a, b), (c, d)), start=1):
        share = _or_none(lambda yes=yes, no=no: proportion.share(yes, yes + no, level=level))
        if share is not None:
            found |= {
                f"wilson_ci_{place}": [share.low, share.high],
                f"clopper_pearson_ci_{place}": list(share.clopper_pearson),
                f"jeffreys_ci_{place}": list(share.jeffreys),
                f"agresti_coull_ci_{place}": list(share.agresti_coull),
            }
    return found


def _mcnemar(inputs: dict[str, Any]) -> dict[str, Any]:
    both_yes, to_no, to_yes, both_no = inputs["both_yes__pre_yes_post_no__pre_no_post_yes__both_no"]
    result = _or_none(lambda: proportion.paired_shares([[both_yes, to_no], [to_yes, both_no]], level=inputs.get("conf_level", 0.95)))
    if result is None:
        return dict.fromkeys(OF_PAIRED_SHARES)
    nobody = result.estimate is None
    # The oracle's odds ratio is yes-to-no over no-to-yes: ours the other way up.
    low = 0.0 if result.odds_ratio_high is None else 1 / result.odds_ratio_high
    high = INFINITY if not result.odds_ratio_low else 1 / result.odds_ratio_low
    return {
        "exact_p": result.p,
        "midp": result.mid_p_published,
        "odds_ratio_b_over_c_ci": [0.0, INFINITY] if nobody else [low, high],
        "diff_post_minus_pre": result.difference,
        "bonett_price_or_agresti_min_ci_post_minus_pre": [result.difference_low, result.difference_high],
    }


ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"table2x2.": _table, "mcnemar.": _mcnemar}
