"""What is said of a test's own steadiness, and how its figures read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from workbench.stats.reliability import (
    CronbachAlpha,
    ItemAnalysis,
    ItemRow,
    KuderRichardson,
    McDonaldOmega,
    SplitHalf,
    StandardErrorOfMeasurement,
)
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, level_words, listed, places_for, plain
from workbench.words.results._phrases import everyone, level_note, method_note
from workbench.words.results._share_phrases import percent

NOT_ONE_THING = "It does not show that the questions test one thing, or the right thing."
NOT_WHY = "It does not show why a question was hard."
WOBBLE_NEXT = "Next, see how far one mark can wobble before you set two pupils side by side."
TRY_ALPHA = "Next, try alpha: it halves the test every way."
STEADY = 100
"""From so many pupils on, figures for single questions no longer jump about much."""


def _gaps(result: Any) -> str:
    if not result.dropped:
        return ""
    return f"{count_of(result.dropped, 'pupil')} with a blank {'is' if result.dropped == 1 else 'are'} left out."


def _items(numbers: Sequence[int]) -> str:
    return f"question{'' if len(numbers) == 1 else 's'} {listed([str(number) for number in numbers])}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _fits(result: Any, places: int = 2) -> str:
    """Return the range after an estimate, or why there is none."""
    if result.low is None or result.high is None:
        return f"; no range can be given, because {result.undefined}."
    return f"; anything from {fixed(result.low, places)} to {fixed(result.high, places)} fits these answers{level_note(result.level)}."


def _against(numbers: Sequence[int], items: int) -> str:
    if not numbers:
        return ""
    if len(numbers) == items:
        return "Every question runs against the rest of them."
    one = len(numbers) == 1
    runs = f"{_capital(_items(numbers))} {'runs' if one else 'run'} against the rest"
    return f"{runs}, as if worded the other way round. {'It has' if one else 'They have'} not been turned."


def _turned(numbers: Sequence[int]) -> str:
    return f"{_capital(_items(numbers))} {'was' if len(numbers) == 1 else 'were'} turned round, as you asked." if numbers else ""


def _alike(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    one = len(numbers) == 1
    stays = "it stays in, and tells" if one else "they stay in, and tell"
    return f"Everyone answered {_items(numbers)} alike: {stays} nobody apart."


def _alpha(result: CronbachAlpha, form: str, amount: str) -> list[str]:
    if form == "note":
        return [method_note(result, _alpha_extra(result)), _turned(result.reversed_items), _alike(result.constant_items), _gaps(result)]
    said = [
        f"The {result.items} questions hang together with alpha = {fixed(result.estimate, 2)} "
        f"for {count_of(result.n, 'pupil')}{_fits(result)}"
    ]
    if form == "short":
        return said
    below = "Below zero the questions pull against each other." if result.estimate < 0 else ""
    against = _against(result.looks_reversed, result.items)
    if below and len(result.looks_reversed) == result.items:
        against = ""
    flags = [against, _turned(result.reversed_items), _alike(result.constant_items)]
    step, better = _better_without(result)
    return [*said, below, *flags, better, _gaps(result), NOT_ONE_THING, step]


def _alpha_extra(result: CronbachAlpha) -> str:
    parts = [f"; {result.items} items", f"; lambda-two {fixed(result.lambda2, 3)}"]
    if result.standardised is not None:
        parts.append(f"; standardised alpha {fixed(result.standardised, 3)}")
    if result.mean_inter_item_r is not None:
        parts.append(f"; mean r of two items {fixed(result.mean_inter_item_r, 3)}")
    if result.without_constant is not None:
        parts.append(f"; alpha without items that do not vary {fixed(result.without_constant, 3)}")
    return "".join(parts)


def _better_without(result: CronbachAlpha) -> tuple[str, str]:
    """Return the next step, and which item alpha would gain most by losing."""
    varying = [each for each in enumerate(result.if_dropped, start=1) if each[0] not in result.constant_items]
    known = [(alpha, number) for number, alpha in varying if alpha is not None]
    most, number = max(known, default=(result.estimate, 0))
    if result.looks_reversed:
        worded = "is it" if len(result.looks_reversed) == 1 else "are they"
        if len(result.looks_reversed) == result.items:
            return f"Next, read all {result.items} questions again: which way {worded} worded?", ""
        return f"Next, read {_items(result.looks_reversed)} again: which way {worded} worded?", ""
    if fixed(most, 2) == fixed(result.estimate, 2) or most < result.estimate:
        return WOBBLE_NEXT, ""
    return (
        f"Next, read question {number} with a colleague: does it ask what the others ask?",
        f"Without question {number} alpha would be {fixed(most, 2)}.",
    )


def _omega(result: McDonaldOmega, form: str, amount: str) -> list[str]:
    if form == "note":
        loadings = listed([fixed(each, 2) for each in result.loadings])
        return [method_note(result, f"; loadings {loadings}"), _turned(result.reversed_items), _gaps(result)]
    said = [
        f"One thread common to the {result.items} questions makes up {fixed(result.estimate, 2)} of the spread of totals{_fits(result)}"
    ]
    if form == "short":
        return said
    flags = [_against(result.looks_reversed, result.items), _turned(result.reversed_items), _gaps(result)]
    weak = f"It rests on {count_of(result.n, 'pupil')}, and it takes for granted that there is one thread."
    return [*said, *flags, weak, "Next, set it beside alpha: if the two lie far apart, some questions count for more than others."]


def _halves(result: SplitHalf, form: str, amount: str) -> list[str]:
    if form == "note":
        r = "" if result.r is None else f"; r of the halves {fixed(result.r, 3)}"
        return [method_note(result, f"{r}; lambda-four {fixed(result.guttman, 3)}"), _all_splits(result), _gaps(result)]
    who = count_of(result.n, "pupil")
    if result.estimate is None:
        why = (result.undefined or "").partition(", and ")[0]
        said = [f"The odd and the even questions of {who} cannot be set against each other, because {why}."]
        if form == "short":
            return said
        return [*said, _all_splits(result), _turned(result.reversed_items), _gaps(result), TRY_ALPHA]
    said = [f"The odd and the even questions hang together with {fixed(result.estimate, 2)} for {who}{_fits(result)}"]
    if form == "short":
        return said
    choice = "Odd against even is one choice among many." if result.splits > 1 else ""
    return [*said, choice, _all_splits(result), _turned(result.reversed_items), _gaps(result), NOT_ONE_THING, WOBBLE_NEXT]


def _all_splits(result: SplitHalf) -> str:
    if result.lowest is None or result.highest is None or result.mean is None or result.splits < 2:
        return ""
    low, high = fixed(result.lowest, 2), fixed(result.highest, 2)
    if result.draws is None and low == high:
        return f"All {result.splits:,} ways to halve the test give {low}."
    tried = (
        f"The {result.splits:,} ways to halve the test" if result.draws is None else f"{result.draws:,} ways to halve it, drawn at random,"
    )
    return f"{tried} give from {low} to {high}; the mean of all is {fixed(result.mean, 2)}."


def _kuder_richardson(result: KuderRichardson, form: str, amount: str) -> list[str]:
    if form == "note":
        return [method_note(result, f"; {result.items} items; formula twenty-one gives {fixed(result.kr21, 3)}"), _gaps(result)]
    said = [
        f"The {result.items} questions, right or wrong, hang together with alpha = {fixed(result.estimate, 2)} "
        f"for {count_of(result.n, 'pupil')}{_fits(result)}"
    ]
    if form == "short":
        return said
    below = "Below zero the questions pull against each other." if result.estimate < 0 else ""
    right = f"Everyone had {_items(result.all_right)} right." if result.all_right else ""
    wrong = f"Nobody had {_items(result.all_wrong)} right." if result.all_wrong else ""
    return [*said, below, right, wrong, _gaps(result), NOT_ONE_THING, WOBBLE_NEXT]


def _item_analysis(result: ItemAnalysis, form: str, amount: str) -> list[str]:
    if form == "note":
        mean = f"; {result.items} items; total {fixed(result.total_mean, 2)} of {plain(result.total_max)}, SD {fixed(result.total_sd, 2)}"
        return [method_note(result, mean), _turned(result.reversed_items), _gaps(result)]
    said = [_ends_of_the_map(result)]
    if form == "short":
        return said
    flags = [_against(result.looks_reversed, result.items), _turned(result.reversed_items), _alike(result.constant_items)]
    jumpy = f"From {count_of(result.n, 'pupil')} such figures jump about from class to class." if result.n < STEADY else NOT_WHY
    step = f"Next, read what pupils wrote for {_items(result.hardest)}: where did they go wrong?" if _parted(result) else WOBBLE_NEXT
    return [*said, _least_telling(result), *flags, _gaps(result), jumpy, step]


def _parted(result: ItemAnalysis) -> bool:
    return result.easiest != result.hardest


def _gained(result: ItemAnalysis, numbers: Sequence[int], *, pupils: str = "") -> str:
    row = result.rows[numbers[0] - 1]
    each = " each" if len(numbers) > 1 else ""
    if result.right_or_wrong:
        return f"{plain(row.gained)} of {result.n}{pupils}{each}"
    return f"{percent(row.facility)} of its marks"


def _ends_of_the_map(result: ItemAnalysis) -> str:
    easy = _gained(result, result.easiest, pupils=" pupils right")
    if not _parted(result):
        return f"{everyone(result.items, 'question')} were as hard as each other ({easy})."
    was = "was the easiest" if len(result.easiest) == 1 else "were the easiest"
    return (
        f"Of {result.items} questions, {_items(result.easiest)} {was} ({easy}) and {_items(result.hardest)} the hardest "
        f"({_gained(result, result.hardest)})."
    )


def _least_telling(result: ItemAnalysis) -> str:
    least: ItemRow = min(result.rows, key=lambda row: (row.discrimination, row.item))
    one = result.group_size == 1
    top, bottom = (
        ("The top pupil", "the bottom pupil") if one else (f"The top {result.group_size} pupils", f"the bottom {result.group_size}")
    )
    apart = f"{percent(abs(least.discrimination))} of its marks"
    if least.discrimination < 0:
        return f"{top} did worse than {bottom} on question {least.item}, by {apart}."
    if fixed(least.discrimination, 2) == fixed(0, 2):
        return f"{top} did no better than {bottom} on question {least.item}."
    return f"{top} and {bottom} were closest on question {least.item}: {apart} apart."


def _precision(result: StandardErrorOfMeasurement, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.wobble)
    if result.estimate == 0 and form != "note":
        tidy = "The questions rise and fall together without a slip, so these answers show no wobble at all."
        return [tidy] if form == "short" else [tidy, "Answers are seldom so tidy. Next, check how they were typed in."]
    if form == "note":
        figures = f"; SD {fixed(result.sd, 2)}, reliability {fixed(result.reliability, 3)}"
        return [method_note(result, figures) if result.n else _figures_note(result, figures), _gaps(result)]
    wobble = f"A mark may stand up to {fixed(result.wobble, places)} {amount} above or below what the pupil would usually get"
    said = [f"{wobble}{level_note(result.level)}."]
    if result.low is not None and result.high is not None:
        ends = f"anything from {fixed(result.low, places)} to {fixed(result.high, places)} fits these answers"
        said = [f"{wobble}.", f"Its standard error is {fixed(result.estimate, places)} {amount}; {ends}{level_note(result.level)}."]
    if form == "short":
        return said
    known = f"It rests on {count_of(result.n, 'pupil')}." if result.n else "How well its two figures are known was not given."
    luck = "This is the luck of the questions; an off day or a strict marker comes on top."
    apart = f"Do not rank two pupils whose marks lie closer than {fixed(result.smallest_difference, places)} {amount}."
    return [*said, known, _gaps(result), luck, apart]


def _figures_note(result: StandardErrorOfMeasurement, figures: str) -> str:
    return f"{_capital(result.method)}{figures}, level {level_words(result.level)}. {result.reference}."


def _described_alpha(result: CronbachAlpha, pupils: bool, unit: str) -> list[str]:
    known = [(alpha, number) for number, alpha in enumerate(result.if_dropped, start=1) if alpha is not None]
    line = f"A line marks alpha of all {result.items} questions, {fixed(result.estimate, 2)}"
    band = "" if result.low is None or result.high is None else f", in a band from {fixed(result.low, 2)} to {fixed(result.high, 2)}"
    if not known:
        return [f"{line}{band}.", "With so few questions there is no dot for alpha without one of them."]
    low, high = min(known), max(known)
    ends = f"from {fixed(low[0], 2)} without question {low[1]} to {fixed(high[0], 2)} without question {high[1]}"
    dots = f"A dot for each question shows alpha without it, {ends}."
    flags = f"A triangle marks {_items(result.looks_reversed)}, which looks reversed." if len(result.looks_reversed) == 1 else ""
    if len(result.looks_reversed) > 1:
        flags = f"Triangles mark {_items(result.looks_reversed)}, which look reversed."
    return [f"{line}{band}.", dots, flags]


def _described_items(result: ItemAnalysis, pupils: bool, unit: str) -> list[str]:
    easy, hard = result.rows[result.easiest[0] - 1], result.rows[result.hardest[0] - 1]
    best = max(result.rows, key=lambda row: (row.discrimination, -row.item))
    worst = min(result.rows, key=lambda row: (row.discrimination, row.item))
    return [
        f"A map of {result.items} questions, each with its number: hard to easy across, "
        f"from {fixed(hard.facility, 2)} (question {hard.item}) to {fixed(easy.facility, 2)} (question {easy.item}).",
        f"Upwards, how far the top {result.group_size} and the bottom {result.group_size} by total lie apart, "
        f"from {fixed(worst.discrimination, 2)} (question {worst.item}) to {fixed(best.discrimination, 2)} (question {best.item}).",
    ]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    CronbachAlpha: _alpha,
    McDonaldOmega: _omega,
    SplitHalf: _halves,
    KuderRichardson: _kuder_richardson,
    ItemAnalysis: _item_analysis,
    StandardErrorOfMeasurement: _precision,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {
    CronbachAlpha: _described_alpha,
    ItemAnalysis: _described_items,
}
