"""The moment estimator for multiple baselines across pupils (Hedges, Pustejovsky and Shadish 2013)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.errors import NotEnoughData, Undefined
from workbench.stats.single_case._cases import Series

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What both estimators give: a difference, a spread, how the spread splits, and how well each is known.

    Attributes:
        difference: Average of after minus before.
        variance: The total variance that the difference is set against.
        scaled_error: The difference's standard error over the root of ``variance``.
        df: Degrees of freedom of ``variance``.
        phi, rho: Correlation of neighbouring sessions, and share of the variance that lies between pupils.
    """

    difference: float
    variance: float
    scaled_error: float
    df: float
    phi: float
    rho: float


def moment_parts(cases: Sequence[Series]) -> Parts:
    """Return the parts of the moment estimator.

    Raises:
        NotEnoughData: when no two pupils share a session and phase, or no phase has two observations.
        Undefined: when the outcomes do not vary, or neighbouring sessions come out perfectly correlated.
    """
    import numpy as np

    m, g = len(cases), sum(len(case.times) for case in cases)
    same_time = _projection([(when, late) for case in cases for when, late in zip(case.times, case.after, strict=True)])
    cells = len({(when, late) for case in cases for when, late in zip(case.times, case.after, strict=True)})
    if g == cells or g <= 2 * m:
        raise _too_sparse(g - cells)
    left = np.eye(g) - same_time
    outcomes = np.array([value for case in cases for value in case.outcomes])
    centred = outcomes - outcomes.mean()
    variance = float(centred @ left @ centred) / (g - cells)
    phi, within = _within_variance(cases)
    if abs(phi) >= 1 or not variance > 1e-20 * float(centred @ centred) or within is None:
        raise _no_spread(phi)
    rho = max(0.0, 1 - within / variance)
    blocks = [rho + (1 - rho) * near for near in neighbours(cases, phi)]
    spread = _blocks_to_matrix(blocks)
    spread_left = left @ spread
    df = (g - cells) ** 2 / float((spread_left * spread_left.T).sum())
    error = sum(float(weights @ block @ weights) for weights, block in zip(_contrasts(cases), blocks, strict=True)) ** 0.5 / m
    difference = sum(case.difference() for case in cases) / m
    return Parts(difference=difference, variance=variance, scaled_error=error, df=df, phi=phi, rho=rho)


def neighbours(cases: Sequence[Series], phi: float) -> list[Matrix]:
    """Return each pupil's matrix of phi to the power of the sessions between two observations."""
    return [phi ** gaps(case) for case in cases]


def gaps(case: Series) -> Matrix:
    """Return how many sessions lie between each two observations."""
    import numpy as np

    times = np.array(case.times, dtype=float)
    away: Matrix = np.abs(times[:, None] - times[None, :])
    return away


def _within_variance(cases: Sequence[Series]) -> tuple[float, float | None]:
    """Return the correlation of neighbouring sessions and the variance within pupils, each corrected for its known bias."""
    import numpy as np

    g = sum(len(case.times) for case in cases)
    square = lagged = 0.0
    corrections = 0.0
    for case in cases:
        after = np.array(case.after)
        residual = np.array(case.outcomes)
        for phase in (0, 1):
            residual[after == phase] -= residual[after == phase].mean()
            corrections += 1 - 1 / int((after == phase).sum())
        square += float(residual @ residual)
        lagged += float(residual[:-1] @ residual[1:])
    if square == 0:
        return 1.0, None
    phi = lagged / square + corrections / (g - 2 * len(cases))
    if abs(phi) >= 1:
        return phi, None
    lost = 0.0
    for case, near in zip(cases, neighbours(cases, phi), strict=True):
        for phase in (0, 1):
            chosen = np.array(case.after) == phase
            lost += float(near[np.ix_(chosen, chosen)].mean()) * int(chosen.sum())
    return phi, square / (g - lost)


def _contrasts(cases: Sequence[Series]) -> list[Matrix]:
    """Return, for each pupil, the weights that make mean after minus mean before."""
    import numpy as np

    found = []
    for case in cases:
        after = np.array(case.after, dtype=float)
        found.append(after / after.sum() - (1 - after) / (1 - after).sum())
    return found


def _projection(cells: Sequence[tuple[int, int]]) -> Matrix:
    """Return the matrix that puts the mean of its cell in place of each observation."""
    import numpy as np

    numbered = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    which = np.array([numbered[cell] for cell in cells])
    same = (which[:, None] == which[None, :]).astype(float)
    shared: Matrix = same / same.sum(axis=1, keepdims=True)
    return shared


def _blocks_to_matrix(blocks: Sequence[Matrix]) -> Matrix:
    import numpy as np

    g = sum(len(block) for block in blocks)
    whole = np.zeros((g, g))
    at = 0
    for block in blocks:
        whole[at : at + len(block), at : at + len(block)] = block
        at += len(block)
    return whole


def _too_sparse(df: int) -> NotEnoughData:
    return NotEnoughData(
        "The spread between pupils cannot be seen: too few of them were measured in the same session and phase.",
        where="time",
        seen=f"{df} observations beyond the first of each session and phase",
        allowed="sessions in which two or more pupils were in the same phase, and phases of two or more observations",
        do="Number the sessions so that the same week has the same number, or compare each pupil's phases by nap.",
    )


def _no_spread(phi: float) -> Undefined:
    return Undefined(
        "A difference in units of spread is undefined here: the outcomes do not vary enough to see a spread.",
        where="outcome",
        seen=f"correlation of neighbouring sessions {phi:.3g}",
        allowed="outcomes that vary within and between pupils, with neighbouring sessions correlated below 1",
        do="Compare each pupil's phases by nap, or give the means.",
    )
