"""M9: pupils at the top or the bottom of the mark scale, where a test cannot show their change.

Note from 15% of the group, caution from 30%: on a test out of 40 a true gain of 4 then looks like
about 3. One pupil alone never counts, whatever share of a small group that is.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.enquiry.marks import MarkTable
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.base import Seen, Threat, seen, worst

SHARE, STRONG_SHARE, LEAST = 0.15, 0.30, 2


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> Threat:
    """Count pupils at either end on either occasion."""
    looked = [threat for view in seen(enquiry, tables) for threat in _ends(view)]
    return worst(looked, "share") or Threat(id="M9", grade="note", found=None, reason="no_marks")


def _ends(view: Seen) -> list[Threat]:
    if view.measure.highest is None:
        return [Threat(id="M9", grade="note", found=None, reason="no_highest", numbers={"measure": view.measure.title})]
    found = []
    for occasion in ("before", "after"):
        marks = [row.before.value if occasion == "before" else row.after.value for row in view.chosen]
        present = [mark for mark in marks if mark is not None]
        for end, mark in (("top", view.measure.highest), ("bottom", view.measure.lowest)):
            if present:
                found.append(_at(view, occasion, end, mark, present))
    return found


def _at(view: Seen, occasion: str, end: str, mark: float, present: list[float]) -> Threat:
    at = sum(value >= mark if end == "top" else value <= mark for value in present)
    share = at / len(present)
    there = at >= LEAST and share >= SHARE
    return Threat(
        id="M9",
        grade="caution" if there and share >= STRONG_SHARE else "note",
        found=there,
        reason=f"{end}_{occasion}" if there else "room",
        numbers={"measure": view.measure.title, "at": at, "n": len(present), "share": share, "mark": mark},
    )
