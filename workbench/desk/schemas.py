"""The published JSON Schemas: the record, answers, import questions and decisions, status, check and evaluation."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from workbench.desk.import_shapes import ImportDecisions, ImportQuestions
from workbench.desk.published import Check, PublishedEvaluation, Status
from workbench.enquiry.forms import FORMS, FieldSpec
from workbench.enquiry.record import Enquiry
from workbench.words.labels import CHOICES, LABELS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return every published schema that is made from the code, by file name."""
    return {
        "record.json": {"$schema": DIALECT, **Enquiry.model_json_schema()},
        "answers.json": answers_schema(),
        "status.json": {"$schema": DIALECT, **Status.model_json_schema(mode="serialization")},
        "import-questions.json": {"$schema": DIALECT, **ImportQuestions.model_json_schema(mode="serialization")},
        "import-decisions.json": {"$schema": DIALECT, **ImportDecisions.model_json_schema()},
        "evaluation.json": {"$schema": DIALECT, **PublishedEvaluation.model_json_schema(mode="serialization")},
        "check.json": {"$schema": DIALECT, **Check.model_json_schema(mode="serialization")},
    }


def answers_schema() -> dict[str, Any]:
    """Return the schema of a file for ``workbench new --from``: form, field, answer as typed."""
    return {
        "$schema": DIALECT,
        "title": "Answers",
        "description": "Answers to the forms' own fields. Anything may be left out; an empty answer is an empty text.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {
                "type": "object",
                "additionalProperties": False,
                "properties": {spec.name: _field(spec, f"{name}.{spec.name}") for spec in form.fields},
            }
            for name, form in FORMS.items()
        },
    }


def _field(spec: FieldSpec, key: str) -> dict[str, Any]:
    label = LABELS.get(key)
    words = {"title": label.label, "description": label.help} if label else {}
    return {**words, **_shape(spec, key)}


def _shape(spec: FieldSpec, key: str) -> dict[str, Any]:
    if spec.kind in ("line", "text"):
        return {"type": ["string", "null"], "maxLength": 20_000 if spec.kind == "text" else 500}
    if spec.kind in ("whole", "number"):
        limits = {"minimum": spec.minimum, "maximum": spec.maximum}
        return {"type": ["number", "string", "null"], **{name: limit for name, limit in limits.items() if limit is not None}}
    if spec.kind == "date":
        return {"type": ["string", "null"], "examples": ["2026-09-14", "14/09/2026"]}
    if spec.kind == "choice" and not spec.choices:
        return {"type": ["string", "null"], "maxLength": 500}
    if spec.kind == "choice":
        return {
            "enum": [*spec.choices, "", None],
            "x-labels": {code: CHOICES[f"{key}.{code}"] for code in spec.choices if f"{key}.{code}" in CHOICES},
        }
    if spec.kind == "choices":
        return {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
    if spec.kind == "yes_no":
        return {"enum": [True, False, "yes", "no", "", None]}
    columns = {column.name: _field(column, f"{key}.{column.name}") for column in spec.columns}
    required = [column.name for column in spec.columns if column.required]
    return {"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": columns, "required": required}}


def write(folder: Path) -> None:
    """Write the schemas to a folder, for the documentation."""
    for name, schema in schemas().items():
        (folder / name).write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
