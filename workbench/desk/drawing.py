"""A result drawn: the picture, and the words that stand for it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from workbench.stats import Result

Show = Literal["pupils", "group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One picture as SVG and PNG, with its text alternative; Jupyter shows it with that alternative."""

    svg: str = field(repr=False)
    png: bytes = field(repr=False)
    alternative: str

    def _repr_mimebundle_(self, include: Collection[str] | None = None, exclude: Collection[str] | None = None) -> dict[str, Any]:
        source = b64encode(self.svg.encode("utf-8")).decode("ascii")
        picture = f'<img alt="{escape(self.alternative, quote=True)}" src="data:image/svg+xml;base64,{source}">'
        return {"text/html": picture, "text/plain": self.alternative}


def draw(result: Result, *, show: Show = "pupils", unit: str = "marks") -> Drawn:
    """Draw a result: every pupil for the teacher's own screen, or the group for a report.

    Args:
        result: A result of ``workbench.stats``.
        show: ``"pupils"`` draws each pupil; ``"group"`` draws no single pupil.
        unit: What is counted, in the plural, for the axes and the words.
    """
    from workbench.figures import draw as figures
    from workbench.figures import save
    from workbench.words.describe import describe

    figure = figures.draw(result, show=show, unit=unit)
    return Drawn(svg=save.svg(figure), png=save.png(figure), alternative=describe(result, show=show, unit=unit))
