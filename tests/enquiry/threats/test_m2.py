"""M2: nobody to compare with."""

from __future__ import annotations

from random import Random

from workbench.enquiry.threats.m2 import detect


def test_one_class_alone_is_found(enquiry, table, year) -> None:
    threat = detect(enquiry(chosen_by="everyone"), table(year(Random(1), size=25)))
    assert (threat.found, threat.grade, threat.reason) == (True, "caution", "nobody")


def test_with_the_rest_of_the_year_measured_twice_it_is_a_note_and_their_change_is_the_number(enquiry, table) -> None:
    threat = detect(enquiry(), table([(10, 14)] * 8, [(20, 21.5)] * 30))
    assert (threat.found, threat.grade, threat.reason) == (True, "note", "rest_of_year")
    assert (threat.numbers["change"], threat.numbers["others_change"], threat.numbers["n_others"]) == (4, 1.5, 30)


def test_a_rest_of_the_year_with_first_marks_only_is_no_comparison(enquiry, table) -> None:
    assert detect(enquiry(), table([(10, 14)] * 8, [(20, None)] * 30)).grade == "caution"


def test_a_handful_of_others_is_too_few(enquiry, table) -> None:
    assert detect(enquiry(), table([(10, 14)] * 8, [(20, 21)] * 4)).reason == "few_others"


def test_before_marks_the_design_decides_and_a_larger_year_is_offered(enquiry) -> None:
    alone, within = detect(enquiry(pupils_expected=12), {}), detect(enquiry(pupils_expected=12, year_size=118), {})
    assert [(threat.found, threat.reason) for threat in (alone, within)] == [(True, "planned"), (True, "year_could_come")]
