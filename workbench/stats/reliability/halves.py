"""Would one half of the test put the pupils in the same order as the other?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import atanh, comb, sqrt, tanh
from typing import Any

from workbench.stats._chance import read_chance
from workbench.stats._columns import read_level
from workbench.stats._tables import Rows
from workbench.stats.reliability import _answers as answering
from workbench.stats.reliability._answers import Answers, Spread
from workbench.stats.result import Result

EXACT_SPLITS = 100_000
"""Splits into equal halves up to which every one is tried: 20 items; above it they are drawn."""
DRAWS = 20_000
SEED = 1910
TOO_FEW = "it takes four pupils or more"
ON_A_LINE = "the two halves' marks lie on one line"
STILL = "all pupils have the same mark on one half"
MIRRORED = "the two halves' marks are mirror images, and stepping up from there has no end"


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitHalf(Result):
    """An estimate: the odd items against the even, stepped up to the whole test.

    Attributes:
        estimate: Spearman and Brown's 2r / (1 + r); ``None`` where ``undefined`` says why.
        low, high: The ends of Fisher's interval for r, stepped up in the same way.
        r: The correlation of the odd half with the even.
        guttman: Guttman's lambda4 of that split, which takes the halves' spreads as they are.
        splits: How many ways there are to part the items into equal halves; 0 for an odd number of items.
        highest, mean, lowest: Lambda4 over these splits; the mean is alpha. ``None`` where there are none.
        exact: Whether every split was tried; else ``draws`` were, from ``seed``, and the highest and
            lowest are of those (the mean is always of all).
    """

    made_by = "split_half(items, reversed_items={reversed_items}, level={level})"

    estimate: float | None
    low: float | None
    high: float | None
    level: float
    dropped: int
    items: int
    r: float | None
    guttman: float
    splits: int
    highest: float | None
    mean: float | None
    lowest: float | None
    reversed_items: tuple[int, ...]
    exact: bool
    draws: int | None
    seed: int | None
    undefined: str | None


def split_half(items: Rows, *, reversed_items: Iterable[Any] = (), level: float = 0.95, draws: int = DRAWS, seed: int = SEED) -> SplitHalf:
    """Return how far two halves of a test agree, odd against even, and over all ways to halve it.

    One split is one choice among many: the spread from the lowest to the highest shows how much it
    matters. The highest of them all flatters a short test.

    Args:
        items: One list for each pupil, one value for each item; a pupil with a gap is left out whole.
        reversed_items: Numbers of items that are worded the other way round, from 1; they are turned.
        level: Between 0 and 1.
        draws: How many splits to draw when they are too many to try.
        seed: Where those draws start.

    Raises:
        BadInput: for a table that is not one, or an item number that is not there.
        NotEnoughData: with fewer than two pupils or two items.
        Undefined: when all totals are alike.

    Reference:
        [1] Spearman (1910). Br. J. Psychol. 3, 271-295. [2] Brown (1910). Br. J. Psychol. 3, 296-322.
        [3] Guttman (1945). Psychometrika 10, 255-282.

    Example:
        >>> from workbench.words.say import say
        >>> result = split_half([[1, 1, 1, 0], [1, 0, 1, 1], [0, 0, 1, 0], [0, 0, 0, 0], [1, 1, 1, 1], [1, 1, 0, 0]])
        >>> round(result.estimate, 4), result.splits
        (0.8632, 3)
        >>> say(result, form="short").split(";")[0]
        'The odd and the even questions hang together with 0.86 for 6 pupils'
    """
    share = read_level(level)
    read_chance(draws, seed, most=1_000_000)
    answers = answering.read_answers(items, reversed_items=reversed_items)
    table = answering.spread(answers)
    answering.needs_variation(table.total, answers.n)
    return _result(answers, table, share, draws, seed)


def _result(answers: Answers, table: Spread, share: float, draws: int, seed: int) -> SplitHalf:
    k, total = table.items, table.total
    odd, even = _block(table, 0, 0), _block(table, 1, 1)
    both = _block(table, 0, 1)
    r = answering.correlation(both, odd, even)
    estimate, low, high, undefined = _stepped_up(r, answers.n, share)
    splits = comb(k, k // 2) // 2 if k % 2 == 0 else 0
    exact = splits <= EXACT_SPLITS
    lowest, highest = (None, None) if not splits else _extremes(table, None if exact else (draws, seed))
    return SplitHalf(
        n=answers.n,
        missing=answers.missing,
        dropped=answers.dropped,
        method="split-half reliability, odd against even items, Spearman-Brown; Fisher's interval stepped up"
        + ("" if exact else f"; extremes over {draws:,} splits drawn from seed {seed}"),
        reference="Spearman (1910), Br. J. Psychol. 3, 271-295; Brown (1910), 296-322; Guttman (1945), Psychometrika 10, 255-282",
        estimate=estimate,
        low=low,
        high=high,
        level=share,
        items=k,
        r=r,
        guttman=float(Fraction(4 * both, total)),
        splits=splits,
        highest=highest,
        mean=answering.alpha_of(table) if splits else None,
        lowest=lowest,
        reversed_items=answers.reversed_items,
        exact=exact,
        draws=None if exact else draws,
        seed=None if exact else seed,
        undefined=undefined,
    )


def _block(table: Spread, start: int, other: int) -> int:
    """Return the covariance of every second item from ``start`` with every second from ``other``."""
    return sum(sum(row[other::2]) for row in table.table[start::2])


def _stepped_up(r: float | None, n: int, share: float) -> tuple[float | None, float | None, float | None, str | None]:
    if r is None:
        return None, None, None, STILL
    if r <= -1:
        return None, None, None, MIRRORED
    estimate = 2 * r / (1 + r)
    if r >= 1 or n < 4:
        return estimate, None, None, ON_A_LINE if r >= 1 else TOO_FEW
    from statistics import NormalDist

    reach = NormalDist().inv_cdf((1 + share) / 2) / sqrt(n - 3)
    low, high = tanh(atanh(r) - reach), tanh(atanh(r) + reach)
    if low <= -1:
        return estimate, None, None, MIRRORED
    return estimate, 2 * low / (1 + low), 2 * high / (1 + high), None


def _extremes(table: Spread, drawn: tuple[int, int] | None) -> tuple[float, float]:
    """Return the lowest and highest lambda4, 1 - var(one half less the other) / var(total), over equal halves."""
    import numpy as np

    k, biggest = table.items, max(map(max, table.table))
    small = biggest < 2**40
    spreads = np.array([[each if small else each / biggest for each in row] for row in table.table], dtype=float)
    signs = _all_halves(k) if drawn is None else _some_halves(k, *drawn)
    apart = np.einsum("si,ij,sj->s", signs, spreads, signs, optimize=True)
    total = table.total if small else table.total / biggest
    return float(1 - apart.max() / total), float(1 - apart.min() / total)


def _all_halves(k: int) -> Any:
    from itertools import combinations

    import numpy as np

    chosen = np.array(list(combinations(range(1, k), k // 2 - 1)), dtype=int).reshape(comb(k - 1, k // 2 - 1), k // 2 - 1)
    signs = np.full((len(chosen), k), -1.0)
    signs[:, 0] = 1.0  # the first item's half stands for both ways to name the halves
    np.put_along_axis(signs, chosen, 1.0, axis=1)
    return signs


def _some_halves(k: int, draws: int, seed: int) -> Any:
    import numpy as np

    half = np.repeat([1.0, -1.0], k // 2)
    return np.random.default_rng(seed).permuted(np.tile(half, (draws, 1)), axis=1)
