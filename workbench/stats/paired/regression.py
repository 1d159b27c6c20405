"""How far a group chosen for its low (or high) marks would drift back with nothing done."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.errors import BadInput
from workbench.stats._columns import as_list, read_choice, read_count, read_real
from workbench.stats.result import Result

SOURCES = ("whole_year", "test_reliability", "not_known")
RANGE = (0.5, 0.9)
"""Correlations between two school tests of one subject, when this one's is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegressionToTheMean(Result):
    """The drift to expect, in marks, with no teaching at all.

    Attributes:
        estimate: (1 - correlation) * (year_mean - chosen_mean); ``None`` when r is not known.
        low, high: The drift over ``correlation_low`` to ``correlation_high``; equal to the estimate
            when r is known. Not an interval of any confidence, so ``level`` is ``None``.
        source: Where r comes from: ``whole_year``, ``test_reliability`` or ``not_known``.
        gain: The gain that was seen, when given; ``beyond`` is what is left of it without the drift.
    """

    made_by = "regression_to_the_mean({year_mean}, {chosen_mean}, {correlation}, source={source})"

    estimate: float | None
    low: float
    high: float
    level: None = None
    correlation: float | None
    correlation_low: float
    correlation_high: float
    source: str
    year_mean: float
    chosen_mean: float
    gain: float | None
    beyond: float | None
    beyond_low: float | None
    beyond_high: float | None


def regression_to_the_mean(
    year_mean: float,
    chosen_mean: float,
    correlation: float | None = None,
    *,
    source: str | None = None,
    gain: float | None = None,
    n: int = 0,
    correlation_range: tuple[float, float] = RANGE,
) -> RegressionToTheMean:
    """Return how many marks a chosen group would be expected to move with nothing done.

    Pupils picked for one day's low marks were partly unlucky that day. It assumes that both tests
    have the same scale and that the year as a whole does not grow; what the year gained comes on top.

    Args:
        year_mean: Mean mark of the whole year, on the test that the choice was made by.
        chosen_mean: Mean mark of the chosen pupils on that same test.
        correlation: r between two sittings, from the *unselected* year or the test's reliability.
            The chosen pupils' own r will not do: choosing cuts it down and inflates the drift.
            A gain of the chosen alone cuts the year's r down as well, if far less, so that the
            drift errs on the side of calling too much of a real gain drift.
            ``None`` gives the drift over ``correlation_range``.
        source: ``"whole_year"`` or ``"test_reliability"``; needed whenever r is given.
        gain: The mean gain of the chosen pupils, to be set beside the drift.
        n: How many pupils were chosen, if it is to be retold.
        correlation_range: The lowest and highest r to think of when none is known.

    Raises:
        BadInput: for an r outside −1 to 1, an r without its source, or one from the chosen pupils.

    Reference:
        [1] Davis (1976). The effect of regression to the mean in epidemiologic and clinical
        studies. Am. J. Epidemiol. 104, 493-498.

    Example:
        >>> from workbench.words.say import say
        >>> say(regression_to_the_mean(22, 15, 0.8, source="whole_year", gain=3.2), form="short")
        'Pupils chosen for low marks usually score higher next time with no special teaching: here about 1.4 of the 3.2 marks.'
    """
    year, chosen = read_real(year_mean, "year_mean"), read_real(chosen_mean, "chosen_mean")
    source = _read_source(correlation, source)
    share = "a correlation from −1 to 1"
    r = None if correlation is None else read_real(correlation, "correlation", low=-1, high=1, allowed=share)
    r_low, r_high = (
        (read_real(end, "correlation_range", low=-1, high=1, allowed=share) for end in _two(correlation_range)) if r is None else (r, r)
    )
    drifts = sorted((1 - each) * (year - chosen) for each in (r_low, r_high))
    seen = None if gain is None else read_real(gain, "gain")
    drift = None if r is None else drifts[0]
    return RegressionToTheMean(
        n=read_count(n, "n", least=0),
        missing=0,
        method="expected drift (1 - r) * (mean of the year - mean of the chosen)",
        reference="Davis (1976), Am. J. Epidemiol. 104, 493-498",
        estimate=drift,
        low=drifts[0],
        high=drifts[1],
        correlation=r,
        correlation_low=min(r_low, r_high),
        correlation_high=max(r_low, r_high),
        source=source,
        year_mean=year,
        chosen_mean=chosen,
        gain=seen,
        beyond=None if seen is None or drift is None else seen - drift,
        beyond_low=None if seen is None else seen - drifts[1],
        beyond_high=None if seen is None else seen - drifts[0],
    )


def _two(correlation_range: object) -> tuple[object, object]:
    ends = as_list(correlation_range, "correlation_range")
    if len(ends) != 2:
        raise BadInput(
            "A range has two ends.",
            where="correlation_range",
            seen=f"{len(ends)} values",
            allowed="two correlations from −1 to 1, such as (0.5, 0.9)",
            do="Give the lowest and the highest correlation to think of.",
        )
    return ends[0], ends[1]


def _read_source(correlation: float | None, source: str | None) -> str:
    if correlation is None:
        if source not in {None, "not_known"}:
            raise BadInput(
                "A source was named, but no correlation was given.",
                where="correlation",
                seen="None",
                allowed="a correlation from −1 to 1, or source='not_known'",
                do="Give the correlation, or leave out its source.",
            )
        return "not_known"
    if source in {"chosen", "chosen_pupils", "selected", "group"}:
        raise BadInput(
            "The chosen pupils' own correlation will not do: choosing them cuts it down and inflates the drift.",
            where="source",
            seen=source,
            allowed=", ".join(SOURCES[:2]),
            do="Take r from the whole year's two tests, or the test's published reliability.",
        )
    return read_choice(source, "source", SOURCES[:2])
