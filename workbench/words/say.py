"""What a result says, to a teacher: counts first, the range beside the mean, and what it cannot show.

The branches stand in ``words/results``, one module for each family. Every number spoken comes from the result.
"""

from __future__ import annotations

from workbench.errors import UnknownOption
from workbench.stats.result import Result
from workbench.words.numbers import plain
from workbench.words.results._find import words_for

FORMS = ("full", "short", "note")


def say(result: Result, *, form: str = "full", unit: str = "marks", out_of: float | None = None) -> str:
    """Return what the result says.

    Args:
        result: Any result of ``workbench.stats``.
        form: ``"full"`` with what it cannot show and a next step, ``"short"`` for a table or a
            caption, ``"note"`` with the method, its source and the line of code, for a reader who checks.
        unit: What is counted, in the plural.
        out_of: The highest mark there is, if it should be told.

    Raises:
        UnknownOption: for another form, or for what is not a result.
    """
    if form not in FORMS:
        raise UnknownOption("There is no such form of words.", where="form", seen=form, allowed=", ".join(FORMS), do="Choose one of these.")
    branch = words_for(result, "SAID")
    amount = unit if out_of is None else f"{unit} out of {plain(out_of)}"
    said = [*branch(result, form, amount), f"Code: {result.code()}." if form == "note" else ""]
    return " ".join(sentence for sentence in said if sentence)
