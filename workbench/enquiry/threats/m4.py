"""M4: an average taken for proof, though the range that fits the marks is wide.

Caution when the range holds no change at all; note when it is as wide as a whole spread of the
pupils' marks. Neither is a stop: the marks are sound, only few.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.enquiry.marks import MarkTable, pairs
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.base import Number, Seen, Threat, both, seen, worst
from workbench.errors import WorkbenchError

WIDE = 1.0
"""Width of the interval of the mean change, in spreads of the pupils' marks, above which it is called wide (our choice).

The interval of the standardised change would not do: it widens with the change itself, and would ring at the clearest gains."""


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> Threat:
    """Look at the interval of the standardised change, and of the change in marks."""
    views = [view for view in seen(enquiry, tables) if both(view.chosen)]
    found = worst([_look(view) for view in views], "width")
    return found or Threat(id="M4", grade="caution", found=None, reason="no_pairs")


def _look(view: Seen) -> Threat:
    from workbench import stats

    before, after = pairs(view.chosen)
    numbers: dict[str, Number] = {"measure": view.measure.title, "n": len(both(view.chosen))}
    try:
        change = stats.mean_change(before, after)
        standard = stats.standardised_change(before, after)
    except WorkbenchError:
        return Threat(id="M4", grade="caution", found=None, reason="no_interval", numbers=numbers)
    if change.low is None or change.high is None or standard.low is None or standard.high is None:
        return Threat(id="M4", grade="caution", found=None, reason="no_interval", numbers=numbers)
    width = (change.high - change.low) / standard.sd
    numbers |= {
        "change": change.estimate,
        "change_low": change.low,
        "change_high": change.high,
        "standardised": standard.estimate,
        "standardised_low": standard.low,
        "standardised_high": standard.high,
        "width": width,
    }
    if min(change.low, standard.low) <= 0 <= max(change.high, standard.high):
        return Threat(id="M4", grade="caution", found=True, reason="spans_none", numbers=numbers)
    wide = width > WIDE
    return Threat(id="M4", grade="note", found=wide, reason="wide" if wide else "narrow", numbers=numbers)
