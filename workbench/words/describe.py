"""The text alternative of a result's figure: what a reader who cannot see it needs to know.

With ``show="group"`` nothing is told of single pupils, as nothing of them is drawn. The branches
stand in ``words/results``, beside what the same results say.
"""

from __future__ import annotations

from workbench.errors import UnknownOption
from workbench.stats.result import Result
from workbench.words.results._find import words_for

SHOWS = ("pupils", "group")


def describe(result: Result, *, show: str = "pupils", unit: str = "marks") -> str:
    """Return the text alternative of the figure that is drawn for ``result``.

    Args:
        result: Any result of ``workbench.stats`` that has a figure.
        show: ``"pupils"`` when every pupil is drawn, ``"group"`` when only the group is.
        unit: What is counted, in the plural.

    Raises:
        UnknownOption: for another ``show``, or a result that has no figure.
    """
    if show not in SHOWS:
        raise UnknownOption("There is no such figure.", where="show", seen=show, allowed=", ".join(SHOWS), do="Choose one of these.")
    branch = words_for(result, "DESCRIBED")
    return " ".join(sentence for sentence in branch(result, show == "pupils", unit) if sentence)
