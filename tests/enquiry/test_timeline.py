"""What is wrong with a timeline, and what it asks of a pupil."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.burden import burden
from workbench.enquiry.plan import Measure, Occasion, Plan, PlanLock, TeachingTime, Term
from workbench.enquiry.plan_checks import gaps
from workbench.enquiry.record import Enquiry
from workbench.enquiry.teaching_time import half_term, holidays, school_days, where
from workbench.enquiry.timeline import findings, planned_days, stops
from workbench.words.timeline import FINDINGS, burden_sentences, finding_words, picture_words

TODAY = date(2026, 1, 5)
TEST = Measure(id="test", title="Place value test", highest=40, minutes=20)
TALK = Measure(id="talk", title="Talking with pupils", kind="interview", method="described_in_words", minutes=10)
SPRING = TeachingTime(name="Spring, first half", first=date(2026, 1, 5), last=date(2026, 2, 13))
SPRING_2 = TeachingTime(name="Spring, second half", first=date(2026, 2, 23), last=date(2026, 3, 27))
SUMMER = TeachingTime(name="Summer, first half", first=date(2026, 4, 13), last=date(2026, 5, 22))
TERMS = (SPRING, SPRING_2, SUMMER)


def at(term: Term, on: date | None, measure: str = "test", instrument: str = "") -> Occasion:
    return Occasion(measure=measure, term=term, on=on, instrument=instrument)


WHOLE = (at("baseline", date(2026, 1, 8)), at("short_term", date(2026, 3, 5)), at("medium_term", date(2026, 5, 14)))


def plan(*timeline: Occasion, **update: Any) -> Plan:
    base: dict[str, Any] = {"measures": (TEST,), "before_on": date(2026, 1, 8), "after_on": date(2026, 3, 5), "terms": TERMS}
    return Plan(**{**base, "timeline": timeline or WHOLE, **update})


def codes(planned: Plan, today: date = TODAY) -> list[str]:
    return [finding.code for finding in findings(planned, today=today)]


def test_a_timeline_in_order_on_school_days_and_mirrored_has_nothing_to_look_at() -> None:
    assert codes(plan()) == []


@pytest.mark.parametrize(
    ("timeline", "update", "code"),
    [
        ((at("baseline", date(2026, 3, 5)), at("short_term", date(2026, 1, 8))), {}, "later_not_after_baseline"),
        ((at("baseline", date(2026, 1, 8)), at("short_term", date(2026, 1, 8))), {}, "later_not_after_baseline"),
        ((*WHOLE[:2], at("medium_term", date(2026, 3, 5))), {}, "medium_not_after_short"),
        ((at("baseline", date(2026, 3, 9)), at("medium_term", date(2026, 5, 14))), {}, "baseline_after_work"),
        ((at("short_term", date(2026, 1, 7)),), {}, "later_before_work"),
        ((at("baseline", date(2026, 1, 8), measure="gone"),), {}, "occasion_of_no_measure"),
        ((), {"terms": (TeachingTime(name="Spring", first=SPRING.last, last=SPRING.first),)}, "term_backwards"),
    ],
)
def test_an_impossible_order_stops_the_lock(timeline: tuple[Occasion, ...], update: dict[str, Any], code: str) -> None:
    planned = plan(*timeline, **update)
    found = [finding for finding in findings(planned, today=TODAY) if finding.code == code]
    assert [finding.grade for finding in found] == ["stop"]
    record = Enquiry(id="0" * 32, title="x", created=datetime(2026, 1, 5, tzinfo=UTC), plan=planned)
    assert code in [gap.code for gap in gaps(record)]


@pytest.mark.parametrize(
    ("timeline", "update", "code"),
    [
        ((at("baseline", date(2026, 1, 10)), *WHOLE[1:]), {}, "on_weekend"),
        ((*WHOLE[:2], at("medium_term", date(2026, 4, 8))), {}, "in_holiday"),
        ((*WHOLE[:2], at("medium_term", date(2026, 6, 11))), {}, "beyond_terms"),
        ((at("baseline", date(2025, 1, 8)), *WHOLE[1:]), {"terms": ()}, "in_past"),
        ((*WHOLE, WHOLE[0]), {}, "twice_on_one_day"),
        ((), {"terms": (TeachingTime(name="Spring", first=date(2026, 1, 5), last=date(2027, 3, 27)),)}, "term_long"),
        ((), {"terms": (SPRING.model_copy(update={"last": date(2026, 2, 25)}), *TERMS[1:])}, "terms_overlap"),
    ],
)
def test_a_day_that_may_be_a_slip_is_asked_about_and_stops_nothing(
    timeline: tuple[Occasion, ...], update: dict[str, Any], code: str
) -> None:
    planned = plan(*timeline, **update)
    assert [finding.grade for finding in findings(planned, today=TODAY) if finding.code == code] == ["ask"]
    assert stops(planned) == ()


@pytest.mark.parametrize(
    ("timeline", "update", "code"),
    [
        (WHOLE[1:], {}, "no_baseline"),
        (WHOLE[:1], {}, "no_later"),
        (WHOLE[:2], {}, "no_medium_term"),
        ((WHOLE[0], at("short_term", date(2026, 3, 5), instrument="Paper B"), WHOLE[2]), {}, "other_instrument"),
        ((), {"measures": (TEST.model_copy(update={"same_paper": False}),)}, "paper_not_named"),
        ((), {"measures": (TEST, TALK)}, "measure_not_in_timeline"),
        ((*WHOLE, at("medium_term", None)), {}, "no_day"),
        ((), {"before_on": date(2026, 1, 12)}, "before_on_differs"),
        ((), {"after_on": date(2026, 3, 12)}, "after_on_differs"),
    ],
)
def test_what_is_not_mirrored_or_not_said_is_a_note(timeline: tuple[Occasion, ...], update: dict[str, Any], code: str) -> None:
    planned = plan(*timeline, **update)
    assert [finding.grade for finding in findings(planned, today=TODAY) if finding.code == code] == ["note"]
    assert stops(planned) == ()


def test_without_a_timeline_the_two_days_of_the_plan_are_still_looked_at() -> None:
    sunday = Plan(measures=(TEST,), before_on=date(2026, 1, 4), after_on=date(2026, 4, 1), terms=TERMS)
    assert codes(sunday) == ["on_weekend", "in_past", "in_holiday", "no_timeline"]


def test_two_papers_written_differently_are_one_paper() -> None:
    timeline = (
        at("baseline", date(2026, 1, 8), instrument="Paper  A"),
        at("short_term", date(2026, 3, 5), instrument="paper a "),
        WHOLE[2],
    )
    assert [finding.term for finding in findings(plan(*timeline), today=TODAY) if finding.code == "other_instrument"] == ["medium_term"]


def test_a_locked_plan_is_judged_by_the_day_of_its_lock_and_grows_no_question_as_days_go_by() -> None:
    locked = plan(lock=PlanLock(at=datetime(2026, 1, 5, tzinfo=UTC), sha256="0" * 64, version=1))
    assert codes(locked, date(2027, 1, 1)) == []
    assert codes(plan(), date(2026, 1, 9)) == ["in_past"]


@pytest.mark.parametrize(
    ("last", "terms", "short"),
    [
        (date(2026, 2, 10), (), True),
        (date(2026, 2, 12), (), False),
        (date(2026, 2, 3), TERMS, True),
        (date(2026, 2, 12), TERMS, False),
        (date(2026, 3, 3), TERMS, False),
    ],
)
def test_less_than_half_a_term_is_noted_five_weeks_where_no_terms_were_typed(
    last: date, terms: tuple[TeachingTime, ...], short: bool
) -> None:
    brief = plan(at("baseline", date(2026, 1, 8)), at("short_term", last), after_on=last, terms=terms)
    assert ("too_short" in codes(brief)) is short


def test_half_a_term_is_the_stretch_typed_or_half_of_a_whole_scottish_term() -> None:
    scottish = TeachingTime(name="Term 4", first=date(2026, 4, 13), last=date(2026, 6, 26))
    assert half_term(date(2026, 4, 20), (scottish,)) == 5.5
    assert half_term(date(2026, 1, 8), TERMS) == 6
    assert half_term(date(2026, 2, 17), TERMS) == 5
    assert half_term(date(2026, 1, 8), ()) == 5


def test_holidays_are_what_lies_between_the_terms_and_a_weekend_is_none() -> None:
    assert holidays(date(2026, 1, 5), date(2026, 5, 22), TERMS) == (
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2026, 3, 28), date(2026, 4, 12)),
    )
    joined = (SPRING, TeachingTime(name="next", first=date(2026, 2, 16), last=date(2026, 3, 27)))
    assert holidays(date(2026, 1, 5), date(2026, 5, 22), joined) == ()
    assert school_days(date(2026, 2, 9), date(2026, 2, 27), TERMS) == 10
    assert [where(date(2026, 2, day), TERMS) for day in (13, 14, 16, 23)] == ["taught", "weekend", "holiday", "taught"]


DAYS = st.dates(date(2025, 12, 1), date(2026, 9, 1))
OCCASIONS = st.builds(
    Occasion,
    measure=st.sampled_from(["test", "talk", "gone"]),
    term=st.sampled_from(get_args(Term)),
    on=st.none() | DAYS,
    instrument=st.sampled_from(["", "Paper B", "{x}"]),
)
STRETCHES = st.builds(TeachingTime, name=st.sampled_from(["A {term}", "B"]), first=DAYS, last=DAYS)


@given(st.lists(OCCASIONS, max_size=6), st.lists(STRETCHES, max_size=4), st.none() | DAYS, st.none() | DAYS, DAYS)
def test_any_timeline_is_told_in_sentences_and_the_order_of_its_lines_does_not_matter(
    timeline: list[Occasion], terms: list[TeachingTime], before: date | None, after: date | None, today: date
) -> None:
    planned = Plan(measures=(TEST, TALK), timeline=tuple(timeline), terms=tuple(terms), before_on=before, after_on=after)
    found = findings(planned, today=today)
    assert {(f.code, f.about, f.term, f.grade) for f in found} == {
        (f.code, f.about, f.term, f.grade)
        for f in findings(planned.model_copy(update={"timeline": tuple(reversed(timeline))}), today=today)
    }
    assert [f for f in found if f.grade == "stop"] == list(stops(planned))
    for finding in found:
        what, do = finding_words(finding)
        assert what[0].isupper() or what[0] == "“"
        assert what.endswith(".")
        assert do.endswith(".")
        assert "  " not in what
    assert picture_words(planned).endswith(".")


@given(st.lists(OCCASIONS, max_size=6), st.integers(-400, 400))
def test_moving_every_day_by_whole_weeks_changes_no_finding_where_no_terms_were_typed(timeline: list[Occasion], weeks: int) -> None:
    def moved(by: int) -> list[tuple[str, str, str]]:
        def move(day: date) -> date:
            return day + timedelta(weeks=by)

        lines = tuple(each.model_copy(update={"on": each.on and move(each.on)}) for each in timeline)
        planned = Plan(measures=(TEST,), timeline=lines, before_on=move(TODAY), after_on=move(date(2026, 3, 5)))
        return [(f.code, f.about, f.term) for f in findings(planned, today=move(TODAY))]

    assert moved(weeks) == moved(0)


def test_every_finding_has_words_and_every_word_a_finding() -> None:
    import inspect

    from workbench.enquiry import timeline

    source = inspect.getsource(timeline)
    assert [code for code in FINDINGS if f'"{code}"' not in source] == []


def test_the_days_of_the_plan_stand_in_where_the_timeline_has_none() -> None:
    assert planned_days(plan(at("baseline", date(2026, 1, 8)))) == (
        ("Place value test", "baseline", date(2026, 1, 8)),
        ("", "short_term", date(2026, 3, 5)),
    )


# --- what it asks of a pupil ----------------------------------------------------------------------


def test_minutes_are_summed_over_the_lines_of_the_timeline() -> None:
    found = burden(plan(*WHOLE, at("baseline", date(2026, 1, 9), "talk"), measures=(TEST, TALK)))
    assert found.minutes == 70
    assert [(share.sittings, share.minutes) for share in found.shares] == [(3, 60), (1, 10)]
    assert burden_sentences(found) == (
        "All you plan to collect takes each pupil 70 minutes in all: about 1¼ hour-long lessons.",
        "“Place value test” takes most of it: 60 minutes in 3 sittings.",
    )


def test_minutes_that_nobody_said_are_named_and_not_taken_for_none() -> None:
    found = burden(plan(*WHOLE, measures=(TEST, TALK.model_copy(update={"minutes": None}))))
    assert found.minutes == 60
    said = burden_sentences(found)
    assert said[0].startswith("What is known so far takes each pupil 60 minutes")
    assert said[-1] == "Not counted, because its minutes are not said: “Talking with pupils”. Add them above."
    unsaid = burden(plan(measures=(TEST.model_copy(update={"minutes": None}),)))
    assert burden_sentences(unsaid) == ("Not counted, because its minutes are not said: “Place value test”. Add them above.",)


def test_without_lines_a_change_is_counted_twice_and_that_is_said() -> None:
    found = burden(Plan(measures=(TEST, TALK)))
    assert found.minutes == 50
    assert "have no line in the timeline" in burden_sentences(found)[-1]
    assert burden_sentences(burden(Plan())) == ()
    books = burden(Plan(measures=(TEST.model_copy(update={"minutes": 0}),)))
    assert burden_sentences(books) == ("All you plan to collect takes pupils no time of their own.",)


@given(st.lists(st.floats(0, 600), min_size=1, max_size=5))
def test_the_whole_is_the_sum_of_its_parts(minutes: list[float]) -> None:
    measures = tuple(Measure(id=f"m{number}", title="M", minutes=each) for number, each in enumerate(minutes))
    found = burden(Plan(measures=measures))
    assert found.minutes == pytest.approx(2 * sum(minutes))
    assert all(sentence.endswith(".") for sentence in burden_sentences(found))
