"""The rehearsal: the planned analysis, run on invented marks before any pupil is tested."""

from __future__ import annotations

from random import Random

from workbench.desk.analysis import with_sentences
from workbench.desk.enquiry import Workspace
from workbench.enquiry.analysis import Analysed, analyse_tables
from workbench.enquiry.invented import invented_table
from workbench.errors import NotReady
from workbench.words.plan import MISSING

SEED = 1234


def rehearse(ws: Workspace, seed: int = SEED) -> tuple[Analysed, ...]:
    """Return the planned analyses of invented marks, each marked as invented; nothing is saved.

    The marks keep to each measure's range and step. The same plan and seed give the same marks.

    Raises:
        NotReady: when no measure is planned whose change can be counted.
    """
    plan = ws.record.plan
    measures = [measure for measure in plan.measures if measure.method == "paired_change"]
    if not measures:
        raise NotReady(MISSING["measures"][0], do=MISSING["measures"][1])
    tables = {measure.id: invented_table(measure, plan, Random(f"{seed}:{measure.id}")) for measure in measures}
    return tuple(with_sentences(found) for found in analyse_tables(ws.record, tables, plan_then=plan, invented=True))
