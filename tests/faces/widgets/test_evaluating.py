"""The evaluation tool on the screen: opened from steps 2 and 5, kept as it is typed, and printed."""

import IPython.display
import ipywidgets
import pytest

import workbench
from workbench.desk.answers import put_many, shown
from workbench.faces.printed import make_evaluation
from workbench.faces.widgets.checking import Checking
from workbench.faces.widgets.evaluating import Evaluating
from workbench.faces.widgets.planning import Planning
from workbench.words.evaluation import PROMPTS, TOOL, finding_words
from workbench.words.labels import label_of
from workbench.words.screens import FORM, STAGES

MEASURE = {"id": "test", "title": "Place value test", "highest": "40", "minutes": "30"}


def label(*names):
    return label_of("evaluate", *names).label


@pytest.fixture
def planned(ws):
    put_many(ws, {"plan": {"measures": [MEASURE], "before_on": "08/01/2026", "after_on": "05/03/2026", "success": "Most gain three marks"}})
    return ws


@pytest.mark.parametrize("step", [Planning, Checking])
def test_it_is_opened_and_closed_from_its_step(planned, screen, step):
    form = screen(step(planned, make_evaluation))
    assert PROMPTS["T5-7"][0] not in form.words()
    form.press(TOOL["open"])
    for title, _ in PROMPTS.values():
        assert title in form.words()
    form.press(TOOL["close"])
    assert PROMPTS["T5-7"][0] not in form.words()


def test_what_the_plan_says_is_shown_and_what_is_added_goes_to_the_disk(planned, screen, reopened):
    form = screen(Evaluating(planned, make_evaluation))
    assert "Success: Most gain three marks" in form.words()
    form.fill(label("points_covered"), True)
    form.fill(label("points_notes"), "Both parts of the question")
    own = reopened().record.evaluation
    assert (own.points_covered, own.points_notes) == (True, "Both parts of the question")
    assert reopened().record.plan == planned.record.plan


def test_the_chain_is_built_and_the_missing_link_is_named_as_it_is_typed(planned, screen, reopened):
    form = screen(Evaluating(planned, make_evaluation))
    form.press(FORM["add"].format(what=label("chain").lower()))
    form.fill(label("chain", "link"), "learning")
    form.fill(label("chain", "what"), "A coach watches two lessons")
    assert finding_words("link_missing", ("teaching",))[0] in form.words()
    assert "Nothing will show this link" in form.words()
    form.fill("Place value test", True)
    assert reopened().record.evaluation.chain[0].data_sets == ("plan:test",)
    assert "Nothing will show this link" not in form.words()


def test_half_a_row_and_a_bare_number_are_kept_with_their_messages(planned, screen, reopened):
    form = screen(Evaluating(planned, make_evaluation))
    form.press(FORM["add"].format(what=label("short_success").lower()))
    form.fill(label("short_success", "target"), "d = 0.5")
    assert "its range is wide" in form.words()
    again = screen(Evaluating(reopened(), make_evaluation))
    assert again.field(label("short_success", "target")).value == "d = 0.5"
    assert "its range is wide" in again.words()
    assert not shown(reopened(), "evaluate")["short_success"].accepted


def test_a_row_of_the_start_can_be_chosen_at_once_for_later(planned, screen, reopened):
    form = screen(Evaluating(planned, make_evaluation))
    form.press(FORM["add"].format(what=label("baseline").lower()))
    form.fill(label("baseline", "kind"), "work_samples")
    form.fill(label("baseline", "title"), "Six books")
    form.press(FORM["add"].format(what=label("medium_data").lower()))
    form.fill(label("medium_data", "data_set"), "own:six-books")
    assert reopened().record.evaluation.medium_data[0].data_set == "own:six-books"


def test_the_page_is_made_and_can_be_opened(planned, screen):
    form = screen(Evaluating(planned, make_evaluation))
    form.press(TOOL["make"])
    assert 'data-workbench-open="evaluation/evaluation.html"' in form.words()
    assert (planned.path / "evaluation" / "evaluation.md").exists()


def test_it_has_a_page_of_its_own(planned, monkeypatch):
    seen = []
    monkeypatch.setattr(IPython.display, "display", lambda data, raw: seen.append(data))
    workbench.show.evaluating(planned.path)
    assert [data["text/plain"] for data in seen] == [STAGES["evaluating"].title]


def test_every_box_outside_a_row_has_a_label_that_no_other_has(planned, screen):
    boxes = screen(Evaluating(planned, make_evaluation)).of((ipywidgets.Text, ipywidgets.Textarea, ipywidgets.Dropdown))
    names = [box.description for box in boxes]
    assert len(set(names)) == len(names)
