"""When the kernel is gone every form says so and takes no more: stock widgets as well as ours."""

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from workbench.desk.answers import shown
from workbench.desk.enquiry import open_enquiry
from workbench.desk.start import start
from workbench.words.labels import label_of
from workbench.words.screens import GRID, LAB

STOCK = """import ipywidgets
from pathlib import Path
box = ipywidgets.Textarea(description="What you hear")
box.observe(lambda change: Path("heard.txt").write_text(change["new"]), "value")
box"""


def strangers_notebook(lab, source: str) -> Path:
    cell = {"cell_type": "code", "execution_count": None, "id": "a", "metadata": {}, "outputs": [], "source": source}
    kernel = {"display_name": "Enquiry workbench", "language": "python", "name": "enquiry-workbench"}
    notebook = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path = lab.folder / "stock.ipynb"
    path.write_text(json.dumps(notebook))
    return path


@pytest.fixture
def stock(lab) -> Path:
    return strangers_notebook(lab, STOCK)


def ready(page):
    page.locator("#jp-main-statusbar").get_by_text("Enquiry workbench | Idle").wait_for()


def run_cell(page, label="What you hear"):
    ready(page)
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Control+Enter")
    page.get_by_label(label, exact=True).wait_for()
    ready(page)
    page.wait_for_timeout(300)  # Lab takes the focus once more when a cell has run


def type_into(page, text):
    box = page.get_by_label("What you hear", exact=True)
    box.click()
    box.press_sequentially(text)


def test_a_stock_box_takes_no_more_when_its_kernel_is_killed(lab, page, stock, shot, until):
    page.goto(lab.url("stock.ipynb"))
    run_cell(page)
    box = page.get_by_label("What you hear", exact=True)
    type_into(page, "heard")
    until(lambda: (lab.folder / "heard.txt").exists() and (lab.folder / "heard.txt").read_text() == "heard")

    lab.kill_kernels()
    banner = page.locator(".ew-banner")
    banner.wait_for()
    assert banner.inner_text().startswith("Not saving:")
    assert banner.get_attribute("role") == "alert"
    page.keyboard.type(" and this is lost")
    assert box.input_value() == "heard"
    assert box.evaluate("box => box.closest('[inert]') !== null")

    # The kernel comes back by itself, the widget does not: the old view stays shut and a button renews it.
    again = page.get_by_role("button", name=LAB["again"])
    again.wait_for()
    shot("kernel-gone")
    assert LAB["lost"] in banner.inner_text()
    assert box.evaluate("box => box.closest('[inert]') !== null")
    again.click()
    banner.wait_for(state="detached")
    type_into(page, "heard again")
    until(lambda: (lab.folder / "heard.txt").read_text() == "heard again")


def test_a_strangers_notebook_is_not_run_when_it_is_opened(lab, page, stock):
    page.goto(lab.url("stock.ipynb"))
    ready(page)
    page.wait_for_timeout(1500)
    assert page.locator(".jp-OutputArea-output").count() == 0
    assert not (lab.folder / "heard.txt").exists()


def test_nobody_comes_in_without_the_token(lab):
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{lab.base}/api/contents")
    assert refused.value.code == 403
    refused.value.close()


def test_what_was_typed_a_moment_before_the_kernel_was_killed_comes_back(lab, page, until):
    ws = start(lab.folder / "Talk", title="Talk")
    page.goto(lab.url("Talk/1%20Frame.ipynb"))
    box = page.get_by_label(label_of("frame", "question").label, exact=True)
    box.wait_for()
    page.wait_for_timeout(500)
    box.click()
    box.press_sequentially("How can paired ta")
    until(lambda: shown(open_enquiry(ws.path), "frame")["question"].raw == "How can paired ta")
    lab.kill_kernels()
    page.locator(".ew-banner").wait_for()
    page.locator(".ew-banner").wait_for(state="detached")
    assert page.get_by_label(label_of("frame", "question").label, exact=True).input_value() == "How can paired ta"


def test_a_sheet_of_marks_takes_no_more_when_its_kernel_is_killed(lab, page, until):
    strangers_notebook(
        lab,
        "from workbench.faces.widgets.marks_grid import Column, MarksGrid\n"
        "MarksGrid(columns=[Column('before', 'Test', '')], rows=['A1'], save=lambda edits: ([], 'Saved.'), needs_names=False)",
    )
    page.goto(lab.url("stock.ipynb"))
    run_cell(page, "A1, Test")
    lab.kill_kernels()
    page.locator(".ew-banner").wait_for()
    until(page.get_by_label("A1, Test", exact=True).is_disabled)
    page.locator(".ew-grid-status", has_text=GRID["gone"]).wait_for()


def test_an_edit_that_gets_no_answer_is_shown_as_not_saved_until_it_is(lab, page):
    strangers_notebook(
        lab,
        "import time\nfrom workbench.faces.widgets.marks_grid import Cell, Column, MarksGrid\n"
        "def save(edits):\n    time.sleep(6)\n    return [Cell(*edit, '') for edit in edits], 'Saved.'\n"
        "MarksGrid(columns=[Column('before', 'Test', '')], rows=['A1', 'A2'], save=save, needs_names=False)",
    )
    page.goto(lab.url("stock.ipynb"))
    run_cell(page, "A1, Test")
    box = page.get_by_label("A1, Test", exact=True)
    box.click()
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    page.locator(".ew-grid-status", has_text=GRID["not_saved"]).wait_for()
    assert "ew-unsaved" in box.get_attribute("class")
    page.locator(".ew-grid-status", has_text="Saved.").wait_for()
    assert "ew-unsaved" not in box.get_attribute("class")
