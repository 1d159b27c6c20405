"""Putting the parts of a question together into one that reads as English (Q-R2)."""

from __future__ import annotations

import re

from workbench.enquiry.english import PLAIN_VERBS, lower_first, plain_form
from workbench.enquiry.question import QuestionParts
from workbench.enquiry.question_pupils import CLASSES, YEARS
from workbench.enquiry.question_reading import plain
from workbench.enquiry.rewrite import approach

_PEOPLE = re.compile(r"^(?:pupils|students|children|learners|boys|girls)\b", re.IGNORECASE)
_HAS_PEOPLE = re.compile(
    r"\b(?:pupils|students|children|learners|boys|girls|those|readers|writers|class|group|set|attainers|who|year \d+)\b", re.IGNORECASE
)
_LINKED = re.compile(
    r"^(?:who|whose|with|at|in|below|above|not|from|new|on|moving|learning|working|struggling|needing|that)\b", re.IGNORECASE
)
_NEED_VERBS = frozenset(
    "forget find lose confuse guess need have mix struggle drop miss skip rush avoid leave give get make do know say write read "
    "rely count spell add subtract reverse use start stop sit say cannot can't don't do are still often".split()
)
_TIMED = re.compile(
    r"^(?:in|over|during|from|before|after|by|between|this|next|each|every|on|for|within|throughout|until)\b", re.IGNORECASE
)
_TRIED = re.compile(r"^(?:despite|after|even|in spite|although|though)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"^(?:we|i|they|he|she|it|pupils|staff|teachers)\s+\w+", re.IGNORECASE)


def assemble(parts: QuestionParts) -> str:
    """Return one question made from the parts that are filled in; empty when too little is.

    >>> assemble(QuestionParts(approach="paired talk", pupils="pupils who drop the zero", year="Year 7", subject_aspect="products"))
    'How can we use paired talk to improve products for Year 7 pupils who drop the zero?'
    """
    how = approach(_tidy(parts.approach)) or (f"use {lower_first(_tidy(parts.approach))}" if _tidy(parts.approach) else "")
    part = lower_first(_tidy(parts.subject_aspect))
    if not how and not part:
        return ""
    if how.split()[:1] and _tidy(parts.approach).split()[0].lower() in PLAIN_VERBS and len(_tidy(parts.approach).split()) > 1:
        how = _verb_first(_tidy(parts.approach), how)
    who = _who(parts)
    aim = _aim(part, who)
    middle = f"{how} to {aim}" if how else aim
    ending = "".join((_when(_tidy(parts.when)), _tried(_tidy(parts.already_tried))))
    return re.sub(r"\s+", " ", f"How can we {middle}{ending}").strip() + "?"


def _verb_first(typed: str, how: str) -> str:
    """Keep "use story maps" as it is; "use" is put before a thing, not before a verb."""
    first = typed.split(maxsplit=1)[0].lower()
    nouns = {
        "work",
        "talk",
        "play",
        "test",
        "quiz",
        "support",
        "practise",
        "group",
        "pair",
        "drill",
        "note",
        "display",
        "film",
        "model",
        "peer",
    }
    return lower_first(typed) if first not in nouns else how


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" .?!,;:")


def _who(parts: QuestionParts) -> str:
    pupils, year, need = _tidy(parts.pupils), _tidy(parts.year), _tidy(parts.need)
    if year and year.lower() in pupils.lower():
        year = ""
    if pupils and year:
        named = YEARS.match(plain(year)) or CLASSES.match(plain(year))
        who = f"{year} {pupils}" if named and _PEOPLE.match(pupils) else f"{lower_first(pupils)} in {year}"
    else:
        who = lower_first(pupils) or (f"{year} pupils" if year and not _HAS_PEOPLE.search(year.replace(year.split()[0], "", 1)) else year)
    if not need:
        return who
    who = who or "pupils"
    if not _HAS_PEOPLE.search(who):
        who = f"{who} pupils"
    said = _need(need)
    return f"{who} and {said}" if said.startswith("who ") and re.search(r"\bwho\b", who) else f"{who} {said}"


def _need(need: str) -> str:
    first = need.split(maxsplit=1)[0].lower()
    if _LINKED.match(need) or (plain_form(first) and not need.lower().startswith("reading")):
        return need
    return f"who {lower_first(need)}" if first in _NEED_VERBS else f"who need help with {lower_first(need)}"


def _aim(part: str, who: str) -> str:
    first = part.split(maxsplit=1)[0].lower() if part else ""
    if not part:
        return f"help {who} make progress" if who else "improve pupils' learning"
    if first in {
        "understand",
        "explain",
        "remember",
        "recall",
        "solve",
        "learn",
        "use",
        "write",
        "read",
        "spell",
        "choose",
        "justify",
        "compare",
    }:
        return f"help {who or 'these pupils'} {part}"
    if first in {"improve", "raise", "develop", "reduce", "increase", "strengthen"}:
        return f"{part} for {who}" if who else part
    return f"improve {part} for {who}" if who else f"improve {part}"


def _when(when: str) -> str:
    if not when:
        return ""
    return (
        f" {lower_first(when)}"
        if _TIMED.match(when)
        else f" during {when if when.lower().startswith('the ') else 'the ' + lower_first(when)}"
    )


def _tried(tried: str) -> str:
    if not tried:
        return ""
    if _TRIED.match(tried):
        return f", {lower_first(tried)}"
    return f", even though {lower_first(tried)}" if _CLAUSE.match(tried) else f", despite {lower_first(tried)}"
