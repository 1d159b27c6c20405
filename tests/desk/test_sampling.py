"""Draws are kept: a numbered table, a line of history with the seed, and no second draw that goes unseen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.desk.enquiry import Workspace, new_enquiry, open_enquiry
from workbench.desk.sampling import keep_groups, keep_sample
from workbench.enquiry.sampling import allocate, draw_sample
from workbench.errors import BadInput, NotEnoughData

BOOKS = [f"B{number:02}" for number in range(1, 13)]


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    return new_enquiry(tmp_path / "Books", "Books", clock=lambda: datetime(2026, 1, 5, 9, tzinfo=UTC))


def test_a_draw_is_kept_with_its_seed_and_can_be_done_again(ws: Workspace) -> None:
    sample, name = keep_sample(ws, BOOKS, 4, of="books of set 3", chance=lambda _: 77)
    assert name == "sample-1"
    rows = open_enquiry(ws.path).store.read_table(name)
    assert [row["code"] for row in rows if row["drawn"] == "yes"] == list(sample.chosen)
    assert [row["code"] for row in rows] == BOOKS
    line = ws.store.history()[-1]
    assert line.what == "drew a fair sample of 4 of 12: books of set 3"
    assert line.why == f"Seed 77; fingerprint of the list {sample.list_sha256[:16]}."
    assert draw_sample(BOOKS, 4, seed=77) == sample


def test_drawing_again_leaves_the_first_draw_in_its_place(ws: Workspace) -> None:
    names = [keep_sample(ws, BOOKS, 4, of="books", chance=lambda _, seed=seed: seed)[1] for seed in (1, 2)]  # type: ignore[misc]
    assert names == ["sample-1", "sample-2"]
    assert sum("drew a fair sample" in line.what for line in ws.store.history()) == 2
    assert ws.tables() == {}


def test_groups_are_kept_with_their_pairs_or_parts(ws: Workspace) -> None:
    scores = {code: float(place) for place, code in enumerate(BOOKS)}
    made, name = keep_groups(ws, BOOKS, of="pupils of 7B", scores=scores, seed=5)
    rows = ws.store.read_table(name)
    assert made == allocate(BOOKS, seed=5, scores=scores)
    assert [row["code"] for row in rows if row["group"] == "1"] == list(made.first)
    assert sorted(row["part"] for row in rows) == sorted(str(pair) for pair in range(1, 7) for _ in range(2))
    assert ws.store.history()[-1].what == "made two groups by lot within pairs, of 6 and 6: pupils of 7B"
    halves = {code: "7A" if code < "B07" else "7B" for code in BOOKS}
    keep_groups(ws, BOOKS, of="pupils", strata=halves, seed=5)
    assert {row["code"]: row["part"] for row in ws.store.read_table("groups-2")} == halves


def test_names_are_not_kept_and_a_draw_that_cannot_be_leaves_nothing(ws: Workspace) -> None:
    ws.names = {"K7QF": ("Zoe", "Bennett")}
    with pytest.raises(BadInput, match="Use their codes"):
        keep_sample(ws, ["Zoe Bennett", "B02"], 1, of="pupils")
    with pytest.raises(NotEnoughData):
        keep_sample(ws, BOOKS, 13, of="books")
    assert ws.store.table_names() == ()
    _, name = keep_sample(ws, BOOKS, 2, of="the books Zoe Bennett lent")
    assert "Zoe" not in ws.store.history()[-1].what
    assert name == "sample-1"
