"""Nonoverlap of all pairs, and tau: the same pairs counted from 0 to 1 and from -1 to 1."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from workbench.stats._columns import Column, read_level
from workbench.stats.single_case._kendall import Kendall, kendall
from workbench.stats.single_case._newcombe import Limits, newcombe_limits
from workbench.stats.single_case._phases import PhaseComparison, Phases, Tally, between, fields_of, read_phases

NAP_REFERENCE = (
    "Parker & Vannest (2009), Behav. Ther. 40, 357-367; interval: Newcombe (2006), Stat. Med. 25, 559-573, "
    "method 5; standard errors: Sen (1967) and Hanley & McNeil (1982), as in Pustejovsky's SingleCaseES"
)
TAU_REFERENCE = f"Parker, Vannest, Davis & Sauber (2011), Behav. Ther. 42, 284-299; {NAP_REFERENCE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsOfPhases(PhaseComparison):
    """An estimate from all pairs of one baseline and one intervention observation.

    Attributes:
        pairs: How many such pairs there are: ``better`` + ``same`` + ``worse``.
        standard_error: Unbiased (Sen); ``None`` where a phase has one observation or its square comes out below 0.
        standard_error_hanley: By Hanley and McNeil. Both take the observations as independent.
        program_low, program_high: As SingleCaseES prints them: its search stops within 0.00012 of ``low`` and
            ``high``, and closes them to a point where every pair went one way. ``low`` and ``high`` are exact.
    """

    estimate: float
    low: float
    high: float
    level: float
    pairs: int
    better: int
    same: int
    worse: int
    standard_error: float | None
    standard_error_hanley: float
    program_low: float
    program_high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Nap(PairsOfPhases):
    """The share of pairs that improved, a level pair counting half."""

    made_by = "nap(baseline, intervention, improvement={improvement}, level={level})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tau(PairsOfPhases):
    """Pairs that improved less pairs that worsened, over all pairs.

    Attributes:
        p_normal: Kendall's normal approximation with ties. It takes the observations as independent, which
            those of one pupil are not; ``phase_randomisation`` rests on the design instead.
    """

    made_by = "tau(baseline, intervention, improvement={improvement}, level={level})"

    p_normal: float | None


def nap(baseline: Column, intervention: Column, *, improvement: str = "increase", level: float = 0.95) -> Nap:
    """Return the nonoverlap of all pairs: how many before-after pairs of one pupil's observations improved.

    It does not look at the order within a phase: a series that was already improving before scores
    high too. Its interval takes the observations as independent of each other.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.
        level: Between 0 and 1.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase without any observation.

    Reference:
        [1] Parker & Vannest (2009). Behav. Ther. 40, 357-367. [2] Newcombe (2006). Stat. Med. 25, 559-573.

    Example:
        >>> from workbench.words.say import say
        >>> result = nap([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
        >>> round(result.estimate, 4), round(result.low, 4), round(result.high, 4)
        (0.9167, 0.5973, 0.986)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Pair each session before with each after. Of 42 pairs, 38 were higher after, 1 was level and 3 were lower.
        With a level pair counted as half, that is a share of 0.92; anything from 0.60 to 0.99 fits this series.
    """
    share = read_level(level)
    phases = read_phases(baseline, intervention, improvement)
    counted = between(phases)
    limits = limits_of(phases, counted, share)
    unbiased, hanley = standard_errors(phases, counted)
    return Nap(
        **fields_of(phases),
        method="share of the pairs of a baseline and an intervention observation that improved, level pairs as half; Newcombe's interval",
        reference=NAP_REFERENCE,
        estimate=_share(counted),
        low=limits.low,
        high=limits.high,
        level=share,
        pairs=counted.total,
        better=counted.better,
        same=counted.level,
        worse=counted.worse,
        standard_error=unbiased,
        standard_error_hanley=hanley,
        program_low=limits.program_low,
        program_high=limits.program_high,
    )


def tau(baseline: Column, intervention: Column, *, improvement: str = "increase", level: float = 0.95) -> Tau:
    """Return tau between the phases: pairs that improved less pairs that worsened, over all pairs.

    It is twice ``nap`` less one, and says as little of trend: see ``tau_u`` and ``baseline_corrected_tau``.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.
        level: Between 0 and 1.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase without any observation.

    Reference:
        [1] Parker, Vannest, Davis & Sauber (2011). Behav. Ther. 42, 284-299. [2] Newcombe (2006). Stat.
        Med. 25, 559-573. [3] Kendall (1970). Rank Correlation Methods, 4th edition.

    Example:
        >>> from workbench.words.say import say
        >>> result = tau([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Pair each session before with each after. Of 42 pairs, 38 were higher after, 1 was level and 3 were lower.
        Higher less lower, over all of them, is 0.83; anything from 0.19 to 0.97 fits this series.
    """
    share = read_level(level)
    phases = read_phases(baseline, intervention, improvement)
    counted = between(phases)
    limits = limits_of(phases, counted, share)
    unbiased, hanley = standard_errors(phases, counted)
    return Tau(
        **fields_of(phases),
        method="pairs that improved less pairs that worsened, over all pairs of a baseline and an intervention observation",
        reference=TAU_REFERENCE,
        estimate=counted.s / counted.total,
        low=2 * limits.low - 1,
        high=2 * limits.high - 1,
        level=share,
        pairs=counted.total,
        better=counted.better,
        same=counted.level,
        worse=counted.worse,
        standard_error=None if unbiased is None else 2 * unbiased,
        standard_error_hanley=2 * hanley,
        program_low=2 * limits.program_low - 1,
        program_high=2 * limits.program_high - 1,
        p_normal=phase_kendall(phases).p,
    )


def phase_kendall(phases: Phases) -> Kendall:
    """Return Kendall's S of observation with phase."""
    phase = [0] * len(phases.baseline) + [1] * len(phases.intervention)
    return kendall([*phases.baseline_units, *phases.intervention_units], phase)


def limits_of(phases: Phases, counted: Tally, share: float) -> Limits:
    """Return Newcombe's limits for the share of pairs."""
    return newcombe_limits(len(phases.baseline), len(phases.intervention), _share(counted), share)


def standard_errors(phases: Phases, counted: Tally) -> tuple[float | None, float]:
    """Return the unbiased and the Hanley-McNeil standard error of the share of pairs."""
    before, after = phases.baseline_units, phases.intervention_units
    m, n, pairs = len(before), len(after), counted.total
    centre = counted.better * 2 + counted.level  # twice the estimate times the number of pairs
    ordered_before, ordered_after = sorted(before), sorted(after)
    rows = sum((pairs * (2 * n - _places(ordered_after, a)) - n * centre) ** 2 for a in before)
    columns = sum((pairs * _places(ordered_before, b) - m * centre) ** 2 for b in after)
    single = 4 * counted.better + counted.level - centre * centre / pairs
    q_rows, q_columns = rows / (4 * pairs**2 * m * n * n), columns / (4 * pairs**2 * m * m * n)
    kept = min(max(_share(counted), 0.5 / pairs), 1 - 0.5 / pairs)
    hanley = sqrt((kept * (1 - kept) + (n - 1) * q_rows + (m - 1) * q_columns) / pairs)
    if m == 1 or n == 1:
        return None, hanley
    variance = (kept * (1 - kept) + n * q_rows + m * q_columns - 2 * single / (4 * pairs)) / ((m - 1) * (n - 1))
    return (sqrt(variance) if variance > 0 else None), hanley


def _places(ordered: Sequence[int], value: int) -> int:
    """Return twice how many are below the value, level ones counted once."""
    return bisect_left(ordered, value) + bisect_right(ordered, value)


def _share(counted: Tally) -> float:
    return (2 * counted.better + counted.level) / (2 * counted.total)
