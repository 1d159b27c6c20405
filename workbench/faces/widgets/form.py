"""Any form from its specification: each field shows the answer that is kept, and what to look at, beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import reacton

from workbench.desk import answers
from workbench.desk.answers import Shown
from workbench.desk.enquiry import Workspace
from workbench.enquiry.forms import FORMS, FieldSpec
from workbench.faces.widgets.inputs import Choices, one_input
from workbench.faces.widgets.pieces import Element, column, note
from workbench.faces.widgets.plain import Later, attempt
from workbench.faces.widgets.rows import Rows
from workbench.words.labels import label_of
from workbench.words.screens import FORM

Typed = Callable[[str, object, Callable[[Shown], None]], None]


@reacton.component
def Field(*, form: str, spec: FieldSpec, start: Shown, typed: Typed, choices: Choices, locked: bool) -> Element:
    """One field: its label, its box, its help, and a message when the answer needs a look."""
    raw, set_raw = reacton.use_state(start.raw)
    message, set_message = reacton.use_state(start.message)

    def take(value: object) -> None:
        set_raw(value)
        typed(spec.name, value, answered)

    def answered(shown: Shown) -> None:
        set_message(shown.message)
        if shown.raw is not None:
            set_raw(shown.raw)

    words = label_of(form, spec.name)
    if spec.kind == "rows":
        box = Rows(form=form, spec=spec, raw=raw, take=take, choices=choices, locked=locked)
    else:
        box = one_input(spec, raw, take, label=words.label, words=(form, spec.name), choices=choices.get(spec.name), locked=locked)
    below = [] if spec.kind == "rows" else [note(words.help)]
    return column([box, *below, note(message, "message")], "ew-field")


@reacton.component
def Form(
    ws: Workspace,
    form: str,
    *,
    only: Sequence[str] = (),
    choices: Choices | None = None,
    on_saved: Callable[[], None] = lambda: None,
    later: Later | None = None,
) -> Element:
    """The fields of one form, or those named in ``only``; ``on_saved`` is called after each answer that was read."""
    own_later = reacton.use_memo(Later, [])
    saver = later or own_later
    start, trouble = reacton.use_memo(lambda: attempt(lambda: opened(ws, form)), [])
    if start is None:
        return note(trouble, "message")

    def typed(name: str, raw: object, answered: Callable[[Shown], None]) -> None:
        saver.flush(other_than=f"{form}.{name}")
        _, words = attempt(lambda: answers.keep(ws, form, name, raw))
        if words:
            answered(Shown(raw=None, accepted=False, message=words))
        saver.call(f"{form}.{name}", lambda: read(name, raw, answered))

    def read(name: str, raw: object, answered: Callable[[Shown], None]) -> None:
        shown, words = attempt(lambda: answers.put(ws, form, name, raw))
        if shown is None:
            answered(Shown(raw=None, accepted=False, message=words))
            return
        answered(renewed(ws, form, name, raw, shown))
        on_saved()

    lock = ws.record.plan.lock is not None
    fields = [spec for spec in FORMS[form].fields if not only or spec.name in only]
    parts: list[Element] = [note(FORM["locked"], "good")] if lock and any(spec.locks for spec in fields) else []
    for spec in fields:
        field = Field(form=form, spec=spec, start=start[spec.name], typed=typed, choices=choices or {}, locked=lock and spec.locks)
        parts.append(field.key(f"{form}.{spec.name}"))
    return column(parts)


def opened(ws: Workspace, form: str) -> Mapping[str, Shown]:
    """Return what the form shows when it opens; an answer that was cut off before it was read is read now."""
    shown = answers.shown(ws, form)
    for name, answer in shown.items():
        if not answer.accepted and not answer.message:
            read, words = attempt(lambda name=name, raw=answer.raw: answers.put(ws, form, name, raw))  # type: ignore[misc]
            shown[name] = read or Shown(raw=answer.raw, accepted=False, message=words)
    return shown


def renewed(ws: Workspace, form: str, name: str, typed: object, shown: Shown) -> Shown:
    """Return the answer with its ``raw`` only where the box must change: names put as codes, ids given to rows.

    With the ids that the record gave them, rows stay themselves when their words change.
    """
    raw = shown.raw if shown.raw != typed else None
    spec = FORMS[form].field(name)
    if spec is None or not shown.accepted or not isinstance(shown.raw, list) or not any(part.name == "id" for part in spec.columns):
        return Shown(raw=raw, accepted=shown.accepted, message=shown.message)
    kept = answers.shown(ws, form)[name].raw
    ids = [row["id"] for row in kept] if isinstance(kept, list) else []
    rows = []
    for row in shown.raw:
        blank = not any(value not in (None, "", [], ()) for key, value in row.items() if key != "id")
        rows.append(row if blank or not ids else {**row, "id": ids.pop(0)})
    return Shown(raw=rows, accepted=True, message=shown.message)
