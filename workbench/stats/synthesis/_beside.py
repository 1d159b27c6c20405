"""What stands beside a combined estimate: where one more would lie, how far all differ, and each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from workbench.stats import _distributions as distributions
from workbench.stats.synthesis import _heterogeneity as heterogeneity
from workbench.stats.synthesis._fit import ONE_ONLY, Fit, How, interval_of, quantile
from workbench.stats.synthesis._reading import Studies


class Study(NamedTuple):
    """One of the estimates put together: its place from 1, its own interval, and its share of the weight."""

    number: int
    label: str
    estimate: float
    variance: float
    low: float
    high: float
    weight: float


class Prediction(NamedTuple):
    """Where one more true value would lie: by which rule, and its ends, ``None`` where the rule gives none."""

    kind: str
    low: float | None
    high: float | None


def wider(found: Fit, how: How) -> tuple[float | None, float | None]:
    """Return the interval with the normal standard error and t(k - 1), where Hartung-Knapp's is the narrower."""
    if how.interval != "hartung_knapp" or found.df is None or (found.error_knapp or 0.0) >= found.error_normal * (1 - 1e-9):
        return None, None
    low, high, _, _ = interval_of(found.estimate, found.error_normal, found.df, how.level)
    return low, high


def predictions_of(found: Fit, how: How, k: int, tau2: float) -> tuple[Prediction, ...]:
    """Return the prediction interval by each rule; the one common value of ``fixed`` leaves nothing to predict."""
    if how.method == "fixed" or k < 2:
        return ()
    estimate, normal, knapp = found.estimate, found.error_normal, found.error_knapp
    reaches = {
        "HTS": quantile(how.level, k - 2) * sqrt(tau2 + normal * normal) if k > 2 else None,
        "HK": quantile(how.level, k - 1) * sqrt(tau2 + knapp * knapp) if knapp else None,
        "normal": quantile(how.level, None) * sqrt(tau2 + normal * normal),
    }
    return tuple(
        Prediction(kind, None if reach is None else estimate - reach, None if reach is None else estimate + reach)
        for kind, reach in reaches.items()
    )


def q_profile(studies: Studies, q: float, level: float) -> tuple[float | None, float | None, str | None]:
    """Return all tau squared whose generalised Q lies between the two limits of chi-squared(k - 1)."""
    y, v, k = studies.y, studies.v, len(studies.y)
    if k < 2:
        return None, None, ONE_ONLY
    tail = (1 - level) / 2
    least, most = distributions.chi2_quantile(tail, k - 1), distributions.chi2_quantile_above(tail, k - 1)
    if q < least:
        return 0.0, 0.0, "the estimates differ less than chance alone would have them, so no tau squared fits them"
    return heterogeneity.at_tau2_where_q_is(y, v, most), heterogeneity.at_tau2_where_q_is(y, v, least), None


def share_not_chance(found: Fit, how: How, k: int) -> tuple[float | None, float | None]:
    """Return I squared in percent and H squared: from Q for ``fixed``, else from tau squared and the typical variance."""
    if k < 2:
        return None, None
    plain, tau2 = found.plain, found.tau2
    if how.method == "fixed":
        return 100 * max(0.0, 1 - (k - 1) / plain.q) if plain.q else 0.0, plain.q / (k - 1)
    typical = (k - 1) / (plain.total - plain.squared / plain.total)
    return 100 * tau2 / (typical + tau2), tau2 / typical + 1


def rows_of(studies: Studies, found: Fit, level: float, own: Sequence[tuple[float, float]] | None) -> tuple[Study, ...]:
    """Return each of the studies with its own interval and weight."""
    reach = quantile(level, None)
    return tuple(
        Study(
            place + 1,
            label,
            estimate,
            variance,
            *(own[place] if own else (estimate - reach * sqrt(variance), estimate + reach * sqrt(variance))),
            1 / (studies.v[place] + found.tau2) / found.at.total,
        )
        for place, (label, estimate, variance) in enumerate(zip(studies.labels, studies.estimates, studies.variances, strict=True))
    )
