"""School files brought into a real enquiry folder."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from workbench.desk.enquiry import Workspace, new_enquiry
from workbench.desk.import_shapes import ImportDecisions, ImportQuestions, read_decisions
from workbench.desk.importing import Imported, bring_in, preview, questions_document
from workbench.desk.paste import paste_block
from workbench.enquiry.plan import Measure, Plan
from workbench.errors import BadInput, CannotSave, Conflict, NeedsDecisions, NotReady, SeveralProblems, UnreadableFile
from workbench.store.sealed import ClassList
from workbench.store.shipped import shipped

PASSPHRASE = "four brown counters"
MEASURE = Measure(id="place-value-test", title="Place value test", highest=40)
BOOK = shipped("datasets", "place-value-y7", "place-value-y7.xlsx")
DECISIONS = json.loads(shipped("datasets", "place-value-y7", "decisions.json").read_text(encoding="utf-8"))


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    made = new_enquiry(tmp_path / "enquiry", "Place value", clock=lambda: datetime(2026, 2, 20, 8, tzinfo=UTC))
    made.change(lambda record: record.model_copy(update={"plan": Plan(measures=(MEASURE,))}), what="plan")
    return made


@pytest.fixture
def class_list(ws: Workspace, tmp_path: Path) -> ClassList:
    return ClassList.create(ws.record.id, PASSPHRASE, home=tmp_path / "home", work=14)[0]


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def text_file(path: Path, rows: list[list[object]]) -> Path:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def suggested(ws: Workspace, file: Path, class_list: ClassList) -> dict[str, str]:
    answers: dict[str, str] = {}
    for _ in range(3):
        found = preview(ws, file, {"answers": answers}, class_list=class_list)
        answers |= {question.id: question.suggestion or question.choices[0].value for question in found.doubts}
    return answers


def test_the_shipped_book_comes_in_with_the_shipped_decisions(ws: Workspace, class_list: ClassList) -> None:
    done = bring_in(ws, BOOK, DECISIONS, class_list=class_list)
    assert (done.n_pupils, done.n_chosen, done.pairs, done.only_before, done.only_after, done.neither) == (119, 12, 11, 1, 0, 0)
    table = ws.tables()["place-value-test"]
    statuses = [row.after.status for row in table.rows] + [row.before.status for row in table.rows]
    assert statuses.count("absent") == 8
    assert statuses.count("exempt") == 2
    assert statuses.count("left") == 1
    assert statuses.count("not_joined") == 1
    assert [row.after.value for row in table.rows].count(0) == 1
    assert len(class_list.pupils) == 119


def test_no_name_and_no_upn_is_in_any_byte_of_the_folder(ws: Workspace, class_list: ClassList) -> None:
    bring_in(ws, BOOK, DECISIONS, class_list=class_list)
    words = {pupil.upn for pupil in class_list.pupils if pupil.upn}
    words |= {part for pupil in class_list.pupils for part in (pupil.surname, pupil.forename)}
    words |= {BOOK.stem + BOOK.suffix, "place-value-y7"}
    assert len(words) > 200
    for name, data in everything(ws.path).items():
        text = f"{name}\n{data.decode('utf-8', 'replace')}".casefold()
        leaked = [word for word in words if len(word) > 4 and word.casefold() in text]
        leaked += [word for word in words if 2 < len(word) <= 4 and f'"{word.casefold()}' in text.replace(" ", '"')]
        assert not leaked, name


def test_nothing_said_along_the_way_is_a_name(ws: Workspace, class_list: ClassList) -> None:
    bring_in(ws, BOOK, DECISIONS, class_list=class_list)
    names = {part for pupil in class_list.pupils for part in (pupil.surname, pupil.forename) if len(part) > 4}
    names |= {pupil.upn for pupil in class_list.pupils if pupil.upn}
    said = questions_document(preview(ws, BOOK)).model_dump_json()
    assert not [name for name in names if name in said]


def test_every_doubt_is_asked_before_anything_changes(ws: Workspace, class_list: ClassList) -> None:
    before = everything(ws.path)
    with pytest.raises(NeedsDecisions) as asked:
        bring_in(ws, BOOK, class_list=class_list)
    assert {question["id"] for question in asked.value.questions} == set(DECISIONS["answers"])
    assert everything(ws.path) == before
    assert not class_list.pupils


def test_the_questions_are_in_the_published_form(ws: Workspace) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "import-questions.json").read_text(encoding="utf-8"))
    document = questions_document(preview(ws, BOOK))
    jsonschema.Draft202012Validator(schema).validate(json.loads(document.model_dump_json()))
    assert ImportQuestions.model_validate_json(document.model_dump_json()) == document
    assert [question.required for question in document.questions[:10]] == [True] * 10
    decisions = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "import-decisions.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(decisions).validate(DECISIONS)


def test_the_preview_shows_sheets_columns_and_rows_left_out(ws: Workspace) -> None:
    found = preview(ws, BOOK)
    assert [(sheet.name, sheet.used, sheet.why_not) for sheet in found.sheets] == [
        ("Notes", False, "no table of pupils on it"),
        ("Test 1", True, ""),
        ("Test 2", True, ""),
        ("Last year", False, "the sheet is hidden"),
    ]
    first = found.sheets[1]
    assert first.header_rows == (5, 6)
    assert (first.first_row, first.last_row, first.n_rows) == (7, 124, 118)
    assert [row for row, _ in first.left_out] == [126, 127, 128]
    assert (first.before_column, found.sheets[2].after_column) == ("F", "C")
    assert not found.ready
    assert preview(ws, BOOK, DECISIONS).ready


def test_the_same_file_a_second_time_changes_nothing(ws: Workspace, class_list: ClassList, tmp_path: Path) -> None:
    bring_in(ws, BOOK, DECISIONS, class_list=class_list)
    before, codes = everything(ws.path), [pupil.code for pupil in class_list.pupils]
    again = ClassList.open(ws.record.id, PASSPHRASE, home=tmp_path / "home")
    done = bring_in(ws, BOOK, DECISIONS, class_list=again)
    assert not done.changed
    assert done.n_new == 0
    assert "already" in done.sentence
    assert everything(ws.path) == before
    assert [pupil.code for pupil in again.pupils] == codes


def test_the_record_notes_the_import_by_hash_and_not_by_name(ws: Workspace, class_list: ClassList) -> None:
    done = bring_in(ws, BOOK, DECISIONS, class_list=class_list)
    (note,) = ws.record.imports
    assert note.file_sha256 == done.file_sha256
    assert note.rows_read == 236
    assert note.decisions == DECISIONS["answers"]


def test_unknown_and_missing_answers_are_told_together(ws: Workspace, class_list: ClassList) -> None:
    answers = {**DECISIONS["answers"], "token:zz": "absent", "token:abs": "poorly"}
    del answers["flag:y"]
    before = everything(ws.path)
    with pytest.raises(SeveralProblems) as told:
        bring_in(ws, BOOK, {"schema_version": 1, "answers": answers}, class_list=class_list)
    for name in ("token:zz", "token:abs", "flag:y"):
        assert name in str(told.value)
    assert everything(ws.path) == before


@pytest.mark.parametrize("bad", [[], "x", {"schema_version": 2}, {"answers": {"token:abs": 1}}, {"schema_version": 1, "more": {}}])
def test_decisions_in_another_form_are_refused(bad: object) -> None:
    with pytest.raises((BadInput, SeveralProblems)):
        read_decisions(bad)


def test_decisions_may_be_a_bare_mapping_or_none() -> None:
    assert read_decisions({"token:abs": "absent"}).answers == {"token:abs": "absent"}
    assert read_decisions(None) == ImportDecisions()


def test_decisions_for_another_file_are_refused(ws: Workspace, class_list: ClassList) -> None:
    with pytest.raises(BadInput, match="another file"):
        bring_in(ws, BOOK, {**DECISIONS, "file_sha256": "0" * 64}, class_list=class_list)


def test_a_sealed_or_foreign_class_list_stops_the_import(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="class list"):
        bring_in(ws, BOOK, DECISIONS, class_list=None)
    other, _ = ClassList.create("f" * 32, PASSPHRASE, home=tmp_path / "home", work=14)
    with pytest.raises(Conflict, match="another enquiry"):
        bring_in(ws, BOOK, DECISIONS, class_list=other)


def test_without_a_measure_in_the_plan_nothing_can_come_in(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="no test"):
        preview(new_enquiry(tmp_path / "other", "Other"), BOOK)


def test_a_mark_that_is_none_is_said_in_the_workbenchs_words(ws: Workspace, class_list: ClassList, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Test 1", "Test 2"],
        *[[f"Pupil{chr(97 + n) * 3}, Al", n, n + 1] for n in range(1, 13)],
        ["Last, Bo", 3, "14?"],
    ]
    file = text_file(tmp_path / "marks.csv", rows)
    with pytest.raises(NeedsDecisions) as asked:
        bring_in(ws, file, {"chosen": "everyone"}, class_list=class_list)
    said = "Row 14, 'Test 2': the mark is '14?'. Marks here are 0 to 40, halves allowed. Type the mark, or choose absent."
    said += " Nothing has been saved yet."
    assert said in str(asked.value)
    assert not ws.tables()
    bring_in(ws, file, {"chosen": "everyone", "cell:1:C14": "14½"}, class_list=class_list)
    assert 14.5 in [row.after.value for row in ws.tables()["place-value-test"].rows]


@pytest.mark.parametrize("cell", ["-1", "41", "7.25", "14/20", "12*", "<10", "1,234", "35%", "Ava"])
def test_other_marks_that_are_none_are_asked_about(ws: Workspace, class_list: ClassList, tmp_path: Path, cell: str) -> None:
    file = text_file(tmp_path / "marks.csv", [["Name", "Test 1", "Test 2"], ["Khan, Ava", 3, 4], ["Ng, Bo", 5, cell]])
    with pytest.raises(NeedsDecisions, match="Row 3, 'Test 2'") as asked:
        bring_in(ws, file, {"chosen": "everyone"}, class_list=class_list)
    assert "Ava" not in str(asked.value)
    assert not ws.tables()


def test_two_rows_for_one_pupil_are_refused(ws: Workspace, class_list: ClassList, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "UPN", "Test 1", "Test 2"],
        ["Khan, Ava", "A123456789012", 3, 4],
        ["Khan, Ava", "A123456789012", 5, 6],
    ]
    with pytest.raises(SeveralProblems, match="two rows for one pupil"):
        bring_in(ws, text_file(tmp_path / "marks.csv", rows), {"chosen": "everyone"}, class_list=class_list)
    assert not class_list.pupils


def test_a_table_without_names_is_refused(ws: Workspace, class_list: ClassList, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="names or UPNs"):
        bring_in(ws, text_file(tmp_path / "m.csv", [["Test 1", "Test 2"], [3, 4], [5, 6]]), class_list=class_list)


def two_files(tmp_path: Path) -> tuple[Path, Path]:
    first = text_file(tmp_path / "a.csv", [["Surname", "Forename", "Mark"], ["Khan", "Ava", 3], ["Ng", "Bo", 5], ["Roe", "Cy", 9]])
    second = text_file(tmp_path / "b.csv", [["Name", "Mark"], ["Cy Roe", 11], ["Ava Khan", 8], ["Di Lim", 2]])
    return first, second


def test_two_files_one_after_the_other_meet_in_one_table(ws: Workspace, class_list: ClassList, tmp_path: Path) -> None:
    first, second = two_files(tmp_path)
    bring_in(ws, first, suggested(ws, first, class_list), class_list=class_list)
    answers = suggested(ws, second, class_list)
    assert answers["after:1"] == "B"
    assert [name.split(":")[0] for name in answers].count("missing") == 1
    done = bring_in(ws, second, answers, class_list=class_list)
    rows = {class_list.pupil(row.pupil).forename: (row.before.value, row.after.value) for row in ws.tables()["place-value-test"].rows}
    assert rows == {"Ava": (3, 8), "Bo": (5, None), "Cy": (9, 11), "Di": (None, 2)}
    assert done.n_new == 1
    assert not any(name in json.dumps(answers) for name in ("Ava", "Khan"))


def test_a_look_with_the_list_sealed_leaves_who_is_who_for_later(ws: Workspace, class_list: ClassList, tmp_path: Path) -> None:
    first, second = two_files(tmp_path)
    bring_in(ws, first, suggested(ws, first, class_list), class_list=class_list)
    answers = suggested(ws, second, class_list)
    assert preview(ws, second, {"answers": answers}).ready
    assert "missing" not in {question.id.split(":")[0] for question in preview(ws, second).questions}


@pytest.mark.parametrize(("answer", "rows"), [("take_out", 3), ("keep_rows", 5)])
def test_marks_pasted_without_names_are_asked_about(ws: Workspace, class_list: ClassList, tmp_path: Path, answer: str, rows: int) -> None:
    paste_block(ws, None, "3\n5")
    first, _ = two_files(tmp_path)
    answers = suggested(ws, first, class_list)
    assert "codes" in answers
    bring_in(ws, first, {**answers, "chosen": "everyone", "codes": answer}, class_list=class_list)
    assert len(ws.tables()["place-value-test"].rows) == rows


class FullDisk:
    """Stands for the store's writing of tables on a disk that is full."""

    def __call__(self, *args: object, **more: object) -> str:
        raise CannotSave("The disk is full.")


@pytest.mark.parametrize("step", ["write_table", "save"])
def test_when_the_disk_is_full_nothing_came_in(
    ws: Workspace, class_list: ClassList, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: str
) -> None:
    monkeypatch.setattr(ws.store, step, FullDisk())
    with pytest.raises(CannotSave):
        bring_in(ws, BOOK, DECISIONS, class_list=class_list)
    assert not ws.tables()
    assert not ws.record.imports
    assert not class_list.pupils
    assert not ClassList.open(ws.record.id, PASSPHRASE, home=tmp_path / "home").pupils


MakeBook = Callable[[Path], Path]


def styled_school_book(path: Path) -> Path:
    """Another school's book: logo rows, merged headings, a formula never worked out, hidden sheet, colours."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "7Y1 (Mrs T)"
    sheet["A1"] = "St Anywhere's School"
    sheet["A2"] = "Number assessments 2025/26"
    sheet.append([])
    sheet.append(["", "", "", "Baseline", "", "End of unit", ""])
    sheet.merge_cells("D4:E4")
    sheet.merge_cells("F4:G4")
    sheet.append(["Surname", "Preferred forename", "Reg", "Mark (40)", "%", "Mark (40)", "%"])
    for number in range(10):
        row = 6 + number
        after = "A" if number == 4 else 12 + number
        sheet.append(
            [f"Family{chr(97 + number) * 3}", f"Kid{chr(97 + number) * 3}", "7Y", 8 + number / 2, f"=D{row}/40", after, f"=F{row}/40"]
        )
    sheet.append(["Mean", "", "", "=AVERAGE(D6:D15)", "", "=AVERAGE(F6:F15)", ""])
    book.save(path)
    return path


def test_another_schools_book_comes_in(ws: Workspace, class_list: ClassList, tmp_path: Path) -> None:
    file = styled_school_book(tmp_path / "Mrs T's marks.xlsx")
    answers = suggested(ws, file, class_list)
    assert answers == {"chosen": "everyone", "token:a": "absent"}
    done: Imported = bring_in(ws, file, answers, class_list=class_list)
    assert (done.n_pupils, done.pairs, done.only_before) == (10, 9, 1)
    assert "Mrs T" not in "".join(everything(ws.path))
