"""Which pupils a question names, and which part of the subject (Q-R2).

The subject part is found by what is left when everything general is taken away, so that a part
nobody listed ("enzyme graphs", "hurdling", "cynghanedd") counts as well as a listed one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.enquiry import question_words as data
from workbench.enquiry.english import plain_form
from workbench.enquiry.question_form import Form
from workbench.enquiry.question_reading import find, once, phrases, plain

_NUMBER = r"(?:1[0-3]|[1-9])"
_NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
_PEOPLE = (
    r"(?:pupils|students|children|learners|boys|girls|attainers|readers|writers|spellers|speakers|those|mathematicians|teenagers|infants)"
)
YEARS = re.compile(
    rf"(?<![\w.])(?:(?:years?|yrs?)\.?\s*(?:{_NUMBER}(?:[a-z]{{1,2}}(?![a-z]))?(?![\d%])|{_NUMBER_WORD}\b)(?:\s*(?:and|&|,|-|to|/|"
    rf"or)\s*(?:years?\s*)?{_NUMBER}\b)*"
    rf"|y{_NUMBER}\b|reception|nursery|pre-?school|eyfs|early\s+years|foundation\s+(?:stage|phase)|infants|juniors"
    rf"|ks\s?[1-5]|key\s+stage\s+(?:[1-5]|one|two|three|four|five)|primary\s+[1-7]|p[1-7]\b(?!\w)|s[1-6]\b(?!\w)|lower\s+(?:sixth|"
    rf"school)|upper\s+(?:sixth|school)"
    r"|sixth[\s-]form\w*|a[\s-]level(?:s|lers)?|gcse\s+(?:class|classes|group|groups|set|sets|pupils|students)|as[\s-]level|"
    r"national\s+[1-5]|nat\s?[1-5]|advanced\s+higher"
    r"|higher\s+(?:class|pupils|students|english|maths|history|biology|chemistry|physics|geography)|btec|t[\s-]level|(?:early|first|"
    r"second|third|fourth)\s+level"
    r"|blwyddyn\s+\d+|dosbarth\s+\w+|derbyn|meithrin|progression\s+step\s+\d|bliain\s+\d+|rang\s+\d+)",
    re.IGNORECASE,
)
CLASSES = re.compile(
    rf"(?<![\w.:/])(?!(?:2D|3D|4D|3G|4G|5G|2d|3d)\b){_NUMBER}(?:[A-Z]{{1,4}}|[a-z])(?:\d|[a-z]\d)?(?:/[A-Z][a-z]?\d?)?(?!\w)"
)
SETS = re.compile(
    r"(?<!\w)(?:(?:my|our|the)\s+)?(?:(?:top|middle|bottom|lower|higher|upper|first|second|third|fourth|fifth|mixed[\s-](?:ability|"
    r"attainment|age)|parallel|foundation|nurture)"
    r"[\s-](?:set|sets|group|groups|stream|tier|class|classes|band)|sets?[\s-]+\d\w?|band\s+[a-d]\b|stream\s+\w\b|"
    r"(?:\w+\s+)?tutor\s+groups?|form\s+group|"
    r"(?:intervention|catch-up|focus|booster|nurture|target|reading|phonics|guided|small|resit|tutoring)\s+groups?)(?!\w)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    rf"(?<!\w)(?<!year )(?<!years )(?<!set )(?<!stage )(?<!primary )(?:\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|"
    rf"twelve|fifteen|twenty|thirty)\s+(?:(?!{_PEOPLE}\b)[\w'-]+\s+){{0,3}}{_PEOPLE}(?!\w)",
    re.IGNORECASE,
)
NEEDS = re.compile(
    rf"(?<!\w){_PEOPLE}(?:\s+in\s+\w+(?:\s+\d+)?)?\s+(?:who|whose|that\s+(?:find|have|struggle)|with(?!\s+(?:their|our|the\s+(?:use|"
    rf"help)|a\s+\w+\s+to))|struggling|working|scoring|at\s+risk|"
    r"below|needing|new\s+to|not\s+yet|entering|joining|learning\s+english|moving|from\s+\w+\s+(?:homes|families|"
    r"backgrounds))\b(?:\s+[\w'-]+){0,3}",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    r"(?<!\w)(?:hesitant|weak|weaker|weakest|slow|slower|novice|emergent|reluctant|struggling|confident|advanced|able|anxious|"
    r"fluent|early|beginner|shy|"
    r"silent|passive|vulnerable|sporty|musical|premature|impulsive|lowest|highest|autistic|dyslexic|deaf|refugee|bilingual)[\s-]+"
    rf"(?:[\w'-]+\s+){{0,2}}{_PEOPLE}(?!\w)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:in\s+order\s+(?:to|that)|so\s+as\s+to|so\s+that|so(?!\s+(?:many|much|far|well|often|few|little)\b)|which\s+(?=(?:gets?|helps?|lets?)\b))\b\s+",
    re.IGNORECASE,
)
_TO_AIM = re.compile(
    r"\bto\s+(?:better\s+|further\s+)?(?=(?:"
    + "|".join(data.AIM_VERBS)
    + r"|find\s+out|work\s+out|see|understand|discover|check|explore)\b)",
    re.IGNORECASE,
)
_MEANS = re.compile(r"\s+(?:by|through|using|via|with\s+the\s+(?:help|use)\s+of|by\s+means\s+of|with\s+(?=\w+ing\b))\s+", re.IGNORECASE)
_MEANS_VERBS = frozenset({"use", "try", "introduce", "set", "adopt", "implement", "run", "employ", "trial"})
_NEED_CLAUSE = re.compile(r"\b(?:who|whose)\b[^,?]*,", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_GENERAL = (
    frozenset(data.GENERIC_OUTCOMES)
    | frozenset(data.FUNCTION_WORDS)
    | frozenset(data.AIM_VERBS)
    | frozenset(data.ADULTS)
    | frozenset(data.ENGLISH_MARKERS)
)
_NEAR = phrases(tuple(data.NEAR_LEARNING))
_NO_CASE_SUBJECTS = tuple(name for name in data.SUBJECTS if name not in {"it", "re", "rs", "pe", "subject", "subjects", "the subject"})
_CASE_SUBJECTS = re.compile(r"(?<!\w)(?:IT|RE|RS|PE)(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """The stretch of a question that says what is done, and the stretch that says what is to change.

    ``purpose`` says that the outcome is what the rest is done for: "so that ...".
    """

    approach: str
    outcome: str
    purpose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """The pupils named: by year or class, by group or need, or only in general."""

    years: tuple[str, ...]
    groups: tuple[str, ...]
    general: tuple[str, ...]

    @property
    def specific(self) -> bool:
        """Say whether a reader would know which pupils."""
        return bool(self.years or self.groups)


def who_is_named(text: str) -> Who:
    """Return the pupils that a text names, in its own words.

    >>> who_is_named("How can we help EAL pupils in Year 4?").years
    ('Year 4',)
    """
    flat = plain(text)

    def said(*patterns: re.Pattern[str]) -> tuple[str, ...]:
        return once(text[m.start() : m.end()] for pattern in patterns for m in pattern.finditer(flat))

    years = said(YEARS, CLASSES, SETS)
    groups = said(COUNTED, DESCRIBED, NEEDS) + tuple(text[m.start() : m.end()] for m in phrases(data.GROUPS).finditer(flat))
    return Who(years=years, groups=once(groups), general=find(data.GENERIC_PUPILS, text))


def regions(form: Form) -> Regions:
    """Split a question into what is done and what is to change."""
    if form.kind in {"causal", "evidence"}:
        return Regions(approach=form.x, outcome=form.y)
    if form.kind not in {"how", "can_we", "should"}:
        return Regions(approach="", outcome=form.y)
    text = form.y
    flat = plain(text)
    first = (flat.split() or [""])[0].lower()
    aimed = (
        (bool(form.x) and first not in _MEANS_VERBS)
        or first in data.AIM_VERBS
        or first in {"best", "better"}
        or (plain_form(first) or "-") in data.AIM_VERBS
    )
    split = _PURPOSE.search(flat) or (None if aimed else _TO_AIM.search(flat))
    if split:
        done = f"{form.x} {text[: split.start()]}".strip(" ,")
        return Regions(approach=done, outcome=text[split.end() :], purpose=True)
    used = re.search(r"\s+to\s+(?=[a-z])", flat) if first in _MEANS_VERBS else None
    if used:
        return Regions(approach=f"{form.x} {text[: used.start()]}".strip(), outcome=text[used.end() :], purpose=True)
    if first in _MEANS_VERBS or form.kind == "should":
        return Regions(approach=text, outcome="")
    means = _MEANS.search(flat)
    if aimed and means and not (first in {"get", "have", "keep", "stop"} and means.group().strip().lower() == "using"):
        return Regions(approach=text[means.start() :].strip(" ,"), outcome=text[: means.start()])
    return Regions(approach=form.x, outcome=text)


def subject_part(outcome: str) -> tuple[str, ...]:
    """Return the words that name a part of the subject, as typed; empty when there are none.

    >>> subject_part("improve Year 7 pupils' progress in maths"), subject_part("improve column subtraction in Year 4")
    ((), ('column', 'subtraction'))
    """
    flat = plain(outcome)
    # What pupils need, between "who" and a comma, is about them; what comes after it is about the subject.
    without_need = _NEED_CLAUSE.sub(_blank, flat)
    return _left(outcome, without_need) or _left(outcome, flat)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _left(outcome: str, flat: str) -> tuple[str, ...]:
    """Return the words of the outcome that are left when everything general is blanked out."""
    for pattern in (
        YEARS,
        CLASSES,
        SETS,
        COUNTED,
        DESCRIBED,
        phrases(data.GROUPS),
        phrases(data.TOO_BIG),
        phrases(_NO_CASE_SUBJECTS),
        _NEAR,
    ):
        flat = pattern.sub(_blank, flat)
    flat = _CASE_SUBJECTS.sub(_blank, flat)
    kept = []
    for match in _TOKEN.finditer(flat):
        word = match.group().lower().removesuffix("'s").rstrip("'")
        if len(word) > 1 and word not in _GENERAL and word not in data.WIDE_ASPECTS and not _general_ing(word):
            kept.append(outcome[match.start() : match.end()])
    return once(kept)


def _general_ing(word: str) -> bool:
    return plain_form(word) in {"use", "improve", "raise", "help", "support", "give", "make", "get", "do", "put", "have", "increase"}


def wide_part(outcome: str) -> tuple[str, ...]:
    """Return parts that are named but as wide as a subject: reading, writing, number."""
    return find(data.WIDE_ASPECTS, outcome)


def subjects_named(text: str) -> tuple[str, ...]:
    """Return whole subjects that the text names, as typed."""
    return once([*find(_NO_CASE_SUBJECTS, text), *(m.group() for m in _CASE_SUBJECTS.finditer(text))])
