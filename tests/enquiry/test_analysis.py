"""What is analysed, of whom, and whether it may be called planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import ModuleType

import pytest

from workbench.enquiry.analysis import NotComputed, analyse_tables, label_of, pair_up
from workbench.enquiry.marks import MarkTable
from workbench.enquiry.plan import Amendment, Plan
from workbench.enquiry.record import Enquiry


@pytest.fixture
def enquiry(made: ModuleType) -> Enquiry:
    return made.made_record(Enquiry(id="0" * 32, title="T", created=made.START))


def one(made: ModuleType, enquiry: Enquiry, table: MarkTable):
    (found,) = analyse_tables(enquiry, {"place-value": table}, data_since=made.START + timedelta(days=5))
    return found


def test_only_chosen_pupils_with_both_marks_are_analysed(made: ModuleType, enquiry: Enquiry) -> None:
    table = made.made_table()
    found = one(made, enquiry, table)
    assert found.result("MeanChange").n == 11
    assert (found.pairing.n_chosen, found.pairing.n_pairs, found.pairing.only_before, found.pairing.only_after) == (12, 11, 1, 0)


def test_the_rest_of_the_year_lends_its_mean_and_its_correlation(made: ModuleType, enquiry: Enquiry) -> None:
    table = made.made_table()
    drift = one(made, enquiry, table).result("RegressionToTheMean")
    marks = [row.before.value for row in table.rows if row.before.value is not None]
    assert drift.year_mean == pytest.approx(sum(marks) / len(marks))
    assert drift.source == "whole_year"
    assert drift.estimate > 0


def test_without_the_rest_of_the_year_there_is_no_drift_to_speak_of(made: ModuleType, enquiry: Enquiry) -> None:
    found = one(made, enquiry, made.made_table(others=0))
    assert [type(result).__name__ for result in found.results] == ["MeanChange", "PermutationChange", "StandardisedChange"]


def test_first_marks_of_the_year_alone_give_the_drift_as_a_range(made: ModuleType, enquiry: Enquiry) -> None:
    table = made.made_table()
    rows = tuple(row if row.chosen else replace(row, after=made.mark(None)) for row in table.rows)
    drift = one(made, enquiry, replace(table, rows=rows)).result("RegressionToTheMean")
    assert drift.correlation is None
    assert drift.low < drift.high


def test_what_cannot_be_computed_becomes_its_reason(made: ModuleType, enquiry: Enquiry) -> None:
    found = one(made, enquiry, made.made_table(chosen=1, others=0, missing=0))
    assert isinstance(found.results[0], NotComputed)
    assert found.why_not("MeanChange")
    assert found.result("MeanChange") is None


def test_a_withdrawn_pupil_leaves_every_number(made: ModuleType, enquiry: Enquiry) -> None:
    table = made.made_table(missing=0)
    leaver = next(row for row in table.rows if row.chosen)
    rows = tuple(replace(row, after=made.mark(None, "withdrawn")) if row is leaver else row for row in table.rows)
    found = one(made, enquiry, replace(table, rows=rows))
    assert (found.pairing.n_chosen, found.pairing.withdrawn, found.pairing.start_gap) == (11, 1, None)
    without = one(made, enquiry, replace(table, rows=tuple(row for row in table.rows if row is not leaver)))
    assert found.result("MeanChange").estimate == without.result("MeanChange").estimate
    assert found.result("RegressionToTheMean").year_mean == without.result("RegressionToTheMean").year_mean


def test_how_those_without_a_pair_differed_at_the_start_is_in_marks(made: ModuleType) -> None:
    rows = made.made_table(chosen=3, others=0, missing=1).rows
    gap = pair_up(MarkTable(measure="m", rows=rows)).start_gap
    alone = next(row.before.value for row in rows if row.after.value is None)
    both = [row.before.value for row in rows if row.after.value is not None]
    assert gap == pytest.approx(alone - sum(both) / 2)


def test_an_analysis_is_planned_when_the_plan_was_locked_before_the_marks(made: ModuleType) -> None:
    plan: Plan = made.made_plan()
    assert label_of(plan, made.MEASURE, data_since=plan.lock.at + timedelta(days=1)) == "planned"


def test_a_plan_locked_after_the_marks_or_never_makes_it_exploratory(made: ModuleType) -> None:
    plan: Plan = made.made_plan()
    assert label_of(plan, made.MEASURE, data_since=plan.lock.at - timedelta(days=1)) == "exploratory"
    assert label_of(made.made_plan(locked=False), made.MEASURE, data_since=made.START) == "exploratory"
    assert label_of(plan, made.MEASURE, data_since=None) == "exploratory"
    assert label_of(plan, made.MEASURE, data_since=None, plan_then=made.made_plan(locked=False)) == "exploratory"


@pytest.mark.parametrize(
    ("changed", "label"), [("plan.measures", "exploratory"), ("chosen_by", "exploratory"), ("plan.success", "planned")]
)
def test_a_late_amendment_counts_when_it_touches_what_is_analysed(changed: str, label: str, made: ModuleType) -> None:
    plan: Plan = made.made_plan()
    since = plan.lock.at + timedelta(days=1)
    late = Amendment(at=since + timedelta(days=1), reason="r", changed=(changed,), sha256="c" * 64)
    assert label_of(plan.model_copy(update={"amendments": (late,)}), made.MEASURE, data_since=since) == label


def test_against_the_plan_of_that_time_a_changed_measure_is_exploratory_and_an_untouched_one_stays_planned(made: ModuleType) -> None:
    then: Plan = made.made_plan()
    added = made.MEASURE.model_copy(update={"id": "other", "title": "Other"})
    now = then.model_copy(update={"measures": (*then.measures, added)})
    assert label_of(now, made.MEASURE, data_since=None, plan_then=then) == "planned"
    assert label_of(now, added, data_since=None, plan_then=then) == "exploratory"


def test_invented_marks_are_labelled_so(made: ModuleType, enquiry: Enquiry) -> None:
    (found,) = analyse_tables(enquiry, {"place-value": made.made_table()}, invented=True)
    assert found.invented
