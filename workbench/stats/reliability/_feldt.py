"""Feldt's interval for alpha, from the F distribution of the two mean squares behind it."""

from __future__ import annotations


def feldt_interval(alpha: float, n: int, items: int, level: float) -> tuple[float, float]:
    """Return the interval for n pupils and so many items; ``alpha`` below 1."""
    from scipy.special import fdtri

    df = n - 1, (n - 1) * (items - 1)
    far, near = float(fdtri(*df, (1 + level) / 2)), float(fdtri(*df, (1 - level) / 2))
    return 1 - (1 - alpha) * far, 1 - (1 - alpha) * near


def error_interval(squared: float, n: int, items: int, level: float) -> tuple[float, float]:
    """Return the interval of a residual variance from the chi-squared distribution with (n - 1)(items - 1) df."""
    from scipy.special import chdtri

    df = (n - 1) * (items - 1)
    return squared * df / float(chdtri(df, (1 - level) / 2)), squared * df / float(chdtri(df, (1 + level) / 2))
