"""One difference for several pupils measured many times, in units of the spread between pupils."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.errors import Undefined
from workbench.stats._columns import Column, read_choice, read_level
from workbench.stats._distributions import t_quantile
from workbench.stats.result import Result
from workbench.stats.single_case._cases import read_cases
from workbench.stats.single_case._moment_smd import Parts, moment_parts
from workbench.stats.single_case._phases import IMPROVEMENTS
from workbench.stats.single_case._reml_smd import reml_parts
from workbench.stats.single_case.standardised import approximate_correction

METHODS = ("moments", "reml")
_WORDS = {
    "moments": "moment estimator for multiple baselines across pupils",
    "reml": "hierarchical model by REML, pupils' levels random, neighbouring sessions AR(1); expected information",
}
_REFERENCES = {
    "moments": "Hedges, Pustejovsky & Shadish (2013), Res. Synth. Methods 4, 324-341",
    "reml": "Pustejovsky, Hedges & Shadish (2014), J. Educ. Behav. Stat. 39, 368-393",
}
_LEAST_DF = 2.001
"""Below this many degrees of freedom the published variance has no value; it is held here, as published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenCaseSmd(Result):
    """An estimate in units of the spread between and within pupils, positive for an improvement.

    Attributes:
        n: How many observations, of ``n_cases`` pupils.
        estimate: ``uncorrected`` times ``correction``.
        difference: Average of after minus before in the outcome's own units, whatever is better.
        sd, df: The spread it is set against, and its degrees of freedom.
        autocorrelation: Of neighbouring sessions of one pupil.
        between_share: The share of the variance that lies between pupils.
        better, same, worse: How many pupils' means were better, level and worse after.
        variance: Of the estimate; ``standard_error`` is its root.
        cases, times, after, outcomes: Every pupil's own series; ``after`` is 1 in the intervention.
    """

    made_by = "between_case_smd(case, time, treatment, outcome, method={estimator}, improvement={improvement}, level={level})"

    estimate: float
    low: float
    high: float
    level: float
    estimator: str
    improvement: str
    n_cases: int
    better: int
    same: int
    worse: int
    difference: float
    sd: float
    df: float
    uncorrected: float
    correction: float
    variance: float
    standard_error: float
    scaled_error: float
    autocorrelation: float
    between_share: float
    cases: tuple[str, ...]
    times: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    outcomes: tuple[tuple[float, ...], ...]


def between_case_smd(
    case: Column,
    time: Column,
    treatment: Column,
    outcome: Column,
    *,
    method: str = "moments",
    improvement: str = "increase",
    level: float = 0.95,
) -> BetweenCaseSmd:
    """Return the standardised difference of a multiple-baseline design across pupils.

    The spread is that of all pupils in the same session and phase, so that the figure means what a
    standardised difference of two groups means. It takes the phases as level (no trend), the change as
    the same for every pupil, and sessions to count equal steps of time; with three pupils the spread
    between them is hardly known, and the interval is as wide as that makes it.

    Args:
        case: The pupil of each row, by any code.
        time: The session of each row, a whole number; the same session has the same number for every pupil.
        treatment: The phase of each row: two labels, such as 0 and 1. Each pupil's first session is baseline.
        outcome: The observation; a row with ``None`` or NaN is left out.
        method: ``"moments"`` (Hedges, Pustejovsky and Shadish) or ``"reml"`` (hierarchical model with AR(1) sessions).
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.
        level: Between 0 and 1.

    Raises:
        BadInput: for columns of unequal length, a session twice, or phases that are not one baseline, then one intervention.
        NotEnoughData: with fewer than three pupils, a pupil without both phases, or sessions that no two pupils share.
        Undefined: when there is no spread to set the difference against.

    Reference:
        [1] Hedges, Pustejovsky & Shadish (2013). A standardized mean difference effect size for multiple
        baseline designs across individuals. Research Synthesis Methods 4, 324-341. [2] Pustejovsky, Hedges &
        Shadish (2014). Design-comparable effect sizes in multiple baseline designs. J. Educ. Behav. Stat. 39, 368-393.

    Example:
        >>> from workbench.words.say import say
        >>> pupil = ["P1"] * 6 + ["P2"] * 6 + ["P3"] * 6 + ["P4"] * 6
        >>> phase = [0, 0, 1, 1, 1, 1] + [0, 0, 0, 1, 1, 1] * 2 + [0, 0, 0, 0, 1, 1]
        >>> score = [3, 4, 6, 7, 5, 7, 2, 2, 3, 5, 6, 5, 4, 6, 5, 5, 8, 9, 3, 5, 4, 4, 6, 5]
        >>> print(say(between_case_smd(pupil, [1, 2, 3, 4, 5, 6] * 4, phase, score), form="short"))
        All 4 pupils were higher on average after. The average rise was 2.4 marks. That is 1.57 times the spread of \
all these pupils; anything from 0.33 to 2.80 fits these series.
    """
    read_choice(method, "method", METHODS)
    read_choice(improvement, "improvement", IMPROVEMENTS)
    share = read_level(level)
    cases, missing = read_cases(case, time, treatment, outcome)
    parts = moment_parts(cases) if method == "moments" else reml_parts(cases)
    sign = 1 if improvement == "increase" else -1
    correction = approximate_correction(parts.df)
    uncorrected = sign * parts.difference / sqrt(parts.variance)
    estimate = correction * uncorrected
    variance = _variance(parts, correction, estimate, method)
    reach = t_quantile((1 + share) / 2, parts.df) * sqrt(variance)
    ways = [sign * each.direction() for each in cases]
    return BetweenCaseSmd(
        n=sum(len(each.times) for each in cases),
        missing=missing,
        method=f"{_WORDS[method]}; corrected by 1 - 3/(4 df - 1); interval by t",
        reference=_REFERENCES[method],
        estimate=estimate,
        low=estimate - reach,
        high=estimate + reach,
        level=share,
        estimator=method,
        improvement=improvement,
        n_cases=len(cases),
        better=ways.count(1),
        same=ways.count(0),
        worse=ways.count(-1),
        difference=parts.difference,
        sd=sqrt(parts.variance),
        df=parts.df,
        uncorrected=uncorrected,
        correction=correction,
        variance=variance,
        standard_error=sqrt(variance),
        scaled_error=parts.scaled_error,
        autocorrelation=parts.phi,
        between_share=parts.rho,
        cases=tuple(each.case for each in cases),
        times=tuple(each.times for each in cases),
        after=tuple(each.after for each in cases),
        outcomes=tuple(each.outcomes for each in cases),
    )


def _variance(parts: Parts, correction: float, estimate: float, method: str) -> float:
    """Return the published variance of the corrected estimate."""
    df = max(parts.df, _LEAST_DF)
    shrunk = correction if method == "moments" else approximate_correction(df)
    variance = 0.0
    if correction > 0:
        variance = correction**2 * (parts.scaled_error**2 * df / (df - 2) + estimate**2 * (df / (df - 2) - 1 / shrunk**2))
    if not variance > 0:
        raise Undefined(
            "The spread between these pupils is too little known for a standardised difference.",
            where="outcome",
            seen=f"{parts.df:.3g} degrees of freedom for the spread",
            allowed="about 2 or more",
            do="Give the difference of each pupil, or compare the phases by nap.",
        )
    return variance
