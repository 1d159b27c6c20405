"""Pages to print that are made from the record alone, beside the same as Markdown and as data."""

from __future__ import annotations

from pathlib import Path

from workbench.desk.enquiry import open_enquiry
from workbench.desk.evaluation import evaluation_markdown, published_evaluation, title_and_about
from workbench.desk.report import Cover
from workbench.faces.html_page import page
from workbench.store.atomic import cannot_save, write_bytes
from workbench.words.markdown import typed

FOLDER = "evaluation"


def make_evaluation(folder: str | Path) -> tuple[Path, Path, Path]:
    """Write the evaluation of the enquiry in ``folder`` and return its page, its Markdown and its JSON.

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
    made = tuple(into / f"evaluation{end}" for end in (".html", ".md", ".json"))
    whole = f"# {typed(title)}\n\n{typed(about)}\n\n{text}"
    data = published_evaluation(ws).model_dump_json(indent=2) + "\n"
    for path, content in zip(made, (html, whole, data), strict=True):
        write_bytes(path, content.encode("utf-8"))
    return made[0], made[1], made[2]
