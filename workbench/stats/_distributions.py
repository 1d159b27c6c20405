"""scipy's distribution functions, loaded when first needed and typed here in one place."""

from __future__ import annotations

from math import inf


def t_cdf(t: float, df: float) -> float:
    """Return P(T <= t) for Student's t."""
    from scipy.special import stdtr

    return float(stdtr(df, t))


def t_quantile(share: float, df: float) -> float:
    """Return the t below which this share of Student's distribution lies."""
    from scipy.special import stdtrit

    return float(stdtrit(df, share))


def normal_cdf(z: float) -> float:
    """Return P(Z <= z) for the standard normal."""
    from scipy.special import ndtr

    return float(ndtr(z))


def normal_quantile(share: float) -> float:
    """Return the z below which this share of the standard normal lies."""
    from scipy.special import ndtri

    return float(ndtri(share))


def chi2_above(x: float, df: float) -> float:
    """Return P(X > x) for chi-squared."""
    from scipy.special import chdtrc

    return float(chdtrc(df, x))


def chi2_quantile_above(share: float, df: float) -> float:
    """Return the x above which this share of chi-squared lies."""
    from scipy.special import chdtri

    return float(chdtri(df, share))


def chi2_quantile(share: float, df: float) -> float:
    """Return the x below which this share of chi-squared lies, to full precision however small the share."""
    from scipy.special import gammaincinv

    return 2 * float(gammaincinv(df / 2, share))


def f_above(x: float, df1: float, df2: float) -> float:
    """Return P(X > x) for Fisher's F."""
    from scipy.special import fdtrc

    return float(fdtrc(df1, df2, x))


def f_quantile(share: float, df_top: float, df_bottom: float) -> float:
    """Return the F below which this share of its distribution lies, inf beyond all floats; the degrees need not be whole."""
    from scipy.special import betainccinv, betaincinv

    # Near 1 the beta quantile has lost its digits, so the two tails are each taken from their own side.
    at, rest = float(betaincinv(df_top / 2, df_bottom / 2, share)), float(betainccinv(df_bottom / 2, df_top / 2, share))
    return df_bottom * at / (df_top * rest) if df_top * rest > 0 else inf
