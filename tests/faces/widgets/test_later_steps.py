"""Steps 4 to 7 and the first screen, used without a browser on a class of twelve."""

from pathlib import Path

import pytest

from workbench.desk import answers
from workbench.desk.enquiry import open_enquiry
from workbench.desk.mark_table import put_table
from workbench.enquiry.marks import Mark, MarkRow, MarkTable
from workbench.errors import NotReady
from workbench.faces.widgets.analysing import Analysing
from workbench.faces.widgets.checking import Checking
from workbench.faces.widgets.replicating import Replicating
from workbench.faces.widgets.reporting import Reporting
from workbench.faces.widgets.starting import Starting
from workbench.words.labels import label_of
from workbench.words.screens import ANALYSE, CHECK, FORM, REPLICATE, REPORT, STAGES, START

BEFORE = [8, 11, 9, 14, 7, 12, 10, 13, 6, 9, 11, 8]
AFTER = [12, 15, 9, 17, 11, 13, 14, 18, 5, 12, 16, 10]


@pytest.fixture
def marked(ws):
    answers.put(ws, "frame", "aspects", [{"id": "accuracy", "text": "how accurate they are"}])
    measure = {"id": "test", "title": "Place value test", "aspects": ["accuracy"], "highest": "40", "method": "paired_change"}
    answers.put(ws, "plan", "measures", [measure])
    answers.put(ws, "plan", "chosen_by", "lowest_scores")

    def mark(value):
        return Mark(value=float(value), status="present")

    rows = tuple(
        MarkRow(pupil=f"P-{number:03}", chosen=True, before=mark(one), after=mark(two))
        for number, (one, two) in enumerate(zip(BEFORE, AFTER, strict=True))
    )
    put_table(ws, ws.record.plan.measures[0], MarkTable(measure="test", rows=rows), what="test")
    return ws


def test_without_marks_the_analysis_says_what_to_do_first(ws, screen):
    form = screen(Analysing(ws))
    form.press(ANALYSE["look"])
    assert "There are no marks yet" in form.words()


def test_every_pupil_is_drawn_and_every_result_told(marked, screen):
    form = screen(Analysing(marked))
    assert "<img" not in form.words()
    form.press(ANALYSE["look"])
    assert '<img alt="' in form.words()
    assert "12 pupils" in form.words()
    assert ANALYSE["exploratory"] in form.words()
    assert ANALYSE["working"] not in form.words()


def test_what_the_teacher_sees_is_kept(marked, screen, reopened):
    screen(Analysing(marked)).fill(label_of("analyse", "what_i_see").label, "Ten went up")
    assert reopened().record.what_i_see == "Ten went up"


def test_a_threat_shows_its_numbers_and_its_answer_is_kept(marked, screen, reopened):
    form = screen(Checking(marked))
    assert CHECK["answer"] in [box.description for box in form.of(__import__("ipywidgets").Textarea)]
    form.fill(CHECK["answer"], "We repeat it with a second class in spring")
    (kept,) = reopened().record.threat_answers
    assert kept.answer == "We repeat it with a second class in spring"
    again = screen(Checking(reopened()))
    assert again.field(CHECK["answer"]).value == "We repeat it with a second class in spring"


def test_a_colleague_gets_the_plan_and_no_marks(marked, screen):
    form = screen(Replicating(marked))
    form.press(REPLICATE["colleague_make"])
    made = marked.path.parent / "Place value, repeat"
    assert open_enquiry(made).record.plan.measures[0].title == "Place value test"
    assert open_enquiry(made).tables() == {}
    assert 'data-workbench-open="../Place value, repeat/1 Frame.ipynb"' in form.words()


def test_a_folder_that_is_there_is_not_overwritten(marked, screen):
    form = screen(Replicating(marked))
    form.press(REPLICATE["next_make"])
    before = (marked.path.parent / "Place value, cycle 2" / "enquiry.json").read_bytes()
    form.press(REPLICATE["next_make"])
    assert (marked.path.parent / "Place value, cycle 2" / "enquiry.json").read_bytes() == before


def test_the_report_is_made_by_the_maker_that_was_given_and_can_be_opened(marked, screen):
    asked = []

    def maker(folder: Path, audience: str) -> Path:
        asked.append((folder, audience))
        return folder / "reports" / "colleagues.html"

    form = screen(Reporting(marked, maker))
    form.press(REPORT["make"])
    assert asked == [(marked.path, "colleagues")]
    assert 'data-workbench-open="reports/colleagues.html"' in form.words()


def test_a_report_that_cannot_be_made_yet_says_why(ws, screen):
    def maker(folder: Path, audience: str) -> Path:
        raise NotReady("There are no marks yet.", do="Put marks in first.")

    form = screen(Reporting(ws, maker))
    form.press(REPORT["make"])
    assert "There are no marks yet. Put marks in first." in form.words()
    assert REPORT["working"] not in form.words()


def test_claims_and_next_steps_are_kept(marked, screen, reopened):
    form = screen(Reporting(marked, lambda folder, audience: folder))
    form.press(FORM["add"].format(what=label_of("report", "claims").label.lower()))
    form.fill(label_of("report", "claims", "text").label, "Most explained a zero")
    assert reopened().record.claims[0].text == "Most explained a zero"


def test_a_name_makes_a_folder_with_seven_notebooks_and_a_link_to_the_first(tmp_path, screen):
    form = screen(Starting(tmp_path))
    form.fill(label_of("frame", "title").label, "Talk: does it help?")
    form.press(START["make"])
    folder = tmp_path / "Talk does it help"
    assert sorted(path.name for path in folder.glob("*.ipynb")) == [f"{stage.file}.ipynb" for stage in in_order() if stage.number]
    assert open_enquiry(folder).record.title == "Talk: does it help?"
    assert 'data-workbench-open="Talk does it help/1 Frame.ipynb"' in form.words()


def test_without_a_name_nothing_is_made(tmp_path, screen):
    form = screen(Starting(tmp_path))
    form.press(START["make"])
    assert START["name_first"] in form.words()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_that_name_is_left_alone(tmp_path, screen):
    (tmp_path / "Talk").mkdir()
    form = screen(Starting(tmp_path))
    form.fill(label_of("frame", "title").label, "Talk")
    form.press(START["make"])
    assert START["already"].format(name="Talk") in form.words()
    assert list((tmp_path / "Talk").iterdir()) == []


def in_order():
    return sorted(STAGES.values(), key=lambda stage: stage.number)
