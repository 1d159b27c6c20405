"""A teacher's way from the tile to the report, in a real browser, with the kernel restarted and the page reloaded on the way."""

import json
import re
from pathlib import Path

import pytest

from workbench.desk.answers import put_many, shown
from workbench.desk.enquiry import open_enquiry
from workbench.words.labels import label_of
from workbench.words.marks import OCCASION
from workbench.words.screens import CLASS_LIST, FRAME, GRID, LAB, REPORT, START

TITLE = "Place value Y7"
WEAK = "Does paired talk improve marks?"
NAMES = [
    "Abara, Chidi",
    "Blyth, Rowan",
    "Castell, Mair",
    "Dunmore, Finn",
    "Eskander, Nadia",
    "Farrow, Tom",
    "Gill, Harpreet",
    "Holt, Ivy",
    "Iqbal, Samir",
    "Jessop, Ada",
    "Kerr, Lewis",
    "Lund, Freya",
]
MARKS = [(8, 12), (11, 15), (9, 9), (14, 17), (7, 11), (12, 13), (10, 14), (13, 18), (6, 5), (9, 12), (11, 16), (8, 10)]
PASSPHRASE = "green kettle on the moon"
PLAN = {
    "action": "Paired talk before written answers, twice a week",
    "pupils_expected": "12",
    "chosen_by": "lowest_scores",
    "measures": [{"id": "test", "title": "Place value test", "highest": "40", "aspects": ["accuracy"], "same_paper": True}],
}


def label(form, *names):
    return label_of(form, *names).label


def opened(page, lab, path):
    page.goto(lab.url(path.replace(" ", "%20")))


def restart_kernel(page):
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Kernel$")).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Restart Kernel…$")).click()
    page.locator(".jp-Dialog button", has_text="Restart").click()


def paste(page, text):
    """Put a block into the focused cell as the clipboard would."""
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }""",
        text,
    )


def cell(page, who, occasion):
    return page.get_by_label(f"{who}, {OCCASION[occasion]}", exact=True)


def saved_notebooks(folder: Path):
    return {path.name: json.loads(path.read_text("utf-8")) for path in folder.rglob("*.ipynb")}


def nothing_private_is_stored(lab, folder):
    for name, notebook in saved_notebooks(lab.folder).items():
        assert "widgets" not in notebook["metadata"], name
        assert all(not one.get("outputs") for one in notebook["cells"]), name
    kept = b"".join(path.read_bytes() for path in lab.folder.rglob("*") if path.is_file())
    for name in NAMES:
        assert name.split(",")[0].encode() not in kept


def test_from_the_tile_to_the_report(lab, page, shot, until):
    # The tile makes the starter, which opens by itself; the name makes the folder.
    page.goto(lab.url())
    page.locator(".jp-LauncherCard", has_text=LAB["tile"]).click()
    page.get_by_label(label("frame", "title"), exact=True).fill(TITLE)
    page.get_by_role("button", name=START["make"]).click()
    shot("start")
    page.get_by_role("link", name=START["go_on"].format(step="1 Frame")).click()
    folder = lab.folder / TITLE

    # A weak question shows why it is weak.
    question = page.get_by_label(label("frame", "question"), exact=True)
    question.click()
    question.press_sequentially(WEAK)
    page.get_by_text("you would need many classes").wait_for()
    until(lambda: open_enquiry(folder).record.question.text == WEAK)
    shot("frame")

    # The plan comes from a script here; its form has tests of its own.
    ws = open_enquiry(folder)
    put_many(ws, {"frame": {"aspects": [{"id": "accuracy", "text": "how accurate they are"}]}, "plan": PLAN})

    # The class list is sealed, then twelve rows of marks are pasted.
    opened(page, lab, f"{TITLE}/3 Collect.ipynb")
    page.get_by_label(CLASS_LIST["names"], exact=True).fill("\n".join(NAMES))
    page.get_by_label(CLASS_LIST["passphrase"], exact=True).fill(PASSPHRASE)
    page.get_by_label(CLASS_LIST["again"], exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name=CLASS_LIST["make"]).click()
    page.get_by_text(CLASS_LIST["is_open"].format(count=12)).wait_for()
    cell(page, NAMES[0], "before").click()
    named = [f"{name}\t{before}\t{after}" for name, (before, after) in zip(NAMES, MARKS, strict=True)]
    paste(page, "\n".join([named[0], *reversed(named[1:])]))
    refusal = page.locator(".ew-grid-note").filter(has_text=GRID["other_names"].format(row=2))
    refusal.wait_for()  # beside the cell, where the eyes are
    assert cell(page, NAMES[0], "before").input_value() == ""
    paste(page, "\n".join(named))
    page.get_by_text(GRID["saved"]).wait_for()
    assert [row.before.value is not None for row in open_enquiry(folder).tables()["test"].rows] == [True] * 12
    shot("collect")

    # A half-typed mark is put aside with its message.
    cell(page, NAMES[2], "after").click()
    page.keyboard.type("14?")
    page.keyboard.press("Enter")
    page.get_by_text("14?", exact=False).first.wait_for()
    shot("collect-half-typed")

    # The kernel is restarted: the forms come back by themselves, the list is sealed again.
    restart_kernel(page)
    page.get_by_text(CLASS_LIST["sealed"]).wait_for()
    page.locator(".ew-banner").wait_for(state="detached")
    codes = sorted(row.pupil for row in open_enquiry(folder).tables()["test"].rows)
    values = [cell(page, code, "after").input_value() for code in codes]
    assert values.count("14?") == 1
    assert sorted(value for value in values if value != "14?") == sorted(str(after) for _, after in (MARKS[:2] + MARKS[3:]))

    # The page is reloaded: everything is still there, half-typed answers too.
    opened(page, lab, f"{TITLE}/1 Frame.ipynb")
    assert page.get_by_label(label("frame", "question"), exact=True).input_value() == WEAK
    title = page.get_by_label(label("frame", "title"), exact=True)
    title.fill("")
    until(lambda: not shown(open_enquiry(folder), "frame")["title"].accepted)
    page.reload()
    title.wait_for()
    assert title.input_value() == ""
    page.get_by_text("Type something here.").wait_for()
    title.fill(TITLE)
    until(lambda: shown(open_enquiry(folder), "frame")["title"].accepted)

    # On to the report.
    opened(page, lab, f"{TITLE}/7 Report.ipynb")
    page.get_by_role("button", name=REPORT["make"]).click()
    link = page.get_by_role("link", name=REPORT["open"])
    link.wait_for(timeout=90_000)
    shot("report-form")
    link.click()
    report = page.frame_locator("iframe").first
    report.get_by_role("heading", name=TITLE).first.wait_for()
    shot("report")

    page.keyboard.press("Control+s")
    nothing_private_is_stored(lab, folder)
    assert page.outside == []


@pytest.fixture
def enquiry(lab):
    from workbench.desk.start import start

    return start(lab.folder / "Talk", title="Talk")


def test_the_framing_form_is_completed_from_the_keyboard_alone(lab, page, enquiry, until, shot):
    opened(page, lab, "Talk/1 Frame.ipynb")
    page.get_by_label(label("frame", "title"), exact=True).wait_for()

    def focused():
        return page.evaluate("document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent")

    def tab_to(name):
        for _ in range(150):
            if focused().strip() == name:
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {name!r}; last at {focused()!r}")

    for field, text in (
        ("question", "Does paired talk improve marks?"),
        ("approach", "paired talk"),
        ("year", "Year 7"),
        ("need", "who forget the zero in 4006"),
        ("subject_aspect", "place value"),
    ):
        tab_to(label("frame", field))
        page.keyboard.type(text)
    until(lambda: open_enquiry(enquiry.path).record.question.parts.subject_aspect == "place value")
    tab_to(FRAME["assemble"])
    page.keyboard.press("Enter")
    until(lambda: "place value" in open_enquiry(enquiry.path).record.question.text)
    tab_to("Add a line to: the parts your question asks about")
    page.keyboard.press("Space")
    page.get_by_label(label("frame", "aspects", "text"), exact=True).wait_for()
    page.keyboard.press("Shift+Tab")
    tab_to(label("frame", "aspects", "text"))
    page.keyboard.type("how they explain a zero")
    tab_to(label("frame", "answer_sketch"))
    page.keyboard.type("They explain it to each other first.")
    tab_to(FRAME["version_why"])
    page.keyboard.type("first wording")
    tab_to(FRAME["version_keep"])
    page.keyboard.press("Enter")
    until(lambda: open_enquiry(enquiry.path).record.question.versions != ())
    record = open_enquiry(enquiry.path).record
    assert record.question.aspects[0].text == "how they explain a zero"
    until(lambda: open_enquiry(enquiry.path).record.question.answer_sketch == "They explain it to each other first.")
    # No key of the form was taken for one of Lab's: the notebook is as it was shipped.
    (cells,) = [notebook["cells"] for name, notebook in saved_notebooks(enquiry.path).items() if name == "1 Frame.ipynb"]
    assert len(cells) == 1
    assert page.locator(".jp-Notebook .jp-Cell").count() == 1
    shot("keyboard")


def test_a_saved_notebook_holds_no_output_and_asks_no_question_when_it_is_closed(lab, page, enquiry):
    path = enquiry.path / "1 Frame.ipynb"
    opened(page, lab, "Talk/1 Frame.ipynb")
    page.get_by_label(label("frame", "title"), exact=True).wait_for()
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^File$")).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Save Notebook$")).click()
    page.wait_for_timeout(1500)
    notebook = json.loads(path.read_text("utf-8"))
    assert notebook["cells"][0]["outputs"] == []
    assert notebook["cells"][0]["execution_count"] is None
    page.locator(".lm-TabBar-tabCloseIcon:visible").last.click()
    page.wait_for_timeout(500)
    assert page.locator(".jp-Dialog").count() == 0


def test_restart_and_run_all_runs_the_form_once(lab, page, enquiry):
    opened(page, lab, "Talk/1 Frame.ipynb")
    page.get_by_label(label("frame", "title"), exact=True).wait_for()
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Kernel$")).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Restart Kernel and Run All Cells…$")).click()
    page.locator(".jp-Dialog button", has_text="Restart").click()
    page.wait_for_timeout(4000)
    page.get_by_label(label("frame", "title"), exact=True).wait_for()
    assert page.locator(".ew-banner").count() == 0
    assert page.evaluate("jupyterapp.shell.currentWidget.content.widgets[0].model.executionCount") == 1


def test_a_second_window_does_not_disturb_the_first(lab, page, enquiry, until):
    opened(page, lab, "Talk/1 Frame.ipynb")
    page.get_by_label(label("frame", "title"), exact=True).wait_for()
    second = page.context.new_page()
    second.goto(lab.url("Talk/1%20Frame.ipynb"))
    second.get_by_label(label("frame", "priority"), exact=True).fill("Number sense")
    until(lambda: open_enquiry(enquiry.path).record.question.priority == "Number sense")
    page.get_by_label(label("frame", "question"), exact=True).fill("How can paired talk help?")
    until(lambda: open_enquiry(enquiry.path).record.question.text == "How can paired talk help?")
    assert open_enquiry(enquiry.path).record.question.priority == "Number sense"
    assert page.locator(".ew-banner").count() == 0
