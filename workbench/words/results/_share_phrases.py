"""Shares as people read them: in percent, never none or all of them unless it is."""

from __future__ import annotations

from workbench.words.numbers import fixed

MOST_PLACES = 3


def percent(share: float) -> str:
    """Return a share in whole percent, with more figures where it would else read as none or as all.

    >>> percent(0.644), percent(0.9991), percent(1.0), percent(0.004), percent(1e-9)
    ('64%', '99.9%', '100%', '0.4%', 'next to none')
    """
    for places in range(MOST_PLACES + 1):
        text = fixed(share * 100, places)
        if share in {0, 1} or text not in {fixed(0, places), fixed(100, places)}:
            return f"{text}%"
    return "next to none" if share < 1 / 2 else "nearly all"


def share_range(low: float | None, high: float | None) -> str:
    """Return the shares that fit, or nothing where no end was asked for.

    >>> share_range(0.388, 0.837), share_range(0.2, None), share_range(None, None)
    ('anything from 39% to 84% fits these answers', 'anything from 20% upwards fits these answers', '')
    """
    if low is not None and high is not None:
        return f"anything from {percent(low)} to {percent(high)} fits these answers"
    if low is not None:
        return f"anything from {percent(low)} upwards fits these answers"
    return "" if high is None else f"anything up to {percent(high)} fits these answers"
