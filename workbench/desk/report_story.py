"""The parts of a report that tell what was asked, done, planned, claimed and comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.enquiry.record import Enquiry
from workbench.enquiry.shown import AnalysisShown
from workbench.words import report as words
from workbench.words.markdown import bullets, ended, join, paragraphs, quote, table, typed

Own = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the parts are made from.

    ``own`` returns the teacher's own words with small counts kept back; ``intended`` does the same for what
    was written before there were marks, and leaves it alone when the plan was locked: "at least nine of
    the twelve" is a hope there and counts nobody. ``banded`` says that only a band may be told for the
    number of pupils; ``withdrawn`` that somebody has left every figure.
    """

    record: Enquiry
    shown: tuple[AnalysisShown, ...]
    own: Own
    intended: Own
    withdrawn: bool = False
    banded: bool = False


def question(telling: Telling) -> str:
    """Return the question, why it was put like this, its parts and its versions."""
    asked, own, intended = telling.record.question, telling.own, telling.intended
    origin = telling.record.origin
    versions = [words.version_line(one.number, one.at, intended(one.text), own(one.reason)) for one in asked.versions]
    return join(
        quote(intended(asked.text)) if asked.text.strip() else words.NOT_SAID,
        words.origin_sentence(origin.kind, own(origin.title), own(origin.what_differs)) if origin else "",
        _under(words.PRIORITY_LEAD, intended(asked.priority)),
        _under(words.TRIED_LEAD, own(asked.parts.already_tried)),
        _listed(words.ASPECTS_LEAD, (typed(intended(aspect.text)) for aspect in asked.aspects)),
        _listed(words.WHY_LEAD, (words.override_sentence(one.rule, own(one.reason)) for one in asked.overrides)),
        _listed(words.VERSIONS_LEAD, versions if len(versions) > 1 else ()),
        _under(words.CONTEXT_LEAD, own(telling.record.context)),
    )


def what_we_did(telling: Telling) -> str:
    """Return the action, its dates, and the log of what happened."""
    plan, own, log = telling.record.plan, telling.own, telling.record.log
    intended = telling.intended
    rows = [
        (words.day(entry.on), typed(own(entry.what)), typed(own(entry.how_it_went)), typed(own(entry.other_events)))
        for entry in sorted(log, key=lambda entry: entry.on)
    ]
    return join(
        paragraphs(intended(plan.action)) or words.NOT_SAID,
        words.timetable_sentence(plan.before_on, plan.after_on),
        words.sessions_sentence(plan.sessions_planned) if plan.sessions_planned else "",
        table(words.LOG_HEADER, rows, widths=(4, 5, 6, 4)) if rows else "",
        _under(words.SUCCESS_LEAD, intended(plan.success)),
    )


def planned(telling: Telling, departures: Iterable[str]) -> str:
    """Return which analyses stood in the locked plan, and every departure from it."""
    plan = telling.record.plan
    lock = plan.lock
    told = [typed(telling.own(one)) for one in departures]
    return join(
        words.lock_sentence(lock.at if lock else None, len(plan.amendments)),
        bullets(words.label_sentence(telling.intended(shown.measure.title), shown.label) for shown in telling.shown),
        _listed(words.DEPARTURES_LEAD, told) or (words.NO_DEPARTURES if lock else ""),
    )


def claims(telling: Telling) -> str:
    """Return every claim with its standing and the other explanations."""
    own = telling.own
    lines = [words.claim_line(own(one.text), one.status, own(one.other_explanations)) for one in telling.record.claims]
    return bullets(lines) or words.NO_CLAIMS


def next_steps(telling: Telling) -> str:
    """Return what will be done, by whom and by when."""
    own = telling.own
    rows = [(typed(own(step.what)), typed(own(step.who)), words.day(step.by)) for step in telling.record.next_steps]
    return table(words.NEXT_HEADER, rows, widths=(6, 3, 2)) if rows else words.NO_NEXT_STEPS


def _listed(lead: str, lines: Iterable[str]) -> str:
    found = list(lines)
    return join(lead, bullets(found)) if found else ""


def _under(lead: str, text: str) -> str:
    return f"{lead} {typed(ended(text))}" if text.strip() else ""
