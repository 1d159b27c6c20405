"""Reports: a notebook of ours is run in the enquiry's folder, its Markdown becomes one HTML page.

papermill runs the notebook with one parameter, ``enquiry="."``; only Markdown that its cells show is
taken, pandoc makes the page, and nothing of the notebook itself is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from workbench.desk.enquiry import Workspace, open_enquiry
from workbench.desk.report import check_audience, check_ready, cover, inputs
from workbench.errors import Conflict, WorkbenchError
from workbench.faces import slow_import
from workbench.faces.html_page import page
from workbench.store.atomic import write_bytes
from workbench.store.shipped import shipped

KERNEL = "enquiry-workbench"
PARAMETERS = {"enquiry": "."}
QUIET_KERNEL = ["--HistoryManager.enabled=False", "--InteractiveShellApp.ignore_cwd=True", "--IPKernelApp.log_level=CRITICAL"]
"""No history of what ran, no module taken from the enquiry's folder, and no talk on the teacher's screen."""

Step = Callable[[str], None]


def make_report(folder: str | Path, audience: str = "colleagues", *, progress: Step | None = None) -> Path:
    """Make the report of the enquiry in ``folder`` and return where it is.

    The same inputs give the same bytes, in any folder and at any time. While the inputs stay the same
    the same file is written again; when they have changed the new report gets the next number.

    Args:
        folder: The enquiry's folder.
        audience: Who reads it: ``"colleagues"``.
        progress: Called with a few words as each step begins.

    Raises:
        NotAnEnquiry: when the folder holds none.
        UnknownOption: when there is no report for that audience.
        NotReady: when there are no marks to report on.
        Conflict: when the enquiry was changed meanwhile.
        CannotSave: when the report cannot be written; earlier reports stand.
    """
    step = progress or _no_progress
    check_audience(audience)
    workspace = open_enquiry(folder)
    check_ready(workspace)
    made_from = _inputs(workspace, audience)
    step("Running the analyses")
    markdown = run_notebook(shipped("templates", "reports", f"{audience}.ipynb"), workspace.path)
    step("Writing the page")
    html = page(markdown, cover(workspace, audience))
    if _inputs(open_enquiry(folder), audience) != made_from:
        raise Conflict("The enquiry was changed while its report was made.", do="Make the report again.")
    return _keep(workspace.path / "reports", audience, html, made_from)


def _no_progress(_: str) -> None:
    return None


def _inputs(workspace: Workspace, audience: str) -> dict[str, object]:
    """Return what decides the report's bytes: hashes of the inputs and of the templates, and versions."""
    templates = {name: _sha256(shipped("templates", "reports", name).read_bytes()) for name in (f"{audience}.ipynb", "page.html")}
    return {**inputs(workspace), "audience": audience, "templates": templates}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# --- the notebook -------------------------------------------------------------------------------


def run_notebook(template: Path, folder: Path) -> str:
    """Run a report's notebook in ``folder`` and return the Markdown its cells show, joined.

    Raises:
        WorkbenchError: when a cell stops; the notebook's own plain message where it has one.
    """
    with _quick_papermill() as papermill, tempfile.TemporaryDirectory(prefix="report-") as aside:
        declared = set(papermill.inspect_notebook(str(template)))
        if declared != set(PARAMETERS):
            raise WorkbenchError(
                "This report's notebook asks for other parameters than it may.",
                seen=", ".join(sorted(declared)) or "none",
                allowed=", ".join(PARAMETERS),
                do="Install the workbench again to get its own notebooks back.",
            )
        kernel, arguments = _kernel()
        try:
            notebook = papermill.execute_notebook(
                str(template),
                str(Path(aside) / "run.ipynb"),
                parameters=PARAMETERS,
                cwd=str(folder),
                kernel_name=kernel,
                progress_bar=False,
                log_output=False,
                start_timeout=120,
                execution_timeout=600,
                extra_arguments=arguments,
            )
        except papermill.PapermillExecutionError as stopped:
            raise _plainly(str(stopped.ename), str(stopped.evalue)) from None
        except (RuntimeError, TimeoutError) as stopped:
            raise _plainly(type(stopped).__name__) from None
    return collect(notebook)


@contextlib.contextmanager
def _quick_papermill() -> Iterator[Any]:
    """Import papermill without the grammar that jsonschema compiles at import (a second and more)."""
    slow_import.mend()
    import logging

    import papermill

    logger = logging.getLogger("papermill")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield papermill
    finally:
        logger.setLevel(level)


def _kernel() -> tuple[str, list[str]]:
    """Return our own kernel where it is installed, else the one that every Jupyter has, and what must be said to it."""
    from jupyter_client.kernelspec import KernelSpecManager

    specs = KernelSpecManager()
    name = KERNEL if KERNEL in specs.find_kernel_specs() else "python3"
    given = {word.partition("=")[0] for word in specs.get_kernel_spec(name).argv}
    return name, [word for word in QUIET_KERNEL if word.partition("=")[0] not in given]


def _plainly(kind: str, text: str = "") -> WorkbenchError:
    """Return a message for the user: our own errors' text, and of any other only its kind (its text could hold marks)."""
    from workbench import errors

    ours = getattr(errors, kind, None)
    if isinstance(ours, type) and issubclass(ours, WorkbenchError):
        return WorkbenchError(text)
    return WorkbenchError(
        "The report stopped half way; earlier reports are as they were.",
        seen=kind,
        do="Run `workbench status` on this folder to see whether its files are whole, then make the report again.",
    )


def collect(notebook: Any) -> str:
    """Return the Markdown shown by a notebook's code cells, in order; all else they show is left out."""
    shown = [
        _text(output["data"]["text/markdown"])
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
        for output in cell.get("outputs", [])
        if output["output_type"] in ("display_data", "execute_result") and "text/markdown" in output["data"]
    ]
    return "\n\n".join(shown) + "\n"


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


# --- keeping it ---------------------------------------------------------------------------------


def _keep(folder: Path, audience: str, html: str, made_from: dict[str, object]) -> Path:
    """Write the page and what it was made from; the number goes up when the inputs have changed."""
    page_bytes = html.encode("utf-8")
    note = {"format": 1, "made_from": made_from, "report_sha256": _sha256(page_bytes)}
    stem = _stem(folder, audience, note)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as problem:
        from workbench.store.atomic import cannot_save

        raise cannot_save(problem, folder.name) from None
    target = folder / f"{stem}.html"
    write_bytes(target, page_bytes)
    write_bytes(folder / f"{stem}.json", (json.dumps(note, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode("utf-8"))
    return target


def _stem(folder: Path, audience: str, note: dict[str, object]) -> str:
    """Return the name under which this very report stands already, or the next one that is free."""
    number = 1
    while True:
        stem = audience if number == 1 else f"{audience}-{number}"
        path = folder / f"{stem}.json"
        if not path.exists() and not path.with_suffix(".html").exists():
            return stem
        with contextlib.suppress(OSError, ValueError):
            if json.loads(path.read_text("utf-8")) == note:
                return stem
        number += 1
