"""The parts of a report that tell who took part, what was found, and how far it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from workbench.desk.report_story import Telling
from workbench.enquiry.shown import AnalysisShown, ChangeShown
from workbench.enquiry.small_numbers import OUTSIDE
from workbench.words import report_findings as words
from workbench.words.markdown import bullets, ended, join, paragraphs, picture, quote, table, typed
from workbench.words.numbers import fixed

COUNTING = ("M5", "M10")
"""Threats whose very name tells how many pupils there are within a band, or that some are missing."""

OF_THE_MARKS = ("M4", "M9", "M10")
"""Threats that say something of the pupils' marks: of a group of which nothing is said, not this either."""

Picture = Callable[[AnalysisShown], bytes | None]


class Found(Protocol):
    """What this needs of a threat that was found."""

    @property
    def id(self) -> str: ...  # noqa: D102 - the catalogue's number

    @property
    def title(self) -> str: ...  # noqa: D102 - its title

    @property
    def found(self) -> bool | None: ...  # noqa: D102 - yes, no, or cannot be told

    @property
    def answer(self) -> str: ...  # noqa: D102 - what the teacher says to it

    @property
    def numbers(self) -> Mapping[str, object]: ...  # noqa: D102 - what it rests on


def who(telling: Telling) -> str:
    """Return how many pupils the figures speak of and how they were chosen."""
    plan = telling.record.plan
    groups = [f"{_named(telling, shown)}{_group(shown)}" for shown in telling.shown]
    return join(
        f"{words.CHOSEN[plan.chosen_by]} {words.how_chosen(telling.intended(plan.chosen_how))}".strip(),
        words.year_sentence(plan.year_size) if plan.year_size else "",
        *groups,
        words.MISSING_KEPT_BACK,
        words.WITHDRAWN_KEPT_BACK if telling.withdrawn and not telling.banded else "",
        words.WHOLE_MARKS if not telling.withdrawn and any(one.change and not one.change.digits for one in telling.shown) else "",
        words.SMALL_NUMBERS_NOTE,
    )


def _named(telling: Telling, shown: AnalysisShown) -> str:
    return f"**{typed(telling.intended(shown.measure.title))}.** " if len(telling.shown) > 1 else ""


def _group(shown: AnalysisShown) -> str:
    if shown.group is None:
        return _why_withheld(shown)
    return words.group_sentence(shown.group.low, shown.group.high)


def _why_withheld(shown: AnalysisShown) -> str:
    if shown.withheld == "not_computed":
        return words.not_computed(shown.reason)
    return words.TOO_FEW if shown.withheld == "too_few" else words.ALL_ALIKE


def found(telling: Telling, picture_of: Picture) -> str:
    """Return each measure's finding: sentences, a picture of the group with its words, and a small table."""
    parts = [join(f"### {typed(telling.intended(shown.measure.title))}", _finding(shown, telling, picture_of)) for shown in telling.shown]
    in_words = [measure for measure in telling.record.plan.measures if measure.method == "described_in_words"]
    return join(*parts, *(words.described_in_words(typed(telling.intended(measure.title))) for measure in in_words))


def _finding(shown: AnalysisShown, telling: Telling, picture_of: Picture) -> str:
    note = words.label_note(shown.label, shown.invented)
    if shown.change is None or shown.group is None:
        return join(note, _why_withheld(shown))
    change, group, out_of = shown.change, shown.group, shown.measure.highest
    split = shown.split
    counts = (split.up, split.same, split.down) if split else (None, None, None)
    alternative = words.figure_alternative(
        telling.intended(shown.measure.title), change.mean_before, change.mean_after, _short(change), out_of, digits=change.digits
    )
    drawn = picture_of(shown)
    return join(
        note,
        words.change_sentence(change.estimate, change.low, change.high, out_of, digits=change.digits),
        words.split_sentence(_all(counts), split.direction if split else "", (group.low, group.high)),
        words.odds_sentence(shown.odds.times, shown.odds.below) if shown.odds else "",
        join(picture(drawn, alternative), f"*{words.GROUP_FIGURE_NOTE}*") if drawn else "",
        table(words.FIGURES_HEADER, words.figure_rows(_figures(shown, change))),
        f"*{words.ROUNDED_NOTE}*",
    )


def _all(counts: tuple[int | None, int | None, int | None]) -> tuple[int, int, int] | None:
    up, same, down = counts
    return None if up is None or same is None or down is None else (up, same, down)


def _short(change: ChangeShown) -> str:
    return words.short_change(change.estimate, change.low, change.high, digits=change.digits)


def _figures(shown: AnalysisShown, change: ChangeShown) -> dict[str, str]:
    digits = change.digits
    figures = {
        "n": words.band(shown.group.low, shown.group.high) if shown.group else "",
        "mean_before": fixed(change.mean_before, digits),
        "mean_after": fixed(change.mean_after, digits),
        "change": fixed(change.estimate, digits),
    }
    if change.low is not None and change.high is not None:
        figures["interval"] = words.interval_words(change.low, change.high, digits)
    if shown.standardised is not None:
        estimate, low, high = shown.standardised
        figures["standardised"] = f"{fixed(estimate, 2)} ({words.interval_words(low, high, 2)})"
    return figures


def limits(telling: Telling, threats: Iterable[Found]) -> str:
    """Return one short paragraph on how far this goes, and the teacher's answers to it.

    Where only a band may be told for the number of pupils, that some are missing (M10) is not said either:
    the band, the number chosen and that word together would count them. Nor that they are too few for any
    test (M5): of a band from 5 to 9 that is so of 5 alone.
    """
    every = list(threats)
    here = [threat for threat in every if threat.found and not _kept_back(telling, threat)]
    answered = [threat for threat in here if threat.answer.strip()]
    answers = [f"**{typed(ended(threat.title))}** {typed(ended(telling.own(threat.answer)))}" for threat in answered]
    return join(
        " ".join([*(_limit(telling, threat) for threat in here), *_others(every)]) or words.NO_LIMITS,
        words.CLOSING_LIMIT,
        join(words.ANSWERS_LEAD, bullets(answers)) if answers else "",
        words.MISSING_ANSWER_KEPT_BACK if telling.banded else "",
    )


def _kept_back(telling: Telling, threat: Found) -> bool:
    if threat.id in COUNTING and telling.banded:
        return True
    about = threat.numbers.get("measure")
    return threat.id in OF_THE_MARKS and any(shown.withheld and shown.measure.title == about for shown in telling.shown)


def _others(threats: Iterable[Found]) -> list[str]:
    """Return what the rest of the year did, where there are enough of them to be spoken of in any report."""
    found = []
    for threat in threats:
        change, size = threat.numbers.get("others_change"), threat.numbers.get("n_others")
        if isinstance(change, int | float) and isinstance(size, int) and size >= OUTSIDE.group:
            found.append(words.others_sentence(change))
    return found[:1]


def _limit(telling: Telling, threat: Found) -> str:
    for shown in telling.shown:
        if threat.id != "M1" or shown.change is None or shown.drift is None or telling.withdrawn:
            continue
        if shown.drift[0] > (0 if shown.change.digits else 0.5):
            return words.drift_sentence(*shown.drift, shown.change.estimate, digits=shown.change.digits)
    return words.limit_sentence(threat.id, threat.title)


def sketch(telling: Telling) -> str:
    """Return the sentence hoped for, beside what the marks say and what the teacher sees in them."""
    expected = telling.intended(telling.record.question.answer_sketch)
    said = [
        f"{_named(telling, shown)}"
        + (words.whole_sentence(_short(shown.change), shown.measure.highest) if shown.change is not None else _why_withheld(shown))
        for shown in telling.shown
    ]
    seen = telling.own(telling.record.what_i_see)
    return join(
        join(words.SKETCH_LEAD, quote(expected)) if expected.strip() else words.NO_SKETCH,
        join(words.FOUND_LEAD, bullets(said)),
        join(words.SEEN_LEAD, paragraphs(seen)) if seen.strip() else "",
    )
