"""What every result has in common, and the three kinds of result."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

KINDS = {
    "estimate": ("estimate", "low", "high", "level"),
    "test": ("p", "alternative", "smallest_p"),
    "table": ("rows",),
}
"""The fields that make a result an estimate, a test or a table; it may be more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A frozen answer that keeps what is needed to retell it.

    Attributes:
        made_by: The call that made it, with the names of its own fields in braces.
        n: How many pupils (complete pairs, in paired functions) the numbers rest on.
        missing: How many single values were blank.
        method: What was computed, in the field's terms.
        reference: Where the method is published.
    """

    made_by: ClassVar[str] = ""

    n: int
    missing: int
    method: str
    reference: str

    def code(self) -> str:
        """Return the line of code that makes such a result, its options as they were.

        >>> from workbench.stats import smallest_possible_p
        >>> smallest_possible_p("paired", 5).code()
        "workbench.stats.smallest_possible_p('paired', 5, alternative='two_sided')"
        """
        return "workbench.stats." + self.made_by.format_map({field.name: _Shown(getattr(self, field.name)) for field in fields(self)})

    def kinds(self) -> tuple[str, ...]:
        """Return which of ``estimate``, ``test`` and ``table`` this result is."""
        names = {field.name for field in fields(self)}
        return tuple(kind for kind, needed in KINDS.items() if names.issuperset(needed))

    def to_dict(self) -> dict[str, object]:
        """Return every field as plain data, unrounded; tuples become lists."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


class _Shown:
    """A value that stands in a line of code as it would be typed."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __format__(self, spec: str) -> str:
        return repr(self.value)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Result):
        return value.to_dict()
    return value
