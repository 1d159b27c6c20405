"""``workbench evaluate``: text for a screen, data for a tool, files for a printer."""

import json

import jsonschema
import pytest

from workbench.__main__ import main
from workbench.desk.schemas import schemas
from workbench.desk.start import start


@pytest.fixture
def folder(made, tmp_path):
    return made.make(tmp_path / "enquiry").path


def test_it_prints_every_prompt(folder, capsys):
    assert main(["evaluate", str(folder)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Evaluation: Place value Y7\n")
    assert "10. What happens because of it" in out
    assert "\\" not in out


def test_its_data_keep_to_the_schema(folder, capsys):
    assert main(["evaluate", str(folder), "--json"]) == 0
    jsonschema.validate(json.loads(capsys.readouterr().out), schemas()["evaluation.json"])


def test_it_writes_three_files_and_prints_their_paths(folder, capsys):
    assert main(["evaluate", str(folder), "--export"]) == 0
    names = ["evaluation.html", "evaluation.md", "evaluation.json"]
    assert capsys.readouterr().out.splitlines() == [str(folder / "evaluation" / name) for name in names]
    assert all((folder / "evaluation" / name).stat().st_size for name in names)


def test_an_enquiry_of_which_nothing_is_known_yet_is_told_what_is_open(tmp_path, capsys):
    ws = start(tmp_path / "New", title="New")
    assert main(["evaluate", str(ws.path), "--export"]) == 0
    capsys.readouterr()
    assert main(["evaluate", str(ws.path)]) == 0
    out = capsys.readouterr().out
    assert "The chain has no link yet." in out
    assert "Nothing is collected at the start." in out


def test_answers_come_from_a_file_and_a_bare_effect_size_is_refused(folder, capsys, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"evaluate": {"points_notes": "It had an effect size of 0.6."}}), encoding="utf-8")
    assert main(["answer", str(folder), str(file)]) == 2
    assert "Write the range beside it" in capsys.readouterr().err
    file.write_text(json.dumps({"evaluate": {"points_covered": "yes"}}), encoding="utf-8")
    assert main(["answer", str(folder), str(file)]) == 0


def test_a_folder_that_cannot_be_written_is_told_plainly(folder, capsys):
    (folder / "evaluation").write_text("in the way", encoding="utf-8")
    assert main(["evaluate", str(folder), "--export"]) == 2
    err = capsys.readouterr().err
    assert err
    assert "Traceback" not in err
