"""A result in, a figure out. seaborn and matplotlib are loaded when something is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import UnknownOption
from workbench.figures import paired, planning
from workbench.figures.style import styled
from workbench.stats.association import Correlation
from workbench.stats.paired import MeanChange, PermutationChange, RegressionToTheMean, StandardisedChange
from workbench.stats.planning import ExpectedWidth, SmallestP
from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHOWS = ("pupils", "group")


def draw(result: Result, *, show: str = "pupils", unit: str = "marks") -> Figure:
    """Return the figure of a result. It belongs to no window and changes no global setting.

    Args:
        result: Any result of ``workbench.stats`` that has a figure.
        show: ``"pupils"`` draws every pupil; ``"group"`` only the mean and its interval, for a report.
        unit: What is counted, in the plural, for the axes.

    Raises:
        UnknownOption: for another ``show``, or a result that has no figure.
    """
    if show not in SHOWS:
        raise UnknownOption("There is no such figure.", where="show", seen=show, allowed=", ".join(SHOWS), do="Choose one of these.")
    with styled():
        return _branch(result, show == "pupils", unit)


def _branch(result: Result, pupils: bool, unit: str) -> Figure:
    if isinstance(result, MeanChange):
        return paired.draw_mean_change(result, pupils=pupils, unit=unit)
    if isinstance(result, PermutationChange):
        return paired.draw_permutation_change(result, pupils=pupils, unit=unit)
    if isinstance(result, StandardisedChange):
        return paired.draw_standardised_change(result)
    if isinstance(result, RegressionToTheMean):
        return planning.draw_regression(result, unit=unit)
    if isinstance(result, ExpectedWidth):
        return planning.draw_expected_width(result, unit=unit)
    if isinstance(result, SmallestP):
        return planning.draw_smallest_p(result)
    if isinstance(result, Correlation):
        return planning.draw_correlation(result, pupils=pupils)
    raise UnknownOption(
        "There is no figure for this yet.",
        where="result",
        seen=type(result).__name__,
        allowed="a result of workbench.stats that says a change, a correlation or a plan",
        do="Read it in words instead.",
    )
