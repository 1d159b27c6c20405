"""What is said of each threat: every number spoken is one that was found."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.marks import Mark, MarkRow, MarkTable
from workbench.enquiry.plan import Measure, Plan
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats import DETECTORS, Threat, detect
from workbench.words.numbers import fixed, plain, probability
from workbench.words.threats import OFFERS, TITLES, threat_words

SHUNNED = re.compile(
    r"\b(invalid|failed|significant|proves?|impact|effect|effective|large|subjects|participants|treatment|null)\b", re.IGNORECASE
)
NUMBER = re.compile(r"−?\d[\d,]*(?:\.\d+)?")


def _enquiry(chosen_by: str, pupils: int | None, year: int | None) -> Enquiry:
    plan = Plan(measures=(Measure(id="test", title="Test", highest=40),), chosen_by=chosen_by, pupils_expected=pupils, year_size=year)
    return Enquiry(id="0" * 32, title="x", created=datetime(2026, 1, 5, tzinfo=UTC), plan=plan)


def _tables(seed: int, chosen: int, others: int, second: float, ceiling: bool) -> dict[str, MarkTable]:
    random = Random(seed)

    def mark(present: bool) -> Mark:
        value = 40.0 if ceiling and random.random() < 0.4 else round(random.gauss(20, 8) * 2) / 2
        return Mark(value=min(40.0, max(0.0, value)), status="present") if present else Mark(value=None, status="absent")

    rows = tuple(
        MarkRow(pupil=f"C{index}", chosen=index < chosen, before=mark(random.random() < 0.95), after=mark(random.random() < second))
        for index in range(chosen + others)
    )
    return {"test": MarkTable(measure="test", rows=rows)}


def _spoken(numbers: dict[str, int | float | str | None]) -> set[str]:
    said = {""}
    for value in numbers.values():
        if isinstance(value, int | float):
            said |= {f"{value:,}", plain(value), plain(abs(value)), probability(abs(value)) if 0 < abs(value) < 1 else ""}
            said |= {fixed(size, places) for size in (value, abs(value)) for places in (0, 1, 2)}
    return said


@given(
    st.integers(0, 10_000),
    st.integers(0, 14),
    st.sampled_from([0, 3, 8, 40]),
    st.sampled_from([0.0, 0.6, 0.95]),
    st.booleans(),
    st.sampled_from(["", "everyone", "lowest_scores", "need"]),
)
def test_every_number_in_the_sentence_is_one_of_the_threats_numbers(seed, chosen, others, second, ceiling, by) -> None:  # noqa: PLR0917 - one of each
    for threat in detect(_enquiry(by, chosen or None, chosen + others or None), _tables(seed, chosen, others, second, ceiling)):
        sentence, offers = threat_words(threat)
        assert sentence.endswith(".")
        spoken = {match.rstrip(",") for match in NUMBER.findall(sentence)}
        assert spoken <= _spoken(threat.numbers), (threat, sentence)
        assert not SHUNNED.search(sentence)
        assert bool(offers) == bool(threat.found)


def test_before_any_marks_every_threat_has_a_sentence() -> None:
    for by in ("", "everyone", "lowest_scores", "need"):
        for threat in detect(_enquiry(by, 4, None), {}):
            assert threat_words(threat)[0].endswith(".")


def test_every_threat_has_a_title_and_something_to_do_on_monday() -> None:
    assert set(TITLES) == set(OFFERS) == set(DETECTORS)
    for offers in OFFERS.values():
        assert len(offers) >= 3
        assert all(offer.endswith(".") and not SHUNNED.search(offer) for offer in offers)


@pytest.mark.parametrize("chosen", [3, 12])
def test_sentences_of_a_real_class_are_short_enough_to_read(chosen: int) -> None:
    for threat in detect(_enquiry("lowest_scores", chosen, 60), _tables(1, chosen, 48, 0.8, ceiling=True)):
        parts = re.split(r"(?<=[.;:?])\s", threat_words(threat)[0])
        assert all(len(part.split()) <= 26 for part in parts), parts


def test_a_year_that_is_there_is_not_asked_for() -> None:
    found = detect(_enquiry("lowest_scores", 12, 60), _tables(1, 12, 48, 0.9, ceiling=False))[0]
    assert not any("Bring in" in offer for offer in threat_words(found)[1])
    assert any("Bring in" in offer for offer in threat_words(detect(_enquiry("lowest_scores", 12, 60), {})[0])[1])


def _said(threat: str, reason: str, **numbers: float | None) -> str:
    return threat_words(Threat(id=threat, grade="note", found=True, reason=reason, numbers=dict(numbers)))[0]


M1 = {"n_chosen": 12, "chosen_mean": 9.0, "n_year": 118, "year_mean": 20.0, "correlation": 0.75, "correlation_pupils": 118}


def test_a_drift_above_the_gain_is_not_called_a_part_of_it() -> None:
    part = _said("M1", "lowest_scores_known", **M1, drift=2.9, drift_low=2.9, drift_high=2.9, gain=4.0)
    more = _said("M1", "lowest_scores_known", **M1, drift=2.9, drift_low=2.9, drift_high=2.9, gain=1.1)
    lost = _said("M1", "lowest_scores_known", **M1, drift=2.9, drift_low=2.9, drift_high=2.9, gain=-1.1)
    span = _said("M1", "lowest_scores_range", **M1, correlation_low=0.5, correlation_high=0.9, drift_low=1.3, drift_high=6.5, gain=3.7)
    assert "here about 2.9 of the 4.0 marks gained." in part
    assert "here about 2.9 marks would be expected, and they gained 1.1 marks." in more
    assert "here about 2.9 marks would be expected, and they lost 1.1 marks." in lost
    assert "here 1.3 to 6.5 marks would be expected, and they gained 3.7 marks." in span


def test_one_pupil_is_spoken_of_as_one_in_every_threat() -> None:
    said = [
        _said("M1", "no_year", n_chosen=1, chosen_mean=10, gain=2),
        _said("M2", "few_others", n=1, change=2, n_others=1, others_change=1),
        _said("M5", "marks_too_few", n=1, smallest_p=1, below=0.05, enough=6),
        _said("M9", "room", at=1, n=1, share=1, mark=40),
        _said("M10", "few_missing", n_first=1, lost=0),
        _said("M10", "nobody_matched", n_first=1, lost=1),
        _said("M10", "missing", n_first=8, lost=1, start_gap=-3, matched_change=2, unmatched_change=3),
    ]
    assert not [one for one in said if re.search(r"\b1 (pupils|others)\b|\b(All|Nearly all) 1\b|1 of the 8 .*They had", one)], said
    assert said[0].startswith("The 1 pupil with both marks had 10.0 on the first test, and was picked")
    assert said[1].startswith("Your 1 pupil gained 2.0 marks; the 1 other who sat both gained 1.0 marks.")
    assert "That pupil had started 3.0 marks lower than the rest." in said[-1]


def test_no_gap_at_the_start_is_not_called_lower_by_nought() -> None:
    said = _said("M10", "missing", n_first=8, lost=2, start_gap=-0.02, matched_change=2, unmatched_change=2)
    assert "They had started level with the rest." in said


def test_a_range_that_only_just_leaves_out_no_change_is_not_rounded_onto_it() -> None:
    assert "from a loss of 0.02 to one of 2.55 fits" in _said("M4", "narrow", n=28, change=-1.29, change_low=-2.55, change_high=-0.02)
    assert _said("M4", "spans_none", n=12, change=1.08, change_low=-1.3, change_high=3.47) == (
        "On average the 12 pupils gained 1.1 marks; anything from a loss of 1.3 to a gain of 3.5 fits these marks. "
        "No change at all fits these marks too."
    )


def test_a_p_too_small_for_its_digits_is_said_to_be_below_them() -> None:
    assert _said("M5", "marks_enough", n=28, smallest_p=2.0**-27, below=0.05, enough=6).endswith("they could give is below 0.000001.")


def test_how_much_room_there_was_goes_by_who_stood_at_the_end() -> None:
    assert _said("M9", "room", at=0, n=28, share=0, mark=40) == "Everyone had room to go up and down on both tests."
    assert "4 of the 28 pupils stood at one end" in _said("M9", "room", at=4, n=28, share=1 / 7, mark=40)
