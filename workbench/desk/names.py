"""Pupils' names in what was typed: looked for in the whole record once the class list is open."""

from __future__ import annotations

from workbench.desk.class_list import names_by_code
from workbench.desk.enquiry import Workspace
from workbench.desk.plan import amended
from workbench.enquiry.names import record_without_names, value_without_names, without_names
from workbench.enquiry.plan_hash import plan_hash
from workbench.enquiry.record import Enquiry
from workbench.store.drafts import Drafts
from workbench.store.sealed import ClassList
from workbench.words import names as words


def look_for_names(ws: Workspace, class_list: ClassList | None) -> str:
    """Open the workspace's eyes for these pupils, put every name that stands in the record or a draft as a code, and say so.

    ``None`` closes them again. A name in a locked plan is put as a code too; the change is an amendment like any other.

    Raises:
        CannotSave: when the disk does not take it.
    """
    ws.names = names_by_code(class_list) if class_list is not None else {}
    if class_list is None:
        return ""
    found = 0

    def swept(record: Enquiry) -> Enquiry:
        nonlocal found
        clean, found = record_without_names(record, ws.names)
        if record.plan.lock is None or plan_hash(clean) == plan_hash(record):
            return clean
        return amended(clean, ("names",), words.REASON, ws.clock())

    ws.change(swept, what="pupils' names put as codes")
    return words.looked_for(found + _sweep_drafts(ws))


def _sweep_drafts(ws: Workspace) -> int:
    drafts, found = Drafts(ws.path), 0
    for form, fields in drafts.all().items():
        for name, draft in fields.items():
            raw, count = value_without_names(draft.raw, ws.names)
            found += count
            if count:
                drafts.put(form, name, raw, without_names(draft.message, ws.names)[0])
    return found
