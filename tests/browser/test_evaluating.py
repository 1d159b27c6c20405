"""The evaluation tool in a real browser: opened from step 2, the kernel killed in the middle, and its page made."""

import re
from urllib.parse import quote

import pytest

from workbench.desk.answers import put_many, shown
from workbench.desk.enquiry import open_enquiry
from workbench.desk.start import start
from workbench.words.evaluation import TOOL, finding_words
from workbench.words.labels import label_of
from workbench.words.screens import FORM, LAB, STAGES

PLAN = {
    "action": "Paired talk before written answers, twice a week",
    "pupils_expected": "12",
    "measures": [{"id": "test", "title": "Place value test", "highest": "40", "minutes": "30", "same_paper": True}],
    "before_on": "08/01/2026",
    "after_on": "05/03/2026",
    "success": "Most of them gain three marks or more",
}


def label(*names):
    return label_of("evaluate", *names).label


@pytest.fixture
def enquiry(lab):
    ws = start(lab.folder / "Talk", title="Talk")
    put_many(ws, {"plan": PLAN})
    return ws


def open_tool(page, lab):
    page.goto(lab.url(quote("Talk/2 Plan.ipynb")))
    page.get_by_role("heading", name=STAGES["planning"].title, exact=True).wait_for()
    page.get_by_role("button", name=TOOL["open"]).click()
    page.get_by_label(label("points_covered"), exact=True).wait_for()


def test_the_evaluation_tool_from_step_2_to_its_page(lab, page, enquiry, shot, until):
    page.set_viewport_size({"width": 1280, "height": 2400})
    open_tool(page, lab)
    page.get_by_text("Success: Most of them gain three marks or more").wait_for()

    # The chain is built; the missing links are named as they are typed.
    page.get_by_role("button", name=FORM["add"].format(what=label("chain").lower())).click()
    page.get_by_label(label("chain", "link"), exact=True).select_option(label="What we learn as teachers")
    page.get_by_label(label("chain", "what"), exact=True).press_sequentially("A coach watches two lessons")
    page.get_by_text(finding_words("link_missing", ("teaching",))[0]).wait_for()
    page.locator(".ew-ticks").get_by_label("Place value test", exact=True).first.click()
    until(lambda: [row.data_sets for row in open_enquiry(enquiry.path).record.evaluation.chain] == [("plan:test",)])

    # A bare effect size is kept as it was typed, with what to do; the kernel is killed; nothing is lost.
    page.get_by_label(label("points_covered"), exact=True).select_option(label=FORM["yes"])
    notes = page.get_by_label(label("points_notes"), exact=True)
    notes.click()
    notes.press_sequentially("An effect size of 0.4")
    page.get_by_text("Write the range beside it").wait_for()
    shot("evaluating-top")
    until(lambda: not shown(open_enquiry(enquiry.path), "evaluate")["points_notes"].accepted)
    lab.kill_kernels()
    page.get_by_text(re.compile(re.escape(LAB["gone"][:40]) + "|" + re.escape(LAB["lost"][:60]))).first.wait_for()
    open_tool(page, lab)
    notes = page.get_by_label(label("points_notes"), exact=True)
    assert notes.input_value() == "An effect size of 0.4"
    assert page.get_by_label(label("chain", "what"), exact=True).input_value() == "A coach watches two lessons"
    notes.fill("An effect size of 0.4, anything from -0.2 to 1.0")
    until(lambda: open_enquiry(enquiry.path).record.evaluation.points_notes.endswith("1.0"))

    # The page is made and stands in the folder.
    page.get_by_role("button", name=TOOL["make"]).click()
    page.get_by_text(TOOL["open_page"]).wait_for()
    shot("evaluating-made")
    assert "A coach watches two lessons" in (enquiry.path / "evaluation" / "evaluation.html").read_text("utf-8")
    assert page.outside == []
