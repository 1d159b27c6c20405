"""Detectors of the catalogued mistakes: each looks in the plan and the marks, and answers yes, no or cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.enquiry.marks import MarkTable
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats import m1, m2, m4, m5, m9, m10
from workbench.enquiry.threats.base import Threat

Detector = Callable[[Enquiry, Mapping[str, MarkTable]], Threat]
DETECTORS: dict[str, Detector] = {
    "M1": m1.detect,
    "M2": m2.detect,
    "M4": m4.detect,
    "M5": m5.detect,
    "M9": m9.detect,
    "M10": m10.detect,
}

__all__ = ["DETECTORS", "Threat", "detect"]


def detect(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> tuple[Threat, ...]:
    """Return every threat of the catalogue, found or not, in its order.

    Args:
        enquiry: The record; its plan says how pupils were chosen and what was measured.
        tables: The marks, by measure; may be empty, and then only the plan is looked at.
    """
    return tuple(look(enquiry, tables) for look in DETECTORS.values())
