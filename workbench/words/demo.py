"""What ``workbench demo`` says."""

from __future__ import annotations

STEPS = (
    "1 Frame: the question, checked and mended",
    "2 Plan: rehearsed and locked",
    "3 Collect: the mark book brought in",
    "4 Analyse: every pupil, then the group",
    "5 Check: what could fool us",
    "6 Replicate: a copy for a colleague",
    "7 Report: one page for colleagues",
)

FOR_A_COLLEAGUE = "{title} for a colleague"


def where_to_look(folder: str, passphrase: str) -> str:
    """Say where the enquiry is and how its class list opens."""
    return f"The enquiry is in {folder}. Its pupils are made up; their class list opens with: {passphrase}\nThe report:"


def found(*sentences: str) -> str:
    """Return what was found, one sentence a line."""
    return "\n".join(sentences)
