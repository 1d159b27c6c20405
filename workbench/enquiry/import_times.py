"""When a test was sat, as far as a heading, a sheet's name or a title tells."""

from __future__ import annotations

import re

from workbench.enquiry.marks import Occasion

_BEFORE = re.compile(r"\b(?:before|pre|baseline|start(?:ing)?|initial|entry|first|1st|t1)\b|\bpre-")
_AFTER = re.compile(r"\b(?:after|post|end(?:ing)?|final|exit|second|2nd|t2)\b|\bpost-")
_SEASONS = "sep oct nov autumn dec jan feb mar spring apr may jun summer jul aug".split()
_SEASON = re.compile(
    r"\b(autumn|spring|summer|sep|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug)"
    r"(?:t|tember|ober|ember|uary|ruary|ch|il|e|y|ust|mer)?(?: term)?\b(?!\w)"
)
_DATED = re.compile(r"\b(20[0-9]{2})-([01][0-9])-([0-3][0-9])\b|\b([0-3]?[0-9])[/.]([01]?[0-9])[/.]((?:20)?[0-9]{2})\b")
_COUNTED = re.compile(r"(?:test|assessment|paper|quiz|check|term|round|mark|score|sheet|\bt|half term|ht)\s*#?\s*([0-9]{1,2})\b")


def perhaps_next_year(first: str, second: str) -> bool:
    """Say whether the second of two headings may be of the next school year: summer, then autumn."""
    times = [when(text) for text in (first, second)]
    seasonal = all(_dateless(text) for text in (first, second))
    return seasonal and None not in times and times[0] > times[1]  # type: ignore[operator]  # neither is None here


def _dateless(text: str) -> bool:
    """Say whether only a season, a half term or a term places a heading in time."""
    low = text.casefold().replace("_", " ")
    if _DATED.search(low) or told_occasion(low) is not None:
        return False
    counted = _COUNTED.search(low)
    return counted[0].lstrip().startswith(("term", "half term", "ht")) if counted else _SEASON.search(low) is not None


def told_occasion(text: str) -> Occasion | None:
    """Return the occasion that words such as pre or post name, where they name one."""
    low = text.casefold().replace("_", " ")
    early, late = _BEFORE.search(low), _AFTER.search(low)
    return "before" if early and not late else ("after" if late and not early else None)


def when(text: str) -> float | None:
    """Return a heading's place in time, to be compared within one file only, or ``None`` where it says nothing.

    >>> when("Pre-test") < when("Post-test"), when("Test 1") < when("Test 2"), when("Sept /40") < when("June /40")
    (True, True, True)
    >>> when("Mark") is None
    True
    """
    low = text.casefold().replace("_", " ")
    dated = _DATED.search(low)
    if dated:
        year, month, day = (dated[1], dated[2], dated[3]) if dated[1] else (dated[6], dated[5], dated[4])
        return 1000.0 + int(year) % 100 * 372 + int(month) * 31 + int(day)
    told = told_occasion(low)
    if told is not None:
        return 0.0 if told == "before" else 50.0
    counted = _COUNTED.search(low)
    if counted:
        return float(counted[1])
    season = _SEASON.search(low)
    if season:
        return 20.0 + next(index for index, name in enumerate(_SEASONS) if season[1].startswith(name) or name.startswith(season[1]))
    return None


def counted(text: str) -> int | None:
    """Return the number that a heading gives its test, or ``None``.

    >>> counted("Test 2"), counted("Mark")
    (2, None)
    """
    found = _COUNTED.search(text.casefold().replace("_", " "))
    return int(found[1]) if found else None
