"""How far true figures differ from one study to the next: tau squared, and what follows from it.

Everything here works on numbers that were centred and scaled (``read_studies``), with at least two studies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, log, sqrt
from operator import mul
from typing import NamedTuple

RATIO = 1.5
"""Each step of the look-out for several peaks of a likelihood, as a factor of tau squared plus the least variance."""


class Weighed(NamedTuple):
    """Sums with weights 1 / (variance + tau squared): all that the estimators need.

    Attributes:
        total: Sum of the weights.
        squared: Sum of their squares.
        mean: The weighted mean.
        q: Weighted sum of squared distances from it (Cochran's Q, generalised).
        slope: The same with squared weights: minus the derivative of ``q`` by tau squared.
    """

    total: float
    squared: float
    mean: float
    q: float
    slope: float


def weigh(y: Sequence[float], v: Sequence[float], tau2: float) -> Weighed:
    """Return the weighted sums at one tau squared."""
    weights = [1 / (each + tau2) for each in v]
    total = sum(weights)
    mean = sum(map(mul, weights, y)) / total
    away = [value - mean for value in y]
    pull = list(map(mul, weights, away))
    return Weighed(total, sum(map(mul, weights, weights)), mean, sum(map(mul, pull, away)), sum(map(mul, pull, pull)))


def spread(y: Sequence[float]) -> float:
    """Return the sum of squared distances from the plain mean."""
    mean = sum(y) / len(y)
    return sum([(value - mean) * (value - mean) for value in y])


def at_tau2_where_q_is(y: Sequence[float], v: Sequence[float], wanted: float) -> float:
    """Return the tau squared at which the generalised Q falls to ``wanted``, or 0 when it is there already.

    Q falls all the way. It lies between the unweighted spread over the largest and over the smallest
    variance, which holds the answer in from both sides before the search begins.
    """
    if weigh(y, v, 0.0).q <= wanted:
        return 0.0
    middle = spread(y) / wanted
    return crossing(lambda tau2: wanted / weigh(y, v, tau2).q - 1, max(0.0, middle - max(v)), middle - min(v), min(v))


def likeliest(y: Sequence[float], v: Sequence[float], *, restricted: bool) -> tuple[float, tuple[float, ...]]:
    """Return the tau squared of greatest (restricted) likelihood, and any lesser peaks that there are beside it.

    The likelihood can have several peaks. Beyond a bound that the spread gives it only falls; up to there
    its slope is looked at in steps, each peak is closed in between two steps, and the highest one is taken.
    """
    if spread(y) == 0:
        return 0.0, ()
    peaks = _peaks(y, v, restricted=restricted)
    if len(peaks) > 1:
        peaks.sort(key=lambda tau2: (-log_likelihood(y, v, tau2, restricted=restricted), tau2))
    return peaks[0], tuple(peaks[1:])


def log_likelihood(y: Sequence[float], v: Sequence[float], tau2: float, *, restricted: bool) -> float:
    """Return the profile log-likelihood of tau squared, less a constant."""
    at = weigh(y, v, tau2)
    return -(sum([log(each + tau2) for each in v]) + (log(at.total) if restricted else 0.0) + at.q) / 2


def _peaks(y: Sequence[float], v: Sequence[float], *, restricted: bool) -> list[float]:
    k, least = len(y), min(v)
    freedom = k - 1 if restricted else k

    def rising(tau2: float) -> float:  # below 0 where the likelihood rises, above 0 where it falls
        at = weigh(y, v, tau2)
        return (at.total - at.squared / at.total if restricted else at.total) / at.slope - 1

    size = spread(y)
    most = (size + sqrt(size * size + 4 * freedom * size * (max(v) - least))) / (2 * freedom)
    before, at_before = 0.0, rising(0.0)
    peaks = [0.0] if at_before >= 0 else []
    if most <= least:  # the likelihood falls from the very start
        return [0.0]
    steps = max(4, ceil(log(most / least) / log(RATIO)))
    factor = (most / least) ** (1 / steps)
    for step in range(1, steps + 1):
        here = least * factor**step * (1 + 1e-12 * (step == steps)) - least
        at_here = rising(here)
        if at_before < 0 <= at_here:
            peaks.append(crossing(rising, before, here, least))
        before, at_before = here, at_here
    return peaks or [before]


def crossing(function: Callable[[float], float], low: float, high: float, grain: float) -> float:
    """Return where a function that is below 0 at ``low`` and above at ``high`` crosses it (Chandrupatla 1997).

    An end that rounding has put on the wrong side is itself the answer. ``grain`` is the size against
    which nearness is measured when the crossing is near 0.
    """
    at_low, at_high = function(low), function(high)
    if at_low >= 0:
        return low
    if at_high <= 0:
        return high
    a, fa, b, fb = low, at_low, high, at_high
    step = 0.5
    for _ in range(200):
        point = a + step * (b - a)
        value = function(point)
        if (value > 0) == (fa > 0):
            c, fc = a, fa
        else:
            c, fc, b, fb = b, fb, a, fa
        a, fa = point, value
        best = a if abs(fa) < abs(fb) else b
        room = 2e-15 * (abs(best) + grain) / abs(b - a) if b != a else 1.0
        if room > 0.5 or min(abs(fa), abs(fb)) == 0:
            return best
        step = 0.5
        xi, phi = (a - b) / (c - b), (fa - fb) / (fc - fb)
        if phi * phi < xi and (1 - phi) * (1 - phi) < 1 - xi:
            step = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
        step = min(1 - room, max(room, step))
    return (a + b) / 2


def der_simonian_laird(y: Sequence[float], v: Sequence[float]) -> float:
    """Return the moment estimate, cut off at 0: below it the weights would have no meaning."""
    at = weigh(y, v, 0.0)
    return max(0.0, (at.q - (len(y) - 1)) / (at.total - at.squared / at.total))


def hedges_olkin(y: Sequence[float], v: Sequence[float]) -> float:
    """Return the variance of the estimates less the mean of their own variances, cut off at 0."""
    return max(0.0, spread(y) / (len(y) - 1) - sum(v) / len(v))


def sidik_jonkman(y: Sequence[float], v: Sequence[float]) -> float:
    """Return the two-step estimate; it is above 0 whenever the estimates differ at all."""
    first = spread(y) / len(y)
    return first * weigh(y, v, first).q / (len(y) - 1)


def tau2_of(estimator: str, y: Sequence[float], v: Sequence[float]) -> tuple[float, tuple[float, ...]]:
    """Return tau squared by the named estimator, and lesser peaks where it is a likelihood's."""
    if estimator in {"REML", "ML"}:
        return likeliest(y, v, restricted=estimator == "REML")
    if estimator == "PM":
        return at_tau2_where_q_is(y, v, len(y) - 1), ()
    if estimator == "fixed":
        return 0.0, ()
    return {"DL": der_simonian_laird, "HE": hedges_olkin, "SJ": sidik_jonkman}[estimator](y, v), ()
