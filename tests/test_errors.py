"""What every error shows: sentences that a screen and a file can take, whatever was met."""

from __future__ import annotations

import pytest

from workbench.errors import BadInput


@pytest.mark.parametrize("seen", ["\ud800", "a\x00b", "a\u202eb", "x" * 30_000, 10**5000, "line\nline", object()], ids=range(7))
def test_what_was_seen_is_shown_short_and_printable(seen: object) -> None:
    said = str(BadInput("This cannot be used.", seen=seen))
    assert len(said) < 300
    assert said.isprintable()
    assert said.encode("utf-8")


def test_what_was_seen_stays_as_it_was_where_it_can_be_shown() -> None:
    assert BadInput("This cannot be used.", seen="Zoë's 7½").seen == "Zoë's 7½"
