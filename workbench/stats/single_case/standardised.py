"""The difference between two phases of one pupil in units of that pupil's own spread."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from workbench.errors import Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, read_choice, read_level
from workbench.stats.single_case._phases import PhaseComparison, fields_of, read_phases

SPREADS = ("baseline_sd", "pooled_sd")
CORRECTIONS = ("exact", "approximate", "none")
_METHODS = {
    "baseline_sd": "mean of the intervention less mean of the baseline over the SD of the baseline",
    "pooled_sd": "mean of the intervention less mean of the baseline over the SD pooled from both phases",
}
_J_WORDS = {"exact": "Hedges' exact correction", "approximate": "Hedges' approximate correction, 1 - 3/(4 df - 1)", "none": "uncorrected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinCaseSmd(PhaseComparison):
    """An estimate in units of one pupil's own SD, positive for an improvement.

    Attributes:
        difference: Mean after minus mean before, in the observations' own units, whatever is better.
        by, sd, df: Which SD, how big it is, and its degrees of freedom.
        uncorrected: The difference over the SD, turned so that an improvement is positive.
        correction: What ``uncorrected`` was multiplied by.
    """

    made_by = "within_case_smd(baseline, intervention, improvement={improvement}, by={by}, correct={correct}, level={level})"

    estimate: float
    low: float
    high: float
    level: float
    by: str
    correct: str
    sd: float
    df: int
    difference: float
    mean_baseline: float
    mean_intervention: float
    uncorrected: float
    correction: float
    standard_error: float


def within_case_smd(
    baseline: Column,
    intervention: Column,
    *,
    improvement: str = "increase",
    by: str = "baseline_sd",
    correct: str = "exact",
    level: float = 0.95,
) -> WithinCaseSmd:
    """Return the difference between two phases of one pupil in units of that pupil's own SD.

    The spread is that of one pupil from day to day, which is smaller than the spread of a class: it
    cannot be set beside an effect size from groups, however alike the names are (``between_case_smd``
    can). Trend and dependence between days are not allowed for.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.
        by: ``"baseline_sd"`` or ``"pooled_sd"``.
        correct: ``"exact"`` (Hedges' J by the gamma function), ``"approximate"`` (as other programs) or ``"none"``.
        level: Between 0 and 1.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase of fewer than three observations (two, when not corrected).
        Undefined: when the SD asked for is 0.

    Reference:
        [1] Gingerich (1984). J. Appl. Behav. Sci. 20, 71-79. [2] Pustejovsky & Ferron (2017), in Kauffman,
        Hallahan & Pullen (eds), Handbook of Special Education, 168-186. [3] Hedges (1981). J. Educ. Stat. 6, 107-128.

    Example:
        >>> from workbench.words.say import say
        >>> result = within_case_smd([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The mean was 22.7 marks before and 27.6 after. The rise is 1.65 times the spread of this pupil's sessions
        before; anything from 0.41 to 2.89 fits this series.
    """
    read_choice(by, "by", SPREADS)
    read_choice(correct, "correct", CORRECTIONS)
    share = read_level(level)
    least = 2 if correct == "none" else 3
    phases = read_phases(baseline, intervention, improvement, least=(least, least))
    before, after, scale = phases.baseline_units, phases.intervention_units, phases.scale
    m, n = len(before), len(after)
    # Sums of squares about the mean, in whole units: m * (m - 1) * s**2 for the baseline.
    square, square_after = moments.squares(before) / (m * (m - 1)), moments.squares(after) / (n * (n - 1))
    df = m - 1 if by == "baseline_sd" else m + n - 2
    unit = square if by == "baseline_sd" else ((m - 1) * square + (n - 1) * square_after) / df
    if unit == 0:
        raise _no_unit(by, m, n)
    spread = 1 / m + square_after / (n * square) if by == "baseline_sd" else 1 / m + 1 / n
    correction = 1.0
    if correct == "exact":
        from workbench.stats.paired.standardised import hedges_correction

        correction = hedges_correction(df)
    elif correct == "approximate":
        correction = approximate_correction(df)
    mean_before, mean_after = moments.mean(before, 1), moments.mean(after, 1)
    uncorrected = (mean_after - mean_before) / sqrt(unit)
    estimate = correction * uncorrected
    error = correction * sqrt(spread + estimate**2 / (2 * df))
    reach = NormalDist().inv_cdf((1 + share) / 2) * error
    return WithinCaseSmd(
        **fields_of(phases),
        method=f"{_METHODS[by]}; {_J_WORDS[correct]}; normal interval",
        reference="Gingerich (1984), J. Appl. Behav. Sci. 20, 71-79; Pustejovsky & Ferron (2017), Handbook of Special Education, 168-186",
        estimate=estimate,
        low=estimate - reach,
        high=estimate + reach,
        level=share,
        by=by,
        correct=correct,
        sd=sqrt(unit) / scale,
        df=df,
        difference=phases.sign * (sum(after) * m - sum(before) * n) / (m * n * scale),
        mean_baseline=phases.sign * moments.mean(before, scale),
        mean_intervention=phases.sign * moments.mean(after, scale),
        uncorrected=uncorrected,
        correction=correction,
        standard_error=error,
    )


def approximate_correction(df: float) -> float:
    """Return the usual approximation to Hedges' J."""
    return 1 - 3 / (4 * df - 1)


def _no_unit(by: str, m: int, n: int) -> Undefined:
    where = "the baseline does not vary" if by == "baseline_sd" else "neither phase varies"
    return Undefined(
        f"A difference in units of spread is undefined here: {where}.",
        where="by",
        seen=f"{by} = 0 for {m} and {n} observations",
        allowed="an SD above 0",
        do="Give the two means, or the share of pairs by nap.",
    )
