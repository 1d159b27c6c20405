"""The hierarchical model by REML: pupils' own levels, and neighbouring sessions alike (Pustejovsky, Hedges and Shadish 2014)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import Undefined
from workbench.stats.single_case._cases import Series
from workbench.stats.single_case._moment_smd import Parts, gaps

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

_STARTS = [(phi, root) for phi in (-0.6, -0.2, 0.2, 0.6, 0.9) for root in (0.0, 0.5, 1.5, 4.0)]
_FURTHEST_PHI = 0.9999


def reml_parts(cases: Sequence[Series]) -> Parts:
    """Return the parts of the estimator by restricted maximum likelihood.

    Raises:
        Undefined: when the outcomes leave nothing over, or the search ends where neighbouring sessions are perfectly alike.
    """
    data = _Whitener(cases)
    phi, ratio = _most_likely(data)
    variance_within, difference_error_squared, difference = data.solve(phi, ratio)
    between = ratio * variance_within
    total = between + variance_within
    information = _information(cases, phi=phi, between=between, within=variance_within)
    error = difference_error_squared**0.5 / total**0.5
    return Parts(difference=difference, variance=total, scaled_error=error, df=2 * total**2 / information, phi=phi, rho=between / total)


class _Whitener:
    """The observations, ready to be set against any correlation of neighbouring sessions in one sweep."""

    def __init__(self, cases: Sequence[Series]) -> None:
        import numpy as np

        self.n = sum(len(case.times) for case in cases)
        self.starts = np.cumsum([0] + [len(case.times) for case in cases[:-1]])
        times = np.array([when for case in cases for when in case.times], dtype=float)
        self.steps = np.diff(times, prepend=0.0)
        self.first = np.zeros(self.n, dtype=bool)
        self.first[self.starts] = True
        outcomes = np.array([value for case in cases for value in case.outcomes])
        self.centre = float(outcomes.mean())
        self.scale = float(np.abs(outcomes - self.centre).max()) or 1.0
        after = np.array([late for case in cases for late in case.after], dtype=float)
        self.columns = np.column_stack([np.ones(self.n), after, (outcomes - self.centre) / self.scale])

    def cross_products(self, phi: float, ratio: float) -> tuple[Matrix, float]:
        """Return the generalised cross-products of constant, phase and outcome, and the log determinant."""
        import numpy as np

        carried = np.where(self.first, 0.0, phi ** np.where(self.first, 1.0, self.steps))
        left = 1 - carried**2
        before = np.vstack([np.zeros((1, 3)), self.columns[:-1]])
        white = (self.columns - carried[:, None] * before) / np.sqrt(left)[:, None]
        of_case = np.add.reduceat(white[:, :1] * white, self.starts, axis=0)
        grown = 1 + ratio * of_case[:, 0]
        crossed: Matrix = white.T @ white - (of_case.T * (ratio / grown)) @ of_case
        return crossed, float(np.log(left).sum() + np.log(grown).sum())

    def deviance(self, phi: float, ratio: float) -> float:
        """Return minus twice the restricted log likelihood, up to a constant, with the variance profiled out."""
        from math import inf, log

        if not -_FURTHEST_PHI < phi < _FURTHEST_PHI:
            return inf
        crossed, log_determinant = self.cross_products(phi, ratio)
        size, left = _left_over(crossed)
        if not left > 1e-24 or not size > 0:
            return -inf if size > 0 else inf
        return (self.n - 2) * log(left) + log_determinant + log(size)

    def solve(self, phi: float, ratio: float) -> tuple[float, float, float]:
        """Return the variance within pupils, the squared error of the difference, and the difference."""
        crossed, _ = self.cross_products(phi, ratio)
        size, left = _left_over(crossed)
        within = left / (self.n - 2)
        difference = float(crossed[0, 0] * crossed[1, 2] - crossed[0, 1] * crossed[0, 2]) / size
        return within * self.scale**2, within * self.scale**2 * float(crossed[0, 0]) / size, difference * self.scale


def _left_over(crossed: Matrix) -> tuple[float, float]:
    """Return the determinant of the design's cross-products and what is left of the outcomes."""
    size = float(crossed[0, 0] * crossed[1, 1] - crossed[0, 1] ** 2)
    explained = (
        crossed[1, 1] * crossed[0, 2] ** 2 - 2 * crossed[0, 1] * crossed[0, 2] * crossed[1, 2] + crossed[0, 0] * crossed[1, 2] ** 2
    ) / size
    return size, float(crossed[2, 2] - explained)


def _most_likely(data: _Whitener) -> tuple[float, float]:
    """Return the correlation of neighbours and the ratio of variances between and within pupils."""
    from math import isfinite

    from scipy.optimize import minimize

    def deviance(at: Sequence[float]) -> float:
        return data.deviance(float(at[0]), float(at[1]) ** 2)

    start = min(_STARTS, key=deviance)
    if not isfinite(deviance(start)):
        raise _nothing_left()
    options = {"xatol": 1e-9, "fatol": 1e-12, "maxiter": 4000, "maxfev": 4000}
    found = minimize(deviance, start, method="Nelder-Mead", options=options)
    phi, root = float(found.x[0]), float(found.x[1])
    if not isfinite(float(found.fun)) or abs(phi) > 0.999:
        raise _nothing_left()
    return phi, root**2


def _information(cases: Sequence[Series], *, phi: float, between: float, within: float) -> float:
    """Return the variance of the total variance, from the inverse of the expected information."""
    import numpy as np
    from scipy.linalg import block_diag

    apart = [gaps(case) for case in cases]
    correlation = block_diag(*[phi**gap for gap in apart])
    together = block_diag(*[np.ones_like(gap) for gap in apart])
    slope = block_diag(*[within * gap * phi ** np.maximum(gap - 1, 0) for gap in apart])
    inverse = np.linalg.inv(between * together + within * correlation)
    design = np.column_stack([np.ones(len(inverse)), [late for case in cases for late in case.after]])
    weighted = inverse @ design
    kept = inverse - weighted @ np.linalg.solve(design.T @ weighted, weighted.T)
    products = [kept @ each for each in (together, slope, correlation)]
    information = np.array([[float((one * other.T).sum()) / 2 for other in products] for one in products])
    solved = np.linalg.solve(information, np.array([1.0, 0.0, 1.0]))
    return float(solved[0] + solved[2])


def _nothing_left() -> Undefined:
    return Undefined(
        "The model finds no spread to set the difference against.",
        where="outcome",
        seen="outcomes that leave nothing over, or neighbouring sessions that are perfectly alike",
        allowed="outcomes that vary within pupils from session to session",
        do="Give method='moments', or compare each pupil's phases by nap.",
    )
