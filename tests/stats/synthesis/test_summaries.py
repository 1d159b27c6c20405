"""What a school may share: enough to combine, and nothing from which a pupil's mark follows."""

from __future__ import annotations

import json
from itertools import combinations_with_replacement
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.enquiry.small_numbers import INSIDE, OUTSIDE
from workbench.errors import BadInput, NotEnoughData, Undefined, UnknownOption
from workbench.stats import (
    ChangeSummary,
    DifferenceSummary,
    change_summary,
    combine,
    combine_summaries,
    difference_summary,
    mean_change,
    standardised_change,
)
from workbench.stats.synthesis._floor import LEAVING, WITHIN, has_a_double


def made(n: int, seed: int, gain: float = 2.0) -> tuple[list[float], list[float]]:
    random = Random(seed)
    before = [float(min(40, max(0, round(random.gauss(20, 7))))) for _ in range(n)]
    return before, [min(40.0, max(0.0, mark + round(random.gauss(gain, 4)))) for mark in before]


def test_the_floors_are_those_of_the_reports() -> None:
    assert (INSIDE.group, OUTSIDE.group) == (WITHIN, LEAVING)


def test_a_change_summary_has_the_numbers_of_the_marks_and_no_mark() -> None:
    before, after = made(24, 1)
    shared = change_summary([*before, None], [*after, 7], label="Ms O's class")
    change, over_sd = mean_change(before, after), standardised_change(before, after, by="before_sd")
    assert (shared.n, shared.missing, shared.dropped) == (24, 1, 1)
    for name in ("estimate", "mean_before", "mean_after", "sd_before", "sd_after", "sd_change", "r"):
        assert getattr(shared, name) == getattr(change, name)
    assert (shared.low, shared.high) == (pytest.approx(change.low), pytest.approx(change.high))
    assert shared.variance == pytest.approx(change.sd_change**2 / 24)
    assert (shared.standardised, shared.standardised_variance) == (pytest.approx(over_sd.estimate), pytest.approx(over_sd.variance))
    assert not any(isinstance(value, (list, dict)) for value in shared.to_dict().values())


def test_a_difference_summary_has_the_numbers_of_both_groups_and_no_mark() -> None:
    x, y = made(28, 2)[1], made(27, 3)[0]
    shared = difference_summary(x, y)
    assert (shared.n, shared.n_x, shared.n_y) == (55, 28, 27)
    assert shared.estimate == pytest.approx(sum(x) / 28 - sum(y) / 27)
    assert shared.variance == pytest.approx(shared.sd_x**2 / 28 + shared.sd_y**2 / 27)
    assert shared.standardised_variance == pytest.approx(1 / 28 + 1 / 27 + shared.standardised**2 / 110)
    assert not any(isinstance(value, (list, dict)) for value in shared.to_dict().values())
    mirrored = difference_summary(y, x)
    assert (mirrored.estimate, mirrored.low, mirrored.high) == (-shared.estimate, pytest.approx(-shared.high), pytest.approx(-shared.low))
    assert mirrored.standardised == pytest.approx(-shared.standardised)


def test_the_standardised_difference_is_metafors() -> None:
    """metafor 3.8.1: escalc('SMD', m1i=mean(x), sd1i=sd(x), n1i=10, m2i=mean(y), sd2i=sd(y), n2i=10)."""
    shared = difference_summary([6, 7, 9, 3, 9, 9, 8, 9, 4, 8], [4, 6, 5, 3, 8, 7, 5, 9, 2, 6])
    assert shared.standardised == pytest.approx(0.744369878674539, rel=1e-12)
    assert shared.standardised_variance == pytest.approx(0.213852162906949, rel=1e-12)


def test_a_summary_goes_through_a_file_and_back() -> None:
    shared = change_summary(*made(24, 1), label="Ms O's class")
    assert ChangeSummary(**json.loads(json.dumps(shared.to_dict()))) == shared
    other = difference_summary(made(12, 1)[0], made(12, 2)[0])
    assert DifferenceSummary(**json.loads(json.dumps(other.to_dict()))) == other


def test_trap_two_pupils_marks_follow_from_their_mean_and_sd() -> None:
    """Mean 7 and SD 1.41 of two: the marks are 6 and 8. Below the floor nothing is given."""
    for n in range(LEAVING):
        before, after = made(n, 5)
        with pytest.raises(NotEnoughData, match="give single pupils away") as caught:
            change_summary(before, after)
        assert caught.value.allowed == "10 pupils or more"
        with pytest.raises(NotEnoughData):
            difference_summary(before, made(20, 1)[0])
        with pytest.raises(NotEnoughData):
            difference_summary(made(20, 1)[0], before)
    assert change_summary(*made(10, 5)).n == 10
    assert change_summary(*made(8, 5), floor=5).n == 8


@pytest.mark.parametrize("floor", [4, 1, 0, -3])
def test_the_floor_cannot_be_lowered_below_that_within_a_school(floor: int) -> None:
    with pytest.raises(BadInput, match="no further"):
        change_summary(*made(24, 1), floor=floor)
    with pytest.raises(BadInput):
        difference_summary(made(24, 1)[0], made(24, 2)[0], floor=floor)


def test_a_higher_floor_is_kept() -> None:
    with pytest.raises(NotEnoughData, match="25 pupils or more"):
        change_summary(*made(24, 1), floor=25)
    assert change_summary(*made(24, 1), floor=24).floor == 24


def test_pupils_who_are_all_alike_are_not_summed_up() -> None:
    before, after = made(24, 1)
    with pytest.raises(Undefined, match="alike in the marks before"):
        change_summary([7] * 24, after)
    with pytest.raises(Undefined, match="alike in the marks after"):
        change_summary(before, [7] * 24)
    with pytest.raises(Undefined, match="alike in the changes"):
        change_summary(before, [mark + 3 for mark in before])
    with pytest.raises(Undefined, match="first group"):
        difference_summary([7] * 24, after)


def test_trap_one_pupil_apart_from_all_the_others_is_worked_out_at_any_number() -> None:
    """29 pupils with 5 and one with 8: no other whole marks have that mean and SD."""
    after = made(30, 1)[1]
    with pytest.raises(Undefined, match="no other list"):
        change_summary([5] * 29 + [8], after)
    with pytest.raises(Undefined, match="so alike"):
        difference_summary(after, [5] * 29 + [8])


def test_a_list_has_a_double_only_when_there_is_another_with_the_same_count_sum_and_squares() -> None:
    for high in (2, 3, 4, 5):
        lists: dict[tuple[int, int], list[tuple[int, ...]]] = {}
        for marks in combinations_with_replacement(range(high + 1), 6):
            lists.setdefault((sum(marks), sum(mark * mark for mark in marks)), []).append(marks)
        for alike in lists.values():
            for marks in alike:
                doubles = [other for other in alike if other != marks and min(other) >= min(marks) and max(other) <= max(marks)]
                if has_a_double(marks):
                    assert doubles, marks
                else:  # one that changes more than four at once may be overlooked: that refuses too much, never too little
                    assert not any(_four_apart(marks, other) for other in doubles)


def _four_apart(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    left = list(one)
    for mark in other:
        if mark in left:
            left.remove(mark)
    return len(left) <= 4


def test_ordinary_classes_are_not_refused() -> None:
    refused = 0
    for seed in range(200):
        random = Random(seed)
        n = random.choice([10, 12, 20, 28])
        top = random.choice([10, 20, 40, 100])
        before = [random.randint(0, top) for _ in range(n)]
        try:
            change_summary(before, [min(top, max(0, mark + round(random.gauss(2, 3)))) for mark in before])
        except Undefined:
            refused += 1
    assert refused <= 2


marks = st.integers(min_value=0, max_value=60).map(lambda halves: halves / 2)


@settings(max_examples=60)
@given(st.lists(st.tuples(marks, marks), min_size=0, max_size=30))
def test_any_class_is_summed_up_lawfully_or_refused_in_words(pairs: list[tuple[float, float]]) -> None:
    before, after = [b for b, _ in pairs], [a for _, a in pairs]
    try:
        shared = change_summary(before, after)
    except (NotEnoughData, Undefined):
        return
    assert len(pairs) >= 10
    back = change_summary(after, before)
    assert back.estimate == -shared.estimate
    assert back.variance == shared.variance
    assert -1 <= shared.r <= 1
    assert shared.low < shared.estimate < shared.high
    moved = change_summary(before, [mark + 3 for mark in after])
    assert moved.estimate == pytest.approx(shared.estimate + 3)
    assert moved.variance == pytest.approx(shared.variance)


def three() -> list[ChangeSummary]:
    return [change_summary(*made(n, n), label=label) for n, label in ((24, "your class"), (15, "Ms O's class"), (18, "Mr B's class"))]


def test_summaries_combine_to_what_their_numbers_combine_to() -> None:
    shared = three()
    result = combine_summaries(shared, each="class")
    direct = combine([each.estimate for each in shared], [each.variance for each in shared])
    for name in ("estimate", "low", "high", "tau2", "prediction_low", "p"):
        assert getattr(result, name) == getattr(direct, name)
    assert (result.pupils, result.about, result.measure, result.each) == (57, "change", "marks", "class")
    assert [study.label for study in result.studies] == ["your class", "Ms O's class", "Mr B's class"]
    assert (result.studies[0].low, result.studies[0].high) == (pytest.approx(shared[0].low), pytest.approx(shared[0].high))
    standardised = combine_summaries(shared, measure="standardised")
    assert (
        standardised.estimate == combine([each.standardised for each in shared], [each.standardised_variance for each in shared]).estimate
    )


def test_two_kinds_or_one_class_twice_are_not_combined() -> None:
    shared = three()
    with pytest.raises(BadInput, match="here twice"):
        combine_summaries([*shared, shared[1]])
    with pytest.raises(BadInput, match="not all of one kind"):
        combine_summaries([*shared, difference_summary(made(24, 1)[0], made(24, 2)[0])])  # type: ignore[list-item]
    with pytest.raises(BadInput, match="not all of one kind"):
        combine_summaries([3, 4])  # type: ignore[list-item]
    with pytest.raises(NotEnoughData, match="at least 2 classes"):
        combine_summaries(shared[:1])
    with pytest.raises(NotEnoughData, match="at least 2 schools"):
        combine_summaries([], each="school")
    with pytest.raises(UnknownOption, match="marks, standardised"):
        combine_summaries(shared, measure="spread")


def test_a_label_is_a_short_name() -> None:
    with pytest.raises(BadInput, match="short name"):
        change_summary(*made(24, 1), label="x" * 61)
    with pytest.raises(BadInput, match="short name"):
        change_summary(*made(24, 1), label=7)  # type: ignore[arg-type]
