"""Several pupils, each measured many times: long columns read into one series for each pupil."""

from __future__ import annotations

from collections.abc import Hashable
from math import isnan
from typing import Any, NamedTuple

from workbench.errors import BadInput, NotEnoughData
from workbench.stats._columns import Column, as_list, read_column, show, whole_units
from workbench.stats._row_labels import refuse_other_order

LEAST_CASES = 3


class Series(NamedTuple):
    """One pupil's observations in order of time; ``after`` is 0 in the baseline, 1 in the intervention."""

    case: str
    times: tuple[int, ...]
    after: tuple[int, ...]
    outcomes: tuple[float, ...]

    def phase(self, which: int) -> list[float]:
        """Return the observations of one phase."""
        return [outcome for outcome, after in zip(self.outcomes, self.after, strict=True) if after == which]

    def difference(self) -> float:
        """Return mean after minus mean before."""
        before, after = self.phase(0), self.phase(1)
        return sum(after) / len(after) - sum(before) / len(before)

    def direction(self) -> int:
        """Return 1, 0 or -1 for a mean after above, at or below the mean before, exactly."""
        _, (before, after) = whole_units(self.phase(0), self.phase(1))
        apart = sum(after) * len(before) - sum(before) * len(after)
        return (apart > 0) - (apart < 0)


def read_cases(case: Column, time: Column, treatment: Column, outcome: Column) -> tuple[list[Series], int]:
    """Return one series for each pupil, in order of first appearance, and how many outcomes are missing.

    Raises:
        BadInput: for columns of unequal length, times that are not whole numbers or come twice, or phases that are
            not one baseline followed by one intervention, under the same two labels for every pupil.
        NotEnoughData: with fewer than three pupils, or a pupil without both phases.
    """
    refuse_other_order(case=case, time=time, treatment=treatment, outcome=outcome)
    columns: list[list[Any]] = [as_list(case, "case"), read_column(time, "time"), as_list(treatment, "treatment")]
    columns.append(read_column(outcome, "outcome"))
    if len(set(map(len, columns))) > 1:
        raise BadInput(
            "The four columns need one row for each observation.",
            seen=", ".join(
                f"{len(column)} in '{name}'" for column, name in zip(columns, ("case", "time", "treatment", "outcome"), strict=True)
            ),
            allowed="columns of equal length",
            do="Put pupil, session, phase and outcome of an observation in the same row.",
        )
    rows: dict[Hashable, list[tuple[int, Any, float]]] = {}
    labels: dict[Hashable, int] = {}
    for place, (who, when, phase, value) in enumerate(zip(*columns, strict=True), start=1):
        if when is None or when != int(when) or who is None:
            raise BadInput(
                "Every observation needs its pupil, and its session as a whole number.",
                where=f"row {place}",
                seen=f"case {show(who)}, time {show(when)}",
                allowed="a pupil's code, and a session such as 4",
                do="Number the sessions 1, 2, 3 and so on; leave a number out where nobody was measured.",
            )
        if phase is None or (isinstance(phase, float) and isnan(phase)):
            raise _two_phases(f"row {place}", "a blank")
        if value is not None:
            labels.setdefault(_label(phase), place)
            rows.setdefault(_label(who), []).append((int(when), phase, float(value)))
    missing = columns[3].count(None)
    if len(rows) < LEAST_CASES:
        raise NotEnoughData(
            "The spread between pupils needs at least 3 of them.",
            where="case",
            seen=f"{len(rows)} with observations",
            allowed=f"{LEAST_CASES} or more",
            do="Compare the phases of each pupil by nap instead.",
        )
    if len(labels) > 2:
        raise _two_phases(f"row {list(labels.values())[2]}", f"a third phase, {show(list(labels)[2])}")
    opening = min(next(iter(rows.values())), key=lambda each: each[0])[1]
    return [_series(str(who), seen, opening) for who, seen in rows.items()], missing


def _label(who: Any) -> Hashable:
    return who if isinstance(who, Hashable) else repr(who)


def _series(who: str, seen: list[tuple[int, Any, float]], baseline: Any) -> Series:
    ordered = sorted(seen, key=lambda each: each[0])
    times = tuple(when for when, _, _ in ordered)
    after = tuple(0 if phase == baseline else 1 for _, phase, _ in ordered)
    if len(set(times)) < len(times) or list(after) != sorted(after):
        what = "a session that comes twice" if len(set(times)) < len(times) else f"phases {show([phase for _, phase, _ in ordered])}"
        raise BadInput(
            "Each pupil needs one baseline and then one intervention, with one observation a session.",
            where=f"case {show(who)}",
            seen=what,
            allowed="a series such as 0, 0, 0, 1, 1, 1, the same two labels for every pupil",
            do="Correct the rows, or take a pupil with another design out.",
        )
    if len(set(after)) < 2:
        raise NotEnoughData(
            "Every pupil needs observations in both phases.",
            where=f"case {show(who)}",
            seen="observations in one phase only",
            allowed="1 or more in each phase",
            do="Take this pupil out, and say so.",
        )
    return Series(who, times, after, tuple(value for _, _, value in ordered))


def _two_phases(where: str, seen: str) -> BadInput:
    return BadInput(
        "Every observation belongs to one of two phases.",
        where=where,
        seen=seen,
        allowed="the same two labels for every pupil, such as 0 and 1",
        do="Write each row's phase, or leave out rows of other phases.",
    )
