"""Does one study carry the whole? Each left out in turn, and each added in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.stats._columns import Column
from workbench.stats.result import Result
from workbench.stats.synthesis._fit import How, fit, method_of, read_how
from workbench.stats.synthesis._reading import Studies, part_of, read_studies
from workbench.stats.synthesis.combined import Combined, combined


class Step(NamedTuple):
    """The combination without (or up to) one study; ``None`` where so few give no such number."""

    number: int
    label: str
    n: int
    estimate: float
    low: float | None
    high: float | None
    standard_error: float | None
    standard_error_normal: float
    tau2: float
    q: float
    p: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOneOut(Result):
    """A table: the combination without each study in turn.

    Attributes:
        rows: One for each study left out, in the order given.
        together: The combination of all of them.
        least, most: The least and the greatest estimate among the rows.
        moves_most: The row that lies furthest from ``together``.
        zero_inside: In how many rows 0 lies inside the interval.
    """

    made_by = "leave_one_out(estimates, variances, method={estimator}, interval={interval}, level={level}, each={each})"

    rows: tuple[Step, ...]
    together: Combined
    least: float
    most: float
    moves_most: Step
    zero_inside: int
    level: float
    estimator: str
    interval: str
    each: str
    dropped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cumulative(Result):
    """A table: the combination of the first, the first two, and so on, in the order given.

    Attributes:
        rows: One for each study added.
        together: The combination of all of them.
        first: The first estimate alone.
    """

    made_by = "cumulative(estimates, variances, method={estimator}, interval={interval}, level={level}, each={each})"

    rows: tuple[Step, ...]
    together: Combined
    first: float
    level: float
    estimator: str
    interval: str
    each: str
    dropped: int


def leave_one_out(
    estimates: Column,
    variances: Column,
    *,
    method: str = "REML",
    interval: str = "hartung_knapp",
    level: float = 0.95,
    labels: Sequence[str] | None = None,
    each: str = "study",
) -> LeaveOneOut:
    """Return the combination without each study in turn.

    It shows whether the whole rests on one study. It does not show which study is right: the one that
    stands apart may be the one that was done best.

    Args:
        estimates: One number for each study, all in one unit.
        variances: The squared standard error of each, in the same order. A pair with a blank half is left out.
        method: As for ``combine``.
        interval: As for ``combine``.
        level: Between 0 and 1.
        labels: A short name for each; never a pupil's.
        each: What one estimate stands for: ``"study"``, ``"class"``, ``"school"`` or ``"group"``.

    Raises:
        BadInput: for columns of unequal length, values that are not numbers, or a variance of 0 or less.
        NotEnoughData: with fewer than two.

    Reference:
        [1] Viechtbauer & Cheung (2010). Outlier and influence diagnostics for meta-analysis. Res. Synth. Methods
        1, 112-125.

    Example:
        >>> from workbench.words.say import say
        >>> result = leave_one_out([0.42, 0.15, 0.61, -0.08, 0.33], [0.071, 0.066, 0.082, 0.075, 0.069])
        >>> print(say(result, form="short").replace(". ", ".\\n"))
        Without any one of the 5 studies, the rest come to between 0.21 and 0.36.
        Together they come to 0.28; anything from −0.04 to 0.60 fits these studies.
    """
    how = read_how(method, interval, "HTS", level, each)
    studies = read_studies(estimates, variances, labels, least=2, each=each)
    k = len(studies.y)
    whole = combined(studies, how)
    rows = tuple(_step(studies, how, place, [other for other in range(k) if other != place]) for place in range(k))
    return LeaveOneOut(
        n=k,
        missing=studies.missing,
        dropped=studies.dropped,
        method=f"each {each} left out in turn; {method_of(how)}",
        reference=f"Viechtbauer & Cheung (2010), Res. Synth. Methods 1, 112-125; {whole.reference}",
        rows=rows,
        together=whole,
        least=min(row.estimate for row in rows),
        most=max(row.estimate for row in rows),
        moves_most=max(rows, key=lambda row: abs(row.estimate - whole.estimate)),
        zero_inside=len([row for row in rows if row.low is not None and row.high is not None and row.low <= 0 <= row.high]),
        level=how.level,
        estimator=how.method,
        interval=how.interval,
        each=how.each,
    )


def cumulative(
    estimates: Column,
    variances: Column,
    *,
    method: str = "REML",
    interval: str = "hartung_knapp",
    level: float = 0.95,
    labels: Sequence[str] | None = None,
    each: str = "study",
) -> Cumulative:
    """Return what the studies came to after the first, the first two, and so on, in the order given.

    Give them in the order in which they were done. It shows how the answer settled. Looking again after
    each study and stopping when the answer pleases would make it look surer than it is.

    Args:
        estimates: One number for each study, in order, all in one unit.
        variances: The squared standard error of each, in the same order. A pair with a blank half is left out.
        method: As for ``combine``.
        interval: As for ``combine``.
        level: Between 0 and 1.
        labels: A short name for each; never a pupil's.
        each: What one estimate stands for: ``"study"``, ``"class"``, ``"school"`` or ``"group"``.

    Raises:
        BadInput: for columns of unequal length, values that are not numbers, or a variance of 0 or less.
        NotEnoughData: with fewer than two.

    Reference:
        [1] Lau et al. (1992). Cumulative meta-analysis of therapeutic trials. N. Engl. J. Med. 327, 248-254.

    Example:
        >>> from workbench.words.say import say
        >>> result = cumulative([0.42, 0.15, 0.61, -0.08, 0.33], [0.071, 0.066, 0.082, 0.075, 0.069])
        >>> print(say(result, form="short").replace(". ", ".\\n"))
        The first of the 5 studies alone gave 0.42.
        Together they come to 0.28; anything from −0.04 to 0.60 fits these studies.
    """
    how = read_how(method, interval, "HTS", level, each)
    studies = read_studies(estimates, variances, labels, least=2, each=each)
    whole = combined(studies, how)
    return Cumulative(
        n=len(studies.y),
        missing=studies.missing,
        dropped=studies.dropped,
        method=f"each {each} added in turn, in the order given; {method_of(how)}",
        reference=f"Lau et al. (1992), N. Engl. J. Med. 327, 248-254; {whole.reference}",
        rows=tuple(_step(studies, how, place, range(place + 1)) for place in range(len(studies.y))),
        together=whole,
        first=studies.estimates[0],
        level=how.level,
        estimator=how.method,
        interval=how.interval,
        each=how.each,
    )


def _step(studies: Studies, how: How, place: int, kept: Sequence[int]) -> Step:
    part = part_of(studies, kept)
    found = fit(part, how)
    return Step(
        place + 1,
        studies.labels[place],
        len(kept),
        found.estimate,
        found.low,
        found.high,
        found.error,
        found.error_normal,
        part.scale * part.scale * found.tau2,
        found.plain.q,
        found.p,
    )
