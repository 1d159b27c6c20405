"""Step 5: what could mislead, with this class's numbers, and the teacher's answer to each point."""

from __future__ import annotations

import html

import ipywidgets
import reacton

from workbench.desk import validity
from workbench.desk.enquiry import Workspace
from workbench.faces.widgets.busy import soon
from workbench.faces.widgets.evaluating import EvaluationTool, MakeEvaluation
from workbench.faces.widgets.pieces import Element, button, column, markup, note, page, use_any
from workbench.faces.widgets.plain import Later, attempt
from workbench.words.screens import CHECK


@reacton.component
def Checking(ws: Workspace, make_evaluation: MakeEvaluation | None = None) -> Element:
    """The whole of step 5."""
    found, set_found = use_any(())
    message, set_message = reacton.use_state(CHECK["working"])
    later = reacton.use_memo(Later, [])

    def look() -> None:
        threats, words = attempt(lambda: _newest(ws))
        set_found(tuple(threats or ()))
        set_message(words)

    reacton.use_effect(lambda: soon(look), [])
    present = [threat for threat in found if threat.found]
    absent = [threat for threat in found if threat.found is False]
    unknown = [threat for threat in found if threat.found is None]
    parts: list[Element] = [note(message, "message")]
    if found and not present:
        parts.append(note(CHECK["none"], "good"))
    parts += [Threat(ws, threat, later).key(threat.id) for threat in present]
    for title, group in ((CHECK["cannot_tell"], unknown), (CHECK["absent"], absent)):
        if group:
            lines = "".join(f"<li><strong>{html.escape(own.title)}.</strong> {html.escape(own.sentence)}</li>" for own in group)
            parts.append(markup(f'<h3>{title}</h3><ul class="ew-checks">{lines}</ul>'))
    parts.append(button(CHECK["again"], look))
    if make_evaluation:
        parts.append(EvaluationTool(ws, make_evaluation).key("evaluation"))
    return page("checking", parts)


@reacton.component
def Threat(ws: Workspace, threat: validity.ThreatFound, later: Later) -> Element:
    """One point found, what can be done about it, and the box for the answer."""
    answer, set_answer = reacton.use_state(threat.answer or "")
    message, set_message = reacton.use_state("")

    def keep(text: str) -> None:
        _, words = attempt(lambda: validity.answer(ws, threat.id, text))
        set_message(words)

    def typed(text: str) -> None:
        set_answer(text)
        if text.strip():
            later.call(threat.id, lambda: keep(text))

    offers = "".join(f"<li>{html.escape(offer)}</li>" for offer in threat.offers)
    title = f'<h4>{html.escape(threat.title)} <span class="ew-grade">{html.escape(CHECK[threat.grade])}</span></h4>'
    top = f"{title}<p>{html.escape(threat.sentence)}</p>" + (f"<p>{CHECK['offers']}</p><ul>{offers}</ul>" if offers else "")
    box = ipywidgets.Textarea.element(
        value=answer, description=CHECK["answer"], on_value=typed, continuous_update=True, _dom_classes=["ew-input"]
    )
    return column([markup(top), box, note(message, "message")], "ew-card")


def _newest(ws: Workspace) -> tuple[validity.ThreatFound, ...]:
    ws.store.reload()
    return validity.check(ws)
