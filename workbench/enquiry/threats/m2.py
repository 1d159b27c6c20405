"""M2: one group, measured twice, and no second group like it.

It belongs to the design, so every plan of one group before and after has it. Caution where nobody
else is measured; a note where the rest of the year sat both tests too: what they changed by is
something to set beside it, though they were not chosen as the group was.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.enquiry.marks import MarkTable
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.base import Threat, both, mean_change, seen, worst

ENOUGH_OTHERS = 10
"""Pupils of the rest of the year with both marks, from which their mean change is worth setting beside."""


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> Threat:
    """Look for pupils outside the group who were measured twice as well."""
    plan = enquiry.plan
    views = [view for view in seen(enquiry, tables) if both(view.chosen)]
    if not views:
        larger = plan.year_size is not None and plan.pupils_expected is not None and plan.year_size >= plan.pupils_expected + ENOUGH_OTHERS
        return Threat(id="M2", grade="caution", found=True, reason="year_could_come" if larger else "planned")
    looked = []
    for view in views:
        ours, theirs = both(view.chosen), both(view.others)
        enough = len(theirs) >= ENOUGH_OTHERS
        looked.append(
            Threat(
                id="M2",
                grade="note" if enough else "caution",
                found=True,
                reason="rest_of_year" if enough else "few_others" if theirs else "nobody",
                numbers={
                    "measure": view.measure.title,
                    "n": len(ours),
                    "change": mean_change(ours),
                    "n_others": len(theirs),
                    "others_change": mean_change(theirs) if theirs else None,
                },
            )
        )
    found = worst(looked, "change")
    assert found is not None
    return found
