"""An effect size is kept only with the range that fits it: the fewer pupils, the less one number says."""

from __future__ import annotations

import re

from workbench.errors import BadInput

_NUMBER = r"(?<![\w.])[+\-−]?(?:\d+(?:\.\d+)?|\.\d+)(?![\w.]*\d)(?!\s*%)"
_BETWEEN = r"(?:(?!\d)[^.;\n]){0,40}?"
_NAMED = rf"""
    effects?[\s-]+sizes? {_BETWEEN} (?P<after>{_NUMBER})
  | (?P<before>{_NUMBER}) \s+ effect[\s-]+sizes?
  | \b(?:cohen|hedges|glass)(?:['’]?s?['’]?) {_BETWEEN} (?P<person>{_NUMBER})
  | (?<![\w'’])[dg] \s* (?:=|≈|\bof\b|\bwas\b) \s* (?P<letter>{_NUMBER})
  | standardi[sz]ed \s+ (?:mean \s+)? (?:differences?|changes?|gains?) {_BETWEEN} (?P<standardised>{_NUMBER})
  | (?P<spreads>{_NUMBER}) \s* (?:of \s+ an? \s+)? (?:standard \s+ deviations? | s\.?d\.?s?)\b
"""
_SIZE = re.compile(_NAMED, re.IGNORECASE | re.VERBOSE)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:to|and|,|;|–|—|-|up to)\s*({_NUMBER})", re.IGNORECASE)
_MARGIN = re.compile(rf"({_NUMBER})\s*(?:±|\+/-|plus or minus)\s*({_NUMBER})", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def bare_sizes(text: str) -> tuple[str, ...]:
    """Return the words of every effect size that stands in its sentence without a range around it.

    >>> bare_sizes("An effect size of 0.4 was seen.")
    ('effect size of 0.4',)
    >>> bare_sizes("An effect size of 0.4; anything from -0.2 to 1.0 fits.")
    ()
    """
    found = []
    for sentence in _SENTENCE.split(text):
        ranges = _ranges(sentence)
        for match in _SIZE.finditer(sentence):
            size = _value(next(value for value in match.groupdict().values() if value is not None))
            if not any(low <= size <= high and low < high for low, high in ranges):
                found.append(" ".join(match.group().split()))
    return tuple(found)


def refuse_bare_sizes(text: str) -> None:
    """Take a text in which every effect size has its range, and no other.

    Raises:
        BadInput: With the words that were found and what to write in their place.
    """
    found = bare_sizes(text)
    if found:
        raise BadInput(
            "One number cannot say how sure an effect size is: with few pupils its range is wide.",
            seen=found[0],
            allowed="an effect size with its range beside it, such as 0.4, anything from −0.2 to 1.0",
            do="Write the range beside it, or say the change in marks instead.",
        )


def _ranges(sentence: str) -> list[tuple[float, float]]:
    pairs = [(_value(low), _value(high)) for low, high in _RANGE.findall(sentence)]
    return pairs + [(_value(middle) - abs(_value(by)), _value(middle) + abs(_value(by))) for middle, by in _MARGIN.findall(sentence)]


def _value(text: str) -> float:
    return float(text.replace("−", "-"))
