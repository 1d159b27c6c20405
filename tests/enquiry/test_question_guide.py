"""The rules on the examples of the guide that the labelled questions were judged by, and on questions made up while tuning."""

from __future__ import annotations

from types import ModuleType

import pytest

from workbench.enquiry.question_rules import check_question

GUIDE = (
    ('How can we get Year 3 to join up ideas with "because" and "although" when they speak?', "R1:y R2:y R3:y R4:y"),
    ("Which parts of a bar chart do Year 2 misread?", "R1:y R2:y R3:y R4:y"),
    ("How can the house points system make corridors calmer for Year 7?", "R1:n R3:y R4:y"),
    ("How can I give feedback to all of 11A within a week?", "R1:n R3:y R4:y"),
    ("times tables, Year 4", "R1:n R4:n"),
    ("songs to make tables stick, Year 4", "R1:y"),
    ("Does a marble jar improve fractions?", "R1:y R4:n"),
    ("Which is better for teaching fractions, number lines or bar models?", "R1:y R4:n"),
    ("How can we improve confidence in speaking German?", "R1:n"),
    ("How can we get 8B confident enough to answer in German?", "R1:y"),
    ("do laptops work?", "R1:n R4:n"),
    ("How can I get 9F to show their working in percentage problems?", "R1:y R2:y R3:y R4:y"),
    ("What do bilingual pupils in KS1 find hard about rhyming words?", "R1:y R2:y R4:y"),
    ("How can KS3 pupils be taught to use semicolons?", "R1:y R2:n R4:y"),
    ("How can I raise the progress of my Year 11s in science?", "R1:y R2:n R4:y"),
    ("Our trust's theme is oracy. How can Year 6 learn to disagree politely in a debate?", "R3:n R1:y R2:y R4:y"),
    ("How can Year 6 learn to disagree politely in a debate, as our last inspection wanted?", "R3:n R1:y R2:y"),
    ("My Year 2s count on their fingers for every sum. How do I move them on to facts they know by heart?", "R3:y R2:y R4:y R1:y"),
    ("After a fortnight of daily dictation, which words do 5K still spell wrongly?", "R3:y R1:y R2:y R4:y"),
    ("I was wondering, not sure if this counts but how can 5K learn the spelling of plurals?", "R3:y"),
    (
        "My Year 2s count on their fingers for every sum, and last year's teacher warned me. "
        "How do I move them on to facts they know by heart?",
        "R3:n",
    ),
    ("How will we know whether the training on fractions worked for Year 5?", "R3:y R4:y"),
    ("Does Year 7 know how to find a book by its number in the library?", "R4:y R1:y R2:y"),
    ("Does a reading buddy raise Year 3's fluency?", "R4:n R1:y"),
    ("How can reading buddies be used to make Year 3 more fluent?", "R4:y R1:y"),
    ("How can we transform outcomes in every subject by the end of the decade?", "R4:n R2:n"),
    ("Can they read a timetable, and where do they slip?", "R4:y"),
    ("Which rules do 8C forget, and how can I remind them?", "R4:y"),
    ("Why does 6K leave out the units in their answers?", "R4:y"),
    ("Why do the young write so badly?", "R4:n"),
    ("How can we help with telling the time, Years 1 to 6?", "R4:y"),
    ("How can my group get better at maths?", "R4:y R2:n R1:y"),
    ("How can we have fewer lost PE kits in Year 8?", "R4:y R1:n R2:y"),
    ("greet each pupil at the door", "R4:y R1:n"),
    ("become a stronger practitioner", "R4:n R1:n"),
    ("Is PE fun?", "R1:n"),
    ("What happens to Year 4's spelling when they test each other in pairs?", "R4:y"),
    ("Is progress in Year 9 linked with attendance?", "R4:n"),
    ("How can we use tidier benches so that Year 9 get to the last step of the experiment?", "R1:y"),
    ("How do children come to love reading?", "R4:n"),
    ("Do they show units?", "R4:y"),
    ("Is anyone in 10C able to convert metres to kilometres?", "R4:y R2:y"),
    ("How can we build a world-class mindset?", "R4:n R1:n"),
    ("How can we make sure every child shines?", "R4:n"),
    ("What could we change in our starter so that P6 recall their tables?", "R4:y R3:y"),
    ("What gets in the way of Beech class when they put a story in order?", "R2:y R4:y R1:y"),
    ("How can the two-year-olds' room hear more new words at snack?", "R2:y"),
    ("How can EAL boys write paragraphs that stay in one tense?", "R2:y R1:y"),
    ("How can boys be helped with paragraphs?", "R2:n"),
    ("How can looked-after pupils in KS3 evaluate sources?", "R2:y"),
    ("How can some of my learners spell better?", "R2:n"),
    ("What do A level linguists do when they meet an unknown word?", "R2:y"),
    ("How can Higher Music pupils hear a cadence?", "R2:y"),
    ("How can students in PE throw further?", "R2:n"),
    ("How can sixth formers write conclusions?", "R2:n"),
    ("How can I help the mixed-age class of Years 3, 4 and 5 with adjectives?", "R2:y"),
    ("How can I help Year 1 with vocabulary?", "R2:n"),
    ("How can I help Year 6 with the words of angles?", "R2:y"),
    ("How can our writing in Year 3 stay in one tense?", "R2:y"),
    ("How do I improve problem solving in Year 8?", "R2:n"),
    ("How do I improve problem solving with area in Year 8?", "R2:y"),
    ("How can we cut the number of Year 9 late for registration?", "R1:n R2:y R4:y"),
    ("How do I get the GCSE listening paper, question 3, right with my GCSE German group?", "R2:y"),
    ("Do parents of 7B come to the reading evening?", "R1:n"),
    ("Show that phonics closes the gap", "R4:n"),
)
"""The guide's worked examples and edge cases, with what it says of each rule that it names: y met, n not met."""


def _met(text: str) -> dict[str, str]:
    return {finding.rule.removeprefix("Q-"): "y" if finding.answer == "yes" else "n" for finding in check_question(text)}


@pytest.mark.parametrize(("text", "expected"), GUIDE)
def test_the_rules_say_what_the_guide_says_of_its_own_examples(text: str, expected: str) -> None:
    wanted = dict(pair.split(":") for pair in expected.split())
    got = _met(text)
    assert {rule: got[rule] for rule in wanted} == wanted


def test_made_up_questions_get_the_expected_answers_or_are_named_as_known_misses(measured: ModuleType) -> None:
    astray = []
    for row in measured.rows("made-up.csv"):
        got = _met(row["text"])
        missed = " ".join(rule for rule, wanted in zip(("R1", "R2", "R3", "R4"), row["expected"], strict=True) if got[rule] != wanted)
        if missed != row["known"]:
            astray.append((row["text"], row["expected"], got))
    assert astray == []
