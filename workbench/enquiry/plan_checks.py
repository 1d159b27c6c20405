"""What a plan still lacks before it can be locked: all of it at once."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.enquiry.grid import grid
from workbench.enquiry.plan import Measure
from workbench.enquiry.record import Enquiry
from workbench.enquiry.timeline import Finding, stops


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing or does not fit: a code, and what it is about (words in ``words.plan``).

    What the timeline adds comes as a ``finding`` with its own words.
    """

    code: str
    about: str = ""
    finding: Finding | None = None


def gaps(enquiry: Enquiry) -> tuple[Gap, ...]:
    """Return everything that stands between this plan and its lock, in the order of the forms."""
    timeline = [Gap(code=finding.code, about=finding.about, finding=finding) for finding in stops(enquiry.plan)]
    return (*_question(enquiry), *_pupils(enquiry), *_measures(enquiry), *_dates(enquiry), *timeline, *_ends(enquiry))


def _question(enquiry: Enquiry) -> list[Gap]:
    found = []
    if not enquiry.question.text.strip():
        found.append(Gap(code="question"))
    if not enquiry.question.aspects:
        found.append(Gap(code="aspects"))
    return found


def _pupils(enquiry: Enquiry) -> list[Gap]:
    plan = enquiry.plan
    found = []
    if not plan.action.strip():
        found.append(Gap(code="action"))
    if plan.pupils_expected is None:
        found.append(Gap(code="pupils_expected"))
    if not plan.chosen_by:
        found.append(Gap(code="chosen_by"))
    if plan.year_size is not None and plan.pupils_expected is not None and plan.year_size < plan.pupils_expected:
        found.append(Gap(code="year_smaller_than_group", about=f"{plan.year_size}, {plan.pupils_expected}"))
    return found


def _measures(enquiry: Enquiry) -> list[Gap]:
    measures = enquiry.plan.measures
    if not measures:
        return [Gap(code="measures")]
    rows = grid(enquiry)
    found = [Gap(code="aspect_without_measure", about=row.aspect.text) for row in rows if row.empty and row.aspect]
    if enquiry.question.aspects:
        found += [Gap(code="measure_without_aspect", about=row.measure.title) for row in rows if row.empty and row.measure]
    found += [gap for measure in measures for gap in _range(measure)]
    ids = [measure.id for measure in measures]
    return found + [Gap(code="same_short_name", about=each) for each in dict.fromkeys(ids) if ids.count(each) > 1]


def _range(measure: Measure) -> list[Gap]:
    if measure.method != "paired_change":
        return []
    if measure.highest is None:
        return [Gap(code="highest_mark", about=measure.title)]
    if measure.highest <= measure.lowest:
        return [Gap(code="range", about=measure.title)]
    if measure.step > measure.highest - measure.lowest:
        return [Gap(code="step", about=measure.title)]
    return []


def _dates(enquiry: Enquiry) -> list[Gap]:
    plan, ethics = enquiry.plan, enquiry.plan.ethics
    found = []
    if plan.before_on is None:
        found.append(Gap(code="before_on"))
    if plan.after_on is None:
        found.append(Gap(code="after_on"))
    if plan.before_on and plan.after_on and plan.after_on <= plan.before_on:
        found.append(Gap(code="after_not_later", about=f"{plan.before_on.isoformat()}, {plan.after_on.isoformat()}"))
    if ethics.destroy_on and plan.after_on and ethics.destroy_on <= plan.after_on:
        found.append(Gap(code="deleted_too_soon", about=ethics.destroy_on.isoformat()))
    if ethics.withdraw_until and ethics.destroy_on and ethics.withdraw_until > ethics.destroy_on:
        found.append(Gap(code="withdraw_after_deletion", about=ethics.withdraw_until.isoformat()))
    return found


def _ends(enquiry: Enquiry) -> list[Gap]:
    plan = enquiry.plan
    found = []
    if not plan.success.strip():
        found.append(Gap(code="success"))
    if not plan.ethics.consent:
        found.append(Gap(code="consent"))
    top = [
        measure.highest - measure.lowest for measure in plan.measures if measure.highest is not None and measure.method == "paired_change"
    ]
    if plan.smallest_worthwhile is not None and top and plan.smallest_worthwhile > max(top):
        found.append(Gap(code="worthwhile_out_of_reach", about=f"{plan.smallest_worthwhile:g}, {max(top):g}"))
    return found
