"""M9: the end of the mark scale."""

from __future__ import annotations

from random import Random

from workbench.enquiry.plan import Measure
from workbench.enquiry.threats.m9 import detect


def test_full_marks_on_the_second_test_are_found(enquiry, table) -> None:
    threat = detect(enquiry(), table([(30, 40)] * 4 + [(20, 25)] * 6))
    assert (threat.found, threat.grade, threat.reason) == (True, "caution", "top_after")
    assert (threat.numbers["at"], threat.numbers["n"]) == (4, 10)


def test_two_of_twelve_is_a_note_and_one_of_five_is_nothing(enquiry, table) -> None:
    assert detect(enquiry(), table([(0, 5)] * 2 + [(9, 12)] * 10)).grade == "note"
    assert detect(enquiry(), table([(0, 5)] * 2 + [(9, 12)] * 10)).reason == "bottom_before"
    assert detect(enquiry(), table([(0, 5)] + [(9, 12)] * 4)).found is False


def test_just_below_the_share_is_not_found(enquiry, table) -> None:
    assert detect(enquiry(), table([(20, 40)] * 2 + [(9, 12)] * 12)).found is False


def test_classes_in_the_middle_of_the_scale_never_ring(enquiry, table) -> None:
    for seed in range(100):
        random = Random(seed)
        marks = [(min(40, max(0, random.gauss(18, 5))), min(40, max(0, random.gauss(21, 5)))) for _ in range(28)]
        assert detect(enquiry(), table(marks)).found is False


def test_without_full_marks_or_marks_it_cannot_be_told(enquiry, table) -> None:
    open_ended = Measure(id="test", title="Words read")
    assert detect(enquiry(measure=open_ended), table([(1, 2)] * 6)).found is None
    assert detect(enquiry(), {}).found is None
