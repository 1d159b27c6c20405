"""What makes a question too big for one enquiry, beyond its form (Q-R4): its reach, its results, its parts."""

from __future__ import annotations

import re

from workbench.enquiry import question_vocabulary as more
from workbench.enquiry import question_words as data
from workbench.enquiry.question_finding import Looked
from workbench.enquiry.question_forms import strip_lead_in
from workbench.enquiry.question_pupils import subject_part
from workbench.enquiry.question_reading import find, plain
from workbench.enquiry.question_specific import named_pupils

_BY_YEAR = re.compile(r"\bby\s+(?:the\s+year\s+|summer\s+|september\s+|july\s+)?20\d\d\b", re.IGNORECASE)
_MANY_YEARS = re.compile(
    r"(?<!\w)(?:years?\s+(?:\d{1,2}|one|reception)\s*(?:to|-|through\s+to)\s*(?:year\s+)?(?:\d{1,2}|six)|[ps]\d\s*(?:to|-)\s*[ps]?\d|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:academies|schools|departments)|ks\s?\d\s*(?:and|to|-)\s*ks\s?\d|"
    r"ks\s?\d|key\s+stage\s+\w+)",
    re.IGNORECASE,
)
_BARE = (
    r"(?:young\s+people|teenagers|adolescents|children|pupils|students|learners|kids|boys|girls|people|the\s+young|human\s+beings|"
    r"parents)"
)
_IN_GENERAL = re.compile(
    rf"^\W*(?:why\s+(?:do|does|are|is|can|don'?t|dont|can'?t|won'?t|have)\s+(?:n't\s+)?(?:so\s+many\s+|some\s+|most\s+|many\s+|"
    rf"today's\s+)?{_BARE}\b|"
    rf"how\s+(?:do|does)\s+(?:most\s+|young\s+)?{_BARE}\s+(?:best\s+)?(?:learn|come|become|acquire|develop|remember|think)|"
    rf"what\s+makes?\s+an?\s+(?:good|great|successful|strong|effective)\s+\w+|what\s+(?:makes?|helps?|causes?|motivates?|stops?|"
    rf"drives?|gets?|leads?|prevents?|encourages?|inspires?)\s+(?:some\s+|most\s+)?{_BARE}\b)",
    re.IGNORECASE,
)
_HOW_TO_BE = re.compile(r"^\W*(?:become|be|develop|grow|improve|raise|build|strengthen|work\s+on)\b", re.IGNORECASE)
_PART = re.compile(
    r"(?:,\s*(?:and|but|or)?\s*|\s+(?:and|but|or)\s+(?:also\s+)?|[?;.]\s+(?:and\s+)?)(?=(?:how|what|which|where|when|why|who|do|does|"
    r"did|is|are|can|could|"
    r"will|would|should)\s+\w+)",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:it|that|this|these|those|instead|so|one|ones|do\s+so|then)\b", re.IGNORECASE)
_ITEM = r"[\w'-]+(?:\s+[\w'-]+){0,3}"
_LIST = re.compile(rf"(?P<a>{_ITEM}),\s+(?P<b>{_ITEM})(?P<more>(?:,\s+{_ITEM})*),?\s+(?:and|or|plus)\s+(?P<z>{_ITEM})", re.IGNORECASE)
_SURVEY = re.compile(r"\b(?:do|are|does|is|can)\s+you(?:r)?\b", re.IGNORECASE)


def too_big(looked: Looked) -> tuple[str, ...]:
    """Return the words that make it too big, as they stand in the question; empty when nothing does."""
    asked = " ".join(looked.asked)
    flat = plain(asked)
    far = [m.group() for m in _BY_YEAR.finditer(flat)] if _broad(looked) else []
    reach = (*find(more.OUT_OF_REACH, asked), *far)
    if reach:
        return reach
    if not _broad(looked):
        return ()
    scopes = (*find((*more.WIDE_SCOPES, *data.TOO_BIG), asked), *(m.group() for m in _MANY_YEARS.finditer(flat)))
    narrow, _ = named_pupils(asked)
    if narrow:
        scopes = tuple(scope for scope in scopes if not scope.lower().startswith(("all ", "every", "our ", "the ", "ks", "key", "in our")))
    return (*scopes[:1], *find(more.BROAD_RESULTS, asked)[:1]) if scopes else ()


def _broad(looked: Looked) -> bool:
    """Say whether the result is broad: a broad word, and no small part of a subject beside it."""
    outcome = looked.where.outcome or " ".join(looked.asked)
    general = find(more.BROAD_RESULTS, outcome)
    small = [word for word in subject_part(_without(outcome)) if word.lower() not in more.GENERAL_ASPECTS]
    return (bool(general) and len(small) <= 1) or not small


def _without(text: str) -> str:
    """Return a text without scopes, results and what stands behind "through"."""
    text = re.split(r"\b(?:through|by\s+20\d\d|via)\b", plain(text))[0]
    for phrase in find((*more.WIDE_SCOPES, *more.BROAD_RESULTS, *data.TOO_BIG), text):
        text = text.replace(phrase, " ")
    return _MANY_YEARS.sub(" ", text)


def in_general(looked: Looked) -> str:
    """Return the words that ask about people in general, not about these pupils."""
    for asked in looked.asked:
        flat = plain(strip_lead_in(asked))
        narrow, broad = named_pupils(asked)
        match = _IN_GENERAL.match(flat)
        if match and not narrow and not [mark for mark in broad if mark.lower() not in {"boys", "girls"}]:
            return match.group().strip()
    return ""


def no_sign(looked: Looked) -> tuple[str, ...]:
    """Return the aim that has no sign by which it could be seen, if that is all there is."""
    form = looked.forms[0]
    if form.kind not in {"how", "can_we"}:
        return ()
    better = find(more.BETTER_SELF, form.y) if _HOW_TO_BE.match(plain(form.y)) and not looked.where.purpose else ()
    if better and not [word for word in find(data.LEARNING_NOUNS, form.y) if word.lower() != "learning"]:
        return better[:1]
    outcome = looked.where.outcome
    found = find(more.NO_SIGN, outcome)
    plainly = [word for word in find((*data.LEARNING_NOUNS, *data.LEARNING_PHRASES), outcome) if word.lower() not in more.BROAD_RESULTS]
    narrow, _ = named_pupils(" ".join(looked.asked))
    return found[:1] if found and not plainly and not (narrow and len(subject_part(outcome)) > 2) else ()


def nothing_named(looked: Looked) -> bool:
    """Say whether a wish names neither pupils nor a matter."""
    form = looked.forms[0]
    if form.kind not in {"how", "can_we"} or looked.who.specific or looked.who.general:
        return False
    matter = find((*data.LEARNING_NOUNS, *data.SUBJECTS, *more.CONDUCT, *more.ATTITUDES, *more.ADULT_WORK), form.y)
    return not matter and not subject_part(form.y) and not looked.where.approach.strip()


def too_many(looked: Looked) -> tuple[str, ...]:
    """Return a list of three or more approaches, or of three or more results, that are to be tied together."""
    asked = plain(looked.asked[0])
    form = looked.forms[0]
    done = plain(looked.where.approach)
    tried = _LIST.search(done) if form.kind == "how" else None
    if tried and not form.x and not re.fullmatch(r"\s*(?:use|try|introduce|combine|run)?", done[: tried.start()], re.IGNORECASE):
        tried = None
    if tried:
        return (tried.group(),)
    for match in _LIST.finditer(asked):
        items = [match["a"], match["b"], *(i.strip() for i in match["more"].split(",") if i.strip()), match["z"]]
        before = asked[: match.start()].lower()
        means = match.group() in plain(looked.where.approach) or re.search(r"\b(?:through|by|using|via|with)\s*$", before)
        results = sum(bool(find((*more.BROAD_RESULTS, *more.ATTITUDES, *data.NEAR_LEARNING), item)) for item in items)
        if results >= 2 or (means and form.kind in {"how", "can_we"} and len(items) >= 3) or form.kind == "link":
            return (looked.asked[0][match.start() : match.end()],)
    return ()


def two_enquiries(looked: Looked) -> tuple[str, ...]:
    """Return parts of a question that share neither their matter nor a word that points back."""
    pieces = [piece.strip() for question in looked.asked for piece in _PART.split(plain(question)) if len(piece.split()) > 2]
    if len(pieces) < 2:
        return ()
    if sum(bool(_SURVEY.search(piece)) for piece in pieces) >= 2 and len(pieces) > 2:
        return tuple(pieces[:2])
    openings = [re.match(r"\W*(?:and\s+)?(how\s+(?:can|could|do|might|should)\s+(?:we|i)\b)", piece, re.IGNORECASE) for piece in pieces]
    for first, second, opens, again in zip(pieces, pieces[1:], openings, openings[1:], strict=False):
        if opens and again and not _BACK.search(second) and not _shared(first, second):
            return (first, second)
    return ()


def _shared(first: str, second: str) -> bool:
    one, two = ({word.lower()[:5] for word in (*subject_part(text), *find(data.LEARNING_NOUNS, text))} for text in (first, second))
    return bool(one & two)
