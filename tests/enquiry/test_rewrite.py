"""The question offered instead reads as English, or there is none."""

from __future__ import annotations

import pytest

from workbench.enquiry.question_forms import read_form
from workbench.enquiry.rewrite import approach, rewrite


@pytest.mark.parametrize(
    ("weak", "offered"),
    [
        ("Does spaced retrieval improve Year 11's recall of quotations?", "use spaced retrieval to improve Year 11's recall of quotations"),
        ("Will the use of iPads enhance Year 5 sketching?", "use iPads to enhance Year 5 sketching"),
        ("Has introducing a reading canon widened Year 9's vocabulary?", "introduce a reading canon to widen Year 9's vocabulary"),
        ("Is group work beneficial for EAL learners in Year 9 science?", "make the most of group work for EAL learners in Year 9 science"),
        (
            "Do Year 2 children who read at home make more progress in phonics than those who do not?",
            "help Year 2 children make more progress in phonics",
        ),
        ("If pupils in 4C mark their own tests, do they remember more words?", ""),
        ("Does oral rehearsal lead to more complex sentences in Year 3?", "use oral rehearsal to achieve more complex sentences in Year 3"),
        ("Does increasing wait time lead to fuller answers in 8C?", "increase wait time to achieve fuller answers in 8C"),
        ("Does a seating plan improve the recall of 8B?", "use a seating plan to improve the recall of 8B"),
        ("What impact do assemblies have on Year 7?", "use assemblies to help Year 7 make progress"),
        ("Does walking to school improve recall in Year 3?", "have pupils walk to school to improve recall in Year 3"),
        ("Does it help Year 4 pupils when we read aloud to them?", "read aloud to them to help Year 4 pupils make progress"),
        (
            "Does sharing criteria enable P4 pupils to improve their recounts?",
            "share criteria to enable P4 pupils to improve their recounts",
        ),
        ("Do number talks help 5B to round, and do they enjoy it?", "use number talks to help 5B to round"),
        ("Is setting worth it?", "make setting work"),
        ("Does not allowing phones improve recall?", ""),
        ("Does poverty affect attainment?", ""),
        ("Does class size matter?", ""),
    ],
)
def test_a_weak_question_becomes_one_that_reads_well(weak: str, offered: str) -> None:
    got = rewrite(read_form(weak), named=True)
    if offered:
        assert got == f"How can we {offered}?"
    else:
        assert "this is" not in got
        assert got == "" or got.startswith("How can we have pupils")


def test_pupils_are_added_only_where_the_question_names_none() -> None:
    form = read_form("Does paired talk improve recall?")
    assert rewrite(form, named=False) == "How can we use paired talk to improve recall for these pupils?"
    assert rewrite(form, pupils="Year 7 pupils", named=False) == "How can we use paired talk to improve recall for Year 7 pupils?"
    assert rewrite(form, named=True) == "How can we use paired talk to improve recall?"


def test_a_very_long_question_is_left_to_the_teacher() -> None:
    assert rewrite(read_form("Does " + "careful " * 70 + "talk improve recall?")) == ""


@pytest.mark.parametrize("sound", ["How can we help 8B explain graphs?", "Which errors do 8B make?", "Can we use talk to help 8B explain?"])
def test_a_sound_question_is_not_rewritten(sound: str) -> None:
    assert rewrite(read_form(sound)) == ""


def test_a_thing_is_used_and_a_deed_is_done() -> None:
    assert approach("writing frames") == "use writing frames"
    assert approach("writing a plan first") == "write a plan first"
    assert approach("teaching assistants") == "use teaching assistants"
    assert approach("teaching vocabulary") == "teach vocabulary"
