"""What is typed becomes what the record holds, or a plain reason why not."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.answers import get_value, put_value, read_answer
from workbench.enquiry.forms import FORMS, FieldSpec
from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput

WHOLE = FieldSpec(name="pupils", kind="whole", minimum=1, maximum=500)
NUMBER = FieldSpec(name="marks", kind="number")
DATE = FieldSpec(name="on", kind="date")
YES = FieldSpec(name="same", kind="yes_no")
ROWS = FieldSpec(
    name="aspects",
    kind="rows",
    columns=(FieldSpec(name="id", kind="line"), FieldSpec(name="text", kind="line", required=True)),
)


def record() -> Enquiry:
    return Enquiry(id="0" * 32, title="Place value", created=datetime(2026, 9, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("spec", "raw", "value"),
    [
        (WHOLE, "12", 12),
        (WHOLE, " 12 ", 12),
        (WHOLE, 12.0, 12),
        (WHOLE, "", None),
        (NUMBER, "7.5", 7.5),
        (NUMBER, "\u22123", -3.0),
        (DATE, "14/09/2026", date(2026, 9, 14)),
        (DATE, "2026-09-14", date(2026, 9, 14)),
        (DATE, "3/4/2026", date(2026, 4, 3)),
        (DATE, "14 September 2026", date(2026, 9, 14)),
        (YES, "yes", True),
        (YES, False, False),
        (YES, "", None),
    ],
)
def test_a_plain_answer_is_read(spec, raw, value):
    assert read_answer(spec, raw) == value


@pytest.mark.parametrize(
    ("spec", "raw", "text"),
    [
        (WHOLE, "14?", "Type a number here. Seen: 14?. Allowed: 1 to 500."),
        (WHOLE, "12.5", "Type a whole number. Seen: 12.5. Allowed: 1 to 500."),
        (WHOLE, "0", "Look at this number again. Seen: 0. Allowed: 1 to 500."),
        (NUMBER, "nan", "Type a number here. Seen: nan. Allowed: a number such as 12 or 7.5."),
        (NUMBER, True, "Type a number here. Seen: True. Allowed: a number such as 12 or 7.5."),
        (NUMBER, "1e999", "Type a number here. Seen: 1e999. Allowed: a number such as 12 or 7.5."),
        (
            DATE,
            "31/02/2026",
            "Type the date as day/month/year, the year with four figures. Seen: 31/02/2026. Allowed: a date such as 14/09/2026.",
        ),
        (
            DATE,
            "14/09/26",
            "Type the date as day/month/year, the year with four figures. Seen: 14/09/26. Allowed: a date such as 14/09/2026.",
        ),
        (YES, "maybe", "Answer yes or no. Seen: maybe. Allowed: yes, no, or empty."),
        (
            ROWS,
            [{"id": "a", "text": ""}, {"colour": "red"}],
            "Row 2: This row has a column that the form does not have. Seen: colour. Allowed: id, text.",
        ),
        (ROWS, "one", "This answer is a list of rows. Seen: one. Allowed: rows of id, text."),
        (
            ROWS,
            [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}],
            "Row 2: Two rows have the same id. Seen: a. Give each row an id of its own, or leave it empty.",
        ),
    ],
)
def test_any_other_answer_is_met_with_what_is_allowed(spec, raw, text):
    with pytest.raises(BadInput) as problem:
        read_answer(spec, raw)
    assert str(problem.value) == text


def test_rows_get_ids_from_their_words_and_keep_those_they_have():
    rows = read_answer(
        ROWS, [{"text": "Zero as a place holder"}, {"id": "mine", "text": "Zero as a place holder"}, {"text": "Zero as a place holder"}]
    )
    assert [row["id"] for row in rows] == ["zero-as-a-place-holder", "mine", "zero-as-a-place-holder-2"]


def test_an_aspect_in_letters_that_are_not_latin_still_gets_an_id():
    assert read_answer(ROWS, [{"text": "Ενότητα"}])[0]["id"] == "row"


def test_a_change_returns_a_new_record_and_leaves_the_old_one():
    old = record()
    new = put_value(old, "question.parts.pupils", "a group of 12")
    assert (old.question.parts.pupils, new.question.parts.pupils) == ("", "a group of 12")


def test_what_the_record_refuses_is_said_with_the_place():
    with pytest.raises(BadInput) as problem:
        put_value(record(), "plan.measures", ({"id": "test", "title": "Test", "step": 0},))
    assert str(problem.value) == "1 step: Type a number above 0.0. Seen: 0."


def test_an_empty_answer_puts_the_fields_own_default_back():
    changed = put_value(record(), "plan.pupils_expected", 12)
    assert put_value(changed, "plan.pupils_expected", None) == record()


@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_every_form_has_a_place_in_the_record(form):
    for spec in FORMS[form].fields:
        shown = get_value(record(), spec.path)
        assert put_value(record(), spec.path, read_answer(spec, shown)) == record()


@given(
    st.sampled_from([spec for form in FORMS.values() for spec in form.fields]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=6,
    ),
)
def test_whatever_comes_is_taken_or_refused_in_words(spec, raw):
    try:
        new = put_value(record(), spec.path, read_answer(spec, raw))
    except BadInput:
        return
    assert put_value(record(), spec.path, read_answer(spec, get_value(new, spec.path))) == new
