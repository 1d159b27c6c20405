"""M4: a wide range taken for proof."""

from __future__ import annotations

from random import Random

from workbench.enquiry.threats.m4 import detect


def _class(random: Random, size: int, gain: float):
    return [(round(a), round(a + gain + random.gauss(0, 3))) for a in (random.gauss(20, 6) for _ in range(size))]


def test_a_range_with_no_change_in_it_is_found(enquiry, table) -> None:
    threat = detect(enquiry(), table([(10, 12), (12, 11), (14, 17), (16, 13), (18, 19), (11, 12), (13, 11), (15, 16)]))
    assert (threat.found, threat.grade, threat.reason) == (True, "caution", "spans_none")
    assert threat.numbers["change_low"] < 0 < threat.numbers["change_high"]


def test_a_clear_gain_of_a_whole_class_is_not(enquiry, table) -> None:
    assert detect(enquiry(), table(_class(Random(1), 30, 5))).found is False


def test_a_gain_of_very_few_is_wide(enquiry, table) -> None:
    threat = detect(enquiry(), table([(10, 14), (20, 30), (15, 22), (25, 31)]))
    assert threat.found is True
    assert threat.numbers["width"] > 1


def test_how_often_it_fires_follows_what_is_there(enquiry, table) -> None:
    def share(size: int, gain: float) -> float:
        return sum(detect(enquiry(), table(_class(Random(seed), size, gain))).found is True for seed in range(150)) / 150

    assert share(28, 0) > 0.9
    assert share(28, 4) < 0.02


def test_nobody_with_both_marks_cannot_be_told(enquiry, table) -> None:
    assert detect(enquiry(), table([(10, None), (12, None)])).found is None
    assert detect(enquiry(), {}).found is None


def test_one_pupil_or_marks_that_are_all_alike_give_no_range_and_no_number(enquiry, table) -> None:
    assert detect(enquiry(), table([(10, 12)])).reason == "no_interval"
    alike = detect(enquiry(), table([(10, 10)] * 6))
    assert alike.found is None
