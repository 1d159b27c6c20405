"""One measure's stored table: found by the plan's measures, written with its schema."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.desk.enquiry import Workspace
from workbench.enquiry.marks import COLUMNS, STATUSES, MarkTable, to_rows
from workbench.enquiry.plan import Measure
from workbench.errors import NotReady, UnknownOption


def measure_of(ws: Workspace, measure_id: str | None = None) -> Measure:
    """Return a measure of the plan; without an id the only one whose marks are compared.

    Raises:
        NotReady: The plan has no such measure yet.
        UnknownOption: The id is none of the plan's, or several would do and none was named.
    """
    measures = [measure for measure in ws.record.plan.measures if measure.method == "paired_change"]
    allowed = ", ".join(measure.id for measure in measures)
    if not measures:
        raise NotReady("The plan has no test or other measure with marks yet.", do="Add one in step 2, Plan; then come back.")
    if measure_id is None and len(measures) == 1:
        return measures[0]
    found = next((measure for measure in measures if measure.id == measure_id), None)
    if found is None:
        what = "Say which measure these marks belong to." if measure_id is None else "The plan has no measure of that name."
        raise UnknownOption(what, seen=measure_id, allowed=allowed)
    return found


def put_table(ws: Workspace, measure: Measure, table: MarkTable, *, what: str, why: str = "") -> str:
    """Write a measure's table and its Table Schema; return the hash of the bytes.

    Raises:
        CannotSave, Conflict, Damaged: As the store says; the table before stands.
    """
    return ws.store.write_table(measure.id, COLUMNS, to_rows(table), schema_fields(measure), what=what, why=why, author=ws.author)


def schema_fields(measure: Measure) -> list[Mapping[str, object]]:
    """Return the table's fields as a Frictionless Table Schema has them."""
    limits: dict[str, object] = {"minimum": measure.lowest}
    if measure.highest is not None:
        limits["maximum"] = measure.highest
    fields: list[Mapping[str, object]] = [
        {"name": "pupil", "type": "string", "description": "A random code", "constraints": {"required": True, "unique": True}},
        {"name": "chosen", "type": "boolean", "trueValues": ["yes"], "falseValues": ["no"], "description": "In the enquiry's own group"},
    ]
    for occasion, test in (("before", "first"), ("after", "second")):
        fields.append({"name": occasion, "type": "number", "description": f"Mark in the {test} test", "constraints": limits})
        fields.append({"name": f"{occasion}_status", "type": "string", "constraints": {"required": True, "enum": list(STATUSES)}})
    return fields
