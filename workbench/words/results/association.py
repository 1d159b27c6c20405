"""What a correlation says, and how its figure reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.association import Correlation
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed
from workbench.words.results._phrases import left_out, level_note, method_note, spread_of


def _correlation(result: Correlation, form: str, amount: str) -> list[str]:
    if form == "note":
        return [method_note(result, ""), left_out(result)]
    start = f"For {count_of(result.n, 'pupil')} the two sets of marks go together with r = {fixed(result.estimate, 2)}"
    if result.low is None or result.high is None:
        said = [f"{start}: all lie on one line, so these marks give no range."]
    else:
        said = [f"{start}; anything from {fixed(result.low, 2)} to {fixed(result.high, 2)} fits these marks{level_note(result.level)}."]
    if form == "short":
        return said
    return [*said, left_out(result), "It speaks of a straight line only, and says nothing of what drives what.", "Next, look at the dots."]


def _described_correlation(result: Correlation, pupils: bool, unit: str) -> list[str]:
    if not pupils:
        point = f"The correlation of {result.n} pairs as one point at {fixed(result.estimate, 2)}"
        if result.low is None or result.high is None:
            return [f"{point}."]
        return [f"{point}, with its interval from {fixed(result.low, 2)} to {fixed(result.high, 2)}."]
    return [
        f"A dot for each of {result.n} pupils: from {spread_of(result.x)} across and from {spread_of(result.y)} up; "
        f"the correlation is {fixed(result.estimate, 2)}."
    ]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {Correlation: _correlation}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {Correlation: _described_correlation}
