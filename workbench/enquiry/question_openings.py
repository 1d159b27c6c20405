"""Openings of a question that the general forms do not know: objectives, evidence asked for, a past that cannot be run again."""

from __future__ import annotations

import re
from itertools import pairwise

from workbench.enquiry import question_patterns as pt
from workbench.enquiry import question_words as data
from workbench.enquiry.english import PLAIN_VERBS, plain_form
from workbench.enquiry.question_form import Form, cut
from workbench.enquiry.question_pupils import who_is_named

_LEARNERS = rf"(?:{pt.PUPILS}|everyone|every\s+(?:pupil|child|student)|all\s+(?:pupils|children|students))"
_LEARNERS_END = r"\b(?:pupils|students|children|learners|boys|girls|class|set|apprentices|trainees|we|they|i)\s*$"
_MORE_VERBS = frozenset(
    "keep refine pause greet circulate wait plan stop seek establish embed secure leave run cold-call narrate script elicit probe chase "
    "stand sit thank name spot catch close open begin finish complete collect return write speak talk leverage optimise maximise harness "
    "investigate look evaluate consider become be develop ensure reduce stretch lift master practise trial target strive work get "
    "go".split()
)
_TIME_FIRST = re.compile(
    r"^\W*(?:(?:for|over|during|within|in|by|before|after|until|throughout|from)\s+[^:,]{1,60}[:,]|(?:target|objective|goal|aim|focus|"
    r"action|next\s+step|coaching\s+(?:target|objective|goal)|smart\s+target|success\s+criteri\w+)\s*\d*\s*[:-])\s*",
    re.IGNORECASE,
)
_I_WILL = re.compile(
    r"^\W*(?:(?:i|we)\s+(?:will|shall|am\s+going\s+to|are\s+going\s+to|aim\s+to|intend\s+to|plan\s+to|need\s+to|must|want\s+to|"
    r"would\s+like\s+to|hope\s+to|have\s+to)|(?:i|we)(?:'ll|'d\s+like\s+to)|id\s+like\s+to|(?:my|our)\s+(?:aim|target|goal|objective|"
    r"focus|next\s+step)\s+(?:is|this\s+\w+\s+is)\s+(?:to|for\s+\w+\s+to)?|to)\s+(?P<y>.+)$",
    re.IGNORECASE,
)
_THEY_TO = re.compile(r"^\W*(?P<p>[^,?]{2,70}?)\s+(?:to\s+be\s+able|to|will\s+be\s+able|will|can\s+all)\s+to\s+(?P<y>.+)$", re.IGNORECASE)
_X_TO_DO = re.compile(r"^\W*(?P<p>[^,?:]{2,60}?)\s+(?:to|will)\s+(?P<y>(?:be\s+able\s+to\s+)?(?P<verb>[a-z-]+)\s+.+)$", re.IGNORECASE)
_KNOW = (
    r"(?:know|tell|judge|see|show|find\s+out|measure|evaluate|assess|gauge|be\s+sure|be\s+confident|demonstrate|establish|check|decide|"
    r"recognise|satisfy\s+(?:ourselves|themselves))"
)
_EVIDENCE = re.compile(
    rf"^\W*(?:(?:how|in\s+what\s+ways?|by\s+what\s+(?:means|signs?))\s+(?:best\s+)?(?:will|can|could|do|might|may|should|would|shall)\s+"
    rf"[\w' -]{{1,60}}?\s*\b{_KNOW}\s+|what\s+(?:evidence|signs?|proof|data|work)\b[^,?]{{0,60}}?\b(?:that|whether|if|of|for)\s+|"
    rf"what\s+(?:will|would|could|can|might|should)\s+(?:tell|show|convince)\s+\w+\s+|"
    rf"what\s+(?:will|would|should|can|could)\s+(?:we|i|governors|you)\s+(?:expect\s+to\s+)?(?:see|look\s+for|"
    rf"need\s+to\s+see)\b[^,?]{{0,80}}?\s+)"
    r"(?P<link>(?:if|whether|that|how\s+(?:far|much|well)|the\s+extent(?:\s+to\s+which)?|to\s+what\s+extent|the\s+(?:difference|"
    r"impact|effect|"
    r"benefit|value|success)(?:\s+(?:of|that))?)\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_WOULD_HAVE = re.compile(
    r"^\W*(?:(?:what|how)\s+(?:much\s+|well\s+|far\s+)?)?(?:would|could|might)\s+(?P<x>(?:.+?\s+)?)(?P<v>have)\s+(?P<y>(?:been|done|"
    r"\w+(?:ed|nt|wn|"
    r"en|ght|ade|ot|ad|elt))\b.*)$",
    re.IGNORECASE,
)

_IF_WE_HAD = re.compile(
    r"^\W*(?:would|could|might)\s+(?P<x>.+?)\s+(?P<y>\w+\s+.+?)\s+(?P<v>(?:if\s+(?:\w+\s+){1,3}had|had\s+(?:we|i|they)))\b.*$",
    re.IGNORECASE,
)


def objective(text: str, flat: str) -> Form | None:
    """Read a statement or an objective as "How can I ...": it is no fault to be a statement."""
    body = _TIME_FIRST.sub("", flat, count=1)
    offset = len(flat) - len(body)
    will = _I_WILL.match(body)
    if will and _is_verb(will["y"]):
        return _how(text, offset, offset + will.start("y"))
    if _is_verb(body) and len(body.split()) > 1:
        return _how(text, offset, offset)
    other = _X_TO_DO.match(body)
    if other and _is_verb(other["verb"]) and not re.match(r"(?:the|an?)\s+(?:impact|effect|best|right)\b", body, re.IGNORECASE):
        return _how(text, offset, offset)
    return None


def _is_verb(words: str) -> bool:
    first = (words.split() or [""])[0].lower().strip(",.:;'\"()")
    bare = plain_form(first) or first
    after = words.split()[1:2]
    if after and after[0].lower() in {"in", "of", "and", "for"} and first in data.LEARNING_NOUNS:
        return False  # "Writing in Year 4" is a topic
    return bare in PLAIN_VERBS or bare in _MORE_VERBS or bare in data.AIM_VERBS


def _how(text: str, start: int, verb: int) -> Form:
    lead = text[start:verb].strip() or (text[verb:].split() or [""])[0]
    return Form(kind="how", reason="objective", trigger=lead, y=text[verb:].strip())


def evidence(text: str, flat: str) -> Form | None:
    """Read "How will we know how far X has improved Y": it asks what would show it."""
    match = _EVIDENCE.match(flat)
    if not match or not (match["link"] or text[: match.start("rest")].lower().lstrip().startswith("what")):
        return None
    rest = cut(text, match, "rest")
    if re.match(rf"(?:{_LEARNERS})\s+(?!who|whose|with)", rest, re.IGNORECASE):
        return Form(kind="evidence", reason="evidence", trigger=text[: match.start("rest")].strip(), y=rest)
    verb = next((m for m in pt.CHANGE_RE.finditer(flat, match.start("rest")) if m.start() > match.start("rest")), None)
    verb = verb or re.search(
        r"\b(?:has|have|had|is|are|was|were|will|can|on)\s+(?:\w+ly\s+)?(?:\w+)\s*", flat[: len(flat)][match.start("rest") :], re.IGNORECASE
    )
    if verb and verb.string is flat:
        x, y = text[match.start("rest") : verb.start()], text[verb.start() :]
    elif verb:
        at = match.start("rest") + verb.start()
        x, y = text[match.start("rest") : at], text[at:]
    else:
        x, y = "", rest
    trigger = text[: match.start("rest")].strip()
    return Form(kind="evidence", reason="evidence", trigger=trigger, x=x.strip(" ,"), y=y.strip(" ,"))


def hypothetical(text: str, flat: str) -> Form | None:
    """Read "Would Year 8 have learned it better ...": a past that cannot be run again."""
    match = _WOULD_HAVE.match(flat) or _IF_WE_HAD.match(flat)
    if not match:
        return None
    return Form(
        kind="causal", reason="would_have", trigger=cut(text, match, "v"), x=cut(text, match, "x"), v="would have", y=cut(text, match, "y")
    )


def used_by(text: str, flat: str) -> Form | None:
    """Read "How can paired talk improve recall": it asks how a thing can be used, of which one can find out."""
    match = pt.HOW_ANY.match(flat)
    if not match:
        return None
    start = match.start("rest")
    rest = flat[start:]
    trigger = text[:start].strip()
    if re.match(_LEARNERS, rest, re.IGNORECASE):
        return Form(kind="how", reason="how_can_we", trigger=trigger, y=text[start:].strip())
    verb = _first_verb(rest)
    named = who_is_named(rest[:verb])
    if named.years or re.search(_LEARNERS_END, rest[:verb], re.IGNORECASE):
        verb = 0
    x, y = (text[start : start + verb], text[start + verb :]) if verb else ("", text[start:])
    return Form(kind="how", reason="how_can_we", trigger=trigger, x=x.strip(" ,"), y=y.strip(" ,"))


def _first_verb(rest: str) -> int:
    """Return where the verb of "X improve Y" begins: the first word that can only be one here."""
    words = list(re.finditer(r"[\w'-]+", rest))
    for before, match in pairwise(words):
        word = match.group().lower()
        previous = before.group().lower()
        if previous in {"to", "the", "a", "an", "of", "for", "in", "with", "by", "and", "or", "that", "which", "who", "from", "on", "at"}:
            continue
        if word in data.AIM_VERBS or ((word in PLAIN_VERBS or word in _MORE_VERBS) and word not in pt.NOUNS_TOO | _NOUNS):
            return match.start()
    return 0


_NOUNS = frozenset(
    "work play practice talk test quiz mark group pair seat mix set design plan record film review film time share code map sort label "
    "model question read drill place focus match order space visit look return name track display script book lead direct".split()
)
