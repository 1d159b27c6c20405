"""The noncentral t distribution, and limits for its noncentrality, without holes in the far tail.

The usual series return NaN far out (for instance at t = -2, df = 53, noncentrality 20). Here the
probability is one smooth integral over whichever of the two parts of T varies more slowly.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, log, sqrt

from workbench.stats._columns import read_level, read_real

FAR = 10.0
"""Standard deviations beyond which a normal variable adds nothing that a float could hold."""


def noncentral_t_cdf(t: float, df: float, noncentrality: float) -> float:
    """Return P(T <= t) for T = (Z + noncentrality) / sqrt(chi-squared / df).

    Args:
        t: Where to stand.
        df: Degrees of freedom, 1 or more.
        noncentrality: The shift of Z.

    Raises:
        BadInput: for values that are not finite, or df below 1.

    Example:
        >>> noncentral_t_cdf(-2, 53, 20) < 1e-80
        True
    """
    t = read_real(t, "t")
    df = read_real(df, "df", low=1, allowed="a number of 1 or more")
    noncentrality = read_real(noncentrality, "noncentrality")
    return _over_spread(t, df, noncentrality) if t * t <= 2 * df else _over_normal(t, df, noncentrality)


def noncentrality_limits(t: float, df: float, level: float) -> tuple[float, float]:
    """Return the noncentralities under which ``t`` would stand at the two edges of ``level``.

    Reference:
        Steiger & Fouladi (1997). Noncentrality interval estimation. In: What if there were no
        significance tests?, 221-257.
    """
    tail = (1 - read_level(level)) / 2
    # The limits lie about z * sqrt(1 + t^2 / 2 df) away; start there and widen until they are held.
    reach = 2 * sqrt(1 + t * t / (2 * df))

    def limit(share: float) -> float:
        def gap(noncentrality: float) -> float:
            return noncentral_t_cdf(t, df, noncentrality) - share

        low, high = t - reach, t + reach
        while gap(low) < 0:
            low -= reach
        while gap(high) > 0:
            high += reach
        return find_root(gap, low, high)

    return limit(1 - tail), limit(tail)


def find_root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return where a continuous function crosses zero between two points of opposite sign (Ridders 1979)."""
    at_low, at_high = function(low), function(high)
    while high - low > 1e-14 * max(1.0, abs(low), abs(high)):
        middle = (low + high) / 2
        at_middle = function(middle)
        bend = sqrt(at_middle * at_middle - at_low * at_high)
        if bend == 0:
            return middle
        guess = middle + (middle - low) * (1 if at_low > at_high else -1) * at_middle / bend
        at_guess = function(guess)
        for point, value in sorted([(middle, at_middle), (guess, at_guess)]):
            if value == 0:
                return point
            if (value > 0) == (at_low > 0):
                low, at_low = max(low, point), value
            elif point < high:
                high, at_high = point, value
    return (low + high) / 2


def _over_spread(t: float, df: float, shift: float) -> float:
    """Integrate over x = log sqrt(chi-squared / df) by the trapezium rule, exact to rounding for so smooth a curve."""
    import numpy as np
    from scipy.special import ndtr

    start = -min(40 / df + 0.5, 1.5 * sqrt(40 / df)) if df > 60 else -(40 / df + 1.5)
    stop = min(1.2 * sqrt(40 / df), 0.5 * log(4 + 90 / df))
    x = np.linspace(start, stop, 2 + ceil((stop - start) * 12 * sqrt(df)))
    weight = np.exp(df * (x - np.expm1(2 * x) / 2))
    return float(np.sum(weight * ndtr(t * np.exp(x) - shift)) / np.sum(weight))


def _over_normal(t: float, df: float, shift: float) -> float:
    """Integrate over Z by Gauss-Legendre panels, with the chi-squared part in closed form."""
    import numpy as np
    from scipy.special import gammainc, gammaincc, ndtr

    turned = shift if t < 0 else -shift
    start, stop = max(turned, -FAR), max(turned, -FAR) + FAR + max(0.0, FAR - max(turned, 0.0))
    panels = ceil((stop - start) * 2)
    nodes, weights = np.polynomial.legendre.leggauss(20)
    edges = np.linspace(start, stop, panels + 1)
    half = (edges[1] - edges[0]) / 2
    z = (edges[:-1, None] + half * (nodes + 1)).ravel()
    density = np.tile(weights, panels) * half * np.exp(-z * z / 2) / sqrt(2 * np.pi)
    ratio = df * ((z - turned) / t) ** 2 / 2
    if t < 0:
        return float(np.sum(density * gammainc(df / 2, ratio)))
    return min(1.0, float(ndtr(turned) + np.sum(density * gammaincc(df / 2, ratio))))
