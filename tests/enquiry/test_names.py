"""Names in free text: found where a list can find them, and left alone where they are words."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from workbench.enquiry.answers import put_value
from workbench.enquiry.names import find_names, record_without_names, without_names
from workbench.enquiry.record import Enquiry

PUPILS = {
    "AB12": ("Zoë", "Bennett"),
    "CD34": ("Mark", "O'Neill"),
    "EF56": ("Mary Ann", "Hill"),
    "GH78": ("Oliver", "Hill"),
    "JK90": ("Oliver", "Hill"),
}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Zoe Bennett found it hard.", "AB12 found it hard."),
        ("zoe bennett found it hard.", "AB12 found it hard."),
        ("BENNETT, Zoë: absent", "AB12: absent"),
        ("Zoe\u0308 and I", "AB12 and I"),
        ("Zoe's book", "AB12's book"),
        ("Mark O’Neill was away", "CD34 was away"),
        ("O'Neill was away", "CD34 was away"),
        ("Mary Ann and Mary Hill", "EF56 and EF56"),
        ("Oliver Hill was glad", "a pupil was glad"),
        ("Oliver was glad", "a pupil was glad"),
    ],
)
def test_a_name_is_kept_as_the_code(text, kept):
    assert without_names(text, PUPILS)[0] == kept


@pytest.mark.parametrize(
    "text",
    [
        "Mark the books on Friday.",
        "We went up the Hill.",
        "an oliver twist reading",
        "bennettitales are plants",
        "The zoetrope lesson went well.",
        "",
    ],
)
def test_a_word_that_is_only_like_a_name_stays(text):
    assert without_names(text, PUPILS) == (text, 0)


def test_the_places_are_in_order_and_do_not_overlap():
    found = find_names("Zoe Bennett, Bennett and Mark O'Neill", PUPILS)
    assert [code for _, _, code in found] == ["AB12", "AB12", "CD34"]
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(found))


def test_what_a_pupil_is_known_as_is_her_name_too() -> None:
    pupils = {"AB12": ("Rebecca (Bex)", "Okafor"), "CD34": ("Li “Lily-Mae”", "Zhang")}
    assert without_names("Bex was quick. Rebecca smiled; bex okafor too.", pupils)[0] == "AB12 was quick. AB12 smiled; AB12 too."
    assert without_names("Lily-Mae asked.", pupils)[0] == "CD34 asked."


def test_the_whole_record_is_swept_and_its_codes_are_left(made_record):
    clean, found = record_without_names(made_record, PUPILS)
    text = clean.model_dump_json()
    assert found == 4
    assert "Zo" not in text
    assert clean.plan.measures[0].aspects == ("oliver-hill",)
    assert clean.question.aspects[0].id == "oliver-hill"
    assert clean.log[0].what == "AB12 led the talk"


def test_a_record_without_names_stays_the_very_same(made_record):
    assert record_without_names(made_record, {"XY99": ("Nobody", "Here")}) == (made_record, 0)


@pytest.fixture
def made_record():
    record = Enquiry(id="0" * 32, title="Zoe Bennett and place value", created=datetime(2026, 9, 1, tzinfo=UTC))
    for path, value in (
        ("question.aspects", ({"id": "oliver-hill", "text": "How Zoë Bennett explains zero"},)),
        ("plan.measures", ({"id": "test", "title": "Zoe's test", "aspects": ("oliver-hill",)},)),
        ("log", ({"on": "2026-09-02", "what": "Zoe led the talk"},)),
    ):
        record = put_value(record, path, value)
    return record
