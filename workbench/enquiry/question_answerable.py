"""Rule Q-R4: whether a question can be answered by one teacher, and the one she could ask instead."""

from __future__ import annotations

from workbench.enquiry import question_words as data
from workbench.enquiry.question import QuestionParts
from workbench.enquiry.question_finding import Finding, Looked, any_said, quoted
from workbench.enquiry.question_forms import Form
from workbench.enquiry.question_pupils import subject_part, who_is_named
from workbench.enquiry.question_reading import find, phrases, plain
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
    big = _too_big(looked)
    if big:
        return Finding(rule="Q-R4", answer="no", reason="too_big", words=quoted(looked, *big[:2]), rewrite=_smaller(looked, big, parts))
    form = looked.forms[0]
    if len(looked.forms) > 1:
        return Finding(rule="Q-R4", answer="look here", reason="several_questions", words=quoted(looked, *(q[:120] for q in looked.asked)))
    if form.kind in {"should", "link", "statement"} or (
        form.kind == "describes" and plain(looked.asked[0]).lower().lstrip(" \"'(").startswith("why")
    ):
        reason = "why" if form.kind == "describes" else form.reason
        offered = rewrite(form, pupils=_pupils_of(parts), named=_named(looked)) if form.kind == "should" else ""
        return Finding(rule="Q-R4", answer="look here", reason=reason, words=quoted(looked, form.trigger), rewrite=offered)
    if form.kind == "compares":
        return Finding(rule="Q-R4", answer="look here", reason="compares", words=quoted(looked, form.trigger))
    if (
        form.kind in {"how", "can_we"}
        and not looked.who.specific
        and not subject_part(form.y)
        and not any_said(parts.pupils, parts.year, parts.need)
    ):
        return Finding(rule="Q-R4", answer="look here", reason="wide", words=quoted(looked, form.trigger))
    return Finding(rule="Q-R4", answer="yes", reason=form.reason, words=quoted(looked, form.trigger))


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


def _too_big(looked: Looked) -> tuple[str, ...]:
    big = find(data.TOO_BIG, " ".join(looked.asked))
    if looked.who.specific:
        return tuple(phrase for phrase in big if not phrase.lower().startswith(("all ", "every ", "in our school")))
    return big


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
    return asked if looked.forms[0].kind in {"how", "can_we"} and asked.count(pupils) == 1 else ""
