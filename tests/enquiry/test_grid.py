"""The grid of aspects and measures: holes are found from both sides."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.enquiry.grid import grid
from workbench.enquiry.plan import Measure, Plan
from workbench.enquiry.question import Aspect, Question
from workbench.enquiry.record import Enquiry

ASPECTS = (Aspect(id="accuracy", text="accuracy"), Aspect(id="talk", text="talk"))


def _record(*measures: Measure, aspects: tuple[Aspect, ...] = ASPECTS) -> Enquiry:
    return Enquiry(
        id="0" * 32, title="x", created=datetime(2026, 1, 5, tzinfo=UTC), question=Question(aspects=aspects), plan=Plan(measures=measures)
    )


def test_a_full_grid_has_no_empty_row() -> None:
    rows = grid(
        _record(
            Measure(id="test", title="Test", aspects=("accuracy",)),
            Measure(id="notes", title="Notes", aspects=("talk",), method="described_in_words"),
        )
    )
    assert [(row.aspect.id, row.measure.id, row.analysis, row.empty) for row in rows if row.aspect and row.measure] == [
        ("accuracy", "test", "paired_change", False),
        ("talk", "notes", "described_in_words", False),
    ]


def test_an_aspect_with_two_measures_has_two_rows() -> None:
    rows = grid(_record(*(Measure(id=name, title=name, aspects=("accuracy", "talk")) for name in ("one", "two"))))
    assert len(rows) == 4
    assert not any(row.empty for row in rows)


def test_an_aspect_that_nothing_answers_is_an_empty_row() -> None:
    rows = grid(_record(Measure(id="test", title="Test", aspects=("accuracy",))))
    assert [(row.aspect.id, row.measure) for row in rows if row.empty and row.aspect] == [("talk", None)]


def test_a_measure_that_answers_nothing_or_an_aspect_that_is_gone_is_an_empty_row() -> None:
    rows = grid(_record(Measure(id="test", title="Test", aspects=("accuracy", "talk")), Measure(id="old", title="Old", aspects=("gone",))))
    assert [row.measure.id for row in rows if row.empty and row.measure] == ["old"]


def test_an_empty_plan_has_an_empty_grid() -> None:
    assert grid(_record(aspects=())) == ()
