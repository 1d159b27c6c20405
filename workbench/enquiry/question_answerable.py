"""Rule Q-R4: whether a question can be answered by one teacher, and the one she could ask instead."""

from __future__ import annotations

from workbench.enquiry import question_patterns as pt
from workbench.enquiry import question_size as size
from workbench.enquiry import question_vocabulary as more
from workbench.enquiry.question import QuestionParts
from workbench.enquiry.question_finding import Finding, Looked, quoted
from workbench.enquiry.question_form import Form
from workbench.enquiry.question_forms import read_form
from workbench.enquiry.question_pupils import who_is_named
from workbench.enquiry.question_reading import find, phrases, plain
from workbench.enquiry.question_specific import named_pupils
from workbench.enquiry.rewrite import rewrite


def answerable(looked: Looked, parts: QuestionParts) -> Finding:
    """Return the finding of Q-R4.

    Args:
        looked: The question, read.
        parts: The fields beside it, which complete a rewrite.
    """
    for index, form in enumerate(looked.forms):
        if form.kind in {"causal", "best"}:
            return _untestable(looked, form, looked.asked[index], parts)
        if form.kind in {"should", "link"}:
            offered = rewrite(form, pupils=_pupils_of(parts), named=_named(looked)) if form.kind == "should" else ""
            return Finding(rule="Q-R4", answer="no", reason=form.reason, words=quoted(looked, form.trigger), rewrite=offered)
    for asked in looked.asked:
        for part in pt.PARTS.split(plain(asked))[1:]:
            form = read_form(part)
            if form.kind == "causal" and form.reason in {"does_it_work", "is_effective", "better_than"}:
                return Finding(rule="Q-R4", answer="no", reason=form.reason, words=quoted(looked, part.strip(" ?")))
    form = looked.forms[0]
    if form.kind == "statement" or size.nothing_named(looked):
        reason = "not_a_question" if form.kind == "statement" else "wide"
        return Finding(rule="Q-R4", answer="no", reason=reason, words=quoted(looked, form.trigger))
    return _too_much(looked, parts) or _fit(looked)


def _too_much(looked: Looked, parts: QuestionParts) -> Finding | None:
    """Return what is against a question that asks in a form of which one can find out."""
    general = size.in_general(looked)
    if general:
        return Finding(rule="Q-R4", answer="no", reason="in_general", words=quoted(looked, general))
    big = size.too_big(looked)
    if big:
        return Finding(rule="Q-R4", answer="no", reason="too_big", words=quoted(looked, *big[:2]), rewrite=_smaller(looked, big[:1], parts))
    for reason, words in (
        ("no_sign", size.no_sign(looked)),
        ("too_many", size.too_many(looked)),
        ("two_enquiries", size.two_enquiries(looked)),
    ):
        if words:
            return Finding(rule="Q-R4", answer="no", reason=reason, words=quoted(looked, *words))
    form = looked.forms[0]
    if form.kind == "evidence" and not named_pupils(looked.text)[0] and not looked.who.specific:
        return Finding(rule="Q-R4", answer="no", reason="evidence_of_whom", words=quoted(looked, form.trigger))
    return None


def _fit(looked: Looked) -> Finding:
    form = looked.forms[0]
    why = form.kind == "describes" and plain(looked.asked[0]).lower().lstrip(" \"'(").startswith("why")
    return Finding(rule="Q-R4", answer="yes", reason="why" if why else form.reason, words=quoted(looked, form.trigger))


def _untestable(looked: Looked, form: Form, asked: str, parts: QuestionParts) -> Finding:
    verb = "" if form.v in {"when", "if", "passive"} or form.v == form.trigger.lower() else form.v
    if verb and plain(verb).lower() not in plain(asked).lower():
        verb = ""
    offered = rewrite(form, pupils=_pupils_of(parts), named=_named(looked) or bool(who_is_named(asked).general))
    return Finding(rule="Q-R4", answer="no", reason=form.reason, words=quoted(looked, form.trigger, verb), rewrite=offered)


def _named(looked: Looked) -> bool:
    return looked.who.specific


def _pupils_of(parts: QuestionParts) -> str:
    """Return the pupils as the fields name them, as a phrase that can follow "for"."""
    year, pupils, need = parts.year.strip(), parts.pupils.strip(), parts.need.strip()
    who = pupils or (f"{year} pupils" if year else "pupils" if need else "")
    if pupils and year and year.lower() not in pupils.lower():
        who = f"{pupils} in {year}"
    return f"{who} {need}".strip() if need.lower().startswith(("who ", "with ", "whose ")) else who


def _smaller(looked: Looked, big: tuple[str, ...], parts: QuestionParts) -> str:
    """Return the question with its scope taken down to these pupils."""
    asked = looked.asked[0]
    pupils = _pupils_of(parts) or "these pupils"
    for phrase in big:
        if phrase.lower().startswith(("every child", "every pupil")):
            return ""
        people = phrase.lower().startswith(("all ", "every ")) and not phrase.lower().endswith(
            ("lesson", "lessons", "class", "classes", "subject", "subjects")
        )
        swapped = f"for {pupils}" if not people else pupils
        pattern = phrases((phrase,))
        if pattern.search(plain(asked)):
            asked = pattern.sub(swapped.replace("\\", ""), plain(asked), count=1)
    left = find((*more.OUT_OF_REACH, *more.WIDE_SCOPES), asked.replace(pupils, ""))
    if left or not big[0].lower().startswith(("across", "in every", "in all", "throughout", "all ", "every ")):
        return ""
    return asked if looked.forms[0].kind in {"how", "can_we"} and asked.count(pupils) == 1 else ""
