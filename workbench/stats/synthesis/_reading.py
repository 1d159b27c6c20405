"""What may be combined: estimates with their variances, in step, each above 0; and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from math import frexp, sqrt
from typing import NamedTuple

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import Column, as_list, read_column, show
from workbench.stats._row_labels import refuse_other_order

EACH = ("study", "class", "school", "group")
LONGEST_LABEL = 60
WIDEST = 1e30
"""How many times the least variance the spread of the numbers may be before floats can hold no sum of them."""
ALIKE = 1e-12
"""Estimates that differ by less than this share of their size differ by rounding only."""


class Studies(NamedTuple):
    """Complete pairs of estimate and variance, as given and centred and scaled for computing.

    ``estimates[i] == middle + scale * y[i]`` and ``variances[i] == scale**2 * v[i]``; the scale is a power of two.
    """

    estimates: tuple[float, ...]
    variances: tuple[float, ...]
    labels: tuple[str, ...]
    y: Sequence[float]
    v: Sequence[float]
    middle: float
    scale: float
    missing: int
    dropped: int


def read_studies(estimates: Column, variances: Column, labels: Sequence[str] | None, *, least: int, each: str) -> Studies:
    """Read estimates and variances in step; a pair with a blank half is left out whole.

    Raises:
        BadInput: for values that are not numbers, unequal lengths, a variance of 0 or less, or labels that do not fit.
        NotEnoughData: with fewer than ``least`` complete pairs.
    """
    refuse_other_order(estimates=estimates, variances=variances)
    first, second = read_column(estimates, "estimates"), read_column(variances, "variances")
    if len(first) != len(second):
        raise BadInput(
            "Every estimate needs its variance, in the same order.",
            seen=f"{len(first)} estimates and {len(second)} variances",
            allowed="two columns of equal length",
            do="Put one variance (the standard error squared) beside each estimate.",
        )
    _refuse_variances(second)
    named = _read_labels(labels, len(first))
    kept = [place for place in range(len(first)) if first[place] is not None and second[place] is not None]
    if len(kept) < least:
        raise _too_few(len(kept), least, each)
    return _scaled(
        tuple(float(first[place]) for place in kept),
        tuple(float(second[place]) for place in kept),
        tuple(named[place] for place in kept),
        missing=first.count(None) + second.count(None),
        dropped=len(first) - len(kept),
    )


def plural(each: str) -> str:
    """Return the plural of what is combined.

    >>> plural("class"), plural("study")
    ('classes', 'studies')
    """
    return {"study": "studies", "class": "classes"}.get(each, f"{each}s")


def part_of(studies: Studies, places: Sequence[int]) -> Studies:
    """Return some of the studies, in the order given, centred and scaled afresh: alike among themselves is then exact."""
    return _scaled(
        tuple(studies.estimates[place] for place in places),
        tuple(studies.variances[place] for place in places),
        tuple(studies.labels[place] for place in places),
        missing=studies.missing,
        dropped=studies.dropped,
    )


def _too_few(seen: int, least: int, each: str) -> NotEnoughData:
    return NotEnoughData(
        f"This needs at least {least} {plural(each) if least > 1 else each}.",
        seen=f"{seen} with both an estimate and its variance",
        allowed=f"{least} or more",
        do="Tell each one's own figure instead." if seen else "Give the estimates with their variances.",
    )


def _refuse_variances(variances: Sequence[float | None]) -> None:
    for place, each in enumerate(variances, start=1):
        if each is not None and each <= 0:
            raise BadInput(
                "A variance is a number above 0.",
                where=f"variances, value {place}",
                seen=show(each),
                allowed="the standard error squared; never 0, because no class tells its figure without doubt",
                do="Look up the standard error again, or leave this one out.",
            )


def _read_labels(labels: Sequence[str] | None, count: int) -> tuple[str, ...]:
    if labels is None:
        return ("",) * count
    named = as_list(labels, "labels")
    for place, label in enumerate(named, start=1):
        if not isinstance(label, str) or len(label) > LONGEST_LABEL or not label.isprintable():
            raise BadInput(
                "A label is a short name.",
                where=f"labels, value {place}",
                seen=show(label),
                allowed=f"text of at most {LONGEST_LABEL} characters, such as 'Ms O's class'",
                do="Type a short name; never a pupil's.",
            )
    if len(named) != count:
        raise BadInput(
            "Every estimate needs its label, in the same order.",
            seen=f"{count} estimates and {len(named)} labels",
            allowed="as many labels as estimates, or none",
            do="Put one label beside each estimate.",
        )
    return tuple(label.strip() for label in named)


def _scaled(estimates: tuple[float, ...], variances: tuple[float, ...], labels: tuple[str, ...], *, missing: int, dropped: int) -> Studies:
    lowest, highest = min(estimates), max(estimates)
    middle = (lowest + highest) / 2
    alike = highest - lowest <= ALIKE * max(abs(lowest), abs(highest))
    y = [0.0] * len(estimates) if alike else [each - middle for each in estimates]
    # A power of two changes no digit, and keeps squares within what a float can hold.
    scale = 2.0 ** frexp(max(highest - lowest, sqrt(max(variances))))[1]
    if scale * scale > WIDEST * min(variances):
        raise BadInput(
            "These numbers are too far apart to be combined.",
            where="variances",
            seen=f"a least variance of {min(variances):.3g}, with estimates from {lowest:.3g} to {highest:.3g}",
            allowed="estimates in one unit, each with its variance (the standard error squared) in that unit squared",
            do="Check the units.",
        )
    return Studies(
        estimates,
        variances,
        labels,
        [each / scale for each in y],
        [each / (scale * scale) for each in variances],
        lowest if alike else middle,
        scale,
        missing,
        dropped,
    )
