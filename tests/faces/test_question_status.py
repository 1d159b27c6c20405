"""What ``workbench status --json`` publishes of a question, whatever was typed."""

import json
import time

import jsonschema
import pytest

from workbench.__main__ import main
from workbench.desk import answers
from workbench.desk.enquiry import new_enquiry
from workbench.desk.question import override
from workbench.desk.schemas import schemas


@pytest.fixture
def asked(tmp_path, capsys):
    """Put a question to a fresh enquiry and return what is published of it."""

    def ask(text):
        ws = new_enquiry(tmp_path / f"enquiry-{len(list(tmp_path.iterdir()))}", "A question")
        answers.put(ws, "frame", "question", text)
        capsys.readouterr()
        assert main(["status", str(ws.path), "--json"]) == 0
        status = json.loads(capsys.readouterr().out)
        jsonschema.validate(status, schemas()["status.json"])
        return ws, status["question"]

    return ask


def _verdicts(question):
    return {rule["rule"]: rule["verdict"] for rule in question["rules"]}


def test_each_rule_has_a_verdict_the_words_that_decided_it_and_a_sentence(asked):
    _, question = asked("Does paired talk improve Year 4's mental subtraction?")
    rules = {rule["rule"]: rule for rule in question["rules"]}
    assert list(rules) == ["Q-R1", "Q-R2", "Q-R3", "Q-R4", "Q-R5"]
    assert rules["Q-R4"]["verdict"] == "no"
    assert rules["Q-R4"]["words"] == ["Does", "improve"]
    assert rules["Q-R4"]["rewrite"] == "How can we use paired talk to improve Year 4's mental subtraction?"
    assert rules["Q-R2"]["words"][0] == "Year 4"
    assert all(rule["sentence"] for rule in rules.values())


@pytest.mark.parametrize(
    ("text", "rule", "verdict"),
    [
        ("Does 7B know how to read a thermometer below zero?", "Q-R4", "yes"),
        ("How can we raise standards in every subject across all our schools?", "Q-R4", "no"),
        ("How will we know how far the training has improved Year 5's spoken explanations in science?", "Q-R4", "yes"),
        ("Has the training improved Year 5's spoken explanations in science?", "Q-R4", "no"),
        ("Ask two P4 pupils to say how they know, so that the class explains its subtraction.", "Q-R4", "yes"),
        ("Become a better practitioner.", "Q-R4", "no"),
        ("How can Blwyddyn 6 learn to use the past tense in a diary?", "Q-R2", "yes"),
        ("How can S3 learn to label a cross-section of a valley?", "Q-R2", "yes"),
        ("How can Year 14 (Northern Ireland) plan an essay on Partition?", "Q-R2", "yes"),
    ],
)
def test_questions_of_teachers_coaches_and_governors_pass_through_the_same_checks(asked, text, rule, verdict):
    _, question = asked(text)
    assert _verdicts(question)[rule] == verdict


def test_a_question_in_another_language_is_said_to_be_unread(asked):
    _, question = asked("Comment aider les élèves de CM2 à comprendre les fractions ?")
    assert {rule["verdict"] for rule in question["rules"]} == {"look here"}
    assert "English only" in question["rules"][0]["sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "We wrote down what happened each day and talked about it afterwards. " * 420
        + "How can paired talk help Year 4 explain a subtraction?",
        "How can we use " + "bar models and " * 1700 + "to help Year 4 add?",
        "times tables " * 2500,
    ],
)
def test_five_thousand_words_are_answered_quickly_and_told_that_they_are_many(asked, text):
    start = time.process_time()
    _, question = asked(text)
    assert time.process_time() - start < 5
    assert _verdicts(question)["Q-R3"] != "yes"


def test_a_wording_kept_against_a_rule_is_published_with_its_reason(asked, capsys):
    ws, _ = asked("Does paired talk improve Year 4's mental subtraction?")
    override(ws, "Q-R4", "Six schools try it together")
    capsys.readouterr()
    assert main(["status", str(ws.path), "--json"]) == 0
    rules = {rule["rule"]: rule for rule in json.loads(capsys.readouterr().out)["question"]["rules"]}
    assert rules["Q-R4"]["overridden_because"] == "Six schools try it together"
    assert rules["Q-R2"]["overridden_because"] == ""
