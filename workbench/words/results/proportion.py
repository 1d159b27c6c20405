"""What shares and tables of two by two say, and how their figures read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.proportion import FisherExact, PairedShares, Share, ShareDifference
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, least_probability, listed, places_for, probability
from workbench.words.results._groups_shared import WHY
from workbench.words.results._phrases import cannot_tell, level_note, luck_words, method_note, those
from workbench.words.results._share_phrases import percent, share_range

NO_DIFFERENCE = "if there were no difference"
LEVEL = "Level shares do not show that the groups are alike."
OTHERWISE = "Next, ask what else was not the same for the two groups."
STAYED = "An answer can stay while the reasons behind it move."


def _of(part: int, whole: int, share: float) -> str:
    return f"{part:,} of {whole:,} ({percent(share)})"


def _too_few(result: FisherExact | PairedShares) -> bool:
    return result.smallest_p > 1 - (result.level or 0.95) + 1e-12


# --- one share, two shares -----------------------------------------------------------------------


def _share(result: Share, form: str, amount: str) -> list[str]:
    if form == "note":
        named = [
            f"{name} {fixed(low, 4)} to {fixed(high, 4)}"
            for name, (low, high) in (
                ("Wilson", (result.low, result.high)),
                ("Clopper-Pearson", result.clopper_pearson),
                ("Jeffreys", result.jeffreys),
                ("Agresti-Coull", result.agresti_coull),
            )
        ]
        return [method_note(result, f"; share {fixed(result.estimate, 4)}; {', '.join(named)}")]
    counted = f"{result.k:,} of {count_of(result.n, 'pupil')} ({percent(result.estimate)}) met the criterion"
    said = [f"{counted}; {share_range(result.low, result.high)}{level_note(result.level)}."]
    if form == "short":
        return said
    return [*said, "It tells how many, not why.", _share_step(result)]


def _share_step(result: Share) -> str:
    missed = result.n - result.k
    if missed == 0:
        return "Next, ask a colleague to check a few of the papers against the criterion."
    return f"Next, look at {'the pupil who has' if missed == 1 else 'the pupils who have'} not met it yet: what is missing?"


def _gap(gap: float, unit: str = "") -> str:
    size = fixed(abs(gap), 0)
    if size == fixed(0, 0):
        return "no gap"
    return f"{size}{unit} {'less' if gap < 0 else 'more'}"


def _gaps(low: float, high: float) -> str:
    near, far = sorted((low, high), key=abs)
    if low * high > 0 and fixed(abs(near), 0) != fixed(0, 0):
        return f"{fixed(abs(near), 0)} to {_gap(far)}"
    return f"{_gap(low)} to {_gap(high)}"


def _share_difference(result: ShareDifference, form: str, amount: str) -> list[str]:
    if form == "note":
        return [
            method_note(
                result,
                f"; shares {fixed(result.share_1, 4)} and {fixed(result.share_2, 4)}; "
                f"difference {fixed(result.estimate, 4)}, {fixed(result.low, 4)} to {fixed(result.high, 4)}",
            )
        ]
    first, second = _of(result.k1, result.n1, result.share_1), _of(result.k2, result.n2, result.share_2)
    counted = f"{first} in the first group met the criterion, and {second} in the second."
    gap = "The two shares are the same" if result.estimate == 0 else f"That is {_gap(result.points, ' percentage points')} in the first"
    said = [
        counted,
        f"{gap}; anything from {_gaps(result.points_low, result.points_high)} fits these answers{level_note(result.level)}.",
    ]
    if form == "short":
        return said
    both = "No gap at all fits these answers too." if result.low <= 0 <= result.high else ""
    why = WHY if result.estimate else LEVEL
    return [*said, both, why, OTHERWISE]


# --- two groups by yes and no --------------------------------------------------------------------


def _fisher(result: FisherExact, form: str, amount: str) -> list[str]:
    if form == "note":
        numbers = f"; {_odds_note(result)}"
        numbers += f"; {NO_DIFFERENCE}, p {probability(result.p)}, by likelihood {probability(result.p_minlike)}"
        numbers += f", mid-p {probability(result.mid_p)}, smallest possible {least_probability(result.smallest_p, whole=True)}"
        return [method_note(result, numbers)]
    first, second = _of(result.k_x, result.n_x, result.share_x), _of(result.k_y, result.n_y, result.share_y)
    said = [f"In the first group {first} said yes, in the second {second}.", _odds_words(result), _fisher_luck(result, form)]
    if form == "short":
        return said
    return [*said, WHY if result.share_x != result.share_y else LEVEL, OTHERWISE]


def _places(value: float) -> int:
    return 0 if value >= 100 or value == 0 else 1 if value >= 1 else places_for(value, 0.01)


def _odds_note(result: FisherExact) -> str:
    known = "conditional odds ratio "
    known += "without a finite value" if result.estimate is None else fixed(result.estimate, 4)
    low, high = result.low, result.high
    if low is not None and high is not None:
        return f"{known}, {fixed(low, 4)} to {fixed(high, 4)}"
    if low is not None:
        return f"{known}, {fixed(low, 4)} upwards"
    return known if high is None else f"{known}, up to {fixed(high, 4)}"


def _odds_words(result: FisherExact) -> str:
    if result.share_x == result.share_y and result.share_x in {0, 1}:
        return "Everyone gave the same answer, so the odds cannot be compared."
    start = "The odds of yes have no figure, as a box of the table is empty"
    if result.estimate is not None:
        start = f"The odds of yes were {fixed(result.estimate, _places(result.estimate))} times as high in the first"
    fits = _times(result)
    return f"{start}{fits and f'; {fits} fits these answers{level_note(result.level)}'}."


def _times(result: FisherExact) -> str:
    low, high = result.low, result.high
    if low is not None and high is not None:
        return f"anything from {fixed(low, _places(low))} to {fixed(high, _places(high))} times"
    if low is not None:
        return f"anything from {fixed(low, _places(low))} times upwards"
    return "" if high is None else f"anything up to {fixed(high, _places(high))} times"


def _fisher_luck(result: FisherExact, form: str) -> str:
    if result.share_x == result.share_y and result.share_x in {0, 1}:
        return ""
    if _too_few(result):
        return cannot_tell("counts like these", "a real difference", NO_DIFFERENCE, result.smallest_p, form)
    would = {
        "two_sided": "set the groups at least this far apart",
        "greater": "give the first group this many yes or more",
        "less": "give the first group this many yes or fewer",
    }[result.alternative]
    return luck_words(NO_DIFFERENCE, would, result.p, form)


# --- the same pupils asked twice -----------------------------------------------------------------


def _paired(result: PairedShares, form: str, amount: str) -> list[str]:
    if form == "note":
        numbers = f"; difference {fixed(result.difference, 4)}"
        if result.difference_low is not None and result.difference_high is not None:
            numbers += f", Agresti and Min's interval {fixed(result.difference_low, 4)} to {fixed(result.difference_high, 4)}"
        numbers += f"; if nothing had changed, p {probability(result.p)}, mid-p {probability(result.mid_p)}"
        return [method_note(result, f"{numbers}, smallest possible {least_probability(result.smallest_p, whole=True)}")]
    said = [_paired_counts(result), _share_of_changes(result), _paired_luck(result, form)]
    if form == "short":
        return said
    cause = "One group asked twice can show a change, not its cause." if result.changed else STAYED
    return [*said, cause, _paired_step(result)]


def _paired_counts(result: PairedShares) -> str:
    moved = [f"{number:,} changed to {way}" for number, way in ((result.to_yes, "yes"), (result.to_no, "no")) if number]
    yes = f"{result.yes_before:,} said yes before and {result.yes_after:,} after"
    return f"Of {count_of(result.n, 'pupil')}, {yes}: {listed(moved) if moved else 'nobody changed'}."


def _share_of_changes(result: PairedShares) -> str:
    if result.estimate is None or result.changed == 1:
        return ""
    fits = share_range(result.low, result.high)
    return f"Of those who changed, {percent(result.estimate)} changed to yes{fits and f'; {fits}{level_note(result.level)}'}."


def _paired_luck(result: PairedShares, form: str) -> str:
    if result.estimate is None:
        return "So there is no change to test."
    if _too_few(result):
        who = f"only {count_of(result.changed, 'pupil')} who changed"
        return cannot_tell(who, "a real change", "if nothing had changed", result.smallest_p, form)
    would = {
        "two_sided": "split them at least this unevenly",
        "greater": "turn this many or more of them to yes",
        "less": "turn this many or fewer of them to yes",
    }[result.alternative]
    return luck_words("if nothing had changed", would, result.p, form)


def _paired_step(result: PairedShares) -> str:
    if result.to_no:
        return f"Next, talk with {those(result.to_no)} who changed to no: what happened?"
    if result.both_no:
        return f"Next, talk with {those(result.both_no)} who said no both times: what would help?"
    return "Next, ask the same question once more in some weeks."


# --- figures -------------------------------------------------------------------------------------


def _bar(name: str, share: float, ends: tuple[float, float] | None) -> str:
    interval = "" if ends is None else f", with its interval from {percent(ends[0])} to {percent(ends[1])}"
    return f"{name} a point at {percent(share)}{interval}"


def _described_share(result: Share, pupils: bool, unit: str) -> list[str]:
    bar = f"A bar of {count_of(result.n, 'pupil')}: {result.k} met the criterion, the rest did not."
    return [bar, f"{_bar('Below it stands', result.estimate, (result.low, result.high))}."]


def _described_difference(result: ShareDifference, pupils: bool, unit: str) -> list[str]:
    first = _bar("For the first group", result.share_1, result.interval_1)
    second = _bar("for the second", result.share_2, result.interval_2)
    gap = f"a point at {_gap(result.points)} and a bar from {_gap(result.points_low)} to {_gap(result.points_high)}"
    return [f"{first}; {second}.", f"Below them the difference in percent: {gap}."]


def _described_fisher(result: FisherExact, pupils: bool, unit: str) -> list[str]:
    first, second = _of(result.k_x, result.n_x, result.share_x), _of(result.k_y, result.n_y, result.share_y)
    return [f"Two bars, each divided into yes and no: {first} yes in the first group, {second} in the second."]


def _described_paired(result: PairedShares, pupils: bool, unit: str) -> list[str]:
    return [
        f"One bar of {count_of(result.n, 'pupil')} in four parts: {result.both_yes} yes both times, {result.to_yes} changed to yes, "
        f"{result.to_no} changed to no, {result.both_no} no both times.",
        ""
        if result.estimate is None or result.low is None or result.high is None
        else f"{_bar('For the share of changes to yes stands', result.estimate, (result.low, result.high))}.",
    ]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    FisherExact: _fisher,
    PairedShares: _paired,
    Share: _share,
    ShareDifference: _share_difference,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    FisherExact: _described_fisher,
    PairedShares: _described_paired,
    Share: _described_share,
    ShareDifference: _described_difference,
}
