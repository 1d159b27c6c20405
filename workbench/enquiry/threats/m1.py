"""M1: pupils picked for low marks drift up by themselves.

Caution when it holds: it changes how much of a gain is read as gain. Stop when the drift alone
would give all of the gain that was seen.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.enquiry.analysis import ENOUGH_OF_A_YEAR
from workbench.enquiry.marks import MarkTable, pairs
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.base import Number, Seen, Threat, both, first_marks, mean, mean_change, seen, worst

SEPARATED = 0.95
"""Share of (chosen, other) pairs in which the chosen pupil scored lower, from which the choice looks
made by the score. Teachers' judgement that goes with the score at r = 0.6 gives about 0.8."""
ENOUGH_CHOSEN, ENOUGH_OTHERS = 3, 5


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> Threat:
    """Look for a choice by the first test, and reckon the drift with r from the whole year."""
    by = enquiry.plan.chosen_by
    views = [view for view in seen(enquiry, tables) if first_marks(view.chosen)]
    if by == "everyone":
        return Threat(id="M1", grade="note", found=False, reason="everyone")
    if not views:
        if by == "lowest_scores":
            return Threat(id="M1", grade="caution", found=True, reason="planned")
        return Threat(id="M1", grade="note", found=None if not by else False, reason="not_said" if not by else "not_by_score")
    found = worst([_look(view, by) for view in views], "drift", "drift_high")
    assert found is not None
    return found


def _look(view: Seen, by: str) -> Threat:
    by_score = by == "lowest_scores"
    if not by_score and not _looks_chosen_by_score(view):
        reason = "not_said" if not by else "not_by_score"
        return Threat(id="M1", grade="note", found=None if not by else False, reason=reason, numbers={"measure": view.measure.title})
    if len(first_marks(view.others)) < ENOUGH_OTHERS:
        return Threat(id="M1", grade="caution", found=True, reason="no_year", numbers=_start(view))
    return _drift(view, "lowest_scores" if by_score else "looks_by_score")


def _looks_chosen_by_score(view: Seen) -> bool:
    chosen, others = first_marks(view.chosen), first_marks(view.others)
    if len(chosen) < ENOUGH_CHOSEN or len(others) < ENOUGH_OTHERS:
        return False
    lower = sum(1.0 if mine < theirs else 0.5 if mine == theirs else 0.0 for mine in chosen for theirs in others)
    return lower / (len(chosen) * len(others)) >= SEPARATED


def _start(view: Seen) -> dict[str, Number]:
    pairs_seen = both(view.chosen)
    return {
        "measure": view.measure.title,
        "n_chosen": len(first_marks(view.chosen)),
        "chosen_mean": mean(first_marks(view.chosen)),
        "gain": mean_change(pairs_seen) if pairs_seen else None,
    }


def _drift(view: Seen, reason: str) -> Threat:
    from workbench import stats

    r = _year_correlation(view)
    numbers = _start(view)
    gain = numbers["gain"] if isinstance(numbers["gain"], float) else None
    year = first_marks(view.table.rows)
    result = stats.regression_to_the_mean(
        mean(year),
        mean(first_marks(view.chosen)),
        r,
        source=None if r is None else "whole_year",
        gain=gain,
        n=len(first_marks(view.chosen)),
    )
    numbers |= {
        "n_year": len(year),
        "year_mean": result.year_mean,
        "correlation": result.correlation,
        "correlation_low": result.correlation_low,
        "correlation_high": result.correlation_high,
        "correlation_pupils": len(both(view.table.rows)) if r is not None else None,
        "drift": result.drift,
        "drift_low": result.drift_low,
        "drift_high": result.drift_high,
        "beyond": result.beyond,
    }
    # A drift of less than half a step could not even be marked.
    if result.drift_high < view.measure.step / 2:
        return Threat(id="M1", grade="note", found=False, reason="no_drift", numbers=numbers)
    whole = gain is not None and gain > 0 and result.drift_low >= gain
    code = f"{reason}_{'known' if r is not None else 'range'}{'' if gain is not None else '_no_gain'}"
    return Threat(id="M1", grade="stop" if whole else "caution", found=True, reason=code, numbers=numbers)


def _year_correlation(view: Seen) -> float | None:
    """Return r of the whole unselected year, or ``None`` where it cannot be had: the chosen's own would be too small."""
    from workbench import stats
    from workbench.errors import WorkbenchError

    if len(both(view.table.rows)) < ENOUGH_OF_A_YEAR or len(both(view.others)) < ENOUGH_OTHERS:
        return None
    before, after = pairs(view.table.rows)
    try:
        r = stats.pearson(before, after).estimate
    except WorkbenchError:
        return None
    return min(r, 1.0) if r >= 0 else None
