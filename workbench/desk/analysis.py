"""The analyses of an open enquiry: only chosen pupils are analysed, the whole year lends its mean and its r."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.desk.enquiry import Workspace
from workbench.enquiry.analysis import Analysed, NotComputed, analyse_tables
from workbench.enquiry.marks import MarkTable
from workbench.enquiry.plan import Plan
from workbench.errors import NotReady, WorkbenchError
from workbench.words.say import say


def analyse(ws: Workspace) -> tuple[Analysed, ...]:
    """Run the analyses that the plan names on the marks that are there, with a sentence for each result.

    Raises:
        NotReady: when there are no marks yet, or no measure whose change can be counted.
    """
    tables = ws.tables()
    if not any_marks(tables):
        raise NotReady(
            "There are no marks yet, so there is nothing to analyse.",
            do="Put marks into the mark sheet in step 3, or bring in a mark book, then come back.",
        )
    found = analyse_tables(ws.record, tables, plan_then=plan_at_first_marks(ws))
    if not found:
        raise NotReady(
            "No measure in the plan has marks before and after to compare.",
            do="In step 2, give a measure the method “change from before to after”, or describe what you saw in words.",
        )
    return tuple(with_sentences(analysed) for analysed in found)


def any_marks(tables: Mapping[str, MarkTable]) -> bool:
    """Return whether any pupil has a mark."""
    return any(row.before.value is not None or row.after.value is not None for table in tables.values() for row in table.rows)


def plan_at_first_marks(ws: Workspace) -> Plan | None:
    """Return the plan as it stood when the first table of marks was saved, by the order of changes.

    ``None`` when that version can no longer be read; the times in the record then decide.
    """
    measures = {measure.id for measure in ws.record.plan.measures}
    first = next((line for line in ws.store.history() if line.kind == "table" and line.name in measures), None)
    if first is None:
        return None
    try:
        return ws.store.record_at(first.version).plan
    except WorkbenchError:
        return None


def with_sentences(analysed: Analysed) -> Analysed:
    """Return the analysis with what is said of each result; a result that is missing says why."""
    out_of = analysed.measure.highest
    sentences = tuple(
        found.reason if isinstance(found, NotComputed) else say(found, unit="marks", out_of=out_of) for found in analysed.results
    )
    return replace(analysed, sentences=sentences)
