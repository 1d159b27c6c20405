from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.enquiry.import_marks import MEANINGS
from workbench.enquiry.import_match import NOT_HERE
from workbench.enquiry.import_missing import WHY
from workbench.enquiry.import_questions import Question
from workbench.enquiry.importing import plan_import
from workbench.enquiry.plan import Measure
from workbench.store.spreadsheet import read_book
from workbench.words import importing as words
from workbench.words import marks

NEVER = re.compile(r"\b(?:invalid|illegal|failed|exception|error|null|none|subjects|participants|treatment|significant)\b", re.IGNORECASE)
ENQUIRY = Path(__file__).parents[2] / "workbench" / "enquiry"
KINDS = sorted({kind for path in ENQUIRY.glob("import*.py") for kind in re.findall(r'kind="(\w+)"', path.read_text(encoding="utf-8"))})
MORE = ["namesakes", "near", "new", "nameless", "row"]


def asked(kind: str, **more: object) -> Question:
    about = {
        "seen": "abs",
        "how_many": "2",
        "places": "sheet 1: F9",
        "occasion": "after",
        "group": "7B",
        "groups": "7B, 7C",
        "reason": "foot",
    }
    about |= {"heading_says": "50", "plan_says": "40", "heading": "Test 1", "row:1:4 is": "sheet 1, row 4; tutor group 7C"}
    return Question(id=f"{kind}:1", kind=kind, choices=("x",), sheet=1, rows=(4,), column="C", about=about, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", sorted({*KINDS, *MORE}))
def test_every_kind_of_question_has_words_a_teacher_can_use(kind: str) -> None:
    text = words.question_text(asked(kind), {1: "Test 1"}, bad_mark="Row 4: the mark is '14?'.")
    assert text
    assert text[0].isupper() or text[0].isdigit()
    assert not NEVER.search(text)
    assert "{" not in text


@pytest.mark.parametrize("kind", ["token", "cell", "zeros", "namesakes", "near", "new", "many_new", "missing", "many_missing"])
def test_every_choice_has_words(kind: str) -> None:
    for choice in {*MEANINGS, *NOT_HERE, *WHY, "row:1:4", "pupil:K7M4T"} - (
        {"joined", "leave_out"} if kind in {"token", "cell"} else set()
    ):
        text = words.choice_text(asked(kind), choice)
        assert text
        assert not NEVER.search(text)


def test_every_question_of_the_shipped_book_is_in_words() -> None:
    book = read_book(Path(__file__).parents[2] / "datasets" / "place-value-y7" / "place-value-y7.xlsx")
    plan = plan_import(book, Measure(id="place-value-test", title="Place value test", highest=40))
    sheets = {look.number: look.name for look in plan.looks}
    for question in plan.questions:
        assert words.question_text(question, sheets)
        labels = [words.choice_text(question, choice) for choice in question.choices]
        assert all(labels)
        assert len(set(labels)) == len(labels)


def test_what_came_in_is_told_pupils_first() -> None:
    assert words.brought_in(119, 12, 11, 1, changed=True) == (
        "119 pupils' marks came in. Your group has 12 pupils; 11 of them have both marks. "
        "1 of the group has no pair and stays out of the comparison."
    )
    assert words.needs_answers(1) == "One question needs an answer first."


def test_who_has_no_pair_is_told_with_the_start() -> None:
    assert marks.pairing(12, 12, 0, 0, None) == "12 of the 12 pupils in your group have both marks."
    assert marks.pairing(12, 10, 2, 0, -2.04).endswith("Those with the first mark only began 2.0 marks lower than the others.")
    assert marks.pairing(0, 0, 0, 0, None) == "No pupil is in your group yet."
    assert "level" in marks.pairing(3, 2, 1, 0, 0.01)
