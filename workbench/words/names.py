"""What is said when a pupil's name stood in free text."""

from __future__ import annotations


def names_replaced(count: int) -> str:
    """Say that names were put as codes before the text was kept."""
    if count == 1:
        return "A pupil's name stood here. It was kept as the pupil's code, so that the enquiry holds no name."
    return f"{count} pupils' names stood here. They were kept as codes, so that the enquiry holds no name."
