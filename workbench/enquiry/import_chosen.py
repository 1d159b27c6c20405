"""Who of the file is in the enquiry's own group: a flag column whose every entry is explained, or everyone."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.enquiry.import_choices import Look
from workbench.enquiry.import_columns import Column
from workbench.enquiry.import_people import words_of
from workbench.enquiry.import_questions import Asker, Question
from workbench.enquiry.import_rows import Entry
from workbench.enquiry.reading import token_of
from workbench.enquiry.sheets import letter

_IN = {"y", "yes", "true", "1", "x", "✓", "✔", "*", "t", "in", "chosen"}
_OUT = {"n", "no", "false", "0", "", "-", "f", "out"}


class Chooser:
    """Asks which column flags the group and what its entries mean; ``already`` says that the enquiry has its group."""

    def __init__(self, asker: Asker, looks: Sequence[Look], *, already: bool) -> None:
        self.asker = asker
        self.tables = [look.table for look in looks if look.table and look.occasions]
        flags = [(table.sheet, one) for table in self.tables for one in table.of_role("flag")]
        likely = [(sheet, one) for sheet, one in flags if one.flag_likely]
        names = [f"column:{sheet}:{letter(one.index)}" for sheet, one in flags]
        suggestion = f"column:{likely[0][0]}:{letter(likely[0][1].index)}" if likely else ("keep" if already else None)
        self.answer = asker.ask(
            Question(
                id="chosen",
                kind="chosen",
                choices=(*names, *(("keep",) if already else ()), "everyone"),
                suggestion=suggestion,
                required=not (already and not likely),
                about={f"column:{sheet}:{letter(one.index)} is": one.heading for sheet, one in flags},
            )
        )
        heading = next((one.heading for (_, one), name in zip(flags, names, strict=True) if name == self.answer), None)
        self.columns: dict[int, Column] = {
            sheet: one for sheet, one in flags if heading is not None and one.heading.casefold() == heading.casefold()
        }
        self.meaning = self._meanings()

    def _meanings(self) -> dict[str, bool]:
        meaning: dict[str, bool] = {}
        counts: dict[str, int] = {}
        for table in self.tables:
            if table.sheet in self.columns:
                for entry in table.entries:
                    token = self._token(entry)
                    counts[token] = counts.get(token, 0) + 1
        names = {word for table in self.tables for entry in table.entries for word in words_of(f"{entry.surname} {entry.forename}")}
        names |= {word for table in self.tables for word in table.name_words()}
        for number, (token, count) in enumerate(sorted(counts.items()), start=1):
            shown = f"entry-{number}" if names & set(words_of(token)) else token
            answer = self.asker.ask(
                Question(
                    id=f"flag:{shown or 'blank'}",
                    kind="flag",
                    choices=("in_group", "not_in_group"),
                    suggestion="in_group" if token in _IN else ("not_in_group" if token in _OUT else None),
                    about={"seen": shown, "how_many": str(count)},
                )
            )
            meaning[token] = answer == "in_group"
        return meaning

    def _token(self, entry: Entry) -> str:
        index = self.columns[entry.sheet].index
        return token_of(entry.cells[index]) if index < len(entry.cells) else ""

    def is_chosen(self, entries: Sequence[Entry], *, already: bool) -> bool:
        """Say whether a pupil with these rows is in the group; ``already`` whether she was."""
        if self.answer == "everyone":
            return True
        flagged = [entry for entry in entries if entry.sheet in self.columns]
        if not flagged:
            return already
        return any(self.meaning[self._token(entry)] for entry in flagged)
