"""Tau with the trend of the baseline carried forward and taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from workbench.errors import Undefined
from workbench.stats._columns import Column, read_choice, read_level, read_real
from workbench.stats.single_case._kendall import Kendall, kendall, trend_p_exact
from workbench.stats.single_case._phases import PhaseComparison, Phases, between, fields_of, read_phases
from workbench.stats.single_case.pairs import limits_of

DENOMINATORS = ("tau_b", "pairs")
CORRECT = ("if_trend", "always", "never")
TREND_TESTS = ("exact", "normal")
MOST_EXACT = 150
"""Above so many observations before, the orders are not counted; the normal approximation is as good, and named."""
_METHODS = {
    "tau_b": "Kendall's tau-b of the observations with the phase",
    "pairs": "pairs that improved less pairs that worsened, over all pairs between the phases",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineCorrectedTau(PhaseComparison):
    """Tau after the baseline's trend was taken off, or as it was where that was not called for.

    Attributes:
        corrected: Whether ``estimate`` has the trend taken off.
        slope, intercept: The Theil-Sen line through the baseline, by session, in the observations' own units.
        baseline_tau: Tau-b of the baseline with time; ``None`` when it does not vary. Positive is rising, whatever is better.
        baseline_p: Two-sided, by ``trend_test`` (``"normal"`` for more than 150 observations before); the trend
            is taken off (``correct="if_trend"``) when it is ``alpha`` or less.
        tau_uncorrected, tau_corrected: Both figures; ``tau_corrected`` is ``None`` where nothing varies once the trend is off.
        low, high: For ``denominator="pairs"``, Newcombe's; none is published that holds for tau-b here.
    """

    made_by = (
        "baseline_corrected_tau(baseline, intervention, improvement={improvement}, correct={correct}, "
        "denominator={denominator}, trend_test={trend_test}, alpha={alpha}, level={level})"
    )

    estimate: float
    low: float | None
    high: float | None
    level: float | None
    undefined: str | None
    denominator: str
    correct: str
    corrected: bool
    trend_test: str
    alpha: float
    slope: float
    intercept: float
    baseline_tau: float | None
    baseline_p: float | None
    tau_uncorrected: float | None
    tau_corrected: float | None
    pairs: int
    better: int
    same: int
    worse: int


def baseline_corrected_tau(
    baseline: Column,
    intervention: Column,
    *,
    improvement: str = "increase",
    correct: str = "if_trend",
    denominator: str = "tau_b",
    trend_test: str = "exact",
    alpha: float = 0.05,
    level: float | None = 0.95,
) -> BaselineCorrectedTau:
    """Return tau between the phases once the baseline's own trend was carried forward and taken off.

    A Theil-Sen line is laid through the baseline and taken off every observation of both phases. By the
    published rule this is done only where the baseline's trend is stronger than chance order would
    give. A line through few observations, carried far, takes off too much as easily as too little.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one, which keeps its place in time.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.
        correct: ``"if_trend"`` (the published rule), ``"always"`` or ``"never"``.
        denominator: ``"tau_b"`` (published: over all pairs of the series, allowing for ties) or ``"pairs"`` (between the phases only).
        trend_test: ``"exact"`` counts all orders of the baseline; ``"normal"`` is Kendall's approximation, as other programs use.
        alpha: The trend is taken off when its p is this or less.
        level: Between 0 and 1, for the interval with ``denominator="pairs"``; ``None`` for none.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a baseline of fewer than three observations (a line through two is no trend), or no intervention.
        Undefined: when every observation is the same.

    Reference:
        [1] Tarlow (2017). An improved rank correlation effect size statistic for single-case designs: baseline
        corrected Tau. Behavior Modification 41, 427-467. [2] Sen (1968). J. Am. Stat. Assoc. 63, 1379-1389.

    Example:
        >>> from workbench.words.say import say
        >>> result = baseline_corrected_tau([3, 4, 5, 6, 7, 8], [9, 9, 10, 11, 10, 12, 12])
        >>> round(result.tau_uncorrected, 4), round(result.tau_corrected, 4), result.corrected
        (0.7483, -0.763, True)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Things were already rising before, by 1.0 a session. With that trend taken off, pair each session before
        with each after. Of 42 pairs, 6 were level and 36 were lower. Tau-b is then −0.76.
    """
    read_choice(correct, "correct", CORRECT)
    read_choice(denominator, "denominator", DENOMINATORS)
    read_choice(trend_test, "trend_test", TREND_TESTS)
    share = None if level is None else read_level(level)
    limit = read_real(alpha, "alpha", low=0, high=1, allowed="a number from 0 to 1, such as 0.05")
    phases = read_phases(baseline, intervention, improvement, least=(3, 1))
    slope, intercept = _line(phases)
    trend = kendall(phases.baseline_units, phases.baseline_at)
    test = trend_test if len(phases.baseline) <= MOST_EXACT else "normal"
    baseline_p = None if trend.tau is None else trend_p_exact(phases.baseline_units) if test == "exact" else trend.p
    corrected = correct == "always" or (correct == "if_trend" and baseline_p is not None and baseline_p <= limit)
    level_phases = _without_trend(phases, slope)
    both = [_tau(each, denominator) for each in (phases, level_phases)]
    chosen, estimate = (level_phases, both[1]) if corrected else (phases, both[0])
    if estimate is None:
        raise _nothing_varies(corrected)
    low, high, undefined = _interval(chosen, denominator, share)
    counted = between(chosen)
    return BaselineCorrectedTau(
        **fields_of(phases),
        method=f"{_METHODS[denominator]}, {'less' if corrected else 'without taking off'} the Theil-Sen trend of the baseline",
        reference="Tarlow (2017), Behav. Modif. 41, 427-467",
        estimate=estimate,
        low=low,
        high=high,
        level=share if denominator == "pairs" else None,
        undefined=undefined,
        denominator=denominator,
        correct=correct,
        corrected=corrected,
        trend_test=test,
        alpha=limit,
        slope=float(phases.sign * slope / phases.scale),
        intercept=float(phases.sign * intercept / phases.scale),
        baseline_tau=None if trend.tau is None else phases.sign * trend.tau,
        baseline_p=baseline_p,
        tau_uncorrected=both[0],
        tau_corrected=both[1],
        pairs=counted.total,
        better=counted.better,
        same=counted.level,
        worse=counted.worse,
    )


def _line(phases: Phases) -> tuple[Fraction, Fraction]:
    """Return slope and intercept of the Theil-Sen line through the baseline, exactly, in turned units by session."""
    points = list(zip(phases.baseline_at, phases.baseline_units, strict=True))
    slope = median(Fraction(later - y, then - at) for place, (at, y) in enumerate(points) for then, later in points[place + 1 :])
    return slope, median(y - slope * at for at, y in points)


def _without_trend(phases: Phases, slope: Fraction) -> Phases:
    """Return the phases with the line's slope taken off, in whole units of a finer scale so that ties stay ties."""
    by = slope.denominator

    def left(units: Sequence[int], places: Sequence[int]) -> list[int]:
        return [by * unit - slope.numerator * at for unit, at in zip(units, places, strict=True)]

    return phases._replace(
        baseline_units=left(phases.baseline_units, phases.baseline_at),
        intervention_units=left(phases.intervention_units, phases.intervention_at),
        scale=phases.scale * by,
    )


def _tau(phases: Phases, denominator: str) -> float | None:
    if denominator == "pairs":
        counted = between(phases)
        return counted.s / counted.total
    return _with_phase(phases).tau


def _with_phase(phases: Phases) -> Kendall:
    phase = [0] * len(phases.baseline) + [1] * len(phases.intervention)
    return kendall([*phases.baseline_units, *phases.intervention_units], phase)


def _interval(phases: Phases, denominator: str, share: float | None) -> tuple[float | None, float | None, str | None]:
    if denominator == "tau_b":
        return None, None, "no interval is published for tau-b that allows for the trend taken off and for few observations"
    if share is None:
        return None, None, "no interval was asked for"
    limits = limits_of(phases, between(phases), share)
    return 2 * limits.low - 1, 2 * limits.high - 1, None


def _nothing_varies(corrected: bool) -> Undefined:
    return Undefined(
        f"Tau-b is undefined: {'with the trend taken off, ' if corrected else ''}every observation is the same.",
        where="baseline, intervention",
        seen="no two observations that differ",
        allowed="observations that differ",
        do="Show the series as it is; there is nothing to compare.",
    )
