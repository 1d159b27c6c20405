"""The evaluation at the desk: filled from the plan and never copied, drafts kept, and three exports that say the same."""

import json

import jsonschema
import pytest

from workbench.desk import answers
from workbench.desk.enquiry import open_enquiry
from workbench.desk.evaluation import choices, evaluation_markdown, prompts, published_evaluation, read_out
from workbench.desk.plan import amend
from workbench.desk.schemas import schemas
from workbench.enquiry.evaluation_form import EVALUATE
from workbench.errors import SeveralProblems
from workbench.faces.html_page import look_over
from workbench.faces.printed import make_evaluation


@pytest.fixture
def ws(made, tmp_path):
    return made.make(tmp_path / "enquiry", locked=False)


def of(ws, prompt):
    return next(each for each in prompts(ws) if each.id == prompt)


def test_what_the_plan_knows_stands_beside_its_prompt(ws):
    known = {each.id: each.from_plan for each in prompts(ws)}
    assert known["T5-1"] == ("What you will do: Paired talk about what each digit is worth, ten minutes at the start of a lesson.",)
    assert known["T5-3"] == ("Place value test: 08/01/2026",)
    assert known["T5-4"] == ("Success: Most of them gain three marks or more.",)
    assert known["T5-5"] == ("Place value test: 05/03/2026",)
    assert known["T5-8"] == ("Place value test: each pupil's change",)
    assert known["T5-10"] == ("Step 7: Try it with the other half of the year, Maths team, by 01/05/2026",)
    assert known["T5-ES"][0].startswith("With 12 pupils, the average change will be known to about")


def test_looking_changes_nothing(ws):
    before = ws.store.version
    prompts(ws)
    published_evaluation(ws)
    assert ws.store.version == before


def test_a_change_of_the_plan_leaves_what_was_typed_and_shows_beside_it(ws):
    answers.put(ws, "evaluate", "short_success", [{"target": "They explain it aloud", "data_sets": ["plan:place-value"]}])
    answers.put(ws, "plan", "success", "Half of them gain five marks.")
    assert of(ws, "T5-4").from_plan == ("Success: Half of them gain five marks.",)
    assert ws.record.evaluation.short_success[0].target == "They explain it aloud"
    assert ws.record.plan.success == "Half of them gain five marks."


def test_the_tool_can_be_filled_in_while_the_plan_is_locked(made, tmp_path):
    ws = made.make(tmp_path / "locked")
    assert answers.put(ws, "evaluate", "points_covered", True).accepted
    assert ws.record.plan.amendments == ()
    with pytest.raises(SeveralProblems):
        amend(ws, {"points_covered": False}, "It is no part of the plan")


def test_a_bare_effect_size_is_kept_as_a_draft_with_what_to_do(ws):
    raw = [{"target": "An effect size of 0.4"}]
    shown = answers.put(ws, "evaluate", "medium_success", raw)
    assert not shown.accepted
    assert "Write the range beside it" in shown.message
    assert answers.shown(open_enquiry(ws.path), "evaluate")["medium_success"].raw == raw
    assert ws.record.evaluation.medium_success == ()
    assert published_evaluation(ws).left_out == 1


def test_a_claim_with_a_bare_number_is_refused_in_step_7_too(ws):
    shown = answers.put(ws, "report", "claims", [{"text": "Cohen's d was 0.8 for these pupils."}])
    assert not shown.accepted
    assert "Seen: Cohen's d was 0.8." in shown.message


def test_pupils_names_are_caught_as_they_are_saved(ws):
    ws.names = {"K7QF": ("Zoe", "Bennett")}
    shown = answers.put(ws, "evaluate", "helps_pupils_notes", "It helped Zoe Bennett most.")
    assert shown.raw == "It helped K7QF most."
    answers.keep(ws, "evaluate", "steps_me", [{"what": "Ask Zoe"}])
    assert b"Zoe" not in b"".join(path.read_bytes() for path in ws.path.rglob("*") if path.is_file())


def test_rows_that_were_added_can_be_pointed_to(ws):
    answers.put(ws, "evaluate", "baseline", [{"kind": "work_samples", "title": "Six books"}])
    assert choices(ws)["analyses.data_set"] == (("plan:place-value", "Place value test"), ("own:six-books", "Six books"))


def test_the_published_shape_keeps_to_its_schema_and_has_every_question(ws):
    answers.put(ws, "evaluate", "baseline", [{"kind": "work_samples", "title": "Six books", "on": "08/01/2026", "minutes": "0"}])
    answers.put(ws, "evaluate", "chain", [{"link": "teaching", "what": "We ask more", "data_sets": ["plan:place-value"]}])
    data = json.loads(published_evaluation(ws).model_dump_json())
    jsonschema.validate(data, schemas()["evaluation.json"])
    assert len([question for each in data["prompts"] for question in each["questions"]]) == len(EVALUATE.fields)
    assert [each["data_set"] for each in data["gatherings"]] == ["plan:place-value", "own:six-books", "plan:place-value"]


def test_the_three_files_say_the_same_and_the_page_stands_on_its_own(ws, made):
    answers.put(ws, "evaluate", "points_notes", made.HOSTILE)
    answers.put(ws, "evaluate", "telling", [{"audience": "the maths team", "format": "workshop", "response": "each tries it once"}])
    page, text, data = make_evaluation(ws.path)
    html = page.read_text("utf-8")
    assert look_over(html) == ()
    assert "each tries it once" in html
    assert "each tries it once" in text.read_text("utf-8")
    assert data.read_text("utf-8") == published_evaluation(ws).model_dump_json(indent=2) + "\n"
    assert [path.read_bytes() for path in make_evaluation(ws.path)] == [html.encode(), text.read_bytes(), data.read_bytes()]
    assert ws.store.verify() == ()


def test_no_mark_of_a_pupil_stands_in_it(ws):
    codes = {row.pupil for row in ws.tables()["place-value"].rows}
    text = evaluation_markdown(ws) + read_out(ws) + published_evaluation(ws).model_dump_json()
    assert not any(code in text for code in codes)


def test_what_is_read_out_shows_typed_marks_as_they_were_typed(ws):
    answers.put(ws, "evaluate", "points_notes", "7 * 8 (twice)")
    assert "7 * 8 (twice)" in read_out(ws)


def test_the_days_that_were_set_here_go_into_a_calendar_file_and_those_of_the_plan_do_not(ws):
    assert [path.name for path in make_evaluation(ws.path)] == ["evaluation.html", "evaluation.md", "evaluation.json"]
    answers.put(ws, "evaluate", "medium_data", [{"data_set": "plan:place-value", "on": "18/06/2026"}])
    answers.put(ws, "evaluate", "steps_me", [{"what": "Keep it, change it or stop it", "by": "01/07/2026"}])
    text = make_evaluation(ws.path)[3].read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == text.count("TRIGGER:-P7D") == 2
    assert "DTSTART;VALUE=DATE:20260618" in text
    assert "collect again: Place value test" in text
    answers.put(ws, "evaluate", "medium_data", [])
    answers.put(ws, "evaluate", "steps_me", [])
    make_evaluation(ws.path)
    assert not (ws.path / "evaluation" / "evaluation.ics").exists()
