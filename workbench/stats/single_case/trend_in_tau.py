"""The statistics that share the name Tau-U, each with its own numerator and denominator in plain sight."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.errors import Undefined
from workbench.stats._columns import Column, read_choice
from workbench.stats.single_case._kendall import Kendall, kendall
from workbench.stats.single_case._phases import PhaseComparison, Phases, Tally, between, fields_of, read_phases, within

VARIANTS = ("a_b", "a_b_minus_a", "a_b_plus_b", "a_b_plus_b_minus_a", "a_b_minus_a_all_pairs", "a_b_minus_a_tau_b")
"""Which comparisons count: baseline with intervention (``a_b``), trend of the baseline (``a``), trend of the intervention (``b``)."""
_NUMERATORS = {
    "a_b": "pairs between the phases",
    "a_b_minus_a": "pairs between the phases, less the trend of the baseline",
    "a_b_plus_b": "pairs between the phases, and the trend of the intervention",
    "a_b_plus_b_minus_a": "pairs between the phases, and the trend of the intervention, less the trend of the baseline",
    "a_b_minus_a_all_pairs": "pairs between the phases, less the trend of the baseline",
    "a_b_minus_a_tau_b": "pairs between the phases, less the trend of the baseline",
}
_DENOMINATORS = {
    "a_b": "the pairs between the phases",
    "a_b_minus_a": "the pairs between the phases alone",
    "a_b_plus_b": "the pairs between the phases and those within the intervention",
    "a_b_plus_b_minus_a": "all pairs of observations",
    "a_b_minus_a_all_pairs": "the pairs between the phases and those within the baseline",
    "a_b_minus_a_tau_b": "the pairs that could differ, as tau-b counts them",
}
NO_INTERVAL = "no interval is published for this statistic that allows for the trend taken off"


@dataclass(frozen=True, slots=True, kw_only=True)
class TauU(PhaseComparison):
    """One of the statistics called Tau-U, without an interval.

    Attributes:
        variant: Which; ``numerator_words`` and ``denominator_words`` say what it counts.
        s: The numerator: pairs that improved less pairs that worsened, trends added or taken off.
        denominator: What it is divided by (not a whole number for tau-b).
        s_between, s_baseline, s_intervention: S of the pairs between the phases, and of each phase's own trend.
        p_normal: Kendall's normal approximation with ties for that numerator. It takes the observations as
            independent, which those of one pupil are not.
        can_pass_one: Whether the numerator may be larger than the denominator.
    """

    made_by = "tau_u(baseline, intervention, variant={variant}, improvement={improvement})"

    estimate: float
    low: None
    high: None
    level: None
    undefined: str
    variant: str
    numerator_words: str
    denominator_words: str
    s: int
    denominator: float
    pairs: int
    better: int
    same: int
    worse: int
    s_between: int
    s_baseline: int
    s_intervention: int
    baseline_worse: int
    intervention_pairs: int
    intervention_better: int
    intervention_worse: int
    p_normal: float | None
    can_pass_one: bool


def tau_u(baseline: Column, intervention: Column, *, variant: str = "a_b_minus_a", improvement: str = "increase") -> TauU:
    """Return one of the statistics called Tau-U; which one is named by ``variant``.

    They differ in what they count and in what they divide by, so that the same series can give .74, .47 or
    .50. ``"a_b_minus_a"`` (Parker and others, and the reference programs' usual one) divides by the pairs
    between the phases alone, so it can pass 1 in size, and taking off the baseline's trend weighs
    less the longer the intervention is. Never set two variants beside each other.

    Args:
        baseline: The observations before, in order; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        variant: ``"a_b"`` (plain tau), ``"a_b_minus_a"``, ``"a_b_plus_b"``, ``"a_b_plus_b_minus_a"``,
            or with other denominators ``"a_b_minus_a_all_pairs"`` and ``"a_b_minus_a_tau_b"``.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is; the sign of every part turns with it.

    Raises:
        BadInput: for values that are not numbers.
        NotEnoughData: for a phase of fewer than two observations, which has no trend.
        Undefined: for tau-b, when every observation is the same.

    Reference:
        [1] Parker, Vannest, Davis & Sauber (2011). Combining nonoverlap and trend for single-case research:
        Tau-U. Behavior Therapy 42, 284-299. [2] Brossart, Laird & Armstrong (2018). Interpreting Kendall's
        Tau and Tau-U for single-case experimental designs. Cogent Psychology 5, 1518687.

    Example:
        >>> from workbench.words.say import say
        >>> result = tau_u([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Pair each session before with each after. Of 42 pairs, 38 were higher after, 1 was level and 3 were lower.
        Tau-U (variant a_b_minus_a) is 0.74, with higher as better.
    """
    read_choice(variant, "variant", VARIANTS)
    phases = read_phases(baseline, intervention, improvement, least=(2, 2))
    across, before, after = between(phases), within(phases.baseline_units), within(phases.intervention_units)
    ordered = _with_order(phases, variant)
    s, denominator = _parts(variant, across, before, after)
    if variant == "a_b_minus_a_tau_b":
        denominator = ordered.denominator
        if denominator == 0:
            raise _nothing_differs()
    return TauU(
        **fields_of(phases),
        method=f"Tau-U, variant {variant}: {_NUMERATORS[variant]}; divided by {_DENOMINATORS[variant]}",
        reference="Parker, Vannest, Davis & Sauber (2011), Behav. Ther. 42, 284-299; Brossart, Laird & Armstrong (2018), Cogent Psychol. 5",
        estimate=s / denominator,
        low=None,
        high=None,
        level=None,
        undefined=NO_INTERVAL,
        variant=variant,
        numerator_words=_NUMERATORS[variant],
        denominator_words=_DENOMINATORS[variant],
        s=s,
        denominator=denominator,
        pairs=across.total,
        better=across.better,
        same=across.level,
        worse=across.worse,
        s_between=across.s,
        s_baseline=before.s,
        s_intervention=after.s,
        baseline_worse=before.worse,
        intervention_pairs=after.total,
        intervention_better=after.better,
        intervention_worse=after.worse,
        p_normal=ordered.p,
        can_pass_one=variant == "a_b_minus_a",
    )


def _parts(variant: str, across: Tally, before: Tally, after: Tally) -> tuple[int, float]:
    """Return the numerator and the denominator."""
    if variant == "a_b":
        return across.s, across.total
    if variant == "a_b_plus_b":
        return across.s + after.s, across.total + after.total
    if variant == "a_b_plus_b_minus_a":
        return across.s + after.s - before.s, across.total + after.total + before.total
    return across.s - before.s, across.total + (before.total if variant == "a_b_minus_a_all_pairs" else 0)


def _with_order(phases: Phases, variant: str) -> Kendall:
    """Return Kendall's S with the order that this numerator looks for: the baseline's turned round when its trend is taken off."""
    m, n = len(phases.baseline), len(phases.intervention)
    first = list(range(m, 0, -1)) if "minus_a" in variant else [0] * m
    then = list(range(m + 1, m + n + 1)) if "plus_b" in variant else [m + 1] * n
    return kendall([*phases.baseline_units, *phases.intervention_units], first + then)


def _nothing_differs() -> Undefined:
    return Undefined(
        "Tau-b is undefined: every observation is the same.",
        where="baseline, intervention",
        seen="no two observations that differ",
        allowed="observations that differ",
        do="Show the series as it is; there is nothing to compare.",
    )
