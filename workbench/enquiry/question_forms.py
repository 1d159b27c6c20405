"""What a question asks, by its form: the approach, the verb and what is to change.

A form is a pattern with named parts: ``x`` the approach, ``v`` the verb, ``y`` what is to change,
``p`` the pupils. The first form that fits decides. Forms are tried in the order of the tables.
"""

from __future__ import annotations

import re

from workbench.enquiry import question_patterns as pt
from workbench.enquiry.english import plain_form, plain_of_past
from workbench.enquiry.question_form import Form, cut
from workbench.enquiry.question_openings import evidence, hypothetical, objective, used_by
from workbench.enquiry.question_reading import plain


def read_form(question: str) -> Form:
    """Return the reading of one question, given without its preamble.

    >>> read_form("Does paired talk improve mental calculation?").kind
    'causal'
    >>> read_form("Which errors do Year 7 make in column subtraction?").kind
    'describes'
    """
    text = strip_lead_in(question).rstrip(" ?!.")
    scene = pt.SET_FIRST.match(plain(text))
    text = text[scene.end() :] if scene else text
    second = pt.PARTS.search(plain(text), 10)
    text = text[: second.start()].strip(" ,") if second else text
    flat = plain(text)
    for reader in (
        evidence,
        hypothetical,
        _verdicts,
        _we_forms,
        used_by,
        _named_forms,
        _evaluations,
        _set_against,
        _aux_forms,
        _things,
        _told,
    ):
        form = reader(text, flat)
        if form is not None:
            return form
    if pt.DESCRIBES.match(flat):
        kind = "compares" if pt.COMPARES.search(flat) else "describes"
        match = pt.COMPARES.search(flat) or pt.DESCRIBES.match(flat)
        assert match is not None
        return Form(kind=kind, reason=kind, trigger=text[match.start() : match.end()].strip(), y=text)
    return Form(kind="statement", reason="not_a_question", trigger=text[:80], y=text)


def _told(text: str, flat: str) -> Form | None:
    """Read what does not ask: an objective, or a claim that one thing changes another."""
    if pt.DESCRIBES.match(flat):
        return None
    claim = pt.CLAIM.match(flat)
    gerund = claim is not None and flat.split(maxsplit=1)[0].lower().endswith("ing") and claim["v"].lower().endswith("s")
    found = None if gerund else objective(text, flat)
    if claim and found is None and len(claim["x"].split()) < 14:
        return Form(
            kind="causal", reason="claim", trigger=cut(text, claim, "v"), x=cut(text, claim, "x"), v=claim["v"], y=cut(text, claim, "y")
        )
    return found


def strip_lead_in(question: str) -> str:
    """Return the question without "We want to find out whether" and its like."""
    for _ in range(3):
        match = pt.LEAD_IN.match(plain(question))
        if not match or not match.group().strip() or match.end() >= len(question):
            break
        question = question[match.end() :]
    return question


def _we_forms(text: str, flat: str) -> Form | None:
    match = pt.SHOULD.match(flat)
    if match:
        return Form(
            kind="should", reason="should", trigger=text[: match.start("x")].strip(), x=cut(text, match, "x"), y=cut(text, match, "x")
        )
    match = pt.IS_IT_RIGHT.match(flat)
    if match:
        return Form(kind="should", reason="should", trigger=match.group().strip(), y=text[match.end() :].strip())
    match = pt.IS_FAIR.match(flat)
    if match and not re.match(pt.PUPILS, match["x"], re.IGNORECASE):
        return Form(kind="should", reason="should", trigger=text, y=text)
    match = pt.HOW_WE.match(flat)
    if match:
        return Form(kind="how", reason="how_can_we", trigger=text[: match.start("y")].strip(), y=cut(text, match, "y"))
    match = pt.HOW_PASSIVE.match(flat)
    if match:
        done = f"{plain_of_past(match['v'])} {cut(text, match, 'x')} {cut(text, match, 'y')}"
        return Form(kind="how", reason="how_can_we", trigger=text[: match.start("x")].strip(), y=done.strip())
    match = pt.CAN_WE.match(flat)
    if match:
        return Form(kind="can_we", reason="can_we", trigger=text[: match.start("y")].strip(), y=cut(text, match, "y"))
    return None


def _named_forms(text: str, flat: str) -> Form | None:
    for pattern, kind, reason in ((pt.BEST, "best", "best_way"), (pt.LINK, "link", "link")):
        match = pattern.search(flat)
        if match:
            return Form(
                kind=kind,
                reason=reason,
                trigger=text[match.start() : match.end()],
                y=text[match.end() :].strip(" ,"),
                x=text[: match.start()],
            )
    match = pt.DIFFERENCE.search(flat)
    if match:
        return Form(
            kind="causal", reason="impact_of", trigger=_head(text, match), x=cut(text, match, "x"), v="affect", y=cut(text, match, "y")
        )
    match = pt.IMPACT_OF.search(flat)
    if match and not pt.PUPIL_KNOWS.search(flat, 0, match.start()):
        return Form(
            kind="causal", reason="impact_of", trigger=_head(text, match), x=cut(text, match, "x"), v="affect", y=cut(text, match, "y")
        )
    match = pt.THE_EFFECT.match(flat)
    if match:
        return Form(kind="causal", reason="impact_of", trigger=cut(text, match, "v"), v="affect", y=cut(text, match, "y"))
    return None


def _head(text: str, match: re.Match[str]) -> str:
    return text[match.start() : match.start("x")].strip()


def _verdicts(text: str, flat: str) -> Form | None:
    """Read what asks for a verdict in other words: "what role does X play", "is A or B better"."""
    match = pt.VERDICT.match(flat)
    if not match:
        return None
    return Form(kind="causal", reason="impact_of", trigger=match.group().strip(), v="affect", y=text)


def _things(text: str, flat: str) -> Form | None:
    """Read "Will an extra lesson ...": where no pupils come first, a thing is asked about and what it does."""
    match = pt.DOES_A_THING.match(flat)
    if not match:
        return None
    return Form(kind="causal", reason="does_it_work", trigger=text[: match.start("rest")].strip(), v="affect", y=cut(text, match, "rest"))


def _evaluations(text: str, flat: str) -> Form | None:
    match = pt.HOW_EFFECTIVE.match(flat)
    if match:
        return Form(
            kind="causal",
            reason="how_effective",
            trigger=text[: match.start("x")].strip(),
            x=cut(text, match, "x"),
            v="effective",
            y=_evaluated(text, match),
        )
    match = pt.THERE_IS.match(flat)
    if match and "between" not in flat:
        return Form(
            kind="causal",
            reason="impact_of",
            trigger=cut(text, match, "v"),
            x=cut(text, match, "x"),
            v="affect",
            y=cut(text, match, "y"),
        )
    return _compared_or_judged(text, flat)


def _compared_or_judged(text: str, flat: str) -> Form | None:
    match = pt.BETTER_THAN.match(flat)
    if match:
        return Form(
            kind="causal",
            reason="better_than",
            trigger=cut(text, match, "v"),
            x=cut(text, match, "x"),
            v="better than",
            y=_evaluated(text, match),
        )
    match = pt.IS_EFFECTIVE.match(flat)
    if match and not re.match(pt.PUPILS + "$", match["x"], re.IGNORECASE):
        return Form(
            kind="causal",
            reason="is_effective",
            trigger=cut(text, match, "v"),
            x=cut(text, match, "x"),
            v="effective",
            y=_evaluated(text, match),
        )
    return None


def _set_against(text: str, flat: str) -> Form | None:
    """Read "is X improving Y" and "do those who X do better than those who do not"."""
    match = pt.IS_DOING.match(flat)
    if match and not re.fullmatch(pt.PUPILS, match["x"], re.IGNORECASE):
        x, v, y = (cut(text, match, name) for name in "xvy")
        plainly = plain_form(v) or {"working": "works", "paying off": "works"}.get(v.lower(), "affect")
        return Form(kind="causal", reason="does_it_work", trigger=v, x=x, v=plainly, y=y)
    match = pt.THAN_THOSE.match(flat) or pt.BETTER_AT.match(flat)
    if match:
        x = text[match.start("p") : match.end("x")]
        return Form(kind="causal", reason="does_it_work", trigger=cut(text, match, "v"), x=x, v=match["v"].lower(), y=cut(text, match, "y"))
    match = pt.DIFFERENT_BY.match(flat)
    return Form(kind="causal", reason="does_it_work", trigger="", x=cut(text, match, "x"), v="differ") if match else None


def _evaluated(text: str, match: re.Match[str]) -> str:
    """Return what follows, with the small word that leads it, which tells "in improving" from "for Year 8"."""
    return f"{match['k'].lower()} {cut(text, match, 'y')}" if match["y"] else ""


def _aux_forms(text: str, flat: str) -> Form | None:
    how = pt.HOW_DOES.match(flat)
    offset = how.start("rest") if how else 0
    text, flat, lead = text[offset:], flat[offset:], text[:offset]
    reason = "causal_how" if how else "does_it_work"
    match = pt.IF_FIRST.match(flat)
    if match and pt.GAINS.search(match["y"]):
        return Form(kind="causal", reason=reason, trigger=cut(text, match, "aux"), x=cut(text, match, "x"), v="if", y=cut(text, match, "y"))
    match = pt.PASSIVE.match(flat)
    if match:
        return Form(
            kind="causal", reason=reason, trigger=cut(text, match, "v"), x=cut(text, match, "x"), v="passive", y=cut(text, match, "y")
        )
    if not re.match(rf"\W*{pt.AUX}\b", flat, re.IGNORECASE):
        return None
    match = pt.WHEN_IF.match(flat)
    if match and pt.GAINS.search(match["y"]):
        become = "become " if re.match(r"\W*(?:are|is|were|was)\b", flat, re.IGNORECASE) else ""
        outcome = f"{cut(text, match, 'p')} {become}{cut(text, match, 'y')}"
        x = cut(text, match, "x")
        return Form(kind="causal", reason=reason, trigger=cut(text, match, "k"), x=f"{match['k'].lower()} {x}", v="when", y=outcome)
    return _subject_changes(text, flat, lead, reason)


def _subject_changes(text: str, flat: str, lead: str, reason: str) -> Form | None:
    """Read "does X improve Y": the first changing verb that is a verb here and has a subject that is not the pupils."""
    aux = re.match(rf"\W*{pt.AUX}\s+", flat, re.IGNORECASE)
    if not aux:
        return None
    perfect = aux.group().strip().lower() in {"has", "have", "had"}
    found = [
        m
        for m in pt.CHANGE_RE.finditer(flat, aux.end())
        if _is_verb_here(flat, aux.end(), m) and (perfect or not m.group().lower().endswith("ed"))
    ]
    while len(found) > 1 and found[0].group().lower() in pt.NOUNS_TOO and _noun_before(flat, found[0], found[1]):
        found.pop(0)
    for match in found[:1]:
        x = text[aux.end() : match.start()].strip(" ,")
        if pt.PUPILS_DO.match(plain(x)):
            return None
        pupils = re.fullmatch(pt.PUPILS, plain(x), re.IGNORECASE)
        if pupils and not pt.GAINS.match(match.group()):
            return None
        if pupils and aux.group().strip().lower() in {"are", "is", "has", "have", "did", "was", "were"}:
            return None
        if pupils and not re.search(r"\b(?:by|through|using|with|when|if)\b", flat[match.end() :], re.IGNORECASE):
            return None
        trigger = f"{text[aux.start() : aux.end()].strip()}"
        y = text[match.end() :].strip(" ,")
        return Form(kind="causal", reason=reason, trigger=(lead.strip() or trigger), x=x, v=match.group().lower(), y=y)
    return None


def _is_verb_here(flat: str, start: int, match: re.Match[str]) -> bool:
    before = flat[start : match.start()].split()
    if not before:
        return False
    last = before[-1].lower()
    if (last, match.group().lower()) == ("full", "stops"):
        return False
    if last in {"to", "the", "a", "an", "of", "that", "which", "who", "and", "or"} and match.group().lower() not in {"works"}:
        return False
    return not (
        last in pt.BEFORE_NOUN
        and match.group().lower() in pt.NOUNS_TOO | {"help", "work"}
        and len(before) >= 1
        and _later_verb(flat, match)
    )


def _later_verb(flat: str, match: re.Match[str]) -> bool:
    return any(
        flat[: m.start()].rsplit(maxsplit=1)[-1].lower() not in {"to", "the", "of"} for m in pt.CHANGE_RE.finditer(flat, match.end())
    )


def _noun_before(flat: str, first: re.Match[str], second: re.Match[str]) -> bool:
    between = flat[first.end() : second.start()].split()
    return not between or (between[-1].lower() != "to" and len(between) <= 4)
