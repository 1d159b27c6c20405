"""The mark cells of an import: numbers, odd entries and zeros, each read only as a person said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.enquiry.import_people import words_of
from workbench.enquiry.import_questions import Asker, Question
from workbench.enquiry.marks import Mark, Occasion, Status
from workbench.enquiry.plan import Measure
from workbench.enquiry.reading import SUGGESTED, fits, is_token, number_of, token_of

MEANINGS: tuple[str, ...] = ("absent", "exempt", "not_attempted", "withdrawn", "left", "not_joined", "blank", "zero")
_LONGEST_WORD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One mark cell: where it stands, as the teacher sees it, and its text."""

    sheet: int
    row: int
    occasion: Occasion
    column: str
    heading: str
    text: str


class Reader:
    """Reads cells on one measure's scale; ``names`` holds every word of every name, which no question may repeat."""

    def __init__(self, asker: Asker, measure: Measure, names: Iterable[tuple[str, ...]]) -> None:
        self.asker, self.measure = asker, measure
        self.names = frozenset(word for words in names for word in words)

    def read(self, cells: Sequence[Cell]) -> dict[tuple[int, int, Occasion], Mark]:
        """Return a mark for every cell; what a cell alone does not say is asked."""
        marks: dict[tuple[int, int, Occasion], Mark] = {}
        tokens: dict[str, list[Cell]] = defaultdict(list)
        odd: list[Cell] = []
        zeros: dict[Occasion, list[Cell]] = defaultdict(list)
        read = {text: self._mark(text) for text in {cell.text for cell in cells}}  # a year has few different marks
        for cell in cells:
            mark = read[cell.text]
            if mark is not None:
                marks[cell.sheet, cell.row, cell.occasion] = mark
                if mark.value == 0:
                    zeros[cell.occasion].append(cell)
            elif is_token(cell.text) or self._is_word(cell.text):
                tokens[token_of(cell.text)].append(cell)
            else:
                odd.append(cell)
        for token, those in sorted(tokens.items()):
            if token in SUGGESTED or len(those) > 1:
                self._ask_token(token, those, marks)
            else:
                odd += those
        for cell in sorted(odd, key=lambda one: (one.sheet, one.row, one.column)):
            marks[cell.sheet, cell.row, cell.occasion] = self._ask_cell(cell)
        for occasion, those in zeros.items():
            self._ask_zeros(occasion, those, marks)
        return marks

    def _mark(self, text: str) -> Mark | None:
        number = number_of(text, self.measure) if text else None
        return Mark(value=float(number), status="present") if number is not None and fits(number, self.measure) else None

    def _is_word(self, text: str) -> bool:
        """Say whether an entry is a short word that cannot be part of a pupil's name."""
        short = 0 < len(text) <= _LONGEST_WORD and not any(char.isdigit() for char in text)
        return short and not self.names & set(words_of(text))

    def shown(self, text: str) -> str:
        """Return a cell's text as a message may show it: never a name, never long."""
        if self.names & set(words_of(text)):
            return "words with a pupil's name"
        return text if len(text) <= 20 else f"{text[:17]}..."

    def _ask_token(self, token: str, cells: list[Cell], marks: dict[tuple[int, int, Occasion], Mark]) -> None:
        """Ask once what an odd entry means, wherever it stands."""
        question = Question(
            id=f"token:{token or 'blank'}",
            kind="token",
            choices=MEANINGS,
            suggestion=SUGGESTED.get(token),
            about={"seen": token, "how_many": str(len(cells)), "places": places(cells)},
            rows=tuple(cell.row for cell in cells),
        )
        meaning = self.asker.ask(question)
        for cell in cells:
            marks[cell.sheet, cell.row, cell.occasion] = as_mark(meaning)

    def _ask_cell(self, cell: Cell) -> Mark:
        def is_mark(text: str) -> bool:
            number = number_of(text, self.measure)
            return number is not None and fits(number, self.measure)

        question = Question(
            id=f"cell:{cell.sheet}:{cell.column}{cell.row}",
            kind="cell",
            choices=MEANINGS,
            also_mark=True,
            sheet=cell.sheet,
            rows=(cell.row,),
            column=cell.column,
            about={"seen": self.shown(cell.text), "heading": cell.heading},
        )
        answer = self.asker.ask(question, accept=is_mark)
        number = None if answer in MEANINGS else number_of(answer, self.measure)
        return as_mark(answer) if number is None else Mark(value=float(number), status="present")

    def _ask_zeros(self, occasion: Occasion, cells: list[Cell], marks: dict[tuple[int, int, Occasion], Mark]) -> None:
        """Ask whether noughts are marks; a pupil who was away is often given one."""
        question = Question(
            id=f"zeros:{occasion}",
            kind="zeros",
            choices=("zero", *(choice for choice in MEANINGS if choice != "zero")),
            suggestion="zero" if len(cells) == 1 else None,
            rows=tuple(cell.row for cell in cells),
            about={"how_many": str(len(cells)), "places": places(cells), "occasion": occasion},
        )
        meaning = self.asker.ask(question)
        for cell in cells:
            marks[cell.sheet, cell.row, cell.occasion] = as_mark(meaning)


def as_mark(meaning: str) -> Mark:
    """Return the mark that a meaning stands for.

    >>> as_mark("zero").value, as_mark("absent").value
    (0.0, None)
    """
    if meaning == "zero":
        return Mark(value=0.0, status="present")
    status: Status = meaning  # type: ignore[assignment]  # every other meaning is a status
    return Mark(value=None, status=status)


def places(cells: Sequence[Cell], most: int = 6) -> str:
    """Return where cells stand, the first few by name.

    >>> places([Cell(sheet=1, row=9, occasion="before", column="F", heading="", text="abs")])
    'sheet 1: F9'
    """
    by_sheet: dict[int, list[str]] = defaultdict(list)
    for cell in cells[:most]:
        by_sheet[cell.sheet].append(f"{cell.column}{cell.row}")
    text = "; ".join(f"sheet {sheet}: {', '.join(those)}" for sheet, those in by_sheet.items())
    return text + (f" and {len(cells) - most} more" if len(cells) > most else "")
