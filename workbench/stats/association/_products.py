"""Sums of products over every arrangement: Pearson's r, and Spearman's of ranks.

What has been dealt so far is told by how many of each value are gone, so that ties make the work less. The counts for all
sums stand side by side in one Python integer; adding a pupil is a shift and an add.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import gcd, prod

from workbench.stats.association._arrangements import (
    DRAWS,
    EXACT_CELLS,
    LISTED,
    STEP,
    Arrangements,
    dealt_out,
    fields,
    multinomial,
    tallied,
)


def sums_of_products(x: Sequence[int], y: Sequence[int], *, draws: int | None, seed: int) -> Arrangements:
    """Return the distribution of sum(x * y) over all arrangements of one column against the other."""
    if _states(x) < _states(y):
        x, y = y, x
    (x_least, x_step, x_small), (y_least, y_step, y_small) = _small(x), _small(y)
    found = _count_products(x_small, y_small) or _draw_products(x_small, y_small, draws=draws or DRAWS, seed=seed)
    fixed = x_least * sum(y) + y_least * sum(x) - len(x) * x_least * y_least
    step = x_step * y_step
    return found._replace(values=[fixed + step * value for value in found.values], seen=fixed + step * found.seen)


def _small(units: Sequence[int]) -> tuple[int, int, list[int]]:
    """Return the column as small whole numbers from 0, with what was taken off and what it was divided by."""
    least = min(units)
    step = gcd(*(unit - least for unit in units)) or 1
    return least, step, [(unit - least) // step for unit in units]


def _states(units: Sequence[int]) -> int:
    return prod(count + 1 for count in Counter(units).values())


def _count_products(x: Sequence[int], y: Sequence[int]) -> Arrangements | None:
    n, sizes = len(x), Counter(y)
    seen, far = _product(x, y), _product(sorted(x), sorted(y))
    width = multinomial(sizes.values()).bit_length() // 8 + 1
    steps = _states(y) * len(sizes)
    if far < 1 << 40 and steps * (STEP + width * (far + 1) * 8 // 30) <= EXACT_CELLS:
        packed = _deal_packed(x, sizes, 8 * width)
        return tallied(dict(enumerate(fields(packed, width, far + 1))), seen)
    return tallied(_deal_listed(x, sizes), seen) if n <= LISTED else None


def _product(x: Sequence[int], y: Sequence[int]) -> int:
    return sum(a * b for a, b in zip(x, y, strict=True))


def _deal_packed(x: Sequence[int], sizes: Counter[int], width: int) -> int:
    """Deal the values out to one pupil after another; a state is how many of each value are gone, as one number."""
    weights = list(accumulate([size + 1 for size in sizes.values()], lambda weight, more: weight * more, initial=1))
    levels = list(zip(sizes, sizes.values(), weights, strict=False))
    layer = {0: 1}
    for mark in x:
        following: dict[int, int] = {}
        for state, packed in layer.items():
            for value, size, weight in levels:
                if state // weight % (size + 1) < size:
                    following[state + weight] = following.get(state + weight, 0) + (packed << mark * value * width)
        layer = following
    return next(iter(layer.values()))


def _deal_listed(x: Sequence[int], sizes: Counter[int]) -> dict[int, int]:
    """As ``_deal_packed``, with a list of the sums that occur: for a few pupils with long decimals."""
    values, full = list(sizes), tuple(sizes.values())
    layer: dict[tuple[int, ...], dict[int, int]] = {(0,) * len(values): {0: 1}}
    for mark in x:
        following: dict[tuple[int, ...], dict[int, int]] = {}
        for gone, sums in layer.items():
            for place, value in enumerate(values):
                if gone[place] < full[place]:
                    tally = following.setdefault((*gone[:place], gone[place] + 1, *gone[place + 1 :]), {})
                    for total, count in sums.items():
                        tally[total + mark * value] = tally.get(total + mark * value, 0) + count
        layer = following
    return layer[full]


def _draw_products(x: Sequence[int], y: Sequence[int], *, draws: int, seed: int) -> Arrangements:
    seen = _product(x, y)
    tally: Counter[int] = Counter([seen])
    if len(x) * max(x) * max(y) < 1 << 62:
        import numpy as np

        marks = np.array(x, dtype=np.int64)
        for dealt in dealt_out(y, draws, seed):
            values, counts = np.unique(dealt @ marks, return_counts=True)
            tally.update(dict(zip(values.tolist(), counts.tolist(), strict=True)))
    else:
        from random import Random

        random, pack = Random(seed), list(y)
        for _ in range(draws):
            random.shuffle(pack)
            tally[_product(x, pack)] += 1
    return tallied(tally, seen, draws)
