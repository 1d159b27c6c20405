"""Rule Q-R2: which pupils, and which part of the subject.

One narrow mark names the pupils (a year, a class, a course); a broad mark counts half (a band of
years, a sex, a listed group, a need), so two of different kinds are enough.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.enquiry import question_pupils as pupils
from workbench.enquiry import question_vocabulary as more
from workbench.enquiry import question_words as data
from workbench.enquiry.question import QuestionParts
from workbench.enquiry.question_finding import Answer, Finding, Looked, any_said, quoted
from workbench.enquiry.question_forms import strip_lead_in
from workbench.enquiry.question_pupils import subject_part, subjects_named, wide_part
from workbench.enquiry.question_reading import find, phrases, plain

_ONE_YEAR = re.compile(
    r"(?<![\w.])(?:(?:years?|yrs?|blwyddyn|bliain|rang|primary)\.?\s*(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|"
    r"twelve|thirteen)(?!\d|%|\s*(?:years?|weeks?|months?)\b)|y(?P<y>1[0-3]|[1-9])(?!\d)|(?P<p>[pns])(?P<ps>[1-7])(?!\d))"
    r"(?P<more>(?:\s*(?:,|and|&|to|-|/|or)\s*(?:years?\s*|y|p|s)?(?:1[0-3]|[1-9])\b(?!\s*(?:weeks?|lessons?|pupils|boys|girls|"
    r"children)))*)",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"(?<!\w)(?:reception|nursery|derbyn|meithrin|pre-?school|kindergarten|foundation\s+[12]|f[12]\b|lower\s+sixth|upper\s+sixth|"
    r"(?:two|three|four|five|2|3|4|5)[\s-]year[\s-]olds?|toddler\w*|baby\s+room|first[\s-]years?|second[\s-]years?|freshers)(?!\w)",
    re.IGNORECASE,
)
_COURSE = re.compile(
    r"(?<!\w)(?:i?gcse|a[\s-]levels?|as[\s-]levels?|national\s+[1-5]|nat\s?[1-5]|n[1-5]\b|advanced\s+higher|(?-i:Higher)|btec|"
    r"t[\s-]levels?|"
    r"level\s+[1-7]|entry\s+level(?:\s+[1-3])?|cambridge\s+nationals?|functional\s+skills|nvq|access\s+to\s+he|ib)\s+"
    r"(?!(?:results?|grades?|exams?|examinations?|students?|pupils?|class|classes|groups?|learners?|outcomes?|attainment|courses?|"
    r"papers?|questions?|"
    r"levels?|work|standards?|and|or|in|at|for|of|the|to|sets?|scores?|success|years?|cohort|boys|girls|resits?)\b)[a-z]\w+",
    re.IGNORECASE,
)
_NAMED_CLASS = re.compile(
    r"(?<!\w)(?:(?:class|form|room|tutor\s+group|base|group|set)\s+(?:[A-Z0-9]\w{0,12}(?![\w-]))|(?!(?:My|Our|The|This|Which|Each|"
    r"Every|In|For|With|How|Does|Can|Is)\b)"
    r"[A-Z][a-z]+\s+(?:[Cc]lass|[Rr]oom|[Bb]ase)\b|\d{1,2}[\s-]set[\s-]?\d)"
)
_OUR_CLASS = re.compile(
    r"(?<!\w)(?:our|my|the|a)\s+(?P<which>(?:[\w-]+\s+){1,3})(?:class|base|unit|provision|intervention\s+group|nurture\s+group|"
    r"resit\s+group|group|room|nursery)(?!\w)",
    re.IGNORECASE,
)
_BANDS = re.compile(
    r"(?<!\w)(?:ks\s?[1-5]|key\s+stage\s+(?:[1-5]|one|two|three|four|five)|sixth[\s-]form\w*|infants?|juniors?|eyfs|early\s+years|"
    r"foundation\s+(?:stage|phase)|primary(?!\s+(?:\d|source|data))|secondary(?!\s+(?:source|data))|lower\s+school|upper\s+school|"
    r"middle\s+school|"
    r"whole\s+school|post-?16|(?:early|first|second|third|fourth|senior)\s+(?:level|phase)|progression\s+step\s+\d|gcse|"
    r"a[\s-]levels?|btec|"
    r"further\s+education|adult\s+learners?)(?!\w)",
    re.IGNORECASE,
)
_SEX = re.compile(r"(?<!\w)(?:boys?|girls?|lads?|lasses|males?|females?)(?!\w)", re.IGNORECASE)
_SCORE = re.compile(
    r"(?<!\w)(?:(?:scor(?:ed|ing)|working|got|below|under)\s+(?:under|below|less\s+than|at|towards)?\s*(?:\d+|age|expected|"
    r"the\s+\w+\s+(?:threshold|standard))|"
    r"(?:failed|missed|did\s+not\s+(?:reach|meet|pass)|didn'?t\s+(?:reach|pass|meet))\s+(?:the|their)\b|resit\w*|re-sit\w*)",
    re.IGNORECASE,
)
_PLAIN_CLASS = frozenset(
    "whole new current own small large big lovely difficult entire other lively noisy last next same first second parallel very able "
    "mixed whole-class "
    "focus control experimental little test teaching of in for with to and or year science working subject main following each "
    "peer".split()
)
_NUMBERS = {name: at for at, name in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen".split())}
_SEXES = frozenset({"boys", "girls"})


def named_pupils(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the narrow marks of pupils in a text, and one broad mark of each kind, as typed.

    >>> named_pupils("How can EAL boys in KS2 spell better?")
    ((), ('KS2', 'boys', 'EAL'))
    """
    flat = plain(text)
    narrow, bands = _years(text, flat)
    for pattern in (_STAGE, _COURSE, pupils.CLASSES, pupils.SETS, _NAMED_CLASS):
        narrow += [text[m.start() : m.end()] for m in pattern.finditer(flat) if not _general_group(m.group())]
    for match in _OUR_CLASS.finditer(flat):
        words = [word for word in match["which"].lower().split() if word not in _PLAIN_CLASS and word not in data.SUBJECTS]
        if words and not any(w in {"class", "group"} for w in words):
            narrow.append(text[match.start() : match.end()])
    listed = [text[m.start() : m.end()] for m in _groups().finditer(flat)]
    listed += [text[m.start() : m.end()] for m in pupils.DESCRIBED.finditer(flat)]
    needs = [text[m.start() : m.end()] for pattern in (_SCORE, pupils.NEEDS) for m in pattern.finditer(flat)]
    counted = [text[m.start() : m.end()] for m in pupils.COUNTED.finditer(flat)]
    bands += [text[m.start() : m.end()] for m in _BANDS.finditer(flat)]
    sexes = [text[m.start() : m.end()] for m in _SEX.finditer(flat)]
    return tuple(narrow), tuple(kind[0] for kind in (bands, sexes, listed, needs, counted) if kind)


@cache
def _groups() -> re.Pattern[str]:
    more_groups = (
        "asd",
        "braille",
        "semh",
        "mld",
        "pmld",
        "sld",
        "vi",
        "hi",
        "makaton",
        "two-word-level",
        "send pupils",
        "slower",
        "more-able",
    )
    return phrases(tuple(group for group in (*data.GROUPS, *more_groups) if group not in _SEXES))


def _general_group(words: str) -> bool:
    """Say whether "focus group" or "reading group" stands there with nothing that tells which."""
    return bool(
        re.fullmatch(
            r"(?:(?:my|our|the)\s+)?(?:small|target|focus|intervention|guided|mixed[\s-]\w+)\s+(?:group|groups)", words, re.IGNORECASE
        )
    )


def _years(text: str, flat: str) -> tuple[list[str], list[str]]:
    """Return single years or two neighbours, and longer runs of years, as typed."""
    narrow: list[str] = []
    bands: list[str] = []
    for match in _ONE_YEAR.finditer(flat):
        first = match["n"] or match["y"] or match["ps"]
        numbers = [_NUMBERS.get(first.lower(), -1) if not first.isdigit() else int(first)]
        numbers += [int(n) for n in re.findall(r"\d+", match["more"])]
        piece = text[match.start() : match.end()]
        mixed = re.match(r"\W*(?:mixed\W*)?(?:class|form)\b", flat[match.end() :], re.IGNORECASE)
        (narrow if max(numbers) - min(numbers) <= 1 or mixed else bands).append(piece)
    return narrow, bands


def pupils_and_part(looked: Looked, parts: QuestionParts) -> Finding:
    """Return the finding of Q-R2.

    Args:
        looked: The question, read.
        parts: The fields beside it: what they say and the question does not is pointed at.
    """
    narrow, broad = named_pupils(looked.text)
    missing_who = not narrow and len(broad) < 2
    part = _part(looked)
    wide = wide_part(looked.where.outcome) if not part else ()
    if not missing_who and part:
        reason = "specific" if broad or not narrow else "year_only"
        return Finding(rule="Q-R2", answer="yes", reason=reason, words=quoted(looked, *(narrow[:1] or broad[:2]), *part[:3]))
    answer: Answer = "no"
    reason = "no_pupils_no_part" if missing_who and not part else "no_pupils" if missing_who else "wide_part" if wide else "no_part"
    by_fields = (not missing_who or any_said(parts.pupils, parts.year, parts.need)) and (bool(part) or bool(parts.subject_aspect.strip()))
    if by_fields:
        answer, reason = "look here", "in_the_parts"
    vague = (
        wide[:2]
        if reason == "wide_part"
        else (*(_vague_pupils(looked, broad) if missing_who else ()), *(() if part else _vague_part(looked)))
    )
    return Finding(rule="Q-R2", answer=answer, reason=reason, words=quoted(looked, *vague))


def _vague_pupils(looked: Looked, broad: tuple[str, ...]) -> tuple[str, ...]:
    return broad[:1] or looked.who.general[:2]


def _part(looked: Looked) -> tuple[str, ...]:
    """Return the words that are left when all that is general, or as wide as a subject, is taken away."""
    form = looked.forms[0]
    outcome = looked.where.outcome
    if form.kind in {"describes", "compares", "link", "why", "statement"}:
        outcome = strip_lead_in(" ".join(looked.asked))
    if form.kind == "causal" and form.reason in {"would_have", "better_than"}:
        outcome = f"{form.x} {outcome}"
    found = _small(_without_verb(outcome) if form.kind in {"how", "can_we", "evidence"} else outcome)
    if not found and looked.where.purpose and not re.match(r"\s*us(?:e|ing)\b", looked.where.approach):
        found = _small(looked.where.approach)
    return found


def _without_verb(outcome: str) -> str:
    """Return an outcome without the verb it begins with, which says that something is to change and not what."""
    first, _, rest = outcome.strip().partition(" ")
    return rest if rest and not first[:1].isdigit() and first.lower() not in {"year", "our", "my", "the", "all"} else outcome


def _small(text: str) -> tuple[str, ...]:
    topics = find(more.TOPICS, text) or tuple(match.group() for match in _SUBJECT_WORDS.finditer(plain(text)))
    if topics:
        return topics
    flat = plain(text)
    for pattern in (_general(), _GONE, _COURSE, _STAGE, _NAMED_CLASS, _ONE_YEAR, _groups(), _NAMED_THINGS):
        flat = pattern.sub(lambda match: " " * len(match.group()), flat)
    kept = subject_part(flat)
    return tuple(word for word in kept if not re.fullmatch(r"solv\w*|s?caff?old\w*|optimis\w*|leverag\w*|[a-z]{1,2}", word.lower()))


@cache
def _general() -> re.Pattern[str]:
    return phrases((*more.GENERAL_ASPECTS, *more.ATTITUDES, *more.BROAD_RESULTS, "behaviour", "attendance", "progress"))


_SUBJECTS = "|".join(
    re.escape(name) for name in data.SUBJECTS if name not in {"it", "subject", "subjects", "the subject", "topic", "english", "literacy"}
)
_SUBJECT_WORDS = re.compile(
    rf"\b(?:{_SUBJECTS})\s+(?:vocabulary|vocab|words|terms)\b|\b(?:vocabulary|vocab|words|terms)\s+(?:\w+\s+)?(?:in|of|for|"
    rf"from)\s+(?:{_SUBJECTS})\b",
    re.IGNORECASE,
)
_NAMED_THINGS = re.compile(r"\bby\s+20\d\d\b.*$|\bthrough\s+.*$|\bcompared\s+(?:with|to)\b.*$", re.IGNORECASE)
_GONE = re.compile(r"\([^)]{1,30}\)|\b(?:our|my|the|these|a\s+few\s+of\s+my)\s+(?:learners|pupils|students|children)\b", re.IGNORECASE)


def _vague_part(looked: Looked) -> tuple[str, ...]:
    outcome = looked.where.outcome or looked.asked[0]
    generic = find(more.BROAD_RESULTS, outcome)
    return (*generic[:1], *subjects_named(outcome)[:1])
