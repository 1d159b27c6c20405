"""The pipeline from a notebook to one page, with notebooks of the tests' own; the real report is in test_report_page.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.desk.report import Cover
from workbench.errors import WorkbenchError
from workbench.faces.html_page import look_over, page
from workbench.faces.reports import collect, run_notebook

COVER = Cover(title="Place value: <b>7 & 8</b>", about="A report for colleagues")


def notebook(path: Path, *sources: str, parameters: str = 'enquiry = "."') -> Path:
    cells = [
        {"cell_type": "code", "id": f"c{i}", "execution_count": None, "metadata": {}, "outputs": [], "source": source}
        for i, source in enumerate((parameters, *sources))
    ]
    cells[0]["metadata"] = {"tags": ["parameters"]}
    kernel = {"display_name": "Enquiry workbench", "language": "python", "name": "enquiry-workbench"}
    made = {"cells": cells, "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(made), "utf-8")
    return path


SHOW = "from IPython.display import Markdown, display\n"


def test_a_notebook_runs_in_the_enquirys_folder_and_leaves_nothing_there(tmp_path: Path) -> None:
    folder = tmp_path / "enquiry"
    folder.mkdir()
    (folder / "pandas.py").write_text("raise SystemExit('a module from the folder was imported')", "utf-8")
    template = notebook(
        tmp_path / "t.ipynb",
        "import os, sys\n" + SHOW + "display(Markdown(f'in {os.path.basename(os.getcwd())}, {enquiry}'))\nprint('not shown')",
        "Markdown(f\"{'' in sys.path} {os.getcwd() in sys.path}\")",
    )
    assert run_notebook(template, folder) == "in enquiry, .\n\nFalse False\n"
    assert [path.name for path in folder.iterdir()] == ["pandas.py"]


def test_a_cell_that_stops_says_our_own_errors_words_and_no_traceback(tmp_path: Path) -> None:
    template = notebook(
        tmp_path / "t.ipynb", "from workbench.errors import NotReady\nraise NotReady('There are no marks yet.', do='Come back.')"
    )
    with pytest.raises(WorkbenchError) as stopped:
        run_notebook(template, tmp_path)
    assert str(stopped.value) == "There are no marks yet. Come back."


def test_any_other_stop_tells_its_kind_but_not_its_text_which_could_hold_marks(tmp_path: Path) -> None:
    template = notebook(tmp_path / "t.ipynb", "raise ValueError('pupil K7M4T scored 14')")
    with pytest.raises(WorkbenchError, match="stopped half way") as stopped:
        run_notebook(template, tmp_path)
    assert "K7M4T" not in str(stopped.value)
    assert "ValueError" in str(stopped.value)


def test_a_notebook_that_declares_another_parameter_is_not_run(tmp_path: Path) -> None:
    template = notebook(tmp_path / "t.ipynb", "1/0", parameters='enquiry = "."\nother = 1')
    with pytest.raises(WorkbenchError, match="other parameters"):
        run_notebook(template, tmp_path)


def test_only_markdown_that_cells_show_is_collected() -> None:
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": "printed"},
        {"output_type": "display_data", "data": {"text/markdown": ["## A\n", "\ntext"], "text/plain": "x"}},
        {"output_type": "execute_result", "data": {"text/html": "<script>1</script>"}},
    ]
    cells = [{"cell_type": "markdown", "source": "# not this"}, {"cell_type": "code", "outputs": outputs}]
    assert collect({"cells": cells}) == "## A\n\ntext\n"


def test_the_page_is_whole_and_titles_are_text() -> None:
    html = page("## A\n\nHello\n", COVER)
    assert html.startswith("<!DOCTYPE html>")
    assert '<html lang="en-GB">' in html
    assert "<h1>Place value: &lt;b&gt;7 &amp; 8&lt;/b&gt;</h1>" in html
    assert "<title>Place value: " in html
    assert look_over(html) == ()


def test_html_in_markdown_is_shown_as_text() -> None:
    assert "<script" not in page("## A\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n", COVER)


@pytest.mark.parametrize(
    ("markdown", "problem"),
    [
        ("## A\n\n![words](http://127.0.0.1:9/x.png)\n", "a picture from outside"),
        ("## A\n\n![words](/etc/hostname)\n", "a picture from outside"),
        ("## A\n\n![](data:image/png;base64,iVBORw0KGgo=)\n", "a picture without words"),
        ("## A\n\n[x](https://example.org)\n", "a link to outside"),
        ("#### A\n", "a heading level left out"),
    ],
)
def test_a_page_that_does_not_stand_on_its_own_is_refused(markdown: str, problem: str) -> None:
    with pytest.raises(WorkbenchError, match="would not stand on its own") as refused:
        page(markdown, COVER)
    assert problem in str(refused.value)
