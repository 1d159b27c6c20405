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
from workbench.enquiry.threats import DETECTORS, detect
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
