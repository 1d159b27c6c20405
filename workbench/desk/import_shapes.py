"""What an import asks, and how it is answered, as other tools read and write it. Changed only by adding."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field, ValidationError

from workbench.enquiry.base import Record
from workbench.errors import BadInput, SeveralProblems

Sha256 = r"^[0-9a-f]{64}$"


class PublishedChoice(Record):
    """One answer that a question offers: its code, and what it says."""

    value: str
    label: str


class PublishedImportQuestion(Record):
    """One question. ``required`` marks a doubt; any other is a guess that may be overruled.

    ``answer`` is what was decided so far. Where ``also_mark`` is true, a mark may be given in place of a choice.
    """

    id: str
    kind: str
    text: str
    required: bool
    choices: tuple[PublishedChoice, ...]
    suggestion: str | None
    also_mark: bool
    answer: str | None
    sheet: int | None
    rows: tuple[int, ...]
    column: str


class ImportQuestions(Record):
    """What ``workbench import --json`` prints when it must ask: every question, open ones first."""

    schema_version: Literal[1] = 1
    file_sha256: str = Field(pattern=Sha256)
    measure: str
    questions: tuple[PublishedImportQuestion, ...]


class ImportDecisions(Record):
    """The answers, by question id. With ``file_sha256`` they hold for that very file and are refused for another."""

    model_config = ConfigDict(title="Import decisions")

    schema_version: Literal[1] = 1
    file_sha256: str | None = Field(default=None, pattern=Sha256)
    measure: str | None = None
    answers: dict[str, str] = Field(default={})


def read_decisions(value: object) -> ImportDecisions:
    """Return decisions from plain data: the published form, or a bare mapping of question id to answer.

    Raises:
        BadInput: It is neither; every place that is wrong is named, no value repeated.
    """
    if value is None:
        return ImportDecisions()
    if isinstance(value, ImportDecisions):
        return value
    if not isinstance(value, dict):
        raise BadInput("Decisions are one JSON object.", seen=type(value).__name__, allowed='{"schema_version": 1, "answers": {…}}')
    if not set(value) & set(ImportDecisions.model_fields):
        value = {"answers": value}
    try:
        return ImportDecisions.model_validate(value)
    except ValidationError as problem:
        places = [".".join(str(part) for part in one["loc"][:1]) or "the whole" for one in problem.errors()]
        allowed = "schema_version 1, file_sha256, measure, and answers as texts by question id"
        raise SeveralProblems(
            [
                BadInput("This part of the decisions is not in the published form.", where=place, allowed=allowed)
                for place in dict.fromkeys(places)
            ]
        ) from None
