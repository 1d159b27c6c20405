"""Agreement at its edges: where a range stops being one, and where a sum crosses a bound."""

from __future__ import annotations

from workbench import stats


def test_an_intraclass_range_with_hardly_a_degree_of_freedom_is_said_to_be_none() -> None:
    result = stats.intraclass_correlation([[0, 2.5], [0, 2.5], [0.5, 2]])
    of_one_marker = next(row for row in result.rows if row[0] == "ICC(2,1)")
    assert of_one_marker[1] is not None
    assert of_one_marker[2:4] == (None, None)
    assert result.undefined is not None
    assert "no range" in result.undefined
