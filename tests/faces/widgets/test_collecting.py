"""Step 3 without a browser: names are sealed, marks saved as cells are left, nothing private becomes a trait."""

import ipywidgets
import pytest

from workbench.desk import answers
from workbench.faces.widgets.collecting import Collecting
from workbench.faces.widgets.marks_grid import MarksGrid
from workbench.faces.widgets.private_form import PrivateForm
from workbench.words.labels import label_of
from workbench.words.screens import CLASS_LIST, FORM, GRID, IMPORT, SHEET

NAMES = ["Abara, Chidi", "Blyth, Rowan", "Castell, Mair", "Dunmore, Finn"]
PASSPHRASE = "green kettle on the moon"


@pytest.fixture
def planned(ws):
    answers.put(ws, "frame", "aspects", [{"id": "accuracy", "text": "how accurate they are"}])
    answers.put(ws, "plan", "measures", [{"id": "test", "title": "Place value test", "aspects": ["accuracy"], "highest": "40"}])
    return ws


class Front:
    """What the browser would send to one widget, and what it was sent."""

    def __init__(self, widget, monkeypatch):
        self.widget, self.sent = widget, []
        monkeypatch.setattr(type(widget), "send", lambda _, content, buffers=None: self.sent.append(content))

    def send(self, content, buffers=()):
        self.widget._handle_custom_msg(content, list(buffers))
        return self.sent[-1] if self.sent else None


def private(form, label):
    return next(widget for widget in form.of(PrivateForm) if widget.button == label)


def seal(form, monkeypatch, **changes):
    values = {"names": "\n".join(NAMES), "same": False, "passphrase": PASSPHRASE, "again": PASSPHRASE, **changes}
    return Front(private(form, CLASS_LIST["make"]), monkeypatch).send({"kind": "send", "values": values})


def edit(form, monkeypatch, *edits, sequence=1):
    (grid,) = form.of(MarksGrid)
    return Front(grid, monkeypatch).send({"kind": "edit", "sequence": sequence, "edits": [list(one) for one in edits]})


def everything(path):
    return b"".join(file.read_bytes() for file in path.rglob("*") if file.is_file())


def test_names_are_sealed_and_the_recovery_code_is_shown_once(planned, screen, monkeypatch):
    form = screen(Collecting(planned))
    assert seal(form, monkeypatch)["taken"] is True
    assert CLASS_LIST["print_code"] in form.words()
    assert CLASS_LIST["is_open"].format(count=4) in form.words()
    assert b"Abara" not in everything(planned.path)
    form.press(CLASS_LIST["printed"])
    assert CLASS_LIST["print_code"] not in form.words()


def test_two_different_passphrases_change_nothing(planned, screen, monkeypatch):
    form = screen(Collecting(planned))
    answer = seal(form, monkeypatch, again="green kettle on the mooon")
    assert answer == {"kind": "answer", "taken": False, "words": CLASS_LIST["not_the_same"]}
    assert form.of(MarksGrid) == []


def test_the_list_opens_with_its_passphrase_and_not_with_another(planned, screen, monkeypatch, reopened):
    seal(screen(Collecting(planned)), monkeypatch)
    form = screen(Collecting(reopened()))
    front = Front(private(form, CLASS_LIST["open"]), monkeypatch)
    refused = front.send({"kind": "send", "values": {"passphrase": "something else altogether"}})
    assert refused["taken"] is False
    assert "passphrase" in refused["words"]
    assert front.send({"kind": "send", "values": {"passphrase": PASSPHRASE}})["taken"] is True
    assert CLASS_LIST["is_open"].format(count=4) in form.words()


def test_the_recovery_code_sets_a_new_passphrase(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    code = form.words().split('class="ew-code">')[1].split("<")[0]
    form = screen(Collecting(reopened()))
    form.press(CLASS_LIST["lost"])
    new = "five quiet owls at noon"
    front = Front(private(form, CLASS_LIST["recover"]), monkeypatch)
    assert front.send({"kind": "send", "values": {"code": code, "passphrase": new, "again": new}})["taken"] is True
    form = screen(Collecting(reopened()))
    assert Front(private(form, CLASS_LIST["open"]), monkeypatch).send({"kind": "send", "values": {"passphrase": new}})["taken"] is True


def test_names_reach_the_sheet_as_a_message_and_stand_in_no_trait(planned, screen, monkeypatch):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    (grid,) = form.of(MarksGrid)
    told = Front(grid, monkeypatch).send({"kind": "ready"})
    assert list(told["names"].values()) == ["Abara, Chidi", "Blyth, Rowan", "Castell, Mair", "Dunmore, Finn"]
    assert told["order"] == list(told["names"])
    states = "".join(repr(widget.get_state()) for widget in form.of(ipywidgets.Widget))
    assert not [name for name in ("Abara", "Chidi", "Blyth", "Mair", "Dunmore", PASSPHRASE) if name in states]


def test_marks_are_saved_as_cells_are_left_and_acknowledged(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    pupil = form.of(MarksGrid)[0].rows[0]
    answer = edit(form, monkeypatch, (pupil, "before", "12"), (pupil, "after", "15.5"), sequence=7)
    assert (answer["kind"], answer["sequence"], answer["kept"]) == ("saved", 7, True)
    assert answer["words"].startswith(GRID["saved"])
    row = next(row for row in reopened().tables()["test"].rows if row.pupil == pupil)
    assert (row.before.value, row.after.value, row.chosen) == (12, 15.5, True)


def test_a_half_typed_mark_is_kept_with_its_message_and_found_again(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    pupil = form.of(MarksGrid)[0].rows[0]
    edit(form, monkeypatch, (pupil, "after", "11"))
    answer = edit(form, monkeypatch, (pupil, "before", "14?"))
    assert answer["kept"] is False
    assert "14?" in answer["cells"][0][3]
    (grid,) = screen(Collecting(reopened())).of(MarksGrid)
    shown = next(cell for cell in grid.cells if cell[:2] == [pupil, "before"])
    assert shown[2] == "14?"
    assert "14?" in shown[3]


def test_an_absent_pupil_is_absent_and_not_zero(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    pupil = form.of(MarksGrid)[0].rows[0]
    edit(form, monkeypatch, (pupil, "before", "abs"))
    row = next(row for row in reopened().tables()["test"].rows if row.pupil == pupil)
    assert (row.before.value, row.before.status) == (None, "absent")


def test_a_pupil_is_taken_out_of_the_group_by_a_tick(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    pupil = form.of(MarksGrid)[0].rows[0]
    edit(form, monkeypatch, (pupil, "before", "9"))
    edit(form, monkeypatch, (pupil, "chosen", ""))
    row = next(row for row in reopened().tables()["test"].rows if row.pupil == pupil)
    assert row.chosen is False


def test_a_name_typed_in_the_log_becomes_a_code_while_the_list_is_open(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    form.press(FORM["add"].format(what=label_of("collect", "log").label.lower()))
    form.fill(label_of("collect", "log", "on").label, "21/09/2026")
    form.fill(label_of("collect", "log", "what").label, "Chidi Abara explained a zero")
    assert reopened().record.log[0].what.endswith("explained a zero")
    assert b"Abara" not in everything(planned.path)
    assert "Abara" not in form.field(label_of("collect", "log", "what").label).value


def test_a_mark_book_is_looked_at_asked_about_and_brought_in(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch, names="")
    lines = [
        "Surname,Forename,Test 1,Test 2",
        *(f"{name},{10 + at},{14 + at}" for at, name in enumerate(NAMES)),
    ]
    lines[2] = lines[2].replace("11,15", "abs,15")
    front = Front(private(form, IMPORT["look"]), monkeypatch)
    answer = front.send({"kind": "send", "values": {"file": "book.csv"}}, ["\n".join(lines).encode()])
    assert answer["taken"] is True, answer
    assert IMPORT["preview"] in form.words()
    while True:
        bring = next(button for button in form.of(ipywidgets.Button) if button.description == IMPORT["bring"])
        if not bring.disabled:
            break
        box = next(box for box in form.of(ipywidgets.Dropdown) if box.description == IMPORT["answer"] and box.value == "")
        box.value = box.options[1][1]
    bring.click()
    rows = reopened().tables()["test"].rows
    assert len(rows) == 4
    assert b"Abara" not in everything(planned.path)


def test_no_file_is_no_import(planned, screen, monkeypatch):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    answer = Front(private(form, IMPORT["look"]), monkeypatch).send({"kind": "send", "values": {}})
    assert answer == {"kind": "answer", "taken": False, "words": IMPORT["choose_first"]}


def test_without_a_measure_the_sheet_says_what_to_do(ws, screen):
    form = screen(Collecting(ws))
    assert "Add one in step 2" in form.words()
    assert SHEET["empty"] not in form.words()


def test_an_answer_that_brings_a_new_problem_can_still_be_changed():
    from types import SimpleNamespace

    from workbench.desk.import_shapes import PublishedImportQuestion
    from workbench.faces.widgets.file_import import still_asked

    first = PublishedImportQuestion(
        id="a",
        kind="match",
        text="?",
        required=True,
        choices=(),
        suggestion=None,
        also_mark=False,
        answer=None,
        sheet=1,
        rows=(),
        column="",
    )
    shown = still_asked((first,), SimpleNamespace(doubts=()), {"a": "row:2:3"})
    assert [(one.id, one.answer) for one in shown] == [("a", "row:2:3")]
    assert still_asked((first,), SimpleNamespace(doubts=(first,)), {}) == (first,)


def test_full_marks_changed_in_another_window_hold_at_once(planned, screen, monkeypatch, reopened):
    form = screen(Collecting(planned))
    seal(form, monkeypatch)
    (grid,) = form.of(MarksGrid)
    other = reopened()
    (measure,) = answers.shown(other, "plan")["measures"].raw
    answers.put(other, "plan", "measures", [{**measure, "highest": "20"}])
    reply = edit(form, monkeypatch, (grid.rows[0], "before", "25"))
    assert reply["kept"] is False
    assert "0 to 20" in reply["cells"][0][3]
