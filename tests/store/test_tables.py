from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, Conflict, Damaged, UnknownOption
from workbench.store import tables
from workbench.store.folder import EnquiryStore

COLUMNS = ("pupil", "before")
FIELDS = ({"name": "pupil", "type": "string"}, {"name": "before", "type": "number"})
ROWS = [{"pupil": "K7M4T", "before": "7.5"}, {"pupil": "X7D9P", "before": ""}]


def write(store: EnquiryStore, rows: list[dict[str, str]], name: str = "number-test") -> str:
    return store.write_table(name, COLUMNS, rows, FIELDS, what="Marks")


def test_a_table_comes_back_as_it_was_written(store: EnquiryStore, folder: Path) -> None:
    again = EnquiryStore.open(folder)
    assert again.read_table("number-test") == ROWS
    assert again.table_schema("number-test") == list(FIELDS)
    assert again.table_names() == ("number-test",)
    assert again.table_sha256("number-test") == write(store, ROWS)


def test_a_table_is_a_plain_file_with_a_table_schema_beside_it(store: EnquiryStore, folder: Path) -> None:
    assert (folder / "data" / "number-test.csv").read_text() == "pupil,before\nK7M4T,7.5\nX7D9P,\n"
    schema = json.loads((folder / "data" / "number-test.schema.json").read_text())
    assert schema == {"fields": list(FIELDS), "missingValues": [""]}


def test_the_history_holds_hashes_of_tables_and_never_what_is_in_them(store: EnquiryStore, folder: Path) -> None:
    write(store, [{"pupil": "Q2W3R", "before": "39"}])
    everything = b"".join(path.read_bytes() for path in (folder / ".history").rglob("*") if path.is_file())
    assert b"K7M4T" not in everything
    assert b"Q2W3R" not in everything
    line = store.history()[-1]
    assert (line.kind, line.name, line.sha256, line.version) == ("table", "number-test", store.table_sha256("number-test"), 3)


def test_a_table_that_another_program_changed_is_not_read_until_it_is_accepted(store: EnquiryStore, folder: Path) -> None:
    path = folder / "data" / "number-test.csv"
    path.write_bytes("\ufeffpupil,before\r\nK7M4T,8.5\r\n".encode())
    with pytest.raises(Damaged) as caught:
        store.read_table("number-test")
    assert str(caught.value) == (
        "data/number-test.csv: This table was changed by another program since it was saved. Look at it, then take it as it is now, "
        "or bring the saved one back from a backup. It was left as it is."
    )
    assert [note.kind for note in EnquiryStore.open(folder).notices()] == ["table_changed"]
    with pytest.raises(Damaged):
        write(store, ROWS)
    assert store.table_as_found("number-test") == [{"pupil": "K7M4T", "before": "8.5"}]
    store.accept_table("number-test", what="Took the table as it is now", why="Ms O changed a mark in a spreadsheet")
    again = EnquiryStore.open(folder)
    assert again.read_table("number-test") == [{"pupil": "K7M4T", "before": "8.5"}]
    assert again.history()[-1].why == "Ms O changed a mark in a spreadsheet"
    assert again.notices() == ()


def test_a_changed_schema_is_seen_too(store: EnquiryStore, folder: Path) -> None:
    (folder / "data" / "number-test.schema.json").write_text("{}")
    with pytest.raises(Damaged, match=r"data/number-test\.schema\.json: This table was changed"):
        store.read_table("number-test")


def test_a_table_that_is_gone_is_said_to_be_gone(store: EnquiryStore, folder: Path) -> None:
    (folder / "data" / "number-test.csv").unlink()
    with pytest.raises(Damaged, match="no longer in the folder"):
        store.read_table("number-test")
    assert [note.kind for note in store.notices()] == ["table_missing"]
    write(store, ROWS)
    assert store.read_table("number-test") == ROWS


def test_a_table_written_in_another_window_is_a_conflict_and_stays(store: EnquiryStore, folder: Path) -> None:
    other = EnquiryStore.open(folder)
    write(other, [{"pupil": "K7M4T", "before": "9"}])
    with pytest.raises(Conflict, match="Open this table again"):
        write(store, ROWS)
    assert store.reload() == other.record
    assert store.read_table("number-test") == [{"pupil": "K7M4T", "before": "9"}]
    write(store, ROWS)


def test_a_new_table_does_not_overwrite_a_file_that_stands_there(store: EnquiryStore, folder: Path) -> None:
    (folder / "data" / "extra.csv").write_text("somebody's own file")
    with pytest.raises(Damaged):
        write(store, ROWS, "extra")
    assert (folder / "data" / "extra.csv").read_text() == "somebody's own file"


def test_a_table_that_counts_but_was_not_put_in_place_is_put_there_when_opened(store: EnquiryStore, folder: Path) -> None:
    old = (folder / "data" / "number-test.csv").read_bytes()
    write(store, [{"pupil": "K7M4T", "before": "9"}])
    new = (folder / "data" / "number-test.csv").read_bytes()
    (folder / "data" / ".number-test.csv.pending").write_bytes(new)
    (folder / "data" / "number-test.csv").write_bytes(old)
    again = EnquiryStore.open(folder)
    assert again.read_table("number-test") == [{"pupil": "K7M4T", "before": "9"}]
    assert (folder / "data" / "number-test.csv").read_bytes() == new
    assert not list((folder / "data").glob(".*"))


def test_a_removed_table_leaves_a_line_and_nothing_else(store: EnquiryStore, folder: Path) -> None:
    store.remove_table("number-test", what="Deleted at the end of the year")
    assert list((folder / "data").iterdir()) == []
    assert EnquiryStore.open(folder).table_names() == ()
    assert EnquiryStore.open(folder).history()[-1].what == "Deleted at the end of the year"
    with pytest.raises(UnknownOption, match="Allowed: none yet"):
        store.read_table("number-test")
    write(store, ROWS)
    assert EnquiryStore.open(folder).read_table("number-test") == ROWS


@pytest.mark.parametrize("name", ["", "../enquiry", "Marks", "con", "a/b", ".history", "a" * 80, "lpt1", "ä"])
def test_a_name_that_cannot_name_a_file_everywhere_is_refused(store: EnquiryStore, name: str) -> None:
    with pytest.raises(BadInput, match="Choose another short name"):
        write(store, ROWS, name)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"pupil": "K7M4T", "surname": "Bennett"},
            "Row 2: This row has a column that the table has not. Seen: surname. Allowed: pupil, before.",
        ),
        ({"pupil": 3}, "Row 2, pupil: A cell of a table is kept as text. Seen: int."),
        ({"pupil": "Bennett\ud83d"}, "Row 2, pupil: Type this text again: it holds half of a character, as a cut-off emoji leaves behind."),
        ({"pupil": "Bennett\x00"}, "Row 2, pupil: Shorten this cell"),
    ],
)
def test_a_cell_that_cannot_be_kept_is_named_by_its_row_and_not_repeated(store: EnquiryStore, row: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput) as caught:
        write(store, [ROWS[0], row])
    assert str(caught.value).startswith(message)
    assert "Bennett" not in str(caught.value)


def test_columns_and_schema_must_be_those_of_the_table(store: EnquiryStore) -> None:
    with pytest.raises(BadInput, match="Describe each column"):
        store.write_table("t", ("pupil",), [], FIELDS, what="x")
    for columns in ((), ("pupil", "pupil"), ("=1",)):
        with pytest.raises(BadInput, match="Name every column"):
            store.write_table("t", columns, [], (), what="x")


@pytest.mark.parametrize(
    "text", ["", "pupil,pupil\n", "pupil,before\nK7M4T\n", 'pupil,before\n"K7M4T,1\n', "pupil,before\nK7M4T,1,2\n", "\n\n"]
)
def test_a_csv_that_is_no_table_is_damage(text: str) -> None:
    with pytest.raises(Damaged):
        tables.decode(text.encode(), where="data/x.csv")


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", "+1+1", "-1+cmd", "\t=1", "\r=1", " =1", "'=1", "''=1", "＝1", '=HYPERLINK("http://x")', "-", "+"]
)
def test_a_cell_that_looks_like_a_formula_is_stored_as_text(cell: str) -> None:
    stored = next(csv.reader(io.StringIO(tables.encode(("a",), [{"a": cell}]).decode().partition("\n")[2], newline="")))[0]
    assert stored == "'" + cell
    assert tables.decode(tables.encode(("a",), [{"a": cell}]), where="x")[1] == [{"a": cell}]


@pytest.mark.parametrize("cell", ["-3.5", "+7", "0", "7½", "14?", "abs", "'quoted'", "00123", "-0,5"])
def test_marks_and_words_are_stored_as_they_are(cell: str) -> None:
    assert tables.neutralised(cell) == cell


awkward = st.text(alphabet=st.sampled_from("=+-@'\t\r\n ,;\"1.a＝")) | st.text()


@given(st.lists(st.fixed_dictionaries({"pupil": awkward, "before": awkward}), max_size=5))
def test_write_then_read_is_identity_for_any_text(rows: list[dict[str, str]]) -> None:
    kept = [{name: cell.replace("\x00", "") for name, cell in row.items()} for row in rows]
    assert tables.decode(tables.encode(COLUMNS, kept), where="x") == (COLUMNS, kept)


@given(awkward)
def test_no_stored_cell_begins_like_a_formula_unless_it_is_a_plain_number(cell: str) -> None:
    stored = tables.neutralised(cell)
    assert tables.restored(stored) == cell
    if stored.lstrip().startswith(("=", "+", "-", "@")) or stored.startswith(("\t", "\r")):
        assert stored.lstrip("+-").replace(",", ".", 1).replace(".", "", 1).isdigit()
