"""M5: so few pupils that no result could have told a change from luck.

Stop: a p read from so few says nothing whatever it is. It is exact arithmetic, so it is told
from the plan already.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.enquiry.marks import MarkTable
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.base import Threat, both, seen, worst


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> Threat:
    """Look at the smallest p that these pupils, or those planned, could give."""
    views = [view for view in seen(enquiry, tables) if both(view.chosen)]
    if views:
        found = worst([_reach(len(both(view.chosen)), "marks", view.measure.title) for view in views], "smallest_p")
        assert found is not None
        return found
    planned = enquiry.plan.pupils_expected
    if planned is None:
        return Threat(id="M5", grade="stop", found=None, reason="no_number")
    return _reach(planned, "planned", "")


def _reach(n: int, when: str, measure: str) -> Threat:
    from workbench import stats

    least = stats.smallest_possible_p("paired", n)
    few = least.smallest_p > least.below
    return Threat(
        id="M5",
        grade="stop" if few else "note",
        found=few,
        reason=f"{when}_{'too_few' if few else 'enough'}",
        numbers={"measure": measure or None, "n": n, "smallest_p": least.smallest_p, "below": least.below, "enough": least.enough},
    )
