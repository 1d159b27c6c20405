"""One answer of a form at a time: into the record when it is valid, beside it as a draft when not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.desk.enquiry import Workspace
from workbench.enquiry.answers import get_value, put_value, read_answer
from workbench.enquiry.forms import FORMS, FieldSpec, FormSpec
from workbench.enquiry.names import value_without_names
from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput, Locked, SeveralProblems, UnknownOption, WorkbenchError
from workbench.store.drafts import Drafts
from workbench.words.names import names_replaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a form shows for one field: the answer as typed, whether the record has it, and what to mend."""

    raw: object
    accepted: bool
    message: str = ""


def form_of(name: str) -> FormSpec:
    """Return the form of that name.

    Raises:
        UnknownOption: naming the forms that exist.
    """
    if not isinstance(name, str) or name not in FORMS:
        raise UnknownOption("There is no form of that name.", seen=name, allowed=", ".join(FORMS))
    return FORMS[name]


def field_of(form: str, name: str) -> FieldSpec:
    """Return one field of a form.

    Raises:
        UnknownOption: naming the fields that exist.
    """
    spec = form_of(form).field(name)
    if spec is None:
        allowed = ", ".join(field.name for field in form_of(form).fields)
        raise UnknownOption("The form has no field of that name.", where=f"Form '{form}'", seen=name, allowed=allowed)
    return spec


def shown(ws: Workspace, form: str) -> dict[str, Shown]:
    """Return every field's answer: the draft where there is one, else what the record holds."""
    drafts = Drafts(ws.path).all().get(form, {})
    result = {}
    for spec in form_of(form).fields:
        draft = drafts.get(spec.name)
        if draft is None:
            result[spec.name] = Shown(raw=get_value(ws.record, spec.path), accepted=True)
        else:
            result[spec.name] = Shown(raw=draft.raw, accepted=False, message=draft.message)
    return result


def put(ws: Workspace, form: str, name: str, raw: object) -> Shown:
    """Keep one answer, whatever it is worth: nothing that was typed is lost.

    A valid answer goes into the record; any other becomes a draft with the reason.

    Raises:
        Locked: when the field belongs to a locked plan; nothing is changed.
        CannotSave: when the disk does not take it.
    """
    spec = field_of(form, name)
    _refuse_when_locked(ws.record, spec, raw)
    raw, replaced = value_without_names(raw, ws.names)
    drafts = Drafts(ws.path)
    try:
        value = read_answer(spec, raw)
        ws.change(lambda record: put_value(record, spec.path, value), what=f"{form}: {name.replace('_', ' ')}")
    except BadInput as problem:
        drafts.put(form, name, raw, str(problem))
        return Shown(raw=raw, accepted=False, message=str(problem))
    drafts.drop(form, name)
    return Shown(raw=raw, accepted=True, message=names_replaced(replaced) if replaced else "")


def keep(ws: Workspace, form: str, name: str, raw: object) -> None:
    """Keep what is being typed as a draft, unread: a form calls this at each key and ``put`` at each pause.

    Raises:
        CannotSave: when the disk does not take it.
    """
    field_of(form, name)
    Drafts(ws.path).put(form, name, value_without_names(raw, ws.names)[0])


def put_many(ws: Workspace, answers: Mapping[str, object]) -> None:
    """Take the answers of several forms at once, or none of them: the door for files and scripts.

    Raises:
        SeveralProblems: every fault in one go; nothing is changed.
    """
    without = {form: value_without_names(fields, ws.names)[0] for form, fields in answers.items()}
    ws.change(lambda record: with_answers(record, without), what="answers from a file")


def with_answers(record: Enquiry, answers: Mapping[str, object]) -> Enquiry:
    """Return the record with the answers of several forms put in.

    Raises:
        SeveralProblems: every fault in one go.
    """
    problems: list[WorkbenchError] = []
    for form, fields in answers.items():
        if not isinstance(fields, Mapping):
            problems.append(BadInput("The answers of a form are pairs of field and answer.", where=f"Form '{form}'"))
            continue
        for name, raw in fields.items():
            try:
                spec = field_of(form, str(name))
                _refuse_when_locked(record, spec, raw)
                record = put_value(record, spec.path, read_answer(spec, raw))
            except UnknownOption as problem:
                problems.append(problem)
            except WorkbenchError as problem:
                where = f"{form}.{name}" + (f", {problem.where}" if problem.where else "")
                problems.append(type(problem)(problem.what, where=where, seen=problem.seen, allowed=problem.allowed, do=problem.do))
    if problems:
        raise SeveralProblems(problems)
    return record


def _refuse_when_locked(record: Enquiry, spec: FieldSpec, raw: object) -> None:
    if record.plan.lock is None or not spec.locks:
        return
    try:
        unchanged = put_value(record, spec.path, read_answer(spec, raw)) == record
    except BadInput:
        unchanged = False
    if not unchanged:
        raise Locked(
            "The plan is locked, so this answer stays as it is.",
            where=spec.name.replace("_", " ").capitalize(),
            do="To depart from the plan, use 'Change the locked plan' in step 2 and give the reason; the report will say so.",
        )
