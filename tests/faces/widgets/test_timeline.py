"""The timeline in step 2 without a browser: rows are typed, and picture, questions, minutes and calendar follow."""

import ipywidgets
import pytest

from workbench.desk import answers
from workbench.desk import plan as desk
from workbench.faces.widgets.planning import Planning
from workbench.words.labels import label_of
from workbench.words.screens import FORM, PLAN
from workbench.words.timeline import GRADE, SCREEN


def label(*names):
    return label_of("plan", *names).label


def add(form, *names):
    form.press(FORM["add"].format(what=label(*names).lower()))


@pytest.fixture
def form(ws, screen):
    answers.put(ws, "plan", "measures", [{"id": "test", "title": "Place value test", "highest": "40", "minutes": "20"}])
    return screen(Planning(ws))


def occasion(form, number, term, on, **more):
    add(form, "timeline")
    form.fill(label("timeline", "measure"), "test", number)
    form.fill(label("timeline", "term"), term, number)
    form.fill(label("timeline", "on"), on, number)
    for name, value in more.items():
        form.fill(label("timeline", name), value, number)


def test_rows_typed_are_kept_and_drawn_and_the_minutes_are_summed(form, reopened):
    assert SCREEN["no_picture"] in form.words()
    occasion(form, 0, "baseline", "17/09/2026")
    occasion(form, 1, "short_term", "10/12/2026")
    occasion(form, 2, "medium_term", "18/03/2027", instrument="Paper B")
    kept = reopened().record.plan.timeline
    assert [(each.measure, each.term, str(each.on), each.instrument) for each in kept] == [
        ("test", "baseline", "2026-09-17", ""),
        ("test", "short_term", "2026-12-10", ""),
        ("test", "medium_term", "2027-03-18", "Paper B"),
    ]
    words = form.words()
    assert 'alt="Timeline from 17 September 2026 to 18 March 2027.' in words
    assert "All you plan to collect takes each pupil 60 minutes in all: about one hour-long lesson." in words
    assert "collected later with another paper or form" in words


def test_days_that_cannot_be_are_said_before_the_lock_and_at_it(form):
    occasion(form, 0, "baseline", "10/12/2026")
    occasion(form, 1, "short_term", "17/09/2026")
    assert GRADE["stop"] in form.words()
    assert form.words().count("That is not after its start, on 10 December 2026. Change one of the two days.") == 2
    form.press(PLAN["lock_it"])
    assert "That is not after its start" in form.words()


def test_a_day_in_the_holidays_or_gone_by_is_asked_about(form):
    for number, days in enumerate((("02/09/2026", "23/10/2026"), ("02/11/2026", "18/12/2026"))):
        add(form, "terms")
        for name, value in zip(("name", "first", "last"), (f"Half term {number + 1}", *days), strict=True):
            form.fill(label("terms", name), value, number)
    occasion(form, 0, "baseline", "07/09/2026")
    occasion(form, 1, "short_term", "28/10/2026")
    words = form.words()
    assert GRADE["ask"] in words
    assert "planned for 7 September 2026, which has gone by." in words
    assert "planned for 28 October 2026. That is a holiday in the terms you typed." in words


def test_the_button_makes_the_calendar_file_and_says_where(form, ws):
    form.press(SCREEN["calendar"])
    assert "No day is set yet" in form.words()
    occasion(form, 0, "baseline", "17/09/2026")
    form.press(SCREEN["calendar"])
    assert "reports/calendar.ics" in form.words()
    assert (ws.path / "reports" / "calendar.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_half_typed_day_is_kept_with_a_word_and_what_is_drawn_stays(form, reopened, screen, ws):
    occasion(form, 0, "baseline", "17/09/2026")
    form.fill(label("timeline", "on"), "17/13/2026", 0)
    assert "Type the date as day/month/year" in form.words()
    assert str(reopened().record.plan.timeline[0].on) == "2026-09-17"
    assert screen(Planning(ws)).field(label("timeline", "on")).value == "17/13/2026"


def test_a_measure_just_added_can_be_chosen_at_once(form, reopened):
    add(form, "measures")
    form.fill(label("measures", "title"), "Talking with pupils", 1)
    add(form, "timeline")
    form.fill(label("timeline", "measure"), "talking-with-pupils")
    form.fill(label("timeline", "term"), "baseline")
    assert reopened().record.plan.timeline[0].measure == "talking-with-pupils"


def test_the_timeline_of_a_locked_plan_changes_with_a_reason(ws, screen, reopened):
    frame = {"question": "How can we use paired talk?", "aspects": [{"id": "accuracy", "text": "how accurate they are"}]}
    plan = {
        "action": "Paired talk",
        "pupils_expected": "12",
        "chosen_by": "everyone",
        "measures": [{"id": "test", "title": "Place value test", "highest": "40", "aspects": ["accuracy"]}],
        "before_on": "17/09/2026",
        "after_on": "10/12/2026",
        "timeline": [{"measure": "test", "term": "baseline", "on": "17/09/2026"}],
        "success": "Most explain a zero",
        "consent": "ordinary_practice",
    }
    answers.put_many(ws, {"frame": frame, "plan": plan})
    desk.lock(ws)
    form = screen(Planning(ws))
    assert form.field(label("timeline", "on")).disabled
    form.fill(PLAN["amend_what"], "timeline")
    chosen = [box for box in form.of(ipywidgets.Dropdown) if box.description == label("timeline", "measure")]
    assert [box.value for box in chosen] == ["test", "test"]
    form.fill(label("timeline", "on"), "16/09/2026", 1)
    form.fill(PLAN["amend_why"], "A trip on that day")
    form.press(PLAN["amend_it"])
    changed = reopened().record.plan
    assert str(changed.timeline[0].on) == "2026-09-16"
    assert [(each.reason, each.changed) for each in changed.amendments] == [("A trip on that day", ("timeline",))]
