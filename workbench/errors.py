"""What can go wrong, said so that the reader can go on.

Every error names what happened, the value that was seen, what is allowed, and
what to do next. Faces print ``str(error)`` and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST_SEEN = 200


def _showable(value: object) -> str:
    """Return a value as a message can show it: not endless, and without characters that no screen or file takes."""
    try:
        text = str(value)
    except ValueError:  # Python will not write out a whole number of thousands of digits
        return "a very long number"
    text = text if len(text) <= _LONGEST_SEEN else f"{text[: _LONGEST_SEEN - 3]}..."
    return "".join(" " if char.isspace() else (char if char.isprintable() else "\N{REPLACEMENT CHARACTER}") for char in text)


class WorkbenchError(Exception):
    """The root of every error that this package raises on purpose.

    Args:
        what: One sentence: what could not be done, or what to look at.
        seen: The value that was met, as text. Never a pupil's name: a row number or a code.
        allowed: What would have been accepted.
        do: What to do next, as a sentence.
        where: The place, for instance ``"Row 14, 'Test 2'"``.
    """

    kind = "problem"

    def __init__(self, what: str, *, seen: object = None, allowed: str = "", do: str = "", where: str = "") -> None:
        self.what = what
        self.seen = None if seen is None else _showable(seen)
        self.allowed = allowed
        self.do = do
        self.where = where
        super().__init__(what)

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.seen:
            parts.append(f"Seen: {self.seen}.")
        if self.allowed:
            parts.append(f"Allowed: {self.allowed}.")
        if self.do:
            parts.append(self.do)
        return " ".join(parts)

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows: the sentences, and no traceback."""
        return [str(self)]

    def to_dict(self) -> dict[str, str | None]:
        """Return the parts as plain data, for ``--json`` and for logs."""
        return {
            "kind": self.kind,
            "what": self.what,
            "where": self.where,
            "seen": self.seen,
            "allowed": self.allowed,
            "do": self.do,
        }


class BadInput(WorkbenchError):
    """A value that was given cannot be used."""

    kind = "bad_input"


class UnknownOption(BadInput):
    """A named choice that does not exist; ``allowed`` lists those that do."""

    kind = "unknown_option"


class NotEnoughData(WorkbenchError):
    """The number asked for cannot be computed honestly from so little."""

    kind = "not_enough_data"


class Undefined(WorkbenchError):
    """The number asked for has no value for these data, whatever their count."""

    kind = "undefined"


class NotAnEnquiry(WorkbenchError):
    """The folder holds no enquiry."""

    kind = "not_an_enquiry"


class NewerFormat(WorkbenchError):
    """The file was written by a newer version; nothing was changed."""

    kind = "newer_format"


class OlderFormat(WorkbenchError):
    """The file is of a format too old to be read; nothing was changed."""

    kind = "older_format"


class Damaged(WorkbenchError):
    """A file is not whole, or not what was saved."""

    kind = "damaged"


class Conflict(WorkbenchError):
    """Someone, or another window, saved in between."""

    kind = "conflict"


class CannotSave(WorkbenchError):
    """The disk is full, or the folder cannot be written; the last good version stands."""

    kind = "cannot_save"


class Locked(WorkbenchError):
    """The plan is locked; a change needs a reason and becomes a new version."""

    kind = "locked"


class NotReady(WorkbenchError):
    """An earlier step is missing."""

    kind = "not_ready"


class WrongPassphrase(WorkbenchError):
    """The class list stays sealed."""

    kind = "wrong_passphrase"


class UnreadableFile(WorkbenchError):
    """A file from outside cannot be read as a table."""

    kind = "unreadable_file"


class SeveralProblems(WorkbenchError):
    """All the faults of one form or one table, together."""

    kind = "several_problems"

    def __init__(self, problems: Sequence[WorkbenchError]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(f"{count} things need a look." if count != 1 else str(self.problems[0]))

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return str(self.problems[0])
        return "\n".join([self.what, *(f"- {problem}" for problem in self.problems)])


class NeedsDecisions(WorkbenchError):
    """A file can come in once these questions are answered.

    ``questions`` holds plain data in the published form (``docs/schemas/import-questions.json``).
    """

    kind = "needs_decisions"

    def __init__(self, what: str, questions: Sequence[dict[str, object]]) -> None:
        self.questions = tuple(questions)
        super().__init__(what, do="Answer the questions, then bring the file in again.")
