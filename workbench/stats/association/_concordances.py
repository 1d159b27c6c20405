"""Pairs of pupils in the same order less pairs in the opposite order, over every arrangement: Kendall's tau."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import comb
from typing import Any

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

MANY = 200
"""From so many pupils on numpy counts the pairs faster."""
UNTIED_CELLS = 2_500_000
FEWER_DRAWS = 1_999
SLOW_CELLS = 300_000_000


def concordances(x: Sequence[int], y: Sequence[int], *, draws: int | None, seed: int) -> Arrangements:
    """Return the distribution of Kendall's S over all arrangements of one column against the other."""
    seen = kendall_s(x, y) if len(x) < MANY else _kendall_s_of_many(x, y)
    x_sizes, y_sizes = _sizes(x), _sizes(y)
    if max(x_sizes) == 1 or max(y_sizes) == 1:
        sizes = y_sizes if max(x_sizes) == 1 else x_sizes
        pairs = _pairs_apart(sizes)
        if len(x) * pairs <= UNTIED_CELLS:
            counts = _inversions(sizes, pairs)
            return tallied({pairs - 2 * against: count for against, count in enumerate(counts)}, seen)
    else:
        cost, groups, sizes = min((_cost(groups, sizes), groups, sizes) for groups, sizes in ((x_sizes, y_sizes), (y_sizes, x_sizes)))
        if cost <= EXACT_CELLS or len(x) <= LISTED:
            return tallied(_deal_groups(groups, sizes), seen)
    return _draw_concordances(_codes(x), _codes(y), seen, draws=draws, seed=seed)


def kendall_s(x: Sequence[int], y: Sequence[int]) -> int:
    """Return how many more pairs of pupils stand in the same order in both columns than in the opposite one."""
    points = list(zip(x, y, strict=True))
    return sum(((a > c) - (a < c)) * ((b > d) - (b < d)) for place, (a, b) in enumerate(points) for c, d in points[:place])


def _kendall_s_of_many(x: Sequence[int], y: Sequence[int]) -> int:
    import numpy as np

    return int(_from_orders(np.array(_codes(x)), np.array([_codes(y)]))[0])


def _sizes(units: Sequence[int]) -> list[int]:
    counted = Counter(units)
    return [counted[value] for value in sorted(counted)]


def _codes(units: Sequence[int]) -> list[int]:
    places = {value: place for place, value in enumerate(sorted(set(units)))}
    return [places[unit] for unit in units]


def pairs_apart(values: Sequence[Any]) -> int:
    """Return how many pairs of these are not equal."""
    return _pairs_apart(list(Counter(values).values()))


def _pairs_apart(sizes: Sequence[int]) -> int:
    return (sum(sizes) ** 2 - sum(size * size for size in sizes)) // 2


def _inversions(sizes: Sequence[int], pairs: int) -> list[int]:
    """Return how many arrangements of tied values have 0, 1, 2, ... pairs out of order (the q-multinomial)."""
    counts = [1] + [0] * pairs
    so_far = 0
    for size in sizes:
        for place in range(1, size + 1):
            so_far += 1
            for index in range(pairs, so_far - 1, -1):
                counts[index] -= counts[index - so_far]
            for index in range(place, pairs + 1):
                counts[index] += counts[index - place]
    return counts


def _cost(groups: Sequence[int], sizes: Sequence[int]) -> int:
    """Return about how many cells ``_deal_groups`` touches."""
    layers = [1]
    for size in sizes:
        layers = [sum(layers[max(0, total - size) : total + 1]) for total in range(len(layers) + size)]
    used = steps = 0
    for group in groups:
        choices = 1 + min(group, max(sizes)) / 2
        steps += int(len(sizes) * sum(layers[used : used + group + 1]) * choices)
        used += group
    return steps * (2 * STEP + 2 * _pairs_apart(groups) * (multinomial(sizes).bit_length() + 8) // 30)


def _deal_groups(groups: Sequence[int], sizes: Sequence[int]) -> dict[int, int]:
    """Deal the values out to one group of tied pupils after another, value by value from the lowest.

    Each pupil who gets a value adds the pupils dealt before with lower values and takes off those with higher ones; the
    number dealt before is added as well, so that no sum is below 0, and taken off in the end.
    """
    width = multinomial(sizes).bit_length() // 8 + 1
    layer = {(0,) * len(sizes): 1}
    used = offset = 0
    for group in groups:
        for place, size in enumerate(sizes):
            last = place == len(sizes) - 1
            following: dict[tuple[int, ...], int] = {}
            for gone, packed in layer.items():
                left = group + used - sum(gone)
                lower, higher = sum(gone[:place]) - (group - left), sum(gone[place + 1 :])
                for take in range(left if last else 0, min(left, size - gone[place]) + 1):
                    state = (*gone[:place], gone[place] + take, *gone[place + 1 :])
                    shift = take * (lower - higher + used) * 8 * width
                    following[state] = following.get(state, 0) + (comb(left, take) * packed << shift)
            layer = following
        offset += group * used
        used += group
    counts = fields(layer[tuple(sizes)], width, 2 * offset + 1)
    return {total - offset: count for total, count in enumerate(counts)}


def _draw_concordances(x: Sequence[int], y: Sequence[int], seen: int, *, draws: int | None, seed: int) -> Arrangements:
    import numpy as np

    boxes, pairs = (max(x) + 1) * (max(y) + 1), len(x) * (len(x) - 1) // 2
    cells = min(boxes, pairs)
    if draws is None:
        draws = DRAWS if DRAWS * cells <= SLOW_CELLS else FEWER_DRAWS
    of_each = _from_boxes if boxes <= pairs else _from_orders
    tally: Counter[int] = Counter([seen])
    for dealt in dealt_out(y, draws, seed, boxes if boxes <= pairs else 0):
        values, counts = np.unique(of_each(np.array(x), dealt), return_counts=True)
        tally.update(dict(zip(values.tolist(), counts.tolist(), strict=True)))
    return tallied(tally, seen, draws)


def _from_boxes(x: Any, dealt: Any) -> Any:
    """Return S of each row from its table of counts: those above on both sides, less those above on one and below on the other."""
    import numpy as np

    rows, wide, tall = len(dealt), int(x.max()) + 1, int(dealt.max()) + 1
    places = (np.arange(rows)[:, None] * wide + x) * tall + dealt
    table = np.bincount(places.ravel(), minlength=rows * wide * tall).reshape(rows, wide, tall)
    later = table[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:]  # in each value of y, how many have a higher x
    up_to = later.cumsum(axis=2)
    higher = up_to[:, :, -1:] - up_to
    lower = up_to - later
    return (table[:, :-1] * (higher - lower)).sum(axis=(1, 2))


def _from_orders(x: Any, dealt: Any) -> Any:
    """Return S of each row: the pairs apart in y, less twice those that stand in opposite order.

    Twice: once with pupils level in x put in y's order and once against it, so that such a pair counts 1 - 1 = 0.
    """
    import numpy as np

    order = np.argsort(x, kind="stable")
    levels, y = x[order].astype(np.int64), dealt[:, order]
    wide = int(y.max()) + 1
    if int(levels[-1]) + 1 == len(x):  # no two pupils are level in x
        against = 2 * _out_of_order(y)
    else:
        rising = np.sort(levels * wide + y, axis=1) - levels * wide
        falling = wide - 1 - (np.sort(levels * wide + (wide - 1 - y), axis=1) - levels * wide)
        against = _out_of_order(rising) + _out_of_order(falling)
    return pairs_apart(y[0].tolist()) - against


def _out_of_order(rows: Any) -> Any:
    """Return how many pairs of each row have the higher value first; every row holds the same values.

    Digit by binary digit, from the highest: with the higher digits sorted, the groups that share them stand at the same
    places in every row, and a pair is out of order here when a 1 comes before a 0 of its group.
    """
    import numpy as np

    rows = rows.astype(np.uint16 if rows.max() < 65_536 else np.int64)
    values, found = np.sort(rows[0]), np.zeros(len(rows), dtype=np.int64)
    for digit in reversed(range(int(values[-1]).bit_length())):
        ones = rows >> digit & 1
        groups = values >> digit + 1
        before_group = np.concatenate([[0], np.cumsum(values >> digit & 1, dtype=np.int64)])[np.searchsorted(groups, groups)]
        found += ((np.cumsum(ones, axis=1, dtype=np.int64) - before_group) * (1 - ones.astype(np.int64))).sum(axis=1)
        rows = np.take_along_axis(rows, np.argsort(rows >> digit, axis=1, kind="stable"), axis=1)
    return found
