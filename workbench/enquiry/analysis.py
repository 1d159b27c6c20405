"""The analyses that a plan names, run on the marks: what each gives, and whether it was planned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from workbench.enquiry import low_scorers
from workbench.enquiry.marks import MarkRow, MarkTable, pairs
from workbench.enquiry.plan import Amendment, Measure, Plan
from workbench.enquiry.record import Enquiry
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.stats import MeanChange, PermutationChange, RegressionToTheMean, StandardisedChange

    Result = MeanChange | PermutationChange | StandardisedChange | RegressionToTheMean

Label = Literal["planned", "exploratory"]

TOUCHES = ("design", "measures", "chosen_by", "chosen_how")
"""Fields of the plan that decide what is analysed, and of whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComputed:
    """A result that these marks do not allow, and the reason in words."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """How many of the chosen pupils have marks on both occasions, and how the others differed.

    ``start_gap`` is the mean first mark of pupils without a second, minus that of the pairs, in marks.
    """

    n_chosen: int
    n_pairs: int
    only_before: int
    only_after: int
    neither: int
    withdrawn: int
    start_gap: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """One measure analysed: results in order, each a result or the reason why there is none."""

    measure: Measure
    label: Label
    invented: bool
    results: tuple[Result | NotComputed, ...]
    pairing: Pairing
    sentences: tuple[str, ...] = ()

    def result(self, name: str) -> Result | None:
        """Return the result of that class name (``"MeanChange"``), or ``None`` when there is none."""
        for found in self.results:
            if type(found).__name__ == name and not isinstance(found, NotComputed):
                return found
        return None

    def why_not(self, name: str) -> str:
        """Return why there is no such result, or an empty text."""
        return next((found.reason for found in self.results if isinstance(found, NotComputed) and found.name == name), "")


def without_withdrawn(table: MarkTable) -> MarkTable:
    """Return the table without the rows of pupils who have withdrawn: they leave every analysis."""
    return replace(table, rows=tuple(row for row in table.rows if not _withdrawn(row)))


def _withdrawn(row: MarkRow) -> bool:
    return "withdrawn" in (row.before.status, row.after.status)


def pair_up(table: MarkTable) -> Pairing:
    """Count the chosen pupils by which of the two marks they have; withdrawn pupils are counted apart."""
    chosen = without_withdrawn(table).chosen()
    both = [row for row in chosen if row.before.value is not None and row.after.value is not None]
    first = [row for row in chosen if row.before.value is not None and row.after.value is None]
    last = [row for row in chosen if row.before.value is None and row.after.value is not None]
    gap = _mean([_number(row) for row in first]) - _mean([_number(row) for row in both]) if first and both else None
    return Pairing(
        n_chosen=len(chosen),
        n_pairs=len(both),
        only_before=len(first),
        only_after=len(last),
        neither=len(chosen) - len(both) - len(first) - len(last),
        withdrawn=sum(_withdrawn(row) for row in table.chosen()),
        start_gap=gap,
    )


def _number(row: MarkRow) -> float:
    return row.before.value if row.before.value is not None else float("nan")


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def analyse_tables(
    enquiry: Enquiry,
    tables: Mapping[str, MarkTable],
    *,
    data_since: datetime | None = None,
    plan_then: Plan | None = None,
    invented: bool = False,
) -> tuple[Analysed, ...]:
    """Analyse every measure whose method is paired change and that has marks.

    Only chosen pupils are analysed; the whole year serves for its mean and its correlation.

    Args:
        enquiry: The record, with the plan.
        tables: Marks by measure.
        data_since: When the first mark came in; ``None`` when that is not known.
        plan_then: The plan as it stood when the first mark came in, when that is known; it goes by the
            order of changes and so holds even where the computer's clock was wrong.
        invented: Whether the marks are made up for a rehearsal.
    """
    kept = {
        measure.id: without_withdrawn(tables[measure.id])
        for measure in enquiry.plan.measures
        if measure.method == "paired_change" and measure.id in tables and tables[measure.id].rows
    }
    choice = low_scorers.choice_by_score(enquiry.plan, kept)
    return tuple(
        Analysed(
            measure=measure,
            label=label_of(enquiry.plan, measure, data_since=data_since, plan_then=plan_then),
            invented=invented,
            results=_results(kept[measure.id], picked=choice is not None and choice.measure == measure.id),
            pairing=pair_up(tables[measure.id]),
        )
        for measure in enquiry.plan.measures
        if measure.id in kept
    )


def label_of(plan: Plan, measure: Measure, *, data_since: datetime | None, plan_then: Plan | None = None) -> Label:
    """Return "planned" only when the locked plan had this analysis before the first mark came in.

    A change of plan after that makes it exploratory when it touches what is analysed or of whom.
    """
    if plan.lock is None:
        return "exploratory"
    if plan_then is not None:
        same = measure in plan_then.measures and (plan.design, plan.chosen_by) == (plan_then.design, plan_then.chosen_by)
        return "planned" if same and plan_then.lock is not None else "exploratory"
    if data_since is None or plan.lock.at > data_since:
        return "exploratory"
    late = [amendment for amendment in plan.amendments if amendment.at >= data_since]
    return "exploratory" if any(_touches(amendment) for amendment in late) else "planned"


def _touches(amendment: Amendment) -> bool:
    return any(part in TOUCHES for name in amendment.changed for part in name.split("."))


def _results(kept: MarkTable, *, picked: bool) -> tuple[Result | NotComputed, ...]:
    """Return what the marks give; the drift only on the test by which the pupils were picked for low marks."""
    from workbench import stats

    before, after = pairs(kept.chosen())
    found = [
        _try("MeanChange", lambda: stats.mean_change(before, after)),
        _try("PermutationChange", lambda: stats.permutation_change(before, after)),
        _try("StandardisedChange", lambda: stats.standardised_change(before, after)),
    ]
    if picked and kept.others():
        found.append(_try("RegressionToTheMean", lambda: low_scorers.drift(kept)))
    return tuple(found)


def _try(name: str, compute: Callable[[], Result]) -> Result | NotComputed:
    """Return the result, or its reason: what cannot be computed honestly is said, not guessed."""
    try:
        return compute()
    except WorkbenchError as error:
        return NotComputed(name=name, reason=str(error))
