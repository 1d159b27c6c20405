"""What a plan lacks before it can be locked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from workbench.enquiry.plan import Ethics, Measure, Plan
from workbench.enquiry.plan_checks import gaps
from workbench.enquiry.question import Aspect, Question
from workbench.enquiry.record import Enquiry
from workbench.words.plan import MISSING, missing_words

TEST = Measure(id="test", title="Place value test", aspects=("accuracy",), highest=40)
WHOLE: dict[str, Any] = {
    "pupils_expected": 12,
    "year_size": 118,
    "chosen_by": "lowest_scores",
    "measures": (TEST,),
    "before_on": date(2026, 1, 8),
    "after_on": date(2026, 3, 5),
    "action": "Paired talk",
    "success": "Most gain three marks.",
    "ethics": Ethics(consent="ordinary_practice"),
}


def _record(text: str = "How can we ...?", aspects: tuple[Aspect, ...] = (Aspect(id="accuracy", text="accuracy"),), **plan: Any) -> Enquiry:
    question = Question(text=text, aspects=aspects)
    return Enquiry(id="0" * 32, title="x", created=datetime(2026, 1, 5, tzinfo=UTC), question=question, plan=Plan(**{**WHOLE, **plan}))


def _codes(record: Enquiry) -> list[str]:
    return [gap.code for gap in gaps(record)]


def test_a_whole_plan_lacks_nothing() -> None:
    assert gaps(_record()) == ()


def test_an_empty_enquiry_lacks_everything_and_says_it_at_once() -> None:
    record = Enquiry(id="0" * 32, title="x", created=datetime(2026, 1, 5, tzinfo=UTC))
    assert _codes(record) == [
        *("question", "aspects", "action", "pupils_expected", "chosen_by", "measures", "before_on", "after_on", "success", "consent"),
    ]


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        ({"year_size": 10}, "year_smaller_than_group"),
        ({"measures": (TEST.model_copy(update={"highest": None}),)}, "highest_mark"),
        ({"measures": (TEST.model_copy(update={"lowest": 40.0}),)}, "range"),
        ({"measures": (TEST.model_copy(update={"step": 50.0}),)}, "step"),
        ({"measures": (TEST, TEST)}, "same_short_name"),
        ({"measures": (TEST, TEST.model_copy(update={"id": "extra", "aspects": ()}))}, "measure_without_aspect"),
        ({"measures": (TEST.model_copy(update={"aspects": ("gone",)}),)}, "aspect_without_measure"),
        ({"after_on": date(2026, 1, 8)}, "after_not_later"),
        ({"ethics": Ethics(consent="opt_in", destroy_on=date(2026, 2, 1))}, "deleted_too_soon"),
        (
            {"ethics": Ethics(consent="opt_in", destroy_on=date(2026, 9, 1), withdraw_until=date(2026, 10, 1))},
            "withdraw_after_deletion",
        ),
        ({"smallest_worthwhile": 41.0}, "worthwhile_out_of_reach"),
    ],
)
def test_what_does_not_fit_is_named(plan: dict[str, Any], code: str) -> None:
    assert code in _codes(_record(**plan))


def test_a_measure_described_in_words_needs_no_highest_mark() -> None:
    notes = TEST.model_copy(update={"highest": None, "method": "described_in_words"})
    assert gaps(_record(measures=(notes,))) == ()


def test_every_gap_has_words_and_every_word_a_gap() -> None:
    import inspect

    from workbench.enquiry import plan_checks

    source = inspect.getsource(plan_checks)
    assert {code for code in MISSING if f'code="{code}"' in source} == set(MISSING)
    for code in MISSING:
        what, do = missing_words(code, "that")
        assert what.endswith(".")
        assert do.endswith(".")
        assert "{" not in what
