"""A school's file into the enquiry: looked at first, asked about, then all of it or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.desk.enquiry import Workspace
from workbench.desk.import_preview import Preview, bad_mark_text, published, questions_document, sheets_seen
from workbench.desk.import_shapes import ImportDecisions, read_decisions
from workbench.desk.mark_table import measure_of, put_table
from workbench.enquiry.import_people import Known
from workbench.enquiry.importing import ImportPlan, Incoming, merged, plan_import
from workbench.enquiry.marks import MarkRow, MarkTable
from workbench.enquiry.plan import Measure
from workbench.enquiry.record import Enquiry, ImportNote
from workbench.enquiry.sheets import Book
from workbench.errors import BadInput, Conflict, NeedsDecisions, NotReady, SeveralProblems, WorkbenchError
from workbench.store.sealed import ClassList, Pupil
from workbench.store.spreadsheet import Limits, read_book
from workbench.words import importing as words

_SEEN = re.compile(r" ?\[rows ([^\]]*)\]")
_SEEN_KEPT = 8
_WHO = re.compile(r"(?:match|missing|alike|differs|codes)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came in. ``pairs``, ``only_before``, ``only_after`` and ``neither`` count the enquiry's own group."""

    measure: str
    file_sha256: str
    n_rows: int
    n_pupils: int
    n_new: int
    n_chosen: int
    pairs: int
    only_before: int
    only_after: int
    neither: int
    asked: tuple[str, ...]
    changed: bool
    sentence: str


def preview(
    ws: Workspace,
    file: str | Path,
    decisions: object = None,
    *,
    class_list: ClassList | None = None,
    measure: str | None = None,
    limits: Limits | None = None,
) -> Preview:
    """Look at a file and say what bringing it in would mean; nothing is changed.

    Who is who can only be asked with the class list open. Without it, and where there is one, questions about
    namesakes, joiners and leavers are left to :func:`bring_in`, and answers to them are passed over here.

    Raises:
        UnreadableFile: The file is no table of pupils and marks.
        NotReady: The plan has no measure yet.
    """
    later = class_list is None and (ClassList.exists(ws.record.id) or bool(ws.store.table_names()))
    given = read_decisions(decisions)
    if later:
        given = given.model_copy(update={"answers": {name: one for name, one in given.answers.items() if not _WHO.match(name)}})
    book, chosen, plan, _ = _worked_out(ws, file, given, class_list, measure=measure, limits=limits)
    if later:
        plan = replace(plan, questions=tuple(question for question in plan.questions if not _WHO.match(question.id)))
    return Preview(
        file_sha256=book.sha256,
        kind=book.kind,
        measure=chosen.id,
        sheets=sheets_seen(plan),
        questions=published(plan, chosen),
        problems=tuple(str(problem) for problem in plan.problems),
        notes=tuple(words.NOTES[note] for note in book.notes if note in words.NOTES),
        n_pupils=len(plan.people),
        n_chosen=sum(one.chosen for one in plan.people),
    )


def bring_in(
    ws: Workspace,
    file: str | Path,
    decisions: object = None,
    *,
    class_list: ClassList | None,
    measure: str | None = None,
    limits: Limits | None = None,
) -> Imported:
    """Bring a file's marks into the enquiry and its pupils into the sealed class list: all of it, or nothing.

    The same file with the same decisions a second time changes nothing, and no pupil gets a second code.

    Raises:
        NeedsDecisions: Questions are open; the error holds them all in the published form.
        SeveralProblems: Rows or decisions cannot be used; every one is named.
        UnreadableFile: The file is no table of pupils and marks.
        NotReady: The class list is not open, or the plan has no measure.
        CannotSave, Conflict: Nothing came in.
    """
    if class_list is None:
        raise NotReady("Open the class list first: names may only go there.", do="Give its passphrase, or make a class list, then go on.")
    if class_list.enquiry_id != ws.record.id:
        raise Conflict("This class list belongs to another enquiry.", do="Open the one of this enquiry. Nothing has been changed.")
    book, chosen, plan, given = _worked_out(ws, file, decisions, class_list, measure=measure, limits=limits)
    if plan.problems:
        missing = [BadInput(f"Question '{question.id}' has no answer yet.") for question in plan.missing] if given.answers else []
        raise SeveralProblems([*plan.problems, *missing])
    if plan.missing:
        questions = [question.model_dump(mode="json") for question in published(plan, chosen) if question.required]
        bad = tuple(bad_mark_text(question, chosen) for question in plan.missing if question.kind == "cell")
        raise NeedsDecisions(words.needs_answers(len(plan.missing), bad), questions)
    return _commit(ws, book, chosen, plan, class_list)


def _worked_out(
    ws: Workspace, file: str | Path, decisions: object, class_list: ClassList | None, *, measure: str | None, limits: Limits | None
) -> tuple[Book, Measure, ImportPlan, ImportDecisions]:
    given = read_decisions(decisions)
    chosen = measure_of(ws, measure or given.measure)
    book = read_book(file, limits=limits)
    if given.file_sha256 is not None and given.file_sha256 != book.sha256:
        raise BadInput("These decisions were made for another file.", do="Answer the questions for this file. Nothing has been changed.")
    ws.store.reload()  # another window may have typed marks since
    known = tuple(_known(pupil) for pupil in class_list.pupils) if class_list else ()
    existing = ws.tables().get(chosen.id)
    settled: dict[str, str] = {}
    for note in ws.record.imports:
        if note.file_sha256 == book.sha256 and note.measure == chosen.id:
            settled.update(note.decisions)
    plan = plan_import(book, chosen, given.answers, known=known, existing=existing, settled=settled, list_open=class_list is not None)
    return book, chosen, plan, given


def _known(pupil: Pupil) -> Known:
    seen = _SEEN.search(pupil.note)
    return Known(
        code=pupil.code,
        surname=pupil.surname,
        forename=pupil.forename,
        upn=pupil.upn,
        group=pupil.tutor_group,
        seen_in=frozenset(seen[1].split()) if seen else frozenset(),
    )


def _commit(ws: Workspace, book: Book, measure: Measure, plan: ImportPlan, class_list: ClassList) -> Imported:
    """Seal the pupils, write the table, note the import; on any fault put back what was there."""
    before = {pupil.code: pupil for pupil in class_list.pupils}
    old = ws.tables().get(measure.id)
    try:
        people = [(_code(class_list, one), one) for one in plan.people]
        table = merged(old, measure.id, people, plan.taken_out)
        changed = old is None or table != old
        if {pupil.code: pupil for pupil in class_list.pupils} != before:
            class_list.save()
        if changed:
            put_table(ws, measure, table, what=f"Marks brought in for '{measure.title}'")
            try:
                _note(ws, book, measure, plan)
            except BaseException:
                _put_back(ws, measure, old)
                raise
    except BaseException:
        _unseal(class_list, before)
        raise
    return _imported(plan, measure, people, table, changed=changed)


def _code(class_list: ClassList, one: Incoming) -> str:
    """Return the pupil's code, new to the list or known to it; the rows that were hers are remembered under the seal."""
    if not one.code:
        surname = one.surname or ("" if one.forename else "-")
        return class_list.add(surname, one.forename, one.upn, one.group, _with_rows("", one.seen_in)).code
    pupil = class_list.pupil(one.code)
    changes = {"note": _with_rows(pupil.note, one.seen_in), "upn": pupil.upn or one.upn, "tutor_group": pupil.tutor_group or one.group}
    if any(getattr(pupil, name) != value for name, value in changes.items()):
        class_list.replace(one.code, **changes)
    return one.code


def _with_rows(note: str, rows: Sequence[str]) -> str:
    found = _SEEN.search(note)
    kept = list(dict.fromkeys([*(found[1].split() if found else []), *rows]))[-_SEEN_KEPT:]
    return f"{_SEEN.sub('', note)} [rows {' '.join(kept)}]".strip() if kept else note


def _unseal(class_list: ClassList, before: dict[str, Pupil]) -> None:
    now = {pupil.code: pupil for pupil in class_list.pupils}
    if now == before:
        return
    for code in now.keys() - before.keys():
        class_list.remove(code)
    for code, pupil in before.items():
        if now.get(code) != pupil:
            class_list.replace(code, note=pupil.note, upn=pupil.upn, tutor_group=pupil.tutor_group)
    try:
        class_list.save()
    except WorkbenchError:
        return  # the codes left behind stand for nobody in the enquiry; the first fault is the one to tell


def _put_back(ws: Workspace, measure: Measure, old: MarkTable | None) -> None:
    try:
        if old is None:
            ws.store.remove_table(measure.id, what="Marks taken out again: the import was not finished", author=ws.author)
        else:
            put_table(ws, measure, old, what="Marks put back: the import was not finished")
    except WorkbenchError:
        return


def _note(ws: Workspace, book: Book, measure: Measure, plan: ImportPlan) -> None:
    decisions = {question.id: question.answer for question in plan.questions if question.answer is not None}
    note = ImportNote(at=ws.clock(), measure=measure.id, file_sha256=book.sha256, rows_read=plan.rows_read, decisions=decisions)

    def add(record: Enquiry) -> Enquiry:
        return record.model_copy(update={"imports": (*record.imports, note)})

    ws.change(add, what=f"Import noted for '{measure.title}'")


def _imported(plan: ImportPlan, measure: Measure, people: Sequence[tuple[str, Incoming]], table: MarkTable, *, changed: bool) -> Imported:
    chosen = table.chosen()

    def count(first: bool, second: bool) -> int:
        return sum(_has(row, "before") == first and _has(row, "after") == second for row in chosen)

    pairs = count(True, True)
    sentence = words.brought_in(len(people), len(chosen), pairs, len(chosen) - pairs, changed=changed)
    return Imported(
        measure=measure.id,
        file_sha256=plan.sha256,
        n_rows=plan.rows_read,
        n_pupils=len(people),
        n_new=sum(not one.code for _, one in people),
        n_chosen=len(chosen),
        pairs=pairs,
        only_before=count(True, False),
        only_after=count(False, True),
        neither=count(False, False),
        asked=tuple(question.id for question in plan.questions if question.required),
        changed=changed,
        sentence=sentence,
    )


def _has(row: MarkRow, occasion: str) -> bool:
    return getattr(row, occasion).value is not None


__all__ = ["Imported", "Preview", "bring_in", "preview", "questions_document"]
