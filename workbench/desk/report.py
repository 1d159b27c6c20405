"""The report of an enquiry, part by part, with small numbers kept back. The faces only run and print it."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib import metadata
from pathlib import Path

from workbench.desk import report_findings as findings
from workbench.desk import report_story as story
from workbench.desk.analysis import analyse
from workbench.desk.enquiry import Workspace, open_enquiry
from workbench.desk.report_story import Telling
from workbench.enquiry.analysis import Analysed
from workbench.enquiry.record import Enquiry
from workbench.enquiry.shown import AnalysisShown, show_analysis
from workbench.enquiry.small_numbers import INSIDE, Floors, group_sizes_told, keep_back_counts
from workbench.errors import UnknownOption
from workbench.words import report as words
from workbench.words.markdown import join, table, typed

AUDIENCES: dict[str, Floors] = {"colleagues": INSIDE}
PACKAGES = ("enquiry-workbench", "numpy", "scipy", "matplotlib", "papermill", "pypandoc_binary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a report; Jupyter shows it as Markdown."""

    id: str
    heading: str
    markdown: str

    def _repr_markdown_(self) -> str:
        return f"## {self.heading}\n\n{self.markdown}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The title and the line under it."""

    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All parts of a report, in order."""

    sections: tuple[Section, ...]

    def section(self, section_id: str) -> Section:
        """Return one part by its id.

        Raises:
            UnknownOption: when there is no such part.
        """
        for section in self.sections:
            if section.id == section_id:
                return section
        raise UnknownOption("The report has no part of that name.", seen=section_id, allowed=", ".join(one.id for one in self.sections))

    def _repr_markdown_(self) -> str:
        return "\n\n".join(section._repr_markdown_() for section in self.sections)


def report_sections(enquiry: str | Path | Workspace = ".", audience: str = "colleagues") -> Report:
    """Return the report of the enquiry in a folder, for a notebook to show part by part.

    Raises:
        NotAnEnquiry: when the folder holds none.
        NotReady: when there are no marks to report on.
        UnknownOption: when there is no report for that audience.
    """
    workspace = enquiry if isinstance(enquiry, Workspace) else open_enquiry(enquiry)
    return Report(sections=sections(workspace, audience))


def check_audience(audience: str) -> Floors:
    """Return the floors for an audience.

    Raises:
        UnknownOption: when there is no report for it.
    """
    if audience not in AUDIENCES:
        raise UnknownOption("There is no report for that audience yet.", seen=audience, allowed=", ".join(AUDIENCES))
    return AUDIENCES[audience]


def check_ready(ws: Workspace) -> None:
    """Raise NotReady, in plain words, when there is nothing to report on."""
    analyse(ws)


def sections(ws: Workspace, audience: str = "colleagues") -> tuple[Section, ...]:
    """Return the parts of the report, in order, as Markdown in which typed text stays text.

    Raises:
        NotReady: when there are no marks to report on.
        UnknownOption: when there is no report for that audience.
    """
    from workbench.desk import validity

    floors = check_audience(audience)
    ws = _as_dated(ws)
    analysed = analyse(ws)
    telling = _telling(ws.record, analysed, floors)
    parts: dict[str, Callable[[], str]] = {
        "question": lambda: story.question(telling),
        "what-we-did": lambda: story.what_we_did(telling),
        "who": lambda: findings.who(telling),
        "planned": lambda: story.planned(telling, _departures(ws)),
        "found": lambda: findings.found(telling, lambda shown: _picture(analysed, shown)),
        "limits": lambda: findings.limits(telling, validity.check(ws)),
        "sketch": lambda: findings.sketch(telling),
        "claims": lambda: story.claims(telling),
        "next": lambda: story.next_steps(telling),
        "checked": lambda: _checked(ws),
    }
    return tuple(Section(id=name, heading=words.HEADINGS[name], markdown=make()) for name, make in parts.items())


def _as_dated(ws: Workspace) -> Workspace:
    """Return the enquiry with the clock stopped at its last change: what is "not yet" does not hang on the day of printing."""
    return Workspace(ws.store, clock=lambda: dated(ws), author=ws.author)


def _departures(ws: Workspace) -> list[str]:
    """Return how the work departed from the plan; the number of pupils in words, since two numbers would count the missing."""
    from workbench.desk import plan

    return [words.PUPILS_DEPARTED if one.code == "pupils" else one.sentence for one in plan.departures(ws)]


def _telling(record: Enquiry, analysed: tuple[Analysed, ...], floors: Floors) -> Telling:
    sizes = {one.pairing.n_chosen for one in analysed} | {one.pairing.n_chosen + one.pairing.withdrawn for one in analysed}
    sizes |= {size for size in (record.plan.pupils_expected, record.plan.year_size) if size}

    pairs = {one.pairing.n_pairs for one in analysed}

    def own(text: str) -> str:
        return keep_back_counts(text, floors, instead=words.KEPT_BACK, groups=sizes, analysed=pairs)

    intended = _as_typed if record.plan.lock else own
    told = group_sizes_told([*(intended(text) for text in _words_before(record)), *(own(text) for text in _words_after(record))])
    told |= {record.plan.year_size} if record.plan.year_size else set()
    shown = tuple(show_analysis(one, told | _told_beside(one, analysed, floors), floors) for one in analysed)
    return Telling(
        record=record,
        shown=shown,
        own=own,
        intended=intended,
        withdrawn=any(one.pairing.withdrawn for one in analysed),
        banded=any(one.group is not None and not one.group.exact for one in shown),
    )


def _told_beside(one: Analysed, analysed: tuple[Analysed, ...], floors: Floors) -> set[int]:
    """Return how many pupils the other measures speak of: two numbers a few apart count who missed one of the tests."""
    return {other.pairing.n_pairs for other in analysed if other is not one and other.pairing.n_pairs >= floors.group}


def _as_typed(text: str) -> str:
    return text


def _words_before(record: Enquiry) -> list[str]:
    """Return what a report prints of the words that were typed before there were marks."""
    asked, plan = record.question, record.plan
    return [
        record.title,
        *(asked.text, asked.priority, asked.answer_sketch),
        *(aspect.text for aspect in asked.aspects),
        *(version.text for version in asked.versions),
        *(plan.action, plan.chosen_how, plan.success),
        *(measure.title for measure in plan.measures),
    ]


def _words_after(record: Enquiry) -> list[str]:
    """Return what a report prints of the words that may speak of pupils one by one."""
    asked = record.question
    return [
        *(record.context, record.what_i_see, asked.parts.already_tried),
        *(version.reason for version in asked.versions),
        *(override.reason for override in asked.overrides),
        *(amendment.reason for amendment in record.plan.amendments),
        *(text for entry in record.log for text in (entry.what, entry.how_it_went, entry.other_events)),
        *(text for claim in record.claims for text in (claim.text, claim.other_explanations)),
        *(answer.answer for answer in record.threat_answers),
        *(text for step in record.next_steps for text in (step.what, step.who)),
        *((record.origin.title, record.origin.what_differs) if record.origin else ()),
    ]


def _picture(analysed: tuple[Analysed, ...], shown: AnalysisShown) -> bytes | None:
    """Return the picture of the group, drawn from the printed figures alone.

    A picture can be measured: drawn from the averages themselves it would tell them to a fiftieth of a
    mark, and with that how many pupils they are the average of.
    """
    from workbench.desk.drawing import draw
    from workbench.stats import MeanChange

    printed = shown.change
    change = next(one for one in analysed if one.measure.id == shown.measure.id).result("MeanChange")
    if printed is None or not isinstance(change, MeanChange):
        return None
    to = printed.digits
    coarse = replace(
        change,
        before=(),
        after=(),
        estimate=round(printed.estimate, to),
        low=None if printed.low is None else round(printed.low, to),
        high=None if printed.high is None else round(printed.high, to),
        mean_before=round(printed.mean_before, to),
        mean_after=round(printed.mean_after, to),
    )
    return draw(coarse, show="group").png


# --- what it was made from ----------------------------------------------------------------------


def inputs(ws: Workspace) -> dict[str, object]:
    """Return what the report depends on: hashes of the record, plan and tables, and the versions of the software."""
    lock = ws.record.plan.lock
    return {
        "dated": dated(ws).isoformat(),
        "enquiry": ws.record.id,
        "record_sha256": ws.store.sha256,
        "plan_sha256": lock.sha256 if lock else "",
        "tables_sha256": {name: ws.store.table_sha256(name) for name in ws.store.table_names()},
        "versions": dict(versions()),
    }


def dated(ws: Workspace) -> datetime:
    """Return the time of the last change, by which the report is dated: the clock has no say."""
    return ws.store.history()[-1].time


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of Python and of the packages that decide the report's bytes."""
    return (("python", platform.python_version()), *((name, metadata.version(name)) for name in PACKAGES))


def cover(ws: Workspace, audience: str) -> Cover:
    """Return the title and the line under it; small counts in the title are kept back as well."""
    telling = _telling(ws.record, analyse(ws), check_audience(audience))
    return Cover(title=telling.intended(ws.record.title), about=words.about_line(audience, ws.record.cycle, dated(ws)))


def _checked(ws: Workspace) -> str:
    lock = ws.record.plan.lock
    rows = [(words.RECORD_ROW, f"`{ws.store.sha256}`")]
    rows += [(words.marks_row(name), f"`{ws.store.table_sha256(name)}`") for name in ws.store.table_names()]
    rows += [(words.PLAN_ROW, f"`{lock.sha256}`")] if lock else []
    return join(
        words.CHECKED_LEAD,
        table(words.INPUT_HEADER, rows),
        table(words.VERSION_HEADER, [(typed(name), typed(version)) for name, version in versions()]),
    )
