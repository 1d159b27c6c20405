"""What is said: every number spoken comes from the result, and nobody is impressed by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import Undefined, UnknownOption
from workbench.stats import (
    expected_interval_width,
    mean_change,
    pearson,
    permutation_change,
    regression_to_the_mean,
    smallest_possible_p,
    standardised_change,
)
from workbench.stats.result import Result
from workbench.words.numbers import fixed
from workbench.words.say import say

BANNED = re.compile(
    r"significan|prove|impact|effective|\blarge\b|months of progress|subjects|participants|treatment|control group|\bnull\b"
    r"|invalid|illegal|failed|exception|effect\b",
    re.IGNORECASE,
)
CHANCE = re.compile(
    r"about (?:once|(\d+) times) in ([\d,]+) \(p = [\d.]+\)"
    r"|less than once in 1,000,000 times \(p below 0.000001\)"
    r"|nearly every time \(p above 0.99\)"
)
NUMBER = re.compile(r"(?<![\w.,])[−]?\d[\d,]*(?:\.\d+)?")

marks = st.integers(min_value=0, max_value=80).map(lambda halves: halves / 2)
classes = st.lists(st.tuples(marks, marks), min_size=1, max_size=32)


def results(pairs: list[tuple[float, float]]) -> Iterator[Result]:
    before, after = [b for b, _ in pairs], [a for _, a in pairs]
    for alternative in ("two_sided", "greater", "less"):
        yield permutation_change(before, after, alternative=alternative)
    yield permutation_change(before, after, level=0.8)
    yield smallest_possible_p("paired", len(pairs))
    if len(pairs) < 2:
        return
    change = mean_change(before, after)
    yield change
    yield expected_interval_width("paired", len(pairs), sd=change.sd_change or 1.0)
    yield regression_to_the_mean(20, change.mean_before, gain=change.estimate)
    yield regression_to_the_mean(20, change.mean_before, 0.7, source="whole_year", gain=change.estimate)
    for by in ("average_sd", "before_sd", "difference_sd"):
        try:
            yield standardised_change(before, after, by=by, correct=len(pairs) > 2)
        except Undefined:
            continue
    if len(pairs) > 3 and change.r is not None:
        yield pearson(before, after)


def numbers_of(value: Any) -> Iterator[float]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        yield value
    if isinstance(value, dict):
        for inner in value.values():
            yield from numbers_of(inner)
    if isinstance(value, list):
        for inner in value:
            yield from numbers_of(inner)


def comes_from(token: str, known: list[float]) -> bool:
    spoken = Decimal(token.replace(",", "").replace("−", "-"))
    places = Decimal(1).scaleb(spoken.as_tuple().exponent)
    return any(Decimal(repr(float(value))).quantize(places, rounding=ROUND_HALF_UP) == spoken for value in known)


@settings(max_examples=60, deadline=None)
@given(classes)
def test_every_number_spoken_comes_from_the_result(pairs: list[tuple[float, float]]) -> None:
    for result in results(pairs):
        plain = {key: value for key, value in result.to_dict().items() if key not in {"before", "after", "x", "y"}}
        known = [signed for value in numbers_of(plain) for signed in (value, -value)]
        known += [result.level * 100] if getattr(result, "level", None) else []
        known += [width / 2 for _, width in getattr(result, "rows", ())]
        for form in ("full", "short"):
            text = say(result, form=form)
            for times, out_of in CHANCE.findall(text):
                assert not times or fixed(result.p * int(out_of.replace(",", "")), 0) == times
            if "below 0.000001" in text:
                assert min(getattr(result, "p", 1), result.smallest_p) < 1e-6
            if "above 0.99" in text:
                assert result.p > 0.99
            for token in NUMBER.findall(CHANCE.sub("", text).replace("below 0.000001", "").replace("above 0.99", "")):
                assert comes_from(token, known), (token, text)


@settings(max_examples=40, deadline=None)
@given(classes)
def test_no_word_oversells_and_no_sentence_is_broken(pairs: list[tuple[float, float]]) -> None:
    for result in results(pairs):
        for form in ("full", "short", "note"):
            text = say(result, form=form)
            assert not BANNED.search(text), text
            assert "nan" not in text
            assert "None" not in text.split(" Code: ")[0]
            assert "  " not in text
            assert not re.search(r"\b1 pupils\b|\b0 (went|stayed)", text), text
            assert text[0].isupper()
            assert text.endswith((".", "?"))


def test_counts_come_first_and_the_range_is_in_the_sentence_of_the_mean() -> None:
    before = [7.5, 9, 12.5, 10, 5.5, 11, 8, 14.5, 9, 10, 6.5, 13]
    after = [9, 9, 15, 12.5, 5, 10.5, 11, 15, 12, 10, 9.5, 14]
    assert say(mean_change(before, after), out_of=20) == (
        "Of the 12 pupils who sat both tests, 8 went up, 2 stayed the same and 2 went down. "
        "On average they gained 1.3 marks out of 20; anything from 0.4 to 2.2 fits these marks. "
        "One group measured twice can show a change, not its cause. Look next at the 2 who went down: what was different?"
    )


def test_a_p_that_could_not_have_been_small_says_so() -> None:
    assert say(permutation_change([4, 6, 5], [6, 7, 9]), form="short") == (
        "All 3 pupils who sat both tests went up. On average they gained 2.3 marks; 3 pupils cannot give a range at 95%. "
        "If nothing had changed, p could not be below 0.25."
    )
    assert "With 3 pupils no test could tell a real change from luck: if nothing had changed, p could not be below 0.25." in say(
        permutation_change([4, 6, 5], [6, 7, 9])
    )


def test_a_p_comes_with_if_nothing_had_changed() -> None:
    result = permutation_change([4, 6, 5, 3, 8, 9, 2], [6, 7, 9, 3, 9, 7, 5])
    assert say(result, form="short").endswith("If nothing had changed, p = 0.19.")
    luck = "If nothing had changed, luck alone would move the average at least this far either way about 19 times in 100 (p = 0.19)."
    assert luck in say(result)


def test_one_pupil_is_spoken_of_as_one() -> None:
    assert say(permutation_change([2], [5]), form="short", unit="points") == (
        "The one pupil who sat both tests went up. That pupil gained 3.0 points; 1 pupil cannot give a range at 95%. "
        "If nothing had changed, p could only be 1."
    )


def test_two_pupils_are_not_called_all() -> None:
    assert say(permutation_change([2, 4], [5, 6]), form="short").startswith("Both pupils who sat both tests went up.")


def test_the_same_change_for_everyone_gives_no_range_and_says_why() -> None:
    assert say(mean_change([2, 4, 6, 8], [4, 6, 8, 10]), form="short") == (
        "All 4 pupils who sat both tests went up. On average they gained 2.0 marks. "
        "They all changed by the same amount, so these marks give no range."
    )


@pytest.mark.parametrize("alternative", ["two_sided", "greater", "less"])
def test_a_range_that_is_a_single_point_is_not_told_as_if_nothing_were_in_doubt(alternative: str) -> None:
    text = say(permutation_change([1, 2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8, 9], alternative=alternative), form="short")
    assert "On average they gained 2.0 marks. They all changed by the same amount, so these marks give no range." in text
    unmoved = say(permutation_change([4, 6, 5, 7, 8, 9], [4, 6, 5, 7, 8, 9], alternative=alternative), form="short")
    assert unmoved == "All 6 pupils who sat both tests had the same mark twice. So these marks give no range."


def test_a_loss_is_called_a_loss() -> None:
    text = say(mean_change([9, 8, 7, 9, 6], [7, 8, 5, 8, 3]), form="short")
    assert text.endswith("On average they lost 1.6 marks; anything from a loss of 0.2 to one of 3.0 fits these marks.")


def test_a_pair_left_out_is_counted() -> None:
    assert "1 pupil without both marks is left out." in say(mean_change([4, 6, 5, None], [6, 7, 9, 3]))
    assert "2 pupils without both marks are left out." in say(mean_change([4, 6, 5, None, 1], [6, 7, 9, 3, None]))


def test_the_drift_is_set_beside_the_gain() -> None:
    known = regression_to_the_mean(22, 15, 0.8, source="whole_year", gain=3.2)
    assert say(known, form="short") == (
        "Pupils chosen for low marks usually score higher next time with no special teaching: here about 1.4 of the 3.2 marks."
    )
    assert "the range is for r from 0.50 to 0.90" in say(regression_to_the_mean(22, 15, gain=3.2))
    assert say(regression_to_the_mean(15, 15)).startswith("These pupils' average was the same as the whole year's")


def test_a_drift_is_never_told_without_what_was_seen_beside_it() -> None:
    against = say(regression_to_the_mean(20, 12, 0.7, source="whole_year", gain=-2), form="short")
    assert against.endswith("here about 2.4 marks, and they lost 2.0.")
    assert say(regression_to_the_mean(20, 12, 0.7, source="whole_year", gain=0), form="short").endswith("they neither gained nor lost.")
    assert say(regression_to_the_mean(20, 12, 0.7, source="whole_year", gain=1), form="short").endswith(
        "about 2.4 marks, and they gained 1.0."
    )
    assert "r is too low and the drift somewhat less" in say(regression_to_the_mean(20, 12, 0.7, source="whole_year", gain=9))


def test_the_level_is_told_when_it_is_not_the_usual_one() -> None:
    assert "(90% interval)" in say(mean_change([4, 6, 5], [6, 7, 9], level=0.9))
    assert "95%" not in say(mean_change([4, 6, 5], [6, 7, 9]))


def test_a_plan_is_told_before_any_pupil_is_tested() -> None:
    assert say(smallest_possible_p("paired", 5)) == (
        "With 5 pupils no test could tell a real change from luck: if nothing had changed, p could not be below 0.0625. "
        "Plan for 6 pupils or more, or describe each pupil's work instead."
    )
    assert say(expected_interval_width("paired", 12, sd=3.3), form="short") == (
        "With 12 pupils the average change will be known to within about 2.0 marks, up or down."
    )


def test_the_note_names_the_method_and_its_source() -> None:
    note = say(mean_change([4, 6, 5], [6, 7, 9]), form="note")
    assert note.startswith("Paired t interval for the mean of after minus before; n = 3, level 95%")
    assert note.endswith("Student (1908), Biometrika 6, 1-25. Code: workbench.stats.mean_change(before, after, level=0.95).")


def test_another_form_or_another_thing_is_refused() -> None:
    with pytest.raises(UnknownOption, match="full, short, note"):
        say(mean_change([4, 6, 5], [6, 7, 9]), form="long")
    with pytest.raises(UnknownOption, match="There are no words for this"):
        say("a result")  # type: ignore[arg-type]
