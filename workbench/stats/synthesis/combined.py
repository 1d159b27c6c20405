"""Several estimates put together: what they come to, how much they differ, and where another would land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from workbench.stats import _distributions as distributions
from workbench.stats._columns import Column
from workbench.stats.result import Result
from workbench.stats.synthesis._beside import Prediction, Study, predictions_of, q_profile, rows_of, share_not_chance, wider
from workbench.stats.synthesis._fit import PREDICTED, SMALLEST_FLOAT, How, fit, method_of, read_how, reference_of
from workbench.stats.synthesis._reading import Studies, read_studies


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
    found, k, scale = fit(studies, how), len(studies.y), studies.scale
    squared = scale * scale
    adhoc_low, adhoc_high = wider(found, how)
    predictions = predictions_of(found, how, k, squared * found.tau2)
    chosen = next((each for each in predictions if each.kind == how.prediction), Prediction(how.prediction, None, None))
    rows = rows_of(studies, found, how.level, own)
    tau2_low, tau2_high, tau2_undefined = q_profile(studies, found.plain.q, how.level)
    i2, h2 = share_not_chance(found, how, k)
    return kind(
        n=k,
        missing=studies.missing,
        dropped=studies.dropped,
        method=f"{method_of(how)}{'' if how.method == 'fixed' else f'; {PREDICTED[how.prediction]}'}",
        reference=reference_of(how),
        estimate=found.estimate,
        low=found.low,
        high=found.high,
        level=how.level,
        standard_error=found.error,
        standard_error_normal=found.error_normal,
        statistic=found.statistic,
        df=found.df,
        p=found.p,
        alternative="two_sided",
        smallest_p=None,
        estimator=how.method,
        interval=how.interval,
        prediction=how.prediction,
        prediction_low=chosen.low,
        prediction_high=chosen.high,
        predictions=predictions,
        tau2=squared * found.tau2,
        tau2_low=None if tau2_low is None else squared * tau2_low,
        tau2_high=None if tau2_high is None else squared * tau2_high,
        tau=scale * sqrt(found.tau2),
        tau_low=None if tau2_low is None else scale * sqrt(tau2_low),
        tau_high=None if tau2_high is None else scale * sqrt(tau2_high),
        tau2_undefined=tau2_undefined,
        other_tau2=tuple(squared * other for other in found.others),
        q=found.plain.q,
        q_df=k - 1,
        q_p=(distributions.chi2_above(found.plain.q, k - 1) or SMALLEST_FLOAT) if k > 1 else None,
        i2_percent=i2,
        h2=h2,
        adhoc_low=adhoc_low,
        adhoc_high=adhoc_high,
        studies=rows,
        above=len([True for each in studies.estimates if each > 0]),
        at=studies.estimates.count(0),
        below=len([True for each in studies.estimates if each < 0]),
        furthest=max(rows, key=lambda row: abs(row.estimate - found.estimate)),
        each=how.each,
        about=about,
        measure=measure,
        pupils=pupils,
        undefined=found.undefined,
    )
