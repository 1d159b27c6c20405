"""The bank of weak and mended questions that teachers are shown."""

from __future__ import annotations

import pytest

from workbench.enquiry.question_rules import check_question
from workbench.words.question_examples import EXAMPLES, PHASES, Example, like


def _against(text: str) -> set[str]:
    return {finding.rule.removeprefix("Q-") for finding in check_question(text)[:4] if finding.answer != "yes"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.weak[:40])
def test_the_checks_find_the_fault_in_the_weak_one_and_pass_the_mended_one(example: Example) -> None:
    assert _against(example.weak) == set(example.broken.split())
    assert _against(example.mended) == set()


def test_the_bank_covers_phases_subjects_and_every_rule() -> None:
    assert len(EXAMPLES) >= 40
    assert {example.phase for example in EXAMPLES} == set(PHASES)
    assert len({example.subject for example in EXAMPLES}) >= 20
    for rule in ("R1", "R2", "R3", "R4"):
        assert sum(rule in example.broken for example in EXAMPLES) >= 7
    text = " ".join(example.mended for example in EXAMPLES)
    assert all(name in text for name in ("P5", "S2", "Blwyddyn", "Meithrin", "Higher"))


def test_no_example_is_told_twice() -> None:
    assert len({example.weak for example in EXAMPLES}) == len({example.mended for example in EXAMPLES}) == len(EXAMPLES)


def test_examples_like_yours_share_its_subject_then_its_phase_then_its_fault() -> None:
    shown = like("Does French homework help Year 8?", against=("Q-R4",))
    assert len(shown) == 3
    assert shown[0].subject == "French"
    assert like("How can I help Nursery with talk?")[0].phase == "early years"
    assert like("How can I help Blwyddyn 4 with writing?")[0].phase == "primary"
    assert like("How can S3 draw maps?")[0].phase == "secondary"


@pytest.mark.parametrize("text", ["", "?", "zzz " * 5000])
def test_there_are_always_three_to_show(text: str) -> None:
    assert len(like(text)) == 3
