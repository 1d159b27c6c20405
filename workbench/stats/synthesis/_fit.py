"""One combination: the weighted mean, its standard error, and the interval and p that rest on both."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from workbench.stats import _distributions as distributions
from workbench.stats._columns import read_choice, read_level
from workbench.stats.synthesis import _heterogeneity as heterogeneity
from workbench.stats.synthesis._heterogeneity import Weighed
from workbench.stats.synthesis._reading import EACH, Studies

METHODS = ("REML", "DL", "PM", "fixed", "ML", "HE", "SJ")
INTERVALS = ("hartung_knapp", "normal", "hartung_knapp_adhoc")
PREDICTIONS = ("HTS", "HK", "normal")
SMALLEST_FLOAT = 5e-324
ALL_ALIKE = "every estimate is the same, so how much they differ gives no standard error"
ONE_ONLY = "how much estimates differ cannot be seen from one"
_TAU2 = {
    "REML": ("random effects, tau squared by restricted maximum likelihood", "Viechtbauer (2005), J. Educ. Behav. Stat. 30, 261-293"),
    "DL": (
        "random effects, tau squared by DerSimonian-Laird, never below 0",
        "DerSimonian & Laird (1986), Control. Clin. Trials 7, 177-188",
    ),
    "PM": ("random effects, tau squared by Paule-Mandel", "Paule & Mandel (1982), J. Res. Natl. Bur. Stand. 87, 377-385"),
    "fixed": ("one common value assumed (fixed), weights 1 / variance", "Cochran (1954), Biometrics 10, 101-129"),
    "ML": ("random effects, tau squared by maximum likelihood", "Hardy & Thompson (1996), Stat. Med. 15, 619-629"),
    "HE": ("random effects, tau squared by Hedges-Olkin, never below 0", "Hedges & Olkin (1985), Statistical Methods for Meta-Analysis"),
    "SJ": ("random effects, tau squared by Sidik-Jonkman, two steps", "Sidik & Jonkman (2005), J. R. Stat. Soc. C 54, 367-384"),
}
_INTERVAL = {
    "hartung_knapp": ("Hartung-Knapp interval, t(k - 1)", "; Knapp & Hartung (2003), Stat. Med. 22, 2693-2710"),
    "normal": ("normal interval", ""),
    "hartung_knapp_adhoc": (
        "Hartung-Knapp interval, t(k - 1), standard error never below the normal one",
        "; Knapp & Hartung (2003), Stat. Med. 22, 2693-2710",
    ),
}
PREDICTED = {
    "HTS": "prediction interval by t(k - 2) (Higgins, Thompson & Spiegelhalter 2009)",
    "HK": "prediction interval by t(k - 1) with the Hartung-Knapp standard error",
    "normal": "prediction interval by the normal distribution",
}


class How(NamedTuple):
    """The options of a combination, read and found good."""

    method: str
    interval: str
    prediction: str
    level: float
    each: str


def read_how(method: str, interval: str, prediction: str, level: float, each: str) -> How:
    """Read the options that every combination takes."""
    return How(
        read_choice(method, "method", METHODS),
        read_choice(interval, "interval", INTERVALS),
        read_choice(prediction, "prediction", PREDICTIONS),
        read_level(level),
        read_choice(each, "each", EACH),
    )


class Fit(NamedTuple):
    """What the studies come to; ``tau2``, ``others``, ``at`` and ``plain`` in the studies' own scale."""

    tau2: float
    others: tuple[float, ...]
    at: Weighed
    plain: Weighed
    estimate: float
    error: float | None
    error_normal: float
    error_knapp: float | None
    df: int | None
    low: float | None
    high: float | None
    statistic: float | None
    p: float | None
    undefined: str | None


def fit(studies: Studies, how: How) -> Fit:
    """Return what the studies come to; one will do where nothing is asked of their scatter."""
    k, y, v = len(studies.y), studies.y, studies.v
    tau2, others = heterogeneity.tau2_of(how.method, y, v) if k > 1 else (0.0, ())
    at, plain = heterogeneity.weigh(y, v, tau2), heterogeneity.weigh(y, v, 0.0)
    estimate = studies.middle + studies.scale * at.mean
    normal = studies.scale / sqrt(at.total)
    knapp = None if k < 2 or at.q == 0 else normal * sqrt(at.q / (k - 1))
    error, df, undefined = _standard_error(how, k, normal, knapp)
    low, high, statistic, p = interval_of(estimate, error, df, how.level)
    return Fit(tau2, others, at, plain, estimate, error, normal, knapp, df, low, high, statistic, p, undefined)


def method_of(how: How) -> str:
    """Return how tau squared and the interval are come by, in the field's terms."""
    return f"{_TAU2[how.method][0]}; {_INTERVAL[how.interval][0]}"


def reference_of(how: How) -> str:
    """Return where both are published."""
    return _TAU2[how.method][1] + _INTERVAL[how.interval][1]


def _standard_error(how: How, k: int, normal: float, hartung_knapp: float | None) -> tuple[float | None, int | None, str | None]:
    if how.interval == "normal":
        return normal, None, None
    if k < 2:
        return None, None, ONE_ONLY
    if how.interval == "hartung_knapp_adhoc":
        return max(normal, hartung_knapp or 0.0), k - 1, None
    return hartung_knapp, k - 1, None if hartung_knapp else ALL_ALIKE


def quantile(level: float, df: float | None) -> float:
    """Return how many standard errors an interval reaches: of t, or of the normal without ``df``.

    Taken from the lower tail, which is not rounded away at a level of almost 1.
    """
    tail = (1 - level) / 2
    return -(distributions.normal_quantile(tail) if df is None else distributions.t_quantile(tail, df))


def interval_of(
    estimate: float, error: float | None, df: int | None, level: float
) -> tuple[float | None, float | None, float | None, float | None]:
    """Return both ends, the statistic and its two-sided p, from the very same distribution."""
    if error is None:
        return None, None, None, None
    reach = error * quantile(level, df)
    statistic = estimate / error
    far = -abs(statistic)
    tail = distributions.normal_cdf(far) if df is None else distributions.t_cdf(far, df)
    return estimate - reach, estimate + reach, statistic, min(1.0, 2 * tail) or SMALLEST_FLOAT
