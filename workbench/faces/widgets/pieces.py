"""The small parts that every form is put together from: text, messages, buttons, the page around them."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import ipywidgets
import reacton
import reacton.ipywidgets as w

from workbench.faces.widgets.plain import after_the_last_letters
from workbench.words.screens import STAGES, Stage

Element = Any  # reacton's elements are generic over the widget they make; nothing here depends on it


def use_any(start: Any) -> tuple[Any, Callable[[Any], None]]:
    """Return ``reacton.use_state`` for a state whose first value does not tell its type."""
    return reacton.use_state(start)


@cache
def style() -> str:
    """Return the forms' own style sheet."""
    return Path(__file__).with_name("forms.css").read_text("utf-8")


def column(children: Sequence[Element], *classes: str) -> Element:
    """Return parts one below the other."""
    return ipywidgets.VBox.element(children=list(children), _dom_classes=list(classes))


def row(children: Sequence[Element], *classes: str) -> Element:
    """Return parts side by side, wrapping where there is no room."""
    return ipywidgets.HBox.element(children=list(children), _dom_classes=["ew-row", *classes])


def markup(value: str, *classes: str) -> Element:
    """Return trusted HTML. Whatever a person typed must have gone through ``html.escape``."""
    return ipywidgets.HTML.element(value=value, _dom_classes=["ew-html", *classes])


def note(text: str, kind: str = "help") -> Element:
    """Return a sentence: ``help``, ``message`` (to look at), ``good`` or ``plain``; empty text takes no room."""
    live = ' role="status"' if kind in ("message", "good") else ""
    lines = "<br>".join(html.escape(line) for line in text.split("\n"))
    return markup(f'<div class="ew-{kind}"{live}>{lines}</div>' if text else "", "ew-note" if text else "ew-empty")


def heading(text: str, level: int = 3) -> Element:
    """Return a heading inside a form."""
    return markup(f"<h{level}>{html.escape(text)}</h{level}>", "ew-heading")


def button(text: str, on_click: Callable[[], None], *, main: bool = False, disabled: bool = False, tooltip: str = "") -> Element:
    """Return a button that says what it does."""
    kind = "primary" if main else ""

    def click() -> None:
        after_the_last_letters(on_click)

    return w.Button(description=text, on_click=click, button_style=kind, disabled=disabled, tooltip=tooltip, layout={"width": "auto"})


def opens(path: str, text: str) -> str:
    """Return a link that opens a file of the enquiry inside Lab (and in a new tab elsewhere)."""
    target = html.escape(path, quote=True)
    return f'<a class="ew-link" href="{target}" target="_blank" data-workbench-open="{target}">{html.escape(text)}</a>'


def page(stage: str, children: Sequence[Element], *, title: str = "") -> Element:
    """Return a whole form: its heading, its parts and the way to the neighbouring stages."""
    here: Stage = STAGES[stage]
    top = f"<style>{style()}</style><header><h2>{html.escape(title or here.title)}</h2><p>{html.escape(here.intro)}</p></header>"
    parts = [markup(top, "ew-top"), *children]
    if here.number:
        parts.append(markup(_neighbours(here), "ew-neighbours"))
    return column(parts, "ew-form")


def _neighbours(here: Stage) -> str:
    beside = sorted((other.number, other.file) for other in STAGES.values() if other.number and abs(other.number - here.number) == 1)
    links = [opens(f"{file}.ipynb", file) for _, file in beside]
    return f'<nav aria-label="{html.escape(here.nav)}">{" ".join(links)}</nav>'


@reacton.component
def Sorry(stage: str, words: str) -> Element:
    """A form that cannot be shown says why in a sentence."""
    return page(stage, [note(words, "message")])


@reacton.component
def Noticed(sentences: Sequence[str], form: Element) -> Element:
    """A form below what its folder has to tell: a copy left by a sync program, a save that was finished on opening."""
    return column([*(note(sentence, "message") for sentence in sentences), form], "ew-form-noticed")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Element:
    """Return a table of plain texts; every cell is escaped here."""
    top = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in head)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return markup(f'<table class="ew-table"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>')
