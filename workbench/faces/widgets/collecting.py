"""Step 3: the class list, the sheet of marks, a school's file, and the log of what was done."""

from __future__ import annotations

import reacton

from workbench.desk.enquiry import Workspace
from workbench.faces.widgets.class_list import ClassListPart
from workbench.faces.widgets.file_import import FileImport
from workbench.faces.widgets.form import Form
from workbench.faces.widgets.mark_sheet import MarkSheetPart
from workbench.faces.widgets.pieces import Element, page, use_any
from workbench.store.sealed import ClassList


@reacton.component
def Collecting(ws: Workspace) -> Element:
    """The whole of step 3. The class list stays open for as long as this form's kernel runs, or until it is closed."""
    opened, set_opened = use_any((None, 0))
    class_list, seen = opened

    def take(found: ClassList | None) -> None:
        set_opened(lambda before: (found, before[1] + 1))

    return page(
        "collecting",
        [
            ClassListPart(ws, class_list, take),
            MarkSheetPart(ws, class_list, seen),
            FileImport(ws, class_list, lambda: take(class_list)),
            Form(ws, "collect"),
        ],
    )
