"""The report's parts: what they tell, what they keep back, and that typed text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from workbench.desk import drawing
from workbench.desk.drawing import Drawn
from workbench.desk.enquiry import Workspace
from workbench.desk.report import Report, cover, report_sections, sections
from workbench.enquiry.record import Claim, Enquiry
from workbench.errors import NotReady, UnknownOption
from workbench.stats import MeanChange

IDS = ["question", "what-we-did", "who", "planned", "found", "limits", "sketch", "claims", "next", "checked"]


@pytest.fixture
def ws(made: ModuleType, tmp_path: Path) -> Workspace:
    return made.make(tmp_path / "enquiry")


def text(report: Report) -> str:
    return re.sub(r"base64,[A-Za-z0-9+/=]+", "", report._repr_markdown_()).replace("\\", "")


def test_the_parts_come_in_order_and_can_be_asked_for_by_name(ws: Workspace) -> None:
    assert [section.id for section in sections(ws)] == IDS
    report = report_sections(ws.path)
    assert report.section("found").heading == "What we found"
    with pytest.raises(UnknownOption, match="no part of that name"):
        report.section("nothing")


def test_it_tells_the_question_why_it_is_put_like_this_and_its_versions(ws: Workspace) -> None:
    told = text(report_sections(ws))
    assert "> How can we use paired talk to help the lowest scorers in Year 7" in told
    assert "against the advice of rule 3 for questions, because: The pupils asked for it." in told
    assert "Version 1, 5 January 2026: “Does paired talk improve place value?”" in told
    assert "It asked whether, not how." in told


def test_it_says_what_was_planned_and_what_was_not(ws: Workspace, made: ModuleType, tmp_path: Path) -> None:
    assert "**Place value test**: planned." in text(report_sections(ws))
    never = made.make(tmp_path / "never", locked=False)
    told = text(report_sections(never))
    assert "The plan was not locked before the marks came in" in told
    assert "**Place value test**: exploratory." in told


def test_a_plan_locked_after_the_marks_came_in_does_not_make_it_planned(made: ModuleType, tmp_path: Path) -> None:
    late = made.make(tmp_path / "late", locked=False)
    late.change(lambda record: record.model_copy(update={"plan": made.made_plan()}), what="Locked the plan")
    assert "**Place value test**: exploratory." in text(report_sections(late))


def test_the_interval_comes_first_in_the_tests_own_marks(ws: Workspace) -> None:
    found = report_sections(ws).section("found").markdown
    sentences = [line for line in found.splitlines() if line and not line.startswith(("#", "*"))]
    assert re.fullmatch(
        r"Any gain from \d\.\d to \d\.\d marks out of 40 fits these marks; the average was a gain of \d\.\d\.", sentences[0]
    )
    assert "If nothing had changed" in found


def test_the_expected_sentence_stands_beside_what_was_found(ws: Workspace) -> None:
    sketch = report_sections(ws).section("sketch").markdown
    assert sketch.index("Paired talk helped most") < sketch.index("An average gain of")


def test_the_picture_is_of_the_group_and_has_words(ws: Workspace) -> None:
    found = report_sections(ws).section("found").markdown
    (alternative,) = re.findall(r"!\[(.+?)\]\(data:image/png;base64,", found)
    assert "average mark was" in alternative.replace("\\", "")


def test_the_number_chosen_and_the_number_missing_are_nowhere(ws: Workspace) -> None:
    told = text(report_sections(ws))
    assert "between 10 and 14 of them" in told
    assert not re.search(r"\b11\b", told.split("Where this can be checked")[0])
    assert "9 of the 12" not in told
    assert "Two pupils" not in told
    assert "[number kept back]" in told


def test_no_code_of_a_pupil_nor_anyone_from_the_log_is_in_it(ws: Workspace) -> None:
    told = text(report_sections(ws))
    assert "K7M4T" not in told
    for row in ws.tables()["place-value"].rows:
        assert row.pupil not in told


def test_a_group_of_four_is_not_reported_on(made: ModuleType, tmp_path: Path) -> None:
    small = made.make(tmp_path / "small", made.made_table(chosen=4, missing=0))
    found = report_sections(small).section("found").markdown
    assert "too few pupils with both marks" in found
    assert "data:image" not in found
    assert "|" not in found


def test_after_a_withdrawal_averages_are_whole_marks(made: ModuleType, tmp_path: Path) -> None:
    table = made.made_table(missing=0)
    leaver = next(row for row in table.rows if row.chosen)
    rows = tuple(replace(row, after=made.mark(None, "withdrawn")) if row is leaver else row for row in table.rows)
    found = report_sections(made.make(tmp_path / "gone", replace(table, rows=rows))).section("found").markdown
    assert not re.search(r"\d\.\d", re.sub(r"base64,[A-Za-z0-9+/=]+", "", found).replace("\\", ""))


def test_typed_text_cannot_become_markup(ws: Workspace, made: ModuleType) -> None:
    def spoil(record: Enquiry) -> Enquiry:
        question = record.question.model_copy(update={"text": made.HOSTILE, "priority": made.HOSTILE})
        return record.model_copy(
            update={"question": question, "title": made.HOSTILE[:100], "claims": (Claim(text=made.HOSTILE),), "what_i_see": made.HOSTILE}
        )

    ws.change(spoil, what="Typed something odd")
    report = re.sub(r"\\.", "", report_sections(ws)._repr_markdown_())  # what is left means something to Markdown
    assert not re.search(r"<|\{|\]\((?!data:image/png)", report)
    assert report.count("![") == 1
    assert cover(ws, "colleagues").title.startswith("<img")


def test_without_marks_it_says_what_to_do(made: ModuleType, tmp_path: Path) -> None:
    empty = made.make(tmp_path / "empty", marks=False)
    with pytest.raises(NotReady, match="There are no marks yet") as early:
        report_sections(empty)
    assert "step 3" in str(early.value)


def test_an_unknown_audience_is_refused(ws: Workspace) -> None:
    with pytest.raises(UnknownOption, match="no report for that audience"):
        sections(ws, "everybody")


def test_how_many_more_or_fewer_pupils_than_planned_is_not_told(ws: Workspace) -> None:
    def plan_fourteen(record: Enquiry) -> Enquiry:
        return record.model_copy(update={"plan": record.plan.model_copy(update={"pupils_expected": 14})})

    ws.change(plan_fourteen, what="Planned")
    planned = report_sections(ws).section("planned").markdown
    assert "The number of pupils was not the number planned" in planned
    assert "14" not in planned.replace("between 10 and 14", "")


def test_the_day_of_printing_makes_no_difference(ws: Workspace, made: ModuleType) -> None:
    ws.change(
        lambda record: record.model_copy(update={"plan": record.plan.model_copy(update={"after_on": date(2026, 6, 1)})}), what="Later"
    )
    table = made.made_table()
    rows = tuple(replace(row, after=made.mark(None, "blank")) for row in table.rows)
    made.put_table(ws, replace(table, rows=rows))
    early = Workspace(ws.store, clock=lambda: datetime(2026, 2, 1, tzinfo=UTC))
    late = Workspace(ws.store, clock=lambda: datetime(2027, 2, 1, tzinfo=UTC))
    assert sections(early) == sections(late)


def test_a_hope_that_was_locked_in_the_plan_is_printed_as_it_was_written(ws: Workspace) -> None:
    def hope(record: Enquiry) -> Enquiry:
        plan = record.plan.model_copy(update={"success": "At least nine of the twelve gain marks."})
        return record.model_copy(update={"plan": plan, "what_i_see": "Nine of the twelve gained marks."})

    ws.change(hope, what="Hoped")
    told = text(report_sections(ws))
    assert "At least nine of the twelve gain marks." in told
    assert "[number kept back] of the twelve gained marks." in told


def test_the_words_are_the_same_whether_nobody_one_or_two_are_missing(made: ModuleType, tmp_path: Path) -> None:
    """Everything but the averages: no sentence appears, changes or goes because a few have no second mark."""
    words = set()
    for missing in (0, 1, 2):
        changes = tuple(1.0 + i % 5 for i in range(12))
        ws = made.make(tmp_path / f"{missing}", made.made_table(missing=missing, changes=changes))
        ws.change(lambda record: record.model_copy(update={"context": "my twelve pupils", "threat_answers": ()}), what="Wrote")
        report = report_sections(ws)
        told = " ".join(report.section(part).markdown for part in ("who", "planned", "found", "limits", "sketch"))
        told = re.sub(r"base64,[A-Za-z0-9+/=]+", "", told).replace("\\", "")
        words.add(re.sub(r"\d+\.\d+", "#", told))
    assert len(words) == 1


def test_the_picture_is_drawn_from_the_printed_figures_alone(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []

    def look(result: MeanChange, *, show: str) -> Drawn:
        drawn.append((result, show))
        return Drawn(svg="", png=b"", alternative="")

    monkeypatch.setattr(drawing, "draw", look)
    sections(ws)
    ((result, show),) = drawn
    assert show == "group"
    assert (result.before, result.after) == ((), ())
    for value in (result.estimate, result.low, result.high, result.mean_before, result.mean_after):
        assert value == round(value, 1)


def test_beside_the_size_of_a_whole_year_only_a_band_is_told(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "year", made.made_table(chosen=28, others=0, missing=2))
    plan = {"chosen_by": "everyone", "year_size": 28, "pupils_expected": 28, "chosen_how": ""}
    ws.change(lambda record: record.model_copy(update={"plan": record.plan.model_copy(update=plan), "what_i_see": ""}), what="All of them")
    told = text(report_sections(ws))
    assert "They come from a year of 28 pupils." in told
    assert "between 25 and 29 of them" in told
    assert not re.search(r"\b26\b", report_sections(ws).section("found").markdown.split("base64")[0])
    assert "| Pupils with both marks | 25 to 29 |" in told


@pytest.mark.parametrize("missing", [0, 2])
def test_two_measures_do_not_count_between_them_who_missed_one(made: ModuleType, tmp_path: Path, missing: int) -> None:
    ws = made.make(tmp_path / "two", made.made_table(chosen=40, others=100, missing=0))
    reading = made.MEASURE.model_copy(update={"id": "reading", "title": "Reading"})
    ws.change(
        lambda record: record.model_copy(update={"plan": record.plan.model_copy(update={"measures": (made.MEASURE, reading)})}),
        what="A second measure",
    )
    made.put_table(ws, replace(made.made_table(chosen=40, others=100, missing=missing), measure="reading"))
    told = text(report_sections(ws))
    assert not re.search(r"\b(38|40) pupils who have a mark", told)
    assert "between 40 and 44 of them" in told
    assert f"between {40 if not missing else 35} and {44 if not missing else 39} of them" in told


def test_of_seven_pupils_the_page_holds_no_decimal_of_a_mark_and_says_why(made: ModuleType, tmp_path: Path) -> None:
    ws = made.make(tmp_path / "seven", made.made_table(chosen=7, missing=0))
    report = report_sections(ws)
    assert "Averages are told in whole marks" in text(report)
    for name in ("found", "limits", "sketch"):
        found = re.sub(r"base64,[A-Za-z0-9+/=]+", "", report.section(name).markdown).replace("\\", "")
        assert not re.search(r"\d\.\d", re.sub(r"In the same time.*?comparison\.", "", found)), found
    assert re.search(r"Here that alone would give about \d of the \d marks|about \d marks, and", text(report))


def test_a_band_from_five_to_nine_reads_the_same_for_each_number_in_it(made: ModuleType, tmp_path: Path) -> None:
    def limits(missing: int) -> str:
        ws = made.make(tmp_path / str(missing), made.made_table(chosen=7, missing=missing))
        plan = {"pupils_expected": 7, "chosen_how": "My group of seven."}
        ws.change(lambda record: record.model_copy(update={"plan": record.plan.model_copy(update=plan)}), what="Seven")
        told = report_sections(ws).section("limits").markdown
        assert "between 5 and 9 of them" in report_sections(ws).section("who").markdown
        of_the_marks = r"Here that alone would give.*?\.|The group is small, so.*?not the average\."  # these follow from the averages told
        return " ".join(re.sub(of_the_marks, "", told).split())

    five, six, seven = limits(2), limits(1), limits(0)
    assert five == six == seven


def test_of_a_group_too_small_to_speak_of_the_limits_do_not_speak_either(made: ModuleType, tmp_path: Path) -> None:
    table = made.made_table(chosen=3, missing=0)
    full = replace(table, rows=tuple(replace(row, after=made.mark(40.0)) if row.chosen else row for row in table.rows))
    report = report_sections(made.make(tmp_path / "three", full))
    assert "too few pupils with both marks to report on" in report.section("found").markdown
    assert "end of the mark scale" not in report.section("limits").markdown
    assert "range that fits these marks" not in report.section("limits").markdown
