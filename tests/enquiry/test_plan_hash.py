"""The fingerprint of a plan."""

from __future__ import annotations

import unicodedata
import warnings
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.plan import Amendment, Ethics, Measure, Occasion, Plan, PlanLock, TeachingTime
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
    assert plan_hash(RECORD) == "87afb3fd42795b2babf97f3a749dccfc7001f9b4612406c82caeae7f4cb33cf8"


def test_lock_amendments_log_and_title_do_not_change_it() -> None:
    lock = PlanLock(at=AT, sha256="0" * 64, version=1)
    amendment = Amendment(at=AT, reason="why", changed=("action",), sha256="0" * 64)
    plan = RECORD.plan.model_copy(update={"lock": lock, "amendments": (amendment,)})
    other = RECORD.model_copy(update={"plan": plan, "title": "y", "log": (LogEntry(on=AT.date(), what="First"),)})
    assert plan_hash(other) == plan_hash(RECORD)


EVERY_FIELD: dict[str, Any] = {
    "pupils_expected": 3,
    "year_size": 100,
    "chosen_by": "need",
    "chosen_how": "Fewer than 15 marks",
    "measures": (),
    "before_on": AT.date(),
    "after_on": AT.date(),
    "timeline": (Occasion(measure="test", term="baseline"),),
    "terms": (TeachingTime(name="Spring", first=AT.date(), last=AT.date()),),
    "action": "Other",
    "sessions_planned": 4,
    "success": "x",
    "smallest_worthwhile": 2.0,
    "ethics": Ethics(who_may_see="me"),
}


class _LaterMeasure(Measure):
    asked_later: str = ""


class _LaterPlan(Plan):
    asked_later: int | None = None
    measures: tuple[_LaterMeasure, ...] = ()
    rows_asked_later: tuple[str, ...] = ()


class _LaterAspect(Aspect):
    asked_later: bool | None = None


def test_a_question_added_to_the_form_later_changes_no_fingerprint_of_an_older_plan() -> None:
    measures = tuple(_LaterMeasure(**each.model_dump()) for each in RECORD.plan.measures)
    plan = _LaterPlan.model_construct(**{**dict(RECORD.plan), "measures": measures})
    aspects = tuple(_LaterAspect(**each.model_dump()) for each in RECORD.question.aspects)
    question = RECORD.question.model_copy(update={"aspects": aspects})
    later = RECORD.model_copy(update={"plan": plan, "question": question})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # pydantic notes that the classes are not those it was told of
        assert plan_hash(later) == plan_hash(RECORD)
        answered = later.model_copy(update={"plan": plan.model_copy(update={"asked_later": 3})})
        assert plan_hash(answered) != plan_hash(RECORD)


@given(*[st.builds(Plan, action=st.text(max_size=5), success=st.text(max_size=5), sessions_planned=st.none() | st.integers(1, 5))] * 2)
def test_two_plans_share_a_fingerprint_only_when_they_say_the_same(one: Plan, other: Plan) -> None:
    first, second = (RECORD.model_copy(update={"plan": plan}) for plan in (one, other))
    same = [unicodedata.normalize("NFC", plan.model_dump_json()) for plan in (one, other)]
    assert (plan_hash(first) == plan_hash(second)) == (same[0] == same[1])


def test_every_field_of_the_plan_and_the_question_counts() -> None:
    assert set(EVERY_FIELD) | {"design"} == set(Plan.model_fields) - {"lock", "amendments"}
    for name, value in EVERY_FIELD.items():
        plan = RECORD.plan.model_copy(update={name: value})
        assert plan_hash(RECORD.model_copy(update={"plan": plan})) != plan_hash(RECORD), name
        assert name in locked_content(RECORD.model_copy(update={"plan": plan}))["plan"] or not value
    asked = RECORD.question.model_copy(update={"text": "Other?"})
    assert plan_hash(RECORD.model_copy(update={"question": asked})) != plan_hash(RECORD)


@given(st.text(max_size=60))
def test_saving_and_loading_keeps_it_and_so_does_another_way_of_writing_an_accent(text: str) -> None:
    record = RECORD.model_copy(update={"plan": RECORD.plan.model_copy(update={"action": text})})
    decomposed = RECORD.model_copy(update={"plan": RECORD.plan.model_copy(update={"action": unicodedata.normalize("NFD", text)})})
    assert plan_hash(decomposed) == plan_hash(record)


def test_the_record_read_back_has_the_same_fingerprint() -> None:
    assert plan_hash(Enquiry.model_validate_json(RECORD.model_dump_json())) == plan_hash(RECORD)
