"""The enquiry workbench: a teacher's enquiry from question to report.

Importing this package loads nothing heavy; each name below is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from workbench import errors, show, stats
    from workbench.desk.drawing import draw
    from workbench.desk.enquiry import open_enquiry
    from workbench.desk.report import report_sections
    from workbench.desk.start import start as new_enquiry
    from workbench.words.say import say

_NAMES = {
    "draw": ("workbench.desk.drawing", "draw"),
    "new_enquiry": ("workbench.desk.start", "start"),
    "open_enquiry": ("workbench.desk.enquiry", "open_enquiry"),
    "report_sections": ("workbench.desk.report", "report_sections"),
    "say": ("workbench.words.say", "say"),
}
_MODULES = {"errors": "workbench.errors", "show": "workbench.show", "stats": "workbench.stats"}

__all__ = ["__version__", "draw", "errors", "new_enquiry", "open_enquiry", "report_sections", "say", "show", "stats"]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(_MODULES[name])
    if name in _NAMES:
        module, attribute = _NAMES[name]
        return getattr(import_module(module), attribute)
    raise AttributeError(f"module 'workbench' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
