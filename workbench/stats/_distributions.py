"""scipy's distribution functions, loaded when first needed and typed here in one place."""

from __future__ import annotations


def t_cdf(t: float, df: float) -> float:
    """Return P(T <= t) for Student's t."""
    from scipy.special import stdtr

    return float(stdtr(df, t))


def t_quantile(share: float, df: float) -> float:
    """Return the t below which this share of Student's distribution lies."""
    from scipy.special import stdtrit

    return float(stdtrit(df, share))
