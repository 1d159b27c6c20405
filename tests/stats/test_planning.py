"""What a plan can show: width of the interval and the least p."""

from __future__ import annotations

from math import sqrt

import pytest

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import expected_interval_width, permutation_change, smallest_possible_p


def test_the_expected_width_is_the_mean_width_over_samples() -> None:
    # 2 t(11, .975) c4(12) / sqrt(12) with t = 2.200985160082949 and c4 = 0.977559351854788 (tables)
    result = expected_interval_width("paired", 12)
    assert result.width == pytest.approx(2 * 2.200985160082949 * 0.977559351854788 / sqrt(12), rel=1e-9)
    assert result.half_width == result.width / 2
    assert expected_interval_width("paired", 12, sd=3).width == pytest.approx(3 * result.width)


def test_more_pupils_give_a_narrower_interval_in_every_row() -> None:
    for n in (2, 3, 12, 28, 61, 300):
        rows = expected_interval_width("paired", n).rows
        assert n in [pupils for pupils, _ in rows]
        assert 2 * n in [pupils for pupils, _ in rows]
        assert [width for _, width in rows] == sorted((width for _, width in rows), reverse=True)


@pytest.mark.parametrize(("n", "least"), [(1, 1.0), (2, 0.5), (3, 0.25), (5, 0.0625), (6, 0.03125)])
def test_the_least_p_is_the_one_the_test_gives_when_everyone_gains(n: int, least: float) -> None:
    assert smallest_possible_p("paired", n).smallest_p == least
    assert permutation_change([0] * n, [1] * n, level=None).p == least


def test_six_pupils_are_the_fewest_who_could_fall_below_05() -> None:
    assert smallest_possible_p("paired", 4).enough == 6
    assert smallest_possible_p("paired", 4, alternative="greater").enough == 5
    assert float(smallest_possible_p("paired", 5000)) > 0


def test_a_plan_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(UnknownOption, match="Allowed: paired"):
        smallest_possible_p("two_groups", 12)
    with pytest.raises(NotEnoughData, match="at least 2 pupils"):
        expected_interval_width("paired", 1)
    with pytest.raises(BadInput, match="whole number"):
        smallest_possible_p("paired", 7.5)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="marks above 0"):
        expected_interval_width("paired", 12, sd=0)
