"""The parts of a question, put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.assemble import assemble
from workbench.enquiry.question import QuestionParts
from workbench.enquiry.question_rules import check_question

CASES = [
    (
        QuestionParts(approach="use story maps", year="Reception", subject_aspect="retelling a story in order"),
        "How can we use story maps to improve retelling a story in order for Reception pupils?",
    ),
    (
        QuestionParts(approach="bar models", year="P5", subject_aspect="word problems"),
        "How can we use bar models to improve word problems for P5 pupils?",
    ),
    (
        QuestionParts(approach="worked examples", need="who skip steps"),
        "How can we use worked examples to help pupils who skip steps make progress?",
    ),
    (QuestionParts(subject_aspect="explain their reasoning", year="9B"), "How can we help 9B pupils explain their reasoning?"),
    (
        QuestionParts(
            approach="Paired talk",
            pupils="pupils who still count on their fingers",
            year="Year 4",
            need="lose track past 20",
            subject_aspect="Mental subtraction",
            when="spring term",
            already_tried="a catch-up group in the autumn",
        ),
        "How can we use paired talk to improve mental subtraction for Year 4 pupils who still count on their fingers "
        "and who lose track past 20 during the spring term, despite a catch-up group in the autumn?",
    ),
    (
        QuestionParts(
            pupils="Our EAL learners",
            year="set 3",
            subject_aspect="Essay introductions",
            when="over six weeks",
            already_tried="we tried frames",
        ),
        "How can we improve essay introductions for our EAL learners in set 3 over six weeks, even though we tried frames?",
    ),
    (
        QuestionParts(approach="giving pupils sentence starters", subject_aspect="longer answers", year="Year 9"),
        "How can we give pupils sentence starters to improve longer answers for Year 9 pupils?",
    ),
    (QuestionParts(year="Year 7"), ""),
    (QuestionParts(), ""),
]


@pytest.mark.parametrize(("parts", "question"), CASES)
def test_the_parts_read_as_one_question(parts: QuestionParts, question: str) -> None:
    assert assemble(parts) == question


@pytest.mark.parametrize("parts", [parts for parts, text in CASES if text and parts.year and parts.subject_aspect])
def test_an_assembled_question_satisfies_the_rules_it_was_built_for(parts: QuestionParts) -> None:
    answers = {finding.rule: finding.answer for finding in check_question(assemble(parts))}
    assert (answers["Q-R2"], answers["Q-R3"], answers["Q-R4"]) == ("yes", "yes", "yes")


@given(st.builds(QuestionParts, **{name: st.text(max_size=40) for name in QuestionParts.model_fields}))
def test_nothing_typed_into_the_parts_makes_it_stumble(parts: QuestionParts) -> None:
    text = assemble(parts)
    assert text == "" or (text.startswith("How can we ") and text.endswith("?"))
