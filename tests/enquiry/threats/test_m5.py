"""M5: too few pupils for any p."""

from __future__ import annotations

import pytest

from workbench.enquiry.threats.m5 import detect


@pytest.mark.parametrize(("pupils", "found"), [(1, True), (3, True), (5, True), (6, False), (12, False)])
def test_five_is_too_few_and_six_is_not_by_the_plan_and_by_the_marks(enquiry, table, pupils, found) -> None:
    assert detect(enquiry(pupils_expected=pupils), {}).found is found
    assert detect(enquiry(pupils_expected=30), table([(10, 12)] * pupils)).found is found


def test_only_pupils_with_both_marks_count(enquiry, table) -> None:
    threat = detect(enquiry(), table([(10, 12)] * 5 + [(10, None)] * 4))
    assert (threat.found, threat.grade, threat.numbers["n"], threat.numbers["smallest_p"]) == (True, "stop", 5, 0.0625)


def test_with_no_number_it_cannot_be_told(enquiry) -> None:
    assert detect(enquiry(), {}).found is None
