"""Where an enquiry stands, in the published shapes."""

from __future__ import annotations

from workbench.desk import plan as plans
from workbench.desk import question as questions
from workbench.desk import validity
from workbench.desk.enquiry import Workspace
from workbench.desk.published import (
    Check,
    PublishedDraft,
    PublishedEnquiry,
    PublishedNotice,
    PublishedPlan,
    PublishedQuestion,
    PublishedRule,
    PublishedStage,
    PublishedTable,
    PublishedThreat,
    Status,
)
from workbench.enquiry.marks import MarkTable
from workbench.enquiry.stages import present_stage, stages
from workbench.store.drafts import Drafts

NOT_WHOLE = {"conflict_copy", "damaged_snapshot", "drafts_set_aside", "table_changed", "table_missing", "torn_tail", "working_copy_behind"}


def status(ws: Workspace) -> Status:
    """Return the stage, what is missing, the rules' verdicts, the drafts, and whether the files are whole."""
    record, tables = ws.record, ws.tables()
    unanswered = [threat.id for threat in validity.check(ws) if threat.found and not threat.answer]
    missing = plans.missing(ws)
    found = stages(record, tables, plan_missing=missing, unanswered=unanswered, reported=_reported(ws))
    drafts = Drafts(ws.path)
    notices = (*ws.store.verify(), *drafts.notices())
    lock = record.plan.lock
    return Status(
        enquiry=_enquiry(ws),
        stage=present_stage(found),
        stages=tuple(PublishedStage(stage=stage.name, state=stage.state, missing=stage.missing) for stage in found),
        question=_question(ws),
        plan=PublishedPlan(
            locked=lock is not None,
            locked_at=lock.at if lock else None,
            sha256=lock.sha256 if lock else None,
            amendments=len(record.plan.amendments),
            missing=tuple(missing),
        ),
        data=tuple(_table(ws, table) for table in tables.values()),
        drafts=tuple(
            PublishedDraft(form=form, field=name, message=draft.message)
            for form, fields in drafts.all().items()
            for name, draft in fields.items()
        ),
        whole=not any(notice.kind in NOT_WHOLE for notice in notices),
        notices=tuple(PublishedNotice(kind=notice.kind, file=notice.where, sentence=str(notice)) for notice in notices),
    )


def published_check(ws: Workspace) -> Check:
    """Return the threats, found or not, with their numbers."""
    return Check(
        enquiry=_enquiry(ws),
        threats=tuple(
            PublishedThreat(
                id=threat.id,
                title=threat.title,
                grade=threat.grade,
                found=threat.found,
                numbers=dict(threat.numbers),
                sentence=threat.sentence,
                offers=tuple(threat.offers),
                answer=threat.answer,
            )
            for threat in validity.check(ws)
        ),
    )


def _enquiry(ws: Workspace) -> PublishedEnquiry:
    record = ws.record
    return PublishedEnquiry(
        id=record.id, title=record.title, cycle=record.cycle, created=record.created, version=ws.store.version, sha256=ws.store.sha256
    )


def _question(ws: Workspace) -> PublishedQuestion:
    question = ws.record.question
    reasons = {override.rule: override.reason for override in question.overrides}
    rules = questions.verdicts(question.text, parts=question.parts, record=ws.record)
    return PublishedQuestion(
        text=question.text,
        versions=len(question.versions),
        rules=tuple(
            PublishedRule(
                rule=rule.rule,
                verdict=rule.answer,
                words=tuple(rule.words),
                sentence=rule.sentence,
                next_step=rule.next_step,
                rewrite=rule.rewrite,
                overridden_because=reasons.get(rule.rule, ""),
            )
            for rule in rules
        ),
    )


def _table(ws: Workspace, table: MarkTable) -> PublishedTable:
    chosen = table.chosen()
    return PublishedTable(
        measure=table.measure,
        sha256=ws.store.table_sha256(table.measure),
        pupils=len(table.rows),
        chosen=len(chosen),
        pairs=sum(row.before.value is not None and row.after.value is not None for row in chosen),
    )


def _reported(ws: Workspace) -> bool:
    return any((ws.path / "reports").glob("*.html"))
