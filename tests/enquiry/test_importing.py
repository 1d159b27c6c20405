"""Mark books of many shapes, all invented: what is understood, what is asked, what is refused."""

from __future__ import annotations

import pytest

from workbench.enquiry.import_people import Known
from workbench.enquiry.importing import ImportPlan, plan_import
from workbench.enquiry.marks import Mark, MarkRow, MarkTable
from workbench.enquiry.plan import Measure
from workbench.enquiry.sheets import Book, Sheet
from workbench.errors import UnreadableFile

TEST = Measure(id="test", title="Number test", highest=40)
NAMES = [("Khan", "Ava"), ("O'Neil", "Bo"), ("Ng", "Zoë"), ("Smith-Reed", "Cal"), ("Patel", "Dia"), ("Jones", "Max"), ("Ali", "Hassan")]
FIRST = ["12", "7.5", "20", "31", "9", "18½", "abs"]
SECOND = ["15", "11", "19.5", "33", "14", "20", "16"]


def sheet(rows: list[list[object]], name: str = "Marks", hidden: bool = False, merged: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    return Sheet(
        name=name, hidden=hidden, merged=merged, cells=tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    )


def book(*sheets: Sheet) -> Book:
    return Book(sha256="a" * 64, kind="xlsx", sheets=sheets)


def upn(number: int) -> str:
    return f"A{number:012d}"


def worked(source: Book, measure: Measure = TEST, **more: object) -> tuple[ImportPlan, dict[str, str]]:
    """The plan once every doubt is answered with its suggestion, and the answers."""
    answers: dict[str, str] = {}
    for _ in range(3):
        plan = plan_import(source, measure, answers, **more)  # type: ignore[arg-type]
        if not plan.missing:
            break
        answers |= {question.id: question.suggestion or question.choices[0] for question in plan.missing}
    assert not plan.missing
    return plan, answers


def marks(plan: ImportPlan) -> dict[str, tuple[float | None, float | None]]:
    return {one.forename: (one.before.value, one.after.value) for one in plan.people}


EXPECTED = {
    "Ava": (12.0, 15.0),
    "Bo": (7.5, 11.0),
    "Zoë": (20.0, 19.5),
    "Cal": (31.0, 33.0),
    "Dia": (9.0, 14.0),
    "Max": (18.5, 20.0),
    "Hassan": (None, 16.0),
}


def both(*extra: object) -> list[list[object]]:
    return [[*name, one, two, *extra] for name, one, two in zip(NAMES, FIRST, SECOND, strict=True)]


def one_sheet_header_on_top() -> Book:
    return book(sheet([["Surname", "Forename", "Test 1", "Test 2"], *both()]))


def header_in_row_six_with_totals() -> Book:
    head = [["Year 7 maths"], ["Mr P's set, 2025/26"], [], ["Number test /40"], []]
    foot = [[], ["Total", None, 98, 128.5], ["Class average", "", 16.3, 18.4], ["Max", "", 31, 33]]
    return book(sheet([*head, ["Surname", "First name", "Sept (out of 40)", "June (out of 40)"], *both(), *foot]))


def one_name_column_with_comma() -> Book:
    return book(sheet([["Pupil name", "Pre-test", "Post-test"], *[[f"{row[0]}, {row[1]}", row[2], row[3]] for row in both()]]))


def one_name_column_forename_first() -> Book:
    return book(sheet([["Student", "Baseline", "End of unit test"], *[[f"{row[1]} {row[0]}", row[2], row[3]] for row in both()]]))


def merged_two_row_header_with_per_cent() -> Book:
    rows = [
        ["Class 7B"],
        ["Pupil", None, None, "Autumn test", None, "Spring test", None, "Notes"],
        ["Legal Surname", "Legal Forename", "Reg", "Mark", "%", "Mark", "%", None],
        *[[row[0], row[1], "7B", row[2], 30, row[3], 40, "works hard"] for row in both()],
    ]
    return book(sheet(rows, merged=((1, 0, 1, 2), (1, 3, 1, 4), (1, 5, 1, 6))))


def two_rows_of_headings_in_a_text_file() -> Book:
    rows = [["", "", "Test 1", "", "Test 2", ""], ["Surname", "Forename", "Mark", "%", "Mark", "%"]]
    return book(sheet([*rows, *[[row[0], row[1], row[2], "30", row[3], "41"] for row in both()]], name=""))


def two_sheets_in_two_orders() -> Book:
    first = [
        ["Surname", "Forename", "UPN", "Mark /40"],
        *[[*name, upn(i), mark] for i, (name, mark) in enumerate(zip(NAMES, FIRST, strict=True))],
    ]
    rows = [[f"{name[1]} {name[0]}", mark] for name, mark in zip(NAMES, SECOND, strict=True)][::-1]
    return book(sheet(first, "Before"), sheet([["Name", "Mark /40"], *rows], "After"))


def sheet_order_turned_round() -> Book:
    one, two = two_sheets_in_two_orders().sheets
    return book(two, one)


def every_class_on_its_own_sheet() -> Book:
    rows = both()
    head = ["Surname", "Forename", "Form", "Test 1", "Test 2"]
    classes = [[[row[0], row[1], form, row[2], row[3]] for row in part] for form, part in (("7A", rows[:4]), ("7B", rows[4:]))]
    return book(sheet([head, *classes[0]], "7A"), sheet([head, *classes[1]], "7B"))


def questions_beside_the_total() -> Book:
    head = ["Surname", "Forename", "Q1", "Q2", "Test 1 total /40", "Q1", "Q2", "Test 2 total /40", "Target grade", "Attendance"]
    return book(sheet([head, *[[row[0], row[1], 3, 4, row[2], 5, 6, row[3], 5, 96] for row in both()]]))


def row_of_marks_possible_under_the_heading() -> Book:
    return book(sheet([["Surname", "Forename", "Test 1", "Test 2"], ["Out of", None, 40, 40], *both()]))


def headings_without_the_word_test() -> Book:
    return book(sheet([["Name", "Autumn", "Summer"], *[[f"{row[0]}, {row[1]}", row[2], row[3]] for row in both()]]))


def decoy_sheets_around() -> Book:
    hidden = sheet([["Name", "Test 1", "Test 2"], ["Old Pupil", 1, 2]], "2024", hidden=True)
    return book(sheet([["How to use this book"], ["Do not sort."]], "Read me"), one_sheet_header_on_top().sheets[0], hidden)


SHAPES = [
    one_sheet_header_on_top,
    header_in_row_six_with_totals,
    one_name_column_with_comma,
    one_name_column_forename_first,
    merged_two_row_header_with_per_cent,
    two_rows_of_headings_in_a_text_file,
    two_sheets_in_two_orders,
    sheet_order_turned_round,
    every_class_on_its_own_sheet,
    questions_beside_the_total,
    row_of_marks_possible_under_the_heading,
    headings_without_the_word_test,
    decoy_sheets_around,
]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_class_comes_out_of_every_shape(shape: object) -> None:
    plan, _ = worked(shape())  # type: ignore[operator]
    assert not plan.problems
    assert marks(plan) == EXPECTED
    absent = next(one for one in plan.people if one.forename == "Hassan")
    assert absent.before.status == "absent"


@pytest.mark.parametrize("shape", SHAPES)
def test_no_question_speaks_a_name(shape: object) -> None:
    plan, _ = worked(shape())  # type: ignore[operator]
    for question in plan.questions:
        said = f"{question.id} {question.choices} {dict(question.about)}".casefold()
        assert not any(part.casefold() in said for name in NAMES for part in name if len(part) > 2 and part not in {"Max", "Ali", "Bo"})


def test_absence_is_asked_and_never_made_a_nought() -> None:
    plan = plan_import(one_sheet_header_on_top(), TEST)
    asked = {question.id: question for question in plan.missing}
    assert asked["token:abs"].suggestion == "absent"
    assert "chosen" in asked
    plan = plan_import(one_sheet_header_on_top(), TEST, {"token:abs": "zero", "chosen": "everyone"})
    assert marks(plan)["Hassan"] == (0.0, 16.0)


def test_a_nought_beside_absences_is_asked() -> None:
    rows = [["Surname", "Forename", "Test 1", "Test 2"], *both(), ["Lee", "Eve", "0", "3"]]
    asked = {question.id: question for question in plan_import(book(sheet(rows)), TEST).missing}
    assert asked["zeros:before"].rows == (9,)
    assert asked["zeros:before"].suggestion == "zero"


def test_a_mark_that_is_none_is_asked_by_its_cell_and_takes_a_mark() -> None:
    rows = [["Surname", "Forename", "Test 1", "Test 2"], *both(), ["Lee", "Eve", "14?", "41"], ["Roe", "Fay", "-3", "7.25"]]
    plan, answers = worked(book(sheet(rows)))
    assert {"cell:1:C9", "cell:1:D9", "cell:1:C10", "cell:1:D10"} <= set(answers)
    answers |= {"cell:1:C9": "14", "cell:1:D9": "absent", "cell:1:C10": "3½", "cell:1:D10": "7"}
    plan = plan_import(book(sheet(rows)), TEST, answers)
    assert marks(plan)["Eve"] == (14.0, None)
    assert marks(plan)["Fay"] == (3.5, 7.0)


def test_an_answer_that_is_not_offered_is_named_and_so_is_one_never_asked() -> None:
    plan = plan_import(one_sheet_header_on_top(), TEST, {"token:abs": "poorly", "token:zzz": "absent", "Ava Khan": "x"})
    told = " ".join(map(str, plan.problems))
    assert len(plan.problems) == 3
    assert "token:abs" in told
    assert "token:zzz" in told
    assert "Ava" not in told
    assert "poorly" not in told


def test_two_rows_with_one_upn_are_two_rows_for_one_pupil() -> None:
    rows = [["Name", "UPN", "Test 1", "Test 2"], ["Khan, Ava", upn(1), 1, 2], ["Khan, A.", upn(1), 3, 4]]
    plan = plan_import(book(sheet(rows)), TEST)
    assert "two rows for one pupil" in str(plan.problems[0])
    assert "rows 2 and 3" in str(plan.problems[0])


def test_the_same_name_twice_without_upns_is_asked_and_one_pupil_is_refused() -> None:
    rows = [["Name", "Test 1", "Test 2"], ["Khan, Ava", 1, 2], ["Ng, Bo", 5, 6], ["Khan, Ava", 3, 4]]
    asked = {question.id: question for question in plan_import(book(sheet(rows)), TEST).missing}
    assert asked["alike:1:2"].rows == (2, 4)
    assert asked["alike:1:2"].suggestion is None
    assert plan_import(book(sheet(rows)), TEST, {"alike:1:2": "one_pupil"}).problems
    two = plan_import(book(sheet(rows)), TEST, {"alike:1:2": "two_pupils", "chosen": "everyone"})
    assert len(two.people) == 3
    assert not two.problems


def test_two_upns_tell_namesakes_apart_without_a_question() -> None:
    rows = [["Name", "UPN", "Test 1", "Test 2"], ["Khan, Ava", upn(1), 1, 2], ["Khan, Ava", upn(2), 3, 4]]
    plan, answers = worked(book(sheet(rows)))
    assert len(plan.people) == 2
    assert set(answers) == {"chosen"}


def namesakes_on_two_sheets() -> Book:
    first = [
        ["Surname", "Forename", "UPN", "Form", "Mark"],
        ["Khan", "Ava", upn(1), "7A", 1],
        ["Ng", "Bo", upn(3), "7A", 9],
        ["Khan", "Ava", upn(2), "7C", 3],
    ]
    return book(sheet(first, "Test 1"), sheet([["Name", "Mark"], ["Ava Khan", 5], ["Bo Ng", 8], ["Ava Khan", 7]], "Test 2"))


def test_namesakes_on_two_sheets_are_put_by_row_and_tutor_group() -> None:
    plan = plan_import(namesakes_on_two_sheets(), TEST)
    asked = {question.id: question for question in plan.missing}
    assert asked["match:2:2"].choices[:2] == ("row:1:2", "row:1:4")
    assert asked["match:2:2"].about["row:1:4 is"] == "sheet 1, row 4; tutor group 7C"
    plan = plan_import(namesakes_on_two_sheets(), TEST, {"match:2:2": "row:1:4", "match:2:4": "row:1:2", "chosen": "everyone"})
    by_upn = {one.upn: (one.before.value, one.after.value) for one in plan.people}
    assert by_upn[upn(1)] == (1.0, 7.0)
    assert by_upn[upn(2)] == (3.0, 5.0)


def test_one_pupil_cannot_be_given_two_rows() -> None:
    plan = plan_import(namesakes_on_two_sheets(), TEST, {"match:2:2": "row:1:4", "match:2:4": "row:1:4", "chosen": "everyone"})
    assert "two rows for one pupil" in str(plan.problems[0])


def test_a_leaver_a_joiner_and_a_name_that_changed_are_asked() -> None:
    first = [["Name", "Mark"], ["Khan, Ava", 1], ["Ng, Bo", 9], ["Jones, Samuel", 3]]
    second = [["Name", "Mark"], ["Khan, Ava", 5], ["Adeyemi, Eli", 8], ["Jones, Sam", 7]]
    source = book(sheet(first, "Test 1"), sheet(second, "Test 2"))
    plan, answers = worked(source)
    assert answers["missing:after:1:3"] == "left"
    assert answers["match:2:3"] == "joined"
    asked = {question.id: question for question in plan.questions}
    assert asked["match:2:4"].kind == "near"
    assert asked["match:2:4"].choices[0] == "row:1:4"
    answers["match:2:4"] = "row:1:4"
    answers.pop("missing:after:1:4", None)
    plan = plan_import(source, TEST, answers)
    assert marks(plan) == {"Ava": (1.0, 5.0), "Bo": (9.0, None), "Samuel": (3.0, 7.0), "Eli": (None, 8.0)}
    status = {one.forename: (one.before.status, one.after.status) for one in plan.people}
    assert status["Eli"] == ("not_joined", "present")
    assert status["Bo"] == ("present", "left")


def test_many_without_a_partner_are_asked_about_once() -> None:
    first = [["Name", "Mark"], *[[f"Surname{chr(97 + n) * 5}, Kim{chr(97 + n) * 4}", n] for n in range(20)]]
    second = [["Name", "Mark"], *[[row[0], 5] for row in first[1:4]]]
    plan = plan_import(book(sheet(first, "Test 1"), sheet(second, "Test 2")), TEST)
    many = [question for question in plan.missing if question.kind == "many_missing"]
    assert len(many) == 1
    assert len(many[0].rows) == 17


def test_only_upns_are_enough() -> None:
    rows = [["UPN", "Test 1", "Test 2"], [upn(1), 1, 2], [upn(2), 3, 4]]
    plan, _ = worked(book(sheet(rows)))
    assert [(one.upn, one.before.value, one.after.value) for one in plan.people] == [(upn(1), 1.0, 2.0), (upn(2), 3.0, 4.0)]


@pytest.mark.parametrize("head", [["Test 1", "Test 2"], ["Number", "Test 1", "Test 2"], ["Candidate no", "Mark", "Grade"]])
def test_a_table_without_names_is_refused(head: list[str]) -> None:
    with pytest.raises(UnreadableFile, match="names or UPNs"):
        plan_import(book(sheet([head, *[[str(n)] * len(head) for n in range(5, 15)]])), TEST)


def test_a_table_without_marks_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="column of marks"):
        plan_import(book(sheet([["Surname", "Forename", "Comment"], ["Khan", "Ava", "good"]])), TEST)


def test_one_test_alone_asks_which_it_is_and_the_second_file_adds_to_the_first() -> None:
    first = book(sheet([["Name", "Mark /40"], *[[f"{name[0]}, {name[1]}", mark] for name, mark in zip(NAMES, FIRST, strict=True)]]))
    plan = plan_import(first, TEST)
    assert {"before:1", "after:1"} <= {question.id for question in plan.missing}
    plan, _ = worked(first)
    codes = {one.forename: f"K{n}K{n}K" for n, one in enumerate(plan.people)}
    known = [Known(code=codes[one.forename], surname=one.surname, forename=one.forename) for one in plan.people]
    blank = Mark(value=None, status="blank")
    rows = tuple(MarkRow(pupil=codes[one.forename], chosen=True, before=one.before, after=blank) for one in plan.people)
    table = MarkTable(measure="test", rows=rows)
    second = book(sheet([["Name", "Mark /40"], *[[f"{name[1]} {name[0]}", mark] for name, mark in zip(NAMES, SECOND, strict=True)]]))
    plan, answers = worked(second, known=known, existing=table)
    assert answers["after:1"] == "B"
    assert marks(plan) == EXPECTED
    assert all(one.code and one.chosen for one in plan.people)


def test_marks_that_stand_differently_in_the_enquiry_are_asked_about() -> None:
    known = [Known(code="K7M4T", surname="Khan", forename="Ava")]
    row = MarkRow(pupil="K7M4T", chosen=True, before=Mark(value=3.0, status="present"), after=Mark(value=15.0, status="present"))
    table = MarkTable(measure="test", rows=(row,))
    source = book(sheet([["Name", "Test 1", "Test 2"], ["Khan, Ava", 12, 15]]))
    answers = {"chosen": "keep"}
    assert [question.id for question in plan_import(source, TEST, answers, known=known, existing=table).missing] == ["differs"]
    for keep, mark in (("enquiry", 3.0), ("file", 12.0)):
        plan = plan_import(source, TEST, {**answers, "differs": keep}, known=known, existing=table)
        assert plan.people[0].before.value == mark


def test_a_flag_says_who_is_in_the_group_once_blank_was_explained() -> None:
    rows = [["Surname", "Forename", "PP", "Intervention", "Test 1", "Test 2"]]
    rows += [[row[0], row[1], "Y" if n % 2 else "", "x" if n < 3 else "", row[2], row[3]] for n, row in enumerate(both())]
    plan = plan_import(book(sheet(rows)), TEST)
    asked = {question.id: question for question in plan.missing}
    assert asked["chosen"].suggestion == "column:1:D"
    assert "column:1:C" not in asked["chosen"].choices
    assert {"flag:x", "flag:blank"} <= set(asked)
    plan, _ = worked(book(sheet(rows)))
    assert [one.chosen for one in plan.people] == [True] * 3 + [False] * 4


def test_a_guess_may_be_overruled() -> None:
    source = decoy_sheets_around()
    plan, _ = worked(source)
    guesses = {question.id for question in plan.questions if not question.required}
    assert {"sheet:2", "sheet:3", "header:2", "column:2:C", "before:2"} <= guesses
    swapped = plan_import(source, TEST, {"before:2": "D", "after:2": "C", "chosen": "everyone", "token:abs": "absent"})
    assert marks(swapped)["Ava"] == (15.0, 12.0)


def test_a_row_taken_for_a_total_may_be_a_pupil() -> None:
    rows = [["Name", "Test 1", "Test 2"], ["Khan, Ava", 1, 2], ["Max", 3, 4]]
    plan = plan_import(book(sheet(rows)), TEST)
    assert [question.id for question in plan.questions if question.kind == "row"] == ["row:1:3"]
    plan = plan_import(book(sheet(rows)), TEST, {"row:1:3": "pupil", "chosen": "everyone"})
    assert len(plan.people) == 2
    assert not plan.problems


def test_a_label_that_could_be_a_name_among_pupils_is_a_doubt() -> None:
    rows = [
        ["Name", "Test 1", "Test 2"],
        ["Khan, Ava", 1, 2],
        ["Max", 3, 4],
        ["Ng, Bo", 5, 6],
        ["Class average", 3, 4],
        ["Number sat", 3, 3],
    ]
    plan = plan_import(book(sheet(rows)), TEST)
    assert [question.id for question in plan.missing if question.kind == "row"] == ["row:1:3"]
    assert [entry.row for look in plan.looks if look.table for entry in look.table.entries] == [2, 4]


def test_marks_without_a_name_are_put_to_the_teacher() -> None:
    rows = [["Surname", "Forename", "Test 1", "Test 2"], *both()[:3], ["", "", 5, 6], *both()[3:]]
    asked = {question.id: question for question in plan_import(book(sheet(rows)), TEST).missing}
    assert asked["row:1:5"].kind == "nameless"


def test_another_number_of_full_marks_is_asked_about() -> None:
    source = book(sheet([["Name", "Test 1 /50", "Test 2 /50"], ["Khan, Ava", 1, 2]]))
    assert {"scale:1:B", "scale:1:C"} <= {question.id for question in plan_import(source, TEST).missing}


def test_a_pupil_who_has_withdrawn_does_not_come_back_with_a_file() -> None:
    known = [Known(code="K7M4T", surname="Khan", forename="Ava")]
    gone = Mark(value=None, status="withdrawn")
    table = MarkTable(measure="test", rows=(MarkRow(pupil="K7M4T", chosen=True, before=gone, after=gone),))
    plan = plan_import(book(sheet([["Name", "Test 1", "Test 2"], ["Khan, Ava", 12, 15]])), TEST, known=known, existing=table)
    assert not plan.missing
    assert plan.people[0].after == gone


def test_headings_without_pupils_are_told() -> None:
    with pytest.raises(UnreadableFile, match="no pupils under them"):
        plan_import(book(sheet([["Class 7A"], ["Name", "Test 1", "Test 2"], []])), TEST)


def asked(source: Book, **more: object) -> dict[str, object]:
    return {question.id: question for question in plan_import(source, TEST, **more).missing}  # type: ignore[arg-type]


def test_headings_that_come_again_in_another_order_are_asked_about() -> None:
    rows = both()
    again = [["Surname", "Forename", "Test 2", "Test 1"], *rows[3:]]
    source = book(sheet([["Surname", "Forename", "Test 1", "Test 2"], *rows[:3], ["Class 7B"], *again]))
    assert asked(source)["row:1:6"].kind == "other_headings"  # type: ignore[attr-defined]
    same = [["Surname", "Forename", "Test 1", "Test 2"], *rows[3:]]
    source = book(sheet([["Surname", "Forename", "Test 1", "Test 2"], *rows[:3], ["Class 7B"], *same]))
    assert "row:1:6" not in asked(source)


def test_headings_that_come_again_one_column_along_are_asked_about() -> None:
    rows = both()
    again = [["UPN", "Surname", "Forename", "Test 1", "Test 2"], *[["", *row] for row in rows[3:]]]
    source = book(sheet([["Surname", "Forename", "Test 1", "Test 2"], *rows[:3], *again]))
    assert "header:1" in asked(source)
    assert asked(source, answers={"header:1": "1"})["row:1:5"].kind == "other_headings"  # type: ignore[attr-defined]


@pytest.mark.parametrize("label", ["Out of", "Maximum mark", "Total marks available", "Max"])
def test_full_marks_in_a_row_of_their_own_are_held_against_the_plan(label: str) -> None:
    head = ["Surname", "Forename", "Form", "Test 1", "Test 2"]
    rows = [[row[0], row[1], "7A", *row[2:]] for row in both()]
    assert {"scale:1:D", "scale:1:E"} <= set(asked(book(sheet([head, [label, "", "", 50, 50], *rows]))))
    assert "scale:1:D" not in asked(book(sheet([head, [label, "", "", 40, 40], *rows])))


def test_full_marks_in_the_title_are_held_against_the_plan() -> None:
    source = book(sheet([["Place value, out of 20"], ["Surname", "Forename", "Test 1", "Test 2"], *both()]))
    assert {"scale:1:C", "scale:1:D"} <= set(asked(source))


def test_the_highest_mark_at_the_foot_is_no_full_mark() -> None:
    source = book(sheet([["Surname", "Forename", "Test 1", "Test 2"], *both(), ["Maximum", "", 31, 33]]))
    assert not any(name.startswith("scale") for name in asked(source))


def test_a_second_list_beside_the_first_is_refused() -> None:
    left, right = both()[:3], both()[3:6]
    rows = [[f"{a[0]}, {a[1]}", a[2], a[3], "", f"{b[0]}, {b[1]}", b[2], b[3]] for a, b in zip(left, right, strict=True)]
    head = ["Name", "Test 1", "Test 2", "", "Name", "Test 1", "Test 2"]
    problems = plan_import(book(sheet([head, *rows])), TEST).problems
    assert any("A second list of pupils stands beside the first" in str(problem) for problem in problems)
    twice = [[*row[:4], row[0], *row[5:]] for row in rows]
    assert not plan_import(book(sheet([head, *twice])), TEST).problems


def test_a_table_on_its_side_is_refused_without_a_name() -> None:
    rows = both()
    source = book(sheet([["Name", *[f"{row[0]}, {row[1]}" for row in rows]], ["Test 1", *FIRST], ["Test 2", *SECOND]]))
    with pytest.raises(UnreadableFile, match="one row for each pupil") as refused:
        plan_import(source, TEST)
    assert not any(name in str(refused.value) for pair in NAMES for name in pair)


def test_a_upn_under_quite_another_name_is_asked_about() -> None:
    head = ["Surname", "Forename", "UPN", "Mark"]
    first = [head, *[[*NAMES[i], upn(i), FIRST[i]] for i in range(7)]]
    order = [1, 0, 2, 3, 4, 5, 6]
    second = [head, *[[*NAMES[i], upn(order[i]), SECOND[i]] for i in range(7)]]
    source = book(sheet(first, "Before"), sheet(second, "After"))
    questions = asked(source)
    assert {name for name in questions if name.startswith("match")} == {"match:2:2", "match:2:3"}
    assert questions["match:2:2"].kind == "upn"  # type: ignore[attr-defined]
    assert {"row:1:2", "row:1:3"} <= set(questions["match:2:2"].choices)  # type: ignore[attr-defined]
    plan = plan_import(source, TEST, {"match:2:2": "row:1:2", "match:2:3": "row:1:3", "token:abs": "absent", "chosen": "everyone"})
    assert not plan.missing
    assert marks(plan) == EXPECTED


def test_a_upn_under_a_name_that_changed_in_part_is_the_same_pupil() -> None:
    first = [["Surname", "Forename", "UPN", "Mark"], ["Khan", "Ava", upn(1), 12], ["Ng", "Bo", upn(2), 13]]
    second = [["Surname", "Forename", "UPN", "Mark"], ["Stone", "Ava", upn(1), 14], ["Ng", "Bo", upn(2), 15]]
    assert not any(name.startswith("match") for name in asked(book(sheet(first, "Before"), sheet(second, "After"))))


@pytest.mark.parametrize(("one", "two"), [("Summer", "Autumn"), ("Y6 June test", "Y7 Sept test"), ("HT6", "HT1")])
def test_summer_before_autumn_may_be_two_school_years_and_is_asked(one: str, two: str) -> None:
    source = book(sheet([["Surname", "Forename", one, two], *both()]))
    assert {"before:1", "after:1"} <= set(asked(source))


def test_what_a_pupil_is_known_as_does_not_hide_who_she_is() -> None:
    first = [["Name", "Mark"], *[[f"{s}, {f} ({f[:2]}y)", mark] for (s, f), mark in zip(NAMES, FIRST, strict=True)]]
    second = [["Name", "Mark"], *[[f"{s}, {f}", mark] for (s, f), mark in zip(NAMES, SECOND, strict=True)]][::-1]
    source = book(sheet(first, "Before"), sheet([second[-1], *second[:-1]], "After"))
    plan, answers = worked(source)
    assert not any(name.startswith("match") for name in answers)
    assert {one.before.value: one.after.value for one in plan.people} == dict(EXPECTED.values())


def test_formulas_never_worked_out_are_marks_that_must_be_asked_about() -> None:
    source = book(sheet([["Surname", "Forename", "Test 1", "Test 2"], *[[row[0], row[1], "=no value", row[3]] for row in both()]]))
    questions = asked(source)
    assert "token:=no value" in questions
    assert not any(name.startswith(("before", "after")) for name in questions)


def test_one_column_cannot_be_both_tests_and_no_column_cannot_be_any() -> None:
    source = book(sheet([["Surname", "Forename", "Test 1", "Test 2"], *both()]))
    said = " ".join(map(str, plan_import(source, TEST, {"before:1": "C", "after:1": "C"}).problems))
    assert "column C: One column cannot hold both tests" in said
    said = " ".join(map(str, plan_import(source, TEST, {"before:1": "none", "after:1": "none"}).problems))
    assert "no marks would come in" in said


@pytest.mark.parametrize(
    "answers",
    [
        {"column:1:A": "mark", "before:1": "A"},
        {"column:1:A": "flag", "chosen": "column:1:A"},
        {"column:1:C": "flag", "chosen": "column:1:C"},
        {"column:1:B": "mark", "before:1": "B"},
    ],
)
def test_names_are_not_spoken_even_where_their_column_is_said_to_be_something_else(answers: dict[str, str]) -> None:
    rows = [[row[0], row[1], f"{row[1]} {row[0]}", *row[2:]] for row in both()]
    source = book(sheet([["Surname", "Forename", "Student", "Test 1", "Test 2"], *rows]))
    for question in plan_import(source, TEST, answers).questions:
        said = f"{question.id} {question.choices} {dict(question.about)}".casefold()
        assert not any(name.casefold() in said for name in ("Khan", "Ava", "Patel", "Smith-Reed", "Hassan", "O'Neil"))
