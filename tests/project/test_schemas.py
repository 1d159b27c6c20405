"""The published JSON Schemas are in step with the code, are schemas, and hold what is printed."""

import json
from pathlib import Path

import jsonschema
import pytest

from workbench.desk.schemas import answers_schema, schemas
from workbench.store.shipped import shipped

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


def test_the_documentation_holds_exactly_the_published_schemas():
    assert {path.name for path in FOLDER.glob("*.json")} == set(schemas())


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_in_step_with_the_code(name):
    assert json.loads((FOLDER / name).read_text(encoding="utf-8")) == schemas()[name], "run: make schemas"


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_a_schema(name):
    jsonschema.Draft202012Validator.check_schema(schemas()[name])


def test_the_shipped_answers_keep_to_the_schema():
    answers = json.loads(shipped("datasets", "place-value-y7", "answers.json").read_text(encoding="utf-8"))
    jsonschema.validate(answers, answers_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"frame": {"colour": "red"}}, answers_schema())
