"""Whatever a stage lacks has its words."""

import inspect
import re

from workbench.enquiry import plan_checks, stages
from workbench.words.status import MISSING, missing_words, status_words


def test_every_code_of_a_missing_thing_has_words():
    codes = set(re.findall(r'Gap\(code="([a-z_]+)"', inspect.getsource(plan_checks)))
    codes |= set(re.findall(r"([a-z_]+)=(?:question|plan|marked|paired|enquiry|reported)", inspect.getsource(stages.stages)))
    assert len(codes) > 25
    assert {code for code in codes - {"plan_missing", "unanswered"} if code not in MISSING} == set()


def test_a_threat_without_an_answer_is_named():
    assert missing_words("answer M10") == "answer M10 in step 5"


def test_an_answer_that_is_not_right_yet_is_listed_with_its_message():
    status = {
        "enquiry": {"title": "Place value", "version": 3},
        "stages": [{"stage": "frame", "state": "under way", "missing": ["question"]}],
        "question": {"text": "", "rules": []},
        "drafts": [{"form": "plan", "field": "pupils_expected", "message": "Type a number here. Seen: 14?."}],
        "notices": [],
    }
    assert status_words(status).splitlines() == [
        "Place value (version 3)",
        "",
        "1 Frame: under way. To do: write the question.",
        "",
        "Kept, but not right yet:",
        "  plan, pupils expected: Type a number here. Seen: 14?.",
        "",
        "The files are whole.",
    ]
