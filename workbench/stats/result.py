"""What every result has in common."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A frozen answer that keeps what is needed to retell it.

    Attributes:
        n: How many pupils (complete pairs, in paired functions) the numbers rest on.
        missing: How many single values were blank.
        method: What was computed, in the field's terms.
        reference: Where the method is published.
    """

    n: int
    missing: int
    method: str
    reference: str

    def to_dict(self) -> dict[str, object]:
        """Return every field as plain data, unrounded; tuples become lists."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
