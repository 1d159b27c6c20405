"""Which module speaks of a result: the one named like the family that computed it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from workbench.errors import UnknownOption
from workbench.stats.result import Result

FAMILIES = (
    "agreement",
    "association",
    "groups",
    "multiplicity",
    "ordinal",
    "paired",
    "planning",
    "proportion",
    "reliability",
    "resampling",
    "single_case",
    "synthesis",
)


def words_for(result: Result, table: str) -> Callable[[Any, Any, str], list[str]]:
    """Return the branch of ``SAID`` or ``DESCRIBED`` that speaks of ``result``.

    Raises:
        UnknownOption: for anything that is not a result of ``workbench.stats``.
    """
    for kind in type(result).__mro__:
        shelf = kind.__module__.split(".")
        if shelf[:2] == ["workbench", "stats"] and shelf[2] in FAMILIES:
            branches: dict[type, Callable[[Any, Any, str], list[str]]] = getattr(
                import_module(f"workbench.words.results.{shelf[2]}"), table
            )
            if kind in branches:
                return branches[kind]
    raise UnknownOption(
        "There are no words for this.",
        where="result",
        seen=type(result).__name__,
        allowed="a result of workbench.stats",
        do="Give what a function of workbench.stats returned.",
    )
