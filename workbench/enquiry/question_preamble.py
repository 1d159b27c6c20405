"""Finding what stands before or beside a question and does not help to answer it (Q-R3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.enquiry import question_vocabulary as more
from workbench.enquiry import question_words as data
from workbench.enquiry.question_reading import Reading, once, phrases, plain

_QUESTION_START = (
    r"(?:how|what|which|who|why|when|where|does|do|did|is|are|can|could|will|would|should|to\s+what\s+extent|in\s+what\s+ways?|"
    r"(?:i|we)\s+(?:want|would|wish|plan|aim|hope|intend|will)|my\s+question|our\s+question|if\s+we)\b"
)
_CLAUSE_OPENERS = (
    r"(?:in\s+order\s+to|so\s+as\s+to|to|as\s+part\s+of|as\s+a\s+result\s+of|following|given|because|since|as|in\s+line\s+with|"
    r"linked\s+to|with\s+reference\s+to|"
    r"with\s+regard\s+to|in\s+response\s+to|in\s+light\s+of|in\s+the\s+light\s+of|due\s+to|after|under|for|"
    r"for\s+the\s+purposes?\s+of|towards|based\s+on|"
    r"considering|our|my|the|priority|target|objective|key|with|having|it|according|aligned\s+with|this|school|sdp|sip|per|"
    r"on\s+the\s+back\s+of|ofsted|estyn|hmie|further\s+to|now\s+that|inspired\s+by|prompted\s+by|on\s+the\s+advice\s+of|"
    r"pursuant\s+to|building\s+on|"
    r"i|we|they|there|research|studies|evidence|at|in|on|last|every|a|an|results|governors|parents|inspectors|recent|\w+'s|\w+ing)"
)
_CLAUSE = re.compile(
    rf"^\W*(?P<clause>{_CLAUSE_OPENERS}\b.*?)(?P<join>\s*(?:,\s*(?:so|and|therefore|then|but)?|[:;]|\s[-]\s|"
    rf"\.\s|\sso(?=\s+(?:how|what|can|which|i|we)\b))\s*)(?P<rest>{_QUESTION_START}.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_COMMA = re.compile(
    r"^\W*(?P<clause>(?:in\s+order\s+to|as\s+part\s+of|in\s+line\s+with|in\s+response\s+to|to|because|since|given|as|under|our|"
    r"following)\b.*?)(?P<join>\s+)(?P<rest>(?:how|what|which|does|do|can|is)\s+(?:can|could|might|do|does|we|i|is|are|the|"
    r"\w+ing)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    r"(?:,|\s-|\s)\s*(?:in\s+line\s+with|as\s+(?:part\s+of|required\s+by|set\s+out\s+in|identified\s+(?:in|by)|stated\s+in|"
    r"outlined\s+in)|in\s+order\s+to\s+(?:address|meet|deliver|achieve|fulfil|support)|"
    r"to\s+(?:address|meet|deliver|fulfil|satisfy)|which\s+is|linked\s+to|in\s+response\s+to|following|because\s+(?:this|it)\s+is|"
    r"for|under|given)\s+(?P<what>[^?,]*)(?=\s*\??\s*$)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[\[(](?P<what>[^\])]{1,200})[\])]")
_PRIORITY = re.compile(
    r"(?:(?:priority|target|objective|key\s+issue|strand|point|aim|goal)\s*(?:no\.?\s*)?[\d.]+\w?(?:\s+(?:of|in|from)\s+(?:our|the|"
    r"my)\s+[\w' -]+?(?=\s*(?:[,.;:)]|$)))?)|"
    r"(?:(?:our|the|my)\s+(?:[\w'-]+\s+){0,4}(?:improvement\s+plan|development\s+plan|action\s+plan|sip|sdp|strategy|policy|"
    r"priority|priorities|inspection|vision))|"
    r"(?:(?:ofsted|estyn|hmie?|eti|isi)(?:'s)?(?:\s+(?:report|inspection|recommendations?|visit|feedback))?)",
    re.IGNORECASE,
)


_MIDDLE = re.compile(
    r"(?:,|\s-)\s*(?P<what>(?:having|given|as|in|following|because|since|after|with|which|that|who|whose|like|being|prompted|"
    r"inspired|recommended|"
    r"suggested|identified|highlighted|agreed|bought|paid|purchased|introduced|chosen|our|my|the|a|an|one|now|per|under|and|despite|"
    r"thanks)\b[^?]*?)"
    r"(?:,|\s-)(?=\s*\w)",
    re.IGNORECASE,
)
_COLON = re.compile(r"^\W*(?P<what>[^:?]{5,250}):\s+(?P<rest>[^?]{15,}\??)$")
_OBEYED = re.compile(
    r"(?:,|\s-|\s)\s*(?P<what>(?:in\s+(?:line|accordance|keeping|compliance)\s+with|to\s+comply\s+with|as\s+(?:required|set\s+out|"
    r"recommended|"
    r"stated|identified|outlined|agreed|advised|requested|suggested|directed|expected)\s+(?:by|in|at|under)|on\s+the\s+advice\s+of|"
    r"at\s+the\s+request\s+of|as\s+per)\b[^?]*)(?=\??\s*$)",
    re.IGNORECASE,
)
_CLAUSE_TAIL = re.compile(
    r"(?:,|\s-|\s\(|\s(?=(?:because|since|following|given|now|seeing|considering)\b))\s*(?:and\s+|so\s+)?(?P<what>(?:because|since|"
    r"following|given|now\s+that|seeing|"
    r"considering|as|which|after|having|with|in\s+(?:the\s+)?light\s+of|in\s+response|to\s+(?:meet|address|support|fulfil|satisfy|"
    r"deliver)|part\s+of|a\s+priority|"
    r"our|my|the|last|linked|something|one\s+of|it|this|that|these|we|i|they|results|research)\b[^?]*)(?=\??\s*$)",
    re.IGNORECASE,
)
_SAID_TAIL = re.compile(
    r"(?:,|\s-|\s)\s*(?P<what>(?:as|like|which)\s+(?:(?:our|the|my|a|an|last)\s+)?(?!(?:we|they|i|pupils|children|students|"
    r"you)\b)(?:[\w'-]+\s+){1,4}?(?:has\s+|have\s+)?"
    r"(?:wanted|asked|said|suggested|recommended|reported|found|noted|requires?|expects?|agreed|told|identified|highlighted|advised|"
    r"demands?|"
    r"flagged|insisted|wants|says|suggests|recommends|shows|proved)\b[^?]*)(?=\??\s*$)",
    re.IGNORECASE,
)
_LABELS = re.compile(r"\bcurriculum\s+for\s+(?:wales|excellence)\b", re.IGNORECASE)
_OURS = re.compile(
    r"\b(?:our|my|school|department\w*|faculty|phase|whole-school|college|nursery|trust)(?:'s)?\s+(?:[\w-]+\s+){0,2}(?:targets?|"
    r"priorit\w+|focus|theme|objectives?|"
    r"aims?|plan|strategy|review|audit)\b",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:report|survey|review|audit|moderation|data|results|scores|mocks|analysis|walkthroughs?|learning\s+walks?|book\s+looks?|"
    r"scrutiny)\b[^.?]{0,40}"
    r"\b(?:picked|flagged|show(?:ed|s|n)?|said|says|found|highlighted|raised|identified|were|was|are|is|told|dropped|fell|suggest\w*|"
    r"reveal\w*|point\w*)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:last|this|previous)\s+(?:year|summer|term|autumn|spring)(?:'s)?\s+(?:[\w-]+\s+)?(?:tests?|mocks?|exams?|results|papers?|"
    r"data|assessments?|prelims?|sats)\b|"
    r"\bas\s+(?:we\s+are\s+)?an?\s+(?:[\w-]+\s+){1,4}(?:school|college|nursery|academy|department)\b",
    re.IGNORECASE,
)
_SMALL_TALK = re.compile(
    r"^\W*(?:hi|hello|help|please|thanks?|thank\s+you|sorry|not\s+sure|i\s+was\s+wondering|i\s+(?:don'?t|do\s+not)\s+know|"
    r"i'?m\s+(?:stuck|not|new)|any\s+(?:ideas|thoughts)|can\s+anyone|just\s+(?:a\s+)?(?:wondering|thought|idea))\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:they|them|their|there|theirs|it|its|this|that|these|those|such|he|she|his|her|him|ones?|do\s+so)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trimmed:
    """The question without its preamble, what was taken off (as typed), and the priority named in it."""

    question: str
    removed: tuple[str, ...]
    priority: str
    policy: bool


def trim(question: str) -> Trimmed:
    """Take policy clauses off one sentence, wherever they stand.

    >>> trim("As part of our improvement plan, how can we help 9B write equations?").question
    'How can we help 9B write equations?'
    """
    removed: list[str] = []
    text = question
    for _ in range(3):
        shorter, gone = _once(text)
        if not gone:
            break
        removed.append(gone)
        text = shorter
    kept = text.strip()
    if removed and kept:
        kept = kept[0].upper() + kept[1:]
        if question.rstrip().endswith("?") and not kept.endswith("?"):
            kept += "?"
    return Trimmed(question=kept, removed=once(removed), priority=_priority(removed), policy=bool(removed))


def _once(text: str) -> tuple[str, str]:
    flat = plain(text)
    for pattern in (_CLAUSE, _NO_COMMA):
        match = pattern.match(flat)
        if match and is_background(match["clause"]):
            return text[match.start("rest") :], text[match.start("clause") : match.end("clause")].rstrip(" ,")
    colon = _COLON.match(flat)
    if colon and is_background(colon["what"]):
        return text[colon.start("rest") :], text[colon.start("what") : colon.end("what")].strip()
    for pattern in (_BRACKET, _MIDDLE):
        for inside in pattern.finditer(flat):
            if is_background(inside["what"]):
                rest = text[inside.end() :].lstrip()
                gap = "" if rest[:1] in set("?.,") else " "
                gone = text[inside.start() : inside.end()].strip(" ,-")
                return f"{text[: inside.start()].rstrip()}{gap}{rest}", gone
    for pattern in (_TAIL, _OBEYED, _CLAUSE_TAIL, _SAID_TAIL):
        tail = pattern.search(flat)
        if tail and tail.start() > 15 and (pattern is _OBEYED or pattern is _SAID_TAIL or is_background(tail["what"])):
            return text[: tail.start()] + ("?" if text.rstrip().endswith("?") else ""), text[tail.start() : tail.end()].strip(" ,-")
    return text, ""


def is_background(clause: str) -> bool:
    """Say whether a clause or a sentence tells why the question was chosen: a plan, a report, research, results, money, an opinion."""
    flat = _LABELS.sub(" ", plain(clause))
    return bool(_marks().search(flat) or _OURS.search(flat) or _FOUND.search(flat) or _LAST.search(flat))


@cache
def _marks() -> re.Pattern[str]:
    return phrases((*data.POLICY_WORDS, *more.BACKGROUND, *more.BACKGROUND_STRONG))


def _priority(removed: list[str]) -> str:
    """Return the shortest name of the priority in what was removed; the whole of it if none is plain."""
    for piece in removed:
        match = _PRIORITY.search(plain(piece))
        if match:
            return piece[match.start() : match.end()].strip(" ,.")
    return removed[0] if removed else ""


def background_context(reading: Reading) -> tuple[str, ...]:
    """Return the sentences around the questions that tell why the question was chosen."""
    return tuple(span.text for span in reading.context if is_background(span.text) and not is_small_talk(span.text))


def stands_alone(question: str) -> bool:
    """Say whether a question can be understood without the sentences before it."""
    return not _LEANS.search(plain(question))


def is_small_talk(sentence: str) -> bool:
    """Say whether a sentence only greets or hedges."""
    return bool(_SMALL_TALK.match(plain(sentence)))
