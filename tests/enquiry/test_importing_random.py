"""Mark books put together at random: whatever the shape, the marks that come out are those that went in, or it is asked."""

from __future__ import annotations

import random

import pytest

from workbench.enquiry.importing import plan_import
from workbench.enquiry.plan import Measure
from workbench.enquiry.sheets import Book, Sheet

TEST = Measure(id="test", title="Number test", highest=40)
FORENAMES = ["Amy", "Ben", "Cara", "Dev", "Ella", "Finn", "Gus", "Hana", "Ivy", "Jack", "Kim", "Grace", "Li-Wei", "Zoë", "Mary-Ann", "Jo"]
SURNAMES = ["Adams", "Baker", "Chan", "Dór", "El-Sayed", "O'Hara", "Green", "Hall", "Young", "King", "Smith", "Jones", "Ng", "de-Souza"]
TITLES = [["Year 7"], ["Maths mark book", ""], [], ["Teacher:", "Mrs P"], ["Place value test, out of 40"]]
FEET = ["Total", "Average", "Mean", "Class average", "Max", "Min", "Number sat"]
HEADINGS = [
    ("Test 1", "Test 2"),
    ("Pre-test", "Post-test"),
    ("Sept /40", "June /40"),
    ("Autumn test", "Spring test"),
    ("Baseline", "Final score"),
    ("T1 (40)", "T2 (40)"),
    ("Test 1 mark (out of 40)", "Test 2 mark (out of 40)"),
]
Name = tuple[str, str]


class Maker:
    """Makes one book; ``truth`` holds what went in, by name."""

    def __init__(self, seed: int) -> None:
        self.chance = chance = random.Random(seed)
        self.names = chance.sample([(surname, forename) for surname in SURNAMES for forename in FORENAMES], chance.randint(3, 30))
        self.marks = {name: (self.mark(), self.mark()) for name in self.names}
        self.upns = {name: f"A{chance.randrange(10**12):012d}" for name in self.names}
        self.heads = chance.choice(HEADINGS)

    def mark(self) -> str:
        if self.chance.random() < 0.1:
            return self.chance.choice(["abs", "Abs", "a", "N/A", "-", ""])
        value = self.chance.randint(1, 80) / 2
        return f"{int(value)}½" if value % 1 and self.chance.random() < 0.3 else f"{value:g}"

    def people(self, *, upn: bool) -> tuple[list[str], dict[Name, list[str]]]:
        style = self.chance.choice(["two", "comma", "plain"])
        if style == "two":
            head = self.chance.choice([["Surname", "Forename"], ["Last name", "First name"], ["Legal Surname", "Legal Forename"]])
            cells = {name: [name[0], name[1]] for name in self.names}
        else:
            head = [self.chance.choice(["Name", "Pupil", "Student name", "Full name"])]
            cells = {name: [f"{name[0]}, {name[1]}" if style == "comma" else f"{name[1]} {name[0]}"] for name in self.names}
        if upn:
            head, cells = [*head, "UPN"], {name: [*cells[name], self.upns[name]] for name in self.names}
        return head, cells

    def sheet(self, name: str, which: tuple[int, ...], *, upn: bool) -> Sheet:
        head, cells = self.people(upn=upn)
        order = self.names if self.chance.random() < 0.3 else self.chance.sample(self.names, len(self.names))
        titles = [TITLES[at] for at in sorted(self.chance.sample(range(len(TITLES)), self.chance.randint(0, 4)))]
        rows = [[*cells[one], *(self.marks[one][at] for at in which)] for one in order]
        feet = [[label, *[""] * (len(head) - 1), *["21.5"] * len(which)] for label in self.chance.sample(FEET, self.chance.randint(0, 3))]
        gap: list[list[str]] = [[]] if self.chance.random() < 0.5 else []
        table = [*titles, [*head, *(self.heads[at] for at in which)], *rows, *gap, *feet]
        return Sheet(name=name, hidden=False, cells=tuple(map(tuple, table)))

    def book(self) -> Book:
        if self.chance.random() < 0.5:
            sheets = (self.sheet("Marks", (0, 1), upn=self.chance.random() < 0.5),)
        else:
            sheets = (self.sheet("S1", (0,), upn=self.chance.random() < 0.5), self.sheet("S2", (1,), upn=False))
        return Book(sha256="a" * 64, kind="xlsx", sheets=sheets)


def value(text: str) -> float | None:
    plain = text.replace("½", ".5")
    return float(plain) if plain and plain[0].isdigit() else None


@pytest.mark.parametrize("seed", range(120))
def test_what_went_in_comes_out(seed: int) -> None:
    made = Maker(seed)
    book = made.book()
    answers = {"chosen": "everyone"}
    for _ in range(2):
        plan = plan_import(book, TEST, answers)
        answers |= {question.id: question.suggestion or question.choices[0] for question in plan.missing}
    plan = plan_import(book, TEST, answers)
    assert not plan.problems
    assert not [question for question in plan.questions if question.kind not in {"token", "chosen"} and question.required]
    came = {frozenset((one.surname, one.forename)): (one.before.value, one.after.value) for one in plan.people}
    assert came == {frozenset(name): (value(first), value(second)) for name, (first, second) in made.marks.items()}
