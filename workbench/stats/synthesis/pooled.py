"""Summaries of several classes or schools put together, with no pupil's row in sight."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from workbench.errors import BadInput
from workbench.stats._columns import as_list, read_choice, show
from workbench.stats.synthesis._fit import quantile, read_how
from workbench.stats.synthesis._reading import read_studies
from workbench.stats.synthesis.combined import CombinedSummaries, combined
from workbench.stats.synthesis.summaries import ChangeSummary, DifferenceSummary

Summary = ChangeSummary | DifferenceSummary
MEASURES = ("marks", "standardised")


def combine_summaries(
    summaries: Sequence[Summary],
    *,
    measure: str = "marks",
    method: str = "REML",
    interval: str = "hartung_knapp",
    prediction: str = "HTS",
    level: float = 0.95,
    each: str = "class",
) -> CombinedSummaries:
    """Return what the summaries of several classes or schools come to, and where another one would land.

    In marks when all sat the same test; standardised when they sat different ones, which sets each
    class's change against its own spread and so mixes in how alike its pupils were. Classes that chose to
    share may differ from those that did not; nothing here can tell.

    Args:
        summaries: What ``change_summary`` gave for each, or ``difference_summary`` for each; not both.
        measure: ``"marks"`` or ``"standardised"``.
        method: As for ``combine``.
        interval: As for ``combine``.
        prediction: As for ``combine``.
        level: Between 0 and 1, for every interval.
        each: What one summary stands for: ``"class"``, ``"school"``, ``"group"`` or ``"study"``.

    Raises:
        BadInput: for anything but such summaries, for two kinds together, or the same one twice.
        NotEnoughData: with fewer than two.

    Reference:
        [1] Viechtbauer (2005). J. Educ. Behav. Stat. 30, 261-293. [2] Becker (1988). Br. J. Math. Stat. Psychol.
        41, 257-278.

    Example:
        >>> from workbench.stats.synthesis import change_summary
        >>> from workbench.words.say import say
        >>> before = [4, 6, 5, 3, 8, 7, 5, 9, 2, 6]
        >>> yours = change_summary(before, [6, 7, 9, 3, 9, 9, 8, 9, 4, 8], label="your class")
        >>> hers = change_summary(before, [5, 7, 5, 4, 9, 6, 7, 9, 2, 8], label="Ms O's class")
        >>> say(combine_summaries([yours, hers], method="fixed", interval="normal"), form="short")
        'Both classes gained. On average they gained 1.1 marks; anything from 0.6 to 1.5 fits these classes.'
    """
    how = read_how(method, interval, prediction, level, each)
    read_choice(measure, "measure", MEASURES)
    shared = _read_summaries(summaries)
    standardised = measure == "standardised"
    studies = read_studies(
        [each.standardised if standardised else each.estimate for each in shared],
        [each.standardised_variance if standardised else each.variance for each in shared],
        [each.label for each in shared],
        least=1 if (how.method, how.interval) == ("fixed", "normal") else 2,
        each=how.each,
    )
    own = None if standardised else [_own_interval(each, how.level) for each in shared]
    about = "change" if isinstance(shared[0], ChangeSummary) else "difference"
    pupils = sum(each.n for each in shared)
    result = combined(studies, how, kind=CombinedSummaries, about=about, measure=measure, pupils=pupils, own=own)
    assert isinstance(result, CombinedSummaries)
    return result


def _read_summaries(summaries: Sequence[Summary]) -> list[Summary]:
    shared = as_list(summaries, "summaries")
    for place, each in enumerate(shared, start=1):
        if not isinstance(each, (ChangeSummary, DifferenceSummary)) or type(each) is not type(shared[0]):
            raise BadInput(
                "These summaries are not all of one kind.",
                where=f"summaries, value {place}",
                seen=show(each) if not isinstance(each, (ChangeSummary, DifferenceSummary)) else type(each).__name__,
                allowed="what change_summary gave for each class, or difference_summary for each",
                do="Combine changes with changes, and differences with differences.",
            )
        if each in shared[: place - 1]:
            raise BadInput(
                "The same summary is here twice.",
                where=f"summaries, value {place}",
                seen=each.label or "a summary with no label",
                allowed="each class once",
                do="Take one of them out: counted twice, a class would look surer than it is.",
            )
    return shared


def _own_interval(each: Summary, level: float) -> tuple[float, float]:
    reach = quantile(level, each.df) * sqrt(each.variance)
    return each.estimate - reach, each.estimate + reach
