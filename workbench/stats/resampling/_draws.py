"""Resamples drawn by chance, all at once, for what has no exact distribution; and the values without one pupil each."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from math import isfinite
from typing import TYPE_CHECKING, Any

from workbench.errors import BadInput, Undefined
from workbench.stats import _moments as moments
from workbench.stats._columns import show
from workbench.stats.resampling._sample import PAIRED, Sample, Statistic

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

CELLS = 60_000
"""How many marks are held at once: half a megabyte, which stays near the processor and halves the time."""
TRIMMED = 5
"""A trimmed mean leaves out one pupil in so many at each end."""


def estimate(sample: Sample, statistic: Statistic) -> float:
    """Return the statistic of the data as they are, exactly where it has a name.

    Raises:
        Undefined: when these data give it no value.
    """
    units, scale = sample.units, sample.scale
    if statistic.own is not None:
        return _own_estimate(sample, statistic)
    first = sample.changes if statistic.name.endswith("change") else units[0]
    if statistic.name in {"mean", "mean_change"}:
        return moments.mean(first, scale)
    if statistic.name in {"median", "median_change"}:
        return moments.median(first, scale)
    if statistic.name == "sd":
        return moments.sd(first, scale)
    if statistic.name == "trimmed_mean":
        cut = len(first) // TRIMMED
        return moments.mean(sorted(first)[cut : len(first) - cut], scale)
    if statistic.name == "correlation":
        return _correlation(sample)
    n_x, n_y = map(len, units)
    if statistic.name == "mean_difference":
        return (n_y * sum(units[0]) - n_x * sum(units[1])) / (n_x * n_y * scale)
    return (twice_median(units[0]) - twice_median(units[1])) / (2 * scale)


def twice_median(units: Any) -> int:
    """Return the two middle values together."""
    ordered = sorted(units)
    return int(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2])


def matrices(sample: Sample) -> list[Matrix]:
    """Return the columns as floats in an order of their own, so that the pupils' order does not matter."""
    import numpy as np

    if sample.design == PAIRED:
        rows = sorted(zip(*sample.columns, strict=True))
        return [np.array(column, dtype=float) for column in zip(*rows, strict=True)]
    return [np.array(sorted(column), dtype=float) for column in sample.columns]


def drawn(sample: Sample, function: Callable[..., Matrix], *, draws: int, seed: int) -> Iterator[Matrix]:
    """Draw resamples and yield what ``function`` makes of them, a block at a time.

    Args:
        sample: Pairs are drawn whole; two groups each by itself.
        function: From one matrix for each column, a resample in each row, to a value for each row.
        draws: How many resamples.
        seed: Where chance starts.
    """
    import numpy as np

    columns, chance = matrices(sample), np.random.default_rng(seed)
    block = max(1, CELLS // sample.n)
    for start in range(0, draws, block):
        count = min(block, draws - start)
        if sample.design == PAIRED:
            places = chance.integers(0, columns[0].size, (count, columns[0].size))
            yield function(*(column[places] for column in columns))
        else:
            yield function(*(column[chance.integers(0, column.size, (count, column.size))] for column in columns))


def left_out_once(sample: Sample, function: Callable[..., Matrix]) -> list[Matrix]:
    """Return, for each column drawn by itself, the statistic without each of its pupils in turn."""
    import numpy as np

    columns = matrices(sample)
    turns = [range(len(columns))] if sample.design == PAIRED else [[place] for place in range(len(columns))]
    found = []
    for turn in turns:
        n = columns[turn[0]].size
        values = []
        for start in range(0, n, max(1, CELLS // (n * len(columns)))):
            rows = np.arange(start, min(n, start + max(1, CELLS // (n * len(columns)))))
            others = np.arange(n - 1)[None, :] + (np.arange(n - 1)[None, :] >= rows[:, None])
            values.append(
                function(*(column[others] if place in turn else np.tile(column, (rows.size, 1)) for place, column in enumerate(columns)))
            )
        found.append(np.concatenate(values))
    return found


def by_rows(statistic: Statistic) -> Callable[..., Matrix]:
    """Return the statistic as a function of matrices, one value for each row; no value is NaN."""
    own = statistic.own
    if own is None:
        return _NAMED[statistic.name]
    at_once = _takes_axis(own)

    def values(*rows: Matrix) -> Matrix:
        import numpy as np

        if at_once:
            with np.errstate(all="ignore"):
                answer = _asked(own, *rows, axis=-1)
            if np.shape(answer) == rows[0].shape[:1]:
                return np.asarray(answer, dtype=float)
        return np.array([_as_number(_asked(own, *resample)) for resample in zip(*rows, strict=True)])

    return values


def _takes_axis(own: Callable[..., Any]) -> bool:
    try:
        return "axis" in inspect.signature(own).parameters
    except (TypeError, ValueError):  # some built-in functions do not tell
        return False


def _asked(own: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return own(*arguments, **options)
    except Exception as error:
        raise BadInput(
            "Your function stopped before it gave a number.",
            where="statistic",
            seen=f"{type(error).__name__}: {error}",
            allowed="a function of one array (two for two columns) that returns one number",
            do="Try the function on the data by itself first.",
        ) from error


def _as_number(answer: Any) -> float:
    try:
        return float(answer)
    except (TypeError, ValueError, OverflowError):
        raise BadInput(
            "Your function gave something that is not one number.",
            where="statistic",
            seen=show(answer),
            allowed="a function that returns one number",
            do="Try the function on the data by itself first.",
        ) from None


def _own_estimate(sample: Sample, statistic: Statistic) -> float:
    assert statistic.own is not None
    value = _as_number(_asked(statistic.own, *matrices(sample)))
    if isfinite(value):
        return value
    raise Undefined(
        "Your function gives these data no value.",
        where="statistic",
        seen=str(value),
        allowed="a finite number",
        do="Choose another statistic for these data.",
    )


def _correlation(sample: Sample) -> float:
    r = moments.correlation(*sample.units)
    if r is not None:
        return r
    raise Undefined(
        "A correlation is undefined when one column does not vary.",
        where="data",
        seen=f"{sample.n} equal values in one column",
        allowed="two columns with at least two different values each",
        do="Look at the other column by itself.",
    )


def _mean(rows: Matrix) -> Matrix:
    import numpy as np

    return np.asarray(rows.mean(axis=-1))


def _median(rows: Matrix) -> Matrix:
    import numpy as np

    return np.asarray(np.median(rows, axis=-1))


def _sd(rows: Matrix) -> Matrix:
    import numpy as np

    apart = rows - rows.mean(axis=-1, keepdims=True)
    if rows.shape[-1] < 2:
        return np.full(rows.shape[0], np.nan)
    return np.asarray(np.sqrt(np.einsum("ij,ij->i", apart, apart) / (rows.shape[-1] - 1)))


def _trimmed(rows: Matrix) -> Matrix:
    import numpy as np

    n = rows.shape[-1]
    return _mean(np.sort(rows, axis=-1)[:, n // TRIMMED : n - n // TRIMMED])


def _r(x: Matrix, y: Matrix) -> Matrix:
    import numpy as np

    a, b = x - x.mean(axis=-1, keepdims=True), y - y.mean(axis=-1, keepdims=True)
    still = (np.ptp(x, axis=-1) == 0) | (np.ptp(y, axis=-1) == 0)
    size = np.sqrt(np.einsum("ij,ij->i", a, a)) * np.sqrt(np.einsum("ij,ij->i", b, b))
    return np.where(still, np.nan, np.clip(np.einsum("ij,ij->i", a, b) / np.where(still, 1.0, size), -1.0, 1.0))


_NAMED: dict[str, Callable[..., Any]] = {
    "mean": _mean,
    "median": _median,
    "sd": _sd,
    "trimmed_mean": _trimmed,
    "mean_change": lambda before, after: _mean(after - before),
    "median_change": lambda before, after: _median(after - before),
    "correlation": _r,
    "mean_difference": lambda x, y: _mean(x) - _mean(y),
    "median_difference": lambda x, y: _median(x) - _median(y),
}


def with_error(name: str) -> Callable[..., Matrix]:
    """Return a function of matrices that gives each row's mean (change, difference) and its standard error."""
    import numpy as np

    def of_mean(rows: Matrix) -> Matrix:
        error = np.where(np.ptp(rows, axis=-1) == 0, 0.0, _sd(rows)) / np.sqrt(rows.shape[-1])
        return np.stack([_mean(rows), error], axis=-1)

    def of_difference(x: Matrix, y: Matrix) -> Matrix:
        one, other = of_mean(x), of_mean(y)
        return np.stack([one[:, 0] - other[:, 0], np.hypot(one[:, 1], other[:, 1])], axis=-1)

    if name == "mean_difference":
        return of_difference
    return of_mean if name == "mean" else lambda before, after: of_mean(after - before)
