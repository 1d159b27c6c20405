"""What is said of each threat: a title, a sentence with this class's numbers, and what can be done on Monday."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from workbench.words.numbers import count_of, fixed, least_probability, places_for, plain, range_words

Numbers = Mapping[str, int | float | str | None]


class Found(Protocol):
    """A threat of ``enquiry.threats``, as far as its words are concerned."""

    @property
    def id(self) -> str:
        """Its number in the catalogue."""

    @property
    def found(self) -> bool | None:
        """Yes, no, or cannot be told."""

    @property
    def numbers(self) -> Mapping[str, int | float | str | None]:
        """What the sentence speaks of."""

    @property
    def reason(self) -> str:
        """The code of what was seen."""


TITLES = {
    "M1": "Low scorers drift up by themselves",
    "M2": "One group, and no second one like it",
    "M4": "A wide range around the average",
    "M5": "Too few pupils for any test",
    "M9": "Pupils at the end of the mark scale",
    "M10": "Pupils missing from the second test",
}

OFFERS: dict[str, tuple[str, ...]] = {
    "M1": (
        "Give the same pupils one more short test before you start, and count from that one.",
        "Bring in the whole year's marks, and look at the pupils who were just above the cut.",
        "Take the drift off the gain before you tell anyone how much they gained.",
    ),
    "M2": (
        "Ask a colleague with a like class to give the same two tests.",
        "Start half of the group now and half next half term, and measure both each time.",
        "Measure one topic that you did not teach differently, and set it beside this one.",
    ),
    "M4": (
        "Tell the range, not the average alone.",
        "Choose three pupils and look at their work on both days, question by question.",
        "Repeat it with another class and put the two together.",
    ),
    "M5": (
        "Describe each pupil's work at the start and at the end; leave p out.",
        "Measure each pupil several times before and after, and look at each one's line.",
        "Join with a colleague, so that there are more pupils.",
    ),
    "M9": (
        "Look at which questions they all got, or none got, and change those.",
        "Use a paper with a few harder, or easier, questions next time.",
        "Count how many went up, rather than by how many marks.",
    ),
    "M10": (
        "Let the missing pupils sit the second test this week.",
        "Count only pupils who sat both; the workbench does.",
        "Say in the report how many are missing and how they had started.",
    ),
}

JUST_ABOVE = "Look at the pupils who were just above the cut: did they move too?"


def threat_words(threat: Found) -> tuple[str, tuple[str, ...]]:
    """Return the sentence and the offers; nothing is offered where nothing was found.

    Every number in the sentence is one of ``threat.numbers``, rounded for people.
    """
    sentence = _SAY[threat.id](threat.reason, threat.numbers)
    return sentence, _offers(threat) if threat.found else ()


def _offers(threat: Found) -> tuple[str, ...]:
    """Return what can be done; what has been done already is not offered."""
    offers = OFFERS[threat.id]
    if threat.id == "M1" and "n_year" in threat.numbers:
        return (offers[0], JUST_ABOVE, offers[2])
    return offers


def title(threat: str) -> str:
    """Return the heading of a threat.

    >>> title("M5")
    'Too few pupils for any test'
    """
    return TITLES[threat]


def _real(numbers: Numbers, name: str) -> float:
    value = numbers.get(name)
    return float(value) if isinstance(value, int | float) else 0.0


def _whole(numbers: Numbers, name: str) -> int:
    return int(_real(numbers, name))


def _marks(numbers: Numbers, name: str) -> str:
    return f"{fixed(_real(numbers, name), 1)} marks"


def _changed(value: float, places: int = 1) -> str:
    if fixed(abs(value), places) == fixed(0, places):
        return "neither gained nor lost marks"
    return f"{'gained' if value >= 0 else 'lost'} {fixed(abs(value), places)} marks"


def _m1(reason: str, numbers: Numbers) -> str:
    plainly = {
        "everyone": "Everyone took part, so nobody was picked for low marks.",
        "not_said": "The plan does not say how the pupils were chosen. Say so there, and this can be told.",
        "not_by_score": "The pupils were not picked by the first test, so its bad days cannot make them look better later.",
        "planned": (
            "They will be picked because they score low on the first test. Pupils picked that way usually score higher next time anyway. "
            "Bring in the whole year's marks, and this will say by how much."
        ),
    }
    if reason in plainly:
        return plainly[reason]
    n = _whole(numbers, "n_chosen")
    who = f"The {count_of(n, 'pupil')}{' with both marks' if numbers.get('gain') is not None else ''}"
    start = f"{who} {'had' if n == 1 else 'averaged'} {fixed(_real(numbers, 'chosen_mean'), 1)} on the first test"
    if reason == "no_year":
        return (
            f"{start}, and {'was' if n == 1 else 'were'} picked because that is low. "
            "Pupils picked that way usually score higher next time anyway. "
            "Without the rest of the year nobody can say by how much."
        )
    start = f"{start}; the whole year of {_whole(numbers, 'n_year')} averaged {fixed(_real(numbers, 'year_mean'), 1)}."
    if reason == "no_drift":
        return f"{start} They did not start lower in a way that would make them drift up."
    if reason.startswith("looks_by_score"):
        start = f"{start} Nearly all of the others scored higher, so they look picked by that test."
    return f"{start} Pupils picked for low marks usually score higher next time with no special teaching: {_drift(reason, numbers)}"


LESS_IF_IT_HELPED = "If your teaching helped these pupils, the drift is somewhat less."
"""A gain of the lowest alone loosens the year's r: with r = 0.7 and 4 marks for 12 of 118, the drift comes out a quarter too big."""


def _drift(reason: str, numbers: Numbers) -> str:
    if "_known" in reason:
        amount = f"about {fixed(_real(numbers, 'drift'), 1)}"
        basis = f"The two tests of {_whole(numbers, 'correlation_pupils')} pupils go together at {fixed(_real(numbers, 'correlation'), 2)}."
    else:
        amount = f"{fixed(_real(numbers, 'drift_low'), 1)} to {fixed(_real(numbers, 'drift_high'), 1)}"
        basis = (
            "How closely the two tests go together is not known here, so this takes it as "
            f"{fixed(_real(numbers, 'correlation_low'), 1)} to {fixed(_real(numbers, 'correlation_high'), 1)}."
        )
    if reason.endswith("_no_gain"):
        return f"here {amount} marks. {basis}"
    gain = _real(numbers, "gain")
    if not 0 < _real(numbers, "drift_high") <= gain:
        return f"here {amount} marks would be expected, and they {_changed(gain)}. {basis}"
    less = f" {LESS_IF_IT_HELPED}" if "_known" in reason else ""
    return f"here {amount} of the {_marks(numbers, 'gain')} gained. {basis}{less}"


def _m2(reason: str, numbers: Numbers) -> str:
    if reason == "planned":
        return "One group will be measured twice. Children move on with time, so a change will not show its cause."
    if reason == "year_could_come":
        return "The group is part of a larger year. Give the others both tests too, and there is something to set beside it."
    n = _whole(numbers, "n")
    ours = f"Your {count_of(n, 'pupil')} {_changed(_real(numbers, 'change'))}{'' if n == 1 else ' on average'}"
    if reason == "nobody":
        return f"{ours}. Children move on with time, and nobody else sat both tests. This shows a change, not its cause."
    others = count_of(_whole(numbers, "n_others"), "other")
    theirs = f"the {others} who sat both {_changed(_real(numbers, 'others_change'))}"
    if reason == "few_others":
        return f"{ours}; {theirs}. That is too few others to set beside yours."
    return f"{ours}; {theirs}. They were not chosen as yours were, so this shows a change, not its cause."


def _m4(reason: str, numbers: Numbers) -> str:
    if reason == "no_pairs":
        return "Nobody has both marks yet, so there is no range to look at."
    if reason == "no_interval":
        return f"With {count_of(_whole(numbers, 'n'), 'pupil')} who sat both tests, and these marks, no range can be given."
    low, high = _real(numbers, "change_low"), _real(numbers, "change_high")
    places = min(2, places_for(_real(numbers, "change"), low, high))
    change = f"On average the {_whole(numbers, 'n')} pupils {_changed(_real(numbers, 'change'), places)}"
    ends = range_words(low, high, places)
    if reason == "spans_none":
        return f"{change}; {ends}. No change at all fits these marks too."
    if reason == "wide":
        return f"{change}; {ends}. That is wide: {fixed(_real(numbers, 'width'), 1)} times the spread of their marks."
    return f"{change}; {ends}."


def _m5(reason: str, numbers: Numbers) -> str:
    if reason == "no_number":
        return "The plan does not say how many pupils. Say so there, and this can be told."
    n = count_of(_whole(numbers, "n"), "pupil")
    who = f"With the {n} planned" if reason.startswith("planned") else f"With {n} who sat both tests"
    least = least_probability(_real(numbers, "smallest_p"))
    if reason.endswith("enough"):
        return f"{who}, a clear change can show: the smallest p they could give is {least}."
    return (
        f"{who}, no test could tell a real change from luck. If nothing had changed, p could not come below {least}; "
        f"it takes {_whole(numbers, 'enough')} pupils to come below {plain(_real(numbers, 'below'))}."
    )


def _m9(reason: str, numbers: Numbers) -> str:
    if reason == "no_marks":
        return "There are no marks yet."
    if reason == "no_highest":
        return "The plan does not say what full marks are. Say so there, and this can be told."
    if reason == "room":
        return _room(numbers)
    end, _, occasion = reason.partition("_")
    which = "first" if occasion == "before" else "second"
    at = f"{_whole(numbers, 'at')} of the {_whole(numbers, 'n')} pupils had {'full marks' if end == 'top' else 'the lowest mark'}"
    cut = {
        "top_before": "They could not show a gain.",
        "top_after": "Some of them may have gained more than the test could show.",
        "bottom_before": "They may have known less than the test could show, so their gain may look smaller than it was.",
        "bottom_after": "They could not show a loss.",
    }[reason]
    return f"{at} ({plain(_real(numbers, 'mark'))}) on the {which} test. {cut}"


def _room(numbers: Numbers) -> str:
    at, n = _whole(numbers, "at"), _whole(numbers, "n")
    if not at:
        return "Everyone had room to go up and down on both tests."
    if at == 1:
        return f"1 of the {count_of(n, 'pupil')} stood at an end of the mark scale. Look at that pupil's paper; the others had room."
    return f"{at} of the {n} pupils stood at one end of the mark scale. That is few enough not to change much."


def _m10(reason: str, numbers: Numbers) -> str:
    plainly = {
        "no_marks": "There are no marks yet.",
        "no_first": "There are no marks of the first test.",
        "no_second": "There are no marks of the second test yet.",
    }
    if reason in plainly:
        return plainly[reason]
    lost, first = _whole(numbers, "lost"), _whole(numbers, "n_first")
    if not lost:
        return f"{'The' if first < 3 else 'All'} {count_of(first, 'pupil')} who sat the first test sat the second."
    start = f"{lost} of the {count_of(first, 'pupil')} who sat the first test {'has' if lost == 1 else 'have'} no mark for the second."
    if reason == "few_missing":
        return f"{start} That is few enough not to change much."
    if reason == "nobody_matched":
        return f"{start} Nobody has both marks, so no change can be counted."
    gap = _real(numbers, "start_gap")
    who = "That pupil" if lost == 1 else "They"
    how = f"{who} had started {fixed(abs(gap), 1)} marks {'lower' if gap < 0 else 'higher'} than the rest."
    if fixed(gap, 1) == fixed(0, 1):
        how = f"{who} had started level with the rest."
    return (
        f"{start} {how} Pupils with both marks {_changed(_real(numbers, 'matched_change'))}; "
        f"everyone then against everyone now would say they {_changed(_real(numbers, 'unmatched_change'))}."
    )


_SAY: dict[str, Callable[[str, Numbers], str]] = {"M1": _m1, "M2": _m2, "M4": _m4, "M5": _m5, "M9": _m9, "M10": _m10}

NO_SUCH = "That is not one of the points that are looked for."
NO_ANSWER = ("Write what you have considered, and why.", "A sentence is enough; it stands in the report.")
"""What is said when an answer cannot be kept: what, and what to do."""
