"""Pupils who have a row for one test and none for the other: the leavers, asked about by row, never by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from workbench.enquiry.import_match import MANY
from workbench.enquiry.import_people import Person
from workbench.enquiry.import_questions import Asker, Question
from workbench.enquiry.marks import MarkRow, Occasion

WHY = ("left", "absent", "exempt", "not_attempted", "withdrawn", "not_joined", "blank")


def ask_missing(asker: Asker, people: Sequence[Person], rows: Mapping[str, MarkRow], covered: tuple[Occasion, ...]) -> None:
    """Ask why pupils have no row for a test that the file holds; the answers are put into ``person.status``."""
    for occasion in covered:
        groups: dict[int, list[Person]] = defaultdict(list)
        for person in people:
            if occasion in person.entries or occasion in person.status or _has_mark(person, rows, occasion):
                continue
            groups[person.rows[0].sheet if person.rows else 0].append(person)
        for sheet, those in sorted(groups.items()):
            _ask(asker, occasion, sheet, those)


def _has_mark(person: Person, rows: Mapping[str, MarkRow], occasion: Occasion) -> bool:
    row = rows.get(person.known.code) if person.known else None
    return row is not None and (row.before if occasion == "before" else row.after).status != "blank"


def _ask(asker: Asker, occasion: Occasion, sheet: int, people: Sequence[Person]) -> None:
    likely = "left" if occasion == "after" else "not_joined"
    if len(people) > MANY:
        about = {"occasion": occasion, "how_many": str(len(people))}
        numbers = tuple(person.rows[0].row for person in people if person.rows)
        name = f"missing:{occasion}:{sheet}" if sheet else f"missing:{occasion}"
        answer = asker.ask(
            Question(id=name, kind="many_missing", choices=WHY, suggestion="blank", sheet=sheet or None, rows=numbers, about=about)
        )
        for person in people:
            person.status[occasion] = answer
        return
    for person in people:
        entry = person.rows[0] if person.rows else None
        code = person.known.code if person.known else ""
        group = entry.group if entry else (person.known.group if person.known else "")
        where = f"{sheet}:{entry.row}" if entry else f"pupil:{code}"
        person.status[occasion] = asker.ask(
            Question(
                id=f"missing:{occasion}:{where}",
                kind="missing",
                choices=WHY,
                suggestion=likely,
                sheet=sheet or None,
                rows=(entry.row,) if entry else (),
                about={"occasion": occasion, "group": group, "set": entry.set if entry else "", "code": "" if entry else code},
            )
        )
