"""M10: pupils missing from the second test."""

from __future__ import annotations

from random import Random

import pytest

from workbench.enquiry.threats.m10 import detect


def test_more_than_a_fifth_missing_is_a_caution_with_how_they_had_started(enquiry, table) -> None:
    threat = detect(enquiry(), table([(20, 24)] * 9 + [(10, None)] * 3))
    assert (threat.found, threat.grade) == (True, "caution")
    assert (threat.numbers["lost"], threat.numbers["n_first"], threat.numbers["start_gap"]) == (3, 12, -10)
    assert threat.numbers["matched_change"] == 4
    assert threat.numbers["unmatched_change"] == pytest.approx(6.5)


@pytest.mark.parametrize(
    ("lost", "size", "expected"),
    [
        (0, 12, (False, "note")),
        (1, 12, (False, "note")),
        (1, 10, (False, "note")),
        (2, 12, (True, "note")),
        (2, 10, (True, "note")),
        (3, 10, (True, "caution")),
    ],
)
def test_the_flags_stand_above_a_tenth_and_above_a_fifth(enquiry, table, lost, size, expected) -> None:
    threat = detect(enquiry(), table([(20, 24)] * (size - lost) + [(18, None)] * lost))
    assert (threat.found, threat.grade) == expected


def test_pupils_who_joined_late_are_not_missing(enquiry, table) -> None:
    threat = detect(enquiry(), table([(20, 24)] * 10 + [(None, 30)] * 3))
    assert threat.found is False
    assert threat.numbers["joined"] == 3


def test_before_the_second_test_it_cannot_be_told(enquiry, table) -> None:
    assert detect(enquiry(), table([(20, None)] * 10)).reason == "no_second"
    assert detect(enquiry(), {}).found is None


def test_ordinary_absence_of_one_in_thirty_seldom_rings(enquiry, table) -> None:
    rings = 0
    for seed in range(300):
        random = Random(seed)
        rings += detect(enquiry(), table([(20, None if random.random() < 1 / 30 else 24) for _ in range(28)])).found is True
    assert rings / 300 < 0.1


def test_the_catalogues_example_counting_everyone_makes_progress_look_better(enquiry, table) -> None:
    random = Random(11)
    gaps = []
    for _ in range(200):
        pupils = [(level, level + random.gauss(0, 6)) for level in (random.gauss(50, 10) for _ in range(60))]
        marks = [(a, None if random.random() < (0.35 if a < 50 else 0.07) else b) for a, b in pupils]
        numbers = detect(enquiry(), table(marks)).numbers
        gaps.append((numbers["matched_change"], numbers["unmatched_change"]))
    assert abs(sum(m for m, _ in gaps) / 200) < 0.3
    assert sum(u for _, u in gaps) / 200 > 1
