"""The registry of threats."""

from __future__ import annotations

from workbench.enquiry.threats import detect


def test_every_catalogued_threat_answers_once_and_in_order(enquiry, table) -> None:
    for tables in ({}, table([(10, 12)] * 8, [(20, 21)] * 30)):
        found = detect(enquiry(), tables)
        assert [threat.id for threat in found] == ["M1", "M2", "M4", "M5", "M9", "M10"]


def test_in_a_sound_class_with_its_year_only_the_design_is_noted(enquiry, table) -> None:
    chosen = [(20 + i % 7, 25 + i % 7 + i % 3) for i in range(28)]
    others = [(20 + i % 9, 21 + i % 9) for i in range(60)]
    assert [t.id for t in detect(enquiry(chosen_by="need"), table(chosen, others)) if t.found] == ["M2"]


def test_pupils_who_withdrew_are_out_of_every_count(enquiry, table) -> None:
    from dataclasses import replace

    from workbench.enquiry.marks import Mark

    tables = table([(10, 12)] * 6)
    rows = list(tables["test"].rows)
    rows[0] = replace(rows[0], after=Mark(value=None, status="withdrawn"))
    tables["test"] = replace(tables["test"], rows=tuple(rows))
    threats = {threat.id: threat for threat in detect(enquiry(), tables)}
    assert threats["M5"].numbers["n"] == 5
    assert threats["M10"].numbers["lost"] == 0
