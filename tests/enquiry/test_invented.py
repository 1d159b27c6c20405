"""Invented marks keep to the test's own range and step, and are plainly nobody's."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workbench.enquiry.invented import invented_table
from workbench.enquiry.plan import Measure, Plan


@given(
    st.integers(0, 10_000),
    st.sampled_from([0.5, 1.0, 0.25, 2.0]),
    st.integers(0, 10),
    st.integers(1, 100),
    st.integers(1, 5000) | st.none(),
)
def test_every_invented_mark_could_have_been_given(seed: int, step: float, lowest: int, span: int, pupils: int | None) -> None:
    measure = Measure(id="test", title="Test", lowest=lowest, highest=lowest + span, step=step)
    table = invented_table(measure, Plan(pupils_expected=pupils), Random(seed))
    for row in table.rows:
        for mark in (row.before.value, row.after.value):
            if mark is not None:
                assert lowest <= mark <= lowest + span
                assert ((mark - lowest) / step).is_integer()


def test_the_group_and_the_year_have_the_planned_sizes() -> None:
    table = invented_table(Measure(id="test", title="Test", highest=40), Plan(pupils_expected=12, year_size=118), Random(1))
    assert (len(table.chosen()), len(table.others())) == (12, 106)


def test_the_same_seed_gives_the_same_marks_and_another_seed_others() -> None:
    measure, plan = Measure(id="test", title="Test", highest=40), Plan(pupils_expected=12)
    assert invented_table(measure, plan, Random(1)) == invented_table(measure, plan, Random(1))
    assert invented_table(measure, plan, Random(1)) != invented_table(measure, plan, Random(2))


def test_every_code_says_that_it_is_invented() -> None:
    table = invented_table(Measure(id="test", title="Test", highest=40), Plan(), Random(1))
    assert all(row.pupil.startswith("INVENTED-") for row in table.rows)
