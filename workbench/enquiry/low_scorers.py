"""Pupils picked for low marks: by which test they were picked, and how far they would drift up by themselves.

The drift belongs to the test that the choice was made by. On another test, given to the same pupils,
their first marks were not picked for being low, and nothing pulls them up by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.enquiry.marks import MarkRow, MarkTable, pairs
from workbench.enquiry.plan import Plan

if TYPE_CHECKING:
    from workbench.stats import RegressionToTheMean

SEPARATED = 0.95
"""Share of (chosen, other) pairs in which the chosen pupil scored lower, from which the choice looks
made by the score. Teachers' judgement that goes with the score at r = 0.6 gives about 0.8."""
ENOUGH_CHOSEN, ENOUGH_OTHERS = 3, 5

ENOUGH_OF_A_YEAR = 20
"""Complete pairs of the whole year from which its own correlation is taken; below it a range is used."""
MOST_OF_THE_OTHERS = 0.5
"""Share of the others' first marks that must have a second: a correlation mostly of the chosen is too small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The measure whose first test the pupils were picked by, and whether the plan says so or the marks do."""

    measure: str
    how: Literal["lowest_scores", "looks_by_score"]


def choice_by_score(plan: Plan, tables: Mapping[str, MarkTable]) -> Choice | None:
    """Return by which measure's first test the pupils were picked, or ``None`` when they were not.

    Where the plan says "lowest scores" and there are several measures, it is the one on which the
    chosen stand lowest against the others; where it says otherwise, the marks may still tell.

    Args:
        plan: It says how pupils were chosen.
        tables: The marks of each measure whose change is counted, in the plan's order, without
            pupils who have withdrawn.
    """
    seen = {name: separation(table) for name, table in tables.items() if first_marks(table.chosen())}
    if not seen:
        return None
    name, apart = max(seen.items(), key=lambda each: -1.0 if each[1] is None else each[1])
    if plan.chosen_by == "lowest_scores":
        return Choice(measure=name, how="lowest_scores")
    enough = len(first_marks(tables[name].chosen())) >= ENOUGH_CHOSEN
    return Choice(measure=name, how="looks_by_score") if enough and apart is not None and apart >= SEPARATED else None


def separation(table: MarkTable) -> float | None:
    """Return in which share of (chosen, other) pairs the chosen pupil scored lower on the first test; ties count half."""
    chosen, others = first_marks(table.chosen()), first_marks(table.others())
    if not chosen or len(others) < ENOUGH_OTHERS:
        return None
    lower = sum(1.0 if mine < theirs else 0.5 if mine == theirs else 0.0 for mine in chosen for theirs in others)
    return lower / (len(chosen) * len(others))


def first_marks(rows: Iterable[MarkRow]) -> list[float]:
    """Return the first marks that there are."""
    return [row.before.value for row in rows if row.before.value is not None]


def both_marks(rows: Iterable[MarkRow]) -> list[tuple[float, float]]:
    """Return the pairs of marks of the pupils who have both."""
    return [(row.before.value, row.after.value) for row in rows if row.before.value is not None and row.after.value is not None]


def year_is_there(table: MarkTable) -> bool:
    """Return whether there are enough first marks of the rest of the year to say what its average was."""
    return len(first_marks(table.others())) >= ENOUGH_OTHERS


def year_correlation(table: MarkTable) -> float | None:
    """Return r of the whole unselected year, or ``None`` where it cannot be had: the chosen's own would be too small."""
    from workbench import stats
    from workbench.errors import WorkbenchError

    began, stayed = len(first_marks(table.others())), len(both_marks(table.others()))
    if len(both_marks(table.rows)) < ENOUGH_OF_A_YEAR or stayed < ENOUGH_OTHERS or stayed < MOST_OF_THE_OTHERS * began:
        return None
    before, after = pairs(table.rows)
    try:
        r = stats.mean_change(before, after).r
    except WorkbenchError:
        return None
    return None if r is None or r < 0 else min(r, 1.0)


def drift(table: MarkTable) -> RegressionToTheMean:
    """Return the drift to expect of the chosen pupils, set beside their gain where there is one.

    The year's mean is that of everyone who sat the first test. The chosen pupils' mean is that of the
    pupils whose gain it is, those with both marks: had the lowest of them left, the drift of all
    would be too much for the gain of the rest. Before the second test it is that of all chosen.

    Raises:
        NotEnoughData: without the first marks of the rest of the year, or of the chosen.
    """
    from workbench import stats
    from workbench.errors import NotEnoughData

    stayed = both_marks(table.chosen())
    start = [before for before, _ in stayed] or first_marks(table.chosen())
    if not start or not year_is_there(table):
        raise NotEnoughData(
            "There are too few first marks of the rest of the year.",
            do="Bring in the whole year's first marks to see how far low scorers drift up on their own.",
        )
    year, r = first_marks(table.rows), year_correlation(table)
    gain = sum(after - before for before, after in stayed) / len(stayed) if stayed else None
    source = None if r is None else "whole_year"
    return stats.regression_to_the_mean(sum(year) / len(year), sum(start) / len(start), r, source=source, gain=gain, n=len(start))
