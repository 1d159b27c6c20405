"""The traps of combining a handful of studies, each by name and with its numbers."""

from __future__ import annotations

import json
from math import log, pi

import pytest

from workbench.errors import BadInput, NotEnoughData, UnknownOption
from workbench.stats import combine, cumulative, leave_one_out
from workbench.stats.synthesis._fit import METHODS
from workbench.stats.synthesis._heterogeneity import log_likelihood

THREE = [0.25, 0.55, 0.05], [0.08, 0.09, 0.07]
SIX_ALIKE = [0.3, 0.28, 0.35, 0.31, 0.26, 0.33], [0.06, 0.07, 0.05, 0.08, 0.06, 0.07]


def test_trap_der_simonian_laird_lets_tau_squared_go_negative() -> None:
    """Untruncated it is -0.0173 for three studies and -0.0627 for six: the weights would then be too bold, the interval too narrow."""
    for y, v, untruncated, careless_error in ((*THREE, -0.01729166666666664, 0.14313778670660715), (*SIX_ALIKE, -0.06267, 0.010514)):
        w = [1 / each for each in v]
        q = combine(y, v, method="fixed").q
        assert (q - (len(y) - 1)) / (sum(w) - sum(each**2 for each in w) / sum(w)) == pytest.approx(untruncated, abs=1e-6)
        result = combine(y, v, method="DL")
        assert result.tau2 == 0
        assert result.standard_error is not None
        assert result.standard_error > careless_error
    assert combine(*SIX_ALIKE, method="DL").standard_error == pytest.approx(0.014010809006878318)


@pytest.mark.parametrize("method", METHODS)
def test_trap_tau_squared_is_never_negative_by_any_method(method: str) -> None:
    for y, v in (THREE, SIX_ALIKE, ([0.1, 0.1, 0.1], [1, 2, 3])):
        assert combine(y, v, method=method).tau2 >= 0


def test_trap_a_prediction_interval_from_three_studies_must_say_which() -> None:
    """Normal, t(k - 1) and t(k - 2) give half-widths of .32, .62 and 2.06."""
    result = combine(*THREE)
    halves = {each.kind: (each.high - each.low) / 2 for each in result.predictions}  # type: ignore[operator]
    assert halves == {"HTS": pytest.approx(2.064, abs=5e-4), "HK": pytest.approx(0.618, abs=5e-4), "normal": pytest.approx(0.318, abs=5e-4)}
    assert "t(k - 2)" in result.method
    for kind in ("HTS", "HK", "normal"):
        chosen = combine(*THREE, prediction=kind)
        assert (chosen.prediction_high - chosen.prediction_low) / 2 == halves[kind]  # type: ignore[operator]
        assert chosen.prediction == kind


def test_trap_hartung_knapp_can_be_narrower_than_the_studies_own_doubt_allows() -> None:
    """Six studies that agree closely: 0.27 to 0.34 by Hartung-Knapp, 0.10 to 0.51 by the normal; the wider one is beside it."""
    result = combine(*SIX_ALIKE)
    normal = combine(*SIX_ALIKE, interval="normal")
    adhoc = combine(*SIX_ALIKE, interval="hartung_knapp_adhoc")
    assert (result.low, result.high) == (pytest.approx(0.27035, abs=1e-5), pytest.approx(0.34238, abs=1e-5))
    assert (normal.low, normal.high) == (pytest.approx(0.10465, abs=1e-5), pytest.approx(0.50809, abs=1e-5))
    assert (
        (result.adhoc_low, result.adhoc_high)
        == (adhoc.low, adhoc.high)
        == (pytest.approx(0.04180, abs=1e-5), pytest.approx(0.57093, abs=1e-5))
    )
    assert combine([0.9, -0.4, 0.5], [0.01, 0.01, 0.01]).adhoc_low is None


def test_trap_the_q_profile_lies_below_0_altogether() -> None:
    result = combine(*SIX_ALIKE)
    assert (result.tau2_low, result.tau2_high) == (0, 0)
    assert result.tau2_undefined is not None
    assert "less than chance" in result.tau2_undefined


def test_trap_identical_estimates_give_no_standard_error_of_0() -> None:
    for y in ([0.3, 0.3, 0.3], [0.1 + 0.2, 0.3, 0.3], [0, 0]):
        result = combine(y, [0.05, 0.07, 0.06][: len(y)])
        assert (result.low, result.high, result.p, result.standard_error, result.statistic) == (None,) * 5
        assert result.undefined is not None
        assert result.standard_error_normal > 0
        assert result.adhoc_low is not None
        assert result.adhoc_low < result.estimate
        normal = combine(y, [0.05, 0.07, 0.06][: len(y)], interval="normal")
        assert normal.low is not None
        assert normal.undefined is None


def test_trap_fisher_scoring_stops_on_the_wrong_peak() -> None:
    """metafor 3.8.1: rma(y, v, method="ML") gives tau2 = 0 with log-likelihood -52.1238; there is a peak at 2.06 with -10.2229."""
    y, v = [0.68, 2.06, 0.35, 0.98, -1.92], [4.5, 0.033, 0.00014, 30.0, 0.34]
    result = combine(y, v, method="ML")
    constant = len(y) * log(2 * pi) / 2
    assert log_likelihood(y, v, 0.0, restricted=False) - constant == pytest.approx(-52.1238495, abs=1e-6)
    assert log_likelihood(y, v, result.tau2, restricted=False) - constant == pytest.approx(-10.2228559, abs=1e-6)
    assert result.tau2 == pytest.approx(2.0638946, abs=1e-6)
    assert result.other_tau2 == (0.0,)
    assert combine(y, v).tau2 == pytest.approx(2.8160396634856, rel=1e-5)


def test_one_study_is_not_combined_but_stands_for_itself_when_nothing_is_asked_of_scatter() -> None:
    with pytest.raises(NotEnoughData, match="at least 2 studies"):
        combine([0.4], [0.1])
    with pytest.raises(NotEnoughData, match="at least 2 classes"):
        combine([0.4], [0.1], method="fixed", each="class")
    alone = combine([0.4], [0.1], method="fixed", interval="normal")
    assert (alone.estimate, alone.standard_error, alone.q, alone.q_p) == (pytest.approx(0.4), pytest.approx(0.1**0.5), 0, None)
    assert alone.tau2_low is None
    assert alone.predictions == ()


def test_two_studies_have_no_prediction_interval_by_t_with_k_minus_2() -> None:
    result = combine([0.4, 0.1], [0.1, 0.1])
    assert (result.prediction, result.prediction_low, result.prediction_high) == ("HTS", None, None)
    assert combine([0.4, 0.1], [0.1, 0.1], prediction="HK").prediction_low is not None


def test_a_fixed_common_value_leaves_nothing_to_predict() -> None:
    assert combine(*THREE, method="fixed").predictions == ()
    assert combine(*THREE, method="fixed").prediction_low is None


def test_huge_differences_are_still_found_to_the_last_digit() -> None:
    y, v = [-1e6, 0.0, 1e6, 3e5], [1e-3, 1e-3, 2e-3, 1e-3]
    for method in ("REML", "PM", "HE"):
        result = combine(y, v, method=method)
        assert result.tau2 == pytest.approx(2.0675e12 / 3, rel=1e-8)
        assert result.i2_percent == pytest.approx(100)
        assert result.p is not None
        assert 0 < result.p <= 1
    assert combine([50.0, 50.1], [1e-9, 1e-9], method="fixed", interval="normal").p == 5e-324


def test_a_p_is_never_0() -> None:
    assert combine([500, 501], [1e-3, 1e-3], method="fixed").q_p is not None
    assert combine([500, 900], [1e-9, 1e-9], method="fixed").q_p == 5e-324


@pytest.mark.parametrize("variance", [0, -0.1, 0.0])
def test_a_variance_of_0_or_less_is_refused(variance: float) -> None:
    for function in (combine, leave_one_out, cumulative):
        with pytest.raises(BadInput, match="above 0") as caught:
            function([0.1, 0.2, 0.3], [0.1, variance, 0.2])
        assert caught.value.where == "variances, value 2"


def test_odd_input_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="Every estimate needs its variance"):
        combine([0.1, 0.2], [0.1])
    with pytest.raises(BadInput, match="cannot be counted"):
        combine([0.1, "0.2"], [0.1, 0.2])
    with pytest.raises(BadInput, match="too far apart"):
        combine([1e90, -1e90], [1e-90, 1.0])
    with pytest.raises(BadInput, match=r"Write level=0\.95"):
        combine([0.1, 0.2], [0.1, 0.2], level=95)
    with pytest.raises(UnknownOption, match="REML, DL, PM"):
        combine([0.1, 0.2], [0.1, 0.2], method="reml")
    with pytest.raises(UnknownOption, match="hartung_knapp, normal"):
        combine([0.1, 0.2], [0.1, 0.2], interval="t")
    with pytest.raises(UnknownOption, match="HTS, HK, normal"):
        combine([0.1, 0.2], [0.1, 0.2], prediction="t")
    with pytest.raises(UnknownOption, match="study, class"):
        combine([0.1, 0.2], [0.1, 0.2], each="pupil")
    with pytest.raises(BadInput, match="needs its label"):
        combine([0.1, 0.2], [0.1, 0.2], labels=["one"])
    with pytest.raises(BadInput, match="short name"):
        combine([0.1, 0.2], [0.1, 0.2], labels=["one", 2])  # type: ignore[list-item]
    with pytest.raises(NotEnoughData, match="at least 2"):
        combine([None, None], [0.1, 0.2])


def test_a_pair_with_a_blank_half_is_left_out_whole() -> None:
    result = combine([0.1, None, 0.3, 0.4], [0.1, 0.2, float("nan"), 0.2], labels=["a", "b", "c", "d"])
    assert (result.n, result.missing, result.dropped) == (2, 2, 2)
    assert [study.label for study in result.studies] == ["a", "d"]
    assert result.estimate == combine([0.1, 0.4], [0.1, 0.2]).estimate


def test_a_level_of_almost_1_still_has_ends() -> None:
    for level in (1 - 2**-52, 1 - 1e-12, 1e-12):
        for method in METHODS:
            result = combine(*THREE, method=method, level=level)
            assert json.dumps(result.to_dict(), allow_nan=False)
            assert result.tau2_high is not None
