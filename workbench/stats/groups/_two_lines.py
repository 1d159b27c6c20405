"""Two parallel lines through two groups' marks before and after: sums kept as fractions, so that 0 is 0.

The tests hold every number against statsmodels' least squares. It is not called here: in floats, pupils who
lie exactly on the lines, or one who alone holds a line in place, give tiny errors or infinite ones instead of
none, and loading it takes over a second where these sums take a millisecond.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import fsum, sqrt
from typing import Any

from workbench.stats._distributions import f_above, t_cdf, t_quantile

Points = list[tuple[Fraction, Fraction]]
SMALLEST_FLOAT = 5e-324
DOUBTFUL = 0.05
"""Slopes less likely than this to differ so far by luck are pointed out."""
ON_THE_LINES = "all pupils lie exactly on two parallel lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """One group: mean marks before (x) and after (y), and the squares and products about them."""

    n: int
    x: Fraction
    y: Fraction
    xx: Fraction
    xy: Fraction
    yy: Fraction

    def left_over(self) -> Fraction:
        """Return the squares left about a line of this group's own."""
        return self.yy - self.xy**2 / self.xx if self.xx else self.yy


def sums_of(points: Points) -> Sums:
    """Return one group's sums."""
    n = len(points)
    x, y = sum((a for a, _ in points), Fraction(0)) / n, sum((b for _, b in points), Fraction(0)) / n
    return Sums(
        n=n,
        x=x,
        y=y,
        xx=sum(((a - x) ** 2 for a, _ in points), Fraction(0)),
        xy=sum(((a - x) * (b - y) for a, b in points), Fraction(0)),
        yy=sum(((b - y) ** 2 for _, b in points), Fraction(0)),
    )


def slope(x: Sums, y: Sums) -> Fraction:
    """Return the one slope within both groups."""
    return (x.xy + y.xy) / (x.xx + y.xx)


def left_over(x: Sums, y: Sums) -> Fraction:
    """Return the squares left about the two parallel lines."""
    return x.yy + y.yy - (x.xy + y.xy) ** 2 / (x.xx + y.xx)


def means(x: Sums, y: Sums) -> dict[str, Any]:
    """Return the difference, adjusted and not, and the means that it comes from."""
    b, middle = slope(x, y), (x.n * x.x + y.n * y.x) / (x.n + y.n)
    total = x.yy + y.yy + (x.y - y.y) ** 2 * x.n * y.n / (x.n + y.n)
    return {
        "estimate": float(x.y - y.y - b * (x.x - y.x)),
        "unadjusted": float(x.y - y.y),
        "gain_difference": float(x.y - y.y - x.x + y.x),
        "difference_before": float(x.x - y.x),
        "mean_before": float(middle),
        "mean_before_x": float(x.x),
        "mean_before_y": float(y.x),
        "mean_after_x": float(x.y),
        "mean_after_y": float(y.y),
        "adjusted_x": float(x.y - b * (x.x - middle)),
        "adjusted_y": float(y.y - b * (y.x - middle)),
        "slope": float(b),
        "r_squared": None if total == 0 else float(1 - left_over(x, y) / total),
    }


def fit(x: Sums, y: Sums, share: float) -> dict[str, Any]:
    """Return the standard errors, the interval and p; ``None`` with why, where no pupil is off the lines."""
    df = x.n + y.n - 3
    variance, spread = left_over(x, y) / df, x.xx + y.xx
    middle = (x.n * x.x + y.n * y.x) / (x.n + y.n)
    estimate = x.y - y.y - slope(x, y) * (x.x - y.x)
    error = sqrt(variance * (Fraction(1, x.n) + Fraction(1, y.n) + (x.x - y.x) ** 2 / spread))
    known: dict[str, Any] = {"df": df, "residual_sd": sqrt(variance)}
    if error == 0:
        names = ("standard_error", "t", "p", "low", "high", "adjusted_x_error", "adjusted_y_error")
        return known | dict.fromkeys(names) | {"undefined": ON_THE_LINES}
    t, reach = float(estimate) / error, t_quantile((1 + share) / 2, df) * error
    return known | {
        "standard_error": error,
        "t": t,
        "p": min(1.0, 2 * t_cdf(-abs(t), df) or SMALLEST_FLOAT),
        "low": float(estimate) - reach,
        "high": float(estimate) + reach,
        "adjusted_x_error": sqrt(variance * (Fraction(1, x.n) + (x.x - middle) ** 2 / spread)),
        "adjusted_y_error": sqrt(variance * (Fraction(1, y.n) + (y.x - middle) ** 2 / spread)),
        "undefined": None,
    }


def robust(x: Sums, y: Sums, points: tuple[Points, Points], share: float) -> dict[str, Any]:
    """Return the HC3 standard error and interval; ``None`` with why, where one pupil alone holds a line in place."""
    b, spread, apart = slope(x, y), x.xx + y.xx, x.x - y.x
    none: dict[str, Any] = dict.fromkeys(("hc3_standard_error", "hc3_low", "hc3_high"))
    terms = []
    for group, sign, marks in ((x, 1, points[0]), (y, -1, points[1])):
        for before, after in marks:
            off = before - group.x
            free = 1 - Fraction(1, group.n) - off**2 / spread
            if free == 0:
                return none | {"hc3_undefined": "one pupil alone holds a line in place"}
            weight = Fraction(sign, group.n) - apart * off / spread
            terms.append(float(weight * (after - group.y - b * off) / free) ** 2)
    error = sqrt(fsum(terms))
    if error == 0:
        return none | {"hc3_undefined": ON_THE_LINES if left_over(x, y) == 0 else "the pupils who weigh in lie exactly on the lines"}
    estimate = float(x.y - y.y - b * apart)
    reach = t_quantile((1 + share) / 2, x.n + y.n - 3) * error
    return {"hc3_standard_error": error, "hc3_low": estimate - reach, "hc3_high": estimate + reach, "hc3_undefined": None}


def interaction(x: Sums, y: Sums) -> dict[str, Any]:
    """Return each group's own slope, and how often one slope would come out as two so far apart."""
    own = {"slope_x": float(x.xy / x.xx) if x.xx else None, "slope_y": float(y.xy / y.xx) if y.xx else None}
    none = own | {"p_interaction": None, "slopes_differ": False}
    df, apart = x.n + y.n - 4, x.left_over() + y.left_over()
    if not x.xx or not y.xx:
        return none | {"interaction_undefined": "the marks before do not vary in one of the groups"}
    if df < 1:
        return none | {"interaction_undefined": "two slopes need five pupils or more"}
    if apart == 0:
        return none | {"interaction_undefined": "each group's pupils lie exactly on a line"}
    p = min(1.0, f_above(float((left_over(x, y) - apart) / (apart / df)), 1, df) or SMALLEST_FLOAT)
    return own | {"p_interaction": p, "slopes_differ": p < DOUBTFUL, "interaction_undefined": None}
