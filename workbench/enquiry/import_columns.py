"""What each column of a mark book is, by its heading and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.enquiry.reading import NOT_WORKED_OUT, is_token

Role = Literal["surname", "forename", "name", "upn", "group", "set", "flag", "mark", "other"]
ROLES: tuple[Role, ...] = ("surname", "forename", "name", "upn", "group", "set", "flag", "mark", "other")
IDENTITY: frozenset[Role] = frozenset({"surname", "forename", "name", "upn"})

UPN = re.compile(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]", re.IGNORECASE)
_LEGAL = r"(?:(?:pupil|student|legal|preferred|child)(?:'?s)?\s+)?"
_HEADINGS: tuple[tuple[Role, str], ...] = (
    ("surname", rf"{_LEGAL}(?:sur\s?name|last\s?name|family\s?name)s?"),
    ("forename", rf"{_LEGAL}(?:fore\s?name|first\s?name|given\s?name|christian name|known as)s?"),
    ("upn", r"upn|unique pupil (?:number|no)"),
    ("name", r"(?:pupil|student|child|learner|full|candidate)?(?:'?s)?\s*names?|pupils?|students?|child(?:ren)?|learners?"),
    (
        "name",
        r"(?:sur\s?name|last\s?name)\W+(?:and\W+)?(?:fore\s?name|first\s?name).*|(?:fore\s?name|first\s?name)\W+(?:and\W+)?sur\s?name.*",
    ),
    ("group", r"(?:tutor|form|reg|registration|class|year|tg)(?: ?(?:group|form|class|grp|gp))?|reg\.? ?(?:group|grp|gp)"),
    ("set", r"(?:maths?|mathematics|english|science|teaching|subject|\w+)? ?(?:set|teaching group|class code|band)"),
)
_FLAG = re.compile(r"catch.?up|interven|focus|target|support|booster|chosen|selected|enquiry|in (?:the )?group|group\?|project|small group")
_NEVER_FLAG = re.compile(r"\bpp\b|premium|\bsen|\beal\b|\bfsm\b|disadvantag|gender|\bsex\b|ethnic|looked after|\blac\b|ever ?6|free school")
_MARK = re.compile(r"mark|score|test|assess|paper|quiz|total|result|baseline|pre\b|post\b|before|after|check|out of|/\s*\d")
_NOT_MARK = re.compile(
    r"%|per ?cent|\brank|grade|level|comment|note|date|\bage\b|attend|adno|candidate n|number$|^no\b|\bid\b|target|predict|minutes"
    r"|^q(?:uestion)? ?\d|\bks\d\b|\bsas\b|gain|change|difference|progress(?! test| check)|house|birth|\bdob\b|^year"
)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?: \d\d:\d\d:\d\d)?")
_OUT_OF = re.compile(r"(?:/|out of|max(?:imum)?(?: mark)?:?)\s*([0-9]{1,4}(?:\.5)?)\b|\(\s*([0-9]{1,4})\s*(?:marks?)?\s*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its place from 0, its heading in one line, what it is taken for, and what it is out of.

    ``beside`` marks the names of a second table that stands beside the first; ``names`` a column that looks like
    names, whatever it was then taken for: what stands in it is never repeated.
    """

    index: int
    heading: str
    role: Role
    out_of: float | None = None
    flag_likely: bool = False
    beside: bool = False
    names: bool = False


def role_by_heading(heading: str) -> Role | None:
    """Return the role that a heading alone names, for any of a two-row heading's own lines.

    >>> role_by_heading("Legal Surname"), role_by_heading("Reg Group"), role_by_heading("Comment")
    ('surname', 'group', None)
    """
    text = " ".join(heading.casefold().replace("_", " ").split()).strip(" :*.#")
    return next((role for role, pattern in _HEADINGS if re.fullmatch(pattern, text)), None)


def out_of(text: str) -> float | None:
    """Return the full marks that a heading names.

    >>> out_of("Mark /40"), out_of("Test 2 (out of 25)"), out_of("Test 2")
    (40.0, 25.0, None)
    """
    found = _OUT_OF.search(_DATE.sub(" ", text.casefold()))
    return float(found[1] or found[2]) if found else None


def column(index: int, lines: Sequence[str], values: Sequence[str]) -> Column:
    """Return what one column is.

    Args:
        index: Its place, from 0.
        lines: The heading's lines, top first.
        values: What stands below, one text a row.
    """
    own = lines[-1] if lines else ""
    heading = " ".join(dict.fromkeys(line for line in lines if line))
    filled = [value for value in values if value]
    full = out_of(own) or out_of(heading)
    if filled and _share(filled, lambda value: UPN.fullmatch(value) is not None) >= 0.6:
        return Column(index=index, heading=heading, role="upn")
    named = role_by_heading(own) or role_by_heading(heading)
    if named is not None and _holds(named, filled):
        return Column(index=index, heading=heading, role=named)
    if _is_mark(own, heading, filled):
        return Column(index=index, heading=heading, role="mark", out_of=full)
    likely = _FLAG.search(heading.casefold()) is not None
    if _is_flag(heading, values) and (likely or named is None):
        return Column(index=index, heading=heading, role="flag", flag_likely=likely)
    return Column(index=index, heading=heading, role="other", out_of=full)


def numbers_as_marks(one: Column, values: Sequence[str]) -> Column:
    """Return a column of numbers that nothing else claims as a column of marks."""
    filled = [value for value in values if value]
    numbers = sum(is_number(value) for value in filled)
    claimed = one.role not in {"other", "flag", "set"} or _NOT_MARK.search(one.heading.casefold()) or not one.heading
    if claimed or numbers == 0 or _share(filled, lambda value: is_number(value) or is_token(value)) < 0.7 or role_by_heading(one.heading):
        return one
    return Column(index=one.index, heading=one.heading, role="mark", out_of=one.out_of)


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(bool(test(value)) for value in values) / len(values)


def is_number(text: str) -> bool:
    """Say whether a cell reads as a number of any kind a mark book holds, right or wrong."""
    return re.fullmatch(r"[-−+<>~]?\s*[0-9]+(?:[.,][0-9]+)?\s*[½¼¾]?\s*(?:/\s*[0-9.]+)?[*?%]?|[½¼¾]|[0-9]+ [13]/[24]", text) is not None


def _holds(role: Role, filled: Sequence[str]) -> bool:
    """Say whether a column's cells bear out its heading; an empty column bears out nothing."""
    if not filled:
        return False
    if role in {"surname", "forename", "name"}:
        return _share(filled, lambda value: any(char.isalpha() for char in value)) >= 0.5
    if role == "upn":
        return _share(filled, lambda value: any(char.isdigit() for char in value)) >= 0.5
    return len(set(filled)) < max(len(filled), 3) or len(filled) < 4


def _is_mark(own: str, heading: str, filled: Sequence[str]) -> bool:
    whole, last = heading.casefold(), own.casefold()
    if not filled or (_NOT_MARK.search(last) and out_of(last) is None) or (not last and _NOT_MARK.search(whole)):
        return False
    numbers = sum(is_number(value) or value == NOT_WORKED_OUT for value in filled)
    looks = _share(filled, lambda value: is_number(value) or is_token(value))
    if numbers == 0:
        return False
    return looks >= 0.5 and (_MARK.search(whole) is not None or out_of(whole) is not None)


def _is_flag(heading: str, values: Sequence[str]) -> bool:
    kinds = {value.casefold() for value in values}
    told = {kind for kind in kinds if kind}
    few = 1 <= len(told) <= 3 and len(kinds) >= 2 and all(len(kind) <= 12 for kind in told)
    computed = any(kind.startswith(("#", "=")) for kind in told)
    return bool(heading) and few and not computed and not _NEVER_FLAG.search(heading.casefold())
