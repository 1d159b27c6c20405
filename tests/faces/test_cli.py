"""The command line: the whole way through, every refusal plain with exit code 2, and nothing changed by it."""

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from workbench.__main__ import main
from workbench.desk.enquiry import open_enquiry
from workbench.desk.plan import lock
from workbench.desk.schemas import schemas
from workbench.faces.cli import parser
from workbench.store.shipped import shipped

BOOK = shipped("datasets", "place-value-y7", "place-value-y7.xlsx")
ANSWERS = shipped("datasets", "place-value-y7", "answers.json")
DECISIONS = shipped("datasets", "place-value-y7", "decisions.json")
PASSPHRASE = "counters and paired talk"
CLASS = (
    "Name,First test /40,Second test /40\nAmy Ash,12,15\nBen Beech,9.5,14\nCal Cedar,11,10\n"
    "Dot Dogwood,8,12\nEve Elm,13,17\nFay Fir,10,12\n"
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path):
    answers = json.loads(ANSWERS.read_text(encoding="utf-8"))
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"frame": answers["frame"], "plan": answers["plan"]}), encoding="utf-8")
    assert main(["new", str(tmp_path / "Place value"), "--from", str(path), "--author", "AT"]) == 0
    return tmp_path / "Place value"


def bring(folder, file, *more, passphrase=PASSPHRASE):
    reader, writer = os.pipe()
    os.write(writer, f"{passphrase}\n".encode())
    os.close(writer)
    try:
        return main(["import", str(folder), str(file), *map(str, more), "--passphrase-fd", str(reader)])
    finally:
        os.close(reader)


def tree(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_calendar_is_written_and_what_may_be_a_slip_is_said_beside_it(folder, tmp_path, capsys):
    before = tree(folder)
    assert main(["calendar", str(folder)]) == 0
    said = capsys.readouterr()
    assert Path(said.out.strip()).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(line.endswith(".") for line in said.err.splitlines())
    assert {path: digest for path, digest in tree(folder).items() if "reports" not in path} == before
    assert main(["new", str(tmp_path / "Empty")]) == 0
    capsys.readouterr()
    assert main(["calendar", str(tmp_path / "Empty")]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.strip()) == (
        "",
        "No day is set yet, so there is nothing to put into a calendar. Give the timeline its days, in step 2.",
    )


def test_every_command_has_help_and_stands_in_the_readme(capsys):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    commands = next(action for action in parser()._actions if action.dest == "command").choices
    for name in commands:
        with pytest.raises(SystemExit) as done:
            main([name, "--help"])
        assert done.value.code == 0
        assert name in capsys.readouterr().out
        assert f"workbench {name}" in readme or f"make {name}" in readme


def test_the_whole_way_from_answers_to_a_report(folder, capsys, tmp_path):
    lock(open_enquiry(folder))
    capsys.readouterr()
    assert bring(folder, BOOK, "--decisions", DECISIONS, "--json") == 0
    came = json.loads(capsys.readouterr().out)
    assert (came["imported"]["n_chosen"], came["imported"]["pairs"]) == (12, 11)
    assert came["recovery_code"]
    assert main(["status", str(folder), "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    jsonschema.validate(status, schemas()["status.json"])
    assert [rule["verdict"] for rule in status["question"]["rules"]] == ["yes"] * 5
    assert (status["data"][0]["pupils"], status["data"][0]["pairs"], status["whole"]) == (119, 11, True)
    assert main(["check", str(folder), "--json"]) == 1
    check = json.loads(capsys.readouterr().out)
    jsonschema.validate(check, schemas()["check.json"])
    assert [threat["id"] for threat in check["threats"]] == ["M1", "M2", "M4", "M5", "M9", "M10"]
    assert main(["report", str(folder)]) == 0
    report = Path(capsys.readouterr().out.strip())
    assert report.parent == folder / "reports"
    assert "10 to 14" in report.read_text(encoding="utf-8")


def test_the_questions_of_an_import_keep_to_their_schema_and_exit_with_2(folder, capsys):
    before = tree(folder)
    capsys.readouterr()
    assert main(["import", str(folder), str(BOOK), "--json"]) == 2
    asked = json.loads(capsys.readouterr().out)
    jsonschema.validate(asked, schemas()["import-questions.json"])
    assert {"match:3:57", "token:abs"} <= {question["id"] for question in asked["questions"]}
    assert tree(folder) == before


def test_the_questions_in_words_name_no_pupil(folder, capsys):
    capsys.readouterr()
    assert main(["import", str(folder), str(BOOK)]) == 2
    text = capsys.readouterr().out
    assert "--decisions FILE" in text
    names = {word for line in _names_in_the_book() for word in line if len(word) > 3}
    assert [name for name in names if name in text] == []


def _names_in_the_book():
    from openpyxl import load_workbook

    sheet = load_workbook(BOOK)["Test 1"]
    return [(str(row[0].value), str(row[1].value)) for row in sheet.iter_rows(min_row=7, max_row=124)]


BAD_MARKS = {"14?": "14?", "-3": "-3", "41": "41", "7.3": "7.3"}


@pytest.mark.parametrize("mark", BAD_MARKS)
def test_a_mark_that_cannot_be_is_met_with_what_is_allowed(folder, capsys, tmp_path, mark):
    file = tmp_path / "class.csv"
    file.write_text(CLASS.replace("9.5,14", f"{mark},14"), encoding="utf-8")
    before = tree(folder)
    capsys.readouterr()
    assert bring(folder, file) == 2
    said = "".join(capsys.readouterr())
    assert mark in said
    assert "0 to 40" in said
    assert "Row 3" in said or "row 3" in said
    assert (tree(folder), "Beech" in said) == (before, False)


def broken_files(folder: Path) -> dict[str, tuple[Path, str]]:
    def write(name: str, data: bytes) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    book = BOOK.read_bytes()
    return {
        "two rows for one pupil": (write("twice.csv", (CLASS + "Amy Ash,3,4\n").encode()), "row"),
        "no column of names": (write("nameless.csv", b"First test,Second test\n12,15\n9,14\n8,12\n"), "name"),
        "a renamed csv": (write("renamed.xlsx", CLASS.encode()), ".csv"),
        "an empty file": (write("empty.xlsx", b""), "empty"),
        "an empty csv": (write("empty.csv", b""), "empty"),
        "half a file": (write("half.xlsx", book[: len(book) // 2]), "only part"),
        "no such file": (folder / "nowhere.xlsx", "no file of that name"),
        "a folder": (folder, "folder"),
    }


@pytest.mark.parametrize(
    "case",
    broken_files.__annotations__
    and [
        "two rows for one pupil",
        "no column of names",
        "a renamed csv",
        "an empty file",
        "an empty csv",
        "half a file",
        "no such file",
        "a folder",
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words_and_changes_nothing(folder, capsys, tmp_path, case):
    files = tmp_path / "files"
    files.mkdir()
    file, word = broken_files(files)[case]
    before = tree(folder)
    capsys.readouterr()
    assert bring(folder, file) == 2
    out = "".join(capsys.readouterr())
    assert word.lower() in out.lower(), out
    assert "Traceback" not in out
    assert tree(folder) == before
    assert not list((tmp_path / "home").rglob("*.sealed"))


@pytest.mark.parametrize("command", ["status", "check", "report"])
@pytest.mark.parametrize("kind", ["missing", "empty", "a file", "someone else's"])
def test_a_folder_that_is_no_enquiry_is_refused(tmp_path, capsys, command, kind):
    place = tmp_path / "place"
    if kind == "a file":
        place.write_text("hello", encoding="utf-8")
    elif kind != "missing":
        place.mkdir()
    if kind == "someone else's":
        (place / "notes.txt").write_text("hello", encoding="utf-8")
    assert main([command, str(place)]) == 2
    assert "enquiry" in capsys.readouterr().err
    assert (place.exists(), [p.name for p in place.iterdir()] if place.is_dir() else []) == (
        kind != "missing",
        ["notes.txt"] if kind == "someone else's" else [],
    )


def test_an_enquiry_of_a_newer_format_is_refused_without_a_change(folder, capsys):
    path = folder / "enquiry.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"schema_version": 1', '"schema_version": 2', 1), encoding="utf-8")
    before = tree(folder)
    assert main(["status", str(folder)]) == 2
    assert "newer" in capsys.readouterr().err
    assert tree(folder) == before


def test_a_report_before_there_are_data_is_refused(folder, capsys):
    before = tree(folder)
    assert main(["report", str(folder)]) == 2
    assert "no marks yet" in capsys.readouterr().err
    assert tree(folder) == before


def test_a_wrong_passphrase_says_so_and_nothing_else(folder, capsys, tmp_path):
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 0
    before = tree(folder)
    capsys.readouterr()
    assert bring(folder, BOOK, "--decisions", DECISIONS, passphrase="not the passphrase") == 2
    said = capsys.readouterr()
    assert "passphrase" in said.err
    assert (said.out, tree(folder)) == ("", before)


def test_without_a_terminal_the_passphrase_is_asked_for_in_words(folder, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["import", str(folder), str(BOOK), "--decisions", str(DECISIONS)]) == 2
    assert "--passphrase-fd" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{", "whole"),
        ("[]", "object"),
        ('{"frame": {"colour": "red"}}', "colour"),
        ('{"plan": {"pupils_expected": "some"}}', "plan.pupils_expected"),
        ('{"frame": {"title": ""}, "frame": {}}', "twice"),
        ('{"frame": {"title": NaN}}', "NaN"),
    ],
)
def test_answers_that_cannot_be_used_make_no_folder(tmp_path, capsys, text, word):
    path = tmp_path / "answers.json"
    path.write_text(text, encoding="utf-8")
    assert main(["new", str(tmp_path / "new"), "--from", str(path)]) == 2
    assert word in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_locked_plan_is_changed_with_a_reason_or_not_at_all(folder, capsys, tmp_path):
    assert main(["lock", str(folder)]) == 0
    before = tree(folder)
    change = tmp_path / "change.json"
    change.write_text('{"plan": {"pupils_expected": 14}}', encoding="utf-8")
    assert main(["answer", str(folder), str(change)]) == 2
    assert "locked" in capsys.readouterr().err
    assert tree(folder) == before
    assert main(["answer", str(folder), str(change), "--because", "Two more pupils joined the set."]) == 0
    plan = open_enquiry(folder).record.plan
    assert (plan.pupils_expected, plan.amendments[0].reason) == (14, "Two more pupils joined the set.")


def test_a_plan_with_a_hole_is_not_locked_and_every_hole_is_named(tmp_path, capsys):
    assert main(["new", str(tmp_path / "new")]) == 0
    before = tree(tmp_path / "new")
    assert main(["lock", str(tmp_path / "new")]) == 2
    assert len(capsys.readouterr().err.splitlines()) > 5
    assert tree(tmp_path / "new") == before


def test_a_folder_that_holds_something_is_not_written_over(folder, capsys):
    before = tree(folder)
    assert main(["new", str(folder)]) == 2
    assert capsys.readouterr().err
    assert tree(folder) == before


@pytest.mark.parametrize("arguments", [[], ["frob"], ["status"], ["check", "x", "--colour"], ["new"]])
def test_a_command_that_is_not_one_is_met_with_help(capsys, arguments):
    assert main(arguments) == 2
    assert "--help" in capsys.readouterr().err


def test_stopping_says_what_is_kept_and_exits_with_130(monkeypatch, capsys, folder):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.faces.cli._status", stop)
    assert main(["status", str(folder)]) == 130
    assert "kept" in capsys.readouterr().err


def test_a_mistake_of_ours_shows_no_traceback_and_no_value(monkeypatch, capsys, folder):
    def broken(_):
        raise RuntimeError("Amy Ash")

    monkeypatch.setattr("workbench.desk.status.status", broken)
    assert main(["status", str(folder)]) == 2
    said = capsys.readouterr().err
    assert "RuntimeError" in said
    assert ("Amy" in said, "Traceback" in said) == (False, False)


def test_a_table_that_another_program_changed_is_refused_until_it_is_taken_on_purpose(folder, capsys):
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 0
    table = folder / "data" / "place-value-test.csv"
    changed = table.read_text(encoding="utf-8").replace(",yes,", ",no,", 1)
    table.write_text(changed, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(folder)]) == 2
    assert "place-value-test" in capsys.readouterr().err
    assert main(["settle", str(folder), "--accept-table", "place-value-test"]) == 0
    assert main(["status", str(folder), "--verify"]) == 0
    assert table.read_text(encoding="utf-8") == changed


def test_a_table_that_is_no_table_of_marks_any_more_is_not_taken(folder, capsys):
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 0
    table = folder / "data" / "place-value-test.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["settle", str(folder), "--accept-table", "place-value-test"]) == 2
    assert table.read_text(encoding="utf-8") == "a,b\n1,2\n"


@pytest.mark.parametrize(("keep", "title"), [("history", "Place value in Year 7"), ("working-copy", "Mine")])
def test_a_record_that_another_program_changed_is_settled_by_the_user(folder, capsys, keep, title):
    path = folder / "enquiry.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"Place value in Year 7"', '"Mine"', 1), encoding="utf-8")
    assert main(["status", str(folder)]) == 2
    assert "another program" in capsys.readouterr().err
    assert main(["settle", str(folder), "--keep", keep]) == 0
    assert open_enquiry(folder).record.title == title
    assert main(["status", str(folder), "--verify"]) == 0


def test_the_class_list_moves_to_another_computer_and_stays_sealed(folder, capsys, tmp_path, monkeypatch):
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 0
    stick = tmp_path / "stick"
    stick.mkdir()
    assert main(["class-list", str(folder), "--copy-to", str(stick)]) == 0
    (copy,) = stick.iterdir()
    assert main(["class-list", str(folder), "--copy-to", str(stick)]) == 2
    assert main(["class-list", str(folder), "--copy-to", str(folder)]) == 2
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "another computer"))
    assert main(["class-list", str(folder), "--copy-to", str(tmp_path)]) == 2
    assert main(["class-list", str(folder), "--take-in", str(copy)]) == 0
    assert bring(folder, BOOK, "--decisions", DECISIONS, passphrase="not the passphrase") == 2
    capsys.readouterr()
    assert bring(folder, BOOK, "--decisions", DECISIONS, "--json") == 0
    assert json.loads(capsys.readouterr().out)["imported"]["n_new"] == 0


def test_names_that_were_typed_are_looked_for_once_the_list_is_there(folder, capsys, tmp_path):
    surname, forename = _names_in_the_book()[0]
    text = tmp_path / "text.json"
    text.write_text(json.dumps({"analyse": {"what_i_see": f"{forename} {surname} was quick."}}), encoding="utf-8")
    assert main(["answer", str(folder), str(text)]) == 0
    assert main(["class-list", str(folder), "--look-for-names", "--passphrase-fd", "0"]) == 2
    capsys.readouterr()
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 0
    out = capsys.readouterr().out
    assert "1 name was found" in out
    assert surname not in (folder / "enquiry.json").read_text(encoding="utf-8")


def test_the_class_list_of_another_enquiry_is_not_taken_in(folder, capsys, tmp_path):
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 0
    assert main(["class-list", str(folder), "--copy-to", str(tmp_path / "list.sealed")]) == 0
    assert main(["new", str(tmp_path / "other")]) == 0
    assert main(["class-list", str(tmp_path / "other"), "--take-in", str(tmp_path / "list.sealed")]) == 2
    assert "another enquiry" in capsys.readouterr().err


def test_a_process_of_its_own_gives_the_exit_codes_too(tmp_path):
    run = subprocess.run([sys.executable, "-m", "workbench", "status", str(tmp_path)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, "Traceback" in run.stderr) == (2, "", False)


def test_one_broken_enquiry_does_not_stop_the_others_reports(folder, capsys, tmp_path):
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 0
    capsys.readouterr()
    assert main(["report", str(tmp_path), str(folder)]) == 2
    said = capsys.readouterr()
    assert said.out.strip().endswith("colleagues.html")
    assert "enquiry" in said.err


@pytest.mark.parametrize("command", [["new", ""], ["new", " "], ["status", ""], ["report", ""], ["check", ""], ["demo", ""]])
def test_an_empty_name_is_not_the_folder_one_stands_in(tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    assert main(command) == 2
    assert "nothing was given" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["nope"], ["settle", "x", "--keep", "both"], ["import", "x", "y", "--passphrase-fd", "z"]])
def test_a_wrong_word_on_the_line_is_never_called_invalid(capsys, command):
    assert main(command) == 2
    said = capsys.readouterr().err
    assert "no such" in said
    assert "invalid" not in said.casefold()


def test_a_link_that_leads_to_itself_is_refused(tmp_path, capsys):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for command in ("new", "status", "report"):
        assert main([command, str(tmp_path / "loop")]) == 2
        assert "did not foresee" not in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_answers_from_what_is_no_file_are_not_waited_for(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.json")
    with (tmp_path / "huge.json").open("wb") as huge:
        huge.truncate(30_000_000)
    for name, says in (("pipe.json", "no ordinary file"), ("huge.json", "too big")):
        assert main(["new", str(tmp_path / "e"), "--from", str(tmp_path / name)]) == 2
        assert says in capsys.readouterr().err
    assert not (tmp_path / "e").exists()


@pytest.mark.parametrize("name", ["a\x00b", "half \ud800", None, 7, b"x"])
def test_a_folders_name_that_no_disk_takes_is_refused(name):
    from workbench.errors import BadInput

    with pytest.raises(BadInput, match="another name for the folder"):
        open_enquiry(name)


def test_a_descriptor_that_cannot_be_read_is_refused_plainly(folder, capsys):
    for number in ("-1", "9999"):
        assert main(["import", str(folder), str(BOOK), "--decisions", str(DECISIONS), "--passphrase-fd", number]) == 2
        assert "cannot be read from that file descriptor" in capsys.readouterr().err


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_an_import_that_is_stopped_leaves_no_class_list_whose_recovery_code_nobody_saw(folder, tmp_path, monkeypatch, stop):
    def stopped(*_, **__):
        raise stop

    monkeypatch.setattr("workbench.faces.import_command.bring_in", stopped)
    before = tree(folder)
    assert bring(folder, BOOK, "--decisions", DECISIONS) == (130 if stop is KeyboardInterrupt else 2)
    assert not list((tmp_path / "home").rglob("*.sealed"))
    assert tree(folder) == before


def test_an_import_that_loses_a_race_leaves_the_winners_class_list(folder, tmp_path, monkeypatch):
    from workbench.errors import Conflict
    from workbench.store.sealed import ClassList

    def another_window_was_first(ws, *_, class_list, **__):
        class_list.add("Ash", "Amy")
        class_list.save()
        raise Conflict("Another window was first.")

    monkeypatch.setattr("workbench.faces.import_command.bring_in", another_window_was_first)
    assert bring(folder, BOOK, "--decisions", DECISIONS) == 2
    assert len(ClassList.open(open_enquiry(folder).record.id, PASSPHRASE).pupils) == 1
