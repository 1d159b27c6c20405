"""Step 1: the question with its live checks, its parts, its aspects, the answer sketch and the versions."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

import ipywidgets
import reacton

from workbench.desk import answers
from workbench.desk import question as desk
from workbench.desk.enquiry import Workspace
from workbench.faces.widgets.form import Form
from workbench.faces.widgets.pieces import Element, button, column, heading, markup, note, page, use_any
from workbench.faces.widgets.plain import Later, attempt
from workbench.words.screens import FRAME

PARTS = ("approach", "pupils", "year", "need", "subject_aspect", "when", "already_tried")
_CLASS = {"yes": "ew-yes", "look here": "ew-look", "no": "ew-look"}


@reacton.component
def Framing(ws: Workspace) -> Element:
    """The whole of step 1."""
    seen, set_seen = reacton.use_state(0)  # counts saved answers: each asks the checks to look again
    # Counts what buttons put into a field: that field's boxes are made anew, and no other, for someone may be typing there.
    renewed, set_renewed = use_any({})
    message, set_message = reacton.use_state("")
    later = reacton.use_memo(Later, [])

    def again() -> None:
        set_seen(lambda count: count + 1)

    def use(field: str, raw: object) -> None:
        later.flush()
        _, words = attempt(lambda: answers.put(ws, "frame", field, raw))
        set_message(words)
        set_renewed(lambda counts: {**counts, field: counts.get(field, 0) + 1})
        again()

    def part(*names: str, tag: str) -> Element:
        return Form(ws, "frame", only=names, on_saved=again, later=later).key(f"{tag}-{sum(renewed.get(name, 0) for name in names)}")

    return page(
        "framing",
        [
            part("title", "question", tag="question"),
            Verdicts(ws, seen, lambda text: use("question", text)),
            note(message, "message"),
            heading(FRAME["build"]),
            note(FRAME["build_help"], "plain"),
            part(*PARTS, tag="parts"),
            button(FRAME["assemble"], lambda: _assemble(ws, later, use, set_message)),
            part("priority", tag="priority"),
            part("aspects", tag="aspects"),
            button(FRAME["suggest"], lambda: _suggest(ws, later, use, set_message)),
            heading(FRAME["sketch"]),
            part("answer_sketch", tag="sketch"),
            Versions(ws, seen, later),
        ],
    )


def _assemble(ws: Workspace, later: Later, use: Callable[[str, object], None], say: Callable[[str], None]) -> None:
    later.flush()
    text, words = attempt(lambda: desk.assemble(ws.record.question.parts))
    if text:
        use("question", text)
    else:
        say(words or FRAME["parts_first"])


def _suggest(ws: Workspace, later: Later, use: Callable[[str, object], None], say: Callable[[str], None]) -> None:
    later.flush()
    found, words = attempt(lambda: desk.split_aspects(ws.record.question.text))
    kept = [aspect.model_dump() for aspect in ws.record.question.aspects]
    known = {str(aspect["text"]).lower() for aspect in kept}
    fresh = [{"text": text} for text in found or () if text.lower() not in known]
    if fresh:
        use("aspects", [*kept, *fresh])
    else:
        say(words or FRAME["no_suggestion"])


@reacton.component
def Verdicts(ws: Workspace, seen: int, use: Callable[[str], None]) -> Element:
    """The five rules beside the question, as it stands now."""
    overriding, set_overriding = reacton.use_state("")
    reason, set_reason = reacton.use_state("")
    message, set_message = reacton.use_state("")
    question = ws.record.question
    if not question.text.strip():
        return note(FRAME["no_question"], "plain")
    found, words = attempt(lambda: desk.verdicts(question.text, parts=question.parts, record=ws.record))
    if found is None:
        return note(words, "message")

    def keep() -> None:
        _, trouble = attempt(lambda: desk.override(ws, overriding, reason))
        set_message(trouble)
        if not trouble:
            set_overriding("")
            set_reason("")

    lines = "".join(_line(verdict) for verdict in found)
    parts = [markup(f'<h4>{FRAME["checks"]}</h4><ul class="ew-checks" role="status">{lines}</ul>')]
    rewrite = next((verdict.rewrite for verdict in found if verdict.rewrite), "")
    if rewrite and rewrite.strip() != question.text.strip():
        parts.append(markup(f'<p>{FRAME["rewrite"]}</p><div class="ew-quote">{html.escape(rewrite)}</div>'))
        parts.append(button(FRAME["use"], lambda: use(rewrite), main=True))
    if any(verdict.answer != "yes" and verdict.reason != "cannot_read" for verdict in found[:4]):
        parts.append(markup(_examples(question.text, found)))
    against = {verdict.rule: verdict.title for verdict in found if verdict.answer != "yes" and not verdict.overridden}
    if against:
        choices = [(FRAME["keep_mine"], ""), *((FRAME["rule"].format(title=title), rule) for rule, title in against.items())]
        chosen = overriding if overriding in against else ""
        parts.append(
            ipywidgets.Dropdown.element(
                description=FRAME["override"], options=choices, value=chosen, on_value=set_overriding, _dom_classes=["ew-input"]
            )
        )
        if chosen:
            parts.append(
                ipywidgets.Text.element(description=FRAME["override_why"], value=reason, on_value=set_reason, _dom_classes=["ew-input"])
            )
            parts.append(button(FRAME["override_keep"], keep))
    return column([*parts, note(message, "message")], "ew-verdicts")


def _examples(text: str, found: Sequence[desk.Verdict]) -> str:
    """Return three examples, folded away until they are wanted."""
    shown = "".join(
        f"<li><strong>{html.escape(FRAME['example'].format(phase=one.phase.capitalize(), subject=one.subject))}.</strong> "
        f"{FRAME['example_weak']}: “{html.escape(one.weak)}” {FRAME['example_mended']}: “{html.escape(one.mended)}”</li>"
        for one in desk.examples(text, found)
    )
    return f'<details class="ew-examples"><summary>{FRAME["examples"]}</summary><ul>{shown}</ul></details>'


def _line(verdict: desk.Verdict) -> str:
    own = FRAME["kept_because"].format(reason=verdict.overridden) if verdict.overridden else verdict.next_step
    following = f'<span class="ew-next">{html.escape(own)}</span>' if own else ""
    kind = "ew-yes" if verdict.overridden else _CLASS[verdict.answer]
    top = f"<strong>{html.escape(verdict.title)}: {html.escape(FRAME[verdict.answer])}</strong>"
    return f'<li class="{kind}">{top} {html.escape(verdict.sentence)}{following}</li>'


@reacton.component
def Versions(ws: Workspace, seen: int, later: Later) -> Element:
    """The wordings kept so far, and the box that keeps one more."""
    reason, set_reason = reacton.use_state("")
    message, set_message = reacton.use_state("")

    def keep() -> None:
        later.flush()
        _, words = attempt(lambda: desk.keep_version(ws, reason))
        set_message(words)
        if not words:
            set_reason("")

    kept = ws.record.question.versions
    lines = "".join(
        f"<tr><td>{version.number}</td><td>{version.at:%d/%m/%Y}</td><td>{html.escape(version.text)}</td><td>{html.escape(version.reason)}</td></tr>"
        for version in kept
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in FRAME["version_columns"].split("|"))
    table = (
        f'<table class="ew-table"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>'
        if kept
        else f"<p>{FRAME['no_versions']}</p>"
    )
    box = ipywidgets.Text.element(description=FRAME["version_why"], value=reason, on_value=set_reason, _dom_classes=["ew-input"])
    return column(
        [
            heading(FRAME["versions"]),
            markup(table) if kept else note(FRAME["no_versions"], "plain"),
            box,
            button(FRAME["version_keep"], keep),
            note(message, "message"),
        ]
    )
