"""What an interval from resampling says, and how its figure reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.resampling import BootstrapInterval
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, level_words, listed, places_for, plain, range_words, signed_words
from workbench.words.results._groups_shared import WHY, range_of_difference, stands
from workbench.words.results._phrases import everyone, left_out, level_note, method_note, spread_of

NAMES = {
    "mean": "mean",
    "median": "median",
    "sd": "spread (SD)",
    "trimmed_mean": "trimmed mean",
    "mean_change": "mean change",
    "median_change": "median change",
    "correlation": "correlation",
    "mean_difference": "difference of means",
    "median_difference": "difference of medians",
}
WITHOUT_UNIT = {"correlation"}
CLOSEST = 6


def _name(result: BootstrapInterval) -> str:
    return "value" if result.own else NAMES[result.statistic]


def _places(result: BootstrapInterval) -> int:
    """Return how many decimals show the estimate and both ends apart."""
    places = max(2 if result.statistic in WITHOUT_UNIT else 1, places_for(result.estimate, result.low, result.high))
    low, high = result.low, result.high
    if low is not None and high is not None and low < high:
        while fixed(low, places) == fixed(high, places) and places < CLOSEST:
            places += 1
    return places


def _value(result: BootstrapInterval, places: int, amount: str) -> str:
    number = fixed(result.estimate, places)
    return number if result.own or result.statistic in WITHOUT_UNIT else f"{number} {amount}"


def _said_first(result: BootstrapInterval, places: int, amount: str) -> str:
    """Return the estimate with how many pupils it rests on."""
    value = _value(result, places, amount)
    if result.own:
        groups = "" if result.n_y is None else f"{result.n_x} and {result.n_y} pupils"
        return f"Your own statistic gives {value} for {groups or count_of(result.n, 'pupil')}"
    if result.design == "two_groups":
        who = f"{result.n_x} and {result.n_y} pupils"
        if result.statistic == "mean_difference":
            said = stands(result.estimate, places, amount)
            return f"With {who}, {said[0].lower()}{said[1:]}"
        way = "higher" if result.estimate > 0 else "lower"
        lead = f"{fixed(abs(result.estimate), places)} {amount} {way} than the second's" if result.estimate else "level with the second's"
        return f"With {who}, the first group's median is {lead}"
    if result.statistic == "correlation":
        way = "go together" if result.estimate >= 0 else "go opposite ways"
        return f"For {count_of(result.n, 'pupil')} the two sets of marks {way} with r = {value}"
    if result.statistic == "mean_change":
        who = "they" if result.n > 1 else "that pupil"
        if fixed(result.estimate, places) == fixed(0, places):
            return f"On average {who} neither gained nor lost"
        return f"On average {who} {'gained' if result.estimate > 0 else 'lost'} {fixed(abs(result.estimate), places)} {amount}"
    if result.statistic == "median_change":
        moved = signed_words(result.estimate, places)
        return f"The middle change is {moved}{'' if moved == 'no change' else f' {amount}'}"
    return f"The {_name(result)} of {count_of(result.n, 'pupil')} is {value}"


def _counts(result: BootstrapInterval) -> str:
    """Return how many went up, stayed and went down, where pupils were tested twice."""
    if not result.statistic.endswith("_change"):
        return ""
    ways = [("went up", result.up), ("stayed the same", result.same), ("went down", result.down)]
    told = [(count, way) for way, count in ways if count]
    if len(told) == 1:
        return f"{everyone(result.n)} who sat both tests {told[0][1]}."
    return f"Of the {count_of(result.n, 'pupil')} who sat both tests, {listed([f'{count} {way}' for count, way in told])}."


def _range(result: BootstrapInterval, places: int) -> str:
    assert result.low is not None
    assert result.high is not None
    if result.statistic.endswith("_change"):
        return f"{range_words(result.low, result.high, places)}{level_note(result.level)}"
    if result.design == "two_groups" and not result.own:
        return range_of_difference(result, places, result.low, result.high)
    return f"anything from {fixed(result.low, places)} to {fixed(result.high, places)} fits these marks{level_note(result.level)}"


def _bootstrap(result: BootstrapInterval, form: str, amount: str) -> list[str]:
    places = _places(result)
    if form == "note":
        return [method_note(result, _constants(result, places)), left_out(result)]
    start = _said_first(result, places, amount)
    if result.low is None or result.high is None:
        said = [_counts(result), f"{start}; no range can be given, because {_why(result)}."]
    elif result.low == result.high:
        said = [_counts(result), f"{start}. Nearly every draw of these pupils gives just that, so these marks give no range."]
    else:
        said = [_counts(result), f"{start}; {_range(result, places)}."]
    if form == "short":
        return said
    return [*said, _too_few(result), _not_here(result), _drawn(result), left_out(result), _next(result)]


def _why(result: BootstrapInterval) -> str:
    """Return why there is no interval, as far as a teacher needs it."""
    return (result.undefined or "").partition(", so ")[0]


def _too_few(result: BootstrapInterval) -> str:
    if not result.few or result.low is None:
        return ""
    if result.kind == "studentised":
        return f"With fewer than {result.advised} pupils{'' if result.n_y is None else ' in a group'} a range of this kind is still rough."
    if result.held_percent is None:
        return (
            f"With fewer than {result.advised} pupils{'' if result.n_y is None else ' in a group'} ranges of this kind come out too short."
        )
    return (
        f"With {count_of(result.n, 'pupil')} ranges of this kind come out too short: "
        f"they hold the true mean about {result.held_percent}% of the time, not {level_words(result.level)}."
    )


def _not_here(result: BootstrapInterval) -> str:
    if result.design == "two_groups":
        return WHY
    if result.statistic.endswith("_change"):
        return "One group measured twice can show a change, not its cause."
    if result.statistic == "correlation":
        return "It says nothing of what drives what."
    return "It knows only these pupils: another class may differ by more."


def _drawn(result: BootstrapInterval) -> str:
    if result.exact or result.draws is None or result.low is None:
        return ""
    return f"It rests on {result.draws:,} draws of these pupils by chance."


def _next(result: BootstrapInterval) -> str:
    if result.low is None and result.kind != "percentile" and result.bins:
        return "Next, ask for the plain percentile range."
    if result.low is None or result.low == result.high:
        return "Look at each pupil's work instead."
    if result.few:
        return "Next, look at each pupil's marks: would one pupil fewer change the picture?"
    return "Next, look at the pupils at either end: do they belong in the picture?"


def _constants(result: BootstrapInterval, places: int) -> str:
    """Return the numbers behind the limits for a reader who checks."""
    parts = [f"estimate {fixed(result.estimate, places + 1)}"]
    if result.standard_error is not None:
        parts.append(f"standard error {fixed(result.standard_error, places + 1)}")
    if result.bias is not None:
        parts.append(f"bias constant {fixed(result.bias, 4)}")
    if result.acceleration is not None:
        parts.append(f"acceleration {fixed(result.acceleration, 4)}")
    if result.low_error is not None and result.high_error is not None:
        errors = [fixed(error, places_for(error) + 1) for error in (result.low_error, result.high_error)]
        parts.append(f"ends {listed(errors)} out by the luck of the draws")
    if result.undefined:
        parts.append(f"no interval, because {result.undefined}")
    return "; " + "; ".join(parts)


def _described(result: BootstrapInterval, pupils: bool, unit: str) -> list[str]:
    places = _places(result)
    if not result.bins:
        hill = f"No hill is drawn, because {_why(result)}."
    else:
        hill = (
            f"A hill of what {_name(result)} the same pupils would give when drawn again and again, "
            f"from {fixed(sum(result.bins[0][:2]) / 2, places)} to {fixed(sum(result.bins[-1][:2]) / 2, places)}."
        )
    mark = f"A diamond marks {fixed(result.estimate, places)}"
    if result.low is None or result.high is None or result.low == result.high:
        bar = f"{mark}; no interval is drawn."
    else:
        bar = f"{mark}; its {level_words(result.level)} interval is a bar from {fixed(result.low, places)} to {fixed(result.high, places)}."
    if not pupils:
        return [f"The {_name(result)} of {count_of(result.n, 'pupil')}.", bar]
    return [hill, bar, _described_dots(result, unit)]


def _described_dots(result: BootstrapInterval, unit: str) -> str:
    if result.design == "one_group":
        return f"Below, each of {count_of(result.n, 'pupil')} is a dot, {_between(result.x, unit)}."
    assert result.y is not None
    if result.design == "two_groups":
        first, second = (
            f"{result.n_x} in the first group {_between(result.x, unit)}",
            f"{result.n_y} in the second {_between(result.y, unit)}",
        )
        return f"Below, a dot for each pupil: {first}, {second}."
    if result.statistic.endswith("_change"):
        changes = tuple(round(after - before, 9) for before, after in zip(result.x, result.y, strict=True))
        return f"Below, the change of each of {count_of(result.n, 'pupil')} is a dot, {_between(changes, unit)}."
    ends = f"{_between(result.x, unit)} across and {_between(result.y, unit)} up"
    return f"Below, a dot for each of {count_of(result.n, 'pupil')}: {ends}."


def _between(values: tuple[float, ...], unit: str) -> str:
    return f"from {spread_of(values)} {unit}" if min(values) < max(values) else f"all at {plain(values[0])}"


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {BootstrapInterval: _bootstrap}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {BootstrapInterval: _described}
