"""Turning "Does X improve Y?" into "How can we use X to improve Y for these pupils?".

A rewrite is offered only where it reads as English; otherwise there is none, and the teacher
writes her own.
"""

from __future__ import annotations

import re

from workbench.enquiry import question_words as data
from workbench.enquiry.english import lower_first, plain_form, plain_of_past, plain_of_third_person
from workbench.enquiry.question_form import Form
from workbench.enquiry.question_reading import phrases, plain
from workbench.enquiry.rewrite_purpose import KEPT_VERBS, PEOPLE_ONLY, outcome_of, purpose

LONGEST = 60
"""Words. A question longer than this is not rewritten: the first thing to do is to shorten it."""

_USE_OF = re.compile(
    r"^(?:the\s+|our\s+|my\s+)?(?:regular\s+|daily\s+)?(?:use|introduction|implementation|adoption)\s+of\s+", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"^(?P<p>(?:the\s+|our\s+|my\s+|these\s+)?(?:pupils|students|children|learners|them|they|boys|girls|"
    r"year\s+\d+\w*(?:\s+(?:pupils|students|children))?))\s+"
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
_AGENTS = re.compile(
    r"^(?:we|i|you|teachers|staff|tas|the\s+teacher|adults)\s+(?:can\s+|could\s+|were\s+to\s+)?(?P<rest>.+)$", re.IGNORECASE
)
_COMPARED = re.compile(
    r"\s+(?:(?:more|better|less|further|faster|quicker|longer)(?:\s+\w+ly)?\s+than|compared\s+(?:to|with)|as\s+opposed\s+to|"
    r"rather\s+than|instead\s+of|than\s+(?:those|that|the\s+ones?))\s+.*$",
    re.IGNORECASE,
)
_SECOND = re.compile(r",?\s+and\s+(?:do|does|did|how|what|why|are|is|will|can|would)\s+.*$", re.IGNORECASE)
_USERS = re.compile(r"^(?P<p>.*\b(?:pupils|students|children|learners|boys|girls))\s+(?:who|that)\s+\w+", re.IGNORECASE)
# "Seating plan" and "writing frames" are things to use; "teaching vocabulary" is a thing to do.
_COMPOUND = re.compile(
    r"^(?:reading|writing|spelling|learning|seating|listening|speaking|thinking|handwriting|tutoring|coaching|training|marking|"
    r"teaching|planning)\s+"
    r"(?:plans?|canon|frames?|tests?|walks?|walls?|books?|lists?|logs?|journals?|assistants?|codes?|scheme|schemes|policy|ladders?|"
    r"partners?|mats?|routines?|"
    r"groups?|skills|strategies|prompts?|stems|games|circles?|conferences?|buddies|programmes?|apps?|sessions?|styles|grids?|"
    r"wheels?|platforms?|hubs?)\b",
    re.IGNORECASE,
)
_PUPILS_DO = frozenset({"walk", "sit", "exercise", "sing", "wear", "drink", "eat", "chew", "play", "listen", "sleep"})
_GAP = re.compile(r"\s+")


def rewrite(form: Form, *, pupils: str = "", named: bool = False) -> str:
    """Return a question that one teacher can answer, or an empty string when none reads well.

    Args:
        form: The reading of the question.
        pupils: The pupils, if the form's fields name them: "Year 7 pupils who ...".
        named: Whether the question itself already says which pupils.
    """
    if len(form.x.split()) + len(form.y.split()) > LONGEST:
        return ""
    maker = {"causal": _causal, "best": _best, "should": _should}.get(form.kind)
    text = maker(form) if maker else ""
    if not text:
        return ""
    if not named and not re.search(r"\bthese pupils\b", text):
        text = f"{text} for {pupils.strip() or 'these pupils'}"
    return _question(text)


def _question(text: str) -> str:
    text = _GAP.sub(" ", text).strip(" ,;:?.!")
    return f"How can we {text}?"


def _causal(form: Form) -> str:
    second = _SECOND.sub("", form.y)
    y = _COMPARED.sub("", second).strip(" ,") if form.v != "better than" else second
    x = _strip_use_of(_COMPARED.sub("", form.x).strip(" ,"))
    if x.lower() in {"it", "this", "that", "there"}:
        return _it_helps(form.v, y)
    if x.lower().startswith(("not ", "no ")) or form.reason == "would_have" or form.v in {"differ", "better", "worse"}:
        return ""
    if form.v == "when":
        return _when(x, y)
    if form.v == "if":
        return _join(_clause(x), _so_that(y))
    if form.v == "passive":
        return _join(approach(x), f"to {outcome_of('improve', y)}")
    if form.v.split()[0] in {"work", "works", "worked", "matter", "matters", "mattered", "pay", "pays"} or (
        form.v in {"help", "helps"} and not y
    ):
        return _make_work(x, y)
    if form.v in {"effective", "better than"}:
        return _effective(x, y)
    users = _USERS.match(plain(x))
    if users:
        return f"help {lower_first(x[: users.end('p')])} {form.v} {re.sub(r' than .*$', '', y)}" if y else ""
    return _join(approach(x), purpose(form.v, y)) if x else ""


def _it_helps(verb: str, y: str) -> str:
    """Return a rewrite of "does it help pupils when we read to them", or nothing."""
    outcome, link, rest = re.split(r"\s+(when|if)\s+", f"{y} ", maxsplit=1) if re.search(r"\s+(?:when|if)\s+\w", y) else ("", "", "")
    agent = _AGENTS.match(plain(rest))
    return _join(_clause(rest.strip()), purpose(verb, outcome)) if link and agent else ""


def _join(first: str, second: str) -> str:
    return f"{first} {second}" if first and second else ""


def _make_work(x: str, y: str) -> str:
    y = re.sub(r"^(?:better|best|well)\b\s*", "", y, flags=re.IGNORECASE)
    if not x or phrases(data.CONDITIONS).fullmatch(plain(x)) or PEOPLE_ONLY.match(plain(x)):
        return ""
    what = lower_first(_strip_use_of(x))
    if what.split()[-1].lower() in {"work", "works"}:
        return f"make the most of {what} {y}".strip()
    return f"make {what} work {y}".strip()


def _effective(x: str, y: str) -> str:
    """Read "in improving Y", "for Year 8", "way of teaching Z": the small word that leads tells which."""
    users = re.match(
        r"^(?P<p>.*\b(?:pupils|students|children|learners|boys|girls))\s+(?:who|"
        r"that)\s+(?P<v>\w+)\s+(?P<rest>.+)$",
        plain(x),
        re.IGNORECASE,
    )
    if users:
        who = lower_first(x[: users.end("p")])
        return f"help {who} {plain_of_third_person(users['v'])} {x[users.start('rest') :]} well" if not re.search(r"\d$", who) else ""
    lead, _, rest = y.partition(" ")
    first, _, tail = rest.partition(" ")
    verb = plain_form(first)
    if lead in {"in", "at", "for", "of", "when"} and verb and tail:
        return _join(approach(x), purpose(verb, tail))
    if lead == "to" and plain_of_third_person(first) in KEPT_VERBS | {"teach", "learn", "practise"} and tail:
        return _join(approach(x), purpose(first, tail))
    if lead in {"in", "at", "for", "with"} and rest and (PEOPLE_ONLY.match(plain(rest)) or lead != "in"):
        return _make_work(x, f"{'for' if lead == 'with' else lead} {rest}" if lead != "at" else f"in {rest}")
    if lead in {"in", "on"} and rest:
        return _make_work(x, f"in {rest}")
    return _make_work(x, "")


def _strip_use_of(x: str) -> str:
    return _USE_OF.sub("", x)


def approach(x: str) -> str:
    """Return what "we" do, from the words for the approach.

    >>> [approach(x) for x in ("using bar models", "paired talk", "teaching vocabulary before reading", "pupils working in pairs")]
    ['use bar models', 'use paired talk', 'teach vocabulary before reading', 'have pupils work in pairs']
    """
    x = x.strip(" ,")
    if not x:
        return ""
    if phrases(data.CONDITIONS).fullmatch(plain(x)):
        return ""
    first, _, rest = x.partition(" ")
    verb = plain_form(first)
    if verb in _PUPILS_DO and rest:
        return f"have pupils {verb} {rest}"
    if verb and rest and not _COMPOUND.match(plain(x)) and not rest.lower().startswith(("and ", "or ", "in pairs and")):
        return f"{verb} {_and_gerunds(rest)}"
    people = _PEOPLE.match(plain(x))
    if people:
        return _have_people(x, people)
    if first.lower() in {"being", "having"}:
        return f"make the most of {lower_first(x)}"
    return f"use {lower_first(x)}"


def _and_gerunds(rest: str) -> str:
    """Return the rest of a clause with a second "-ing" verb put in step: "and marking" becomes "and mark"."""

    def change(match: re.Match[str]) -> str:
        verb = plain_form(match[2])
        return f"{match[1]} {verb}" if verb and verb not in {"read", "write", "spell", "count"} else match.group()

    return re.sub(r"\b(and then|and)\s+(\w+ing)\b(?=\s+\w)", change, rest)


def _have_people(x: str, people: re.Match[str]) -> str:
    rest = x[people.start("rest") :]
    first, _, tail = rest.partition(" ")
    verb = plain_form(first)
    if not verb and first.lower() == "being":
        second, _, tail = tail.partition(" ")
        return f"{plain_of_past(second)} {_them(x, people)} {tail}" if plain_of_past(second) else ""
    if not verb:
        return f"use {lower_first(x)}"
    return f"have {_them(x, people)} {verb} {tail}".strip()


def _them(x: str, people: re.Match[str]) -> str:
    who = x[: people.end("p")]
    return "them" if who.lower() == "they" else lower_first(who)


def _clause(x: str) -> str:
    """Return what we do from "we use bar models" or "pupils are given sentence starters"."""
    agent = _AGENTS.match(plain(x))
    if agent:
        rest = x[agent.start("rest") :]
        first, _, tail = rest.partition(" ")
        return f"{plain_of_past(first) or plain_of_third_person(first)} {tail}".strip()
    people = _PEOPLE.match(plain(x))
    if people:
        rest = x[people.start("rest") :]
        first, _, tail = rest.partition(" ")
        if first.lower() in {"are", "were", "is"}:
            second, _, tail = tail.partition(" ")
            verb = plain_of_past(second) or ""
            return f"{verb} {_them(x, people)} {tail}".strip() if verb else ""
        return f"have {_them(x, people)} {rest}"
    return approach(x)


def _when(x: str, y: str) -> str:
    link, _, rest = x.partition(" ")
    outcome = _pupils_outcome(y)
    if not outcome or not rest:
        return ""
    if link in {"with", "through", "by", "using", "via", "because", "thanks"}:
        how = approach(re.sub(r"^(?:a\s+result\s+of|of|to)\s+", "", rest))
    elif plain_form(rest.split()[0]):
        how = approach(rest)
    else:
        how = _clause(rest)
    if " them " in f"{how} " and how.split()[1:2] == ["them"]:
        who = _who(outcome)
        return f"{how.replace('them', who, 1)} to help them{outcome.removeprefix(who)}" if who else ""
    return _join(how, f"to help {outcome}")


def _who(outcome: str) -> str:
    match = _SUBJECT.match(plain(outcome))
    return outcome[: match.end("p")] if match else ""


_SUBJECT = re.compile(
    r"^(?P<p>(?:(?:the|our|my|these|most|eal|send|fsm)\s+)?(?:[\w-]+\s+){0,3}?(?:pupils|students|children|learners|boys|girls|they|"
    r"(?:year\s+\d+\w*|[ps]\d|reception|nursery|"
    r"\d{1,2}[a-z]\d?|set\s+\d)(?:\s+(?:class|set|group|pupils|students|children|learners|boys|girls))?))\s+(?P<rest>.+)$",
    re.IGNORECASE,
)


def _pupils_outcome(y: str) -> str:
    match = _SUBJECT.match(plain(y))
    if not match:
        return ""
    who = y[: match.end("p")]
    who = "them" if who.lower() == "they" else lower_first(who)
    return f"{who} {y[match.start('rest') :]}"


def _so_that(y: str) -> str:
    outcome = _pupils_outcome(y)
    if outcome:
        return f"to help {outcome}"
    match = re.match(
        r"^(?P<y>.+?)\s+(?:improve|increase|rise|go\s+up|get\s+better|develop|be\s+better|be\s+higher)\b(?P<rest>.*)$",
        plain(y),
        re.IGNORECASE,
    )
    return f"to improve {lower_first(y[: match.end('y')])}{y[match.start('rest') :]}" if match else ""


def _best(form: Form) -> str:
    y = re.sub(
        r"^(?:(?:effective|useful|helpful|successful|successfully)\s+)?(?:to|of|for|in|at|when|is|are)\s+",
        "",
        form.y.strip(" ,"),
        flags=re.IGNORECASE,
    )
    if re.match(r"^(?:for|in|with)\s", form.y.strip(), re.IGNORECASE) and not plain_form((y.split() or [""])[0]):
        return ""
    first, _, tail = y.partition(" ")
    verb = plain_form(first) or plain_of_third_person(first)
    if verb == "teach" and tail:
        return f"teach {tail} so that more of it is learned and remembered"
    if verb in KEPT_VERBS and tail:
        return outcome_of(verb, tail)
    if form.y.lower().startswith("to ") and verb and tail:
        return f"{verb} {tail}"
    return ""


def _should(form: Form) -> str:
    first, _, tail = form.x.strip().partition(" ")
    if not tail or first.lower() in {"not", "be", "stop", "ban"}:
        return ""
    return f"{first.lower()} {tail}" if re.search(r"\bto\s+\w+", tail) else f"{first.lower()} {tail} to improve learning"
