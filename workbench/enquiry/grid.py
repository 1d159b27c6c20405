"""The grid: aspect, measure, analysis, section of the report. An empty row is a hole in the plan (Q-R5)."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.enquiry.plan import Measure
from workbench.enquiry.question import Aspect
from workbench.enquiry.record import Enquiry

SECTION = "found"
"""The section of the report in which what a measure says is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row: an aspect with a measure that answers it.

    ``empty`` marks a row with a hole: an aspect that nothing answers (``measure`` is ``None``), or
    a measure that answers nothing (``aspect`` is ``None``).
    """

    aspect: Aspect | None
    measure: Measure | None
    analysis: str
    section: str
    empty: bool


def grid(enquiry: Enquiry) -> tuple[GridRow, ...]:
    """Return the rows: every aspect in order, each with its measures, then measures that answer nothing."""
    aspects, measures = enquiry.question.aspects, enquiry.plan.measures
    rows: list[GridRow] = []
    for aspect in aspects:
        answering = [measure for measure in measures if aspect.id in measure.aspects]
        rows += [GridRow(aspect=aspect, measure=m, analysis=m.method, section=SECTION, empty=False) for m in answering]
        if not answering:
            rows.append(GridRow(aspect=aspect, measure=None, analysis="", section="", empty=True))
    known = {aspect.id for aspect in aspects}
    idle = [measure for measure in measures if not known & set(measure.aspects)]
    rows += [GridRow(aspect=None, measure=m, analysis=m.method, section="", empty=True) for m in idle]
    return tuple(rows)
