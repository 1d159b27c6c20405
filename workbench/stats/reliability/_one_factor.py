"""One factor behind all the items, fitted by maximum likelihood: Fisher scoring on loadings and unique variances."""

from __future__ import annotations

from typing import Any, NamedTuple

STEPS = 500
CLOSE = 1e-11
FLOOR = 1e-4
"""A unique variance, as a share of the item's own, below which the fit has run into its boundary."""


class OneFactor(NamedTuple):
    """Loadings and unique variances in the items' own units, and the covariance of all these estimates for one pupil."""

    loadings: Any
    uniquenesses: Any
    variance: Any


def fit(covariance: Any) -> OneFactor | None:
    """Fit one factor to a covariance matrix; ``None`` when an item leaves no unique variance or no fit is found.

    Args:
        covariance: A symmetric array with a positive diagonal.
    """
    import numpy as np

    sds = np.sqrt(np.diag(covariance))
    sample = covariance / np.outer(sds, sds)
    found = _scored(sample, _start(sample))
    if found is None:
        return None
    loadings, unique, information = found
    if np.linalg.cond(information) > 1e14:
        return None
    units = np.concatenate([sds, sds**2])
    variance = np.linalg.inv(information) * np.outer(units, units)
    sign = -1.0 if loadings @ sds < 0 else 1.0
    return OneFactor(sign * loadings * sds, unique * sds**2, _flipped(variance, sign, len(sds)))


def _flipped(variance: Any, sign: float, k: int) -> Any:
    import numpy as np

    signs = np.concatenate([np.full(k, sign), np.ones(k)])
    return variance * np.outer(signs, signs)


def _start(sample: Any) -> Any:
    """Start from the first principal axis, with what it leaves of each item as unique."""
    import numpy as np

    values, vectors = np.linalg.eigh(sample)
    loadings = np.clip(vectors[:, -1] * np.sqrt(values[-1]) * 0.8, -0.95, 0.95)
    return np.concatenate([loadings, 1 - loadings**2])


def _scored(sample: Any, start: Any) -> tuple[Any, Any, Any] | None:
    """Walk up the likelihood; halve a step that leads down or out of the unique variances' range."""
    import numpy as np

    k = len(sample)
    at, value = start, _discrepancy(sample, start)
    for _ in range(STEPS):
        slope, information = _slope(sample, at)
        try:
            step = np.linalg.solve(information, slope)
        except np.linalg.LinAlgError:
            return None
        if not np.all(np.isfinite(step)):
            return None
        share = 1.0
        while share > 1e-10:
            there = at + share * step
            reached = _discrepancy(sample, there) if np.all(there[k:] > FLOOR / 100) else np.inf
            if reached <= value + 1e-13:
                break
            share /= 2
        else:
            return None
        moved, at, value = float(np.max(np.abs(there - at))), there, reached
        if moved < CLOSE:
            break
    else:
        return None
    loadings, unique = at[:k], at[k:]
    return None if np.any(unique < FLOOR) else (loadings, unique, _slope(sample, at)[1])


def _discrepancy(sample: Any, at: Any) -> float:
    """Return log|model| + trace(sample / model), by the inverse of one vector and a diagonal."""
    import numpy as np

    k = len(sample)
    loadings, unique = at[:k], at[k:]
    weighted = loadings / unique
    whole = 1 + float(loadings @ weighted)
    return float(np.sum(np.log(unique)) + np.log(whole) + np.sum(np.diag(sample) / unique) - weighted @ sample @ weighted / whole)


def _slope(sample: Any, at: Any) -> tuple[Any, Any]:
    """Return slope and expected information, for one pupil, of the log-likelihood in loadings and unique variances."""
    import numpy as np

    k = len(sample)
    loadings, unique = at[:k], at[k:]
    inverse = np.linalg.inv(np.outer(loadings, loadings) + np.diag(unique))
    aside = inverse @ loadings
    gap = inverse @ (sample - np.outer(loadings, loadings) - np.diag(unique)) @ inverse
    slope = np.concatenate([gap @ loadings, np.diag(gap) / 2])
    own = inverse * float(loadings @ aside) + np.outer(aside, aside)
    cross = inverse * aside[None, :].T
    return slope, np.block([[own, cross.T], [cross, inverse**2 / 2]])
