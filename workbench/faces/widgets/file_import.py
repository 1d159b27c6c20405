"""A school's file: looked at first, its questions as boxes, then brought in whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import ipywidgets
import reacton

from workbench.desk.enquiry import Workspace
from workbench.desk.import_preview import Preview
from workbench.desk.import_shapes import PublishedImportQuestion
from workbench.faces.widgets.class_list import private
from workbench.faces.widgets.pieces import Element, button, column, heading, note, table, use_any
from workbench.faces.widgets.plain import attempt
from workbench.faces.widgets.private_form import Box
from workbench.store.sealed import ClassList
from workbench.words.screens import IMPORT

T = TypeVar("T")
File = tuple[str, bytes]


@reacton.component
def FileImport(ws: Workspace, class_list: ClassList | None, brought: Callable[[], None]) -> Element:
    """Choose a file, answer what it asks, bring it in; ``brought`` is called afterwards."""
    file, set_file = use_any(None)
    decided, set_decided = use_any({})
    seen, set_seen = use_any(None)
    asked, set_asked = use_any(())
    message, set_message = reacton.use_state("")
    done, set_done = reacton.use_state("")

    def look(given: File, answers: Mapping[str, str]) -> str:
        found, words = attempt(lambda: on_disk(given, lambda path: _preview(ws, path, answers, class_list)))
        if found is not None:
            set_seen(found)
            set_asked(still_asked(asked if answers else (), found, answers))
        return words

    def take(values: Mapping[str, Any], files: Sequence[bytes]) -> str:
        set_done("")
        set_decided({})
        set_seen(None)
        if not files:
            return IMPORT["choose_first"]
        given = (str(values["file"]), files[0])
        set_file(given)
        set_message("")
        return look(given, {})

    def decide(question: str, value: str) -> None:
        now = {**decided, question: value} if value else {name: own for name, own in decided.items() if name != question}
        set_decided(now)
        set_message(look(file, now))

    def bring() -> None:
        imported, words = attempt(lambda: on_disk(file, lambda path: _bring_in(ws, path, decided, class_list)))
        set_message(words)
        if imported is not None:
            set_done(imported.sentence)
            set_seen(None)
            brought()

    chooser = private([Box("file", "file", IMPORT["file"], IMPORT["file_help"])], IMPORT["look"], take)
    parts: list[Element] = [heading(IMPORT["title"]), note(IMPORT["help"], "plain")]
    if class_list is None:
        return column([*parts, note(IMPORT["open_first"], "plain")])
    parts += [chooser, note(done, "good")]
    if seen is not None:
        parts += _shown(seen, asked, decide, bring)
    return column([*parts, note(message, "message")])


def still_asked(
    before: Sequence[PublishedImportQuestion], found: Preview, answers: Mapping[str, str]
) -> tuple[PublishedImportQuestion, ...]:
    """Return the doubts to show: today's, and every answered one that is no longer asked, so that it can be changed."""
    now = {question.id for question in found.doubts}
    kept = [one.model_copy(update={"answer": answers[one.id]}) for one in before if one.id in answers and one.id not in now]
    return (*kept, *found.doubts)


def _shown(
    seen: Preview, asked: Sequence[PublishedImportQuestion], decide: Callable[[str, str], None], bring: Callable[[], None]
) -> list[Element]:
    sheets = [
        (sheet.name, IMPORT["used"].format(rows=sheet.n_rows, first=sheet.first_row, last=sheet.last_row) if sheet.used else sheet.why_not)
        for sheet in seen.sheets
    ]
    columns = [(sheet.name, one.letter, one.heading, one.taken_for) for sheet in seen.sheets if sheet.used for one in sheet.columns]
    rows = [(sheet.name, str(number), why) for sheet in seen.sheets for number, why in sheet.left_out]
    parts = [heading(IMPORT["preview"]), table(IMPORT["sheet_columns"].split("|"), sheets)]
    parts.append(table(IMPORT["column_columns"].split("|"), columns))
    if rows:
        parts.append(table(IMPORT["row_columns"].split("|"), rows))
    parts += [note(text, "plain") for text in seen.notes] + [note(text, "message") for text in seen.problems]
    if asked:
        parts.append(heading(IMPORT["doubts"]))
        parts += [_question(one, decide) for one in asked]
    shown = {question.id for question in asked}
    rest = [question for question in seen.guesses if question.id not in shown]
    if rest:
        guesses = column([_question(one, decide) for one in rest])
        parts.append(ipywidgets.Accordion.element(children=[guesses], titles=(IMPORT["guesses"],), selected_index=None))
    counts = IMPORT["ready"].format(pupils=seen.n_pupils, chosen=seen.n_chosen)
    return [*parts, note(counts, "plain"), button(IMPORT["bring"], bring, main=seen.ready, disabled=not seen.ready)]


def _question(question: PublishedImportQuestion, decide: Callable[[str, str], None]) -> Element:
    given = question.answer or ""
    known = [(choice.label, choice.value) for choice in question.choices]
    listed = given if any(given == value for _, value in known) else ""
    parts = [note(question.text, "plain")]
    if known:
        options = [(IMPORT["decide"], ""), *known]
        parts.append(
            ipywidgets.Dropdown.element(
                description=IMPORT["answer"],
                options=options,
                value=listed,
                on_value=lambda value: decide(question.id, value),
                _dom_classes=["ew-input"],
            )
        )
    if question.also_mark or not known:
        parts.append(
            ipywidgets.Text.element(
                description=IMPORT["or_mark"] if known else IMPORT["answer"],
                value="" if listed else given,
                continuous_update=False,
                on_value=lambda value: decide(question.id, value.strip()),
                _dom_classes=["ew-input", "ew-short"],
            )
        )
    return column(parts, "ew-card").key(f"question-{question.id}")


def on_disk(file: File, work: Callable[[Path], T]) -> T:
    """Do ``work`` on the file in a private folder that is gone afterwards: it holds pupils' names."""
    name, data = file
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / f"file{Path(name).suffix.lower()[:8]}"
        path.touch(mode=0o600)
        path.write_bytes(data)
        return work(path)


def _preview(ws: Workspace, path: Path, answers: Mapping[str, str], class_list: ClassList | None) -> Preview:
    from workbench.desk.importing import preview

    return preview(ws, path, {"answers": dict(answers)}, class_list=class_list)


def _bring_in(ws: Workspace, path: Path, answers: Mapping[str, str], class_list: ClassList | None) -> Any:
    from workbench.desk.importing import bring_in

    return bring_in(ws, path, {"answers": dict(answers)}, class_list=class_list)
