"""Boxes whose contents are messages and never traits: names, passphrases, a school's file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import anywidget
import traitlets

from workbench.words.screens import PRIVATE

Kind = Literal["line", "lines", "secret", "file", "tick"]


class Box(NamedTuple):
    """One box: what it asks and what it holds."""

    id: str
    kind: Kind
    label: str
    help: str = ""


Send = Callable[[Mapping[str, Any], Sequence[bytes]], str]
"""Takes the values by box and the files' bytes; returns an empty text when they were taken, else what to look at."""


class PrivateForm(anywidget.AnyWidget):
    """A few boxes and a button. What was typed reaches ``send`` once, and the boxes are emptied when it was taken."""

    _esm = Path(__file__).with_suffix(".js")
    fields = traitlets.List(traitlets.Dict()).tag(sync=True)
    button = traitlets.Unicode().tag(sync=True)
    busy = traitlets.Unicode(PRIVATE["busy"]).tag(sync=True)
    gone = traitlets.Unicode(PRIVATE["gone"]).tag(sync=True)
    unheard = traitlets.Unicode(PRIVATE["unheard"]).tag(sync=True)

    def __init__(self, boxes: Sequence[Box], button: str, send: Send) -> None:
        self._taker = send
        super().__init__(fields=[box._asdict() for box in boxes], button=button)
        self.on_msg(self._on_message)

    def _on_message(self, _: object, content: dict[str, Any], buffers: Sequence[Any]) -> None:
        if content.get("kind") != "send":
            return
        words = self._taker(content["values"], [bytes(part) for part in buffers])
        self.send({"kind": "answer", "taken": not words, "words": words})
