"""When the kernel is gone every form says so and takes no more: stock widgets as well as ours."""

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from workbench.words.screens import LAB

STOCK = """import ipywidgets
from pathlib import Path
box = ipywidgets.Textarea(description="What you hear")
box.observe(lambda change: Path("heard.txt").write_text(change["new"]), "value")
box"""


@pytest.fixture
def stock(lab) -> Path:
    cell = {"cell_type": "code", "execution_count": None, "id": "a", "metadata": {}, "outputs": [], "source": STOCK}
    kernel = {"display_name": "Enquiry workbench", "language": "python", "name": "enquiry-workbench"}
    notebook = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path = lab.folder / "stock.ipynb"
    path.write_text(json.dumps(notebook))
    return path


def ready(page):
    page.locator("#jp-main-statusbar").get_by_text("Enquiry workbench | Idle").wait_for()


def run_cell(page):
    ready(page)
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Control+Enter")
    page.get_by_label("What you hear", exact=True).wait_for()
    ready(page)


def type_into(page, text):
    """Type as a person does: Lab takes the focus once more when a cell has run, so look before typing."""
    box = page.get_by_label("What you hear", exact=True)
    page.wait_for_timeout(300)
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
