"""How far does one pupil's mark wobble? The standard error of measurement."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.errors import BadInput
from workbench.stats._columns import SMALLEST, read_level, read_real
from workbench.stats._tables import Rows
from workbench.stats.reliability import _answers as answering
from workbench.stats.reliability._feldt import error_interval
from workbench.stats.result import Result

FROM_FIGURES = "two published figures do not say how well they are known"
NO_ERROR = "the questions rise and fall together without a slip"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardErrorOfMeasurement(Result):
    """An estimate in marks, with an interval when it comes from answers.

    Attributes:
        estimate: sd * sqrt(1 - reliability).
        low, high: From the chi-squared distribution of the residual mean square; ``None`` where ``undefined`` says why.
        wobble: How far a mark may stand from the pupil's usual one at this level, either way.
        smallest_difference: How far apart two pupils' marks must be for the wobble of both not to explain it.
        sd, reliability: What it was worked out from; from answers, the SD of the totals and Cronbach's alpha.
        items: How many items, or ``None`` when figures were given.
    """

    made_by = "standard_error_of_measurement(items, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    dropped: int
    wobble: float
    smallest_difference: float
    sd: float
    reliability: float
    items: int | None
    undefined: str | None

    def code(self) -> str:
        """Return the line of code that makes it, from answers or from the two figures."""
        given = "items" if self.items is not None else f"sd={self.sd!r}, reliability={self.reliability!r}"
        return f"workbench.stats.standard_error_of_measurement({given}, level={self.level!r})"


def standard_error_of_measurement(
    items: Rows | None = None, *, sd: float | None = None, reliability: float | None = None, level: float = 0.95
) -> StandardErrorOfMeasurement:
    """Return how far a mark wobbles, from a table of answers or from a published SD and reliability.

    The pupil's mark is one of many that the same pupil might have got with items of this kind. It
    speaks of chance among items, not of an off day or a severe marker, and takes the wobble to be the
    same for every pupil, though it is smaller near full marks and near none.

    Args:
        items: One list for each pupil, one value for each item; a pupil with a gap is left out whole.
        sd: The SD of the total mark, when there are no answers.
        reliability: The reliability of the total mark, when there are no answers, from 0 to 1.
        level: Between 0 and 1, for the wobble and the interval.

    Raises:
        BadInput: when neither answers nor both figures are given, or all of them.
        NotEnoughData: with fewer than two pupils or two items.
        Undefined: when all totals are alike.

    Reference:
        [1] Harvill (1991). Standard error of measurement. Educational Measurement: Issues and
        Practice 10(2), 33-41. [2] Feldt (1965). Psychometrika 30, 357-370.

    Example:
        >>> from workbench.words.say import say
        >>> result = standard_error_of_measurement(sd=5, reliability=0.84)
        >>> round(result.estimate, 4)
        2.0
        >>> say(result, form="short")
        'A mark may stand up to 3.9 marks above or below what the pupil would usually get.'
    """
    share = read_level(level)
    if (items is None) == (sd is None or reliability is None) or (items is not None and (sd is not None or reliability is not None)):
        raise BadInput(
            "Give the answers, or the SD and the reliability.",
            seen=", ".join(name for name, value in (("items", items), ("sd", sd), ("reliability", reliability)) if value is not None)
            or "neither",
            allowed="items alone, or sd and reliability together",
            do="Give one or the other.",
        )
    if items is None:
        spread = read_real(sd, "sd", low=SMALLEST, allowed="an SD above 0")
        steady = read_real(reliability, "reliability", low=0.0, high=1.0, allowed="a number from 0 to 1, such as 0.8")
        return _result(spread, steady, share, None)
    return _from_answers(items, share)


def _from_answers(items: Rows, share: float) -> StandardErrorOfMeasurement:
    answers = answering.read_answers(items)
    table = answering.spread(answers)
    answering.needs_variation(table.total, answers.n)
    alpha = answering.alpha_of(table)
    assert alpha is not None  # totals vary and there are two items or more
    return _result(table.sd(table.total), alpha, share, answers)


def _result(sd: float, reliability: float, share: float, answers: answering.Answers | None) -> StandardErrorOfMeasurement:
    from statistics import NormalDist

    estimate = sd * sqrt(1 - reliability)
    reach = NormalDist().inv_cdf((1 + share) / 2)
    low = high = items = None
    if answers is not None:
        items = len(answers.columns)
        if estimate > 0:
            low, high = (sqrt(end) for end in error_interval(estimate * estimate, answers.n, items, share))
    return StandardErrorOfMeasurement(
        n=0 if answers is None else answers.n,
        missing=0 if answers is None else answers.missing,
        dropped=0 if answers is None else answers.dropped,
        method="standard error of measurement, sd * sqrt(1 - reliability)"
        + ("" if answers is None else ", with Cronbach's alpha; chi-squared interval of the residual mean square"),
        reference="Harvill (1991), Educational Measurement: Issues and Practice 10(2), 33-41",
        estimate=estimate,
        low=low,
        high=high,
        level=share,
        wobble=reach * estimate,
        smallest_difference=reach * sqrt(2) * estimate,
        sd=sd,
        reliability=reliability,
        items=items,
        undefined=None if low is not None else FROM_FIGURES if answers is None else NO_ERROR,
    )
