"""What is said of a plan."""

from __future__ import annotations

import inspect
import re
from datetime import UTC, date, datetime

from workbench.words import plan

SHUNNED = re.compile(r"\b(invalid|failed|significant|proves?|impact|effect|effective|large|participants|treatment|null)\b", re.IGNORECASE)


def test_no_sentence_about_a_plan_uses_a_word_teachers_should_not_have_to_read() -> None:
    assert not SHUNNED.search(inspect.getsource(plan))


def test_a_spread_is_explained_where_it_is_used() -> None:
    assert "A spread is how far" in plan.width_in_spreads(12, 0.62, 0.95)


def test_a_small_number_of_pupils_is_told_what_it_cannot_show() -> None:
    said = plan.smallest_p(5, 0.0625, 6, 0.05)
    assert "5 pupils could give is 0.06" in said
    assert "with 6 pupils it could" in said


def test_the_smallest_gain_worth_having_is_set_beside_what_can_be_told() -> None:
    assert "could be told" in plan.worthwhile(2.2, 3)
    assert "could not be told" in plan.worthwhile(3.2, 3)


def test_a_gain_near_the_edge_of_what_can_be_told_comes_with_a_doubt() -> None:
    assert plan.worthwhile(2.2, 3).endswith("luck may still hide it.")
    assert plan.worthwhile(2.2, 6).endswith("could be told from no change.")


def test_a_p_too_small_for_its_digits_is_said_to_be_below_them() -> None:
    assert "could give is below 0.000001." in plan.smallest_p(28, 2.0**-27, 6, 0.05)


def test_departures_are_told_with_days_written_by_hand() -> None:
    assert plan.began_early(date(2026, 1, 5), date(2026, 1, 8)) == (
        "The log begins on 5 January 2026, before the first measure planned for 8 January 2026."
    )
    assert plan.amended(datetime(2026, 2, 1, tzinfo=UTC), ["after on"], "Snow.") == (
        "On 1 February 2026 the plan was changed (after on). The reason given: Snow."
    )
    assert plan.sessions(1, 1) == "1 session was planned; the log has 1 line."
