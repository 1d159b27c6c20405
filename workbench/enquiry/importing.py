"""From a mark book's cells to marks by pupil: every guess shown, every doubt a question, nothing decided unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.enquiry.import_choices import Look, choose_marks, look_at
from workbench.enquiry.import_chosen import Chooser
from workbench.enquiry.import_columns import IDENTITY, role_by_heading
from workbench.enquiry.import_marks import Cell, Reader
from workbench.enquiry.import_match import Matcher
from workbench.enquiry.import_missing import ask_missing
from workbench.enquiry.import_people import Known, Person, words_of
from workbench.enquiry.import_questions import Asker, Question, plain_id
from workbench.enquiry.import_rows import Entry
from workbench.enquiry.marks import Mark, MarkRow, MarkTable, Occasion
from workbench.enquiry.plan import Measure
from workbench.enquiry.sheets import Book, letter
from workbench.errors import BadInput, UnreadableFile, WorkbenchError

NO_MARK = Mark(value=None, status="blank")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One pupil as she would come in. ``code`` is empty for a pupil whom the class list does not know yet."""

    code: str
    surname: str
    forename: str
    upn: str
    group: str
    seen_in: tuple[str, ...]
    chosen: bool
    before: Mark
    after: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do, what it must still ask, and what stands in its way."""

    sha256: str
    looks: tuple[Look, ...]
    questions: tuple[Question, ...]
    problems: tuple[WorkbenchError, ...]
    unknown: tuple[str, ...]
    people: tuple[Incoming, ...]
    rows_read: int
    occasions: tuple[Occasion, ...]
    taken_out: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Question, ...]:
        """The doubts that nobody has settled."""
        return tuple(question for question in self.questions if question.open)


def plan_import(
    book: Book,
    measure: Measure,
    answers: Mapping[str, str] | None = None,
    *,
    known: Sequence[Known] = (),
    existing: MarkTable | None = None,
    settled: Mapping[str, str] | None = None,
    list_open: bool = False,
) -> ImportPlan:
    """Work out what a file would bring into one measure's table.

    Args:
        book: The file's sheets as text.
        measure: Whose marks these are.
        answers: The answers given so far, by question id.
        known: The pupils of the class list, where it is open.
        existing: The table as it stands.
        settled: What an earlier import of the very same file was told; such questions may have no need to be asked again.
        list_open: Whether ``known`` is the whole class list, so that a code it lacks is nobody's.

    Raises:
        UnreadableFile: No sheet has a table with pupils' names or UPNs, or none has marks.
    """
    asker = Asker(answers or {})
    looks = look_at(book, asker)
    _refuse_unusable(looks, book)
    rows = {row.pupil: row for row in existing.rows} if existing else {}
    before_is_known = any(row.before.status != "blank" for row in rows.values())
    used = choose_marks(looks, measure, asker, before_is_known=before_is_known)
    _refuse_no_tests(used, asker)
    matcher = Matcher(asker, [Person(known=one) for one in known], book.sha256)
    for look in sorted(used, key=lambda one: (one.before is None, one.number)):
        if look.table and look.occasions:
            matcher.take(look.number, look.table.entries, look.occasions)
    covered: tuple[Occasion, ...] = tuple(name for name in ("before", "after") if any(name in look.occasions for look in used))
    people = [person for person in matcher.people if person.entries or (person.known and person.known.code in rows)]
    ask_missing(asker, people, rows, covered)
    chooser = Chooser(asker, used, already=any(row.chosen for row in rows.values()))
    marks = _marks(asker, measure, used, people, known)
    incoming = [_incoming(person, rows, marks, chooser, book.sha256) for person in people if person.entries or person.status]
    incoming = _settle_differences(asker, incoming, rows)
    nobody = _nobody(asker, rows, known) if list_open else ()
    unknown = tuple(name for name in asker.unknown() if (settled or {}).get(name) != asker.answers[name])
    final = {one.number: one for one in used}
    return ImportPlan(
        sha256=book.sha256,
        looks=tuple(final.get(look.number, look) for look in looks),
        questions=tuple(asker.questions.values()),
        problems=(*asker.problems, *(_unknown(name) for name in unknown)),
        unknown=unknown,
        people=tuple(incoming),
        rows_read=sum(len(look.table.entries) for look in used if look.table and look.occasions) - len(matcher.left_out),
        occasions=covered,
        taken_out=nobody,
    )


def _refuse_no_tests(used: Sequence[Look], asker: Asker) -> None:
    """Refuse decisions by which one column would be both tests, or no column any."""
    for look in used:
        if look.before is not None and look.before == look.after:
            where = f"Sheet {look.number}, column {letter(look.before)}"
            do = f"Change the answer to 'before:{look.number}' or 'after:{look.number}'. Nothing has been changed."
            asker.problems.append(BadInput("One column cannot hold both tests: nobody's mark would change.", where=where, do=do))
    if used and not any(look.occasions for look in used):
        do = "Choose a column for the first test, the second, or both. Nothing has been changed."
        asker.problems.append(BadInput("No column was chosen for either test, so no marks would come in.", do=do))


def merged(existing: MarkTable | None, measure: str, people: Sequence[tuple[str, Incoming]], taken_out: Sequence[str] = ()) -> MarkTable:
    """Return the table with the incoming pupils put in, by code; rows of other pupils stay, save those ``taken_out``."""
    rows = {row.pupil: row for row in existing.rows if row.pupil not in taken_out} if existing else {}
    for code, one in people:
        rows[code] = MarkRow(pupil=code, chosen=one.chosen, before=one.before, after=one.after)
    return MarkTable(measure=measure, rows=tuple(rows[code] for code in sorted(rows)))


def _refuse_unusable(looks: Sequence[Look], book: Book) -> None:
    if any(look.used for look in looks):
        return
    last_rows = [next((row for row in reversed(sheet.cells) if any(row)), ()) for sheet in book.sheets if not sheet.hidden]
    if any(role_by_heading(text) in IDENTITY for row in last_rows for text in row):
        raise UnreadableFile("There are headings in this file and no pupils under them.", do="Choose the file with the marks in it.")
    if any(look.reason == "on_its_side" for look in looks):
        do = "Turn the table round (copy it, then paste it with 'transpose'), and bring the file in again. Nothing has been changed."
        raise UnreadableFile("Pupils stand side by side in this file, one in each column.", allowed="one row for each pupil", do=do)
    do = "Check the headings, or write them above the columns, and bring the file in again. Nothing has been changed."
    if any(look.reason in {"no_marks", "hidden", "decided"} for look in looks):
        raise UnreadableFile(
            "No sheet that shows has pupils and a column of marks.", allowed="a heading such as 'Test 1' or 'Mark /40'", do=do
        )
    raise UnreadableFile(
        "No column of pupils' names or UPNs was found in this file.", allowed="a heading such as 'Surname', 'Name' or 'UPN'", do=do
    )


def _unknown(name: str) -> BadInput:
    do = "Take it out of the decisions, then try again."
    return BadInput("An answer was given to a question that this file does not ask.", seen=plain_id(name), do=do)


def _marks(
    asker: Asker, measure: Measure, used: Sequence[Look], people: Sequence[Person], known: Sequence[Known]
) -> dict[tuple[int, int, Occasion], Mark]:
    at: dict[tuple[int, Occasion], int | None] = {}
    headings: dict[tuple[int, int], str] = {}
    for look in used:
        at[look.number, "before"], at[look.number, "after"] = look.before, look.after
        headings.update({(look.number, one.index): one.heading for one in (look.table.columns if look.table else ())})
    cells = []
    for person in people:
        for occasion, entry in person.entries.items():
            index = at.get((entry.sheet, occasion))
            if index is not None:
                text = entry.cells[index] if index < len(entry.cells) else ""
                heading = headings.get((entry.sheet, index), "")
                cells.append(Cell(sheet=entry.sheet, row=entry.row, occasion=occasion, column=letter(index), heading=heading, text=text))
    sources: list[Entry | Known] = [*known, *(entry for person in people for entry in person.rows)]
    told = [words_of(f"{one.surname} {one.forename}") for one in sources]
    reader = Reader(asker, measure, [*told, *(tuple(look.table.name_words()) for look in used if look.table)])
    return reader.read(sorted(cells, key=lambda cell: (cell.sheet, cell.row, cell.column)))


def _incoming(
    person: Person,
    rows: Mapping[str, MarkRow],
    marks: Mapping[tuple[int, int, Occasion], Mark],
    chooser: Chooser,
    file: str,
) -> Incoming:
    entries, known = person.rows, person.known
    row = rows.get(known.code) if known else None

    def mark(occasion: Occasion) -> Mark:
        entry = person.entries.get(occasion)
        if entry is not None:
            return marks.get((entry.sheet, entry.row, occasion), NO_MARK)
        held = getattr(row, occasion) if row else NO_MARK
        told = person.status.get(occasion)
        return held if held.status != "blank" or told is None else Mark(value=None, status=told)  # type: ignore[arg-type]

    def best(part: str) -> str:
        """The class list's own word first, then the row that is surest."""
        sources = [known] if known else sorted(entries, key=lambda entry: not entry.split)
        return next((str(getattr(one, part)) for one in [*sources, *entries] if getattr(one, part, "")), "")

    return Incoming(
        code=known.code if known else "",
        surname=best("surname"),
        forename=best("forename"),
        upn=best("upn"),
        group=best("group"),
        seen_in=tuple(f"{file[:16]}:{entry.sheet}:{entry.row}" for entry in entries),
        chosen=chooser.is_chosen(entries, already=bool(row and row.chosen)),
        before=mark("before"),
        after=mark("after"),
    )


def _nobody(asker: Asker, rows: Mapping[str, MarkRow], known: Sequence[Known]) -> tuple[str, ...]:
    """Ask what becomes of rows whose codes belong to no name: marks that were pasted without names, perhaps of the same pupils."""
    codes = tuple(sorted(rows.keys() - {one.code for one in known}))
    if not codes:
        return ()
    question = Question(id="codes", kind="codes", choices=("keep_rows", "take_out"), about={"how_many": str(len(codes))})
    return codes if asker.ask(question) == "take_out" else ()


def _still_withdrawn(one: Incoming, row: MarkRow | None) -> Incoming:
    """Keep a pupil who has withdrawn out, whatever a file says of her."""
    if row is None or "withdrawn" not in {row.before.status, row.after.status}:
        return one
    return replace(one, before=row.before, after=row.after)


def _settle_differences(asker: Asker, incoming: Sequence[Incoming], rows: Mapping[str, MarkRow]) -> list[Incoming]:
    """Ask once where marks that stand in the enquiry are not those of the file."""

    def differs(one: Incoming) -> bool:
        row = rows.get(one.code)
        return row is not None and any(
            held.status != "blank" and held != new for held, new in ((row.before, one.before), (row.after, one.after))
        )

    incoming = [_still_withdrawn(one, rows.get(one.code)) for one in incoming]
    changed = [one for one in incoming if differs(one)]
    if not changed:
        return list(incoming)
    places = [place.split(":")[2] for one in changed for place in one.seen_in[:1]]
    keep = asker.ask(
        Question(
            id="differs",
            kind="differs",
            choices=("enquiry", "file"),
            rows=tuple(map(int, places)),
            about={"how_many": str(len(changed))},
        )
    )
    if keep == "file":
        return list(incoming)

    def held(one: Incoming) -> Incoming:
        row = rows[one.code]
        before = one.before if row.before.status == "blank" else row.before
        after = one.after if row.after.status == "blank" else row.after
        return replace(one, before=before, after=after)

    return [held(one) if differs(one) else one for one in incoming]
