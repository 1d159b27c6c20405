"""The timeline at the desk: what to look at, what it asks of a pupil, its picture, and the calendar file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workbench.desk.enquiry import Workspace
from workbench.enquiry import burden as burdens
from workbench.enquiry.calendar_file import calendar_file
from workbench.enquiry.names import without_names
from workbench.enquiry.timeline import Grade, findings
from workbench.errors import NotReady
from workbench.store.atomic import cannot_save, write_bytes
from workbench.words import calendar
from workbench.words import timeline as words

CALENDAR = "calendar.ics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One thing to look at in the timeline: its code, how far it goes, the sentence, and one thing to do."""

    code: str
    grade: Grade
    sentence: str
    next_step: str


def look(ws: Workspace) -> tuple[Looked, ...]:
    """Return what to look at in the plan's days: what stops the lock, then what may be a slip, then notes."""
    found = []
    for finding in findings(ws.record.plan, today=ws.clock().date()):
        what, do = words.finding_words(finding)
        found.append(Looked(code=finding.code, grade=finding.grade, sentence=what, next_step=do))
    return tuple(found)


def burden(ws: Workspace) -> tuple[str, ...]:
    """Return what the plan asks of one pupil, in sentences; nothing where nothing is planned."""
    return words.burden_sentences(burdens.burden(ws.record.plan))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePicture:
    """The timeline drawn as SVG, and the words that stand for it."""

    svg: str
    alternative: str


def picture(ws: Workspace) -> TimelinePicture | None:
    """Return the timeline's picture, or nothing where no two days are set."""
    from workbench.figures.timeline import timeline_svg

    svg = timeline_svg(ws.record.plan)
    return TimelinePicture(svg=svg, alternative=words.picture_words(ws.record.plan)) if svg else None


def write_calendar(ws: Workspace) -> Path:
    """Write the plan's days as a calendar file into the enquiry's ``reports`` folder, and return where it is.

    An earlier file is replaced: its entries keep their ids, so a calendar that takes it in again moves them.

    Raises:
        NotReady: when no day is set.
        CannotSave: when the disk does not take it.
    """
    events = [
        replace(event, summary=without_names(event.summary, ws.names)[0], note=without_names(event.note, ws.names)[0])
        for event in calendar.events(ws.record)
    ]
    if not events:
        raise NotReady(calendar.NO_DAYS[0], do=calendar.NO_DAYS[1])
    folder = ws.path / "reports"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as problem:
        raise cannot_save(problem, folder.name) from None
    data = calendar_file(events, enquiry_id=ws.record.id, made=ws.clock(), version=ws.store.version)
    write_bytes(folder / CALENDAR, data)
    return folder / CALENDAR
