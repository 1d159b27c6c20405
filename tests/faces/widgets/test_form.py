"""Any form: what is typed is on the disk at once, read when it can be, kept beside its message when not."""

import pytest

from workbench.desk import answers
from workbench.enquiry.forms import FORMS
from workbench.errors import CannotSave
from workbench.faces.widgets import plain
from workbench.faces.widgets.form import Form
from workbench.words.labels import label_of
from workbench.words.screens import FORM


def label(*names):
    return label_of(*names).label


def test_an_answer_goes_into_the_record_on_the_disk(ws, screen, reopened):
    screen(Form(ws, "plan")).fill(label("plan", "action"), "Paired talk before written answers")
    assert reopened().record.plan.action == "Paired talk before written answers"


def test_a_wrong_answer_is_kept_as_typed_and_shown_with_its_message(ws, screen, reopened):
    form = screen(Form(ws, "plan"))
    form.fill(label("plan", "pupils_expected"), "a dozen")
    assert "Type a number here." in form.words()
    again = screen(Form(reopened(), "plan"))
    assert again.field(label("plan", "pupils_expected")).value == "a dozen"
    assert "Type a number here." in again.words()
    assert reopened().record.plan.pupils_expected is None


def test_a_mended_answer_takes_its_message_away(ws, screen, reopened):
    form = screen(Form(ws, "plan"))
    form.fill(label("plan", "pupils_expected"), "a dozen")
    form.fill(label("plan", "pupils_expected"), "12")
    assert "Type a number here." not in form.words()
    assert reopened().record.plan.pupils_expected == 12


def test_a_date_is_shown_as_it_is_written_in_school(ws, screen, reopened):
    screen(Form(ws, "plan")).fill(label("plan", "before_on"), "14/09/2026")
    assert screen(Form(reopened(), "plan")).field(label("plan", "before_on")).value == "14/09/2026"


def test_a_choice_and_a_yes_or_no_are_kept(ws, screen, reopened):
    form = screen(Form(ws, "plan"))
    form.fill(label("plan", "chosen_by"), "lowest_scores")
    form.press(FORM["add"].format(what=label("plan", "measures").lower()))
    form.fill(label("plan", "measures", "title"), "Place value test")
    form.fill(label("plan", "measures", "same_paper"), True)
    record = reopened().record
    assert record.plan.chosen_by == "lowest_scores"
    assert record.plan.measures[0].same_paper is True


def test_answers_of_one_row_that_come_faster_than_the_form_is_drawn_are_all_kept(ws, screen, reopened):
    form = screen(Form(ws, "plan"))
    form.press(FORM["add"].format(what=label("plan", "measures").lower()))
    with form.rc:  # nothing is drawn again until the end of the block
        form.fill(label("plan", "measures", "title"), "Place value test")
        form.fill(label("plan", "measures", "highest"), "40")
        form.fill(label("plan", "measures", "step"), "0.5")
    measure = reopened().record.plan.measures[0]
    assert (measure.title, measure.highest, measure.step) == ("Place value test", 40, 0.5)
    assert form.field(label("plan", "measures", "highest")).value == "40"


def test_rows_are_added_moved_and_taken_away(ws, screen, reopened):
    form = screen(Form(ws, "frame"))
    name = label("frame", "aspects", "text")
    for number, text in enumerate(("accuracy", "speed", "confidence")):
        form.press(FORM["add"].format(what=label("frame", "aspects").lower()))
        form.fill(name, text, number)
    form.press(FORM["up"], 2)
    assert [aspect.text for aspect in reopened().record.question.aspects] == ["accuracy", "confidence", "speed"]
    form.press(FORM["remove"], 0)
    assert [aspect.text for aspect in reopened().record.question.aspects] == ["confidence", "speed"]
    assert [form.field(name, 0).value, form.field(name, 1).value] == ["confidence", "speed"]


def test_a_row_keeps_its_short_name_when_its_words_change(ws, screen, reopened):
    form = screen(Form(ws, "frame"))
    form.press(FORM["add"].format(what=label("frame", "aspects").lower()))
    form.fill(label("frame", "aspects", "text"), "accuracy")
    form.fill(label("frame", "aspects", "text"), "how accurate they are")
    (aspect,) = reopened().record.question.aspects
    assert (aspect.id, aspect.text) == ("accuracy", "how accurate they are")


def test_parts_of_the_question_can_be_ticked_for_a_measure(ws, screen, reopened):
    form = screen(Form(ws, "plan", choices={"measures.aspects": [("accuracy", "How accurate"), ("speed", "How fast")]}))
    form.press(FORM["add"].format(what=label("plan", "measures").lower()))
    form.fill(label("plan", "measures", "title"), "Test")
    form.fill("How fast", True)
    assert reopened().record.plan.measures[0].aspects == ("speed",)


def test_an_answer_cut_off_before_it_was_read_is_read_when_the_form_opens_again(ws, screen, reopened):
    answers.keep(ws, "frame", "priority", "Number sense in Year 7")
    screen(Form(ws, "frame"))
    assert reopened().record.question.priority == "Number sense in Year 7"


def test_a_full_disk_is_said_in_a_sentence_and_the_words_stay_in_the_box(ws, screen, monkeypatch):
    def full(*_args, **_kwargs):
        raise CannotSave("The disk is full.", do="Make some room, then type on.")

    form = screen(Form(ws, "frame"))
    monkeypatch.setattr(answers, "put", full)
    monkeypatch.setattr(answers, "keep", full)
    form.fill(label("frame", "priority"), "Number sense")
    assert "The disk is full. Make some room, then type on." in form.words()
    assert form.field(label("frame", "priority")).value == "Number sense"


def test_an_unforeseen_error_is_a_sentence_without_what_was_typed(ws, screen, monkeypatch, caplog):
    def broken(*_args, **_kwargs):
        raise RuntimeError("Amira Khan")

    form = screen(Form(ws, "frame"))
    monkeypatch.setattr(answers, "put", broken)
    form.fill(label("frame", "priority"), "Number sense")
    assert "RuntimeError" in form.words()
    assert "Amira" not in form.words() + caplog.text
    assert "Traceback" not in form.words() + caplog.text


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_box_has_a_label_of_its_own(ws, screen, form):
    import ipywidgets

    boxes = screen(Form(ws, form)).of((ipywidgets.Text, ipywidgets.Textarea, ipywidgets.Dropdown, ipywidgets.Checkbox))
    assert all(box.description.strip() for box in boxes)


def test_typing_waits_for_a_pause_and_moving_on_does_not(ws):
    import asyncio

    async def type_two_fields():
        done = []
        later = plain.Later(pause=60)
        later.call("a", lambda: done.append("a1"))
        later.call("a", lambda: done.append("a2"))
        assert done == []
        later.flush(other_than="b")
        return done

    assert asyncio.run(type_two_fields()) == ["a2"]


def test_a_typed_answer_is_read_within_one_second_of_the_last_key():
    assert plain.PAUSE < 1
