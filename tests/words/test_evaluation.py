"""What the evaluation tool says: every finding has words, no word oversells, and what was typed stays text in the document."""

import re
from pathlib import Path

import pytest

from workbench.enquiry import evaluation_checks
from workbench.enquiry.evaluation_form import ASKED
from workbench.words import evaluation as words
from workbench.words.evaluation_document import document

SHUNNED = re.compile(
    r"\b(invalid|illegal|failed|significant|effect|effective|impact|large|proves?|subjects|participants|treatment|control|null)\b", re.I
)
ABOUT = {
    "link_missing": ("teaching",),
    "link_unmeasured": ("lessons", "They ask"),
    "deleted_before": ("2026-04-01",),
    "burden": ("2", "1", "75"),
}


def codes() -> set[str]:
    source = Path(evaluation_checks.__file__).read_text("utf-8")
    return set(re.findall(r'code="(\w+)"', source)) | set(re.findall(r'"(\w+)" if [^\n]* else "\w+"', source)) | {"only_words", "gone"}


def test_every_finding_has_words_and_no_words_are_left_over():
    assert codes() == set(words.FINDINGS)


@pytest.mark.parametrize("code", words.FINDINGS)
def test_a_finding_is_whole_sentences_that_oversell_nothing(code):
    sentence, do = words.finding_words(code, ABOUT.get(code, ("Place value test", "June paper")))
    for text in filter(None, (sentence, do)):
        assert text[0].isupper() or text[0] == "“"
        assert text.endswith((".", "?"))
        assert "{" not in text
        assert not SHUNNED.search(text)
        assert all(len(part.split()) <= 22 for part in re.split(r"(?<=[.?:]) ", text))


def test_every_prompt_has_a_title_and_an_opening_sentence_that_oversell_nothing():
    assert list(words.PROMPTS) == list(ASKED)
    for title, intro in words.PROMPTS.values():
        assert not title.endswith(".")
        assert intro.endswith(".")
        assert not SHUNNED.search(title + intro)


def test_the_burden_is_told_as_far_as_it_is_known():
    assert words.finding_words("burden", ("3", "1", "90"))[0] == (
        "Each pupil is asked for 3 tests and 1 questionnaire or talk: 90 minutes in all, as far as it is said."
    )
    assert words.finding_words("burden", ("1", "0", "0"))[0] == "Each pupil is asked for 1 test."


def test_a_size_is_never_told_without_its_range():
    assert words.size_words("Place value", 0.4, -0.2, 1.0, None) == "Place value: 0.40; anything from −0.20 to 1.00 fits"


def prompt(**changes):
    asked = [
        {"field": "points_covered", "question": "Does it?", "answer": True},
        {"field": "points_notes", "question": "Notes", "answer": "<b>All</b> | of *them*"},
    ]
    return {"id": "T5-1", "title": "1. The chain", "from_plan": [], "questions": asked, "findings": [], **changes}


def test_what_was_typed_stays_text_in_the_document():
    text = document({"prompts": [prompt()], "left_out": 0}, {})
    assert "<b>" not in text.replace("\\<", "")
    assert "| Does it\\? | Yes | \\<b\\>All\\<\\/b\\> \\| of \\*them\\* |" in text


def test_rows_are_a_table_of_the_columns_that_were_filled_and_codes_become_titles():
    rows = [{"data_set": "plan:test", "title": "", "records": None, "instrument": "", "on": "2026-06-18", "minutes": None}]
    asked = [{"field": "medium_data", "question": "What else?", "answer": rows}]
    text = document({"prompts": [prompt(questions=asked)], "left_out": 0}, {"plan:test": "Place value test"})
    assert "| Place value test | 18\\/06\\/2026 |" in text
    assert "minutes" not in text


def test_what_is_left_out_of_the_document_is_counted():
    assert document({"prompts": [], "left_out": 2}, {}).startswith("2 answers are kept as typed but need a look first")
