"""Shares of observations that do not overlap: PND, PEM, PAND and IRD. None of them has a published interval worth the name."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.stats._columns import Column
from workbench.stats.single_case._phases import PhaseComparison, Phases, fields_of, read_phases

NO_INTERVAL = "no interval is published that holds for so few observations of one pupil"
_PAND_REFERENCE = "Parker, Hagan-Burke & Vannest (2007), J. Spec. Educ. 40, 194-204"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOfObservations(PhaseComparison):
    """An estimate from a count of observations, without an interval.

    Attributes:
        count: How many observations were counted.
        undefined: Why ``low`` and ``high`` are ``None``.
    """

    estimate: float
    low: None
    high: None
    level: None
    count: int
    undefined: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pnd(ShareOfObservations):
    """The share of intervention observations beyond the best of the baseline, ``best``."""

    made_by = "pnd(baseline, intervention, improvement={improvement})"

    best: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pem(ShareOfObservations):
    """The share of intervention observations beyond the baseline's median; ``on_median`` of them on it count half."""

    made_by = "pem(baseline, intervention, improvement={improvement})"

    on_median: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pand(ShareOfObservations):
    """The share of observations that can stay so that no overlap is left; ``removed`` have to go."""

    made_by = "pand(baseline, intervention, improvement={improvement})"

    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ird(ShareOfObservations):
    """The improvement rate of the intervention less that of the baseline, half of ``removed`` taken from each."""

    made_by = "ird(baseline, intervention, improvement={improvement})"

    removed: int


def pnd(baseline: Column, intervention: Column, *, improvement: str = "increase") -> Pnd:
    """Return the share of intervention observations beyond the best baseline observation.

    One odd day in the baseline decides it, and it falls as the baseline grows longer: prefer ``nap``.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase without any observation.

    Reference:
        [1] Scruggs, Mastropieri & Casto (1987). Remedial and Special Education 8(2), 24-33.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(pnd([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]), form="short"))
        Of the 7 sessions after, 5 were above the highest of the 6 before, which was 26. That is a share of 0.71.
    """
    phases = read_phases(baseline, intervention, improvement)
    best = max(phases.baseline_units)
    beyond = sum(unit > best for unit in phases.intervention_units)
    return Pnd(
        **fields_of(phases),
        method="share of intervention observations beyond the best baseline observation",
        reference="Scruggs, Mastropieri & Casto (1987), Remedial Spec. Educ. 8(2), 24-33",
        estimate=beyond / len(phases.intervention),
        low=None,
        high=None,
        level=None,
        count=beyond,
        undefined=NO_INTERVAL,
        best=phases.sign * best / phases.scale,
    )


def pem(baseline: Column, intervention: Column, *, improvement: str = "increase") -> Pem:
    """Return the share of intervention observations beyond the median of the baseline, those on it counting half.

    With no change at all it comes out near one half, not near 0.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase without any observation.

    Reference:
        [1] Ma (2006). An alternative method for quantitative synthesis of single-subject researches. Behavior
        Modification 30, 598-617.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(pem([2, 1, 3, 2, 2], [3, 4, 2, 5]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Of the 4 sessions after, 3 were above the middle one before, which was 2, and 1 was level with it. With a
        level one counted as half, that is a share of 0.88.
    """
    phases = read_phases(baseline, intervention, improvement)
    ordered = sorted(phases.baseline_units)
    twice_median = ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
    beyond = sum(2 * unit > twice_median for unit in phases.intervention_units)
    on = sum(2 * unit == twice_median for unit in phases.intervention_units)
    return Pem(
        **fields_of(phases),
        method="share of intervention observations beyond the median of the baseline, those on it as half",
        reference="Ma (2006), Behav. Modif. 30, 598-617",
        estimate=(2 * beyond + on) / (2 * len(phases.intervention)),
        low=None,
        high=None,
        level=None,
        count=beyond,
        undefined=NO_INTERVAL,
        on_median=on,
    )


def pand(baseline: Column, intervention: Column, *, improvement: str = "increase") -> Pand:
    """Return the share of all observations that can stay so that every one after is better than every one before.

    With no change at all it is still well above 0, because the longer phase alone can stay.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase without any observation.

    Reference:
        [1] Parker, Hagan-Burke & Vannest (2007). J. Spec. Educ. 40, 194-204.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(pand([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]), form="short"))
        Without 2 of the 13 sessions, every one after would be higher than every one before. The other 11 are a share of 0.85.
    """
    phases = read_phases(baseline, intervention, improvement)
    kept, n = _most_kept(phases), len(phases.baseline) + len(phases.intervention)
    return Pand(
        **fields_of(phases),
        method="largest share of observations that can stay without overlap between the phases",
        reference=_PAND_REFERENCE,
        estimate=kept / n,
        low=None,
        high=None,
        level=None,
        count=kept,
        undefined=NO_INTERVAL,
        removed=n - kept,
    )


def ird(baseline: Column, intervention: Column, *, improvement: str = "increase") -> Ird:
    """Return the improvement rate difference, in its robust form: from the fewest observations that overlap.

    Half of these count as improved observations before, half as unimproved ones after. It is 1 without
    overlap. It never falls below 0, even when everything got worse, so a low figure is not "no change".

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase without any observation.

    Reference:
        [1] Parker, Vannest & Brown (2009). The improvement rate difference for single-case research.
        Exceptional Children 75, 135-150. [2] Pustejovsky (2019). Psychological Methods 24, 217-235.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(ird([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        The phases overlap by 2 of the 13 sessions. Sharing these between the phases, the rate of improved sessions
        is 0.69 higher after than before.
    """
    phases = read_phases(baseline, intervention, improvement)
    m, n = len(phases.baseline), len(phases.intervention)
    removed = m + n - _most_kept(phases)
    return Ird(
        **fields_of(phases),
        method="improvement rate after less before, the fewest overlapping observations shared equally between the phases",
        reference="Parker, Vannest & Brown (2009), Except. Child. 75, 135-150; Pustejovsky (2019), Psychol. Methods 24, 217-235",
        estimate=(2 * m * n - removed * (m + n)) / (2 * m * n),
        low=None,
        high=None,
        level=None,
        count=m + n - removed,
        undefined=NO_INTERVAL,
        removed=removed,
    )


def _most_kept(phases: Phases) -> int:
    """Return the most observations that can stay so that each one after is better than each one before."""
    before, after = sorted(phases.baseline_units), sorted(phases.intervention_units)
    best = len(after)
    for kept, highest in enumerate(before, start=1):
        best = max(best, kept + sum(unit > highest for unit in after))
    return best
