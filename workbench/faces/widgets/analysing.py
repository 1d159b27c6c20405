"""Step 4: every pupil drawn first, then what the plan named, in sentences. Nothing heavy loads before it is asked for."""

from __future__ import annotations

import html

import reacton

from workbench.desk.enquiry import Workspace
from workbench.enquiry.analysis import Analysed, NotComputed
from workbench.faces.widgets.busy import soon
from workbench.faces.widgets.form import Form
from workbench.faces.widgets.pieces import Element, button, heading, markup, note, page
from workbench.faces.widgets.plain import attempt
from workbench.words.screens import ANALYSE


@reacton.component
def Analysing(ws: Workspace) -> Element:
    """The whole of step 4."""
    shown, set_shown = reacton.use_state("")
    message, set_message = reacton.use_state("")
    busy, set_busy = reacton.use_state(False)

    def look() -> None:
        set_busy(True)
        set_message(ANALYSE["working"])
        soon(work)

    def work() -> None:
        found, words = attempt(lambda: "".join(told(analysed) for analysed in _analyse(ws)))
        set_shown(found or "")
        set_message(words)
        set_busy(False)

    return page(
        "analysing",
        [
            button(ANALYSE["again"] if shown else ANALYSE["look"], look, main=True, disabled=busy),
            note(message, "message" if message and not busy else "good"),
            markup(shown, "ew-shown" if shown else "ew-empty"),
            heading(ANALYSE["see"]),
            Form(ws, "analyse"),
        ],
    )


def _analyse(ws: Workspace) -> tuple[Analysed, ...]:
    from workbench.desk.analysis import analyse

    ws.store.reload()
    return analyse(ws)


def told(analysed: Analysed) -> str:
    """Return one measure's analysis as HTML: the picture of every pupil, then a sentence for each result."""
    kind = ANALYSE["invented"] if analysed.invented else ANALYSE[analysed.label]
    parts = [f"<h3>{html.escape(analysed.measure.title)}</h3>", f'<div class="ew-help">{html.escape(kind)}</div>']
    for result, sentence in zip(analysed.results, analysed.sentences, strict=True):
        if not isinstance(result, NotComputed):
            parts.append(picture(result))
        parts.append("".join(f"<p>{html.escape(line)}</p>" for line in sentence.split("\n") if line))
    return "".join(parts)


def picture(result: object) -> str:
    """Return the picture of a result with its text alternative, or nothing where there is none to draw."""
    from workbench.desk.drawing import draw

    drawn, _ = attempt(lambda: draw(result))  # type: ignore[arg-type]
    return "" if drawn is None else f"<figure>{drawn._repr_mimebundle_()['text/html']}</figure>"
