"""What is said in an enquiry that began from another one."""

from __future__ import annotations

from collections.abc import Sequence

BEGAN_REPEAT = "Began as a repeat of another enquiry"
BEGAN_CYCLE = "Began as the next cycle of an enquiry"

LONGEST_TITLE = 120
LONGEST_CONTEXT = 20_000


def new_title(title: str, kind: str, cycle: int) -> str:
    """Return the title of the new enquiry, never longer than a title may be.

    >>> new_title("Place value Y7", "replicate", 1), new_title("Place value Y7, cycle 2", "next_cycle", 3)
    ('Place value Y7, repeat', 'Place value Y7, cycle 3')
    """
    end = ", repeat" if kind == "replicate" else f", cycle {cycle}"
    stem = title.removesuffix(f", cycle {cycle - 1}").removesuffix(", repeat")
    return stem[: LONGEST_TITLE - len(end)].rstrip() + end


def carried_over(*, claims: Sequence[str], next_steps: Sequence[str], context: str) -> str:
    """Return what a next cycle begins with: what was claimed, what was to be done next, and the setting."""
    parts = []
    if claims:
        parts.append("\n".join(["What we claimed last time:", *(f"- {text}" for text in claims)]))
    if next_steps:
        parts.append("\n".join(["What we wanted to do next:", *(f"- {text}" for text in next_steps)]))
    if context.strip():
        parts.append(f"About the setting: {context.strip()}")
    return "\n\n".join(parts)[:LONGEST_CONTEXT]
