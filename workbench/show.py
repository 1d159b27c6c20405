"""One form per stage: ``workbench.show.framing()`` in a notebook shows it. Here the forms meet the report maker.

Nothing that was typed is lost when a form is shown again: it always shows what is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.desk.enquiry import Workspace

__all__ = ["analysing", "checking", "collecting", "evaluating", "framing", "planning", "replicating", "reporting", "starting"]

_VIEW = "application/vnd.jupyter.widget-view+json"


def starting(folder: str | Path = ".") -> None:
    """Show the form that starts an enquiry in ``folder``."""

    def form() -> Any:
        from workbench.faces.widgets.starting import Starting

        return Starting(Path(folder))

    _display("starting", form)


def framing(enquiry: str | Path = ".") -> None:
    """Show step 1 of the enquiry in that folder: the question and its checks."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.framing import Framing

        return Framing(ws)

    _show("framing", enquiry, form)


def planning(enquiry: str | Path = ".") -> None:
    """Show step 2: who, what and when, the outlook, the rehearsal and the lock."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.planning import Planning

        return Planning(ws, _make_evaluation)

    _show("planning", enquiry, form)


def collecting(enquiry: str | Path = ".") -> None:
    """Show step 3: the class list, the sheet of marks, a file's marks and the log."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.collecting import Collecting

        return Collecting(ws)

    _show("collecting", enquiry, form)


def analysing(enquiry: str | Path = ".") -> None:
    """Show step 4: every pupil drawn, then what the plan named."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.analysing import Analysing

        return Analysing(ws)

    _show("analysing", enquiry, form)


def checking(enquiry: str | Path = ".") -> None:
    """Show step 5: what could mislead, and the teacher's answers."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.checking import Checking

        return Checking(ws, _make_evaluation)

    _show("checking", enquiry, form)


def evaluating(enquiry: str | Path = ".") -> None:
    """Show the evaluation tool: ten prompts on professional learning, filled from the plan where it is known."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.evaluating import Evaluating

        return Evaluating(ws, _make_evaluation)

    _show("evaluating", enquiry, form)


def replicating(enquiry: str | Path = ".") -> None:
    """Show step 6: a copy for a colleague, or one's own next cycle."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.replicating import Replicating

        return Replicating(ws)

    _show("replicating", enquiry, form)


def reporting(enquiry: str | Path = ".") -> None:
    """Show step 7: claims, next steps and the report."""

    def form(ws: Workspace) -> Any:
        from workbench.faces.widgets.reporting import Reporting

        return Reporting(ws, _make_report)

    _show("reporting", enquiry, form)


def _make_report(folder: Path, audience: str = "colleagues") -> Path:
    from workbench.faces.reports import make_report

    return make_report(folder, audience)


def _make_evaluation(folder: Path) -> tuple[Path, ...]:
    from workbench.faces.printed import make_evaluation

    return make_evaluation(folder)


def _show(stage: str, enquiry: str | Path, form: Callable[[Workspace], Any]) -> None:
    def opened() -> Any:
        from workbench.faces.widgets.settling import opened

        return opened(stage, enquiry, form)

    _display(stage, opened)


def _display(stage: str, form: Callable[[], Any]) -> None:
    import logging

    import reacton
    from IPython.display import display

    from workbench.faces.widgets.pieces import Sorry
    from workbench.faces.widgets.plain import attempt
    from workbench.words.screens import STAGES

    # What goes wrong is said in a sentence below; reacton would print a traceback over the form as well.
    logging.getLogger("reacton").setLevel(logging.CRITICAL + 1)
    rendered, words = attempt(lambda: reacton.render(form(), handle_error=False))
    if rendered is None:
        rendered = reacton.render(Sorry(stage, words), handle_error=False)
    box = rendered[0]
    # Only the widget's id goes into the notebook: a widget's own text form would show what was typed.
    view = {"version_major": 2, "version_minor": 0, "model_id": box.model_id}
    display({_VIEW: view, "text/plain": STAGES[stage].title}, raw=True)  # type: ignore[no-untyped-call]
