"""What is said when a pupil's name stood in free text."""

from __future__ import annotations


def names_replaced(count: int) -> str:
    """Say that names were put as codes before the text was kept."""
    if count == 1:
        return "A pupil's name stood here. It was kept as the pupil's code, so that the enquiry holds no name."
    return f"{count} pupils' names stood here. They were kept as codes, so that the enquiry holds no name."


REASON = "A pupil's name stood in the plan. It was put as the pupil's code."


def looked_for(count: int) -> str:
    """Say what a look through everything that was typed has found."""
    if not count:
        return "No name of the class list stands in what you typed. Nicknames and descriptions cannot be found this way."
    names = "1 name was" if count == 1 else f"{count} names were"
    return f"{names} found in what you typed, and put as codes. Earlier versions in the hidden folder .history still hold what was typed."


SEALED = "The class list is sealed, so names were not looked for in what you typed. Open it to have them looked for."
