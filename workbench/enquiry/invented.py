"""Marks made up for a rehearsal: in range, on the step, and plainly nobody's."""

from __future__ import annotations

from math import floor
from random import Random

from workbench.enquiry.marks import Mark, MarkRow, MarkTable
from workbench.enquiry.plan import Measure, Plan

LEAST, MOST = 3, 400
"""How many invented pupils: enough to run the analysis, and not more than it takes."""


def invented_table(measure: Measure, plan: Plan, random: Random) -> MarkTable:
    """Return a table of invented marks for one measure.

    The group has as many pupils as are planned, and the rest of the year stands beside it when
    the plan names its size. One pupil in twelve or so misses the second test. No gain is put in
    beyond a small one, so that nobody takes the outcome for a forecast.
    """
    group = min(max(plan.pupils_expected or 12, LEAST), MOST)
    others = max(min(plan.year_size or 0, MOST) - group, 0)
    top = measure.highest if measure.highest is not None else measure.lowest + 20
    rows = []
    for index in range(group + others):
        level = random.gauss(0.4 if index < group else 0.6, 0.15)
        before = _on_step(measure, top, level + random.gauss(0, 0.08))
        after = _on_step(measure, top, level + 0.03 + random.gauss(0, 0.08))
        away = group > LEAST and random.random() < 1 / 12
        rows.append(
            MarkRow(
                pupil=f"INVENTED-{index + 1:03d}",
                chosen=index < group,
                before=Mark(value=before, status="present"),
                after=Mark(value=None, status="absent") if away else Mark(value=after, status="present"),
            )
        )
    return MarkTable(measure=measure.id, rows=tuple(rows))


def _on_step(measure: Measure, top: float, share: float) -> float:
    """Return the mark nearest to a share of the range that can be given at all."""
    steps = floor((top - measure.lowest) / measure.step + 1e-9)
    wanted = round(min(max(share, 0.0), 1.0) * steps)
    return round(measure.lowest + wanted * measure.step, 9)
