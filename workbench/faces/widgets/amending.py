"""A change to a locked plan: one answer, with its reason, and both stand in the report."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets
import reacton

from workbench.desk import answers
from workbench.desk import plan as desk
from workbench.desk.enquiry import Workspace
from workbench.enquiry.forms import LOCKED
from workbench.faces.widgets.inputs import Choices, one_input
from workbench.faces.widgets.pieces import Element, button, column, heading, note, use_any
from workbench.faces.widgets.plain import attempt
from workbench.faces.widgets.rows import Rows
from workbench.words.labels import label_of
from workbench.words.screens import PLAN


def choices_now(ws: Workspace) -> Choices:
    """Return what can be chosen in the plan's rows: the parts of the question, and the measures, as they stand."""
    return {
        "measures.aspects": [(aspect.id, aspect.text) for aspect in ws.record.question.aspects],
        "timeline.measure": [(measure.id, measure.title) for measure in ws.record.plan.measures],
    }


@reacton.component
def Amending(ws: Workspace, again: Callable[[], None]) -> Element:
    """Choose the answer that changes, give the new one and the reason."""
    name, set_name = reacton.use_state("")
    raw, set_raw = use_any(None)
    reason, set_reason = reacton.use_state("")
    message, set_message = reacton.use_state("")
    done, set_done = reacton.use_state("")

    def choose(code: str) -> None:
        set_raw(answers.shown(ws, LOCKED[code][0])[code].raw if code else None)
        set_name(code)
        set_done("")

    def change() -> None:
        _, words = attempt(lambda: desk.amend(ws, {name: raw}, reason))
        set_message(words)
        if not words:
            set_done(PLAN["amended"])
            set_reason("")
            set_name("")
            again()

    names = [(PLAN["amend_none"], ""), *((label_of(form, field).label, field) for field, (form, _) in LOCKED.items())]
    parts = [
        heading(PLAN["amend"]),
        note(PLAN["amend_help"], "plain"),
        ipywidgets.Dropdown.element(description=PLAN["amend_what"], options=names, value=name, on_value=choose, _dom_classes=["ew-input"]),
    ]
    if name:
        form, spec = LOCKED[name]
        label = PLAN["amend_new"].format(what=label_of(form, name).label)
        if spec.kind == "rows":
            box = Rows(form=form, spec=spec, raw=raw, take=set_raw, choices=choices_now(ws), locked=False)
        else:
            box = one_input(spec, raw, set_raw, label=label, words=(form, name))
        why = ipywidgets.Text.element(description=PLAN["amend_why"], value=reason, on_value=set_reason, _dom_classes=["ew-input"])
        parts += [column([box], "ew-field").key(f"new-{name}"), column([why], "ew-field"), button(PLAN["amend_it"], change)]
    return column([*parts, note(message, "message"), note(done, "good")])
