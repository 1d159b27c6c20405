"""Which test the pupils were picked by, and how far they would drift up by themselves."""

from __future__ import annotations

from random import Random
from statistics import correlation, mean, stdev

import pytest

from workbench.enquiry.analysis import analyse_tables
from workbench.enquiry.low_scorers import choice_by_score, drift, year_correlation
from workbench.enquiry.marks import Mark, MarkRow, MarkTable
from workbench.enquiry.plan import Measure, Plan
from workbench.enquiry.record import Enquiry
from workbench.enquiry.threats.m1 import detect

Pair = tuple[float | None, float | None]
MEASURES = (Measure(id="reading", title="Reading", highest=100), Measure(id="place-value", title="Place value", highest=100))


def _mark(value: float | None) -> Mark:
    return Mark(value=value, status="absent" if value is None else "present")


def _table(name: str, marks: list[Pair], chosen: set[int]) -> MarkTable:
    rows = tuple(MarkRow(pupil=f"C{i:03d}", chosen=i in chosen, before=_mark(one), after=_mark(two)) for i, (one, two) in enumerate(marks))
    return MarkTable(measure=name, rows=rows)


def _two_tests(seed: int, size: int = 118) -> tuple[dict[str, list[Pair]], list[float]]:
    """A year that sat reading (out of more marks, further spread) and place value, twice each, with nothing taught."""
    random = Random(seed)
    ability = [random.gauss(0, 1) for _ in range(size)]

    def sat(middle: float, spread: float, own: list[float]) -> list[Pair]:
        def once(a: float, b: float) -> float:
            return middle + spread * (0.7 * a + 0.45 * b + 0.55 * random.gauss(0, 1))

        return [(once(a, b), once(a, b)) for a, b in zip(ability, own, strict=True)]

    def own() -> list[float]:
        return [random.gauss(0, 1) for _ in range(size)]

    return {"reading": sat(50, 15, own()), "place-value": sat(40, 8, own())}, ability


def _lowest(marks: list[Pair], count: int) -> set[int]:
    return set(sorted(range(len(marks)), key=lambda i: marks[i][0] or 0)[:count])


def _enquiry(chosen_by: str) -> Enquiry:
    return Enquiry.model_validate(
        {
            "id": "0" * 32,
            "title": "x",
            "created": "2026-01-05T00:00:00Z",
            "plan": Plan.model_validate({"measures": MEASURES, "chosen_by": chosen_by}),
        }
    )


def _picked(seed: int, by: str = "place-value") -> dict[str, MarkTable]:
    marks, _ = _two_tests(seed)
    chosen = _lowest(marks[by], 12)
    return {name: _table(name, each, chosen) for name, each in marks.items()}


def test_of_two_tests_the_drift_is_that_of_the_one_the_pupils_were_picked_by() -> None:
    for seed in range(25):
        threat = detect(_enquiry("lowest_scores"), _picked(seed))
        assert threat.numbers["measure"] == "Place value"
        (reading, place_value) = analyse_tables(_enquiry("lowest_scores"), _picked(seed))
        assert reading.result("RegressionToTheMean") is None
        assert place_value.result("RegressionToTheMean").estimate == threat.numbers["drift"]


def test_on_the_other_test_the_same_pupils_gain_nothing_by_themselves() -> None:
    def gain(table: MarkTable) -> float:
        return mean(row.after.value - row.before.value for row in table.chosen())

    tables = [_picked(seed) for seed in range(150)]
    other = [gain(each["reading"]) for each in tables]
    assert abs(mean(other)) < 4 * stdev(other) / 150**0.5
    assert mean(gain(each["place-value"]) for each in tables) > 3


def test_a_test_that_only_the_chosen_sat_is_not_the_one_they_were_picked_by() -> None:
    tables = _picked(3)
    tables["reading"] = MarkTable(measure="reading", rows=tables["reading"].chosen())
    choice = choice_by_score(_enquiry("lowest_scores").plan, tables)
    assert (choice.measure, choice.how) == ("place-value", "lowest_scores")


@pytest.mark.parametrize("by", ["volunteers", "judgement", "need", "everyone", ""])
def test_pupils_not_picked_by_a_score_are_told_of_no_drift(by: str) -> None:
    marks, _ = _two_tests(4)
    tables = {name: _table(name, each, set(range(28))) for name, each in marks.items()}
    assert all(found.result("RegressionToTheMean") is None for found in analyse_tables(_enquiry(by), tables))
    assert detect(_enquiry(by), tables).found is (None if not by else False)


def test_everyone_said_of_the_lowest_of_a_year_is_seen_through() -> None:
    assert detect(_enquiry("everyone"), _picked(5)).reason == "looks_by_score_known"


def test_a_correlation_mostly_of_the_chosen_is_not_the_years() -> None:
    marks, _ = _two_tests(6)
    chosen = _lowest(marks["place-value"], 28)
    some = chosen | set(range(10))
    part = [(one, two if i in some else None) for i, (one, two) in enumerate(marks["place-value"])]
    assert year_correlation(_table("place-value", part, chosen)) is None
    whole = year_correlation(_table("place-value", marks["place-value"], chosen))
    assert whole == pytest.approx(correlation(*zip(*marks["place-value"], strict=True)))


def test_when_the_lowest_leave_the_drift_is_that_of_the_pupils_whose_gain_it_is() -> None:
    gaps, of_all = [], []
    for seed in range(200):
        marks, _ = _two_tests(seed)
        chosen = _lowest(marks["place-value"], 20)
        gone = _lowest(marks["place-value"], 6)
        table = _table("place-value", [(one, None if i in gone else two) for i, (one, two) in enumerate(marks["place-value"])], chosen)
        found = drift(table)
        left = [row.before.value for row in table.chosen() if row.after.value is not None]
        assert (found.n, found.chosen_mean) == (14, pytest.approx(mean(left)))
        assert found.year_mean == pytest.approx(mean(one for one, _ in marks["place-value"]))
        began = mean(row.before.value for row in table.chosen())
        gaps.append(found.gain - found.estimate)
        of_all.append(found.gain - (1 - found.correlation) * (found.year_mean - began))
    assert abs(mean(gaps)) < 0.6
    assert mean(of_all) < -1.0
