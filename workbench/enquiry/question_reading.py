"""Reading a question: its sentences, whether it can be read at all, and the words in it.

Everything works on spans of the text as typed, so that each finding can quote the very words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workbench.enquiry import question_words as data

LONGEST = 3000
"""Characters looked at closely; a question is shorter, and the rest is context."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " ", "–": "-", "—": "-"})
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_END = re.compile(r"\?+|[.!]+(?=\s|$)|[\n;](?=\s)|\n")
_OPENING = re.compile(
    r"(?:how|what|which|who|whose|why|when|where|does|do|did|is|are|was|were|can|could|will|would|should|shall|might|may|has|have|"
    r"if|to what extent|"
    r"in what ways?|whether)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: its words as typed, and where they stand."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the place just after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text cut into questions and the sentences around them."""

    text: str
    questions: tuple[Span, ...]
    context: tuple[Span, ...]
    long: bool
    readable: bool

    @property
    def main(self) -> Span:
        """Return the first question, or an empty span."""
        return self.questions[0] if self.questions else Span("", 0)


@cache
def phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases as whole words, the longest first."""
    ordered = sorted(set(words), key=len, reverse=True)
    parts = []
    for phrase in ordered:
        tail = r"\w*" if phrase.endswith("*") else r"(?!\w)"
        parts.append(re.escape(phrase.rstrip("*")).replace(r"\ ", r"\s+") + tail)
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")", re.IGNORECASE)


def find(words: Iterable[str], text: str) -> tuple[str, ...]:
    """Return each phrase that stands in the text, as typed, in order, each once."""
    return once(match.group() for match in phrases(tuple(words)).finditer(text))


def once(items: Iterable[str]) -> tuple[str, ...]:
    """Return the items in order without repeats or empty ones."""
    return tuple(dict.fromkeys(item for item in items if item.strip()))


def plain(text: str) -> str:
    """Return the text with typographic marks made plain; no character moves."""
    return text.translate(_PLAIN)


def words_of(text: str) -> list[str]:
    """Return the words in small letters, without figures and marks."""
    return [match.group().lower() for match in _WORD.finditer(plain(text))]


def read(text: str) -> Reading:
    """Cut a text into questions and context.

    >>> [q.text for q in read("Our plan asks for it. How can we do it? And when?").questions]
    ['How can we do it?', 'And when?']
    """
    long = len(text) > LONGEST
    window, offset = _window(text) if long else (text, 0)
    sentences = _sentences(window, offset)
    questions = [s for s in sentences if s.text.rstrip().endswith("?")]
    if not questions:
        questions = [s for s in sentences if _OPENING.match(plain(s.text))]
    if not questions:
        questions = sentences[:1]
    context = tuple(s for s in sentences if s not in questions)
    return Reading(text, tuple(questions), context, long, _readable(window))


def _window(text: str) -> tuple[str, int]:
    """Return the stretch around the first question mark of a long text."""
    mark = text.find("?")
    end = min(len(text), LONGEST // 2) if mark < 0 else mark + 1
    if _OPENING.match(plain(text[:50]).lstrip()) and end > LONGEST // 2 and not _END.search(text, 0, LONGEST // 2):
        return text[: LONGEST // 2], 0  # one endless question: its beginning says what is asked
    start = max(0, end - LONGEST // 2)
    while start and start < end and not text[start - 1].isspace():
        start += 1
    return text[start:end], start


def _sentences(text: str, offset: int) -> list[Span]:
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and not _ends_here(text, match.start(), match.end()):
            continue
        _add(found, text, start, match.end(), offset)
        start = match.end()
    _add(found, text, start, len(text), offset)
    return found


def _ends_here(text: str, dot: int, after: int) -> bool:
    """Tell a full stop from the dot of "e.g.", "Mr." or "St."."""
    before = text[:dot].rsplit(maxsplit=1)
    if before and (before[-1].lower().lstrip("(\"'") in data.ABBREVIATIONS or (len(before[-1]) == 1 and before[-1].isalpha())):
        return False
    following = text[after:].lstrip()
    return not following or not following[0].islower()


def _add(found: list[Span], text: str, start: int, end: int, offset: int) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if any(character.isalnum() for character in piece):
        found.append(Span(piece, offset + start + lead))


def _readable(text: str) -> bool:
    """Tell English (with names and terms of any language in it) from a text that is not.

    A short text is taken for English: four words are too few to tell by.
    """
    tokens = words_of(text[:LONGEST])
    if not tokens:
        return False
    latin = sum(1 for token in tokens if token.isascii())
    if latin < len(tokens) / 2:
        return False
    if len(tokens) < 4:
        return True
    known = [token for token in tokens if token in _MARKERS]
    plainly = sum(1 for token in known if token not in data.AMBIGUOUS_MARKERS)
    share = len(known) / len(tokens)
    return (plainly >= 1 and share >= 0.15) or (len(known) >= 3 and share >= 0.4)


# Words in "-ing" that name learning are plainly English; "fractions" and "multiplication" are not.
_ING = {word for word in data.LEARNING_NOUNS if word.endswith("ing")}
_MARKERS = _ING | frozenset(data.ENGLISH_MARKERS) | frozenset(data.AIM_VERBS) | {word for word in data.FUNCTION_WORDS if len(word) > 3}
