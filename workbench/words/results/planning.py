"""What a plan can show, in words, before any pupil is tested; and where a repeat could land."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.planning import ExpectedWidth, Power, PupilsNeeded, ReplicationInterval, SmallestDetectable, SmallestP
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, level_words, places_for, plain, probability
from workbench.words.results._phrases import cannot_tell, level_note
from workbench.words.results._planning_figures import (
    described_detectable,
    described_replication,
    described_share,
    described_smallest_p,
    described_width,
)

THING = {"paired": "change", "two_groups": "difference"}
SPREADS = {"paired": "times the usual spread of pupils' changes", "two_groups": "times the usual spread within a group"}
COULD = {"paired": "pupils could move", "two_groups": "groups could part"}
P_TELLS = {
    "paired": "That p tells how often luck alone would go so far if nothing had changed.",
    "two_groups": "That p tells how often luck alone would go so far if there were no difference between the groups.",
}
TELLS_APART = {
    "paired": ("a real change", "a clear change", "nothing had changed"),
    "two_groups": ("a real difference", "a clear difference", "there were no difference"),
    "correlation": ("a real link", "a clear link", "the two marks had no link"),
}
EVERYONE = {
    "paired": "That needs nearly every pupil to move the same way.",
    "two_groups": "That needs nearly every mark of one group to lie above the other group's.",
    "correlation": "That needs nearly the same order of pupils in both sets of marks.",
}


def _who(n_x: int, n_y: int | None) -> str:
    """Return a plan's pupils: ``12 pupils``, ``12 pupils in each group`` or ``12 and 15 pupils``."""
    if n_y is None:
        return count_of(n_x, "pupil")
    return f"{count_of(n_x, 'pupil')} in each group" if n_x == n_y else f"{n_x:,} and {n_y:,} pupils"


def _family(design: str) -> str:
    """Return which of the three kinds of comparison a test makes."""
    return {"sign": "paired", "signed_rank": "paired", "rank_sum": "two_groups"}.get(design, design)


def _number(value: float, *others: float) -> str:
    """Return a number as it was typed where that is short, rounded where it is not."""
    short = plain(value)
    return short if len(short) <= 5 else fixed(value, places_for(value, *others))


def _amount(value: float, result: Any, amount: str) -> str:
    """Return a change in marks, or in spreads where no spread was given."""
    told = value if result.design == "two_groups" and result.alternative != "two_sided" else abs(value)
    number = _number(told)
    if result.sd == 1.0:
        return f"{number if '.' in number else fixed(told, 1)} {SPREADS[result.design]}"
    return f"{fixed(told, 1) if abs(told) == 1 else number} {amount}"  # "1.0 marks", as everywhere else


def _thing(result: Any) -> str:
    """Return what is looked for: a change, a gain or a loss; between groups always a difference."""
    if result.design == "paired" and result.alternative != "two_sided":
        return "gain" if result.effect > 0 else "loss"
    return THING[result.design]


def _often(times: int, out_of: int) -> str:
    if times in {0, out_of}:
        return "nearly every time" if times else "hardly ever"
    return f"about {'once' if times == 1 else f'{times} times'} in {out_of}"


def _planned(result: Any, *numbers: str) -> str:
    """Return a plan's method and numbers for a reader who checks."""
    spread = "" if result.sd == 1.0 else f", with sd = {_number(result.sd)}"
    start = f"{result.method[0].upper()}{result.method[1:]}{spread}; {_who(result.n_x, result.n_y)}"
    return "; ".join([start, *numbers]) + f". {result.reference}."


def _expected_width(result: ExpectedWidth, form: str, amount: str) -> list[str]:
    unit = SPREADS[result.design] if result.sd == 1.0 else amount
    places = places_for(result.half_width, result.width)
    if form == "note":
        method = f"{result.method[0].upper()}{result.method[1:]}, with sd = {fixed(result.sd, places)} at {level_words(result.level)}"
        return [f"{method}: {fixed(result.width, places)} from end to end for {_who(result.n_x, result.n_y)}. {result.reference}."]
    what = {"paired": "the average change", "two_groups": "the difference"}[result.design]
    wide = (
        f"With {_who(result.n_x, result.n_y)} {what} will be known to within about {fixed(result.half_width, places)} {unit}, up or down."
    )
    if form == "short":
        return [wide]
    doubled = f"With {result.doubled:,} pupils{'' if result.n_y is None else ' in all'}"
    more = f"{doubled} it would be about {fixed(result.half_width_doubled, places)} {'times that spread' if result.sd == 1.0 else unit}."
    thing = THING[result.design]
    return [wide, more, f"A smaller {thing} than that could not be told from no {thing}.", WORTH_HAVING.format(thing=thing)]


WORTH_HAVING = "Next, write down how small a {thing} would still be worth having."


def _smallest_p(result: SmallestP, form: str, amount: str) -> list[str]:
    least = probability(result.smallest_p, whole=True)
    if form == "note":
        patterns = f", of {result.arrangements:,} patterns" if result.arrangements else ""
        threshold = f"; below {plain(result.below)} from {_who(result.enough, result.enough if result.n_y else None)} on"
        return [f"{result.method[0].upper()}{result.method[1:]}{patterns}; n = {result.n:,}{threshold}. {result.reference}."]
    family = _family(result.design)
    real, clear, luck = TELLS_APART[family]
    who = _who(result.n_x, result.n_y)
    if result.smallest_p >= result.below:
        said = cannot_tell(who, real, f"if {luck}", result.smallest_p)
        enough = f"{result.enough} pupils or more{'' if result.n_y is None else ' in each group'}"
        step = f"Plan for {enough}, or describe each pupil's work instead."
    else:
        below = "below 0.000001" if result.smallest_p < 1e-6 else f"as small as {least}"
        said = f"With {who} {clear} can show: if {luck}, p could be {below}."
        step = f"{EVERYONE[family]} {WORTH_HAVING.format(thing=clear.removeprefix('a clear '))}"
    return [said] if form == "short" else [said, step]


def _power(result: Power, form: str, amount: str) -> list[str]:
    if form == "note":
        needed = "" if result.needed is None else f"{_number(result.target)} from {_target_pupils(result)} on"
        numbers = [f"effect {_number(result.effect)}", f"noncentrality {fixed(result.noncentrality, 3)}", f"power {fixed(result.power, 4)}"]
        return [_planned(result, *numbers, *([needed] if needed else []))]
    thing, who, often = _thing(result), _who(result.n_x, result.n_y), _often(result.times, result.out_of)
    if result.effect == 0:
        said = f"With {who} and no true {thing} at all, one would still be seen {often}."
    else:
        said = f"With {who} a true {thing} of {_amount(result.effect, result, amount)} would be noticed {often}."
    if form == "short":
        return [said]
    means = f"Noticed means a p below {plain(result.alpha)}."
    missed = f"Where nothing is noticed, there can still be a {thing}."
    if result.needed is not None and result.power < result.target:
        step = f"To notice it {_often(result.target_times, result.target_out_of)}, plan for {_target_pupils(result)}."
    else:
        step = WORTH_HAVING.format(thing=thing)
    return [said, means, P_TELLS[result.design], missed, step]


def _target_pupils(result: Power) -> str:
    each = result.needed or 0
    return _who(each, None if result.n_y is None else each)


def _pupils_needed(result: PupilsNeeded, form: str, amount: str) -> list[str]:
    if form == "note":
        between = [] if result.between is None else [f"reached at {fixed(result.between, 2)}"]
        effect = f"effect {_number(result.effect)}"
        return [_planned(result, effect, f"power {_number(result.power)} asked for", f"{fixed(result.reached, 4)} given", *between)]
    thing = _thing(result)
    size = f"a true {thing} of {_amount(result.effect, result, amount)}"
    said = f"To notice {size} {_often(result.times, result.out_of)} takes {_who(result.n_x, result.n_y)}."
    if form == "short":
        return [said]
    means = f"Noticed means a p below {plain(result.alpha)}."
    return [
        said,
        means,
        P_TELLS[result.design],
        f"A smaller {thing}, or marks that vary more, would need more pupils.",
        "If your class is smaller, ask a colleague to run it too and put the results side by side.",
    ]


def _smallest_detectable(result: SmallestDetectable, form: str, amount: str) -> list[str]:
    if form == "note":
        return [_planned(result, f"power {_number(result.power)}", f"least effect {fixed(result.effect, 4)}")]
    thing = _thing(result)
    value = abs(result.effect)
    size = f"{fixed(value, places_for(value))} {amount}"
    if result.sd == 1.0:
        size = f"{fixed(value, max(places_for(value), 2 if value < 1 else 1))} {SPREADS[result.design]}"
    noticed = f"would be noticed {_often(result.times, result.out_of)} is {size}"
    said = f"With {_who(result.n_x, result.n_y)} the least true {thing} that {noticed}."
    if form == "short":
        return [said]
    return [
        said,
        f"Noticed means a p below {plain(result.alpha)}.",
        P_TELLS[result.design],
        f"A smaller {thing} can be there and go unseen.",
        f"Next, ask whether your {COULD[result.design]} by that much in the time you have.",
    ]


def _replication(result: ReplicationInterval, form: str, amount: str) -> list[str]:
    places = max(2 if result.of == "d" else 1, places_for(result.estimate, result.low, result.high))
    ends = f"{fixed(result.low, places)} to {fixed(result.high, places)}"
    own = f"{fixed(result.confidence_low, places)} to {fixed(result.confidence_high, places)}"
    if form == "note":
        start = (
            f"{result.method[0].upper()}{result.method[1:]}; n = {result.n:,}, then {result.n_repeat:,}, level {level_words(result.level)}"
        )
        return [f"{start}; estimate {fixed(result.estimate, places)}, its own interval {own}, the repeat's {ends}. {result.reference}."]
    groups = isinstance(result.pupils, tuple)
    who = "{:,} and {:,} pupils".format(*result.pupils) if isinstance(result.pupils, tuple) else count_of(result.pupils, "pupil")
    repeat = result.repeat
    others = "{:,} and {:,} others".format(*repeat) if isinstance(repeat, tuple) else count_of(repeat, "other")
    unit = amount if result.of != "d" else f"times the spread {'within a group' if groups else 'of the changes'}"
    what = f"The difference between {who}" if groups else f"The {'mean' if result.of == 'mean' else 'change'} of {who}"
    said = [
        f"{what} was {fixed(result.estimate, places)} {unit}; anything from {own} fits these marks{level_note(result.level)}.",
        f"A repeat with {others} like them could land anywhere from {ends}.",
    ]
    if form == "short":
        return [*said, _found(result, places)]
    luck = "That is the luck of the draw alone. Other teaching, tests or pupils could move it further."
    return [*said, luck, _found(result, places), _after_repeat(result)]


def _found(result: ReplicationInterval, places: int) -> str:
    if result.found is None:
        return ""
    verdict = "so the two do not disagree" if result.inside else "which is more than the luck of the draw would usually do"
    return f"The repeat gave {fixed(result.found, places)}, {verdict}."


def _after_repeat(result: ReplicationInterval) -> str:
    if result.inside is None:
        return "Next, ask a colleague to repeat it with a class like yours."
    if result.inside:
        return "Next, put the two results together for a narrower range."
    return "Next, write down what differed between the two: pupils, tests or time."


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    ExpectedWidth: _expected_width,
    Power: _power,
    PupilsNeeded: _pupils_needed,
    ReplicationInterval: _replication,
    SmallestDetectable: _smallest_detectable,
    SmallestP: _smallest_p,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    ExpectedWidth: described_width,
    Power: described_share,
    PupilsNeeded: described_share,
    ReplicationInterval: described_replication,
    SmallestDetectable: described_detectable,
    SmallestP: described_smallest_p,
}
