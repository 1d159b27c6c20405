"""M1: pupils picked for low marks drift up by themselves.

Caution when it holds: it changes how much of a gain is read as gain. Stop when the drift alone
would give all of the gain that was seen. Only the test that the choice was made by can have it.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.enquiry import low_scorers
from workbench.enquiry.marks import MarkTable
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.base import Number, Seen, Threat, both, first_marks, mean, mean_change, seen


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> Threat:
    """Look for a choice by the first test, and reckon the drift with r from the whole year."""
    by = enquiry.plan.chosen_by
    views = {view.measure.id: view for view in seen(enquiry, tables) if first_marks(view.chosen)}
    choice = low_scorers.choice_by_score(enquiry.plan, {name: view.table for name, view in views.items()})
    if choice is not None:
        view = views[choice.measure]
        if not low_scorers.year_is_there(view.table):
            return Threat(id="M1", grade="caution", found=True, reason="no_year", numbers=_start(view))
        return _drift(view, choice.how)
    if by == "lowest_scores":
        return Threat(id="M1", grade="caution", found=True, reason="planned")
    return Threat(
        id="M1", grade="note", found=False if by else None, reason={"": "not_said", "everyone": "everyone"}.get(by, "not_by_score")
    )


def _start(view: Seen) -> dict[str, Number]:
    """Return where the pupils began: those whose gain it is, or all of them before the second test."""
    stayed = both(view.chosen)
    start = [before for before, _ in stayed] or first_marks(view.chosen)
    return {
        "measure": view.measure.title,
        "n_chosen": len(start),
        "chosen_mean": mean(start),
        "gain": mean_change(stayed) if stayed else None,
    }


def _drift(view: Seen, reason: str) -> Threat:
    result = low_scorers.drift(view.table)
    known, gain = result.correlation is not None, result.gain
    numbers = _start(view) | {
        "n_year": len(first_marks(view.table.rows)),
        "year_mean": result.year_mean,
        "correlation": result.correlation,
        "correlation_low": result.correlation_low,
        "correlation_high": result.correlation_high,
        "correlation_pupils": len(both(view.table.rows)) if known else None,
        "drift": result.estimate,
        "drift_low": result.low,
        "drift_high": result.high,
        "beyond": result.beyond,
    }
    # A drift of less than half a step could not even be marked.
    if result.high < view.measure.step / 2:
        return Threat(id="M1", grade="note", found=False, reason="no_drift", numbers=numbers)
    whole = gain is not None and gain > 0 and result.low >= gain
    code = f"{reason}_{'known' if known else 'range'}{'' if gain is not None else '_no_gain'}"
    return Threat(id="M1", grade="stop" if whole else "caution", found=True, reason=code, numbers=numbers)
