"""A figure as bytes: the same figure gives the same SVG, on any day."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from workbench.figures.style import styled

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def svg(figure: Figure) -> str:
    """Return the figure as SVG text, without a date and with ids that depend on its content alone."""
    buffer = BytesIO()
    with styled():
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue().decode("utf-8")


def png(figure: Figure, *, dpi: int = 150) -> bytes:
    """Return the figure as PNG bytes."""
    buffer = BytesIO()
    with styled():
        figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    return buffer.getvalue()
