"""The timeline at the desk: what to look at, the picture, and a calendar file that other programs read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.desk import timeline as desk
from workbench.desk.answers import put, put_many
from workbench.desk.enquiry import Workspace, new_enquiry
from workbench.desk.plan import lock, missing
from workbench.enquiry.calendar_file import Event, calendar_file
from workbench.errors import CannotSave, NotReady, SeveralProblems

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PLAN: dict[str, Any] = {
    "measures": [
        {"id": "test", "title": "Place value test; 20 questions, paper A", "highest": "40", "minutes": "20"},
        {"id": "talk", "title": "Talking with pupils", "kind": "interview", "method": "described_in_words"},
    ],
    "before_on": "08/01/2026",
    "after_on": "05/03/2026",
    "timeline": [
        {"measure": "test", "term": "baseline", "on": "08/01/2026"},
        {"measure": "test", "term": "short_term", "on": "05/03/2026"},
        {"measure": "test", "term": "medium_term", "on": "14/05/2026", "instrument": "Paper B"},
        {"measure": "talk", "term": "baseline", "on": ""},
    ],
    "terms": [
        {"name": "Spring, first half", "first": "05/01/2026", "last": "13/02/2026"},
        {"name": "Spring, second half", "first": "23/02/2026", "last": "27/03/2026"},
        {"name": "Summer, first half", "first": "13/04/2026", "last": "22/05/2026"},
    ],
    "withdraw_until": "20/02/2026",
}


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    made = new_enquiry(tmp_path / "Place value", "Place value Y7", clock=lambda: NOW)
    put_many(made, {"plan": PLAN})
    return made


def read(path: Path) -> list[Any]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_it_tells_what_to_look_at_with_one_thing_to_do(ws: Workspace) -> None:
    found = {each.code: each for each in desk.look(ws)}
    assert set(found) == {"other_instrument", "no_later", "no_day"}
    assert found["no_day"].sentence == "No day is set yet for 1 line of the timeline."
    assert found["other_instrument"].sentence.startswith("“Place value test; 20 questions, paper A” is collected later with another paper")
    assert desk.burden(ws)[0] == "What is known so far takes each pupil 60 minutes in all: about one hour-long lesson."


def test_an_impossible_order_is_missing_from_the_plan_and_the_lock_says_so(ws: Workspace) -> None:
    put(ws, "plan", "timeline", [{"measure": "test", "term": "baseline", "on": "06/03/2026"}, PLAN["timeline"][1]])
    assert "later_not_after_baseline" in missing(ws)
    with pytest.raises(SeveralProblems, match="That is not after its start, on 6 March 2026"):
        lock(ws)


def test_the_calendar_is_read_by_another_program_with_every_day_and_a_reminder_a_week_before(ws: Workspace) -> None:
    path = desk.write_calendar(ws)
    assert path == ws.path / "reports" / "calendar.ics"
    events = read(path)
    assert [(str(event["SUMMARY"]), event["DTSTART"].dt) for event in events] == [
        ("Place value test; 20 questions, paper A, at the start (Place value Y7)", date(2026, 1, 8)),
        ("Last day for pupils to withdraw (Place value Y7)", date(2026, 2, 20)),
        ("Place value test; 20 questions, paper A, soon after (Place value Y7)", date(2026, 3, 5)),
        ("Place value test; 20 questions, paper A, later (Place value Y7)", date(2026, 5, 14)),
    ]
    for event in events:
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert event["DTSTAMP"].dt == NOW
        (alarm,) = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == timedelta(days=-7)
    assert "Paper or form: Paper B." in str(events[-1]["DESCRIPTION"])
    assert len({str(event["UID"]) for event in events}) == 4


def test_a_day_that_moves_keeps_its_entry_and_the_file_is_known_to_be_newer(ws: Workspace) -> None:
    first = {str(event["UID"]): int(event["SEQUENCE"]) for event in read(desk.write_calendar(ws))}
    moved = [dict(row) for row in PLAN["timeline"]]
    moved[2]["on"] = "15/05/2026"
    put(ws, "plan", "timeline", moved)
    second = {str(event["UID"]): int(event["SEQUENCE"]) for event in read(desk.write_calendar(ws))}
    assert set(second) == set(first)
    assert all(second[uid] > first[uid] for uid in first)


def test_no_pupils_name_goes_into_the_calendar(ws: Workspace) -> None:
    put(ws, "plan", "measures", [{"id": "test", "title": "Test Zoe Bennett missed", "highest": "40"}])
    ws.names = {"K7QF": ("Zoe", "Bennett")}
    text = desk.write_calendar(ws).read_text("utf-8")
    assert "Zoe" not in text
    assert "Test K7QF missed" in text


def test_without_a_day_there_is_no_file_and_a_plain_word(tmp_path: Path) -> None:
    empty = new_enquiry(tmp_path / "empty", "Empty", clock=lambda: NOW)
    with pytest.raises(NotReady, match="No day is set yet"):
        desk.write_calendar(empty)
    assert not (empty.path / "reports").exists()
    assert desk.picture(empty) is None
    assert desk.burden(empty) == ()


def test_where_the_folder_takes_nothing_that_is_said(ws: Workspace) -> None:
    (ws.path / "reports").write_text("in the way")
    with pytest.raises(CannotSave):
        desk.write_calendar(ws)


def test_the_picture_is_drawn_with_the_words_that_stand_for_it(ws: Workspace) -> None:
    drawn = desk.picture(ws)
    assert drawn is not None
    words = [element.text for element in ET.fromstring(drawn.svg).iter("{http://www.w3.org/2000/svg}text")]
    assert {"The work", "8 Jan", "5 Mar", "14 May", "holiday", "week"} <= set(words)
    assert "14 May 2026: Place value test; 20 questions, paper A, later." in drawn.alternative
    assert "Holiday from 14 February 2026 to 22 February 2026." in drawn.alternative


def test_days_many_years_apart_are_not_drawn(ws: Workspace) -> None:
    put(ws, "plan", "after_on", "05/03/2096")
    assert desk.picture(ws) is None


EVENTS = st.lists(
    st.builds(
        Event,
        key=st.from_regex(r"[a-z0-9-]{1,80}", fullmatch=True),
        on=st.dates(date(1990, 1, 1), date(2100, 12, 30)),
        summary=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120),
        note=st.text('aä🙂,;:\\"\n\r\t ', max_size=120),
    ),
    max_size=4,
)


@given(EVENTS)
def test_any_words_come_back_whole_from_lines_that_keep_to_the_rules(events: list[Event]) -> None:
    data = calendar_file(events, enquiry_id="0" * 32, made=NOW, version=3)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")
    back: list[Any] = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert [event["DTSTART"].dt for event in back] == [event.on for event in events]
    for event, given_ in zip(back, events, strict=True):
        assert str(event["SUMMARY"]) == kept(given_.summary)
        assert str(event.get("DESCRIPTION", "")) == kept(given_.note)


def kept(words: str) -> str:
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in words if char in "\n\t" or (ord(char) >= 32 and not 127 <= ord(char) < 160))
