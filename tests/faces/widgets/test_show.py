"""``workbench.show``: one name per stage; a folder that holds no enquiry is a sentence; nothing typed goes into the notebook."""

import IPython.display
import ipywidgets
import pytest

import workbench
from workbench.desk import answers
from workbench.words.screens import STAGES


@pytest.fixture
def shown(monkeypatch):
    seen = []
    monkeypatch.setattr(IPython.display, "display", lambda data, raw: seen.append(data))
    return seen


def words_of(data):
    instances = ipywidgets.widgets.widget._instances
    box = instances[data["application/vnd.jupyter.widget-view+json"]["model_id"]]
    texts, waiting = [], [box]
    while waiting:
        one = waiting.pop(0)
        texts.append(str(getattr(one, "value", "")))
        waiting = [*getattr(one, "children", ()), *waiting]
    return "\n".join(texts)


def test_every_stage_has_its_name():
    assert set(workbench.show.__all__) == set(STAGES)


@pytest.mark.parametrize("stage", [name for name, stage in STAGES.items() if stage.number])
def test_a_folder_without_an_enquiry_is_a_sentence(stage, tmp_path, shown):
    getattr(workbench.show, stage)(tmp_path)
    (data,) = shown
    assert "Traceback" not in words_of(data)
    assert "enquiry" in words_of(data)


@pytest.mark.parametrize("stage", [name for name, stage in STAGES.items() if stage.number])
def test_what_goes_into_the_notebook_is_an_id_and_a_title(stage, ws, shown):
    answers.put(ws, "frame", "question", "A question that nobody else may see?")
    getattr(workbench.show, stage)(ws.path)
    (data,) = shown
    assert data["text/plain"] == STAGES[stage].title
    assert set(data["application/vnd.jupyter.widget-view+json"]) == {"version_major", "version_minor", "model_id"}
    assert "<h2>" in words_of(data)


def test_a_copy_left_by_a_sync_program_is_told_above_the_form(ws, shown):
    (ws.path / "enquiry (conflicted copy).json").write_text("{}")
    workbench.show.framing(ws.path)
    assert "enquiry (conflicted copy).json" in words_of(shown[0])
