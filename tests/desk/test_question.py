"""The question at the desk: verdicts, versions, overrides."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workbench.desk.answers import put
from workbench.desk.enquiry import Workspace, new_enquiry, open_enquiry
from workbench.desk.question import assemble, keep_version, override, split_aspects, verdicts
from workbench.enquiry.question import QuestionParts
from workbench.errors import BadInput, NotReady, UnknownOption

WEAK = "Does paired talk improve mental calculation?"


@pytest.fixture
def ws(tmp_path) -> Workspace:
    return new_enquiry(tmp_path / "e", "Talk", clock=lambda: datetime(2026, 1, 5, tzinfo=UTC))


def test_every_rule_gives_a_verdict_with_a_sentence_and_a_next_step_or_nothing_to_do() -> None:
    found = verdicts(WEAK)
    assert [verdict.rule for verdict in found] == ["Q-R1", "Q-R2", "Q-R3", "Q-R4", "Q-R5"]
    assert all(verdict.sentence and verdict.title for verdict in found)
    assert all(verdict.next_step for verdict in found if verdict.answer != "yes")


def test_a_weak_question_is_offered_one_that_can_be_answered() -> None:
    assert verdicts(WEAK)[3].rewrite == "How can we use paired talk to improve mental calculation for these pupils?"


def test_the_records_own_parts_are_used_when_none_are_given(ws: Workspace) -> None:
    put(ws, "frame", "year", "Year 7")
    assert verdicts(WEAK, record=ws.record)[3].rewrite.endswith("for Year 7 pupils?")


def test_a_kept_version_has_its_number_date_and_reason_and_is_there_after_opening_again(ws: Workspace) -> None:
    put(ws, "frame", "question", WEAK)
    keep_version(ws, "First go")
    put(ws, "frame", "question", "How can we use paired talk to improve Year 7's mental subtraction?")
    keep_version(ws, "It asked whether, not how")
    versions = open_enquiry(ws.path).record.question.versions
    assert [(each.number, each.reason) for each in versions] == [(1, "First go"), (2, "It asked whether, not how")]
    assert versions[0].text == WEAK


def test_an_unchanged_question_is_not_kept_twice_even_with_other_spaces(ws: Workspace) -> None:
    put(ws, "frame", "question", WEAK)
    keep_version(ws, "First go")
    put(ws, "frame", "question", WEAK.replace(" ", "  "))
    with pytest.raises(BadInput, match="has not changed"):
        keep_version(ws, "Again")
    assert len(ws.record.question.versions) == 1


def test_a_version_needs_a_question_and_a_reason(ws: Workspace) -> None:
    with pytest.raises(NotReady, match="no question to keep"):
        keep_version(ws, "why")
    put(ws, "frame", "question", WEAK)
    with pytest.raises(BadInput, match="Say why"):
        keep_version(ws, "  ")


def test_a_wording_kept_against_a_rule_shows_its_reason_and_a_new_reason_takes_its_place(ws: Workspace) -> None:
    put(ws, "frame", "question", WEAK)
    override(ws, "Q-R4", "We have six classes")
    override(ws, "Q-R4", "We have eight classes")
    assert [each.reason for each in ws.record.question.overrides] == ["We have eight classes"]
    assert verdicts(WEAK, record=ws.record)[3].overridden == "We have eight classes"


def test_an_override_needs_a_rule_that_objects_and_a_reason(ws: Workspace) -> None:
    put(ws, "frame", "question", WEAK)
    with pytest.raises(UnknownOption, match="does not exist"):
        override(ws, "Q-R9", "why")
    with pytest.raises(BadInput, match="content with your question"):
        override(ws, "Q-R3", "why")
    with pytest.raises(BadInput, match="Say why"):
        override(ws, "Q-R4", "")


def test_names_in_a_reason_are_kept_as_codes_while_the_class_list_is_unlocked(ws: Workspace) -> None:
    put(ws, "frame", "question", WEAK)
    ws.names = {"K7QF": ("Zoe", "Bennett")}
    assert keep_version(ws, "Zoe Bennett asked").reason == "K7QF asked"


def test_aspects_are_suggested_in_words_that_can_be_edited() -> None:
    assert split_aspects("How can we use bar models to improve accuracy and confidence in fractions for 5B?") == (
        "accuracy",
        "confidence in fractions for 5B",
        "how it was done: use bar models",
    )
    assert split_aspects("") == ()


def test_the_parts_are_assembled() -> None:
    assert assemble(QuestionParts(approach="bar models", year="P5", subject_aspect="word problems")).startswith("How can we use bar models")


@pytest.mark.parametrize("reason", ["x" * 20_001, "half a \ud800 character", "a\x00b", None, 7, ["why"]])
def test_a_reason_that_cannot_be_kept_is_refused_and_nothing_changes(ws: Workspace, reason: object) -> None:
    put(ws, "frame", "question", "Does paired talk improve maths?")
    version = ws.store.version
    with pytest.raises(BadInput):
        keep_version(ws, reason)  # type: ignore[arg-type]
    rule = next(verdict.rule for verdict in verdicts(ws.record.question.text) if verdict.answer != "yes")
    with pytest.raises(BadInput):
        override(ws, rule, reason)  # type: ignore[arg-type]
    assert ws.store.version == version
