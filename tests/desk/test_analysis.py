"""Analysing an open enquiry."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from workbench.desk.analysis import analyse
from workbench.desk.drawing import draw
from workbench.errors import NotReady


def test_every_result_has_its_sentence(made: ModuleType, tmp_path: Path) -> None:
    (found,) = analyse(made.make(tmp_path / "e"))
    assert found.label == "planned"
    assert not found.invented
    assert len(found.sentences) == len(found.results) == 4
    assert all(sentence.strip() for sentence in found.sentences)


def test_without_marks_there_is_nothing_to_analyse(made: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="no marks yet"):
        analyse(made.make(tmp_path / "e", marks=False))


def test_a_measure_described_in_words_alone_is_not_analysed(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "e")
    measure = made.MEASURE.model_copy(update={"method": "described_in_words"})
    ws.change(lambda record: record.model_copy(update={"plan": record.plan.model_copy(update={"measures": (measure,)})}), what="Changed")
    with pytest.raises(NotReady, match="No measure in the plan"):
        analyse(ws)


def test_a_drawing_carries_its_words_wherever_it_is_shown(made: ModuleType, tmp_path: Path) -> None:
    (found,) = analyse(made.make(tmp_path / "e"))
    drawn = draw(found.result("MeanChange"), show="group")
    shown = drawn._repr_mimebundle_()
    assert shown["text/plain"] == drawn.alternative
    assert shown["text/html"].startswith('<img alt="')
    assert drawn.png.startswith(b"\x89PNG")
    assert repr(drawn) == f"Drawn(alternative={drawn.alternative!r})"  # a plain Python prompt prints words, not a picture
    assert "<svg" in drawn.svg


def test_the_same_result_gives_the_same_picture(made: ModuleType, tmp_path: Path) -> None:
    (found,) = analyse(made.make(tmp_path / "e"))
    result = found.result("MeanChange")
    assert draw(result, show="group") == draw(result, show="group")
