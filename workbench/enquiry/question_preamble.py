"""Finding what stands before or beside a question and does not help to answer it (Q-R3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    r"on\s+the\s+back\s+of|ofsted|estyn|hmie)"
)
_CLAUSE = re.compile(
    rf"^\W*(?P<clause>{_CLAUSE_OPENERS}\b.*?)(?P<join>\s*(?:,\s*(?:so|and|therefore|then|but)?|[:;]|\s[-]\s|"
    rf"\.\s)\s*)(?P<rest>{_QUESTION_START}.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_COMMA = re.compile(
    r"^\W*(?P<clause>(?:in\s+order\s+to|as\s+part\s+of|in\s+line\s+with|in\s+response\s+to|"
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
        if match and _is_policy(match["clause"]):
            return text[match.start("rest") :], text[match.start("clause") : match.end("clause")].rstrip(" ,")
    for bracket in _BRACKET.finditer(flat):
        if _is_policy(bracket["what"]):
            return text[: bracket.start()] + text[bracket.end() :], text[bracket.start() : bracket.end()].strip()
    tail = _TAIL.search(flat)
    if tail and tail.start() > 15 and _is_policy(tail["what"]):
        return text[: tail.start()] + ("?" if text.rstrip().endswith("?") else ""), text[tail.start() : tail.end()].strip(" ,")
    return text, ""


def _is_policy(clause: str) -> bool:
    return bool(phrases(data.POLICY_WORDS).search(clause))


def _priority(removed: list[str]) -> str:
    """Return the shortest name of the priority in what was removed; the whole of it if none is plain."""
    for piece in removed:
        match = _PRIORITY.search(plain(piece))
        if match:
            return piece[match.start() : match.end()].strip(" ,.")
    return removed[0] if removed else ""


def policy_context(reading: Reading) -> tuple[str, ...]:
    """Return the sentences around the questions that are about plans and policy."""
    return tuple(span.text for span in reading.context if _is_policy(plain(span.text)))
