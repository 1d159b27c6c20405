"""One box for one answer, by kind; the labels are the boxes' own, so that screen readers find them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence

import ipywidgets
import reacton.ipywidgets as w

from workbench.enquiry.forms import FieldSpec
from workbench.faces.widgets.pieces import Element, column, markup
from workbench.words.labels import choice_of
from workbench.words.screens import FORM

Options = Sequence[tuple[str, str]]
Choices = Mapping[str, Options]
"""For fields whose choices come from the record: ``"FIELD"`` or ``"FIELD.COLUMN"`` to (code, words)."""

Take = Callable[[object], None]


def as_text(spec: FieldSpec, raw: object) -> str:
    """Return an answer as a teacher would type it.

    >>> as_text(FieldSpec(name="on", kind="date"), "2026-09-14")
    '14/09/2026'
    >>> as_text(FieldSpec(name="highest", kind="number"), 40.0)
    '40'
    """
    if raw is None:
        return ""
    if isinstance(raw, float):
        return f"{raw:g}"
    text = str(raw)
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text) if spec.kind == "date" else None
    return "/".join(reversed(iso.groups())) if iso else text


def one_input(
    spec: FieldSpec, raw: object, take: Take, *, label: str, words: tuple[str, ...], choices: Options | None = None, locked: bool = False
) -> Element:
    """Return the box for one answer; ``take`` gets each change, ``words`` leads to the names of the choices."""
    if spec.kind == "choice":
        named = [(text, code) for code, text in choices or ()] or [(choice_of(*words, code), code) for code in spec.choices]
        return _dropdown(label, [(FORM["choose"], ""), *named], raw or "", take, locked)
    if spec.kind == "yes_no":
        # An empty text, because a drop-down shows nothing at all for None.
        return _dropdown(label, [(FORM["choose"], ""), (FORM["yes"], True), (FORM["no"], False)], raw, take, locked)
    if spec.kind == "choices":
        named = list(choices) if choices is not None else [(code, choice_of(*words, code)) for code in spec.choices]
        return _ticks(label, named, raw, take, locked)
    if spec.kind == "text":
        return ipywidgets.Textarea.element(
            value=as_text(spec, raw), description=label, on_value=take, disabled=locked, continuous_update=True, _dom_classes=["ew-input"]
        )
    short = ["ew-short"] if spec.kind in ("whole", "number", "date") else []
    hint = FORM["date_hint"] if spec.kind == "date" else ""
    return ipywidgets.Text.element(
        value=as_text(spec, raw),
        description=label,
        placeholder=hint,
        on_value=take,
        disabled=locked,
        continuous_update=True,
        _dom_classes=["ew-input", *short],
    )


def _dropdown(label: str, options: Sequence[tuple[str, object]], raw: object, take: Take, locked: bool) -> Element:
    known = raw if any(raw == code for _, code in options) else options[0][1]
    return ipywidgets.Dropdown.element(
        description=label, options=list(options), value=known, on_value=take, disabled=locked, _dom_classes=["ew-input"]
    )


def _ticks(label: str, options: Options, raw: object, take: Take, locked: bool) -> Element:
    ticked = [str(code) for code in raw] if isinstance(raw, list | tuple) else []

    def change(code: str, on: bool) -> None:
        rest = [other for other in ticked if other != code]
        take([*rest, code] if on else rest)

    def box(code: str, text: str) -> Element:
        def turn(on: bool) -> None:
            change(code, on)

        return w.Checkbox(description=text, value=code in ticked, indent=False, disabled=locked, on_value=turn)

    boxes = [box(code, text) for code, text in options]
    top = markup(f"<h4>{html.escape(label)}</h4>")
    return column([top, *(boxes or [markup(f'<div class="ew-help">{FORM["nothing_to_tick"]}</div>')])], "ew-ticks")
