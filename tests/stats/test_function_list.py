"""The page on the statistics lists every function as it is, and its example runs."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from workbench import stats

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "statistics" / "README.md"


@pytest.fixture(scope="module")
def made() -> ModuleType:
    spec = spec_from_file_location("function_list", HERE / "function_list.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_on_the_page_is_as_the_functions_say(made: ModuleType) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert made.page(text) == text, "run: make function-list"


def test_every_function_is_listed_once_and_links_to_where_it_is() -> None:
    lines = re.findall(r"^\| \[`(\w+)`\]\((\S+)\) \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(name for name, _ in lines) == sorted(name for name in stats.__all__ if name[0].islower())
    for _, link in lines:
        assert (PAGE.parent / link).resolve().is_file(), link


def test_every_function_that_the_page_names_exists() -> None:
    other_names = PAGE.read_text(encoding="utf-8").split("## Known by other names")[1].split("## How to check")[0]
    for row in re.findall(r"^\| [^|]+ \| ([^|]+) \|$", other_names, flags=re.MULTILINE):
        for name in re.findall(r"`(\w+)`", row):
            assert name in stats.__all__ or name == "draw", name


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert code is not None
    monkeypatch.chdir(tmp_path)
    scope: dict[str, Any] = {}
    exec(code.group(1), scope)
    assert scope["result"].estimate == pytest.approx(1.33333333)
    assert (tmp_path / "change.svg").read_text(encoding="utf-8").startswith("<?xml")
