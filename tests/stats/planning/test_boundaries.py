"""Plans at their edges: nothing is missing from what is not yet there, and the plans round about."""

from __future__ import annotations

from typing import Any

import pytest

from workbench import stats
from workbench.stats.planning._designs import Sizes, nearby


@pytest.mark.parametrize(
    "result",
    [
        stats.power("paired", 28, 0.5),
        stats.pupils_needed("paired", 0.5),
        stats.smallest_detectable("two_groups", (12, 15)),
        stats.expected_interval_width("paired", 28, sd=4),
        stats.smallest_possible_p("paired", 5),
    ],
)
def test_a_plan_has_no_missing_marks(result: Any) -> None:
    assert result.missing == 0


def test_twice_as_many_pupils_are_twice_as_many() -> None:
    for design, plan, twice in (("paired", 28, 56), ("two_groups", (12, 15), (24, 30))):
        one, other = stats.expected_interval_width(design, plan, sd=4), stats.expected_interval_width(design, twice, sd=4)
        assert one.doubled == other.n == 2 * one.n
        assert one.half_width_doubled == pytest.approx(other.half_width, rel=1e-12)
        assert one.half_width > one.half_width_doubled


def test_plans_round_about_are_small_ones_too_and_keep_unequal_groups_unequal() -> None:
    paired, even, uneven = nearby(Sizes(28, None)), nearby(Sizes(12, 12)), nearby(Sizes(10, 20))
    assert {Sizes(2, None), Sizes(12, None), Sizes(28, None), Sizes(56, None)} <= set(paired)
    assert {Sizes(3, 3), Sizes(12, 12), Sizes(24, 24)} <= set(even)
    assert all(plan.n_x == plan.n_y for plan in even)
    assert all(plan.n_y is not None and plan.n_x < plan.n_y for plan in uneven)
    assert {Sizes(10, 20), Sizes(20, 40)} <= set(uneven)
