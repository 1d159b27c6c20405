"""The timeline in step 2: its picture, what to look at, what it asks of a pupil, and the calendar file."""

from __future__ import annotations

import html
from base64 import b64encode

import reacton

from workbench.desk import timeline as desk
from workbench.desk.enquiry import Workspace
from workbench.faces.widgets.pieces import Element, button, column, heading, markup, note
from workbench.faces.widgets.plain import Later, attempt
from workbench.words.timeline import GRADE, SCREEN


@reacton.component
def Timeline(ws: Workspace, seen: int, later: Later) -> Element:
    """All that follows from the days of the plan."""
    made, set_made = reacton.use_state("")
    message, set_message = reacton.use_state("")

    def write() -> None:
        later.flush()
        path, words = attempt(lambda: desk.write_calendar(ws))
        set_message(words)
        set_made("" if path is None else path.relative_to(ws.path).as_posix())

    drawn, trouble = attempt(lambda: desk.picture(ws))
    parts = [heading(SCREEN["title"]), note(SCREEN["help"], "plain"), note(trouble, "message")]
    parts.append(markup(_figure(drawn)) if drawn else note(SCREEN["no_picture"]))
    parts += [_looked(ws), _burden(ws), button(SCREEN["calendar"], write), note(SCREEN["calendar_help"]), note(message, "message")]
    parts.append(note(SCREEN["made"].format(path=made) if made else "", "good"))
    return column(parts, "ew-timeline")


def _figure(drawn: desk.TimelinePicture) -> str:
    source = b64encode(drawn.svg.encode("utf-8")).decode("ascii")
    return f'<figure><img alt="{html.escape(drawn.alternative, quote=True)}" src="data:image/svg+xml;base64,{source}"></figure>'


def _looked(ws: Workspace) -> Element:
    """Return what to look at, each with one thing to do: first what stops the lock, then what may be a slip, then notes."""
    found, trouble = attempt(lambda: desk.look(ws))
    parts = [note(trouble, "message")]
    for grade, words in GRADE.items():
        lines = [each for each in found or () if each.grade == grade]
        if lines:
            kind = "" if grade == "note" else ' class="ew-look"'
            items = "".join(f"<li{kind}>{html.escape(each.sentence)} {html.escape(each.next_step)}</li>" for each in lines)
            parts.append(markup(f'<h4>{html.escape(words)}</h4><ul class="ew-checks">{items}</ul>'))
    return column(parts)


def _burden(ws: Workspace) -> Element:
    """Return what the plan asks of one pupil, or nothing where nothing is planned."""
    said, trouble = attempt(lambda: desk.burden(ws))
    parts = [note(sentence, "plain") for sentence in said or ()]
    return column([*([markup(f"<h4>{html.escape(SCREEN['burden'])}</h4>")] if parts else []), *parts, note(trouble, "message")])
