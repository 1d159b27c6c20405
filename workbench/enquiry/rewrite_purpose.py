"""The second half of a rewrite: "to improve Y", from the verb of the question and what is to change."""

from __future__ import annotations

import re

from workbench.enquiry import question_words as data
from workbench.enquiry.english import lower_first, plain_form, plain_of_past, plain_of_third_person
from workbench.enquiry.question_reading import plain

_ADJECTIVE = re.compile(r"\w+(?:ate|ful|ive|al|ent|ant|ed|ous|able|ible|ic|ise|ex|ly)$|^(?:secure|fluent|clear|mature)$", re.IGNORECASE)
KEPT_VERBS = frozenset(
    "improve raise increase boost enhance develop support deepen strengthen accelerate promote encourage motivate "
    "engage enable allow help reduce close "
    "narrow foster extend build secure overcome prevent stretch challenge stimulate transform lift address lower cut "
    "make get ensure".split()
)
_BECOMES = {
    "affect": "improve", "influence": "improve", "impact": "improve", "change": "improve", "benefit": "help", "aid": "support",
    "stop": "prevent",
    "cause": "bring about", "produce": "achieve", "lead to": "achieve", "led to": "achieve", "result in": "achieve",
    "resulted in": "achieve",
    "contribute to": "improve", "hinder": "improve", "harm": "improve", "damage": "improve", "worsen": "improve", "limit": "improve",
    "facilitate": "support", "quicken": "speed up", "speed up": "speed up", "improved": "improve", "raised": "raise",
    "affected": "improve", "influenced": "improve", "impacted": "improve",
}  # fmt: skip
_DEGREES = {
    "better": "improve", "improved": "improve", "stronger": "strengthen", "deeper": "deepen", "higher": "raise", "increased": "increase",
    "greater": "increase", "more": "increase", "faster": "speed up", "quicker": "speed up", "fewer": "reduce", "less": "reduce",
    "reduced": "reduce", "enhanced": "enhance", "longer": "achieve longer", "improvements in": "improve", "gains in": "improve",
    "an improvement in": "improve", "improvement in": "improve", "an increase in": "increase", "a reduction in": "reduce",
    "a rise in": "raise",
    "progress in": "improve progress in",
}  # fmt: skip
PEOPLE_ONLY = re.compile(
    r"^(?P<year>year\s+\d+\w*|reception|[ps]\d|\d{1,2}[a-z]\d?)$|^(?:(?:the|our|my|these|those|some|"
    r"all)\s+)?(?:(?:(?!of\b)[\w-]+\s+){0,3})(?:pupils|students|children|learners|boys|girls)"
    r"(?P<rest>\s+(?:(?:in|from)\s+(?:(?:my|our|the)\s+)?(?:year\s+\d+\w*|reception|nursery|[ps]\d|\d{1,2}\w{1,2}|set\s+\d|class|"
    r"lower\s+set)(?:\s+(?:" + "|".join(data.SUBJECTS) + r"))?|"
    r"with\s+[\w-]+))*$",
    re.IGNORECASE,
)


def purpose(verb: str, y: str) -> str:
    """Return "to improve Y" from the verb and what is to change.

    >>> purpose("leads to", "better spelling in Year 4"), purpose("raises", "recall")
    ('to improve spelling in Year 4', 'to raise recall')
    """
    y = re.sub(r"^(?:positively\s+|really\s+|actually\s+)?(?:(?:up)?on|to|in|for)\s+(?=\w)", "", y.strip(" ,"), flags=re.IGNORECASE)
    words = verb.lower().split()
    head = (plain_of_past(words[0]) or plain_of_third_person(words[0])) if words else ""
    base = " ".join([head, *words[1:]])
    if base in {"mean", "ensure"} and lower_first(y).startswith(tuple(f"{degree} " for degree in _DEGREES)):
        base = "achieve"
    if base in {"mean", "ensure"} and y:
        return "so that " + re.sub(r"^that\s+", "", y, flags=re.IGNORECASE)
    if not y:
        return "to help" if base == "help" else ""
    if base in {"help", "aid"}:
        return _help(y)
    if head in {"have", "make"} and len(words) > 1:
        base = "improve"
    base = _BECOMES.get(base, base)
    return f"to {outcome_of(base, y)}"


def _help(y: str) -> str:
    first, _, tail = y.partition(" ")
    verb = plain_form(first) or first.lower()
    if verb in KEPT_VERBS and tail:
        return f"to {outcome_of(verb, tail)}"
    alone = PEOPLE_ONLY.match(plain(y))
    return f"to help {lower_first(y)} make progress" if alone else f"to help {lower_first(y)}"


def outcome_of(base: str, y: str) -> str:
    """Return the verb with what is to change, put the way round that reads well: fewer errors are "reduced"."""
    lower = plain(y).lower()
    if base in {"achieve", "bring about", "increase", "improve"}:
        for degree, verb in sorted(_DEGREES.items(), key=lambda item: -len(item[0])):
            if lower.startswith(degree + " "):
                rest = y[len(degree) + 1 :]
                if degree == "more" and _ADJECTIVE.match(rest.split()[0]):
                    return f"achieve {y}"
                return f"{verb} {rest}"
    if base in {"achieve", "bring about"} and lower.startswith(("pupils ", "students ", "children ", "learners ")):
        return _pupils_gerund(y)
    if base == "improve" and PEOPLE_ONLY.match(plain(y)):
        return f"help {lower_first(y)} make progress"
    if base == "help":
        return _help(y).removeprefix("to ")
    last = re.split(r"\s+(?:in|for|of|with|on|among|between|when|by)\s+", lower)[0].split()
    if base in {"improve", "increase"} and last and last[-1] in data.NEGATIVE_OUTCOMES:
        return f"reduce {lower_first(y)}"
    return f"{base} {lower_first(y)}"


def _pupils_gerund(y: str) -> str:
    """Return "help pupils write more" from "pupils writing more"."""
    who, _, rest = y.partition(" ")
    first, _, tail = rest.partition(" ")
    return f"help {lower_first(who)} {plain_form(first) or first} {tail}".strip()
