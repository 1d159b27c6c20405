"""The fingerprint of a plan."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.plan import Amendment, Measure, Plan, PlanLock
from workbench.enquiry.plan_hash import locked_content, plan_hash
from workbench.enquiry.question import Aspect, Question
from workbench.enquiry.record import Enquiry, LogEntry

AT = datetime(2026, 1, 5, tzinfo=UTC)
RECORD = Enquiry(
    id="0" * 32,
    title="x",
    created=AT,
    question=Question(text="How can we …?", aspects=(Aspect(id="a", text="accuracy"),)),
    plan=Plan(measures=(Measure(id="test", title="Test", highest=40),), action="Paired talk"),
)


def test_it_is_a_known_value_so_that_it_is_the_same_on_every_computer() -> None:
    assert plan_hash(RECORD) == "9e59312b0968700188a8f1e6f091bd516f3496dcdecf1cb00d0d4f2869bd8315"


def test_lock_amendments_log_and_title_do_not_change_it() -> None:
    lock = PlanLock(at=AT, sha256="0" * 64, version=1)
    amendment = Amendment(at=AT, reason="why", changed=("action",), sha256="0" * 64)
    plan = RECORD.plan.model_copy(update={"lock": lock, "amendments": (amendment,)})
    other = RECORD.model_copy(update={"plan": plan, "title": "y", "log": (LogEntry(on=AT.date(), what="First"),)})
    assert plan_hash(other) == plan_hash(RECORD)


def test_every_field_of_the_plan_and_the_question_counts() -> None:
    content = locked_content(RECORD)
    assert set(content["plan"]) == set(Plan.model_fields) - {"lock", "amendments"}
    for update in ({"action": "Other"}, {"pupils_expected": 3}, {"measures": ()}, {"success": "x"}):
        assert plan_hash(RECORD.model_copy(update={"plan": RECORD.plan.model_copy(update=update)})) != plan_hash(RECORD)
    asked = RECORD.question.model_copy(update={"text": "Other?"})
    assert plan_hash(RECORD.model_copy(update={"question": asked})) != plan_hash(RECORD)


@given(st.text(max_size=60))
def test_saving_and_loading_keeps_it_and_so_does_another_way_of_writing_an_accent(text: str) -> None:
    record = RECORD.model_copy(update={"plan": RECORD.plan.model_copy(update={"action": text})})
    decomposed = RECORD.model_copy(update={"plan": RECORD.plan.model_copy(update={"action": unicodedata.normalize("NFD", text)})})
    assert plan_hash(decomposed) == plan_hash(record)


def test_the_record_read_back_has_the_same_fingerprint() -> None:
    assert plan_hash(Enquiry.model_validate_json(RECORD.model_dump_json())) == plan_hash(RECORD)
