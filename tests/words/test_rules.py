"""What is said of a question, finding by finding."""

from __future__ import annotations

import ast
import inspect
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.enquiry import question_aim, question_answerable, question_forms, question_openings, question_rules, question_specific
from workbench.enquiry.question_finding import Finding
from workbench.enquiry.question_rules import RULES, check_question
from workbench.words.rules import REASONS, TITLES, verdict_words

SHUNNED = re.compile(
    r"\b(invalid|illegal|failed|exception|significant|proves?|impact|effective|violates?|subjects|null|rule \d)\b", re.IGNORECASE
)


def _reasons_in_the_code() -> set[str]:
    found = set()
    for module in (question_rules, question_aim, question_answerable, question_forms, question_openings, question_specific):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z]+(_[a-z]+)*", node.value):
                found.add(node.value)
    return found


def test_every_reason_with_words_can_be_found_by_a_rule() -> None:
    assert {reason for _, reason in REASONS} <= _reasons_in_the_code()


def test_every_finding_of_the_questions_we_know_has_words() -> None:
    questions = [
        *(
            "Does talk work?",
            "How can we improve maths?",
            "Why do boys guess?",
            "Should we set?",
            "Is there a link between sleep and marks?",
        ),
        *("How can we raise attainment across the school?", "Fractions", "Do girls write more than boys in Year 8?", "What works best?"),
        *(
            "How effective is marking?",
            "Is A better than B for fractions?",
            "How does talk improve recall?",
            "What is the impact of talk on recall?",
        ),
    ]
    for text in questions:
        for finding in check_question(text):
            sentence, step = verdict_words(finding)
            assert sentence.endswith((".", "…"))
            assert step == "" or step.endswith((".", "…", "?", "!"))
            assert "{" not in sentence + step


@pytest.mark.parametrize(("rule", "reason"), sorted(REASONS))
def test_each_sentence_reads_with_and_without_quoted_words(rule: str, reason: str) -> None:
    for words in ((), ("a word",), ("one", "two", "three", "four")):
        finding = Finding(rule=rule, answer="no", reason=reason, words=words, detail=words)
        sentence, step = verdict_words(finding)
        assert "{" not in sentence + step
        assert "()" not in sentence
        assert sentence[0].isupper() or sentence[0] == "“"
        assert not SHUNNED.search(sentence + " " + step)
        assert all(len(part.split()) <= 24 for part in re.split(r"(?<=[.?])\s", sentence))


def test_words_that_decided_it_are_quoted_as_typed() -> None:
    finding = next(f for f in check_question("Does Paired Talk improve Year 7 recall?") if f.rule == "Q-R4")
    assert "“Does” and “improve”" in verdict_words(finding)[0]


def test_a_long_quotation_is_cut() -> None:
    finding = Finding(rule="Q-R3", answer="no", reason="preamble", words=("word " * 60,))
    assert len(verdict_words(finding)[0]) < 250


def test_every_rule_has_a_heading_that_says_what_it_is_for() -> None:
    assert tuple(TITLES) == RULES
    assert all("rule" not in title.lower() for title in TITLES.values())


_PIECES = st.sampled_from(
    (
        "how can we does do is are will should why what the impact of on effect better than best way use using to improve help pupils "
        "Year 7 9B EAL "
        "boys in order so that by when if they work effective , . ? ; and or maths writing fractions priority 3 of our plan Ofsted "
        "raise link between "
        "fun marking workload teachers all across the school who with it"
    ).split()
)


@settings(max_examples=300)
@given(st.lists(_PIECES, min_size=1, max_size=30).map(" ".join))
def test_whatever_a_rule_finds_has_words(text: str) -> None:
    for finding in check_question(text):
        sentence, _ = verdict_words(finding)
        assert sentence
