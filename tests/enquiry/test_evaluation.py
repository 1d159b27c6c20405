"""What is open in an evaluation: chain, mirror, blend, burden. The plan's timeline counts, and nothing is copied from it."""

from datetime import UTC, date, datetime

import pytest

from workbench.enquiry.answers import put_value, read_answer
from workbench.enquiry.burden import burden as plan_burden
from workbench.enquiry.evaluation import LINKS
from workbench.enquiry.evaluation_checks import noted
from workbench.enquiry.evaluation_data import burden, data_sets, gathered
from workbench.enquiry.evaluation_form import ASKED, EVALUATE
from workbench.enquiry.names import record_without_names
from workbench.enquiry.plan import Ethics, Measure, Occasion, Plan
from workbench.enquiry.plan_hash import plan_hash
from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput

TEST = Measure(id="test", title="Place value test", highest=40, minutes=30)
BOOKS = Measure(id="books", title="Six books", kind="work_sample", method="described_in_words")
START, END, LATER = date(2026, 1, 8), date(2026, 3, 5), date(2026, 6, 18)
BOTH = tuple(
    Occasion(measure=measure, term=term, on=on) for measure in ("test", "books") for term, on in (("baseline", START), ("short_term", END))
)


def enquiry(*measures: Measure, **plan: object) -> Enquiry:
    whole = Plan(measures=measures, before_on=START, after_on=END, **plan)
    return Enquiry(id="0" * 32, title="Place value", created=datetime(2026, 1, 5, tzinfo=UTC), plan=whole)


def answered(record: Enquiry, **answers: object) -> Enquiry:
    for name, raw in answers.items():
        spec = EVALUATE.field(name)
        record = put_value(record, spec.path, read_answer(spec, raw))
    return record


def found(record: Enquiry, prompt: str) -> list[tuple[str, ...]]:
    return [(each.code, *each.about) for each in noted(record) if each.prompt == prompt]


def test_every_field_answers_exactly_one_prompt():
    asked = [name for names in ASKED.values() for name in names]
    assert sorted(asked) == sorted(spec.name for spec in EVALUATE.fields)
    assert len(set(asked)) == len(asked)
    assert list(ASKED) == [f"T5-{number}" for number in range(1, 11)] + ["T5-ES"]


@pytest.mark.parametrize("term", ["short", "medium"])
def test_data_then_mirror_and_blend_are_three_questions_and_yes_or_no_has_its_own_notes(term):
    names = ASKED["T5-5" if term == "short" else "T5-7"]
    assert names == tuple(f"{term}_{part}" for part in ("data", "mirrors", "mirrors_notes", "blend", "blend_notes"))
    kinds = {spec.name: spec.kind for spec in EVALUATE.fields}
    assert [kinds[name] for name in names] == ["rows", "yes_no", "text", "yes_no", "text"]


def test_no_answer_of_the_evaluation_is_part_of_the_locked_plan():
    record = enquiry(TEST)
    assert plan_hash(answered(record, points_covered="yes", points_notes="All of them")) == plan_hash(record)


@pytest.mark.parametrize("missing", LINKS)
def test_the_missing_link_of_the_chain_is_named(missing):
    rows = [{"link": link, "what": "Something", "data_sets": ["plan:test"]} for link in LINKS if link != missing]
    assert found(answered(enquiry(TEST), chain=rows), "T5-1") == [("link_missing", missing)]


def test_a_link_that_nothing_shows_is_named_and_a_yes_to_every_stage_is_held_beside_it():
    rows = [{"link": link, "what": "Something", "data_sets": ["plan:test"]} for link in LINKS[:3]]
    chain = [*rows, {"link": "terms", "what": "They still know it"}]
    record = answered(enquiry(TEST), chain=chain, stages_covered=True)
    assert found(record, "T5-1") == [("link_unmeasured", "terms", "They still know it"), ("stages_said",)]
    mended = answered(record, chain=[*rows, {"link": "terms", "what": "They still know it", "seen_by": "The June test"}])
    assert found(mended, "T5-1") == [("chain_whole",)]


def test_a_measure_that_left_the_plan_shows_no_link_any_more():
    record = answered(enquiry(), chain=[{"link": "learning", "what": "Coaching", "data_sets": ["plan:test"]}])
    assert ("link_unmeasured", "learning", "Coaching") in found(record, "T5-1")


def test_without_a_timeline_the_plans_two_days_are_the_start_and_the_end():
    record = enquiry(TEST)
    assert [(each.title, each.on) for each in gathered(record, "baseline")] == [("Place value test", START)]
    assert [(each.title, each.on, each.same) for each in gathered(record, "short_term")] == [("Place value test", END, True)]
    assert gathered(record, "medium_term") == ()


def test_what_is_described_in_words_is_gathered_when_the_timeline_says_so_and_else_asked_about():
    assert ("unplaced", "Six books") in found(enquiry(TEST, BOOKS), "T5-3")
    assert [each.title for each in gathered(enquiry(TEST, BOOKS), "baseline")] == ["Place value test"]
    assert found(enquiry(TEST, BOOKS, timeline=BOTH), "T5-3") == [("baseline_dated",)]


@pytest.mark.parametrize("timeline", [(), BOTH], ids=["no timeline", "a timeline"])
def test_the_plans_minutes_are_the_same_here_as_on_the_plans_own_page(timeline):
    record = enquiry(TEST, BOOKS.model_copy(update={"minutes": 10}), timeline=timeline)
    assert burden(record).minutes == plan_burden(record.plan).minutes


def test_the_timeline_is_followed_where_there_is_one():
    lines = (
        Occasion(measure="test", term="baseline", on=START),
        Occasion(measure="test", term="medium_term", on=LATER, instrument="June paper"),
    )
    record = enquiry(TEST, timeline=lines)
    assert gathered(record, "short_term") == ()
    assert found(record, "T5-7") == [("other_instrument", "Place value test", "June paper"), ("only_numbers",)]


def test_two_papers_in_the_plan_do_not_mirror_each_other():
    record = enquiry(TEST.model_copy(update={"same_paper": False}))
    assert ("other_instrument", "Place value test", "") in found(record, "T5-5")


def test_a_mirror_with_numbers_and_words_is_in_order():
    assert found(enquiry(TEST, BOOKS, timeline=BOTH), "T5-5") == [("mirrored",), ("blended",)]


def test_what_is_not_gathered_again_and_what_had_no_start_are_both_named():
    record = answered(
        enquiry(TEST, BOOKS, timeline=BOTH),
        medium_data=[{"data_set": "plan:test", "on": "18/06/2026"}, {"title": "A quiz", "on": "18/06/2026"}],
    )
    assert found(record, "T5-7")[:2] == [("not_gathered", "Six books"), ("no_baseline", "A quiz")]


def test_another_instrument_is_told_whatever_its_spelling_of_the_same_is_not():
    start = [{"kind": "questionnaires", "title": "Pupils' survey", "instrument": "Survey A", "records": "both", "on": "08/01/2026"}]
    record = answered(enquiry(), baseline=start)
    again = {"data_set": "own:pupils-survey", "on": "05/03/2026"}
    for same in ("", "survey  a"):
        assert found(answered(record, short_data=[{**again, "instrument": same}]), "T5-5") == [("mirrored",), ("blended",)]
    other = found(answered(record, short_data=[{**again, "instrument": "Survey B"}]), "T5-5")
    assert other[0] == ("other_instrument", "Pupils' survey", "Survey B")


def test_a_yes_that_the_data_do_not_bear_out_is_told():
    record = answered(
        enquiry(TEST, BOOKS, timeline=BOTH),
        medium_data=[{"data_set": "plan:test", "on": "18/06/2026"}],
        medium_mirrors=True,
        medium_blend=True,
    )
    codes = [each[0] for each in found(record, "T5-7")]
    assert codes == ["not_gathered", "mirror_said", "only_numbers", "blend_said"]


def test_a_line_that_names_nothing_and_one_that_points_nowhere_are_told_by_number():
    record = answered(enquiry(TEST), short_data=[{"on": "05/03/2026"}, {"data_set": "own:gone", "on": "05/03/2026"}])
    codes = found(record, "T5-5")
    assert ("names_nothing", "1") in codes
    assert ("gone", "2") in codes


def test_dates_that_are_missing_or_out_of_order_are_told():
    record = answered(
        enquiry(TEST), medium_data=[{"data_set": "plan:test", "on": "08/01/2026"}], short_on="05/03/2026", medium_on="01/03/2026"
    )
    assert ("not_later", "Place value test") in found(record, "T5-7")
    assert ("medium_not_later",) in found(record, "T5-6")
    undated = answered(record, medium_data=[{"data_set": "plan:test"}])
    assert ("undated", "Place value test") in found(undated, "T5-7")


def test_marks_that_are_deleted_before_the_later_look_are_told():
    record = enquiry(TEST, ethics=Ethics(destroy_on=date(2026, 4, 1)))
    assert ("deleted_before", "2026-04-01") in found(answered(record, medium_data=[{"data_set": "plan:test", "on": "18/06/2026"}]), "T5-7")


def test_a_target_needs_data_that_are_gathered_then():
    record = answered(
        enquiry(TEST), medium_success=[{"target": "They still know it", "data_sets": ["plan:test"]}, {"target": "They like it"}]
    )
    assert found(record, "T5-6") == [("target_not_gathered", "Place value test"), ("target_unmeasured", "They like it")]
    assert found(enquiry(TEST, success="Most gain three marks"), "T5-4") == []
    assert found(enquiry(TEST), "T5-4") == [("success_none",)]


def test_no_data_set_is_left_without_an_analysis():
    record = answered(enquiry(TEST), baseline=[{"kind": "work_samples", "title": "Books", "on": "08/01/2026"}])
    assert found(record, "T5-8") == [("analysis_missing", "Books")]
    assert found(answered(record, analyses=[{"data_set": "own:books", "how": "Sort into three piles"}]), "T5-8") == [("analyses_whole",)]


def test_the_burden_counts_every_sitting_and_names_what_has_no_minutes():
    record = answered(
        enquiry(TEST, BOOKS),
        baseline=[{"kind": "interviews", "title": "Talks", "on": "08/01/2026"}],
        medium_data=[{"data_set": "plan:test", "on": "18/06/2026"}],
    )
    asked = burden(record)
    assert (asked.tests, asked.forms, asked.minutes, asked.unsaid) == (3, 1, 90, ("Talks",))


def test_telling_asks_for_a_form_and_a_response_and_steps_are_asked_for_me_and_others_apart():
    record = answered(enquiry(TEST), telling=[{"audience": "the maths team"}], steps_me=[{"what": "Keep it"}])
    assert found(record, "T5-9") == [("format_missing", "the maths team"), ("response_missing", "the maths team")]
    assert found(record, "T5-10") == [("steps_others_none",), ("step_undated", "Keep it")]


def test_an_effect_size_without_its_range_is_refused_and_one_outside_it_is_told():
    spec = EVALUATE.field("effect_sizes")
    with pytest.raises(BadInput, match="low"):
        read_answer(spec, [{"what": "Place value", "size": "0.4"}])
    record = answered(enquiry(TEST), effect_sizes=[{"what": "Place value", "size": "0.4", "low": "0.5", "high": "0.9"}])
    assert found(record, "T5-ES") == [("size_outside", "Place value"), ("size_without_pupils", "Place value")]


@pytest.mark.parametrize("spec", [spec for spec in EVALUATE.fields if spec.kind == "text"], ids=lambda spec: spec.name)
def test_no_notes_take_a_bare_effect_size(spec):
    with pytest.raises(BadInput, match="range"):
        read_answer(spec, "It had an effect size of 0.6.")


def test_a_pupils_name_is_put_as_a_code_and_what_rows_point_to_stays():
    record = answered(
        enquiry(),
        baseline=[{"kind": "work_samples", "title": "Zoe Bennett", "on": "08/01/2026"}],
        short_data=[{"data_set": "own:zoe-bennett"}],
        points_notes="Zoe explained it.",
    )
    clean, count = record_without_names(record, {"K7QF": ("Zoe", "Bennett")})
    assert count == 2
    assert clean.evaluation.baseline[0].title == "K7QF"
    assert clean.evaluation.points_notes == "K7QF explained it."
    assert [each.title for each in gathered(clean, "short_term") if not each.from_plan] == ["K7QF"]
    assert data_sets(clean)[0].code == "own:zoe-bennett"
