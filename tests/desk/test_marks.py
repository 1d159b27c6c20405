"""The mark sheet and the class list on a real enquiry folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.desk import class_list as lists
from workbench.desk.enquiry import Workspace, new_enquiry, open_enquiry
from workbench.desk.marks import Edit, add_rows, put_chosen, put_mark, put_marks, table
from workbench.desk.paste import paste_block
from workbench.enquiry.plan import Measure, Plan
from workbench.errors import BadInput, Conflict, NotReady, SeveralProblems, UnknownOption
from workbench.store.sealed import ClassList

PASSPHRASE = "four brown counters"
MEASURE = Measure(id="test", title="Number test", highest=40)
NAMES = "Khan, Ava\nBo O'Neil\nNg, Cy"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    made = new_enquiry(tmp_path / "enquiry", "Numbers")
    made.change(lambda record: record.model_copy(update={"plan": Plan(measures=(MEASURE,))}), what="plan")
    return made


@pytest.fixture
def class_list(ws: Workspace, tmp_path: Path) -> ClassList:
    return ClassList.create(ws.record.id, PASSPHRASE, home=tmp_path / "home", work=14)[0]


def everything(folder: Path) -> str:
    return "\n".join(f"{path.name} {path.read_bytes().decode('utf-8', 'replace')}" for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_cell_is_saved_as_it_is_left_and_is_there_after_a_restart(ws: Workspace) -> None:
    shown = put_mark(ws, None, "K7M4T", "before", "7½")
    assert (shown.accepted, shown.text, shown.status) == (True, "7.5", "present")
    put_mark(ws, None, "K7M4T", "after", "abs")
    row = table(open_enquiry(ws.path)).rows[0]
    assert (row.before.text, row.after.text, row.after.status, row.chosen) == ("7.5", "absent", "absent", True)


def test_a_wrong_cell_is_kept_as_typed_with_its_message_and_the_mark_before_stands(ws: Workspace) -> None:
    put_mark(ws, None, "K7M4T", "before", "14")
    shown = put_mark(ws, None, "K7M4T", "before", "14?")
    assert not shown.accepted
    assert (
        shown.message
        == "The mark is '14?'. Marks here are 0 to 40, halves allowed. Type the mark, or choose absent. What you typed is kept."
    )
    again = table(open_enquiry(ws.path)).rows[0]
    assert (again.before.text, again.before.accepted, again.before.message) == ("14?", False, shown.message)
    assert ws.tables()["test"].rows[0].before.value == 14
    put_mark(ws, None, "K7M4T", "before", "15")
    assert table(ws).rows[0].before.accepted


def test_an_emptied_cell_is_empty(ws: Workspace) -> None:
    put_mark(ws, None, "K7M4T", "before", "14")
    put_mark(ws, None, "K7M4T", "before", "")
    assert table(ws).rows[0].before.status == "blank"


def test_many_cells_are_one_writing_of_the_table(ws: Workspace) -> None:
    lines = len(ws.store.history())
    shown = put_marks(ws, "test", [Edit(pupil=f"K{n}M4T", occasion="before", text=str(n)) for n in range(2, 10)])
    assert all(cell.accepted for cell in shown)
    assert len(ws.store.history()) == lines + 1


def test_two_windows_keep_each_others_marks(ws: Workspace) -> None:
    other = open_enquiry(ws.path)
    put_mark(ws, None, "K7M4T", "before", "14")
    put_mark(other, None, "R3D5F", "before", "9")
    put_mark(ws, None, "K7M4T", "after", "15")
    values = {row.pupil: (row.before.value, row.after.value) for row in open_enquiry(ws.path).tables()["test"].rows}
    assert values == {"K7M4T": (14, 15), "R3D5F": (9, None)}


def test_the_group_and_the_pairing_are_told(ws: Workspace) -> None:
    add_rows(ws, None, ["K7M4T", "R3D5F", "B2B2B"])
    put_chosen(ws, None, "B2B2B", False)
    put_marks(ws, None, [Edit(pupil="K7M4T", occasion="before", text="10"), Edit(pupil="K7M4T", occasion="after", text="14")])
    put_mark(ws, None, "R3D5F", "before", "7")
    said = table(ws).pairing
    assert (
        said
        == "1 of the 2 pupils in your group have both marks. 1 has the first mark only. That pupil began 3.0 marks lower than the others."
    )
    with pytest.raises(UnknownOption):
        put_chosen(ws, None, "ZZZZZ", True)


def test_marks_alone_get_fresh_codes_on_an_empty_sheet_and_then_go_down_the_sheet(ws: Workspace) -> None:
    done = paste_block(ws, None, "12\n\n9½\n14?")
    assert (done.n_rows, done.n_saved, len(done.to_look_at)) == (4, 2, 1)
    assert done.sentence == "4 rows pasted, 2 marks saved. 1 cell needs a look; what you pasted there is kept."
    codes = [row.pupil for row in table(ws).rows]
    assert len(codes) == 2
    more = paste_block(ws, None, "20\n21\n22", occasion="after", start=codes[0])
    assert [row.after.text for row in table(ws).rows] == ["20", "21"]
    assert more.left_out == ("Line 3: the sheet has no more pupils.",)


def test_names_need_the_open_class_list_and_never_reach_the_folder(ws: Workspace, class_list: ClassList) -> None:
    block = "Name\tTest 1\tTest 2\nKhan, Ava\t12\t15\nBo O'Neil\t7½\tabs"
    with pytest.raises(NotReady, match="sealed"):
        paste_block(ws, None, block)
    done = paste_block(ws, None, block, class_list=class_list)
    assert done.n_saved == 4
    rows = {class_list.pupil(row.pupil).forename: (row.before.value, row.after.status) for row in ws.tables()["test"].rows}
    assert rows == {"Ava": (12, "present"), "Bo": (7.5, "absent")}
    assert not any(name in everything(ws.path) for name in ("Khan", "O'Neil", "Ava"))


def test_later_blocks_find_pupils_by_name_in_any_order_or_by_code(ws: Workspace, class_list: ClassList) -> None:
    lists.add_pasted(class_list, NAMES)
    paste_block(ws, None, "Cy Ng\t3\nAva Khan\t1\nDi Lim\t9", class_list=class_list)
    done = paste_block(ws, None, "Cy Ng\t4\nNobody Here\t1", class_list=class_list, occasion="after")
    assert done.left_out == ("Line 2: no pupil of the class list has this name.",)
    rows = {class_list.pupil(row.pupil).forename: (row.before.value, row.after.value) for row in ws.tables()["test"].rows}
    assert rows == {"Cy": (3, 4), "Ava": (1, None)}
    code = next(pupil.code for pupil in class_list.pupils if pupil.forename == "Ava")
    paste_block(ws, None, f"{code}\t8", occasion="after")
    assert {row.pupil: row.after.value for row in ws.tables()["test"].rows}[code] == 8


def test_the_sheet_shows_names_only_while_the_list_is_open(ws: Workspace, class_list: ClassList) -> None:
    lists.add_pasted(class_list, NAMES)
    open_rows = table(ws, class_list=class_list).rows
    assert [row.name for row in open_rows] == ["Khan, Ava", "Ng, Cy", "O'Neil, Bo"]
    put_mark(ws, None, open_rows[0].pupil, "before", "5")
    assert [row.name for row in table(ws).rows] == [""]


def test_a_class_list_is_begun_from_names_and_opened_again(ws: Workspace, tmp_path: Path) -> None:
    begun = lists.make(ws, NAMES, PASSPHRASE, home=tmp_path / "home")
    assert begun.sentence == "3 pupils put on the sealed class list."
    assert begun.recovery_code
    assert lists.exists(ws, home=tmp_path / "home")
    opened = lists.open_list(ws, PASSPHRASE, home=tmp_path / "home")
    assert sorted(lists.names_by_code(opened).values()) == [("Ava", "Khan"), ("Bo", "O'Neil"), ("Cy", "Ng")]
    added = lists.add_pasted(opened, "Khan, Ava\nLim, Di")
    assert (added.n_added, added.n_known) == (1, 1)
    with pytest.raises(Conflict):
        lists.make(ws, NAMES, PASSPHRASE, home=tmp_path / "home")


def test_a_name_twice_is_put_by_line_and_nothing_is_made(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SeveralProblems, match="Lines 1 and 3") as told:
        lists.make(ws, "Khan, Ava\nNg, Cy\nAva Khan", PASSPHRASE, home=tmp_path / "home")
    assert "Khan" not in str(told.value)
    assert not lists.exists(ws, home=tmp_path / "home")
    begun = lists.make(ws, "Khan, Ava\nNg, Cy\nAva Khan", PASSPHRASE, home=tmp_path / "home", same_names=True)
    assert len(begun.class_list.pupils) == 3


def test_a_short_passphrase_makes_nothing(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        lists.make(ws, NAMES, "abc", home=tmp_path / "home")
    assert not lists.exists(ws, home=tmp_path / "home")


def test_a_block_without_marks_and_an_unknown_measure_are_refused(ws: Workspace, class_list: ClassList) -> None:
    with pytest.raises(BadInput, match="no marks"):
        paste_block(ws, None, "Khan, Ava\nNg, Cy", class_list=class_list)
    with pytest.raises(UnknownOption):
        put_mark(ws, "other", "K7M4T", "before", "1")
    with pytest.raises(UnknownOption):
        put_mark(ws, None, "K7M4T", "middle", "1")  # type: ignore[arg-type]


@pytest.mark.parametrize("pupil", ["Zoe Bennett", "Zoe", "ZOE", "", "  ", "K7M4T\n", "../x7", None, 7, ["K7M4T"], "=CMD7()"])
def test_a_name_in_the_place_of_a_code_is_refused_and_written_nowhere(ws: Workspace, pupil: object) -> None:
    before = {file: file.read_bytes() for file in ws.path.rglob("*") if file.is_file()}
    for text in ("12", "14?"):
        with pytest.raises(BadInput, match="kept by a pupil's code") as refused:
            put_mark(ws, "test", pupil, "before", text)  # type: ignore[arg-type]
        assert "Zoe" not in str(refused.value)
    with pytest.raises(BadInput):
        add_rows(ws, "test", [pupil])  # type: ignore[list-item]
    with pytest.raises(BadInput):
        put_chosen(ws, "test", pupil, True)  # type: ignore[arg-type]
    assert {file: file.read_bytes() for file in ws.path.rglob("*") if file.is_file()} == before


def test_a_mark_may_be_given_as_a_number(ws: Workspace) -> None:
    assert put_mark(ws, "test", "K7M4T", "before", 12.5).text == "12.5"  # type: ignore[arg-type]
    for other in (None, True, [12], b"12"):
        with pytest.raises(BadInput, match="as text or as a number"):
            put_mark(ws, "test", "K7M4T", "before", other)  # type: ignore[arg-type]
    assert not put_mark(ws, "test", "K7M4T", "before", float("nan")).accepted  # type: ignore[arg-type]


def test_a_name_typed_where_a_mark_goes_is_kept_as_a_code(ws: Workspace) -> None:
    ws.names = {"K7M4T": ("Zoe", "Bennett")}
    shown = put_mark(ws, "test", "R3D5F", "before", "see Zoe Bennett")
    assert "Zoe" not in shown.message
    assert not any(b"Bennett" in file.read_bytes() for file in ws.path.rglob("*") if file.is_file())


@pytest.mark.parametrize("codes", ["K7M4T", None, 7, {"K7M4T"}])
def test_codes_come_as_a_list(ws: Workspace, codes: object) -> None:
    with pytest.raises(BadInput, match="as a list"):
        add_rows(ws, "test", codes)  # type: ignore[arg-type]
