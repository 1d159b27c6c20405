"""Pages to print that are made from the record alone, beside the same as Markdown and as data."""

from __future__ import annotations

from pathlib import Path

from workbench.desk.enquiry import open_enquiry
from workbench.desk.evaluation import evaluation_markdown, published_evaluation, reminders, title_and_about
from workbench.desk.report import Cover
from workbench.enquiry.calendar_file import calendar_file
from workbench.faces.html_page import page
from workbench.store.atomic import cannot_save, write_bytes
from workbench.words.markdown import typed

FOLDER = "evaluation"


def make_evaluation(folder: str | Path) -> tuple[Path, ...]:
    """Write the evaluation of the enquiry in ``folder`` and return its page, its Markdown and its JSON.

    Where days were set in it, a calendar file of them comes fourth.

    The files stand in ``evaluation`` and are written anew each time; the answers themselves are in the record.

    Raises:
        NotAnEnquiry: when the folder holds none.
        CannotSave: when the disk does not take them.
    """
    ws = open_enquiry(folder)
    title, about = title_and_about(ws)
    text = evaluation_markdown(ws)
    html = page(text, Cover(title=title, about=about))
    into = ws.path / FOLDER
    try:
        into.mkdir(exist_ok=True)
    except OSError as problem:
        raise cannot_save(problem, FOLDER) from None
    whole = f"# {typed(title)}\n\n{typed(about)}\n\n{text}"
    data = published_evaluation(ws).model_dump_json(indent=2) + "\n"
    files = {".html": html.encode("utf-8"), ".md": whole.encode("utf-8"), ".json": data.encode("utf-8")}
    days = reminders(ws)
    if days:
        files[".ics"] = calendar_file(days, enquiry_id=ws.record.id, made=ws.clock(), version=ws.store.version)
    else:
        (into / "evaluation.ics").unlink(missing_ok=True)
    for end, content in files.items():
        write_bytes(into / f"evaluation{end}", content)
    return tuple(into / f"evaluation{end}" for end in files)
