"""The evaluation tool: each prompt with what the plan says, its questions, and what is still open; then the page to print."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from pathlib import Path

import reacton

from workbench.desk import evaluation as desk
from workbench.desk.enquiry import Workspace
from workbench.faces.widgets.busy import soon
from workbench.faces.widgets.form import Form
from workbench.faces.widgets.inputs import Choices
from workbench.faces.widgets.pieces import Element, button, column, heading, markup, note, opens, page
from workbench.faces.widgets.plain import Later, attempt
from workbench.words.evaluation import PLAN_TITLE, TOOL

MakeEvaluation = Callable[[Path], Sequence[Path]]


@reacton.component
def Evaluating(ws: Workspace, make_evaluation: MakeEvaluation) -> Element:
    """The evaluation tool on a page of its own."""
    return page("evaluating", [Prompts(ws, make_evaluation, seen=0)])


@reacton.component
def EvaluationTool(ws: Workspace, make_evaluation: MakeEvaluation, *, seen: int = 0) -> Element:
    """The evaluation tool inside a step: closed until it is asked for, since few need it each time."""
    is_open, set_open = reacton.use_state(False)
    turn = button(TOOL["close" if is_open else "open"], lambda: set_open(not is_open))
    parts = [heading(TOOL["title"]), note(TOOL["help"], "plain"), turn]
    if is_open:
        parts.append(Prompts(ws, make_evaluation, seen=seen))
    return column(parts)


@reacton.component
def Prompts(ws: Workspace, make_evaluation: MakeEvaluation, *, seen: int) -> Element:
    """Every prompt in order; ``seen`` changes when the plan beside it did."""
    _, set_saved = reacton.use_state(0)
    later = reacton.use_memo(Later, [])

    def again() -> None:
        set_saved(lambda count: count + 1)

    shown, words = attempt(lambda: (desk.prompts(ws), desk.choices(ws)))
    if shown is None:
        return note(words, "message")
    prompts, choices = shown
    parts = [_prompt(ws, prompt, choices, later, again).key(prompt.id) for prompt in prompts]
    return column([*parts, Export(ws, make_evaluation, later)])


def _prompt(ws: Workspace, prompt: desk.Prompt, choices: Choices, later: Later, again: Callable[[], None]) -> Element:
    form = Form(ws, "evaluate", only=prompt.fields, choices=choices, on_saved=again, later=later)
    return column([heading(prompt.title), note(prompt.intro, "plain"), _known(prompt), form, _findings(prompt)], "ew-prompt")


def _known(prompt: desk.Prompt) -> Element:
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in prompt.from_plan)
    return markup(f"<h4>{html.escape(PLAN_TITLE)}</h4><ul>{lines}</ul>" if lines else "", "ew-known" if lines else "ew-empty")


def _findings(prompt: desk.Prompt) -> Element:
    lines = "".join(
        f'<li class="{"ew-yes" if each.good else "ew-look"}">{html.escape(each.sentence)}'
        + (f'<span class="ew-next">{html.escape(each.do)}</span>' if each.do else "")
        + "</li>"
        for each in prompt.findings
    )
    return markup(f'<ul class="ew-checks">{lines}</ul>') if lines else markup("", "ew-empty")


@reacton.component
def Export(ws: Workspace, make_evaluation: MakeEvaluation, later: Later) -> Element:
    """The button that makes the page, the Markdown and the JSON."""
    message, set_message = reacton.use_state("")
    busy, set_busy = reacton.use_state(False)
    made, set_made = reacton.use_state("")

    def make() -> None:
        later.flush()
        set_made("")
        set_busy(True)
        set_message(TOOL["working"])
        soon(work)

    def work() -> None:
        paths, words = attempt(lambda: make_evaluation(ws.path))
        set_message(words)
        set_busy(False)
        if paths:
            set_made("|".join(path.name for path in paths))

    parts = [
        heading(TOOL["export"]),
        note(TOOL["export_help"], "plain"),
        button(TOOL["make"], make, disabled=busy),
        note(message, "good" if busy else "message"),
    ]
    if made:
        names = made.split("|")
        parts.append(note(TOOL["made"].format(names=", ".join(names)), "good"))
        parts.append(markup(f"<p>{opens(f'evaluation/{names[0]}', TOOL['open_page'])}</p>"))
    return column(parts)
