"""Several estimates put together: what they come to, how much they differ, and where another would land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from workbench.stats import _distributions as distributions
from workbench.stats._columns import Column, read_choice, read_level
from workbench.stats.result import Result
from workbench.stats.synthesis import _heterogeneity as heterogeneity
from workbench.stats.synthesis._heterogeneity import Weighed
from workbench.stats.synthesis._reading import EACH, Studies, read_studies

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
_PREDICTION = {
    "HTS": "prediction interval by t(k - 2) (Higgins, Thompson & Spiegelhalter 2009)",
    "HK": "prediction interval by t(k - 1) with the Hartung-Knapp standard error",
    "normal": "prediction interval by the normal distribution",
}


class Study(NamedTuple):
    """One of the estimates put together: its place from 1, its own interval, and its share of the weight."""

    number: int
    label: str
    estimate: float
    variance: float
    low: float
    high: float
    weight: float


class Prediction(NamedTuple):
    """Where one more true value would lie: by which rule, and its ends, ``None`` where the rule gives none."""

    kind: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined(Result):
    """An estimate and a test, over ``n`` estimates with known variances.

    Attributes:
        estimate: The weighted mean.
        standard_error: As the ``interval`` chosen has it; ``None`` where ``undefined`` says why.
        standard_error_normal: The square root of 1 / (sum of weights).
        p: Two-sided, for a mean of 0.
        df: Of ``statistic``; ``None`` for the normal distribution.
        prediction_low, prediction_high: Where the true value of one more such study would lie, by the rule
            ``prediction``; ``predictions`` has all three rules. None for ``fixed``, which assumes one common value.
        tau2: The variance of true values from study to study, with its Q-profile interval; ``tau`` is its root.
        tau2_undefined: Why the Q-profile has no inside (its ends are then both 0), where that is so.
        other_tau2: Lesser peaks of the likelihood, where it has more than one.
        q, q_df, q_p: Cochran's Q, its degrees of freedom, and its p if all had one common value.
        i2_percent, h2: The share of the scatter that is not chance, in percent, and total over chance scatter.
        adhoc_low, adhoc_high: Where Hartung-Knapp's interval is narrower than its own weights allow, the wider one.
        above, at, below: How many of the estimates are above 0, at 0 and below 0.
        furthest: The one whose estimate lies furthest from the combined one.
        each: What each estimate stands for, in the singular.
        about: ``estimate``, or from summaries ``change`` or ``difference``; ``measure`` its unit.
        pupils: How many pupils in all, where the summaries say.
    """

    made_by = "combine(estimates, variances, method={estimator}, interval={interval}, prediction={prediction}, level={level}, each={each})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    standard_error: float | None
    standard_error_normal: float
    statistic: float | None
    df: int | None
    p: float | None
    alternative: str
    smallest_p: None
    estimator: str
    interval: str
    prediction: str
    prediction_low: float | None
    prediction_high: float | None
    predictions: tuple[Prediction, ...]
    tau2: float
    tau2_low: float | None
    tau2_high: float | None
    tau: float
    tau_low: float | None
    tau_high: float | None
    tau2_undefined: str | None
    other_tau2: tuple[float, ...]
    q: float
    q_df: int
    q_p: float | None
    i2_percent: float | None
    h2: float | None
    adhoc_low: float | None
    adhoc_high: float | None
    studies: tuple[Study, ...]
    above: int
    at: int
    below: int
    furthest: Study
    each: str
    about: str
    measure: str
    pupils: int | None
    undefined: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedSummaries(Combined):
    """The same, made from what classes or schools shared."""

    made_by = (
        "combine_summaries(summaries, measure={measure}, method={estimator}, interval={interval}, "
        "prediction={prediction}, level={level}, each={each})"
    )


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


def combine(
    estimates: Column,
    variances: Column,
    *,
    method: str = "REML",
    interval: str = "hartung_knapp",
    prediction: str = "HTS",
    level: float = 0.95,
    labels: Sequence[str] | None = None,
    each: str = "study",
) -> Combined:
    """Return what several estimates come to, and where another one would land.

    Each estimate counts by how sure it is. ``REML`` and the like allow true values to differ from study to
    study and estimate by how much (tau squared, never below 0); ``fixed`` takes them to be one and the same.
    The interval is for the *average* study; the prediction interval, which is wider, for *one more* study.
    It does not say why studies differ, and cannot mend studies that were never told of.

    Of the three rules for a prediction interval, with three studies that hardly differ, half-widths can be .32
    (normal), .62 (HK) and 2.06 (HTS). ``HTS``, t with k - 2, is the default: tau squared is itself uncertain
    with few studies, and the rule that promises least is the one to plan by. It needs three studies.

    Args:
        estimates: One number for each study, all in one unit.
        variances: The squared standard error of each, in the same order. A pair with a blank half is left out.
        method: How tau squared is estimated: ``"REML"``, ``"DL"``, ``"PM"``, ``"ML"``, ``"HE"``, ``"SJ"``; or ``"fixed"``.
        interval: ``"hartung_knapp"``, ``"normal"``, or ``"hartung_knapp_adhoc"`` (never narrower than its weights allow).
        prediction: ``"HTS"``, ``"HK"`` or ``"normal"``; the result carries all three.
        level: Between 0 and 1, for every interval.
        labels: A short name for each, for words and figures; never a pupil's.
        each: What one estimate stands for: ``"study"``, ``"class"``, ``"school"`` or ``"group"``.

    Raises:
        BadInput: for columns of unequal length, values that are not numbers, or a variance of 0 or less.
        NotEnoughData: with fewer than two (one, for ``fixed`` with a normal interval).

    Reference:
        [1] Viechtbauer (2005). J. Educ. Behav. Stat. 30, 261-293. [2] Knapp & Hartung (2003). Stat. Med. 22,
        2693-2710. [3] Higgins, Thompson & Spiegelhalter (2009). J. R. Stat. Soc. A 172, 137-159. [4] Viechtbauer
        (2007). Confidence intervals for the amount of heterogeneity. Stat. Med. 26, 37-52. [5] Jackson, Law,
        Rücker & Schwarzer (2017). The Hartung-Knapp modification. Stat. Med. 36, 3923-3934.

    Example:
        >>> from workbench.words.say import say
        >>> say(combine([0.42, 0.15, 0.61, -0.08, 0.33], [0.071, 0.066, 0.082, 0.075, 0.069]), form="short")
        'Of the 5 studies, 4 came out above zero and 1 below. Together they come to 0.28; anything from −0.04 to 0.60 fits these studies.'
    """
    how = read_how(method, interval, prediction, level, each)
    least = 1 if how.method == "fixed" and how.interval == "normal" else 2
    return combined(read_studies(estimates, variances, labels, least=least, each=each), how)


def combined(
    studies: Studies,
    how: How,
    *,
    kind: type[Combined] = Combined,
    about: str = "estimate",
    measure: str = "as_given",
    pupils: int | None = None,
    own: Sequence[tuple[float, float]] | None = None,
) -> Combined:
    """Return the combination of studies that were read already.

    Args:
        studies: As read; one will do where nothing is asked of their scatter.
        how: The options.
        kind: Which class of result.
        about: What the estimates are.
        measure: Their unit.
        pupils: How many pupils in all.
        own: Each study's own interval, where it has a better one than the normal.
    """
    k, y, v, scale, middle = len(studies.y), studies.y, studies.v, studies.scale, studies.middle
    tau2, others = heterogeneity.tau2_of(how.method, y, v) if k > 1 else (0.0, ())
    at, plain = heterogeneity.weigh(y, v, tau2), heterogeneity.weigh(y, v, 0.0)
    estimate = middle + scale * at.mean
    error_normal = scale / sqrt(at.total)
    error_hk = None if k < 2 or at.q == 0 else error_normal * sqrt(at.q / (k - 1))
    error, df, undefined = _standard_error(how, k, error_normal, error_hk)
    low, high, statistic, p = _interval(estimate, error, df, how.level)
    adhoc_low, adhoc_high = _wider(how, estimate, error_normal, error_hk, df)
    predictions = _predictions(how, k, estimate, (scale * scale * tau2, error_normal, error_hk))
    chosen = next((each for each in predictions if each.kind == how.prediction), Prediction(how.prediction, None, None))
    rows = _rows(studies, tau2, at.total, how.level, own)
    tau2_low, tau2_high, tau2_undefined = _q_profile(y, v, plain.q, how.level)
    i2, h2 = _share_not_chance(how.method, k, plain, tau2)
    return kind(
        n=k,
        missing=studies.missing,
        dropped=studies.dropped,
        method=f"{method_of(how)}{'' if how.method == 'fixed' else f'; {_PREDICTION[how.prediction]}'}",
        reference=_reference(how),
        estimate=estimate,
        low=low,
        high=high,
        level=how.level,
        standard_error=error,
        standard_error_normal=error_normal,
        statistic=statistic,
        df=df,
        p=p,
        alternative="two_sided",
        smallest_p=None,
        estimator=how.method,
        interval=how.interval,
        prediction=how.prediction,
        prediction_low=chosen.low,
        prediction_high=chosen.high,
        predictions=predictions,
        tau2=scale * scale * tau2,
        tau2_low=None if tau2_low is None else scale * scale * tau2_low,
        tau2_high=None if tau2_high is None else scale * scale * tau2_high,
        tau=scale * sqrt(tau2),
        tau_low=None if tau2_low is None else scale * sqrt(tau2_low),
        tau_high=None if tau2_high is None else scale * sqrt(tau2_high),
        tau2_undefined=tau2_undefined,
        other_tau2=tuple(scale * scale * other for other in others),
        q=plain.q,
        q_df=k - 1,
        q_p=(distributions.chi2_above(plain.q, k - 1) or SMALLEST_FLOAT) if k > 1 else None,
        i2_percent=i2,
        h2=h2,
        adhoc_low=adhoc_low,
        adhoc_high=adhoc_high,
        studies=rows,
        above=len([True for each in studies.estimates if each > 0]),
        at=studies.estimates.count(0),
        below=len([True for each in studies.estimates if each < 0]),
        furthest=max(rows, key=lambda row: abs(row.estimate - estimate)),
        each=how.each,
        about=about,
        measure=measure,
        pupils=pupils,
        undefined=undefined,
    )


def method_of(how: How) -> str:
    """Return how tau squared and the interval are come by, in the field's terms."""
    return f"{_TAU2[how.method][0]}; {_INTERVAL[how.interval][0]}"


def _reference(how: How) -> str:
    return _TAU2[how.method][1] + _INTERVAL[how.interval][1]


def _standard_error(how: How, k: int, normal: float, hartung_knapp: float | None) -> tuple[float | None, int | None, str | None]:
    if how.interval == "normal":
        return normal, None, None
    if k < 2:
        return None, None, ONE_ONLY
    if how.interval == "hartung_knapp_adhoc":
        return max(normal, hartung_knapp or 0.0), k - 1, None
    return hartung_knapp, k - 1, None if hartung_knapp else ALL_ALIKE


def _interval(
    estimate: float, error: float | None, df: int | None, level: float
) -> tuple[float | None, float | None, float | None, float | None]:
    """Return both ends, the statistic and its two-sided p, from the very same distribution."""
    if error is None:
        return None, None, None, None
    share = (1 + level) / 2
    reach = error * (distributions.normal_quantile(share) if df is None else distributions.t_quantile(share, df))
    statistic = estimate / error
    far = -abs(statistic)
    tail = distributions.normal_cdf(far) if df is None else distributions.t_cdf(far, df)
    return estimate - reach, estimate + reach, statistic, min(1.0, 2 * tail) or SMALLEST_FLOAT


def _wider(how: How, estimate: float, normal: float, hartung_knapp: float | None, df: int | None) -> tuple[float | None, float | None]:
    """Return the interval with the normal standard error and t(k - 1), where Hartung-Knapp's is the narrower."""
    if how.interval != "hartung_knapp" or df is None or (hartung_knapp or 0.0) >= normal * (1 - 1e-9):
        return None, None
    low, high, _, _ = _interval(estimate, normal, df, how.level)
    return low, high


def _predictions(how: How, k: int, estimate: float, parts: tuple[float, float, float | None]) -> tuple[Prediction, ...]:
    """Return the prediction interval by each rule; the one common value of ``fixed`` leaves nothing to predict."""
    if how.method == "fixed" or k < 2:
        return ()
    tau2, normal, hartung_knapp = parts
    share = (1 + how.level) / 2
    reaches = {
        "HTS": distributions.t_quantile(share, k - 2) * sqrt(tau2 + normal * normal) if k > 2 else None,
        "HK": distributions.t_quantile(share, k - 1) * sqrt(tau2 + hartung_knapp * hartung_knapp) if hartung_knapp else None,
        "normal": distributions.normal_quantile(share) * sqrt(tau2 + normal * normal),
    }
    return tuple(
        Prediction(kind, None if reach is None else estimate - reach, None if reach is None else estimate + reach)
        for kind, reach in reaches.items()
    )


def _q_profile(y: Sequence[float], v: Sequence[float], q: float, level: float) -> tuple[float | None, float | None, str | None]:
    """Return all tau squared whose generalised Q lies between the two limits of chi-squared(k - 1)."""
    k = len(y)
    if k < 2:
        return None, None, ONE_ONLY
    tail = (1 - level) / 2
    least, most = distributions.chi2_quantile_above(1 - tail, k - 1), distributions.chi2_quantile_above(tail, k - 1)
    if q < least:
        return 0.0, 0.0, "the estimates differ less than chance alone would have them, so no tau squared fits them"
    return heterogeneity.at_tau2_where_q_is(y, v, most), heterogeneity.at_tau2_where_q_is(y, v, least), None


def _share_not_chance(method: str, k: int, plain: Weighed, tau2: float) -> tuple[float | None, float | None]:
    """Return I squared in percent and H squared: from Q for ``fixed``, else from tau squared and the typical variance."""
    if k < 2:
        return None, None
    if method == "fixed":
        return 100 * max(0.0, 1 - (k - 1) / plain.q) if plain.q else 0.0, plain.q / (k - 1)
    typical = (k - 1) / (plain.total - plain.squared / plain.total)
    return 100 * tau2 / (typical + tau2), tau2 / typical + 1


def _rows(studies: Studies, tau2: float, total: float, level: float, own: Sequence[tuple[float, float]] | None) -> tuple[Study, ...]:
    reach = distributions.normal_quantile((1 + level) / 2)
    return tuple(
        Study(
            place + 1,
            label,
            estimate,
            variance,
            *(own[place] if own else (estimate - reach * sqrt(variance), estimate + reach * sqrt(variance))),
            1 / (studies.v[place] + tau2) / total,
        )
        for place, (label, estimate, variance) in enumerate(zip(studies.labels, studies.estimates, studies.variances, strict=True))
    )
