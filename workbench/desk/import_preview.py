"""What a preview of a file shows: sheets, guesses and doubts, in words and in the published form."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.desk.import_shapes import ImportQuestions, PublishedChoice, PublishedImportQuestion
from workbench.enquiry.import_questions import Question
from workbench.enquiry.importing import ImportPlan
from workbench.enquiry.plan import Measure
from workbench.enquiry.reading import bad_mark
from workbench.enquiry.sheets import letter
from workbench.words import importing as words


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSeen:
    """One column of a sheet: its letter, its heading, and what it was taken for, in words."""

    letter: str
    heading: str
    role: str
    taken_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSeen:
    """One sheet: whether it is used and why not, its heading rows, columns, pupils' rows, and the rows left out."""

    number: int
    name: str
    hidden: bool
    used: bool
    why_not: str
    header_rows: tuple[int, int] | None
    columns: tuple[ColumnSeen, ...]
    first_row: int | None
    last_row: int | None
    n_rows: int
    left_out: tuple[tuple[int, str], ...]
    before_column: str
    after_column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do: sheets, guesses, doubts, and whatever stands in its way. Nothing was changed."""

    file_sha256: str
    kind: str
    measure: str
    sheets: tuple[SheetSeen, ...]
    questions: tuple[PublishedImportQuestion, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    n_pupils: int
    n_chosen: int

    @property
    def doubts(self) -> tuple[PublishedImportQuestion, ...]:
        """The questions that must be answered and are not yet."""
        return tuple(question for question in self.questions if question.required and question.answer is None)

    @property
    def guesses(self) -> tuple[PublishedImportQuestion, ...]:
        """The guesses that may be overruled."""
        return tuple(question for question in self.questions if not question.required)

    @property
    def ready(self) -> bool:
        """Whether every doubt has its answer and nothing stands in the way."""
        return not self.problems and not self.doubts


def questions_document(found: Preview) -> ImportQuestions:
    """Return a preview's questions in the published form, open ones first, for ``import --json``."""
    ordered = sorted(found.questions, key=lambda question: (not question.required, question.answer is not None))
    return ImportQuestions(file_sha256=found.file_sha256, measure=found.measure, questions=tuple(ordered))


def published(plan: ImportPlan, measure: Measure) -> tuple[PublishedImportQuestion, ...]:
    """Return the questions of an import in the published form."""
    sheets = {look.number: look.name for look in plan.looks}
    return tuple(_publish(question, sheets, measure) for question in plan.questions)


def _publish(question: Question, sheets: dict[int, str], measure: Measure) -> PublishedImportQuestion:
    bad = bad_mark_text(question, measure) if question.kind == "cell" else ""
    return PublishedImportQuestion(
        id=question.id,
        kind=question.kind,
        text=words.question_text(question, sheets, bad_mark=bad),
        required=question.required,
        choices=tuple(PublishedChoice(value=value, label=words.choice_text(question, value)) for value in question.choices),
        suggestion=question.suggestion,
        also_mark=question.also_mark,
        answer=question.answer,
        sheet=question.sheet,
        rows=question.rows,
        column=question.column,
    )


def bad_mark_text(question: Question, measure: Measure) -> str:
    """Return what is said of a cell that holds no mark."""
    where = f"Row {question.rows[0]}, '{question.about['heading']}'" if question.about.get("heading") else f"Row {question.rows[0]}"
    return str(bad_mark(question.about["seen"], measure, where=where))


def sheets_seen(plan: ImportPlan) -> tuple[SheetSeen, ...]:
    """Return what was made of every sheet, in words."""
    seen = []
    for look in plan.looks:
        table = look.table
        rows = [entry.row for entry in table.entries] if table else []
        columns = tuple(
            ColumnSeen(letter=letter(one.index), heading=one.heading, role=one.role, taken_for=words.ROLE[one.role])
            for one in (table.columns if table else ())
        )
        seen.append(
            SheetSeen(
                number=look.number,
                name=look.name,
                hidden=look.hidden,
                used=look.used,
                why_not=words.NOT_USED.get(look.reason, ""),
                header_rows=table.header if table else None,
                columns=columns,
                first_row=min(rows, default=None),
                last_row=max(rows, default=None),
                n_rows=len(rows),
                left_out=tuple((row, words.LEFT_OUT[reason]) for row, reason in table.left_out) if table else (),
                before_column="" if look.before is None else letter(look.before),
                after_column="" if look.after is None else letter(look.after),
            )
        )
    return tuple(seen)
