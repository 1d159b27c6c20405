"""What a detector gives, and the view of the marks that all of them share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.enquiry import low_scorers
from workbench.enquiry.analysis import without_withdrawn
from workbench.enquiry.marks import MarkRow, MarkTable
from workbench.enquiry.plan import Measure
from workbench.enquiry.record import Enquiry

Grade = Literal["stop", "caution", "note"]
Number = int | float | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """One catalogued mistake, looked for.

    Attributes:
        id: Its number in the catalogue, ``M1`` and so on.
        grade: ``stop``: the result must not be read without this; ``caution``: it changes how the
            result is read; ``note``: worth a sentence.
        found: Yes, no, or ``None`` when it cannot be told yet.
        numbers: What the sentence speaks of, unrounded; every number spoken is one of these.
        reason: A code for what was seen; ``words.threats`` has a sentence for each.
    """

    id: str
    grade: Grade
    found: bool | None
    numbers: dict[str, Number] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One measure with its marks, withdrawn pupils left out."""

    measure: Measure
    table: MarkTable

    @property
    def chosen(self) -> tuple[MarkRow, ...]:
        """The rows of the enquiry's own group."""
        return self.table.chosen()

    @property
    def others(self) -> tuple[MarkRow, ...]:
        """The rows of the rest of the year."""
        return self.table.others()


def seen(enquiry: Enquiry, tables: Mapping[str, MarkTable]) -> tuple[Seen, ...]:
    """Return the measures whose change is counted and of whose group there is at least one mark."""
    found = []
    for measure in enquiry.plan.measures:
        if measure.method != "paired_change" or measure.id not in tables:
            continue
        view = Seen(measure=measure, table=without_withdrawn(tables[measure.id]))
        if any(row.before.value is not None or row.after.value is not None for row in view.chosen):
            found.append(view)
    return tuple(found)


both = low_scorers.both_marks
first_marks = low_scorers.first_marks


def mean(values: list[float]) -> float:
    """Return the mean of at least one number."""
    return sum(values) / len(values)


def mean_change(pairs: list[tuple[float, float]]) -> float:
    """Return the mean of second minus first."""
    return mean([after - before for before, after in pairs])


def worst(threats: list[Threat], *keys: str) -> Threat | None:
    """Return the threat that matters most: found before unknown before not, then by the number named."""
    order = {True: 0, None: 1, False: 2}
    grades = {"stop": 0, "caution": 1, "note": 2}

    def rank(threat: Threat) -> tuple[int, int, float]:
        sizes = [value for key in keys if isinstance(value := threat.numbers.get(key), int | float)]
        return order[threat.found], grades[threat.grade], -abs(sizes[0]) if sizes else 0.0

    return min(threats, key=rank) if threats else None
