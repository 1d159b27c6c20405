"""M1: the drift of low scorers, with r from the whole unselected year."""

from __future__ import annotations

from random import Random
from statistics import mean, stdev

import pytest

from workbench import stats
from workbench.enquiry.threats.m1 import detect
from workbench.words.threats import threat_words


def _lowest(pupils, count):
    ordered = sorted(pupils)
    return ordered[:count], ordered[count:]


def test_low_scorers_of_a_year_are_found_with_the_drift_from_the_whole_years_r(enquiry, table, year) -> None:
    pupils = year(Random(1))
    chosen, others = _lowest(pupils, 12)
    threat = detect(enquiry(chosen_by="lowest_scores"), table(chosen, others))
    whole = stats.pearson([a for a, _ in pupils], [b for _, b in pupils]).estimate
    assert threat.found is True
    assert threat.reason == "lowest_scores_known"
    assert threat.numbers["correlation"] == pytest.approx(whole)
    assert threat.numbers["drift"] == pytest.approx((1 - whole) * (mean(a for a, _ in pupils) - mean(a for a, _ in chosen)))
    assert threat.numbers["correlation_pupils"] == 118


def test_the_chosen_pupils_own_r_is_smaller_and_is_never_used(enquiry, table, year) -> None:
    used, own = [], []
    for seed in range(40):
        chosen, others = _lowest(year(Random(seed)), 20)
        used.append(detect(enquiry(chosen_by="lowest_scores"), table(chosen, others)).numbers["correlation"])
        own.append(stats.pearson([a for a, _ in chosen], [b for _, b in chosen]).estimate)
    assert mean(used) == pytest.approx(0.7, abs=0.03)
    assert mean(own) < 0.55


def test_everyone_taking_part_is_no_selection(enquiry, table, year) -> None:
    assert detect(enquiry(chosen_by="everyone"), table(year(Random(2), size=28))).found is False


def test_a_choice_planned_by_score_is_found_before_any_marks(enquiry) -> None:
    threat = detect(enquiry(chosen_by="lowest_scores"), {})
    assert (threat.found, threat.reason) == (True, "planned")


def test_without_the_rest_of_the_year_no_drift_is_made_up(enquiry, table, year) -> None:
    chosen, _ = _lowest(year(Random(3)), 12)
    threat = detect(enquiry(chosen_by="lowest_scores"), table(chosen))
    assert (threat.found, threat.reason) == (True, "no_year")
    assert "drift" not in threat.numbers


def test_with_first_marks_only_of_the_year_the_drift_is_given_over_a_range_of_r(enquiry, table, year) -> None:
    chosen, others = _lowest(year(Random(4)), 12)
    threat = detect(enquiry(chosen_by="lowest_scores"), table(chosen, [(a, None) for a, _ in others]))
    assert threat.reason == "lowest_scores_range"
    assert threat.numbers["correlation"] is None
    assert threat.numbers["drift_low"] < threat.numbers["drift_high"]


def test_a_choice_called_need_but_made_by_the_score_is_seen_through(enquiry, table, year) -> None:
    chosen, others = _lowest(year(Random(5)), 12)
    assert detect(enquiry(chosen_by="need"), table(chosen, others)).reason == "looks_by_score_known"


def test_a_choice_by_judgement_that_only_goes_with_the_score_is_not_accused(enquiry, table, year) -> None:
    alarms = 0
    for seed in range(200):
        random = Random(seed)
        pupils = year(random, size=60)
        judged = sorted(pupils, key=lambda pair: 0.6 * pair[0] + random.gauss(0, 6 * 0.8))
        alarms += detect(enquiry(chosen_by="judgement"), table(judged[:8], judged[8:])).found is True
    assert alarms <= 10


def test_when_nothing_is_taught_the_drift_is_the_gain_on_average(enquiry, table, year) -> None:
    gains, drifts = [], []
    for seed in range(300):
        chosen, others = _lowest(year(Random(seed), size=118), 12)
        threat = detect(enquiry(chosen_by="lowest_scores"), table(chosen, others))
        gains.append(threat.numbers["gain"])
        drifts.append(threat.numbers["drift"])
    assert mean(gains) > 2
    assert abs(mean(gains) - mean(drifts)) < 4 * stdev(a - b for a, b in zip(gains, drifts, strict=True)) / 300**0.5


def test_the_catalogues_number_for_the_lowest_8_of_30_is_met(year) -> None:
    rises = []
    for seed in range(1500):
        chosen, _ = _lowest(year(Random(seed), size=30), 8)
        rises.append(mean(b - a for a, b in chosen) / 6)
    assert mean(rises) == pytest.approx(0.36, abs=0.03)


def test_a_gain_no_more_than_the_drift_is_a_stop_and_a_larger_one_a_caution(enquiry, table, year) -> None:
    chosen, others = _lowest(year(Random(6)), 12)
    small = [(a, a + 0.5) for a, _ in chosen]
    large = [(a, a + 9) for a, _ in chosen]
    assert detect(enquiry(chosen_by="lowest_scores"), table(small, others)).grade == "stop"
    assert detect(enquiry(chosen_by="lowest_scores"), table(large, others)).grade == "caution"


def test_a_group_that_did_not_start_lower_does_not_drift_up(enquiry, table, year) -> None:
    ordered = sorted(year(Random(7)))
    threat = detect(enquiry(chosen_by="lowest_scores"), table(ordered[50:80], ordered[:50] + ordered[80:118]))
    drift_up = sorted(ordered, reverse=True)
    assert detect(enquiry(chosen_by="lowest_scores"), table(drift_up[:12], drift_up[12:])).reason == "no_drift"
    assert threat.grade in {"note", "caution"}


def test_an_unsaid_choice_cannot_be_told(enquiry) -> None:
    assert detect(enquiry(), {}).found is None


def test_a_real_gain_of_the_chosen_makes_the_drift_err_on_the_side_of_too_much_and_it_is_said(enquiry, table, year) -> None:
    still, helped = [], []
    for seed in range(60):
        chosen, others = _lowest(year(Random(seed)), 12)
        taught = [(a, b + 4) for a, b in chosen]
        still.append(detect(enquiry(chosen_by="lowest_scores"), table(chosen, others)).numbers["drift"])
        found = detect(enquiry(chosen_by="lowest_scores"), table(taught, others))
        helped.append(found.numbers["drift"])
        if found.numbers["beyond"] > 0:
            assert threat_words(found)[0].endswith("If your teaching helped these pupils, the drift is somewhat less.")
    assert 1.1 < mean(helped) / mean(still) < 1.4
