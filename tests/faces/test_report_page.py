"""The real report, from an enquiry's folder to a page that stands on its own."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from workbench.desk.enquiry import open_enquiry
from workbench.enquiry.record import Enquiry
from workbench.errors import CannotSave, NotAnEnquiry, NotReady, UnknownOption, WorkbenchError
from workbench.faces import reports
from workbench.faces.html_page import look_over
from workbench.faces.reports import make_report


@pytest.fixture(scope="module")
def folder(made: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An enquiry whose report has been made; tests that write take a copy."""
    path = tmp_path_factory.mktemp("reported") / "Place value Y7"
    made.make(path)
    make_report(path)
    return path


def html(folder: Path) -> str:
    return (folder / "reports" / "colleagues.html").read_text("utf-8")


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_needs_nothing_from_outside_and_runs_nothing(folder: Path) -> None:
    page = html(folder)
    assert look_over(page) == ()
    assert "http://" not in page
    assert "https://" not in page
    assert not [tag for tag, _ in Tags(page).found if tag in ("script", "link", "iframe", "a")]


def test_every_picture_has_words_and_headings_go_down_one_level_at_a_time(folder: Path) -> None:
    tags = Tags(html(folder)).found
    pictures = [attrs for tag, attrs in tags if tag == "img"]
    assert len(pictures) == 1
    assert all(len(attrs["alt"] or "") > 40 for attrs in pictures)
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_has_a_language_and_a_title(folder: Path) -> None:
    page = html(folder)
    assert '<html lang="en-GB">' in page
    assert "<title>Place value Y7</title>" in page
    assert "as it stood on 8 January 2026" in page or "as it stood on 9 January 2026" in page


def test_same_inputs_same_bytes_in_another_folder_on_another_day(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "somewhere" / "else"
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns("reports"))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2031, 1, 1, tzinfo=UTC).timestamp())))
    made = make_report(other)
    assert made == other / "reports" / "colleagues.html"
    for name in ("colleagues.html", "colleagues.json"):
        assert (made.parent / name).read_bytes() == (folder / "reports" / name).read_bytes()


def test_making_it_again_writes_the_same_file_and_changed_inputs_take_the_next_number(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    before = html(copy)
    assert make_report(copy).name == "colleagues.html"
    assert html(copy) == before
    open_enquiry(copy).change(lambda record: record.model_copy(update={"what_i_see": "Something else."}), what="Wrote")
    assert make_report(copy).name == "colleagues-2.html"
    assert html(copy) == before
    assert sorted(path.name for path in (copy / "reports").iterdir()) == [
        "colleagues-2.html",
        "colleagues-2.json",
        "colleagues.html",
        "colleagues.json",
    ]


def test_the_note_beside_it_says_what_it_was_made_from(folder: Path) -> None:
    note = json.loads((folder / "reports" / "colleagues.json").read_text("utf-8"))
    ws = open_enquiry(folder)
    assert note["made_from"]["record_sha256"] == ws.store.sha256
    assert note["made_from"]["tables_sha256"] == {"place-value": ws.store.table_sha256("place-value")}
    assert {"python", "enquiry-workbench", "scipy"} <= set(note["made_from"]["versions"])


def test_no_path_no_pupil_and_no_trace_of_the_notebook_is_left(folder: Path) -> None:
    written = html(folder) + (folder / "reports" / "colleagues.json").read_text("utf-8")
    assert str(folder.parent) not in written
    assert "/home" not in written
    assert Path.home().as_posix() == "/" or Path.home().as_posix() not in written
    for row in open_enquiry(folder).tables()["place-value"].rows:
        assert row.pupil not in written
    assert sorted(path.name for path in folder.iterdir()) == [".history", "data", "enquiry.json", "reports"]


def test_before_there_are_marks_it_says_so_and_writes_nothing(made: ModuleType, tmp_path: Path) -> None:
    made.make(tmp_path / "e", marks=False)
    with pytest.raises(NotReady, match="There are no marks yet"):
        make_report(tmp_path / "e")
    assert not (tmp_path / "e" / "reports").exists()


def test_a_folder_that_is_no_enquiry_and_an_unknown_audience_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NotAnEnquiry):
        make_report(tmp_path)
    with pytest.raises(UnknownOption, match="colleagues"):
        make_report(folder, "../colleagues")


def test_when_the_notebook_stops_the_last_report_stays(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    open_enquiry(copy).change(lambda record: record.model_copy(update={"what_i_see": "Else."}), what="Wrote")

    def stop(*_: object) -> str:
        raise WorkbenchError("The report stopped half way; earlier reports are as they were.")

    monkeypatch.setattr(reports, "run_notebook", stop)
    with pytest.raises(WorkbenchError, match="half way"):
        make_report(copy)
    assert sorted(path.name for path in (copy / "reports").iterdir()) == ["colleagues.html", "colleagues.json"]
    assert html(copy) == html(folder)


def test_a_file_in_the_place_of_the_reports_folder_is_told_plainly(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy", ignore=shutil.ignore_patterns("reports"))
    (copy / "reports").write_text("in the way", "utf-8")
    monkeypatch.setattr(reports, "run_notebook", lambda *_: "## A\n")
    with pytest.raises(CannotSave):
        make_report(copy)
    assert (copy / "reports").read_text("utf-8") == "in the way"


def test_progress_is_told_in_words(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    monkeypatch.setattr(reports, "run_notebook", lambda *_: "## A\n")
    steps: list[str] = []
    make_report(copy, progress=steps.append)
    assert steps == ["Running the analyses", "Writing the page"]


def test_the_shipped_notebook_is_clean_thin_and_hidden() -> None:
    notebook = json.loads(reports.shipped("templates", "reports", "colleagues.ipynb").read_text("utf-8"))
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert notebook["metadata"]["kernelspec"]["name"] == "enquiry-workbench"
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["source"] for cell in code if "parameters" in cell["metadata"].get("tags", [])] == ['enquiry = "."']
    for cell in code:
        assert cell["outputs"] == []
        assert cell["metadata"]["jupyter"]["source_hidden"] is True
        assert 1 <= len(cell["source"].splitlines()) <= 5


def test_what_a_teacher_types_anywhere_stays_text_on_the_page(made: ModuleType, tmp_path: Path) -> None:
    def spoil(value: object) -> object:
        if isinstance(value, dict):
            return {key: item if key in KEPT else spoil(item) for key, item in value.items()}
        if isinstance(value, list):
            return [spoil(item) for item in value]
        return made.HOSTILE[:115] if isinstance(value, str) and value else value

    ws = made.make(tmp_path / "e")
    ws.change(lambda record: Enquiry.model_validate_json(json.dumps(spoil(record.model_dump(mode="json")))), what="Typed something odd")
    page = make_report(tmp_path / "e").read_text("utf-8")
    assert look_over(page) == ()
    assert page.count("<img ") == 1
    assert page.count("&lt;script&gt;") + page.count("&lt;img") >= 10
    assert "<b>" not in page


KEPT = {"id", "created", "at", "on", "by", "lock", "before_on", "after_on", "kind", "source", "method", "design", "chosen_by", "status"} | {
    "threat",
    "consent",
    "aspects",
    "rule",
    "sha256",
    "ethics",
}


def test_an_earlier_report_is_never_overwritten_by_a_different_one(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    monkeypatch.setattr(reports, "run_notebook", lambda *_: "## Another page from the same inputs\n")
    assert make_report(copy).name == "colleagues-2.html"
    assert make_report(copy).name == "colleagues-2.html"
    assert html(copy) == html(folder)


def test_it_can_be_made_from_inside_a_notebook_whose_event_loop_runs(folder: Path) -> None:
    async def in_a_notebook() -> Path:
        return make_report(folder)

    assert asyncio.run(in_a_notebook()).name == "colleagues.html"
