from __future__ import annotations

import pytest

from workbench.enquiry.pasting import read_block, read_names
from workbench.errors import BadInput


def test_a_block_may_have_names_or_codes_or_neither() -> None:
    assert [row.marks for row in read_block("12\t15\n7½\tabs").rows] == [("12", "15"), ("7½", "abs")]
    assert read_block("K7M4T\t12\nR3D5F\t9").rows[1].who == ("R3D5F",)
    assert read_block("Khan\tAva\t12\t15").rows[0].who == ("Khan", "Ava")
    assert read_block("Khan, Ava;7,5;8").rows[0].marks == ("7,5", "8")
    assert read_block("Khan, Ava, 7, 8").rows[0].who == ("Khan", "Ava")


def test_one_column_with_decimal_commas_stays_one_column() -> None:
    assert [row.marks for row in read_block("7,5\n8,0\n12").rows] == [("7,5",), ("8,0",), ("12",)]


def test_an_empty_cell_between_marks_keeps_its_place() -> None:
    assert [row.marks for row in read_block("\n12\n\n9\n").rows] == [("",), ("12",), ("",), ("9",)]
    assert [row.line for row in read_block("Ng\t1\n\nKhan\t2").rows] == [1, 3]


def test_a_heading_is_passed_over_and_told() -> None:
    block = read_block("Name\tTest 1\tTest 2\nKhan, Ava\t1\t2")
    assert block.heading
    assert len(block.rows) == 1


@pytest.mark.parametrize("text", ["", " \n\t", "1\t2\t3", "a\tb\tc\td\t1"])
def test_other_blocks_are_refused(text: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_block(text)
    assert refusal.value.do


def test_names_come_in_one_column_or_several() -> None:
    pupils = read_names("Surname\tForename\tUPN\tForm\nKhan\tAva\tA123456789012\t7B\n\nO'Neil\tBo\t\t7C")
    assert [(one.surname, one.forename, one.upn, one.group) for one in pupils] == [
        ("Khan", "Ava", "A123456789012", "7B"),
        ("O'Neil", "Bo", "", "7C"),
    ]
    assert [(one.surname, one.forename) for one in read_names("Khan, Ava\nBo O'Neil\nPelé")] == [
        ("Khan", "Ava"),
        ("O'Neil", "Bo"),
        ("Pelé", ""),
    ]
    assert [(one.surname, one.forename, one.group) for one in read_names("Khan\tAva\t7B")] == [("Khan", "Ava", "7B")]


def test_a_line_without_a_name_is_told_by_its_number() -> None:
    with pytest.raises(BadInput, match="Line 3"):
        read_names("Surname\tUPN\nKhan\tA123456789012\n\tA123456789013")
