"""How many random draws are asked for, where they start, and what doubt they leave."""

from __future__ import annotations

from math import sqrt
from numbers import Integral

from workbench.errors import BadInput
from workbench.stats._columns import show


def read_chance(draws: object, seed: object, *, least: int = 999, most: int = 10_000_000, optional: tuple[str, ...] = ()) -> None:
    """Refuse a number of draws or a seed that cannot be used; those named ``optional`` may be ``None``.

    Raises:
        BadInput: when one is not a whole number within its bounds.
    """
    for name, value, low, high in (("draws", draws, least, most), ("seed", seed, 0, 2**63)):
        whole = isinstance(value, Integral) and not isinstance(value, bool)
        if not (value is None and name in optional) and not (whole and low <= int(value) <= high):  # type: ignore[call-overload]
            raise BadInput(
                "Random draws cannot be made with this number.",
                where=name,
                seen=show(value),
                allowed=f"a whole number from {low:,} to {high:,}",
                do=f"Leave '{name}' out, or give such a number.",
            )


def doubt_of(p: float, draws: int, alternative: str) -> float:
    """Return the standard error of a p from so many draws: of a two-sided one, twice that of the side that was doubled.

    >>> doubt_of(0.2, 900, "greater"), doubt_of(0.2, 900, "two_sided")
    (0.013333333333333334, 0.02)
    """
    sides = 2 if alternative == "two_sided" else 1
    return sides * sqrt(p / sides * (1 - p / sides) / draws)
