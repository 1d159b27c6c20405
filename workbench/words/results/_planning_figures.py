"""How the figures of a plan read, for those who cannot see them."""

from __future__ import annotations

from typing import Any

from workbench.stats.planning import ExpectedWidth, Power, PupilsNeeded, ReplicationInterval, SmallestDetectable, SmallestP
from workbench.words.numbers import count_of, fixed, level_words, places_for, plain, probability


def measure(result: Any, unit: str) -> str:
    """Return the axis's unit: marks, or spreads where no spread was given."""
    if result.sd != 1.0:
        return unit
    return "SDs of the changes" if result.design == "paired" else "SDs within a group"


def together(result: Any) -> str:
    """Return that pupils of both groups are counted, where there are two."""
    return "" if result.n_y is None else " in both groups together"


def described_width(result: ExpectedWidth, pupils: bool, unit: str) -> list[str]:
    """Describe the falling curve of widths."""
    (first, wide), (last, narrow) = result.rows[0], result.rows[-1]
    here = f"A ring marks {count_of(result.n, 'pupil')}, at {fixed(result.width, 1)}."
    return [
        f"A falling curve of how wide the interval is expected to be: {fixed(wide, 1)} {measure(result, unit)} with {first} pupils"
        f"{together(result)}, {fixed(narrow, 1)} with {last}.",
        here,
    ]


def described_smallest_p(result: SmallestP, pupils: bool, unit: str) -> list[str]:
    """Describe the falling dots of least p."""
    least = "below 0.000001" if result.smallest_p < 1e-6 else probability(result.smallest_p, whole=True)
    each = "" if result.n_y is None else " in each group"
    return [
        f"Falling dots of the least possible p for each number of pupils{together(result)}: {least} with {result.n}.",
        f"From {result.enough} pupils{each} on the dots lie below {plain(result.below)}.",
    ]


def described_share(result: Power | PupilsNeeded, pupils: bool, unit: str) -> list[str]:
    """Describe the curve of power over the number of pupils."""
    (first, least), (last, most) = result.rows[0], result.rows[-1]
    here = result.power if isinstance(result, Power) else result.reached
    rising = (
        f"A curve of how often the {'change' if result.design == 'paired' else 'difference'} would be noticed: "
        f"{fixed(least, 2)} of the time with {first} pupils{together(result)}, {fixed(most, 2)} with {last}."
    )
    line = result.target if isinstance(result, Power) else result.power
    return [rising, f"A dashed line lies at {fixed(line, 2)}.", f"A ring marks {count_of(result.n, 'pupil')}, at {fixed(here, 2)}."]


def described_detectable(result: SmallestDetectable, pupils: bool, unit: str) -> list[str]:
    """Describe the falling curve of least changes."""
    (first, wide), (last, narrow) = result.rows[0], result.rows[-1]
    places = places_for(narrow, result.effect)
    thing = "change" if result.design == "paired" else "difference"
    return [
        f"A curve of the least {thing} that would be noticed often enough: {fixed(wide, places)} {measure(result, unit)} "
        f"with {first} pupils{together(result)}, {fixed(narrow, places)} with {last}.",
        f"A ring marks {count_of(result.n, 'pupil')}, at {fixed(result.effect, places)}.",
    ]


def described_replication(result: ReplicationInterval, pupils: bool, unit: str) -> list[str]:
    """Describe the two bars, one above the other."""
    places = max(2 if result.of == "d" else 1, places_for(result.estimate, result.low, result.high))
    level = level_words(result.level)
    found = f" A cross marks what the repeat gave, {fixed(result.found, places)}." if result.found is not None else ""
    return [
        f"The study's estimate, {fixed(result.estimate, places)}, with its {level} interval as a bar from "
        f"{fixed(result.confidence_low, places)} to {fixed(result.confidence_high, places)}.",
        f"Below it, a longer bar for where a repeat could land, from {fixed(result.low, places)} to {fixed(result.high, places)}.{found}",
    ]
