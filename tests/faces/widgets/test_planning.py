"""Step 2 filled in without a browser: what is missing is said, the lock holds, a change needs its reason."""

import pytest

from workbench.desk import answers
from workbench.faces.widgets.planning import Planning
from workbench.words.labels import label_of
from workbench.words.screens import FORM, PLAN


def label(*names):
    return label_of("plan", *names).label


@pytest.fixture
def framed(ws):
    answers.put(ws, "frame", "question", "How can we use paired talk to help Year 7 pupils explain place value?")
    answers.put(ws, "frame", "aspects", [{"id": "accuracy", "text": "how accurate they are"}])
    return ws


def fill(form):
    form.fill(label("action"), "Paired talk twice a week")
    form.fill(label("pupils_expected"), "12")
    form.fill(label("chosen_by"), "everyone")
    form.press(FORM["add"].format(what=label("measures").lower()))
    form.fill(label("measures", "title"), "Place value test")
    form.fill("how accurate they are", True)
    form.fill(label("measures", "highest"), "40")
    form.fill(label("measures", "kind"), "test")
    form.fill(label("measures", "method"), "paired_change")
    form.fill(label("before_on"), "14/09/2026")
    form.fill(label("after_on"), "07/12/2026")
    form.fill(label("success"), "Most pupils explain a zero")
    form.fill(label("consent"), "ordinary_practice")
    form.fill(label("who_may_see"), "me and the head of department")
    form.fill(label("withdraw_until"), "30/11/2026")
    form.fill(label("destroy_on"), "31/07/2027")


def test_a_plan_with_holes_is_not_locked_and_says_what_is_missing(framed, screen, reopened):
    form = screen(Planning(framed))
    assert PLAN["missing"] in form.words()
    form.press(PLAN["lock_it"])
    assert "things need a look" in form.words()
    assert reopened().record.plan.lock is None


def test_a_filled_plan_is_locked_and_its_boxes_take_no_more(framed, screen, reopened):
    form = screen(Planning(framed))
    fill(form)
    assert PLAN["missing"] not in form.words(), form.words()
    form.press(PLAN["lock_it"])
    held = reopened().record.plan.lock
    assert held is not None
    assert held.sha256[:16] in form.words()
    assert form.field(label("action")).disabled


def test_a_change_after_the_lock_needs_its_reason(framed, screen, reopened):
    form = screen(Planning(framed))
    fill(form)
    form.press(PLAN["lock_it"])
    form.fill(PLAN["amend_what"], "pupils_expected")
    form.fill(PLAN["amend_new"].format(what=label("pupils_expected")), "11")
    form.press(PLAN["amend_it"])
    assert reopened().record.plan.pupils_expected == 12
    form.fill(PLAN["amend_why"], "One pupil has moved away")
    form.press(PLAN["amend_it"])
    record = reopened().record
    assert record.plan.pupils_expected == 11
    assert record.plan.amendments[0].reason == "One pupil has moved away"


def test_the_rehearsal_is_drawn_on_invented_marks_and_keeps_none(framed, screen, reopened):
    form = screen(Planning(framed))
    fill(form)
    form.press(PLAN["rehearse"])
    assert "invented" in form.words()
    assert "<img" in form.words()
    assert reopened().tables() == {}


def test_the_outlook_follows_the_number_of_pupils(framed, screen):
    form = screen(Planning(framed))
    form.fill(label("pupils_expected"), "12")
    before = form.words()
    form.fill(PLAN["spread"], "4")
    assert "12 pupils" in before
    assert form.words() != before
