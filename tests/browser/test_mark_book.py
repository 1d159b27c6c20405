"""A school's mark book through the form: chosen, looked at, asked about, brought in, and no name left behind."""

import json

from workbench.desk.enquiry import open_enquiry
from workbench.desk.importing import preview
from workbench.desk.start import start
from workbench.store.shipped import shipped
from workbench.words.screens import CLASS_LIST, IMPORT

PASSPHRASE = "green kettle on the moon"


def test_the_shipped_mark_book_comes_in_through_the_form(lab, page, shot, until):
    book = shipped("datasets", "place-value-y7", "place-value-y7.xlsx")
    answers = json.loads(shipped("datasets", "place-value-y7", "answers.json").read_text("utf-8"))
    decisions = json.loads(shipped("datasets", "place-value-y7", "decisions.json").read_text("utf-8"))["answers"]
    ws = start(lab.folder / "Talk", title="Talk", answers=answers)
    page.set_viewport_size({"width": 1280, "height": 2600})
    page.goto(lab.url("Talk/3%20Collect.ipynb"))
    page.get_by_label(CLASS_LIST["passphrase"], exact=True).fill(PASSPHRASE)
    page.get_by_label(CLASS_LIST["again"], exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name=CLASS_LIST["make"]).click()
    page.get_by_label(IMPORT["file"], exact=True).set_input_files(str(book))
    page.get_by_role("button", name=IMPORT["look"]).click()
    page.get_by_role("heading", name=IMPORT["doubts"]).wait_for()
    shot("import-questions")

    asked = {question.id: question for question in preview(ws, book, {"answers": {}}).doubts}
    bring = page.get_by_role("button", name=IMPORT["bring"])

    def choose(question, value):
        words = next(choice.label for choice in question.choices if choice.value == value)
        card = page.locator(".ew-card").filter(has_text=question.text)
        card.get_by_label(IMPORT["answer"], exact=True).select_option(label=words)

    for name, value in decisions.items():
        if name in asked:
            choose(asked[name], value)
            page.wait_for_timeout(300)
    shot("import-answered")
    until(bring.is_enabled)
    bring.click()
    page.get_by_role("heading", name=IMPORT["preview"]).wait_for(state="detached")
    shot("import-done")
    tables = open_enquiry(ws.path).tables()
    (table,) = tables.values()
    assert len(table.rows) >= 118
    kept = b"".join(path.read_bytes() for path in lab.folder.rglob("*") if path.is_file())
    import openpyxl

    sheet = openpyxl.load_workbook(book, read_only=True).worksheets[0]
    words = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str) and len(cell) > 6}
    found = [word for word in words if word.encode() in kept]
    assert found == [], len(found)
