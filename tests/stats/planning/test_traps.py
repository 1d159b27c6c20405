"""Traps that a careless package falls into, each with its numbers."""

from __future__ import annotations

import pytest

from workbench.stats import power, smallest_detectable, smallest_possible_p
from workbench.stats.noncentral import noncentral_t_cdf


@pytest.mark.parametrize(
    ("design", "n", "effect", "both_tails", "near_tail"),
    [
        # R 4.2.2, power.t.test with strict=TRUE and as it comes
        ("paired", 6, 1.0, 0.5068419799587779, 0.5068166814070055),
        ("two_groups", 12, 0.8, 0.46575928830292335, 0.46569741763914907),
        ("two_groups", 27, 0.5, 0.43778634097311253, 0.43770269925087946),
    ],
)
def test_power_at_small_n_times_d_counts_the_far_tail_too(design: str, n: int, effect: float, both_tails: float, near_tail: float) -> None:
    result = power(design, n, effect)
    assert result.power == pytest.approx(both_tails, rel=1e-9)
    far = power(design, n, effect, alpha=0.025, alternative="less").power
    assert result.power - far == pytest.approx(near_tail, rel=1e-9)
    assert far > 1e-5


def test_power_at_hardly_any_change_is_not_half_of_alpha() -> None:
    # with the near tail alone a change of 0.01 would be noticed half as often as no change at all
    assert 0.05 < power("paired", 3, 0.01).power < 0.0501


def test_nct_cdf_far_out_is_a_number_and_so_is_a_power_there() -> None:
    # scipy's nct.cdf gives NaN here
    assert 0 <= noncentral_t_cdf(-2, 53, 20) < 1e-80
    for effect in (2.7, 5, 20, 100):
        result = power("paired", 54, effect)
        assert result.power == pytest.approx(1)
        assert power("paired", 54, effect, alternative="less").power < 1e-60


def test_a_smallest_detectable_change_is_that_of_both_tails() -> None:
    # R's uniroot over power.t.test(strict=TRUE); pwr's own search is off in the sixth figure
    assert smallest_detectable("paired", 28).effect == pytest.approx(0.549239331246668, rel=1e-7)
    assert smallest_detectable("two_groups", 12).effect == pytest.approx(1.1968119537531115, rel=1e-7)


def test_five_pupils_who_all_gain_cannot_give_a_p_below_05() -> None:
    assert smallest_possible_p("paired", 5).smallest_p == 0.0625
    assert smallest_possible_p("two_groups", 3).smallest_p == pytest.approx(0.1)
