"""What a correlation says, and how its figure reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.association import Correlation, KendallCorrelation, SpearmanCorrelation
from workbench.stats.association.ranks import RankCorrelation
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, least_probability, level_words, listed, probability
from workbench.words.results._phrases import cannot_tell, left_out, level_note, luck_words, method_note, patterns_drawn, spread_of

AnyCorrelation = Correlation | RankCorrelation
NOT_ITS_CAUSE = "It says nothing of what drives what."


def _range(result: AnyCorrelation) -> str:
    """Return the coefficient's range, to follow it in the same sentence."""
    if result.undefined:
        return ", so these marks give no range"
    if result.level is None:
        return ""
    note = level_note(result.level)
    low, high = result.low, result.high
    if low is not None and high is not None:
        return f"; anything from {fixed(low, 2)} to {fixed(high, 2)} fits these marks{note}"
    if low is not None:
        return f"; anything from {fixed(low, 2)} upwards fits these marks{note}"
    if high is not None:
        return f"; anything up to {fixed(high, 2)} fits these marks{note}"
    return f"; {count_of(result.n, 'pupil')} cannot give a range at {level_words(result.level)}"


def _luck(result: AnyCorrelation, form: str) -> str:
    if result.smallest_p > 1 - (result.level or 0.95) + 1e-12:
        return cannot_tell(count_of(result.n, "pupil"), "a real link", "if there were no link", result.smallest_p, form)
    would = {
        "two_sided": "link them at least this much either way",
        "greater": "give this figure or a higher one",
        "less": "give this figure or a lower one",
    }[result.alternative]
    return luck_words("if there were no link", would, result.p, form)


def _none_fits(result: AnyCorrelation) -> str:
    """Return that no link fits too, where it does."""
    fits = result.low is not None and result.high is not None and result.low <= 0 <= result.high
    return "No link at all fits these marks too." if fits else ""


def _way(estimate: float) -> str:
    """Return how two columns go: together, or opposite ways; without a link only where there is none."""
    if fixed(abs(estimate), 2) == fixed(0, 2):
        return "show no link, with"
    return "go together with" if estimate > 0 else "go opposite ways with"


def _note(result: AnyCorrelation, name: str, usual: str, ends: tuple[float | None, float | None]) -> list[str]:
    numbers = f"; {name} = {fixed(result.estimate, 4)}"
    if result.low is not None and result.high is not None:
        numbers += f" ({fixed(result.low, 4)} to {fixed(result.high, 4)})"
    low, high = ends
    if low is not None and high is not None:
        numbers += f"; {usual} {fixed(low, 4)} to {fixed(high, 4)}"
    numbers += f"; if there were no link, p {probability(result.p)}, mid-p {probability(result.mid_p)}"
    numbers += f", smallest possible {least_probability(result.smallest_p, whole=True)}"
    if result.standard_error is not None:
        numbers += f"; standard error of p {fixed(result.standard_error, 5)}"
    return [method_note(result, numbers), left_out(result)]


def _correlation(result: Correlation, form: str, amount: str) -> list[str]:
    if form == "note":
        return _note(result, "r", "Fisher's z interval", (result.fisher_low, result.fisher_high))
    line = ": all lie on one line" if result.undefined else ""
    start = f"For {count_of(result.n, 'pupil')} the two sets of marks {_way(result.estimate)} r = {fixed(result.estimate, 2)}"
    said = [f"{start}{line}{_range(result)}.", _luck(result, form)]
    if form == "short":
        return said
    limits = "It speaks of a straight line only, and says nothing of what drives what."
    return [
        *said,
        patterns_drawn(result.draws),
        _none_fits(result),
        left_out(result),
        limits,
        "Next, look at the dots: does one pupil make the line?",
    ]


def _spearman(result: SpearmanCorrelation, form: str, amount: str) -> list[str]:
    if form == "note":
        return _note(result, "rho", "Bonett and Wright's interval", (result.textbook_low, result.textbook_high))
    start = f"For {count_of(result.n, 'pupil')} the two orders {_way(result.estimate)} rho = {fixed(result.estimate, 2)}"
    said = [f"{start}{_same_order(result)}{_range(result)}.", _luck(result, form)]
    if form == "short":
        return said
    return [
        *said,
        patterns_drawn(result.draws),
        _none_fits(result),
        left_out(result),
        NOT_ITS_CAUSE,
        "Next, look at pupils who stand high in one and low in the other.",
    ]


def _same_order(result: RankCorrelation) -> str:
    if not result.undefined:
        return ""
    return f": they are {'the very same' if result.estimate > 0 else 'the very opposite'}"


def _kendall(result: KendallCorrelation, form: str, amount: str) -> list[str]:
    if form == "note":
        return _note(result, "tau-b", "Fieller, Hartley and Pearson's interval", (result.textbook_low, result.textbook_high))
    ways = [
        (result.same_order, "kept the same order"),
        (result.opposite_order, f"{_were(result.opposite_order)} the other way round"),
        (result.tied, f"{_were(result.tied)} level"),
    ]
    only = [what for number, what in ways if number == result.pairs]
    counts = (
        f"All {result.pairs:,} pairs of pupils {only[0]}."
        if only
        else f"Of {count_of(result.pairs, 'pair')} of pupils, {_listed(ways[:2])}."
    )
    if result.tied and not only:
        counts += f" {result.tied:,} more {_were(result.tied)} level."
    said = [counts, f"That is a tau of {fixed(result.estimate, 2)}{_range(result)}.", _luck(result, form)]
    if form == "short":
        return said
    return [
        *said,
        patterns_drawn(result.draws),
        _none_fits(result),
        left_out(result),
        NOT_ITS_CAUSE,
        "Next, look at pupils who stand high in one and low in the other.",
    ]


def _listed(ways: list[tuple[int, str]]) -> str:
    return listed([f"{number:,} {what}" for number, what in ways if number] or ["none kept an order"])


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _described(result: AnyCorrelation, pupils: bool, unit: str) -> list[str]:
    name = {SpearmanCorrelation: "rank correlation", KendallCorrelation: "rank correlation (tau)"}.get(type(result), "correlation")
    point = f"The {name} {'' if pupils else f'of {result.n} pairs '}is a point at {fixed(result.estimate, 2)}"
    if result.low is not None and result.high is not None:
        point += f", with its interval from {fixed(result.low, 2)} to {fixed(result.high, 2)}."
    elif result.low is not None:
        point += f", with an interval from {fixed(result.low, 2)} upwards."
    elif result.high is not None:
        point += f", with an interval up to {fixed(result.high, 2)}."
    else:
        point += "; no interval is drawn."
    if not pupils:
        return [point]
    shared = result.n - len(set(zip(result.x, result.y, strict=True)))
    dots = f"A dot for each of {result.n} pupils: from {spread_of(result.x)} across and from {spread_of(result.y)} up."
    return [
        dots,
        "Pupils with the same two marks stand side by side." if shared else "",
        f"Below them, on a line of its own: {point[0].lower()}{point[1:]}",
    ]


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    Correlation: _correlation,
    KendallCorrelation: _kendall,
    SpearmanCorrelation: _spearman,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {Correlation: _described, RankCorrelation: _described}
