"""The guided notebooks are kept without a machine's outputs, and type in no result."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
SMALL_SAMPLES = next(path for path in NOTEBOOKS if path.name == "small-samples.ipynb")


def cells(path: Path, kind: str) -> list[dict[str, object]]:
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def text(cell: dict[str, object]) -> str:
    return "".join(cell["source"])  # type: ignore[arg-type]


def sections() -> list[str]:
    prose = "\n\n".join(text(cell) for cell in cells(SMALL_SAMPLES, "markdown"))
    return [section for section in prose.split("\n## ")[1:] if section[0].isdigit()]


def typed(source: str) -> list[str]:
    """The strings of the code that a reader is told, without what is worked out inside them."""
    return [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_output_of_a_machine_is_kept(path: Path) -> None:
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells(path, "code"))


def test_every_section_of_small_samples_ends_with_something_to_try_on_ones_own_class() -> None:
    assert len(sections()) == 5
    for section in sections():
        assert section.rstrip().rsplit("\n\n", 1)[1].startswith("**Try it on your own class.**")
        assert "?" in section.rsplit("**Try it on your own class.**", 1)[1]


def test_the_prose_of_small_samples_holds_no_result() -> None:
    # What may stand there: a section's number, the 45 tries, 1970, a step of the enquiry, 0 and 1 for no and yes, and code to change.
    may = {"0", "1", "2", "3", "4", "5", "6", "45", "1970"}
    prose = "\n".join(re.sub(r"`[^`]*`", "", text(cell)) for cell in cells(SMALL_SAMPLES, "markdown"))
    assert set(re.findall(r"\d[\d.,]*\d|\d", prose)) <= may


def test_no_sentence_in_the_code_of_small_samples_has_a_result_typed_in() -> None:
    told = [each for cell in cells(SMALL_SAMPLES, "code") for each in typed(text(cell)) if " " in each]
    assert told
    numbers = {number for each in told for number in re.findall(r"\d[\d.,]*\d|\d", each)}
    assert numbers <= {"2", "1"}  # k − 2 and k − 1 degrees of freedom


def test_small_samples_is_said_and_drawn_by_the_workbench() -> None:
    code = "\n".join(text(cell) for cell in cells(SMALL_SAMPLES, "code"))
    assert code.count("say(") >= 15
    assert code.count("\ndraw(") >= 8
    assert "print(" not in code
