"""Each stage notebook opens by itself to a form that can be used, and shows no trace of code."""

from urllib.parse import quote

import pytest

from workbench.desk.answers import put_many
from workbench.desk.enquiry import open_enquiry
from workbench.desk.marks import Edit, put_marks
from workbench.desk.start import start
from workbench.words.screens import ANALYSE, CHECK, PLAN, STAGES

MARKS = [(8, 12), (11, 15), (9, 9), (14, 17), (7, 11), (12, 13), (10, 14), (13, 18), (6, 5), (9, 12), (11, 16), (8, 10)]
ANSWERS = {
    "frame": {
        "question": "How can we use paired talk to help Year 7 pupils who forget the zero explain place value by half term?",
        "aspects": [{"id": "accuracy", "text": "how accurate they are"}, {"id": "talk", "text": "how they explain a zero"}],
    },
    "plan": {
        "action": "Paired talk before written answers, twice a week",
        "pupils_expected": "12",
        "year_size": "118",
        "chosen_by": "lowest_scores",
        "measures": [{"id": "test", "title": "Place value test", "highest": "40", "aspects": ["accuracy"], "same_paper": True}],
    },
}


@pytest.fixture
def enquiry(lab):
    ws = start(lab.folder / "Talk", title="Talk")
    put_many(ws, ANSWERS)
    edits = [
        Edit(pupil=f"C{number:02}", occasion=occasion, text=str(mark))
        for number, pair in enumerate(MARKS)
        for occasion, mark in zip(("before", "after"), pair, strict=True)
    ]
    put_marks(ws, "test", edits)
    return ws


def test_every_stage_opens_by_itself(lab, page, enquiry, shot):
    page.set_viewport_size({"width": 1280, "height": 3000})
    for name, stage in STAGES.items():
        if not stage.number:
            continue
        page.goto(lab.url(quote(f"Talk/{stage.file}.ipynb")))
        page.get_by_role("heading", name=stage.title, exact=True).wait_for()
        if name == "analysing":
            page.get_by_role("button", name=ANALYSE["look"]).click()
            page.locator("figure img").first.wait_for()
        if name == "planning":
            page.get_by_role("button", name=PLAN["rehearse"]).click()
            page.locator("figure img").first.wait_for()
        if name == "checking":
            page.get_by_label(CHECK["answer"], exact=True).first.wait_for()
        page.wait_for_timeout(300)
        words = page.locator(".jp-Notebook").inner_text()
        assert "Traceback" not in words
        assert "does not know" not in words
        assert page.locator(".jp-OutputArea-output pre").count() == 0
        shot(f"stage-{stage.number}")


def test_the_mouse_reaches_the_left_edge_and_slips_cut_nothing(lab, page, enquiry, until):
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(lab.url(quote("Talk/2 Plan.ipynb")))
    tick = page.get_by_label("how they explain a zero", exact=True)
    tick.click()
    until(lambda: open_enquiry(enquiry.path).record.plan.measures[0].aspects == ("accuracy", "talk"))
    page.locator('[data-jp-item-name="cut"]').click()
    page.wait_for_timeout(300)
    assert tick.is_visible()
    assert page.get_by_text("import workbench").count() == 0 or not page.get_by_text("import workbench").first.is_visible()
    page.get_by_role("link", name="3 Collect", exact=True).click()
    page.get_by_role("heading", name=STAGES["collecting"].title, exact=True).wait_for()


def test_a_form_that_comes_back_into_view_shows_what_another_step_changed(lab, page, enquiry):
    page.goto(lab.url(quote("Talk/2 Plan.ipynb")))
    page.get_by_role("heading", name=STAGES["planning"].title, exact=True).wait_for()
    page.get_by_role("link", name="1 Frame", exact=True).click()
    page.get_by_role("heading", name=STAGES["framing"].title, exact=True).wait_for()
    page.wait_for_timeout(2500)  # the form that was left has this long to save what it still had
    aspects = [*ANSWERS["frame"]["aspects"], {"id": "new", "text": "how long they talk"}]
    put_many(open_enquiry(enquiry.path), {"frame": {"aspects": aspects}})
    page.get_by_role("tab", name="2 Plan.ipynb").click()
    page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").get_by_text("how long they talk").first.wait_for()


def test_a_form_that_nothing_has_changed_stays_as_it_is(lab, page, enquiry):
    page.goto(lab.url(quote("Talk/2 Plan.ipynb")))
    page.get_by_role("heading", name=STAGES["planning"].title, exact=True).wait_for()
    page.evaluate("document.querySelector('.ew-form').dataset.same = 'yes'")
    page.get_by_role("link", name="1 Frame", exact=True).click()
    page.get_by_role("heading", name=STAGES["framing"].title, exact=True).wait_for()
    page.wait_for_timeout(2500)
    page.get_by_role("tab", name="2 Plan.ipynb").click()
    page.wait_for_timeout(1500)
    assert page.locator(".ew-form[data-same=yes]").count() == 1
