"""What a form and a question of it are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["line", "text", "whole", "number", "date", "choice", "choices", "yes_no", "rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One question of a form.

    ``choices`` lists the codes that may be given, and is empty where they come from the record (its measures,
    its aspects); ``columns`` the fields of one row for ``rows``.
    ``locks`` marks a field that belongs to the locked plan; ``whole_sizes`` one that takes no effect size without its range.
    """

    name: str
    kind: Kind
    path: str = ""
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    columns: tuple[FieldSpec, ...] = ()
    required: bool = False
    locks: bool = False
    whole_sizes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSpec:
    """One form: a name and its fields in order."""

    name: str
    fields: tuple[FieldSpec, ...] = field(default=())

    def field(self, name: str) -> FieldSpec | None:
        """Return the field of that name, or ``None``."""
        return next((spec for spec in self.fields if spec.name == name), None)
