"""What many looks at the same pupils say together."""

from __future__ import annotations

from collections.abc import Callable
from math import floor, log10
from typing import Any

from workbench.stats.multiplicity import FalseAlarm, Holm
from workbench.stats.result import Result
from workbench.words.numbers import chance, count_of, fixed, places_for, plain, probability

LISTED = 12
"""With more p values than this the note leaves the rest to the table."""
FIRST = "Next, choose the one question that matters most and look at that first."


def _holm(result: Holm, form: str, amount: str) -> list[str]:
    if form == "note":
        known = [(place, p, corrected) for place, p, corrected in result.rows if p is not None and corrected is not None]
        rows = [f"{place}: p {_p(p)}, corrected {_p(corrected)}" for place, p, corrected in known[:LISTED]]
        more = "" if len(known) == len(rows) else f"; and {len(known) - len(rows):,} more in the table"
        method = f"{result.method[0].upper()}{result.method[1:]}; n = {result.n}; if there were nothing to find, {'; '.join(rows)}{more}"
        return [f"{method}. {result.reference}.", _blanks(result)]
    said = [_below(result)]
    if form == "short":
        return said
    if result.n > 1:
        said.append(f"The smallest is {_p(result.least_p)}.")
        said.append(f"If there were nothing to find, luck would give one so small among them {chance(result.least_corrected)}.")
    left = "This only knows of the p values that it was given. Looks that were left out count too."
    return [*said, _blanks(result), left, "Next, say which question was asked first, before the marks were seen."]


def _below(result: Holm) -> str:
    bar = plain(result.cut_off)
    if result.n == 1:
        return f"There is {count_of(result.n, 'p value')}, {_p(result.least_p)}, so nothing has to be allowed for."
    alone = f"Of the {result.n:,} p values, {_none_or(result.below_alone)} {'is' if result.below_alone == 1 else 'are'} {bar} or less"
    if not result.below_alone:
        return alone + "."
    together = f"{_none_or(result.below_together)} {'is' if result.below_together == 1 else 'are'} once all {result.n:,} are allowed for"
    return f"{alone} taken alone, and {together}."


def _none_or(number: int) -> str:
    return f"{number:,}" if number else "none"


def _p(p: float) -> str:
    return "below 0.000001" if p < 1e-6 else probability(p)


def _blanks(result: Holm) -> str:
    return f"{count_of(result.missing, 'blank')} {'is' if result.missing == 1 else 'are'} left out." if result.missing else ""


def _false_alarm(result: FalseAlarm, form: str, amount: str) -> list[str]:
    looks = count_of(result.n, "look")
    if form == "note":
        fair = f"; expected {fixed(result.expected, 2)}; from {_p(result.least)} to at most {_p(result.most)} however they hang together"
        cut = f"; fair cut-off {_p(result.fair_cut_off)} (Bonferroni), {_p(result.fair_cut_off_apart)} (Šidák)"
        method = f"{result.method[0].upper()}{result.method[1:]}; {looks} at {plain(result.cut_off)}: {_p(result.estimate)}{fair}{cut}"
        return [f"{method}. {result.reference}."]
    seems = f"{'it' if result.n == 1 else 'at least one'} seems to show something"
    share = _percent(result.estimate)
    likely = "it is all but certain" if share is None else f"there is {_article(share)} {share} chance"
    said = [f"With {looks} and nothing to find, {likely} that {seems}."]
    if form == "short":
        return said
    if result.n == 1:
        return [
            *said,
            f"That is what a cut-off of {plain(result.cut_off)} means.",
            "It does not say how likely one look is to miss something.",
            "Next, write that one question down before you look at the marks.",
        ]
    ends = _percent(result.least), _percent(result.most)
    return [
        *said,
        f"On average {fixed(result.expected, places_for(result.expected))} of the {result.n:,} would be a false alarm.",
        "Looks at the same pupils hang together, so the chance is not quite this.",
        f"It can be anything from {ends[0]} to {ends[1] or 'all but certain'}." if ends[0] else "",
        f"To keep it at {plain(result.cut_off)}, each look would need p {_at(result.fair_cut_off)}.",
        FIRST,
    ]


def _at(p: float) -> str:
    return _p(p) if p < 1e-6 else f"at {_p(p)} or less"


def _percent(p: float) -> str | None:
    """Return a share in percent with as many places as tell it from none and from all; ``None`` where none do."""
    if p == 1:
        return None
    places = max(0, -floor(log10(100 * min(p, 1 - p))))
    return f"{fixed(100 * p, places)}%" if places <= 6 else None


def _article(share: str) -> str:
    """Return 'an' before eight, eleven and eighteen, else 'a'."""
    whole = int(float(share.rstrip("%")))
    return "an" if whole in {8, 11, 18} or whole // 10 == 8 else "a"


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {FalseAlarm: _false_alarm, Holm: _holm}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {}
