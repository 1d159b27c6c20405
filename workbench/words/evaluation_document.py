"""The evaluation as a document: from the published shape to Markdown, with what was typed kept as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from workbench.enquiry.evaluation_form import EVALUATE
from workbench.enquiry.form_spec import FieldSpec
from workbench.words.evaluation import EXPORT, INTRO_OF, PLAN_TITLE, day, left_out, size_words
from workbench.words.labels import choice_of, label_of
from workbench.words.markdown import bullets, join, paragraphs, typed
from workbench.words.numbers import plain

Titles = Mapping[str, str]


def document(found: Mapping[str, Any], titles: Titles) -> str:
    """Return the document's Markdown, from its first heading of level two.

    Args:
        found: The evaluation in its published shape, as plain data.
        titles: The title of each data set, by its code.
    """
    parts = [_prompt(prompt, titles) for prompt in found["prompts"]]
    if found["left_out"]:
        parts.insert(0, typed(left_out(found["left_out"])))
    return join(*parts) + "\n"


def _prompt(prompt: Mapping[str, Any], titles: Titles) -> str:
    known = [f"*{typed(PLAN_TITLE)}:* {typed(line)}" for line in prompt["from_plan"]]
    still = [f"{typed(each['sentence'])} {typed(each['do'])}" for each in prompt["findings"] if not each["good"]]
    fine = [typed(each["sentence"]) for each in prompt["findings"] if each["good"]]
    return join(
        f"## {typed(prompt['title'])}",
        typed(INTRO_OF[prompt["id"]]),
        bullets(known),
        *[_question(each, titles, planned=bool(known)) for each in prompt["questions"] if not _empty_note(each)],
        join(f"**{EXPORT['open']}**", bullets(still)) if still else "",
        join(f"**{EXPORT['in_order']}**", bullets(fine)) if fine else "",
    )


def _empty_note(question: Mapping[str, Any]) -> bool:
    """Tell an empty box for notes, which need not be told; every question proper stands in the document."""
    return question["field"].endswith("_notes") and not question["answer"]


def _question(question: Mapping[str, Any], titles: Titles, *, planned: bool) -> str:
    spec = EVALUATE.field(question["field"])
    assert spec is not None
    if planned and spec.kind == "rows" and not question["answer"]:
        return join(f"### {typed(question['question'])}", f"*{EXPORT['nothing_added']}*")
    return join(f"### {typed(question['question'])}", _said(spec, question["answer"], titles))


def _said(spec: FieldSpec, answer: Any, titles: Titles) -> str:
    if answer is None or answer in ("", [], ()):
        return f"*{EXPORT['unanswered']}*"
    if spec.kind == "yes_no":
        return EXPORT["yes" if answer else "no"]
    if spec.kind == "date":
        return day(date.fromisoformat(answer))
    if spec.name == "effect_sizes":
        return bullets(typed(size_words(row["what"], row["size"], row["low"], row["high"], row["pupils"])) for row in answer)
    if spec.kind == "rows":
        return bullets(_row(spec, row, titles) for row in answer)
    return paragraphs(answer)


def _row(spec: FieldSpec, row: Mapping[str, Any], titles: Titles) -> str:
    cells = ((column, _cell(spec, column, row.get(column.name), titles)) for column in spec.columns if column.name != "id")
    return "; ".join(f"*{typed(label_of('evaluate', spec.name, column.name).label)}:* {typed(text)}" for column, text in cells if text)


def _cell(spec: FieldSpec, column: FieldSpec, value: Any, titles: Titles) -> str:
    if value is None or value in ("", [], ()):
        return ""
    if column.name == "data_set":
        return titles.get(value, "")
    if column.kind == "choices":
        return ", ".join(titles[code] for code in value if code in titles)
    if column.kind == "choice":
        return choice_of("evaluate", spec.name, column.name, value)
    if column.kind == "date":
        return day(date.fromisoformat(value))
    return plain(value) if isinstance(value, int | float) else str(value)
