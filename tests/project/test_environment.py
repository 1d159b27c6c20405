"""The conda environment, the locks and pyproject.toml say the same."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _name(requirement: str) -> str:
    return re.split(r"[<>=!\[; ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _declared() -> dict[str, str]:
    everything = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    return {_name(requirement): requirement for requirement in everything}


def test_every_conda_line_is_word_for_word_a_requirement_of_the_project():
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    lines = [line.strip()[2:] for line in text.split("dependencies:")[1].splitlines() if line.strip().startswith("- ")]
    assert f"python{PROJECT['requires-python']}" in lines
    packages = [line for line in lines if line not in ("pip", "-e .") and not line.startswith(("python>", "pip:"))]
    assert {"jupyterlab", "ipywidgets", "pandas", "scipy", "statsmodels", "seaborn", "papermill", "nbval"} == {
        _name(line) for line in packages
    }
    declared = _declared()
    assert [line for line in packages if declared.get(_name(line)) != line] == []
    assert "-e ." in lines


@pytest.mark.parametrize(("lock", "extra"), [("run", "build"), ("test", "test")])
def test_the_lock_pins_every_requirement_with_hashes_and_no_address(lock, extra):
    text = (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    assert not re.search(r"https?://|--index-url|--find-links|file:", text)
    pins = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)(.*?)(?=^[a-z0-9-]+==|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert [name for name, _, rest in pins if "--hash=sha256:" not in rest] == []
    wanted = {_name(line) for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"][extra]]} - {"enquiry-workbench"}
    assert wanted - {name for name, _, _ in pins} == set()


def test_what_runs_is_what_is_tested():
    pins = {
        lock: dict(
            re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
        )
        for lock in ("run", "test")
    }
    assert {name: (version, pins["test"].get(name)) for name, version in pins["run"].items() if pins["test"].get(name) != version} == {}
