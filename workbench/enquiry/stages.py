"""The seven stages: how far each is, from the record and the marks alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.enquiry.marks import MarkTable
from workbench.enquiry.record import Enquiry

StageName = Literal["frame", "plan", "collect", "analyse", "check", "replicate", "report"]
State = Literal["not started", "under way", "done"]
STAGES: tuple[StageName, ...] = ("frame", "plan", "collect", "analyse", "check", "replicate", "report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage: its state, and the codes of what it still lacks (words in ``words.status``)."""

    name: StageName
    state: State
    missing: tuple[str, ...]


def stages(
    enquiry: Enquiry,
    tables: Mapping[str, MarkTable],
    *,
    plan_missing: Iterable[str] = (),
    unanswered: Iterable[str] = (),
    reported: bool = False,
) -> tuple[Stage, ...]:
    """Return the seven stages in order.

    Args:
        enquiry: The record.
        tables: Marks by measure.
        plan_missing: What a lock would still refuse, as codes.
        unanswered: Ids of threats that were found and have no answer yet.
        reported: Whether a report of these data stands in the folder.
    """
    question, plan = enquiry.question, enquiry.plan
    paired = any(row.before.value is not None and row.after.value is not None for table in tables.values() for row in table.chosen())
    marked = any(row.before.value is not None or row.after.value is not None for table in tables.values() for row in table.chosen())
    lacking: dict[StageName, list[str]] = {
        "frame": _lacking(question=question.text, kept_version=question.versions, aspects=question.aspects, sketch=question.answer_sketch),
        "plan": [*plan_missing, *_lacking(lock=plan.lock)],
        "collect": _lacking(marks=marked, both_occasions=paired, log=enquiry.log),
        "analyse": _lacking(both_occasions=paired, what_i_see=enquiry.what_i_see),
        "check": _lacking(both_occasions=paired) + [f"answer {threat}" for threat in unanswered],
        "replicate": _lacking(context=enquiry.context),
        "report": _lacking(both_occasions=paired, claims=enquiry.claims, next_steps=enquiry.next_steps, report=reported),
    }
    begun: dict[StageName, bool] = {
        "frame": bool(question.text or any(question.parts.model_dump().values())),
        "plan": plan != type(plan)(),
        "collect": marked or bool(enquiry.log),
        "analyse": bool(enquiry.what_i_see),
        "check": bool(enquiry.threat_answers),
        "replicate": bool(enquiry.context),
        "report": bool(enquiry.claims or enquiry.next_steps or reported),
    }
    return tuple(Stage(name=name, state=_state(lacking[name], begun[name]), missing=tuple(lacking[name])) for name in STAGES)


def present_stage(found: Iterable[Stage]) -> StageName:
    """Return the first stage that is not done; the last one when all are."""
    return next((stage.name for stage in found if stage.state != "done"), STAGES[-1])


def _lacking(**parts: object) -> list[str]:
    return [name for name, value in parts.items() if not value]


def _state(missing: list[str], begun: bool) -> State:
    if not missing:
        return "done"
    return "under way" if begun else "not started"
