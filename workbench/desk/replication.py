"""A colleague's repeat of an enquiry, and one's own next cycle: new enquiries that begin with the old one's plan.

What goes over is what a plan needs: the question and its parts, the plan without its lock and without
its dates, and the measures. What never goes over: marks, the class list, the log, what was seen,
claims, answers and names of people. Dates belong to one class's calendar and are set anew; a
withdrawal date or a destruction date that was copied would be a promise nobody made.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from workbench.desk.enquiry import Workspace
from workbench.desk.notebooks import place
from workbench.enquiry.plan import Ethics, Plan
from workbench.enquiry.question import Question
from workbench.enquiry.record import Enquiry, Origin
from workbench.errors import BadInput
from workbench.store.folder import EnquiryStore
from workbench.words import replication as words

NewId = Callable[[], str]


def _fresh() -> str:
    return secrets.token_hex(16)


def clone_for_colleague(ws: Workspace, folder: str | Path, *, new_id: NewId = _fresh) -> Workspace:
    """Begin a repeat of this enquiry for another class, and return it open.

    Question, plan and measures go over; the plan is open again, and the hash of the plan it
    repeats stays with it as its origin. Nothing goes over that came from pupils, and nobody's name:
    how they were chosen, what had been tried with them and the school's priority are left out too.

    Raises:
        BadInput: when the folder exists and holds something.
        CannotSave: when the disk does not take it.
    """
    record = ws.record
    plan = _plan_of(record.plan).model_copy(update={"chosen_how": "", "pupils_expected": None, "year_size": None})
    parts = record.question.parts.model_copy(update={"already_tried": ""})
    question = _question_of(record.question).model_copy(update={"priority": "", "parts": parts})
    copy = _new(ws, new_id(), question, plan, cycle=1, kind="replicate", context="")
    return _begin(ws, folder, copy, what=words.BEGAN_REPEAT, author="")


def next_cycle(ws: Workspace, folder: str | Path, *, new_id: NewId = _fresh) -> Workspace:
    """Begin one's own next cycle from this enquiry, and return it open.

    Besides question, plan and measures, the next steps that were written down and what was claimed
    go over as the context of the new cycle, in the teacher's own words.

    Raises:
        BadInput: when the folder exists and holds something.
        CannotSave: when the disk does not take it.
    """
    record = ws.record
    learned = words.carried_over(
        claims=[claim.text for claim in record.claims], next_steps=[step.what for step in record.next_steps], context=record.context
    )
    plan, question = _plan_of(record.plan), _question_of(record.question)
    following = _new(ws, new_id(), question, plan, cycle=record.cycle + 1, kind="next_cycle", context=learned)
    return _begin(ws, folder, following, what=words.BEGAN_CYCLE, author=ws.author)


def _question_of(question: Question) -> Question:
    """Return the wording and its parts; earlier versions and overrides belong to the old enquiry."""
    return question.model_copy(update={"versions": (), "overrides": (), "answer_sketch": ""})


def _plan_of(plan: Plan) -> Plan:
    """Return the plan open again, without dates and without the names of those who may see the marks."""
    ethics = Ethics(consent=plan.ethics.consent)
    timeline = tuple(each.model_copy(update={"on": None}) for each in plan.timeline)
    undated = {"before_on": None, "after_on": None, "timeline": timeline, "terms": ()}
    return plan.model_copy(update={"lock": None, "amendments": (), "ethics": ethics, **undated})


def _new(
    ws: Workspace,
    enquiry_id: str,
    question: Question,
    plan: Plan,
    *,
    cycle: int,
    kind: Literal["replicate", "next_cycle"],
    context: str,
) -> Enquiry:
    lock = ws.record.plan.lock
    at = ws.clock()
    origin = Origin(kind=kind, enquiry=ws.record.id, title=ws.record.title, plan_sha256=lock.sha256 if lock else "", at=at)
    title = words.new_title(ws.record.title, kind, cycle)
    return Enquiry(id=enquiry_id, title=title, created=at, cycle=cycle, question=question, plan=plan, context=context, origin=origin)


def _begin(ws: Workspace, folder: str | Path, record: Enquiry, *, what: str, author: str) -> Workspace:
    path = Path(folder)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise BadInput("Choose a new folder, or an empty one.", where=path.name, seen="something is in it", do="Nothing was changed.")
    store = EnquiryStore.create(path, record, author=author, clock=ws.clock, what=what)
    place(path)
    return Workspace(store, clock=ws.clock, author=author)
