from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from workbench.enquiry.sheets import Book
from workbench.errors import BadInput, UnreadableFile
from workbench.store.spreadsheet import Limits, read_book

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(data: bytes, name: str = "book.xlsx") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def workbook(*rows: list[object], more: dict[str, list[list[object]]] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for name, lines in (more or {}).items():
        extra = book.create_sheet(name)
        for line in lines:
            extra.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_sheet_xml(xml: str) -> bytes:
    """A workbook whose first sheet's XML is replaced by hand."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(["a"]))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item.filename, xml if item.filename == "xl/worksheets/sheet1.xml" else old.read(item.filename))
    return out.getvalue()


def read_or_none(path: Path) -> Book | None:
    """The book, or nothing where it was refused with something to do next."""
    try:
        return read_book(path)
    except UnreadableFile as refusal:
        return None if refusal.do else pytest.fail("refused without a next step")


HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"


def test_every_cell_comes_as_text_from_a1(save: Save) -> None:
    book = read_book(save(workbook([], [None, "Mark", 7.5, 12, True], [None, "7½", "00123"])))
    assert book.kind == "xlsx"
    assert book.sheets[0].cells[1][:5] == ("", "Mark", "7.5", "12", "TRUE")
    assert book.sheets[0].cells[2][1:3] == ("7½", "00123")


def test_hidden_sheets_and_merged_ranges_are_told(save: Save) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Test 1", None])
    book.active.merge_cells("A1:B1")
    book.create_sheet("Old").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    sheets = read_book(save(out.getvalue())).sheets
    assert sheets[0].merged == ((0, 0, 0, 1),)
    assert [sheet.hidden for sheet in sheets] == [False, True]


def test_errors_and_formulas_never_worked_out_are_seen(save: Save) -> None:
    xml = f'{HEAD}<row r="1"><c r="A1"><f>1+1</f><v/></c><c r="B1" t="e"><v>#DIV/0!</v></c><c r="C1"><f>2+2</f><v>4</v></c></row>{TAIL}'
    assert read_book(save(with_sheet_xml(xml))).sheets[0].cells[0] == ("=no value", "#DIV/0!", "4")


def test_one_far_cell_is_refused_with_its_count(save: Save) -> None:
    xml = f'{HEAD}<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>{TAIL}'
    with pytest.raises(UnreadableFile, match=r"claims 17 thousand million cells\. Delete empty rows/columns and save again"):
        read_book(save(with_sheet_xml(xml)))


@pytest.mark.parametrize("cell", ["A99999999", "ZZZZ1", "A0", "A4294967296"])
def test_a_cell_out_of_any_sheet_is_refused_or_harmless(save: Save, cell: str) -> None:
    xml = f'{HEAD}<row r="1"><c r="A1"><v>1</v></c><c r="{cell}"><v>1</v></c></row>{TAIL}'
    book = read_or_none(save(with_sheet_xml(xml)))
    assert book is None or len(book.sheets[0].cells) < 3


def test_a_pack_that_unfolds_too_far_is_refused(save: Save) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("xl/workbook.xml", b" " * 3_000_000)
    with pytest.raises(UnreadableFile, match="unfolds"):
        read_book(save(out.getvalue()), limits=Limits(unfolded=1_000_000))


def test_entities_that_grow_are_refused(save: Save) -> None:
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>{HEAD[21:]}<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>{TAIL}'
    with pytest.raises(UnreadableFile, match="damaged"):
        read_book(save(with_sheet_xml(xml)))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
        (bytes(4096), "zeros"),
        (workbook(["Name", "Mark"])[:3000], "Only part"),
        (b"Name,Mark\nA,1\n", "text file .* renamed"),
        (b"<!DOCTYPE html><html><table></table></html>", "web page"),
        (b"  <html><body>", "web page"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 600, "damaged"),
        (b"PK\x03\x04" + b"\x07" * 500, "Only part"),
    ],
)
def test_what_is_no_workbook_is_said_plainly(save: Save, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as refusal:
        read_book(save(data))
    assert refusal.value.do


def test_a_word_document_is_called_one(save: Save) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        pack.writestr("word/document.xml", "x")
    with pytest.raises(UnreadableFile, match="word-processor"):
        read_book(save(out.getvalue()))


def test_a_flipped_byte_never_passes_as_marks(save: Save) -> None:
    good = workbook(*[["Name", i] for i in range(50)])
    whole = read_book(save(good)).sheets
    for place in range(60, len(good) - 60, 211):
        bad = bytearray(good)
        bad[place] ^= 0xFF
        book = read_or_none(save(bytes(bad)))
        assert book is None or [s.cells for s in book.sheets] == [s.cells for s in whole]


def test_shared_text_that_is_missing_is_refused(save: Save) -> None:
    xml = f'{HEAD}<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v>1</v></c></row>{TAIL}'
    book = read_or_none(save(with_sheet_xml(xml)))
    assert book is None or book.sheets[0].cells[0][1] == "1"


def test_a_reader_that_takes_too_long_is_stopped(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableFile, match="too long"):
        read_book(save(b"Name,Mark\n", "a.csv"), limits=Limits(seconds=0))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no file of that name"):
        read_book(tmp_path / "none.xlsx")
    with pytest.raises(BadInput, match="folder"):
        read_book(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(UnreadableFile, match="no ordinary file"):
        read_book(tmp_path / "pipe.csv")
    for name in ("a\x00b.csv", "half \ud800.csv"):
        with pytest.raises(UnreadableFile):
            read_book(tmp_path / name)


TEXT = "Name;Mark\nZoë Ng;7,5\nÁsta Íó;12\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_tables_come_in_any_usual_encoding(save: Save, encoding: str) -> None:
    book = read_book(save(TEXT.encode(encoding), "marks.csv"))
    assert book.sheets[0].cells == (("Name", "Mark"), ("Zoë Ng", "7,5"), ("Ásta Íó", "12"))
    assert ("cp1252" in book.notes) == (encoding == "cp1252")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(save: Save, sign: str) -> None:
    rows = [
        ["Class 7A"],
        [],
        ["Surname", "Forename", "Test 1"],
        ["Khan", "Ava", "7"],
        ["O'Neil, jr" if sign != "," else "O'Neil", "Bo", "8"],
    ]
    text = "\n".join(sign.join(row) for row in rows)
    cells = read_book(save(text.encode(), "marks.csv")).sheets[0].cells
    assert cells[3] == ("Khan", "Ava", "7")
    assert cells[2] == ("Surname", "Forename", "Test 1")


def test_a_line_that_names_its_sign_is_obeyed_and_row_numbers_stay(save: Save) -> None:
    cells = read_book(save(b"sep=;\r\nName;Mark\r\nA, B;1\r\n", "marks.csv")).sheets[0].cells
    assert cells == ((), ("Name", "Mark"), ("A, B", "1"))


def test_a_quotation_mark_never_closed_is_refused_with_its_line(save: Save) -> None:
    with pytest.raises(UnreadableFile, match="line 3"):
        read_book(save(b'Name,Mark\nA,1\n"B,2\nC,3\n', "marks.csv"))


def test_nul_bytes_are_refused(save: Save) -> None:
    with pytest.raises(UnreadableFile, match="no text has"):
        read_book(save(b"Name,Mark\nA,1\x00\nB,2\n", "marks.csv"))


def test_a_workbook_under_a_text_files_name_is_read_as_what_it_is(save: Save) -> None:
    assert read_book(save(workbook(["Name", "Mark"]), "marks.csv")).kind == "xlsx"


def test_a_hundred_thousand_rows_come_through(save: Save) -> None:
    row = "".join(f'<c r="{letter}%d"><v>7.5</v></c>' for letter in "ABCDEFGHIJKL")
    xml = HEAD + "".join(f'<row r="{n}">' + row.replace("%d", str(n)) + "</row>" for n in range(1, 100_001)) + TAIL
    assert len(read_book(save(with_sheet_xml(xml))).sheets[0].cells) == 100_000


def ods(rows: str) -> bytes:
    out = io.BytesIO()
    names = "office:1.0 table:1.0 text:1.0".split()
    spaces = " ".join(f'xmlns:{name.split(":")[0]}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for name in names)
    body = f'<office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body>'
    with zipfile.ZipFile(out, "w") as pack:
        pack.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        pack.writestr("META-INF/manifest.xml", f'<?xml version="1.0"?><m:manifest xmlns:m="{manifest}"/>')
        pack.writestr("content.xml", f'<?xml version="1.0"?><office:document-content {spaces}>{body}</office:document-content>')
    return out.getvalue()


def test_an_opendocument_sheet_is_read(save: Save) -> None:
    cell = '<table:table-cell office:value-type="{}"{}><text:p>{}</text:p></table:table-cell>'
    row = cell.format("string", "", "Khan") + cell.format("float", ' office:value="7.5"', "7.5")
    book = read_book(save(ods(f"<table:table-row>{row}</table:table-row>"), "marks.ods"))
    assert book.kind == "ods"
    assert book.sheets[0].cells == (("Khan", "7.5"),)


def test_an_opendocument_sheet_that_repeats_itself_for_ever_is_refused(save: Save) -> None:
    cell = '<table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1">'
    cell += "<text:p>1</text:p></table:table-cell>"
    with pytest.raises(UnreadableFile) as refusal:
        read_book(save(ods(f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'), "marks.ods"))
    assert refusal.value.do
