"""The text alternative of a result's figure: what a reader who cannot see it needs to know.

With ``show="group"`` nothing is told of single pupils, as nothing of them is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.errors import UnknownOption
from workbench.stats.association import Correlation
from workbench.stats.paired import MeanChange, PermutationChange, RegressionToTheMean, StandardisedChange
from workbench.stats.planning import ExpectedWidth, SmallestP
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, level_words, listed, places_for, plain, probability

SHOWS = ("pupils", "group")


def describe(result: Result, *, show: str = "pupils", unit: str = "marks") -> str:
    """Return the text alternative of the figure that is drawn for ``result``.

    Args:
        result: Any result of ``workbench.stats`` that has a figure.
        show: ``"pupils"`` when every pupil is drawn, ``"group"`` when only the group is.
        unit: What is counted, in the plural.

    Raises:
        UnknownOption: for another ``show``, or a result that has no figure.
    """
    if show not in SHOWS:
        raise UnknownOption("There is no such figure.", where="show", seen=show, allowed=", ".join(SHOWS), do="Choose one of these.")
    branch = next((words for kind, words in _BRANCHES.items() if isinstance(result, kind)), None)
    if branch is None:
        raise UnknownOption(
            "There is no figure for this yet.",
            where="result",
            seen=type(result).__name__,
            allowed=", ".join(kind.__name__ for kind in _BRANCHES),
            do="Give a result of workbench.stats.",
        )
    return " ".join(sentence for sentence in branch(result, show == "pupils", unit) if sentence)


def _lines(result: MeanChange | PermutationChange | StandardisedChange) -> str:
    ways = [("rise", "rises", result.up), ("stay level", "stays level", result.same), ("fall", "falls", result.down)]
    return listed([f"{number} {one if number == 1 else many}" for many, one, number in ways if number])


def _spread_of(values: tuple[float, ...]) -> str:
    return f"{plain(min(values))} to {plain(max(values))}"


def _pupil_panel(result: Any, unit: str) -> str:
    if result.n == 1:
        return f"One line goes from {plain(result.before[0])} {unit} before to {plain(result.after[0])} after."
    return (
        f"One line for each of {result.n} pupils, from {_spread_of(result.before)} {unit} before "
        f"to {_spread_of(result.after)} after: {_lines(result)}."
    )


def _interval(estimate: float, low: float | None, high: float | None, level: float | None, places: int) -> str:
    middle = f"The mean change is {fixed(estimate, places)}"
    if low == high:  # none, or a single point, which is not drawn as a range
        return f"{middle}; no interval is drawn."
    ends = f"from {fixed(low, places)}" if low is not None else "with no lower end"
    ends += f" to {fixed(high, places)}" if high is not None else " with no upper end"
    return f"{middle}; its {level_words(level or 0.95)} interval is a bar {ends}."


def _mean_change(result: MeanChange, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    bar = _interval(result.estimate, result.low, result.high, result.level, places)
    if pupils:
        return [_pupil_panel(result, unit), "Beside the lines each pupil's change is a dot.", bar]
    means = f"A line from a mean of {fixed(result.mean_before, places)} {unit} before to {fixed(result.mean_after, places)} after"
    return [f"{means}, for {count_of(result.n, 'pupil')}.", bar]


def _permutation_change(result: PermutationChange, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    dots = (
        f"The change of each pupil in {unit}, as a dot: {_dots(result)}."
        if pupils
        else f"The mean change of {count_of(result.n, 'pupil')} in {unit}."
    )
    return [dots, _interval(result.estimate, result.low, result.high, result.level, places)]


def _dots(result: PermutationChange) -> str:
    ways = [("above", result.up), ("on", result.same), ("below", result.down)]
    return listed([f"{number} {where} the line of no change" for where, number in ways if number])


def _standardised_change(result: StandardisedChange, pupils: bool, unit: str) -> list[str]:  # the figure is of the group
    places = max(2, places_for(result.estimate, result.low, result.high))
    return [
        f"The change of {count_of(result.n, 'pupil')} in units of one spread of {fixed(result.sd, 1)} {unit}.",
        _interval(result.estimate, result.low, result.high, result.level, places),
    ]


def _regression(result: RegressionToTheMean, pupils: bool, unit: str) -> list[str]:
    places = places_for(result.drift_high, result.drift_low, result.gain)
    low, high = fixed(result.drift_low, places), fixed(result.drift_high, places)
    drift = f"from {low} to {high} {unit}" if result.drift is None else f"of {low} {unit}"
    gain = "" if result.gain is None else f" Below it, a bar for the change that was seen, {fixed(result.gain, places)} {unit}."
    return [f"A bar for the change to expect with nothing done, {drift}.{gain}"]


def _expected_width(result: ExpectedWidth, pupils: bool, unit: str) -> list[str]:
    (first, wide), (last, narrow) = result.rows[0], result.rows[-1]
    measure = "SDs of the changes" if result.sd == 1.0 else unit
    here = f"A ring marks {count_of(result.n, 'pupil')}, at {fixed(result.width, 1)}."
    return [
        f"A falling curve of how wide the interval is expected to be: {fixed(wide, 1)} {measure} with {first} pupils, "
        f"{fixed(narrow, 1)} with {last}.",
        here,
    ]


def _smallest_p(result: SmallestP, pupils: bool, unit: str) -> list[str]:
    return [
        f"Falling dots of the least possible p for each number of pupils: {probability(result.smallest_p, whole=True)} with {result.n}.",
        f"From {result.enough} pupils on the dots lie below {plain(result.below)}.",
    ]


def _correlation(result: Correlation, pupils: bool, unit: str) -> list[str]:
    if not pupils:
        point = f"The correlation of {result.n} pairs as one point at {fixed(result.estimate, 2)}"
        if result.low is None or result.high is None:
            return [f"{point}."]
        return [f"{point}, with its interval from {fixed(result.low, 2)} to {fixed(result.high, 2)}."]
    return [
        f"A dot for each of {result.n} pupils: from {_spread_of(result.x)} across and from {_spread_of(result.y)} up; "
        f"the correlation is {fixed(result.estimate, 2)}."
    ]


_BRANCHES: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    MeanChange: _mean_change,
    PermutationChange: _permutation_change,
    StandardisedChange: _standardised_change,
    RegressionToTheMean: _regression,
    ExpectedWidth: _expected_width,
    SmallestP: _smallest_p,
    Correlation: _correlation,
}
