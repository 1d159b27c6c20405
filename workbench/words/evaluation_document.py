"""The evaluation as a document: from the published shape to Markdown, with what was typed kept as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from workbench.enquiry.evaluation_form import EVALUATE
from workbench.enquiry.form_spec import FieldSpec
from workbench.words.evaluation import EXPORT, INTRO_OF, PLAN_TITLE, day, left_out, size_words
from workbench.words.labels import choice_of, label_of
from workbench.words.markdown import bullets, join, table, typed
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
    known = [typed(line) for line in prompt["from_plan"]]
    still = [f"{typed(each['sentence'])} {typed(each['do'])}" for each in prompt["findings"] if not each["good"]]
    fine = [typed(each["sentence"]) for each in prompt["findings"] if each["good"]]
    return join(
        f"## {typed(prompt['title'])}",
        typed(INTRO_OF[prompt["id"]]),
        _list(PLAN_TITLE, known),
        *_questions(prompt["questions"], titles, planned=bool(known)),
        _list(EXPORT["open"], still),
        _list(EXPORT["in_order"], fine),
    )


def _list(title: str, lines: list[str]) -> str:
    return join(f"**{title}**", bullets(lines)) if lines else ""


def _questions(questions: Sequence[Mapping[str, Any]], titles: Titles, *, planned: bool) -> Iterator[str]:
    """Yield a table of the yes-or-no questions that follow each other, with their notes, and each other question by itself."""
    asked: list[tuple[str, str, str]] = []
    for question in questions:
        spec = _spec(question["field"])
        if spec.kind == "yes_no":
            asked.append((typed(question["question"]), _yes_no(question["answer"]), ""))
        elif spec.kind == "text":
            asked[-1] = (*asked[-1][:2], typed(question["answer"] or ""))
        else:
            yield _asked_table(asked)
            asked = []
            yield _question(spec, question, titles, planned=planned)
    yield _asked_table(asked)


def _asked_table(asked: Sequence[Sequence[str]]) -> str:
    return table(EXPORT["asked_columns"].split("|"), asked, widths=(4, 2, 4)) if asked else ""


def _yes_no(answer: bool | None) -> str:
    return f"*{EXPORT['not_yet']}*" if answer is None else EXPORT["yes" if answer else "no"]


def _spec(name: str) -> FieldSpec:
    spec = EVALUATE.field(name)
    assert spec is not None
    return spec


def _question(spec: FieldSpec, question: Mapping[str, Any], titles: Titles, *, planned: bool) -> str:
    answer = question["answer"]
    if spec.kind == "date":
        said = typed(day(date.fromisoformat(answer))) if answer else f"*{EXPORT['unanswered']}*"
        return f"**{typed(question['question'])}:** {said}"
    return join(f"### {typed(question['question'])}", _rows(spec, answer, titles, planned=planned))


def _rows(spec: FieldSpec, answer: Sequence[Mapping[str, Any]], titles: Titles, *, planned: bool) -> str:
    if not answer:
        return f"*{EXPORT['nothing_added' if planned else 'unanswered']}*"
    if spec.name == "effect_sizes":
        return bullets(typed(size_words(row["what"], row["size"], row["low"], row["high"], row["pupils"])) for row in answer)
    cells = {
        column.name: [typed(_cell(spec, column, row.get(column.name), titles)) for row in answer]
        for column in spec.columns
        if column.name != "id"
    }
    used = [name for name, column in cells.items() if any(column)]
    return table(
        [typed(label_of("evaluate", spec.name, name).label) for name in used],
        zip(*(cells[name] for name in used), strict=True),
        widths=[1 if spec_of.kind in ("date", "number") else 2 for spec_of in spec.columns if spec_of.name in used],
    )


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
