"""M10: pupils who are missing from the second test, and how they differed at the start.

Note above 10% of those who sat the first test, caution above 20% (our choice). Comparing everyone
then with those present now is what makes it matter: both ways of counting are among the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.enquiry.marks import MarkTable
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.base import Number, Seen, Threat, both, first_marks, mean, mean_change, seen, worst

FLAG, STRONG_FLAG = 0.10, 0.20


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> Threat:
    """Match the two tests by pupil code and look at those with only the first."""
    looked = [_look(view) for view in seen(enquiry, tables)]
    return worst(looked, "share") or Threat(id="M10", grade="note", found=None, reason="no_marks")


def _look(view: Seen) -> Threat:
    began, stayed = first_marks(view.chosen), both(view.chosen)
    if not began:
        return Threat(id="M10", grade="note", found=None, reason="no_first", numbers={"measure": view.measure.title})
    after = [row.after.value for row in view.chosen if row.after.value is not None]
    if not after:
        return Threat(
            id="M10", grade="note", found=None, reason="no_second", numbers={"measure": view.measure.title, "n_first": len(began)}
        )
    lost = len(began) - len(stayed)
    share = lost / len(began)
    numbers: dict[str, Number] = {
        "measure": view.measure.title,
        "n_first": len(began),
        "n_pairs": len(stayed),
        "lost": lost,
        "joined": len(after) - len(stayed),
        "share": share,
        "start_gap": _start_gap(view) if lost and stayed else None,
        "matched_change": mean_change(stayed) if stayed else None,
        "unmatched_change": mean(after) - mean(began),
    }
    there = share > FLAG
    reason = ("missing" if stayed else "nobody_matched") if there else "few_missing"
    return Threat(id="M10", grade="caution" if share > STRONG_FLAG else "note", found=there, reason=reason, numbers=numbers)


def _start_gap(view: Seen) -> float:
    """Return the mean first mark of those missing from the second test, minus that of the others."""
    gone = [row.before.value for row in view.chosen if row.before.value is not None and row.after.value is None]
    return mean(gone) - mean([before for before, _ in both(view.chosen)])
