"""The sealed class list: made from pasted names, opened for this sitting, closed again."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets
import reacton

from workbench.desk import class_list as desk
from workbench.desk.enquiry import Workspace
from workbench.desk.names import look_for_names
from workbench.faces.widgets.pieces import Element, button, column, heading, markup, note
from workbench.faces.widgets.plain import attempt
from workbench.faces.widgets.private_form import Box, PrivateForm
from workbench.store.sealed import ClassList
from workbench.words.screens import CLASS_LIST

Opened = Callable[[ClassList | None], None]
Told = Callable[[ClassList, str, str], None]
"""Hears of a list that was opened, what to say of it, and its recovery code where there is a new one."""

_PASSPHRASE = Box("passphrase", "secret", CLASS_LIST["passphrase"], CLASS_LIST["passphrase_help"])
_OPENING = Box("passphrase", "secret", CLASS_LIST["passphrase"])
_AGAIN = Box("again", "secret", CLASS_LIST["again"])
_NAMES = Box("names", "lines", CLASS_LIST["names"], CLASS_LIST["names_help"])
_SAME = Box("same", "tick", CLASS_LIST["same"])
_CODE = Box("code", "line", CLASS_LIST["code"])
_PLACE = Box("place", "line", CLASS_LIST["move_to"])
_FILE = Box("file", "file", CLASS_LIST["take_file"])


@reacton.component
def ClassListPart(ws: Workspace, class_list: ClassList | None, opened: Opened) -> Element:
    """Make, open or close the class list; ``opened`` hears of each."""
    code, set_code = reacton.use_state("")
    said, set_said = reacton.use_state("")
    lost, set_lost = reacton.use_state(False)
    taken, set_taken = reacton.use_state(0)

    looked, set_looked = reacton.use_state("")

    def take(found: ClassList | None) -> None:
        words, trouble = attempt(lambda: look_for_names(ws, found))
        set_looked(words or trouble)
        opened(found)

    def told(found: ClassList, words: str, new_code: str = "") -> None:
        set_said(words)
        set_lost(False)
        if new_code:
            set_code(new_code)
        take(found)

    there, trouble = attempt(lambda: desk.exists(ws))
    parts: list[Element] = [heading(CLASS_LIST["title"]), note(CLASS_LIST["help"], "plain"), note(trouble, "message")]
    if class_list is not None:
        parts.append(note(CLASS_LIST["is_open"].format(count=len(class_list.pupils)), "good"))
        if code:
            parts.append(markup(f'<p>{CLASS_LIST["print_code"]}</p><div class="ew-code">{html.escape(code)}</div>'))
            parts.append(button(CLASS_LIST["printed"], lambda: set_code("")))
        parts += [note(said, "good"), note(looked, "plain"), More(class_list, told), Moving(ws)]
        parts.append(button(CLASS_LIST["close"], lambda: take(None)))
    elif there:
        parts += [note(CLASS_LIST["sealed"], "plain"), Unsealing(ws, told), button(CLASS_LIST["lost"], lambda: set_lost(not lost))]
        parts += [Recovering(ws, told)] if lost else []
    else:
        parts += [Making(ws, told), Taking(ws, lambda: set_taken(taken + 1))]
    return column(parts)


@reacton.component
def Making(ws: Workspace, told: Told) -> Element:
    """Names and a passphrase become a sealed list."""

    def send(values: Mapping[str, Any], _: Sequence[bytes]) -> str:
        if values["passphrase"] != values["again"]:
            return CLASS_LIST["not_the_same"]
        begun, words = attempt(lambda: desk.make(ws, values["names"], values["passphrase"], same_names=bool(values["same"])))
        if begun is not None:
            told(begun.class_list, begun.sentence if begun.class_list.pupils else "", begun.recovery_code)
        return words

    return private([_NAMES, _SAME, _PASSPHRASE, _AGAIN], CLASS_LIST["make"], send)


@reacton.component
def Unsealing(ws: Workspace, told: Told) -> Element:
    """The passphrase opens the list."""

    def send(values: Mapping[str, Any], _: Sequence[bytes]) -> str:
        found, words = attempt(lambda: desk.open_list(ws, values["passphrase"]))
        if found is not None:
            told(found, "", "")
        return words

    return private([_OPENING], CLASS_LIST["open"], send)


@reacton.component
def LookingForNames(ws: Workspace) -> Element:
    """Before something leaves: open the list, so that names in what was typed become codes."""
    said, set_said = reacton.use_state("")

    def told(found: ClassList, _: str, __: str) -> None:
        words, trouble = attempt(lambda: look_for_names(ws, found))
        set_said(words or trouble)

    there, _ = attempt(lambda: desk.exists(ws))
    if not there:
        return column([])
    parts = [heading(CLASS_LIST["look_title"]), note(CLASS_LIST["look_help"], "plain")]
    return column([*parts, note(said, "good") if said else Unsealing(ws, told)])


@reacton.component
def Recovering(ws: Workspace, told: Told) -> Element:
    """The recovery code opens the list and a new passphrase is set."""

    def send(values: Mapping[str, Any], _: Sequence[bytes]) -> str:
        if values["passphrase"] != values["again"]:
            return CLASS_LIST["not_the_same"]
        found, words = attempt(lambda: _recovered(ws, values["code"], values["passphrase"]))
        if found is not None:
            told(found, CLASS_LIST["recovered"], "")
        return words

    return private([_CODE, _PASSPHRASE, _AGAIN], CLASS_LIST["recover"], send)


@reacton.component
def More(class_list: ClassList, told: Told) -> Element:
    """More names for an open list, behind a line that opens."""

    def send(values: Mapping[str, Any], _: Sequence[bytes]) -> str:
        added, words = attempt(lambda: desk.add_pasted(class_list, values["names"], same_names=bool(values["same"])))
        if added is not None:
            told(class_list, added.sentence, "")
        return words

    form = private([_NAMES, _SAME], CLASS_LIST["add"], send)
    return ipywidgets.Accordion.element(children=[form], titles=(CLASS_LIST["more"],), selected_index=None)


@reacton.component
def Moving(ws: Workspace) -> Element:
    """A sealed copy for another computer, behind a line that opens."""
    done, set_done = reacton.use_state("")

    def send(values: Mapping[str, Any], _: Sequence[bytes]) -> str:
        words, trouble = attempt(lambda: desk.copy_out(ws, values["place"]))
        set_done(words or "")
        return trouble

    form = private([_PLACE], CLASS_LIST["copy"], send)
    inside = column([note(CLASS_LIST["move_help"], "plain"), form, note(done, "good")])
    return ipywidgets.Accordion.element(children=[inside], titles=(CLASS_LIST["move"],), selected_index=None)


@reacton.component
def Taking(ws: Workspace, taken: Callable[[], None]) -> Element:
    """A sealed list that was copied on another computer, behind a line that opens."""

    def send(_: Mapping[str, Any], files: Sequence[bytes]) -> str:
        if not files:
            return CLASS_LIST["take_first"]
        words, trouble = attempt(lambda: desk.take_in(ws, files[0]))
        if words is not None:
            taken()
        return trouble

    form = private([_FILE], CLASS_LIST["take_button"], send)
    return ipywidgets.Accordion.element(children=[form], titles=(CLASS_LIST["take"],), selected_index=None)


def private(boxes: Sequence[Box], label: str, send: Callable[[Mapping[str, Any], Sequence[bytes]], str]) -> Element:
    """Return a private form as part of a component; it is made once and always calls the newest ``send``."""
    newest = reacton.use_ref(send)
    newest.current = send

    def call(values: Mapping[str, Any], files: Sequence[bytes]) -> str:
        return str(newest.current(values, files))

    widget = reacton.use_memo(lambda: PrivateForm(boxes, label, call), [])
    return holder(widget)


def holder(widget: ipywidgets.DOMWidget) -> Element:
    """Return a place for a widget that keeps its own state."""
    return ipywidgets.VBox.element(children=[widget])


def _recovered(ws: Workspace, code: str, passphrase: str) -> ClassList:
    found = ClassList.open_with_recovery_code(ws.record.id, code)
    found.set_passphrase(passphrase)
    return found
