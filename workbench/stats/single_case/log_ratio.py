"""The log response ratio: how many times the baseline's mean the intervention's is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

from workbench.errors import BadInput, Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import Column, Number, read_choice, read_level
from workbench.stats.single_case._phases import PhaseComparison, Phases, fields_of, read_phases

SIGNS = ("lrri", "lrrd")
SCALES = ("other", "count", "percentage", "proportion")
_TOPS = {"percentage": 100, "proportion": 1}
_REFERENCE = "Pustejovsky (2018), J. Sch. Psychol. 68, 99-112; Pustejovsky (2015), Psychol. Methods 20, 342-359"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogResponseRatio(PhaseComparison):
    """An estimate on the log scale, and as a ratio of means.

    Attributes:
        estimate: The log of the ratio, signed by ``sign``: ``"lrri"`` is positive for an improvement, ``"lrrd"`` negative.
        uncorrected: The same without the correction for short phases.
        ratio, ratio_low, ratio_high: The mean after over the mean before, whatever is better (of what is
            missing to the top, where ``complement`` says so).
        complement: Whether a percentage or proportion was turned round (100 less it) so that the chosen sign fits.
        raised: Whether a mean or a spread was so near 0 that the published least value for counts stands in its place.
        low, high: ``None`` where there is no standard error; ``undefined`` then says why.
    """

    made_by = (
        "log_response_ratio(baseline, intervention, improvement={improvement}, sign={sign}, "
        "scale={scale}, correct={correct}, level={level})"
    )

    estimate: float
    low: float | None
    high: float | None
    level: float
    undefined: str | None
    sign: str
    scale: str
    correct: bool
    uncorrected: float
    standard_error: float | None
    ratio: float
    ratio_low: float | None
    ratio_high: float | None
    mean_baseline: float
    mean_intervention: float
    complement: bool
    raised: bool


def log_response_ratio(
    baseline: Column,
    intervention: Column,
    *,
    improvement: str = "increase",
    sign: str = "lrri",
    scale: str = "other",
    correct: bool = True,
    level: float = 0.95,
) -> LogResponseRatio:
    """Return the log of the intervention's mean over the baseline's, with its interval.

    It needs a scale with a true 0 (counts, minutes, shares), where twice as much means something; test marks
    have none to speak of. Its interval takes the observations as independent and their number as enough for a normal shape.

    Args:
        baseline: The observations before, in order, none below 0; ``None`` or NaN for a session without one.
        intervention: The observations after, in order.
        improvement: ``"increase"`` when more is better, ``"decrease"`` when less is.
        sign: ``"lrri"`` (increasing: positive for an improvement) or ``"lrrd"`` (decreasing: negative for an improvement).
        scale: ``"count"`` lets half a count over the whole phase stand in for a mean of 0, as published; ``"percentage"`` and
            ``"proportion"`` are turned round when improvement and sign disagree; ``"other"`` leaves all as it is.
        correct: Whether to take off the published second-order bias of short phases.
        level: Between 0 and 1.

    Raises:
        BadInput: for values that are not numbers, or below 0, or above the top of the scale.
        NotEnoughData: for a phase of fewer than two observations (one, without the correction).
        Undefined: when a phase's mean is 0 and the scale is not a count.

    Reference:
        [1] Pustejovsky (2018). Using response ratios for meta-analyzing single-case designs with behavioral
        outcomes. J. Sch. Psychol. 68, 99-112. [2] Pustejovsky (2015). Psychol. Methods 20, 342-359.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(log_response_ratio([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]), form="short"))
        The mean was 22.7 marks before and 27.6 after. \
That is 1.22 times as much; anything from 1.09 to 1.36 times fits this series.
    """
    read_choice(sign, "sign", SIGNS)
    read_choice(scale, "scale", SCALES)
    share = read_level(level)
    least = 2 if correct else 1
    phases = read_phases(baseline, intervention, improvement, least=(least, least))
    _check_range(phases, scale)
    complement = scale in _TOPS and (improvement == "increase") == (sign == "lrrd")
    sides = [_side(units, phases, _TOPS[scale] if complement else None) for units in (phases.baseline_units, phases.intervention_units)]
    kept = [_raised(*side) if scale == "count" else side for side in sides]
    if any(mean == 0 for mean, _, _ in kept):
        raise _no_ratio(complement)
    turn = -1 if scale not in _TOPS and (improvement == "increase") == (sign == "lrrd") else 1
    plain = log(kept[1][0] / kept[0][0])
    bias = [variance / (2 * n * mean**2) for mean, variance, n in kept if variance is not None]
    raw = plain + bias[1] - bias[0] if correct else plain
    error, undefined = _error(kept)
    reach = 0.0 if error is None else NormalDist().inv_cdf((1 + share) / 2) * error
    ends = None if error is None else (raw - reach, raw + reach)
    low, high = (None, None) if ends is None else sorted((turn * ends[0], turn * ends[1]))
    return LogResponseRatio(
        **fields_of(phases),
        method=_method(sign, correct=correct, complement=complement),
        reference=_REFERENCE,
        estimate=turn * raw,
        low=low,
        high=high,
        level=share,
        undefined=undefined,
        sign=sign,
        scale=scale,
        correct=correct,
        uncorrected=turn * plain,
        standard_error=error,
        ratio=exp(raw),
        ratio_low=None if ends is None else exp(ends[0]),
        ratio_high=None if ends is None else exp(ends[1]),
        mean_baseline=sides[0][0],
        mean_intervention=sides[1][0],
        complement=complement,
        raised=kept != sides,
    )


Side = tuple[float, float | None, int]
"""Mean, variance (``None`` for one observation) and number of observations of a phase."""


def _check_range(phases: Phases, scale: str) -> None:
    top = _TOPS.get(scale)
    values: Sequence[Number] = phases.baseline + phases.intervention
    odd = [value for value in values if value < 0 or (top is not None and value > top)]
    if odd:
        raise BadInput(
            "A ratio of means needs a scale that begins at 0.",
            where="baseline, intervention",
            seen=odd[0],
            allowed="numbers of 0 or more" if top is None else f"numbers from 0 to {top}",
            do="Correct the value, or compare the phases by nap, which needs no such scale.",
        )


def _side(units: Sequence[int], phases: Phases, top: int | None) -> Side:
    """Return mean, variance and number of one phase, turned round from ``top`` where there is one."""
    values = [phases.sign * unit for unit in units]
    if top is not None:
        values = [top * phases.scale - value for value in values]
    n = len(values)
    variance = None if n == 1 else moments.squares(values) / (n * (n - 1) * phases.scale**2)
    return moments.mean(values, phases.scale), variance, n


def _raised(mean: float, variance: float | None, n: int) -> Side:
    """Return the side with the published least values of counts: half a count over the phase, and its variance."""
    return max(mean, 1 / (2 * n)), None if variance is None else max(variance, 1 / n**3), n


def _error(sides: Sequence[Side]) -> tuple[float | None, str | None]:
    total = 0.0
    for mean, variance, n in sides:
        if variance is None:
            return None, "a phase has one session, which has no spread"
        total += variance / (n * mean**2)
    if total == 0:
        return None, "no phase varies, so that its sessions show no doubt"
    return sqrt(total), None


def _method(sign: str, *, correct: bool, complement: bool) -> str:
    names = {"lrri": "log response ratio, increasing form (LRRi)", "lrrd": "log response ratio, decreasing form (LRRd)"}
    turned = ", of what is missing to the top of the scale" if complement else ""
    return f"{names[sign]}{turned}; {'corrected' if correct else 'not corrected'} for short phases; normal interval"


def _no_ratio(complement: bool) -> Undefined:
    return Undefined(
        "A ratio of means is undefined here: the mean of one phase is 0.",
        where="baseline, intervention",
        seen="a mean of 0" + (" missing to the top of the scale" if complement else ""),
        allowed="a mean above 0 in both phases",
        do="Compare the phases by nap; or, for counts of something seen, give scale='count'.",
    )
