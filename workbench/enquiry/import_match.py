"""Putting the rows of several sheets together, pupil by pupil; what names and UPNs do not settle becomes a question."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.enquiry.import_people import (
    Person,
    by_key,
    few_enough,
    groups_differ,
    name_key,
    near,
    same_upn,
    strangers,
    supported,
    turned_round,
)
from workbench.enquiry.import_questions import Asker, Question
from workbench.enquiry.import_rows import Entry
from workbench.enquiry.marks import Occasion
from workbench.errors import BadInput

MANY = 5  # more rows than this without a partner are asked about together
NOT_HERE = ("joined", "absent", "exempt", "not_attempted", "blank", "leave_out")


class Matcher:
    """Takes sheets one after the other and keeps who is who; ``file`` is the content hash, by which rows are known again."""

    def __init__(self, asker: Asker, people: list[Person], file: str) -> None:
        self.asker, self.people, self.file = asker, people, file
        self.left_out: set[tuple[int, int]] = set()
        self._first_sheet = True

    def take(self, sheet: int, entries: Sequence[Entry], occasions: tuple[Occasion, ...]) -> None:
        """Match the rows of one sheet with the pupils known so far; the rest become new pupils."""
        entries = self._each_upn_once(entries)
        free = [person for person in self.people if not any(occasion in person.entries for occasion in occasions)]
        waiting = self._settle_certain(entries, free, occasions)
        taken = {id(person) for person in self.people if any(occasion in person.entries for occasion in occasions)}
        free = [person for person in free if id(person) not in taken]
        waiting = self._settle_names(waiting, free, occasions)
        partners = [person for person in self.people if person.sources() and not any(one in person.entries for one in occasions)]
        if self._first_sheet and not any(person.known for person in self.people):
            for entry in waiting:
                self._new(entry, occasions)
        else:
            self._settle_rest(sheet, waiting, partners, occasions)
        self._first_sheet = False

    def _each_upn_once(self, entries: Sequence[Entry]) -> list[Entry]:
        seen: dict[str, Entry] = {}
        kept = []
        for entry in entries:
            first = seen.setdefault(entry.upn, entry) if entry.upn else entry
            if first is not entry:
                self._two_rows(first, entry)
            else:
                kept.append(entry)
        return kept

    def _two_rows(self, first: Entry, second: Entry) -> None:
        where = f"Sheet {first.sheet}, rows {first.row} and {second.row}"
        if first.sheet != second.sheet:
            where = f"Sheet {first.sheet}, row {first.row} and sheet {second.sheet}, row {second.row}"
        do = "Keep one row for each pupil in the file, then bring it in again. Nothing has been changed."
        self.asker.problems.append(BadInput("These are two rows for one pupil.", where=where, do=do))

    def _settle_certain(self, entries: Sequence[Entry], free: list[Person], occasions: tuple[Occasion, ...]) -> list[Entry]:
        """Settle rows that are known from an earlier import of this very file, or by their UPN."""
        upns = {other.upn: person for person in self.people for other in person.sources() if other.upn}
        rows = {row: person for person in free if person.known for row in person.known.seen_in}
        waiting = []
        for entry in entries:
            earlier = rows.get(f"{self.file[:16]}:{entry.sheet}:{entry.row}")
            person = earlier or (upns.get(entry.upn) if entry.upn else None)
            if person is None:
                waiting.append(entry)
            elif person is not earlier and strangers(entry, person):
                named = [one for one in free if one is not person and name_key(entry) in map(name_key, one.sources())]
                self._ask(entry, [person, *named], occasions, contrary=True)
            elif any(occasion in person.entries for occasion in occasions):
                self._two_rows(next(iter(person.entries.values())), entry)
            else:
                self._give(person, entry, occasions)
        return waiting

    def _settle_names(self, entries: list[Entry], free: list[Person], occasions: tuple[Occasion, ...]) -> list[Entry]:
        owners: dict[tuple[str, ...], list[Person]] = {}
        for person in free:
            for key in dict.fromkeys(name_key(other) for other in person.sources()):
                if key:
                    owners.setdefault(key, []).append(person)
        waiting = [entry for entry in entries if not name_key(entry)]
        for key, group in by_key(entries).items():
            people = owners.get(key, [])
            if not people:
                waiting += self._alike(group)
            elif len(group) == len(people) == 1 and self._plain(group[0], people[0]):
                self._give(people[0], group[0], occasions)
            else:
                for entry in group:
                    fits = [person for person in people if all(same_upn(entry, other) is not False for other in person.sources())]
                    if fits:
                        self._ask(entry, fits, occasions, namesakes=True)
                    else:
                        waiting.append(entry)
        return waiting

    @staticmethod
    def _plain(entry: Entry, person: Person) -> bool:
        told_apart = any(same_upn(entry, other) is False for other in person.sources())
        return not told_apart and not turned_round(entry, person) and not groups_differ(entry, person)

    def _alike(self, group: list[Entry]) -> list[Entry]:
        """Ask about rows of one sheet that carry the same name and no two UPNs to tell them apart."""
        if len(group) == 1 or all(entry.upn for entry in group):
            return group
        apart = len({(entry.group, entry.set) for entry in group}) == len(group)
        first = group[0]
        answer = self.asker.ask(
            Question(
                id=f"alike:{first.sheet}:{first.row}",
                kind="alike",
                choices=("two_pupils", "one_pupil"),
                suggestion="two_pupils" if apart else None,
                sheet=first.sheet,
                rows=tuple(entry.row for entry in group),
                about={"groups": ", ".join(entry.group or entry.set or "?" for entry in group)},
            )
        )
        if answer == "one_pupil":
            self._two_rows(group[0], group[1])
        return group

    def _settle_rest(self, sheet: int, entries: list[Entry], partners: list[Person], occasions: tuple[Occasion, ...]) -> None:
        """Ask about rows without a namesake: those with a near one singly, the others singly while they are few."""
        compare = few_enough(entries, partners)
        close = {entry.row: near(entry, partners) if compare else [] for entry in entries}
        lone = [entry for entry in entries if not close[entry.row]]
        for entry in entries:
            if close[entry.row] or (len(lone) <= MANY and partners):
                self._ask(entry, close[entry.row], occasions, namesakes=False)
        if not partners:
            for entry in lone:
                self._new(entry, occasions)
        elif len(lone) > MANY:
            answer = self.asker.ask(
                Question(
                    id=f"match:{sheet}",
                    kind="many_new",
                    choices=NOT_HERE,
                    suggestion="joined",
                    sheet=sheet,
                    rows=tuple(entry.row for entry in lone),
                    about={"how_many": str(len(lone)), "occasion": occasions[0]},
                )
            )
            for entry in lone:
                self._apply(answer, entry, [], occasions)

    def _ask(
        self, entry: Entry, people: list[Person], occasions: tuple[Occasion, ...], *, namesakes: bool = False, contrary: bool = False
    ) -> None:
        likely = next((p for p in people if p.known and p.known.upn and p.known.upn == entry.upn), None) or supported(entry, people)
        if namesakes and len(people) == 1 and not turned_round(entry, people[0]):
            likely = likely or people[0]
        if contrary:
            likely = None
        about = {"group": entry.group, "set": entry.set, "occasion": occasions[0]}
        about.update({f"{person.ref} is": _described(person, entry.sheet) for person in people})
        answer = self.asker.ask(
            Question(
                id=f"match:{entry.sheet}:{entry.row}",
                kind="upn" if contrary else ("namesakes" if namesakes else ("near" if people else "new")),
                choices=(*(person.ref for person in people), *NOT_HERE),
                suggestion=likely.ref if likely else (None if people else "joined"),
                sheet=entry.sheet,
                rows=(entry.row,),
                about=about,
            )
        )
        self._apply(answer, entry, people, occasions)

    def _apply(self, answer: str, entry: Entry, people: list[Person], occasions: tuple[Occasion, ...]) -> None:
        person = next((one for one in people if one.ref == answer), None)
        answered = self.asker.answers.get(f"match:{entry.sheet}:{entry.row}") == answer
        if person is not None and not any(occasion in person.entries for occasion in occasions):
            self._give(person, entry, occasions)
        elif person is not None and answered:
            self._two_rows(next(iter(person.entries.values())), entry)
        elif answer == "leave_out":
            self.left_out.add((entry.sheet, entry.row))
        else:
            other: Occasion = "before" if "after" in occasions else "after"
            new = self._new(entry, occasions)
            if len(occasions) == 1 and answer in NOT_HERE:
                new.status[other] = "not_joined" if answer == "joined" and other == "before" else answer.replace("joined", "blank")

    def _new(self, entry: Entry, occasions: tuple[Occasion, ...]) -> Person:
        person = Person()
        self._give(person, entry, occasions)
        self.people.append(person)
        return person

    @staticmethod
    def _give(person: Person, entry: Entry, occasions: tuple[Occasion, ...]) -> None:
        for occasion in occasions:
            person.entries[occasion] = entry


def _described(person: Person, besides: int) -> str:
    rows = [f"sheet {entry.sheet}, row {entry.row}" for entry in person.rows if entry.sheet != besides] or ["on the class list"]
    group = next((other.group for other in person.sources() if other.group), "")
    set_ = next((entry.set for entry in person.rows if entry.set), "")
    return "; ".join(part for part in (*rows, f"tutor group {group}" if group else "", f"set {set_}" if set_ else "") if part)
