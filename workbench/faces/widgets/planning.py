"""Step 2: who, what and when; the grid, the outlook, the rehearsal and the lock."""

from __future__ import annotations

import html
from collections.abc import Callable

import ipywidgets
import reacton

from workbench.desk import plan as desk
from workbench.desk.enquiry import Workspace
from workbench.enquiry.answers import read_answer
from workbench.enquiry.forms import FieldSpec
from workbench.faces.widgets.amending import Amending, choices_now
from workbench.faces.widgets.analysing import told
from workbench.faces.widgets.busy import soon
from workbench.faces.widgets.evaluating import EvaluationTool, MakeEvaluation
from workbench.faces.widgets.form import Form
from workbench.faces.widgets.pieces import Element, button, column, heading, markup, note, page, table
from workbench.faces.widgets.plain import Later, attempt
from workbench.faces.widgets.timeline import Timeline
from workbench.words.plan import REHEARSAL
from workbench.words.screens import PLAN

_SPREAD = FieldSpec(name="spread", kind="number", minimum=0)


@reacton.component
def Planning(ws: Workspace, make_evaluation: MakeEvaluation | None = None) -> Element:
    """The whole of step 2."""
    seen, set_seen = reacton.use_state(0)
    later = reacton.use_memo(Later, [])

    def again() -> None:
        set_seen(lambda count: count + 1)

    locked = ws.record.plan.lock is not None
    changed = len(ws.record.plan.amendments)
    form = Form(ws, "plan", choices=choices_now(ws), on_saved=again, later=later).key(f"plan-{locked}-{changed}")
    return page(
        "planning",
        [
            form,
            Timeline(ws, seen, later),
            Grid(ws, seen),
            Outlook(ws, seen),
            Rehearsal(ws, later),
            Lock(ws, seen, later, again),
            *([Amending(ws, again)] if locked else []),
            *([EvaluationTool(ws, make_evaluation, seen=seen)] if make_evaluation else []),
        ],
    )


@reacton.component
def Grid(ws: Workspace, seen: int) -> Element:
    """Every part of the question with what answers it; no row may be empty."""
    lines, words = attempt(lambda: desk.grid_rows(ws))
    parts = [heading(PLAN["grid"]), note(PLAN["grid_help"], "plain"), note(words, "message")]
    if lines:
        rows = [(line.aspect, line.measure, line.analysis, line.section, line.problem) for line in lines]
        parts.append(table(PLAN["grid_columns"].split("|"), rows))
    return column(parts)


@reacton.component
def Outlook(ws: Workspace, seen: int) -> Element:
    """What so many pupils can show, with or without a guess at how differently they will change."""
    spread, set_spread = reacton.use_state("")
    value, words = attempt(lambda: read_answer(_SPREAD, spread))
    said, trouble = attempt(lambda: desk.outlook(ws, spread=float(str(value)) if value else None))
    box = ipywidgets.Text.element(
        description=PLAN["spread"], value=spread, on_value=set_spread, continuous_update=True, _dom_classes=["ew-input", "ew-short"]
    )
    sentences = [note(sentence, "plain") for sentence in said or ()]
    help_ = note(PLAN["spread_help"])
    return column([heading(PLAN["outlook"]), *sentences, column([box, help_, note(words or trouble, "message")], "ew-field")])


@reacton.component
def Rehearsal(ws: Workspace, later: Later) -> Element:
    """The planned analysis, run on invented marks before any pupil is tested."""
    shown, set_shown = reacton.use_state("")
    message, set_message = reacton.use_state("")
    busy, set_busy = reacton.use_state(False)

    def go() -> None:
        later.flush()
        set_busy(True)
        set_message(PLAN["rehearsing"])
        soon(work)

    def work() -> None:
        found, words = attempt(lambda: _rehearse(ws))
        set_shown(found or "")
        set_message(words)
        set_busy(False)

    parts = [heading(PLAN["rehearsal"]), note(PLAN["rehearsal_help"], "plain"), button(PLAN["rehearse"], go, disabled=busy)]
    parts.append(note(message, "good" if busy else "message"))
    if shown:
        parts += [note(REHEARSAL, "good"), markup(shown)]
    return column(parts)


def _rehearse(ws: Workspace) -> str:
    from workbench.desk.rehearsal import rehearse

    return "".join(told(analysed) for analysed in rehearse(ws))


@reacton.component
def Lock(ws: Workspace, seen: int, later: Later, again: Callable[[], None]) -> Element:
    """What is still missing, and the button that locks; afterwards the day and the fingerprint."""
    message, set_message = reacton.use_state("")

    def lock() -> None:
        later.flush()
        _, words = attempt(lambda: desk.lock(ws))
        set_message(words)
        again()

    held = ws.record.plan.lock
    if held is not None:
        print_ = f'<p>{html.escape(PLAN["locked"].format(at=held.at))}</p><div class="ew-code">{held.sha256[:16]}</div>'
        return column([heading(PLAN["lock"]), markup(print_), note(PLAN["locked_help"])])
    missing, words = attempt(lambda: desk.missing_sentences(ws))
    parts = [heading(PLAN["lock"]), note(PLAN["lock_help"], "plain"), note(words, "message")]
    if missing:
        lines = "".join(f'<li class="ew-look">{html.escape(sentence)}</li>' for sentence in missing)
        parts.append(markup(f'<p>{PLAN["missing"]}</p><ul class="ew-checks">{lines}</ul>'))
    return column([*parts, button(PLAN["lock_it"], lock, main=not missing), note(message, "message")])
