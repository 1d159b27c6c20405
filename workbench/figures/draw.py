"""A result in, a figure out. seaborn and matplotlib are loaded when something is drawn.

The figures stand beside this module, one module for each family of results.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from workbench.errors import UnknownOption
from workbench.figures.style import styled
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHOWS = ("pupils", "group")
FAMILIES = (
    "agreement",
    "association",
    "groups",
    "ordinal",
    "paired",
    "planning",
    "proportion",
    "reliability",
    "resampling",
    "single_case",
    "synthesis",
)


def draw(result: Result, *, show: str = "pupils", unit: str = "marks") -> Figure:
    """Return the figure of a result. It belongs to no window and changes no global setting.

    Args:
        result: Any result of ``workbench.stats`` that has a figure.
        show: ``"pupils"`` draws every pupil; ``"group"`` only what is told of the group, for a report.
        unit: What is counted, in the plural, for the axes.

    Raises:
        UnknownOption: for another ``show``, or a result that has no figure.
    """
    if show not in SHOWS:
        raise UnknownOption("There is no such figure.", where="show", seen=show, allowed=", ".join(SHOWS), do="Choose one of these.")
    drawn = _find(result)
    with styled():
        return drawn(result, show == "pupils", unit)


def _find(result: Result) -> Callable[[Any, bool, str], Figure]:
    for kind in type(result).__mro__:
        shelf = kind.__module__.split(".")
        if shelf[:2] == ["workbench", "stats"] and shelf[2] in FAMILIES:
            figures: dict[type, Callable[[Any, bool, str], Figure]] = import_module(f"workbench.figures.{shelf[2]}").DRAWN
            if kind in figures:
                return figures[kind]
    raise UnknownOption(
        "There is no figure for this.",
        where="result",
        seen=type(result).__name__,
        allowed="a result of workbench.stats that a picture helps",
        do="Read it in words instead.",
    )
