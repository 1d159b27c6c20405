"""The resampling distribution itself, without drawing: what infinitely many resamples would give.

The sum of n values drawn from n pupils has the n-th power of one polynomial as its distribution; the
median's follows from binomial probabilities; a difference of two groups sums one over the other.
Everything is on a grid of whole numbers, so that a tie is a tie.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations_with_replacement
from math import factorial, gcd, lgamma, prod, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

TIE = 1e-12
"""Two probabilities closer than this are the same: less than rounding can tell apart, and less than one resample of ten."""
GRID = 1 << 21
"""Grid points up to which a sum's distribution is worked out: about a tenth of a second's work."""
DIRECT = 4096
LISTED = 8
"""With so few pupils every resample is listed instead, however long the decimals."""
PAIRS = 1500
"""Different marks up to which the two middle ones of an even number are worked out together."""
FAR = 1 << 62


class Part(NamedTuple):
    """A distribution over ``low + offsets``, in rising order."""

    low: int
    offsets: np.ndarray[Any, Any]
    shares: np.ndarray[Any, Any]


class Distribution(NamedTuple):
    """A distribution over whole numbers from ``low`` to ``high``, each standing for itself over ``denominator``.

    ``up_to(t)`` is the share of resamples that give t or less; ``sd`` that of the statistic, in its own unit.
    """

    low: int
    high: int
    denominator: int
    up_to: Callable[[int], float]
    sd: float

    def lowest_reaching(self, share: float) -> int:
        """Return the least value with at least this share of resamples up to it."""
        return self.low + bisect_left(range(self.high - self.low), share - TIE, key=lambda step: self.up_to(self.low + step))

    def highest_leaving(self, share: float) -> int:
        """Return the greatest value with at least this share of resamples from it upwards."""
        return self.high - bisect_left(range(self.high - self.low), share - TIE, key=lambda step: 1 - self.up_to(self.high - step - 1))

    def below_and_at(self, value: int) -> tuple[float, float]:
        """Return the shares of resamples below a value and at it."""
        below = self.up_to(value - 1)
        return below, self.up_to(value) - below


def of_one(part: Part, denominator: int) -> Distribution:
    """Return the distribution of one group's statistic."""
    import numpy as np

    so_far = np.concatenate([[0.0], np.cumsum(part.shares)])
    so_far[-1] = 1.0
    offsets, shares = part.offsets.tolist(), so_far.tolist()  # Python's own lists are searched three times as fast

    def up_to(value: int) -> float:
        return float(shares[bisect_right(offsets, value - part.low)])

    return Distribution(part.low, part.low + int(part.offsets[-1]), denominator, up_to, _sd(part) / denominator)


def of_difference(first: Part, second: Part, factors: tuple[int, int], denominator: int) -> Distribution | None:
    """Return the distribution of ``factors[0] * first - factors[1] * second``; ``None`` beyond what 64 bits hold."""
    import numpy as np

    a, b = factors
    if a * int(first.offsets[-1]) + b * int(second.offsets[-1]) >= FAR:
        return None
    origin = a * first.low - b * second.low
    scaled = a * first.offsets
    at_least = np.concatenate([np.cumsum(second.shares[::-1])[::-1], [0.0]])
    at_least[0] = 1.0

    def up_to(value: int) -> float:
        least = -((value - origin - scaled) // b)
        return min(1.0, float(first.shares @ at_least[np.searchsorted(second.offsets, least)]))

    low, high = origin - b * int(second.offsets[-1]), origin + int(scaled[-1])
    return Distribution(low, high, denominator, up_to, sqrt((a * _sd(first)) ** 2 + (b * _sd(second)) ** 2) / denominator)


def sums(units: Sequence[int]) -> Part | None:
    """Return the distribution of the sum of n draws from these n values; ``None`` beyond the budget."""
    import numpy as np

    n, low = len(units), min(units)
    step = gcd(*(unit - low for unit in units)) or 1
    places = [(unit - low) // step for unit in units]
    length = n * max(places) + 1
    if length > GRID or step * length >= FAR:
        return _listed(units) if n <= LISTED else None
    one = np.bincount(np.array(places)) / n
    if length <= DIRECT:
        shares = _powered(one, n)
    else:
        size = 1 << (length - 1).bit_length()
        shares = np.maximum(np.fft.irfft(np.fft.rfft(one, size) ** n, size)[:length], 0.0)
    return Part(n * low, np.arange(length) * step, shares)


def _powered(one: np.ndarray[Any, Any], n: int) -> np.ndarray[Any, Any]:
    """Return the n-th power of a polynomial by squaring: every term is positive, so nothing cancels."""
    import numpy as np

    power = one
    for bit in bin(n)[3:]:
        power = np.convolve(power, power)
        if bit == "1":
            power = np.convolve(power, one)
    return power


def _listed(units: Sequence[int]) -> Part | None:
    """Return the same by listing every different resample with the number of its orders."""
    import numpy as np

    n, counts, ways = len(units), Counter[int](), factorial(len(units))
    for resample in combinations_with_replacement(range(n), n):
        orders = ways // prod(map(factorial, Counter(resample).values()))
        counts[sum(units[place] for place in resample)] += orders
    values = sorted(counts)
    if values[-1] - values[0] >= FAR:
        return None
    return Part(values[0], np.array([value - values[0] for value in values]), np.array([counts[value] / n**n for value in values]))


def medians(units: Sequence[int]) -> Part | None:
    """Return the distribution of twice the median of n draws from these n values."""
    import numpy as np
    from scipy.special import betainc

    n, half = len(units), len(units) // 2
    values = sorted(set(units))
    low = values[0]
    if 2 * (values[-1] - low) >= FAR:
        return None
    offsets = np.array([value - low for value in values])
    reach = np.cumsum([count for _, count in sorted(Counter(units).items())]) / n  # share of pupils up to each value
    if n % 2:
        return Part(2 * low, 2 * offsets, np.diff(betainc(half + 1, half + 1, reach), prepend=0.0))
    if len(values) > PAIRS:
        return None
    lower_middle = np.diff(betainc(half, half + 1, reach), prepend=0.0)
    both = _two_middles(n, np.concatenate([[0.0], reach]))
    places = np.add.outer(offsets, offsets)[np.triu_indices(len(values), 1)]
    apart = both[np.triu_indices(len(values), 1)]
    alike = np.maximum(lower_middle - both.sum(axis=1), 0.0)
    support, inverse = np.unique(np.concatenate([places, 2 * offsets]), return_inverse=True)
    return Part(2 * low, support, np.bincount(inverse, weights=np.concatenate([apart, alike])))


def _two_middles(n: int, reach: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return P(lower middle = value i, upper middle = value j) for i < j, and 0 elsewhere.

    Exactly half of the draws are then up to value i and the other half from value j upwards; each
    product below is itself a probability, so that logarithms keep it from overflowing.
    """
    import numpy as np

    half = n // 2
    with np.errstate(divide="ignore"):
        up, down = half * np.log(reach), half * np.log1p(-reach)
    ways = lgamma(n + 1) - 2 * lgamma(half + 1)
    apart = np.exp(np.minimum(np.add.outer(up, down) + ways, 0.0))  # above 0 only where i > j, which is not used
    joint = apart[1:, :-1] - apart[:-1, :-1] - apart[1:, 1:] + apart[:-1, 1:]
    return np.asarray(np.maximum(np.triu(joint, 1), 0.0))


def _sd(part: Part) -> float:
    import numpy as np

    centre = float(part.shares @ part.offsets)
    return sqrt(float(part.shares @ np.square(part.offsets - centre)))
