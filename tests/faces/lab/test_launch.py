"""The launcher's settings: this computer only, nothing left in the folder, no second without need."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import BadInput
from workbench.faces.lab.launch import arguments, joined, run


def test_a_missing_folder_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(BadInput) as caught:
        run(tmp_path / "nowhere")
    assert str(caught.value).startswith("There is no folder of that name.")
    assert "workbench new" in str(caught.value)
    assert not (tmp_path / "nowhere").exists()


def test_a_file_is_not_a_folder(tmp_path):
    (tmp_path / "marks.csv").write_text("1")
    with pytest.raises(BadInput):
        run(tmp_path / "marks.csv")


def test_the_server_listens_to_this_computer_only_and_offers_no_terminal(tmp_path):
    settings = arguments(tmp_path, state=tmp_path / "state")
    assert "--ServerApp.ip=127.0.0.1" in settings
    assert "--ServerApp.terminals_enabled=False" in settings
    assert f"--ServerApp.root_dir={tmp_path}" in settings
    assert "--FileContentsManager.delete_to_trash=False" in settings


def test_checkpoints_lie_outside_the_folder_and_two_folders_do_not_share_them(tmp_path):
    def checkpoints(folder: Path) -> str:
        return next(one for one in arguments(folder, state=tmp_path / "state") if "AsyncGenericFileCheckpoints.root_dir" in one)

    assert str(tmp_path / "state") in checkpoints(tmp_path / "a")
    assert checkpoints(tmp_path / "a") != checkpoints(tmp_path / "b")


def test_an_extra_setting_takes_the_place_of_ours(tmp_path):
    both = joined(arguments(tmp_path, state=tmp_path), ["--ServerApp.ip=127.0.0.2"])
    assert [one for one in both if one.startswith("--ServerApp.ip=")] == ["--ServerApp.ip=127.0.0.2"]


def test_the_slow_grammar_is_not_compiled_and_the_other_checks_stay():
    program = (
        "from workbench.faces.slow_import import mend; mend(); import sys, nbformat, jsonschema\n"
        "assert sys.modules['rfc3987_syntax'] is None and 'lark' not in sys.modules\n"
        "checker = jsonschema.FormatChecker()\n"
        "assert {'uri', 'date-time', 'email', 'ipv4', 'json-pointer'} <= set(checker.checkers)\n"
        "assert not checker.conforms('no address', 'uri') and checker.conforms('https://example.org', 'uri')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
