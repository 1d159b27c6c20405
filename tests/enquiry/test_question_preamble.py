"""What is taken off a question, and what is left of it."""

from __future__ import annotations

import pytest

from workbench.enquiry.question_preamble import trim

CORE = "how can we help 8B explain graphs?"


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        (f"In order to address priority 3 of our school improvement plan, {CORE}", "priority 3 of our school improvement plan"),
        (f"As part of our SDP: {CORE}", "our SDP"),
        (f"Following the Estyn inspection, {CORE}", "Estyn inspection"),
        (f"SDP priority 2.1: {CORE}", "priority 2.1"),
        (f"Because reading is a whole-school priority, so {CORE}".replace("reading", "oracy"), ""),
        ("How can we help 8B explain graphs, in line with our improvement plan?", "our improvement plan"),
        ("How can we (SIP target 4) help 8B explain graphs?", "target 4"),
    ],
)
def test_policy_is_trimmed_and_the_question_stays_whole(text: str, priority: str) -> None:
    trimmed = trim(text)
    assert trimmed.question == "How can we help 8B explain graphs?"
    assert trimmed.removed
    assert all(piece in text for piece in trimmed.removed)
    assert priority in trimmed.priority


@pytest.mark.parametrize(
    "text",
    [
        "How can we help 8B explain graphs?",
        "To improve fluency, how can we use paired reading in Year 3?",
        "When 8B meet a graph, how can we help them read its axes?",
        "How can we help 8B plan an essay on foreign policy?",
        "How can a new initiative by pupils help Year 6 run the library?",
        "",
    ],
)
def test_what_helps_to_answer_it_is_left_alone(text: str) -> None:
    assert trim(text).question == text
    assert trim(text).removed == ()


def test_trimming_twice_changes_nothing_more() -> None:
    once = trim(f"In line with our action plan, {CORE}").question
    assert trim(once).question == once
