"""One reading of a question: its kind, and the stretches that say what is done and what is to change."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One reading of a question.

    ``kind``: ``how`` (how can we), ``can_we``, ``causal`` (does X improve Y), ``best``, ``link``,
    ``should``, ``evidence`` (how will we know), ``describes``, ``why``, ``compares`` or ``statement``.
    ``trigger`` is the stretch that decided it, as typed.
    """

    kind: str
    reason: str
    trigger: str = ""
    x: str = ""
    v: str = ""
    y: str = ""


def cut(text: str, match: re.Match[str], name: str) -> str:
    """Return one named part of a match, as typed; empty when it is not there."""
    return text[match.start(name) : match.end(name)].strip(" ,;:") if match[name] is not None else ""
