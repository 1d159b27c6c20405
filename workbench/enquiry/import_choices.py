"""Which sheets, which mark columns and which flag an import uses: guessed from the file, each open to correction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.enquiry.import_columns import IDENTITY, ROLES, Column, Role
from workbench.enquiry.import_questions import Asker, Question
from workbench.enquiry.import_tables import Table, columns_under, header_candidates, on_its_side, pupils_above, read_table
from workbench.enquiry.import_times import counted, perhaps_next_year, told_occasion, when
from workbench.enquiry.marks import Occasion
from workbench.enquiry.plan import Measure
from workbench.enquiry.reading import fits, number_of
from workbench.enquiry.sheets import Book, Sheet, letter
from workbench.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was made of one sheet."""

    number: int
    name: str
    hidden: bool
    used: bool
    reason: str
    table: Table | None = None
    before: int | None = None
    after: int | None = None

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """The occasions whose marks this sheet holds."""
        both: tuple[tuple[Occasion, int | None], ...] = (("before", self.before), ("after", self.after))
        return tuple(name for name, at in both if at is not None)


def look_at(book: Book, asker: Asker) -> tuple[Look, ...]:
    """Return what each sheet is, and whether it is used."""
    looks = []
    for number, sheet in enumerate(book.sheets, start=1):
        table = _table(sheet, number, asker)
        reason = _why_not(table, sheet)
        if table is not None and reason not in {"no_names", "on_its_side"}:
            choice = asker.ask(
                Question(
                    id=f"sheet:{number}",
                    kind="sheet",
                    choices=("use", "leave"),
                    suggestion="leave" if reason else "use",
                    required=False,
                    sheet=number,
                    about={"reason": reason},
                )
            )
            reason = "" if choice == "use" else reason or "decided"
        if table is not None and not reason:
            _refuse_beside(table, asker)
        looks.append(Look(number=number, name=sheet.name, hidden=sheet.hidden, used=not reason, reason=reason, table=table))
    return tuple(looks)


def _table(sheet: Sheet, number: int, asker: Asker) -> Table | None:
    places = header_candidates(sheet)
    if not places:
        return None
    names = [_place(one) for one in places]
    chosen = asker.ask(
        Question(
            id=f"header:{number}",
            kind="header",
            choices=tuple(names),
            suggestion=names[0],
            required=pupils_above(sheet, places),
            sheet=number,
        )
    )
    header = places[names.index(chosen)]
    columns = tuple(_ask_role(one, number, asker) for one in columns_under(sheet, header[0] - 1, header[1] - 1))
    keep = {}
    for name, fate in asker.answers.items():
        told = re.fullmatch(rf"row:{number}:([0-9]{{1,7}})", name)
        if told and fate in {"pupil", "leave_out"}:
            keep[int(told[1])] = fate == "pupil"
    table = read_table(sheet, number, header, columns, keep)
    _ask_rows(table, asker)
    return table


def _refuse_beside(table: Table, asker: Asker) -> None:
    """Refuse two tables side by side: pupils of the second would be lost, and their marks taken for the first's."""
    for one in table.columns:
        if one.beside and asker.answers.get(f"column:{table.sheet}:{letter(one.index)}") != "other":
            asker.problems.append(
                BadInput(
                    "A second list of pupils stands beside the first.",
                    where=f"Sheet {table.sheet}, column {letter(one.index)}",
                    allowed="one list of pupils on each sheet, or one under the other",
                    do="Move the second list under the first, or onto a sheet of its own, then bring the file in again.",
                )
            )


def _place(header: tuple[int, int]) -> str:
    return str(header[1]) if header[0] == header[1] else f"{header[0]}-{header[1]}"


def _ask_role(one: Column, sheet: int, asker: Asker) -> Column:
    role = asker.ask(
        Question(
            id=f"column:{sheet}:{letter(one.index)}",
            kind="column",
            choices=ROLES,
            suggestion=one.role,
            required=False,
            sheet=sheet,
            column=letter(one.index),
        )
    )
    known: Role = next(name for name in ROLES if name == role)
    return one if known == one.role else replace(one, role=known)


def _ask_rows(table: Table, asker: Asker) -> None:
    """Put every row that is left out to the teacher as a guess; a row of marks without a name as a doubt."""
    entries = {entry.row for entry in table.entries}
    told = {int(name.rsplit(":", 1)[1]) for name in asker.answers if re.fullmatch(rf"row:{table.sheet}:[0-9]{{1,7}}", name)}
    for row, reason in table.left_out:
        only_out, doubtful = reason in {"nameless", "other_headings"}, reason == "doubtful"
        asker.ask(
            Question(
                id=f"row:{table.sheet}:{row}",
                kind=reason if only_out else "row",
                choices=("leave_out",) if only_out else ("leave_out", "pupil"),
                suggestion=None if only_out or doubtful else "leave_out",
                required=only_out or doubtful,
                sheet=table.sheet,
                rows=(row,),
                about={"reason": reason},
            )
        )
    for row in sorted(told & entries | told & {row for row, reason in table.left_out if reason == "decided"}):
        asker.ask(
            Question(
                id=f"row:{table.sheet}:{row}",
                kind="row",
                choices=("leave_out", "pupil"),
                suggestion="leave_out",
                required=False,
                sheet=table.sheet,
                rows=(row,),
                about={"reason": "decided"},
            )
        )


def _why_not(table: Table | None, sheet: Sheet) -> str:
    if not any(map(any, sheet.cells)):
        return "empty"
    if table is None:
        return "no_table"
    if not any(one.role in IDENTITY for one in table.columns):
        return "no_names"
    if on_its_side(table):
        return "on_its_side"
    if sheet.hidden:
        return "hidden"
    if not table.of_role("mark"):
        return "no_marks"
    return "" if table.entries else "no_rows"


def choose_marks(looks: Sequence[Look], measure: Measure, asker: Asker, *, before_is_known: bool) -> tuple[Look, ...]:
    """Return the sheets in use, each with its columns for the first and the second test."""
    used = [look for look in looks if look.used and look.table]
    offered = {look.number: _offered(look, measure) for look in used}
    alone = [look for look in used if len(offered[look.number]) == 1]
    order = _order_of_sheets(alone, offered) if len(alone) == len(used) == 2 else {}
    chosen = []
    for look in used:
        marks, every = offered[look.number], look.table.of_role("mark") if look.table else ()
        sure, first, second = _guess(look, marks, order, before_is_known, len(used))
        columns = {}
        for occasion, guess in (("before", first), ("after", second)):
            question = Question(
                id=f"{occasion}:{look.number}",
                kind="occasion",
                choices=(*(letter(one.index) for one in every), "none"),
                suggestion=letter(guess.index) if guess else "none",
                required=not sure,
                sheet=look.number,
                about={"occasion": occasion, **{f"{letter(one.index)} is": one.heading for one in every}},
            )
            answer = asker.ask(question)
            columns[occasion] = next((one for one in (look.table.columns if look.table else ()) if letter(one.index) == answer), None)
        before, after = columns["before"], columns["after"]
        for one in (before, after):
            if one is not None:
                _ask_scale(look.number, one, measure, asker)
        chosen.append(replace(look, before=before.index if before else None, after=after.index if after else None))
    return tuple(chosen)


def _offered(look: Look, measure: Measure) -> tuple[Column, ...]:
    marks = look.table.of_role("mark") if look.table else ()
    marks = tuple(one for one in marks if not _beyond(look, one, measure)) or marks
    same_scale = tuple(one for one in marks if one.out_of is not None and one.out_of == measure.highest)
    unsaid = tuple(one for one in marks if one.out_of is None)
    return same_scale if len(same_scale) >= 2 or (same_scale and not unsaid) else (same_scale + unsaid or marks)


def _beyond(look: Look, one: Column, measure: Measure) -> bool:
    """Say whether most numbers of a column cannot be marks of this measure, as in a column of totals."""
    cells = [entry.cells[one.index] for entry in (look.table.entries if look.table else ()) if one.index < len(entry.cells)]
    numbers = [number for number in (number_of(text, measure) for text in cells[:500] if text) if number is not None]
    return 2 * sum(not fits(number, measure) for number in numbers) > len(numbers)


def _guess(
    look: Look, marks: Sequence[Column], order: dict[int, Occasion], before_is_known: bool, sheets: int
) -> tuple[bool, Column | None, Column | None]:
    """Return whether the guess is sure, and the columns of the first and the second test."""
    if len(marks) == 1:
        occasion = order.get(look.number) or told_occasion(marks[0].heading) or told_occasion(look.name)
        sure = look.number in order
        if occasion is None and sheets == 1 and (before_is_known or (counted(marks[0].heading) or 0) > 1):
            occasion = "after"
        return (sure, None, marks[0]) if occasion == "after" else (sure, marks[0], None)
    times = [when(one.heading) for one in marks]
    timed = sorted((time, one.index, one) for time, one in zip(times, marks, strict=True) if time is not None)
    ranked = [one for _, _, one in timed] if len(timed) >= 2 else sorted(marks, key=lambda one: one.index)
    sure = len(marks) == 2 and None not in times and times[0] != times[1] and not perhaps_next_year(marks[0].heading, marks[1].heading)
    return sure, ranked[0], ranked[-1]


def _order_of_sheets(looks: Sequence[Look], offered: dict[int, tuple[Column, ...]]) -> dict[int, Occasion]:
    """Return which of two sheets comes first, where their names, headings or titles say so."""
    told: list[list[str]] = [
        [offered[look.number][0].heading for look in looks],
        [look.name for look in looks],
        [look.table.titles if look.table else "" for look in looks],
    ]
    for first, second in told:
        one, two = when(first), when(second)
        if one is not None and two is not None and one != two and not perhaps_next_year(first, second):
            early, late = looks if one < two else (looks[1], looks[0])
            return {early.number: "before", late.number: "after"}
    return {}


def _ask_scale(sheet: int, one: Column, measure: Measure, asker: Asker) -> None:
    if one.out_of is not None and measure.highest is not None and one.out_of != measure.highest:
        asker.ask(
            Question(
                id=f"scale:{sheet}:{letter(one.index)}",
                kind="scale",
                choices=("as_planned",),
                sheet=sheet,
                column=letter(one.index),
                about={"heading_says": f"{one.out_of:g}", "plan_says": f"{measure.highest:g}"},
            )
        )
